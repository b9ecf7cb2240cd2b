"""A plugin of pytest: writes down every statement that the tests have db/ say, as PostgreSQL would read it.

It must be there before any statement is put together: `-p tests.postgresql.recorder`.
"""

import json
import os
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from bengkel_crm.db.engine import sql
from tests.postgresql.both import INTO, BothWords

WORDS = BothWords(sql.SQL)
sql.SQL = WORDS  # type: ignore[assignment]

from bengkel_crm.db.engine.guarded import GuardedConnection, GuardedCursor  # noqa: E402

_DB = os.path.join("bengkel_crm", "db") + os.sep  # noqa: PTH118
_seen: dict[str, str] = {}


class _Cursor(GuardedCursor):
    def execute(self, *arguments: Any) -> GuardedCursor:
        _note(arguments[0])
        return super().execute(*arguments)

    def executemany(self, *arguments: Any) -> GuardedCursor:
        _note(arguments[0])
        return super().executemany(*arguments)


def _note(statement: str) -> None:
    if statement not in _seen and (place := _place_of(sys._getframe(2))) is not None:
        _seen[statement] = place


def _place_of(frame: FrameType | None) -> str | None:
    """Return which module of db/ says it, or None where it is a test, or another layer's peewee."""
    while frame is not None:
        name = frame.f_code.co_filename
        if _DB in name and frame.f_code.co_name not in ("execute", "executemany", "execute_sql"):
            return name.partition(_DB)[2]
        if os.sep + "tests" + os.sep in name and not name.endswith("recorder.py"):
            return None
        frame = frame.f_back
    return None


def pytest_configure() -> None:
    """Put the listening cursor in the place of the driver's."""
    GuardedConnection.cursor = lambda self, *_: super(GuardedConnection, self).cursor(_Cursor)  # type: ignore[method-assign]


def pytest_sessionfinish() -> None:
    """Write (module, statement as SQLite reads it, as PostgreSQL does), a line each."""
    lines = [json.dumps((place, text, WORDS.other_text(text))) for text, place in _seen.items()]
    Path(os.environ[INTO]).write_text("\n".join(lines), "utf-8")
