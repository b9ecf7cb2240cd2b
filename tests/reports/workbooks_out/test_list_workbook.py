"""Whatever is in the rows, a workbook opens, and a second program reads from it what went in."""

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from bengkel_crm.records.exports import Kind, SheetColumn
from bengkel_crm.reports.workbooks_out import list_workbook
from bengkel_crm.reports.workbooks_out.cell_text import shown_text
from bengkel_crm.reports.workbooks_out.list_workbook import Sheet, write_csv, write_workbook
from bengkel_crm.reports.workbooks_out.sheet_xml import column_letters

_TEXTS = (
    st.none()
    | st.text(max_size=12)
    | st.sampled_from(
        [
            "=1+1",
            "+62",
            "<b>",
            "]]>",
            "a & b",
            "_x000D_",
            "_x005F_",
            " lead",
            "tail ",
            "|",
            "a |",
            "'",
            '"',
            "0812",
        ]
    )
)
_DAYS = st.none() | st.dates(min_value=date(1900, 1, 1))
_NUMBERS = st.none() | st.integers(-(10**15), 10**15) | st.sampled_from([0.8, 1.5, -2.25])
_COLUMNS = (
    SheetColumn("Words & <more>", Kind.PLAIN),
    SheetColumn("Day", Kind.DAY),
    SheetColumn("Rp", Kind.RUPIAH, total=True),
    SheetColumn("Moment", Kind.MOMENT),
)
_MOMENTS = st.none() | st.datetimes(min_value=datetime(1900, 3, 1), max_value=datetime(9999, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0)
)


def quietly(done: int, total: int) -> None:
    assert 0 <= done <= total


def write(path: Path, columns: tuple[SheetColumn, ...], rows: list[Any], name: str = "List") -> int:
    return write_workbook(path, [Sheet(name, columns, len(rows), iter(rows))], quietly, "Total")


def as_shown(value: Any) -> Any:
    """Return a value as a reader may give it back: a day is a moment at midnight, no text is nothing."""
    if isinstance(value, str):
        return shown_text(value) or None
    if type(value) is date:
        return datetime.combine(value, datetime.min.time())
    return value


@given(rows=st.lists(st.tuples(_TEXTS, _DAYS, _NUMBERS, _MOMENTS), max_size=8))
@settings(max_examples=150, deadline=None)
def test_another_program_reads_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[Any, ...]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.xlsx"
    assert write(path, _COLUMNS, rows) == len(rows)
    book = CalamineWorkbook.from_path(str(path))
    title, *read = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert title == [column.title for column in _COLUMNS]
    if rows:
        *read, sums = read
        wanted_sum = sum(row[2] or 0 for row in rows)
        assert (sums[0], sums[2]) == ("Total", pytest.approx(wanted_sum))
    assert [[as_shown(value) for value in row] for row in read] == [
        [as_shown(value) for value in row] for row in rows
    ]


@given(rows=st.lists(st.tuples(_TEXTS), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_no_text_becomes_a_formula_or_a_number(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[Any, ...]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "text.xlsx"
    write(path, _COLUMNS[:1], rows)
    (sheet,) = openpyxl.load_workbook(path).worksheets
    kinds = {cell.data_type for (cell,) in sheet.iter_rows(min_row=2) if cell.value is not None}
    assert kinds <= {"s"}


def test_what_is_not_of_its_column_s_kind_is_written_as_what_it_is(tmp_path: Path) -> None:
    columns = (SheetColumn("Text", Kind.PLAIN), SheetColumn("Km", Kind.NUMBER), SheetColumn("Day", Kind.DAY))
    rows = [(812, "a few", "soon"), (None, 5, date(2026, 11, 22)), ("x", None, None)]
    write(tmp_path / "odd.xlsx", columns, rows)
    (sheet,) = openpyxl.load_workbook(tmp_path / "odd.xlsx").worksheets
    assert [cell.value for cell in sheet[2]] == ["812", "a few", "soon"]
    assert [cell.value for cell in sheet[3]] == [None, 5, datetime(2026, 11, 22)]


def test_a_list_longer_than_a_sheet_goes_on_in_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_workbook, "_MOST_ROWS", 1_000)
    columns = (SheetColumn("Name", Kind.PLAIN), SheetColumn("Rp", Kind.RUPIAH, total=True))
    rows = [(f"row {number}", number) for number in range(2_100)]
    name = "A list with quite a long name & more"
    assert write(tmp_path / "long.xlsx", columns, rows, name) == 2_100
    book = openpyxl.load_workbook(tmp_path / "long.xlsx")
    assert book.sheetnames == [name[:31], name[:29] + " 2", name[:29] + " 3"]
    found = [
        row
        for sheet in book
        for row in sheet.iter_rows(min_row=2, max_row=sheet.max_row - 1, values_only=True)
    ]
    assert found == rows
    assert [sheet.cell(sheet.max_row, 2).value for sheet in book] == [
        "=SUM(B2:B1001)",
        "=SUM(B2:B1001)",
        "=SUM(B2:B101)",
    ]
    assert [sheet.freeze_panes for sheet in book] == ["A2"] * 3


def test_a_list_that_fills_a_sheet_to_its_last_row_needs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_workbook, "_MOST_ROWS", 1_000)
    write(tmp_path / "full.xlsx", (SheetColumn("Name", Kind.PLAIN),), [("x",)] * 1_000)
    assert openpyxl.load_workbook(tmp_path / "full.xlsx").sheetnames == ["List"]


def test_a_list_prints_across_one_page_lying_down(tmp_path: Path) -> None:
    write(tmp_path / "list.xlsx", _COLUMNS, [("x", date(2026, 11, 22), 5, None)])
    (sheet,) = openpyxl.load_workbook(tmp_path / "list.xlsx").worksheets
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


def test_an_empty_list_is_its_header(tmp_path: Path) -> None:
    assert write(tmp_path / "empty.xlsx", _COLUMNS, []) == 0
    (sheet,) = openpyxl.load_workbook(tmp_path / "empty.xlsx").worksheets
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [[c.title for c in _COLUMNS]]


def test_the_same_rows_make_the_same_file(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write(tmp_path / name, _COLUMNS, [("x", date(2026, 11, 22), 5, None)])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_have_letters(place: int, letters: str) -> None:
    assert column_letters(place) == letters


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("\u3000@SUM(A1)", "'\u3000@SUM(A1)"),
        ("\uff0b62812", "'\uff0b62812"),
        ("Budi,=1+1", "Budi,'=1+1"),
        ("Budi, \uff20A1", "Budi, '\uff20A1"),
        ("a\n=1+1", "a\n'=1+1"),
        ("Oli 10W-30, filter", "Oli 10W-30, filter"),
        ("a = b", "a = b"),
    ],
)
def test_no_text_of_a_csv_begins_a_formula_in_any_program(tmp_path: Path, text: str, written: str) -> None:
    path = tmp_path / "daftar.csv"
    sheet = Sheet("Daftar", [SheetColumn("Nama", Kind.PLAIN, 10)], 1, [[text]])
    write_csv(path, sheet, lambda done, total: None)
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file, delimiter=";"))[1] == [written]
