"""Reading a workbook that came from anywhere: its cells as plain values, or one refusal."""

import marshal
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import NoReturn, TypeAlias

from bengkel_crm import errors
from bengkel_crm.reports.workbook_guard import inspect_workbook

# What a cell can hold; a blank one holds None.
Cell: TypeAlias = str | int | float | bool | date | datetime | None

_CHILD = "bengkel_crm.reports.workbook_child"
_CHILD_MEGABYTES = 220
# The least that a slow PC needs to start a process, and what each megabyte of the file may cost beyond it.
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
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with (
        TemporaryFile() as said,
        subprocess.Popen(
            [sys.executable, "-m", _CHILD, str(path), str(_CHILD_MEGABYTES)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=said,
            env=environment,
            creationflags=_NO_WINDOW,
        ) as child,
    ):
        watch = Timer(_LEAST_SECONDS + _SECONDS_A_MEGABYTE * path.stat().st_size / 2**20, child.kill)
        watch.start()
        try:
            sheets = _receive(child)
        finally:
            in_time = watch.is_alive()
            watch.cancel()
            child.kill()
        if sheets is None:
            said.seek(0)
            _refuse(path, child.wait(), in_time, said.read().decode(errors="replace"))
        return sheets


def _receive(child: "subprocess.Popen[bytes]") -> tuple[BookSheet, ...] | None:
    """Return what the child has to say, or None when it broke off."""
    assert child.stdout is not None  # it was asked for
    sheets = []
    try:
        while (about := marshal.load(child.stdout)) is not None:
            name, visible, merged = about
            rows: list[tuple[Cell, ...]] = []
            while (lot := marshal.load(child.stdout)) is not None:
                rows += [tuple([_cell(cell) if type(cell) is tuple else cell for cell in row]) for row in lot]
            while rows and not rows[-1]:
                rows.pop()
            sheets.append(BookSheet(name, visible, tuple(rows), _merged_within(merged, len(rows))))
    except (EOFError, ValueError, TypeError):
        return None
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


def _refuse(path: Path, code: int, in_time: bool, said: str) -> NoReturn:
    if not in_time:
        raise errors.BookTooLarge(str(path), "time")
    if code in (_CHILD_TOO_LARGE, _OUT_OF_MEMORY) or "memory" in said:
        raise errors.BookTooLarge(str(path), "memory")
    raise errors.BookUnreadable(str(path), said.strip()[-200:])
