"""Workbooks nobody should open, made by hand: bombs, floods, traps and wrecks."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    '{type}" Target="{target}"/></Relationships>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKBOOK = (
    f'<?xml version="1.0"?><workbook xmlns="{MAIN}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
SHEET = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{{}}</sheetData></worksheet>'
ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>Nopol</t></is></c></row>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
EXTERNAL = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>'


@dataclass(frozen=True)
class Flood:
    """A sheet in which one piece comes again and again; never whole in memory."""

    piece: str
    times: int


Content = str | bytes | Flood


def pack(parts: Mapping[str, Content], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a workbook of one sheet, with some of its parts replaced or added."""
    whole: dict[str, Content] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS.format(type="officeDocument", target="xl/workbook.xml"),
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS.format(type="worksheet", target="worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": SHEET.format(ROW),
        **parts,
    }
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", method) as archive:
        for name, content in whole.items():
            if isinstance(content, Flood):
                _pour(archive, name, content)
            else:
                archive.writestr(name, content)
    return to.getvalue()


def _pour(archive: zipfile.ZipFile, name: str, flood: Flood) -> None:
    before, behind = SHEET.split("{}")
    with archive.open(name, "w") as part:
        part.write((before + ROW).encode())
        for _ in range(flood.times):
            part.write(flood.piece.encode())
        part.write(behind.encode())


def sheet(rows: str | Flood) -> dict[str, Content]:
    return {"xl/worksheets/sheet1.xml": rows if isinstance(rows, Flood) else SHEET.format(rows)}


def bomb() -> bytes:
    return pack(sheet(Flood(" " * (1 << 20), 300)))


def bomb_of_many_parts() -> bytes:
    return pack({f"xl/worksheets/sheet{n}.xml": Flood(ROW * 1000, 100) for n in range(2, 30)})


def lying_bomb() -> bytes:
    """Return a bomb that declares a kilobyte for what unpacks to a hundred megabytes."""
    packed = bytearray(pack(sheet(Flood(" " * (1 << 20), 100))))
    name = b"xl/worksheets/sheet1.xml"
    entry = packed.rindex(b"PK\x01\x02", 0, packed.rindex(name))
    packed[entry + 24 : entry + 28] = struct.pack("<I", 1024)
    return bytes(packed)


def understated_sheet() -> bytes:
    """Return a workbook whose sheet is a little longer than it says."""
    packed = bytearray(pack(sheet(ROW + " " * 5000)))
    entry = packed.rindex(b"PK\x01\x02", 0, packed.rindex(b"xl/worksheets/sheet1.xml"))
    packed[entry + 24 : entry + 28] = struct.pack("<I", 300)
    return bytes(packed)


def part_twice() -> bytes:
    to = io.BytesIO(pack({}))
    with zipfile.ZipFile(to, "a") as archive:
        archive.writestr("XL/workbook.xml", WORKBOOK)
    return to.getvalue()


def ole(stream: str) -> bytes:
    """Return the container of an .xls, or of an .xlsx with a password, as far as anybody looks."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    return (
        head
        + "Root Entry".encode("utf-16-le").ljust(128, b"\0")
        + stream.encode("utf-16-le").ljust(4096, b"\0")
    )


def noise(length: int, start: bytes = b"") -> bytes:
    return start + Random(7).randbytes(length)


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "bomb": bomb,
    "bomb of many parts": bomb_of_many_parts,
    "bomb that lies": lying_bomb,
    "sheet that lies": understated_sheet,
    "laughs in the strings": lambda: pack(
        {"xl/sharedStrings.xml": LAUGHS + f'<sst xmlns="{MAIN}"><si><t>&a11;</t></si></sst>'}
    ),
    "laughs in the workbook": lambda: pack({"xl/workbook.xml": LAUGHS + WORKBOOK[21:]}),
    "laughs in UTF-16": lambda: pack({"xl/workbook.xml": (LAUGHS + WORKBOOK[21:]).encode("utf-16")}),
    "external entity": lambda: pack({"xl/worksheets/sheet1.xml": EXTERNAL + SHEET[21:].format(ROW)}),
    "part twice": part_twice,
}
# One press of a key after Ctrl+Down, a cell that was coloured: no reason to refuse a book of two visits.
STRAYS: Mapping[str, Callable[[], bytes]] = {
    "the last cell": lambda: pack(sheet(ROW + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "the last row": lambda: pack(sheet(ROW + '<row r="1048576"><c r="Z1048576"><v>1</v></c></row>')),
    "cells far apart": lambda: pack(sheet(ROW + "<row r='99999'><c r='ZZ99999'><v>1</v></c></row>")),
    "the last column": lambda: pack(sheet(ROW + '<row r="3"><c r="XFD3"><v>1</v></c></row>')),
    "colour in the last column": lambda: pack(
        sheet(ROW + '<row r="3"><c r="A3"><v>1</v></c><c r="XFD3" s="1"/></row>')
    ),
    "colour in the last row": lambda: pack(
        sheet(ROW + '<row r="3"><c r="A3"><v>1</v></c></row><row r="1048576"><c r="F1048576" s="1"/></row>')
    ),
}
TOO_LARGE: Mapping[str, Callable[[], bytes]] = {
    "a million columns": lambda: pack(
        sheet(
            '<row r="1">' + "".join(f'<c r="{_letters(n)}1"><v>1</v></c>' for n in range(20_000)) + "</row>"
        )
    ),
    "a million cells without a place": lambda: pack(
        sheet('<row r="1">' + "<c><v>1</v></c>" * 1_000_000 + "</row>"), zipfile.ZIP_STORED
    ),
    "parts without number": lambda: pack({f"xl/media/{n}.bin": b"" for n in range(10_000)}),
    "strings without number": lambda: pack(
        {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">' + "<si/>" * 2_000_000 + "</sst>"}, zipfile.ZIP_STORED
    ),
}
PROTECTED: Mapping[str, Callable[[], bytes]] = {"a password": lambda: ole("EncryptedPackage")}
WEB_PAGE: Mapping[str, Callable[[], bytes]] = {
    "a web page named .xlsx": lambda: b"<html><table><tr><td>Nopol</td></tr></table></html>",
}
UNREADABLE: Mapping[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "random bytes": lambda: noise(100_000),
    "random bytes behind a zip's first": lambda: noise(100_000, b"PK\x03\x04"),
    "an .xls": lambda: ole("Workbook"),
    "broken off": lambda: pack(sheet(ROW * 2000))[:1500],
    "broken off at the end": lambda: pack({})[:-30],
    "no workbook inside": lambda: _plain_zip(),
    "no sheet inside": lambda: pack({"xl/workbook.xml": "<workbook>"}),
    "XML that breaks off": lambda: pack({"xl/worksheets/sheet1.xml": SHEET.format(ROW)[:-60]}),
}


def _plain_zip() -> bytes:
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w") as archive:
        archive.writestr("letter.txt", "Dear Budi")
    return to.getvalue()


def _letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
