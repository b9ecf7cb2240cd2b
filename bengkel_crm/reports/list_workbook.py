"""Long plain lists as a workbook or as CSV, written block by block: a million rows need no memory.

rustpy-xlsxwriter (MIT) writes the workbook in less than three times the time of CSV; openpyxl takes fifteen.
"""

import csv
import errno
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import rustpy_xlsxwriter as xlsx

from bengkel_crm import errors
from bengkel_crm.export_records import Kind, Report, SheetColumn
from bengkel_crm.reports.cell_text import LONGEST_CELL, shown_text
from bengkel_crm.reports.new_file import new_file

__all__ = ["Kind", "Report", "Sheet", "SheetColumn", "write_csv", "write_workbook"]

# As many rows are looked through at once, and between two of these Cancel gets in.
_BLOCK_ROWS = 500
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_EXCEL_ROWS = 1_048_575  # Excel's limit, less the header
_SHEET_NAME_LENGTH = 31
_FIRST_YEAR = 1900  # Excel knows no day before
_FORMATS = {
    Kind.PLAIN: "@",
    Kind.DAY: "dd/mm/yyyy",
    Kind.MOMENT: "dd/mm/yyyy hh:mm",
    Kind.ID: "0",
    Kind.NUMBER: "#,##0.##",
    Kind.RUPIAH: '"Rp" #,##0',
}
_DAYS = (Kind.DAY, Kind.MOMENT)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One list; `rows` are walked once, `count` is at least as many as there are.

    A cell of a PLAIN column is a text or None, one of a DAY column a `date` or None.
    """

    name: str
    columns: Sequence[SheetColumn]
    count: int
    rows: Iterable[Sequence[Any]]


def write_workbook(path: Path, sheets: Sequence[Sheet], report: Report, total_label: str) -> int:
    """Write the lists to `path`, a sheet each, and return how many rows that were.

    Each has a bold frozen header, a filter, typed cells and totals; one longer than a sheet goes on in
    a second one.

    Raises:
        DiskFull, ReadOnlyPlace, FileBusy, StorageFailed: whatever stood at `path` is untouched.
        Cancelled: `report` raised it; likewise.
    """
    walked = _Walked(report, sum(sheet.count for sheet in sheets))
    with new_file(path) as file, _PanicsTold(path):
        book = xlsx.FastExcel(file, output_format="xlsx").format(bold_headers=True).freeze(row=1)
        for sheet in sheets:
            titles = _titles(sheet.columns)
            for name, rows in _parts(sheet, walked):
                book.sheet(
                    name,
                    _records(titles, sheet.columns, rows),
                    autofilter=True,
                    column_widths=[column.width for column in sheet.columns],
                    column_formats=[
                        xlsx.Format().set_num_format(_FORMATS[column.kind]) for column in sheet.columns
                    ],
                    # A phone is digits stored as text on purpose: no green corner in each cell.
                    ignore_errors=[
                        title
                        for title, column in zip(titles, sheet.columns, strict=True)
                        if column.kind is Kind.PLAIN
                    ],
                    **_totals(sheet, titles, total_label),
                )
        book.save()
    return walked.finish()


class _PanicsTold:
    """Turns the writer's panic, its only word for a disk that refuses, into the shop's own errors.

    Rust's panic is no Exception, and its class can not be imported by name.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, _: object) -> None:
        if kind is None or kind.__name__ != "PanicException":
            return
        refused = re.search(r"code: (\d+)", str(problem))
        code = int(refused.group(1)) if refused else 0
        told = errors.DiskFull if code in _NO_ROOM else errors.StorageFailed
        raise told(str(self._path), str(problem)) from problem


def write_csv(path: Path, sheet: Sheet, report: Report) -> int:
    """Write one list as CSV with semicolons and a byte order mark, as Excel in Indonesia opens it.

    Text that Excel would take for a formula gets an apostrophe in front, as one types it there. Returns how
    many rows were written.

    Raises:
        DiskFull, ReadOnlyPlace, FileBusy, StorageFailed, Cancelled: as `write_workbook`.
    """
    walked = _Walked(report, sheet.count)
    with new_file(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        writer = csv.writer(text, delimiter=";")
        writer.writerow([column.title for column in sheet.columns])
        plain = [column.kind is Kind.PLAIN for column in sheet.columns]
        for block in walked.blocks(sheet.rows):
            writer.writerows(
                [_tame(value) if is_plain else value for value, is_plain in zip(row, plain, strict=True)]
                for row in block
            )
        text.flush()
        text.detach()
    return walked.finish()


def _tame(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


class _Walked:
    """Counts the rows of all lists as they pass, and lets Cancel in."""

    def __init__(self, report: Report, total: int) -> None:
        self._report = report
        self._total = max(total, 1)
        self._done = 0

    def blocks(self, rows: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
        left = iter(rows)
        while True:
            self._report(min(self._done, self._total), self._total)
            block = list(islice(left, _BLOCK_ROWS))
            if not block:
                return
            self._done += len(block)
            yield block

    def finish(self) -> int:
        self._report(self._total, self._total)
        return self._done


_Blocks = Iterator[list[Sequence[Any]]]


def _parts(sheet: Sheet, walked: _Walked) -> Iterator[tuple[str, _Blocks]]:
    if sheet.count <= _EXCEL_ROWS:
        yield sheet.name[:_SHEET_NAME_LENGTH], walked.blocks(sheet.rows)
        return
    rows = iter(sheet.rows)
    for number in range(1, -(-sheet.count // _EXCEL_ROWS) + 1):
        suffix = "" if number == 1 else f" {number}"
        name = sheet.name[: _SHEET_NAME_LENGTH - len(suffix)] + suffix
        yield name, walked.blocks(islice(rows, _EXCEL_ROWS))


def _titles(columns: Sequence[SheetColumn]) -> list[str]:
    """Return the titles, told apart where two are the same: the writer knows a column by its title."""
    titles: list[str] = []
    for column in columns:
        title, again = column.title, 1
        while title in titles:
            again += 1
            title = f"{column.title} ({again})"
        titles.append(title)
    return titles


def _records(
    titles: Sequence[str], columns: Sequence[SheetColumn], blocks: _Blocks
) -> Iterator[dict[str, Any]]:
    texts = [place for place, column in enumerate(columns) if column.kind is Kind.PLAIN]
    days = [place for place, column in enumerate(columns) if column.kind in _DAYS]
    is_empty = True
    for block in blocks:
        is_empty = False
        if not _is_sound(block, texts, days):
            block = [_mended(row, texts, days) for row in block]
        for row in block:
            yield dict(zip(titles, row, strict=True))
    if is_empty:
        # A sheet takes its header from its rows: an empty list is one row of nothing.
        yield dict.fromkeys(titles)


def _is_sound(block: Sequence[Sequence[Any]], texts: Sequence[int], days: Sequence[int]) -> bool:
    """Tell whether all cells of some rows can be written as they are: nearly always, so it must be quick."""
    for place in texts:
        words = [row[place] for row in block if row[place]]
        if not "".join(words).isprintable() or max(map(len, words), default=0) > LONGEST_CELL:
            return False
    return all(row[place] is None or row[place].year >= _FIRST_YEAR for place in days for row in block)


def _mended(row: Sequence[Any], texts: Sequence[int], days: Sequence[int]) -> list[Any]:
    cells = list(row)
    for place in texts:
        if cells[place]:
            cells[place] = shown_text(cells[place])
    for place in days:
        day: date | None = cells[place]
        if day is not None and day.year < _FIRST_YEAR:
            cells[place] = day.isoformat()
    return cells


def _totals(sheet: Sheet, titles: Sequence[str], label: str) -> dict[str, Any]:
    sums = {title: "sum" for title, column in zip(titles, sheet.columns, strict=True) if column.total}
    if not sums or not 0 < sheet.count <= _EXCEL_ROWS:
        return {}
    # The label stands in the first column, unless that is one of the sums.
    return {"totals_row": sums} if titles[0] in sums else {"totals_row": sums, "totals_label": label}
