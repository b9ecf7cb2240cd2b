"""Copies of a shop file made by the database itself and proved equal; and the file as it is, mended."""

import hashlib
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from bengkel_crm.base import errors
from bengkel_crm.base.disk import make_private, sync_file
from bengkel_crm.db.engine.connection import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    Database,
    check_soundness,
    check_wholly,
    storage_errors,
    writing,
)
from bengkel_crm.db.engine.opening import inspect_file
from bengkel_crm.db.engine.reading import log_of, read_only
from bengkel_crm.schema.settings import SHOP_ID

# The insides of the search table change with every merge, and those of SQLite with every look at them.
_TABLES = """
SELECT name FROM pragma_table_list
WHERE schema = 'main' AND type IN ('table', 'virtual')
    AND (name NOT GLOB 'sqlite_*' OR name = 'sqlite_sequence')
ORDER BY name
"""
_SHOP = "SELECT value FROM setting WHERE key = ?"
_HELD = """
SELECT (SELECT count(*) FROM vehicle WHERE removed_at IS NULL),
    (SELECT count(*) FROM work_order WHERE removed_at IS NULL),
    (SELECT max(date) FROM work_order WHERE removed_at IS NULL)
"""
# Somebody may save between the counting and the copying; then both are done once more.
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Held:
    """What a shop file holds, as its owner would ask for it."""

    shop: str
    vehicles: int
    work_orders: int
    last_on: date | None


def row_counts(connection: Any) -> dict[str, int]:
    """Return the number of rows of every table of a database."""
    tables = [row[0] for row in connection.execute(_TABLES).fetchall()]
    return {
        table: int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]) for table in tables
    }


def checksum(path: Path) -> str:
    """Return the file's SHA-256 in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _reading(copy: Path) -> AbstractContextManager[Any]:
    return read_only(copy, has_log=log_of(copy) is not None)


def what_is_held(path: Path) -> Held:
    """Return what a shop file holds; an id that was never given is an empty text.

    Raises:
        ShopFileError: it can not be read.
    """
    with storage_errors(path), _reading(path) as connection:
        shop = connection.execute(_SHOP, (SHOP_ID.key,)).fetchone()
        vehicles, work_orders, last_on = connection.execute(_HELD).fetchone()
    return Held(str(shop[0]) if shop else "", vehicles, work_orders, _day(last_on))


def is_blank(path: Path) -> bool:
    """Return whether a database holds no table: what becomes of an empty file that is opened as one."""
    with storage_errors(path), _reading(path) as connection:
        return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0)


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def prove_old_copy(path: Path) -> None:
    """Read a copy that may have lain anywhere: its indexes are compared with their tables, too.

    Raises:
        ShopFileError: it is not to be trusted.
    """
    verify_copy(path, inspect_file(path), None)
    with storage_errors(path), _reading(path) as connection:
        check_wholly(connection, path)


def verify_copy(path: Path, version: int, counts: dict[str, int] | None) -> dict[str, int]:
    """Read a copy back: format, version, soundness and row counts; return the counts.

    The indexes of one that was just made are not compared: they were made anew with it.

    Raises:
        BackupFailed: the copy differs from what it should be.
        ShopFileError: it can not be read at all.
    """
    found = inspect_file(path)
    if found != version:
        raise errors.BackupFailed(str(path), f"version {found}, not {version}")
    with storage_errors(path), _reading(path) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise errors.BackupFailed(str(path), "application id")
        check_soundness(connection, path)
        copied = row_counts(connection)
    if counts is not None and copied != counts:
        raise errors.BackupFailed(str(path), f"{copied} != {counts}")
    return copied


def write_verified_copy(database: Database, to: Path) -> dict[str, int]:
    """Write a compact copy of the whole file to `to`, where nothing may be, and return its row counts.

    It is proved and on the disk when this returns, its name may not be (`sync_folder`).

    Raises:
        BackupFailed, DiskFull, ReadOnlyPlace and their kin: what lies at `to` then is to be thrown away.
    """
    with storage_errors(to):
        tries = _TRIES
        while True:
            tries -= 1
            to.unlink(missing_ok=True)
            moment = database.pragma_value("data_version")
            version = int(database.pragma_value("user_version"))
            wanted = _write_copy(database, to)
            make_private(to)
            sync_file(to)
            counts = verify_copy(to, version, None)
            if counts == wanted:
                return counts
            # VACUUM can not run inside a transaction: what another program writes meanwhile may be in or not.
            if database.pragma_value("data_version") == moment or tries == 0:
                raise errors.BackupFailed(str(to), f"{counts} against {wanted}")


def _write_copy(database: Database, to: Path) -> dict[str, int]:
    """Write the copy and return the row counts of the shop file."""
    try:
        with storage_errors(to):
            counts = row_counts(database.connection())
            database.execute_sql("VACUUM INTO ?", (str(to),))
            return counts
    except (errors.DamagedFile, errors.NotADatabase) as problem:
        # What is read is damaged, not what is written.
        raise type(problem)(str(database.path), problem.detail) from problem


def overwrite_from(database: Database, copy: Path) -> None:
    """Replace the whole content of the open shop file by that of a verified copy, through the backup API.

    Raises:
        NewerFile, ForeignDatabase, DamagedFile and their kin: the open file keeps what it held.
    """
    version = inspect_file(copy)
    verify_copy(copy, version, None)
    with storage_errors(database.path):
        with _reading(copy) as source:
            source.backup(database.connection())
        if version > SCHEMA_VERSION:
            raise errors.NewerFile(str(copy), str(version))
        database.forget_proofs()
        database.execute_sql("PRAGMA journal_mode = wal").fetchone()


def save_as_it_is(database: Database, to: Path) -> None:
    """Write the file page by page to `to`, damage and all, where nothing may be.

    Raises:
        ShopFileError
    """
    with storage_errors(to):
        with closing(dbapi2.connect(str(to))) as copy:
            database.connection().backup(copy)
        make_private(to)
        sync_file(to)


def rebuild_indexes(database: Database) -> None:
    """Make every index anew, and prove the whole file; where that fails the file is as it was.

    Raises:
        DamagedFile: more than the indexes is wrong.
        ShopFileError
    """
    database.forget_proofs()
    with writing(database), database.atomic("IMMEDIATE"):
        try:
            database.execute_sql("REINDEX")
        except dbapi2.IntegrityError as problem:
            # The table itself holds twice what may be there once.
            raise errors.DamagedFile(str(database.path), str(problem)) from problem
        database.prove_wholly()
