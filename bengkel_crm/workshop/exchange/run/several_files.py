"""Several files that are one book: the lists another program exports, a file each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.base.paths import is_file, is_folder
from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet
from bengkel_crm.reports.workbooks_in.workbook_reader import read_book
from bengkel_crm.workshop.exchange.run.opening import Book, open_book
from bengkel_crm.workshop.exchange.tables.joining import join_by_ids
from bengkel_crm.workshop.exchange.tables.parting import part_sheets

_LONGEST_NAME = 60
_MOST_FILES = 200


def open_books(paths: Sequence[Path], check: Check | None = None) -> Book:
    """Return files as one book, a folder standing for the csv files in it; one file is itself.

    The sheets are called as their files; rows that point at rows of other files by number are joined.
    `check` is asked meanwhile, also on another thread, and may raise Cancelled.

    Raises:
        FileMissing, BookUnreadable, BookTooLarge, BookHostile: one of them can not be read.
    """
    files = [file for path in paths for file in _files_of(path)]
    if len(files) == 1:
        return open_book(files[0], check=check)
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
