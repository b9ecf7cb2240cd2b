"""What an odometer reading tells beside the earlier ones; soft news only, nothing is refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# More than this a day, beyond a first stretch, is rather a slip of the finger than a journey.
_MOST_KM_A_DAY = 300
_PACE_FACTOR = 5
_FIRST_STRETCH_KM = 2_000


class KmKind(StrEnum):
    """FIRST has nothing to compare with; ABOVE_LATER passes a reading of a later day."""

    FIRST = "first"
    MORE = "more"
    SAME = "same"
    LOWER = "lower"
    JUMP = "jump"
    ABOVE_LATER = "above_later"


@dataclass(frozen=True, slots=True)
class KmNews:
    """`other_km` is the reading compared with, `difference_km` how much more or less this one is."""

    kind: KmKind
    other_km: int = 0
    difference_km: int = 0


def find_reading_before(readings: Sequence[tuple[date, int]], day: date) -> tuple[date, int] | None:
    """Return the last of `readings` (newest first) that was taken on a day or before it."""
    return next((reading for reading in readings if reading[0] <= day), None)


def judge_km(km: int, day: date, readings: Sequence[tuple[date, int]], km_per_day: float | None) -> KmNews:
    """Return what a reading on a day tells beside the vehicle's others, newest first."""
    later = [reading for reading in readings if reading[0] > day]
    if later and km > later[-1][1]:
        return KmNews(KmKind.ABOVE_LATER, later[-1][1], km - later[-1][1])
    before = find_reading_before(readings, day)
    if before is None:
        return KmNews(KmKind.FIRST)
    read_on, read_km = before
    difference = km - read_km
    if difference < 0:
        return KmNews(KmKind.LOWER, read_km, -difference)
    pace = max(_MOST_KM_A_DAY, _PACE_FACTOR * (km_per_day or 0))
    if difference > _FIRST_STRETCH_KM + pace * max(1, (day - read_on).days):
        return KmNews(KmKind.JUMP, read_km, difference)
    return KmNews(KmKind.MORE if difference else KmKind.SAME, read_km, difference)
