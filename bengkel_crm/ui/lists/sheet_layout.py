"""A list's columns as those of a spreadsheet."""

from collections.abc import Sequence
from typing import TypeVar

from bengkel_crm.records.exports import ExportKind, Layout, SheetColumn
from bengkel_crm.ui.lists.columns import ListColumn, SheetCell

R = TypeVar("R")
_PX_A_CHARACTER = 8
_STRETCHED = 44.0
_LEAST = 10.0


def layout_of(what: ExportKind, title: str, columns: Sequence[ListColumn[R]]) -> Layout[R]:
    """Return how a list with these columns goes out, in their order and in the present language."""
    cells = [(column, cell) for column in columns for cell in column.sheet_cells()]
    values = tuple(cell.value for _, cell in cells)
    return Layout(
        what,
        title,
        tuple(_sheet_column(column, cell) for column, cell in cells),
        lambda record: [value(record) for value in values],
    )


def _sheet_column(column: ListColumn[R], cell: SheetCell[R]) -> SheetColumn:
    title = column.title() if cell.title is None else cell.title()
    width = _STRETCHED if column.stretch else max(_LEAST, column.width / _PX_A_CHARACTER)
    return SheetColumn(title, cell.kind, width, cell.total)
