"""Copies of a shop file made by the database itself and proved equal before anybody trusts them."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from bengkel_crm import errors
from bengkel_crm.db.connection import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    Database,
    check_soundness,
    inspect_file,
    log_of,
    storage_errors,
)

# What a person would miss; the derived tables are left out on purpose.
COUNTED = ("customer", "customer_phone", "vehicle", "ownership", "work_order", "work_order_line", "note")


def row_counts(connection: Any) -> dict[str, int]:
    """Return the number of rows of each table that holds the shop's own data."""
    return {
        table: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in COUNTED
    }


def checksum(path: Path) -> str:
    """Return the file's SHA-256 in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _reading(copy: Path) -> Iterator[Any]:
    """Open a copy for reading, with what its log still holds."""
    # Immutable: reading must not leave a -wal beside the copy. But then a log that is there is not read.
    mode = "mode=ro" if log_of(copy) else "mode=ro&immutable=1"
    connection = dbapi2.connect(f"{copy.resolve().as_uri()}?{mode}", uri=True)
    try:
        yield connection
    finally:
        connection.close()


def verify_copy(path: Path, version: int, counts: dict[str, int] | None) -> dict[str, int]:
    """Read a copy back: format, version, soundness and row counts; return the counts.

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
    """Write a compact copy of the whole file to `to` and prove it; return its row counts.

    The copy appears under its name only when it is proved; what stood there before is replaced then.

    Raises:
        BackupFailed, DiskFull, ReadOnlyPlace and their kin: whatever stood at `to` is untouched.
    """
    part = to.with_name(to.name + ".part")
    with storage_errors(to):
        to.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            version = int(database.pragma_value("user_version"))
            before = row_counts(database.connection())
            database.execute_sql("VACUUM INTO ?", (str(part),))
            with part.open("rb") as file:
                os.fsync(file.fileno())
            counts = verify_copy(part, version, None)
            after = row_counts(database.connection())
            # VACUUM can not run inside a transaction: what another program writes meanwhile may be in or not.
            if any(count not in _between(before[table], after[table]) for table, count in counts.items()):
                raise errors.BackupFailed(str(to), f"{counts} against {before} and {after}")
            part.replace(to)
        finally:
            part.unlink(missing_ok=True)
    return counts


def _between(one: int, other: int) -> range:
    return range(min(one, other), max(one, other) + 1)


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
        database.execute_sql("PRAGMA journal_mode = wal").fetchone()
