"""What a list's text box finds: vehicles by plate, owner or phone (the search table), and plain words."""

import re

from bengkel_crm.db.connection import Database
from bengkel_crm.db.search_index import VEHICLE_MASK, national
from bengkel_crm.letters import visible
from bengkel_crm.names import fold, name_key
from bengkel_crm.plates import plate_key

MAX_TYPED = 80
_WORD = re.compile(r"[^\W_]+")
_PHONE_TAIL = 4


def has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def find_vehicle_ids(database: Database, text: str) -> list[int]:
    """Return the ids of all vehicles whose plate, old plate, owner or phone has what was typed, by id."""
    expression = _expression(text[:MAX_TYPED])
    if expression is None:
        return []
    rows = database.execute_sql(
        "SELECT rowid FROM vehicle_search WHERE vehicle_search MATCH ?", (expression,)
    ).fetchall()
    return sorted(place & VEHICLE_MASK for (place,) in rows)


def _expression(text: str) -> str | None:
    words = _WORD.findall(name_key(text)) or _WORD.findall(fold(text))
    if not words:
        return None
    asked = []
    joined = plate_key(text).lower()
    if has_digit(joined):
        asked.append(f'{{plate part old}} : "{joined}"*')
        if joined.isdigit():
            # The last four digits are a word of their own.
            number = national(joined)
            asked.append(f'phone : "{joined}"' if len(joined) == _PHONE_TAIL else f'phone : "{number}"*')
    if not joined.isdigit():
        every = " AND ".join(f'"{word}"*' for word in words)
        asked.append(f"{{plate old name phone}} : ({every})")
    return " OR ".join(f"({part})" for part in asked)


def contains(expression: str, text: str) -> tuple[str, list[str]]:
    """Return (SQL that says an expression has every word of a text, its parameters)."""
    words = visible(text[:MAX_TYPED]).split()
    escaped = [word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for word in words]
    parts = [f"{expression} LIKE ? ESCAPE '\\'" for _ in words]
    return "(" + (" AND ".join(parts) or "0") + ")", [f"%{word}%" for word in escaped]
