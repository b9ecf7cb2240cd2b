"""A child process never outgrows its time, its memory or the patience of whoever started it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest

from bengkel_crm.base.errors import Cancelled
from bengkel_crm.reports.workbooks_in.bounded_child import Watch, memory_of
from bengkel_crm.reports.workbooks_in.workbook_extras import find_extras
from bengkel_crm.reports.workbooks_in.workbook_reader import read_book, seconds_for

from .hostile import pack

_EATS = """
import sys
kept = [b"x" * (8 << 20) for _ in range(int(sys.argv[1]))]
print("there", flush=True)
sys.stdin.read()
"""


@contextmanager
def eater(megabytes: int) -> Iterator["subprocess.Popen[bytes]"]:
    """A program that takes so much memory, says so, and waits to be ended."""
    with subprocess.Popen(
        [sys.executable, "-c", _EATS, str(megabytes // 8)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        try:
            yield child
        finally:
            child.kill()


def read_to_end(child: "subprocess.Popen[bytes]") -> bytes:
    assert child.stdout is not None
    return child.stdout.read()


def test_a_child_that_takes_too_much_memory_is_ended() -> None:
    with eater(400) as child:
        watch = Watch(child, 100)
        with watch.within(30):
            read_to_end(child)
        assert (watch.is_too_big, watch.is_late) == (True, False)
        assert child.wait() != 0


def test_memory_is_told_of_a_living_process_only() -> None:
    with eater(80) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert 80 << 20 <= (memory_of(child.pid) or 0) < 200 << 20
        child.kill()
        child.wait()
        assert not memory_of(child.pid)


def test_a_child_that_takes_too_long_is_ended() -> None:
    with eater(8) as child:
        watch = Watch(child, 200)
        with watch.within(0.3):
            read_to_end(child)
        assert (watch.is_too_big, watch.is_late) == (False, True)


def test_cancel_ends_the_child_at_once() -> None:
    def cancel() -> None:
        raise Cancelled

    def wait_for_it(child: "subprocess.Popen[bytes]") -> None:
        with Watch(child, 200).within(30, cancel):
            read_to_end(child)
            raise EOFError

    with eater(8) as child:
        begun = monotonic()
        with pytest.raises(Cancelled):
            wait_for_it(child)
        assert child.wait() != 0
        assert monotonic() - begun < 5


def test_cancel_ends_the_reading_of_a_workbook(tmp_path: Path) -> None:
    asked = []

    def check() -> None:
        asked.append(None)
        raise Cancelled

    cells = "".join(f'<c r="{letter}{{0}}"><v>1</v></c>' for letter in "ABCDEFGHIJ")
    rows = "".join(f'<row r="{row}">{cells.format(row)}</row>' for row in range(1, 20_000))
    sheet = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
    path = tmp_path / "buku.xlsx"
    path.write_bytes(pack({"xl/worksheets/sheet1.xml": sheet}))
    with pytest.raises(Cancelled):
        read_book(path, check=check)
    assert asked


def test_no_book_is_waited_for_longer_than_half_a_minute() -> None:
    assert seconds_for(0) < 5
    assert seconds_for(1 << 40) == 30


@pytest.mark.parametrize(
    "sheet",
    [
        '<c r="A1" t="e">' * 60_000,
        "<c " * 300_000,
        '<c r="A1" ' + 'r="A1" t="e" ' * 80_000,
        '<c r="A1"><f>' * 60_000,
        "<a" * 500_000,
        "x" * 900_000,
    ],
    ids=["failed", "begun", "one tag", "formulas", "tags", "text"],
)
def test_tags_that_are_never_closed_take_no_time(tmp_path: Path, sheet: str) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(pack({"xl/worksheets/sheet1.xml": sheet}))
    begun = monotonic()
    find_extras(path, "xlsx")
    assert monotonic() - begun < 3


@pytest.mark.parametrize(
    "names",
    ["<sheet " * 100_000, "a" * 400_000, "a=" * 200_000, "<sheet " + "a='" * 200_000],
    ids=["tags", "word", "equal signs", "quotes"],
)
def test_names_that_are_never_closed_take_no_time(tmp_path: Path, names: str) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(pack({"xl/workbook.xml": names, "xl/_rels/workbook.xml.rels": names}))
    begun = monotonic()
    find_extras(path, "xlsx")
    assert monotonic() - begun < 3


@pytest.mark.parametrize(
    "content",
    [
        "<table:table-cell " * 100_000,
        "<table:table-cell " + 'value-type="error" ' * 60_000,
        '<table:table-cell value-type="error">' + " " * 400_000,
    ],
    ids=["tags", "one tag", "blanks"],
)
def test_tags_of_libreoffice_that_are_never_closed_take_no_time(tmp_path: Path, content: str) -> None:
    path = tmp_path / "buku.ods"
    path.write_bytes(pack({"content.xml": content}))
    begun = monotonic()
    find_extras(path, "ods")
    assert monotonic() - begun < 3
