"""The first rows of a sheet as Excel shows them; a row can be pointed out as the one with the titles."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.exchange.import_words import column_letter
from bengkel_crm.ui.lists.plain_table import PlainTable
from bengkel_crm.ui.look.theme import set_role, theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.workshop.exchange import Book, TableChoice
from bengkel_crm.workshop.exchange.tables.profiles import text_of

_Index = QModelIndex | QPersistentModelIndex
_ROWS, _ROWS_BELOW_HEADER, _MOST_ROWS = 30, 12, 100
_MOST_COLUMNS = 60
_ROW_PX, _WIDTH_PX = 28, 132


class _PreviewModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: list[list[str]] = []
        self._width = 0
        self._choice: TableChoice | None = None

    def show(self, book: Book, choice: TableChoice) -> None:
        """Show the first rows of a sheet, and more of it where the titles stand low."""
        sheet = book.sheet(choice.sheet)
        count = min(max(_ROWS, choice.header[1] + _ROWS_BELOW_HEADER), _MOST_ROWS)
        rows = sheet.rows[:count] if sheet is not None else ()
        self.beginResetModel()
        self._texts = [[" ".join(text_of(cell).split()) for cell in row[:_MOST_COLUMNS]] for row in rows]
        self._width = max(map(len, self._texts), default=0)
        self._choice = choice
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._width

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; the row of titles stands out."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._texts[index.row()]
            return row[index.column()] if index.column() < len(row) else ""
        if role == Qt.ItemDataRole.FontRole:
            return theme().font(TextRole.STRONG if self._is_header(index.row()) else TextRole.BODY)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().color("text" if self._is_in(index.row()) else "text3")
        if role == Qt.ItemDataRole.BackgroundRole and self._is_header(index.row()):
            return theme().color("tint")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1) if orientation is Qt.Orientation.Vertical else column_letter(section)
        if role == Qt.ItemDataRole.FontRole:
            return theme().font(TextRole.CAPTION_STRONG)
        return None

    def _is_header(self, row: int) -> bool:
        return self._choice is not None and self._choice.header[0] <= row + 1 <= self._choice.header[1]

    def _is_in(self, row: int) -> bool:
        return self._choice is not None and self._choice.header[0] <= row + 1 <= self._choice.last


class SheetPreview(PlainTable):
    """Space or a double click points at a row: `header_pointed(row)`, counted from 1."""

    header_pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = _PreviewModel(self)
        self.setModel(self._sheet)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        rows = self.verticalHeader()
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rows.setHighlightSections(False)
        set_role(rows, TextRole.CAPTION_STRONG)
        self.doubleClicked.connect(lambda index: self.header_pointed.emit(index.row() + 1))
        rows.sectionDoubleClicked.connect(lambda row: self.header_pointed.emit(row + 1))
        theme().changed.connect(self._restyle)
        self._restyle()

    def show_table(self, book: Book, choice: TableChoice) -> None:
        """Show a table's sheet; the cursor stands on its titles."""
        self._sheet.show(book, choice)
        for column in range(self._sheet.columnCount()):
            self.setColumnWidth(column, theme().px(_WIDTH_PX))
        if self._sheet.rowCount() >= choice.header[0]:
            self.selectRow(choice.header[0] - 1)
            self.scrollTo(self._sheet.index(choice.header[0] - 1, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() == Qt.Key.Key_Space:
            self.header_pointed.emit(row + 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the wizard's
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(_ROW_PX))
