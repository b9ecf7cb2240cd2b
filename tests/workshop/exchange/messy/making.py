"""Writing files as programs do: workbooks, workbooks by hand, old workbooks, texts."""

import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlwt
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.reports.workbooks_in.hostile import SHEET, WORKBOOK, pack

Rows = Iterable[Sequence[Any]]
Write = Callable[[Path], None]
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>{}</manifest:manifest>'
)
CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)


def xlsx(rows: Rows, then: Callable[[Worksheet], object] | None = None, **more: Rows) -> Write:
    """Return how to write a workbook of the sheet "Buku" and `more`; `then` touches up the first."""

    def write(path: Path) -> None:
        book = Workbook()
        sheet = book.active
        sheet.title = "Buku"
        for row in rows:
            sheet.append(list(row))
        if then is not None:
            then(sheet)
        for name, others in more.items():
            other = book.create_sheet(name)
            for row in others:
                other.append(list(row))
        book.save(path)

    return write


def by_hand(sheet: str, parts: Mapping[str, str] | None = None, *, is_1904: bool = False) -> Write:
    """Return how to write a workbook whose sheet is this XML."""
    book = WORKBOOK.replace("<sheets>", '<workbookPr date1904="1"/><sheets>') if is_1904 else WORKBOOK

    def write(path: Path) -> None:
        path.write_bytes(
            pack({"xl/workbook.xml": book, "xl/worksheets/sheet1.xml": SHEET.format(sheet), **(parts or {})})
        )

    return write


def row_xml(cells: Sequence[Any], number: int | None = None) -> str:
    """Return a row of a sheet; one that is XML already stays so, without `number` no cell has its place."""
    told = []
    for index, cell in enumerate(cells):
        place = "" if number is None else f' r="{chr(65 + index)}{number}"'
        if isinstance(cell, str) and cell.startswith("<"):
            told.append(cell.replace("<c", f"<c{place}", 1))
        elif isinstance(cell, date):
            serial = (datetime(cell.year, cell.month, cell.day) - datetime(1899, 12, 30)).days
            told.append(f"<c{place}><v>{serial}</v></c>")
        elif isinstance(cell, int | float):
            told.append(f"<c{place}><v>{cell}</v></c>")
        elif cell is None:
            told.append(f"<c{place}/>" if number is None else "")
        else:
            told.append(f'<c{place} t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>')
    place = "" if number is None else f' r="{number}"'
    return f"<row{place}>{''.join(told)}</row>"


def sheet_xml(rows: Rows) -> str:
    return "".join(row_xml(row, number) for number, row in enumerate(rows, 1))


def xls(rows: Rows, then: Callable[[Any], object] | None = None, *, is_1904: bool = False) -> Write:
    """Return how to write a workbook of Excel 97."""

    def write(path: Path) -> None:
        book = xlwt.Workbook()
        book.dates_1904 = is_1904
        sheet = book.add_sheet("Buku")
        day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write(row, column, cell, day)
                elif cell is not None:
                    sheet.write(row, column, cell)
        if then is not None:
            then(sheet)
        # To a stream: its own file would stay open.
        with path.open("wb") as file:
            book.save(file)

    return write


def ods(table: str, manifest: str = "") -> Write:
    """Return how to write a workbook of LibreOffice whose sheet holds these rows of XML."""

    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
            archive.writestr("META-INF/manifest.xml", MANIFEST.format(manifest))
            archive.writestr(
                "content.xml", CONTENT.format(f'<table:table table:name="Buku">{table}</table:table>')
            )

    return write


def ods_cell(cell: Any, more: str = "") -> str:
    """Return a cell of an ODS with more attributes."""
    if cell is None:
        return f"<table:table-cell {more}/>"
    if isinstance(cell, date):
        kind, shown = f'office:value-type="date" office:date-value="{cell.isoformat()}"', f"{cell:%d/%m/%y}"
    elif isinstance(cell, int | float):
        kind, shown = f'office:value-type="float" office:value="{cell}"', str(cell)
    else:
        kind, shown = 'office:value-type="string"', escape(str(cell))
    return f"<table:table-cell {kind} {more}><text:p>{shown}</text:p></table:table-cell>"


def ods_failed(shown: str) -> str:
    kind = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
    return (
        f'<table:table-cell table:formula="of:=[.A99]/0" {kind}>'
        f"<text:p>{escape(shown)}</text:p></table:table-cell>"
    )


def ods_rows(rows: Rows) -> str:
    return "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)


def _ods_cell(cell: Any) -> str:
    return cell if isinstance(cell, str) and cell.startswith("<table:") else ods_cell(cell)


def text(rows: Iterable[Sequence[str]], separator: str, encoding: str = "utf-8", end: str = "\r\n") -> Write:
    """Return how to write a file of text."""
    return raw(end.join(separator.join(row) for row in rows) + end, encoding)


def raw(content: str | bytes, encoding: str = "utf-8") -> Write:
    """Return how to write just this."""

    def write(path: Path) -> None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))

    return write
