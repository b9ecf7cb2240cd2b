"""Backups of the shop file."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A copy of the shop file; `why` is empty for one made at the end of the work or in the midst of it.

    `number` counts the copies of its folder in the order they were made, 0 is unknown; what nobody wrote down
    of an old copy is None. One `in_second_place` lies on the stick, not beside the shop file.
    """

    path: str
    made_at: datetime
    bytes: int
    why: str = ""
    number: int = 0
    vehicles: int | None = None
    work_orders: int | None = None
    last_on: date | None = None
    in_second_place: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """A copy that was put back, and where what the shop file held before is kept, if there was anything."""

    copy: BackupFile
    kept: BackupFile | None
