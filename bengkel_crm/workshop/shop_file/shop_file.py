"""Opening and closing the shop's file, and keeping a second window away from it."""

import os
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from bengkel_crm.base import errors
from bengkel_crm.base.disk import private_folder
from bengkel_crm.db.derived import vehicle_summary
from bengkel_crm.db.engine import connection, opening
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal import deeds
from bengkel_crm.db.shop_file import changes, migrate
from bengkel_crm.workshop.shop_file.copies import find_all_copies, lost_shop_left_traces

__all__ = [
    "Database",
    "begin_day",
    "bring_up_to_date",
    "claim_window",
    "close_shop",
    "examine",
    "is_older",
    "leave_shop",
    "make_shop",
    "open_shop",
    "own_connection",
    "window_is_open",
]

# Long enough for a command that only asks whether a window is open.
_CLAIM_SECONDS = 0.5


def open_shop(
    path: Path,
    *,
    create: bool = True,
    check: bool = False,
    beside: bool = False,
    second_place: Path | None = None,
) -> Database:
    """Return the shop file at `path`, up to date and connected on this thread.

    `check` reads the whole file first (`quick_check`), which a big one takes seconds for. A command opens
    it `beside` the window that may have it open, and closes it by `leave_shop`.

    Raises:
        ShopFileLost: it is not there, but copies of it are, beside it or in the second place.
        FileMissing: it is not there and `create` is off.
        ShopFileError: one of its subclasses; nothing was written.
    """
    with connection.storage_errors(path):
        is_there = path.exists()
    if not is_there:
        if lost_shop_left_traces(path, second_place):
            newest = next(iter(find_all_copies(path, second_place)), None)
            raise errors.ShopFileLost(str(path), "" if newest is None else str(newest.path))
        if not create:
            raise errors.FileMissing(str(path))
        make_shop(path)
    database = opening.open_database(path, leaves_log=beside and window_is_open(path))
    try:
        if check:
            examine(database)
        migrate.bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    # Where nothing can be written it is told as soon as somebody wants to.
    with suppress(errors.ShopFileError):
        begin_day(database)
    return database


def is_older(path: Path) -> bool:
    """Return whether there is a file of an older version: a big one takes a minute to bring up to date.

    Raises:
        ShopFileError: it can not be opened at all.
    """
    with connection.storage_errors(path):
        return path.exists() and opening.inspect_file(path) < connection.SCHEMA_VERSION


def bring_up_to_date(path: Path) -> None:
    """Bring a file of an older version up to date, after a verified copy; all of it or nothing.

    Raises:
        ShopFileError: nothing was written.
    """
    database = opening.open_database(path)
    try:
        migrate.bring_up_to_date(database)
    finally:
        database.close()


def begin_day(database: Database) -> tuple[int, ...]:
    """Let the visits up to today count, and no later ones; return the vehicles that this changed.

    Raises:
        ShopFileError
    """
    return vehicle_summary.refresh_for_today(database)


def make_shop(path: Path) -> None:
    """Make a new, empty shop file where there is none, whatever lies beside it.

    Raises:
        ShopFileError: nothing was made.
    """
    # Under another name first: a power cut must not leave half a file.
    part = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        try:
            database = opening.open_database(part)
            try:
                migrate.bring_up_to_date(database)
                changes.remember_mark(database)
            finally:
                database.close()
            opening.publish(part, path)
        finally:
            with suppress(OSError):  # it was told what failed
                opening.discard(part)
    except errors.ShopFileError as problem:
        # The other name means nothing to whoever reads of it.
        told = str(path) if problem.path == str(part) else problem.path
        raise type(problem)(told, problem.detail) from problem


def examine(database: Database) -> None:
    """Ask the database whether it is sound, on a connection of this thread.

    Raises:
        DamagedFile: it is not.
    """
    with connection.own_connection(database):
        database.prove_sound()


def own_connection(database: Database) -> AbstractContextManager[Database]:
    """Return a context in which the present thread has a connection of its own."""
    return connection.own_connection(database)


def close_shop(database: Database) -> None:
    """Tidy up and close the present thread's connection."""
    if not database.is_closed():
        # A full disk or a file that is gone was told when something was to be saved.
        with suppress(errors.ShopFileError):
            deeds.forget_old(database)
        database.close()


def leave_shop(database: Database) -> None:
    """Close what a command had open; the log stays where a window is open on the file."""
    database.leaves_log = window_is_open(database.path)
    close_shop(database)


def window_is_open(path: Path) -> bool:
    """Return whether a window is open on the file at `path`, in whatever process."""
    lock = _window_lock(path)
    if not Path(lock.lock_file).exists():
        return False
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return True
    except OSError:
        return False  # where no lock can be had, no window opens
    lock.release()
    return False


def _window_lock(path: Path) -> FileLock:
    return FileLock(str(path.with_name(path.name + ".lock")), mode=0o600)


def claim_window(path: Path) -> FileLock:
    """Return a lock that says a window is open on this file; it goes with the process.

    Raises:
        AlreadyOpen: another window has it.
        ReadOnlyPlace: the folder may not be written.
    """
    lock = _window_lock(path)
    try:
        if not path.parent.exists():
            private_folder(path.parent)
        lock.acquire(timeout=_CLAIM_SECONDS)
    except Timeout as problem:
        raise errors.AlreadyOpen(str(path)) from problem
    except OSError as problem:
        raise errors.ReadOnlyPlace(str(path), str(problem)) from problem
    return lock


# What a clock that is set by hand differs from another.
_ALLOWED = timedelta(minutes=10)
_LONG = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """`last` is when something was saved last, `now` what the clock says, behind it or far ahead."""

    now: datetime
    last: datetime

    @property
    def is_behind(self) -> bool:
        """Whether the clock stands before the last deed, not far after it."""
        return self.now < self.last


def doubt_clock(database: Database) -> ClockDoubt | None:
    """Return what is doubtful about the clock, or None."""
    last, now = deeds.last_done_at(database), database.now()
    if last is None or last - _ALLOWED <= now <= last + _LONG:
        return None
    return ClockDoubt(now, last)
