"""Opening a book: its file is looked at and unpacked once, several files become one book."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from bengkel_crm.base import errors
from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.base.paths import is_file, is_folder
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.reports.workbooks_in.book_kind import BookKind, kind_of_book
from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet, Cell
from bengkel_crm.reports.workbooks_in.csv_guess import CsvOptions, guess_csv
from bengkel_crm.reports.workbooks_in.csv_reader import read_csv
from bengkel_crm.reports.workbooks_in.workbook_reader import read_book, read_workbook
from bengkel_crm.trade.dates import DateOrder
from bengkel_crm.workshop.exchange.own.own_book import OwnBook, find_own_book
from bengkel_crm.workshop.exchange.own.own_book_as_foreign import as_any_book
from bengkel_crm.workshop.exchange.own.own_import import is_empty
from bengkel_crm.workshop.exchange.run.cell_counts import DATED, CellCounts, count_cells
from bengkel_crm.workshop.exchange.tables.choices import TableChoice
from bengkel_crm.workshop.exchange.tables.joining import join_by_ids
from bengkel_crm.workshop.exchange.tables.parting import part_sheets
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole

_LONGEST_NAME = 60
_MOST_FILES = 200

_Place: TypeAlias = tuple[str, int, int, int]


@dataclass(frozen=True, slots=True)
class Book:
    """A book that was opened; `sheets` are its cells.

    `csv` tells how a text file is written, `own` what an export of this program tells of itself. An export
    without sheets is put back row by row: into a shop file that was empty, or because it `is_long_export`.
    """

    path: Path
    sheets: tuple[BookSheet, ...]
    csv: CsvOptions | None = None
    own: OwnBook | None = None
    is_long_export: bool = False
    # A clerk looks again and again at the same columns: (sheet, first, last, column).
    _cells: dict[_Place, Counter[Cell]] = field(default_factory=dict, repr=False, compare=False)
    _counts: dict[tuple[_Place, ColumnRole, DateOrder | None], CellCounts] = field(
        default_factory=dict, repr=False, compare=False
    )
    _rows: dict[tuple[str, int, int], int] = field(default_factory=dict, repr=False, compare=False)

    def sheet(self, name: str) -> BookSheet | None:
        """Return the sheet of a name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)

    def cells_of(self, sheet: BookSheet, first: int, last: int, index: int) -> Counter[Cell]:
        """Return how often each cell that says something stands in a column, in the order of the rows."""
        place = (sheet.name, first, last, index)
        if place not in self._cells:
            counts = Counter([row[index] for row in sheet.rows[first - 1 : last] if index < len(row)])
            for cell in [cell for cell in counts if is_nothing(cell)]:
                del counts[cell]
            self._cells[place] = counts
        return self._cells[place]

    def rows_of(self, sheet: BookSheet, first: int, last: int) -> int:
        """Return how many rows of a table say something: blank lines between months are none of its rows."""
        place = (sheet.name, first, last)
        if place not in self._rows:
            rows = sheet.rows[max(0, first - 1) : last]
            self._rows[place] = sum(not all(map(is_nothing, row)) for row in rows)
        return self._rows[place]

    def counts_of(
        self,
        sheet: BookSheet,
        choice: TableChoice,
        index: int,
        role: ColumnRole,
        order: DateOrder | None,
        check: Check | None = None,
    ) -> CellCounts:
        """Return how well the cells of a table's column can be read as a role."""
        order = order if role in DATED else None
        key = ((sheet.name, choice.first, choice.last, index), role, order)
        if key not in self._counts:
            self._counts[key] = count_cells(
                role, self.cells_of(sheet, choice.first, choice.last, index), order, check
            )
        return self._counts[key]


def open_book(
    path: Path,
    csv: CsvOptions | None = None,
    check: Check | None = None,
    *,
    into: Database | None = None,
) -> Book:
    """Return a book with all its cells; this is the slow part. `csv` says how a text file is written.

    An export of this program that goes `into` an empty shop file has no cells here: it is put back row by
    row. `check` is asked meanwhile, also on another thread, and may raise Cancelled.

    Raises:
        FileMissing, BookUnreadable, BookTooLarge, BookHostile: it can not be read.
        Cancelled: `check` raised it.
    """
    own = find_own_book(path, check)
    if own is not None and into is not None and is_empty(into):
        return Book(path, (), own=own)
    try:
        kind = kind_of_book(path)
        if kind is BookKind.TEXT:
            written = csv or guess_csv(path)
            sheets = part_sheets((read_csv(path, written, check),), lines=csv is None)
            return Book(path, join_by_ids(sheets), csv=written)
        cells = read_workbook(path, kind, check)
    except errors.BookTooLarge:
        if own is None:
            raise
        # Put back into an empty file it is read sheet by sheet, however long.
        return Book(path, (), own=own, is_long_export=True)
    if own is None:
        return Book(path, join_by_ids(part_sheets(cells)))
    return Book(path, as_any_book(own, cells, check), own=own)


def open_books(
    paths: Sequence[Path],
    csv: CsvOptions | None = None,
    check: Check | None = None,
    *,
    into: Database | None = None,
) -> Book:
    """Return files as one book, a folder standing for the csv files in it; one file is itself.

    The sheets are called as their files; rows that point at rows of other files by number are joined.
    One file is opened as by `open_book`, with the same words.

    Raises:
        FileMissing, BookUnreadable, BookTooLarge, BookHostile: one of them can not be read.
        Cancelled: `check` raised it.
    """
    files = [file for path in paths for file in _files_of(path)]
    if len(files) == 1:
        return open_book(files[0], csv, check, into=into)
    if len(files) > _MOST_FILES:
        raise errors.BookTooLarge(str(paths[0]), "files")
    read = [(file, read_book(file, check=check)) for file in asking(files, check, every=1)]
    sheets = [named for file, sheets in read for named in _named(file, sheets)]
    return Book(paths[0], join_by_ids(_told_apart(part_sheets(sheets))))


def _files_of(path: Path) -> list[Path]:
    if not is_folder(path):
        return [path]
    try:
        files = sorted(file for file in path.iterdir() if file.suffix.casefold() == ".csv" and is_file(file))
    except OSError as problem:
        raise errors.BookUnreadable(str(path), str(problem)) from problem
    if not files:
        raise errors.FileMissing(str(path / "*.csv"))
    return files


def _named(path: Path, sheets: Sequence[BookSheet]) -> list[BookSheet]:
    """Return the sheets of a file called after it, several of them by their own names too."""
    stem = path.stem[:_LONGEST_NAME]
    if len(sheets) == 1:
        return [replace(sheets[0], name=stem)]
    return [replace(sheet, name=f"{stem} · {sheet.name}"[: 2 * _LONGEST_NAME]) for sheet in sheets]


def _told_apart(sheets: Iterable[BookSheet]) -> list[BookSheet]:
    """Return sheets of which no two have the same name."""
    taken: set[str] = set()
    told: list[BookSheet] = []
    for sheet in sheets:
        name, again = sheet.name, 1
        while name in taken:
            again += 1
            name = f"{sheet.name} ({again})"
        taken.add(name)
        told.append(replace(sheet, name=name))
    return told
