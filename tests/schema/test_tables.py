"""What is declared of the shop file is what a fresh one holds, no more and no less."""

import re
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from bengkel_crm.db.engine.migrations import MIGRATIONS
from bengkel_crm.schema.fields import Anonymise, Journal, Table
from bengkel_crm.schema.tables import TABLES


@pytest.fixture(scope="module")
def fresh() -> Any:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    for step in MIGRATIONS:
        step(connection.execute)
    return connection


def test_every_table_of_the_file_is_declared_and_every_declared_one_is_there(fresh: Any) -> None:
    found = fresh.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT GLOB 'sqlite_*'"
    ).fetchall()
    assert {name for (name,) in found} == set(TABLES)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_field_of_the_file_is_declared_as_it_is_there(fresh: Any, table: Table) -> None:
    found = {
        name: (kind, bool(needed), None if default is None else int(default))
        for _, name, kind, needed, default, _ in fresh.execute(f"PRAGMA table_info({table.name})").fetchall()
    }
    # A number that is the key by itself needs no word for it.
    free = table.key[0] if len(table.key) == 1 else ""
    declared = {
        name: (one.sql_type, one.required and (name != free or one.sql_type == "TEXT"), one.default)
        for name, one in table.stored.items()
    }
    if free in found and found[free][0] == "TEXT":
        found[free] = ("TEXT", True, None)
    assert found == declared


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_the_file_holds_on_to_the_references_the_keys_and_the_words_that_are_declared(
    fresh: Any, table: Table
) -> None:
    info = fresh.execute(f"PRAGMA table_info({table.name})").fetchall()
    assert tuple(row[1] for row in sorted(info, key=lambda row: row[5]) if row[5]) == table.key
    kept = {(row[3], row[2]) for row in fresh.execute(f"PRAGMA foreign_key_list({table.name})").fetchall()}
    assert kept == {
        (name, one.refers_to) for name, one in table.stored.items() if one.refers_to and one.enforced
    }
    (sql,) = fresh.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table.name,)).fetchone()
    checked = dict(re.findall(r"CHECK \((\w+) IN \(([^)]*)\)\)", sql))
    assert {name: re.findall(r"'(\w+)'", words) for name, words in checked.items()} == {
        name: [choice.value for choice in one.choices or ()]
        for name, one in table.stored.items()
        if one.choices is not None
    }


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_what_is_declared_of_a_table_fits_together(table: Table) -> None:
    assert set(table.key) <= set(table.stored)
    for one in table.stored.values():
        assert one.refers_to is None or one.refers_to in TABLES
        assert one.made_from is None or one.made_from in table.stored
    # Taking one person's fields out needs to know which; and a field that tells of him needs a way out.
    assert any(one.private for one in table.fields.values()) == (table.anonymise is not Anonymise.NOTHING)
    # Whatever goes out stands under a title that people understand.
    if table.is_exchanged:
        assert table.label
        for name, one in table.fields.items():
            assert one.label or one.made_from is not None, name
    if table.in_data_copy or table.is_exchanged:
        assert table.journal in (Journal.ROWS, Journal.WHOLE, Journal.BESIDE)


def test_a_table_that_says_nothing_of_undo_export_copy_and_privacy_is_none() -> None:
    with pytest.raises(TypeError, match=r"journal.*anonymise.*in_data_copy.*is_exchanged"):
        Table(name="shelf", fields={})  # type: ignore[call-arg]
