"""Asking a shop file whether everything in it holds."""

import json
import unicodedata
from dataclasses import dataclass

from bengkel_crm.base import errors
from bengkel_crm.db.derived import search_index, vehicle_summary, word_checks
from bengkel_crm.db.engine import row_checks, search_table
from bengkel_crm.db.engine.catalogue import broken_references
from bengkel_crm.db.engine.connection import Database, check_wholly
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.schema.fields import Journal
from bengkel_crm.schema.tables import TABLES
from bengkel_crm.trade.kinds import ProductCategory
from bengkel_crm.trade.phones import read_phones

_SUMMARY = f"""
SELECT {vehicle_summary.COLUMNS}
FROM vehicle_summary WHERE vehicle_id IN {SQL.among_ids()} ORDER BY vehicle_id
"""
_DUE = f"""
SELECT * FROM job_due WHERE vehicle_id IN {SQL.among_ids()} ORDER BY vehicle_id, job_kind_id
"""
_LAST_WORK_ORDERS = """
SELECT v.id, (SELECT max(w.date) FROM work_order w
    WHERE w.vehicle_id = v.id AND w.removed_at IS NULL AND w.date <= ?)
FROM vehicle v WHERE v.removed_at IS NULL ORDER BY v.id
"""
_DERIVED = frozenset(name for name, table in TABLES.items() if table.journal is Journal.DERIVED)
# A line's texts make the words of its visit; whoever had only oil changed has the shop's name for that.
_OIL = ProductCategory.ENGINE_OIL.value
# (work_order_id, jobs, oil) of each visit that has lines; None where no line speaks of the one or the other.
OF_LINES = f"""
SELECT work_order_id,
    string_agg(text, ', ' ORDER BY position) FILTER (WHERE category IS DISTINCT FROM '{_OIL}') AS jobs,
    string_agg(text, ', ' ORDER BY position) FILTER (WHERE category = '{_OIL}') AS oil
FROM work_order_line GROUP BY work_order_id
"""

_ORDER_WORDS = f"""
SELECT w.id, w.jobs, w.oil, l.jobs, l.oil
FROM work_order w LEFT JOIN ({OF_LINES}) l ON l.work_order_id = w.id
WHERE w.oil IS DISTINCT FROM l.oil OR (l.jobs IS NOT NULL AND w.jobs IS DISTINCT FROM l.jobs)
    OR (l.jobs IS NULL AND l.oil IS NULL AND w.jobs <> '')
ORDER BY w.id LIMIT ?
"""
_OWNED_BACKWARDS = "SELECT id, since, until FROM ownership WHERE until < since ORDER BY id LIMIT ?"
_PHONES = "SELECT id, typed, e164 FROM customer_phone WHERE e164 IS NOT NULL"
_TO_COME = """
SELECT w.number, v.plate, w.date FROM work_order w JOIN vehicle v ON v.id = w.vehicle_id
WHERE w.removed_at IS NULL AND v.removed_at IS NULL AND w.date > ? ORDER BY w.date DESC LIMIT ?
"""
_SAME_DIGITS = 6
_CHUNK = 2000
_NAMED_CASES = 5
_LETTERS = 300


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold: `what` names the test, `detail` shows the first case."""

    what: str
    detail: str


def find_faults(database: Database) -> list[Fault]:
    """Return everything that does not hold, empty when all is well; nothing is written."""
    try:
        check_wholly(database.connection(), database.path)
    except errors.AlteredFile as altered:
        return [Fault("schema", altered.detail)]
    except errors.DamagedIndex as damage:
        # Whatever else is asked may be answered from the index.
        return [Fault("index", damage.detail)]
    except errors.DamagedFile as damage:
        return [Fault("damaged", damage.detail)]
    faults = [Fault("foreign_key", str(row)) for row in broken_references(database, _NAMED_CASES)]
    unreadable = row_checks.unreadable_rows(database)
    faults += [Fault("row", told) for _, told in unreadable]
    if any(table not in _DERIVED for table, _ in unreadable):
        return faults  # whatever is computed from such a row breaks off at it
    faults += _key_faults(database) + _order_faults(database) + _phone_faults(database)
    faults += _derived_faults(database) + _search_faults(database)
    if faults:
        return faults
    # The words are made from the kept rows, so they say nothing new where those are wrong.
    wrong = word_checks.first_wrong_words(database)
    return (
        [Fault("search", _shorten(wrong))]
        if wrong
        else _work_orders_to_come(database) or _phones_read_otherwise(database)
    )


def _work_orders_to_come(database: Database) -> list[Fault]:
    """Return the work orders on days still to come: the clock was ahead, or the year is a slip."""
    rows = database.execute_sql(_TO_COME, (database.today().isoformat(), _NAMED_CASES)).fetchall()
    return [Fault("future", f"{number}, {plate}: {day}") for number, plate, day in rows]


def _phones_read_otherwise(database: Database) -> list[Fault]:
    """Return the numbers that an older version read otherwise than is done today: how many, and the first."""
    found = [
        (typed, e164, today[0].e164)
        for _, typed, e164 in database.execute_sql(_PHONES)
        if len(today := read_phones(typed)) == 1 and today[0].e164 != e164
    ]
    if not found:
        return []
    typed, e164, now = found[0]
    return [Fault("reading", _shorten(f"{len(found)}: {typed!r} = {e164}, now {now}"))]


def _key_faults(database: Database) -> list[Fault]:
    """Check that whatever is looked up by a key has the key of what is written."""
    faults = []
    for table in TABLES.values():
        for key, one in table.stored.items():
            if one.make is None:
                continue
            rows = database.execute_sql(f"SELECT id, {one.made_from}, {key} FROM {table.name}")
            wrong = [row for row in rows if one.make(row[1]) != row[2]]
            if wrong:
                faults.append(Fault("key", _shorten(f"{table.name} {wrong[0]}, {len(wrong)} in all")))
    return faults


def _order_faults(database: Database) -> list[Fault]:
    """Check that each visit is told in its lines' words, and that nobody owned from a day to one before."""
    told = database.execute_sql(_ORDER_WORDS, (_NAMED_CASES,)).fetchall()
    owned = database.execute_sql(_OWNED_BACKWARDS, (_NAMED_CASES,)).fetchall()
    return [Fault("words", _shorten(f"work_order {row[0]}: {row[1:3]} != {row[3:]}")) for row in told] + [
        Fault("owner", f"ownership {row_id}: {since} to {until}") for row_id, since, until in owned
    ]


def _phone_faults(database: Database) -> list[Fault]:
    """Check that a number as it is dialled is the one that was written."""
    wrong = [
        (row_id, typed, e164)
        for row_id, typed, e164 in database.execute_sql(_PHONES)
        if not _same_end(typed, e164)
    ]
    return [Fault("phone", _shorten(f"customer_phone {case}")) for case in wrong[:_NAMED_CASES]]


def _same_end(typed: str, e164: str) -> bool:
    if not e164.removeprefix("+").isdigit():
        return False
    digits = "".join(letter for letter in unicodedata.normalize("NFKC", typed) if letter.isdigit())
    # Letters like digits are read as those.
    return e164[-_SAME_DIGITS:] in digits or any(phone.e164 == e164 for phone in read_phones(typed))


def _shorten(text: str) -> str:
    return text if len(text) <= _LETTERS else f"{text[:_LETTERS]}…"


def _derived_faults(database: Database) -> list[Fault]:
    """Compare the kept rows with what the work orders give today."""
    faults: list[Fault] = []
    ids = [
        row[0] for row in database.execute_sql("SELECT id FROM vehicle WHERE removed_at IS NULL ORDER BY id")
    ]
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        wanted = json.dumps(chunk)
        computed = list(vehicle_summary.compute(database, chunk))
        rows = database.execute_sql(_SUMMARY, (wanted,)).fetchall()
        faults += _first_difference("summary", [row for row, _ in computed], rows)
        due = sorted((row for _, due_rows in computed for row in due_rows), key=lambda row: row[:2])
        faults += _first_difference("due", due, database.execute_sql(_DUE, (wanted,)).fetchall())
    stray = database.execute_sql(
        "SELECT count(*) FROM vehicle_summary "
        "WHERE vehicle_id NOT IN (SELECT id FROM vehicle WHERE removed_at IS NULL)"
    ).fetchone()[0]
    return faults + ([Fault("summary", f"{stray} stray")] if stray else [])


def _first_difference(
    what: str, computed: list[tuple[object, ...]], kept: list[tuple[object, ...]]
) -> list[Fault]:
    if computed == kept:
        return []
    pairs = zip(computed, kept, strict=False)
    detail = next(
        (f"{left} != {right}" for left, right in pairs if left != right), f"{len(computed)} != {len(kept)}"
    )
    return [Fault(what, _shorten(detail))]


def _search_faults(database: Database) -> list[Fault]:
    """Check that each vehicle stands in the search table once, at the place its last visit gives it."""
    places = search_table.list_places(database)
    kept = dict(database.execute_sql("SELECT vehicle_id, search_place FROM vehicle_summary").fetchall())
    expected = {
        vehicle_id: search_index.place_of(vehicle_id, last_on)
        for vehicle_id, last_on in database.execute_sql(
            _LAST_WORK_ORDERS, (database.today().isoformat(),)
        ).fetchall()
    }
    wanted = set(expected.values())
    if places != wanted:
        return [Fault("search", f"{len(places - wanted)} too many, {len(wanted - places)} missing")]
    if kept != expected:
        return [Fault("search", f"{len(set(kept.items()) ^ set(expected.items()))} places")]
    return []


def last_deed_mark(database: Database) -> str | None:
    """Return a word that changes with every deed and every undo, or None when nothing was ever written."""
    row = database.execute_sql("SELECT max(id), max(undone_at) FROM deed").fetchone()
    return None if row[0] is None else f"{row[0]}/{row[1]}"
