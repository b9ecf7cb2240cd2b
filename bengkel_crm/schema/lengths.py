"""How long each text of the shop file may be: for forms, books and exports.

What is longer is refused with its length and never cut; what is in a file already stays.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bengkel_crm.base import errors
from bengkel_crm.schema.settings import LETTERS, OF_PAPERS, find_declared
from bengkel_crm.schema.tables import TABLES

LONGEST: Mapping[str, Mapping[str, int]] = {
    **{
        table.name: {name: one.longest for name, one in table.stored.items() if one.longest is not None}
        for table in TABLES.values()
    },
    "shop": {one.key: one.longest for one in OF_PAPERS if one.longest is not None},
    "letter": {"text": LETTERS.longest or 0},
}
_NONE: Mapping[str, int] = {}


def longest(table: str, column: str) -> int | None:
    """Return how many letters a text may have, None where that is nobody's business."""
    return LONGEST.get(table, _NONE).get(column)


def first_too_long(table: str, values: Iterable[tuple[str, object]]) -> tuple[str, int, int] | None:
    """Return the first column whose text is too long, with its length and the most; None where all fit."""
    limits = LONGEST.get(table, _NONE)
    for column, value in values:
        most = limits.get(column)
        if most is not None and isinstance(value, str) and len(value) > most:
            return column, len(value), most
    return None


def prove_rows(table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Make sure that the texts of many rows fit.

    Raises:
        TooLong: the first that does not.
    """
    limits = LONGEST.get(table, _NONE)
    for place, column in enumerate(columns):
        most = limits.get(column)
        if most is None:
            continue
        longest_text = max([len(row[place]) for row in rows if isinstance(row[place], str)], default=0)
        if longest_text > most:
            raise errors.TooLong(column, longest_text, most)


def setting_too_long(key: str, value: str) -> tuple[str, int, int] | None:
    """Return what `first_too_long` returns, of a setting of the shop that is a text on its papers."""
    if find_declared(key) is LETTERS:
        return first_too_long("letter", [("text", value)])
    return first_too_long("setting", [("key", key)]) or first_too_long("shop", [(key, value)])


def prove_setting(key: str, value: str) -> None:
    """Make sure that a setting fits.

    Raises:
        TooLong: it does not.
    """
    found = setting_too_long(key, value)
    if found is not None:
        raise errors.TooLong(*found)


def prove_lengths(table: str, values: Iterable[tuple[str, object]]) -> None:
    """Make sure that texts fit.

    Raises:
        TooLong: the first that does not.
    """
    found = first_too_long(table, values)
    if found is not None:
        raise errors.TooLong(*found)
