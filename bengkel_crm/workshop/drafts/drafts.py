"""Half-typed forms, kept so that a power cut costs no typing."""

from datetime import datetime
from typing import Any

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.settings import settings


def save_draft(database: Database, key: str, data: dict[str, Any], at: datetime) -> None:
    """Keep a half-typed form under its key; `data` holds JSON values only."""
    settings.save_draft(database, key, data, at)


def find_draft(database: Database, key: str) -> dict[str, Any] | None:
    """Return the half-typed form of that key, or None."""
    return settings.find_draft(database, key)


def list_draft_keys(database: Database) -> list[str]:
    """Return the keys of all half-typed forms, the latest first."""
    return settings.list_draft_keys(database)


def drop_draft(database: Database, key: str) -> None:
    """Forget a half-typed form."""
    settings.drop_draft(database, key)
