"""The log of what left the shop."""

from datetime import datetime

from bengkel_crm.db.engine.connection import Database, storage_errors, writing
from bengkel_crm.records.exports import ExportEntry, ExportKind

_KINDS = {kind.value: kind for kind in ExportKind}


def add_export(database: Database, at: datetime, what: ExportKind, file_name: str, rows: int) -> None:
    """Note that something left the shop."""
    with writing(database):
        database.execute_sql(
            "INSERT INTO export_log (at, what, file_name, rows) VALUES (?, ?, ?, ?)",
            (at.isoformat(timespec="seconds"), what.value, file_name, rows),
        )


def list_exports(database: Database, limit: int) -> list[ExportEntry]:
    """Return the latest exports, at most `limit`, newest first."""
    with storage_errors(database.path):
        rows = database.execute_sql(
            "SELECT at, what, file_name, rows FROM export_log ORDER BY id DESC LIMIT ?", (limit,)
        ).fetchall()
    return [
        ExportEntry(datetime.fromisoformat(at), _KINDS.get(what), file_name, count)
        for at, what, file_name, count in rows
    ]
