"""Importing a book: read, understood, compared with the shop file, and written as one deed."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from bengkel_crm import errors
from bengkel_crm.collector import no_search_for_circles
from bengkel_crm.db.checks import last_deed_mark
from bengkel_crm.db.connection import Database, storage_errors
from bengkel_crm.db.deeds import done, perform
from bengkel_crm.db.imports import memory_for_many
from bengkel_crm.reports.workbook_reader import read_book
from bengkel_crm.workshop.exchange.plan import make_plan
from bengkel_crm.workshop.exchange.readings import read_tables
from bengkel_crm.workshop.exchange.report import ImportReport, make_report
from bengkel_crm.workshop.exchange.sheets import find_tables
from bengkel_crm.workshop.exchange.writing import write_plan

DEED_KIND = "book_imported"


def import_book(
    database: Database,
    path: Path,
    *,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
    today: date,
) -> ImportReport:
    """Take over a shop's book as one deed that can be undone, and return what came of every row.

    What the shop file has already is left alone, so a book can be imported again when it has grown.
    `progress(done, total)` is called often and may raise Cancelled.

    Raises:
        FileMissing, BookUnreadable, BookTooLarge, BookHostile: the file can not be read.
        BookNotRecognised: no sheet has a row of names with a plate.
        Cancelled: `progress` said so. Nothing was written, as with every error.
    """
    with no_search_for_circles():
        return _import(database, path, dry_run, progress, today)


def _import(
    database: Database, path: Path, dry_run: bool, progress: Callable[[int, int], None] | None, today: date
) -> ImportReport:
    sheets = read_book(path)
    tables = [table for sheet in sheets for table in find_tables(sheet)]
    if not tables:
        raise errors.BookNotRecognised(str(path))
    # Half of the way is reading rows, the other half writing visits, of which there are fewer.
    rows = sum(table.last - table.first + 1 for table in tables)
    counter = _Progress(progress, 2 * rows)
    readings = read_tables(sheets, tables, counter.step)
    with storage_errors(database.path):
        mark = last_deed_mark(database)
        plan = make_plan(database, readings)
    counter.set_done(rows)
    deed_id = None
    if not dry_run and not plan.is_empty:
        at = datetime.combine(today, datetime.now().time())
        with memory_for_many(database), perform(database, DEED_KIND, path.name, at) as deed:
            if last_deed_mark(database) != mark:
                # Somebody wrote between the look and the lock: look again.
                plan = make_plan(database, readings)
            write_plan(deed, plan, counter.step)
            counter.set_done(2 * rows)
        deed_id = done(deed).deed_id
    return make_report(str(path), dry_run, deed_id, tables, readings, plan)


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
        if self._tell is not None:
            self._tell(self._done, self._total)
