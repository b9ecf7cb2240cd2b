"""Past imports: which there are, what was built on them since, and taking one back without that."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bengkel_crm.base import errors
from bengkel_crm.db.customers.customers import vehicles_owned_by
from bengkel_crm.db.derived import search_index
from bengkel_crm.db.engine.catalogue import defer_references
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.exchange import import_ties
from bengkel_crm.db.exchange.import_weighing import Weighed, present_row, weigh
from bengkel_crm.db.exchange.remembered import give_back_mappings
from bengkel_crm.db.journal.bin import read_titles
from bengkel_crm.db.journal.deed_touches import IMPORT
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.db.settings.settings import forget_drafts
from bengkel_crm.records.imports import ImportUndoPreview, KeptReason, KeptRecord, PastImport
from bengkel_crm.schema.fields import Journal
from bengkel_crm.schema.order import PARTS, WRITABLE, beside_vehicles
from bengkel_crm.schema.tables import TABLES

_CHUNK = 5000
_COLUMNS = f"id, subject, done_at, {SQL.member('images', 'added')}"
_LIST = f"SELECT {_COLUMNS} FROM deed WHERE kind = ? AND undone_at IS NULL ORDER BY id DESC"
_ONE = f"SELECT {_COLUMNS}, images FROM deed WHERE id = ? AND kind = ? AND undone_at IS NULL"


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
        weighed = weigh(database, deed_id, images)
        return _preview_of(database, _past(row), weighed)


def _preview_of(database: Database, past: PastImport, weighed: Weighed) -> ImportUndoPreview:
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


def take_back(
    deed: Deed, deed_id: int, at: datetime, progress: Callable[[int, int], None]
) -> ImportUndoPreview:
    """Take an import back as part of a deed, but for what was built on it since; return what was done.

    Raises:
        NotFound: there is no such import, or it was taken back.
        Cancelled: `progress` raised it.
    """
    database = deed.database
    row, images = _find(database, deed_id)
    defer_references(database)
    with import_ties.own_rows(database, images["added"]):
        weighed = weigh(database, deed_id, images)
        told = _preview_of(database, _past(row), weighed)
        deed.vehicle_ids.update(images["vehicles"])
        deed.customer_ids.update(images["customers"])
        _take_out(deed, told.going, progress)
    _give_back(deed, weighed)
    give_back_mappings(deed, images)
    deed.undone_import = deed_id
    database.execute_sql(
        "UPDATE deed SET undone_at = ? WHERE id = ?",
        (at.isoformat(timespec="seconds"), deed_id),
    )
    return told


def _take_out(deed: Deed, going: Mapping[str, int], progress: Callable[[int, int], None]) -> None:
    done, total = 0, max(sum(going.values()), 1)
    for table in import_ties.OWN_TABLES:
        ids = import_ties.list_going(deed.database, table)
        for start in range(0, len(ids), _CHUNK):
            progress(done, total)
            chunk = ids[start : start + _CHUNK]
            if table == "vehicle":
                _take_out_beside(deed, chunk)
            forget_drafts(deed.database, table, chunk)
            deed.take_out(table, chunk)
            done += len(chunk)
    progress(total, total)


def _take_out_beside(deed: Deed, vehicle_ids: list[int]) -> None:
    """Take out what stands beside vehicles; what is derived is made anew when they come back."""
    wanted = json.dumps(vehicle_ids)
    search_index.forget(deed.database, wanted)
    for table in beside_vehicles(Journal.DERIVED):
        deed.database.execute_sql(f"DELETE FROM {table} WHERE vehicle_id IN {SQL.among_ids()}", (wanted,))
    for table in beside_vehicles(Journal.BESIDE):
        deed.take_out(table, vehicle_ids, key="vehicle_id")


def _give_back(deed: Deed, weighed: Weighed) -> None:
    for table, columns, before_rows in weighed.tables:
        # Intervals: what is due on any vehicle follows from them.
        deed.rewrite(table, columns, before_rows)
        everybody = deed.database.execute_sql("SELECT id FROM vehicle WHERE removed_at IS NULL").fetchall()
        deed.vehicle_ids.update(row[0] for row in everybody)
    for table, before in weighed.rows:
        values = dict(before)
        if present_row(deed.database, table, before["id"]) is not None:
            del values["id"]  # somebody has it by now
        deed.put_back(table, **values)
        _note_touched(deed, table, before)
    for field in weighed.fields:
        deed.set_back(field.table, field.row_id, **field.values)
        _note_touched(deed, field.table, field.before)


def _note_touched(deed: Deed, table: str, row: Mapping[str, Any]) -> None:
    """Name the vehicles whose card shows a row; those the import touched then are named already."""
    customer_id = row["id"] if table == "customer" else row.get("customer_id")
    if customer_id is not None:
        deed.vehicle_ids.update(vehicles_owned_by(deed.database, customer_id))


# Vehicles first: people know the others by them. Phones, owners and lines go with their whole.
_NAMED = sorted((name for name in WRITABLE if TABLES[name].title), key=lambda name: name != "vehicle")


def list_kept(database: Database, changed_since: Sequence[tuple[str, int, KeptReason]]) -> list[KeptRecord]:
    """Return the own rows that stay, and these records of before, all named; own_rows are settled."""
    kept: list[KeptRecord] = []
    for table in _NAMED:
        reasons = {row_id: reason for name, row_id, reason in changed_since if name == table}
        stays = database.execute_sql(f"SELECT id, reason FROM own_{table} WHERE reason IS NOT NULL")
        reasons.update((row_id, KeptReason(reason)) for row_id, reason in stays.fetchall())
        if not reasons:
            continue
        ids = ", ".join(map(str, reasons))
        kept += [
            KeptRecord(table, row.row_id, row.title, reasons[row.row_id])
            for row in read_titles(database, table, f"{table}.id IN ({ids})")
        ]
    return kept
