"""The columns of a list as data: how a value sorts, reads, is painted and goes to a spreadsheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from bengkel_crm.base import i18n
from bengkel_crm.records.exports import ExportKind, Kind, ListLayout, SheetColumn
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.lists.cell import Cell
from bengkel_crm.ui.look.tokens import ColorName, Tone

# What a cell without a value shows.
NOTHING = "—"
R = TypeVar("R")
_PX_A_CHARACTER = 8
_STRETCHED = 44.0
_LEAST = 10.0


class Align(StrEnum):
    """To which side a column's cells stand."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, eq=False, slots=True)
class CellKind:
    """What the values of a column are; how they read, stand and go to a spreadsheet follows from it."""

    words: Callable[[Any], str]
    sheet: Kind = Kind.PLAIN
    align: Align = Align.LEFT
    tabular: bool = False


TEXT = CellKind(str)
# Figures, but no number to reckon with: a phone, a year, the number of a work order.
DIGITS = CellKind(str, tabular=True)
PLATE = CellKind(format_plate)
# Where it has no room it is cut as an oil is.
OIL = CellKind(str)
DAY = CellKind(i18n.format_date, Kind.DAY, tabular=True)
MOMENT = CellKind(i18n.format_moment, Kind.MOMENT, tabular=True)
ROW = CellKind(str, Kind.ID, Align.RIGHT, tabular=True)
COUNT = CellKind(i18n.format_number, Kind.COUNT, Align.RIGHT, tabular=True)
RUPIAH = CellKind(i18n.format_rupiah, Kind.RUPIAH, Align.RIGHT, tabular=True)


@dataclass(frozen=True)
class SheetCell(Generic[R]):
    """What of a column goes to a spreadsheet, typed; without a title it goes under the column's own.

    `value` is called away from the window: it returns a text, number or day, None for nothing.
    """

    value: Callable[[R], Any]
    kind: Kind = Kind.PLAIN
    title: Callable[[], str] | None = None
    total: bool = False


@dataclass(frozen=True)
class CellEditor(Generic[R]):
    """How a cell is typed in: `make` returns its widget, filled; `take` gets it when it is left."""

    make: Callable[[QWidget, R], QWidget]
    may: Callable[[R], bool]
    take: Callable[[QWidget, R], None]
    # Where in its cell the widget stands.
    place: Callable[[QRect], QRect]


@dataclass(frozen=True)
class ListColumn(Generic[R]):
    """One column; `title` is asked again after a change of language.

    `key` names the column for good: remembered widths and the order asked of the workshop use it.
    `value` sorts, and is shown as its kind reads unless `words` says more; `paint` draws the cell by hand.
    `cells` are what a spreadsheet gets of it, its value where they are not given.
    """

    key: str
    title: Callable[[], str]
    value: Callable[[R], Any]
    kind: CellKind = TEXT
    words: Callable[[R], str] | None = None
    width: int = 120
    # What it keeps where the table has too little room; its title always has room.
    least: int = 0
    nothing: str = NOTHING
    stretch: bool = False
    sortable: bool = True
    shown: bool = True
    ink: Callable[[R], ColorName | None] | None = None
    # How urgent it is: drawn as a chip, None leaves it plain text.
    tone: Callable[[R], Tone | None] | None = None
    paint: Callable[[Cell, R], None] | None = None
    editor: CellEditor[R] | None = None
    # Whether its box is ticked: drawn by the style and clicked through the model, unless `paint` draws it.
    is_ticked: Callable[[R], bool] | None = None
    cells: tuple[SheetCell[R], ...] | None = None
    # A spreadsheet adds it up.
    total: bool = False

    def text(self, record: R) -> str:
        """Return what the cell shows in the present language."""
        if self.words is not None:
            return self.words(record)
        value = self.value(record)
        return self.nothing if value is None or value == "" else self.kind.words(value)

    def order(self, record: R) -> Any:
        """Return what the record is sorted by, None where it is not known; capitals make no difference."""
        value = self.value(record)
        return (value.casefold() or None) if type(value) is str else value

    def sheet_cells(self) -> tuple[SheetCell[R], ...]:
        """Return what a spreadsheet gets of it."""
        if self.cells is not None:
            return self.cells
        return (SheetCell(self._sheet_value(), self.kind.sheet, total=self.total),)

    def _sheet_value(self) -> Callable[[R], Any]:
        value, words = self.value, self.kind.words
        if self.kind.sheet is not Kind.PLAIN:
            return value
        if self.words is not None:
            return self.words
        return (lambda record: value(record) or None) if words is str else lambda record: words(value(record))


def layout_of(what: ExportKind, title: str, columns: Sequence[ListColumn[R]]) -> ListLayout[R]:
    """Return how a list with these columns goes out, in their order and in the present language."""
    cells = [(column, cell) for column in columns for cell in column.sheet_cells()]
    values = tuple(cell.value for _, cell in cells)
    return ListLayout(
        what,
        title,
        tuple(_sheet_column(column, cell) for column, cell in cells),
        lambda record: [value(record) for value in values],
    )


def _sheet_column(column: ListColumn[R], cell: SheetCell[R]) -> SheetColumn:
    title = column.title() if cell.title is None else cell.title()
    width = _STRETCHED if column.stretch else max(_LEAST, column.width / _PX_A_CHARACTER)
    return SheetColumn(title, cell.kind, width, cell.total)
