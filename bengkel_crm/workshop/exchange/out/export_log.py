"""What left the shop, when and into which file: privacy law asks it, and so may the owner."""

from datetime import datetime
from pathlib import Path

from bengkel_crm.base.paths import storable_name
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.exchange import remembered
from bengkel_crm.records.exports import ExportEntry, ExportKind

_MOST = 1_000


def record_export(database: Database, what: ExportKind, path: Path, rows: int, at: datetime) -> None:
    """Note that a finished file at `path` holds so many rows of the shop's.

    Raises:
        ShopFileError: one of its subclasses.
    """
    remembered.add_export(database, at, what, storable_name(path), rows)


def list_exports(database: Database) -> list[ExportEntry]:
    """Return what left the shop, newest first, the latest thousand."""
    return remembered.list_exports(database, _MOST)
