"""What every reader of books hands on: sheets of plain cells."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

# What a cell can hold; a blank one holds None, a failed formula what Excel shows for it: "#REF!".
Cell: TypeAlias = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet: `rows[0]` is row 1 of the sheet. `merged` are (top, left, bottom, right) from 1.

    Rows a filter hides are rows like others. `from_1904` tells how to read a serial number that nobody
    formatted as a date; those that were formatted are dates already.
    """

    name: str
    visible: bool
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    from_1904: bool = False
