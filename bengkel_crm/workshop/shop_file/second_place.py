"""The second place of the copies: a stick, or a folder of another computer, which is there or is not."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.disk import sync_file, sync_folder, write_synced
from bengkel_crm.base.paths import is_file
from bengkel_crm.db.engine import vacuum
from bengkel_crm.db.engine.connection import Database, storage_errors
from bengkel_crm.db.shop_file.copies import own_folder, put_in_place
from bengkel_crm.db.shop_file.manifests import manifest_bytes, next_place, read_manifests
from bengkel_crm.records.shop_file import BackupFile
from bengkel_crm.workshop.shop_file.backup import back_up_now
from bengkel_crm.workshop.shop_file.copies import Copy, describe_copy, find_copies, forget_old

# The folder where a stick appears may lie there, empty, when the stick does not.
_MARK = "bengkel-crm-backups.txt"
_WORDS = b"Bengkel CRM keeps its backups here.\r\n"
DAYS_UNTIL_TOLD = 3


def choose_second_place(database: Database, folder: Path, at: datetime) -> BackupFile:
    """Make a folder the second place, and return the first copy that lies there.

    Raises:
        FileMissing: the folder is not there.
        FileExists: it is the shop's own.
        BackupFailed, ReadOnlyPlace: it can not be written.
    """
    _prove_there(folder)
    with storage_errors(folder):
        if own_folder(database.path).resolve() == folder.resolve():
            raise errors.FileExists(str(folder), "the first place")
    if _newest_own(database) is None:
        back_up_now(database, at)
    with _as_backup_failed(folder):
        write_synced(folder / _MARK, _WORDS)
        sync_folder(folder)
    made = bring_newest(database, folder, at)
    assert made is not None
    return made


def is_second_place(folder: Path) -> bool:
    """Return whether the second place is there: the stick itself, not the folder in which it appears."""
    return is_file(folder / _MARK)


def bring_newest(database: Database, folder: Path, at: datetime) -> BackupFile | None:
    """Copy the newest automatic backup to the second place; return it as it lies there, None without any.

    Raises:
        FileMissing: the place is not there, or went.
        BackupFailed, ReadOnlyPlace: it is full, or the copy is not what it should be.
    """
    newest = _newest_own(database)
    if newest is None:
        return None
    try:
        with _as_backup_failed(folder):
            return _bring(newest, folder, database.path, at)
    except errors.ShopFileError as problem:
        if not is_second_place(folder):
            raise errors.DriveGone(str(folder), problem.detail) from problem
        raise


def is_missed(last_at: datetime | None, now: datetime) -> bool:
    """Return whether the second place got nothing for so long that it is to be told."""
    return last_at is None or (now - last_at).days >= DAYS_UNTIL_TOLD


def _newest_own(database: Database) -> Copy | None:
    copies = find_copies(own_folder(database.path), database.path)
    return next((copy for copy in copies if not copy.why and copy.manifest.sha256 is not None), None)


def _prove_there(folder: Path) -> None:
    with storage_errors(folder):
        if not folder.is_dir():
            raise errors.FileMissing(str(folder))


@contextmanager
def _as_backup_failed(folder: Path) -> Iterator[None]:
    try:
        with storage_errors(folder):
            yield
    except (errors.DiskFull, errors.StorageFailed) as problem:
        # Those speak of something not saved, and everything is.
        raise errors.BackupFailed(problem.path, problem.detail) from problem


def _bring(copy: Copy, folder: Path, shop: Path, at: datetime) -> BackupFile:
    _prove_there(folder)
    to = folder / copy.path.name
    if is_file(to) and any(told.sha256 == copy.manifest.sha256 for told in read_manifests(folder)):
        return describe_copy(to)
    part = to.with_name(f"{to.name}.{os.getpid()}.part")
    beside = to.with_name(f"{to.name}.json.{os.getpid()}.part")
    number, day = next_place(folder, at)
    manifest = replace(copy.manifest, number=number, day=day)
    try:
        shutil.copyfile(copy.path, part)
        sync_file(part)
        if vacuum.checksum(part) != manifest.sha256:
            raise errors.BackupFailed(str(to), "sha256")
        write_synced(beside, manifest_bytes(manifest))
        put_in_place(part, beside, to)
    finally:
        for left in (part, beside):
            with suppress(OSError):
                left.unlink(missing_ok=True)
    forget_old(folder, shop, manifest, "")
    return describe_copy(to)
