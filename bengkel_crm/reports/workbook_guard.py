"""Looking a workbook over before any parser sees it: nothing in it may be a bomb, a trap or a flood.

A workbook is a zip of XML. What the zip says of itself is not believed: every part the parser will read is
unpacked here once, counted as it flows past, and never kept.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from bengkel_crm import errors

MOST_BYTES = 64 << 20
MOST_PARTS = 3_000
MOST_UNPACKED = 160 << 20
MOST_TAGS = 24_000_000
MOST_STRINGS = 1_500_000
MOST_CELLS = 4_000_000
# Real sheets shrink ten- to fortyfold; a part that shrinks more than this was made to.
MOST_RATIO = 100
_RATIO_FROM = 1 << 20

_CHUNK = 1 << 20
_OVERLAP = 64
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ENTRY = b"PK\x01\x02"
_LOCAL = struct.Struct("<4s5H3I2H")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 1
_XML_NAMES = (".xml", ".rels")
_DTD = (b"<!DOCTYPE", b"<!ENTITY")
_PLACE = re.compile(rb"""\br=["']([A-Za-z]*)(\d+)["']""")
_MOST_LETTERS = 2  # up to column ZZ, the 702nd
_MOST_DIGITS = 9


@dataclass(slots=True)
class _Counted:
    """What has flowed past so far, of all parts together."""

    unpacked: int = 0
    tags: int = 0
    cells: int = 0


def inspect_workbook(path: Path) -> None:
    """Return when a file can be handed to the parser.

    Raises:
        BookUnreadable: it is no .xlsx; `detail` begins with "password", "xls", "no zip", "no xlsx" or "zip".
        BookTooLarge: more bytes, parts, columns or cells than a shop's book can have.
        BookHostile: it lies about its sizes, unpacks to a flood, or brings a DTD.
    """
    try:
        with path.open("rb") as file:
            _inspect_file(path, file)
            with ZipFile(file) as archive:
                _inspect_parts(path, file, archive.infolist())
    except (BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, ValueError) as problem:
        raise errors.BookUnreadable(str(path), f"zip: {problem}") from problem
    except OSError as problem:
        raise errors.BookUnreadable(str(path), str(problem)) from problem


def _inspect_file(path: Path, file: BinaryIO) -> None:
    start = file.read(len(_OLE))
    size = file.seek(0, 2)
    if size > MOST_BYTES:
        raise errors.BookTooLarge(str(path), f"{size} bytes")
    file.seek(0)
    if start == _OLE:
        # An .xls by whatever name, or an .xlsx with a password, which Excel wraps into the same container.
        raise errors.BookUnreadable(str(path), "password" if _holds(file, _ENCRYPTED_STREAM) else "xls")
    if not start.startswith(_ZIP):
        raise errors.BookUnreadable(str(path), "no zip")
    # Counted before zipfile makes an object of each of them.
    if _count(file, _ENTRY) > MOST_PARTS:
        raise errors.BookTooLarge(str(path), "parts")
    file.seek(0)


def _chunks(file: BinaryIO, overlap: int) -> Iterator[bytes]:
    file.seek(0)
    kept = b""
    while chunk := file.read(_CHUNK):
        yield kept + chunk
        kept = chunk[-overlap:]


def _holds(file: BinaryIO, wanted: bytes) -> bool:
    return any(wanted in chunk for chunk in _chunks(file, len(wanted) - 1))


def _count(file: BinaryIO, wanted: bytes) -> int:
    return sum(chunk.count(wanted) for chunk in _chunks(file, len(wanted) - 1))


def _inspect_parts(path: Path, file: BinaryIO, parts: list[ZipInfo]) -> None:
    names = [part.filename.lower() for part in parts]
    if len(set(names)) != len(names):
        raise errors.BookHostile(str(path), "a part twice")
    if "[content_types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise errors.BookUnreadable(str(path), "no xlsx")
    read = [part for part in parts if part.filename.lower().endswith(_XML_NAMES)]
    if sum(part.file_size for part in read) > MOST_UNPACKED:
        _refuse_size(path, read)
    counted = _Counted()
    for part in read:
        if part.flag_bits & _ENCRYPTED_FLAG:
            raise errors.BookUnreadable(str(path), "password")
        _inspect_part(path, file, part, counted)


def _refuse_size(path: Path, parts: list[ZipInfo]) -> None:
    """Raise: whoever declares that much is a bomb when it is packed too well, else a book too large."""
    if any(part.file_size > MOST_RATIO * max(part.compress_size, 1) for part in parts):
        raise errors.BookHostile(str(path), "ratio")
    raise errors.BookTooLarge(str(path), "unpacked")


def _inspect_part(path: Path, file: BinaryIO, part: ZipInfo, counted: _Counted) -> None:
    extent = _Extent() if "/worksheets/" in part.filename.lower() else None
    size = strings = 0
    kept = b""
    for chunk in _unpack(file, part):
        size += len(chunk)
        counted.unpacked += len(chunk)
        if size > max(_RATIO_FROM, MOST_RATIO * part.compress_size):
            raise errors.BookHostile(str(path), "ratio")
        if counted.unpacked > MOST_UNPACKED:
            raise errors.BookTooLarge(str(path), "unpacked")
        text = kept + chunk
        # Without zeros UTF-16 reads like ASCII, so that no encoding hides a DTD.
        plain = text.replace(b"\0", b"") if b"\0" in text else text
        if any(word in plain for word in _DTD):
            raise errors.BookHostile(str(path), "DTD")
        counted.tags += chunk.count(b"<")
        strings += chunk.count(b"<si")
        if counted.tags > MOST_TAGS or strings > MOST_STRINGS:
            raise errors.BookTooLarge(str(path), "cells")
        if extent is not None:
            extent.stretch(text)
            if extent.letters > _MOST_LETTERS:
                raise errors.BookTooLarge(str(path), "columns")
        kept = chunk[-_OVERLAP:]
    if size != part.file_size:
        raise errors.BookHostile(str(path), "declared size")
    if extent is not None:
        cells = extent.most_cells
        if counted.cells + cells > MOST_CELLS:
            cells = _count_cells(_unpack(file, part))
        counted.cells += cells
        if counted.cells > MOST_CELLS:
            raise errors.BookTooLarge(str(path), "cells")


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
