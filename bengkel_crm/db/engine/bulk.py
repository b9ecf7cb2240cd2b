"""Writing many rows at once: prepared statements fed by `executemany` in one transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from bengkel_crm.db.engine.connection import Database, storage_errors
from bengkel_crm.db.engine.row_numbers import last_number
from bengkel_crm.schema.lengths import prove_rows

# Rows land all over the indexes: in SQLite's usual two megabytes each page would be written many times.
_CACHE_KIB = 256 * 1024
_SOME_KIB = 24 * 1024
_ROWS_AT_ONCE = 10_000


@contextmanager
def memory_for_many(database: Database, kib: int = _SOME_KIB) -> Iterator[None]:
    """Give a bulk write memory: its rows land all over the indexes, each page touched again and again."""
    (usual,) = database.execute_sql("PRAGMA cache_size").fetchone()
    database.execute_sql(f"PRAGMA cache_size = -{kib}")
    try:
        yield
    finally:
        database.execute_sql(f"PRAGMA cache_size = {usual}")


@contextmanager
def big_transaction(database: Database) -> Iterator[None]:
    """Run a bulk write in one transaction, with memory for it.

    Raises:
        ShopFileError: nothing was written.
    """
    with storage_errors(database.path), memory_for_many(database, _CACHE_KIB), database.atomic("IMMEDIATE"):
        yield


@contextmanager
def indexes_made_at_the_end(database: Database, tables: Iterable[str]) -> Iterator[None]:
    """Let the indexes of these tables go while they are filled: sorting once beats a million insertions.

    Only worth its while when more is written than is there.
    """
    indexes = [
        row
        for table in tables
        for row in database.execute_sql(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
            (table,),
        ).fetchall()
    ]
    for name, _ in indexes:
        database.execute_sql(f"DROP INDEX {name}")
    yield
    for _, sql in indexes:
        database.execute_sql(sql)


def insert_rows(connection: Any, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows of these columns.

    Raises:
        TooLong: a text does not fit.
    """
    prove_rows(table, columns, rows)
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


class BulkWriter:
    """Collects rows of several tables and writes them in lots."""

    def __init__(self, database: Database, columns: Mapping[str, Sequence[str]]) -> None:
        """Prepare to write these columns of these tables, parents before children; the first is the id."""
        self._connection = database.connection()
        self._waiting: dict[str, list[Sequence[Any]]] = {table: [] for table in columns}
        self._columns = dict(columns)
        self._next = {table: last_number(database, table) + 1 for table in columns}

    def take_id(self, table: str) -> int:
        """Return the id for the next row of a table."""
        row_id = self._next[table]
        self._next[table] = row_id + 1
        return row_id

    def add(self, table: str, row: Sequence[Any]) -> None:
        """Keep a row, to be written with the others."""
        self._waiting[table].append(row)

    def extend(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Keep several rows; write when there are many."""
        waiting = self._waiting[table]
        waiting.extend(rows)
        if len(waiting) >= _ROWS_AT_ONCE:
            self.write()

    def write(self) -> None:
        """Write what was kept.

        Raises:
            TooLong: a text does not fit.
        """
        for table, rows in self._waiting.items():
            if rows:
                insert_rows(self._connection, table, self._columns[table], rows)
                rows.clear()
