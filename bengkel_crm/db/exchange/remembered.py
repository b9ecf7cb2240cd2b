"""What is remembered of books and of exports: how columns were matched, and what left the shop."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bengkel_crm.db.engine.connection import Database, storage_errors, writing
from bengkel_crm.db.engine.models import model_of
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.db.journal.row_writes import read_keyed, write_keyed
from bengkel_crm.records.exports import ExportEntry, ExportKind

_KEPT = 200
_TABLE = "book_mapping"
# All but the newest.
_OLD = (
    f"SELECT headers FROM {_TABLE} WHERE headers NOT IN (SELECT headers FROM {_TABLE} "
    "ORDER BY used_at DESC, headers LIMIT ?)"
)


def list_mappings(database: Database) -> dict[str, str]:
    """Return the mapping of every kind of header that was ever taken over, by the header."""
    return dict(database.execute_sql("SELECT headers, mapping FROM book_mapping").fetchall())


def keep_mapping(
    database: Database, headers: str, mapping: str, at: datetime, deed: Deed | None = None
) -> None:
    """Keep what a header was taken for, of the newest two hundred; with a deed it is taken back with it.

    A book that brought nothing is no deed: then it is kept all the same, for the next book.
    """
    # To the microsecond: two books matched alike within a second are told apart when one is taken back.
    told = {"mapping": mapping, "used_at": at.isoformat(timespec="microseconds")}

    def keep(headers: str, values: dict[str, str] | None) -> None:
        key = {"headers": headers}
        if deed is not None:
            deed.keep(_TABLE, key, values)
        else:
            write_keyed(database.connection(), _TABLE, key, None if values is None else {**key, **values})

    with writing(database):
        keep(headers, told)
        for (old,) in database.execute_sql(_OLD, (_KEPT,)).fetchall():
            keep(old, None)


def give_back_mappings(deed: Deed, images: Mapping[str, Any]) -> None:
    """Give back what headers were taken for before an import, but for those matched again since."""
    for table, key, before, after in images.get("keyed", ()):
        if table == _TABLE and read_keyed(deed.database.connection(), table, key) == after:
            deed.keep(table, key, before)


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
