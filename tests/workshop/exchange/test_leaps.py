"""Kilometres that can not be: judged by the book and by what the shop file has of the vehicle."""

from datetime import date
from pathlib import Path

import pytest

from bengkel_crm.workshop.exchange.rows.entries import DoubtKind
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle, make_work_order

from .books import take_over, write_sheets


@pytest.mark.parametrize(("km", "is_doubted"), [(216_000, True), (2_160, True), (21_600, False)])
def test_a_single_reading_of_a_book_is_compared_with_those_of_the_file(
    database: Database, tmp_path: Path, km: int, is_doubted: bool
) -> None:
    vehicle = make_vehicle(database, "AB 1 CD", "Budi", ["081288341907"])
    make_work_order(database, vehicle, date(2026, 3, 1), odometer_km=20_000)
    make_work_order(database, vehicle, date(2026, 8, 1), odometer_km=23_000)
    rows = [
        ["Tanggal", "Nopol", "Nama", "HP", "KM", "Pekerjaan"],
        [date(2026, 6, 1), "AB 1 CD", "Budi", "081288341907", km, "Servis ringan"],
    ]
    book = write_sheets(tmp_path / "book.xlsx", {"Buku": rows})
    rehearsed = take_over(database, book, dry_run=True)
    written = take_over(database, book)
    for report in (rehearsed, written):
        assert [doubt.doubt for doubt in report.doubts] == [DoubtKind.LEAP] * is_doubted
