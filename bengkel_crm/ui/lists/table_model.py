"""The models behind the lists: records in, shown and sorted as their columns say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from bengkel_crm.ui.lists.columns import Align, ListColumn
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


class ColumnsModel(QAbstractTableModel, Generic[R]):
    """What the two models below share: the columns' side of things."""

    # A click on the box of this row's cell: who knows what is ticked decides.
    tick_wanted = Signal(int)
    # Whether a screen reader is given the whole row at each of its cells.
    is_read_by_row = False

    def __init__(self, columns: Sequence[ListColumn[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[R] = []

    def record(self, row: int) -> R:
        """Return the record of a row."""
        return self._rows[row]

    def records(self) -> tuple[R, ...]:
        """Return all records that are shown, in their order."""
        return tuple(self._rows)

    def place_of(self, key: str) -> int:
        """Return the number of a column."""
        return next(place for place, column in enumerate(self.columns) if column.key == key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        column = self.columns[index.column()]
        if column.editor is not None and column.editor.may(self._rows[index.row()]):
            flags |= Qt.ItemFlag.ItemIsEditable
        if column.is_ticked is not None and column.paint is None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, as its column says."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        # Most asked first: this runs once a visible cell and role.
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self._rows[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column.kind.align)
        if role == Qt.ItemDataRole.FontRole:
            return theme().font(TextRole.NUMBER) if column.kind.tabular else None
        if role == Qt.ItemDataRole.ForegroundRole and column.ink is not None:
            ink = column.ink(self._rows[index.row()])
            return theme().color(ink) if ink else None
        if role == Qt.ItemDataRole.CheckStateRole and column.is_ticked is not None:
            is_ticked = column.is_ticked(self._rows[index.row()])
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and self.is_read_by_row:
            return ", ".join(column.text(self._rows[index.row()]) for column in self.columns)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a tick to be turned; return whether there is one."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if self.columns[index.column()].is_ticked is None:
            return False
        self.tick_wanted.emit(index.row())
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section].kind.align)
        if role == Qt.ItemDataRole.FontRole:
            return theme().font(TextRole.CAPTION_STRONG)
        return None

    def retranslate(self) -> None:
        """Show titles and texts in the present language."""
        if self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._emit_all_changed()

    def _emit_all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))


class RecordTableModel(ColumnsModel[R]):
    """All records in memory, sorted here on Python's own values; for lists of some thousand rows."""

    def set_records(self, records: Sequence[R]) -> None:
        """Show these records."""
        self.beginResetModel()
        self._rows = list(records)
        self.endResetModel()

    def change_records(self, records: Sequence[R]) -> None:
        """Show the same rows as they are now: the cursor and what is typed stay where they are."""
        if len(records) != len(self._rows):
            self.set_records(records)
            return
        self._rows = list(records)
        self._emit_all_changed()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; records that are equal there stay in their order."""
        if not 0 <= column < len(self.columns):
            return
        value = self.columns[column].order
        descending = order is Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(index, self._rows[index.row()]) for index in before]
        known = [row for row in self._rows if value(row) is not None]
        known.sort(key=value, reverse=descending)
        # What is not known stands last, whichever way the list is turned.
        self._rows = known + [row for row in self._rows if value(row) is None]
        places = {id(row): place for place, row in enumerate(self._rows)}
        after = [self.index(places[id(row)], index.column()) for index, row in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


@dataclass(frozen=True)
class Order:
    """How a paged list is sorted: a column's key, and which way."""

    key: str
    descending: bool


class PagedTableModel(ColumnsModel[R]):
    """Rows shown page by page as the list is scrolled: a million rows cost what is looked at.

    It asks for more with `more_wanted` and for another order with `order_wanted`; what is shown stays
    until the answer is there, be it at once or after a job.
    """

    more_wanted = Signal()
    order_wanted = Signal()

    def __init__(self, columns: Sequence[ListColumn[R]], order: Order, parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.order = order
        self._at_end = True
        self._asked = False

    def show_rows(self, rows: Sequence[R], *, at_end: bool) -> None:
        """Begin the list anew with its first rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._settle(at_end)
        self.endResetModel()

    def add_rows(self, rows: Sequence[R], *, at_end: bool) -> None:
        """Append the rows that follow."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self._settle(at_end)
            self.endInsertRows()
        else:
            self._settle(at_end)

    def canFetchMore(self, parent: Index) -> bool:
        return not (parent.isValid() or self._at_end or self._asked)

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask the shop's file for another order, where the column offers one."""
        if not 0 <= column < len(self.columns) or not self.columns[column].sortable:
            return
        wanted = Order(self.columns[column].key, order is Qt.SortOrder.DescendingOrder)
        if wanted != self.order:
            self.order = wanted
            self.order_wanted.emit()

    def _settle(self, at_end: bool) -> None:
        self._at_end = at_end
        self._asked = False


def _alignment(align: Align) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if align is Align.RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
