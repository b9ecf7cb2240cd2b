"""Reading the cells of the shop's own export: what was written, or what a person made of it since."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from math import isfinite
from typing import Any, TypeAlias

from bengkel_crm.base import pictures
from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.schema.fields import Holds
from bengkel_crm.schema.settings import PICTURE, find_declared
from bengkel_crm.trade.dates import DateOrder, read_date
from bengkel_crm.workshop.exchange.own.own_book import OwnBook

Value: TypeAlias = str | int | float | None
CellReader: TypeAlias = Callable[[Cell], Value]

_MOST = 2**53  # from here on a spreadsheet drops digits
_SECONDS = 86_400
_REMEMBERED = 20_000


def reader_of(kind: Holds, words: Mapping[str, str], codes: Collection[str], from_1904: bool) -> CellReader:
    """Return what reads a cell as it is kept: None for a blank one.

    `words` are the codes behind words in lower case; none but `codes` is taken.

    Each raises ValueError where a cell holds something else.
    """
    if kind is Holds.CODE:
        return _coded(words, frozenset(codes))
    if kind is Holds.DAY:
        return lru_cache(_REMEMBERED)(lambda cell: _day(cell, from_1904))
    if kind is Holds.MOMENT:
        return lambda cell: _moment(cell, from_1904)
    return _READERS.get(kind, _text)


def _text(cell: Cell) -> str | None:
    if cell is None or isinstance(cell, str):
        return cell or None
    # Digits that lost the mark of a text: 812.0 is how a spreadsheet writes 812.
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _whole(cell: Cell) -> int | None:
    if type(cell) is int and -_MOST < cell < _MOST:
        return cell
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if isinstance(cell, str) and -_MOST < int(cell) < _MOST:
        return int(cell)
    raise ValueError(cell)


def _number(cell: Cell) -> float | None:
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        raise ValueError(cell)
    number = float(cell.replace(",", ".") if isinstance(cell, str) else cell)
    # The shop file keeps what is no number as nothing, which a needed column refuses for the whole import.
    if not isfinite(number):
        raise ValueError(cell)
    return number


def _day(cell: Cell, from_1904: bool) -> str | None:
    if isinstance(cell, str):
        try:
            return date.fromisoformat(cell).isoformat()
        except ValueError:
            day = read_date(cell, DateOrder.DAY_FIRST)
            return None if day is None else day.isoformat()
    if cell is None or isinstance(cell, bool):
        return None
    day = read_date(cell, from_1904=from_1904)
    return None if day is None else day.isoformat()


def _moment(cell: Cell, from_1904: bool) -> str | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        day = read_date(int(cell), from_1904=from_1904)
        assert day is not None  # of a number it gives a day or an error
        moment = datetime(day.year, day.month, day.day) + timedelta(seconds=round(cell % 1 * _SECONDS))
        return moment.isoformat(timespec="seconds")
    if cell is None or isinstance(cell, bool) or (isinstance(cell, str) and not cell.strip()):
        return None
    # As it was written where no cell could hold it, to the split second.
    if isinstance(cell, str):
        datetime.fromisoformat(cell)
        return cell
    raise ValueError(cell)


def _coded(words: Mapping[str, str], codes: frozenset[str]) -> CellReader:
    def read(cell: Cell) -> str | None:
        text = "" if cell is None else str(cell).strip()
        if not text:
            return None
        code = words.get(text.casefold(), text)
        if code not in codes:
            raise ValueError(cell)
        return code

    return read


_READERS: Mapping[Holds, CellReader] = {
    Holds.ID: _whole,
    Holds.WHOLE: _whole,
    Holds.RUPIAH: _whole,
    Holds.NUMBER: _number,
}


_NAME = "shop_logo"


# Where the picture stands among the texts that no cell holds.
PLACE = ("setting", _NAME, "picture")


Setting = tuple[Any, ...]


def settings_to_export(settings: Iterable[Setting]) -> tuple[list[Setting], str | None]:
    """Return the settings with a name in the place of the picture, and the picture as a text.

    What the program keeps for itself in this file, as the numbers of its call sheets, does not leave with it.
    """
    kept = [(key, value) for key, value in settings if _is_of_the_shop(key)]
    others = [(key, value) for key, value in kept if key != PICTURE.key]
    text = next((value for key, value in kept if key == PICTURE.key), None)
    picture = pictures.picture_from(text) if text else None
    if picture is None:
        return others, None
    named = (_NAME, f"logo{pictures.ending_of(picture)}")
    return sorted([*others, named]), text


def _is_of_the_shop(key: Any) -> bool:
    declared = find_declared(str(key))
    # Another version may have declared what this one does not know.
    return declared is None or declared.is_exchanged


def settings_to_keep(own: OwnBook, settings: Iterable[Setting]) -> list[Setting]:
    """Return the settings of an export as they are kept here; a picture that is none is left out.

    What the program keeps for itself is never taken, from an export of an older version neither: its id would
    make two shops one. Nothing else in the book can name a picture: not even the shop file's own name for it
    is believed.
    """
    others = [
        (key, value) for key, value in settings if key not in (_NAME, PICTURE.key) and _is_of_the_shop(key)
    ]
    text = own.texts.get(PLACE)
    if text is not None and pictures.picture_from(text) is not None:
        others.append((PICTURE.key, text))
    return others
