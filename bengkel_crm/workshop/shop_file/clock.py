"""Whether the clock of the PC can be right: compared with what was saved last."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal import deeds

# What a clock that is set by hand differs from another.
_ALLOWED = timedelta(minutes=10)
_LONG = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """`last` is when something was saved last, `now` what the clock says, behind it or far ahead."""

    now: datetime
    last: datetime

    @property
    def is_behind(self) -> bool:
        return self.now < self.last


def doubt_clock(database: Database) -> ClockDoubt | None:
    """Return what is doubtful about the clock, or None."""
    last, now = deeds.last_done_at(database), database.now()
    if last is None or last - _ALLOWED <= now <= last + _LONG:
        return None
    return ClockDoubt(now, last)
