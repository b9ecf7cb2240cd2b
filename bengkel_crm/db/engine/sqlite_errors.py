"""What SQLite says of a file, in the errors the shop knows: one table of its codes."""

import shutil
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from bengkel_crm.base import errors

_FULL, _READONLY, _CANTOPEN = dbapi2.SQLITE_FULL, dbapi2.SQLITE_READONLY, dbapi2.SQLITE_CANTOPEN
_BUSY, _LOCKED, _CORRUPT, _NOTADB = (
    dbapi2.SQLITE_BUSY,
    dbapi2.SQLITE_LOCKED,
    dbapi2.SQLITE_CORRUPT,
    dbapi2.SQLITE_NOTADB,
)
_PERM, _AUTH = dbapi2.SQLITE_PERM, dbapi2.SQLITE_AUTH
# The one I/O error that means no room: the index beside the write-ahead log could not grow.
_NO_ROOM = dbapi2.SQLITE_IOERR | 19 << 8
_ERROR_OF_CODE: dict[int, type[errors.ShopFileError]] = {
    _FULL: errors.DiskFull,
    _READONLY: errors.ReadOnlyPlace,
    _CANTOPEN: errors.ReadOnlyPlace,
    _PERM: errors.ReadOnlyPlace,
    _AUTH: errors.ReadOnlyPlace,
    _BUSY: errors.FileBusy,
    _LOCKED: errors.FileBusy,
    _CORRUPT: errors.DamagedFile,
    _NOTADB: errors.NotADatabase,
}
# The index beside the log begins with half of it.
_LEAST_ROOM = 64 << 10
PRIMARY_CODE = 0xFF
OF_THE_FILE = frozenset({dbapi2.SQLITE_IOERR, *_ERROR_OF_CODE})


def first_sqlite_error(problem: BaseException) -> Any | None:
    """Return the earliest SQLite error in the chain of `problem`, or None: later ones are its echoes."""
    found = None
    step: BaseException | None = problem
    while step is not None:
        if isinstance(step, dbapi2.Error):
            found = step
        step = step.__cause__ or step.__context__
    return found


def kind_of_code(code: int | None) -> type[errors.ShopFileError]:
    """Return the class of the shop's error that an error code of SQLite stands for."""
    if code is None:
        return errors.StorageFailed
    if code == _NO_ROOM:
        return errors.DiskFull
    return _ERROR_OF_CODE.get(code & PRIMARY_CODE, errors.StorageFailed)


def has_room(path: Path) -> bool:
    """Return whether the disk of a file has room for the index of a log."""
    try:
        return shutil.disk_usage(path.parent).free >= _LEAST_ROOM
    except OSError:
        return True
