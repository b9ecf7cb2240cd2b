"""Numbers of rows, and those that people call things by: each is given once, ever."""

from bengkel_crm.db.engine.connection import Database

_LAST = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0)"
_TAKE = """
INSERT INTO counter (kind, year, next_value) VALUES (?1, ?2, ?3 + 1)
ON CONFLICT (kind, year) DO UPDATE
    SET next_value = 1 + CASE WHEN counter.next_value < ?3 THEN ?3 ELSE counter.next_value END
RETURNING next_value - 1
"""


def take_number(database: Database, kind: str, *, at_least: int = 1, year: int = 0) -> int:
    """Return the next number of a kind, which is never given again; there may be gaps.

    Inside the transaction of a deed, so two writers are never given the same one. `year` is for kinds that
    begin again with it.
    """
    return int(database.execute_sql(_TAKE, (kind, year, at_least)).fetchone()[0])


def last_number(database: Database, table: str) -> int:
    """Return the highest number a row of a table ever had, 0 when there never was one."""
    return int(database.execute_sql(_LAST, (table,)).fetchone()[0])
