"""What other programs export: LubeLogger's lists of one vehicle, and three files joined by their numbers."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet
from bengkel_crm.workshop.exchange import (
    Choices,
    ImportReport,
    TableKind,
    import_book,
    open_books,
    propose,
)
from bengkel_crm.workshop.exchange import take_over as take_book
from bengkel_crm.workshop.exchange.rows.entries import Reason, RowFate
from bengkel_crm.workshop.exchange.tables.joining import join_by_ids
from bengkel_crm.workshop.exchange.tables.shipped_mappings import find_shipped, shipped_mappings
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.shop_file import Database

from .books import TODAY, card_of, take_over, write_sheets

CUSTOMERS = """id,name,phone,address
1,"Santoso, Budi",081288341907,Jl. Melati 1
2,Siti,,
3,Siti,,
4,PT Maju,0274512345,Jl. Raya 5
"""
VEHICLES = """id,customer_id,plate,make,model,year
10,1,B 1234 XY,Honda,Beat,2019
11,2,AB 55 CD,Toyota,Avanza,2015
12,3,AB 56 CD,Toyota,Kijang,2005
"""
SERVICES = """id,vehicle_id,date,odometer,description,price
1,10,2026-01-15,12000,Ganti oli MPX 2,55000
2,10,2026-03-15,14000,Kampas rem depan,75000
3,11,2026-03-16,90000,Tune up,250000
4,99,2026-03-17,1000,Tune up,1
"""
RECORDS = """Date,Description,Cost,Notes,Odometer,Tags,extrafield_Bengkel
15/01/2026,Ganti oli mesin Shell HX7,"Rp150.000,00",ganti di rumah,12000,oli rutin,A
20/03/2026,Kampas rem depan,"Rp 75.000,00",,14000,,A
"""


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name.replace('__', ' ')}.csv").write_text(text, encoding="utf-8")
    return folder


def take_folder(database: Database, folder: Path, **options: object) -> ImportReport:
    return import_book(database, folder, today=TODAY, **options)  # type: ignore[arg-type]


def test_three_files_are_joined_by_their_numbers(database: Database, tmp_path: Path) -> None:
    folder = write(tmp_path / "lama", customers=CUSTOMERS, vehicles=VEHICLES, services=SERVICES)
    report = take_folder(database, folder)
    assert (report.customers_added, report.vehicles_added, report.work_orders_added) == (4, 3, 3)
    card = card_of(database, "B1234XY")
    assert card.owner is not None
    assert (card.owner.name, card.owner.address) == ("Budi Santoso", "Jl. Melati 1") or card.owner.phones
    assert (card.vehicle.brand, card.vehicle.model, card.vehicle.year) == ("Honda", "Beat", 2019)
    assert [order.odometer_km for order in card.history] == [14000, 12000]
    assert [order.total_rupiah for order in card.history] == [75_000, 55_000]
    first, second = card_of(database, "AB55CD").owner, card_of(database, "AB56CD").owner
    assert first is not None
    assert second is not None
    # Two customers of one name, and nothing else known: their numbers tell them apart.
    assert (first.name, second.name, first.id == second.id) == ("Siti", "Siti", False)
    assert [(problem.sheet, problem.row, problem.reason, problem.value) for problem in report.problems] == [
        ("services", 5, Reason.NO_SUCH_ID, "99")
    ]
    assert sum(report.rows.values()) == report.rows_total == 14


def test_joined_files_are_known_the_second_time_and_undone_whole(database: Database, tmp_path: Path) -> None:
    folder = write(tmp_path / "lama", customers=CUSTOMERS, vehicles=VEHICLES, services=SERVICES)
    take_folder(database, folder)
    again = take_folder(database, folder)
    assert (again.deed_id, again.rows.get(RowFate.TAKEN, 0), again.customers_added) == (None, 0, 0)
    undo.undo_last(database)
    for table in ("customer", "vehicle", "work_order"):
        assert database.execute_sql(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_the_files_may_be_chosen_one_by_one_in_any_order_and_checked_first(
    database: Database, tmp_path: Path
) -> None:
    folder = write(tmp_path / "lama", b_owner=CUSTOMERS, c_unit=VEHICLES, a_work=SERVICES)
    book = open_books([folder / "a_work.csv", folder / "b_owner.csv", folder / "c_unit.csv"])
    choices = Choices(tuple(proposal.choice for proposal in propose(database, book)))
    report = take_book(database, book, choices, backups=None, today=TODAY)
    assert (report.customers_added, report.vehicles_added, report.work_orders_added) == (4, 3, 3)


def test_sheets_of_one_workbook_and_other_names_are_joined_too(database: Database, tmp_path: Path) -> None:
    sheets: dict[str, Sequence[Sequence[object]]] = {
        "Servis": [
            ["ID Kendaraan", "Tanggal", "KM", "Pekerjaan", "Total"],
            [1002.0, "20/03/2026", 5000, "Ganti busi", 45000],
            [" 1001 ", "21/03/2026", 6000, "Tune up", 150000],
        ],
        "Kendaraan": [
            ["ID Kendaraan", "Nopol", "Merk", "Tipe", "Kode Pelanggan"],
            [1001, "B 1234 XY", "Honda", "Beat", "p1"],
            ["1002", "B 99 ZZ", "Yamaha", "NMAX", "P1"],
        ],
        "Pelanggan": [
            ["Kode Pelanggan", "Nama Pelanggan", "No HP"],
            ["P1", "Budi", "081288341907"],
        ],
    }
    report = take_over(database, write_sheets(tmp_path / "buku.xlsx", sheets))
    assert (report.customers_added, report.vehicles_added, report.work_orders_added) == (1, 2, 2)
    card = card_of(database, "B99ZZ")
    assert card.owner is not None
    assert (card.owner.name, [order.jobs for order in card.history]) == ("Budi", ["Ganti busi"])


def test_numbers_that_tell_nobody_apart_join_nothing() -> None:
    customers = BookSheet("a", True, (("id", "name", "phone"), (1, "Budi", "0812"), (1, "Ani", "0813")))
    vehicles = BookSheet("b", True, (("customer_id", "plate"), (1, "B 1 A"), (7, "B 2 A")))
    assert join_by_ids([customers, vehicles]) == (customers, vehicles)


@pytest.mark.parametrize("name", ["B1234XYZ", "service_b-1234-xyz", "Service Records B 1234 XYZ (2)"])
def test_lubeloggers_records_belong_to_the_plate_in_the_name_of_their_file(
    database: Database, tmp_path: Path, name: str
) -> None:
    path = tmp_path / f"{name}.csv"
    path.write_text(RECORDS, encoding="utf-8")
    report = take_over(database, path)
    assert (report.work_orders_added, report.problems, report.doubts) == (2, (), ())
    card = card_of(database, "B1234XYZ")
    assert [(order.odometer_km, order.total_rupiah) for order in card.history] == [
        (14000, 75_000),
        (12000, 150_000),
    ]
    assert card.oil is not None
    assert take_over(database, path).deed_id is None


def test_records_without_a_plate_wait_for_the_clerk_to_name_it(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "servicerecord.csv"
    path.write_text(RECORDS, encoding="utf-8")
    report = take_over(database, path)
    assert [problem.reason for problem in report.problems] == [Reason.NO_PLATE] * 2
    assert take_over(database, path, plate="B 1234 XYZ").work_orders_added == 2


def test_fuel_readings_and_taxes_are_no_visits(database: Database, tmp_path: Path) -> None:
    folder = write(
        tmp_path / "ekspor",
        B1234XYZ__service=RECORDS,
        B1234XYZ__gas="Date,Odometer,FuelConsumed,Cost,FuelEconomy,IsFillToFull,MissedFuelUp,Notes,Tags\n"
        "15/01/2026,12000,3.5,35000,40,True,False,,\n",
        B1234XYZ__odometer="Date,InitialOdometer,Odometer,Notes,Tags\n16/01/2026,12000,12050,ganti,\n",
        B1234XYZ__tax="Date,Description,Cost,Notes,Tags\n17/01/2026,Pajak STNK,250000,,\n",
    )
    report = take_folder(database, folder)
    assert (report.work_orders_added, report.vehicles_added) == (2, 1)
    assert [table.kind for table in report.tables] == [TableKind.VISITS]
    assert report.rows[RowFate.UNUSED] == 6
    assert sum(report.rows.values()) == report.rows_total == 9


def test_every_shipped_mapping_is_read(tmp_path: Path) -> None:
    assert {mapping.program for mapping in shipped_mappings()} == {"LubeLogger"}
    assert find_shipped(["Date", "Odometer", "Description", "Notes", "Cost"]) is not None
    assert find_shipped(["Tanggal", "Nopol", "Servis"]) is None
    assert find_shipped([]) is None


def test_hostile_pointers_and_names_are_only_text(database: Database, tmp_path: Path) -> None:
    folder = write(
        tmp_path / "lama",
        customers="id,name,phone\n=1+1,<b>Budi</b> & Co,081288341907\n,Ani,081288341908\n",
        vehicles="id,customer_id,plate\n1,=1+1,B 1 AA\n2,,B 2 AA\n3,__proto__,B 3 AA\n",
    )
    report = take_folder(database, folder)
    assert report.vehicles_added == 3
    owner = card_of(database, "B1AA").owner
    assert owner is not None
    assert "<b>" in owner.name
    assert card_of(database, "B2AA").owner is None


def test_a_folder_without_files_and_missing_files_are_refused(database: Database, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    with pytest.raises(errors.FileMissing):
        take_folder(database, tmp_path / "kosong")
    with pytest.raises(errors.FileMissing):
        open_books([tmp_path / "a.csv", tmp_path / "b.csv"])
