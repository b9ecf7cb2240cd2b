"""A workbook is walked row by row and says what a parser says; whatever is no workbook is refused in time."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from time import monotonic
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from bengkel_crm.base import errors
from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.reports.workbooks_in.row_stream import open_rows
from bengkel_crm.reports.workbooks_out.list_workbook import Kind, Sheet, SheetColumn, write_workbook

from .hostile import HOSTILE, PROTECTED, TOO_LARGE, UNREADABLE

SECONDS = 5.0
TEXTS = ("=1+1", "0812", "& <b> \"'", "_x0041_", "  two  ", "a\nb", "😀", "عربي", "x" * 32_000)
BOOK = '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'
LINKS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'


def rows_of(path: Path, sheet: str) -> list[list[Cell]]:
    with open_rows(path) as book:
        return [cells for _, cells in book.rows(sheet)]


def walk(path: Path) -> None:
    with open_rows(path) as book:
        for sheet in book.sheet_names:
            for _ in book.rows(sheet):
                pass


def pack_sheet(path: Path, sheet: str, shared: str = "") -> Path:
    """Write a workbook of one sheet from its XML."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", LINKS)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        archive.writestr("xl/sharedStrings.xml", shared)
    return path


def test_our_own_workbook_says_what_was_written(tmp_path: Path) -> None:
    columns = [SheetColumn("Text", Kind.PLAIN), SheetColumn("Day", Kind.DAY), SheetColumn("Km", Kind.NUMBER)]
    rows = [[text, date(2026, 8, 12), place] for place, text in enumerate(TEXTS)]
    path = tmp_path / "own.xlsx"
    write_workbook(path, [Sheet("Own", columns, len(rows), rows)], lambda done, total: None, "Total")
    told = [[text, 46_246, place] for place, text in enumerate(TEXTS)]
    assert rows_of(path, "Own") == [["Text", "Day", "Km"], *told]


def test_a_workbook_of_another_program_says_the_same(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for text in TEXTS:
        book.active.append([text, None, 1.5, True])
        book.active.cell(book.active.max_row, 1).data_type = "s"
    book.save(tmp_path / "other.xlsx")
    # openpyxl writes an escape as it stands, so that it means the letter.
    told = [text.replace("_x0041_", "A") for text in TEXTS]
    assert rows_of(tmp_path / "other.xlsx", "Sheet") == [[text, None, 1.5, True] for text in told]


def test_numbers_of_rows_are_those_of_the_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["B3"] = "here"
    book.save(tmp_path / "gap.xlsx")
    with open_rows(tmp_path / "gap.xlsx") as opened:
        assert list(opened.rows("Sheet")) == [(3, [None, "here"])]


def test_a_text_of_several_styles_is_one_without_how_it_is_read_aloud(tmp_path: Path) -> None:
    cell = '<c r="A1" t="s"><v>0</v></c>'
    shared = (
        '<sst><si><r><t>Bu </t></r><r><t xml:space="preserve">Sri</t></r><rPh><t>スリ</t></rPh></si></sst>'
    )
    path = pack_sheet(tmp_path / "a.xlsx", f'<sheetData><row r="1">{cell}</row></sheetData>', shared)
    assert rows_of(path, "A") == [["Bu Sri"]]


@pytest.mark.parametrize("broken", ['<c r="A1">', '<c r="A1"><v>1', "<is><t>", '<c r="A1"><is><t>x'])
def test_what_is_never_closed_is_passed_over_once(tmp_path: Path, broken: str) -> None:
    path = pack_sheet(
        tmp_path / "a.xlsx", "<row>" + "".join(f"{broken}{n}" for n in range(300_000)) + "</row>"
    )
    begun = monotonic()
    walk(path)
    assert monotonic() - begun < SECONDS


def test_a_row_without_end_is_hostile(tmp_path: Path) -> None:
    noise = "".join(Random(1).choices("abcdefgh", k=4 << 20))
    path = pack_sheet(tmp_path / "a.xlsx", "<row>" + noise * 5)
    with pytest.raises(errors.BookHostile):
        walk(path)


def test_rows_by_the_million_out_of_nothing_are_hostile(tmp_path: Path) -> None:
    path = pack_sheet(tmp_path / "a.xlsx", "<row></row>" * 10_000_000)
    with pytest.raises(errors.BookHostile):
        walk(path)


def test_a_text_that_is_not_there_makes_the_book_unreadable(tmp_path: Path) -> None:
    path = pack_sheet(tmp_path / "a.xlsx", '<row><c r="A1" t="s"><v>7</v></c></row>', "<sst></sst>")
    with pytest.raises(errors.BookUnreadable):
        walk(path)


@pytest.mark.parametrize("kind", [*HOSTILE, *TOO_LARGE, *UNREADABLE, *PROTECTED])
def test_any_file_ends_in_time(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "any.xlsx"
    path.write_bytes({**HOSTILE, **TOO_LARGE, **UNREADABLE, **PROTECTED}[kind]())
    begun = monotonic()
    with suppress(errors.ExpectedError):
        walk(path)
    assert monotonic() - begun < SECONDS
