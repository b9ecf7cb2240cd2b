"""Long plain lists as a workbook or as CSV, written block by block: a million rows need no memory."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

from bengkel_crm.base.progress import Progress
from bengkel_crm.records.exports import Kind, SheetColumn
from bengkel_crm.reports.workbooks_out.new_file import new_file
from bengkel_crm.reports.workbooks_out.plain_workbook import Block, PlainWorkbook

__all__ = ["Kind", "Sheet", "SheetColumn", "write_csv", "write_workbook"]

# As many rows are written at once, and between two of these Cancel gets in.
_BLOCK_ROWS = 500
# Excel's limit is 1,048,576, header and sums among them.
_MOST_ROWS = 1_048_500
# Past two gigabytes a part of a zip needs an extension that Excel asks to repair.
_MOST_BYTES = 1_500_000_000
_SHEET_NAME_LENGTH = 31


@dataclass(frozen=True, slots=True)
class Sheet:
    """One list; `rows` are walked once, `count` is at least as many as there are."""

    name: str
    columns: Sequence[SheetColumn]
    count: int
    rows: Iterable[Sequence[Any]]


def write_workbook(path: Path, sheets: Sequence[Sheet], report: Progress, total_label: str) -> int:
    """Write the lists to `path`, a sheet each, and return how many rows that were.

    Each has a bold frozen header, a filter, typed cells and sums; one longer than a sheet goes on in
    a second one.

    Raises:
        DiskFull, ReadOnlyPlace, FileBusy, StorageFailed: whatever stood at `path` is untouched.
        Cancelled: `report` raised it; likewise.
    """
    walked = _Walked(report, sum(sheet.count for sheet in sheets))
    with new_file(path) as file, PlainWorkbook(file) as book:
        for sheet in sheets:
            blocks = walked.blocks(sheet.rows)
            for name in _names(sheet.name):
                book.add_sheet(name, _told_apart(sheet.columns), blocks, total_label, _has_room)
                following = next(blocks, None)
                if following is None:
                    break
                blocks = chain([following], blocks)
    return walked.finish()


def write_csv(path: Path, sheet: Sheet, report: Progress) -> int:
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


_FORMULA_SIGNS = frozenset("=+-@")
_INNER_FORMULA = re.compile("([,\t\n\r]\\s*)([=@\uff1d\uff20])")


def _tame(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    # Full-width signs count as well, and blanks in front do not; a program that parts cells at a comma sees
    # the beginning of a cell behind it.
    body = value.lstrip()
    blanks = value[: len(value) - len(body)]
    told = blanks + _INNER_FORMULA.sub(r"\1'\2", body)
    first = unicodedata.normalize("NFKC", body[:1])
    return "'" + told if first in _FORMULA_SIGNS or blanks[:1] in ("\t", "\r") else told


class _Walked:
    """Counts the rows of all lists as they pass, and lets Cancel in."""

    def __init__(self, report: Progress, total: int) -> None:
        self._report = report
        self._total = max(total, 1)
        self._done = 0

    def blocks(self, rows: Iterable[Sequence[Any]]) -> Iterator[Block]:
        """Yield the rows in blocks and tell how far it is before each; telling may raise Cancelled."""
        left = iter(rows)
        while True:
            self._report(min(self._done, self._total), self._total)
            block = list(islice(left, _BLOCK_ROWS))
            if not block:
                return
            self._done += len(block)
            yield block

    def finish(self) -> int:
        """Tell that all rows are written and return how many those were."""
        self._report(self._total, self._total)
        return self._done


def _has_room(rows: int, size: int) -> bool:
    return rows + _BLOCK_ROWS <= _MOST_ROWS and size < _MOST_BYTES


def _names(name: str) -> Iterator[str]:
    """Yield the name of a list's sheet, and those of the ones it goes on in."""
    for number in count(1):
        suffix = "" if number == 1 else f" {number}"
        yield name[: _SHEET_NAME_LENGTH - len(suffix)] + suffix


def _told_apart(columns: Sequence[SheetColumn]) -> list[SheetColumn]:
    """Return columns of which no two have the same title: whoever reads them goes by that."""
    apart: dict[str, SheetColumn] = {}
    for column in columns:
        title, again = column.title, 1
        while title in apart:
            again += 1
            title = f"{column.title} ({again})"
        apart[title] = replace(column, title=title)
    return list(apart.values())
