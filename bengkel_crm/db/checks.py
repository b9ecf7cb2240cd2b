"""Asking a shop file whether everything in it holds."""

import json
from dataclasses import dataclass

from bengkel_crm import errors
from bengkel_crm.db import search_index, standing
from bengkel_crm.db.connection import Database, check_soundness
from bengkel_crm.names import name_key
from bengkel_crm.plates import plate_key

_STANDING = f"""
SELECT {standing.COLUMNS}
FROM vehicle_standing WHERE vehicle_id IN (SELECT value FROM json_each(?)) ORDER BY vehicle_id
"""
_DUE = """
SELECT * FROM job_due WHERE vehicle_id IN (SELECT value FROM json_each(?)) ORDER BY vehicle_id, job_kind_id
"""
_LAST_VISITS = """
SELECT v.id, (SELECT max(w.date) FROM work_order w WHERE w.vehicle_id = v.id AND w.removed_at IS NULL)
FROM vehicle v WHERE v.removed_at IS NULL ORDER BY v.id
"""
_SEARCHED = ("plate", "part", "old", "name", "phone")
_BY_WORDS = "SELECT 1 FROM vehicle_search WHERE vehicle_search MATCH ? AND rowid = ?"
_KEYS = (
    ("vehicle", "plate", "plate_key", plate_key),
    ("old_plate", "plate", "plate_key", plate_key),
    ("customer", "name", "name_key", name_key),
)
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
    faults += _key_faults(database) + _derived_faults(database) + _search_faults(database)
    # The words are made from the kept rows, so they say nothing new where those are wrong.
    return faults or _word_faults(database)


def _key_faults(database: Database) -> list[Fault]:
    """Check that whatever is looked up by a key has the key of what is written."""
    faults = []
    for table, written, key, key_of in _KEYS:
        rows = database.execute_sql(f"SELECT id, {written}, {key} FROM {table}")
        wrong = [row for row in rows if key_of(row[1]) != row[2]]
        if wrong:
            faults.append(Fault("key", f"{table} {wrong[0]}, {len(wrong)} in all"))
    return faults


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
    kept = dict(database.execute_sql("SELECT vehicle_id, search_place FROM vehicle_standing").fetchall())
    expected = {
        vehicle_id: search_index.place_of(vehicle_id, last_on)
        for vehicle_id, last_on in database.execute_sql(_LAST_VISITS).fetchall()
    }
    wanted = set(expected.values())
    if places != wanted:
        return [Fault("search", f"{len(places - wanted)} too many, {len(wanted - places)} missing")]
    if kept != expected:
        return [Fault("search", f"{len(set(kept.items()) ^ set(expected.items()))} places")]
    return []


def _word_faults(database: Database) -> list[Fault]:
    """Ask the search table for each vehicle by all its words; it tells no one what it holds."""
    ids = [row[0] for row in database.execute_sql("SELECT id FROM vehicle WHERE removed_at IS NULL")]
    for start in range(0, len(ids), _CHUNK):
        for place, *columns in search_index.words_of(database, json.dumps(ids[start : start + _CHUNK])):
            asked = " AND ".join(
                f"{name} : ({' AND '.join(words)})"
                for name, text in zip(_SEARCHED, columns, strict=True)
                if (words := [f'"{word}"' for word in text.split() if word.isascii() and word.isalnum()])
            )
            if database.execute_sql(_BY_WORDS, (asked, place)).fetchone() is None:
                return [Fault("search", f"{asked} does not find {place & search_index.VEHICLE_MASK}")]
    return []


def last_deed_mark(database: Database) -> str | None:
    """Return a word that changes with every deed and every undo, or None when nothing was ever written."""
    row = database.execute_sql("SELECT max(id), max(undone_at) FROM deed").fetchone()
    return None if row[0] is None else f"{row[0]}/{row[1]}"
