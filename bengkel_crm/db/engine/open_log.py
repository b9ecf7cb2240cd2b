"""The write-ahead log under an open shop file: is it still the one in the folder, and who may remove it."""

import os
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

_BESIDE = ("-wal", "-shm")


class OpenLog:
    """Remembers the log and its index as they were opened, and how the last write of ours left them.

    SQLite goes on writing into a log whose name was taken from it, and nobody ever reads that again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: dict[str, os.stat_result] = {}
        self._left: dict[str, object] = {}

    def remember(self) -> None:
        """Keep which files are open, as soon as they are there, and how they are after a write."""
        for suffix in _BESIDE:
            present = self._stat(suffix)
            if present is not None:
                self._opened.setdefault(suffix, present)
        self._left = {suffix: _mark(self._stat(suffix)) for suffix in ("", "-wal")}

    def forget(self) -> None:
        """The last connection is closed: the next one opens what lies there then."""
        self._opened.clear()

    def is_gone(self) -> bool:
        """Return whether what is open no longer has its name in the folder."""
        for suffix, opened in self._opened.items():
            present = self._stat(suffix)
            if present is None or not os.path.samestat(opened, present):
                return True
        return False

    def holds_all(self, connection: Any) -> bool:
        """Return whether closing it leaves all that `connection` reads in the file, and nothing old in it."""
        _, frames, copied = connection.execute("PRAGMA wal_checkpoint(NOOP)").fetchone()
        return bool(frames == copied) or not self._others_wrote()

    def _others_wrote(self) -> bool:
        log = self._stat("-wal")
        has_new_log = log is not None and log.st_size > 0 and _mark(log) != self._left["-wal"]
        return has_new_log or _mark(self._stat("")) != self._left[""]

    def _stat(self, suffix: str) -> os.stat_result | None:
        try:
            return self._path.with_name(self._path.name + suffix).stat()
        except FileNotFoundError:
            return None


def _mark(stat: os.stat_result | None) -> object:
    """Return what changes when anybody writes."""
    return stat and (stat.st_size, stat.st_mtime_ns)


def close_and_leave_log(connection: Any, path: Path) -> None:
    """Close a connection without copying its log into the file and without removing it.

    Where the locks of a living window were lost, SQLite would take this for the last connection.
    """
    # While a second one of this process is open none is the last, and one that only reads removes nothing.
    keeper = None
    try:
        keeper = dbapi2.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        keeper.execute("SELECT 1 FROM sqlite_master").fetchone()
    except dbapi2.Error:
        connection.interrupt()  # the file is gone or damaged: no page of the log must go into it
    finally:
        connection.close()
        if keeper is not None:
            keeper.close()
