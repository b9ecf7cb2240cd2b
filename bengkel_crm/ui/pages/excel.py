"""The Excel page: a book comes in, everything goes out."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bengkel_crm.ui.shell import Command, Page, Shell
from bengkel_crm.ui.tokens import Role
from bengkel_crm.ui.widgets.card import Card
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from bengkel_crm.ui.dialogs.import_book import ImportDialog

_CARD_WIDTH_PX = 620
_LAST_FOLDER = "import/folder"


class ExcelPage(Page):
    """A book may be chosen, or dropped on the page."""

    help_topic: ClassVar[str] = "import"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._heading = TextLabel("", Role.TITLE)
        self._title = TextLabel("", Role.CARD_TITLE)
        self._text = TextLabel("", Role.BODY, "text2", wrap=True)
        self.choose = KeyButton("", "folder", kind=ButtonKind.PRIMARY)
        self.choose.clicked.connect(self._on_choose)
        self.setAcceptDrops(True)
        self._build()
        self.retranslate()
        self.choose.setEnabled(shell.is_open)

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        return {}

    def shop_opened(self) -> None:
        self.choose.setEnabled(True)

    def come_to_front(self) -> None:
        self.choose.setFocus()

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Excel"))
        self._title.setText(self.tr("Take over an Excel book"))
        self._text.setText(
            self.tr(
                "Plates, owners and past visits come in from a book of visits or a list of vehicles (.xlsx); "
                "its columns are recognised by their names and contents. You see what was understood, and "
                "every row that can not be taken, before anything is saved."
            )
        )
        self.choose.setText(self.tr("Choose the book…"))

    def open_book(self, path: str) -> "ImportDialog":
        """Read a book and show what was understood."""
        from bengkel_crm.ui.dialogs.import_book import ImportDialog  # loaded when it is asked for

        self.shell.settings.setValue(_LAST_FOLDER, str(Path(path).parent))
        dialog = ImportDialog(self.shell, Path(path), self.window())
        dialog.open()
        return dialog

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.shell.is_open and _dropped_book(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        book = _dropped_book(event)
        if book:
            event.acceptProposedAction()
            self.open_book(book)

    def _on_choose(self) -> None:
        folder = str(self.shell.settings.value(_LAST_FOLDER, str(Path.home())))
        dialog = QFileDialog(self, self.tr("Choose the book"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Excel workbook (*.xlsx *.xlsm)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.open_book)
        dialog.open()

    def _build(self) -> None:
        card = Card(margins=(20, 20, 20, 20))
        card.setMaximumWidth(_CARD_WIDTH_PX)
        card.body.addWidget(IconLabel("sheet", "primary", 28), 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self._title)
        card.body.addWidget(self._text)
        card.body.addSpacing(8)
        card.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addLayout(row)
        column.addStretch(1)


def _dropped_book(event: QDropEvent) -> str:
    """Return the path of the workbook that is dropped, or nothing."""
    paths = [url.toLocalFile() for url in event.mimeData().urls()]
    return paths[0] if len(paths) == 1 and paths[0].lower().endswith((".xlsx", ".xlsm")) else ""
