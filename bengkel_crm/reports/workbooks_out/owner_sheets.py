"""The pages of the owner's workbook: rows of typed cells, streamed, so that a big month needs no memory."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bengkel_crm.records.exports import Kind, SheetColumn
from bengkel_crm.reports.workbooks_out.cell_text import shown_text
from bengkel_crm.reports.workbooks_out.new_file import new_file
from bengkel_crm.reports.workbooks_out.saved_book import save_book

PERCENT = "0%"
CHANGE = "+0%;-0%;0%"
FORMATS = {
    Kind.PLAIN: "@",
    Kind.DAY: "dd/mm/yyyy",
    Kind.MOMENT: "dd/mm/yyyy hh:mm",
    Kind.ID: "0",
    Kind.COUNT: "#,##0",
    Kind.NUMBER: "#,##0.##",
    Kind.RUPIAH: '"Rp" #,##0',
}
COUNT = "#,##0"
TITLE = Font(name="Calibri", size=16, bold=True, color="0B6478")
_BOLD = Font(name="Calibri", size=11, bold=True)
_NOTE = Font(name="Calibri", size=10, italic=True, color="55636F")
_HEAD_FILL = PatternFill("solid", fgColor="E4F1F4")
_HEAD_LINE = Border(bottom=Side(style="thin", color="87939F"))


class SheetPage:
    """One sheet, filled from above; remembers how many rows it has."""

    def __init__(self, book: Workbook, title: str, widths: Sequence[float]) -> None:
        self.sheet: WriteOnlyWorksheet = book.create_sheet(title)
        self.rows = 0
        for number, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def add(self, *cells: Any) -> None:
        """Add a row of values and cells; text is never a formula."""
        self.sheet.append([self.text(cell) if isinstance(cell, str) else cell for cell in cells])
        self.rows += 1

    def skip(self) -> None:
        """Leave a row empty."""
        self.add()

    def head(self, *titles: str) -> None:
        """Add a row of bold titles, the first at the left, the others over their figures."""
        cells = []
        for place, title in enumerate(titles):
            cell = self.text(title, _BOLD)
            cell.fill, cell.border = _HEAD_FILL, _HEAD_LINE
            cell.alignment = Alignment(horizontal="right" if place else "left", vertical="center")
            cells.append(cell)
        self.add(*cells)

    def note(self, text: str) -> None:
        """Add a line of small print."""
        self.add(self.text(text, _NOTE))

    def text(self, text: str, font: Font | None = None) -> Cell:
        """Return a cell of text that stays text, whatever it looks like."""
        cell = WriteOnlyCell(self.sheet, shown_text(text))
        cell.data_type = "s"
        cell.number_format = "@"
        if font is not None:
            cell.font = font
        return cell

    def number(self, value: Any, number_format: str) -> Cell | None:
        """Return a cell of a number or a day, or none where there is nothing to say."""
        if value is None:
            return None
        cell = WriteOnlyCell(self.sheet, value)
        cell.number_format = number_format
        return cell

    def rupiah(self, value: int | None) -> Cell | None:
        """Return a cell of money."""
        return self.number(value, FORMATS[Kind.RUPIAH])

    def count(self, value: int | None) -> Cell | None:
        """Return a cell of a number of things."""
        return self.number(value, COUNT)


class OwnerListSheet(SheetPage):
    """A plain list: bold frozen header, filter, a row a record, nothing below."""

    def __init__(self, book: Workbook, title: str, columns: Sequence[SheetColumn]) -> None:
        super().__init__(book, title, [column.width for column in columns])
        # A cell is written as soon as its row is, so one a column serves them all: making cells takes time.
        self._cells = [WriteOnlyCell(self.sheet) for _ in columns]
        for cell, column in zip(self._cells, columns, strict=True):
            cell.number_format = FORMATS[column.kind]
        self.sheet.freeze_panes = "A2"
        self.head(*(column.title for column in columns))

    def add_record(self, values: Sequence[Any]) -> None:
        """Add one row in the order of the columns."""
        self.add(*map(_filled, self._cells, values))

    def finish(self) -> None:
        """Put the filter on what was written."""
        self.sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._cells))}{self.rows}"


def _filled(cell: Cell, value: Any) -> Cell | None:
    """Return a cell with another value, none where there is none; text stays text."""
    if value is None:
        return None
    is_text = isinstance(value, str)
    cell.value = shown_text(value) if is_text else value
    if is_text:
        cell.data_type = "s"
    return cell


@contextmanager
def new_workbook(path: Path) -> Iterator[Workbook]:
    """Give a workbook to fill; it is at `path` when the block ends well, and nothing of it is left when not.

    Raises:
        DiskFull, ReadOnlyPlace, FileBusy and their kin: what stood there before is untouched.
    """
    # Opened first: openpyxl does not get over a place that can not be written.
    with new_file(path) as file:
        book = Workbook(write_only=True)
        try:
            yield book
            save_book(book, file)
        except BaseException:
            for sheet in book.worksheets:
                _throw_away(sheet)
            raise


def _throw_away(sheet: WriteOnlyWorksheet) -> None:
    """Remove the rows of a sheet that openpyxl keeps in a file of its own until it is saved."""
    if sheet._writer is not None and Path(sheet._writer.out).exists():
        if not sheet.closed:
            sheet.close()
        sheet._writer.cleanup()
