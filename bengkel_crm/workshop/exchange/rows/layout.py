"""How a table is written: one row a visit or one row a line, dates once a day, merged cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bengkel_crm.workshop.exchange.rows.cells import CellReader
from bengkel_crm.workshop.exchange.rows.row_doubts import Row
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable, TableKind

# So many rows show how all of them are written.
_ENOUGH_ROWS = 2_000
# Shares of rows that tell one way of writing from another.
_RUNS_OF_NUMBERS = 0.1
_RUNS_OF_DAYS = 0.15
_BLANK_DATES = 0.25
_LEAST_BLANK_DATES = 3
_REPEATED_DATES = 0.02
_SUMS_AGREE = 0.7
# What a cell merged downwards holds for every row it covers; a plate or a total it holds once.
_HOLDS_FOR_ALL = frozenset(
    {
        ColumnRole.DATE,
        ColumnRole.CUSTOMER,
        ColumnRole.PHONE,
        ColumnRole.ADDRESS,
        ColumnRole.CONTACT,
        ColumnRole.NUMBER,
        ColumnRole.BRAND,
        ColumnRole.VEHICLE,
    }
)


@dataclass(frozen=True, slots=True)
class RowLayout:
    """What the rows of a table have in common."""

    a_line_a_row: bool
    groups_by_day: bool
    date_once_a_day: bool
    total_is_of_line: bool


class TableRows:
    """The rows of a table as its reader wants them, made when they are asked for: a book is held once."""

    def __init__(self, table: BookTable, reader: CellReader) -> None:
        self._rows = table.sheet.rows
        self._reader = reader
        self._before = table.first - 1
        self._count = max(0, min(table.last, len(self._rows)) - self._before)
        self._filled: dict[int, Row] = {}

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int) -> Row:
        if not 0 <= place < self._count:
            raise IndexError(place)
        filled = self._filled.get(place)
        return self._reader.row_of(self._rows[self._before + place]) if filled is None else filled

    def __setitem__(self, place: int, row: Row) -> None:
        if not 0 <= place < self._count:
            raise IndexError(place)
        self._filled[place] = row

    def between(self, start: int, end: int) -> list[Row]:
        """Return the rows from a place, counted from 0, up to another."""
        return [self[place] for place in range(start, min(end, self._count))]


def rows_of(table: BookTable, reader: CellReader) -> TableRows:
    """Return the rows of a table for its reader, with cells merged downwards filled in."""
    rows = TableRows(table, reader)
    places = {column.index for column in table.columns if column.role in _HOLDS_FOR_ALL}
    plates = set(table.places(ColumnRole.PLATE))
    downwards = [merged for merged in table.sheet.merged if merged[2] > merged[0] >= table.first]
    # Rows that share one plate cell are one visit: they go on with the row above as they are.
    together = {
        row for top, left, bottom, _ in downwards if left - 1 in plates for row in range(top + 1, bottom + 1)
    }
    for top, left, bottom, _ in downwards:
        if left - 1 not in places:
            continue
        value = rows[top - table.first][left - 1] if top <= table.last else None
        for number in range(top + 1, min(bottom, table.last) + 1):
            if number not in together:
                row = rows[number - table.first]
                rows[number - table.first] = (*row[: left - 1], value, *row[left:])
    return rows


def layout_of(table: BookTable, reader: CellReader, all_rows: TableRows) -> RowLayout:
    """Return how a table is written."""
    rows = all_rows.between(0, _ENOUGH_ROWS)
    groups_by_day = not reader.has(ColumnRole.NUMBER) and _days_in_runs(reader, rows) >= _RUNS_OF_DAYS
    numbers = [number for row in rows if (number := reader.number(row)) is not None]
    reader.doubts.noted.clear()
    priced = reader.has(ColumnRole.QUANTITY) and (
        reader.has(ColumnRole.PRICE) or reader.has(ColumnRole.AMOUNT)
    )
    return RowLayout(
        a_line_a_row=table.kind is TableKind.LINES
        or groups_by_day
        or _runs(numbers) >= _RUNS_OF_NUMBERS
        or (priced and reader.has(ColumnRole.WORK)),
        groups_by_day=groups_by_day,
        date_once_a_day=_date_once_a_day(reader, rows),
        total_is_of_line=_total_is_of_line(reader, rows),
    )


def _runs(values: Sequence[object]) -> float:
    """Return the share of values that repeat the one before."""
    same = sum(1 for before, after in pairwise(values) if before == after)
    return same / len(values) if values else 0.0


def _days_in_runs(reader: CellReader, rows: Sequence[Row]) -> float:
    told = [(reader.plate(row)[1], reader.cell(row, ColumnRole.DATE)) for row in rows]
    return _runs([(key, cell) for key, cell in told if key and not is_nothing(cell)])


def _date_once_a_day(reader: CellReader, rows: Sequence[Row]) -> bool:
    """Return whether the date stands only on the first row of each day, the rows under it blank."""
    dates = [reader.cell(row, ColumnRole.DATE) for row in rows if reader.plate(row)[1]]
    told = [cell for cell in dates if not is_nothing(cell)]
    return bool(
        told
        and not is_nothing(dates[0])
        and len(dates) - len(told) >= max(_LEAST_BLANK_DATES, _BLANK_DATES * len(dates))
        and _runs(told) <= _REPEATED_DATES
    )


def _total_is_of_line(reader: CellReader, rows: Sequence[Row]) -> bool:
    """Return whether "Total" is the amount of the line: price times quantity, or the only money there is."""
    if not reader.has(ColumnRole.PRICE):
        return not reader.has(ColumnRole.AMOUNT)
    agree = compared = 0
    for row in rows:
        price, total = (reader.money(reader.cell(row, role)) for role in (ColumnRole.PRICE, ColumnRole.TOTAL))
        if price is not None and total is not None:
            compared += 1
            agree += abs(price * (reader.quantity(reader.cell(row, ColumnRole.QUANTITY)) or 1.0) - total) < 1
    reader.doubts.noted.clear()
    return compared > 0 and agree >= _SUMS_AGREE * compared
