"""Past imports, and what taking one back would do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import that was not taken back; the numbers are of records that it added."""

    deed_id: int
    file_name: str
    at: datetime
    vehicles: int
    customers: int
    work_orders: int
    products: int


class KeptReason(StrEnum):
    """Why something of an import stays when the import is taken back."""

    EDITED = "edited"
    WORK_ORDER = "work_order"
    NOTE = "note"
    CONTACT = "contact"
    NEW_OWNER = "new_owner"
    OWNS = "owns"
    USED = "used"


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record that stays; `title` is what people call it."""

    table: str
    record_id: int
    title: str
    reason: KeptReason


@dataclass(frozen=True, slots=True)
class ImportUndoPreview:
    """What taking an import back would do.

    `going` counts the records that go, by table; `given_back` those of before whose fields go back to what
    they were; `kept` names what stays, vehicles first.
    """

    past: PastImport
    going: Mapping[str, int]
    given_back: int
    kept: tuple[KeptRecord, ...]
