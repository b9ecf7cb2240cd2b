"""What a table and a field of the shop file can be declared to be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum, auto
from typing import Any

from bengkel_crm.records.imports import KeptReason

# How many letters a text may have.
PLATE, NAME, TEXT = 20, 120, 2_000
# Work and goods are named in a line of a bill, and a price list has long names.
LINE = 500
# What is told of a visit in one line: of a hundred lines of a bill, none of them short.
LINES = 100 * LINE


class Holds(StrEnum):
    """What stands in a field; CODE is one of a few values that are shown as words, ID a number to name by."""

    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    ID = "id"
    WHOLE = "whole"
    RUPIAH = "rupiah"
    NUMBER = "number"
    CODE = "code"


class Journal(Enum):
    """How what is written into a table can be taken back."""

    ROWS = auto()  # row by row, with an image of each
    WHOLE = auto()  # by its key, or rows in the place of all: short tables without ids
    BESIDE = auto()  # goes and comes back with the vehicle
    DERIVED = auto()  # computed again from the rest
    NEVER = auto()


class Anonymise(Enum):
    """What making a person unknown does to the rows of a table that tell of him."""

    NOTHING = auto()
    FIELDS = auto()  # empties the private fields
    ROWS = auto()  # takes the rows out


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a table.

    `refers_to` is a table whose id stands here: `enforced` by the file, `part_of` where the row is nothing
    without it, and while this row is there an import keeps what it names because of `keeps`. `blank` is
    needed, but may be an empty text. Where there are `choices` the file itself takes no other value.
    `made_from` is the field of which this one is a key to search by, `make` makes it. `taken_as` is what it
    is called in the shop's own export, where a job kind stands by its code. `private` tells of a person.
    `from_books`: a column of any program's book that is called so is taken for it, as it stands there.
    `label` is what people call it, in English; the other languages are in the resources.
    What is not stored is shown beside a row: what lies at the end of `path` ("vehicle_id.plate"), or what the
    export itself knows how to find. `written_as` is the field that it holds as it was typed.
    """

    holds: Holds
    required: bool = False
    blank: bool = False
    longest: int | None = None
    choices: type[StrEnum] | None = None
    refers_to: str | None = None
    enforced: bool = True
    part_of: bool = False
    keeps: KeptReason | None = None
    least: int | None = None
    most: int | None = None
    default: int | None = None
    made_from: str | None = None
    make: Callable[[Any], object] | None = None
    is_exchanged: bool = True
    taken_as: str | None = None
    from_books: bool = False
    private: bool = False
    is_stored: bool = True
    label: str = ""
    path: str | None = None
    written_as: str | None = None

    @property
    def sql_type(self) -> str:
        """The type of the column in the file."""
        if self.holds is Holds.NUMBER:
            return "REAL"
        if self.holds in (Holds.ID, Holds.WHOLE, Holds.RUPIAH) or self.default is not None:
            return "INTEGER"
        return "TEXT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of the shop file; `fields` stand in the order in which the shop's own export shows them.

    `label` is what people call its rows, in English. `key` are the fields of the primary key, `unique` those
    of which each value may stand there once (of what does not lie in the bin). `in_data_copy`: a person who
    asks what is kept of him is given its rows. `sort` are the paths by which the export is ordered. `title`
    are the paths to what people call a row; a part of several has blanks between. A table whose rows are
    parts of others has none. `stored` are the columns in the file: what deeds write row by row is versioned.
    """

    name: str
    label: str = ""
    fields: Mapping[str, Field]
    key: tuple[str, ...] = ("id",)
    unique: tuple[tuple[str, ...], ...] = ()
    journal: Journal
    anonymise: Anonymise
    in_data_copy: bool
    is_exchanged: bool
    sort: tuple[str, ...] = ("id",)
    title: tuple[str, ...] = ()
    title_order: tuple[str, ...] = ()
    stored: Mapping[str, Field] = field(init=False)

    def __post_init__(self) -> None:
        stored = {name: one for name, one in self.fields.items() if one.is_stored}
        if self.journal is Journal.ROWS:
            stored.update(VERSIONED)
        object.__setattr__(self, "stored", stored)

    @property
    def whole(self) -> str | None:
        """The table of which each row is a part of a row."""
        return next((one.refers_to for one in self.stored.values() if one.part_of), None)

    @property
    def can_be_removed(self) -> bool:
        """Whether rows go into the bin."""
        return "removed_at" in self.fields


# How often a row was written over, when that was last, and by whom; nobody says yet who sits at the PC.
# Kept where a deed writes its rows (db/journal), so whoever read a row can tell that it is another by now.
VERSIONED: Mapping[str, Field] = {
    "version": Field(Holds.WHOLE, required=True, default=1, is_exchanged=False),
    "changed_at": Field(Holds.MOMENT, is_exchanged=False),
    "changed_by": Field(Holds.ID, is_exchanged=False),
}


def fields(**declared: Field) -> Mapping[str, Field]:
    """Return fields by their names."""
    return declared


def text(longest: int | None = None, **more: Any) -> Field:
    """Return a text of at most so many letters."""
    return Field(Holds.TEXT, longest=longest, **more)


def day(**more: Any) -> Field:
    """Return a day, an ISO text."""
    return Field(Holds.DAY, **more)


def moment(**more: Any) -> Field:
    """Return a day with its time, an ISO text."""
    return Field(Holds.MOMENT, **more)


def whole(**more: Any) -> Field:
    """Return a whole number."""
    return Field(Holds.WHOLE, **more)


def rupiah(**more: Any) -> Field:
    """Return an amount of money."""
    return Field(Holds.RUPIAH, **more)


def real(**more: Any) -> Field:
    """Return a number with decimals."""
    return Field(Holds.NUMBER, **more)


def code(choices: type[StrEnum] | None = None, **more: Any) -> Field:
    """Return one of a few values."""
    return Field(Holds.CODE, choices=choices, **more)


def number(**more: Any) -> Field:
    """Return a whole number that names or orders something, nothing to be summed."""
    return Field(Holds.ID, **more)


def refers(table: str, keeps: KeptReason | None = None, **more: Any) -> Field:
    """Return the id of a row of another table."""
    return Field(Holds.ID, refers_to=table, keeps=keeps, **more)


def part_of(table: str, keeps: KeptReason = KeptReason.EDITED, **more: Any) -> Field:
    """Return the id of the row that a row is a part of."""
    return Field(Holds.ID, required=True, refers_to=table, keeps=keeps, part_of=True, **more)


def private(one: Field) -> Field:
    """Return a field that tells of a person."""
    return replace(one, private=True)


def key_of(name: str, make: Callable[[Any], object], **more: Any) -> Field:
    """Return the key by which another field of the row is searched; it is made anew, never exchanged."""
    return Field(Holds.TEXT, made_from=name, make=make, is_exchanged=False, **more)


def shown(path: str | None = None, holds: Holds = Holds.TEXT, *, label: str) -> Field:
    """Return what the export shows beside the fields of a row, for whoever reads it; nothing in the file."""
    return Field(holds, is_stored=False, path=path, label=label)


def as_written(name: str, *, label: str) -> Field:
    """Return a field once more, for the program: as it was typed, and not as it is shown."""
    return Field(Holds.TEXT, is_stored=False, path=name, written_as=name, label=label)


def row_id() -> Field:
    """Return the number of a row, never given again."""
    return Field(Holds.ID, required=True, label="ID")
