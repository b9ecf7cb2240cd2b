"""How a table is written: one row a visit or one row a line, dates once a day, merged cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bengkel_crm.reports.workbook_reader import Cell
from bengkel_crm.workshop.exchange.cells import CellReader, Untaken, is_plate
from bengkel_crm.workshop.exchange.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.roles import Role
from bengkel_crm.workshop.exchange.sheets import Table, TableKind

# Shares of rows that tell one way of writing from another.
_RUNS_OF_NUMBERS = 0.1
_RUNS_OF_DAYS = 0.15
_BLANK_DATES = 0.25
_REPEATED_DATES = 0.02
_SUMS_AGREE = 0.7
# What a cell merged downwards holds for every row it covers; a plate or a total it holds once.
_HOLDS_FOR_ALL = frozenset(
    {Role.DATE, Role.CUSTOMER, Role.PHONE, Role.ADDRESS, Role.CONTACT, Role.NUMBER, Role.BRAND, Role.VEHICLE}
)


@dataclass(frozen=True, slots=True)
class Layout:
    """`rows` are the table's rows, the first at `table.first`, with cells merged downwards filled in."""

    rows: tuple[tuple[Cell, ...], ...]
    a_line_a_row: bool
    groups_by_day: bool
    date_once_a_day: bool
    total_is_of_line: bool


def layout_of(table: Table) -> Layout:
    """Return how a table is written, by what its rows have in common."""
    reader = CellReader(table, None)
    rows = _filled(table)
    numbers = _runs([reader.number(row) for row in rows])
    days = _runs(
        [
            (plate, text_of(reader.cell(row, Role.DATE)))
            for row in rows
            if is_plate(plate := reader.plate(row)) and not is_nothing(reader.cell(row, Role.DATE))
        ]
    )
    groups_by_day = not reader.has(Role.NUMBER) and days >= _RUNS_OF_DAYS
    priced = reader.has(Role.QUANTITY) and (reader.has(Role.PRICE) or reader.has(Role.AMOUNT))
    a_line_a_row = (
        table.kind is TableKind.LINES
        or groups_by_day
        or (reader.has(Role.NUMBER) and numbers >= _RUNS_OF_NUMBERS)
        or (priced and reader.has(Role.WORK))
    )
    return Layout(
        rows, a_line_a_row, groups_by_day, _date_once_a_day(reader, rows), _total_is_of_line(reader, rows)
    )


def _runs(values: Sequence[object]) -> float:
    """Return the share of values that repeat the one before."""
    told = [value for value in values if value is not None]
    same = sum(1 for before, after in pairwise(told) if before == after)
    return same / len(told) if told else 0.0


def _filled(table: Table) -> tuple[tuple[Cell, ...], ...]:
    rows = list(table.sheet.rows[table.first - 1 : table.last])
    places = {column.index for column in table.columns if column.role in _HOLDS_FOR_ALL}
    plates = set(table.places(Role.PLATE))
    together = {
        row
        for top, left, bottom, _ in table.sheet.merged
        if left - 1 in plates and bottom > top
        for row in range(top + 1, bottom + 1)
    }
    for top, left, bottom, _ in table.sheet.merged:
        if bottom == top or left - 1 not in places or top < table.first:
            continue
        value = table.sheet.rows[top - 1][left - 1]
        for number in range(top + 1, min(bottom, table.last) + 1):
            # Rows that share one plate cell are one visit: they go on with the row above as they are.
            if number not in together:
                row = list(rows[number - table.first])
                row[left - 1] = value
                rows[number - table.first] = tuple(row)
    return tuple(rows)


def _date_once_a_day(reader: CellReader, rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Tell whether the date stands only on the first row of each day, the rows under it blank."""
    dates = [reader.cell(row, Role.DATE) for row in rows if is_plate(reader.plate(row))]
    blank = sum(is_nothing(cell) for cell in dates)
    told = [text_of(cell) for cell in dates if not is_nothing(cell)]
    return bool(
        told
        and not is_nothing(dates[0])
        and blank >= _BLANK_DATES * len(dates)
        and _runs(told) <= _REPEATED_DATES
    )


def _total_is_of_line(reader: CellReader, rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Tell whether "Total" is the amount of the line: price times quantity, or the only money there is."""
    if not reader.has(Role.PRICE):
        return not reader.has(Role.AMOUNT)
    agree = compared = 0
    for row in rows:
        price, total = (reader.cell(row, role) for role in (Role.PRICE, Role.TOTAL))
        try:
            left, right = reader.money(price), reader.money(total)
        except Untaken:
            continue
        if left is not None and right is not None:
            compared += 1
            agree += abs(left * (reader.quantity(row) or 1.0) - right) < 1
    return compared > 0 and agree >= _SUMS_AGREE * compared
