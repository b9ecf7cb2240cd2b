"""The number of a row is given once: what hangs on it never turns up on another."""

from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from bengkel_crm.base import errors
from bengkel_crm.schema.order import WRITABLE
from bengkel_crm.workshop.drafts import drafts
from bengkel_crm.workshop.exchange import past_imports
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.vehicles import vehicles
from tests.factories import make_vehicle, make_work_order
from tests.old_shops import write_old_shop
from tests.workshop.exchange.books import take_over, write_sheets

AT = datetime(2026, 8, 12, 9, 0)


def numbers_in(database: Database) -> dict[str, set[int]]:
    tables = [
        name
        for (name,) in database.execute_sql(
            "SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c "
            "WHERE m.type = 'table' AND c.name = 'id' AND c.pk AND m.name NOT LIKE 'vehicle_search%'"
        ).fetchall()
    ]
    return {
        table: {row[0] for row in database.execute_sql(f"SELECT id FROM {table}").fetchall()}
        for table in tables
    }


def test_every_table_with_numbers_gives_each_once(database: Database) -> None:
    tables = numbers_in(database)
    assert set(WRITABLE) <= set(tables)
    for table in tables:
        (sql,) = database.execute_sql("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        assert "AUTOINCREMENT" in sql, table


def _book(path: Path, plates: range) -> Path:
    rows = [
        ["Tanggal", "Nopol", "Nama", "HP", "Pekerjaan", "Oli", "Mekanik", "Total"],
        *(
            ["13/08/2026", f"AB {plate} CD", f"Nama {plate}", f"0812345{plate}", f"Kerja {plate}", "", "", 1]
            for plate in plates
        ),
    ]
    return write_sheets(path, {"Sheet1": rows})


@pytest.mark.parametrize("seed", range(5))
def test_no_number_comes_back_whatever_is_taken_back(database: Database, tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    given = numbers_in(database)
    for step in range(25):
        before = numbers_in(database)
        deed = chance.choice(("register", "visit", "undo", "undo", "import", "undo import"))
        match deed:
            case "register":
                make_vehicle(database, f"B {1000 + step} QQ", f"Orang {step}", [f"08123456{1000 + step}"])
            case "visit" if before["vehicle"]:
                one = chance.choice(sorted(before["vehicle"]))
                make_work_order(
                    database, one, jobs=[f"Kerja {step}"], oil=f"Oli {step}", mechanic=f"Mek {step}"
                )
            case "undo":
                try:
                    undo.undo_last(database)
                except errors.NothingToUndo:
                    continue
            case "import":
                first = 2000 + 10 * step
                take_over(database, _book(tmp_path / f"{step}.xlsx", range(first, first + 3)))
            case "undo import":
                for past in past_imports.list_imports(database):
                    past_imports.undo_import(database, past.deed_id, at=AT)
                    break
            case _:
                continue
        for table, numbers in numbers_in(database).items():
            new = numbers - before[table]
            if deed in ("register", "visit", "import"):
                assert not new & given[table], table
            given[table] |= new


def test_an_old_file_loses_what_was_half_typed_for_nobody(tmp_path: Path) -> None:
    path = write_old_shop(
        tmp_path / "lama.db",
        3,
        "vehicle:1",
        "vehicle:2",
        "work_order:1",
        "work_order:1:1",
        "work_order:13:1",
        "vehicle:new:2",
    )
    shop = open_shop(path)
    assert sorted(drafts.list_draft_keys(shop)) == [
        "vehicle:1",
        "vehicle:new:2",
        "work_order:1",
        "work_order:1:1",
    ]
    assert vehicles.get_vehicle(shop, 1).plate == "B 1 A"
    close_shop(shop)
