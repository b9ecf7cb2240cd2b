"""The shop's settings and half-typed forms: small texts kept by key."""

import json
from datetime import datetime
from secrets import token_hex
from typing import Any

from bengkel_crm.db.engine.connection import Database, writing
from bengkel_crm.schema.lengths import prove_setting

# Not among what an export takes along: another shop may be made of it.
SHOP_ID = "backup.shop"
# The shop's picture, its bytes as a text.
PICTURE = "shop_picture"


def find_setting(database: Database, key: str) -> str | None:
    """Return a setting, or None when it was never made."""
    row = database.execute_sql("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def set_setting(database: Database, key: str, value: str) -> None:
    """Keep a setting.

    Raises:
        TooLong: it is a text of the shop, and does not fit on its papers.
    """
    prove_setting(key, value)
    with writing(database):
        database.execute_sql("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))


def shop_id(database: Database) -> str:
    """Return the id of the shop, by which its copies are known; it is given when it is asked for first."""
    known = find_setting(database, SHOP_ID)
    if known is None:
        with writing(database):
            database.execute_sql("INSERT OR IGNORE INTO setting VALUES (?, ?)", (SHOP_ID, token_hex(16)))
        known = find_setting(database, SHOP_ID)
    assert known is not None
    return known


def save_draft(database: Database, key: str, data: dict[str, Any], at: datetime) -> None:
    """Keep a half-typed form under its key."""
    with writing(database):
        database.execute_sql(
            "INSERT OR REPLACE INTO draft VALUES (?, ?, ?)",
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
