"""Opening a database file for reading alone: nothing is left beside it, nothing in it changes."""

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
