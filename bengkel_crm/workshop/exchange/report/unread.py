"""Columns of a table of which nothing is taken though something stands in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import PERSON_ROLES, PLATE_ROLES, VEHICLE_ROLES, ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable
from bengkel_crm.workshop.exchange.tables.table_kinds import TableKind

_PERSON = frozenset(PERSON_ROLES) - {ColumnRole.HONORIFIC} | {ColumnRole.CUSTOMER_ID}
_VEHICLE = frozenset(VEHICLE_ROLES) | {ColumnRole.VEHICLE_ID}
# What rows of a kind use; of the others every role.
_USED: Mapping[TableKind, frozenset[ColumnRole]] = {
    TableKind.LINES: frozenset(ColumnRole) - _PERSON - _VEHICLE - {ColumnRole.HONORIFIC, ColumnRole.SYMPTOM},
    TableKind.VEHICLES: _PERSON.union(_VEHICLE, PLATE_ROLES, {ColumnRole.ROW_NUMBER, ColumnRole.NUMBER}),
    TableKind.CUSTOMERS: _PERSON | {ColumnRole.HONORIFIC, ColumnRole.ROW_NUMBER, ColumnRole.NUMBER},
}
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class UnreadColumn:
    """A column (`index` from 0) that is not taken though `filled` cells of it are; most may be numbers."""

    index: int
    header: str
    filled: int
    is_numbers: bool


def unread_columns(table: BookTable) -> tuple[UnreadColumn, ...]:
    """Return the columns that hold something and are not taken, left to right."""
    used = _USED.get(table.kind)
    width = max(map(len, table.sheet.rows[table.first - 1 : table.last]), default=0)
    headers = {column.index: column.header for column in table.columns}
    roles = {column.index: column.role for column in table.columns}
    unread = []
    for index in range(width):
        role = roles.get(index, ColumnRole.OTHER)
        if role is not ColumnRole.OTHER and (used is None or role in used):
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
