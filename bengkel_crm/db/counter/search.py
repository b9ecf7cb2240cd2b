"""Finding vehicles by whatever was typed: plate, owner, phone, model or address, best first.

Every question is one look-up in the full-text table, whose rows come out most recently visited first
(see search_index.py), so the work does not grow with the number of vehicles.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import islice
from types import MappingProxyType
from typing import Any

from bengkel_crm.db.derived.search_index import MAX_TYPED, VEHICLE_MASK, Typed, national, read_typed
from bengkel_crm.db.engine import search_table
from bengkel_crm.db.engine.connection import Database, writing
from bengkel_crm.db.engine.dialect import upsert
from bengkel_crm.db.engine.search_table import begins, either, every, whole, within
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.vehicles.vehicles import find_by_old_plate, find_same_plate, find_vehicle_id
from bengkel_crm.records.counter import FoundHits, Hit, MatchKind
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.plates import plate_key, split_plate

_PLATE, _PART, _OLD, _NAME, _PHONE = ("plate",), ("part",), ("old",), ("name",), ("phone",)
_NAMES = ("plate", "old", "name", "phone")
_EVERYTHING = ("plate", "old", "name", "phone", "about", "address")
_ENOUGH = 3
_SHORTEST_TYPO = 4
_LONGEST_TYPO = 24  # a longer word is no plate and no name, and has thousands of neighbours
_SHORTEST_PHONE = 4
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DIGITS = "0123456789"

_ROWS = f"""
SELECT v.id, v.plate, v.plate_key, v.kind, c.name, c.honorific,
    (SELECT coalesce(p.e164, p.typed) FROM customer_phone p
        WHERE p.customer_id = c.id AND p.wrong_since IS NULL ORDER BY p.position LIMIT 1),
    v.brand, v.model, v.year, s.last_on, s.next_due_by, s.oil_name, m.name, c.contact_person, c.address
FROM {SQL.ids("ids")} {SQL.then_join} vehicle v ON v.id = ids.value
JOIN vehicle_summary s ON s.vehicle_id = v.id
LEFT JOIN mechanic m ON m.id = s.mechanic_id
LEFT JOIN ownership w ON w.id =
    (SELECT id FROM ownership WHERE vehicle_id = v.id AND until IS NULL ORDER BY id LIMIT 1)
LEFT JOIN customer c ON c.id = w.customer_id
WHERE v.removed_at IS NULL
ORDER BY ids.key
"""
_WORN = f"""
SELECT o.vehicle_id, o.plate FROM {SQL.ids("ids")} {SQL.then_join} old_plate o ON o.vehicle_id = ids.value
JOIN vehicle v ON v.id = o.vehicle_id AND v.plate_key <> o.plate_key
WHERE {SQL.holds("o.plate_key", "?")} ORDER BY o.until
"""
STATEMENTS = (_ROWS, _WORN)


class _Found:
    """Vehicle ids in the order they were found, each with the first reason."""

    def __init__(self, database: Database, limit: int) -> None:
        self._database = database
        self._limit = limit
        self.reasons: dict[int, MatchKind] = {}
        self.worn_before: list[int] = []

    @property
    def missing(self) -> int:
        """How many more vehicles fit into the answer."""
        return self._limit - len(self.reasons)

    def add(self, vehicle_id: int | None, reason: MatchKind) -> None:
        """Take a vehicle with the reason it was found by, unless it is there or the answer is full."""
        if vehicle_id is not None and self.missing > 0:
            self.reasons.setdefault(vehicle_id, reason)

    def add_worn_before(self, vehicle_id: int | None, reason: MatchKind) -> None:
        """Add a vehicle that wore what was typed; what it wears today was not meant."""
        if vehicle_id is not None and vehicle_id not in self.reasons:
            self.worn_before.append(vehicle_id)
            self.add(vehicle_id, reason)

    def ask_worn_before(self, question: str) -> None:
        """Add what a question to the search table finds among the old plates."""
        if self.missing > 0:
            for place in search_table.find_places(self._database, question, self._limit):
                self.add_worn_before(place & VEHICLE_MASK, MatchKind.CONTAINED)

    def ask(self, question: str, reason: MatchKind) -> None:
        """Add what a question to the search table finds, until the list is full."""
        if self.missing <= 0:
            return
        # Those already listed may come out again, so ask for room for them.
        for place in search_table.find_places(self._database, question, self._limit):
            self.add(place & VEHICLE_MASK, reason)


def _begin(words: Iterable[str]) -> str:
    return every(map(begins, words))


def one_typo_away(word: str) -> Iterator[str]:
    """Yield every word one slip of the finger away: a letter wrong, missing, doubled or two swapped.

    Digits become digits and letters letters, which is how plates and phones go wrong.
    """
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]
    for index in range(len(word) - 1):
        yield word[:index] + word[index + 1] + word[index] + word[index + 2 :]
    for index, character in enumerate(word):
        for other in _DIGITS if character in _DIGITS else _LETTERS:
            if other != character:
                yield word[:index] + other + word[index + 1 :]
    for index in range(len(word) + 1):
        beside = word[max(index - 1, 0) : index + 1]
        alphabet = (_DIGITS if any(c in _DIGITS for c in beside) else "") + (
            _LETTERS if any(c not in _DIGITS for c in beside) else ""
        )
        for other in alphabet:
            yield word[:index] + other + word[index:]


def _mistyped(word: str) -> str:
    return either(map(whole, one_typo_away(word)))


def _ask_plate(found: _Found, joined: str, words: Sequence[str]) -> None:
    found.ask(within(_PLATE, whole(joined)), MatchKind.EXACT)
    found.ask(within(_PLATE, begins(joined)), MatchKind.PREFIX)
    if len(words) > 1:
        found.ask(within(_PLATE, _begin(words)), MatchKind.PREFIX)
    found.ask(within(_PART, begins(joined)), MatchKind.CONTAINED)
    found.ask_worn_before(within(_OLD, begins(joined)))


def _guess_plate(found: _Found, joined: str) -> None:
    found.ask(within(_PLATE, _mistyped(joined)), MatchKind.GUESS)


def _guess(found: _Found, joined: str, words: Sequence[str]) -> None:
    """Forgive one typo: in the plate, in the phone, or in one word of the name."""
    if any(character in _DIGITS for character in joined):
        if _SHORTEST_TYPO <= len(joined) <= _LONGEST_TYPO:
            _guess_plate(found, joined)
            if joined.isdigit():
                found.ask(within(_PHONE, _mistyped(national(joined))), MatchKind.GUESS)
        return
    for position, word in enumerate(words):
        if _SHORTEST_TYPO <= len(word) <= _LONGEST_TYPO:
            others = (*words[:position], *words[position + 1 :])
            found.ask(within(_NAME, every((_mistyped(word), *map(begins, others)))), MatchKind.GUESS)


def _ask_text(found: _Found, typed: Typed) -> None:
    """Ask names and phones for all words, whole ones first; then makes, models and addresses as well."""
    *before, last = typed.words
    if typed.forms:
        found.ask(within(_NAME, _begin((*typed.forms, *typed.words))), MatchKind.TEXT)
    found.ask(within(_NAMES, every(map(whole, typed.words))), MatchKind.TEXT)
    if before:
        found.ask(within(_NAMES, every((*map(whole, before), begins(last)))), MatchKind.TEXT)
    found.ask(within(_NAMES, _begin(typed.words)), MatchKind.TEXT)
    found.ask(within(_EVERYTHING, _begin(typed.words)), MatchKind.TEXT)


def _find(database: Database, typed: Typed, limit: int) -> _Found:
    """Return at most `limit` vehicles that fit what was typed, best first."""
    found = _Found(database, limit)
    if not typed.words:
        return found
    key, joined, digits = typed.key, typed.joined, typed.is_digits
    found.add(find_same_plate(database, key) if key else None, MatchKind.EXACT)
    found.add_worn_before(find_by_old_plate(database, key) if key else None, MatchKind.EXACT)
    if digits and joined.startswith("0"):
        # No plate's number begins with 0; asking for one would walk past every phone there is.
        found.ask(within(_PHONE, begins(joined)), MatchKind.TEXT)
    elif any(character in _DIGITS for character in joined):
        _ask_plate(found, joined, typed.words)
        if digits and len(joined) >= _SHORTEST_PHONE:
            found.ask(within(_PHONE, begins(national(joined))), MatchKind.TEXT)
    if not digits or len(typed.words) > 1:
        _ask_text(found, typed)
    if len(found.reasons) < _ENOUGH:
        if joined:
            found.ask(within(_PART, begins(joined)), MatchKind.CONTAINED)
        if not found.reasons:
            _guess(found, joined, typed.words)
    return found


def find_hits(database: Database, text: str, limit: int) -> list[Hit]:
    """Return at most `limit` vehicles that fit what was typed, best first; any text is safe.

    Exact plate, plate from its start or its digits, inside the plate, old plate, phone and name (whole
    words before beginnings), then make, model and address; each group most recently visited first. One
    typo is forgiven when nothing fits, marked GUESS.
    """
    return list(find_and_count(database, text, limit, limit).hits)


def find_and_count(database: Database, text: str, limit: int, most: int) -> FoundHits:
    """Return the best `limit` of what fits, and how many fit in all, counted up to `most`."""
    typed = read_typed(text)
    found = _find(database, typed, most)
    shown = dict(islice(found.reasons.items(), limit))
    worn = _worn_plates(database, found.worn_before, typed.key) if found.worn_before else {}
    return FoundHits(tuple(list_hits(database, shown, worn)), len(found.reasons))


def _worn_plates(database: Database, vehicle_ids: list[int], key: str) -> dict[int, str]:
    """Return the latest plate with `key` in it that each of these vehicles wore before."""
    return dict(database.execute_sql(_WORN, (json.dumps(vehicle_ids), key)).fetchall())


def find_near_plates(database: Database, text: str, limit: int) -> list[Hit]:
    """Return at most `limit` vehicles whose plates someone who typed `text` may have meant.

    One typo away first, then the same digits and letters under another region.
    """
    key = plate_key(text[:MAX_TYPED])
    if not key:
        return []
    found = _Found(database, limit)
    if len(key) <= _LONGEST_TYPO:
        _guess_plate(found, key.lower())
    parts = split_plate(key)
    if parts is not None and parts[2]:
        found.ask(within(_PLATE, whole(f"{parts[1]}{parts[2].lower()}")), MatchKind.GUESS)
    found.reasons.pop(find_vehicle_id(database, key) or 0, None)
    return list_hits(database, found.reasons)


@lru_cache(maxsize=4096)
def vehicle_text(brand: str | None, model: str | None, year: int | None) -> str:
    """Return "Honda Vario 125 · 2019", or as much of it as is known."""
    name = " ".join(part for part in (brand, model) if part)
    return " · ".join(part for part in (name, str(year) if year else "") if part)


def list_hits(
    database: Database, reasons: Mapping[int, MatchKind], worn: Mapping[int, str] = MappingProxyType({})
) -> list[Hit]:
    """Return one hit for each vehicle id, in the order given; `worn` has the plate it was found by before."""
    rows = database.execute_sql(_ROWS, (json.dumps(list(reasons)),)).fetchall()
    return [_hit(row, reasons[row[0]], worn.get(row[0])) for row in rows]


def _hit(row: tuple[Any, ...], match: MatchKind, old_plate: str | None) -> Hit:
    return Hit(
        vehicle_id=row[0],
        plate=row[1],
        plate_key=row[2],
        kind=VehicleKind(row[3]),
        owner=row[4],
        phone=row[6],
        vehicle=vehicle_text(row[7], row[8], row[9]),
        last_on=None if row[10] is None else date.fromisoformat(row[10]),
        next_due_by=None if row[11] is None else date.fromisoformat(row[11]),
        oil=row[12],
        mechanic=row[13],
        match=match,
        old_plate=old_plate,
        contact_person=row[14],
        address=row[15],
    )


def list_recently_opened(database: Database, limit: int) -> list[Hit]:
    """Return the vehicles whose cards were opened last, newest first."""
    return list_hits(database, dict.fromkeys(list_opened_times(database, limit), MatchKind.TEXT))


def list_opened_times(database: Database, limit: int) -> dict[int, datetime]:
    """Return when the cards opened last were opened, by vehicle, newest first."""
    rows = database.execute_sql(
        "SELECT o.vehicle_id, o.opened_at "
        f"FROM opened_card o {SQL.then_join} vehicle v ON v.id = o.vehicle_id "
        "WHERE v.removed_at IS NULL ORDER BY o.opened_at DESC LIMIT ?",
        (limit,),
    ).fetchall()
    return {vehicle_id: datetime.fromisoformat(opened_at) for vehicle_id, opened_at in rows}


def touch_opened(database: Database, vehicle_id: int, at: datetime) -> None:
    """Remember that a card was opened."""
    with writing(database):
        database.execute_sql(
            upsert("opened_card", ("vehicle_id", "opened_at"), "vehicle_id"),
            (vehicle_id, at.isoformat(timespec="microseconds")),
        )
