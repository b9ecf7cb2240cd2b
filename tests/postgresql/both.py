"""Speaks SQLite's words and keeps with each what PostgreSQL says there, so that one run tells both texts."""

import re
from typing import Any

from tests.postgresql.words import PostgreSQL

# Where the run writes what it said.
INTO = "BENGKEL_STATEMENTS"
_OPENED = re.compile(r"/\*<(\d+)\*/")


class BothWords:
    """A dialect whose every piece stands between two comments that carry its number."""

    def __init__(self, spoken: Any) -> None:
        """Speak the words of this dialect."""
        self._spoken = spoken
        self._other = PostgreSQL()
        self._said: list[str] = []

    def __getattr__(self, name: str) -> Any:
        spoken, other = getattr(self._spoken, name), getattr(self._other, name)
        if callable(spoken):
            return lambda *words: self._marked(spoken(*words), other(*words))
        return self._marked(spoken, other) if isinstance(spoken, str) else spoken

    def _marked(self, spoken: str, other: str) -> str:
        self._said.append(other)
        number = len(self._said) - 1
        return f"/*<{number}*/{spoken}/*{number}>*/"

    def other_text(self, statement: str) -> str:
        """Return what a statement reads for PostgreSQL."""
        found = _OPENED.search(statement)
        if found is None:
            return statement
        number = found[1]
        rest = statement[found.end() :].partition(f"/*{number}>*/")[2]
        said = self.other_text(self._said[int(number)])
        return statement[: found.start()] + said + self.other_text(rest)
