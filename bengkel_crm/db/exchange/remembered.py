"""What is remembered of books and of exports: how columns were matched, and what left the shop."""

from datetime import datetime

from bengkel_crm.db.engine.connection import Database, storage_errors, writing
from bengkel_crm.db.engine.dialect import upsert
from bengkel_crm.db.engine.models import model_of
from bengkel_crm.records.exports import ExportEntry, ExportKind

_KEPT = 200


def list_mappings(database: Database) -> dict[str, str]:
    """Return the mapping of every kind of header that was ever taken over, by the header."""
    return dict(database.execute_sql("SELECT headers, mapping FROM book_mapping").fetchall())


def keep_mapping(database: Database, headers: str, mapping: str, at: datetime) -> None:
    """Keep what a header was taken for, of the newest two hundred; inside a deed it goes with the deed."""
    with writing(database):
        database.execute_sql(
            upsert("book_mapping", ("headers", "mapping", "used_at"), "headers"),
            (headers, mapping, at.isoformat(timespec="seconds")),
        )
        database.execute_sql(
            "DELETE FROM book_mapping WHERE headers NOT IN (SELECT headers FROM book_mapping "
            "ORDER BY used_at DESC, headers LIMIT ?)",
            (_KEPT,),
        )


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
