"""The columns of one table of a book as rows: name, samples, what it goes into, how well it can be read."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.exchange.import_words import column_letter, is_unused, role_words
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.workshop.exchange import ColumnProposal, ColumnRole, TableKind, TableProposal, guess_text

Index = QModelIndex | QPersistentModelIndex
_SURE, _LIKELY = 0.75, 0.5
# Few rows can do without these.
_WANTED = frozenset({ColumnRole.PLATE, ColumnRole.CUSTOMER, ColumnRole.DATE})
_ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MapColumn(IntEnum):
    HEADER = 0
    SAMPLES = 1
    ROLE = 2
    STATE = 3
    SURENESS = 4


class MappingModel(QAbstractTableModel):
    """`show` fills it; a role is changed by the step, which asks the workshop what becomes of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[ColumnProposal, ...] = ()
        self._rows = 0
        self.kind = TableKind.VISITS
        self._by_hand: frozenset[int] = frozenset()
        self._remembered = False

    def show(self, table: TableProposal, by_hand: frozenset[int]) -> None:
        """Show a table's columns; `by_hand` are those whose role the clerk chose."""
        same_shape = len(table.columns) == len(self._columns)
        if not same_shape:
            self.beginResetModel()
        self._columns, self._rows, self.kind = table.columns, table.rows, table.choice.kind
        self._by_hand, self._remembered = by_hand, table.remembered
        if not same_shape:
            self.endResetModel()
        elif table.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(table.columns) - 1, len(MapColumn) - 1))

    def column_at(self, row: int) -> ColumnProposal:
        return self._columns[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(MapColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == MapColumn.ROLE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, place = index.row(), MapColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, place)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, place)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._text(row, place) for place in MapColumn)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                translate("ImportMapping", "Column in the file"),
                translate("ImportMapping", "What stands there"),
                translate("ImportMapping", "Goes into"),
                translate("ImportMapping", "State"),
                translate("ImportMapping", "Guess"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN
        if role == Qt.ItemDataRole.FontRole:
            return theme().font(TextRole.CAPTION_STRONG)
        return None

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(MapColumn) - 1)
        if self._columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._columns) - 1, len(MapColumn) - 1))

    # What is said of a column

    def tone(self, row: int) -> Tone:
        """Return how much a column wants to be looked at."""
        column = self._columns[row]
        if is_unused(column.role, self.kind):
            return Tone.NEUTRAL
        if not column.filled or column.readable < column.filled:
            return Tone.WARN
        if column.role in _WANTED and column.filled < self._rows:
            return Tone.WARN
        return Tone.OK

    def is_doubtful_guess(self, row: int) -> bool:
        """Return whether the column was guessed so faintly that somebody should look at it."""
        column = self._columns[row]
        chosen = self._remembered or column.index in self._by_hand
        return not chosen and not is_unused(column.role, self.kind) and column.confidence < _LIKELY

    def guess_words(self) -> dict[int, str]:
        """Return by row what columns are guessed to be and why, a sentence each."""
        words = {}
        for row in range(len(self._columns)):
            guess = self._columns[row].guess
            if guess is not None and self.is_doubtful_guess(row):
                header, role = self._text(row, MapColumn.HEADER), self._text(row, MapColumn.ROLE)
                told = translate("ImportMapping", "“{0}” → {1}: {2}.")
                words[row] = told.format(header, role, guess_text(guess))
        return words

    def state_words(self, row: int) -> str:
        """Return "1.248 readable", "1.201 valid, 47 to be checked", "1.240 filled, 8 blank", "left out"."""
        column = self._columns[row]
        if is_unused(column.role, self.kind):
            return translate("ImportMapping", "left out")
        number = i18n.format_number
        if not column.filled:
            return translate("ImportMapping", "all blank")
        unsure = column.filled - column.readable  # the doubtful ones are among them
        if unsure:
            return translate("ImportMapping", "{0} valid, {1} to be checked").format(
                number(column.readable), number(unsure)
            )
        if column.filled < self._rows:
            return translate("ImportMapping", "{0} filled, {1} blank").format(
                number(column.filled), number(self._rows - column.filled)
            )
        return translate("ImportMapping", "{0} readable").format(number(column.readable))

    def _sureness_words(self, column: ColumnProposal) -> str:
        if column.index in self._by_hand:
            return translate("ImportMapping", "your choice")
        if self._remembered:
            return translate("ImportMapping", "remembered")
        if is_unused(column.role, self.kind):
            return ""
        if column.confidence >= _SURE:
            return translate("ImportMapping", "sure")
        if column.confidence >= _LIKELY:
            return translate("ImportMapping", "likely")
        return translate("ImportMapping", "unsure")

    def _text(self, row: int, place: MapColumn) -> str:
        column = self._columns[row]
        match place:
            case MapColumn.HEADER:
                return " ".join(column.header.split()) or translate(
                    "ImportMapping", "Column {0}, no title"
                ).format(column_letter(column.index))
            case MapColumn.SAMPLES:
                return " · ".join(" ".join(sample.split()) for sample in column.samples)
            case MapColumn.ROLE:
                return role_words(column.role, self.kind)
            case MapColumn.STATE:
                return self.state_words(row)
            case MapColumn.SURENESS:
                return self._sureness_words(column)

    def _ink(self, row: int, place: MapColumn) -> Any:
        column = self._columns[row]
        if place is MapColumn.SURENESS:
            return theme().color("warn" if self.is_doubtful_guess(row) else "text2")
        if place is MapColumn.HEADER:
            return theme().color("text" if column.header.strip() else "text3")
        if place is MapColumn.SAMPLES or is_unused(column.role, self.kind):
            return theme().color("text2")
        return None
