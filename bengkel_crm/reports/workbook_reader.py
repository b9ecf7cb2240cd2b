"""Reading a workbook that came from anywhere: its cells as plain values, or one refusal."""

import marshal
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Timer
from typing import Any, TypeAlias

from bengkel_crm import errors
from bengkel_crm.reports.workbook_guard import inspect_workbook

# What a cell can hold; a blank one holds None.
Cell: TypeAlias = str | int | float | bool | date | datetime | None

_CHILD = "bengkel_crm.reports.workbook_child"
_CHILD_MEGABYTES = 220
# A slow PC may take long to start a process; parsing is given its time from then on, by the size of the file.
_SECONDS_TO_START = 30.0
_LEAST_SECONDS = 4.0
_SECONDS_A_MEGABYTE = 12.0
_CHILD_TOO_LARGE = 4
_OUT_OF_MEMORY = -signal.SIGABRT
_MOST_MERGED_CELLS, _MOST_COVERED_CELLS = 2_000, 200_000
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet: `rows[0]` is row 1 of the sheet. `merged` are (top, left, bottom, right) from 1."""

    name: str
    visible: bool
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()


def read_book(path: Path) -> tuple[BookSheet, ...]:
    """Return every sheet of a workbook, in their order.

    Raises:
        FileMissing: there is no such file.
        BookUnreadable, BookTooLarge, BookHostile: it is no workbook, or none that may be opened.
    """
    if not path.is_file():
        raise errors.FileMissing(str(path))
    inspect_workbook(path)
    # The child finds modules where this process does, wherever that was started from.
    places = os.pathsep.join(place or str(Path.cwd()) for place in sys.path)
    with (
        TemporaryFile() as said,
        subprocess.Popen(
            [sys.executable, "-P", "-m", _CHILD, str(path), str(_CHILD_MEGABYTES)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=said,
            env={**os.environ, "PYTHONPATH": places},
            creationflags=_NO_WINDOW,
        ) as child,
    ):
        try:
            with _deadline(child, _SECONDS_TO_START) as late:
                _load(child)  # it says that it is there
            seconds = _LEAST_SECONDS + _SECONDS_A_MEGABYTE * path.stat().st_size / 2**20
            with _deadline(child, seconds) as late:
                return _receive(child)
        except EOFError:
            code = child.wait()
            said.seek(0)
            raise _refusal(path, code, late.is_set(), said.read().decode(errors="replace")) from None


@contextmanager
def _deadline(child: "subprocess.Popen[bytes]", seconds: float) -> Iterator[Event]:
    """End the child when the block takes longer than that, and say so in the event."""
    late = Event()

    def end() -> None:
        late.set()
        child.kill()

    watch = Timer(seconds, end)
    watch.daemon = True
    watch.start()
    try:
        yield late
    except BaseException:
        child.kill()
        raise
    finally:
        watch.cancel()


def _load(child: "subprocess.Popen[bytes]") -> Any:
    """Return the next value the child has to say.

    Raises:
        EOFError: it broke off.
    """
    assert child.stdout is not None  # it was asked for
    try:
        return marshal.load(child.stdout)
    except (ValueError, TypeError) as problem:
        raise EOFError from problem


def _receive(child: "subprocess.Popen[bytes]") -> tuple[BookSheet, ...]:
    """Return the sheets the child has to tell of.

    Raises:
        EOFError: it broke off.
    """
    sheets = []
    while (about := _load(child)) is not None:
        name, visible, merged = about
        rows: list[tuple[Cell, ...]] = []
        while (lot := _load(child)) is not None:
            rows += [tuple([_cell(cell) if type(cell) is tuple else cell for cell in row]) for row in lot]
        while rows and not rows[-1]:
            rows.pop()
        sheets.append(BookSheet(name, visible, tuple(rows), _merged_within(merged, len(rows))))
    return tuple(sheets)


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


def _cell(told: tuple[int, ...]) -> date:
    return datetime(*told) if len(told) > 3 else date(*told)  # type: ignore[arg-type]


def _refusal(path: Path, code: int, is_late: bool, said: str) -> errors.BookError:
    if is_late:
        return errors.BookTooLarge(str(path), "time")
    if code in (_CHILD_TOO_LARGE, _OUT_OF_MEMORY) or "memory" in said:
        return errors.BookTooLarge(str(path), "memory")
    return errors.BookUnreadable(str(path), said.strip()[-200:])
