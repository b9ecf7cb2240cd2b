"""What the fast parser leaves out: failed formulas, the calendar of 1904, merged cells of an ODS.

Runs in the child process and only on files that have any of it, since it looks through all their bytes again.
"""

import re
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import IO
from zipfile import ZipFile

Place = tuple[int, int]

MOST_FAILED = 20_000
_CHUNK, _MOST_KEPT = 1 << 20, 8 << 20
# In a container of OLE: BOOLERR, a failed formula, DATEMODE 1904. By chance, too; then xlrd finds none.
_HINTS_OF_XLS = re.compile(
    rb"\x05\x02\x08\x00|\x02\x00[\x00\x07\x0f\x17\x1d\x24\x2a]\x00\x00\x00\xff\xff|\x22\x00\x02\x00\x01\x00"
)
# A formula that was never calculated, as programs other than Excel write it, has no value to show.
_UNKNOWN = "#N/A"
# Every pattern ends within one tag or one cell: what is never closed would be looked through from each start.
_TAG = r"[^<>]{0,2000}"
_CELL = r"<(?:\w{1,20}:)?c\b"
_PLACE = rf"{_TAG}?\br=[\"']([A-Za-z]{{1,3}})(\d{{1,7}})[\"']{_TAG}>"
_NOT_CALCULATED = re.compile(
    (
        rf"{_CELL}{_PLACE}<(?:\w{{1,20}}:)?f\b{_TAG}>[^<]{{0,9000}}</(?:\w{{1,20}}:)?f>"
        r"(?:<(?:\w{1,20}:)?v ?/>|<(?:\w{1,20}:)?v></(?:\w{1,20}:)?v>)?</(?:\w{1,20}:)?c>"
    ).encode()
)
_FAILED_XLSX = re.compile(
    (
        rf"{_CELL}(?={_TAG}\bt=[\"']e[\"']){_PLACE}"
        r"(?:(?!</?(?:\w{1,20}:)?c\b).){0,12000}?<(?:\w{1,20}:)?v>([^<]{1,20})<"
    ).encode(),
    re.DOTALL,
)
_SHEET = re.compile(rf"<(?:\w{{1,20}}:)?sheet\b{_TAG}>")
_RELATION = re.compile(rf"<(?:\w{{1,20}}:)?Relationship\b{_TAG}>")
_ATTRIBUTE = re.compile(r"([\w:]{1,60})\s{0,9}=\s{0,9}(?:\"([^\"]{0,2000})\"|'([^']{0,2000})')")
_OF_1904 = re.compile(rf"<(?:\w{{1,20}}:)?workbookPr\b{_TAG}\bdate1904=[\"'](?:1|true)[\"']")
_ODS_TAGS = re.compile(
    (
        rf"<table:table\s{_TAG}>|<table:table-row\b{_TAG}>"
        rf"|<table:table-cell\b{_TAG}\bvalue-type=\"error\"{_TAG}>\s{{0,99}}<text:p{_TAG}>[^<]{{1,20}}"
        rf"|<table:(?:covered-)?table-cell\b{_TAG}>"
    ).encode()
)
_ODS_NUMBER = {
    name: re.compile(rb"table:number-%s=\"(\d{1,7})\"" % name)
    for name in (b"rows-repeated", b"columns-repeated", b"rows-spanned", b"columns-spanned")
}


@dataclass(slots=True)
class Extras:
    """By the names of sheets: failed cells as (place, what Excel shows) and merged ranges, all from zero."""

    failed: dict[str, list[tuple[Place, str]]] = field(default_factory=dict)
    merged: dict[str, list[tuple[Place, Place]]] = field(default_factory=dict)
    from_1904: bool = False


def find_extras(path: Path, kind: str) -> Extras:
    """Return what is to be added to an "xlsx", "ods" or "xls"."""
    return {"xlsx": _extras_of_xlsx, "ods": _extras_of_ods, "xls": _extras_of_xls}[kind](path)


def _extras_of_xls(path: Path) -> Extras:
    if _HINTS_OF_XLS.search(path.read_bytes()) is None:
        return Extras()
    # Here because it takes time to load, and few books need it.
    import xlrd

    extras = Extras()
    try:
        _add_failed_of_xls(path, extras)
    except (xlrd.XLRDError, AssertionError, LookupError, ValueError, TypeError, struct.error):
        # It asks more of a file than the parser does: what the parser has read is not refused for that.
        return extras
    return extras


def _add_failed_of_xls(path: Path, extras: Extras) -> None:
    import xlrd

    # It speaks on the standard output, where the sheets go.
    with xlrd.open_workbook(str(path), logfile=sys.stderr, on_demand=True, ragged_rows=True) as book:
        extras.from_1904 = book.datemode == 1
        for name in book.sheet_names():
            sheet = book.sheet_by_name(name)
            extras.failed[name] = [
                ((row, column), xlrd.error_text_from_code.get(sheet.cell_value(row, column), "#REF!"))
                for row in range(sheet.nrows)
                for column, kind in enumerate(sheet.row_types(row))
                if kind == xlrd.XL_CELL_ERROR
            ][:MOST_FAILED]
            book.unload_sheet(name)


def _extras_of_xlsx(path: Path) -> Extras:
    extras = Extras()
    with ZipFile(path) as archive:
        names = {name.lower(): name for name in archive.namelist()}
        book = archive.read(names["xl/workbook.xml"]).decode("utf-8", "replace")
        relations = archive.read(names["xl/_rels/workbook.xml.rels"]).decode("utf-8", "replace")
        extras.from_1904 = _OF_1904.search(book) is not None
        targets = {about.get("Id"): about.get("Target", "") for about in _attributes(_RELATION, relations)}
        for about in _attributes(_SHEET, book):
            target = targets.get(
                about.get("r:id") or next((v for k, v in about.items() if k.endswith(":id")), "")
            )
            part = names.get(_part_name(target or ""))
            if part is not None and "name" in about:
                with archive.open(part) as file:
                    extras.failed[about["name"]] = list(_failed_of_part(file))
    return extras


def _attributes(tag: re.Pattern[str], text: str) -> Iterator[dict[str, str]]:
    for found in tag.findall(text):
        yield {name: unescape(one or other) for name, one, other in _ATTRIBUTE.findall(found)}


def _part_name(target: str) -> str:
    return target[1:].lower() if target.startswith("/") else f"xl/{target}".lower()


def _failed_of_part(file: IO[bytes]) -> Iterator[tuple[Place, str]]:
    count = 0
    for piece in _pieces(file, b"<row"):
        found = [(*place, _UNKNOWN.encode()) for place in _NOT_CALCULATED.findall(piece)]
        for letters, digits, shown in [*_FAILED_XLSX.findall(piece), *found]:
            count += 1
            if count > MOST_FAILED:
                return
            yield (int(digits) - 1, _column(letters)), unescape(shown.decode("utf-8", "replace"))


def _pieces(file: IO[bytes], border: bytes) -> Iterator[bytes]:
    """Yield a part in pieces that end before a border, so that nothing is cut in two."""
    kept = b""
    while chunk := file.read(_CHUNK):
        kept += chunk
        cut = kept.rfind(border)
        if cut <= 0 and len(kept) > _MOST_KEPT:
            cut = len(kept)  # no row of a book is as long
        if cut > 0:
            yield kept[:cut]
            kept = kept[cut:]
    yield kept


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1


def _extras_of_ods(path: Path) -> Extras:
    extras = Extras()
    with ZipFile(path) as archive, archive.open("content.xml") as file:
        scan = _OdsScan(extras)
        for piece in _pieces(file, b"<table:table-row"):
            for found in _ODS_TAGS.finditer(piece):
                scan.take(found[0])
    return extras


class _OdsScan:
    """Counts rows and cells of an ODS as its tags go by."""

    def __init__(self, extras: Extras) -> None:
        self._extras = extras
        self._name = ""
        self._row = self._next_row = self._column = self._next_column = 0

    def take(self, tag: bytes) -> None:
        """Take in a tag."""
        if tag.startswith(b"<table:table-row"):
            self._row, self._next_row = self._next_row, self._next_row + _number(tag, b"rows-repeated")
            self._column = self._next_column = 0
        elif tag.startswith((b"<table:table-cell", b"<table:covered")):
            self._take_cell(tag)
            self._take_failed(tag)
        elif tag.startswith(b"<table:table"):
            about = {name: one for name, one, _ in _ATTRIBUTE.findall(tag.decode("utf-8", "replace"))}
            self._name = unescape(about.get("table:name", ""))
            self._row = self._next_row = 0

    def _take_cell(self, tag: bytes) -> None:
        self._column = self._next_column
        self._next_column += _number(tag, b"columns-repeated")
        rows, columns = _number(tag, b"rows-spanned"), _number(tag, b"columns-spanned")
        if rows > 1 or columns > 1:
            here = self._row, self._column
            last = self._row + rows - 1, self._column + columns - 1
            self._extras.merged.setdefault(self._name, []).append((here, last))

    def _take_failed(self, tag: bytes) -> None:
        # Only of a failed cell the text behind its own tag was taken along.
        shown = tag.rpartition(b">")[2]
        if shown:
            failed = self._extras.failed.setdefault(self._name, [])
            if len(failed) < MOST_FAILED:
                failed.append(((self._row, self._column), unescape(shown.decode("utf-8", "replace"))))


def _number(tag: bytes, name: bytes) -> int:
    found = _ODS_NUMBER[name].search(tag)
    return max(int(found[1]), 1) if found else 1
