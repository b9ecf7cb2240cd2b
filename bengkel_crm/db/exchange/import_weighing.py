"""What taking an import back may touch: what is still as it was written, and what was changed since."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.exchange import import_ties
from bengkel_crm.db.journal.deed_touches import Touch, list_touches
from bengkel_crm.records.imports import KeptReason
from bengkel_crm.schema.order import PARTS

# An owner of before the import does not come back where a visit was written for the new one since.
_WORKED_ON_SINCE = """
SELECT DISTINCT o.vehicle_id FROM own_ownership own JOIN ownership o ON o.id = own.id
JOIN work_order w ON w.vehicle_id = o.vehicle_id AND w.customer_id = o.customer_id AND w.id > ?
"""
_TOGETHER = (frozenset({"brand", "model"}), frozenset({"name", "name_key", "honorific", "kind"}))


@dataclass(frozen=True, slots=True)
class GivenBack:
    """Fields of a row of before, and what they held; `before` is the whole row."""

    table: str
    row_id: int
    values: dict[str, Any]
    before: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What taking back will do besides deleting rows: fields, rows to put back, and fields that stay."""

    fields: tuple[GivenBack, ...]
    rows: tuple[tuple[str, dict[str, Any]], ...]
    tables: tuple[tuple[str, list[str], list[list[Any]]], ...]
    changed_since: tuple[tuple[str, int, KeptReason], ...]


def weigh(database: Database, deed_id: int, images: dict[str, Any]) -> Weighed:
    """Settle in the tables of own rows what stays, and return what else is to be done."""
    touches = list_touches(database, deed_id)
    settled = _settled_groups(database, images, touches)
    import_ties.keep_touched(database, touches)
    for table, whole_ids in settled.items():
        import_ties.keep_parts(database, table, whole_ids)
    import_ties.keep_tied(database)
    tables = _unchanged_tables(database, images)
    if not tables:
        import_ties.keep_named_beside(database)
    return _weigh_fields(database, images, settled, touches, tables)


def _unchanged_tables(
    database: Database, images: dict[str, Any]
) -> tuple[tuple[str, list[str], list[list[Any]]], ...]:
    """Return (table, columns, rows of before) of tables rewritten as a whole that are still as written."""
    return tuple(
        (table, columns, before)
        for table, columns, before, written in images.get("rewritten", ())
        if _ordered(database.execute_sql(f"SELECT {', '.join(columns)} FROM {table}").fetchall())
        == _ordered(written)
    )


def _ordered(rows: Iterable[Sequence[Any]]) -> list[list[Any]]:
    return sorted((list(row) for row in rows), key=str)


def _settled_groups(database: Database, images: dict[str, Any], touches: set[Touch]) -> dict[str, set[int]]:
    """Return by table of parts the records of before whose parts were changed again after the import."""
    last_ids = images.get("last_ids", {})
    settled: dict[str, set[int]] = {}
    for table, (_, column) in PARTS.items():
        groups = import_ties.parts_of_others(database, table)
        groups.update(row[column] for name, _, row in images["before"] if name == table)
        if not groups:
            continue
        changed = {touch.whole_id for touch in touches if touch.table == table} & groups
        rows = database.execute_sql(
            f"SELECT DISTINCT {column} FROM {table} WHERE id > ? AND {column} IN {SQL.among_ids()}",
            (_last_id(images, table), json.dumps(sorted(groups))),
        )
        settled[table] = {whole_id for whole_id in changed if whole_id is not None}
        settled[table].update(row[0] for row in rows.fetchall())
    if "work_order" in last_ids:
        rows = database.execute_sql(_WORKED_ON_SINCE, (last_ids["work_order"],))
        worked_on = {row[0] for row in rows.fetchall()}
        settled.setdefault("ownership", set()).update(
            worked_on & import_ties.parts_of_others(database, "ownership")
        )
    return settled


def _last_id(images: dict[str, Any], table: str) -> int:
    """Return the last id a table had after the import; of one by an older version only its own are known."""
    last_ids: Mapping[str, int] = images.get("last_ids", {})
    runs: list[list[int]] = images["added"].get(table, [])
    return last_ids.get(table, max((last for _, last in runs), default=2**62))


def _weigh_fields(
    database: Database,
    images: dict[str, Any],
    settled: Mapping[str, set[int]],
    touches: set[Touch],
    tables: tuple[tuple[str, list[str], list[list[Any]]], ...],
) -> Weighed:
    """Sort what the import wrote into records of before: what goes back, and what was changed since."""
    fields: list[GivenBack] = []
    rows: list[tuple[str, dict[str, Any]]] = []
    stays: dict[tuple[str, int], KeptReason] = {}
    # Older versions did not keep what they wrote: there a row goes back whole, or not at all.
    is_told = "after" in images
    touched = {(touch.table, touch.row_id) for touch in touches}
    after = {(table, row_id): changed for table, row_id, changed in images.get("after", ())}
    for table, row_id, before in _first_images(images):
        whole, column = PARTS.get(table, (table, "id"))
        if before[column] in settled.get(table, ()):
            stays[whole, before[column]] = import_ties.reason_of_part(table)
            continue
        present = present_row(database, table, row_id)
        changed = after.get((table, row_id))
        if changed is None and (is_told or present is None):
            rows.append((table, before))
            continue
        if present is None:
            continue
        if changed is None:
            changed = {} if (table, row_id) in touched else present
        back = {name: before[name] for name in _unchanged(changed, present)}
        if len(back) < len(changed) or not changed:
            stays[whole, before[column]] = KeptReason.EDITED
        if back:
            fields.append(GivenBack(table, row_id, back, before))
    for table, whole_ids in settled.items():
        reason = import_ties.reason_of_part(table)
        for whole_id in whole_ids & import_ties.parts_of_others(database, table):
            stays.setdefault((PARTS[table][0], whole_id), reason)
    return Weighed(tuple(fields), tuple(rows), tables, tuple((*key, reason) for key, reason in stays.items()))


def _unchanged(changed: Mapping[str, Any], present: Mapping[str, Any]) -> list[str]:
    """Return the fields that still hold what the import wrote; of those that belong together all, or none."""
    differing = {name for name, value in changed.items() if present[name] != value}
    for names in _TOGETHER:
        if differing & names:
            differing |= names
    return [name for name in changed if name not in differing]


def _first_images(images: dict[str, Any]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Yield each row the import changed as it was before, once."""
    seen: set[tuple[str, int]] = set()
    for table, row_id, before in images["before"]:
        if (table, row_id) not in seen:
            seen.add((table, row_id))
            yield table, row_id, before


def present_row(database: Database, table: str, row_id: int) -> dict[str, Any] | None:
    """Return a row as it is now, by column, or None where it is gone."""
    cursor = database.execute_sql(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
    row = cursor.fetchone()
    return None if row is None else dict(zip((name for name, *_ in cursor.description), row, strict=True))
