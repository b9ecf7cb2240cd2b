"""Whatever file a shop keeps its book in, and however it spells, the counter shows what happened."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop
from tests.libreoffice import saved_again

from .books import card_of, take_over, write_sheets
from .messy.making import ods, ods_rows, text, xls
from .test_any_book import FIRMS, Vehicle, check_card, ledger, make_shop

Rows = list[list[Any]]
TITLES = (
    ["BENGKEL MAJU JAYA"],
    ["Buku servis", None, "hal. 1"],
    [None],
    ["Jl. Kaliurang Km 7, Sleman"],
    ["Dicetak: 21/11/2026"],
    ["-"],
)
NOTES = (["Catatan: libur tanggal 17"], [None], ["Mengetahui,"], ["(pemilik)"])
HONORIFICS = (
    "Bpk",
    "Bpk.",
    "BAPAK",
    "Pak",
    "Ibu",
    "Bu",
    "IBU",
    "H.",
    "Hj.",
    "Mas",
    "Mbak",
    "Sdr.",
    "Tn.",
    "Ny.",
)
PREFIXES = ("", " ", "\u00a0", "  ")


def spell_owner(random: Random, name: str) -> str:
    """Return a name as a clerk writes it today: with a title before or behind, in capitals, with spaces."""
    if name in FIRMS:
        return random.choice((name, name.upper(), f"{name}\u00a0"))
    title = random.choice(HONORIFICS)
    written = random.choice(
        (name, f"{title} {name}", f"{name}, {title}", f"{name.upper()} ,{title}", name.upper())
    )
    return random.choice(PREFIXES) + written.replace(" ", random.choice((" ", "  ", "\u00a0")))


def written(random: Random, shop: list[Vehicle]) -> Rows:
    """Return the rows of a ledger with titles above and notes below, in columns of any order and names."""
    (rows,) = ledger(random, shop, spell_owner).values()
    above = random.sample(TITLES, random.randrange(4))
    below = random.sample(NOTES, random.randrange(3))
    return [*above, *rows, *below]


def plain(cell: Any) -> str:
    """Return a cell as a program writes it to a file of text."""
    if cell is None:
        return ""
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)


def write_xlsx(random: Random, rows: Rows, folder: Path) -> Path:
    return write_sheets(folder / "buku.xlsx", {random.choice(("Sheet1", "Buku", "2026")): rows})


def write_xls(random: Random, rows: Rows, folder: Path) -> Path:
    xls(_days(rows))(folder / "buku.xls")
    return folder / "buku.xls"


def write_ods(random: Random, rows: Rows, folder: Path) -> Path:
    ods(ods_rows(_days(rows)))(folder / "buku.ods")
    return folder / "buku.ods"


def _days(rows: Rows) -> Rows:
    return [[cell.date() if isinstance(cell, datetime) else cell for cell in row] for row in rows]


def write_csv(random: Random, rows: Rows, folder: Path) -> Path:
    separator = random.choice(";,\t|")
    all_quoted = random.random() < 0.3
    cells = [[_quoted(plain(cell), separator, all_quoted) for cell in row] for row in rows]
    encoding = random.choice(("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"))
    text(cells, separator, encoding, random.choice(("\n", "\r\n")))(folder / "buku.csv")
    return folder / "buku.csv"


def _quoted(cell: str, separator: str, always: bool) -> str:
    needed = always or separator in cell or '"' in cell or "\n" in cell
    return '"' + cell.replace('"', '""') + '"' if needed else cell


def check(path: Path, shop: Sequence[Vehicle], folder: Path) -> None:
    """Import a book into a new shop file; every card must show what happened."""
    database = open_shop(folder / f"{path.suffix[1:]}.db")
    try:
        report = take_over(database, path)
        assert report.problems == ()
        assert report.doubts == ()
        assert report.vehicles_added == len(shop)
        assert report.work_orders_added == sum(len(vehicle.visits) for vehicle in shop)
        assert sum(report.rows.values()) == report.rows_total
        for vehicle in shop:
            check_card(card_of(database, vehicle.plate), vehicle)
    finally:
        close_shop(database)


@settings(max_examples=24, deadline=None, derandomize=True)
@given(
    seed=st.integers(0, 2**32),
    write=st.sampled_from([write_xlsx, write_csv, write_xls, write_ods]),
)
def test_a_book_in_any_file_and_spelling_imports_to_the_truth(
    seed: int, write: Callable[[Random, Rows, Path], Path]
) -> None:
    random = Random(seed)
    shop = make_shop(random)
    with TemporaryDirectory() as name:
        path = write(random, written(random, shop), Path(name))
        check(path, shop, Path(name))


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls", "csv"])
def test_a_book_that_libreoffice_saves_again_says_the_same(tmp_path: Path, kind: str) -> None:
    random = Random(81)
    shop = make_shop(random)
    path = write_xlsx(random, written(random, shop), tmp_path)
    check(saved_again(path, tmp_path / "again", kind), shop, tmp_path)
