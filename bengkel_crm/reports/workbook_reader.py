"""Reading a workbook that came from anywhere: its cells as plain values, or one refusal."""

import marshal
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from bengkel_crm import errors

# What a cell can hold; a blank one holds None.
Cell: TypeAlias = str | int | float | bool | date | datetime | None

_CHILD = "bengkel_crm.reports.workbook_child"
_CHILD_MEGABYTES = 1024
_CHILD_SECONDS = 120
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One sheet: `rows[0]` is row 1 of the sheet. `merged` are (top, left, bottom, right) from 1."""

    name: str
    visible: bool
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()


def read_book(path: Path) -> tuple[BookSheet, ...]:
    """Return every sheet of a workbook that holds cells, in their order.

    Raises:
        FileMissing: there is no such file.
        BookUnreadable, BookTooLarge, BookHostile: it is no workbook, or none that may be opened.
    """
    if not path.is_file():
        raise errors.FileMissing(str(path))
    return tuple(
        BookSheet(
            name,
            visible,
            tuple(tuple(map(_cell, row)) for row in rows),
            tuple((top + 1, left + 1, bottom + 1, right + 1) for top, left, bottom, right in merged),
        )
        for name, visible, rows, merged in _parse_apart(path)
    )


def _cell(value: Any) -> Cell:
    if type(value) is tuple:
        return datetime(*value) if len(value) > 3 else date(*value)
    return value  # type: ignore[no-any-return]


def _parse_apart(path: Path) -> list[tuple[str, bool, list[list[Any]], list[tuple[int, int, int, int]]]]:
    """Run the parser in a process of its own and return what it found."""
    # The child finds modules where this process does, wherever that was started from.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        child = subprocess.run(
            [sys.executable, "-m", _CHILD, str(path), str(_CHILD_MEGABYTES)],
            capture_output=True,
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL,
            timeout=_CHILD_SECONDS,
            creationflags=_NO_WINDOW,
        )
    except subprocess.TimeoutExpired as problem:
        raise errors.BookTooLarge(str(path), "time") from problem
    if child.returncode != 0:
        raise errors.BookUnreadable(str(path), child.stderr.decode(errors="replace").strip()[-200:])
    return marshal.loads(child.stdout)  # type: ignore[no-any-return]
