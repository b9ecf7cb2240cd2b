"""What stands around a table or beside it: letter heads, sections, long numbers that are no phones."""

import struct
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import xlwt

from bengkel_crm.workshop import exchange
from bengkel_crm.workshop.exchange import (
    Choices,
    ColumnRole,
    ImportReport,
    guess_text,
    open_book,
    propose,
    report_lines,
)
from bengkel_crm.workshop.exchange.tables.columns import Guess
from bengkel_crm.workshop.shop_file.shop_file import Database

from .books import TODAY, card_of, take_over, write_sheets

_VISITS = [
    ("Tanggal", "Nopol", "Nama", "KM", "Pekerjaan", "Biaya"),
    ("13/02/2026", "AB 2211 QX", "Sri Wulandari", 12000, "Ganti oli", 60000),
    ("14/02/2026", "B 3472 KZR", "Budi Santoso", 42180, "Tune up", 90000),
]


def _names(database: Database) -> list[str]:
    rows = database.execute_sql("SELECT name FROM customer ORDER BY name").fetchall()
    return [name for (name,) in rows]


def _visits(database: Database) -> int:
    return int(database.execute_sql("SELECT COUNT(*) FROM work_order").fetchone()[0])


@pytest.mark.parametrize(
    "head",
    [
        [("BENGKEL MAJU JAYA",), ("Jl. Kaliurang Km 7 No. 21, Sleman",), ("Telp. (0274) 592098",)],
        [("Bengkel Maju Jaya", "", "", "Telp", "0812-8834-1907")],
        [("Rekap servis Februari 2026",), (), ("Dicetak oleh: Admin", "", "01/03/2026")],
        [("CV SUMBER REJEKI MOTOR", "NPWP 01.234.567.8-901.000")],
    ],
)
def test_the_letter_head_of_a_shop_is_nobody(
    database: Database, tmp_path: Path, head: list[tuple[str, ...]]
) -> None:
    take_over(database, write_sheets(tmp_path / "buku.xlsx", {"Buku": [*head, *_VISITS]}))
    assert _names(database) == ["Budi Santoso", "Sri Wulandari"]
    assert _visits(database) == 2


_SECTIONS = [
    ("## Kendaraan",),
    ("Nopol", "Merk", "Model"),
    ("AB 2211 QX", "Honda", "Beat"),
    ("## Servis",),
    ("Tanggal", "Nopol", "KM", "Pekerjaan", "Biaya"),
    ("13/02/2026", "AB 2211 QX", 12000, "Ganti oli", 60000),
    ("20/05/2026", "AB 2211 QX", 14000, "Servis CVT", 90000),
]


def _as_text(path: Path, rows: list[tuple[object, ...]]) -> Path:
    path.write_text("\n".join(",".join(map(str, row)) for row in rows) + "\n", "utf-8")
    return path


def test_sections_of_a_text_file_are_each_read_by_their_own_titles(
    database: Database, tmp_path: Path
) -> None:
    report = take_over(database, _as_text(tmp_path / "semua.csv", _SECTIONS))
    assert _as_counts(report) == (1, 2)
    card = card_of(database, "AB2211QX")
    assert (card.vehicle.brand, card.vehicle.model) == ("Honda", "Beat")
    assert card.last_work_order is not None
    assert card.last_work_order.date == date(2026, 5, 20)


def test_sections_of_a_sheet_are_each_read_by_their_own_titles(database: Database, tmp_path: Path) -> None:
    report = take_over(database, write_sheets(tmp_path / "semua.xlsx", {"Semua": _SECTIONS}))
    assert _as_counts(report) == (1, 2)


def test_a_customer_who_stands_in_two_sections_is_one(database: Database, tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [
        ("## Pelanggan",),
        ("Nama", "No HP"),
        ("Sri Wulandari", "081288341907"),
        ("## Servis",),
        ("Tanggal", "Nopol", "Nama", "No HP", "KM", "Pekerjaan"),
        ("13/02/2026", "AB 2211 QX", "Sri Wulandari", "081288341907", 12000, "Ganti oli"),
    ]
    take_over(database, _as_text(tmp_path / "semua.csv", rows))
    assert _names(database) == ["Sri Wulandari"]


def _as_counts(report: ImportReport) -> tuple[int, int]:
    return report.vehicles_added, report.work_orders_added


@pytest.mark.parametrize("title", ["barcode", "Barcode", "Kode barang", "unit_id", "SKU", "EAN"])
def test_a_long_number_in_a_price_list_is_no_phone(database: Database, tmp_path: Path, title: str) -> None:
    rows = [
        (title, "Nama barang", "Harga"),
        ("899700112233", "MPX 2 0,8L", 58000),
        ("899700112234", "Kampas rem depan", 65000),
        ("899700112235", "Busi NGK", 20000),
    ]
    report = take_over(database, write_sheets(tmp_path / "harga.xlsx", {"Harga": rows}))
    assert report.products_added == 3
    assert _names(database) == []


@pytest.mark.parametrize("told", [0, 1, 3, 500])
def test_an_old_workbook_that_miscounts_its_texts_is_read_all_the_same(
    database: Database, tmp_path: Path, told: int
) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Buku")
    for place, row in enumerate(_VISITS):
        for column, cell in enumerate(row):
            sheet.write(place, column, cell)
    # A formula that failed is what the second look is for.
    sheet.write(3, 5, xlwt.Formula("1/0"))
    path = tmp_path / "buku.xls"
    book.save(str(path))
    _tell_texts(path, told)
    take_over(database, path)
    assert _visits(database) == 2


def _tell_texts(path: Path, count: int) -> None:
    """Write another count of texts into the table of texts, as some programs do."""
    data = bytearray(path.read_bytes())
    texts = {cell for row in _VISITS for cell in row if isinstance(cell, str)}
    place = data.index(struct.pack("<I", len(texts)), data.index(b"\xfc\x00"))
    data[place : place + 4] = struct.pack("<I", count)
    path.write_bytes(bytes(data))


_UNTITLED: list[tuple[str, str, str, int, str, object]] = [
    ("13/02/2026", "AB 2211 QX", "Sri Wulandari", 12371, "Ganti oli", 60000),
    ("14/02/2026", "B 3472 KZR", "Budi Santoso", 42180, "Tune up", "Rp 90.000"),
    ("16/02/2026", "H 4455 AB", "Wagiman", 8214, "Ganti kampas rem", 125000),
    ("16/02/2026", "AD 991 CD", "Siti Aminah", 33926, "Servis ringan", 45000),
]


@pytest.mark.parametrize(
    "places", [(0, 1, 4, 5), (1, 0, 4, 5), (0, 1, 5), (0, 1, 3, 4, 5), (0, 1, 2, 3, 4, 5), (0, 1, 4)]
)
@pytest.mark.parametrize("is_text", [False, True])
def test_days_plates_words_and_money_without_titles_are_visits(
    database: Database, tmp_path: Path, places: tuple[int, ...], is_text: bool
) -> None:
    rows = [tuple(row[place] for place in places) for row in _UNTITLED]
    path = tmp_path / ("buku.csv" if is_text else "buku.xlsx")
    book = _as_text(path, rows) if is_text else write_sheets(path, {"Sheet1": rows})
    report = take_over(database, book)
    assert _as_counts(report) == (4, 4)
    order = card_of(database, "B3472KZR").last_work_order
    assert order is not None
    assert order.total_rupiah == (90000 if 5 in places else 0)
    assert order.odometer_km == (42180 if 3 in places else None)
    assert order.jobs == ("Tune up" if 4 in places else "(tanpa rincian)")
    assert _names(database) == (sorted(row[2] for row in _UNTITLED) if 2 in places else [])
    told = "\n".join(report_lines(report))
    for column in report.tables[0].columns:
        if column.role is not ColumnRole.OTHER and column.role is not ColumnRole.PLATE:
            # Which cells it stands in, and why it is only guessed.
            assert column.guess is Guess.SILENT
    assert guess_text(Guess.SILENT) in told


def test_what_was_guessed_of_visits_without_titles_can_be_pointed_out_otherwise(
    database: Database, tmp_path: Path
) -> None:
    rows = [(row[0], row[1], row[2], row[5]) for row in _UNTITLED]
    book = open_book(write_sheets(tmp_path / "buku.xlsx", {"Sheet1": rows}))
    (proposal,) = propose(database, book)
    assert [str(role) for role in proposal.choice.roles] == ["date", "plate", "customer", "total"]
    roles = (*proposal.choice.roles[:2], ColumnRole.WORK, ColumnRole.OTHER)
    choices = Choices((replace(proposal.choice, roles=roles),))
    exchange.take_over(database, book, choices, backups=None, today=TODAY)
    order = card_of(database, "H4455AB").last_work_order
    assert order is not None
    assert (order.jobs, order.total_rupiah, _names(database)) == ("Wagiman", 0, [])
