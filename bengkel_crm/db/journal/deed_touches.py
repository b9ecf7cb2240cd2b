"""What later deeds changed of what an import brought: kept for as long as the import can be taken back."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.records.journal import DeedKind
from bengkel_crm.schema.order import PARTS

IMPORT, IMPORT_UNDONE, _TOUCHED = DeedKind.BOOK_IMPORTED, DeedKind.IMPORT_UNDONE, DeedKind.TOUCHED
# Into the bin and out of it is no building on what was imported; nor is taking back another import.
_SILENT = (
    DeedKind.VEHICLE_REMOVED,
    DeedKind.WORK_ORDER_REMOVED,
    DeedKind.NOTE_REMOVED,
    DeedKind.RESTORED,
    IMPORT_UNDONE,
)


class Touch(NamedTuple):
    """A row that a deed overwrote or deleted; `whole_id` is what it was a part of."""

    table: str
    row_id: int
    whole_id: int | None


def list_touches(database: Database, deed_id: int) -> set[Touch]:
    """Return what was overwritten or deleted by deeds later than this one and not taken back since."""
    rows = database.execute_sql(
        f"SELECT images FROM deed WHERE id > ? AND undone_at IS NULL AND kind NOT IN ({_marks(_SILENT)})",
        (deed_id, *_SILENT),
    )
    return {touch for (images,) in rows.fetchall() for touch in _touches_of(json.loads(images))}


def _touches_of(images: dict[str, Any]) -> Iterator[Touch]:
    for table, row_id, whole_id in images.get("touched", ()):
        yield Touch(table, row_id, whole_id)
    for table, row_id, before in images.get("before", ()):
        yield Touch(table, row_id, before[PARTS[table][1]] if table in PARTS else None)


def forget_deeds(database: Database, newest: int) -> None:
    """Drop the deeds up to `newest`, inside the caller's transaction, but no import that still counts.

    Of the deeds after an import its own rows that they touched are remembered, and nothing else.
    """
    imports = database.execute_sql(
        f"SELECT id, {SQL.member('images', 'added')} FROM deed WHERE kind = ? AND undone_at IS NULL "
        "AND id <= ? ORDER BY id",
        (IMPORT, newest),
    ).fetchall()
    added = {deed_id: json.loads(runs) for deed_id, runs in imports}
    if added:
        _remember_touches(database, added, newest)
    database.execute_sql(
        "DELETE FROM deed WHERE id <= ?1 AND ("
        "undone_at IS NULL AND kind NOT IN (?2, ?3) OR undone_at IS NOT NULL AND NOT EXISTS ("
        # Whoever takes the undoing back wants its import again.
        "SELECT 1 FROM deed later WHERE later.kind = ?4 AND later.id > ?1))",
        (newest, IMPORT, _TOUCHED, IMPORT_UNDONE),
    )


def _remember_touches(database: Database, added: dict[int, dict[str, Any]], newest: int) -> None:
    """Fold what old deeds touched into one row of the list of deeds after each import."""
    deeds = database.execute_sql(
        "SELECT id, images FROM deed WHERE id BETWEEN ? AND ? AND undone_at IS NULL "
        f"AND kind NOT IN ({_marks((*_SILENT, IMPORT, _TOUCHED))}) ORDER BY id",
        (min(added), newest, *_SILENT, IMPORT, _TOUCHED),
    ).fetchall()
    found = [(max(one for one in added if one < deed_id), deed_id, images) for deed_id, images in deeds]
    for last_import, group in groupby(found, key=lambda deed: deed[0]):
        runs = [added[one] for one in added if one <= last_import]
        folded = list(group)
        touched = {
            touch
            for _, _, images in folded
            for touch in _touches_of(json.loads(images))
            if any(first <= touch.row_id <= last for one in runs for first, last in one.get(touch.table, ()))
        }
        if touched:
            database.execute_sql(
                "UPDATE deed SET kind = ?, subject = '', images = ? WHERE id = ?",
                (_TOUCHED, json.dumps({"touched": sorted(touched, key=str)}), folded[-1][1]),
            )


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
