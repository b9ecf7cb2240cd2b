"""Bringing a file up to today's schema, all steps or none, with a verified copy made first."""

from datetime import datetime
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.disk import private_folder
from bengkel_crm.db.derived import vehicle_summary
from bengkel_crm.db.engine.connection import APPLICATION_ID, SCHEMA_VERSION, Database, storage_errors
from bengkel_crm.db.engine.migrations import LOGO_TAKEN_IN, MIGRATIONS
from bengkel_crm.db.engine.schema_compare import differences, statements
from bengkel_crm.db.settings import job_kinds
from bengkel_crm.db.shop_file.copies import free_name, make_copy, own_folder
from bengkel_crm.db.shop_file.old_logo import take_old_logo


def bring_up_to_date(database: Database) -> Path | None:
    """Run the pending steps in one transaction with their number; return the copy made first, if any.

    A new file gets the job kinds shipped with the program.

    Raises:
        NewerFile: the file was written by a newer version; DiskFull and its kin.
    """
    with storage_errors(database.path):
        version = int(database.pragma_value("user_version"))
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
        # Enforcement is off only while tables may be rebuilt; the pragma has no effect inside a transaction.
        database.execute_sql("PRAGMA foreign_keys = OFF")
        try:
            with database.atomic("EXCLUSIVE"):
                _run_pending(database, version)
        finally:
            database.execute_sql("PRAGMA foreign_keys = ON")
        return copy


def _run_pending(database: Database, version: int) -> None:
    # Another process may have been faster while this one waited for the lock.
    version = max(version, int(database.pragma_value("user_version")))
    if 0 < version < LOGO_TAKEN_IN:
        take_old_logo(database)
    for step in MIGRATIONS[version:]:
        for statement in statements(step):
            database.execute_sql(statement)
    database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    if version == 0:
        job_kinds.fill_shipped(database)
    broken = database.execute_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise errors.DamagedFile(str(database.path), f"foreign_key_check: {broken[:3]}")
    if version > 0:
        # What is derived may be derived otherwise since.
        vehicle_summary.rebuild(database)
