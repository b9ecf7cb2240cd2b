"""What goes out of the shop: the kinds of cells a sheet can have, its columns, and the log of exports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, TypeVar

R = TypeVar("R")


class Kind(StrEnum):
    """What a column holds; PLAIN is text, and stays text whatever it looks like.

    COUNT is whole: the format of NUMBER leaves a bare decimal mark behind whole numbers ("12.500,").
    """

    PLAIN = "plain"
    DAY = "day"
    MOMENT = "moment"
    ID = "id"
    COUNT = "count"
    NUMBER = "number"
    RUPIAH = "rupiah"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: its title, what it holds, its width in characters, and whether its sum is wanted."""

    title: str
    kind: Kind
    width: float = 14
    total: bool = False


class ExportKind(StrEnum):
    """What left the shop."""

    EVERYTHING = "everything"
    VEHICLES = "vehicles"
    WORK_ORDERS = "work_orders"
    DUE = "due"
    LEFT_OUT = "left_out"
    CONTACTS = "contacts"
    RESPONSE = "response"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class ExportEntry:
    """One line of the log: when what went into which file, with how many rows.

    `what` is None where a newer version of the program wrote a kind this one does not know.
    """

    at: datetime
    what: ExportKind | None
    file_name: str
    rows: int


@dataclass(frozen=True)
class ListLayout(Generic[R]):
    """How a list goes out: `cells` makes a row of values, one for each of `columns`, from a record."""

    what: ExportKind
    title: str
    columns: Sequence[SheetColumn]
    cells: Callable[[R], Sequence[Any]]


@dataclass(frozen=True)
class Target:
    """Where a list goes, and when; a name that ends in .csv is written as CSV, any other as a workbook."""

    path: Path
    at: datetime
