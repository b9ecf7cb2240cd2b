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
from bengkel_crm.workshop.work_orders import work_orders
from tests.factories import draft_work_order, make_vehicle, make_work_order
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


def test_what_was_half_typed_for_a_vehicle_goes_with_it(database: Database) -> None:
    make_vehicle(database, "AB 1900 NA", "Hendri")
    first = max(numbers_in(database)["vehicle"])
    for key in (f"work_order:{first}", f"vehicle:{first}"):
        drafts.save_draft(database, key, {"km": "12345"}, AT)
    undo.undo_last(database)
    assert drafts.list_draft_keys(database) == []
    second = make_vehicle(database, "AB 1901 NB", "Lestari")
    assert second != first
    assert drafts.find_draft(database, f"work_order:{second}") is None


def test_what_was_half_typed_for_others_stays(database: Database) -> None:
    kept = make_vehicle(database)
    for _ in range(kept, 11):
        make_vehicle(database)
    keys = ["vehicle:new", f"vehicle:{kept}", f"work_order:{kept}", "work_order:10:3"]
    for key in keys:
        drafts.save_draft(database, key, {}, AT)
    undo.undo_last(database)
    assert sorted(drafts.list_draft_keys(database)) == sorted(keys)


def test_what_was_half_typed_for_imported_vehicles_goes_with_the_import(
    database: Database, tmp_path: Path
) -> None:
    take_over(database, _book(tmp_path / "satu.xlsx", range(2000, 2003)))
    (past,) = past_imports.list_imports(database)
    for one in numbers_in(database)["vehicle"]:
        drafts.save_draft(database, f"work_order:{one}", {}, AT)
    past_imports.undo_import(database, past.deed_id, at=AT)
    assert drafts.list_draft_keys(database) == []


def test_a_work_order_taken_back_elsewhere_is_gone_for_its_form(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    lost = make_work_order(database, vehicle_id)
    (number,) = database.execute_sql("SELECT number FROM work_order").fetchone()
    drafts.save_draft(database, f"work_order:{vehicle_id}:{lost}", {}, AT)
    undo.undo_last(database)
    assert drafts.list_draft_keys(database) == []
    other = make_work_order(database, vehicle_id, jobs=["Lain"])
    with pytest.raises(errors.NotFound):
        work_orders.edit_work_order(database, lost, draft_work_order(vehicle_id, jobs=["Lama"]))
    order = work_orders.get_work_order(database, other)
    assert ([line.text for line in order.lines], order.number != number) == (["Lain"], True)


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
