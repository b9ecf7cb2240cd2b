"""Quantities as people type them. As in kilometres and rupiah, a mark before three digits groups."""

import re

_PLAIN = re.compile(r"[0-9]{1,5}")
_GROUPED = re.compile(r"([1-9][0-9]{0,2})([.,])([0-9]{3})(?:(?!\2)[.,]([0-9]{1,6}))?")
_DECIMAL = re.compile(r"([0-9]{1,5})[.,]([0-9]{1,6})")
_DECIMALS = 6
_MOST = 100_000


def read_quantity(text: str) -> float | None:
    """Return the quantity of "1", "0,8", "2.5" or "1.500", None for a blank.

    Raises:
        ValueError: it is none, or none a shop sells.
    """
    text = text.strip()
    if not text:
        return None
    if _PLAIN.fullmatch(text):
        quantity = float(text)
    elif grouped := _GROUPED.fullmatch(text):
        quantity = float(f"{grouped[1]}{grouped[3]}.{grouped[4] or 0}")
    elif decimal := _DECIMAL.fullmatch(text):
        quantity = float(f"{decimal[1]}.{decimal[2]}")
    else:
        raise ValueError(f"not a quantity: {text!r}")
    if not 0 < quantity < _MOST:
        raise ValueError(f"not a quantity: {text!r}")
    return quantity


def format_quantity(quantity: float) -> str:
    """Return a quantity with a comma before its decimals, such that `read_quantity` reads the same again."""
    whole, _, decimals = f"{quantity:.{_DECIMALS}f}".partition(".")
    decimals = decimals.rstrip("0")
    if len(decimals) == 3 and whole != "0":
        # "1,125" would be one thousand one hundred and twenty-five.
        decimals += "0"
    return f"{whole},{decimals}" if decimals else whole


def read_whole(text: str) -> int | None:
    """Return a whole number of plain digits, None for a blank.

    Raises:
        ValueError: it is none.
    """
    text = text.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"not a whole number: {text!r}")
    return int(text)
