"""Any file at all is either read or refused: in time, in little memory, with one error of ours."""

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook

from bengkel_crm.base import errors
from bengkel_crm.base.cancelling import Check
from bengkel_crm.reports.workbooks_in import workbook_guard, workbook_reader
from bengkel_crm.reports.workbooks_in.workbook_reader import read_book
from tests.needs import PEAK_MEGABYTES

from .hostile import HOSTILE, PROTECTED, STRAYS, TOO_LARGE, UNREADABLE, WEB_PAGE, pack
from .hostile_others import OF_EXCEL_97, OF_LIBREOFFICE, OF_TEXT, fuzzed, ods, old_workbook

SECONDS, MEGABYTES = 5.0, 300
# Reads one book in a process of its own and tells how it ended and what it and its child needed.
_READ = """
import json, sys, time
from pathlib import Path
from bengkel_crm.base import errors
from bengkel_crm.base.cancelling import Check
from bengkel_crm.reports.workbooks_in.workbook_reader import read_book
begun, ended = time.monotonic(), "read"
try:
    read_book(Path(sys.argv[1]))
except errors.ExpectedError as problem:
    ended = type(problem).__name__
seconds = time.monotonic() - begun
print(json.dumps([ended, seconds, peak_megabytes()]))
"""


def read_apart(path: Path) -> tuple[str, float, float]:
    """Return (how it ended, seconds, megabytes of both processes at their peaks)."""
    run = subprocess.run(
        [sys.executable, "-c", PEAK_MEGABYTES + _READ, str(path)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    ended, seconds, megabytes = json.loads(run.stdout)
    return ended, seconds, megabytes


def cases(*groups: tuple[type[errors.BookError], Mapping[str, Callable[[], bytes]]]) -> list[object]:
    return [
        pytest.param(kind, make, id=name.replace(" ", "-"))
        for kind, group in groups
        for name, make in group.items()
    ]


@pytest.mark.parametrize(
    ("kind", "make"),
    cases(
        (errors.BookHostile, HOSTILE),
        (errors.BookTooLarge, TOO_LARGE),
        (errors.BookUnreadable, UNREADABLE),
        (errors.BookProtected, PROTECTED),
        (errors.BookIsWebPage, WEB_PAGE),
    ),
)
def test_a_bad_workbook_is_refused_in_time_and_in_little_memory(
    tmp_path: Path, kind: type[errors.BookError], make: Callable[[], bytes]
) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(make())
    ended, seconds, megabytes = read_apart(path)
    assert ended == kind.__name__
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


@pytest.mark.parametrize(
    ("suffix", "kind", "make"),
    [
        pytest.param(suffix, *case, id=f"{suffix[1:]}-{name.replace(' ', '-')}")
        for suffix, group in ((".ods", OF_LIBREOFFICE), (".xls", OF_EXCEL_97), (".csv", OF_TEXT))
        for name, case in group.items()
    ],
)
def test_a_bad_file_of_another_kind_is_refused_in_time_and_in_little_memory(
    tmp_path: Path, suffix: str, kind: type[errors.BookError], make: Callable[[], bytes]
) -> None:
    path = tmp_path / f"book{suffix}"
    path.write_bytes(make())
    ended, seconds, megabytes = read_apart(path)
    assert ended == kind.__name__
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


def test_no_file_and_a_folder_are_no_books(tmp_path: Path) -> None:
    for path in (tmp_path / "none.xlsx", tmp_path):
        with pytest.raises(errors.FileMissing):
            read_book(path)


def test_damaged_bytes_never_end_in_anything_but_a_refusal(tmp_path: Path) -> None:
    random = Random(11)
    path = tmp_path / "book.xlsx"
    for whole in (pack({}), old_workbook(), ods("<table:table-row><table:table-cell/></table:table-row>")):
        for _ in range(12):
            path.write_bytes(fuzzed(whole, random.randrange(1, 9), random))
            try:
                read_book(path)
            except errors.BookError:
                continue


def test_cells_come_with_their_kinds_and_places(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "Satu"
    sheet["B3"] = "  AB 1 CD "
    sheet["C3"] = 81288341907
    sheet["D3"] = 16.479
    sheet["E3"] = datetime(2026, 8, 12, 9, 30)
    sheet["F3"] = date(2026, 8, 12)
    sheet["G3"] = True
    sheet["H3"] = "=1+1"
    sheet["B5"] = "gabung"
    sheet.merge_cells("B5:B6")
    sheet["C6"] = 1
    book.create_sheet("Dua").sheet_state = "hidden"
    book.save(tmp_path / "book.xlsx")
    first, second = read_book(tmp_path / "book.xlsx")
    assert (first.name, first.visible, first.merged) == ("Satu", True, ((5, 2, 6, 2),))
    assert first.rows[:3] == (
        (),
        (),
        (
            *(None, "  AB 1 CD ", 81288341907, 16.479, datetime(2026, 8, 12, 9, 30), date(2026, 8, 12), True),
            "#N/A",  # a formula nobody has calculated yet
        ),
    )
    assert first.rows[4:] == ((None, "gabung"), (None, None, 1))
    assert (second.name, second.visible, second.rows) == ("Dua", False, ())


def test_a_big_honest_book_is_read_in_little_memory(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Buku")
    for number in range(20_000):
        sheet.append([number, "AB 1 CD", f"Budi {number}", 81288341907, date(2026, 8, 12), "Servis", 45000])
    book.save(tmp_path / "book.xlsx")
    ended, _, megabytes = read_apart(tmp_path / "book.xlsx")
    assert ended == "read"
    assert megabytes < MEGABYTES


def test_a_book_that_goes_away_while_it_is_looked_over_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "buku.xlsx"
    Workbook().save(path)

    def look_and_lose(found: Path, check: Check | None) -> workbook_guard.Inspected:
        inspected = workbook_guard.inspect_workbook(found, check)
        found.unlink()
        return inspected

    monkeypatch.setattr(workbook_reader, "inspect_workbook", look_and_lose)
    with pytest.raises(errors.FileMissing):
        read_book(path)


@pytest.mark.parametrize(
    "make", [pytest.param(make, id=name.replace(" ", "-")) for name, make in STRAYS.items()]
)
def test_a_stray_cell_far_away_is_read_in_time_and_in_little_memory(
    tmp_path: Path, make: Callable[[], bytes]
) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(make())
    ended, seconds, megabytes = read_apart(path)
    assert ended == "read"
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    (sheet,) = read_book(path)
    values = [cell for row in sheet.rows for cell in row if cell is not None]
    plain = re.findall(rb"<v>|<t>", zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml"))
    assert len(values) == len(plain)
    assert len(sheet.rows) < 10


@pytest.mark.parametrize("folder", ["", "book/", "other\\"])
def test_a_workbook_whose_parts_lie_elsewhere_is_read(tmp_path: Path, folder: str) -> None:
    plain, moved = tmp_path / "plain.xlsx", tmp_path / "moved.xlsx"
    book = Workbook()
    book.active.append(["Nopol", "KM"])
    book.active.append(["AB 2211 QX", 12000])
    book.save(plain)
    with zipfile.ZipFile(plain) as archive, zipfile.ZipFile(moved, "w") as other:
        for name in archive.namelist():
            text = archive.read(name)
            if name == "_rels/.rels":
                text = text.replace(b"xl/workbook.xml", f"{folder}workbook.xml".encode().replace(b"\\", b"/"))
            elif name.endswith(".rels"):
                text = text.replace(b"/xl/", f"/{folder}".encode().replace(b"\\", b"/"))
            other.writestr(name.replace("xl/", folder) if name.startswith("xl/") else name, text)
    assert read_book(moved)[0].rows == read_book(plain)[0].rows
