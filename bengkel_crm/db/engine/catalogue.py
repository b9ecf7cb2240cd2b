"""What a shop file says of itself: of which schema it is, and which references lead nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bengkel_crm.db.engine.connection import APPLICATION_ID, SCHEMA_VERSION, Database


def schema_version(database: Database) -> int:
    """Return how many steps the schema of a file has taken."""
    return int(database.pragma_value("user_version"))


def mark_as_ours(database: Database) -> None:
    """Say in the file that it is a shop's, of today's schema."""
    database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def broken_references(database: Database, limit: int) -> list[tuple[Any, ...]]:
    """Return the rows that name one that is not there, at most `limit`."""
    found: list[tuple[Any, ...]] = database.execute_sql("PRAGMA foreign_key_check").fetchmany(limit)
    return found


def defer_references(database: Database) -> None:
    """Let references lead nowhere until the transaction ends."""
    database.execute_sql("PRAGMA defer_foreign_keys = ON")


@contextmanager
def references_unenforced(database: Database) -> Iterator[None]:
    """Let references lead nowhere while tables are made anew; it begins outside a transaction."""
    database.execute_sql("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        database.execute_sql("PRAGMA foreign_keys = ON")
