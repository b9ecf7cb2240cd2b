"""What only SQLite understands is said by the engine alone, and the engine means what it says."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bengkel_crm.db.engine.dialect import insert_new, upsert
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.workshop.shop_file.shop_file import Database

_PACKAGE = Path(__file__).parents[3] / "bengkel_crm"
_ENGINE = _PACKAGE / "db" / "engine"
_SQLITE_ONLY = re.compile(
    r"\b(MATCH|PRAGMA|ROWID|INDEXED BY|NOT INDEXED|CROSS JOIN|INSERT OR|UPDATE OR|REPLACE INTO|GLOB|REINDEX"
    r"|VACUUM|COLLATE NOCASE|TEMP(ORARY)? TABLE|AUTOINCREMENT|VIRTUAL TABLE|LIMIT -1|fts5\w*|rowid|sqlite_\w+"
    r"|pragma_\w+)\b"
    r"|\b(json_\w+|group_concat|total|instr|ifnull|iif|typeof|printf|julianday|strftime|unixepoch|datetime|date"
    r"|time|char|hex|changes|last_insert_rowid)\("
    r"|\b(temp|main)\.[a-z]|\bIS (NOT )?\?|\b(min|max)\([^(),]+,"
)
_STATEMENT = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|FROM|WHERE|JOIN|BETWEEN|ORDER BY)\b")


def found_in(source: str) -> Iterator[tuple[int, str]]:
    """Yield (line, word) of what only SQLite understands in a module's statements, and in their pieces."""
    tree = ast.parse(source)
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    wholes = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    inner = {id(part) for whole in wholes for part in whole.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inner | told:
            text = node.value
        else:
            continue
        if _STATEMENT.search(text):
            yield from ((node.lineno, word.group(0)) for word in _SQLITE_ONLY.finditer(text))


def test_no_statement_outside_the_engine_is_understood_by_sqlite_alone() -> None:
    found = [
        f"{path.relative_to(_PACKAGE)}:{line}: {word}"
        for path in sorted(_PACKAGE.rglob("*.py"))
        if not path.is_relative_to(_ENGINE)
        for line, word in found_in(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "bad",
    [
        "A = 'SELECT value FROM json_each(?)'",
        "A = f'SELECT {x} FROM vehicle v INDEXED BY vehicle_by_plate'",
        "def f():\n    return f'''{x} CROSS JOIN {y} ON TRUE WHERE {z}'''",
        "A = 'SELECT date(sent_on, ?) FROM reminder'",
        "A = ('INSERT OR IGNORE '\n    'INTO setting VALUES (?, ?)')",
        "run(f'PRAGMA cache_size = {kib}')",
        "A = 'SELECT 1 FROM vehicle_search WHERE vehicle_search MATCH ?'",
        "A = 'SELECT max(rowid) FROM deed'",
        "A = 'SELECT id FROM contact WHERE customer_id IS ?'",
        "A = 'SELECT max(due_by, month) FROM due_seen'",
        "A = 'SELECT id FROM temp.own_vehicle'",
        "A = 'DELETE FROM book_mapping ORDER BY used_at LIMIT -1 OFFSET 200'",
    ],
)
def test_a_word_of_sqlite_is_seen_wherever_it_stands(bad: str) -> None:
    assert list(found_in(bad))


@pytest.mark.parametrize(
    "good",
    [
        '"""SELECT rowid FROM a docstring."""',
        "A = 'the date (of FROM and WHERE)'",
        "A = 'SELECT max(date), min(a.date) FROM work_order WHERE updated IS NOT NULL'",
        "A = 'Match what is typed'",
    ],
)
def test_what_every_engine_understands_is_let_be(good: str) -> None:
    assert list(found_in(good)) == []


def one(database: Database, expression: str, *params: object) -> object:
    """Return what an expression gives."""
    return database.execute_sql(f"SELECT {expression}", params).fetchone()[0]


def test_ids_come_in_the_order_of_the_list_and_may_come_twice(database: Database) -> None:
    rows = database.execute_sql(
        f"SELECT ids.value FROM {SQL.ids('ids')} ORDER BY ids.key", (json.dumps([7, 3, 7]),)
    )
    assert rows.fetchall() == [(7,), (3,), (7,)]
    assert one(database, f"3 IN {SQL.among_ids()}", "[7, 3]") == 1
    assert one(database, f"'b' IN {SQL.among_texts()}", '["a"]') == 0


@pytest.mark.parametrize(
    ("day", "days", "after"),
    [("2026-02-27", 2, "2026-03-01"), ("2026-03-01", -1, "2026-02-28"), ("2026-12-31", 0, "2026-12-31")],
)
def test_so_many_days_after_a_day_is_a_day(database: Database, day: str, days: int, after: str) -> None:
    assert one(database, SQL.days_after("?1", "?2"), day, days) == after


def test_a_pattern_knows_no_capitals_and_an_escaped_sign_is_itself(database: Database) -> None:
    assert one(database, SQL.like("'Oli 100%'"), "%oli%")
    assert one(database, SQL.like("'Oli 100%'"), "%100\\%") == 1
    assert one(database, SQL.like("'Oli 1000'"), "%100\\%") == 0


def test_the_lesser_the_greater_and_what_holds(database: Database) -> None:
    assert one(database, SQL.earlier("?", "?"), "2026-01-01", "2025-01-01") == "2025-01-01"
    assert one(database, SQL.later("?", "?"), "2026-01-01", "2025-01-01") == "2026-01-01"
    assert one(database, SQL.holds("'B1234XYZ'", "?"), "34X") == 1
    assert one(database, SQL.holds("'B1234XYZ'", "?"), "34Y") == 0


def test_a_member_is_found_at_the_end_of_its_path(database: Database) -> None:
    document = json.dumps({"again": {"newest": 12}})
    assert one(database, f"CAST({SQL.member('?', 'again', 'newest')} AS INTEGER)", document) == 12
    assert one(database, SQL.member("?", "again", "oldest"), document) is None


def test_a_row_is_written_over_the_one_with_its_key_or_only_where_there_is_none(database: Database) -> None:
    def kept() -> object:
        return one(database, "(SELECT value FROM setting WHERE key = 'shop')")

    database.execute_sql(insert_new("setting", ("key", "value")), ("shop", "Maju"))
    database.execute_sql(insert_new("setting", ("key", "value")), ("shop", "Mundur"))
    assert kept() == "Maju"
    database.execute_sql(upsert("setting", ("key", "value"), "key"), ("shop", "Jaya"))
    assert kept() == "Jaya"
