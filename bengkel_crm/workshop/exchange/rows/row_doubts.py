"""What could not be read of the present row: told for each row, read once."""

from typing import TypeAlias

from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.workshop.exchange.rows.entries import DoubtKind
from bengkel_crm.workshop.exchange.tables.profiles import is_failed, text_of

# Rows are as wide as their table and one blank cell wider: that cell, the last, is a column there is not.
Row: TypeAlias = tuple[Cell, ...]
# Of a cell that can not be read as much is told.
LONGEST_TOLD = 200


class RowDoubts:
    """What was read of cells is kept, and what could not be: `again` notes that for the present row."""

    def __init__(self) -> None:
        # Of the present row, in the order in which they were met.
        self.noted: list[tuple[DoubtKind, str]] = []
        self._of: dict[Row, dict[tuple[DoubtKind, str], None]] = {}

    def about(self, cells: Row, doubt: DoubtKind, value: str) -> None:
        """Remember a doubt about cells."""
        self._of.setdefault(cells, {})[doubt, value] = None

    def again(self, cells: Row) -> None:
        """Note for the present row what could not be read of its cells."""
        if self._of:
            self.noted += [doubt for doubt in self._of.get(cells, ()) if doubt not in self.noted]

    def without_failed(self, cells: Row) -> Row:
        """Return cells with those blank whose formula failed; `again` tells of them row by row."""
        failed = [cell for cell in cells if type(cell) is str and cell[:1] in "#Ee" and is_failed(cell)]
        for cell in failed:
            self.about(cells, DoubtKind.FAILED, text_of(cell))
        return tuple([None if is_failed(cell) else cell for cell in cells]) if failed else cells
