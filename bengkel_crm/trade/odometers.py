"""Odometers: kilometres read from a book, the pace they show, and what they may stand at today."""

import math
import re
from collections.abc import Sequence
from datetime import date

_MOST_KM = 9_999_999
# A coach that drives through every night does less.
MOST_KM_A_DAY = 1_000
_LEAST_DAYS = 28
_LEAST_CERTAIN_FRACTION = 1_000
_BLANK = frozenset({"", "-", "--", "km", "- km", "tidak ada", "kosong", "n/a"})
_READING = re.compile(
    r"(?:km\.?\s*:?\s*)?(\d[\d.,' ]*?)\s*(rb|ribu|k)?\s*(?:km\.?|kilometer)?", re.IGNORECASE
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:'\d{3})+")
_TENTHS = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{4,}),\d{1,2}|(\d{1,3}(?:,\d{3})+|\d{4,})\.\d{1,2}")
_THOUSANDS = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")
_NOT_DIGIT = re.compile(r"\D")


def read_odometer(value: object) -> int | None:
    """Return the whole kilometres a cell or a field says, or None when it says nothing.

    Reads `43334 km`, `16.479`, `16,479`, `KM 16 479`, `43rb` and whole numbers; tenths are dropped.

    Raises:
        ValueError: it is not a reading, or Excel has taken its thousands for a fraction.
    """
    if value is None:
        return None
    if isinstance(value, bool):
        raise ValueError(f"not an odometer reading: {value!r}")
    if isinstance(value, int | float):
        return _from_number(value)
    text = " ".join(str(value).split())
    if text.casefold() in _BLANK:
        return None
    found = _READING.fullmatch(text)
    if found is None or not text.isascii():
        raise ValueError(f"not an odometer reading: {value!r}")
    return _checked(_thousands(found[1]) if found[2] else _plain(found[1]), value)


def believable(readings: Sequence[tuple[date, int]]) -> list[tuple[date, int]]:
    """Return the readings by day, but for those a vehicle can not have shown.

    A digit too many or too few stands out between two readings that fit each other. A last one that no
    vehicle could have reached is not believed until the next one bears it out.
    """
    ordered = sorted(readings)
    kept = ordered[:1]
    for place, reading in enumerate(ordered[1:-1], start=1):
        before, after = ordered[place - 1][1], ordered[place + 1][1]
        if before > after or before <= reading[1] <= after:
            kept.append(reading)
    if len(ordered) > 1 and not _is_jump(kept[-1], ordered[-1]):
        kept.append(ordered[-1])
    return kept


def km_per_day(readings: Sequence[tuple[date, int]]) -> float | None:
    """Return the pace a vehicle's own readings show, or None where they show none.

    Only believable readings since the odometer last went back or leapt count (a new speedometer, a slip of
    the pen): four weeks apart, with a distance between them that a vehicle can drive.
    """
    ordered = believable(readings)
    start = 0
    for index in range(1, len(ordered)):
        if ordered[index][1] < ordered[index - 1][1] or _is_jump(ordered[index - 1], ordered[index]):
            start = index
    if len(ordered) - start < 2:
        return None
    (first_day, first_km), (last_day, last_km) = ordered[start], ordered[-1]
    days = (last_day - first_day).days
    if days < _LEAST_DAYS or last_km == first_km:
        return None
    pace = (last_km - first_km) / days
    return pace if pace <= MOST_KM_A_DAY else None


def _is_jump(before: tuple[date, int], after: tuple[date, int]) -> bool:
    return after[1] - before[1] > MOST_KM_A_DAY * max(1, (after[0] - before[0]).days)


def estimate_km(last: tuple[date, int], rate: float | None, on: date) -> int:
    """Return what the odometer may show on a day, going on from the last reading; never less."""
    last_on, last_km = last
    if rate is None or on <= last_on:
        return last_km
    return last_km + int(rate * (on - last_on).days)


def _from_number(value: int | float) -> int:
    if not math.isfinite(value):
        raise ValueError(f"not an odometer reading: {value!r}")
    if value != int(value) and value < _LEAST_CERTAIN_FRACTION:
        # 16.479 typed with a dot in an English Excel is a fraction now, and 16.500 has become 16.5.
        raise ValueError(f"thousands or tenths: {value!r}")
    return _checked(int(value), value)


def _checked(km: int, value: object) -> int:
    if not 0 <= km <= _MOST_KM:
        raise ValueError(f"not an odometer reading: {value!r}")
    return km


def _plain(text: str) -> int:
    if text.isdigit() or _GROUPED.fullmatch(text):
        return int(_NOT_DIGIT.sub("", text))
    tenths = _TENTHS.fullmatch(text)
    if tenths is None:
        raise ValueError(f"not an odometer reading: {text!r}")
    return int(_NOT_DIGIT.sub("", tenths[1] or tenths[2]))


def _thousands(text: str) -> int:
    if not _THOUSANDS.fullmatch(text):
        raise ValueError(f"not an odometer reading: {text!r}")
    return round(float(text.replace(",", ".")) * 1000)
