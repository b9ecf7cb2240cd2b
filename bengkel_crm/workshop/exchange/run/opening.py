"""Opening a book: its tables as they are recognised, or as a clerk points them out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from bengkel_crm.base import errors
from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet, Cell
from bengkel_crm.reports.workbooks_in.csv_guess import CsvOptions
from bengkel_crm.reports.workbooks_in.workbook_reader import read_book
from bengkel_crm.trade.dates import DateOrder, infer_order
from bengkel_crm.workshop.exchange.own.own_book import find_own_book
from bengkel_crm.workshop.exchange.own.own_book_as_foreign import as_any_book
from bengkel_crm.workshop.exchange.own.own_import import is_empty
from bengkel_crm.workshop.exchange.run.cell_counts import DATED, CellCounts, count_cells
from bengkel_crm.workshop.exchange.tables.choices import TableChoice
from bengkel_crm.workshop.exchange.tables.chosen import labels_of_choice, within
from bengkel_crm.workshop.exchange.tables.columns import Guess, SheetColumn, known_column
from bengkel_crm.workshop.exchange.tables.joining import join_by_ids
from bengkel_crm.workshop.exchange.tables.mappings import FoundTable, Mappings
from bengkel_crm.workshop.exchange.tables.parting import part_sheets
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import Table, TableKind, understand

_SAMPLES = 3
_HEADER_WITHIN = 60
_LEAST_NAMES = 2


_Place: TypeAlias = tuple[str, int, int, int]


@dataclass(frozen=True, slots=True)
class Book:
    """A book that was read; `sheets` are its cells.

    One that `is_long_export` of this program has none: it can only be put back into an empty file.
    """

    path: Path
    sheets: tuple[BookSheet, ...]
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


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """One column (`index` from 0): what it would be taken for, how surely (0..1), and what stands in it.

    Of the `filled` cells `readable` can be read as that role, others are `doubtful`: a date that could be two
    days, a phone number nobody can dial. The rest can not be read as that at all. `guess` says why it is only
    a guess, or is None.
    """

    index: int
    header: str
    role: ColumnRole
    confidence: float
    samples: tuple[str, ...]
    filled: int
    readable: int
    doubtful: int
    guess: Guess | None = None


@dataclass(frozen=True, slots=True)
class TableProposal:
    """One table as it would be imported; `remembered` says that a clerk chose so for such a header before."""

    choice: TableChoice
    columns: tuple[ColumnProposal, ...]
    rows: int
    remembered: bool = False


def open_book(path: Path, csv: CsvOptions | None = None, check: Check | None = None) -> Book:
    """Return a book with all its cells; this is the slow part. `csv` says how a text file is written.

    `check` is asked meanwhile, also on another thread, and may raise Cancelled.

    Raises:
        FileMissing, BookUnreadable, BookTooLarge, BookHostile: it can not be read.
        Cancelled: `check` raised it.
    """
    own = find_own_book(path, check)
    if own is None:
        return Book(path, join_by_ids(part_sheets(read_book(path, csv, check), lines=csv is None)))
    try:
        sheets = read_book(path, csv, check)
    except errors.BookTooLarge:
        # Put back into an empty file it is read sheet by sheet, however long.
        return Book(path, (), is_long_export=True)
    return Book(path, as_any_book(own, sheets, check))


def propose(database: Database, book: Book, check: Check | None = None) -> tuple[TableProposal, ...]:
    """Return the tables of a book, sheet by sheet, each as it would be imported.

    A sheet on which no table is recognised is there as well, with `taken` False, so that its header row can
    be pointed out.

    Raises:
        BookTooLarge: it is a long export of this program, and the file is not empty.
        Cancelled: `check`, which is asked meanwhile, raised it.
    """
    if book.is_long_export and not is_empty(database):
        raise errors.BookTooLarge(str(book.path), "cells")
    mappings = Mappings(database)
    tables = [(sheet, mappings.tables_of(sheet)) for sheet in asking(book.sheets, check, every=1)]
    order = _order_of_book(book, [found.table for _, on_sheet in tables for found in on_sheet])
    proposals: list[TableProposal] = []
    for sheet, on_sheet in tables:
        proposals += [_propose_table(book, found, order, check) for found in on_sheet]
        if not on_sheet:
            proposals.append(look_again(book, _unrecognised(sheet), order, check))
    return tuple(proposals)


def look_again(
    book: Book, choice: TableChoice, order: DateOrder | None = None, check: Check | None = None
) -> TableProposal:
    """Return the proposal for a table as a clerk changed it.

    Its roles are kept; without any they are guessed anew, and the kind with them. `order` is that of dates
    which the column itself leaves open.

    Raises:
        Cancelled: `check`, which is asked meanwhile, raised it.
    """
    sheet = book.sheet(choice.sheet)
    if sheet is None or not sheet.rows:
        return TableProposal(choice, (), 0)
    choice = within(sheet, choice)
    labels = labels_of_choice(sheet, choice)
    kind, guesses = understand(sheet, labels, (choice.header[0], choice.first - 1), choice.last)
    if choice.roles:
        roles = (*choice.roles, *[ColumnRole.OTHER] * len(labels))[: len(labels)]
        choice = replace(choice, roles=roles)
        columns = tuple(
            guess if guess.role is role else known_column(guess.index, guess.header, role)
            for guess, role in zip(guesses, roles, strict=True)
        )
    else:
        columns = guesses
        choice = replace(choice, kind=kind or choice.kind, roles=tuple(column.role for column in columns))
    return _describe(book, sheet, choice, columns, order, check)


def _propose_table(
    book: Book, found: FoundTable, order: DateOrder | None, check: Check | None
) -> TableProposal:
    table, columns = found.table, found.table.columns
    choice = TableChoice(
        table.sheet.name,
        table.header,
        table.first,
        table.last,
        table.kind,
        tuple(column.role for column in columns),
        found.taken,
        found.date_order,
        table.plate,
    )
    labels = labels_of_choice(table.sheet, choice)
    # Cells beyond the header's last name are shown as well: a clerk may know what they are.
    beyond = [
        known_column(index, labels[index], ColumnRole.OTHER) for index in range(len(columns), len(labels))
    ]
    choice = replace(choice, roles=(*choice.roles, *[ColumnRole.OTHER] * len(beyond)))
    told = _describe(book, table.sheet, choice, (*columns, *beyond), order, check)
    return replace(told, remembered=found.remembered)


def _unrecognised(sheet: BookSheet) -> TableChoice:
    """Return a first guess for a sheet that has no table: the first row with several texts is its header."""
    header = next(
        (
            row
            for row, cells in enumerate(sheet.rows[:_HEADER_WITHIN], 1)
            if sum(isinstance(cell, str) and not is_nothing(cell) for cell in cells) >= _LEAST_NAMES
        ),
        1,
    )
    return TableChoice(
        sheet.name, (header, header), header + 1, len(sheet.rows), TableKind.VISITS, (), taken=False
    )


def _describe(
    book: Book,
    sheet: BookSheet,
    choice: TableChoice,
    columns: Sequence[SheetColumn],
    order: DateOrder | None,
    check: Check | None,
) -> TableProposal:
    told = []
    for column in asking(columns, check, every=1):
        cells = book.cells_of(sheet, choice.first, choice.last, column.index)
        counts = book.counts_of(sheet, choice, column.index, column.role, order or choice.date_order, check)
        told.append(
            ColumnProposal(
                column.index,
                column.header,
                column.role,
                column.confidence,
                _samples(cells),
                counts.filled,
                counts.readable,
                counts.doubtful,
                column.guess,
            )
        )
    return TableProposal(choice, tuple(told), book.rows_of(sheet, choice.first, choice.last))


def _samples(cells: Iterable[Cell]) -> tuple[str, ...]:
    """Return the first texts of a column, each once."""
    texts: dict[str, None] = {}
    for cell in cells:
        texts[text_of(cell)] = None
        if len(texts) == _SAMPLES:
            break
    return tuple(texts)


def _order_of_book(book: Book, tables: Sequence[Table]) -> DateOrder | None:
    return infer_order(
        cell
        for table in tables
        for place in table.places(ColumnRole.DATE)
        for cell in book.cells_of(table.sheet, table.first, table.last, place)
    )
