"""Customers who may be one are named, and become one only when a clerk says so."""

from datetime import date
from pathlib import Path
from typing import Any

from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.workshop.exchange import (
    Book,
    Choices,
    ImportReport,
    check_book,
    open_book,
    propose,
    take_over,
)
from bengkel_crm.workshop.shop_file.backup import check as find_faults
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles import vehicles

from .books import TODAY, card_of, phones_of, write_sheets

HEADER = ["Tanggal", "Nopol", "Nama", "HP", "Pekerjaan"]


def book_of(tmp_path: Path, *rows: tuple[Any, ...]) -> Book:
    """Write visits of (plate, name, phone), one a day."""
    visits = [[date(2026, 8, day), *row, "Servis"] for day, row in enumerate(rows, 1)]
    return open_book(write_sheets(tmp_path / "book.xlsx", {"Buku": [HEADER, *visits]}))


def choices_of(database: Database, book: Book, *same: tuple[str, str]) -> Choices:
    return Choices(tuple(table.choice for table in propose(database, book)), same_customers=same)


def check(database: Database, book: Book, *same: tuple[str, str]) -> ImportReport:
    return check_book(database, book, choices_of(database, book, *same), today=TODAY)


def take(database: Database, book: Book, *same: tuple[str, str]) -> ImportReport:
    return take_over(database, book, choices_of(database, book, *same), backups=None, today=TODAY)


SAME_NAME = (("AB 1 CD", "Budi Santoso", "081288341907"), ("AB 2 CD", "BUDI SANTOSO", "081288341908"))
SAME_PHONE = (("AB 1 CD", "Budi Santoso", "081288341907"), ("AB 2 CD", "Siti Rahayu", "+62 812-8834-1907"))


def test_the_same_name_with_different_phones_is_named_and_not_joined(
    database: Database, tmp_path: Path
) -> None:
    book = book_of(tmp_path, *SAME_NAME)
    report = check(database, book)
    (alike,) = report.look_alikes
    assert (alike.names, alike.rows) == (("Budi Santoso", "Budi Santoso"), (("Buku", 2), ("Buku", 3)))
    assert alike.phones == ("0812-8834-1907", "0812-8834-1908")
    assert report.customers_added == 2
    assert take(database, book).customers_added == 2


def test_whom_the_clerk_calls_one_is_one_with_all_phones(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, *SAME_NAME)
    (alike,) = check(database, book).look_alikes
    told = check(database, book, alike.key)
    assert (told.customers_added, told.look_alikes) == (1, (alike,))
    assert take(database, book, alike.key).customers_added == 1
    owners = [card_of(database, plate).owner for plate in ("AB1CD", "AB2CD")]
    assert owners[0] == owners[1]
    assert phones_of(card_of(database, "AB1CD")) == ["+6281288341908", "+6281288341907"]
    again = take(database, book)
    assert (again.deed_id, again.customers_added) == (None, 0)
    assert check(database, book).look_alikes == ()


def test_the_same_phone_under_different_names_is_named(database: Database, tmp_path: Path) -> None:
    (alike,) = check(database, book_of(tmp_path, *SAME_PHONE)).look_alikes
    assert alike.names == ("Budi Santoso", "Siti Rahayu")


def test_a_slip_of_the_pen_beside_one_plate_is_named(database: Database, tmp_path: Path) -> None:
    book = book_of(
        tmp_path, ("AB 1 CD", "Budi Santoso", "081288341907"), ("AB 1 CD", "Budi Santso", "081288341908")
    )
    (alike,) = check(database, book).look_alikes
    assert alike.names == ("Budi Santoso", "Budi Santso")


def test_a_customer_of_the_shop_is_named_and_joined_with_the_book(database: Database, tmp_path: Path) -> None:
    vehicles.register_vehicle(
        database, VehicleDraft("H 77 AA"), CustomerDraft("Budi Santoso", ("081200000001",))
    )
    book = book_of(tmp_path, SAME_NAME[0])
    (alike,) = check(database, book).look_alikes
    assert alike.rows == (("Buku", 2),)
    assert take(database, book, alike.key).customers_added == 0
    owner = card_of(database, "AB1CD").owner
    assert owner is not None
    assert owner == card_of(database, "H77AA").owner
    assert [phone.e164 for phone in owner.phones] == ["+6281200000001"]
    assert find_faults(database) == []


def test_a_common_name_and_the_shops_own_number_are_no_sign(database: Database, tmp_path: Path) -> None:
    names = [(f"AB {n} CD", "Budi", f"08128834190{n}") for n in range(5)]
    numbers = [
        (f"AB {n} EF", name, "081299999999") for n, name in enumerate(("Siti", "Eko", "Rina", "Agus", "Dewi"))
    ]
    assert check(database, book_of(tmp_path, *names, *numbers)).look_alikes == ()


def test_keys_of_nobody_join_nobody(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, *SAME_NAME)
    nobody = (("|99", "budi santoso|288341907"), ("x|y", "|"), ("", ""), ("|1", "|2"))
    assert take(database, book, *nobody).customers_added == 2
