"""An import from file to report: open, read tables, choose columns, read rows, plan, settle, write, tell."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.gc_pause import gc_paused
from bengkel_crm.base.paths import storable_name
from bengkel_crm.base.progress import Progress
from bengkel_crm.db.derived.checks import last_deed_mark
from bengkel_crm.db.engine.bulk import memory_for_many
from bengkel_crm.db.engine.connection import Database, storage_errors
from bengkel_crm.db.journal.deeds import Deed, done, perform
from bengkel_crm.records.journal import DeedKind
from bengkel_crm.workshop.exchange.own.own_import import is_empty, take_in
from bengkel_crm.workshop.exchange.plan.plan import make_plan
from bengkel_crm.workshop.exchange.plan.planned import Plan
from bengkel_crm.workshop.exchange.plan.writing import write_plan
from bengkel_crm.workshop.exchange.report.import_report import ImportReport, make_report
from bengkel_crm.workshop.exchange.rows.outcome_rows import plan_outcomes
from bengkel_crm.workshop.exchange.rows.readings import read_tables
from bengkel_crm.workshop.exchange.run.open_book import Book, open_books
from bengkel_crm.workshop.exchange.tables.choices import Choices
from bengkel_crm.workshop.exchange.tables.chosen import tables_of
from bengkel_crm.workshop.exchange.tables.mappings import recognised_tables, remember
from bengkel_crm.workshop.exchange.tables.sheets import BookTable
from bengkel_crm.workshop.shop_file.backup import back_up_before


def import_book(
    database: Database,
    path: Path,
    *,
    more: Sequence[Path] = (),
    plate: str = "",
    dry_run: bool = False,
    backups: Path | None = None,
    progress: Progress | None = None,
    today: date,
) -> ImportReport:
    """Take over a shop's book as it is recognised, as one deed, and return what came of every row.

    With `more` files they all are one book; a folder stands for the csv files in it. `plate` is that of
    visits for which neither a column nor the name of the file tells it.

    What the shop file has already is left alone, so a book can be imported again when it has grown.
    `progress(done, total)` is called often, also on another thread, and may raise Cancelled.

    Raises:
        FileMissing, BookUnreadable, BookTooLarge, BookHostile: the file can not be read.
        BookNotRecognised: no sheet has a row of names with a plate.
        Cancelled: `progress` said so. Nothing was written, as with every error.
    """
    check = None if progress is None else lambda: progress(0, 1)
    with gc_paused():
        book = open_books((path, *more), check=check, into=database)
        if book.is_long_export:
            raise errors.BookTooLarge(str(path), "cells")
        if not goes_back(database, book):
            tables = recognised_tables(database, book.sheets, plate, str(path), check)
            run = _Run(database, book, tables, None, progress, today, is_last=dry_run)
            return run.report() if dry_run else run.write(backups)
    return _put_back(database, book, dry_run=dry_run, progress=progress, today=today)


def check_book(
    database: Database,
    book: Book,
    choices: Choices,
    *,
    progress: Progress | None = None,
    today: date,
) -> ImportReport:
    """Return what taking over a book would do; nothing is written.

    Raises:
        FileBusy: an export was to be put back into a shop file that is not empty any more.
        Cancelled: `progress` said so.
    """
    if goes_back(database, book):
        return _put_back(database, book, dry_run=True, progress=progress, today=today)
    with gc_paused():
        tables = tables_of(book.sheets, choices)
        return _Run(database, book, tables, choices, progress, today, is_last=True).report()


def take_over(
    database: Database,
    book: Book,
    choices: Choices,
    *,
    backups: Path | None,
    progress: Progress | None = None,
    today: date,
) -> ImportReport:
    """Take over a book as one deed that can be undone, and return what came of every row.

    Before anything is written a proved copy of the shop file is made in the folder `backups`, where one is
    given. What the shop file has already is changed only as `choices` say.

    Raises:
        BackupFailed, DiskFull, ReadOnlyPlace: there is no copy.
        FileBusy: an export was to be put back into a shop file that is not empty any more.
        Cancelled: `progress` said so. Nothing was written, as with every error.
    """
    if goes_back(database, book):
        # In an empty file there is nothing to make a copy of.
        return _put_back(database, book, dry_run=False, progress=progress, today=today)
    with gc_paused():
        tables = tables_of(book.sheets, choices)
        return _Run(database, book, tables, choices, progress, today, is_last=False).write(backups)


def goes_back(database: Database, book: Book) -> bool:
    """Return whether a book is an export of this program that goes back into an empty file as it was.

    Raises:
        FileBusy: it was opened for that, and the file is not empty any more.
    """
    if book.own is None:
        return False
    if is_empty(database):
        return True
    if not book.sheets and not book.is_long_export:
        raise errors.FileBusy(str(database.path), "not empty any more")
    return False


def _put_back(
    database: Database,
    book: Book,
    *,
    dry_run: bool,
    progress: Progress | None,
    today: date,
) -> ImportReport:
    assert book.own is not None  # it goes back
    return take_in(database, book.own, dry_run=dry_run, progress=progress, today=today)


class _Run:
    """One run over the tables of a book: its rows are read and a plan is made; then it is told or written."""

    def __init__(
        self,
        database: Database,
        book: Book,
        tables: Sequence[BookTable],
        choices: Choices | None,
        progress: Progress | None,
        today: date,
        *,
        is_last: bool,
    ) -> None:
        self._database, self._book, self._tables, self._choices = database, book, tables, choices
        self._at = datetime.combine(today, datetime.now().time())
        # Half of the way is reading rows, the other half writing visits, of which there are fewer.
        self._rows = sum(max(0, table.last - table.first + 1) for table in tables)
        self._counter = _RowCounter(progress, self._rows if is_last else 2 * self._rows)
        self._readings = read_tables(book.sheets, tables, self._counter.step, choices, today)
        with storage_errors(database.path):
            self._mark = last_deed_mark(database)
            self._plan = self._make_plan(look_alikes=is_last)
        self._counter.set_done(self._rows)

    def _make_plan(self, *, look_alikes: bool = False) -> Plan:
        """Return what is to be written: rows matched with the shop file, and settled as the clerk chose."""
        plan = make_plan(
            self._database, self._readings, self._choices, look_alikes=look_alikes, check=self._counter.show
        )
        plan.outcomes = plan_outcomes(self._database, self._readings, self._at)
        return plan

    def report(self) -> ImportReport:
        """Return what would come of it."""
        return make_report(str(self._book.path), True, None, self._tables, self._readings, self._plan)

    def write(self, backups: Path | None) -> ImportReport:
        """Write the plan, and return what came of it."""
        deed_id = copy = None
        if self._plan.is_empty:
            self._remember()
        else:
            if backups is not None:
                copy = Path(back_up_before(self._database, "import", backups, self._at).path)
            deed_id = self._write_deed()
        return make_report(
            str(self._book.path), False, deed_id, self._tables, self._readings, self._plan, copy
        )

    def _write_deed(self) -> int:
        """Write the plan as one deed, and return its id."""
        database = self._database
        with (
            memory_for_many(database),
            perform(
                database,
                DeedKind.BOOK_IMPORTED,
                storable_name(self._book.path),
                self._at,
                self._counter.show,
            ) as deed,
        ):
            if last_deed_mark(database) != self._mark:
                # Somebody wrote between the look and the lock: look again.
                self._plan = self._make_plan()
            write_plan(deed, self._plan, self._counter.step)
            self._remember(deed)
            self._counter.set_done(2 * self._rows)
        return done(deed).deed_id

    def _remember(self, deed: Deed | None = None) -> None:
        """Keep what the columns were taken for, for the next book with the same titles."""
        if self._choices is not None:
            remember(self._database, self._book.sheets, self._choices, self._at, deed)


class _RowCounter:
    """How many rows are done, of all; whoever waits is shown each step, and may cancel there."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = max(total, 1)
        self._done = 0

    def step(self, count: int) -> None:
        """Count so many rows more as done."""
        self.set_done(self._done + count)

    def set_done(self, done_rows: int) -> None:
        """Set how many rows are done."""
        self._done = min(done_rows, self._total)
        self.show()

    def show(self) -> None:
        """Show how far it is, though nothing more is done."""
        if self._progress is not None:
            self._progress(self._done, self._total)
