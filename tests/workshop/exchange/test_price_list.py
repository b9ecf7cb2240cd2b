"""Price lists: which products they add, what becomes of another price, and which rows are no product."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bengkel_crm.base.i18n import set_language
from bengkel_crm.trade.kinds import ProductCategory
from bengkel_crm.workshop.exchange import (
    Choices,
    ColumnRole,
    FieldRule,
    ImportField,
    TableKind,
    open_book,
    propose,
    report_lines,
    report_values,
)
from bengkel_crm.workshop.exchange import take_over as take_book
from bengkel_crm.workshop.exchange.rows.entries import Reason, RowFate
from bengkel_crm.workshop.exchange.rows.price_list import read_category
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.shop_file import Database

from .books import TODAY, Rows, take_over, write_sheets

INDONESIAN: Rows = [
    ["DAFTAR HARGA BENGKEL"],
    [],
    ["No", "Kode", "Nama Barang", "Kategori", "Satuan", "Stok", "Harga Beli", "Harga Jual"],
    [None, None, "OLI MESIN"],
    [1, "A1", "MPX 2 0,8", "Oli Mesin", "Btl", 12, 42000, 50000],
    [2, "A2", "Shell AX7 10W-40", "Oli", "Btl", 3, 55000, "Rp 65.000"],
    [3, "B1", "Kampas rem depan", "Sparepart", "Pcs", 5, 30000, "45.000"],
    [4, "B2", "Filter oli Avanza", None, "Pcs", 5, 20000, 35000],
    [5, "B3", "Busi NGK", "lain", "Pcs", 5, 15000, None],
]
ENGLISH: Rows = [
    ["Price", "Unit", "Product", "Category"],
    [60000, "btl", "Yamalube Sport", "Engine oil"],
    ["45,000", "pcs", "Gear oil 120 ml", "Gear oil"],
]


def products(database: Database) -> dict[str, tuple[str, int | None]]:
    rows = database.execute_sql("SELECT name, category, price_rupiah FROM product").fetchall()
    return {name: (category, price) for name, category, price in rows}


def test_a_price_list_is_taken_and_its_other_columns_are_named(database: Database, tmp_path: Path) -> None:
    set_language("en")
    report = take_over(database, write_sheets(tmp_path / "harga.xlsx", {"Barang": INDONESIAN}))
    assert report.tables[0].kind is TableKind.PRODUCTS
    assert products(database) == {
        "MPX 2 0,8": ("engine_oil", 50000),
        "Shell AX7 10W-40": ("engine_oil", 65000),
        "Kampas rem depan": ("part", 45000),
        "Filter oli Avanza": ("oil_filter", 35000),
        "Busi NGK": ("part", None),
    }
    assert (report.products_added, report.problems) == (5, ())
    assert "Barang: columns not taken: Kode, Satuan, Stok (numbers), Harga Beli (numbers)" in report_lines(
        report
    )
    assert report_values(report)["products"] == {"added": 5, "changed": 0}
    not_taken = [column.header for column in report.tables[0].columns if column.role is ColumnRole.OTHER]
    assert not_taken == ["Kode", "Satuan", "Stok", "Harga Beli"]
    assert sum(report.rows.values()) == report.rows_total == len(INDONESIAN)


def test_names_in_english_and_another_order_are_understood(database: Database, tmp_path: Path) -> None:
    take_over(database, write_sheets(tmp_path / "prices.xlsx", {"Sheet1": ENGLISH}))
    assert products(database) == {
        "Yamalube Sport": ("engine_oil", 60000),
        "Gear oil 120 ml": ("gear_oil", 45000),
    }


def test_a_second_import_adds_nothing_and_undoing_takes_all_back(database: Database, tmp_path: Path) -> None:
    path = write_sheets(tmp_path / "harga.xlsx", {"Barang": INDONESIAN})
    take_over(database, path)
    again = take_over(database, path)
    assert (again.products_added, again.deed_id, again.rows.get(RowFate.TAKEN, 0)) == (0, None, 0)
    undo.undo_last(database)
    assert products(database) == {}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [(FieldRule.KEEP, (50000, None)), (FieldRule.FILL, (50000, 20000)), (FieldRule.TAKE, (55000, 20000))],
)
def test_another_price_is_shown_and_follows_the_rule(
    database: Database, tmp_path: Path, rule: FieldRule, expected: tuple[int, int | None]
) -> None:
    take_over(database, write_sheets(tmp_path / "harga.xlsx", {"Barang": INDONESIAN}))
    rows = [["Nama Barang", "Harga"], ["mpx 2  0,8", 55000], ["Busi NGK", 20000], ["Kampas rem depan", 45000]]
    book = open_book(write_sheets(tmp_path / "baru.xlsx", {"Barang": rows}))
    choices = Choices(
        tuple(table.choice for table in propose(database, book)), fields={ImportField.PRICE: rule}
    )
    report = take_book(database, book, choices, backups=None, today=TODAY)
    told = products(database)
    assert (told["MPX 2 0,8"][1], told["Busi NGK"][1]) == expected
    assert {(found.title, found.field, found.ours, found.theirs) for found in report.differences} == {
        ("MPX 2 0,8", ImportField.PRICE, "50.000", "55.000"),
        ("Busi NGK", ImportField.PRICE, "", "20.000"),
    }
    assert len(told) == 5


def test_rows_that_are_no_product_are_told(database: Database, tmp_path: Path) -> None:
    rows: Sequence[Sequence[object]] = [
        ["Nama Barang", "Jenis", "Harga"],
        ["Oli Gardan", "oli", 20000],
        ["Jasa ganti oli", "Jasa", 15000],
        [None, "oli", 20000],
        ["Oli Gardan", "oli", 20000],
        ["Oli Gardan", "oli", 25000],
        ["KAMPAS REM BELAKANG", None, None],
        ["=cmd|' /C calc'!A0", "Sparepart", 1000],
        ["<b>Busi</b> & kabel", "Sparepart", "mahal"],
        ["Total", None, 81000],
    ]
    report = take_over(database, write_sheets(tmp_path / "harga.xlsx", {"Harga": rows}))
    assert [(problem.row, problem.reason) for problem in report.problems] == [
        (3, Reason.IS_WORK),
        (4, Reason.NO_NAME),
        (6, Reason.TWICE),
        (7, Reason.NO_PRICE),
    ]
    assert [(doubt.row, doubt.value) for doubt in report.doubts] == [(9, "mahal")]
    assert products(database)["<b>Busi</b> & kabel"] == ("part", None)
    assert sum(report.rows.values()) == report.rows_total


def test_expenses_and_the_lines_of_work_orders_are_no_price_list(database: Database, tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Harga": INDONESIAN,
        "Pengeluaran": [["Uraian", "Jumlah"], ["Listrik", 500000], ["Gaji", 2000000]],
        "Rincian": [["No WO", "Nama Barang", "Qty", "Harga"], ["W-1", "Lampu depan", 1, 90000]],
    }
    take_over(database, write_sheets(tmp_path / "buku.xlsx", sheets))
    assert {"Listrik", "Lampu depan"}.isdisjoint(products(database))


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("OLI MESIN", ProductCategory.ENGINE_OIL),
        ("engine_oil", ProductCategory.ENGINE_OIL),
        ("Two-stroke oil", ProductCategory.TWO_STROKE_OIL),
        ("Minyak Rem", ProductCategory.BRAKE_FLUID),
        ("Spare Part", ProductCategory.PART),
        ("Oli", None),
        ("", None),
    ],
)
def test_a_category_is_read_in_both_languages(text: str, category: ProductCategory | None) -> None:
    assert read_category(text) is category
