"""Which of many copies are kept: the newest, and the last of each of some days, weeks and months."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Keeping:
    """How many copies are kept: the newest by number, and the last of each of so many days, weeks, months."""

    newest: int
    days: int
    weeks: int
    months: int


USUAL = Keeping(newest=12, days=7, weeks=10, months=9)
# When the disk is nearly full.
FEW = Keeping(newest=3, days=3, weeks=2, months=2)


def choose_kept(days: Sequence[date], keeping: Keeping) -> set[int]:
    """Return the places of the copies to be kept, from the folder's days of all of them, the newest first."""
    kept = set(range(min(len(days), keeping.newest)))
    spans: tuple[tuple[Callable[[date], Hashable], int], ...] = (
        (date.toordinal, keeping.days),
        (_week, keeping.weeks),
        (_month, keeping.months),
    )
    for span_of, most in spans:
        last: dict[Hashable, int] = {}
        for place, day in enumerate(days):
            last.setdefault(span_of(day), place)
        kept.update(list(last.values())[:most])
    return kept


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
