"""The workbook in which an office types what came of its calls."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bengkel_crm.reports.workbooks_out.cell_text import plain_text
from bengkel_crm.reports.workbooks_out.new_file import new_file
from bengkel_crm.reports.workbooks_out.saved_book import save_book

_WIDTHS = (6, 16, 30, 20, 30, 14, 22, 16, 30)
_OUTCOME, _UNTIL = 7, 8
_TITLE = Font(bold=True, color="FFFFFF")
_BAND = PatternFill("solid", fgColor="0B6478")
_TO_FILL = PatternFill("solid", fgColor="E4F1F4")
_LINE = Border(bottom=Side("thin", color="DCE2E8"))


@dataclass(frozen=True, slots=True)
class FormRow:
    """One person to be called: the list's number, the plates, what is due and by when."""

    number: str
    plates: str
    name: str
    phone: str
    due: str
    due_by: date


def write_form(
    path: Path, title: str, captions: Sequence[str], rows: Sequence[FormRow], choices: Sequence[str]
) -> None:
    """Write the form: nine captions, a row a person, the last three columns to be filled in.

    Raises:
        ShopFileError: the disk refused.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title[:31]
    for column, (caption, width) in enumerate(zip(captions, _WIDTHS, strict=True), 1):
        cell = _put(sheet, 1, column, caption)
        cell.font, cell.fill = _TITLE, _BAND
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = 30
    for place, row in enumerate(rows, 2):
        sheet.cell(place, 1, row.number)
        for column, text in enumerate((row.plates, row.name, row.phone, row.due), 2):
            _put(sheet, place, column, text)
        sheet.cell(place, 6, row.due_by).number_format = "dd/mm/yyyy"
        for column in range(1, len(_WIDTHS) + 1):
            cell = sheet.cell(place, column)
            cell.border = _LINE
            if column >= _OUTCOME:
                cell.fill = _TO_FILL
        sheet.cell(place, _UNTIL).number_format = "dd/mm/yyyy"
    offered = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    # A key typed alone, or a word of the other language, is understood too.
    offered.showErrorMessage = False
    sheet.add_data_validation(offered)
    letter = get_column_letter(_OUTCOME)
    offered.add(f"{letter}2:{letter}{max(len(rows), 1) + 1}")
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    with new_file(path) as file:
        save_book(book, file)


def _put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write a text that stays one: no formula, no number, whatever it begins with."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    cell.value = plain_text(text)
    cell.data_type = "s"
    cell.number_format = "@"
    return cell
