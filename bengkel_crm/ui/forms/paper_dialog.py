"""A paper before it is printed: its choices, a look at it, and where it goes."""

from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from bengkel_crm.base import paths
from bengkel_crm.base.errors import Cancelled
from bengkel_crm.ui.forms.form_parts import FormNotice
from bengkel_crm.ui.forms.help import offer_help
from bengkel_crm.ui.forms.paper_file import Paper, PaperFile, open_in_its_program
from bengkel_crm.ui.forms.paper_look import PaperLook
from bengkel_crm.ui.forms.save_file import ask_where_to_save
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, in_column, in_row
from bengkel_crm.ui.widgets.staged import Staged
from bengkel_crm.words.messages import describe_error

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_FOLDER = "papers/folder"
_WIDTH_PX, _HEIGHT_PX = 900, 620
_CHOICES_PX = 300


class PaperDialog(Staged):
    """Shows the paper, and prints, opens or saves the very same file."""

    opened = Signal(Path)

    def __init__(
        self, shell: Shell, paper: Paper, choices: tuple[Field, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(f"paper:{token_hex(4)}", _WIDTH_PX, _HEIGHT_PX, parent)
        offer_help(self, "reminders")
        self.setWindowTitle(paper.title)
        self._shell = shell
        self._paper = paper
        self._file = PaperFile(shell, paper, self)
        self._pressed: QWidget | None = None
        self.choices = choices
        self.look = PaperLook()
        self.notice = FormNotice()
        self.print_button = KeyButton(self.tr("Print…"), "print", "Enter", ButtonKind.PRIMARY)
        self.open_button = KeyButton(self.tr("Open as PDF"), "arrow-right", "Ctrl+O")
        self.save_button = KeyButton(self.tr("Save as…"), "folder", "Ctrl+S")
        self.close_button = KeyButton(self.tr("Close"), key="Esc")
        self._build()
        self._connect()
        self.write()

    def waiting_title(self) -> str:
        """Return what the chip says while the paper waits."""
        return self._paper.title

    def is_writing(self) -> bool:
        """Return whether the paper is made or printed just now."""
        return self._file.task.is_under_way()

    def file(self) -> Path:
        """Return the file that was written."""
        return self._file.path

    def write(self) -> None:
        """Write the paper as it is chosen now."""
        self.notice.clear()
        self._file.write()

    def print_on(self, printer: "QPrinter") -> None:
        """Send the paper to a printer, away from the window."""
        self._file.print_on(printer)

    def open_file(self) -> None:
        """Open the paper in the program that prints PDFs, from a place where it stays."""
        self._file.hand_out(paths.data_folder() / "papers" / self._paper.file_name, self._on_kept_to_open)

    def save_to(self, path: str) -> None:
        """Save the paper as a file of the shop's own."""
        self._shell.settings.setValue(_FOLDER, str(Path(path).parent))
        self._file.hand_out(Path(path), self._on_saved)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            at = self.focusWidget()
            (at if isinstance(at, QAbstractButton) else self.print_button).click()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Close; what is under way is stopped first."""
        self._file.close()
        super().done(result)

    # What became of it

    def _on_written(self, remark: str) -> None:
        first = not self.look.view.pages()
        self.look.view.show_file(self._file.path)
        self._show_state()
        if remark:
            self.notice.say(remark, Tone.WARN)
        if first:
            self._give_keys(self.print_button)

    def _on_printed(self, pages: int) -> None:
        if pages:
            self._ask(self.tr("Sent to the printer: %n pages.", "", pages), Tone.OK)
        else:
            self.notice.say(self.tr("The printer did not take it. Is it switched on?"), Tone.BAD)

    def _on_saved(self, path: Path) -> None:
        self._ask(self.tr("Saved as {0}").format(path.name), Tone.OK)

    def _on_kept_to_open(self, path: Path) -> None:
        self.opened.emit(path)
        if open_in_its_program(path):
            # Whether a program really came up nobody tells us.
            words = self.tr("Handed to the program for PDF files. If none appears, print from here.")
            self._ask(words, Tone.OK)
        else:
            words = self.tr("No program opens PDF files here. The paper is in {0}").format(str(path))
            self._ask(words, Tone.WARN)

    def _on_failed(self, error: Exception) -> None:
        self.look.view.clear()
        self._say_error(error)
        self._show_state()

    def _say_error(self, error: Exception) -> None:
        tone = Tone.NEUTRAL if isinstance(error, Cancelled) else Tone.BAD
        self.notice.say(describe_error(error), tone)

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

    def _on_answered(self) -> None:
        on_printed = self._paper.on_printed
        self.accept()
        if on_printed is not None:
            on_printed()

    def _give_keys(self, part: QWidget) -> None:
        # While it waits, the keys are somebody else's.
        self.first_field = part
        if self.isVisible():
            part.setFocus()

    def _on_new_day(self) -> None:
        # Papers name the day; what was printed already is asked about first.
        if not self.notice.answers():
            self.write()

    # Where it goes

    def _on_print(self) -> None:
        """Ask which printer, how many and which pages; the system's own dialog knows them."""
        # Printing is loaded by whoever prints.
        from PySide6.QtPrintSupport import QPrintDialog

        from bengkel_crm.ui.widgets.printing import new_printer

        printer = new_printer(self._file.path, self._paper.title)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self.look.view.pages())
        # Its `accepted` brings a printer along on some systems and nothing on others.
        dialog.accepted.connect(lambda *_: self.print_on(printer))
        # Its own `open` wants a receiver.
        QDialog.open(dialog)

    def _on_save(self) -> None:
        folder = Path(str(self._shell.settings.value(_FOLDER, str(Path.home()))))
        kinds = {self.tr("PDF files (*.pdf)"): "pdf"}
        ask_where_to_save(
            self, self.tr("Save the paper"), folder / self._paper.file_name, kinds, self.save_to
        )

    # What can be pressed

    def _on_work(self, is_at_work: bool) -> None:
        if is_at_work and self._pressed is None:
            self._pressed = self.focusWidget()
        self.look.show_work(is_at_work)
        self._show_state()
        if not is_at_work and self._pressed is not None:
            # Qt moved the keys on when the button could not be pressed: the next Enter would close the paper.
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)
            self._pressed = None

    def _show_state(self) -> None:
        may_go = not self.is_writing() and self.look.view.pages() > 0
        for button in (self.print_button, self.open_button, self.save_button):
            button.setEnabled(may_go)

    # Building

    def _build(self) -> None:
        holder = QWidget()
        holder.setFixedWidth(theme().px(_CHOICES_PX))
        in_column(
            TextLabel(self._paper.title, TextRole.TITLE, wrap=True),
            TextLabel(self._paper.about, TextRole.BODY, "text2", wrap=True),
            6,
            *self.choices,
            Stretch(),
            self.notice,
            self.print_button,
            self.open_button,
            self.save_button,
            self.park_button,
            self.close_button,
            on=holder,
            spacing=8,
            margins=(0, 0, 0, 0),
        )
        in_row(holder, Grow(self.look), on=self, spacing=20, margins=(20, 18, 20, 14))

    def _connect(self) -> None:
        self._file.task.changed.connect(self._on_work)
        self._file.task.progressed.connect(self.look.bar.show_progress)
        self._file.written.connect(self._on_written)
        self._file.printed.connect(self._on_printed)
        self._file.failed.connect(self._on_failed)
        self._file.not_kept.connect(self._say_error)
        self.look.stop.clicked.connect(self._file.task.cancel)
        self.print_button.clicked.connect(self._on_print)
        self.open_button.clicked.connect(self.open_file)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.reject)
        today().changed.connect(self._on_new_day)
        for key, press in (
            ("Ctrl+O", self.open_button.click),
            ("Ctrl+P", self.print_button.click),
            ("Ctrl+S", self.save_button.click),
            ("PgUp", lambda: self.look.view.turn(-1)),
            ("PgDown", lambda: self.look.view.turn(1)),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(press)
