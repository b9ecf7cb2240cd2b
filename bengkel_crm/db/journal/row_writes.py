"""Statements that put rows of any table there and write them over, for deeds, undoing and doing again."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from bengkel_crm.schema.fields import VERSIONED


class Stamp(NamedTuple):
    """When a row is written over, an ISO text, and by whom: nobody has a name of his own at the PC yet."""

    at: str
    by: int | None


@cache
def _insert_sql(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


@cache
def _update_sql(table: str, columns: tuple[str, ...]) -> str:
    written = "".join(f"{column} = ?, " for column in columns)
    return f"UPDATE {table} SET {written}version = version + 1, changed_at = ?, changed_by = ? WHERE id = ?"


def insert(connection: Any, table: str, values: Mapping[str, Any]) -> int:
    """Insert a row and return its id."""
    statement = f"{_insert_sql(table, tuple(values))} RETURNING id"
    ((row_id,),) = connection.execute(statement, tuple(values.values())).fetchall()
    return int(row_id)


def insert_all(connection: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows of these columns."""
    connection.executemany(_insert_sql(table, tuple(columns)), rows)


def fill(connection: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Empty a table and write these rows into it."""
    connection.execute(f"DELETE FROM {table}")
    insert_all(connection, table, columns, rows)


def read_keyed(connection: Any, table: str, key: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the row of a table without ids that has this key, or None."""
    cursor = connection.execute(f"SELECT * FROM {table} WHERE {_where(tuple(key))}", tuple(key.values()))
    row = cursor.fetchone()
    if row is None:
        return None
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}


def write_keyed(connection: Any, table: str, key: Mapping[str, Any], row: Mapping[str, Any] | None) -> None:
    """Put a row of a table without ids in the place of the one that has this key; None: let it go."""
    connection.execute(f"DELETE FROM {table} WHERE {_where(tuple(key))}", tuple(key.values()))
    if row is not None:
        insert_all(connection, table, tuple(row), [tuple(row.values())])


@cache
def _where(columns: tuple[str, ...]) -> str:
    return " AND ".join(f"{column} = ?" for column in columns)


def write_over(connection: Any, table: str, row_id: int, values: Mapping[str, Any], stamp: Stamp) -> bool:
    """Write columns of a row over and return whether there is such a row.

    Its version only ever rises, also when it gets back what it held: whoever read it in between is to notice.
    """
    columns = tuple(name for name in values if name not in VERSIONED)
    written = (*(values[name] for name in columns), *stamp, row_id)
    return bool(connection.execute(_update_sql(table, columns), written).rowcount)
