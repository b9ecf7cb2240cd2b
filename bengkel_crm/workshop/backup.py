"""Backups that were proved, restoring one, and asking the file whether all is well."""

import glob
import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from bengkel_crm import errors
from bengkel_crm.db import checks, migrate, settings, standing, vacuum
from bengkel_crm.db.checks import Fault
from bengkel_crm.db.connection import (
    SCHEMA_VERSION,
    Database,
    discard,
    inspect_file,
    log_of,
    publish,
    storage_errors,
)
from bengkel_crm.records import BackupFile
from bengkel_crm.workshop.shop_file import claim_window, close_shop, open_shop

KEPT_BACKUPS = 12
_FOLDER = "backups"
_LAST_DEED = "backup.last_deed"
_LAST_AT = "backup.last_at"
_STAMP = "%Y%m%d-%H%M%S"


def backup_folder(database: Database) -> Path:
    """Return the folder beside the shop file where automatic backups lie."""
    return database.path.parent / _FOLDER


def manifest_of(copy: Path) -> Path:
    """Return where the manifest of a backup lies."""
    return copy.with_name(copy.name + ".json")


def back_up(database: Database, to: Path, at: datetime) -> BackupFile:
    """Write a proved copy to `to` with a manifest (SHA-256, row counts, version) beside it.

    Raises:
        FileExists: something other than an older backup lies there.
        BackupFailed, DiskFull, ReadOnlyPlace: whatever stood there before is untouched.
    """
    _refuse_to_replace(to, database.path)
    counts = vacuum.write_verified_copy(database, to)
    size = to.stat().st_size
    manifest = {
        "made_at": at.isoformat(timespec="seconds"),
        "bytes": size,
        "sha256": vacuum.checksum(to),
        "version": SCHEMA_VERSION,
        "rows": counts,
    }
    with storage_errors(to):
        try:
            manifest_of(to).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
        except OSError:
            # Half a manifest, or the one of the copy before, would speak against a sound copy.
            manifest_of(to).unlink(missing_ok=True)
            raise
    return BackupFile(str(to), at, size)


def _refuse_to_replace(to: Path, shop: Path) -> None:
    with storage_errors(to):
        if not to.exists():
            return
        if to.samefile(shop):
            raise errors.FileExists(str(to), "the shop file itself")
    try:
        inspect_file(to)
    except errors.DamagedFile:
        return  # a backup that broke off
    except errors.ShopFileError as problem:
        raise errors.FileExists(str(to), type(problem).__name__) from problem


def back_up_when_changed(database: Database, at: datetime) -> BackupFile | None:
    """Make the automatic backup if anything was written since the last one, and keep the newest twelve.

    Raises:
        BackupFailed: also where the disk is full or may not be written; the shop's data are saved.
    """
    last = checks.last_deed_mark(database)
    if last is None or settings.find_setting(database, _LAST_DEED) == last:
        return None
    folder = backup_folder(database)
    try:
        made = back_up(database, folder / f"{database.path.stem}-{at:{_STAMP}}.db", at)
    except (errors.DiskFull, errors.ReadOnlyPlace, errors.StorageFailed) as problem:
        # Those speak of something not saved, and everything is.
        raise errors.BackupFailed(problem.path, problem.detail) from problem
    settings.set_setting(database, _LAST_DEED, last)
    settings.set_setting(database, _LAST_AT, at.isoformat(timespec="seconds"))
    _forget_all_but_the_last(folder, database.path.stem)
    return made


def back_up_before(database: Database, what: str, folder: Path, at: datetime) -> BackupFile:
    """Make a verified copy before something large is written; the last 12 of its kind are kept.

    Raises:
        BackupFailed, DiskFull, ReadOnlyPlace: nothing was made.
    """
    name = f"{database.path.stem}-before-{what}"
    made = back_up(database, folder / f"{name}-{at:{_STAMP}}.db", at)
    _forget_all_but_the_last(folder, name)
    return made


def _forget_all_but_the_last(folder: Path, name: str) -> None:
    for old in _copies(folder, name)[KEPT_BACKUPS:]:
        old.unlink(missing_ok=True)
        manifest_of(old).unlink(missing_ok=True)


def _copies(folder: Path, name: str) -> list[Path]:
    """Return the copies of that name, the newest first."""
    # Only what is named by a moment: the next shop in this folder may be called this one's name and more.
    return sorted(folder.glob(f"{glob.escape(name)}-{'[0-9]' * 8}-{'[0-9]' * 6}.db"), reverse=True)


def last_backup_at(database: Database) -> datetime | None:
    """Return when the last automatic backup was made, or None."""
    text = settings.find_setting(database, _LAST_AT)
    return None if text is None else datetime.fromisoformat(text)


def list_backups(database: Database) -> list[BackupFile]:
    """Return the automatic backups, the newest first."""
    return [
        BackupFile(str(file), datetime.fromtimestamp(file.stat().st_mtime), file.stat().st_size)
        for file in _copies(backup_folder(database), database.path.stem)
    ]


def _prove_manifest(copy: Path) -> None:
    """Compare a copy with its manifest; a copy without one, or with half a one, is proved by reading it."""
    try:
        told = json.loads(manifest_of(copy).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return
    wanted = told.get("sha256") if isinstance(told, dict) else None
    if wanted is not None and wanted != vacuum.checksum(copy):
        raise errors.DamagedFile(str(copy), "sha256")


def restore(database: Database, copy: Path, at: datetime) -> BackupFile:
    """Put the content of a backup into the open shop file; what it held is backed up first and returned.

    Raises:
        FileExists: the copy is the shop file.
        FileMissing, EmptyFile, NotADatabase, ForeignDatabase, NewerFile, DamagedFile, BackupFailed, DiskFull:
            the shop file is untouched.
    """
    _prove(copy, database.path)
    before = back_up(database, backup_folder(database) / f"before-restore-{at:{_STAMP}}.db", at)
    vacuum.overwrite_from(database, copy)
    migrate.bring_up_to_date(database)
    return before


def restore_file(path: Path, copy: Path, at: datetime) -> BackupFile:
    """Put the content of a backup into the shop file at `path`; return where what that held is kept.

    A damaged or empty file can not be backed up: it is moved to the backups as it is.

    Raises:
        AlreadyOpen: a window shows the shop file.
        ShopFileError: as `restore`.
    """
    _prove(copy, path)
    with suppress(errors.DamagedFile, errors.EmptyFile):
        if path.exists():
            inspect_file(path)  # what is no shop file is left alone
    # A window would go on showing, and saving to, vehicles that may be others now.
    with claim_window(path):
        try:
            database = open_shop(path, check=True)
        except (errors.DamagedFile, errors.EmptyFile):
            return _restore_instead(path, copy, at)
        try:
            return restore(database, copy, at)
        finally:
            close_shop(database)


def _prove(copy: Path, shop: Path) -> None:
    with storage_errors(copy):
        if not copy.exists():
            raise errors.FileMissing(str(copy))
        if shop.exists() and copy.samefile(shop):
            raise errors.FileExists(str(copy), "the shop file itself")
        version = inspect_file(copy)
        _prove_manifest(copy)
    vacuum.verify_copy(copy, version, None)


def _restore_instead(path: Path, copy: Path, at: datetime) -> BackupFile:
    """Make a new shop file from a copy, then let it change places with the damaged one."""
    part = path.with_name(path.name + ".restored")
    with storage_errors(path):
        discard(part)
        database = open_shop(part)
        try:
            vacuum.overwrite_from(database, copy)
            migrate.bring_up_to_date(database)
        finally:
            close_shop(database)
        kept = path.parent / _FOLDER / f"damaged-{at:{_STAMP}}.db"
        kept.parent.mkdir(exist_ok=True)
        log = log_of(path)
        path.rename(kept)
        if log is not None:
            log.rename(kept.with_name(kept.name + "-wal"))
        discard(path)
        publish(part, path)
        discard(part)
    return BackupFile(str(kept), at, kept.stat().st_size)


def check(database: Database) -> list[Fault]:
    """Return everything that does not hold in the file, empty when all is well."""
    with storage_errors(database.path):
        return checks.find_faults(database)


def rebuild(database: Database) -> None:
    """Compute all that is derived from the work orders anew."""
    standing.rebuild(database)
