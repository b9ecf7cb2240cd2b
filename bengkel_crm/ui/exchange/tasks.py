"""The work of the wizard that is done away from its window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bengkel_crm.base.progress import Progress
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
)
from bengkel_crm.workshop.shop_file.shop_file import Database

T = TypeVar("T")
Work = Callable[[Database, Progress], T]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read. One that `is_put_back` is an export of this program and the shop file is empty:
    it goes back as it was, and there is nothing to match.
    """

    book: Book
    tables: tuple[TableProposal, ...]
    is_put_back: bool


def opening(path: Path, csv: CsvOptions | None, more: Sequence[Path] = ()) -> Work[Opened]:
    """Return the work that reads a file, with those that belong to it, and recognises its tables."""

    def work(database: Database, progress: Progress) -> Opened:
        def check() -> None:
            progress(0, 1)

        book = open_books((path, *more), csv, check, into=database)
        return Opened(book, propose(database, book, check), goes_back(database, book))

    return work


def checking(book: Book, choices: Choices) -> Work[ImportReport]:
    """Return the work that finds out what taking the book over would do."""
    day = today().day()
    return lambda database, progress: check_book(database, book, choices, progress=progress, today=day)


def taking_over(book: Book, choices: Choices, backups: Path) -> Work[ImportReport]:
    """Return the work that makes a copy of the shop file and takes the book over."""
    day = today().day()
    return lambda database, progress: take_over(
        database, book, choices, backups=backups, progress=progress, today=day
    )
