"""Runs in a process of its own: parses one workbook and writes its cells to standard output.

The parser is fast but ends its process on some broken files, and its memory can be bounded from outside only.
Everything it says crosses the border as plain values.
"""

import gc
import marshal
import sys
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, BinaryIO

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

MOST_MERGED = 20_000
ROWS_AT_ONCE = 2_000
UNREADABLE, TOO_LARGE = 3, 4


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
        return value or None
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


def _plain_row(row: Sequence[object]) -> list[Any]:
    """Return a row without the blank cells at its end, which many sheets have by the thousand."""
    cells = [_plain(cell) for cell in row]
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _merged(ranges: list[tuple[tuple[int, int], tuple[int, int]]] | None) -> list[tuple[int, int, int, int]]:
    return [
        (first[0], first[1], last[0], last[1])
        for first, last in (ranges or [])[:MOST_MERGED]
        if first != last
    ]


def write_sheets(path: str, to: BinaryIO) -> None:
    """Write each sheet of cells: (name, visible, merged ranges from zero), its rows in lots, None behind."""
    with CalamineWorkbook.from_path(path) as book:
        for about in book.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            visible = about.visible is SheetVisibleEnum.Visible
            marshal.dump((about.name, visible, _merged(sheet.merged_cell_ranges)), to)
            # In lots: the whole sheet at once would stand in memory three times.
            rows = map(_plain_row, sheet.iter_rows())
            while lot := list(islice(rows, ROWS_AT_ONCE)):
                marshal.dump(lot, to)
            marshal.dump(None, to)
    marshal.dump(None, to)


def main(path: str, megabytes: str) -> int:
    """Parse one workbook within a bound of memory; the exit code tells whether it could be read."""
    limit_memory(int(megabytes))
    gc.disable()  # nothing here stands in a circle
    try:
        write_sheets(path, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except (CalamineError, OSError, ValueError) as problem:
        print(type(problem).__name__, problem, file=sys.stderr)
        return UNREADABLE
    except MemoryError:
        return TOO_LARGE
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
