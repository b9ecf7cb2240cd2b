"""Rows of a list of customers: people and companies without a plate beside them.

Name, form of address, phones, address and contact person are taken. A customer has no place for an e-mail
address, a birthday or a remark: such columns are named as not imported.
"""

from dataclasses import replace

from bengkel_crm.trade.names import read_name
from bengkel_crm.workshop.exchange.rows.cells import CellReader, Row, Untaken
from bengkel_crm.workshop.exchange.rows.entries import CustomerEntry, Person, Readings, Reason, RowFate
from bengkel_crm.workshop.exchange.rows.list_rows import Taker
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import Table

_LONGEST_HONORIFIC = 20


def taker_of_customers(readings: Readings, table: Table, cells: CellReader) -> Taker:
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
