"""Asking the search table whether it holds the words of each vehicle: all of them, and no others."""

import json
import re
from collections.abc import Iterator

from bengkel_crm.db.derived import search_index
from bengkel_crm.db.engine import search_table
from bengkel_crm.db.engine.connection import Database

# How such a text falls into words is beyond doubt; of others only those words are looked for that are so too.
_PLAIN_WORD = re.compile("[0-9a-z]+")
_WORDS_ASKED = 50
# A vehicle may have twenty thousand words, and shops may have many such.
_CHUNK = 100


def first_wrong_words(database: Database) -> str | None:
    """Return what is wrong with the words of the first vehicle that is found otherwise than it should be."""
    kept = search_table.word_marks(database)
    for place, texts in _rows(database):
        if all(text.isascii() for text in texts):
            wanted = sum(hash(pair) for pair in _pairs(texts))
            if kept.get(place, 0) != wanted:
                return f"vehicle {place & search_index.VEHICLE_MASK} is found by other words than it has"
        else:
            missing = _first_missing(database, place, texts)
            if missing is not None:
                return f"{missing} does not find vehicle {place & search_index.VEHICLE_MASK}"
    return None


def _rows(database: Database) -> Iterator[tuple[int, tuple[str, ...]]]:
    ids = [row[0] for row in database.execute_sql("SELECT id FROM vehicle WHERE removed_at IS NULL")]
    for start in range(0, len(ids), _CHUNK):
        for place, *texts in search_index.iterate_words(database, json.dumps(ids[start : start + _CHUNK])):
            yield place, tuple(texts)


def _pairs(texts: tuple[str, ...]) -> set[tuple[str, str]]:
    return {
        (name, word)
        for name, text in zip(search_index.COLUMNS, texts, strict=True)
        for word in _PLAIN_WORD.findall(text.lower())
    }


def _first_missing(database: Database, place: int, texts: tuple[str, ...]) -> str | None:
    pairs = sorted(
        (name, word)
        for name, text in zip(search_index.COLUMNS, texts, strict=True)
        for word in set(text.split())
        if _PLAIN_WORD.fullmatch(word)
    )
    for start in range(0, len(pairs), _WORDS_ASKED):
        asked = search_table.every(
            search_table.within((name,), search_table.whole(word))
            for name, word in pairs[start : start + _WORDS_ASKED]
        )
        if not search_table.is_true_of(database, asked, place):
            return asked
    return None
