"""The bin: what was removed and can be put back."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from bengkel_crm.base import errors
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.paths import Paths
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.records.journal import BinEntry
from bengkel_crm.schema.order import referring
from bengkel_crm.schema.tables import TABLES

# By table the field that names the vehicle of a row: without it nobody would see what is put back.
_VEHICLE_OF = {
    "vehicle": "id",
    **{
        table.name: name
        for table in TABLES.values()
        for name in referring(table.name, to="vehicle")
        if table.can_be_removed and table.stored[name].required
    },
}
_IN_BIN = "SELECT 1 FROM vehicle WHERE id = ? AND removed_at IS NOT NULL"
_LIES_THERE = "SELECT 1 FROM {table} WHERE id = ? AND removed_at IS NOT NULL"


def _touch(deed: Deed, table: str, record_id: int) -> None:
    deed.vehicle_ids.add(_vehicle_of(deed.database, table, record_id))
    deed.record_id = record_id


def _vehicle_of(database: Database, table: str, record_id: int) -> int:
    sql = f"SELECT {_VEHICLE_OF[table]} FROM {table} WHERE id = ?"
    row = database.execute_sql(sql, (record_id,)).fetchone()
    if row is None:
        raise errors.NotFound(table, str(record_id))
    return int(row[0])


def remove(deed: Deed, table: str, record_id: int, at: datetime) -> None:
    """Put a work order, a vehicle or a note into the bin.

    Raises:
        NotFound: there is no such record, or it lies there already.
    """
    _touch(deed, table, record_id)
    if deed.database.execute_sql(_LIES_THERE.format(table=table), (record_id,)).fetchone():
        raise errors.NotFound(table, str(record_id))
    deed.edit(table, record_id, removed_at=at.isoformat(timespec="seconds"))


def restore(deed: Deed, table: str, record_id: int) -> None:
    """Put a record back from the bin, with the vehicle it belongs to: without it nobody would see it.

    Raises:
        NotFound: there is no such record.
        DuplicatePlate: another vehicle wears the plate by now.
    """
    _touch(deed, table, record_id)
    if table != "vehicle":
        vehicle_id = _vehicle_of(deed.database, table, record_id)
        gone = deed.database.execute_sql(_IN_BIN, (vehicle_id,)).fetchone()
        if gone is not None:
            restore(deed, "vehicle", vehicle_id)
            deed.record_id = record_id
    else:
        row = deed.database.execute_sql(
            """
            SELECT other.plate, other.id FROM vehicle gone JOIN vehicle other
            ON other.plate_key = gone.plate_key AND other.removed_at IS NULL WHERE gone.id = ?
            """,
            (record_id,),
        ).fetchone()
        if row is not None:
            raise errors.DuplicatePlate(row[0], row[1])
    deed.edit(table, record_id, removed_at=None)


def find_vehicle(database: Database, keys: Sequence[str]) -> BinEntry | None:
    """Return the vehicle of one of these canonical plates that was removed last, or None."""
    row = database.execute_sql(
        f"""
        SELECT 'vehicle', id, plate, removed_at FROM vehicle
        WHERE removed_at IS NOT NULL AND plate_key IN {SQL.among_texts()}
        ORDER BY removed_at DESC, id DESC LIMIT 1
        """,
        (json.dumps(list(keys)),),
    ).fetchone()
    return None if row is None else BinEntry(row[0], row[1], row[2], datetime.fromisoformat(row[3]))


def list_bin(database: Database) -> list[BinEntry]:
    """Return what lies in the bin, the latest first."""
    entries = [
        BinEntry(table, row.row_id, row.title, datetime.fromisoformat(row.field))
        for table in _VEHICLE_OF
        for row in read_titles(database, table, f"{table}.removed_at IS NOT NULL", field="removed_at")
    ]
    return sorted(entries, key=lambda entry: (entry.removed_at, entry.record_id), reverse=True)


BETWEEN = " · "


class TitledRow(NamedTuple):
    """A row by its id, what people call it, and a field that was asked for."""

    row_id: int
    title: str
    field: Any


def read_titles(
    database: Database, table: str, condition: str, parameters: Sequence[object] = (), field: str = "id"
) -> Iterator[TitledRow]:
    """Yield the rows of a table of which a condition holds, in the order in which people look for them."""
    declared = TABLES[table]
    paths = Paths(declared)
    # A part of several words is told with blanks between.
    parts = [part.split() for part in declared.title]
    columns = ", ".join(paths.at(word) for part in parts for word in part)
    order = ", ".join(paths.at(path) for path in (*declared.title_order, "id"))
    source = f"FROM {paths.source()} WHERE {condition} ORDER BY {order}"
    rows = database.execute_sql(f"SELECT {table}.id, {table}.{field}, {columns} {source}", tuple(parameters))
    for row_id, asked, *words in rows.fetchall():
        told = iter(words)
        named = (" ".join(str(word) for word in islice(told, len(part)) if word) for part in parts)
        yield TitledRow(row_id, BETWEEN.join(filter(None, named)), asked)
