"""Cancel reaches a book while it is opened and checked, whatever its kind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bengkel_crm.base import errors
from bengkel_crm.workshop.counter.lookup import count_vehicles
from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.exchange import Choices, check_book, open_books, propose
from bengkel_crm.workshop.exchange.out.export import export_everything
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.factories import make_vehicle

from .books import TODAY
from .test_long_books import write_book

# Of the lines of its visits in the demo.
_ROWS_A_VEHICLE = 40
ROWS = 2_000


class Clerk:
    """Is asked whether to go on, and has enough at a question."""

    def __init__(self, enough_at: int | None = None) -> None:
        self.questions = 0
        self._enough_at = enough_at

    def check(self) -> None:
        self.questions += 1
        if self.questions == self._enough_at:
            raise errors.Cancelled

    def progress(self, done: int, total: int) -> None:
        self.check()


def write_text(folder: Path, rows: int) -> list[Path]:
    return [write_book(folder / "book.csv", rows)]


def write_two_texts(folder: Path, rows: int) -> list[Path]:
    return [write_book(folder / f"{name}.csv", rows) for name in ("one", "two")]


def write_export(folder: Path, rows: int) -> list[Path]:
    much = open_shop(folder / "much.db")
    fill_demo(much, rows // _ROWS_A_VEHICLE, 7, today=TODAY)
    export_everything(much, folder / "all.xlsx", lambda done, total: None)
    close_shop(much)
    return [folder / "all.xlsx"]


def write_saved_export(folder: Path, rows: int) -> list[Path]:
    """Write an export as a spreadsheet program saves it: the texts of all sheets in one part."""
    (path,) = write_export(folder, rows)
    load_workbook(path).save(path)
    return [path]


WRITERS = (write_text, write_two_texts, write_export, write_saved_export)


def open_and_check(database: Database, files: list[Path], clerk: Clerk) -> None:
    """Do what the window does up to the step before anything is written."""
    book = open_books(files, check=clerk.check)
    tables = propose(database, book, clerk.check)
    choices = Choices(tuple(table.choice for table in tables))
    check_book(database, book, choices, progress=clerk.progress, today=TODAY)
    clerk.check()


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("in_use", [False, True], ids=["empty file", "file in use"])
def test_whoever_cancels_is_heard_at_the_next_question(
    write: Callable[[Path, int], list[Path]], in_use: bool, database: Database, tmp_path: Path
) -> None:
    if in_use:
        make_vehicle(database, "B 1 AA")
    files = write(tmp_path, ROWS)
    patient = Clerk()
    open_and_check(database, files, patient)
    assert patient.questions > ROWS // 1_000
    # Not at the last ones: how often is asked while a process of its own parses is a matter of time.
    for enough_at in {1, patient.questions // 4, patient.questions // 2}:
        hurried = Clerk(enough_at)
        with pytest.raises(errors.Cancelled):
            open_and_check(database, files, hurried)
        assert hurried.questions - enough_at <= 1, "another thread may have asked at the same time"
    assert count_vehicles(database) == int(in_use)
