"""What a list's text box finds: vehicles by plate, owner or phone (the search table), and plain words."""

from bengkel_crm.db.derived.search_index import MAX_TYPED, VEHICLE_MASK, national, read_typed
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.search_table import begins, either, every, find_every_place, whole, within
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.trade.invisible import visible

_PHONE_TAIL = 4


def has_digit(text: str) -> bool:
    """Return whether a text has a digit in it, as plates and numbers of work orders have."""
    return any(character.isdigit() for character in text)


def find_vehicle_ids(database: Database, text: str) -> list[int]:
    """Return the ids of all vehicles that have every typed word, by id.

    In their plate, an old plate, their owner's name, phone or address, their make or model.
    """
    question = _question(text)
    if question is None:
        return []
    return sorted(place & VEHICLE_MASK for place in find_every_place(database, question))


def _question(text: str) -> str | None:
    typed = read_typed(text)
    if not typed.words:
        return None
    asked = []
    joined = typed.joined
    if has_digit(joined):
        asked.append(within(("plate", "part", "old"), begins(joined)))
        if joined.isdigit():
            # The last four digits are a word of their own.
            number = whole(joined) if len(joined) == _PHONE_TAIL else begins(national(joined))
            asked.append(within(("phone",), number))
    if not joined.isdigit():
        words = every(map(begins, (*typed.forms, *typed.words)))
        asked.append(within(("plate", "old", "name", "phone", "about", "address"), words))
    return either(asked)


def contains(expression: str, text: str) -> tuple[str, list[str]]:
    """Return (SQL that says an expression has every word of a text, its parameters)."""
    words = visible(text[:MAX_TYPED]).split()
    escaped = [word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for word in words]
    parts = [SQL.like(expression) for _ in words]
    return "(" + (" AND ".join(parts) or "FALSE") + ")", [f"%{word}%" for word in escaped]
