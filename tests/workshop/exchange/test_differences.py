"""What a book tells differently of records the shop file has: kept, filled or taken, as the clerk says."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.workshop.exchange import (
    Choices,
    FieldRule,
    ImportField,
    ImportReport,
    check_book,
    import_book,
    open_book,
    propose,
    take_over,
)
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.backup import check as find_faults
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles import vehicles

from .books import TODAY, card_of, phones_of, write_sheets

LIST: list[list[Any]] = [
    ["Plat", "Merk", "Tipe", "Tahun", "Warna", "Pemilik", "HP", "Alamat"],
    ["AB1CD", "Honda", "Beat", 2019, "Merah", "Budi Santoso", "0812 8834 1999", "Jl. Mawar 1"],
]
TAKE_ALL = dict.fromkeys(ImportField, FieldRule.TAKE)
KEEP_ALL = dict.fromkeys(ImportField, FieldRule.KEEP)


@pytest.fixture
def shop(database: Database) -> Database:
    """A shop that knows the vehicle of the list, and its owner by another phone."""
    vehicles.register_vehicle(
        database,
        VehicleDraft("AB 1 CD", VehicleKind.MOTORCYCLE, year=2001, color="Hitam"),
        CustomerDraft("Budi Santoso", ("081288341907",)),
    )
    return database


def choices(database: Database, path: Path, **changes: Any) -> Choices:
    return Choices(tuple(table.choice for table in propose(database, open_book(path))), **changes)


def bring(
    database: Database,
    tmp_path: Path,
    rows: list[list[Any]],
    fields: Mapping[ImportField, FieldRule],
    **changes: Any,
) -> ImportReport:
    """Check a book, take it over, and return the report both gave."""
    path = write_sheets(tmp_path / "book.xlsx", {"Kendaraan": rows})
    chosen = choices(database, path, fields=fields, **changes)
    told = check_book(database, open_book(path), chosen, today=TODAY)
    done = take_over(database, open_book(path), chosen, backups=None, today=TODAY)
    assert (told.differences, told.rows) == (done.differences, done.rows)
    assert (told.customers_changed, told.vehicles_changed) == (done.customers_changed, done.vehicles_changed)
    assert find_faults(database) == []
    return done


def told(report: ImportReport) -> dict[ImportField, tuple[str, str]]:
    assert {(difference.sheet, difference.row) for difference in report.differences} <= {("Kendaraan", 2)}
    return {difference.field: (difference.ours, difference.theirs) for difference in report.differences}


DIFFERENT = {
    ImportField.BRAND: ("", "Honda"),
    ImportField.MODEL: ("", "Beat"),
    ImportField.YEAR: ("2001", "2019"),
    ImportField.COLOR: ("Hitam", "Merah"),
    ImportField.PHONES: ("0812-8834-1907", "0812-8834-1999"),
    ImportField.ADDRESS: ("", "Jl. Mawar 1"),
}


def look(database: Database) -> tuple[Any, ...]:
    card = card_of(database, "AB1CD")
    assert card.owner is not None
    vehicle = card.vehicle
    return (vehicle.brand, vehicle.model, vehicle.year, vehicle.color, card.owner.address)


def test_what_differs_is_told_and_blanks_are_filled(shop: Database, tmp_path: Path) -> None:
    report = bring(shop, tmp_path, LIST, {})
    assert told(report) == DIFFERENT
    assert (report.vehicles_changed, report.customers_changed) == (1, 1)
    assert look(shop) == ("Honda", "Beat", 2001, "Hitam", "Jl. Mawar 1")
    assert phones_of(card_of(shop, "AB1CD")) == ["+6281288341907"]


def test_with_keep_nothing_is_written(shop: Database, tmp_path: Path) -> None:
    report = bring(shop, tmp_path, LIST, KEEP_ALL)
    assert (told(report), report.deed_id) == (DIFFERENT, None)
    assert look(shop) == (None, None, 2001, "Hitam", None)


def test_with_take_the_book_is_right_and_no_phone_is_lost(shop: Database, tmp_path: Path) -> None:
    report = bring(shop, tmp_path, LIST, TAKE_ALL)
    assert look(shop) == ("Honda", "Beat", 2019, "Merah", "Jl. Mawar 1")
    assert phones_of(card_of(shop, "AB1CD")) == ["+6281288341999", "+6281288341907"]
    assert (report.vehicles_added, report.customers_added) == (0, 0)


def test_what_was_taken_is_taken_back_in_one_step(shop: Database, tmp_path: Path) -> None:
    before = card_of(shop, "AB1CD")
    report = bring(shop, tmp_path, LIST, TAKE_ALL)
    undo.undo_last(shop, report.deed_id)
    assert card_of(shop, "AB1CD") == before
    assert find_faults(shop) == []


def test_once_taken_nothing_differs_any_more(shop: Database, tmp_path: Path) -> None:
    bring(shop, tmp_path, LIST, TAKE_ALL)
    again = bring(shop, tmp_path, LIST, TAKE_ALL)
    assert (again.differences, again.deed_id) == ((), None)


def test_each_field_has_its_own_rule(shop: Database, tmp_path: Path) -> None:
    bring(
        shop,
        tmp_path,
        LIST,
        {**KEEP_ALL, ImportField.COLOR: FieldRule.TAKE, ImportField.ADDRESS: FieldRule.FILL},
    )
    assert look(shop) == (None, None, 2001, "Merah", "Jl. Mawar 1")


def test_case_and_spaces_are_no_difference(database: Database, tmp_path: Path) -> None:
    vehicles.register_vehicle(
        database,
        VehicleDraft("AB 1 CD", VehicleKind.MOTORCYCLE, "HONDA", "beat", 2019, "merah "),
        CustomerDraft("BUDI SANTOSO", ("+62 812-8834-1999",), address="jl mawar 1"),
    )
    assert bring(database, tmp_path, LIST, TAKE_ALL).differences == ()


def test_rows_known_already_are_compared_as_well(database: Database, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Tanggal", "Nopol", "Nama", "Alamat", "Warna", "Pekerjaan"],
        [date(2026, 8, 1), "AB 1 CD", "Budi Santoso", None, "Hitam", "Servis"],
    ]
    bring(database, tmp_path, rows, {})
    rows[1] = [date(2026, 8, 1), "AB 1 CD", "Budi Santoso", "Jl. Mawar 1", "Merah", "Servis"]
    report = bring(database, tmp_path, rows, {ImportField.COLOR: FieldRule.TAKE})
    assert report.work_orders_known == 1
    assert told(report) == {ImportField.COLOR: ("Hitam", "Merah"), ImportField.ADDRESS: ("", "Jl. Mawar 1")}
    assert look(database)[3:] == ("Merah", "Jl. Mawar 1")


def test_a_name_is_taken_of_whom_the_clerk_calls_the_same(shop: Database, tmp_path: Path) -> None:
    rows: list[list[Any]] = [LIST[0], [*LIST[1][:5], "Bu Budi Santosa", "081288341907", None]]
    path = write_sheets(tmp_path / "book.xlsx", {"Kendaraan": rows})
    first = check_book(shop, open_book(path), choices(shop, path), today=TODAY)
    (alike,) = first.look_alikes
    assert (alike.names, alike.rows) == (("Budi Santoso", "Budi Santosa"), (("Kendaraan", 2),))
    report = bring(shop, tmp_path, rows, {ImportField.NAME: FieldRule.TAKE}, same_customers=(alike.key,))
    assert told(report)[ImportField.NAME] == ("Budi Santoso", "Budi Santosa")
    owner = card_of(shop, "AB1CD").owner
    assert owner is not None
    assert (owner.name, owner.honorific) == ("Budi Santosa", "Bu")


def test_half_of_another_vehicle_is_not_put_beside_ours(database: Database, tmp_path: Path) -> None:
    vehicles.register_vehicle(database, VehicleDraft("AB 1 CD", VehicleKind.MOTORCYCLE, model="Mio"), None)
    report = bring(database, tmp_path, LIST, {})
    assert told(report)[ImportField.MODEL] == ("Mio", "Beat")
    assert look_without_owner(database) == (None, "Mio")


def look_without_owner(database: Database) -> tuple[Any, ...]:
    vehicle = card_of(database, "AB1CD").vehicle
    return vehicle.brand, vehicle.model


def test_the_command_line_only_fills_what_is_blank(shop: Database, tmp_path: Path) -> None:
    path = write_sheets(tmp_path / "book.xlsx", {"Kendaraan": LIST})
    report = import_book(shop, path, today=TODAY)
    owner = card_of(shop, "AB1CD").owner
    assert owner is not None
    assert (owner.name, owner.address) == ("Budi Santoso", "Jl. Mawar 1")
    assert phones_of(card_of(shop, "AB1CD")) == ["+6281288341907"]
    assert report.customers_changed == 1
    assert look(shop) == ("Honda", "Beat", 2001, "Hitam", "Jl. Mawar 1")


def test_a_mangled_number_never_stands_before_one_that_can_be_called(shop: Database, tmp_path: Path) -> None:
    rows = [LIST[0], [*LIST[1][:6], "8.12E+11 / 0812 8834 1999", None]]
    bring(shop, tmp_path, rows, TAKE_ALL)
    assert phones_of(card_of(shop, "AB1CD")) == ["+6281288341999", "+6281288341907", None]
