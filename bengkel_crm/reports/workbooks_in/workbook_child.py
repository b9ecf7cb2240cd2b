"""Runs in a process of its own: parses one workbook and writes its cells to standard output.

The parser is fast but ends its process on some broken files, and its memory can be bounded from outside only.
Everything it says crosses the border as plain values.
"""

import gc
import marshal
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

if TYPE_CHECKING:
    from bengkel_crm.reports.workbooks_in.workbook_extras import Extras, Place

MOST_MERGED = 20_000
MOST_COLUMNS, MOST_CELLS = 1_024, 4_000_000
LONGEST_TEXT = 32_767  # as in a cell of Excel
ROWS_AT_ONCE = 2_000
UNREADABLE, TOO_LARGE, PROTECTED = 3, 4, 5
# The parser goes by the name when it has one, and the name may be wrong.
_ENDINGS = {"xlsx": (".xlsx", ".xlsm"), "ods": (".ods",), "xls": (".xls",), "xlsb": (".xlsb",)}


class TooLarge(Exception):
    """More than a book holds; the exit code tells it."""


def limit_memory(megabytes: int) -> None:
    """Let this process have no more memory than that, where the system knows how."""
    try:
        import resource
    except ImportError:  # Windows; there the guard's counting has to do
        return
    size = megabytes << 20
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _plain(value: object) -> Any:
    """Return a cell as what marshal can carry; a date as its numbers in a tuple."""
    if isinstance(value, str):
        return value[:LONGEST_TEXT] or None
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, datetime):
        return (value.year, value.month, value.day, value.hour, value.minute, value.second)
    if isinstance(value, date):
        return (value.year, value.month, value.day)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        return value.total_seconds() / 86_400
    return value


def _rows(sheet: CalamineSheet) -> Iterator[list[Any]]:
    """Yield the rows of a sheet from the first on.

    Raises:
        TooLarge: so many columns or cells are no book.
    """
    if sheet.total_width > MOST_COLUMNS or sheet.total_width * sheet.total_height > MOST_CELLS:
        raise TooLarge
    # The parser begins at the first row of all, but at the first column that is used.
    left = [] if sheet.start is None else [None] * sheet.start[1]
    for row in sheet.iter_rows():
        yield _plain_row(row, left)


def _plain_row(row: Sequence[object], left: list[None]) -> list[Any]:
    """Return a row without the blank cells at its end, which many sheets have by the thousand."""
    cells = left + [_plain(cell) for cell in row]
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _merged(ranges: "Sequence[tuple[Place, Place]]") -> list[tuple[int, int, int, int]]:
    return [(first[0], first[1], last[0], last[1]) for first, last in ranges[:MOST_MERGED] if first != last]


def write_sheets(path: str, kind: str, extras: "Extras | None", to: BinaryIO) -> None:
    """Write each sheet of cells, its rows in lots, None behind.

    A sheet begins with (name, visible, merged ranges from zero, failed cells from zero, from 1904).
    """
    with Path(path).open("rb") as file:
        # Nor can the parser open a name whose bytes are no text.
        right = Path(path).suffix.lower() in _ENDINGS[kind] and path.encode(errors="replace").decode() == path
        book = CalamineWorkbook.from_path(path) if right else CalamineWorkbook.from_filelike(file)
        for about in book.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            visible = about.visible is SheetVisibleEnum.Visible
            merged = _merged((extras and extras.merged.get(about.name)) or sheet.merged_cell_ranges or ())
            failed = [] if extras is None else extras.failed.get(about.name, [])
            from_1904 = extras is not None and extras.from_1904
            marshal.dump((about.name, visible, merged, failed, from_1904), to)
            # In lots: the whole sheet at once would stand in memory three times.
            rows = _rows(sheet)
            while lot := list(islice(rows, ROWS_AT_ONCE)):
                marshal.dump(lot, to)
            marshal.dump(None, to)
    marshal.dump(None, to)


def main(megabytes: str) -> int:
    """Say that it is there, then parse the workbook that it is told, in so much memory.

    The order is (path, kind, whether it has extras); the exit code tells how it went.
    """
    limit_memory(int(megabytes))
    gc.disable()  # nothing here stands in a circle
    marshal.dump(True, sys.stdout.buffer)
    sys.stdout.buffer.flush()
    path, kind, has_extras = marshal.load(sys.stdin.buffer)
    try:
        extras = None
        if has_extras:
            # Here because most books have none, and loading it takes longer than the parser's start.
            from bengkel_crm.reports.workbooks_in.workbook_extras import find_extras

            extras = find_extras(Path(path), kind)
        write_sheets(path, kind, extras, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except PasswordError:
        return PROTECTED
    except (CalamineError, OSError, ValueError, KeyError) as problem:
        print(type(problem).__name__, problem, file=sys.stderr)
        return UNREADABLE
    except (TooLarge, MemoryError):
        return TOO_LARGE
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
