"""Asking each row whether it can be read at all: kinds of values, days, words that stand for something."""

from collections.abc import Iterator

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.schema.fields import Holds
from bengkel_crm.schema.tables import TABLES

_NAMED_ROWS = 20
_SHOWN_LETTERS = 40
# The full-text table and its shadows hold no rows of the shop's.
_TABLES = """
SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
AND name NOT GLOB 'vehicle_search*' AND name NOT GLOB 'sqlite_*' ORDER BY name
"""
# (name, declared kind, whether something must stand there, place in the key)
_Column = tuple[str, str, bool, int]


def unreadable_rows(database: Database, limit: int = _NAMED_ROWS) -> list[tuple[str, str]]:
    """Return (table, "work_order 7: date = 'soon' (text)") of what nobody can read, `limit` a column."""
    tables = [row[0] for row in database.execute_sql(_TABLES).fetchall()]
    return [(table, told) for table in tables for told in _of_table(database, table, limit)]


def _of_table(database: Database, table: str, limit: int) -> Iterator[str]:
    columns: list[_Column] = [
        (name, kind, bool(needed) or place > 0, place)
        for _, name, kind, needed, _, place in database.execute_sql(f"PRAGMA table_info({table})").fetchall()
    ]
    conditions = {column[0]: _wrong(table, column) for column in columns}
    anywhere = " OR ".join(f"({condition})" for condition in conditions.values())
    # One pass over the table says whether there is anything to look for.
    if database.execute_sql(f"SELECT 1 FROM {table} WHERE {anywhere} LIMIT 1").fetchone() is None:
        return
    key = " || '/' || ".join(_shown(name) for name, _, _, place in columns if place)
    for name, condition in conditions.items():
        rows = database.execute_sql(
            f"SELECT CAST({key} AS BLOB), typeof({name}), CAST({_shown(name)} AS BLOB) "
            f"FROM {table} WHERE {condition} LIMIT ?",
            (limit,),
        )
        for row_key, kind, value in rows.fetchall():
            yield f"{table} {_text(row_key)}: {name} = {_text(value)!r} ({kind})"


def _text(value: bytes | None) -> str:
    return "" if value is None else bytes(value).decode("utf-8", "replace")


def _shown(name: str) -> str:
    return f"substr(CASE typeof({name}) WHEN 'blob' THEN hex({name}) ELSE {name} END, 1, {_SHOWN_LETTERS})"


def _wrong(table: str, column: _Column) -> str:
    """Return the SQL that is true of a value which can not be read."""
    name, kind, is_needed, _ = column
    kinds = {"INTEGER": "'integer'", "REAL": "'real', 'integer'"}.get(kind, "'text'")
    if not is_needed:
        kinds += ", 'null'"
    wrong = f"typeof({name}) NOT IN ({kinds})"
    one = TABLES[table].stored.get(name) if table in TABLES else None
    if one is None:
        return wrong
    if one.most is not None:
        return f"{wrong} OR {name} > {one.most}"
    if one.choices is not None:
        allowed = ", ".join(f"'{word.value}'" for word in one.choices)
        return f"{wrong} OR {name} NOT IN ({allowed})"
    if one.holds is Holds.MOMENT:
        return f"{wrong} OR ({name} IS NOT NULL AND (datetime({name}) IS NULL OR {_other_day(name)}))"
    if one.holds is Holds.DAY:
        return f"{wrong} OR ({name} IS NOT NULL AND ({_other_day(name)} OR length({name}) NOT IN (10, 19)))"
    return wrong


def _other_day(name: str) -> str:
    # SQLite carries 30 February over into March.
    return f"date(substr({name}, 1, 10)) IS NOT substr({name}, 1, 10)"
