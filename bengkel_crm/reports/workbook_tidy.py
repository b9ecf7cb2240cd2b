"""A workbook that Excel opens and the parser does not: the same one, written as Excel itself would.

Its parts may be named with backslashes or lie elsewhere, a cell may be coloured far to the right, and a stray
key may stand in the last of a million rows. Nothing that has a value is left out; what stands thousands of
blank rows below moves up.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

MOST_BLANK_ROWS = 5_000
_CHUNK = 1 << 20
_LONGEST_ROW = 8 << 20
_OFFICE_DOCUMENT = re.compile(r"<[^<>]{0,500}/officeDocument[\"'][^<>]{0,500}>")
_TARGET = re.compile(r"\bTarget=[\"']([^\"'<>]{1,200})[\"']")
_ROW = re.compile(rb"<(?:\w{1,20}:)?row\b[^<>]{0,2000}?\br=[\"'](\d{1,9})[\"']")
_BLANK_CELL = re.compile(rb"<(?:\w{1,20}:)?c\b[^<>]{0,300}/>")
_DIMENSION = re.compile(rb"<(?:\w{1,20}:)?dimension\b[^<>]{0,200}/>")
_PLACE = re.compile(rb"(\br=[\"'][A-Za-z]{0,3})(\d{1,9})(?=[\"'])")
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
            with archive.open(as_it_is) as part, tidy.open(place, "w") as new:
                if "worksheets/" in place.lower() and place.lower().endswith(".xml"):
                    for piece in _tidy_rows(part):
                        new.write(piece)
                elif place.lower().endswith(".rels"):
                    new.write(_relations(part.read(), folder))
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


def _relations(text: bytes, folder: str) -> bytes:
    def moved(found: re.Match[bytes]) -> bytes:
        target = found[1].replace(b"\\", b"/")
        if target.startswith(b"/") and folder != "xl":
            inside = target[1:].removeprefix(f"{folder}/".encode() if folder else b"")
            target = b"/xl/" + inside
        return b'Target="' + target + b'"'

    return re.sub(rb"\bTarget=[\"']([^\"'<>]{1,500})[\"']", moved, text)


def _tidy_rows(part: IO[bytes]) -> Iterator[bytes]:
    """Yield the rows of a sheet without blank cells, those far below moved up behind the ones before."""
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
        yield _renumbered(text, row) if moved_by else text


def _renumbered(text: bytes, row: int) -> bytes:
    return _PLACE.sub(lambda found: found[1] + str(row).encode(), text)


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
