"""The work of the wizard that is done away from its window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bengkel_crm.base.progress import Progress
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.frame.jobs import Work
from bengkel_crm.ui.frame.today import today
from bengkel_crm.workshop.exchange import (
    Book,
    Choices,
    CsvOptions,
    ImportReport,
    TableProposal,
    check_book,
    goes_back,
    open_books,
    propose,
    take_over,
    write_problems,
)
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.shop_file.backup import backup_folder
from bengkel_crm.workshop.shop_file.shop_file import Database, own_connection


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read. One that `is_put_back` is an export of this program and the shop file is empty:
    it goes back as it was, and there is nothing to match.
    """

    book: Book
    tables: tuple[TableProposal, ...]
    is_put_back: bool


def opening(
    database: Database, path: Path, csv: CsvOptions | None, more: Sequence[Path] = ()
) -> Work[Opened]:
    """Return the work that reads a file, with those that belong to it, and recognises its tables."""

    def work(progress: Progress) -> Opened:
        progress(0, 1)

        def check() -> None:
            progress(0, 1)

        with own_connection(database):
            book = open_books((path, *more), csv, check, into=database)
            return Opened(book, propose(database, book, check), goes_back(database, book))

    return work


def checking(database: Database, book: Book, choices: Choices) -> Work[ImportReport]:
    """Return the work that finds out what taking the book over would do."""
    day = today().day()

    def work(progress: Progress) -> ImportReport:
        with own_connection(database):
            return check_book(database, book, choices, progress=progress, today=day)

    return work


def taking_over(database: Database, book: Book, choices: Choices) -> Work[ImportReport]:
    """Return the work that makes a copy of the shop file and takes the book over."""
    day, backups = today().day(), backup_folder(database)

    def work(progress: Progress) -> ImportReport:
        with own_connection(database):
            return take_over(database, book, choices, backups=backups, progress=progress, today=day)

    return work


def undoing(database: Database, deed_id: int) -> Work[Change]:
    """Return the work that takes an import back which was the last deed."""

    def work(progress: Progress) -> Change:
        progress(0, 1)
        with own_connection(database):
            return undo_last(database, deed_id)

    return work


def writing(write: Callable[[Path], None], path: Path) -> Work[Path]:
    """Return the work that writes a file and hands out its path."""

    def work(progress: Progress) -> Path:
        progress(0, 1)
        write(path)
        return path

    return work


def problems_writer(report: ImportReport) -> Callable[[Path], None]:
    """Return what writes the rows that were not taken."""
    return lambda path: write_problems(report, path)
