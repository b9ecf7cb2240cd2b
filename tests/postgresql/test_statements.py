"""The seam is real: a PostgreSQL plans every statement of db/ that is not the engine's own."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from psycopg import Error

from bengkel_crm.db.engine.models import models
from tests.postgresql.both import INTO
from tests.postgresql.server import connect, running_server
from tests.postgresql.words import numbered

pytestmark = pytest.mark.postgresql
_ROOT = Path(__file__).parents[2]
_DB = _ROOT / "bengkel_crm" / "db"
# What these tests have db/ do is what is planned; another test holds that nothing is left out. Files that are
# copied, damaged and cut off are the engine's own matter, and take longest.
_DOINGS = ("tests/db", "tests/workshop")
_NOT_NEEDED = ("tests/db/engine", "tests/db/shop_file", "tests/workshop/shop_file", "tests/workshop/demo")
_STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")
_SCRATCH = "CREATE TEMP TABLE"
# Of the engine these say what others put together; of the rest a second engine has a side of its own.
_CARRIERS = ("engine/paging.py", "engine/scratch.py")


class Said(NamedTuple):
    """A statement as the module that says it speaks to SQLite, and as it would to PostgreSQL."""

    place: str
    here: str
    there: str


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[Said]:
    """Every statement that db/ says while its tests and those of the workshop run."""
    into = tmp_path_factory.mktemp("said") / "statements"
    leave_out = [f"--ignore={folder}" for folder in _NOT_NEEDED]
    run = subprocess.run(
        [
            sys.executable,
            "-P",
            "-m",
            "pytest",
            "-q",
            "-p",
            "tests.postgresql.recorder",
            "-m",
            "not slow",
            *_DOINGS,
            *leave_out,
        ],
        cwd=_ROOT,
        env={**os.environ, "PYTHONPATH": str(_ROOT), INTO: str(into)},
        capture_output=True,
        text=True,
        timeout=1200,
    )
    assert run.returncode == 0, run.stdout[-3000:]
    return [Said(*json.loads(line)) for line in into.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Any]:
    """A connection to a server that has the tables that are declared, and no rows."""
    with running_server() as folder:
        database = connect(folder)
        tables = list(models())
        for table in tables:
            table._meta.without_rowid = False  # a word of SQLite's
        with database.bind_ctx(tables):
            database.create_tables(tables, safe=False)
        database.execute_sql("SET plan_cache_mode = force_generic_plan")
        yield database
        database.close()


def _of_subjects(said: list[Said]) -> list[Said]:
    return [
        one
        for one in said
        if (not one.place.startswith("engine/") or one.place in _CARRIERS) and _STATEMENT.match(one.here)
    ]


@pytest.mark.timeout(1500)
def test_postgresql_plans_every_statement_that_is_not_the_engines_own(
    postgresql: Any, said: list[Said]
) -> None:
    for one in said:
        if one.here.startswith(_SCRATCH):
            postgresql.execute_sql(one.there)
    asked = {one.there: one.place for one in _of_subjects(said)}
    refused = [
        f"{place}: {why}\n{text}" for text, place in asked.items() if (why := _why_not(postgresql, text))
    ]
    assert len(asked) > 200
    assert not refused, "\n\n".join([f"{len(refused)} of {len(asked)}", *refused])


def _why_not(postgresql: Any, text: str) -> str | None:
    """Return what PostgreSQL has against a statement, None where it plans it."""
    statement, count = numbered(text)
    try:
        with postgresql.atomic() as whole:
            cursor = postgresql.connection().cursor()
            cursor.execute(f"PREPARE asked AS {statement}")
            nothing = f"({', '.join(['NULL'] * count)})" if count else ""
            cursor.execute(f"EXPLAIN EXECUTE asked{nothing}")
            cursor.execute("DEALLOCATE asked")
            whole.rollback()
    except Error as problem:
        return str(problem)
    return None


def _written_in(source: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, what stands fast) of each statement that a module writes down."""
    tree = ast.parse(source)
    inner = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
        if part is not node
    }
    for node in ast.walk(tree):
        if id(node) in inner:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = [str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            parts = [node.value]
        else:
            continue
        if _STATEMENT.match(parts[0]):
            yield node.lineno, re.split(r"\{\w*\}", "".join(parts))


@pytest.mark.timeout(1500)
def test_every_statement_that_is_written_in_db_was_said(said: list[Said]) -> None:
    texts = "\0".join(one.here for one in said)
    left_out = [
        f"{path.relative_to(_ROOT)}:{line}: {parts}"
        for path in sorted(_DB.rglob("*.py"))
        if not path.is_relative_to(_DB / "engine")
        for line, parts in _written_in(path.read_text("utf-8"))
        if re.search("[^\0]*?".join(map(re.escape, parts)), texts) is None
    ]
    assert not left_out, "\n".join(left_out)
