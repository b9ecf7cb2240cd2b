"""The damaged shop files that a rescue set aside: kept until a person throws them away.

None is forgotten by itself: the first of several may hold the most of what is in no copy.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.disk import private_folder, remove_file, sync_folder, write_synced
from bengkel_crm.db.engine import vacuum
from bengkel_crm.db.engine.connection import Database, storage_errors
from bengkel_crm.db.shop_file import copies
from bengkel_crm.db.shop_file.manifests import Manifest, manifest_bytes, manifest_of, read_manifest
from bengkel_crm.records.shop_file import BackupFile
from bengkel_crm.workshop.shop_file.copies import DAMAGED, parts_of_name

_WITH_LOG = ("", "-wal", "-shm")


def keep_damaged(shop: Path, at: datetime) -> BackupFile | None:
    """Give a damaged file and its log a second name in the backups; return it, None without a file.

    Raises:
        OSError
    """
    if not shop.exists():
        return None
    folder = copies.own_folder(shop)
    private_folder(folder)
    kept = copies.free_name(folder, DAMAGED, at)
    for end in ("", "-wal"):
        lies = shop.with_name(shop.name + end)
        if lies.exists():
            copies.keep_under(lies, kept.with_name(kept.name + end))
    return note_set_aside(kept, shop, at)


def note_set_aside(kept: Path, shop: Path, at: datetime) -> BackupFile:
    """Write down whose a damaged file is that lies in the backups, and return it.

    Raises:
        OSError
    """
    size = kept.stat().st_size
    write_synced(manifest_of(kept), manifest_bytes(Manifest(made_at=at, of=shop.name, bytes=size)))
    sync_folder(kept.parent)
    return BackupFile(str(kept), at, size, DAMAGED)


def list_damaged(shop: Path) -> list[BackupFile]:
    """Return what was set aside of a shop file, the newest first, each with the bytes of its log too.

    Raises:
        ShopFileError: the folder can not be read.
    """
    folder = copies.own_folder(shop)
    with storage_errors(folder):
        found = [made for path in folder.glob(f"{DAMAGED}-*.db") if (made := _set_aside(path, shop))]
    return sorted(found, key=lambda made: (made.made_at, made.path), reverse=True)


def _set_aside(path: Path, shop: Path) -> BackupFile | None:
    # A power cut may have left it without a manifest; then nobody knows whose it was.
    told, parts = read_manifest(path) or Manifest(), parts_of_name(path)
    if told.of not in ("", shop.name) or parts is None or parts[0] != DAMAGED:
        return None
    return BackupFile(str(path), told.made_at or parts[1], _bytes_with_log(path), DAMAGED)


def _bytes_with_log(path: Path) -> int:
    size = 0
    for end in _WITH_LOG:
        with suppress(FileNotFoundError):
            size += path.with_name(path.name + end).stat().st_size
    return size


def throw_away(shop: Path, damaged: Path) -> None:
    """Remove what was set aside of a shop file, with its log and its manifest.

    Raises:
        FileMissing: no such thing was set aside.
        ShopFileError: it stays.
    """
    if str(damaged) not in {made.path for made in list_damaged(shop)}:
        raise errors.FileMissing(str(damaged))
    with storage_errors(damaged):
        # The file itself last: after a power cut it is listed again.
        for end in (*_WITH_LOG[1:], ".json", ""):
            remove_file(damaged.with_name(damaged.name + end))
        sync_folder(damaged.parent)


def repair_indexes(database: Database, at: datetime) -> BackupFile | None:
    """Make damaged indexes anew; return where the file as it was is kept, None when nothing was wrong.

    Raises:
        DamagedFile: more than the indexes is damaged; the file is as it was.
        ShopFileError
    """
    with storage_errors(database.path):
        try:
            database.prove_wholly()
        except errors.DamagedIndex:
            pass
        else:
            return None
        folder = copies.own_folder(database.path)
        private_folder(folder)
        kept = copies.free_name(folder, DAMAGED, at)
        vacuum.save_as_it_is(database, kept)
        made = note_set_aside(kept, database.path, at)
        vacuum.rebuild_indexes(database)
    return made
