"""A file that appears when it is complete: whatever goes wrong, the old one stays as it was."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import BinaryIO

from bengkel_crm import errors

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

# Two jobs of one window may write the same file, the first just being cancelled.
_numbers = count()


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write; it takes the place of `path` when the block ends well, and is gone when not.

    Raises:
        DiskFull, ReadOnlyPlace, FileMissing (the folder), StorageFailed: the disk refused.
        OpenElsewhere: another program holds the old file open.
    """
    _prove_closed(path)
    part = path.with_name(f".{path.name[:40]}.{os.getpid()}-{next(_numbers)}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException as problem:
        part.unlink(missing_ok=True)
        if isinstance(problem, OSError):
            raise _named(problem, path) from problem
        raise
    try:
        part.replace(path)
    except OSError as problem:
        part.unlink(missing_ok=True)
        if isinstance(problem, PermissionError) and path.is_file():
            raise errors.OpenElsewhere(str(path), str(problem)) from problem
        raise _named(problem, path) from problem


def _prove_closed(path: Path) -> None:
    """Look for the mark a spreadsheet program puts beside what it has open, before the work begins.

    Windows keeps such a file from being replaced, but says so at the very end; elsewhere nobody says it,
    and what is saved there later would take the new file's place.

    Raises:
        OpenElsewhere
    """
    for mark in (f"~${path.name}", f".~lock.{path.name}#"):  # Excel, LibreOffice
        try:
            is_there = path.with_name(mark).exists()
        except OSError as problem:
            raise _named(problem, path) from problem
        if is_there:
            raise errors.OpenElsewhere(str(path), mark)


def _named(problem: OSError, path: Path) -> errors.ShopFileError:
    if problem.errno in _NO_ROOM:
        return errors.DiskFull(str(path), str(problem))
    if problem.errno in _NOT_ALLOWED or path.is_dir():
        return errors.ReadOnlyPlace(str(path), str(problem))
    if isinstance(problem, FileNotFoundError):
        return errors.FileMissing(str(path.parent), str(problem))
    return errors.StorageFailed(str(path), str(problem))
