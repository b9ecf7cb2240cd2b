"""A book is opened once: what was found then holds for every later step."""

import shutil
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.workshop.exchange import Choices, check_book, goes_back, open_books, take_over
from bengkel_crm.workshop.exchange.out.export import export_everything
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.factories import make_vehicle

from .books import TODAY


@pytest.fixture
def exported(database: Database, tmp_path: Path) -> Path:
    """An export of a shop with one vehicle."""
    make_vehicle(database, plate="B 3472 KZR")
    path = tmp_path / "export.xlsx"
    export_everything(database, path, lambda done, total: None)
    return path


def test_an_export_for_an_empty_file_is_not_read_before_it_is_put_back(
    exported: Path, new_shop: Path, tmp_path: Path
) -> None:
    empty = open_shop(Path(shutil.copy(new_shop, tmp_path / "empty.db")))
    book = open_books([exported], into=empty)
    assert book.sheets == ()
    assert goes_back(empty, book)
    assert take_over(empty, book, Choices(()), backups=None, today=TODAY).vehicles_added == 1
    close_shop(empty)


def test_an_export_for_a_file_with_vehicles_is_read_as_a_book_of_any_program(
    exported: Path, database: Database
) -> None:
    book = open_books([exported], into=database)
    assert book.sheets
    assert not goes_back(database, book)


def test_an_export_is_not_put_back_into_a_file_that_was_empty_when_it_was_opened(
    exported: Path, new_shop: Path, tmp_path: Path
) -> None:
    empty = open_shop(Path(shutil.copy(new_shop, tmp_path / "empty.db")))
    book = open_books([exported], into=empty)
    make_vehicle(empty, plate="B 1 A")
    with pytest.raises(errors.FileBusy):
        check_book(empty, book, Choices(()), today=TODAY)
    with pytest.raises(errors.FileBusy):
        take_over(empty, book, Choices(()), backups=None, today=TODAY)
    close_shop(empty)


def test_a_text_file_tells_how_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    path.write_text("Nopol;Nama\nB 3472 KZR;Sri\n", encoding="utf-8")
    book = open_books([path])
    assert book.csv is not None
    assert book.csv.separator == ";"
