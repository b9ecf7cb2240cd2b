"""Past imports: which there are, what was built on them since, and taking one back without that."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bengkel_crm import errors
from bengkel_crm.db import import_ties
from bengkel_crm.db.connection import Database
from bengkel_crm.db.customers import vehicles_owned_by
from bengkel_crm.db.deed_touches import IMPORT, PARTS, Touch, list_touches
from bengkel_crm.db.deeds import Deed
from bengkel_crm.db.kept_titles import list_kept
from bengkel_crm.import_records import ImportUndoPreview, KeptReason, KeptRecord, PastImport

_CHUNK = 5000
_COLUMNS = "id, subject, done_at, json_extract(images, '$.added')"
_LIST = f"SELECT {_COLUMNS} FROM deed WHERE kind = ? AND undone_at IS NULL ORDER BY id DESC"
_ONE = f"SELECT {_COLUMNS}, images FROM deed WHERE id = ? AND kind = ? AND undone_at IS NULL"
# An owner of before the import does not come back where a visit was written for the new one since.
_VISITED_SINCE = """
SELECT DISTINCT o.vehicle_id FROM temp.own_ownership own JOIN ownership o ON o.id = own.id
JOIN work_order w ON w.vehicle_id = o.vehicle_id AND w.customer_id = o.customer_id AND w.id > ?
"""
_TOGETHER = (frozenset({"brand", "model"}), frozenset({"name", "name_key", "honorific", "kind"}))


@dataclass(frozen=True, slots=True)
class _GivenBack:
    """Fields of a row of before, and what they held; `before` is the whole row."""

    table: str
    row_id: int
    values: dict[str, Any]
    before: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What taking back will do besides deleting rows: fields, rows to put back, and fields that stay."""

    fields: tuple[_GivenBack, ...]
    rows: tuple[tuple[str, dict[str, Any]], ...]
    tables: tuple[tuple[str, list[str], list[list[Any]]], ...]
    changed_since: tuple[tuple[str, int, KeptReason], ...]


def list_imports(database: Database) -> list[PastImport]:
    """Return the imports that were not taken back, the latest first."""
    return [_past(row) for row in database.execute_sql(_LIST, (IMPORT,)).fetchall()]


def get_import(database: Database, deed_id: int) -> PastImport:
    """Return one import.

    Raises:
        NotFound: there is no such import, or it was taken back.
    """
    return _past(_find(database, deed_id)[0])


def _past(row: tuple[Any, ...]) -> PastImport:
    added: dict[str, list[list[int]]] = json.loads(row[3])

    def count(table: str) -> int:
        return sum(last - first + 1 for first, last in added.get(table, ()))

    return PastImport(
        deed_id=row[0],
        file_name=row[1],
        at=datetime.fromisoformat(row[2]),
        vehicles=count("vehicle"),
        customers=count("customer"),
        work_orders=count("work_order"),
        products=count("product"),
    )


def preview(database: Database, deed_id: int) -> ImportUndoPreview:
    """Return what taking an import back would do now; nothing is written.

    Raises:
        NotFound: there is no such import, or it was taken back.
    """
    row, images = _find(database, deed_id)
    with database.atomic(), import_ties.own_rows(database, images["added"]):
        weighed = _weigh(database, deed_id, images)
        return _tell(database, _past(row), weighed)


def _tell(database: Database, past: PastImport, weighed: _Weighed) -> ImportUndoPreview:
    kept: list[KeptRecord] = list_kept(database, weighed.changed_since)
    given_back = {(PARTS[table][0], row[PARTS[table][1]]) for table, row in weighed.rows if table in PARTS}
    for field in weighed.fields:
        whole, column = PARTS.get(field.table, (field.table, "id"))
        given_back.add((whole, field.before[column]))
    return ImportUndoPreview(past, import_ties.count_going(database), len(given_back), tuple(kept))


def _find(database: Database, deed_id: int) -> tuple[tuple[Any, ...], dict[str, Any]]:
    row = database.execute_sql(_ONE, (deed_id, IMPORT)).fetchone()
    if row is None:
        raise errors.NotFound("import", str(deed_id))
    return row, json.loads(row[4])


def take_back(deed: Deed, deed_id: int, progress: Callable[[int, int], None]) -> ImportUndoPreview:
    """Take an import back as part of a deed, but for what was built on it since; return what was done.

    Raises:
        NotFound: there is no such import, or it was taken back.
        Cancelled: `progress` raised it.
    """
    database = deed.database
    row, images = _find(database, deed_id)
    database.execute_sql("PRAGMA defer_foreign_keys = ON")
    with import_ties.own_rows(database, images["added"]):
        weighed = _weigh(database, deed_id, images)
        told = _tell(database, _past(row), weighed)
        deed.vehicle_ids.update(images["vehicles"])
        deed.customer_ids.update(images["customers"])
        _take_out(deed, told.going, progress)
    _give_back(deed, weighed)
    deed.undone_import = deed_id
    database.execute_sql(
        "UPDATE deed SET undone_at = ? WHERE id = ?",
        (datetime.now().isoformat(timespec="seconds"), deed_id),
    )
    return told


def _weigh(database: Database, deed_id: int, images: dict[str, Any]) -> _Weighed:
    """Settle in the tables of own rows what stays, and return what else is to be done."""
    touches = list_touches(database, deed_id)
    settled = _settled_groups(database, images, touches)
    import_ties.keep_touched(database, touches)
    for table, whole_ids in settled.items():
        import_ties.keep_parts(database, table, whole_ids)
    import_ties.keep_tied(database)
    tables = _unchanged_tables(database, images)
    if not tables:
        import_ties.keep_job_kinds(database)
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
            f"SELECT DISTINCT {column} FROM {table} WHERE id > ? "
            f"AND {column} IN (SELECT value FROM json_each(?))",
            (_last_id(images, table), json.dumps(sorted(groups))),
        )
        settled[table] = {whole_id for whole_id in changed if whole_id is not None}
        settled[table].update(row[0] for row in rows.fetchall())
    if "work_order" in last_ids:
        rows = database.execute_sql(_VISITED_SINCE, (last_ids["work_order"],))
        visited = {row[0] for row in rows.fetchall()}
        settled.setdefault("ownership", set()).update(
            visited & import_ties.parts_of_others(database, "ownership")
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
) -> _Weighed:
    """Sort what the import wrote into records of before: what goes back, and what was changed since."""
    fields: list[_GivenBack] = []
    rows: list[tuple[str, dict[str, Any]]] = []
    stays: dict[tuple[str, int], KeptReason] = {}
    # Older versions did not keep what they wrote: there a row goes back whole, or not at all.
    is_told = "after" in images
    touched = {(touch.table, touch.row_id) for touch in touches}
    after = {(table, row_id): changed for table, row_id, changed in images.get("after", ())}
    for table, row_id, before in _first_images(images):
        whole, column = PARTS.get(table, (table, "id"))
        if before[column] in settled.get(table, ()):
            stays[whole, before[column]] = KeptReason.NEW_OWNER if table == "ownership" else KeptReason.EDITED
            continue
        present = _present(database, table, row_id)
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
            fields.append(_GivenBack(table, row_id, back, before))
    for table, whole_ids in settled.items():
        reason = KeptReason.NEW_OWNER if table == "ownership" else KeptReason.EDITED
        for whole_id in whole_ids & import_ties.parts_of_others(database, table):
            stays.setdefault((PARTS[table][0], whole_id), reason)
    return _Weighed(
        tuple(fields), tuple(rows), tables, tuple((*key, reason) for key, reason in stays.items())
    )


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


def _present(database: Database, table: str, row_id: int) -> dict[str, Any] | None:
    cursor = database.execute_sql(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
    row = cursor.fetchone()
    return None if row is None else dict(zip((name for name, *_ in cursor.description), row, strict=True))


def _take_out(deed: Deed, going: Mapping[str, int], progress: Callable[[int, int], None]) -> None:
    done, total = 0, max(sum(going.values()), 1)
    for table in import_ties.TABLES:
        ids = import_ties.list_going(deed.database, table)
        for start in range(0, len(ids), _CHUNK):
            progress(done, total)
            chunk = ids[start : start + _CHUNK]
            if table == "vehicle":
                _take_out_beside(deed, chunk)
            deed.take_out(table, chunk)
            done += len(chunk)
    progress(total, total)


def _take_out_beside(deed: Deed, vehicle_ids: list[int]) -> None:
    """Take out what stands beside vehicles; what is derived is made anew when they come back."""
    wanted = json.dumps(vehicle_ids)
    deed.database.execute_sql(
        "DELETE FROM vehicle_search WHERE rowid IN (SELECT search_place FROM vehicle_standing "
        "WHERE vehicle_id IN (SELECT value FROM json_each(?)))",
        (wanted,),
    )
    for table in ("job_due", "vehicle_standing"):
        deed.database.execute_sql(
            f"DELETE FROM {table} WHERE vehicle_id IN (SELECT value FROM json_each(?))", (wanted,)
        )
    for table in ("opened_card", "due_seen"):
        deed.take_out(table, vehicle_ids, key="vehicle_id")


def _give_back(deed: Deed, weighed: _Weighed) -> None:
    for table, columns, before_rows in weighed.tables:
        # Intervals: what is due on any vehicle follows from them.
        deed.rewrite(table, columns, before_rows)
        everybody = deed.database.execute_sql("SELECT id FROM vehicle WHERE removed_at IS NULL").fetchall()
        deed.vehicle_ids.update(row[0] for row in everybody)
    for table, before in weighed.rows:
        values = dict(before)
        if _present(deed.database, table, before["id"]) is not None:
            del values["id"]  # somebody has it by now
        deed.add(table, **values)
        _note_touched(deed, table, before)
    for field in weighed.fields:
        deed.edit(field.table, field.row_id, **field.values)
        _note_touched(deed, field.table, field.before)


def _note_touched(deed: Deed, table: str, row: Mapping[str, Any]) -> None:
    """Name the vehicles whose card shows a row; those the import touched then are named already."""
    customer_id = row["id"] if table == "customer" else row.get("customer_id")
    if customer_id is not None:
        deed.vehicle_ids.update(vehicles_owned_by(deed.database, customer_id))
