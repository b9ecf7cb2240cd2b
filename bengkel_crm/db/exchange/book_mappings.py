"""What the columns of books were taken for, by the names above them."""

from datetime import datetime

from bengkel_crm.db.engine.connection import Database, writing

_KEPT = 200


def list_mappings(database: Database) -> dict[str, str]:
    """Return the mapping of every kind of header that was ever taken over, by the header."""
    return dict(database.execute_sql("SELECT headers, mapping FROM book_mapping").fetchall())


def keep_mapping(database: Database, headers: str, mapping: str, at: datetime) -> None:
    """Keep what a header was taken for, of the newest two hundred; inside a deed it goes with the deed."""
    with writing(database):
        database.execute_sql(
            "INSERT OR REPLACE INTO book_mapping VALUES (?, ?, ?)",
            (headers, mapping, at.isoformat(timespec="seconds")),
        )
        database.execute_sql(
            "DELETE FROM book_mapping WHERE headers IN (SELECT headers FROM book_mapping "
            "ORDER BY used_at DESC, headers LIMIT -1 OFFSET ?)",
            (_KEPT,),
        )
