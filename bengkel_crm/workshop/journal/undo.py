"""Taking deeds back, and the bin."""

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal import bin as removed
from bengkel_crm.db.journal import deeds, redo
from bengkel_crm.records.journal import BinEntry, Change, DeedKind


def undo_last(database: Database, deed_id: int | None = None) -> Change:
    """Take back the newest deed and return it.

    Raises:
        NothingToUndo; CannotUndo: `deed_id` is given and something was written since.
    """
    return deeds.undo_last(database, deed_id)


def redo_next(database: Database) -> Change:
    """Do the deed again that was taken back last, and return it.

    Raises:
        NothingToRedo: nothing was taken back, or something was written since.
    """
    return redo.redo_next(database)


def find_last_deed(database: Database) -> Change | None:
    """Return the newest deed not yet taken back, with all it touched, or None."""
    return deeds.last_deed(database)


def list_bin(database: Database) -> list[BinEntry]:
    """Return what was removed, the latest first."""
    return removed.list_bin(database)


def restore_from_bin(database: Database, entry: BinEntry) -> Change:
    """Put a removed record back.

    Raises:
        NotFound, DuplicatePlate
    """
    with deeds.perform(database, DeedKind.RESTORED, entry.title) as deed:
        removed.restore(deed, entry.table, entry.record_id)
    return deeds.done(deed)
