"""A file that appears when it is complete: whatever goes wrong, the old one stays as it was."""

import glob
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from bengkel_crm.base import errors
from bengkel_crm.base.disk import is_held, replace_file
from bengkel_crm.base.disk_errors import named_error
from bengkel_crm.base.paths import is_file, is_folder

_SECONDS_KEPT = 24 * 60 * 60
_DATABASE = b"SQLite format 3\0"

# No path of a person is as deep; making folders goes down one by one.
_MOST_FOLDERS = 200


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write; it takes the place of `path` when the block ends well, and is gone when not.

    What a link points to is replaced, not the link.

    Raises:
        DiskFull, ReadOnlyPlace, FileMissing (the folder), StorageFailed: the disk refused.
        FileExists: what is there is a shop file or another database, or no file at all.
        OpenElsewhere: another program holds the old file open.
    """
    path = _prove_replaceable(path)
    part = _part_of(path)
    _forget_old_parts(path)
    try:
        # Only where nothing is: what somebody else has put there is not written through.
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException as problem:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(problem, OSError):
            raise named_error(problem, path) from problem
        raise
    try:
        replace_file(part, path)
    except OSError as problem:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(problem, PermissionError) and is_file(path):
            raise errors.OpenElsewhere(str(path), str(problem)) from problem
        raise named_error(problem, path) from problem


def prove_writable(path: Path) -> None:
    """Make sure that `new_file` can be had there, before something is done that can not be told without it.

    Raises:
        ShopFileError: as `new_file`.
    """
    path = _prove_replaceable(path)
    part = _part_of(path)
    try:
        part.touch(exist_ok=False)
        part.unlink()
    except OSError as problem:
        raise named_error(problem, path) from problem


def make_folder(folder: Path) -> None:
    """Make sure that a folder is there.

    Raises:
        UnusableName, ReadOnlyPlace, DiskFull, DriveGone, FileMissing, StorageFailed: the disk refused.
    """
    if len(folder.parts) > _MOST_FOLDERS:
        raise errors.UnusableName(str(folder)[:_MOST_FOLDERS], f"{len(folder.parts)} folders")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise named_error(problem, folder) from problem


def _part_of(path: Path) -> Path:
    return path.with_name(f"{_beginning(path)}{os.getpid()}-{token_hex(6)}.part")


def _beginning(path: Path) -> str:
    return f".{path.name[:40]}."


def _forget_old_parts(path: Path) -> None:
    """Remove what writers of this file left behind that were ended in the middle, a day ago or longer."""
    with suppress(OSError):
        for part in path.parent.glob(f"{glob.escape(_beginning(path))}*-*.part"):
            if part.stat().st_mtime < time.time() - _SECONDS_KEPT:
                part.unlink()


def _prove_replaceable(path: Path) -> Path:
    """Return where the file lies, behind all links, when something may take its place.

    Raises:
        FileExists, ReadOnlyPlace, OpenElsewhere, StorageFailed
    """
    try:
        if path.is_symlink():
            path = path.resolve()
        is_there = path.exists()
    except RuntimeError as problem:  # links in a circle
        raise errors.FileExists(str(path), str(problem)) from problem
    except OSError as problem:
        raise named_error(problem, path) from problem
    if is_folder(path):
        raise errors.ReadOnlyPlace(str(path), "a folder")
    if is_there and (not is_file(path) or _is_database(path)):
        # The name of the shop file, chosen by mistake, must not cost the shop.
        raise errors.FileExists(str(path), "a database, or no file")
    _prove_closed(path)
    return path


def _is_database(path: Path) -> bool:
    if is_held(path):
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False  # what may not be read, may be replaced


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
            raise named_error(problem, path) from problem
        if is_there:
            raise errors.OpenElsewhere(str(path), mark)
