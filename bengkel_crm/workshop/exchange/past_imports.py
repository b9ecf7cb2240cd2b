"""Imports of the past: seen, and taken back even when the shop has worked on since."""

from datetime import datetime

from bengkel_crm.base.gc_pause import gc_paused
from bengkel_crm.base.progress import Progress, nobody_waits
from bengkel_crm.db.engine.bulk import memory_for_many
from bengkel_crm.db.engine.connection import Database, storage_errors
from bengkel_crm.db.exchange import import_history
from bengkel_crm.db.journal.deed_touches import IMPORT_UNDONE
from bengkel_crm.db.journal.deeds import done, perform
from bengkel_crm.records.imports import ImportUndoPreview, PastImport
from bengkel_crm.records.journal import Change


def list_imports(database: Database) -> list[PastImport]:
    """Return the imports that were not taken back, the latest first."""
    return import_history.list_imports(database)


def preview_undo(database: Database, deed_id: int) -> ImportUndoPreview:
    """Return what taking an import back would do now; nothing is written.

    Raises:
        NotFound: there is no such import, or it was taken back.
    """
    with storage_errors(database.path), gc_paused():
        return import_history.preview(database, deed_id)


def undo_import(
    database: Database,
    deed_id: int,
    *,
    progress: Progress | None = None,
    at: datetime | None = None,
) -> tuple[Change, ImportUndoPreview]:
    """Take an import back but for what was built on it since, as one deed that can itself be undone.

    Returns the deed and what was done. `progress(done, total)` is called often and may raise Cancelled.

    Raises:
        NotFound: there is no such import, or it was taken back.
        Cancelled, ShopFileError: nothing was written.
    """
    file_name, at = import_history.get_import(database, deed_id).file_name, at or database.now()
    with (
        gc_paused(),
        memory_for_many(database),
        perform(database, IMPORT_UNDONE, file_name, at) as deed,
    ):
        told = import_history.take_back(deed, deed_id, at, progress or nobody_waits)
    return done(deed), told
