"""What a book says, read but not yet compared with the shop file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from bengkel_crm.records.work_orders import Line
from bengkel_crm.trade.kinds import ProductCategory, VehicleKind
from bengkel_crm.trade.phones import Phone
from bengkel_crm.workshop.exchange.tables.profiles import text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable
from bengkel_crm.workshop.reminders.outcome_taking import OutcomeRow

# Between several remarks, or lines of work, that are told as one.
BETWEEN = " · "


class RowFate(StrEnum):
    """What became of one row of the book; every row has exactly one."""

    TAKEN = "taken"
    KNOWN = "known"
    NOT_TAKEN = "not_taken"
    HEADER = "header"
    ABOVE = "above"
    TOTAL = "total"
    NOTE = "note"
    BLANK = "blank"
    UNUSED = "unused"
    LEFT_OUT = "left_out"


class Reason(StrEnum):
    """Why a row was not taken."""

    NO_PLATE = "no_plate"
    BAD_PLATE = "bad_plate"
    NO_DATE = "no_date"
    BAD_DATE = "bad_date"
    AMBIGUOUS_DATE = "ambiguous_date"
    STRANGE_DATE = "strange_date"
    NO_SUCH_NUMBER = "no_such_number"
    NO_SUCH_ID = "no_such_id"
    IN_BIN = "in_bin"
    NOT_DONE = "not_done"
    LEFT_OUT = "left_out"
    # Of lists of customers and of prices.
    NO_NAME = "no_name"
    NO_PRICE = "no_price"
    IS_WORK = "is_work"
    # Of what came of reminders.
    UNKNOWN_PLATE = "unknown_plate"
    UNKNOWN_NUMBER = "unknown_number"
    DIFFERENT = "different"
    UNKNOWN_OUTCOME = "unknown_outcome"
    NO_UNTIL = "no_until"
    BAD_UNTIL = "bad_until"
    PAST_UNTIL = "past_until"
    NOT_REMINDED = "not_reminded"
    WHICH_VEHICLE = "which_vehicle"
    # Of rows of the program's own export, changed by hand.
    BAD_VALUE = "bad_value"
    TOO_LONG = "too_long"
    EMPTY = "empty"
    TWICE = "twice"
    NO_PARENT = "no_parent"
    NO_COLUMN = "no_column"


class DoubtKind(StrEnum):
    """Which cell of a row that was taken could not be read, or not be believed; its text is kept."""

    ODOMETER = "odometer"
    MONEY = "money"
    QUANTITY = "quantity"
    YEAR = "year"
    VALUE = "value"
    PARENT = "parent"
    PHONE = "phone"
    PHONE_LETTERS = "phone_letters"
    PHONE_WORDS = "phone_words"
    PHONE_OF_NOBODY = "phone_of_nobody"
    LEAP = "leap"
    FAILED = "failed"


# Where the cell stands that a row was refused for.
_TO_MEND = {
    **dict.fromkeys(
        (Reason.NO_PLATE, Reason.BAD_PLATE, Reason.IN_BIN), (ColumnRole.PLATE, ColumnRole.PLATE_DIGITS)
    ),
    **dict.fromkeys(
        (Reason.NO_DATE, Reason.BAD_DATE, Reason.AMBIGUOUS_DATE, Reason.STRANGE_DATE), (ColumnRole.DATE,)
    ),
    Reason.NO_SUCH_NUMBER: (ColumnRole.NUMBER,),
    Reason.NOT_DONE: (ColumnRole.STATUS,),
    Reason.NO_SUCH_ID: (ColumnRole.VEHICLE_ID,),
    Reason.NO_NAME: (ColumnRole.CUSTOMER, ColumnRole.PRODUCT),
    Reason.NO_PRICE: (ColumnRole.PRICE,),
    Reason.UNKNOWN_OUTCOME: (ColumnRole.OUTCOME,),
    **dict.fromkeys((Reason.NO_UNTIL, Reason.BAD_UNTIL, Reason.PAST_UNTIL), (ColumnRole.UNTIL,)),
    **dict.fromkeys((Reason.UNKNOWN_PLATE, Reason.DIFFERENT, Reason.NOT_REMINDED), (ColumnRole.PLATE,)),
    **dict.fromkeys(
        (Reason.UNKNOWN_NUMBER, Reason.WHICH_VEHICLE), (ColumnRole.NUMBER, ColumnRole.ROW_NUMBER)
    ),
}


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that was not taken, with its cells as text under the names of their columns.

    `column_index` is that of the cell to mend, from 0; None where the table has no such column.
    """

    sheet: str
    row: int
    reason: Reason
    value: str
    header: tuple[str, ...]
    cells: tuple[str, ...]
    column_index: int | None = None


@dataclass(frozen=True, slots=True)
class CellDoubt:
    """A cell of a row that was taken without it, or with what is doubtful; `column_index` counts from 0."""

    sheet: str
    row: int
    doubt: DoubtKind
    value: str
    column_index: int | None = None


# What is told of the declared fields of a table that are taken as they stand, in their order; () of none.
More: TypeAlias = tuple[Any, ...]


def merged(told: Iterable[More], pick: Callable[[Sequence[Any]], Any] = lambda values: values[0]) -> More:
    """Return what several rows tell of such fields: of each the value that `pick` takes of those told."""
    rows = [more for more in told if more]
    if not rows:
        return ()
    columns = [[value for value in column if value is not None] for column in zip(*rows, strict=True)]
    return tuple(pick(column) if column else None for column in columns)


@dataclass(frozen=True, slots=True)
class Person:
    """A customer as one row names it; `key` is what all spellings of the name share, `more` as in `merged`.

    Rows with the same `ref`, the number that the book itself gives a customer, mean the same.
    """

    name: str
    key: str
    phones: tuple[Phone, ...]
    address: str | None = None
    contact: str | None = None
    ref: str | None = None
    more: More = ()


@dataclass(frozen=True, slots=True)
class VehicleFacts:
    """What one row tells of a vehicle, beside its plate; `more` as in `merged`."""

    kind: VehicleKind | None = None
    brand: str | None = None
    model: str | None = None
    year: int | None = None
    more: More = ()


@dataclass(slots=True)
class BookVisit:
    """One visit; job lines of later rows are added to it while the book is read.

    `sheet` and `row` are where it begins; further rows are `more_rows`. A book has a hundred thousand visits,
    and most have one row. Visits that name the same work share one tuple of lines; `lines_from` is the sheet
    they stand on, `letters` how many they have together once a second row has added to them.
    """

    sheet: str
    row: int
    plate: str
    plate_key: str
    facts: VehicleFacts
    date: date
    number: str | None
    person: Person | None
    symptom: str | None
    odometer_km: int | None = None
    remarks: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    lines_from: str | None = None
    letters: int = 0
    mechanics: tuple[str, ...] = ()
    total_rupiah: int | None = None
    more: More = ()
    more_rows: tuple[tuple[str, int], ...] = ()

    @property
    def rows(self) -> tuple[tuple[str, int], ...]:
        """Return (sheet, row) of all its rows."""
        return ((self.sheet, self.row), *self.more_rows)

    def add_row(self, sheet: str, row: int) -> None:
        """Note that a row belongs to it."""
        if (sheet, row) != (self.sheet, self.row):
            self.more_rows += ((sheet, row),)


@dataclass(frozen=True, slots=True)
class VehicleEntry:
    """One row of a list of vehicles."""

    sheet: str
    row: int
    plate: str
    plate_key: str
    facts: VehicleFacts
    person: Person | None


@dataclass(frozen=True, slots=True)
class CustomerEntry:
    """One row of a list of customers."""

    sheet: str
    row: int
    person: Person


@dataclass(frozen=True, slots=True)
class ProductEntry:
    """One row of a price list."""

    sheet: str
    row: int
    name: str
    category: ProductCategory
    price_rupiah: int | None


@dataclass(slots=True)
class Readings:
    """All that was read of a book, in its order; `fates[sheet][row - 1]` tells what a row was."""

    visits: list[BookVisit] = field(default_factory=list)
    vehicles: list[VehicleEntry] = field(default_factory=list)
    customers: list[CustomerEntry] = field(default_factory=list)
    products: list[ProductEntry] = field(default_factory=list)
    outcomes: list[OutcomeRow] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    left_out: list[RowProblem] = field(default_factory=list)
    doubts: list[CellDoubt] = field(default_factory=list)
    fates: dict[str, list[RowFate]] = field(default_factory=dict)
    tables: tuple[BookTable, ...] = ()
    _titles: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict, repr=False)

    def forget_known(self) -> None:
        """Take back what an earlier comparison with the shop file made of rows."""
        for visit in self.visits:
            for sheet, row in visit.rows:
                self.fates[sheet][row - 1] = RowFate.TAKEN
        entries: list[VehicleEntry | CustomerEntry | ProductEntry]
        entries = [*self.vehicles, *self.customers, *self.products]
        for entry in entries:
            self.fates[entry.sheet][entry.row - 1] = RowFate.TAKEN
        self.problems = [problem for problem in self.problems if problem.reason is not Reason.IN_BIN]
        self.doubts = [doubt for doubt in self.doubts if doubt.doubt is not DoubtKind.LEAP]

    def refuse(self, sheet: str, row: int, reason: Reason, value: str) -> None:
        """Note that a row is not taken, and why."""
        self.fates[sheet][row - 1] = RowFate.NOT_TAKEN
        self.problems.append(self._problem(sheet, row, reason, value))

    def leave_out(self, sheet: str, row: int, value: str = "") -> None:
        """Note that a clerk left a row out, and which of its values could not be read."""
        self.fates[sheet][row - 1] = RowFate.LEFT_OUT
        self.left_out.append(self._problem(sheet, row, Reason.LEFT_OUT, value))

    def _titles_of(self, table: BookTable) -> tuple[str, ...]:
        """Return what the columns of a table are called: one tuple for all of its rows."""
        key = (table.sheet.name, table.first)
        if key not in self._titles:
            self._titles[key] = tuple(column.header for column in table.columns)
        return self._titles[key]

    def _problem(self, sheet: str, row: int, reason: Reason, value: str) -> RowProblem:
        table = next(
            table for table in self.tables if table.sheet.name == sheet and table.first <= row <= table.last
        )
        return RowProblem(
            sheet,
            row,
            reason,
            value,
            self._titles_of(table),
            tuple(text_of(cell) for cell in table.sheet.rows[row - 1]),
            next((place for role in _TO_MEND.get(reason, ()) for place in table.places(role)), None),
        )
