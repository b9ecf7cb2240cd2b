"""The Excel page: a book comes in, everything goes out."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.ui.exchange.month_book import MonthBook
from bengkel_crm.ui.forms.save_file import ask_where_to_save, out_folder, remember_folder, workbook_kind
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.shell.shell import Command, Page, Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.ui.widgets.book_files import dropped_books, file_filter
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.file_dialog import FileDialog
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import At, Grow, Stretch, fill, in_column, in_row
from bengkel_crm.ui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from bengkel_crm.ui.exchange.wizard import ImportWizard
    from bengkel_crm.workshop.shop_file.shop_file import Database

_IN_FOLDER = "import/folder"
_JOB = "export"


class _Way(CardFrame):
    """One way through the page: what it is for, and a button."""

    def __init__(self, icon: str, button: KeyButton) -> None:
        super().__init__(margins=(20, 20, 20, 20))
        self._title = TextLabel("", TextRole.CARD_TITLE)
        self._text = TextLabel("", TextRole.BODY, "text2", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.foot = in_row(button, Stretch(), spacing=12)
        fill(
            self.body,
            At(IconLabel(icon, "primary", 28), Qt.AlignmentFlag.AlignLeft),
            self._title,
            Grow(self._text),
            8,
            self.foot,
        )

    def set_words(self, title: str, text: str) -> None:
        """Say what this way is."""
        self._title.setText(title)
        self._text.setText(text)


class ExcelPage(Page):
    """A book may be chosen, or dropped on the page."""

    help_topic: ClassVar[str] = "import"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._export = Task(shell, _JOB, self)
        self._heading = TextLabel("", TextRole.TITLE)
        self.choose = self.worded(KeyButton("", "folder", kind=ButtonKind.PRIMARY), "Import a book…")
        self.save = self.worded(KeyButton("", "sheet", "Ctrl+E"), "Save as…")
        self.cancel = self.worded(KeyButton(kind=ButtonKind.LINK), "Cancel")
        self.log = self.worded(KeyButton(kind=ButtonKind.LINK), "Export history…")
        self.past = self.worded(KeyButton(kind=ButtonKind.LINK), "Past imports…")
        self.bar = ProgressBar()
        self._export.show_on(self.bar)
        self._in, self._out = _Way("sheet", self.choose), _Way("folder", self.save)
        self.month_book = MonthBook(shell, today().day())
        self.choose.clicked.connect(self._on_choose)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self._export.cancel)
        self._export.changed.connect(self._show_export)
        self.log.clicked.connect(self._on_log)
        self.past.clicked.connect(self._on_past)
        self.setAcceptDrops(True)
        self._build()
        self.put_again(lambda: self._heading.setText(translate("Pages", "Excel")))
        self.put_text(
            self._in.set_words,
            "Import an Excel book",
            "Visits, vehicles, customers and prices come in from Excel, LibreOffice or text files "
            "(xlsx, xls, ods, csv). Columns are recognised by their names and contents. You match, check "
            "and mend before anything is saved, and an import can be undone as a whole.",
        )
        self.put_text(
            self._out.set_words,
            "Save everything as Excel",
            "One workbook with a sheet for each list: customers, vehicles, work orders and all the rest. "
            "It is yours to keep, to count in, or to take elsewhere.",
        )
        self._show_export()

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        """Return what the keys do here."""
        return {Command.TO_EXCEL: self._on_save} if self.save.isEnabled() else {}

    def shop_opened(self) -> None:
        """Show what left the shop last."""
        self._show_export()

    def come_to_front(self) -> None:
        """Put the keyboard on the button that chooses a book."""
        self.choose.setFocus()

    def day_began(self) -> None:
        """Offer the month that is over by the new day."""
        self.month_book.show_day(today().day())

    # In

    def open_book(self, path: str) -> "ImportWizard":
        """Begin to take over a file."""
        return self.open_books([path])

    def open_books(self, paths: Sequence[str]) -> "ImportWizard":
        """Begin to take over files that belong together, as another program exports them."""
        from bengkel_crm.ui.exchange.wizard import ImportWizard  # loaded when it is asked for

        first, *more = map(Path, paths)
        self.shell.settings.setValue(_IN_FOLDER, str(first.parent))
        wizard = ImportWizard(self.shell, first, self.window(), more=more)
        wizard.open()
        return wizard

    def take_files(self, paths: Sequence[str]) -> None:
        """Open books, or ask for them where none are given."""
        if paths:
            self.open_books(paths)
        else:
            self._on_choose()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.shell.is_open and dropped_books(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        books = dropped_books(event)
        if books:
            event.acceptProposedAction()
            self.open_books(books)

    def _on_choose(self) -> None:
        folder = Path(str(self.shell.settings.value(_IN_FOLDER, str(Path.home()))))
        dialog = FileDialog(self, self.tr("Choose the book"), folder)
        dialog.setFileMode(FileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(file_filter())
        dialog.filesSelected.connect(self.open_books)
        dialog.open()

    def _on_past(self) -> None:
        from bengkel_crm.ui.exchange.past_imports import PastImportsDialog  # loaded when it is asked for

        with self.shell.showing_errors():
            self.shell.forms.show_form(PastImportsDialog(self.shell, self.window()))

    # Out

    def save_to(self, path: str) -> None:
        """Write everything to a workbook, away from the window."""
        # Imported here because writing spreadsheets is needed by this button alone.
        from bengkel_crm.workshop.exchange.out.export import export_everything

        remember_folder(self.shell.settings, Path(path))

        def work(database: "Database", progress: Progress) -> Path:
            export_everything(database, Path(path), progress)
            return Path(path)

        self._export.start(work, self._on_saved)

    def _on_save(self) -> None:
        name = self.tr("Workshop {0}.xlsx").format(today().day().isoformat())
        start = out_folder(self.shell.settings) / name
        ask_where_to_save(self, self.tr("Save everything as Excel"), start, workbook_kind(), self.save_to)

    def _on_log(self) -> None:
        from bengkel_crm.ui.exchange.export_log import ExportLogDialog  # loaded when it is asked for

        with self.shell.showing_errors():
            self.shell.forms.show_form(ExportLogDialog(self.shell, self.window()))

    def _on_saved(self, path: Path) -> None:
        self.shell.show_message(self.tr("Everything is in {0}").format(path.name), Tone.OK)

    def _show_export(self) -> None:
        under_way = self._export.is_under_way()
        # A disabled button would lose the keyboard to the rail; the dialog may still be in front.
        if under_way:
            self.cancel.setVisible(True)
            if self.window().focusWidget() is self.save:
                self.cancel.setFocus()
        self.choose.setEnabled(self.shell.is_open)
        self.save.setEnabled(self.shell.is_open and not under_way)
        self.log.setEnabled(self.shell.is_open)
        self.past.setEnabled(self.shell.is_open)
        self.month_book.show_state()
        self.log.setVisible(not under_way)
        if not under_way:
            if self.window().focusWidget() is self.cancel:
                self.save.setFocus()
            self.cancel.setVisible(False)

    def _build(self) -> None:
        # Aligned, or the row would be no higher than the lowest of them.
        self._out.foot.insertWidget(1, self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        self._out.foot.insertWidget(2, self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self._in.foot.addWidget(self.past, 0, Qt.AlignmentFlag.AlignVCenter)
        self._out.foot.addWidget(self.log, 0, Qt.AlignmentFlag.AlignVCenter)
        row = in_row(Grow(self._in), Grow(self._out), spacing=12)
        in_column(
            self._heading, row, self.month_book, Stretch(), on=self, spacing=12, margins=(20, 14, 20, 12)
        )
