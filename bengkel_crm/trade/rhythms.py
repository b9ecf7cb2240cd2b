"""How often a vehicle usually comes, and when its absence begins to mean something."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

_FEWEST_VISITS = 3
# Half as long again as usual, and never less than two weeks past it: people are not clocks.
_PATIENCE = 1.5
_LEAST_GRACE_DAYS = 14


def rhythm_days(days: Sequence[date]) -> int | None:
    """Return the usual number of days between two visits, the median; None for fewer than three visit days.

    `days` are in order; several visits on one day count once.
    """
    distinct = sorted(set(days))
    if len(distinct) < _FEWEST_VISITS:
        return None
    return round(median((later - earlier).days for earlier, later in pairwise(distinct)))


def slips_on(days: Sequence[date], rhythm: int | None) -> date | None:
    """Return the day from which a vehicle that has not come is slipping away, or None without a rhythm."""
    if rhythm is None or not days:
        return None
    return max(days) + timedelta(days=max(round(rhythm * _PATIENCE), rhythm + _LEAST_GRACE_DAYS))
