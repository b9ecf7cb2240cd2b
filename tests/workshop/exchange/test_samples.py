"""The two sample books come in whole: what the counter shows is what their truth says."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bengkel_crm.records.counter import Card
from bengkel_crm.trade.names import name_key
from bengkel_crm.trade.phones import national_digits
from bengkel_crm.trade.products import is_engine_oil
from bengkel_crm.workshop.counter.lookup import look_up_plate
from bengkel_crm.workshop.exchange import ImportReport, import_book
from bengkel_crm.workshop.exchange.rows.entries import RowFate
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop

DATA = Path(__file__).parents[2] / "data"
BOOKS = ("buku-servis-harian", "data-bengkel-transaksi")
TODAY = date(2026, 11, 21)
RIGHT = 0.99


def shown(card: Card) -> dict[str, Any]:
    """Return what the counter reads off a card, as the truth files spell it."""
    owner, last, oil = card.owner, card.last_work_order, card.oil
    phone = owner.phones[0] if owner is not None and owner.phones else None
    return {
        "owner": None if owner is None else name_key(owner.name),
        "phone": None if phone is None or phone.e164 is None else national_digits(phone.e164),
        "last_date": None if last is None else last.date.isoformat(),
        "last_km": None if last is None else last.odometer_km,
        "oil": None if oil is None else oil.name,
        "oil_date": None if oil is None else oil.date.isoformat(),
        "mechanic_count": None if card.mechanic is None else card.mechanic.count,
        "visits": card.history_count,
    }


def import_sample(database: Database, name: str) -> ImportReport:
    return import_book(database, DATA / f"{name}.xlsx", today=TODAY)


@dataclass(frozen=True)
class Imported:
    """A sample in a shop file of its own, to be looked at only."""

    name: str
    database: Database
    report: ImportReport


@pytest.fixture(scope="module", params=BOOKS)
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Imported]:
    database = open_shop(tmp_path_factory.mktemp("shop") / "toko.db")
    yield Imported(request.param, database, import_sample(database, request.param))
    close_shop(database)


def truth_of(name: str) -> dict[str, dict[str, Any]]:
    truth: dict[str, dict[str, Any]] = json.loads((DATA / f"{name}.json").read_text("utf-8"))
    return truth


def test_the_counter_shows_what_the_book_says(imported: Imported) -> None:
    truth = truth_of(imported.name)
    wrong: dict[str, list[str]] = {}
    for plate, expected in truth.items():
        card = look_up_plate(imported.database, plate)
        assert card is not None, plate
        seen = shown(card)
        expected["owner"] = name_key(expected["owner"])
        for field, value in seen.items():
            if value != expected[field]:
                wrong.setdefault(field, []).append(plate)
        mechanic = None if card.mechanic is None else card.mechanic.name
        if mechanic not in (expected["mechanics"] or [None]):
            wrong.setdefault("mechanic", []).append(plate)
    least = RIGHT * len(truth)
    assert {field: plates for field, plates in wrong.items() if len(truth) - len(plates) < least} == {}


def test_no_oil_is_of_a_wrong_category(imported: Imported) -> None:
    engine_oils = {truth["oil"] for truth in truth_of(imported.name).values() if truth["oil"]}
    products = imported.database.execute_sql("SELECT name, category FROM product").fetchall()
    assert {product for product, category in products if category == "engine_oil"} == engine_oils
    lines = imported.database.execute_sql("SELECT DISTINCT text, category FROM work_order_line").fetchall()
    assert {text for text, category in lines if category == "engine_oil"} == engine_oils
    assert not [text for text, category in lines if category != "engine_oil" and is_engine_oil(text)]


def test_every_row_is_accounted_for(imported: Imported) -> None:
    report = imported.report
    assert report.rows_total == sum(report.rows.values())
    assert report.rows_total == sum(sum(counts.values()) for counts in report.sheets.values())
    assert report.rows.get(RowFate.NOT_TAKEN, 0) == len(report.problems) == 0
    (orders,) = imported.database.execute_sql("SELECT count(*) FROM work_order").fetchone()
    visits = sum(truth["visits"] for truth in truth_of(imported.name).values())
    assert orders == report.work_orders_added == visits


@pytest.mark.parametrize("name", BOOKS)
def test_a_second_import_adds_nothing(database: Database, name: str) -> None:
    first = import_sample(database, name)
    again = import_sample(database, name)
    added = (again.vehicles_added, again.customers_added, again.work_orders_added, again.deed_id)
    assert added == (0, 0, 0, None)
    assert again.rows[RowFate.KNOWN] == first.rows[RowFate.TAKEN]


def test_both_books_together_leave_a_sound_file(database: Database) -> None:
    for name in BOOKS:
        import_sample(database, name)
    assert check(database) == []


def test_the_total_of_the_ledger_is_kept_to_the_rupiah(database: Database) -> None:
    import_sample(database, "buku-servis-harian")
    (total,) = database.execute_sql("SELECT sum(total_rupiah) FROM work_order").fetchone()
    assert total == 855_068_000


OTHER_NAMES = {
    "Tgl": "Service Date",
    "No. Polisi": "License Plate",
    "Nama Pelanggan": "Customer",
    "No HP/WA": "Phone Number",
    "Kendaraan": "Make/Model",
    "Thn": "Year",
    "KM": "Mileage",
    "Keluhan": "Complaint",
    "Pekerjaan": "Work Done",
    "Oli": "Engine Oil",
    "Montir": "Technician",
    "Biaya": "Amount",
    "Ket.": "Notes",
    "NO WO": "No. Nota",
    "TANGGAL": "Tgl Transaksi",
    "NOPOL": "Plat Nomor",
    "URAIAN": "Nama Barang/Jasa",
    "QTY": "Jumlah",
    "HARGA": "Harga Satuan",
    "MEKANIK": "Teknisi",
    "PEMILIK": "Nama Konsumen",
    "TELP": "No. WhatsApp",
    "MERK": "Brand",
    "TIPE": "Varian",
}


@pytest.mark.parametrize("name", BOOKS)
def test_the_same_books_with_other_names_in_another_order(
    database: Database, tmp_path: Path, name: str
) -> None:
    book = Workbook(write_only=True)
    with closing(load_workbook(DATA / f"{name}.xlsx", read_only=True)) as sample:
        for number, sheet in enumerate(reversed(sample.worksheets)):
            page = book.create_sheet(f"Lembar {number}")
            page.append(["Salinan"])
            for row in sheet.iter_rows(values_only=True):
                page.append([OTHER_NAMES.get(str(cell), cell) for cell in reversed(row)])
    book.save(tmp_path / "book.xlsx")
    report = import_book(database, tmp_path / "book.xlsx", today=TODAY)
    assert report.problems == ()
    for plate, expected in truth_of(name).items():
        card = look_up_plate(database, plate)
        assert card is not None, plate
        expected["owner"] = name_key(expected["owner"])
        assert shown(card).items() <= expected.items(), plate
