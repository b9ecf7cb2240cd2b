"""What is half typed goes with the record it is of, and with no other."""

from datetime import datetime
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.workshop.drafts import drafts
from bengkel_crm.workshop.exchange import past_imports
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.work_orders import work_orders
from tests.factories import draft_work_order, make_vehicle, make_work_order
from tests.workshop.exchange.books import take_over, write_sheets

AT = datetime(2026, 8, 12, 9, 0)


def test_what_was_half_typed_for_a_vehicle_goes_with_it(database: Database) -> None:
    first = make_vehicle(database, "AB 1900 NA", "Hendri")
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
    rows = [["Tanggal", "Nopol", "Nama", "Pekerjaan"]]
    rows += [["13/08/2026", f"AB {number} CD", f"Nama {number}", "Servis"] for number in range(2000, 2003)]
    take_over(database, write_sheets(tmp_path / "satu.xlsx", {"Sheet1": rows}))
    (past,) = past_imports.list_imports(database)
    for (one,) in database.execute_sql("SELECT id FROM vehicle").fetchall():
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
