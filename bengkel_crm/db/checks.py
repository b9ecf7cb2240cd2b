"""Asking a shop file whether everything in it holds."""

import json
from dataclasses import dataclass

from bengkel_crm import errors
from bengkel_crm.db import search_index, standing
from bengkel_crm.db.connection import Database, check_soundness

_STANDING = f"""
SELECT {standing.COLUMNS}
FROM vehicle_standing WHERE vehicle_id IN (SELECT value FROM json_each(?)) ORDER BY vehicle_id
"""
_DUE = """
SELECT * FROM job_due WHERE vehicle_id IN (SELECT value FROM json_each(?)) ORDER BY vehicle_id, job_kind_id
"""
_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold: `what` names the test, `detail` shows the first case."""

    what: str
    detail: str


def find_faults(database: Database) -> list[Fault]:
    """Return everything that does not hold, empty when all is well; nothing is written."""
    try:
        check_soundness(database.connection(), database.path)
    except errors.DamagedFile as damage:
        return [Fault("damaged", damage.detail)]
    faults = [
        Fault("foreign_key", str(row))
        for row in database.execute_sql("PRAGMA foreign_key_check").fetchmany(5)
    ]
    return faults + _derived_faults(database) + _search_faults(database)


def _derived_faults(database: Database) -> list[Fault]:
    """Compare the kept rows with what the work orders give today."""
    faults: list[Fault] = []
    ids = [
        row[0] for row in database.execute_sql("SELECT id FROM vehicle WHERE removed_at IS NULL ORDER BY id")
    ]
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        wanted = json.dumps(chunk)
        computed = list(standing.compute(database, chunk))
        rows = database.execute_sql(_STANDING, (wanted,)).fetchall()
        faults += _first_difference("standing", [row for row, _ in computed], rows)
        due = sorted((row for _, due_rows in computed for row in due_rows), key=lambda row: row[:2])
        faults += _first_difference("due", due, database.execute_sql(_DUE, (wanted,)).fetchall())
    stray = database.execute_sql(
        "SELECT count(*) FROM vehicle_standing "
        "WHERE vehicle_id NOT IN (SELECT id FROM vehicle WHERE removed_at IS NULL)"
    ).fetchone()[0]
    return faults + ([Fault("standing", f"{stray} stray")] if stray else [])


def _first_difference(
    what: str, computed: list[tuple[object, ...]], kept: list[tuple[object, ...]]
) -> list[Fault]:
    if computed == kept:
        return []
    pairs = zip(computed, kept, strict=False)
    detail = next(
        (f"{left} != {right}" for left, right in pairs if left != right), f"{len(computed)} != {len(kept)}"
    )
    return [Fault(what, detail)]


def _search_faults(database: Database) -> list[Fault]:
    """Check that each vehicle stands in the search table once, at the place its last visit gives it."""
    places = {row[0] for row in database.execute_sql("SELECT rowid FROM vehicle_search")}
    expected = {
        search_index.place_of(vehicle_id, last_on)
        for vehicle_id, last_on in database.execute_sql("SELECT vehicle_id, last_on FROM vehicle_standing")
    }
    if places == expected:
        return []
    return [Fault("search", f"{len(places - expected)} too many, {len(expected - places)} missing")]


def last_deed_mark(database: Database) -> str | None:
    """Return a word that changes with every deed and every undo, or None when nothing was ever written."""
    row = database.execute_sql("SELECT max(id), max(undone_at) FROM deed").fetchone()
    return None if row[0] is None else f"{row[0]}/{row[1]}"
