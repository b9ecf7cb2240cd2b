"""A paper before it is printed: its choices, a look at it, and where it goes."""

import os
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTemporaryDir, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from bengkel_crm.base import paths
from bengkel_crm.base.errors import Cancelled
from bengkel_crm.base.progress import Progress
from bengkel_crm.ui.forms.form_parts import FormNotice
from bengkel_crm.ui.forms.help import offer_help
from bengkel_crm.ui.forms.save_file import ask_where_to_save
from bengkel_crm.ui.frame.jobs import Job
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.pdf_view import PdfView
from bengkel_crm.ui.widgets.staged import Staged
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.reminders.reminder_papers import keep_paper
from bengkel_crm.workshop.shop_file.shop_file import Database, own_connection

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_FOLDER = "papers/folder"
_WIDTH_PX, _HEIGHT_PX = 900, 620
_CHOICES_PX = 300

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


class PaperDialog(Staged):
    """Writes the paper away from the window, shows it, and opens or saves the very same file."""

    opened = Signal(Path)

    def __init__(
        self, shell: Shell, paper: Paper, choices: tuple[Field, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(f"paper:{token_hex(4)}", _WIDTH_PX, _HEIGHT_PX, parent)
        offer_help(self, "reminders")
        self._shell = shell
        self._paper = paper
        self._folder = QTemporaryDir()
        self._file = Path(self._folder.path()) / paper.file_name
        self._job: Job | None = None
        self._is_stale = False
        self._is_closing = False
        self._pressed: QWidget | None = None
        self.choices = choices
        self.view = PdfView()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = KeyButton(self.tr("Stop"), kind=ButtonKind.LINK)
        self.notice = FormNotice()
        self.print_button = KeyButton(self.tr("Print…"), "print", "Enter", ButtonKind.PRIMARY)
        self.open_button = KeyButton(self.tr("Open as PDF"), "arrow-right", "Ctrl+O")
        self.save_button = KeyButton(self.tr("Save as…"), "folder", "Ctrl+S")
        self.close_button = KeyButton(self.tr("Close"), key="Esc")
        self._pages = TextLabel("", TextRole.BODY, "text2")
        self._earlier = KeyButton("", "chevron-left", kind=ButtonKind.LINK)
        self._later = KeyButton("", "chevron-right", kind=ButtonKind.LINK)
        self._smaller = KeyButton("", "minus", kind=ButtonKind.LINK)
        self._larger = KeyButton("", "plus", kind=ButtonKind.LINK)
        self._build()
        self._connect()
        today().changed.connect(self._on_new_day)
        self.write()

    def waiting_title(self) -> str:
        """Return what the chip says while the paper waits."""
        return self._paper.title

    def is_writing(self) -> bool:
        """Return whether the paper is made or printed just now."""
        return self._job is not None

    def file(self) -> Path:
        """Return the file that was written."""
        return self._file

    def write(self) -> None:
        """Write the paper as it is chosen now."""
        if self._job is not None:
            # It starts anew once this one has stopped.
            self._is_stale = True
            self._job.cancel()
            return
        self._is_stale = False
        self.notice.clear()
        write, database, path = self._paper.make_write(), self._shell.database, self._file
        remark = self._paper.remark

        def work(progress: Progress) -> str:
            with own_connection(database):
                write(database, path, progress)
            return remark()

        self.bar.setRange(0, 0)
        # A name of its own: the paper before may still be stopping.
        self._job = self._shell.jobs.start(
            work,
            name=f"paper {id(self)}",
            on_done=self._on_written,
            on_failed=self._on_failed,
            on_progress=self._on_progress,
        )
        self._tell()

    def _on_new_day(self) -> None:
        # Papers name the day; what was printed already is asked about first.
        if not self._is_closing and not self.notice.answers():
            self.write()

    def open_file(self) -> None:
        """Open the paper in the program that prints PDFs, from a place where it stays."""
        self._hand_out(paths.data_folder() / "papers" / self._paper.file_name, self._on_kept_to_open)

    def _on_print(self) -> None:
        """Ask which printer, how many and which pages; the system's own dialog knows them."""
        # Printing is loaded by whoever prints.
        from PySide6.QtPrintSupport import QPrintDialog

        from bengkel_crm.ui.widgets.printing import new_printer

        printer = new_printer(self._file, self._paper.title)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self.view.pages())
        # Its `accepted` brings a printer along on some systems and nothing on others.
        dialog.accepted.connect(lambda *_: self.print_on(printer))
        # Its own `open` wants a receiver.
        QDialog.open(dialog)

    def print_on(self, printer: "QPrinter") -> None:
        """Send the paper to a printer, away from the window."""
        from bengkel_crm.ui.widgets.printing import print_file  # as above

        path = self._file

        def work(progress: Progress) -> int:
            return print_file(path, printer, progress)

        self.bar.setRange(0, 0)
        self._job = self._shell.jobs.start(
            work,
            name=f"print {id(self)}",
            on_done=self._on_printed,
            on_failed=self._on_failed,
            on_progress=self._on_progress,
        )
        self._tell()

    def _on_printed(self, pages: int) -> None:
        self._job = None
        if self._is_closing:
            self._folder.remove()
            return
        self._tell()
        if pages:
            self._ask(self.tr("Sent to the printer: %n pages.", "", pages), Tone.OK)
        else:
            self.notice.say(self.tr("The printer did not take it. Is it switched on?"), Tone.BAD)

    def save_to(self, path: str) -> None:
        """Save the paper as a file of the shop's own."""
        self._shell.settings.setValue(_FOLDER, str(Path(path).parent))
        self._hand_out(Path(path), self._on_saved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            at = self.focusWidget()
            (at if isinstance(at, QAbstractButton) else self.print_button).click()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Close; what is under way is stopped first."""
        self._is_closing = True
        if self._job is not None:
            self._job.cancel()
        else:
            self._folder.remove()
        super().done(result)

    def _hand_out(self, path: Path, on_kept: Callable[[Path], None]) -> None:
        if self._job is not None:
            return
        paper = self._file
        self.bar.setRange(0, 0)
        self._job = self._shell.jobs.start(
            lambda progress: keep_paper(paper, path, progress),
            name=f"paper:{token_hex(4)}",
            on_done=on_kept,
            on_failed=self._on_not_kept,
        )
        self._tell()

    def _on_saved(self, path: Path) -> None:
        if self._is_handed_out():
            self._ask(self.tr("Saved as {0}").format(path.name), Tone.OK)

    def _on_kept_to_open(self, path: Path) -> None:
        if not self._is_handed_out():
            return
        self.opened.emit(path)
        if open_in_its_program(path):
            # Whether a program really came up nobody tells us.
            self._ask(
                self.tr("Handed to the program for PDF files. If none appears, print from here."), Tone.OK
            )
        else:
            words = self.tr("No program opens PDF files here. The paper is in {0}").format(str(path))
            self._ask(words, Tone.WARN)

    def _on_not_kept(self, error: Exception) -> None:
        if self._is_handed_out():
            tone = Tone.NEUTRAL if isinstance(error, Cancelled) else Tone.BAD
            self.notice.say(describe_error(error), tone)

    def _is_handed_out(self) -> bool:
        """Tell whether the paper that was handed out is still the one to be told of."""
        self._job = None
        if self._is_closing:
            self._folder.remove()
            return False
        if self._is_stale:
            self.write()
            return False
        self._tell()
        return True

    def _ask(self, said: str, tone: Tone) -> None:
        """Say what became of the paper and ask whether it was printed; Enter says yes only if it opened."""
        on_printed = self._paper.on_printed
        if on_printed is None or not self._paper.question:
            self.notice.say(said, tone)
            return
        self.notice.say(
            f"{said}\n{self._paper.question}",
            Tone.NEUTRAL if tone is Tone.OK else tone,
            [(self.tr("Not yet"), self.reject), (self._paper.answer, self._on_answered)],
        )
        self._give_keys(self.notice.answers()[-1 if tone is Tone.OK else 0])

    def _give_keys(self, part: QWidget) -> None:
        # While it waits, the keys are somebody else's.
        self.first_field = part
        if self.isVisible():
            part.setFocus()

    def _on_answered(self) -> None:
        on_printed = self._paper.on_printed
        self.accept()
        if on_printed is not None:
            on_printed()

    def _on_save(self) -> None:
        folder = Path(str(self._shell.settings.value(_FOLDER, str(Path.home()))))
        kinds = {self.tr("PDF files (*.pdf)"): "pdf"}
        ask_where_to_save(
            self, self.tr("Save the paper"), folder / self._paper.file_name, kinds, self.save_to
        )

    def _on_written(self, remark: str) -> None:
        self._job = None
        if self._is_closing:
            self._folder.remove()
            return
        first = not self.view.pages()
        self.view.show_file(self._file)
        self._tell()
        if remark:
            self.notice.say(remark, Tone.WARN)
        if first:
            self._give_keys(self.print_button)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if self._is_closing:
            self._folder.remove()
        elif self._is_stale:
            self.write()
        else:
            self.view.clear()
            tone = Tone.NEUTRAL if isinstance(error, Cancelled) else Tone.BAD
            self.notice.say(describe_error(error), tone)
            self._tell()

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * done / total))

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _tell(self) -> None:
        part: QWidget
        writing, pages = self.is_writing(), self.view.pages()
        if writing and self._pressed is None:
            self._pressed = self.focusWidget()
        self.bar.setVisible(writing)
        self.stop.setVisible(writing)
        for button in (self.print_button, self.open_button, self.save_button):
            button.setEnabled(not writing and pages > 0)
        for part in (self._earlier, self._later, self._pages, self._smaller, self._larger):
            part.setVisible(not writing and pages > 0)
        self._pages.setText(self.tr("Page {0} of {1}").format(self.view.page(), pages))
        self._earlier.setEnabled(self.view.page() > 1)
        self._later.setEnabled(self.view.page() < pages)
        self._smaller.setEnabled(self.view.zoom_percent() > 100)
        if not writing and self._pressed is not None:
            # Qt moved the keys on when the button could not be pressed: the next Enter would close the paper.
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)
            self._pressed = None

    def _build(self) -> None:
        self.setWindowTitle(self._paper.title)
        self._earlier.setAccessibleName(self.tr("The page before"))
        self._later.setAccessibleName(self.tr("The next page"))
        self._smaller.setAccessibleName(self.tr("Smaller"))
        self._larger.setAccessibleName(self.tr("Larger"))
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(TextLabel(self._paper.title, TextRole.TITLE, wrap=True))
        left.addWidget(TextLabel(self._paper.about, TextRole.BODY, "text2", wrap=True))
        left.addSpacing(6)
        for field in self.choices:
            left.addWidget(field)
        left.addStretch(1)
        left.addWidget(self.notice)
        for button in (
            self.print_button,
            self.open_button,
            self.save_button,
            self.park_button,
            self.close_button,
        ):
            left.addWidget(button)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(theme().px(_CHOICES_PX))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._earlier)
        foot.addWidget(self._pages)
        foot.addWidget(self._later)
        foot.addSpacing(12)
        foot.addWidget(self._smaller)
        foot.addWidget(self._larger)
        foot.addWidget(self.bar, 4)
        foot.addWidget(self.stop)
        foot.addStretch(1)
        self.bar.setAccessibleName(self.tr("Progress"))
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.view, 1)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 18, 20, 14)
        row.setSpacing(20)
        row.addWidget(holder)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self._on_print)
        self.open_button.clicked.connect(self.open_file)
        QShortcut(QKeySequence("Ctrl+O"), self).activated.connect(self.open_button.click)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_button.click)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.reject)
        self.stop.clicked.connect(self._on_stop)
        self._earlier.clicked.connect(lambda: self.view.turn(-1))
        self._later.clicked.connect(lambda: self.view.turn(1))
        self._smaller.clicked.connect(lambda: self.view.zoom(-1))
        self._larger.clicked.connect(lambda: self.view.zoom(1))
        self.view.turned.connect(self._tell)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save_button.click)
        for key in ("PgUp", "PgDown"):
            step = -1 if key == "PgUp" else 1
            QShortcut(QKeySequence(key), self).activated.connect(lambda step=step: self.view.turn(step))


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
