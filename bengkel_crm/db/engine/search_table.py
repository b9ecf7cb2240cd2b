"""The full-text table that vehicles are found in: the questions it understands, and its rows.

A row has a place, a whole number, and words in columns. What is found comes out by its place.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from bengkel_crm.db.engine.connection import Database

_FIND = "SELECT rowid FROM vehicle_search WHERE vehicle_search MATCH ?"
_FIND_SOME = f"{_FIND} LIMIT ?"
_HAS = f"{_FIND} AND rowid = ?"
_MAKE_VOCABULARY = """
CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_vocabulary USING fts5vocab(main, vehicle_search, instance)
"""
# Read by the counter at every key: a test looks at how it is planned.
STATEMENTS = (_FIND_SOME,)


def whole(word: str) -> str:
    """Return the question for a word, from its first letter to its last."""
    return f'"{word}"'


def begins(word: str) -> str:
    """Return the question for words that begin so."""
    return f'"{word}"*'


def every(questions: Iterable[str]) -> str:
    """Return the question that all of these are true of."""
    return f"({' AND '.join(questions)})"


def either(questions: Iterable[str]) -> str:
    """Return the question that one of these at least is true of."""
    return f"({' OR '.join(questions)})"


def within(columns: Sequence[str], question: str) -> str:
    """Return the question asked of these columns alone."""
    return f"({{{' '.join(columns)}}} : {question})"


def find_places(database: Database, question: str, limit: int) -> list[int]:
    """Return the places a question is true of, the smallest first, at most `limit`."""
    return [place for (place,) in database.execute_sql(_FIND_SOME, (question, limit)).fetchall()]


def find_every_place(database: Database, question: str) -> list[int]:
    """Return all the places a question is true of, the smallest first."""
    return [place for (place,) in database.execute_sql(_FIND, (question,)).fetchall()]


def is_true_of(database: Database, question: str, place: int) -> bool:
    """Return whether a question is true of what stands at a place."""
    return database.execute_sql(_HAS, (question, place)).fetchone() is not None


def list_places(database: Database) -> set[int]:
    """Return all places there are."""
    return {place for (place,) in database.execute_sql("SELECT rowid FROM vehicle_search")}


def add_words(database: Database, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows, each a place and the words of these columns."""
    marks = ", ".join("?" * (len(columns) + 1))
    database.connection().executemany(
        f"INSERT INTO vehicle_search (rowid, {', '.join(columns)}) VALUES ({marks})", rows
    )


def forget_places(database: Database, places: Iterable[int]) -> None:
    """Delete the rows of these places."""
    database.connection().executemany(
        "DELETE FROM vehicle_search WHERE rowid = ?", [(place,) for place in places]
    )


def clear(database: Database) -> None:
    """Delete all rows."""
    database.execute_sql("INSERT INTO vehicle_search (vehicle_search) VALUES ('delete-all')")


def merge(database: Database) -> None:
    """Merge what many rows were written into, so that reading is fast again."""
    database.execute_sql("INSERT INTO vehicle_search (vehicle_search) VALUES ('optimize')")


def word_marks(database: Database) -> dict[int, int]:
    """Return for each place the sum of hash((column, word)) over all its words."""
    database.execute_sql(_MAKE_VOCABULARY)
    try:
        marks: dict[int, int] = {}
        for word, place, column in database.execute_sql("SELECT term, doc, col FROM temp.search_vocabulary"):
            marks[place] = marks.get(place, 0) + hash((column, word))
        return marks
    finally:
        database.execute_sql("DROP TABLE temp.search_vocabulary")
