"""Reading a workbook that came from anywhere: its cells as plain values, or one refusal."""

import marshal
import os
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any
from zipfile import BadZipFile

from bengkel_crm.base import errors
from bengkel_crm.base.cancelling import Check
from bengkel_crm.reports.workbooks_in.book_kind import BookKind, kind_of_book
from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet, Cell
from bengkel_crm.reports.workbooks_in.bounded_child import Watch, limit_on_windows
from bengkel_crm.reports.workbooks_in.csv_guess import CsvOptions, guess_csv
from bengkel_crm.reports.workbooks_in.csv_reader import read_csv
from bengkel_crm.reports.workbooks_in.workbook_guard import Inspected, ZipKind, inspect_workbook
from bengkel_crm.reports.workbooks_in.workbook_tidy import write_tidy

_CHILD_COMMAND = (sys.executable, "-P", "-m", "bengkel_crm.reports.workbooks_in.workbook_child")
_CHILD_MEGABYTES = 220
# A slow PC may take long to start a process; parsing is given its time from then on, by what is to be parsed.
_SECONDS_TO_START = 30.0
_LEAST_SECONDS, _SECONDS_A_MEGABYTE, _MOST_SECONDS = 4.0, 1.0, 30.0
_CHILD_TOO_LARGE, _CHILD_PROTECTED = 4, 5
_OUT_OF_MEMORY = -int(signal.SIGABRT)
_MOST_COLUMNS = 1_024
_MOST_MERGED_CELLS, _MOST_COVERED_CELLS = 2_000, 200_000
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def read_book(path: Path, csv: CsvOptions | None = None, check: Check | None = None) -> tuple[BookSheet, ...]:
    """Return every sheet of a workbook or text file, in their order; what it is its bytes tell, not its name.

    `csv` says how a text file is written; without it that is told by its bytes, too. `check` is asked
    meanwhile, on another thread while a workbook is parsed, and may raise Cancelled.

    Raises:
        FileMissing: there is no such file.
        BookUnreadable, BookProtected, BookIsWebPage: it is no book, or none that can be read.
        BookTooLarge, BookHostile: it may not be opened.
        Cancelled: `check` raised it.
    """
    kind = kind_of_book(path)
    if kind is BookKind.TEXT:
        return (read_csv(path, csv or guess_csv(path), check),)
    return read_workbook(path, kind, check)


def read_workbook(path: Path, kind: BookKind, check: Check | None = None) -> tuple[BookSheet, ...]:
    """Return every sheet of a workbook of that kind, as `read_book` does.

    Raises:
        BookUnreadable, BookProtected, BookTooLarge, BookHostile, Cancelled: as for `read_book`.
    """
    # A process takes its time to start: the workbook is looked through meanwhile.
    with _started() as child:
        if kind is BookKind.XLS:
            # Whether it has failed cells only its records tell.
            # It is not packed, and each cell takes a quarter of what it takes in the others.
            return child.read(path, kind.value, 4 * _size_of(path), check, has_extras=True)
        inspected = inspect_workbook(path, check)
        if inspected.is_untidy:
            return _read_tidied(child, path, check)
        return _read_inspected(child, path, inspected, check)


def _read_inspected(
    child: "_Child", path: Path, inspected: Inspected, check: Check | None
) -> tuple[BookSheet, ...]:
    has_extras = inspected.has_extras and inspected.kind is not ZipKind.XLSB
    return child.read(path, inspected.kind.value, inspected.unpacked, check, has_extras=has_extras)


def _read_tidied(child: "_Child", path: Path, check: Check | None) -> tuple[BookSheet, ...]:
    """Return the sheets of a workbook that the parser can not read as it lies there.

    Raises:
        BookTooLarge: too many of its cells are far apart.
    """
    with TemporaryDirectory() as folder:
        tidy = Path(folder) / "book.xlsx"
        try:
            with tidy.open("wb") as file:
                write_tidy(path, file)
            inspected = inspect_workbook(tidy, check)
            if inspected.is_untidy:
                raise errors.BookTooLarge(str(path), "cells")
            return _read_inspected(child, tidy, inspected, check)
        except errors.BookError as problem:
            raise type(problem)(str(path), problem.detail) from problem
        except (BadZipFile, zlib.error, EOFError, KeyError, ValueError, OSError) as problem:
            raise errors.BookUnreadable(str(path), str(problem)) from problem


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as problem:
        raise errors.FileMissing(str(path), str(problem)) from problem


def seconds_for(unpacked: int) -> float:
    """Return how long parsing may take of so many bytes; whatever the book, a clerk waits no longer."""
    return min(_MOST_SECONDS, _LEAST_SECONDS + _SECONDS_A_MEGABYTE * unpacked / 2**20)


@contextmanager
def _started() -> "Iterator[_Child]":
    """Start a process that parses one workbook, and end it however the block ends."""
    # The child finds modules where this process does, wherever that was started from.
    places = os.pathsep.join(place or str(Path.cwd()) for place in sys.path)
    with (
        TemporaryFile() as said,
        subprocess.Popen(
            [*_CHILD_COMMAND, str(_CHILD_MEGABYTES)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            env={**os.environ, "PYTHONPATH": places},
            creationflags=_NO_WINDOW,
        ) as process,
    ):
        # Kept until the child has ended.
        job = limit_on_windows(process, _CHILD_MEGABYTES)
        try:
            yield _Child(process, said)
        finally:
            process.kill()
            process.wait()
            del job


class _Child:
    """The process that parses a workbook: `said` is what it says of its faults."""

    def __init__(self, process: "subprocess.Popen[bytes]", said: IO[bytes]) -> None:
        self._process, self._said = process, said

    def read(
        self, path: Path, kind: str, unpacked: int, check: Check | None, *, has_extras: bool
    ) -> tuple[BookSheet, ...]:
        """Return the sheets of a workbook; a child reads one."""
        _size_of(path)  # it may have gone away meanwhile
        watch = Watch(self._process, _CHILD_MEGABYTES)
        try:
            with watch.within(_SECONDS_TO_START, check):
                self._load()  # it says that it is there
            with watch.within(seconds_for(unpacked), check):
                self._order((str(path), kind, has_extras))
                return self._receive()
        except EOFError:
            code = self._process.wait()
            self._said.seek(0)
            raise _refusal(path, code, watch, self._said.read().decode(errors="replace")) from None

    def _order(self, order: tuple[str, str, bool]) -> None:
        assert self._process.stdin is not None  # it was asked for
        try:
            marshal.dump(order, self._process.stdin)
            self._process.stdin.flush()
        except OSError as problem:
            raise EOFError from problem

    def _load(self) -> Any:
        """Return the next value the child has to say.

        Raises:
            EOFError: it broke off.
        """
        assert self._process.stdout is not None  # it was asked for
        try:
            return marshal.load(self._process.stdout)
        except (ValueError, TypeError) as problem:
            raise EOFError from problem

    def _receive(self) -> tuple[BookSheet, ...]:
        """Return the sheets the child has to tell of.

        Raises:
            EOFError: it broke off.
        """
        sheets = []
        while (about := self._load()) is not None:
            name, visible, merged, failed, from_1904 = about
            rows: list[tuple[Cell, ...]] = []
            while (lot := self._load()) is not None:
                rows += [tuple([_cell(cell) if type(cell) is tuple else cell for cell in row]) for row in lot]
            _show_failed(rows, failed)
            while rows and not rows[-1]:
                rows.pop()
            merged = _merged_within(merged, len(rows))
            sheets.append(BookSheet(name, visible, tuple(rows), merged, from_1904))
        return tuple(sheets)


def _show_failed(rows: list[tuple[Cell, ...]], failed: list[tuple[tuple[int, int], str]]) -> None:
    """Put what Excel shows into cells whose formula failed; the parser leaves them blank."""
    for (row, column), shown in failed:
        if row < len(rows) and column < _MOST_COLUMNS:
            cells = rows[row] + (None,) * (column + 1 - len(rows[row]))
            if cells[column] is None:
                rows[row] = (*cells[:column], shown, *cells[column + 1 :])


def _merged_within(
    ranges: list[tuple[int, int, int, int]], rows: int
) -> tuple[tuple[int, int, int, int], ...]:
    """Return merged ranges as a person makes them: small, on the rows there are, none over another."""
    kept: list[tuple[int, int, int, int]] = []
    covered: set[int] = set()
    for top, left, bottom, right in ranges:
        bottom = min(bottom, rows - 1)
        if not 0 < (bottom - top + 1) * (right - left + 1) <= _MOST_MERGED_CELLS:
            continue
        cells = {row << 14 | column for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if covered.isdisjoint(cells) and len(covered) + len(cells) <= _MOST_COVERED_CELLS:
            covered |= cells
            kept.append((top + 1, left + 1, bottom + 1, right + 1))
    return tuple(kept)


@lru_cache(maxsize=4096)
def _cell(told: tuple[int, ...]) -> date:
    return datetime(*told) if len(told) > 3 else date(*told)  # type: ignore[arg-type]


def _refusal(path: Path, code: int, watch: Watch, said: str) -> errors.BookError:
    if watch.is_late:
        return errors.BookTooLarge(str(path), "time")
    if watch.is_too_big:
        return errors.BookTooLarge(str(path), "memory")
    if code == _CHILD_PROTECTED:
        return errors.BookProtected(str(path), "FILEPASS")
    if code in (_CHILD_TOO_LARGE, _OUT_OF_MEMORY) or "memory" in said:
        return errors.BookTooLarge(str(path), "memory")
    return errors.BookUnreadable(str(path), said.strip()[-200:])
