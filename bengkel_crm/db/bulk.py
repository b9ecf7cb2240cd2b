"""Writing many rows at once: prepared statements fed by `executemany` in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from bengkel_crm.db.connection import Database, storage_errors
from bengkel_crm.db.models import WRITABLE

# Rows land all over the indexes: in SQLite's usual two megabytes each page would be written many times.
_CACHE_KIB = 256 * 1024
_ROWS_AT_ONCE = 10_000


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table in the order that rows must have here: the id first."""
    return tuple(column.column_name for column in WRITABLE[table]._meta.sorted_fields)


@contextmanager
def big_transaction(database: Database) -> Iterator[None]:
    """Run a bulk write in one transaction, with memory for it.

    Raises:
        ShopFileError: nothing was written.
    """
    with storage_errors(database.path):
        (usual,) = database.execute_sql("PRAGMA cache_size").fetchone()
        database.execute_sql(f"PRAGMA cache_size = -{_CACHE_KIB}")
        try:
            with database.atomic("IMMEDIATE"):
                yield
        finally:
            database.execute_sql(f"PRAGMA cache_size = {usual}")


class BulkWriter:
    """Collects rows of several tables, parents before children, and writes them in lots."""

    def __init__(self, database: Database, tables: Sequence[str]) -> None:
        self._connection = database.connection()
        self._waiting: dict[str, list[Sequence[Any]]] = {table: [] for table in tables}
        self._sql = {
            table: f"INSERT INTO {table} ({', '.join(columns_of(table))}) "
            f"VALUES ({', '.join('?' * len(columns_of(table)))})"
            for table in tables
        }
        self._next = {
            table: 1
            + int(self._connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])
            for table in tables
        }

    def take_id(self, table: str) -> int:
        """Return the id for the next row of a table."""
        row_id = self._next[table]
        self._next[table] = row_id + 1
        return row_id

    def add(self, table: str, row: Sequence[Any]) -> None:
        """Keep a row, its columns as `columns_of` says, to be written with the others."""
        self._waiting[table].append(row)

    def extend(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Keep several rows; write when there are many."""
        waiting = self._waiting[table]
        waiting.extend(rows)
        if len(waiting) >= _ROWS_AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write what was kept."""
        for table, rows in self._waiting.items():
            if rows:
                self._connection.executemany(self._sql[table], rows)
                rows.clear()
