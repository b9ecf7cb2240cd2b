"""Odometers: kilometres read from a book, the pace they show, and what they may stand at today."""

import math
import re
from collections.abc import Sequence
from datetime import date

_MOST_KM = 9_999_999
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


def km_per_day(readings: Sequence[tuple[date, int]]) -> float | None:
    """Return the pace a vehicle's own readings show, or None where they show none.

    Only readings since the odometer last went back count (a new speedometer, a slip of the pen): two of
    them, a day apart, with a distance between them.
    """
    ordered = sorted(readings)
    start = 0
    for index in range(1, len(ordered)):
        if ordered[index][1] < ordered[index - 1][1]:
            start = index
    if len(ordered) - start < 2:
        return None
    (first_day, first_km), (last_day, last_km) = ordered[start], ordered[-1]
    days = (last_day - first_day).days
    if days < 1 or last_km == first_km:
        return None
    return (last_km - first_km) / days


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
