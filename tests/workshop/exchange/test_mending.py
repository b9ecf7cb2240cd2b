"""Rows that were not taken or that a clerk left out are mended in a workbook, and come in by themselves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bengkel_crm.base.i18n import set_language
from bengkel_crm.trade.dates import DateOrder
from bengkel_crm.workshop.exchange import (
    Book,
    Choices,
    ColumnRole,
    ImportReport,
    TableKind,
    look_again,
    open_book,
    propose,
    take_over,
    write_problems,
)
from bengkel_crm.workshop.exchange.rows.entries import RowFate
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.added_language import added_language

from .books import TODAY, card_of, write_sheets

HEADER = ["Tanggal", "Nopol", "Nama", "HP", "KM", "Pekerjaan", "Biaya"]
ROWS: list[list[Any]] = [
    HEADER,
    ["31/07/2026", "AB 1 CD", "Budi", "081288341907", 1000, "Servis", 45000],
    ["kapan", "AB 2 CD", "Siti", "081288341908", 2000, "Ganti ban", 250000],
    ["lusa", "AB 3 CD", "Eko", "081288341909", 3000, "Servis", 50000],
    ["nanti", "AB 4 CD", "Rina", None, 4000, "Ganti oli", 60000],
    [date(2026, 8, 4), "AB 5 CD", "Dewi", "081288341910", "banyak", "Servis", 70000],
    [date(2026, 8, 5), None, "Agus", "081288341911", 600, "Servis", 80000],
]


@pytest.fixture(params=["id", "en", "added"])
def _language(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    if request.param == "added":
        words = {"name": "X", "locale": "fr_FR", "clock": "%H:%M", "thousands": "."}
        with added_language("xm", words, lambda text: f"x{text}", tmp_path_factory.mktemp("added")):
            set_language("xm")
            yield
        return
    set_language(request.param)
    yield
    set_language("id")


def first_import(database: Database, tmp_path: Path) -> ImportReport:
    """Import the book with the doubtful row left out, and save what is to be mended."""
    book = open_book(write_sheets(tmp_path / "book.xlsx", {"Buku": ROWS}))
    tables = tuple(table.choice for table in propose(database, book))
    report = take_over(
        database, book, Choices(tables, left_out=frozenset({("Buku", 6)})), backups=None, today=TODAY
    )
    write_problems(report, tmp_path / "mend.xlsx")
    return report


def mend(path: Path, **cells: str) -> None:
    workbook = load_workbook(path)
    for place, text in cells.items():
        workbook.active[place] = text
    workbook.save(path)


def bring_again(database: Database, path: Path) -> ImportReport:
    book = open_book(path)
    tables = tuple(table.choice for table in propose(database, book))
    return take_over(database, book, Choices(tables), backups=None, today=TODAY)


@pytest.mark.usefixtures("_language")
def test_all_that_stayed_outside_is_in_the_workbook_with_its_reason(
    database: Database, tmp_path: Path
) -> None:
    report = first_import(database, tmp_path)
    assert (len(report.problems), len(report.left_out), report.work_orders_added) == (4, 1, 1)
    rows = list(load_workbook(tmp_path / "mend.xlsx").active.iter_rows(values_only=True))
    assert [row[len(HEADER)] for row in rows[1:]] == ["3", "4", "5", "6", "7"]
    assert "kapan" in rows[1][-1]
    assert "banyak" in rows[4][-1]


@pytest.mark.usefixtures("_language")
def test_one_mended_row_is_enough_for_the_workbook_to_be_known(database: Database, tmp_path: Path) -> None:
    first_import(database, tmp_path)
    mend(tmp_path / "mend.xlsx", A2="2/8/2026", E5="5000")
    proposals = propose(database, open_book(tmp_path / "mend.xlsx"))
    assert [table.remembered for table in proposals] == [True]
    report = bring_again(database, tmp_path / "mend.xlsx")
    assert (report.work_orders_added, len(report.problems), report.doubts) == (2, 3, ())
    assert card_of(database, "AB2CD").history[0].date == date(2026, 8, 2)
    assert card_of(database, "AB5CD").history[0].odometer_km == 5000


def test_mending_in_several_rounds_ends_with_nothing_left(database: Database, tmp_path: Path) -> None:
    first_import(database, tmp_path)
    mend(tmp_path / "mend.xlsx", A2="2 Agu 2026", A3="3-8-26", E5="5.000 km")
    second = bring_again(database, tmp_path / "mend.xlsx")
    write_problems(second, tmp_path / "rest.xlsx")
    mend(tmp_path / "rest.xlsx", A2="2026-08-04", B3="AB 6 CD")
    third = bring_again(database, tmp_path / "rest.xlsx")
    assert (second.work_orders_added, third.work_orders_added, third.problems) == (3, 2, ())
    again = bring_again(database, tmp_path / "mend.xlsx")
    assert (again.work_orders_added, again.rows[RowFate.KNOWN]) == (0, 3)
    assert card_of(database, "AB6CD").history[0].total_rupiah == 80000


def test_the_order_of_dates_is_remembered_as_the_clerk_said_it(database: Database, tmp_path: Path) -> None:
    rows = [HEADER, ["02/03/2026", "AB 1 CD", "Budi", None, None, "Servis", 1]]
    book = open_book(write_sheets(tmp_path / "book.xlsx", {"Buku": rows}))
    (table,) = propose(database, book)
    assert (table.columns[0].readable, table.columns[0].doubtful) == (0, 1)
    choices = Choices((table.choice,), date_order=DateOrder.MONTH_FIRST)
    take_over(database, book, choices, backups=None, today=TODAY)
    (again,) = propose(database, book)
    assert (again.columns[0].readable, again.columns[0].doubtful) == (1, 0)
    assert bring_again(database, book.path).work_orders_known == 1
    assert card_of(database, "AB1CD").history[0].date == date(2026, 2, 3)


def clerks_book(tmp_path: Path) -> Book:
    rows: list[list[Any]] = [["A", "B", "C"], ["x", "31/07/2026", "AB 1 CD"], ["y", "kapan", "AB 2 CD"]]
    return open_book(write_sheets(tmp_path / "book.xlsx", {"Data": rows}))


@pytest.mark.usefixtures("_language")
def test_columns_pointed_out_by_hand_are_known_in_the_workbook_to_be_mended(
    database: Database, tmp_path: Path
) -> None:
    book = clerks_book(tmp_path)
    roles = (ColumnRole.WORK, ColumnRole.DATE, ColumnRole.PLATE)
    choice = replace(propose(database, book)[0].choice, header=(1, 1), first=2, kind=TableKind.VISITS)
    seen = look_again(book, replace(choice, roles=roles, taken=True))
    report = take_over(database, book, Choices((seen.choice,)), backups=None, today=TODAY)
    write_problems(report, tmp_path / "mend.xlsx")
    mend(tmp_path / "mend.xlsx", B2="2/8/2026")
    assert bring_again(database, tmp_path / "mend.xlsx").work_orders_added == 1
    assert card_of(database, "AB2CD").history[0].date == date(2026, 8, 2)
