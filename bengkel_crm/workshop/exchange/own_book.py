"""Knowing the shop's own export again, in whatever language it was written and whoever saved it since."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bengkel_crm import errors
from bengkel_crm.reports.row_stream import RowBook, open_rows
from bengkel_crm.reports.workbook_reader import Cell
from bengkel_crm.workshop.exchange.own_sheets import (
    BETWEEN,
    BIN_SUFFIX,
    COLUMN_ROW,
    FORMAT,
    LIST_ROW,
    MARKER_SHEET,
    OWN_LISTS,
    SIGNATURE,
    TEXT_ROW,
    TOTAL_ROW,
    WORD_ROW,
    OwnList,
    text_from,
)

_SHEET_NAME_LENGTH = 31
_CONTINUED = re.compile(r"(.*) (\d{1,3})")


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """One sheet of an export: whose rows stand on it, and its columns by their titles in lower case."""

    name: str
    own: OwnList
    in_bin: bool
    columns: Mapping[str, str]

    @property
    def code(self) -> str:
        return self.own.table + BIN_SUFFIX if self.in_bin else self.own.table


@dataclass(frozen=True, slots=True)
class OwnBook:
    """An export of this program: its sheets, parents before children.

    `words` are the codes behind the words of a column ("customer.kind"), in lower case; `texts` what no cell
    could hold, by (list, key of the row, column); `total` is what a row of sums begins with.
    """

    path: Path
    sheets: tuple[OwnSheet, ...]
    words: Mapping[str, Mapping[str, str]]
    texts: Mapping[tuple[str, str, str], str]
    total: str


def find_own_book(path: Path) -> OwnBook | None:
    """Return what an export of this program tells of itself, or None where a file is none.

    It is known by its last sheet. An export of a newer version is not known, nor is one without that sheet.
    """
    try:
        with open_rows(path) as book:
            return _read(path, book) if MARKER_SHEET in book.sheet_names else None
    except (errors.BookError, errors.FileMissing):
        return None


def _read(path: Path, book: RowBook) -> OwnBook | None:
    rows = [[*map(_told, cells), "", "", "", ""][:4] for _, cells in _without_texts(book)]
    signed = next((row for row in rows if row[0] == SIGNATURE), None)
    if signed is None or not signed[1].isdecimal() or int(signed[1]) > FORMAT:
        return None
    titles: dict[str, str] = {}
    columns: dict[str, dict[str, str]] = {}
    words: dict[str, dict[str, str]] = {}
    total = ""
    for kind, place, code, title in rows:
        if kind == LIST_ROW:
            titles[place] = title
        elif kind == COLUMN_ROW:
            columns.setdefault(place, {})[title.casefold()] = code
        elif kind == WORD_ROW:
            # Live rows and those of the bin have the same words.
            words.setdefault(place.replace(BIN_SUFFIX, ""), {})[title.casefold()] = code
        elif kind == TOTAL_ROW:
            total = title
    sheets = [
        OwnSheet(name, own, suffix != "", columns.get(code, {}))
        for own in OWN_LISTS.values()
        for suffix in ("", BIN_SUFFIX)
        if (code := own.table + suffix) in titles
        for name in book.sheet_names
        if _is_of(name, titles[code])
    ]
    return OwnBook(path, tuple(sheets), words, _texts(book), total)


def _told(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _without_texts(book: RowBook) -> Iterator[tuple[int, list[Cell]]]:
    return (row for row in book.rows(MARKER_SHEET) if row[1] and row[1][0] != TEXT_ROW)


def _texts(book: RowBook) -> dict[tuple[str, str, str], str]:
    """Return the texts that no cell could hold; one that was changed by hand is left out."""
    pieces: dict[tuple[str, str, str], dict[str, str]] = {}
    for _, cells in book.rows(MARKER_SHEET):
        if len(cells) > 3 and cells[0] == TEXT_ROW:
            code, _, place = _told(cells[1]).partition(BETWEEN)
            key, column, number = [*place.rsplit(BETWEEN, 2), "", ""][:3]
            pieces.setdefault((code, key, column), {})[number] = _told(cells[3])
    texts = {}
    for of, found in pieces.items():
        try:
            texts[of] = text_from([found[str(number)] for number in range(len(found))])
        except (KeyError, ValueError):
            continue
    return texts


def _is_of(sheet: str, title: str) -> bool:
    """Tell whether a sheet holds the list of a title, or goes on with it ("Work orders 2")."""
    if sheet == title[:_SHEET_NAME_LENGTH]:
        return True
    continued = _CONTINUED.fullmatch(sheet)
    return continued is not None and continued[1] == title[: _SHEET_NAME_LENGTH - 1 - len(continued[2])]
