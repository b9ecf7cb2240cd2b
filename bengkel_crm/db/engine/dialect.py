"""What the engines of a shop's data say each in a way of its own, as pieces of a statement's text.

A statement is put together once, when its module is read; after that it costs nothing.
"""

from collections.abc import Sequence
from typing import Protocol


class Dialect(Protocol):
    """The words of one engine. A `mark` is where a parameter stands: "?", or "?2" where it stands twice."""

    # The joined table is read after what stands before it, whatever the planner thinks of that.
    then_join: str
    # The table beside it is read as it lies, by no index.
    not_indexed: str
    # The parameter of a LIMIT that is none.
    no_limit: int | None

    def ids(self, name: str, mark: str = "?") -> str:
        """Return a source of rows (key, value): the whole numbers of a JSON list, in its order."""

    def texts(self, name: str, mark: str = "?") -> str:
        """Return a source of rows (key, value): the texts of a JSON list, in its order."""

    def among_ids(self, mark: str = "?") -> str:
        """Return what follows IN: the whole numbers of a JSON list."""

    def among_texts(self, mark: str = "?") -> str:
        """Return what follows IN: the texts of a JSON list."""

    def member(self, document: str, *path: str) -> str:
        """Return what lies at the end of a path in a JSON document, NULL where nothing does."""

    def indexed_by(self, index: str) -> str:
        """Return what makes the table beside it be read by an index, whatever the planner thinks of that."""

    def unindexed(self, expression: str) -> str:
        """Return an expression for whose sake no index is chosen."""

    def any_case(self, expression: str) -> str:
        """Return an expression that sorts, groups and compares without regard to capitals."""

    def like(self, expression: str, mark: str = "?") -> str:
        r"""Return the condition that a text is like a pattern, capitals or not; `\\` escapes."""

    def holds(self, whole: str, part: str) -> str:
        """Return the condition that a text has another one in it."""

    def earlier(self, one: str, other: str) -> str:
        """Return the lesser of two values, of which none is NULL."""

    def later(self, one: str, other: str) -> str:
        """Return the greater of two values, of which none is NULL."""

    def days_after(self, day: str, days: str) -> str:
        """Return the ISO day so many days after another, or before it where the number is negative."""


def upsert(table: str, columns: Sequence[str], key: str) -> str:
    """Return the statement that writes a row over the one with its key, or beside the others."""
    others = ", ".join(f"{column} = excluded.{column}" for column in columns if column != key)
    return f"{_insert(table, columns)} ON CONFLICT ({key}) DO UPDATE SET {others}"


def insert_new(table: str, columns: Sequence[str]) -> str:
    """Return the statement that writes a row where none with its key is there."""
    return f"{_insert(table, columns)} ON CONFLICT DO NOTHING"


def _insert(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
