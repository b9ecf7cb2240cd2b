"""What one cell can hold: a bounded text, the number of a day, how many pieces."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.schema.fields import Field, Holds
from bengkel_crm.trade.money import read_rupiah
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.quantities import read_quantity
from bengkel_crm.workshop.exchange.tables.profiles import is_moment, text_of

_SERIAL = re.compile(r"[23456]\d{4}(?:[.,]\d+)?")
_QUANTITY = re.compile(r"(\d[\d.,]*)\s*[^\d]*")
# Nobody sells more, or less: times or through such a number a price outgrows the shop file.
_LEAST_QUANTITY, _MOST_QUANTITY = 0.000_01, 99_999
# What the seconds since 1970 of other programs count in: midnight of Jakarta is still yesterday in Greenwich.
_WESTERN_INDONESIA = timedelta(hours=7)
_DIGITS_OF_MOMENT = (9, 10, 12, 13)
_MILLISECONDS = 100_000_000_000
_LONGEST_VALUE = 60


def sound_value(cell: Cell) -> Cell:
    """Return a cell that can hold one value.

    Raises:
        ValueError: it holds a letter; reading a date or an amount out of one takes the time of thousands.
    """
    if isinstance(cell, str):
        if len(cell) > _LONGEST_VALUE:
            raise ValueError(cell[:_LONGEST_VALUE])
        return cell if cell.isascii() else text_of(cell)
    return cell


def day_number(cell: Cell) -> Cell:
    """Return the number of a day that stands there as text, as in every file of text."""
    text = cell.strip() if isinstance(cell, str) else ""
    found = _SERIAL.fullmatch(text)
    if found is not None:
        return int(found[0][:5])
    number = int(text) if len(text) in _DIGITS_OF_MOMENT and text.isascii() and text.isdecimal() else cell
    if isinstance(number, int | float) and not isinstance(number, bool) and is_moment(number):
        seconds = number / 1000 if number >= _MILLISECONDS else number
        return (datetime.fromtimestamp(seconds, UTC) + _WESTERN_INDONESIA).date()
    return cell


def read_pieces(cell: Cell) -> float | None:
    """Return how many a cell says: "2 pcs" is two.

    Raises:
        ValueError: it is no number, or one that nobody sells.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        quantity = float(cell)
    elif found := _QUANTITY.fullmatch(text_of(cell)):
        quantity = read_quantity(found[1].rstrip(".,")) or 0.0
    else:
        raise ValueError(cell)
    # What is no number at all is in no range.
    if quantity and not _LEAST_QUANTITY <= abs(quantity) <= _MOST_QUANTITY:
        raise ValueError(cell)
    return quantity


def read_value(one: Field, cell: Cell) -> Any:
    """Return a cell as a field holds it: a text, an amount, a number or one of its few values.

    Raises:
        ValueError: it is none.
    """
    if one.holds is Holds.RUPIAH:
        return read_rupiah(sound_value(cell))
    if one.holds is Holds.NUMBER:
        return read_pieces(sound_value(cell))
    text = text_of(cell)
    if one.choices is not None:
        return one.choices(fold(text)).value
    return int(text) if one.holds in (Holds.WHOLE, Holds.ID) else text
