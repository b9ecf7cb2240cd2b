"""Cells of fields that are taken from any book as they are declared."""

from datetime import date
from typing import Any

from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.schema.exchanged import FROM_BOOKS, declared
from bengkel_crm.schema.fields import Holds
from bengkel_crm.trade.dates import DateOrder, read_date
from bengkel_crm.workshop.exchange.rows.cell_values import day_number, read_value, sound_value
from bengkel_crm.workshop.exchange.rows.entries import DoubtKind, More
from bengkel_crm.workshop.exchange.rows.row_doubts import LONGEST_TOLD, Row, RowDoubts
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of

# Before that nobody kept a book of visits: Excel shows the number 5 as 5 January 1900.
EARLIEST, LATEST = date(1950, 1, 1), date(2099, 12, 31)


class FieldCells:
    """Reads days in the order and the calendar of their book; what can not be read is a doubt."""

    def __init__(self, order: DateOrder | None, doubts: RowDoubts, *, from_1904: bool) -> None:
        self._order = order
        self._doubts = doubts
        self._from_1904 = from_1904

    def day(self, cell: Cell) -> date | None:
        """Return the day of a cell, None for a blank one.

        Raises:
            ValueError: it is none, or could be two.
        """
        return read_date(day_number(sound_value(cell)), self._order, from_1904=self._from_1904)

    def more_of(self, table: str, cells: Row, sound: Row) -> More:
        """Return the first of these cells as the fields of a table hold them; () where all are blank."""
        names = FROM_BOOKS[table]
        values = [self._value(table, name, cells, cell) for name, cell in zip(names, sound, strict=False)]
        return tuple(values) if any(value is not None for value in values) else ()

    def _value(self, table: str, name: str, cells: Row, cell: Cell) -> Any:
        if cell is None or is_nothing(cell):
            return None
        try:
            if declared(table, name).holds is Holds.DAY:
                day = self.day(cell)
                # What is valid for years lies later than any visit.
                if day is None or not EARLIEST <= day <= LATEST:
                    raise ValueError(cell)
                return day.isoformat()
            return read_value(declared(table, name), cell)
        except ValueError:
            self._doubts.about(cells, DoubtKind.VALUE, text_of(cell)[:LONGEST_TOLD])
            return None
