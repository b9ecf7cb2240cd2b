"""Bringing a file up to today's schema, all steps or none, with a verified copy made first."""

import os
import re
import stat
from datetime import datetime
from pathlib import Path

from bengkel_crm.base import errors, pictures
from bengkel_crm.base.disk import private_folder
from bengkel_crm.db.derived import vehicle_summary
from bengkel_crm.db.engine.catalogue import (
    broken_references,
    mark_as_ours,
    references_unenforced,
    schema_version,
)
from bengkel_crm.db.engine.connection import SCHEMA_VERSION, Database, storage_errors
from bengkel_crm.db.engine.dialect import insert_new
from bengkel_crm.db.engine.migrations import LOGO_TAKEN_IN, MIGRATIONS
from bengkel_crm.db.engine.schema_compare import differences
from bengkel_crm.db.settings import job_kinds
from bengkel_crm.db.shop_file.copies import free_name, make_copy, own_folder
from bengkel_crm.schema.settings import PICTURE


def bring_up_to_date(database: Database) -> Path | None:
    """Run the pending steps in one transaction with their number; return the copy made first, if any.

    A new file gets the job kinds shipped with the program.

    Raises:
        NewerFile: the file was written by a newer version; DiskFull and its kin.
    """
    with storage_errors(database.path):
        version = schema_version(database)
        if version == SCHEMA_VERSION:
            return None
        if version > SCHEMA_VERSION:
            raise errors.NewerFile(str(database.path), str(version))
        # Its number may lie: a step on other tables than it expects would break off, or worse.
        found = differences(database.connection())
        if found:
            raise errors.AlteredFile(str(database.path), ", ".join(found[:5]))
        copy = None
        if version > 0:
            folder = own_folder(database.path)
            private_folder(folder)
            at = datetime.now()
            copy = free_name(folder, f"{database.path.stem}-before-version-{SCHEMA_VERSION}", at)
            make_copy(database, copy, at)
        with references_unenforced(database), database.atomic("EXCLUSIVE"):
            _run_pending(database, version)
        return copy


def _run_pending(database: Database, version: int) -> None:
    # Another process may have been faster while this one waited for the lock.
    version = max(version, schema_version(database))
    if 0 < version < LOGO_TAKEN_IN:
        take_old_logo(database)
    for step in MIGRATIONS[version:]:
        step(database.execute_sql)
    mark_as_ours(database)
    if version == 0:
        job_kinds.fill_shipped(database)
    broken = broken_references(database, 3)
    if broken:
        raise errors.DamagedFile(str(database.path), f"foreign_key_check: {broken}")
    if version > 0:
        # What is derived may be derived otherwise since.
        vehicle_summary.rebuild(database)


OLD_LOGO = "shop_logo"


_NAME = re.compile(rf"logo({'|'.join(map(re.escape, pictures.ENDINGS))})", re.IGNORECASE)


# Neither a link is followed nor a pipe waited for, whatever took the place of the picture.
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


def take_old_logo(database: Database) -> None:
    """Take the picture into the file, once; only where we have put it ourselves, whatever is said."""
    row = database.execute_sql("SELECT value FROM setting WHERE key = ?", (OLD_LOGO,)).fetchone()
    name = str(row[0]).replace("\\", "/").rpartition("/")[2] if row else ""
    if _NAME.fullmatch(name) is None:
        return
    data = _read(database.path.with_name(name))
    if data is not None and pictures.ending_of(data) is not None:
        database.execute_sql(insert_new("setting", ("key", "value")), (PICTURE.key, pictures.text_of(data)))


def _read(path: Path) -> bytes | None:
    """Return what a plain file holds, a byte more than a picture may have at most, or None."""
    try:
        # Windows has no such flag, and a link there needs an administrator.
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            return file.read(pictures.MOST_BYTES + 1)
    except OSError:
        return None
