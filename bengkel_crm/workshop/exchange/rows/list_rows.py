"""Reading the rows of a list that tells of no work, one record a row."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from bengkel_crm.trade.names import read_name
from bengkel_crm.workshop.exchange.rows.cells import CellReader, Untaken
from bengkel_crm.workshop.exchange.rows.entries import (
    CellDoubt,
    CustomerEntry,
    Person,
    Readings,
    Reason,
    RowFate,
)
from bengkel_crm.workshop.exchange.rows.layout import rows_of
from bengkel_crm.workshop.exchange.rows.lengths import RowLengths
from bengkel_crm.workshop.exchange.rows.orphan_rows import decide_orphan
from bengkel_crm.workshop.exchange.rows.row_doubts import Row
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable

# Reads a row of a list, numbered from 1, and returns what it was; None for one that names no record.
Taker: TypeAlias = Callable[[int, Row], RowFate | None]
_STEP = 200


def read_list(
    readings: Readings,
    table: BookTable,
    cells: CellReader,
    take: Taker,
    step: Callable[[int], None],
    left_out: frozenset[tuple[str, int]],
) -> None:
    """Read a list from top to bottom; rows without a record are titles, totals, notes or problems."""
    name = table.sheet.name
    rows, lengths = rows_of(table, cells), RowLengths(table, cells)

    def take_if_it_fits(number: int, row: Row) -> RowFate | None:
        lengths.prove(row)
        return take(number, row)

    for start in range(0, len(rows), _STEP):
        lot = rows.between(start, start + _STEP)
        for number, row in enumerate(lot, table.first + start):
            if (name, number) in left_out:
                readings.leave_out(name, number)
            else:
                _read_row(readings, table, cells, take_if_it_fits, number, row)
        step(len(lot))


def _read_row(
    readings: Readings, table: BookTable, cells: CellReader, take: Taker, number: int, row: Row
) -> None:
    name = table.sheet.name
    try:
        fate = _fate_of_other(table, cells, row)
        if fate is None:
            fate = take(number, row) or RowFate.NOTE
    except Untaken as problem:
        cells.doubts.noted.clear()
        readings.refuse(name, number, problem.reason, problem.value)
        return
    readings.fates[name][number - 1] = fate
    for doubt, value in cells.doubts.noted:
        places = [column.index for column in table.columns if column.role is not ColumnRole.OTHER]
        index = next((place for place in places if text_of(row[place]).startswith(value)), None)
        readings.doubts.append(CellDoubt(name, number, doubt, value, index))
    cells.doubts.noted.clear()


def _fate_of_other(table: BookTable, cells: CellReader, row: Row) -> RowFate | None:
    """Return what a row is that is no record at all: blank, a header again, a total."""
    fate = decide_orphan(table, cells, row)
    return fate if fate in (RowFate.BLANK, RowFate.HEADER, RowFate.TOTAL) else None


_LONGEST_HONORIFIC = 20


def taker_of_customers(readings: Readings, table: BookTable, cells: CellReader) -> Taker:
    """Return what reads a row of a list of customers into the readings."""
    reach = (ColumnRole.PHONE, ColumnRole.ADDRESS, ColumnRole.CONTACT)

    def take(number: int, row: Row) -> RowFate | None:
        person = cells.person(row)
        if person is None:
            if any(not is_nothing(cell) for role in reach for cell in cells.cells(row, role)):
                raise Untaken(Reason.NO_NAME)
            return None
        readings.customers.append(CustomerEntry(table.sheet.name, number, _addressed(person, cells, row)))
        return RowFate.TAKEN

    return take


def _addressed(person: Person, cells: CellReader, row: Row) -> Person:
    """Return the person with what the column beside the name says of how it is addressed, and its number."""
    title = cells.cell(row, ColumnRole.HONORIFIC)
    text = "" if is_nothing(title) else text_of(title)
    if text and len(text) <= _LONGEST_HONORIFIC and read_name(person.name).honorific is None:
        together = f"{text} {person.name}"
        if read_name(together).honorific is not None:
            person = replace(person, name=together)
    return person
