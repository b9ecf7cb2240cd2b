"""Steps on the disk that hold through a power cut: files and folders synced, one file in place of another."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE
from threading import Event, Lock
from time import monotonic

# ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: a virus scanner looks at what is new.
_HELD = frozenset({5, 32, 33})
_PATIENCE_SECONDS = 2.0
_PAUSE_SECONDS = 0.05
_OTHERS = 0o077
# What a file system says that can not sync a folder: there is nothing more to be done.
_holding = Lock()
_held_files: dict[tuple[int, int], int] = {}
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})


def hold(file: os.stat_result) -> None:
    """Remember that this process has a file open whose locks it must not lose."""
    with _holding:
        key = file.st_dev, file.st_ino
        _held_files[key] = _held_files.get(key, 0) + 1


def let_go(file: os.stat_result) -> None:
    """Take one `hold` back."""
    with _holding:
        key = file.st_dev, file.st_ino
        _held_files[key] = _held_files.get(key, 0) - 1


def is_held(path: Path) -> bool:
    """Return whether this process must not open a file again: closing that would take its locks off it."""
    try:
        found = path.stat()
    except OSError:
        return False
    with _holding:
        return _held_files.get((found.st_dev, found.st_ino), 0) > 0


def sync_file(path: Path) -> None:
    """Wait until what was written to a file is on the disk."""
    # Open for writing: Windows syncs no other.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows has no such thing."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in _NO_SYNC:
            raise
    finally:
        os.close(handle)


def private_folder(folder: Path) -> None:
    """Make sure that a folder of the program's own is there, and nobody else on the PC can look into it.

    Raises:
        OSError
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    make_private(folder)


def make_private(path: Path) -> None:
    """Let nobody else on the PC read what is the program's own; a stick knows no such thing."""
    # Windows keeps others out of a user's folders by itself, a foreign file is its owner's to close.
    with suppress(OSError):
        mode = S_IMODE(path.stat().st_mode)
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)


def write_synced(path: Path, content: bytes) -> None:
    """Write a new small file whose content is on the disk when this returns; what lay there is dropped."""
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        make_private(path)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace_file(part: Path, path: Path) -> None:
    """Give a finished file its name, in place of what had it; who holds it for a moment is waited for."""
    _patiently(lambda: part.replace(path))


def remove_file(path: Path) -> bool:
    """Remove a file and tell whether there was one; who holds it for a moment is waited for."""
    try:
        _patiently(path.unlink)
    except FileNotFoundError:
        return False
    return True


def _patiently(step: Callable[[], object]) -> None:
    until = monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            step()
        except OSError as problem:
            if getattr(problem, "winerror", None) not in _HELD or monotonic() > until:
                raise
        else:
            return
        Event().wait(_PAUSE_SECONDS)


def append_to_log(path: Path, text: str) -> None:
    """Write a text at the end of the log; where that can not be, nothing is said."""
    with suppress(OSError):
        private_folder(path.parent)
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
        make_private(path)
