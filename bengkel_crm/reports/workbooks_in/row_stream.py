"""Reading a long workbook row by row: flat memory, no parser that could take the process with it.

For workbooks the program wrote itself, as they are or saved again by a spreadsheet program. What is searched
for is what those programs write; a file that writes XML in another way shows no cells here.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from posixpath import join, normpath
from zipfile import BadZipFile, ZipFile

from bengkel_crm.base import errors
from bengkel_crm.base.cancelling import Check
from bengkel_crm.base.disk import is_held
from bengkel_crm.base.paths import is_file
from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.reports.workbooks_in.workbook_guard import prove_few_parts, prove_sizes

MOST_BYTES = 1 << 30
_MOST_SMALL = 1 << 20
_MOST_ROW = 16 << 20
_MOST_COLUMNS = 1_024
_MOST_SHARED = 200 << 20
_STRING_BYTES = 60
_MOST_UNPACKED = 8 << 30
# Long lists shrink tenfold, the same long text again and again hundredfold.
_MOST_RATIO, _RATIO_FROM = 300, 4 << 20
_CHUNK = 1 << 20
_TAG = re.compile(r"<(?:\w+:)?(\w+)\b([^<>]*)>")
_ATTRIBUTE = re.compile(r"""\b(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
# None of these goes over the same characters twice, whatever a file holds.
# Column, row, what is said of the cell, then its value, its text, or whatever else stands in it.
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})(\d{1,7})"([^<>]*)>'
    r"(?:<v>([^<]*)</v></c>|<is><t>([^<]*)</t></is></c>|(?<!/>)((?:[^<]++|<(?!c |/row|/c>))*+)</c>)?"
)
_TYPE = re.compile(r'\bt="(\w+)"')
_TEXTS = re.compile(r"<t(?: [^<>]*)?>([^<]*)</t>")
_VALUE = re.compile(r"<v(?: [^<>]*)?>([^<]*)</v>")
_READ_ALOUD = re.compile(r"<rPh\b(?:[^<]++|<(?!/?rPh))*+</rPh>")
_SHARED = re.compile(r"<si>((?:[^<]++|<(?!/?si>))*+)</si>|<si/>")
_ENTITY = re.compile(r"&(?:#(\d+)|#x([0-9A-Fa-f]+)|(\w+));")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNREADABLE = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class RowBook:
    """A workbook whose sheets can be walked; `read_bytes` tells how far, of `bytes_of` all that is walked.

    `check` is asked with every piece that is read, also of what its sheets share, and may raise Cancelled.
    """

    def __init__(self, path: Path, archive: ZipFile, check: Check | None = None) -> None:
        self.read_bytes = 0
        self.check = check
        self._path = path
        self._archive = archive
        self._columns: dict[str, int] = {}
        self._types: dict[str, str] = {}
        self._shared: list[str] | None = None
        self.starts_1904 = False
        self._parts = self._find_sheets()

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The names of the sheets, in the order of their tabs."""
        return tuple(self._parts)

    def bytes_of(self, sheet: str) -> int:
        """Return how many bytes a sheet has, unpacked."""
        return self._archive.getinfo(self._parts[sheet]).file_size

    def rows(self, sheet: str) -> Iterator[tuple[int, list[Cell]]]:
        """Yield (number from 1, cells from column A) of each row of a sheet that has a cell.

        Dates are the numbers a spreadsheet counts them by; a text is as it was typed.

        Raises:
            BookUnreadable, BookHostile
        """
        with _shop_errors(self._path):
            number, cells = "", list[Cell]()
            columns = self._columns
            for block in self._blocks(self._parts[sheet], "</row>", count=True):
                for letters, row, about, value, text, other in _CELL.findall(block):
                    if row != number:
                        if cells:
                            yield int(number), cells
                        number, cells = row, []
                    place = columns.get(letters)
                    if place is None:
                        place = columns[letters] = _column_index(letters)
                        if place > _MOST_COLUMNS:
                            raise errors.BookTooLarge(str(self._path), "columns")
                    if len(cells) != place:
                        cells += [None] * (place - len(cells))
                    if text:
                        cells.append(text if text.isalnum() else _text(text))
                    elif value:
                        cells.append(self._read_value(about, value))
                    else:
                        cells.append(self._read_other(about, other) if other else None)
            if cells:
                yield int(number), cells

    def _read_value(self, about: str, value: str) -> Cell:
        kind = self._types.get(about)
        if kind is None:
            found = _TYPE.search(about)
            kind = self._types[about] = "n" if found is None else found[1]
        if kind == "n":
            number = float(value)
            return int(number) if number.is_integer() else number
        if kind == "s":
            return self._shared_texts()[int(value)]
        return value == "1" if kind == "b" else _text(value)

    def _read_other(self, about: str, body: str) -> Cell:
        if "<is>" in body or "<is " in body:
            return _text(_joined(body))
        found = _VALUE.search(body)
        return None if found is None else self._read_value(about, found[1])

    def _shared_texts(self) -> list[str]:
        if self._shared is None:
            self._shared = []
            part = next((name for name in self._archive.namelist() if name.endswith("sharedStrings.xml")), "")
            held = 0
            for block in self._blocks(part, "</si>") if part else ():
                texts = [_text(_joined(found)) for found in _SHARED.findall(block)]
                held += sum(map(len, texts)) + _STRING_BYTES * len(texts)
                if held > _MOST_SHARED:
                    raise errors.BookTooLarge(str(self._path), "texts")
                self._shared += texts
        return self._shared

    def _blocks(self, part: str, end: str, count: bool = False) -> Iterator[str]:
        """Yield a part in pieces that each end behind `end`, the last one excepted."""
        mark, kept = end.encode(), b""
        with self._archive.open(part) as file:
            while chunk := file.read(_CHUNK):
                if self.check is not None:
                    self.check()
                self.read_bytes += len(chunk) if count else 0
                kept += chunk
                cut = kept.rfind(mark) + len(mark)
                if cut >= len(mark):
                    yield kept[:cut].decode()
                    kept = kept[cut:]
                elif len(kept) > _MOST_ROW:
                    raise errors.BookHostile(str(self._path), "row")
        yield kept.decode()

    def _find_sheets(self) -> dict[str, str]:
        """Return the parts of the sheets by name, in their order."""
        book, links = self._tags("xl/workbook.xml"), self._tags("xl/_rels/workbook.xml.rels")
        # A target is told from the folder of the workbook, or from the root of the zip.
        parts = {
            link.get("Id"): normpath(join("/xl", link.get("Target", "")))[1:]
            for tag, link in links
            if tag == "Relationship"
        }
        self.starts_1904 = any(
            tag == "workbookPr" and about.get("date1904") in ("1", "true") for tag, about in book
        )
        present = set(self._archive.namelist())
        named = [
            (about.get("name", ""), parts.get(about.get("id"), "")) for tag, about in book if tag == "sheet"
        ]
        return {name: part for name, part in named if part in present}

    def _tags(self, part: str) -> list[tuple[str, dict[str, str]]]:
        """Return (name, attributes) of the tags of a small part, prefixes left out."""
        if self._archive.getinfo(part).file_size > _MOST_SMALL:
            raise errors.BookTooLarge(str(self._path), part)
        return [
            (tag, {name: _text(one or other) for name, one, other in _ATTRIBUTE.findall(about)})
            for tag, about in _TAG.findall(self._archive.read(part).decode())
        ]


@contextmanager
def open_rows(path: Path, check: Check | None = None) -> Iterator[RowBook]:
    """Open a workbook to be walked.

    Raises:
        Cancelled: `check` raised it.
        FileMissing: there is no such file.
        BookUnreadable, BookTooLarge, BookHostile: it is no workbook, or none that may be opened.
    """
    if not is_file(path):
        raise errors.FileMissing(str(path))
    if is_held(path):
        raise errors.BookUnreadable(str(path), "the shop file itself")
    with _shop_errors(path):
        if path.stat().st_size > MOST_BYTES:
            raise errors.BookTooLarge(str(path), "bytes")
        with path.open("rb") as file:
            prove_few_parts(path, file, check)
        archive = ZipFile(path)
    with archive:
        with _shop_errors(path):
            # What the zip says of a part is all that is read of it.
            prove_sizes(path, archive.infolist(), _MOST_UNPACKED, _MOST_RATIO, _RATIO_FROM)
            book = RowBook(path, archive, check)
        yield book


@contextmanager
def _shop_errors(path: Path) -> Iterator[None]:
    """Turn what zip and XML say of a file into the shop's own errors."""
    try:
        yield
    except errors.ExpectedError:
        raise
    except (KeyError, IndexError, *_UNREADABLE) as problem:
        raise errors.BookUnreadable(str(path), f"{type(problem).__name__}: {problem}") from problem


def _column_index(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _joined(body: str) -> str:
    """Return the text of a string's runs, how it is read aloud left out."""
    return "".join(_TEXTS.findall(_READ_ALOUD.sub("", body) if "<rPh" in body else body))


def _text(raw: str) -> str:
    """Return a text as it was typed: entities, line ends and what XML can not hold are put back."""
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    if "&" in raw:
        raw = _ENTITY.sub(_unescaped, raw)
    if "_x" in raw:
        raw = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), raw)
        # A character beyond the 65,536th is written as two of them.
        raw = raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return raw


def _unescaped(found: re.Match[str]) -> str:
    if found[3] is not None:
        return _ENTITIES.get(found[3], found[0])
    return chr(int(found[1]) if found[1] is not None else int(found[2], 16))
