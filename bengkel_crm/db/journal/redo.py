"""Doing again what was just taken back, from the images that taking it back keeps."""

import json
from typing import Any

from bengkel_crm.base import errors
from bengkel_crm.base.progress import nobody_waits
from bengkel_crm.db.derived import vehicle_summary
from bengkel_crm.db.engine.catalogue import defer_references
from bengkel_crm.db.engine.connection import Database, writing_alone
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.journal.row_writes import Stamp, fill, insert_all, write_keyed, write_over
from bengkel_crm.records.journal import Change
from bengkel_crm.schema.order import WRITABLE

# A book of 20,000 rows is not kept twice: it is imported again.
_MOST_ROWS = 2_000
_ORDER = {table: position for position, table in enumerate(WRITABLE)}
# Only what was taken back since the newest deed was written: a deed written in between ends all that was
# taken back before it.
_NEXT = f"""
SELECT id, kind, subject, images FROM deed
WHERE undone_at IS NOT NULL AND id > (SELECT coalesce(max(id), 0) FROM deed WHERE undone_at IS NULL)
    AND CAST({SQL.member("images", "again", "newest")} AS INTEGER) = (SELECT max(id) FROM deed)
    AND coalesce(pc, ?1) = ?1
ORDER BY id LIMIT 1
"""


def images_of(database: Database, images: dict[str, Any]) -> dict[str, Any]:
    """Return what doing a deed again needs, read before it is taken back: no rows for one too large."""
    (newest,) = database.execute_sql("SELECT max(id) FROM deed").fetchone()
    count = sum(last - first + 1 for runs in images["added"].values() for first, last in runs)
    if count > _MOST_ROWS or "taken" in images or "undone_import" in images:
        return {"newest": newest}
    added = []
    for table in sorted(images["added"], key=_ORDER.__getitem__):
        for first, last in images["added"][table]:
            cursor = database.execute_sql(f"SELECT * FROM {table} WHERE id BETWEEN ? AND ?", (first, last))
            added.append((table, [column[0] for column in cursor.description], cursor.fetchall()))
    changed = {(table, row_id): _row(database, table, row_id) for table, row_id, _ in images["before"]}
    return {"newest": newest, "added": added, "changed": [(*key, row) for key, row in changed.items()]}


def change_of(deed_id: int, kind: str, subject: str, images: dict[str, Any]) -> Change:
    """Return what a deed touched, from what is kept of it; an old one did not say which tables."""
    return Change(
        deed_id,
        kind,
        subject,
        tuple(images["vehicles"]),
        tuple(images["customers"]),
        touches_all="tables" not in images,
        tables=frozenset(images.get("tables", ())),
    )


def redo_next(database: Database) -> Change:
    """Do the deed of this PC again that was taken back last, and return it.

    Raises:
        NothingToRedo: nothing was taken back, or something was written since, or it is too large.
    """
    if database.stands_for is not None:
        raise errors.NothingToRedo
    with writing_alone(database):
        row = database.execute_sql(_NEXT, (database.pc,)).fetchone()
        images = {} if row is None else json.loads(row[3])
        if row is None or "added" not in images["again"]:
            raise errors.NothingToRedo
        defer_references(database)
        _do_again(database, images, Stamp(database.now().isoformat(timespec="seconds"), database.done_by))
        change = change_of(row[0], row[1], row[2], images)
        refresh_derived(database, change, images)
        del images["again"]
        database.execute_sql(
            "UPDATE deed SET undone_at = NULL, images = ? WHERE id = ?",
            (json.dumps(images, separators=(",", ":")), change.deed_id),
        )
        return change


def refresh_derived(database: Database, change: Change, images: dict[str, Any]) -> None:
    """Derive anew what follows from the rows of a deed, after it was taken back or done again."""
    vehicle_summary.refresh(database, change.vehicle_ids)
    intervals = {
        (key["job_kind_id"], key["vehicle_kind"])
        for table, key, *_ in images.get("keyed", ())
        if table == "job_interval"
    }
    vehicle_summary.refresh_dues_of(database, intervals, nobody_waits)


def _row(database: Database, table: str, row_id: int) -> dict[str, Any] | None:
    cursor = database.execute_sql(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
    row = cursor.fetchone()
    if row is None:
        return None
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}


def _do_again(database: Database, images: dict[str, Any], stamp: Stamp) -> None:
    connection = database.connection()
    for table, columns, _, rows in images.get("rewritten", ()):
        fill(connection, table, columns, rows)
    for table, key, _, row in images.get("keyed", ()):
        write_keyed(connection, table, key, row)
    # What goes makes room for what comes: a plate, a number.
    for table, row_id, row in sorted(images["again"]["changed"], key=lambda change: change[2] is not None):
        if row is None:
            connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        else:
            write_over(connection, table, row_id, row, stamp)
    for table, columns, rows in images["again"]["added"]:
        insert_all(connection, table, columns, rows)
