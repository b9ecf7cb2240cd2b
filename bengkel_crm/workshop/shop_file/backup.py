"""Backups that were proved, restoring one, and asking the file whether all is well."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.disk import private_folder, remove_file, replace_file, sync_file, sync_folder
from bengkel_crm.db.derived import checks, vehicle_summary
from bengkel_crm.db.derived.checks import Fault
from bengkel_crm.db.engine import vacuum
from bengkel_crm.db.engine.connection import Database, storage_errors
from bengkel_crm.db.engine.opening import inspect_file
from bengkel_crm.db.engine.reading import log_of
from bengkel_crm.db.settings import settings
from bengkel_crm.db.shop_file import changes, copies, migrate
from bengkel_crm.db.shop_file.manifests import Manifest, manifest_of, read_manifest
from bengkel_crm.records.shop_file import BackupFile, Restored
from bengkel_crm.workshop.shop_file.copies import (
    BEFORE_RESTORE,
    Copy,
    describe_copy,
    find_all_copies,
    forget_old,
)
from bengkel_crm.workshop.shop_file.damaged_files import keep_damaged
from bengkel_crm.workshop.shop_file.shop_file import claim_window, close_shop, make_shop, open_shop

__all__ = [
    "back_up",
    "back_up_before",
    "back_up_now",
    "back_up_when_changed",
    "backup_folder",
    "check",
    "last_backup_at",
    "list_backups",
    "list_copies",
    "manifest_of",
    "own_folder",
    "put_back",
    "put_newest_back",
    "rebuild",
    "restore",
    "restore_file",
]


def own_folder(shop: Path) -> Path:
    """Return the folder beside a shop file where its own copies lie, which may not be there."""
    return copies.own_folder(shop)


def backup_folder(database: Database) -> Path:
    """Return the folder beside the shop file where automatic backups lie."""
    return copies.own_folder(database.path)


def back_up(database: Database, to: Path, at: datetime) -> BackupFile:
    """Write a proved copy to `to` with a manifest (number, SHA-256, what is in it) beside it.

    Raises:
        FileExists: something other than an older copy of this shop lies there.
        FileMissing: the folder is not there.
        BackupFailed, ReadOnlyPlace: whatever stood there before is untouched.
    """
    with storage_errors(to):
        if to.exists() and (to.samefile(database.path) or not _is_own_copy(database, to)):
            raise errors.FileExists(str(to), "no copy of this shop")
    return _record(_make_copy(database, to, at), to, at)


def _is_own_copy(database: Database, path: Path) -> bool:
    return copies.is_copy_of(path, settings.shop_id(database))


def _make_copy(database: Database, to: Path, at: datetime) -> Manifest:
    try:
        return copies.make_copy(database, to, at)
    except (errors.DiskFull, errors.StorageFailed) as problem:
        # Those speak of something not saved, and everything is.
        raise errors.BackupFailed(problem.path, problem.detail) from problem


def _record(made: Manifest, path: Path, at: datetime, why: str = "") -> BackupFile:
    return Copy(path, at, made.bytes or 0, why, made).record()


def back_up_when_changed(database: Database, at: datetime) -> BackupFile | None:
    """Make the automatic backup if anything was written since the last one; forget those that are too many.

    Raises:
        BackupFailed: also where the disk is full or may not be written; the shop's data are saved.
    """
    return back_up_now(database, at) if changes.is_changed(database) else None


def back_up_now(database: Database, at: datetime) -> BackupFile:
    """Make the automatic backup, whether anything was changed or not.

    Raises:
        BackupFailed: as `back_up_when_changed`.
    """
    mark = changes.find_mark(database)
    try:
        made = _make_own(database, backup_folder(database), "", at)
    except errors.ReadOnlyPlace as problem:
        raise errors.BackupFailed(problem.path, problem.detail) from problem
    changes.remember_mark(database, mark)
    return made


def back_up_before(database: Database, what: str, folder: Path, at: datetime) -> BackupFile:
    """Make a proved copy before something large is written; forget those of its kind that are too many.

    Raises:
        BackupFailed, ReadOnlyPlace: nothing was made.
    """
    return _make_own(database, folder, f"before-{what}", at)


def _make_own(database: Database, folder: Path, why: str, at: datetime) -> BackupFile:
    """Make a copy whose name tells why and when, and forget those of its kind that are too many."""
    beginning = why if why == BEFORE_RESTORE else "-".join(filter(None, (database.path.stem, why)))
    with storage_errors(folder):
        private_folder(folder)
        to = copies.free_name(folder, beginning, at)
    made = _make_copy(database, to, at)
    forget_old(folder, database.path, made, why)
    return _record(made, to, at, why)


def last_backup_at(database: Database) -> datetime | None:
    """Return when the last automatic backup was made, or None where none lies."""
    # Asked of the folder: what the shop file says of it is taken back by a restore.
    last = next(iter(list_backups(database)), None)
    return None if last is None else last.made_at


def list_backups(database: Database) -> list[BackupFile]:
    """Return the automatic backups, the one made last first."""
    return [made for made in list_copies(database.path) if not made.why]


def list_copies(shop: Path, second_place: Path | None = None) -> list[BackupFile]:
    """Return every copy of a shop file in its own folder and in the second place, the newest first."""
    return [copy.record() for copy in find_all_copies(shop, second_place)]


def _prove_manifest(copy: Path) -> None:
    """Compare a copy with its manifest; a copy without one, or with half a one, is proved by reading it."""
    told = read_manifest(copy)
    if told is not None and told.sha256 is not None and told.sha256 != vacuum.checksum(copy):
        raise errors.DamagedFile(str(copy), "sha256")


def restore(database: Database, copy: Path, at: datetime) -> BackupFile:
    """Put the content of a backup into the open shop file; what it held is backed up first and returned.

    Raises:
        FileExists: the copy is the shop file.
        FileMissing, EmptyFile, NotADatabase, ForeignDatabase, NewerFile, DamagedFile, BackupFailed,
            ReadOnlyPlace: the shop file is untouched.
    """
    _prove(copy, database.path)
    with storage_errors(database.path):
        settings.shop_id(database)  # what is wrong with the shop file itself is said of it
    before = _make_own(database, backup_folder(database), BEFORE_RESTORE, at)
    vacuum.overwrite_from(database, copy)
    migrate.bring_up_to_date(database)
    return before


def restore_file(path: Path, copy: Path, at: datetime) -> BackupFile | None:
    """Put the content of a backup into the shop file at `path`; return where what that held is kept.

    Raises:
        AlreadyOpen: a window shows the shop file.
        ShopFileError: as `put_back`.
    """
    _prove(copy, path)
    # A window would go on showing, and saving to, vehicles that may be others now.
    with claim_window(path), storage_errors(path):
        return put_back(path, copy, at).kept


def put_newest_back(path: Path, at: datetime, second_place: Path | None = None) -> Restored:
    """Put the newest copy that proves sound back, from wherever it lies, as `put_back`.

    Raises:
        FileMissing: no copy is sound.
        ShopFileError: as `put_back`.
    """
    for copy in find_all_copies(path, second_place):
        try:
            _prove(copy.path, path)
        except errors.ShopFileError:
            continue
        return put_back(path, copy.path, at)
    raise errors.FileMissing(str(copies.own_folder(path)))


def put_back(path: Path, copy: Path, at: datetime) -> Restored:
    """Put the content of a backup into a shop file that nobody has open.

    A damaged or empty file can not be backed up: it is moved to the backups as it is.

    Raises:
        ForeignDatabase, NewerFile, NotADatabase: what lies there is no shop's file, and is left alone.
        ShopFileError: as `restore`; the old file or the new one has the name, whatever breaks off.
    """
    _prove(copy, path)
    put = describe_copy(copy)
    return Restored(put, _put_into(path, copy, at))


def _put_into(path: Path, copy: Path, at: datetime) -> BackupFile | None:
    try:
        database = open_shop(path, create=False, check=True)
    except errors.NotADatabase:
        if not _was_a_shop(path):
            raise
        return _restore_instead(path, copy, at)
    except errors.ForeignDatabase:
        if not vacuum.is_blank(path):
            raise
        return _restore_instead(path, copy, at)
    except (errors.DamagedFile, errors.EmptyFile, errors.FileMissing):
        return _restore_instead(path, copy, at)
    try:
        return restore(database, copy, at)
    except errors.DamagedFile:
        pass
    finally:
        close_shop(database)
    return _restore_instead(path, copy, at)


def _was_a_shop(path: Path) -> bool:
    """Return whether a file that can not be read has a shop's place: its name, or what lies beside it."""
    return path.suffix == ".db" or log_of(path) is not None or bool(list_copies(path))


def _prove(copy: Path, shop: Path) -> None:
    with storage_errors(copy):
        if not copy.exists():
            raise errors.FileMissing(str(copy))
        if shop.exists() and copy.samefile(shop):
            raise errors.FileExists(str(copy), "the shop file itself")
        inspect_file(copy)
        _prove_manifest(copy)
    vacuum.prove_old_copy(copy)


def _restore_instead(path: Path, copy: Path, at: datetime) -> BackupFile | None:
    """Make a new shop file from a copy beside the damaged one, keep that, and give the new one its name."""
    part = path.with_name(path.name + ".restored")
    with storage_errors(path):
        _discard(part)
        make_shop(part)
        database = open_shop(part)
        try:
            vacuum.overwrite_from(database, copy)
            migrate.bring_up_to_date(database)
        finally:
            close_shop(database)
        if log_of(part) is not None:
            raise errors.StorageFailed(str(path), "the log stays")
        sync_file(part)
        kept = keep_damaged(path, at)
        # A log that lies there would be read into the new file.
        for end in ("-wal", "-shm"):
            remove_file(path.with_name(path.name + end))
        sync_folder(path.parent)
        replace_file(part, path)
        sync_folder(path.parent)
        with suppress(OSError):
            _discard(part)
    return kept


def _discard(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def check(database: Database) -> list[Fault]:
    """Return everything that does not hold in the file, empty when all is well."""
    with storage_errors(database.path):
        return checks.find_faults(database)


def rebuild(database: Database) -> None:
    """Compute all that is derived from the work orders anew."""
    vehicle_summary.rebuild(database)
