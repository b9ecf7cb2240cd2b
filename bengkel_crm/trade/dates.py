"""Dates as a workshop's book writes them. One that could be two days is never guessed."""

import calendar
import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

FIRST_YEAR = 1900
LAST_YEAR = 2199
_LAST_YEAR_OF_THIS_CENTURY = 79
_MONTH_NAMES = (
    "januari january jan",
    "februari february pebruari feb peb",
    "maret march mar mrt",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agu aug agt ags agst agus",
    "september sep sept",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december des dec",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_DAY_NAMES = re.compile(
    r"^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad"
    r"|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b[.,]?\s*"
)
_TIME_OF_DAY = re.compile(
    r"(?:\s*,?\s+(?:pukul\s+|jam\s+|pkl\.?\s+)?|t)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?.*$"
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*'?(\d{4}|\d{2})")
_DAY_MONTH_YEAR = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\s*[-/., ]*\s*([a-z]{3,9})\.?\s*[-/., ]*\s*'?(\d{4}|\d{2})"
)
_MONTH_DAY_YEAR = re.compile(
    r"([a-z]{3,9})\.?\s*[-/ ]?\s*(\d{1,2})(?:st|nd|rd|th)?\s*[-/, ]+\s*'?(\d{4}|\d{2})"
)
_EIGHT_DIGITS = re.compile(r"\d{8}")
_BLANK = frozenset({"", "-", "--", "tidak ada", "kosong", "n/a"})


class DateOrder(StrEnum):
    """Whether a column of dates writes the day or the month first."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class AmbiguousDate(ValueError):
    """A date that could be two days, in a column that does not say which."""


def read_date(
    value: object, order: DateOrder | None = DateOrder.DAY_FIRST, *, from_1904: bool = False
) -> date | None:
    """Return the day a cell or a field says, or None when it says nothing.

    Reads `12/08/26`, `12-8-2026`, `12 Agu 2026`, `Rabu, 12 Agustus 2026`, `2026-08-12`, Excel's dates and its
    serial numbers (of the calendar that begins in 1904 when `from_1904`). `order` settles 03/04.

    Raises:
        AmbiguousDate: it could be two days and `order` is None.
        ValueError: it is not a date.
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value, from_1904)
    if not isinstance(value, str):
        raise ValueError(f"not a date: {value!r}")
    return _from_text(value, order)


def infer_order(values: Iterable[object]) -> DateOrder | None:
    """Return the order a column's own unmistakable dates prove, or None when none does or they disagree."""
    proven: set[DateOrder] = set()
    for value in values:
        found = _NUMBERS.fullmatch(_without_extras(value)) if isinstance(value, str) else None
        if found is None:
            continue
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            proven.add(DateOrder.DAY_FIRST)
        elif second > 12 >= first:
            proven.add(DateOrder.MONTH_FIRST)
    return proven.pop() if len(proven) == 1 else None


def add_months(day: date, months: int) -> date:
    """Return the same day some months on (or back), or that month's last day where it has no such day.

    Raises:
        ValueError: the calendar does not go that far.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not date.min.year <= year <= date.max.year:
        raise ValueError(f"no such year: {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _from_number(value: int | float, from_1904: bool) -> date:
    if isinstance(value, int) and FIRST_YEAR * 10_000 < value < (LAST_YEAR + 1) * 10_000:
        return _year_first(str(value))
    # A serial counts days; the clock time behind the point is not ours. NaN fails the comparison too.
    if not 1 <= value < 2_958_466:
        raise ValueError(f"not a date: {value!r}")
    serial = int(value)
    if from_1904:
        return date(1904, 1, 1) + timedelta(days=serial)
    if serial == 60:
        # Lotus believed that 1900 was a leap year and Excel keeps the faith.
        raise ValueError("29 February 1900 never was")
    return date(1899, 12, 31 if serial < 60 else 30) + timedelta(days=serial)


@lru_cache(maxsize=4096)
def _from_text(text: str, order: DateOrder | None) -> date | None:
    plain = _without_extras(text)
    if plain in _BLANK:
        return None
    if _EIGHT_DIGITS.fullmatch(plain):
        return _year_first(plain) if int(plain[4:6]) <= 12 else _day_of(plain[4:], plain[2:4], plain[:2])
    if found := _YEAR_FIRST.fullmatch(plain):
        return _day_of(found[1], found[3], found[4])
    if found := _NUMBERS.fullmatch(plain):
        return _settle(found[1], found[2], found[3], order)
    if found := _DAY_MONTH_YEAR.fullmatch(plain):
        return _day_of(found[3], _month_number(found[2], text), found[1])
    if found := _MONTH_DAY_YEAR.fullmatch(plain):
        return _day_of(found[3], _month_number(found[1], text), found[2])
    raise ValueError(f"not a date: {text!r}")


def _without_extras(text: str) -> str:
    """Return the text in lower case, single-spaced, without the day's name and the time of day."""
    plain = _DAY_NAMES.sub("", " ".join(text.split()).casefold())
    # Only after a whole date: "12.08 2026" is not a time.
    head = _TIME_OF_DAY.sub("", plain)
    return head if sum(letter.isalnum() for letter in head) >= 4 else plain


def _year_first(digits: str) -> date:
    return _day_of(digits[:4], digits[4:6], digits[6:])


def _settle(first: str, second: str, year: str, order: DateOrder | None) -> date:
    """Return the only day that the two numbers allow, or else the one `order` means."""
    if int(second) > 12:
        return _day_of(year, first, second)
    if int(first) > 12 or first == second or order is DateOrder.DAY_FIRST:
        return _day_of(year, second, first)
    if order is DateOrder.MONTH_FIRST:
        return _day_of(year, first, second)
    day_first = _day_of(year, second, first)
    if int(first) == int(second):
        return day_first
    raise AmbiguousDate(f"{first}/{second}/{year}")


def _month_number(name: str, text: str) -> int:
    number = _MONTHS.get(name)
    if number is None:
        raise ValueError(f"not a date: {text!r}")
    return number


def _day_of(year: str, month: int | str, day: str) -> date:
    full_year = int(year)
    if len(year) == 2:
        full_year += 2000 if full_year <= _LAST_YEAR_OF_THIS_CENTURY else 1900
    if not FIRST_YEAR <= full_year <= LAST_YEAR:
        raise ValueError(f"no such year: {year}")
    return date(full_year, int(month), int(day))
