"""Making a copy of a shop file that is proved, numbered and on the disk before anybody is told of it."""

import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import time

from bengkel_crm.base import errors
from bengkel_crm.base.disk import is_held, remove_file, replace_file, sync_file, sync_folder, write_synced
from bengkel_crm.base.paths import is_folder
from bengkel_crm.db.engine import vacuum
from bengkel_crm.db.engine.catalogue import schema_version
from bengkel_crm.db.engine.connection import APPLICATION_ID, Database, storage_errors
from bengkel_crm.db.settings import settings
from bengkel_crm.db.shop_file.manifests import (
    Manifest,
    manifest_bytes,
    manifest_of,
    next_place,
    read_manifest,
)

FOLDER = "backups"
STAMP = "%Y%m%d-%H%M%S"
_LEFT_BEHIND = re.compile(r"\.db(\.json)?\.\d+\.part$")
_SECONDS_KEPT = 24 * 60 * 60


def own_folder(shop: Path) -> Path:
    """Return the folder beside a shop file where its own copies lie."""
    return shop.parent / FOLDER


def make_copy(database: Database, to: Path, at: datetime) -> Manifest:
    """Write a proved copy to `to` with its manifest beside it, both on the disk, and return the manifest.

    What lies at `to` is replaced, and what belonged to it goes; there is a good copy at every moment.

    Raises:
        FileMissing: the folder is not there: a stick that was pulled out.
        BackupFailed, DiskFull, ReadOnlyPlace, StorageFailed: whatever stood at `to` is untouched, or the new
            copy is there without its manifest.
    """
    folder = to.parent
    if not is_folder(folder):
        raise errors.FileMissing(str(folder))
    part = to.with_name(f"{to.name}.{os.getpid()}.part")
    beside = to.with_name(f"{manifest_of(to).name}.{os.getpid()}.part")
    try:
        with storage_errors(to):
            shop = settings.shop_id(database)
            _forget_parts(folder)
            rows = vacuum.write_verified_copy(database, part)
            manifest = _manifest_for(database, part, at, shop, rows)
            write_synced(beside, manifest_bytes(manifest))
            put_in_place(part, beside, to)
    except errors.ShopFileError as problem:
        if not is_folder(folder):
            raise errors.DriveGone(str(folder), problem.detail) from problem
        # The other name means nothing to whoever reads of it.
        told = str(to) if problem.path == str(part) else problem.path
        raise type(problem)(told, problem.detail) from problem
    finally:
        for left in (part, beside, part.with_name(part.name + "-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)
    return manifest


def _manifest_for(
    database: Database, part: Path, at: datetime, shop: str, rows: Mapping[str, int]
) -> Manifest:
    """Return what a finished copy holds, and the place it gets among the others."""
    held = vacuum.what_is_held(part)
    number, day = next_place(part.parent, at)
    return Manifest(
        number=number,
        made_at=at,
        day=day,
        shop=shop,
        of=database.path.name,
        bytes=part.stat().st_size,
        sha256=vacuum.checksum(part),
        version=schema_version(database),
        vehicles=held.vehicles,
        work_orders=held.work_orders,
        last_on=held.last_on,
        rows=rows,
    )


def put_in_place(part: Path, manifest: Path, to: Path) -> None:
    """Give a synced copy and its manifest their names; a cut between any two steps leaves a good copy.

    The manifest of an older copy would speak against the new one, and its log would be read into it.

    Raises:
        OSError
    """
    old = (manifest_of(to), to.with_name(to.name + "-wal"), to.with_name(to.name + "-shm"))
    removed = [path for path in old if remove_file(path)]
    if removed:
        sync_folder(to.parent)
    replace_file(part, to)
    sync_folder(to.parent)
    replace_file(manifest, manifest_of(to))
    sync_folder(to.parent)


def free_name(folder: Path, beginning: str, at: datetime) -> Path:
    """Return a path in the folder, named by a beginning and a moment, that no copy and no manifest has."""
    base = folder / f"{beginning}-{at:{STAMP}}.db"
    path, number = base, 1
    while path.exists() or manifest_of(path).exists():
        number += 1
        path = base.with_name(f"{base.stem}-{number}.db")
    return path


def keep_under(path: Path, name: Path) -> None:
    """Give what lies at a path a second name, under which it stays; a copy where the disk knows no links.

    Raises:
        OSError
    """
    try:
        os.link(path, name)
    except OSError:
        shutil.copyfile(path, name)
        sync_file(name)


def _forget_parts(folder: Path) -> None:
    """Remove what was left behind by a program that was ended while it made a copy, a day ago or longer."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _LEFT_BEHIND.search(path.name) and abs(time() - path.stat().st_mtime) > _SECONDS_KEPT:
                path.unlink()


def is_copy_of(path: Path, shop: str) -> bool:
    """Return whether an existing file is a copy of that shop, and nothing that anybody works in.

    Raises:
        OSError
    """
    lies = path.resolve()
    if is_held(lies) or not lies.is_file() or lies.with_name(lies.name + ".lock").exists():
        return False
    with lies.open("rb") as file:
        header = file.read(100)
    manifest = read_manifest(path) or Manifest()
    if not any(header[:16]):  # empty, or its first page was never written
        return manifest.shop == shop
    # A copy is made without a log; whoever opens a shop file to work in it gives it one for good.
    if header[18:20] != b"\1\1" or header[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        return False
    try:
        return vacuum.what_is_held(lies).shop == shop
    except errors.ShopFileError:  # it broke off
        return manifest.shop == shop
