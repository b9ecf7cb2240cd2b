"""Whole rupiah: read from what people type, written as they expect it."""

import math
import re
from decimal import ROUND_HALF_UP, Decimal

# More than this is not a workshop's money but a slip of the finger; sums of it still fit SQLite's integers.
# Ten trillion: no shop has a bill like it, and a million of them still fit into a sum of the shop file.
MOST_RUPIAH = 10**13
_MOST_LETTERS = 30
_BLANK = frozenset({"", "-", "--", "rp", "rp.", "rp-", "rp -", "rp. -", "tidak ada", "kosong", "n/a"})
_USUAL = re.compile(r"(?:[Rr]p\.? ?)?([0-9]{1,3}(?:\.[0-9]{3})*|[0-9]{4,15})")
_AMOUNT = re.compile(
    r"(?P<minus>-)?(?:(?:rp|idr)\.?\s*)?(?P<minus_inside>-)?\s*"
    r"(?P<number>\d[\d.,\s]*?)\s*(?P<unit>ribu|rb|k|juta|jt|miliar|milyar)?\.?(?:\s*,?\s*-+)?",
    re.IGNORECASE,
)
_UNITS = {
    "ribu": 1_000,
    "rb": 1_000,
    "k": 1_000,
    "juta": 1_000_000,
    "jt": 1_000_000,
    "miliar": 10**9,
    "milyar": 10**9,
}
_GROUPED_BY = {mark: re.compile(rf"\d{{1,3}}(?:\{mark}\d{{3}})+") for mark in ".,"} | {
    " ": re.compile(r"\d{1,3}(?: \d{3})+")
}
_PLAIN = re.compile(r"\d+")
_ENDING = re.compile(r"[.,]\d{1,2}")


def read_rupiah(value: object) -> int | None:
    """Return the whole rupiah a cell or a field says, or None when it says nothing.

    Reads `1.234.567`, `1,234,567.00`, `Rp1.234.567,00`, `Rp 45.000,-`, `150rb`, `1,2jt` and numbers.

    Raises:
        ValueError: it is not an amount, or it could be two different ones.
    """
    if value is None:
        return None
    if isinstance(value, bool):
        raise ValueError(f"not an amount: {value!r}")
    if isinstance(value, int | float):
        return _checked(_from_number(value), value)
    text = " ".join(str(value).split())
    usual = _USUAL.fullmatch(text)
    if usual is not None:
        return _checked(int(usual[1].replace(".", "")), value)
    if text.casefold() in _BLANK:
        return None
    if len(text) > _MOST_LETTERS:
        raise ValueError(f"not an amount: {value!r}")
    if text.startswith("(") and text.endswith(")"):
        text = "-" + text[1:-1]
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise ValueError(f"not an amount: {value!r}")
    unit = _UNITS.get((found["unit"] or "").casefold(), 1)
    exact = _read_number(found["number"].strip(), unit) * unit
    if exact > MOST_RUPIAH:
        raise ValueError(f"more money than there is: {value!r}")
    amount = int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return -amount if found["minus"] or found["minus_inside"] else amount


def format_number(number: int) -> str:
    """Return a whole number with a dot at each thousand: "1.234.567"."""
    return f"{number:,}".replace(",", ".")


def format_rupiah(rupiah: int) -> str:
    """Return an amount as it stands on a bill: "Rp 1.234.567"."""
    return f"Rp {format_number(rupiah)}" if rupiah >= 0 else f"-Rp {format_number(-rupiah)}"


def _from_number(value: int | float) -> int:
    if isinstance(value, int):
        return value
    if not math.isfinite(value):
        raise ValueError(f"not an amount: {value!r}")
    return (
        int(Decimal(value).quantize(Decimal(1), rounding=ROUND_HALF_UP)) if abs(value) < 1e15 else int(value)
    )


def _checked(amount: int, value: object) -> int:
    if abs(amount) > MOST_RUPIAH:
        raise ValueError(f"more money than there is: {value!r}")
    return amount


def _read_number(text: str, unit: int) -> Decimal:
    """Return the figure before the unit; a mark before three digits groups, before one or two is decimal."""
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    for pattern in _GROUPED_BY.values():
        if pattern.fullmatch(text):
            return _read_grouped(text, unit)
    ending = _ENDING.search(text, max(len(text) - 3, 0))
    if ending is None or ending.end() != len(text):
        raise ValueError(f"not an amount: {text!r}")
    whole, mark, decimals = text[: ending.start()], ending[0][0], ending[0][1:]
    groups = [sign for sign, pattern in _GROUPED_BY.items() if sign != mark and pattern.fullmatch(whole)]
    if not groups and not _PLAIN.fullmatch(whole):
        raise ValueError(f"not an amount: {text!r}")
    number = Decimal(re.sub(r"\D", "", whole) + "." + decimals)
    if unit == 1 and number < 1000 and int(decimals):
        # "1,2" with its unit forgotten: a rupiah and a bit, a thousand or a million? Ask.
        raise ValueError(f"an amount without its unit: {text!r}")
    return number


def _read_grouped(text: str, unit: int) -> Decimal:
    """Return a figure whose marks stand before three digits, where the unit leaves no doubt."""
    marks = re.findall(r"\D", text)
    if unit == 1 or len(marks) > 1 or marks == [" "]:
        return Decimal(re.sub(r"\D", "", text))
    if unit == 1_000 and marks == ["."]:
        return Decimal(text.replace(".", ""))
    if unit > 1_000 and marks == [","]:
        return Decimal(text.replace(",", "."))
    raise ValueError(f"an amount that could be two: {text!r}")
