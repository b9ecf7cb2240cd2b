"""Looking at a database file: nothing is left beside it, nothing in it changes."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any

from sqlcipher3 import dbapi2


def sqlite_uri(path: PurePath) -> str:
    """Return an absolute path as SQLite wants it; a folder of the network gets four slashes."""
    uri = path.as_uri()
    # "file://server/share" would be a host's name to SQLite, which knows none.
    return f"file:////{uri.removeprefix('file://')}" if path.drive.startswith("\\\\") else uri


@contextmanager
def read_only(path: Path, *, has_log: bool) -> Iterator[Any]:
    """Open a database for reading, with what its log still holds where it has one."""
    # Immutable: reading must not leave a -wal beside the file. But then a log that is there is not read.
    mode = "mode=ro" if has_log else "mode=ro&immutable=1"
    # Not resolved: a network drive's letter would become the name of its server.
    connection = dbapi2.connect(f"{sqlite_uri(path.absolute())}?{mode}", uri=True)
    try:
        yield connection
    finally:
        connection.close()


def marks_in(header: bytes) -> tuple[int, int | None]:
    """Return the version and the application id of a header; None where it is no database's."""
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        return 0, None
    (version,) = struct.unpack(">i", header[60:64])
    (application,) = struct.unpack(">i", header[68:72])
    return version, application


def marks_with_log(path: Path) -> tuple[int, int | None]:
    """Return what `marks_in` returns as SQLite reads it, with what the log holds."""
    try:
        with read_only(path, has_log=True) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            application = connection.execute("PRAGMA application_id").fetchone()[0]
    except dbapi2.DatabaseError:
        return 0, None
    return int(version), int(application)


def size_told(header: bytes) -> int:
    """Return how many bytes a database says it has, 0 when an older writer left that unsaid."""
    if header[24:28] != header[92:96]:
        return 0
    page, pages = struct.unpack(">H10xI", header[16:32])
    return int(pages) * (65536 if page == 1 else int(page))


def log_of(path: Path) -> Path | None:
    """Return the write-ahead log beside a database, or None when there is none with anything in it.

    A file closed in order has none; with it alone goes what was saved last.
    """
    log = path.with_name(path.name + "-wal")
    return log if log.is_file() and log.stat().st_size > 0 else None
