"""Making a shop again from its own export: every row under the id it had, as one deed that can be undone."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from bengkel_crm.base import errors
from bengkel_crm.base.gc_pause import gc_paused
from bengkel_crm.base.paths import storable_name
from bengkel_crm.base.progress import Progress
from bengkel_crm.db.engine.bulk import memory_for_many
from bengkel_crm.db.engine.connection import Database, storage_errors
from bengkel_crm.db.exchange import restore_rows
from bengkel_crm.db.journal.deeds import Deed, done, perform
from bengkel_crm.records.journal import DeedKind
from bengkel_crm.reports.workbooks_in.row_stream import RowBook, open_rows
from bengkel_crm.workshop.exchange.own.own_book import OwnBook, OwnSheet
from bengkel_crm.workshop.exchange.own.own_cells import settings_to_keep
from bengkel_crm.workshop.exchange.own.own_rows import OwnOutcome, RowTaker
from bengkel_crm.workshop.exchange.report.import_report import ImportReport
from bengkel_crm.workshop.exchange.rows.entries import RowFate

_ROWS_AT_ONCE = 2_000
# What is derived from the rows is written when all are there; it takes about a fifth of the time.
_READ, _WHOLE = 800, 1000


def is_empty(database: Database) -> bool:
    """Return whether a shop file holds nothing yet, so that an export can be put back into it row by row."""
    with storage_errors(database.path):
        return restore_rows.is_empty(database)


def take_in(
    database: Database,
    own: OwnBook,
    *,
    dry_run: bool,
    progress: Progress | None = None,
    today: date,
) -> ImportReport:
    """Put the rows of an export into an empty shop file as one deed; return what came of them.

    A row that can not be taken, because somebody changed the workbook, is in the report.
    The book is read sheet by sheet, so it may be of any size. `progress(done, total)` may raise Cancelled.

    Raises:
        FileMissing, BookUnreadable, BookTooLarge, BookHostile: the file can not be read any more.
        FileBusy: the shop file is not empty any more.
        Cancelled: `progress` said so. Nothing was written, as with every error.
    """
    deed_id = None
    with gc_paused(), open_rows(own.path) as book:
        if dry_run:
            outcome = _Taking(database, own, book, progress).check()
        else:
            at = datetime.combine(today, datetime.now().time())
            with (
                memory_for_many(database),
                perform(database, DeedKind.BOOK_IMPORTED, storable_name(own.path), at) as deed,
            ):
                if not is_empty(database):
                    # Somebody wrote between the look and the lock; looked at again, it is a book like others.
                    raise errors.FileBusy(str(database.path), "not empty any more")
                outcome = _Taking(database, own, book, progress).write(deed)
            deed_id = done(deed).deed_id
    if progress is not None:
        progress(_WHOLE, _WHOLE)
    return _report(own, outcome, dry_run, deed_id)


class _Taking:
    """One walk through an export."""

    def __init__(self, database: Database, own: OwnBook, book: RowBook, progress: Progress | None) -> None:
        self._own, self._book, self._progress = own, book, progress
        self._taker = RowTaker(own, restore_rows.job_kind_ids(database))
        self._bytes = max(1, sum(book.bytes_of(sheet.name) for sheet in own.sheets))
        # Also before the first row: what the sheets share may be long.
        book.check = self._report_progress

    def check(self) -> OwnOutcome:
        """Look at every row and write none."""
        for sheet in self._own.sheets:
            for lot in self._lots(sheet):
                if sheet.own.table == "job_kind":
                    place = sheet.own.columns.index("code")
                    for row in lot:
                        self._taker.job_kind_ids.setdefault(row[place], 0)
        return self._taker.outcome

    def write(self, deed: Deed) -> OwnOutcome:
        """Write every row that can be taken."""
        with restore_rows.restoring(deed) as restorer:
            for sheet in self._own.sheets:
                table = sheet.own.table
                if table in restore_rows.REPLACED:
                    rows = [row for lot in self._lots(sheet) for row in lot]
                    if table == "setting":
                        rows = settings_to_keep(self._own, rows)
                    restore_rows.REPLACED[table](deed, rows)
                    self._taker.job_kind_ids = restore_rows.job_kind_ids(deed.database)
                else:
                    for lot in self._lots(sheet):
                        restorer.write(table, lot)
            restorer.lacks_rows = bool(self._taker.outcome.problems)
        return self._taker.outcome

    def _lots(self, sheet: OwnSheet) -> Iterator[list[tuple[Any, ...]]]:
        rows = self._taker.rows_of(self._book, sheet)
        while lot := list(islice(rows, _ROWS_AT_ONCE)):
            self._report_progress()
            yield lot

    def _report_progress(self) -> None:
        if self._progress is not None:
            self._progress(min(_READ, self._book.read_bytes * _READ // self._bytes), _WHOLE)


def _report(own: OwnBook, outcome: OwnOutcome, dry_run: bool, deed_id: int | None) -> ImportReport:
    rows: dict[RowFate, int] = {}
    for fates in outcome.fates.values():
        for fate, count in fates.items():
            rows[fate] = rows.get(fate, 0) + count
    return ImportReport(
        path=str(own.path),
        dry_run=dry_run,
        deed_id=deed_id,
        vehicles_added=outcome.taken.get("vehicle", 0),
        vehicles_known=0,
        customers_added=outcome.taken.get("customer", 0),
        customers_known=0,
        work_orders_added=outcome.taken.get("work_order", 0),
        work_orders_known=0,
        rows_total=sum(rows.values()),
        rows=rows,
        sheets=outcome.fates,
        tables=(),
        problems=tuple(outcome.problems),
        doubts=tuple(outcome.doubts),
        products_added=outcome.taken.get("product", 0),
        is_own=True,
    )
