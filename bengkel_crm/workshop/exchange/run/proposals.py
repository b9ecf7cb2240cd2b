"""The tables of a book as they would be imported, recognised or pointed out by a clerk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bengkel_crm.base import errors
from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet, Cell
from bengkel_crm.trade.dates import DateOrder, infer_order
from bengkel_crm.workshop.exchange.own.own_import import is_empty
from bengkel_crm.workshop.exchange.run.open_book import Book
from bengkel_crm.workshop.exchange.tables.choices import TableChoice
from bengkel_crm.workshop.exchange.tables.chosen import labels_of_choice, within
from bengkel_crm.workshop.exchange.tables.columns import BookColumn, Guess, known_column
from bengkel_crm.workshop.exchange.tables.mappings import FoundTable, Mappings
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable, TableKind, understand

_SAMPLES = 3
_HEADER_WITHIN = 60
_LEAST_NAMES = 2


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
    tables = [
        (sheet, mappings.tables_of(sheet, check=check)) for sheet in asking(book.sheets, check, every=1)
    ]
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
    columns: Sequence[BookColumn],
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


def _order_of_book(book: Book, tables: Sequence[BookTable]) -> DateOrder | None:
    return infer_order(
        cell
        for table in tables
        for place in table.places(ColumnRole.DATE)
        for cell in book.cells_of(table.sheet, table.first, table.last, place)
    )
