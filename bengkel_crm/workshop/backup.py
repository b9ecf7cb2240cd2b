"""Backups that were proved, restoring one, and asking the file whether all is well."""

import json
from datetime import datetime
from pathlib import Path

from bengkel_crm import errors
from bengkel_crm.db import checks, migrate, settings, standing, vacuum
from bengkel_crm.db.checks import Fault
from bengkel_crm.db.connection import SCHEMA_VERSION, Database, inspect_file, storage_errors
from bengkel_crm.records import BackupFile

KEPT_BACKUPS = 12
_FOLDER = "backups"
_LAST_DEED = "backup.last_deed"
_LAST_AT = "backup.last_at"


def backup_folder(database: Database) -> Path:
    """Return the folder beside the shop file where automatic backups lie."""
    return database.path.parent / _FOLDER


def manifest_of(copy: Path) -> Path:
    """Return where the manifest of a backup lies."""
    return copy.with_name(copy.name + ".json")


def back_up(database: Database, to: Path, at: datetime) -> BackupFile:
    """Write a proved copy to `to` with a manifest (SHA-256, row counts, version) beside it.

    Raises:
        BackupFailed, DiskFull, ReadOnlyPlace: whatever stood there before is untouched.
    """
    if to.exists() and to.samefile(database.path):
        raise errors.BackupFailed(str(to), "same file")
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
        manifest_of(to).write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    return BackupFile(str(to), at, size)


def back_up_when_changed(database: Database, at: datetime) -> BackupFile | None:
    """Make the automatic backup if anything was written since the last one, and keep the newest twelve.

    Raises:
        BackupFailed, DiskFull, ReadOnlyPlace
    """
    last = checks.last_deed_mark(database)
    if last is None or settings.find_setting(database, _LAST_DEED) == last:
        return None
    folder = backup_folder(database)
    made = back_up(database, folder / f"{database.path.stem}-{at:%Y%m%d-%H%M%S}.db", at)
    settings.set_setting(database, _LAST_DEED, last)
    settings.set_setting(database, _LAST_AT, at.isoformat(timespec="seconds"))
    for old in list_backups(database)[KEPT_BACKUPS:]:
        Path(old.path).unlink(missing_ok=True)
        manifest_of(Path(old.path)).unlink(missing_ok=True)
    return made


def last_backup_at(database: Database) -> datetime | None:
    """Return when the last automatic backup was made, or None."""
    text = settings.find_setting(database, _LAST_AT)
    return None if text is None else datetime.fromisoformat(text)


def list_backups(database: Database) -> list[BackupFile]:
    """Return the automatic backups, the newest first."""
    folder = backup_folder(database)
    files = sorted(folder.glob(f"{database.path.stem}-*.db"), reverse=True) if folder.is_dir() else []
    return [
        BackupFile(str(file), datetime.fromtimestamp(file.stat().st_mtime), file.stat().st_size)
        for file in files
    ]


def _prove_manifest(copy: Path) -> None:
    manifest = manifest_of(copy)
    if manifest.exists():
        told = json.loads(manifest.read_text(encoding="utf-8"))
        if told["sha256"] != vacuum.checksum(copy):
            raise errors.DamagedFile(str(copy), "sha256")


def restore(database: Database, copy: Path, at: datetime) -> BackupFile:
    """Put the content of a backup into the open shop file; what it held is backed up first and returned.

    Raises:
        FileMissing, EmptyFile, NotADatabase, ForeignDatabase, NewerFile, DamagedFile, BackupFailed, DiskFull:
            the shop file is untouched.
    """
    if not copy.exists():
        raise errors.FileMissing(str(copy))
    inspect_file(copy)
    _prove_manifest(copy)
    before = back_up(database, backup_folder(database) / f"before-restore-{at:%Y%m%d-%H%M%S}.db", at)
    vacuum.overwrite_from(database, copy)
    migrate.bring_up_to_date(database)
    return before


def check(database: Database) -> list[Fault]:
    """Return everything that does not hold in the file, empty when all is well."""
    with storage_errors(database.path):
        return checks.find_faults(database)


def rebuild(database: Database) -> None:
    """Compute all that is derived from the work orders anew."""
    standing.rebuild(database)
