"""Importing into a shop file that has something already: the same book, a grown one, mended records."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from bengkel_crm.base import errors
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.trade.kinds import LineKind
from bengkel_crm.workshop.counter.lookup import count_vehicles, look_up_plate
from bengkel_crm.workshop.exchange import ImportReport
from bengkel_crm.workshop.exchange.rows.entries import Reason, RowFate
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles import vehicles
from bengkel_crm.workshop.work_orders import work_orders

from .books import card_of, take_over, write_sheets

HEADER = ["Tanggal", "Nopol", "Nama", "HP", "KM", "Pekerjaan", "Oli", "Mekanik", "Total"]
VISITS: list[list[Any]] = [
    [
        date(2026, 8, 1),
        "AB 1 CD",
        "Budi Santoso",
        "081288341907",
        1000,
        "Servis, Ganti busi",
        "MPX 2",
        "Min",
        90000,
    ],
    [date(2026, 8, 2), "AB 2 CD", "Siti", None, None, "Ganti ban", None, "Anto", 250000],
    [date(2026, 8, 9), "AB 1 CD", "BUDI SANTOSO", None, 2500, "Ganti busi", None, "Min", 30000],
]
LATER = [date(2026, 9, 9), "AB 1 CD", "Budi Santoso", "081288341907", 4000, "Servis", "MPX 2", "Min", 95000]


def import_visits(database: Database, tmp_path: Path, *visits: list[Any]) -> ImportReport:
    return take_over(database, write_sheets(tmp_path / "book.xlsx", {"Buku": [HEADER, *visits]}))


def added(report: ImportReport) -> tuple[int, int, int]:
    return report.vehicles_added, report.customers_added, report.work_orders_added


def image(database: Database) -> list[list[tuple[Any, ...]]]:
    tables = (
        "customer",
        "customer_phone",
        "vehicle",
        "ownership",
        "work_order",
        "work_order_line",
        "vehicle_summary",
    )
    return [database.execute_sql(f"SELECT * FROM {table}").fetchall() for table in tables]


def test_a_grown_book_adds_only_what_is_new(database: Database, tmp_path: Path) -> None:
    import_visits(database, tmp_path, *VISITS)
    report = import_visits(database, tmp_path, VISITS[2], LATER, *VISITS[:2])
    assert added(report) == (0, 0, 1)
    assert (report.rows[RowFate.TAKEN], report.rows[RowFate.KNOWN]) == (1, 3)
    card = card_of(database, "AB1CD")
    assert card.history_count == 3
    assert card.oil is not None
    assert card.oil.odometer_km == 4000


def draft_of(database: Database, work_order_id: int, **changes: Any) -> WorkOrderDraft:
    order = work_orders.get_work_order(database, work_order_id)
    values = {
        "vehicle_id": order.vehicle_id,
        "date": order.date,
        "odometer_km": order.odometer_km,
        "lines": order.lines,
        "mechanic": order.mechanic,
        "total_rupiah": order.total_rupiah,
    }
    return WorkOrderDraft(**{**values, **changes})


@pytest.mark.parametrize(
    "change",
    [
        {"odometer_km": 1100},
        {"date": date(2026, 8, 3)},
        {"lines": (Line(LineKind.JOB, "Servis besar", 1, 90000),)},
        {"mechanic": "Eko"},
        {"total_rupiah": 1},
    ],
)
def test_a_mended_work_order_is_still_known(
    database: Database, tmp_path: Path, change: dict[str, Any]
) -> None:
    import_visits(database, tmp_path, *VISITS)
    mended = card_of(database, "AB1CD").history[-1].id
    work_orders.edit_work_order(database, mended, draft_of(database, mended, **change))
    before = image(database)
    report = import_visits(database, tmp_path, *VISITS)
    assert (added(report), report.deed_id) == ((0, 0, 0), None)
    assert image(database) == before


def test_a_renamed_owner_keeps_the_new_name_and_the_vehicle(database: Database, tmp_path: Path) -> None:
    import_visits(database, tmp_path, *VISITS)
    card = card_of(database, "AB1CD")
    assert card.owner is not None
    vehicles.edit_vehicle(
        database,
        card.vehicle.id,
        VehicleDraft("AB 1 CD"),
        CustomerDraft("Wahyu", ("081200000001",)),
        customer_id=card.owner.id,
    )
    report = import_visits(database, tmp_path, *VISITS, LATER)
    assert added(report) == (0, 0, 1)
    card = card_of(database, "AB1CD")
    assert card.owner is not None
    assert card.owner.name == "Wahyu"


def test_a_vehicle_with_a_new_plate_is_found_by_the_old_one(database: Database, tmp_path: Path) -> None:
    import_visits(database, tmp_path, *VISITS)
    vehicles.edit_vehicle(database, card_of(database, "AB1CD").vehicle.id, VehicleDraft("B 9999 ZZ"))
    report = import_visits(database, tmp_path, *VISITS, LATER)
    assert added(report) == (0, 0, 1)
    assert card_of(database, "B9999ZZ").history_count == 3


def test_what_lies_in_the_bin_does_not_come_back(database: Database, tmp_path: Path) -> None:
    import_visits(database, tmp_path, *VISITS)
    work_orders.remove_work_order(database, card_of(database, "AB2CD").history[0].id, datetime(2026, 8, 20))
    assert added(import_visits(database, tmp_path, *VISITS)) == (0, 0, 0)
    vehicles.remove_vehicle(database, card_of(database, "AB1CD").vehicle.id, datetime(2026, 8, 20))
    report = import_visits(database, tmp_path, *VISITS, LATER)
    assert added(report) == (0, 0, 0)
    assert [(problem.row, problem.reason) for problem in report.problems] == [(5, Reason.IN_BIN)]
    assert look_up_plate(database, "AB1CD") is None


def test_a_later_visit_by_somebody_else_changes_the_owner(database: Database, tmp_path: Path) -> None:
    import_visits(database, tmp_path, *VISITS)
    import_visits(
        database,
        tmp_path,
        [date(2026, 9, 1), "AB 1 CD", "Rina", "081288341999", 5000, "Servis", None, "Min", 1000],
    )
    owner = card_of(database, "AB1CD").owner
    assert owner is not None
    assert owner.name == "Rina"
    until = database.execute_sql("SELECT until FROM ownership WHERE vehicle_id = 1 ORDER BY id").fetchall()
    assert until == [("2026-09-01",), (None,)]


def test_an_older_visit_by_somebody_else_does_not(database: Database, tmp_path: Path) -> None:
    import_visits(database, tmp_path, *VISITS)
    import_visits(
        database,
        tmp_path,
        [date(2025, 9, 1), "AB 1 CD", "Rina", "081288341999", 500, "Servis", None, "Min", 1000],
    )
    owner = card_of(database, "AB1CD").owner
    assert owner is not None
    assert owner.name == "Budi Santoso"
    assert check(database) == []


def test_a_known_customer_with_a_new_vehicle_is_not_added_again(database: Database, tmp_path: Path) -> None:
    vehicles.register_vehicle(
        database, VehicleDraft("H 77 AA"), CustomerDraft("Budi Santoso", ("0812 8834 1907",))
    )
    report = import_visits(database, tmp_path, *VISITS)
    assert added(report) == (2, 1, 3)
    owners = [card_of(database, plate).owner for plate in ("H77AA", "AB1CD")]
    assert owners[0] == owners[1]


def test_numbers_of_the_book_that_are_taken_get_a_mark(database: Database, tmp_path: Path) -> None:
    header = ["No Nota", "Tanggal", "Nopol", "Pekerjaan"]
    first = [["1", date(2026, 7, 1), "AB 1 CD", "Servis"], ["2", date(2026, 7, 2), "AB 2 CD", "Servis"]]
    second = [["1", date(2026, 8, 1), "AB 3 CD", "Servis"], ["3", date(2026, 8, 2), "AB 4 CD", "Servis"]]
    sheets = {"Juli": [header, *first], "Agustus": [header, *second]}
    path = write_sheets(tmp_path / "book.xlsx", sheets)
    assert added(take_over(database, path)) == (4, 0, 4)
    assert {row[0] for row in database.execute_sql("SELECT number FROM work_order")} == {"1", "2", "1-2", "3"}
    assert added(take_over(database, path)) == (0, 0, 0)


def test_an_import_is_taken_back_in_one_step(database: Database, tmp_path: Path) -> None:
    vehicles.register_vehicle(database, VehicleDraft("AB 1 CD"), None)
    before = image(database)
    report = import_visits(database, tmp_path, *VISITS)
    undone = undo.undo_last(database, report.deed_id)
    assert (undone.kind, undone.subject) == ("book_imported", "book.xlsx")
    assert image(database) == before
    assert check(database) == []
    assert added(import_visits(database, tmp_path, *VISITS)) == added(report)


def test_blanks_of_a_known_vehicle_are_filled_and_nothing_else(database: Database, tmp_path: Path) -> None:
    vehicles.register_vehicle(database, VehicleDraft("AB 1 CD", year=2001), None)
    rows = [
        ["Plat", "Merk", "Tipe", "Tahun", "Warna", "Pemilik"],
        ["AB1CD", "Honda", "Beat", 2019, "Merah", "Budi"],
    ]
    take_over(database, write_sheets(tmp_path / "book.xlsx", {"Kendaraan": rows}))
    card = card_of(database, "AB1CD")
    assert (card.vehicle.brand, card.vehicle.model, card.vehicle.year, card.vehicle.color) == (
        "Honda",
        "Beat",
        2001,
        "Merah",
    )
    assert card.owner is not None


def test_a_rehearsal_tells_the_same_and_writes_nothing(database: Database, tmp_path: Path) -> None:
    path = write_sheets(tmp_path / "book.xlsx", {"Buku": [HEADER, *VISITS, ["kapan", "AB 9 CD"]]})
    before = image(database)
    rehearsal = take_over(database, path, dry_run=True)
    assert image(database) == before
    report = take_over(database, path)
    assert added(report) == added(rehearsal) == (2, 2, 3)
    assert (report.rows, report.problems, report.tables) == (
        rehearsal.rows,
        rehearsal.problems,
        rehearsal.tables,
    )
    assert (rehearsal.deed_id, rehearsal.dry_run) == (None, True)


@pytest.mark.parametrize("share", [0.0, 0.4, 0.9, 1.0])
def test_cancelling_at_any_moment_writes_nothing(database: Database, tmp_path: Path, share: float) -> None:
    visits = [
        [date(2026, 8, 1), f"AB {n} CD", "Budi", None, n, "Servis", None, None, 1] for n in range(1, 900)
    ]
    path = write_sheets(tmp_path / "book.xlsx", {"Buku": [HEADER, *visits]})

    def progress(done: int, total: int) -> None:
        if done >= share * total:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        take_over(database, path, progress=progress)
    assert count_vehicles(database) == 0
    assert database.execute_sql("SELECT count(*) FROM deed").fetchone() == (0,)


def test_progress_goes_up_to_the_end(database: Database, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = write_sheets(tmp_path / "book.xlsx", {"Buku": [HEADER, *VISITS]})
    take_over(database, path, progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_a_book_without_plates_is_not_recognised(database: Database, tmp_path: Path) -> None:
    path = write_sheets(
        tmp_path / "book.xlsx", {"Kas": [["Tanggal", "Keterangan", "Masuk"], [date(2026, 8, 1), "x", 5]]}
    )
    with pytest.raises(errors.BookNotRecognised):
        take_over(database, path)


def test_a_visit_that_costs_more_than_there_is_money_does_not_end_the_import(
    database: Database, tmp_path: Path
) -> None:
    header = ["No PKB", "Tanggal", "Nopol", "Pekerjaan", "Qty", "Harga"]
    rows = [
        ["N-1", date(2026, 8, 1), "AB 1 CD", f"Servis {number}", 99_999, 9_999_999_999_999]
        for number in range(20)
    ]
    report = take_over(database, write_sheets(tmp_path / "book.xlsx", {"Buku": [header, *rows]}))
    assert report.work_orders_added == 1
    assert check(database) == []
