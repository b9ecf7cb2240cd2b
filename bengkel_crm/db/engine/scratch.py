"""Lists of rows that are kept only while something is worked out, each beside the table it is of."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from bengkel_crm.db.engine.connection import Database


@contextmanager
def scratch_lists(database: Database, tables: Iterable[str]) -> Iterator[None]:
    """Have an empty list of rows of each table, seen by this connection alone: own_<table> (id, reason)."""
    names = [f"own_{table}" for table in tables]
    try:
        for name in names:
            database.execute_sql(f"CREATE TEMP TABLE {name} (id INTEGER PRIMARY KEY, reason TEXT)")
        yield
    finally:
        for name in names:
            database.execute_sql(f"DROP TABLE IF EXISTS temp.{name}")


def list_run(database: Database, table: str, run: Sequence[int]) -> None:
    """Put the rows of a table that are there from one id to another into its list."""
    database.execute_sql(
        f"INSERT INTO own_{table} SELECT id, NULL FROM {table} WHERE id BETWEEN ? AND ? "
        "ON CONFLICT DO NOTHING",
        tuple(run),
    )
