"""The customer a row names, read from its name, phones, address and number."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.trade.phones import has_letters_inside, has_lost_digits, is_words
from bengkel_crm.workshop.exchange.rows.entries import DoubtKind, Person
from bengkel_crm.workshop.exchange.rows.facts import phones_of, read_person
from bengkel_crm.workshop.exchange.rows.field_cells import FieldCells
from bengkel_crm.workshop.exchange.rows.row_doubts import Row, RowDoubts
from bengkel_crm.workshop.exchange.tables.choices import PhoneRule
from bengkel_crm.workshop.exchange.tables.joining import id_text
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import FIELD_ROLES, ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable, TableKind

NAME_PARTS = (ColumnRole.FIRST_NAME, ColumnRole.MIDDLE_NAME, ColumnRole.LAST_NAME, ColumnRole.COMPANY)
_PERSON = (ColumnRole.CUSTOMER, ColumnRole.ADDRESS, ColumnRole.CONTACT)
_FIELDS = FIELD_ROLES["customer"]

# What takes the first cell of each of these roles out of a row, then these cells.
FirstOf: TypeAlias = Callable[[Iterable[ColumnRole], Iterable[int]], Callable[[Row], Row]]


class PersonCells:
    """Equal cells are one and the same person, with a number one for each number."""

    def __init__(
        self, table: BookTable, first_of: FirstOf, phones: PhoneRule, doubts: RowDoubts, fields: FieldCells
    ) -> None:
        self._phones = phones
        self._doubts = doubts
        self._fields = fields
        self._ref = first_of([ColumnRole.CUSTOMER_ID], ())
        if not table.places(ColumnRole.CUSTOMER_ID) and table.kind is TableKind.CUSTOMERS:
            # The "id" of a list of customers is the customer's.
            self._ref = first_of([ColumnRole.NUMBER], ())
        self._has_names = any(table.places(role) for role in NAME_PARTS)
        self._names_of = first_of(NAME_PARTS, ())
        self._cells_of = first_of((*_PERSON, *_FIELDS), table.places(ColumnRole.PHONE))
        self._known: dict[Row, Person | None] = {}
        self._numbered: dict[tuple[int, str], Person] = {}

    def read(self, row: Row) -> Person | None:
        """Return the customer a row names, with the number the book gives him, or None."""
        person = self._named(row)
        ref = self._ref(row)[0]
        if person is None or ref is None or not (number := id_text(ref)):
            return person
        # One and the same for equal cells, as for those without a number.
        return self._numbered.setdefault((id(person), number), replace(person, ref=number))

    def _named(self, row: Row) -> Person | None:
        cells = self._cells_of(row)
        if self._has_names and is_nothing(cells[0]):
            cells = (self._name_in_parts(row), *cells[1:])
        if cells not in self._known:
            sound = self._doubts.without_failed(cells)
            phones = sound[len(_PERSON) + len(_FIELDS) :]
            more = self._fields.more_of("customer", cells, sound[len(_PERSON) :])
            person = read_person(*sound[: len(_PERSON)], *phones, rule=self._phones, more=more)
            self._doubt_phones(cells, phones, person)
            self._known[cells] = person
        self._doubts.again(cells)
        return self._known[cells]

    def _doubt_phones(self, cells: Row, phones: Row, person: Person | None) -> None:
        told = [cell for cell in phones if cell is not None and not is_nothing(cell)]
        for phone in [phone for cell in told for phone in phones_of(cell) if is_words(phone)]:
            kept = person is not None and phone in person.phones
            self._doubts.about(
                cells, DoubtKind.PHONE_WORDS if kept else DoubtKind.PHONE_OF_NOBODY, phone.typed
            )
        for phone in () if person is None else person.phones:
            if phone.e164 is None and has_lost_digits(phone.typed):
                self._doubts.about(cells, DoubtKind.PHONE, phone.typed)
            elif has_letters_inside(phone):
                self._doubts.about(cells, DoubtKind.PHONE_LETTERS, phone.typed)

    def _name_in_parts(self, row: Row) -> Cell:
        """Return a name that stands in several columns as one; without any the company's."""
        *parts, company, _, _ = self._doubts.without_failed(self._names_of(row))
        told = [text_of(part) for part in parts if not is_nothing(part)]
        return " ".join(told) if told else company
