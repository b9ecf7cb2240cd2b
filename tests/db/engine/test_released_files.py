"""A file of every released schema, each written by the program of then, and an old export."""

import gzip
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from bengkel_crm.db.engine.connection import SCHEMA_VERSION
from bengkel_crm.db.engine.migrations import MIGRATIONS, answers_keep_what_they_set
from bengkel_crm.schema.fields import Journal
from bengkel_crm.schema.tables import TABLES
from bengkel_crm.workshop.exchange.own.own_book import find_own_book
from bengkel_crm.workshop.exchange.own.own_import import take_in
from bengkel_crm.workshop.exchange.past_imports import list_imports, undo_import
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop

RELEASED = Path(__file__).parents[2] / "released"
VERSIONS = sorted(int(file.name.split("_")[1].split(".")[0]) for file in RELEASED.glob("schema_*.db.gz"))
# What is computed is computed anew, and may be otherwise; whose name changed is looked at by its rows alone.
_KEPT = [name for name, table in TABLES.items() if table.journal is not Journal.DERIVED]


def released(folder: Path, version: int) -> Path:
    """Return a copy of the file that the program of that schema left."""
    path = folder / f"versi-{version}.db"
    path.write_bytes(gzip.decompress((RELEASED / f"schema_{version}.db.gz").read_bytes()))
    return path


def rows_of(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every table that holds what people wrote, by table, each by its columns."""
    connection = dbapi2.connect(f"file:{path}?mode=ro", uri=True)
    found = {}
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        if name in _KEPT:
            cursor = connection.execute(f"SELECT * FROM {name}")
            columns = [column[0] for column in cursor.description]
            found[name] = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    connection.close()
    return found


def with_what_steps_change(rows: dict[str, list[dict[str, Any]]], version: int) -> None:
    """Put into old rows what a step says that it changes: a sale ends the ownership."""
    if version > MIGRATIONS.index(answers_keep_what_they_set):
        return
    sold = {row["id"]: row["sold_on"] for row in rows["vehicle"] if row.get("sold_on")}
    for row in rows["ownership"]:
        if row["until"] is None and row["vehicle_id"] in sold:
            row["until"] = max(sold[row["vehicle_id"]], row["since"] or "")


def sorted_rows(rows: list[dict[str, Any]], columns: set[str]) -> list[list[str]]:
    return sorted([f"{name}={row[name]!r}" for name in sorted(columns)] for row in rows)


def test_there_is_a_file_of_every_schema() -> None:
    assert list(range(1, SCHEMA_VERSION + 1)) == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_a_released_file_reaches_the_newest_schema_with_every_row_as_it_was(
    tmp_path: Path, version: int
) -> None:
    path = released(tmp_path, version)
    before = rows_of(path)
    shop = open_shop(path)
    assert check(shop) == []
    close_shop(shop)
    after = rows_of(path)
    with_what_steps_change(before, version)
    assert len(before["work_order"]) > 100
    for name, rows in before.items():
        columns = set(rows[0]) & set(after[name][0]) if rows else set()
        # A file that had no settings yet has some since: the shop's own number.
        if name == "setting":
            after[name] = [row for row in after[name] if row["key"] in {old["key"] for old in rows}]
        assert sorted_rows(after[name], columns) == sorted_rows(rows, columns), name


@pytest.mark.parametrize("version", VERSIONS)
def test_the_last_deed_of_a_released_file_is_taken_back(tmp_path: Path, version: int) -> None:
    path = released(tmp_path, version)
    notes = len(rows_of(path)["note"])
    shop = open_shop(path)
    assert undo_last(shop).kind == "note_added"
    assert check(shop) == []
    close_shop(shop)
    assert len(rows_of(path)["note"]) == notes - 1


@pytest.mark.parametrize("version", [one for one in VERSIONS if one >= 3])
def test_an_import_that_an_older_version_made_is_taken_back(tmp_path: Path, version: int) -> None:
    path = released(tmp_path, version)
    orders = len(rows_of(path)["work_order"])
    shop = open_shop(path)
    (made,) = list_imports(shop)
    undo_import(shop, made.deed_id)
    assert check(shop) == []
    close_shop(shop)
    assert len(rows_of(path)["work_order"]) == orders - 2


def test_an_export_of_the_first_version_that_made_one_comes_in_whole(tmp_path: Path) -> None:
    whole = rows_of(released(tmp_path, 3))
    shop = open_shop(tmp_path / "baru.db")
    own = find_own_book(RELEASED / "export_of_schema_3.xlsx")
    assert own is not None
    report = take_in(shop, own, dry_run=False, today=date(2026, 12, 1))
    assert report.problems == ()
    assert check(shop) == []
    close_shop(shop)
    now = rows_of(tmp_path / "baru.db")
    for name in ("customer", "customer_phone", "vehicle", "ownership", "old_plate", "work_order_line"):
        columns = set(whole[name][0]) & set(now[name][0]) if whole[name] else set()
        assert sorted_rows(now[name], columns) == sorted_rows(whole[name], columns), name
