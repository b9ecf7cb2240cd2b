"""The work of one wizard on its book: read, checked, taken over, taken back. Nothing of it is shown here."""

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from bengkel_crm.base.errors import Cancelled
from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.exchange.tasks import Opened, Work, checking, opening, taking_over
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.workshop.exchange import Choices, CsvOptions, ImportReport
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.shop_file.backup import backup_folder

T = TypeVar("T")
JOB = "import"
_numbers = count()


class ImportRun(QObject):
    """One thing at a time; what was decided while a check ran is checked anew before anything is told."""

    opened = Signal(object)
    checked = Signal(object)
    saved = Signal(object)
    undone = Signal(object)
    # With Cancelled, too.
    failed = Signal(object)

    def __init__(self, shell: Shell, session: ImportSession, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._session = session
        # Of its own name: what a wizard that was closed still does must not stand in the way.
        self.task = Task(shell, f"{JOB}.{next(_numbers)}", self)
        self._checked: Choices | None = None
        self._again = False

    def read(self, path: Path, csv: CsvOptions | None, more: Sequence[Path]) -> None:
        """Read a file and those that belong to it; `opened` brings it."""
        self._start(opening(path, csv, more), self._on_opened)

    def has_checked(self) -> bool:
        """Return whether the session's report is of what is decided now."""
        return self._session.report is not None and self._checked == self._session.choices()

    def check(self) -> None:
        """Find out what taking the book over would do, as it is decided now; `checked` brings the report."""
        assert self._session.book is not None
        if self.task.is_under_way():
            # What is under way is of yesterday.
            self._again = True
            self.task.cancel()
            return
        self._checked = self._session.choices()
        self._start(checking(self._session.book, self._checked), self._on_checked)

    def take_over(self) -> None:
        """Copy the shop file and take the book over; `saved` brings the report."""
        assert self._session.book is not None
        backups = backup_folder(self._shell.database)
        work = taking_over(self._session.book, self._session.choices(), backups)
        self._start(work, self.saved.emit)

    def undo(self, deed_id: int) -> None:
        """Take the import back; `undone` brings what changed."""
        self._start(lambda database, _: undo_last(database, deed_id), self.undone.emit)

    def _start(self, work: Work[T], on_done: Callable[[T], None]) -> None:
        self.task.drop()
        self._again = False
        self.task.start(work, on_done, self._on_failed)

    def _on_opened(self, opened: Opened) -> None:
        self._checked = None
        self.opened.emit(opened)

    def _on_checked(self, report: ImportReport) -> None:
        if self._again:
            self.check()
        else:
            self.checked.emit(report)

    def _on_failed(self, error: Exception) -> None:
        if self._again and isinstance(error, Cancelled):
            self.check()
            return
        self._again = False
        self.failed.emit(error)
