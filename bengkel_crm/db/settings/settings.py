"""The shop's settings and half-typed forms: small texts kept by key."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from secrets import token_hex
from typing import Any

from bengkel_crm.db.engine.connection import Database, writing
from bengkel_crm.db.engine.dialect import insert_new, upsert
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.schema.settings import SHOP_ID, Setting, find_declared

# What is half typed for a vehicle, and for a visit of it: see draft_keeper.py for the keys.
_FORGET_DRAFTS = {
    "vehicle": f"""
DELETE FROM draft WHERE EXISTS (SELECT 1 FROM {SQL.ids("ids")}
    WHERE draft.key || ':' LIKE 'vehicle:' || ids.value || ':%'
    OR draft.key || ':' LIKE 'work_order:' || ids.value || ':%')
""",
    "work_order": f"""
DELETE FROM draft WHERE EXISTS (SELECT 1 FROM {SQL.ids("ids")}
    WHERE draft.key LIKE 'work_order:%:' || ids.value)
""",
}


def find_setting(database: Database, key: str) -> str | None:
    """Return a setting, or None when it was never made."""
    row = database.execute_sql("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def set_setting(database: Database, key: str, value: str) -> None:
    """Keep a setting that the program keeps for itself; what people change is a deed (workshop/settings).

    Raises:
        KeyError: nobody declared it so.
    """
    declared = find_declared(key)
    if declared is None or not declared.by_program:
        raise KeyError(key)
    with writing(database):
        database.execute_sql(upsert("setting", ("key", "value"), "key"), (key, value))


def fill_in(database: Database, values: Mapping[str, str]) -> None:
    """Give a new file the settings it begins with, where it has none: nobody wrote them, so it is no deed."""
    with writing(database):
        for key, value in values.items():
            database.execute_sql(insert_new("setting", ("key", "value")), (key, value))


def read_number(database: Database, setting: Setting) -> int:
    """Return a setting that is a number, or what it is where nobody said otherwise."""
    return int(find_setting(database, setting.key) or setting.default)


def shop_id(database: Database) -> str:
    """Return the id of the shop, by which its copies are known; it is given when it is asked for first."""
    known = find_setting(database, SHOP_ID.key)
    if known is None:
        fill_in(database, {SHOP_ID.key: token_hex(16)})
        known = find_setting(database, SHOP_ID.key)
    assert known is not None
    return known


def save_draft(database: Database, key: str, data: dict[str, Any], at: datetime) -> None:
    """Keep a half-typed form under its key."""
    with writing(database):
        database.execute_sql(
            upsert("draft", ("key", "data", "saved_at"), "key"),
            (key, json.dumps(data), at.isoformat(timespec="seconds")),
        )


def find_draft(database: Database, key: str) -> dict[str, Any] | None:
    """Return a half-typed form, or None."""
    row = database.execute_sql("SELECT data FROM draft WHERE key = ?", (key,)).fetchone()
    if row is None:
        return None
    data: dict[str, Any] = json.loads(row[0])
    return data


def list_draft_keys(database: Database) -> list[str]:
    """Return the keys of all half-typed forms, the latest first."""
    return [row[0] for row in database.execute_sql("SELECT key FROM draft ORDER BY saved_at DESC").fetchall()]


def drop_draft(database: Database, key: str) -> None:
    """Forget a half-typed form; inside a deed it goes with the deed."""
    with writing(database):
        database.execute_sql("DELETE FROM draft WHERE key = ?", (key,))


def forget_drafts(database: Database, table: str, ids: Iterable[int]) -> None:
    """Drop what is half typed for vehicles or work orders that are gone for good."""
    statement = _FORGET_DRAFTS.get(table)
    if statement is not None and database.execute_sql("SELECT 1 FROM draft LIMIT 1").fetchone():
        database.execute_sql(statement, (json.dumps(list(ids)),))
