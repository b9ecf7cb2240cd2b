"""What goes out of the shop: the kinds of cells a sheet can have, its columns, and the log of exports."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds; PLAIN is text, and stays text whatever it looks like."""

    PLAIN = "plain"
    DAY = "day"
    MOMENT = "moment"
    ID = "id"
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
    JOB_INTERVALS = "job_intervals"
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
