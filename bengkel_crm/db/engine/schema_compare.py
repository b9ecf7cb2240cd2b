"""The tables, indexes, triggers and views a shop file must have: no fewer, and none of another hand."""

from functools import cache
from typing import Any

from sqlcipher3 import dbapi2

from bengkel_crm.db.engine.migrations import MIGRATIONS

_OBJECTS = "SELECT type, name, sql FROM sqlite_master WHERE name NOT GLOB 'sqlite_*'"
# SQLite words the tables behind the full-text table itself, in each version as it likes.
_WORDED_BY_SQLITE = "vehicle_search_"


def differences(connection: Any) -> list[str]:
    """Return what a file has otherwise than a new one of its version: "missing index x"; empty is right."""
    found = _objects(connection)
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    wanted = _fresh(version)
    return [
        *(f"missing {kind} {name}" for kind, name in sorted(wanted.keys() - found.keys())),
        *(f"extra {kind} {name}" for kind, name in sorted(found.keys() - wanted.keys())),
        *(
            f"other {kind} {name}"
            for kind, name in sorted(wanted.keys() & found.keys())
            if wanted[kind, name] != found[kind, name]
        ),
    ]


@cache
def _fresh(version: int) -> dict[tuple[str, str], str]:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    try:
        for step in MIGRATIONS[:version]:
            step(connection.execute)
        return _objects(connection)
    finally:
        connection.close()


def _objects(connection: Any) -> dict[tuple[str, str], str]:
    return {
        (kind, name): "" if name.startswith(_WORDED_BY_SQLITE) else " ".join((sql or "").split())
        for kind, name, sql in connection.execute(_OBJECTS).fetchall()
    }
