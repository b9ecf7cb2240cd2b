"""When a job falls due next, by months or by kilometres, and how often a vehicle usually comes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from bengkel_crm.trade.dates import add_months
from bengkel_crm.trade.kinds import VehicleKind


@dataclass(frozen=True, slots=True)
class JobInterval:
    """How often a job kind is due on one kind of vehicle; None means "not by this measure"."""

    vehicle_kind: VehicleKind
    months: int | None
    km: int | None


# A vehicle that would need longer than this to reach its km is due by the calendar only.
_FARTHEST_ESTIMATE_DAYS = 3_650


@dataclass(frozen=True, slots=True)
class Due:
    """`due_by` is the earlier of `due_on` and the day `due_km` is expected; it is estimated if the latter."""

    due_on: date | None
    due_km: int | None
    due_by: date | None
    due_by_is_estimated: bool


def next_due(
    last_done_on: date,
    last_done_km: int | None,
    months: int | None,
    km: int | None,
    last_reading: tuple[date, int] | None,
    km_per_day: float | None,
) -> Due:
    """Return when a job done then, and due every `months` or `km`, falls due again."""
    due_on = add_months(last_done_on, months) if months else None
    due_km = last_done_km + km if km and last_done_km is not None else None
    reached_on = None
    if due_km is not None and last_done_km is not None:
        reading = last_reading if last_reading is not None else (last_done_on, last_done_km)
        # An odometer that shows less than at the job was changed since: its km say nothing about this job.
        if reading[1] >= last_done_km:
            reached_on = _reached_on(due_km, reading, km_per_day)
    if reached_on is not None and (due_on is None or reached_on < due_on):
        return Due(due_on, due_km, reached_on, True)
    return Due(due_on, due_km, due_on, False)


def is_due(due_by: date | None, today: date) -> bool:
    """Return whether a job is due: on its day already, not only after it."""
    return due_by is not None and today >= due_by


def _reached_on(due_km: int, reading: tuple[date, int], km_per_day: float | None) -> date | None:
    """Return the day the odometer is expected to show `due_km`, or the day it was read to be past it."""
    read_on, read_km = reading
    if read_km >= due_km:
        return read_on
    if not km_per_day or km_per_day <= 0:
        return None
    days = (due_km - read_km) / km_per_day
    if days > _FARTHEST_ESTIMATE_DAYS:
        return None
    return read_on + timedelta(days=math.ceil(days))


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
