"""Knowing the shop's own export again, in whatever language it was written and whoever saved it since."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.cancelling import Check
from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.reports.workbooks_in.row_stream import RowBook, open_rows
from bengkel_crm.schema.exchanged import OWN_LISTS, OwnList
from bengkel_crm.workshop.exchange.own import own_words
from bengkel_crm.workshop.exchange.own.own_sheets import (
    BETWEEN,
    BIN_SUFFIX,
    COLUMN_ROW,
    FORMAT,
    LIST_ROW,
    MARKER_SHEET,
    SIGNATURE,
    TEXT_ROW,
    TOTAL_ROW,
    WORD_ROW,
    text_from,
)

_SHEET_NAME_LENGTH = 31
_CONTINUED = re.compile(r"(.*) (\d{1,3})")


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """One sheet of an export: whose rows stand on it, and the titles of its columns by their codes."""

    name: str
    own: OwnList
    in_bin: bool
    titles: Mapping[str, str]

    @property
    def columns(self) -> dict[str, str]:
        """The codes of the columns by their titles in lower case."""
        return {title.casefold(): code for code, title in self.titles.items()}

    @property
    def code(self) -> str:
        """How the export's own sheet of marks calls this one."""
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


def find_own_book(path: Path, check: Check | None = None) -> OwnBook | None:
    """Return what an export of this program tells of itself, or None where a file is none.

    It is known by its last sheet; where somebody took that away, by its titles in the chosen language. An
    export of a newer version is not known.

    Raises:
        Cancelled: `check`, which is asked meanwhile, raised it.
    """
    try:
        with open_rows(path, check) as book:
            return _read(path, book) if MARKER_SHEET in book.sheet_names else _guess(path, book)
    except (errors.BookError, errors.FileMissing):
        return None


def _read(path: Path, book: RowBook) -> OwnBook | None:
    rows = [[*map(_text_in, cells), "", "", "", ""][:4] for _, cells in _without_texts(book)]
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
            columns.setdefault(place, {})[code] = title
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


def _guess(path: Path, book: RowBook) -> OwnBook | None:
    """Return what can be told of an export by its titles alone; texts that no cell holds are cut then."""
    columns = {
        table: {
            name: own_words.title_of(table, name)
            for name in (*own.columns, *(("removed_at",) if own.can_be_removed else ()))
        }
        for table, own in OWN_LISTS.items()
    }
    sheets = [
        OwnSheet(name, own, is_bin, columns[table])
        for table, own in OWN_LISTS.items()
        for is_bin in (False, True)
        for name in book.sheet_names
        if _is_of(name, own_words.sheet_title(table, is_bin))
    ]
    if not {"customer", "vehicle", "work_order"} <= {sheet.own.table for sheet in sheets}:
        return None
    for sheet in sheets:
        _, header = next(book.rows(sheet.name), (1, []))
        titles = {_text_in(title).casefold() for title in header}
        if not all(sheet.titles[name].casefold() in titles for name in sheet.own.needed):
            return None
    words = {
        f"{table}.{name}": {word.casefold(): code for code, word in own_words.words_of(table, name).items()}
        for table, own in OWN_LISTS.items()
        for name in own.columns
    }
    return OwnBook(path, tuple(sheets), words, {}, own_words.total_title())


def _text_in(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _without_texts(book: RowBook) -> Iterator[tuple[int, list[Cell]]]:
    return (row for row in book.rows(MARKER_SHEET) if row[1] and row[1][0] != TEXT_ROW)


def _texts(book: RowBook) -> dict[tuple[str, str, str], str]:
    """Return the texts that no cell could hold; one that was changed by hand is left out."""
    pieces: dict[tuple[str, str, str], dict[str, str]] = {}
    for _, cells in book.rows(MARKER_SHEET):
        if len(cells) > 3 and cells[0] == TEXT_ROW:
            code, _, place = _text_in(cells[1]).partition(BETWEEN)
            key, column, number = [*place.rsplit(BETWEEN, 2), "", ""][:3]
            pieces.setdefault((code, key, column), {})[number] = _text_in(cells[3])
    texts = {}
    for of, found in pieces.items():
        try:
            texts[of] = text_from([found[str(number)] for number in range(len(found))])
        except (KeyError, ValueError):
            continue
    return texts


def _is_of(sheet: str, title: str) -> bool:
    """Return whether a sheet holds the list of a title, or goes on with it ("Work orders 2")."""
    if sheet == title[:_SHEET_NAME_LENGTH]:
        return True
    continued = _CONTINUED.fullmatch(sheet)
    return continued is not None and continued[1] == title[: _SHEET_NAME_LENGTH - 1 - len(continued[2])]
