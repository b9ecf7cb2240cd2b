"""Every write is a deed: one transaction that also keeps what it changed, so that it can be taken back."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from bengkel_crm.base import errors
from bengkel_crm.base.cancelling import Check
from bengkel_crm.db.derived import search_index, vehicle_summary
from bengkel_crm.db.engine.catalogue import broken_references, defer_references
from bengkel_crm.db.engine.connection import SCHEMA_VERSION, Database, writing_alone
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.journal import deed_touches, redo
from bengkel_crm.db.journal.images import TakenRows, completed, unpack
from bengkel_crm.db.journal.row_writes import (
    Stamp,
    fill,
    insert,
    insert_all,
    read_keyed,
    write_keyed,
    write_over,
)
from bengkel_crm.db.settings.settings import forget_drafts
from bengkel_crm.records.journal import Change, DeedKind
from bengkel_crm.schema.fields import Journal
from bengkel_crm.schema.lengths import prove_lengths
from bengkel_crm.schema.order import WRITABLE, beside_vehicles
from bengkel_crm.schema.tables import TABLES

KEPT_DEEDS = 500
# Intervals, settings: about nobody, and every deed on them builds on the one before.
_WRITTEN_WHOLE = frozenset(table.name for table in TABLES.values() if table.journal is Journal.WHOLE)
_ORDER = {table: position for position, table in enumerate(WRITABLE)}


class Deed:
    """The writes of one transaction and the images of what they changed."""

    def __init__(self, database: Database, at: datetime | None = None) -> None:
        self.database = database
        self.stamp = stamp_of(database, at)
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
        self._keyed: list[tuple[str, Mapping[str, Any], dict[str, Any] | None, dict[str, Any] | None]] = []
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
        row_id = insert(self._connection, table, values)
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
            write_over(self._connection, table, row_id, changed, self.stamp)

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

    def keep(self, table: str, key: Mapping[str, Any], values: Mapping[str, Any] | None) -> None:
        """Put a row of a table without ids in the place of the one that has this key; None: let it go."""
        before = read_keyed(self._connection, table, key)
        after = None if values is None else {**key, **values}
        if after != before:
            self._keyed.append((table, key, before, after))
            write_keyed(self._connection, table, key, after)

    def rewrite(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Put rows in the place of all rows of a short table without ids; undoing brings the old back."""
        before = self._connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
        self._rewritten.append((table, columns, before, rows))
        fill(self._connection, table, columns, rows)

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
        keyed = (table for table, *_ in self._keyed)
        return frozenset([*self._added, *before, *rewritten, *keyed, *self._taken_from])

    def images(self, kind: DeedKind) -> str:
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
        if self._keyed:
            images["keyed"] = self._keyed
        if self.undone_import is not None:
            images["undone_import"] = self.undone_import
        return json.dumps(images, separators=(",", ":"))

    def _last_id(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written by it."""
        return not self._added and not self._before and not self._keyed


@contextmanager
def perform(
    database: Database,
    kind: DeedKind,
    subject: str,
    at: datetime | None = None,
    check: Check | None = None,
) -> Iterator[Deed]:
    """Run the writes of one deed in one transaction; afterwards `deed.change` tells what was done.

    The derived rows of the vehicles named in `deed.vehicle_ids` are rewritten in the same transaction;
    meanwhile `check` is asked.

    Raises:
        ShopFileError: nothing was written.
        Cancelled: `check` raised it; nothing was written.
    """
    prove_writable(database)
    with writing_alone(database):
        deed = Deed(database, at)
        yield deed
        vehicle_summary.refresh(database, deed.vehicle_ids, check)
        ((deed_id,),) = database.execute_sql(
            "INSERT INTO deed (done_at, kind, subject, images, done_by, pc, schema_version) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (deed.stamp.at, kind, subject, deed.images(kind), deed.stamp.by, database.pc, SCHEMA_VERSION),
        ).fetchall()
        deed.change = Change(
            deed_id=int(deed_id),
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


def prove_writable(database: Database) -> None:
    """Let no deed into a copy that is only looked at: it would be told as saved, and go with the copy.

    Raises:
        ReadOnlyPlace: naming the file that the copy stands for.
    """
    if database.stands_for is not None:
        raise errors.ReadOnlyPlace(str(database.stands_for))


def stamp_of(database: Database, at: datetime | None = None) -> Stamp:
    """Return what rows are marked with that are written over now, or at that moment."""
    return Stamp((at or database.now()).isoformat(timespec="seconds"), database.done_by)


def last_deed(database: Database) -> Change | None:
    """Return the newest deed of this PC not yet taken back, or None; nobody knows where an old one was."""
    row = database.execute_sql(
        # An import may be older; between it and what is kept lies what nobody remembers.
        "SELECT id, kind, subject, images FROM deed WHERE undone_at IS NULL "
        "AND id > (SELECT max(id) FROM deed) - ? AND coalesce(pc, ?) = ? ORDER BY id DESC LIMIT 1",
        (KEPT_DEEDS, database.pc, database.pc),
    ).fetchone()
    if row is None:
        return None
    return redo.change_of(row[0], row[1], row[2], json.loads(row[3]))


def undo_last(database: Database, deed_id: int | None = None, at: datetime | None = None) -> Change:
    """Take back the newest deed of this PC and return it.

    Raises:
        NothingToUndo: every deed of this PC that is kept was taken back already.
        CannotUndo: `deed_id` is given and is not the newest: something was built on it since.
        BuiltOnByAnother: another PC did so.
    """
    prove_writable(database)
    with writing_alone(database):
        change = last_deed(database)
        if change is None:
            raise errors.NothingToUndo
        if deed_id is not None and deed_id != change.deed_id:
            raise errors.CannotUndo
        (text,) = database.execute_sql("SELECT images FROM deed WHERE id = ?", (change.deed_id,)).fetchone()
        images = completed(database, json.loads(text))
        others = others_since(database, change)
        again = redo.images_of(database, images)
        stamp = stamp_of(database, at)
        defer_references(database)
        _put_back(database, images, stamp)
        if others is not None and broken_references(database, 1):
            raise errors.BuiltOnByAnother(others)
        if "undone_import" in images:
            database.execute_sql("UPDATE deed SET undone_at = NULL WHERE id = ?", (images["undone_import"],))
        redo.refresh_derived(database, change, images)
        kept = json.dumps({**images, "again": again}, separators=(",", ":"))
        database.execute_sql(
            "UPDATE deed SET undone_at = ?, images = ? WHERE id = ?", (stamp.at, kept, change.deed_id)
        )
        return change


def others_since(database: Database, change: Change) -> str | None:
    """Return a PC that wrote something after a deed of this one, or None when none did.

    Raises:
        BuiltOnByAnother: what it wrote is about the same vehicle, person, or table of the shop's own.
    """
    name = None
    for pc, images in database.execute_sql(
        "SELECT pc, images FROM deed WHERE id > ? AND undone_at IS NULL AND pc <> ? ORDER BY id",
        (change.deed_id, database.pc),
    ).fetchall():
        later, name = redo.change_of(0, "", "", json.loads(images)), str(pc)
        shares = bool(set(later.vehicle_ids) & set(change.vehicle_ids)) or bool(
            set(later.customer_ids) & set(change.customer_ids)
        )
        if shares or later.tables & change.tables & _WRITTEN_WHOLE:
            raise errors.BuiltOnByAnother(name)
    return name


def _put_back(database: Database, images: dict[str, Any], stamp: Stamp) -> None:
    connection = database.connection()
    for table, columns, rows, _ in images.get("rewritten", ()):
        fill(connection, table, columns, rows)
    for table, key, row, _ in reversed(images.get("keyed", ())):
        write_keyed(connection, table, key, row)
    for table in sorted(images["added"], key=_ORDER.__getitem__, reverse=True):
        for first, last in images["added"][table]:
            if table == "vehicle":
                _forget_vehicles(database, first, last)
            forget_drafts(database, table, range(first, last + 1))
            connection.execute(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", (first, last))
    for table, columns, rows in unpack(images["taken"]) if "taken" in images else ():
        insert_all(connection, table, columns, rows)
    for table, row_id, before in reversed(images["before"]):
        if not write_over(connection, table, row_id, before, stamp):
            insert(connection, table, before)


def _forget_vehicles(database: Database, first: int, last: int) -> None:
    """Drop everything derived from vehicles that are about to go."""
    span = (first, last)
    search_index.forget(database, json.dumps(list(range(first, last + 1))))
    for table in (*beside_vehicles(Journal.DERIVED), *beside_vehicles(Journal.BESIDE)):
        database.execute_sql(f"DELETE FROM {table} WHERE vehicle_id BETWEEN ? AND ?", span)


def forget_old(database: Database) -> None:
    """Keep the newest deeds only, and all imports; older ones can not be undone any more."""
    with writing_alone(database):
        (last,) = database.execute_sql("SELECT max(id) FROM deed").fetchone()
        if last is not None and last > KEPT_DEEDS:
            deed_touches.forget_deeds(database, last - KEPT_DEEDS)
