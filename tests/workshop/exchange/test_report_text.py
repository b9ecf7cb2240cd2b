"""What is told of an import: in JSON, in words, and as a workbook of what was not taken."""

import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bengkel_crm.base import errors
from bengkel_crm.workshop.exchange import ImportReport, report_lines, report_values, write_problems
from bengkel_crm.workshop.shop_file.shop_file import Database

from .books import card_of, take_over, write_sheets

HEADER = ["No", "Tanggal", "Nopol", "Nama", "HP", "Pekerjaan", "Biaya"]
ROWS: list[list[Any]] = [
    HEADER,
    [1, date(2026, 8, 1), "AB 1 CD", "Budi", "081288341907", "Servis", 45000],
    [2, "kapan2", "AB 2 CD", '=HYPERLINK("http://x","Siti")', 81288341908, "+Ganti oli", 55000],
    [3, date(2026, 8, 3), None, "@Rina", "+62 812-8834-1909", "-Servis\x07 <b>", 65000],
    [4, date(2026, 8, 4), "AB 4 CD", "Eko", "0812883419", "Servis", "banyak"],
]


@pytest.fixture
def report(database: Database, tmp_path: Path) -> ImportReport:
    # openpyxl would make formulas of them and refuse a bell.
    rows = [[cell if not isinstance(cell, str) else cell.replace("\x07", "") for cell in row] for row in ROWS]
    rows[2][3] = "'" + rows[2][3]
    return take_over(database, write_sheets(tmp_path / "book.xlsx", {"Buku": rows}))


def test_the_report_is_json(report: ImportReport) -> None:
    values = json.loads(json.dumps(report_values(report)))
    assert values["vehicles"] == {"added": 2, "known": 0}
    assert values["work_orders"] == {"added": 2, "known": 0}
    assert values["rows_total"] == sum(values["rows"].values()) == 5
    assert [(row["sheet"], row["row"], row["reason"]) for row in values["not_taken"]] == [
        ("Buku", 3, "bad_date"),
        ("Buku", 4, "no_plate"),
    ]
    assert values["doubts"] == [{"sheet": "Buku", "row": 5, "cell": "money", "value": "banyak"}]
    roles = {column["header"]: column["role"] for column in values["tables"][0]["columns"]}
    assert (roles["Nopol"], roles["HP"], roles["No"]) == ("plate", "phone", "row_number")


def test_the_report_tells_each_row_that_was_not_taken(report: ImportReport) -> None:
    told = "\n".join(report_lines(report))
    assert "Buku" in told
    assert "kapan2" in told
    assert "banyak" in told


def test_rows_not_taken_are_written_as_they_were_with_their_reason(
    report: ImportReport, tmp_path: Path
) -> None:
    path = tmp_path / "bad.xlsx"
    write_problems(report, path)
    (sheet,) = load_workbook(path).worksheets
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0][: len(HEADER)]] == HEADER
    assert [cell.value for cell in rows[1][:3]] == ["2", "kapan2", "AB 2 CD"]
    assert [cell.value for cell in rows[2][:6]] == [
        "3",
        "2026-08-03",
        None,
        "@Rina",
        "+62 812-8834-1909",
        "-Servis <b>",
    ]
    assert [row[len(HEADER)].value for row in rows[1:]] == ["3", "4"]
    assert all(row[len(HEADER) + 1].value for row in rows)
    assert {cell.data_type for row in rows for cell in row if cell.value is not None} == {"s"}
    assert {cell.number_format for row in rows for cell in row if cell.value is not None} == {"@"}


def test_no_text_becomes_a_formula_or_breaks_the_file(report: ImportReport, tmp_path: Path) -> None:
    from dataclasses import replace

    hostile = ("=1+1", "+1", "-1", "@x", "\x07\x00\ud800", "<&>", "0812")
    problems = tuple(replace(problem, cells=hostile) for problem in report.problems)
    path = tmp_path / "bad.xlsx"
    write_problems(replace(report, problems=problems), path)
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    (sheet,) = load_workbook(path).worksheets
    assert [cell.value for cell in sheet[2]][:7] == ["=1+1", "+1", "-1", "@x", None, "<&>", "0812"]
    assert sheet["A2"].data_type == "s"


def test_mended_rows_are_imported_from_the_workbook_of_problems(
    database: Database, report: ImportReport, tmp_path: Path
) -> None:
    path = tmp_path / "bad.xlsx"
    write_problems(report, path)
    book = load_workbook(path)
    book.active["B2"] = "2 Agu 2026"
    book.active["C3"] = "AB 3 CD"
    book.save(path)
    again = take_over(database, path)
    assert (again.work_orders_added, again.problems) == (2, ())
    assert card_of(database, "AB3CD").history[0].date == date(2026, 8, 3)


def test_nothing_to_mend_is_a_workbook_too(database: Database, tmp_path: Path) -> None:
    report = take_over(database, write_sheets(tmp_path / "book.xlsx", {"Buku": ROWS[:2]}))
    write_problems(report, tmp_path / "bad.xlsx")
    assert load_workbook(tmp_path / "bad.xlsx").active.max_row == 1


def test_a_place_that_can_not_be_written_is_told_and_leaves_nothing(
    report: ImportReport, tmp_path: Path
) -> None:
    with pytest.raises(errors.ShopFileError):
        write_problems(report, tmp_path / "none" / "bad.xlsx")
    assert not (tmp_path / "none").exists()
