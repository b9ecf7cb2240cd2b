"""Everything goes to Excel and nothing loses a zero; openpyxl is the judge."""

import csv
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bengkel_crm.base import errors, i18n
from bengkel_crm.base.languages import language_codes
from bengkel_crm.db.exchange import exports
from bengkel_crm.records.exports import ExportKind
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.workshop.customers.notes import add_note
from bengkel_crm.workshop.exchange.out.export import export_as_csv, export_everything
from bengkel_crm.workshop.exchange.out.export_log import list_exports
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.work_orders.work_orders import remove_work_order
from tests.factories import TODAY, make_vehicle, make_work_order
from tests.needs import longest_file

MORNING = datetime(2026, 8, 12, 8, 30)


def quietly(done: int, total: int) -> None:
    assert 0 <= done <= total


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.set_language("en")


def filled(cell: Any) -> bool:
    return cell.value is not None


def rows_of(path: Path, sheet: str) -> list[dict[object, object]]:
    header, *rows = openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_phones_and_plates_stay_text_days_are_days_and_money_is_a_number(
    database: Database, tmp_path: Path
) -> None:
    vehicle_id = make_vehicle(database, "b3472kzr", owner="Bu Sri Wulandari", phones=("081288341907",))
    make_work_order(database, vehicle_id, TODAY, ("Ganti oli mesin",), odometer_km=42_180, mechanic="Budi")
    export_everything(database, tmp_path / "all.xlsx", quietly)

    (customer,) = rows_of(tmp_path / "all.xlsx", "Customers")
    assert (customer["Name"], customer["Phones"]) == ("Sri Wulandari", "081288341907")
    order, total = rows_of(tmp_path / "all.xlsx", "Work orders")
    assert order["Plate"] == "B 3472 KZR"
    assert order["Date"] == datetime(TODAY.year, TODAY.month, TODAY.day)
    assert (order["Km"], order["Total"]) == (42_180, 50_000)
    assert total["Total"] == "=SUM(L2:L2)"


def test_a_wrong_number_is_marked_as_such_beside_the_good_one(database: Database, tmp_path: Path) -> None:
    make_vehicle(database, phones=("081288341907", "081288341908"))
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-08-01' WHERE position = 0")
    export_everything(database, tmp_path / "all.xlsx", quietly)
    (customer,) = rows_of(tmp_path / "all.xlsx", "Customers")
    assert customer["Phones"] == "081288341907 (wrong number) / 081288341908"


def test_text_that_looks_like_a_formula_is_none(database: Database, tmp_path: Path) -> None:
    vehicle_id = make_vehicle(database)
    for text in ("=1+1", "+62 812", "-5", "@SUM(A1)"):
        add_note(database, vehicle_id, text, TODAY)
    export_everything(database, tmp_path / "all.xlsx", quietly)
    sheet = openpyxl.load_workbook(tmp_path / "all.xlsx")["Notes"]
    cells = [sheet.cell(row, 3) for row in range(2, 6)]
    assert [cell.value for cell in cells] == ["=1+1", "+62 812", "-5", "@SUM(A1)"]
    assert {cell.data_type for cell in cells} == {"s"}


def test_every_list_has_a_bold_frozen_header_even_an_empty_one(database: Database, tmp_path: Path) -> None:
    export_everything(database, tmp_path / "all.xlsx", quietly)
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    assert "Contacts" in book.sheetnames
    for sheet in book:
        assert sheet.freeze_panes == "A2", sheet.title
        assert sheet["A1"].font.b, sheet.title


def test_what_lies_in_the_bin_stands_on_sheets_of_its_own(database: Database, tmp_path: Path) -> None:
    vehicle_id = make_vehicle(database)
    make_work_order(database, vehicle_id, number="KEPT")
    export_everything(database, tmp_path / "all.xlsx", quietly)
    assert [name for name in openpyxl.load_workbook(tmp_path / "all.xlsx").sheetnames if "bin" in name] == []

    remove_work_order(database, make_work_order(database, vehicle_id, number="GONE"), at=MORNING)
    export_everything(database, tmp_path / "all.xlsx", quietly)
    assert [row["Number"] for row in rows_of(tmp_path / "all.xlsx", "Work orders")] == ["KEPT", "Total"]
    (gone, *_) = rows_of(tmp_path / "all.xlsx", "Work orders (bin)")
    assert (gone["Number"], gone["Removed on"]) == ("GONE", MORNING)
    assert [row["Number"] for row in rows_of(tmp_path / "all.xlsx", "Work order lines")] == ["KEPT"]
    assert [row["Number"] for row in rows_of(tmp_path / "all.xlsx", "Work order lines (bin)")] == ["GONE"]


def test_codes_are_words_of_the_chosen_language(database: Database, tmp_path: Path) -> None:
    make_vehicle(database, kind=VehicleKind.CAR)
    export_everything(database, tmp_path / "all.xlsx", quietly)
    assert rows_of(tmp_path / "all.xlsx", "Vehicles")[0]["Kind"] == "Car"
    i18n.set_language("id")
    export_everything(database, tmp_path / "all.xlsx", quietly)
    assert rows_of(tmp_path / "all.xlsx", "Kendaraan")[0]["Jenis"] == "Mobil"


def test_an_export_is_logged_with_its_rows(database: Database, tmp_path: Path) -> None:
    make_vehicle(database)
    rows = export_everything(database, tmp_path / "all.xlsx", quietly, MORNING)
    (entry,) = list_exports(database)
    assert (entry.at, entry.what, entry.file_name) == (MORNING, ExportKind.EVERYTHING, "all.xlsx")
    lists = openpyxl.load_workbook(tmp_path / "all.xlsx").worksheets[:-1]
    # An empty list stands there as one blank row.
    assert entry.rows == rows == sum(any(map(filled, row)) for sheet in lists for row in sheet.iter_rows(2))


def test_no_folder_is_made_where_a_file_stands(database: Database, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(errors.FileExists):
        export_as_csv(database, tmp_path / "out", quietly)


def test_every_list_goes_to_a_csv_file_of_its_own(database: Database, tmp_path: Path) -> None:
    make_vehicle(database, "B 3472 KZR", phones=("081288341907",))
    made = export_as_csv(database, tmp_path / "out" / "csv", quietly)
    assert len(made) == len(exports.TABLES)
    with (tmp_path / "out" / "csv" / "Phones.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert (row["Owner"], row["Phone"]) == ("Budi Santoso", "081288341907")


def test_cancel_leaves_the_old_file(database: Database, tmp_path: Path) -> None:
    make_vehicle(database)
    old = tmp_path / "all.xlsx"
    old.write_bytes(b"old")

    def cancel(done: int, total: int) -> None:
        raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        export_everything(database, old, cancel)
    assert old.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir() if "all" in path.name] == ["all.xlsx"]


def test_a_full_disk_leaves_the_old_file(database: Database, tmp_path: Path) -> None:
    for _ in range(40):
        make_work_order(database, make_vehicle(database))
    old = tmp_path / "all.xlsx"
    old.write_bytes(b"old")
    with longest_file(4_096), pytest.raises(errors.ShopFileError):
        export_everything(database, old, quietly)
    assert old.read_bytes() == b"old"


@pytest.mark.parametrize("language", language_codes())
def test_no_two_columns_of_a_list_share_a_title(database: Database, tmp_path: Path, language: str) -> None:
    i18n.set_language(language)
    export_everything(database, tmp_path / "all.xlsx", quietly)
    sheets = list(openpyxl.load_workbook(tmp_path / "all.xlsx"))
    assert sheets[-1].title == "Bengkel CRM"
    for sheet, table in zip(sheets[:-1], exports.TABLES, strict=True):
        titles = [cell.value for cell in sheet[1]]
        assert len(set(titles)) == len(exports.open_listing(database, table).columns), sheet.title
