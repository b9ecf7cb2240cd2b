"""Plain sheets of text, written so that no spreadsheet program makes anything else of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from bengkel_crm.reports.workbooks_out.cell_text import NOT_IN_XML, plain_text
from bengkel_crm.reports.workbooks_out.new_file import new_file
from bengkel_crm.reports.workbooks_out.saved_book import save_book

_LONGEST_TITLE = 31
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class TextSheet:
    """A sheet with a header row; every cell is text."""

    title: str
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def write_text_workbook(path: Path, sheets: Sequence[TextSheet]) -> None:
    """Write sheets of text to `path`, whole or not at all: "=1+1", 0812.. and plates stay as they are.

    Raises:
        ReadOnlyPlace, DiskFull, FileBusy and their kin: what stood there before is untouched.
    """
    # Opened before the sheets are begun: openpyxl does not get over a place that can not be written.
    with new_file(path) as file:
        save_book(_make_book(sheets), file)


def _make_book(sheets: Sequence[TextSheet]) -> Workbook:
    book = Workbook(write_only=True)
    titles: set[str] = set()
    for sheet in sheets:
        page = book.create_sheet(_title(sheet.title, titles))
        page.freeze_panes = "A2"
        for index, column in enumerate(zip(sheet.header, *sheet.rows, strict=True)):
            width = min(max(map(len, column), default=0) + 2, _WIDEST)
            page.column_dimensions[_letters(index)].width = width
        page.append([_cell(page, text, bold=True) for text in sheet.header])
        for row in sheet.rows:
            page.append([_cell(page, text) for text in row])
    return book


def _cell(page: object, text: str, bold: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, plain_text(text))
    # openpyxl takes a leading "=" for a formula, and Excel would on the next edit without the text format.
    cell.data_type = "s"
    cell.number_format = "@"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _title(text: str, taken: set[str]) -> str:
    plain = _NOT_IN_TITLES.sub(" ", NOT_IN_XML.sub("", text)).strip("' ")[:_LONGEST_TITLE] or "Sheet"
    title, again = plain, 1
    while title.casefold() in taken:
        again += 1
        mark = f" ({again})"
        title = plain[: _LONGEST_TITLE - len(mark)] + mark
    taken.add(title.casefold())
    return title


def _letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
