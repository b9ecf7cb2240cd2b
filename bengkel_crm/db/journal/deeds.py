"""Every write is a deed: one transaction that also keeps what it changed, so that it can be taken back."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from typing import Any

from bengkel_crm.base import errors
from bengkel_crm.db.derived import search_index, vehicle_summary
from bengkel_crm.db.engine.catalogue import defer_references
from bengkel_crm.db.engine.connection import Database, writing
from bengkel_crm.db.engine.row_numbers import forget_drafts
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.journal import deed_touches, redo
from bengkel_crm.db.journal.images import TakenRows, completed, unpack
from bengkel_crm.records.journal import Change
from bengkel_crm.schema.fields import Journal
from bengkel_crm.schema.lengths import prove_lengths
from bengkel_crm.schema.order import WRITABLE, beside_vehicles

KEPT_DEEDS = 500
_ORDER = {table: position for position, table in enumerate(WRITABLE)}


@cache
def _insert_sql(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


@cache
def _update_sql(table: str, columns: tuple[str, ...]) -> str:
    return f"UPDATE {table} SET {', '.join(f'{column} = ?' for column in columns)} WHERE id = ?"


class Deed:
    """The writes of one transaction and the images of what they changed."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.vehicle_ids: set[int] = set()
        self.customer_ids: set[int] = set()
        self.record_id: int | None = None
        self.change: Change | None = None
        self.undone_import: int | None = None
        self._added: dict[str, list[list[int]]] = {}
        self._before: list[tuple[str, int, dict[str, Any]]] = []
        self._after: dict[tuple[str, int], dict[str, Any]] = {}
        self._taken: TakenRows | None = None
        self._taken_from: set[str] = set()
        # Texts of rows that were deleted: those that are written again in their place may be as long.
        self._released: set[str] = set()
        self._rewritten: list[tuple[str, Sequence[str], Sequence[Any], Sequence[Any]]] = []
        self._connection = database.connection()

    def add(self, table: str, **values: Any) -> int:
        """Insert a row and return its id.

        Raises:
            TooLong: a text does not fit, and was in no row that this deed took out.
        """
        prove_lengths(table, ((name, value) for name, value in values.items() if value not in self._released))
        return self.put_back(table, **values)

    def put_back(self, table: str, **values: Any) -> int:
        """Insert a row as it was once, whatever it holds, and return its id."""
        cursor = self._connection.execute(_insert_sql(table, tuple(values)), tuple(values.values()))
        row_id = int(cursor.lastrowid)
        self.note_added(table, row_id, row_id)
        return row_id

    def note_added(self, table: str, first: int, last: int) -> None:
        """Remember rows that were inserted in bulk, the ids from `first` to `last`."""
        runs = self._added.setdefault(table, [])
        if runs and runs[-1][1] == first - 1:
            runs[-1][1] = last
        else:
            runs.append([first, last])

    def edit(self, table: str, row_id: int, **values: Any) -> None:
        """Overwrite some columns of a row.

        Raises:
            NotFound: there is no such row.
            TooLong: a text that changes does not fit.
        """
        before = self._image(table, row_id)
        prove_lengths(table, ((name, value) for name, value in values.items() if before[name] != value))
        self.set_back(table, row_id, **values)

    def set_back(self, table: str, row_id: int, **values: Any) -> None:
        """Overwrite some columns of a row by what they held once.

        Raises:
            NotFound: there is no such row.
        """
        before = self._image(table, row_id)
        changed = {name: value for name, value in values.items() if before[name] != value}
        if changed:
            if self._remember(table, row_id, before):
                self._after.setdefault((table, row_id), {}).update(changed)
            self._connection.execute(_update_sql(table, tuple(changed)), (*changed.values(), row_id))

    def delete(self, table: str, row_id: int) -> None:
        """Take a row out for good; only undoing brings it back."""
        image = self._image(table, row_id)
        self._remember(table, row_id, image)
        self._released.update(value for value in image.values() if isinstance(value, str))
        self._after.pop((table, row_id), None)
        self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))

    def take_out(self, table: str, keys: Sequence[int], key: str = "id") -> None:
        """Delete many rows by their ids, or by another column; undoing brings them back."""
        wanted = json.dumps(list(keys))
        chosen = f"FROM {table} WHERE {key} IN {SQL.among_ids()}"
        cursor = self._connection.execute(f"SELECT * {chosen}", (wanted,))
        rows = cursor.fetchall()
        if rows:
            self._taken = self._taken or TakenRows()
            self._taken_from.add(table)
            self._taken.add(table, [column[0] for column in cursor.description], rows)
            self._connection.execute(f"DELETE {chosen}", (wanted,))

    def rewrite(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Put rows in the place of all rows of a short table without ids; undoing brings the old back."""
        before = self._connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
        self._rewritten.append((table, columns, before, rows))
        _fill(self._connection, table, columns, rows)

    def _remember(self, table: str, row_id: int, before: dict[str, Any]) -> bool:
        """Keep a row's image, unless this very deed added it: undoing would bring back what never was."""
        if any(first <= row_id <= last for first, last in self._added.get(table, ())):
            return False
        self._before.append((table, row_id, before))
        return True

    def _image(self, table: str, row_id: int) -> dict[str, Any]:
        cursor = self._connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
        row = cursor.fetchone()
        if row is None:
            raise errors.NotFound(table, str(row_id))
        return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}

    def tables(self) -> frozenset[str]:
        """Return the tables whose rows were written."""
        before = (table for table, _, _ in self._before)
        rewritten = (table for table, *_ in self._rewritten)
        return frozenset([*self._added, *before, *rewritten, *self._taken_from])

    def images(self, kind: str) -> str:
        """Return what undoing needs, as JSON.

        An import may be taken back when much was written since: it also keeps what it wrote into the rows
        of before, and the last id of every table.
        """
        images: dict[str, Any] = {
            "added": self._added,
            "before": self._before,
            "vehicles": sorted(self.vehicle_ids),
            "customers": sorted(self.customer_ids),
            "tables": sorted(self.tables()),
        }
        if kind == deed_touches.IMPORT:
            images["after"] = [(*key, changed) for key, changed in self._after.items()]
            images["last_ids"] = {table: self._last_id(table) for table in WRITABLE}
        if self._taken is not None:
            images["taken"] = self._taken.pack()
        if self._rewritten:
            images["rewritten"] = self._rewritten
        if self.undone_import is not None:
            images["undone_import"] = self.undone_import
        return json.dumps(images, separators=(",", ":"))

    def _last_id(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])

    @property
    def is_empty(self) -> bool:
        return not self._added and not self._before


@contextmanager
def perform(database: Database, kind: str, subject: str, at: datetime | None = None) -> Iterator[Deed]:
    """Run the writes of one deed in one transaction; afterwards `deed.change` tells what was done.

    The derived rows of the vehicles named in `deed.vehicle_ids` are rewritten in the same transaction.

    Raises:
        ShopFileError: nothing was written.
    """
    with writing(database), database.atomic("IMMEDIATE"):
        deed = Deed(database)
        yield deed
        vehicle_summary.refresh(database, deed.vehicle_ids)
        cursor = database.execute_sql(
            "INSERT INTO deed (done_at, kind, subject, images) VALUES (?, ?, ?, ?)",
            ((at or database.now()).isoformat(timespec="seconds"), kind, subject, deed.images(kind)),
        )
        deed.change = Change(
            deed_id=int(cursor.lastrowid),
            kind=kind,
            subject=subject,
            vehicle_ids=tuple(sorted(deed.vehicle_ids)),
            customer_ids=tuple(sorted(deed.customer_ids)),
            record_id=deed.record_id,
            tables=deed.tables(),
        )


def done(deed: Deed) -> Change:
    """Return the change of a deed that was performed."""
    assert deed.change is not None  # set when the transaction ends
    return deed.change


def last_done_at(database: Database) -> datetime | None:
    """Return when the newest deed was done, by the clock of then; None when nothing was written yet."""
    row = database.execute_sql("SELECT done_at FROM deed ORDER BY id DESC LIMIT 1").fetchone()
    return None if row is None else datetime.fromisoformat(row[0])


def last_deed(database: Database) -> Change | None:
    """Return the newest deed not yet taken back, or None."""
    row = database.execute_sql(
        # An import may be older; between it and what is kept lies what nobody remembers.
        "SELECT id, kind, subject, images FROM deed WHERE undone_at IS NULL "
        "AND id > (SELECT max(id) FROM deed) - ? ORDER BY id DESC LIMIT 1",
        (KEPT_DEEDS,),
    ).fetchone()
    if row is None:
        return None
    return redo.change_of(row[0], row[1], row[2], json.loads(row[3]))


def undo_last(database: Database, deed_id: int | None = None, at: datetime | None = None) -> Change:
    """Take back the newest deed and return it.

    Raises:
        NothingToUndo: every deed that is kept was taken back already.
        CannotUndo: `deed_id` is given and is not the newest: something was built on it since.
    """
    with writing(database), database.atomic("IMMEDIATE"):
        change = last_deed(database)
        if change is None:
            raise errors.NothingToUndo
        if deed_id is not None and deed_id != change.deed_id:
            raise errors.CannotUndo
        (text,) = database.execute_sql("SELECT images FROM deed WHERE id = ?", (change.deed_id,)).fetchone()
        images = completed(database, json.loads(text))
        again = redo.images_of(database, images)
        defer_references(database)
        _put_back(database, images)
        if "undone_import" in images:
            database.execute_sql("UPDATE deed SET undone_at = NULL WHERE id = ?", (images["undone_import"],))
        vehicle_summary.refresh(database, change.vehicle_ids)
        kept = json.dumps({**images, "again": again}, separators=(",", ":"))
        database.execute_sql(
            "UPDATE deed SET undone_at = ?, images = ? WHERE id = ?",
            ((at or database.now()).isoformat(timespec="seconds"), kept, change.deed_id),
        )
        return change


def _put_back(database: Database, images: dict[str, Any]) -> None:
    connection = database.connection()
    for table, columns, rows, _ in images.get("rewritten", ()):
        _fill(connection, table, columns, rows)
    for table in sorted(images["added"], key=_ORDER.__getitem__, reverse=True):
        for first, last in images["added"][table]:
            if table == "vehicle":
                _forget_vehicles(database, first, last)
            forget_drafts(database, table, range(first, last + 1))
            connection.execute(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", (first, last))
    for table, columns, rows in unpack(images["taken"]) if "taken" in images else ():
        connection.executemany(_insert_sql(table, tuple(columns)), rows)
    for table, row_id, before in reversed(images["before"]):
        names = tuple(before)
        updated = connection.execute(_update_sql(table, names), (*before.values(), row_id)).rowcount
        if not updated:
            connection.execute(_insert_sql(table, names), tuple(before.values()))


def _fill(connection: Any, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Empty a table and write these rows into it."""
    connection.execute(f"DELETE FROM {table}")
    connection.executemany(_insert_sql(table, tuple(columns)), rows)


def _forget_vehicles(database: Database, first: int, last: int) -> None:
    """Drop everything derived from vehicles that are about to go."""
    span = (first, last)
    search_index.forget(database, json.dumps(list(range(first, last + 1))))
    for table in (*beside_vehicles(Journal.DERIVED), *beside_vehicles(Journal.BESIDE)):
        database.execute_sql(f"DELETE FROM {table} WHERE vehicle_id BETWEEN ? AND ?", span)


def forget_old(database: Database) -> None:
    """Keep the newest deeds only, and all imports; older ones can not be undone any more."""
    with writing(database), database.atomic("IMMEDIATE"):
        (last,) = database.execute_sql("SELECT max(id) FROM deed").fetchone()
        if last is not None and last > KEPT_DEEDS:
            deed_touches.forget_deeds(database, last - KEPT_DEEDS)
