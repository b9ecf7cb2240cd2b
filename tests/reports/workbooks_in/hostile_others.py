"""Files of other kinds that nobody should open: of LibreOffice, of Excel 97, of text."""

import io
import zipfile
from collections.abc import Callable, Mapping
from random import Random

import xlwt

from bengkel_crm.base import errors

from .hostile import LAUGHS, noise

Hostile = Mapping[str, tuple[type[errors.BookError], Callable[[], bytes]]]
_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
_CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Buku">{}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)
_CELL = (
    '<table:table-cell {} office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
)
_ROW = "<table:table-row {}>{}</table:table-row>"
_LAST_ROW, _LAST_COLUMN = 'table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"'


def ods(rows: str, before: str = "") -> bytes:
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", before + _CONTENT.format(rows))
    return to.getvalue()


def old_workbook() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Buku")
    for row in range(50):
        for column, cell in enumerate(("AB 1 CD", "Budi", 46246, 1.5)):
            sheet.write(row, column, cell)
    to = io.BytesIO()
    book.save(to)
    return to.getvalue()


def fuzzed(whole: bytes, places: int, random: Random) -> bytes:
    damaged = bytearray(whole)
    for _ in range(places):
        damaged[random.randrange(len(damaged))] = random.randrange(256)
    return bytes(damaged)


OF_LIBREOFFICE: Hostile = {
    "a bomb": (errors.BookHostile, lambda: ods(" " * (200 << 20))),
    "laughs": (errors.BookHostile, lambda: ods("", LAUGHS)),
    "a cell as often as there are places": (
        errors.BookUnreadable,
        lambda: ods(_ROW.format(_LAST_ROW, _CELL.format(_LAST_COLUMN))),
    ),
    "a cell in every column": (errors.BookTooLarge, lambda: ods(_ROW.format("", _CELL.format(_LAST_COLUMN)))),
    "a cell four thousand million times": (
        errors.BookTooLarge,
        lambda: ods(_ROW.format("", _CELL.format('table:number-columns-repeated="4294967295"'))),
    ),
    "a cell in the last place": (
        errors.BookTooLarge,
        lambda: ods(
            _ROW.format('table:number-rows-repeated="1048575"', "<table:table-cell/>")
            + _ROW.format("", '<table:table-cell table:number-columns-repeated="16383"/>' + _CELL.format(""))
        ),
    ),
    "spaces without end": (
        errors.BookTooLarge,
        lambda: ods(
            _ROW.format(
                "",
                '<table:table-cell office:value-type="string"><text:p><text:s text:c="2000000000"/></text:p>'
                "</table:table-cell>",
            )
        ),
    ),
    "XML that breaks off": (errors.BookUnreadable, lambda: ods("<table:table-row>")),
    "half of a file": (errors.BookUnreadable, lambda: ods(_ROW.format("", _CELL.format("")) * 2000)[:1500]),
}
OF_EXCEL_97: Hostile = {
    "half of a file": (errors.BookUnreadable, lambda: old_workbook()[:3000]),
    "the first sector": (errors.BookUnreadable, lambda: old_workbook()[:600]),
    "noise behind the header": (errors.BookUnreadable, lambda: noise(2 << 20, old_workbook()[:512])),
}
OF_TEXT: Hostile = {
    "zeros": (errors.BookUnreadable, lambda: b"Nopol;Nama\r\n" + bytes(60 << 20)),
    "zeros far behind": (errors.BookUnreadable, lambda: b"Nopol;Nama\r\n" * 10_000 + bytes(1 << 20)),
    "more bytes than a book": (errors.BookTooLarge, lambda: b"AB 1 CD;Budi\n" * (6 << 20)),
    "a line without end": (errors.BookTooLarge, lambda: b"Nopol;Nama " * (5 << 20)),
    "a million columns": (errors.BookTooLarge, lambda: b"a;" * 1_000_000),
    "nearly a million columns on many lines": (errors.BookTooLarge, lambda: (b"a;" * 400_000 + b"\n") * 60),
    "blank cells without number": (errors.BookTooLarge, lambda: (b"x" + b";" * 1000 + b"\n") * 40_000),
    "lines without number": (errors.BookTooLarge, lambda: b"a;b\n" * (10 << 20)),
    "quotes without number": (errors.BookTooLarge, lambda: b'x"\n"\n' * (6 << 20)),
    "a quote that swallows three million lines": (
        errors.BookTooLarge,
        lambda: b'a;"b\n' + b"c;d\n" * 3_000_000,
    ),
    "quotes that open on every line": (errors.BookTooLarge, lambda: b'a";"b\n' * (6 << 20)),
    "letters of no encoding": (errors.BookTooLarge, lambda: (b"\x80\x81;" * 200 + b"\n") * 60_000),
    "random bytes": (errors.BookUnreadable, lambda: noise(5 << 20)),
}
