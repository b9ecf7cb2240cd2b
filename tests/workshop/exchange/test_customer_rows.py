"""Lists of customers without plates: who is added, who is known, and what is not taken."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bengkel_crm.db.customers.customers import find_customer
from bengkel_crm.records.customers import Customer
from bengkel_crm.trade.kinds import CustomerKind
from bengkel_crm.workshop.exchange import Choices, ColumnRole, TableKind, open_book, propose
from bengkel_crm.workshop.exchange import take_over as take_book
from bengkel_crm.workshop.exchange.rows.entries import Reason, RowFate
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle

from .books import TODAY, Rows, card_of, take_over, write_sheets

INDONESIAN: Rows = [
    ["DAFTAR PELANGGAN"],
    [],
    ["No", "Alamat", "Nama Pelanggan", "No. HP", "Sapaan", "Email"],
    [1, "Jl. Melati 1", "Sugeng Riyadi", "0812-8834-1907", "Bpk", "sugeng@contoh.id"],
    [2, None, "SITI AMINAH", 81390001111.0, "Ibu", None],
    [3, "Jl. Raya 5", "PT Maju Bersama", "(0274) 512345 / 0811-222-3333", None, None],
    [],
    [None, None, "Total: 3 pelanggan"],
]
ENGLISH: Rows = [
    ["Contact person", "Mobile", "Customer", "Address"],
    ["Andi", "081234567890", "CV Sinar Jaya", "Jl. Mawar 2"],
    [None, "+62 812-9999-0000", "John Smith", None],
]


def customers(database: Database) -> dict[str, Customer]:
    ids = database.execute_sql("SELECT id FROM customer WHERE removed_at IS NULL").fetchall()
    found = [find_customer(database, customer_id) for (customer_id,) in ids]
    return {customer.name: customer for customer in found if customer is not None}


def phones(customer: Customer) -> list[str | None]:
    return [phone.e164 for phone in customer.phones]


def test_a_list_of_customers_is_taken_with_its_phones_and_forms_of_address(
    database: Database, tmp_path: Path
) -> None:
    report = take_over(database, write_sheets(tmp_path / "pelanggan.xlsx", {"Data": INDONESIAN}))
    assert report.tables[0].kind is TableKind.CUSTOMERS
    assert (report.customers_added, report.vehicles_added, report.problems) == (3, 0, ())
    found = customers(database)
    assert set(found) == {"Sugeng Riyadi", "Siti Aminah", "PT Maju Bersama"}
    assert (found["Sugeng Riyadi"].honorific, found["Sugeng Riyadi"].address) == ("Bpk", "Jl. Melati 1")
    assert phones(found["Siti Aminah"]) == ["+6281390001111"]
    assert phones(found["PT Maju Bersama"]) == ["+62274512345", "+628112223333"]
    assert found["PT Maju Bersama"].kind is CustomerKind.COMPANY
    (email,) = [column for column in report.tables[0].columns if column.header == "Email"]
    assert email.role is ColumnRole.OTHER
    assert sum(report.rows.values()) == report.rows_total == len(INDONESIAN)


def test_names_in_english_and_another_order_are_understood(database: Database, tmp_path: Path) -> None:
    report = take_over(database, write_sheets(tmp_path / "customers.xlsx", {"Sheet1": ENGLISH}))
    assert (report.customers_added, report.problems) == (2, ())
    firm = customers(database)["CV Sinar Jaya"]
    assert (firm.contact_person, firm.address, phones(firm)) == ("Andi", "Jl. Mawar 2", ["+6281234567890"])


@pytest.mark.parametrize("rows", [INDONESIAN, ENGLISH])
def test_a_second_import_adds_nobody(database: Database, tmp_path: Path, rows: Rows) -> None:
    path = write_sheets(tmp_path / "pelanggan.xlsx", {"Data": rows})
    first = take_over(database, path)
    again = take_over(database, path)
    assert (again.customers_added, again.deed_id, again.rows.get(RowFate.TAKEN, 0)) == (0, None, 0)
    assert again.rows[RowFate.KNOWN] == first.rows[RowFate.TAKEN]


def test_who_has_the_name_and_a_phone_of_a_customer_is_that_customer(
    database: Database, tmp_path: Path
) -> None:
    make_vehicle(database, "B 1 A", "Budi", ("081234567890",))
    rows = [
        ["Nama", "HP", "Alamat"],
        ["BUDI, BPK", 81234567890, "Jl. Baru 9"],
        ["Budi", "0813-0000-0001", "Jl. Lain 3"],
    ]
    book = open_book(write_sheets(tmp_path / "p.xlsx", {"Data": rows}))
    choices = Choices(tuple(table.choice for table in propose(database, book)))
    report = take_book(database, book, choices, backups=None, today=TODAY)
    assert (report.customers_added, report.customers_changed) == (1, 1)
    owner = card_of(database, "B1A").owner
    assert owner is not None
    # A blank address is filled from the list.
    assert owner.address == "Jl. Baru 9"


def test_the_name_alone_joins_only_who_has_no_phone_on_either_side(
    database: Database, tmp_path: Path
) -> None:
    make_vehicle(database, "B 1 A", "Budi", ("081234567890",))
    rows: Sequence[Sequence[object]] = [
        ["Nama", "HP", "Alamat"],
        ["Budi", None, None],
        ["Budi", None, "Jl. Melati 1"],
        ["Budi", None, "Jl. Mawar 2"],
    ]
    path = write_sheets(tmp_path / "p.xlsx", {"Data": rows})
    assert take_over(database, path).customers_added >= 2
    assert take_over(database, path).customers_added == 0


def test_hostile_and_broken_rows_are_told(database: Database, tmp_path: Path) -> None:
    rows: Sequence[Sequence[object]] = [
        ["Nama", "HP", "Alamat"],
        ['=HYPERLINK("http://x")', "081234567891", "<b>Jl.</b> & Co"],
        [None, None, "Jl. Tanpa Nama"],
        ["x" * 5000, "081234567892", "y" * 5000],
        [None, "081234567893", None],
        ["#REF!", "081234567894", None],
        ["umum", None, None],
    ]
    book = tmp_path / "p.xlsx"
    write_sheets(book, {"Data": rows})
    report = take_over(database, book)
    assert sum(report.rows.values()) == len(rows)
    assert [(problem.row, problem.reason) for problem in report.problems] == [
        (3, Reason.NO_NAME),
        (4, Reason.TOO_LONG),
    ]
    assert any(customer.address == "<b>Jl.</b> & Co" for customer in customers(database).values())


@pytest.mark.parametrize("title", ["Karyawan", "Daftar Supplier", "Mekanik"])
def test_people_who_bring_no_vehicle_are_no_customers(database: Database, tmp_path: Path, title: str) -> None:
    make = {"Pelanggan": INDONESIAN, title: [["Nama", "HP", "Alamat"], ["Slamet", "081277778888", "Jl. A"]]}
    report = take_over(database, write_sheets(tmp_path / "p.xlsx", make))
    assert report.customers_added == 3
    assert "Slamet" not in customers(database)


def test_a_list_of_customers_is_undone_whole(database: Database, tmp_path: Path) -> None:
    take_over(database, write_sheets(tmp_path / "p.xlsx", {"Data": INDONESIAN}))
    undo.undo_last(database)
    assert customers(database) == {}


def test_a_rehearsal_writes_nobody(database: Database, tmp_path: Path) -> None:
    report = take_over(database, write_sheets(tmp_path / "p.xlsx", {"Data": INDONESIAN}), dry_run=True)
    assert (report.customers_added, customers(database)) == (3, {})
