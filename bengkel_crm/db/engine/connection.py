"""The connection to a shop file: the driver, the settings that survive a power cut, and who may write."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any

from peewee import PeeweeException, SqliteDatabase
from sqlcipher3 import dbapi2

from bengkel_crm.base import disk, errors
from bengkel_crm.base.disk import make_private
from bengkel_crm.base.disk_errors import kind_of
from bengkel_crm.base.paths import pc_name
from bengkel_crm.db.engine.guarded import GuardedConnection
from bengkel_crm.db.engine.migrations import MIGRATIONS
from bengkel_crm.db.engine.open_log import OpenLog, close_and_leave_log
from bengkel_crm.db.engine.schema_compare import differences
from bengkel_crm.db.engine.soundness import prove
from bengkel_crm.db.engine.sqlite_errors import (
    OF_THE_FILE,
    PRIMARY_CODE,
    first_sqlite_error,
    has_room,
    kind_of_code,
)

APPLICATION_ID = 0x42454E47  # "BENG"
SCHEMA_VERSION = len(MIGRATIONS)
BUSY_SECONDS = 5.0

# FULL, not NORMAL: in WAL mode NORMAL may lose acknowledged work when the power goes.
# mmap stays off: on a cold file it read many times slower.
_SETTINGS: tuple[tuple[str, object, object], ...] = (
    ("journal_mode", "wal", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("mmap_size", 0, 0),
    # A file is data from anywhere: what stands in its schema calls no function with a side effect.
    ("trusted_schema", "OFF", 0),
    # What was removed is not left lying in the file.
    ("secure_delete", "ON", 1),
)
_OTHER_SCHEMA = ("no such table", "no such column", "no such index")
_BROKEN_TEXT = "Could not decode to UTF-8"


class Database(SqliteDatabase):
    """A shop file as peewee sees it, driven by the SQLite that the program carries.

    One object a file; every thread that uses it opens and closes a connection of its own. One that
    `leaves_log` neither copies the log into the file nor removes it: a window has the file open.
    """

    server_version = dbapi2.sqlite_version_info

    def __init__(self, path: Path, *, leaves_log: bool = False) -> None:
        super().__init__(str(path), timeout=BUSY_SECONDS)
        self.path = path
        self.leaves_log = leaves_log
        self.clock: Callable[[], datetime] = datetime.now
        # Whose deeds these are: the PC as its system calls it, and who sits there, which nobody says yet.
        self.pc = pc_name()
        self.done_by: int | None = None
        # The file that this one is a copy of, where that can only be looked at.
        self.stands_for: Path | None = None
        self.log = OpenLog(path)
        self.on_write: Callable[[bool], None] | None = None  # told, on any thread, whether a write is saved
        self._counting = Lock()
        self._open_connections = 0
        self._held: os.stat_result | None = None
        self._sound = False
        self._damage: errors.DamagedFile | None = None
        self._proving = Lock()
        self._seen: os.stat_result | None = None

    def now(self) -> datetime:
        """Return the moment a deed is done at when nobody says another."""
        return self.clock()

    def today(self) -> date:
        """Return the day up to which visits count."""
        return self.clock().date()

    def _connect(self) -> Any:
        self.prove_present()
        connection = dbapi2.connect(
            self.database,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            cached_statements=256,
            factory=GuardedConnection,
        )
        connection.explain = self._explain
        try:
            make_private(self.path)  # the log and its index take its mode
            self._settle(connection)
            for end in ("", "-wal", "-shm"):
                make_private(self.path.with_name(self.path.name + end))
        except BaseException:
            connection.close()
            raise
        if self._seen is None:
            self._seen = self.path.stat()
        with self._counting:
            self._open_connections += 1
            if self._open_connections == 1:
                self._held = self.path.stat()
                disk.hold(self._held)
            self.log.remember()
        return connection

    def _explain(
        self, problem: dbapi2.Error | UnicodeDecodeError, connection: Any
    ) -> errors.ShopFileError | None:
        """Return what a problem of a statement says about the file, or None when it says nothing about it."""
        code = getattr(problem, "sqlite_errorcode", None)
        if str(problem).startswith(_OTHER_SCHEMA) and self._was_altered(connection):
            return errors.AlteredFile(str(self.path), str(problem))
        if isinstance(problem, UnicodeDecodeError) or (
            code is None and str(problem).startswith(_BROKEN_TEXT)
        ):
            return errors.DamagedFile(str(self.path), str(problem))
        if code is not None and code & PRIMARY_CODE in OF_THE_FILE:
            return kind_of_code(code)(str(self.path), str(problem))
        return None

    def _was_altered(self, connection: Any) -> bool:
        """Return whether the file lacks something; a statement of ours that names what never was is a bug."""
        # Inside a transaction the file was proved already, or is being migrated.
        return not self.in_transaction() and bool(differences(connection))

    def _close(self, connection: Any) -> None:
        with self._counting:
            self._open_connections -= 1
            if self._open_connections == 0:
                self.log.forget()
                if self._held is not None:
                    disk.let_go(self._held)
        if self.leaves_log:
            close_and_leave_log(connection, self.path)
        else:
            connection.close()

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Any:
        """Run one statement on this thread's connection and return the cursor."""
        return self.connection().execute(sql, params or ())

    def connection(self) -> Any:
        """Return this thread's connection, opened when it has none."""
        return super().connection()  # type: ignore[no-untyped-call]

    def atomic(self, *lock_type: str) -> AbstractContextManager[object]:  # type: ignore[override]
        """Return a transaction, or a savepoint inside one."""
        transaction: AbstractContextManager[object] = super().atomic(*lock_type)
        return transaction

    def is_closed(self) -> bool:
        """Return whether this thread has no connection."""
        return bool(super().is_closed())

    def close(self) -> bool:
        """Close this thread's connection, if it has one."""
        return bool(super().close())

    def pragma_value(self, name: str) -> Any:
        """Return what a pragma says."""
        return self.execute_sql(f"PRAGMA {name}").fetchone()[0]

    def open_anew(self) -> None:
        """Connect this thread to the file that has the name now, where no other thread is connected.

        Raises:
            ShopFileError
        """
        with storage_errors(self.path):
            self.close()
            self._seen = None
            self.forget_proofs()
            self.connect()

    def prove_present(self) -> None:
        """Make sure that the file is still the one that was opened: what goes into a deleted one is lost.

        Raises:
            FileMissing: it was moved, deleted or replaced.
        """
        if self._seen is None:
            return
        try:
            present = self.path.stat()
        except FileNotFoundError as problem:
            raise errors.FileMissing(str(self.path)) from problem
        if not os.path.samestat(self._seen, present):
            raise errors.FileMissing(str(self.path), "another file has its name")

    def announce_write(self, is_saved: bool) -> None:
        """Let whoever listens know whether what was written last is in the file."""
        if self.on_write is not None:
            self.on_write(is_saved)

    def prove_log(self) -> None:
        """Make sure that the log that is open is the one in the folder; one that is not is let go of.

        Raises:
            LogTakenAway: it was not; the next write may find all well again.
        """
        if not self.log.is_gone():
            return
        is_free = self._open_connections == 1 and not self.in_transaction()
        raise errors.LogTakenAway(str(self.path), self._open_again() if is_free else "")

    def _open_again(self) -> str:
        """Open the file anew; return where a copy lies of what else would be lost with the log, or ""."""
        connection = self.connection()
        rescued = ""
        if not self.log.holds_all(connection):
            rescued = str(_free_name(self.path))
            connection.execute("VACUUM INTO ?", (rescued,))
            # Keeps SQLite from copying old pages over what others have written since.
            connection.interrupt()
        self.close()
        self.connect()
        return rescued

    def prove_sound(self) -> None:
        """Ask the database once whether it is sound (`quick_check`), before the first write at the latest.

        Raises:
            DamagedFile: with the first complaints as detail.
        """
        with self._proving:
            if self._damage is not None:
                raise self._damage
            if not self._sound:
                check_soundness(self.connection(), self.path)
                self._sound = True

    def forget_proofs(self) -> None:
        """Another content is in the file: it is to be proved anew before anything is written."""
        self._sound, self._damage = False, None

    def prove_wholly(self) -> None:
        """Ask the database whether every index agrees with its table, too; a damaged one is not written to.

        Raises:
            DamagedFile: with the first complaints as detail.
        """
        try:
            check_wholly(self.connection(), self.path)
        except errors.DamagedFile as damage:
            self._damage = damage
            raise

    def _settle(self, connection: Any) -> None:
        """Apply the settings and read them back."""
        for name, wanted, expected in _SETTINGS:
            connection.execute(f"PRAGMA {name} = {wanted}").fetchone()
            found = connection.execute(f"PRAGMA {name}").fetchone()
            if found is None or found[0] != expected:
                raise errors.UnsafeSettings(str(self.path), f"{name}={found and found[0]}")
        if self.leaves_log:
            connection.execute("PRAGMA wal_autocheckpoint = 0").fetchone()
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()  # opens the log


def _free_name(path: Path) -> Path:
    """Return a name beside a shop file for what is rescued of it."""
    names = (path.with_name(f"{path.stem}-rescued-{number}.db") for number in count(1))
    return next(name for name in names if not name.exists())


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say about the file at `path` into the shop's own errors.

    Raises:
        ShopFileError: one of its subclasses.
    """
    try:
        yield
    except errors.ExpectedError:
        raise
    except OSError as problem:
        raise kind_of(problem)(str(path), str(problem)) from problem
    except (dbapi2.Error, PeeweeException) as problem:
        cause = first_sqlite_error(problem)
        if cause is None or isinstance(cause, (dbapi2.IntegrityError, dbapi2.ProgrammingError)):
            raise
        kind = kind_of_code(getattr(cause, "sqlite_errorcode", None))
        if kind is errors.StorageFailed and not has_room(path):
            kind = errors.DiskFull  # opening a log there is "disk I/O error", and has no code
        raise kind(str(path), str(cause)) from problem


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """Everything that writes into an open shop file does it inside this.

    Raises:
        ShopFileError: one of its subclasses; neither a damaged file nor a deleted one is written to.
    """
    try:
        with storage_errors(database.path):
            database.prove_present()
            database.prove_log()
            database.prove_sound()
            yield
            database.prove_log()
            database.log.remember()
    except errors.ShopFileError:
        database.announce_write(False)
        raise
    database.announce_write(True)


@contextmanager
def writing_alone(database: Database) -> Iterator[None]:
    """Write as in `writing`, in one transaction, and nobody else writes until it ends.

    Raises:
        ShopFileError: nothing was written.
    """
    with writing(database), database.atomic("IMMEDIATE"):
        yield


def check_soundness(connection: Any, path: Path) -> None:
    """Ask a database whether it is sound and has the tables it should; indexes are not compared with them.

    Raises:
        DamagedFile: with the first complaints as detail.
        AlteredFile: it has other tables, indexes, triggers or views.
    """
    with storage_errors(path):
        prove(connection, path, "PRAGMA quick_check(5)")


def check_wholly(connection: Any, path: Path) -> None:
    """Ask as `check_soundness` does, and also whether each index agrees with its table.

    It takes seconds on a big file. Raises as `check_soundness`; DamagedIndex where nothing else is wrong.
    """
    with storage_errors(path):
        prove(connection, path, "PRAGMA integrity_check(100)")


@contextmanager
def own_connection(database: Database) -> Iterator[Database]:
    """Give the present thread a connection of its own, closed at the end."""
    with storage_errors(database.path):
        if not database.is_closed():
            yield database
            return
        database.connect()
        try:
            yield database
        finally:
            database.close()
