"""Cancel reaches a book while it is opened and checked, whatever its kind."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import load_workbook

from benchmarks import book
from bengkel_crm.base import errors
from bengkel_crm.workshop.counter.lookup import count_vehicles
from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.exchange import Choices, check_book, open_books, propose, take_over
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


# Of a book this long every kind of lot is full at least once.
LONG = 6_000
# A second of a slow PC that has something else to do: a fast one does five times as much.
MOST_CALLS, MOST_STEPS = 500_000, 2_000_000
_STEPS_AT_ONCE = 1_000


class Stopwatch:
    """Counts what is done between two questions: calls of functions, and steps of statements."""

    def __init__(self) -> None:
        self.calls = self.steps = self.all_calls = self.most_calls = self.most_steps = 0

    def check(self, *_: int) -> None:
        self.most_calls, self.most_steps = max(self.most_calls, self.calls), max(self.most_steps, self.steps)
        self.calls = self.steps = 0

    def note_call(self, frame: object, event: str, value: object) -> None:
        if event.endswith("call"):
            self.calls += 1
            self.all_calls += 1

    def note_steps(self) -> int:
        self.steps += _STEPS_AT_ONCE
        return 0


@contextmanager
def watching(database: Database) -> Iterator[Stopwatch]:
    watch = Stopwatch()
    database.connection().set_progress_handler(watch.note_steps, _STEPS_AT_ONCE)
    before = sys.getprofile()
    sys.setprofile(watch.note_call)
    try:
        yield watch
    finally:
        sys.setprofile(before)
        database.connection().set_progress_handler(None, 0)
        watch.check()


def test_nobody_who_cancels_waits_for_a_second(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    book.write_book(path, LONG, seed=1)
    with watching(database) as watch:
        opened = open_books([path], check=watch.check)
        tables = propose(database, opened, watch.check)
        choices = Choices(tuple(table.choice for table in tables))
        check_book(database, opened, choices, progress=watch.check, today=TODAY)
        take_over(database, opened, choices, backups=None, progress=watch.check, today=TODAY)
        check_book(database, opened, choices, progress=watch.check, today=TODAY)
    assert watch.most_calls < MOST_CALLS
    assert watch.most_steps < MOST_STEPS
    # Less work than that would prove nothing.
    assert watch.all_calls > 8 * MOST_CALLS
