"""The file of a paper: written away from the window, printed, and handed out, one thing at a time."""

import os
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from bengkel_crm.base.progress import Progress
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.workshop.reminders.reminder_papers import keep_paper
from bengkel_crm.workshop.shop_file.shop_file import Database

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Write = Callable[[Database, Path, Progress], object]


@dataclass(frozen=True)
class Paper:
    """What is to be printed: `make_write` is asked anew whenever a choice changed.

    `remark` is asked away from the window; what it returns is told before anything is printed.
    `question` is put once it was printed; its answer calls `on_printed`. It stays unasked where it is empty.
    """

    title: str
    about: str
    file_name: str
    make_write: Callable[[], Write]
    remark: Callable[[], str] = str
    question: str = ""
    answer: str = ""
    on_printed: Callable[[], None] | None = None


class PaperFile(QObject):
    """Lies in a folder of its own, which goes with it."""

    # With what is to be told of it before it is printed.
    written = Signal(str)
    # With how many pages the printer took.
    printed = Signal(int)
    # Writing or printing did not come to its end; the file is not to be shown.
    failed = Signal(Exception)
    not_kept = Signal(Exception)

    def __init__(self, shell: Shell, paper: Paper, parent: QObject) -> None:
        super().__init__(parent)
        self._paper = paper
        self._folder = QTemporaryDir()
        self._is_stale = False
        self._is_closing = False
        self.path = Path(self._folder.path()) / paper.file_name
        self.task = Task(shell, f"paper {token_hex(4)}", self)

    def write(self) -> None:
        """Write the paper as it is chosen now; one that is under way is stopped first, none after `close`."""
        if self._is_closing:
            return
        self._is_stale = self.task.is_under_way()
        if self._is_stale:
            self.task.cancel()
            return
        write, remark, path = self._paper.make_write(), self._paper.remark, self.path

        def work(database: Database, progress: Progress) -> str:
            write(database, path, progress)
            return remark()

        self.task.start(work, self._on_written, self._on_failed)

    def print_on(self, printer: "QPrinter") -> None:
        """Send the paper to a printer."""
        # Printing is loaded by whoever prints.
        from bengkel_crm.ui.widgets.printing import print_file

        path = self.path
        self.task.start_bare(
            lambda progress: print_file(path, printer, progress), self._on_printed, self._on_failed
        )

    def hand_out(self, to: Path, on_kept: Callable[[Path], None]) -> None:
        """Copy the paper to a place where it stays; `on_kept` gets that place."""

        def tell(kept: Path) -> None:
            if self._goes_on():
                on_kept(kept)

        path = self.path
        self.task.start_bare(lambda progress: keep_paper(path, to, progress), tell, self._on_not_kept)

    def close(self) -> None:
        """Stop what is under way, and throw the file away."""
        self._is_closing = True
        if self.task.is_under_way():
            self.task.cancel()
        else:
            self._folder.remove()

    def _goes_on(self) -> bool:
        """Return whether what was done is still to be told of: the dialog may be gone, the choice another."""
        if self._is_closing:
            self._folder.remove()
        elif self._is_stale:
            self.write()
        else:
            return True
        return False

    def _on_written(self, remark: str) -> None:
        if self._goes_on():
            self.written.emit(remark)

    def _on_printed(self, pages: int) -> None:
        if self._goes_on():
            self.printed.emit(pages)

    def _on_failed(self, error: Exception) -> None:
        if self._goes_on():
            self.failed.emit(error)

    def _on_not_kept(self, error: Exception) -> None:
        if self._goes_on():
            self.not_kept.emit(error)


def open_in_its_program(file: Path) -> bool:
    """Ask the system to show a file in the program it has for it; return whether there is one."""
    # Windows has it; there an address would be shown with its letters escaped, and by a browser.
    start_file = getattr(os, "startfile", None)
    if start_file is None:
        return webbrowser.open(file.as_uri())
    try:
        start_file(file)
    except OSError:
        return False
    return True
