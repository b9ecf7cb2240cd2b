"""Columns of a table of which nothing is taken though something stands in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import Role
from bengkel_crm.workshop.exchange.tables.sheets import Table
from bengkel_crm.workshop.exchange.tables.table_kinds import TableKind

_PLATES = (Role.PLATE, Role.PLATE_REGION, Role.PLATE_DIGITS, Role.PLATE_SUFFIX)
_NAMES = (Role.CUSTOMER, Role.FIRST_NAME, Role.MIDDLE_NAME, Role.LAST_NAME, Role.COMPANY)
_PERSON = (*_NAMES, Role.PHONE, Role.ADDRESS, Role.CONTACT, Role.CUSTOMER_ID)
_VEHICLE = (Role.VEHICLE, Role.BRAND, Role.MODEL, Role.YEAR, Role.COLOR, Role.VEHICLE_KIND, Role.VEHICLE_ID)
# What rows of a kind use; of the others every role.
_USED: Mapping[TableKind, frozenset[Role]] = {
    TableKind.LINES: frozenset(Role) - {*_PERSON, *_VEHICLE, Role.HONORIFIC, Role.SYMPTOM},
    TableKind.VEHICLES: frozenset({*_PLATES, *_PERSON, *_VEHICLE, Role.ROW_NUMBER, Role.NUMBER}),
    TableKind.CUSTOMERS: frozenset({*_PERSON, Role.HONORIFIC, Role.ROW_NUMBER, Role.NUMBER}),
}
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class UnreadColumn:
    """A column (`index` from 0) that is not taken though `filled` cells of it are; most may be numbers."""

    index: int
    header: str
    filled: int
    is_numbers: bool


def unread_columns(table: Table) -> tuple[UnreadColumn, ...]:
    """Return the columns that hold something and are not taken, left to right."""
    used = _USED.get(table.kind)
    width = max(map(len, table.sheet.rows[table.first - 1 : table.last]), default=0)
    headers = {column.index: column.header for column in table.columns}
    roles = {column.index: column.role for column in table.columns}
    unread = []
    for index in range(width):
        role = roles.get(index, Role.OTHER)
        if role is not Role.OTHER and (used is None or role in used):
            continue
        cells = [
            row[index]
            for row in table.sheet.rows[table.first - 1 : table.last]
            if index < len(row) and not is_nothing(row[index])
        ]
        if cells:
            numbers = sum(isinstance(cell, int | float) or text_of(cell).isdecimal() for cell in cells)
            header = headers.get(index, "") or f"({column_letter(index)})"
            unread.append(UnreadColumn(index, header, len(cells), numbers >= _MOSTLY * len(cells)))
    return tuple(unread)


def column_letter(index: int) -> str:
    """Return what Excel calls the column of an index that counts from 0."""
    letters, number = "", index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
