"""Importing a book: read, understood, compared with the shop file, and written as one deed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.gc_pause import gc_paused
from bengkel_crm.base.paths import is_folder, storable_name
from bengkel_crm.db.derived.checks import last_deed_mark
from bengkel_crm.db.engine.connection import Database, storage_errors
from bengkel_crm.db.exchange.imports import memory_for_many
from bengkel_crm.db.journal.deeds import done, perform
from bengkel_crm.workshop.exchange.own.own_book import OwnBook, find_own_book
from bengkel_crm.workshop.exchange.own.own_import import is_empty, take_in
from bengkel_crm.workshop.exchange.plan.plan import make_plan
from bengkel_crm.workshop.exchange.plan.planned import Plan
from bengkel_crm.workshop.exchange.plan.writing import write_plan
from bengkel_crm.workshop.exchange.report.import_report import ImportReport, make_report
from bengkel_crm.workshop.exchange.rows.entries import Readings
from bengkel_crm.workshop.exchange.rows.outcome_rows import plan_outcomes
from bengkel_crm.workshop.exchange.rows.readings import read_tables
from bengkel_crm.workshop.exchange.run.opening import Book
from bengkel_crm.workshop.exchange.run.several_files import open_books
from bengkel_crm.workshop.exchange.tables.choices import Choices
from bengkel_crm.workshop.exchange.tables.chosen import not_recognised, tables_of
from bengkel_crm.workshop.exchange.tables.mappings import Mappings, remember
from bengkel_crm.workshop.exchange.tables.sheets import Table
from bengkel_crm.workshop.exchange.tables.table_kinds import TableKind
from bengkel_crm.workshop.shop_file.backup import back_up_before

DEED_KIND = "book_imported"


def import_book(
    database: Database,
    path: Path,
    *,
    more: Sequence[Path] = (),
    plate: str = "",
    dry_run: bool = False,
    backups: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    today: date,
) -> ImportReport:
    """Take over a shop's book as it is recognised, as one deed, and return what came of every row.

    With `more` files they all are one book; a folder stands for the csv files in it. `plate` is that of
    visits for which neither a column nor the name of the file tells it.

    What the shop file has already is left alone, so a book can be imported again when it has grown.
    `progress(done, total)` is called often and may raise Cancelled.

    Raises:
        FileMissing, BookUnreadable, BookTooLarge, BookHostile: the file can not be read.
        BookNotRecognised: no sheet has a row of names with a plate.
        Cancelled: `progress` said so. Nothing was written, as with every error.
    """
    own = None if more or is_folder(path) else _own_book_for(database, path, progress)
    if own is not None:
        return take_in(database, own, dry_run=dry_run, kind=DEED_KIND, progress=progress, today=today)
    with gc_paused():
        book = open_books((path, *more))
        if book.is_long_export:
            raise errors.BookTooLarge(str(path), "cells")
        mappings = Mappings(database)
        found = [found for sheet in book.sheets for found in mappings.tables_of(sheet, plate)]
        tables = [
            replace(table.table, plate=table.table.plate or plate)
            if table.table.kind is TableKind.VISITS
            else table.table
            for table in found
            if table.taken
        ]
        if not tables:
            raise not_recognised(str(path), book.sheets)
        look = _Look(database, book, tables, None, progress, today, is_last=dry_run)
        return look.report() if dry_run else look.write(backups, today)


def check_book(
    database: Database,
    book: Book,
    choices: Choices,
    *,
    progress: Callable[[int, int], None] | None = None,
    today: date,
) -> ImportReport:
    """Return what taking over a book would do; nothing is written.

    Raises:
        Cancelled: `progress` said so.
    """
    own = _own_book_for(database, book.path, progress)
    if own is not None:
        return take_in(database, own, dry_run=True, kind=DEED_KIND, progress=progress, today=today)
    with gc_paused():
        return _Look(
            database, book, tables_of(book.sheets, choices), choices, progress, today, is_last=True
        ).report()


def take_over(
    database: Database,
    book: Book,
    choices: Choices,
    *,
    backups: Path | None,
    progress: Callable[[int, int], None] | None = None,
    today: date,
) -> ImportReport:
    """Take over a book as one deed that can be undone, and return what came of every row.

    Before anything is written a proved copy of the shop file is made in the folder `backups`, where one is
    given. What the shop file has already is changed only as `choices` say.

    Raises:
        BackupFailed, DiskFull, ReadOnlyPlace: there is no copy.
        Cancelled: `progress` said so. Nothing was written, as with every error.
    """
    own = _own_book_for(database, book.path, progress)
    if own is not None:
        # In an empty file there is nothing to make a copy of.
        return take_in(database, own, dry_run=False, kind=DEED_KIND, progress=progress, today=today)
    with gc_paused():
        look = _Look(database, book, tables_of(book.sheets, choices), choices, progress, today, is_last=False)
        return look.write(backups, today)


def _own_book_for(
    database: Database, path: Path, progress: Callable[[int, int], None] | None
) -> OwnBook | None:
    """Return an export of this program that is to be put back as it was: into a file with nothing in it."""
    own = find_own_book(path, None if progress is None else lambda: progress(0, 1))
    return own if own is not None and is_empty(database) else None


class _Look:
    """A book as it was read, and the plan for it."""

    def __init__(
        self,
        database: Database,
        book: Book,
        tables: Sequence[Table],
        choices: Choices | None,
        progress: Callable[[int, int], None] | None,
        today: date,
        *,
        is_last: bool,
    ) -> None:
        self._database = database
        self._book = book
        self._choices = choices
        self._at = datetime.combine(today, datetime.now().time())
        self._tables = tables
        # Half of the way is reading rows, the other half writing visits, of which there are fewer.
        self._rows = sum(max(0, table.last - table.first + 1) for table in tables)
        self._counter = _Progress(progress, self._rows if is_last else 2 * self._rows)
        self._readings: Readings = read_tables(book.sheets, tables, self._counter.step, choices, today)
        with storage_errors(database.path):
            self._mark = last_deed_mark(database)
            self._plan = self._make_plan(look_alikes=is_last)
        self._counter.set_done(self._rows)

    def _make_plan(self, *, look_alikes: bool = False) -> Plan:
        plan = make_plan(
            self._database,
            self._readings,
            self._choices,
            look_alikes=look_alikes,
            check=self._counter.tell,
        )
        plan.outcomes = plan_outcomes(self._database, self._readings, self._at)
        return plan

    def report(self) -> ImportReport:
        """Return what would come of it."""
        return make_report(str(self._book.path), True, None, self._tables, self._readings, self._plan)

    def write(self, backups: Path | None, today: date) -> ImportReport:
        """Write the plan, and return what came of it."""
        deed_id = copy = None
        at = datetime.combine(today, datetime.now().time())
        if self._plan.is_empty:
            self._remember(at)
        else:
            if backups is not None:
                copy = Path(back_up_before(self._database, "import", backups, at).path)
            deed_id = self._perform(at)
        return make_report(
            str(self._book.path), False, deed_id, self._tables, self._readings, self._plan, copy
        )

    def _perform(self, at: datetime) -> int:
        database = self._database
        with (
            memory_for_many(database),
            perform(database, DEED_KIND, storable_name(self._book.path), at) as deed,
        ):
            if last_deed_mark(database) != self._mark:
                # Somebody wrote between the look and the lock: look again.
                self._plan = self._make_plan()
            write_plan(deed, self._plan, self._counter.step)
            self._remember(at)
            self._counter.set_done(2 * self._rows)
        return done(deed).deed_id

    def _remember(self, at: datetime) -> None:
        if self._choices is not None:
            remember(self._database, self._book.sheets, self._choices, at)


class _Progress:
    def __init__(self, tell: Callable[[int, int], None] | None, total: int) -> None:
        self._tell = tell
        self._total = max(total, 1)
        self._done = 0

    def step(self, count: int) -> None:
        """Tell that so many rows more are done."""
        self.set_done(self._done + count)

    def set_done(self, done_rows: int) -> None:
        """Tell how many rows are done."""
        self._done = min(done_rows, self._total)
        self.tell()

    def tell(self) -> None:
        """Tell how far it is, though nothing more is done."""
        if self._tell is not None:
            self._tell(self._done, self._total)
