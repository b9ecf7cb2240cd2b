"""Looking a zipped workbook over before any parser sees it: nothing in it may be a bomb, a trap or a flood.

A workbook of Excel or LibreOffice is a zip of XML. What the zip says of itself is not believed: every part
the parser will read is unpacked here once, counted as it flows past, and never kept.
"""

import re
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from bengkel_crm.base import errors
from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.reports.workbooks_in.book_kind import chunks
from bengkel_crm.reports.workbooks_in.workbook_tidy import plain_name

MOST_PARTS = 3_000
MOST_UNPACKED = 160 << 20
# LibreOffice writes the same cells at twice the length.
_MOST_UNPACKED_ODS = 320 << 20
MOST_TAGS = 24_000_000
MOST_STRINGS = 1_500_000
MOST_CELLS = 4_000_000
# Real sheets shrink ten- to fortyfold; a part that shrinks more than this was made to.
MOST_RATIO = 100
_RATIO_FROM = 1 << 20

_CHUNK = 1 << 20
_OVERLAP = 64
_ZIP = b"PK\x03\x04"
_ENTRY = b"PK\x01\x02"
_LOCAL = struct.Struct("<4s5H3I2H")
_ENCRYPTED_FLAG = 1
_XML_NAMES = (".xml", ".rels")
_ENCRYPTED_ODS = b":encryption-data"
# What the fast parser leaves out, by the part it stands in; see workbook_extras.
_EXTRAS_OF_SHEET = (b't="e"', b"t='e'")
_EXTRAS_OF_BOOK = (b'date1904="1"', b'date1904="true"', b"date1904='1'")
_EXTRAS_OF_ODS = (b'value-type="error"', b"-spanned=")
_NOT_CALCULATED = (b"</f><v></v>", b"</f><v/>", b"</f><v />", b"</f></c>")
_DTD = (b"<!DOCTYPE", b"<!ENTITY")
_PLACE = re.compile(rb"""\br=["']([A-Za-z]*)(\d+)["']""")
_MOST_LETTERS = 3  # up to column XFD, the last of Excel
_MOST_PLAIN_LETTERS = 2  # up to column ZZ, the 702nd
_MOST_DIGITS = 9


class ZipKind(StrEnum):
    """Whose zip it is, told by the parts inside."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"


@dataclass(frozen=True, slots=True)
class Inspected:
    """A workbook that may be parsed; `has_extras` when it holds what the fast parser leaves out.

    One that `is_untidy` has parts or cells where the parser does not look for them; see workbook_tidy.
    """

    kind: ZipKind
    has_extras: bool
    unpacked: int
    is_untidy: bool = False


@dataclass(slots=True)
class _Counted:
    """What has flowed past so far, of all parts together; `check` is asked meanwhile."""

    check: Check | None
    most_unpacked: int
    has_extras: bool = False
    is_untidy: bool = False
    unpacked: int = 0
    tags: int = 0
    cells: int = 0

    def count_sheet(self, path: Path, extent: "_Extent", there: int, count: Callable[[], int]) -> None:
        """Add a sheet's cells: those of its extent, which are `there`, or those that `count` finds.

        Raises:
            BookTooLarge: there are too many now.
        """
        cells = extent.most_cells
        if self.cells + cells > MOST_CELLS:
            cells = count()
        if extent.letters > _MOST_PLAIN_LETTERS or self.cells + cells > MOST_CELLS:
            # A cell far away; without those that are blank, and without the gaps, the others may be few.
            self.is_untidy = True
            cells = there
        self.cells += cells
        if self.cells > MOST_CELLS:
            raise errors.BookTooLarge(str(path), "cells")


def inspect_workbook(path: Path, check: Check | None = None) -> Inspected:
    """Return what a zip holds when it can be handed to the parser; `check` is asked with every piece.

    Raises:
        BookUnreadable: it is no workbook; `detail` begins with "no workbook" or "zip".
        BookProtected: it has a password.
        BookTooLarge: more parts, columns or cells than a shop's book can have.
        BookHostile: it lies about its sizes, unpacks to a flood, or brings a DTD.
        Cancelled: `check` raised it.
    """
    try:
        with path.open("rb") as file:
            prove_few_parts(path, file, check)
            with ZipFile(file) as archive:
                return _inspect_parts(path, file, archive.infolist(), check)
    except (BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, ValueError) as problem:
        raise errors.BookUnreadable(str(path), f"zip: {problem}") from problem
    except OSError as problem:
        raise errors.BookUnreadable(str(path), str(problem)) from problem


def prove_few_parts(path: Path, file: BinaryIO, check: Check | None = None) -> None:
    """Make sure that a zip has no more parts than a workbook, before zipfile makes an object of each of them.

    Raises:
        BookTooLarge: it has more.
        Cancelled: `check` raised it.
    """
    entries = 0
    for chunk in asking(chunks(file, len(_ENTRY) - 1), check, every=1):
        entries += chunk.count(_ENTRY)
    if entries > MOST_PARTS:
        raise errors.BookTooLarge(str(path), "parts")
    file.seek(0)


def prove_sizes(
    path: Path, parts: Iterable[ZipInfo], most_unpacked: int, most_ratio: int, ratio_from: int
) -> None:
    """Make sure that a zip does not say itself that it would unpack to a flood.

    Raises:
        BookHostile: a part larger than `ratio_from` is packed too well.
        BookTooLarge: together they are too large.
    """
    parts = list(parts)
    if any(part.file_size > max(ratio_from, most_ratio * part.compress_size) for part in parts):
        raise errors.BookHostile(str(path), "ratio")
    if sum(part.file_size for part in parts) > most_unpacked:
        raise errors.BookTooLarge(str(path), "unpacked")


def _kind_of(path: Path, names: list[str]) -> ZipKind:
    if "xl/workbook.bin" in names:
        return ZipKind.XLSB
    if "[content_types].xml" in names and any("worksheets/" in name for name in names):
        return ZipKind.XLSX
    if "content.xml" in names and "meta-inf/manifest.xml" in names:
        return ZipKind.ODS
    raise errors.BookUnreadable(str(path), "no workbook")


def _inspect_parts(path: Path, file: BinaryIO, parts: list[ZipInfo], check: Check | None) -> Inspected:
    names = [plain_name(part.filename).lower() for part in parts]
    if len(set(names)) != len(names):
        raise errors.BookHostile(str(path), "a part twice")
    kind = _kind_of(path, names)
    endings = (*_XML_NAMES, ".bin") if kind is ZipKind.XLSB else _XML_NAMES
    read = [part for part in parts if part.filename.lower().endswith(endings)]
    counted = _Counted(check, _MOST_UNPACKED_ODS if kind is ZipKind.ODS else MOST_UNPACKED)
    if kind is ZipKind.XLSX:
        as_written = {part.filename.lower() for part in parts}
        counted.is_untidy = not as_written.issuperset(names) or "xl/workbook.xml" not in as_written
    prove_sizes(path, read, counted.most_unpacked, MOST_RATIO, _RATIO_FROM)
    # The manifest first: it says whether the other parts can be unpacked at all.
    for part in sorted(read, key=lambda part: part.filename.lower() != "meta-inf/manifest.xml"):
        if part.flag_bits & _ENCRYPTED_FLAG:
            raise errors.BookProtected(str(path), "zip")
        _inspect_part(path, file, part, counted)
    return Inspected(kind, counted.has_extras, counted.unpacked, counted.is_untidy)


def _inspect_part(path: Path, file: BinaryIO, part: ZipInfo, counted: _Counted) -> None:
    name = plain_name(part.filename).lower()
    extent = _Extent() if "worksheets/" in name else None
    size = strings = cells_there = 0
    kept = b""
    for chunk in asking(_unpack(file, part), counted.check, every=1):
        size += len(chunk)
        counted.unpacked += len(chunk)
        if size > max(_RATIO_FROM, MOST_RATIO * part.compress_size):
            raise errors.BookHostile(str(path), "ratio")
        if counted.unpacked > counted.most_unpacked:
            raise errors.BookTooLarge(str(path), "unpacked")
        text = kept + chunk
        # Without zeros UTF-16 reads like ASCII, so that no encoding hides a DTD.
        plain = text.replace(b"\0", b"") if b"\0" in text else text
        if any(word in plain for word in _DTD):
            raise errors.BookHostile(str(path), "DTD")
        if _ENCRYPTED_ODS in text and part.filename.lower() == "meta-inf/manifest.xml":
            raise errors.BookProtected(str(path), "manifest")
        counted.has_extras = counted.has_extras or _has_extras(name, text)
        counted.tags += chunk.count(b"<")
        strings += chunk.count(b"<si")
        if counted.tags > MOST_TAGS or strings > MOST_STRINGS:
            raise errors.BookTooLarge(str(path), "cells")
        if extent is not None:
            extent.stretch(text)
            cells_there += chunk.count(b"<c ")
            if extent.letters > _MOST_LETTERS:
                raise errors.BookTooLarge(str(path), "columns")
        kept = chunk[-_OVERLAP:]
    if size != part.file_size:
        raise errors.BookHostile(str(path), "declared size")
    if extent is not None:
        counted.count_sheet(
            path,
            extent,
            cells_there,
            lambda: _count_cells(asking(_unpack(file, part), counted.check, every=1)),
        )


def _has_extras(name: str, text: bytes) -> bool:
    if "worksheets/" in name:
        not_calculated = b"</f>" in text and any(mark in text for mark in _NOT_CALCULATED)
        return not_calculated or any(mark in text for mark in _EXTRAS_OF_SHEET)
    marks = _EXTRAS_OF_ODS if name == "content.xml" else _EXTRAS_OF_BOOK
    return (name == "content.xml" or name.endswith("workbook.xml")) and any(mark in text for mark in marks)


class _Extent:
    """How far a sheet reaches, as the number of letters and of digits of its farthest places."""

    def __init__(self) -> None:
        self.letters = 1
        self.digits = 3

    @property
    def most_cells(self) -> int:
        """Return how many cells lie before the farthest place, or more."""
        columns = sum(26**count for count in range(1, self.letters + 1))
        return int(columns * 10**self.digits)

    def stretch(self, text: bytes) -> None:
        """Take in a piece of a sheet."""
        # A piece has thousands of places; one search passes over all that lie within what is known already.
        while (found := _place_beyond(self.letters, self.digits).search(text)) is not None:
            self.letters = max(self.letters, len(found[1]))
            self.digits = max(self.digits, len(found[2]))


@cache
def _place_beyond(letters: int, digits: int) -> re.Pattern[bytes]:
    return re.compile(
        rb"""r=["'](?=[A-Za-z]{%d}|[A-Za-z]*\d{%d})([A-Za-z]*)(\d+)""" % (letters + 1, digits + 1)
    )


def _count_cells(chunks: Iterator[bytes]) -> int:
    """Return how many cells the parser would lay out for a sheet: up to its last row and its last column."""
    last_row = last_column = 0
    kept = b""
    for chunk in chunks:
        for letters, digits in set(_PLACE.findall(kept + chunk)):
            last_row = max(last_row, int(digits[:_MOST_DIGITS]))
            last_column = max(last_column, _column_number(letters))
        kept = chunk[-_OVERLAP:]
    return last_row * last_column


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters[:_MOST_LETTERS].upper():
        number = number * 26 + letter - 64
    return number


def _unpack(file: BinaryIO, part: ZipInfo) -> Iterator[bytes]:
    """Yield a part's bytes as they really are, not cut off where the zip says that they end."""
    file.seek(part.header_offset)
    signature, *_, name_length, extra_length = _LOCAL.unpack(file.read(_LOCAL.size))
    if signature != _ZIP:
        raise BadZipFile("no local header")
    file.seek(name_length + extra_length, 1)
    left = part.compress_size
    if part.compress_type == ZIP_STORED:
        while left > 0 and (chunk := file.read(min(left, _CHUNK))):
            left -= len(chunk)
            yield chunk
        return
    if part.compress_type != ZIP_DEFLATED:
        raise BadZipFile("packed in a way of its own")
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    while left > 0 and not unpacker.eof and (packed := file.read(min(left, _CHUNK))):
        left -= len(packed)
        while packed and not unpacker.eof:
            yield unpacker.decompress(packed, _CHUNK)
            packed = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise EOFError("a part that breaks off")
