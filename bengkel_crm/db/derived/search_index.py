"""The words a vehicle is found by, kept in one full-text table.

A row's place (rowid) is `(days before the end of the calendar) * 2**24 + vehicle id`: rows come out most
recently visited first with no sorting, so the first `limit` of them are the best `limit` of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from bengkel_crm.db.engine import search_table
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.trade.invisible import visible
from bengkel_crm.trade.names import fold, is_legal_form, name_key
from bengkel_crm.trade.plates import plate_key, split_plate

VEHICLE_BITS = 24
VEHICLE_MASK = (1 << VEHICLE_BITS) - 1
_LAST_DAY = date.max.toordinal()
_PHONE_TAIL = 4
_SHORTEST_ADDRESS_WORD = 3
# The columns of the search table, in the order of `words_of`.
COLUMNS = ("plate", "part", "old", "name", "phone", "about", "address")

_SOURCE = f"""
SELECT v.id, v.plate_key, s.last_on, s.search_place,
    (SELECT string_agg(o.plate_key, ' ') FROM old_plate o WHERE o.vehicle_id = v.id),
    (SELECT string_agg(c.name || ' ' || coalesce(c.contact_person, ''), ' ')
        FROM ownership w JOIN customer c ON c.id = w.customer_id
        WHERE w.vehicle_id = v.id AND w.until IS NULL),
    (SELECT string_agg(coalesce(p.e164, p.typed), '|')
        FROM ownership w JOIN customer_phone p ON p.customer_id = w.customer_id
        WHERE w.vehicle_id = v.id AND w.until IS NULL),
    trim(coalesce(v.brand, '') || ' ' || coalesce(v.model, '')),
    (SELECT string_agg(c.address, ' ')
        FROM ownership w JOIN customer c ON c.id = w.customer_id
        WHERE w.vehicle_id = v.id AND w.until IS NULL)
FROM {SQL.ids("ids")} {SQL.then_join} vehicle v ON v.id = ids.value
JOIN vehicle_summary s ON s.vehicle_id = v.id
WHERE v.removed_at IS NULL
"""


_PLACES = f"SELECT search_place FROM vehicle_summary WHERE vehicle_id IN {SQL.among_ids()}"
_PLACES_OF_REMOVED = f"""
SELECT s.search_place FROM {SQL.ids("ids")}
JOIN vehicle_summary s ON s.vehicle_id = ids.value
LEFT JOIN vehicle v ON v.id = s.vehicle_id
WHERE v.id IS NULL OR v.removed_at IS NOT NULL
"""


def place_of(vehicle_id: int, last_on: str | None) -> int:
    """Return where a vehicle stands in the search table: the later its last visit, the smaller."""
    day = 0 if last_on is None else date.fromisoformat(last_on).toordinal()
    return (_LAST_DAY - day) << VEHICLE_BITS | vehicle_id


def plate_words(plate_key: str) -> tuple[str, str]:
    """Return (words a plate is found by from the start or by its digits, words for what is inside it)."""
    key = plate_key.lower()
    parts = split_plate(plate_key)
    whole = [key]
    starts = {0}
    if parts is not None:
        region, digits, suffix = parts
        starts |= {len(region), len(region) + len(digits)}
        # The digits alone are a word too: who types the whole number means this one before a longer one.
        whole += [key[len(region) :], *([digits.lower(), suffix.lower()] if suffix else [])]
    inside = [key[start:] for start in range(1, len(key) - 1) if start not in starts]
    return " ".join(whole), " ".join(inside)


def phone_words(numbers: str) -> str:
    """Return the words of phone numbers joined by `|`: as 0.. and the last four digits.

    Never as 62..: every phone would stand in the way of the plates numbered 62 to 6299.
    """
    words = []
    for number in numbers.split("|"):
        digits = "".join(filter(str.isdigit, number))
        if digits:
            words += [national(digits), digits[-_PHONE_TAIL:]]
    return " ".join(words)


def national(digits: str) -> str:
    """Return a phone's digits, or as many as are typed, from 0 on: `62812`, `812` and `0812` are one."""
    if digits.startswith("62"):
        return "0" + digits[2:]
    return "0" + digits if digits.startswith("8") else digits


def address_words(address: str) -> str:
    """Return the words of an address that tell people apart: the street and the place, no numbers."""
    words = fold(address).split() if address else []
    return " ".join(word for word in words if word.isalpha() and len(word) >= _SHORTEST_ADDRESS_WORD)


@lru_cache(maxsize=1024)
def _fold_about(about: str) -> str:
    """Return the folded make and model: a shop has few, and thousands of vehicles."""
    return fold(about)


def _words(row: tuple[Any, ...]) -> tuple[Any, ...]:
    vehicle_id, plate_key, last_on, _, old_plates, names, phones, about, address = row
    plate, part = plate_words(plate_key)
    old = " ".join(" ".join(plate_words(old_key)) for old_key in (old_plates or "").split())
    place = place_of(vehicle_id, last_on)
    return (
        *(place, plate, part, old),
        f"{fold(names or '')} {name_key(names or '')}",
        phone_words(phones or ""),
        _fold_about(about),
        address_words(address or ""),
    )


def iterate_words(database: Database, wanted: str) -> Iterator[tuple[Any, ...]]:
    """Yield the index rows of the vehicles whose ids are in the JSON list `wanted`, one at a time."""
    return map(_words, database.execute_sql(_SOURCE, (wanted,)))


def refresh(database: Database, wanted: str) -> None:
    """Write the words of the vehicles whose ids are in the JSON list `wanted`."""
    connection = database.connection()
    rows = connection.execute(_SOURCE, (wanted,)).fetchall()
    words = [_words(row) for row in rows]
    search_table.forget_places(database, (row[3] for row in rows if row[3] is not None))
    search_table.add_words(database, COLUMNS, words)
    moved = [(new[0], row[0]) for row, new in zip(rows, words, strict=True) if row[3] != new[0]]
    connection.executemany("UPDATE vehicle_summary SET search_place = ? WHERE vehicle_id = ?", moved)


def forget_removed(database: Database, wanted: str) -> None:
    """Drop the words of vehicles of `wanted` that lie in the bin, while their place is still known."""
    _forget(database, database.execute_sql(_PLACES_OF_REMOVED, (wanted,)).fetchall())


def forget(database: Database, wanted: str) -> None:
    """Drop the words of vehicles of `wanted`, while their place is still known."""
    _forget(database, database.execute_sql(_PLACES, (wanted,)).fetchall())


def _forget(database: Database, rows: Sequence[tuple[int | None]]) -> None:
    search_table.forget_places(database, [place for (place,) in rows if place is not None])


MAX_TYPED = 80


# "Sugeng yang Kalasan": how a shop says it, but in no name.
_FILLERS = frozenset({"yang", "yg", "dari", "di"})


_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Typed:
    """`words` are without honorifics and PT, CV, UD as long as something is left; `forms` are those.

    `key` is all of it as one plate, canonical; empty when there is neither letter nor digit.
    """

    key: str
    words: tuple[str, ...]
    forms: tuple[str, ...]

    @property
    def joined(self) -> str:
        """Return all of it as one word of the search table."""
        return self.key.lower()

    @property
    def is_digits(self) -> bool:
        """Whether what was typed is nothing but digits: a plate's or a phone's middle."""
        return self.joined.isascii() and self.joined.isdigit()


def read_typed(text: str) -> Typed:
    """Return the words of a text; any text is safe."""
    text = visible(text)[:MAX_TYPED]
    found = _WORD.findall(name_key(text)) or _WORD.findall(fold(text))
    words = tuple([word for word in found if word not in _FILLERS] or found)
    forms = tuple(word for word in _WORD.findall(fold(text)) if is_legal_form(word) and word not in words)
    return Typed(plate_key(text)[:MAX_TYPED], words, forms)
