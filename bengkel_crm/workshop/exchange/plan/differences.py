"""What a book tells differently of records the shop file has, and what becomes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bengkel_crm.base.i18n import format_date
from bengkel_crm.db.exchange.imports import KnownCustomer, KnownProduct, KnownVehicle
from bengkel_crm.schema.exchanged import FROM_BOOKS, declared
from bengkel_crm.schema.fields import Holds
from bengkel_crm.trade.money import format_number
from bengkel_crm.trade.names import fold, name_key
from bengkel_crm.trade.phones import Phone, format_phone, match_key
from bengkel_crm.workshop.exchange.plan.people import BookCustomer, Mentions, describe
from bengkel_crm.workshop.exchange.rows.entries import ProductEntry, VehicleFacts
from bengkel_crm.workshop.exchange.tables.choices import Choices, FieldRule, ImportField

Place = tuple[str, int]
_OF_VEHICLES = ("brand", "model", "year", *FROM_BOOKS["vehicle"], "kind")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that the book (`theirs`) tells differently of a record of the shop file (`ours`).

    `title` names the record: a plate, a customer's name, a product. "" is a field that is blank; of KIND it
    is the value of a `VehicleKind`. `rule` is what was chosen for the field.
    """

    sheet: str
    row: int
    title: str
    field: ImportField
    ours: str
    theirs: str
    rule: FieldRule

    @property
    def is_taken(self) -> bool:
        """Whether the book's is written."""
        return self.rule is FieldRule.TAKE or (self.rule is FieldRule.FILL and not self.ours)


@dataclass(frozen=True, slots=True)
class CustomerChange:
    """What is written of a customer: columns, and all its phones where they change."""

    columns: Mapping[str, Any]
    phones: tuple[Phone, ...] | None


class Comparison:
    """Compares records, and keeps what it found in the order it was asked."""

    def __init__(self, choices: Choices) -> None:
        self.found: list[Difference] = []
        self._choices = choices

    def vehicle(
        self, plate: str, known: KnownVehicle, facts: VehicleFacts, rows: Sequence[tuple[Place, VehicleFacts]]
    ) -> dict[str, object]:
        """Return the columns of a vehicle to overwrite; `rows` tell where the book says so, oldest first."""
        changes: dict[str, object] = {}
        for name in _OF_VEHICLES:
            ours, theirs = known.facts[name], _field_of("vehicle", facts, name)
            if theirs is None or _is_same(ours, theirs):
                continue
            if ours is None and name in ("brand", "model") and _is_of_another(known, facts):
                continue
            told = [place for place, row in rows if _field_of("vehicle", row, name) == theirs]
            if self._is_taken((told or [rows[-1][0]])[-1], plate, ImportField(name), ours, theirs):
                changes[name] = theirs
        return changes

    def customer(self, known: KnownCustomer, group: Mentions) -> CustomerChange | None:
        """Return what becomes of a customer of the shop file that the book names, None for nothing."""
        theirs = describe(group)
        columns: dict[str, Any] = {}
        place = group.mentions[-1].place
        if theirs.name and not _is_same(known.name, theirs.name):
            told = [
                mention.place for mention in group.mentions if mention.person.key == name_key(theirs.name)
            ]
            if self._is_taken((told or [place])[-1], known.name, ImportField.NAME, known.name, theirs.name):
                columns |= {
                    "name": theirs.name,
                    "name_key": name_key(theirs.name),
                    "honorific": theirs.honorific,
                    "kind": theirs.kind.value,
                }
        for name, column, ours, text in (
            (ImportField.ADDRESS, "address", known.address, theirs.address),
            (ImportField.CONTACT, "contact_person", known.contact, theirs.contact),
            *(
                (ImportField(column), column, known.more[column], _field_of("customer", theirs, column))
                for column in FROM_BOOKS["customer"]
            ),
        ):
            if text is not None and not _is_same(ours, text):
                told = [
                    mention.place
                    for mention in group.mentions
                    if text in (mention.person.address, mention.person.contact, *mention.person.more)
                ]
                if self._is_taken((told or [place])[-1], known.name, name, ours, text):
                    columns[column] = text
        phones = self._phones(known, theirs, group)
        return CustomerChange(columns, phones) if columns or phones is not None else None

    def _phones(
        self, known: KnownCustomer, theirs: BookCustomer, group: Mentions
    ) -> tuple[Phone, ...] | None:
        """Return a customer's phones from now on: the book's before ours, as none is ever thrown away.

        What the book mangled ("8.12E+11") stands last: nobody can be called or written to by it.
        """
        # The same writing that an older version read as another number is that number no more.
        written = {phone.typed: phone for phone in theirs.phones}
        kept = tuple(written.get(phone.typed, phone) for phone in known.phones)
        mended = None if kept == known.phones else kept
        ours = {_key(phone) for phone in kept}
        new = [phone for phone in theirs.phones if _key(phone) not in ours]
        if not new:
            return mended
        told = [
            mention.place
            for mention in group.mentions
            if any(_key(phone) == _key(new[0]) for phone in mention.person.phones)
        ]
        place = (told or [group.mentions[-1].place])[-1]
        if not self._is_taken(
            place, known.name, ImportField.PHONES, _phones_text(known.phones), _phones_text(theirs.phones)
        ):
            return mended
        named = {_key(phone) for phone in theirs.phones}
        phones = (*theirs.phones, *[phone for phone in kept if _key(phone) not in named])
        return tuple(sorted(phones, key=lambda phone: phone.e164 is None))

    def product(self, known: KnownProduct, entry: ProductEntry) -> int | None:
        """Return the price of a product from now on, None where it stays."""
        price = entry.price_rupiah
        if price is None or price == known.price_rupiah:
            return None
        ours = None if known.price_rupiah is None else format_number(known.price_rupiah)
        place = entry.sheet, entry.row
        return (
            price
            if self._is_taken(place, known.name, ImportField.PRICE, ours, format_number(price))
            else None
        )

    def _is_taken(self, place: Place, title: str, name: ImportField, ours: object, theirs: object) -> bool:
        texts = ["" if value is None else _shown(name, value) for value in (ours, theirs)]
        difference = Difference(*place, title, name, texts[0], texts[1], self._choices.rule_of(name))
        self.found.append(difference)
        return difference.is_taken


def _is_of_another(known: KnownVehicle, facts: VehicleFacts) -> bool:
    """Return whether brand and model are of different vehicles: one is not put beside the other's half."""
    halves = [(known.facts[name], getattr(facts, name)) for name in ("brand", "model")]
    return any(ours is not None and not _is_same(ours, theirs) for ours, theirs in halves)


def _shown(name: ImportField, value: object) -> str:
    """Return a value for the eye; a day is kept as an ISO text."""
    if any(name in names and declared(table, name).holds is Holds.DAY for table, names in FROM_BOOKS.items()):
        return format_date(date.fromisoformat(str(value)))
    return str(value)


def _field_of(table: str, told: VehicleFacts | BookCustomer, name: str) -> Any:
    """Return what is told of a field: one that is read by itself, or one that is taken as it stands."""
    if name not in FROM_BOOKS[table]:
        return getattr(told, name)
    return told.more[FROM_BOOKS[table].index(name)] if told.more else None


def _is_same(ours: object, theirs: object) -> bool:
    if isinstance(ours, str) and isinstance(theirs, str):
        return ours == theirs or fold(ours) == fold(theirs)
    return ours == theirs


def _key(phone: Phone) -> str:
    return phone.typed if phone.e164 is None else match_key(phone.e164)


def _phones_text(phones: Sequence[Phone]) -> str:
    return " / ".join(map(format_phone, phones))
