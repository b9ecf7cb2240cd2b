"""Rows as the XML of a sheet, a block at a time: quick for what is usual, careful with what is not."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from xml.sax.saxutils import escape

from bengkel_crm.records.exports import Kind
from bengkel_crm.reports.workbooks_out.cell_text import LONGEST_CELL, shown_text

# Written as they are, these would be read as markup, as an escape, or not at all.
_SPECIAL = ("&", "<", ">", "_x", " |", "| ")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
# Excel counts days from the end of 1899, and has a 29 February 1900.
_DAY_ZERO = date(1899, 12, 30).toordinal()
_SOUND_SINCE = date(1900, 3, 1)
_FIRST_YEAR = 1900
_DAY_SECONDS = 86_400

Cells = list[str]
Write = Callable[[Sequence[Any], Sequence[str]], Cells]


def column_letters(place: int) -> str:
    """Return the letters of the column at a place: A for 0, AB for 27."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_writer(kind: Kind, letters: str, style: int) -> Write:
    """Return what makes the cells of one column from its values and the numbers of their rows.

    What has no value has no cell; a value that is not of the column's kind is written as what it is.
    """

    def odd(values: Sequence[Any], rows: Sequence[str]) -> Cells:
        """Return the cells of a column whose values are of several kinds, each looked at by itself."""
        return [
            _odd_cell(value, f"{letters}{row}", style, kind) for value, row in zip(values, rows, strict=True)
        ]

    match kind:
        case Kind.PLAIN:
            return _text_writer(f'<c r="{letters}', style, odd)
        case Kind.DAY:
            return _day_writer(f'<c r="{letters}', style, odd)
        case Kind.MOMENT:
            return odd
        case _:
            return _number_writer(f'<c r="{letters}', style, odd)


def _text_writer(head: str, style: int, odd: Write) -> Write:
    tail = f'" s="{style}" t="inlineStr"><is><t>'

    def texts(values: Sequence[Any], rows: Sequence[str]) -> Cells:
        """Return the cells of a column of texts."""
        if not _are_plain_texts(values):
            return odd(values, rows)
        return [
            f"{head}{row}{tail}{value}</t></is></c>" if value else ""
            for value, row in zip(values, rows, strict=True)
        ]

    return texts


def _number_writer(head: str, style: int, odd: Write) -> Write:
    tail = f'" s="{style}"><v>'

    def numbers(values: Sequence[Any], rows: Sequence[str]) -> Cells:
        """Return the cells of a column of numbers."""
        if not set(map(type, values)) <= _NUMBERS:
            return odd(values, rows)
        return [
            f"{head}{row}{tail}{value}</v></c>" if value is not None else ""
            for value, row in zip(values, rows, strict=True)
        ]

    return numbers


def _day_writer(head: str, style: int, odd: Write) -> Write:
    tail = f'" s="{style}"><v>'

    def days(values: Sequence[Any], rows: Sequence[str]) -> Cells:
        """Return the cells of a column of days, as Excel counts them."""
        if not _are_sound_days(values):
            return odd(values, rows)
        return [
            f"{head}{row}{tail}{value.toordinal() - _DAY_ZERO}</v></c>" if value is not None else ""
            for value, row in zip(values, rows, strict=True)
        ]

    return days


def text_cell(text: str, reference: str, style: int) -> str:
    """Return a cell with a text, whatever is in it."""
    words = _ESCAPE.sub("_x005F_", escape(shown_text(text)))
    return f'<c r="{reference}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


_NUMBERS = frozenset({int, float, type(None)})
_TEXTS = frozenset({str, type(None)})
_DAYS = frozenset({date, type(None)})


def _are_plain_texts(values: Sequence[Any]) -> bool:
    """Return whether all texts can be written letter by letter: nearly always, so it must be quick."""
    if not set(map(type, values)) <= _TEXTS:
        return False
    words = [value for value in values if value]
    if not words:
        return True
    # The bars show a blank at the edge of a text, which an XML reader would take away.
    joined = f"|{'|'.join(words)}|"
    return (
        joined.isprintable()
        and not any(special in joined for special in _SPECIAL)
        and max(map(len, words)) <= LONGEST_CELL
    )


def _are_sound_days(values: Sequence[Any]) -> bool:
    if not set(map(type, values)) <= _DAYS:
        return False
    return min((value for value in values if value is not None), default=_SOUND_SINCE) >= _SOUND_SINCE


def _odd_cell(value: Any, reference: str, style: int, kind: Kind) -> str:
    if value is None or value == "":
        return ""
    number: float | None = None
    if isinstance(value, date):
        number = _serial(value)
    elif isinstance(value, int | float) and kind is not Kind.PLAIN:
        number = value
    if number is None:
        return text_cell(value.isoformat() if isinstance(value, date) else str(value), reference, style)
    return f'<c r="{reference}" s="{style}"><v>{number!r}</v></c>'


def _serial(day: date) -> float | None:
    """Return a day as Excel counts it, None where it lies before the first one it knows."""
    if day.year < _FIRST_YEAR:
        return None
    number = day.toordinal() - _DAY_ZERO
    if (day.year, day.month) < (_SOUND_SINCE.year, _SOUND_SINCE.month):
        number -= 1
    if not isinstance(day, datetime):
        return number
    return number + (day.hour * 3600 + day.minute * 60 + day.second) / _DAY_SECONDS
