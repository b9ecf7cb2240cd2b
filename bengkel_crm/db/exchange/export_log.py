"""The log of what left the shop."""

from datetime import datetime

from bengkel_crm.db.engine.connection import Database, storage_errors, writing
from bengkel_crm.db.engine.models import model_of
from bengkel_crm.records.exports import ExportEntry, ExportKind

_KINDS = {kind.value: kind for kind in ExportKind}


def add_export(database: Database, at: datetime, what: ExportKind, file_name: str, rows: int) -> None:
    """Note that something left the shop."""
    log = model_of("export_log")
    with writing(database):
        log.insert(at=at, what=what.value, file_name=file_name, rows=rows).execute(database)


def list_exports(database: Database, limit: int) -> list[ExportEntry]:
    """Return the latest exports, at most `limit`, newest first."""
    log = model_of("export_log")
    with storage_errors(database.path):
        rows = list(log.select().order_by(log.id.desc()).limit(limit).execute(database))
    return [ExportEntry(row.at, _KINDS.get(row.what), row.file_name, row.rows) for row in rows]
