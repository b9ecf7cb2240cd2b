"""What a clerk decides about a book before it is taken over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bengkel_crm.trade.dates import DateOrder
from bengkel_crm.workshop.exchange.tables.roles import FIELD_ROLES, ColumnRole
from bengkel_crm.workshop.exchange.tables.table_kinds import TableKind


class PhoneRule(StrEnum):
    """Which numbers of a cell that holds several are taken."""

    ALL = "all"
    FIRST = "first"


class FieldRule(StrEnum):
    """What becomes of a field that the book and the shop file tell differently.

    KEEP leaves the shop's, TAKE puts the book's in its place, FILL takes the book's where the shop has none.
    """

    KEEP = "keep"
    TAKE = "take"
    FILL = "fill"


class ImportField(StrEnum):
    """What a book can tell differently of a record the shop file has; KIND is a vehicle's."""

    NAME = "name"
    PHONES = "phones"
    ADDRESS = "address"
    CONTACT = "contact"
    KIND = "kind"
    BRAND = "brand"
    MODEL = "model"
    YEAR = "year"
    PRICE = "price"
    locals().update({role.name: role.value for roles in FIELD_ROLES.values() for role in roles})


@dataclass(frozen=True, slots=True)
class TableChoice:
    """One table of a book: rows `first` to `last` under the rows `header`, all numbered from 1.

    `roles` are those of the columns from the left, OTHER for one that is not imported. Only where `taken`
    is the table imported at all. `date_order` is that of an earlier book with this header; it settles what
    neither the dates of this one nor the clerk do. `plate` is that of all rows where no column has plates.
    """

    sheet: str
    header: tuple[int, int]
    first: int
    last: int
    kind: TableKind
    roles: tuple[ColumnRole, ...]
    taken: bool = True
    date_order: DateOrder | None = None
    plate: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """All decisions about one book.

    `date_order` settles dates that could be two days. A field without a rule in `fields` is filled where
    it is blank. `mended` has the texts that stand for cells, by sheet, row (from 1) and column (from 0);
    `left_out` rows, by sheet and row, are passed over. `same_customers` are keys of `LookAlike`s who are one.
    """

    tables: tuple[TableChoice, ...]
    date_order: DateOrder | None = None
    phones: PhoneRule = PhoneRule.ALL
    fields: Mapping[ImportField, FieldRule] = field(default_factory=dict)
    mended: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    left_out: frozenset[tuple[str, int]] = frozenset()
    same_customers: tuple[tuple[str, str], ...] = ()

    def order_of(self, sheet: str, header: tuple[int, int]) -> DateOrder | None:
        """Return the order of dates under a header, where the dates themselves do not tell."""
        orders = [
            choice.date_order
            for choice in self.tables
            if (choice.sheet, choice.header) == (sheet, header) and choice.date_order is not None
        ]
        return self.date_order or next(iter(orders), None)

    def rule_of(self, name: ImportField) -> FieldRule:
        """Return what becomes of a field told differently."""
        return self.fields.get(name, FieldRule.FILL)
