"""Long plain lists as a workbook or as CSV, written row by row: a million rows need no memory.

rustpy-xlsxwriter (MIT) writes the workbook: about twice the time of CSV, where openpyxl takes fifteen times.
"""

import csv
import errno
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import rustpy_xlsxwriter as xlsx

from bengkel_crm import errors
from bengkel_crm.reports.new_file import new_file

_REPORT_EVERY = 1000
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_EXCEL_ROWS = 1_048_575  # Excel's limit, less the header
_CELL_LENGTH = 32_767
_SHEET_NAME_LENGTH = 31


class Kind(StrEnum):
    """What a column holds; PLAIN is text, and stays text whatever it looks like."""

    PLAIN = "plain"
    DAY = "day"
    MOMENT = "moment"
    ID = "id"
    NUMBER = "number"
    RUPIAH = "rupiah"


_FORMATS = {
    Kind.PLAIN: "@",
    Kind.DAY: "dd/mm/yyyy",
    Kind.MOMENT: "dd/mm/yyyy hh:mm",
    Kind.ID: "0",
    Kind.NUMBER: "#,##0.##",
    Kind.RUPIAH: '"Rp" #,##0',
}


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: its title, what it holds, its width in characters, and whether its sum is wanted."""

    title: str
    kind: Kind
    width: float = 14
    total: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One list; `rows` are walked once, `count` is at least as many as there are."""

    name: str
    columns: Sequence[SheetColumn]
    count: int
    rows: Iterable[Sequence[Any]]


class Report(Protocol):
    def __call__(self, done: int, total: int) -> None: ...


def write_workbook(path: Path, sheets: Sequence[Sheet], report: Report, total_label: str) -> None:
    """Write the lists to `path`, a sheet each: bold frozen header, filter, typed cells, totals.

    A list longer than a sheet goes on in a second one.

    Raises:
        DiskFull, ReadOnlyPlace, FileBusy, StorageFailed: whatever stood at `path` is untouched.
        Cancelled: `report` raised it; likewise.
    """
    total = sum(sheet.count for sheet in sheets)
    walked = _Walked(report, total)
    with new_file(path) as file, _PanicsTold(path):
        book = xlsx.FastExcel(file, output_format="xlsx").format(bold_headers=True).freeze(row=1)
        for sheet in sheets:
            for name, rows in _parts(sheet, walked):
                book.sheet(
                    name,
                    rows,
                    autofilter=True,
                    column_widths=[column.width for column in sheet.columns],
                    column_formats=[
                        xlsx.Format().set_num_format(_FORMATS[column.kind]) for column in sheet.columns
                    ],
                    **_totals(sheet, total_label),
                )
        book.save()
    walked.finish()


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


def write_csv(path: Path, sheet: Sheet, report: Report) -> None:
    """Write one list as CSV with semicolons and a byte order mark, as Excel in Indonesia opens it.

    Text that Excel would take for a formula gets an apostrophe in front, as one types it there.

    Raises:
        DiskFull, ReadOnlyPlace, FileBusy, StorageFailed, Cancelled: as `write_workbook`.
    """
    walked = _Walked(report, sheet.count)
    with new_file(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        writer = csv.writer(text, delimiter=";")
        writer.writerow([column.title for column in sheet.columns])
        plain = [column.kind is Kind.PLAIN for column in sheet.columns]
        for row in walked.each(sheet.rows):
            writer.writerow(
                [_tame(value) if is_plain else value for value, is_plain in zip(row, plain, strict=True)]
            )
        text.flush()
        text.detach()
    walked.finish()


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

    def each(self, rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
        for row in rows:
            if self._done % _REPORT_EVERY == 0:
                self._report(min(self._done, self._total), self._total)
            self._done += 1
            yield row

    def finish(self) -> None:
        self._report(self._total, self._total)


def _parts(sheet: Sheet, walked: _Walked) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    titles = [column.title for column in sheet.columns]
    if sheet.count <= _EXCEL_ROWS:
        yield sheet.name[:_SHEET_NAME_LENGTH], _records(titles, walked.each(sheet.rows))
    else:
        rows = iter(sheet.rows)
        for number in range(1, -(-sheet.count // _EXCEL_ROWS) + 1):
            suffix = "" if number == 1 else f" {number}"
            name = sheet.name[: _SHEET_NAME_LENGTH - len(suffix)] + suffix
            yield name, _records(titles, walked.each(islice(rows, _EXCEL_ROWS)))


def _records(titles: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[dict[str, Any]]:
    is_empty = True
    for row in rows:
        is_empty = False
        yield dict(zip(titles, map(_cell, row), strict=True))
    if is_empty:
        # A sheet takes its header from its rows: an empty list is one row of nothing.
        yield dict.fromkeys(titles)


def _cell(value: Any) -> Any:
    """Return a value as a cell may hold it: a text longer than Excel takes is cut."""
    if isinstance(value, str) and len(value) > _CELL_LENGTH:
        return value[: _CELL_LENGTH - 1] + "…"
    return value


def _totals(sheet: Sheet, label: str) -> dict[str, Any]:
    sums = {column.title: "sum" for column in sheet.columns if column.total}
    return {"totals_row": sums, "totals_label": label} if sums and 0 < sheet.count <= _EXCEL_ROWS else {}
