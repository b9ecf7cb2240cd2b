"""Reading a text file as a book of one sheet, as Excel would: quotes, line ends in cells, ragged rows."""

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from bengkel_crm.base import errors
from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.base.gc_pause import gc_paused
from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet, Cell
from bengkel_crm.reports.workbooks_in.csv_guess import SEPARATORS, CsvOptions

MOST_COLUMNS, MOST_CELLS = 1_024, 2_500_000
MOST_ROWS = 500_000
_MOST_BLANK_CELLS = 12_000_000
LONGEST_TEXT = 32_767  # as in a cell of Excel
LONGEST_LINE = 1 << 20
# A quote that nobody closed would swallow the rows below it.
_MOST_LINES_A_ROW = 100
# In a cell of a narrow table a list with commas looks like a row.
_NARROW = 3
_MOST_OPEN_QUOTES = 1_000
_KNOWN_TEXTS = 50_000
# Lines may be long.
_LINES_UNASKED = 100
_LONGEST_KNOWN = 60


class _Swallowing(Exception):
    """A quoted cell that goes on and on; never leaves this module."""


_IN_WINDOWS = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]
# What Windows-1252 has where Latin-1 has control codes, and for bytes that are no UTF-8: books are put
# together from others. Both are read without a call for each letter.
_FROM_LATIN = {byte: _IN_WINDOWS[byte] for byte in range(0x80, 0xA0)}
_FROM_NO_UTF8 = {0xDC00 + byte: _IN_WINDOWS[byte] for byte in range(0x80, 0x100)}
_NO_UTF8 = re.compile("[\udc80-\udcff]")


def read_csv(path: Path, options: CsvOptions, check: Check | None = None) -> BookSheet:
    """Return a text file as one sheet of texts, named after the file.

    A quote that is never closed is a letter like others, "sep=;" on the first line is no cell. `check` is
    asked meanwhile and may raise Cancelled.

    Raises:
        BookUnreadable: it is no text in that encoding.
        BookTooLarge: more columns or cells than a book has, or a line without end.
    """
    try:
        with path.open("rb") as file, gc_paused():
            return BookSheet(path.stem, True, tuple(_rows(path, file, options, check)))
    except (OSError, LookupError, UnicodeError) as problem:
        raise errors.BookUnreadable(str(path), str(problem)) from problem


def _rows(
    path: Path, file: io.BufferedReader, options: CsvOptions, check: Check | None
) -> Iterator[tuple[Cell, ...]]:
    known: dict[str, str | None] = {}
    cells_so_far = all_so_far = rows = blank = 0
    lines = asking(_lines(path, file, options.encoding), check, _LINES_UNASKED)
    for row in _records(lines, options.separator):
        all_so_far += len(row)
        while row and (not row[-1] or row[-1].isspace()):
            row.pop()
        cells_so_far += len(row)
        rows += 1
        if (
            len(row) > MOST_COLUMNS
            or cells_so_far > MOST_CELLS
            or all_so_far > _MOST_BLANK_CELLS
            or rows > MOST_ROWS
        ):
            raise errors.BookTooLarge(str(path), "cells")
        if not row:
            blank += 1
            continue
        # Blank rows at the end are none.
        yield from ((),) * blank
        blank = 0
        yield tuple([known[text] if text in known else _cell(text, known) for text in row])


def _cell(text: str, known: dict[str, str | None]) -> str | None:
    """Return a cell; the same short text is kept in memory once, as books repeat themselves."""
    cell = text[:LONGEST_TEXT] or None
    if text.startswith('="') and text.endswith('"') and len(text) > 3:
        # How programs keep Excel from taking 0812 for a number.
        cell = text[2:-1].replace('""', '"')[:LONGEST_TEXT]
    if len(text) <= _LONGEST_KNOWN and len(known) < _KNOWN_TEXTS:
        known[text] = cell
    return cell


def _lines(path: Path, file: io.BufferedReader, encoding: str) -> Iterator[str]:
    """Yield the lines of a text with their ends.

    Raises:
        BookTooLarge: a line has no end.
        BookUnreadable: there are zeros in it.
    """
    is_windows, is_utf8 = encoding == "cp1252", encoding == "utf-8"
    codec = "latin-1" if is_windows else encoding
    with io.TextIOWrapper(file, codec, "surrogateescape" if is_utf8 else "replace", newline="") as text:
        begun = False
        while line := text.readline(LONGEST_LINE):
            if len(line) >= LONGEST_LINE:
                raise errors.BookTooLarge(str(path), "a line without end")
            if "\0" in line:
                raise errors.BookUnreadable(str(path), "zeros")
            if not line.isascii() and (is_windows or (is_utf8 and _NO_UTF8.search(line))):
                line = line.translate(_FROM_LATIN if is_windows else _FROM_NO_UTF8)
            if not begun:
                begun = True
                line = line.removeprefix("\ufeff")
                if line.strip().casefold() in {f"sep={mark}".strip() for mark in SEPARATORS}:
                    line = "\n"
            yield line.removesuffix("\x1a")  # the end of a file, as DOS wrote it


def _records(lines: Iterator[str], separator: str) -> Iterator[list[str]]:
    """Yield the rows as lists of cells."""
    waiting: deque[str] = deque()
    taken: list[str] = []
    width = 0
    ended = False

    def feed() -> Iterator[str]:
        nonlocal ended
        while True:
            line = waiting.popleft() if waiting else next(lines, None)
            if line is None:
                ended = True
                return
            taken.append(line)
            if len(taken) > _MOST_LINES_A_ROW:
                raise _Swallowing
            yield line

    open_quotes = 0
    while True:
        # A text with so many open quotes does not mean them; each costs reading the lines behind it twice.
        quoting: Literal[0, 3] = csv.QUOTE_NONE if open_quotes > _MOST_OPEN_QUOTES else csv.QUOTE_MINIMAL
        try:
            for row in csv.reader(feed(), delimiter=separator, quoting=quoting):
                may_swallow = len(taken) > 1 and (ended or len(row) != width or width > _NARROW)
                if may_swallow and _swallows(taken, separator, width, at_end=ended):
                    raise _Swallowing
                width = max(width, len(row))
                yield row
                taken.clear()
            return
        except (_Swallowing, csv.Error):
            open_quotes += 1
            # The quote on its first line is a letter; the lines behind it are rows of their own.
            yield taken[0].rstrip("\r\n").split(separator)
            waiting.extendleft(reversed(taken[1:]))
            taken.clear()
            ended = False


def _swallows(taken: list[str], separator: str, width: int, *, at_end: bool) -> bool:
    """Return whether a row of several lines took in others: whole rows inside, or a quote open at the end."""
    for line in taken[1:] if width > 1 else ():
        if line.count(separator) >= width - 1 and line.count('"') % 2 == 0:
            return True
    if not at_end:
        return False
    try:
        list(csv.reader(taken, delimiter=separator, strict=True))
    except csv.Error as problem:
        return "end of data" in str(problem)
    return False
