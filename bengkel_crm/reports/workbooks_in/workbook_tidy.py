"""A workbook that Excel opens and the parser does not: the same one, written as Excel itself would.

Its parts may be named with backslashes or lie elsewhere, a cell may be coloured far to the right, and a stray
key may stand in the last of a million rows. Nothing that has a value is left out; what stands thousands of
blank rows below, or a hundred blank columns to the right, moves to the others.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

MOST_BLANK_ROWS, MOST_BLANK_COLUMNS = 5_000, 100
_CHUNK = 1 << 20
_LONGEST_ROW = 8 << 20
_OFFICE_DOCUMENT = re.compile(r"<[^<>]{0,500}/officeDocument[\"'][^<>]{0,500}>")
_TARGET = re.compile(r"\bTarget=[\"']([^\"'<>]{1,200})[\"']")
_ROW = re.compile(rb"<(?:\w{1,20}:)?row\b[^<>]{0,2000}?\br=[\"'](\d{1,9})[\"']")
_BLANK_CELL = re.compile(rb"<(?:\w{1,20}:)?c\b[^<>]{0,300}/>")
_DIMENSION = re.compile(rb"<(?:\w{1,20}:)?dimension\b[^<>]{0,200}/>")
_PLACE = re.compile(rb"(\br=[\"'])([A-Za-z]{0,3})(\d{1,9})(?=[\"'])")
_COLUMN = re.compile(rb"\br=[\"']([A-Za-z]{1,3})\d{1,9}[\"']")
_BOOK = "xl/workbook.xml"


def plain_name(name: str) -> str:
    """Return the name of a part as it should be written."""
    return name.replace("\\", "/").lstrip("/")


def write_tidy(path: Path, to: BinaryIO) -> None:
    """Write a workbook that was looked over with its parts at their places and its sheets without gaps.

    Raises:
        KeyError, ValueError: its parts do not say where the workbook is.
    """
    with ZipFile(path) as archive, ZipFile(to, "w", ZIP_DEFLATED, compresslevel=1) as tidy:
        names = {plain_name(name): name for name in archive.namelist() if not name.endswith(("/", "\\"))}
        book = _place_of_book(archive, names)
        folder = str(PurePosixPath(book).parent).strip(".")
        for name, as_it_is in names.items():
            place = _place_of(name, book, folder)
            is_sheet = "worksheets/" in place.lower() and place.lower().endswith(".xml")
            columns = {}
            if is_sheet:
                with archive.open(as_it_is) as part:
                    columns = _new_columns(part)
            with archive.open(as_it_is) as part, tidy.open(place, "w") as new:
                if is_sheet:
                    for piece in _tidy_rows(part, columns):
                        new.write(piece)
                elif place.lower().endswith(".rels"):
                    new.write(_relations(part.read(), folder, book))
                else:
                    while chunk := part.read(_CHUNK):
                        new.write(chunk)


def _place_of_book(archive: ZipFile, names: dict[str, str]) -> str:
    """Return the plain name of the part that lists the sheets."""
    if _BOOK in names:
        return _BOOK
    relations = archive.read(names["_rels/.rels"]).decode("utf-8", "replace")
    for found in _OFFICE_DOCUMENT.findall(relations):
        target = _TARGET.search(found)
        if target is not None and plain_name(target[1]) in names:
            return plain_name(target[1])
    raise ValueError("no workbook")


def _place_of(name: str, book: str, folder: str) -> str:
    """Return where a part of a workbook belongs that has its parts elsewhere."""
    if (
        book == _BOOK
        or name.lower() == "[content_types].xml"
        or name.startswith(("_rels/.rels", "docProps/"))
    ):
        return name
    if name == book:
        return _BOOK
    inside = name.removeprefix(f"{folder}/") if folder else name
    if inside == f"_rels/{PurePosixPath(book).name}.rels":
        return "xl/_rels/workbook.xml.rels"
    return f"xl/{inside}"


def _relations(text: bytes, folder: str, book: str) -> bytes:
    """Return what points at other parts, as they are called now."""

    def moved(found: re.Match[bytes]) -> bytes:
        target = found[1].replace(b"\\", b"/")
        if target.lstrip(b"/") == book.encode():
            target = b"/" + _BOOK.encode()
        elif target.startswith(b"/") and folder != "xl":
            inside = target[1:].removeprefix(f"{folder}/".encode() if folder else b"")
            target = b"/xl/" + inside
        return b'Target="' + target + b'"'

    return re.sub(rb"\bTarget=[\"']([^\"'<>]{1,500})[\"']", moved, text)


def _new_columns(part: IO[bytes]) -> dict[bytes, bytes]:
    """Return where columns go that stand far to the right of the others, by their letters."""
    used: set[bytes] = set()
    for piece in _pieces(part, b"<row"):
        used.update(_COLUMN.findall(_BLANK_CELL.sub(b"", piece)))
    moved: dict[bytes, bytes] = {}
    before = before_now = 0
    for number, letters in sorted((_number_of(letters), letters) for letters in used):
        now = before_now + min(number - before, MOST_BLANK_COLUMNS)
        if now != number:
            moved[letters] = _letters_of(now)
        before, before_now = number, now
    return moved


def _number_of(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _letters_of(number: int) -> bytes:
    letters = b""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = bytes([65 + rest]) + letters
    return letters


def _tidy_rows(part: IO[bytes], columns: Mapping[bytes, bytes]) -> Iterator[bytes]:
    """Yield the rows of a sheet without blank cells, what stands far away moved to the others."""
    last = moved_by = 0
    for piece in _pieces(part, b"<row"):
        text = _BLANK_CELL.sub(b"", _DIMENSION.sub(b"", piece))
        found = _ROW.match(text)
        if found is None:
            yield text
            continue
        row = int(found[1]) - moved_by
        if row > last + MOST_BLANK_ROWS and b"</" in text:
            moved_by += row - last - 1
            row = last + 1
        last = max(last, row)
        yield _renumbered(text, row, columns) if moved_by or columns else text


def _renumbered(text: bytes, row: int, columns: Mapping[bytes, bytes]) -> bytes:
    number = str(row).encode()
    return _PLACE.sub(lambda found: found[1] + columns.get(found[2], found[2]) + number, text)


def _pieces(part: IO[bytes], border: bytes) -> Iterator[bytes]:
    """Yield a part in pieces that each begin at a border, but for what stands before the first.

    Raises:
        ValueError: a piece is longer than any row.
    """
    kept = b""
    while chunk := part.read(_CHUNK):
        *whole, kept = _cut(kept + chunk, border)
        yield from whole
        if len(kept) > _LONGEST_ROW:
            raise ValueError("a row without end")
    yield kept


def _cut(text: bytes, border: bytes) -> list[bytes]:
    first, *others = text.split(border)
    return [first, *(border + other for other in others)]
