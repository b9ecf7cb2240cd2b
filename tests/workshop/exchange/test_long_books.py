"""A book of many years is taken over in the memory that an old PC has left."""

import csv
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.needs import PEAK_MEGABYTES

MEGABYTES, ROWS = 300, 150_000
_IMPORT = """
import sys
from datetime import date
from pathlib import Path
from bengkel_crm.workshop import exchange
from bengkel_crm.workshop.shop_file.shop_file import open_shop
shop = open_shop(Path(sys.argv[1]))
report = exchange.import_book(shop, Path(sys.argv[2]), today=date(2026, 11, 21))
print(report.work_orders_added, peak_megabytes())
"""
# What the window does: the columns are shown, the book is checked, checked again, and taken over.
_STEPS = """
import sys
from datetime import date
from pathlib import Path
from bengkel_crm.workshop import exchange
from bengkel_crm.workshop.shop_file.shop_file import open_shop
shop, day = open_shop(Path(sys.argv[1])), date(2026, 11, 21)
book = exchange.open_book(Path(sys.argv[2]))
choices = exchange.Choices(tuple(table.choice for table in exchange.propose(shop, book)))
for _ in range(2):
    report = exchange.check_book(shop, book, choices, today=day)
exchange.take_over(shop, book, choices, backups=None, today=day)
print(report.work_orders_added, peak_megabytes())
"""


def write_book(path: Path, rows: int) -> Path:
    """Write a text file in which a vehicle comes every few months, and each visit has a remark of its own."""
    header = ["Tanggal", "Nopol", "Nama", "HP", "Merek", "Tipe", "KM", "Pekerjaan", "Oli", "Biaya", "Catatan"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for place in range(rows):
            who = place % (rows // 15)
            day = date(2019, 1, 1) + timedelta(days=place * 2_500 // rows)
            person = (f"B {who + 1} KC", f"Pelanggan {who}", f"0812{10_000_000 + who}", "Honda", "Beat")
            work = (f"{1_000 + place}", "Servis, Ganti oli", "MPX 2", f"{20 + place % 400}000", f"ke-{place}")
            writer.writerow([f"{day:%d/%m/%Y}", *person, *work])
    return path


def peak_of(code: str, folder: Path, rows: int) -> float:
    """Return the megabytes that a process needs which does this with a book of so many rows."""
    book = write_book(folder / f"{rows}.csv", rows)
    run = subprocess.run(
        [sys.executable, "-c", PEAK_MEGABYTES + code, str(folder / f"{rows}.db"), str(book)],
        capture_output=True,
        text=True,
        check=True,
    )
    added, megabytes = run.stdout.split()
    assert int(added) == rows
    return float(megabytes)


@pytest.mark.slow
@pytest.mark.parametrize("code", [_IMPORT, _STEPS], ids=["at once", "step by step"])
def test_a_text_file_of_many_years_takes_little_memory(code: str, tmp_path: Path) -> None:
    assert peak_of(code, tmp_path, ROWS) < MEGABYTES
