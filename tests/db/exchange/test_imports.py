"""The bulk questions and bulk writes of an import."""

from datetime import date, datetime

from bengkel_crm.db.engine import bulk
from bengkel_crm.db.exchange import imports
from bengkel_crm.db.journal.deeds import done, perform
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles import vehicles
from tests.factories import make_vehicle, make_work_order


def test_everything_known_of_plates_phones_and_numbers_is_found_at_once(database: Database) -> None:
    first = make_vehicle(database, "AB 1 CD", owner="Budi", phones=("081288341907",))
    make_vehicle(database, "AB 2 CD", owner="Siti", phones=("081288341908",))
    make_work_order(database, first, on=date(2026, 8, 1), number="N-1")
    known = imports.find_known(database, {"AB1CD", "AB9CD"}, {"288341908"}, {"N-1", "N-2"})
    assert list(known.vehicles) == ["AB1CD"]
    assert [order.number for order in known.orders[first]] == ["N-1"]
    assert list(known.by_number) == ["N-1"]
    assert {customer.name_key for customer in known.customers.values()} == {"budi", "siti"}


def test_a_vehicle_is_known_by_its_old_plate_and_in_the_bin(database: Database) -> None:
    moved = make_vehicle(database, "AB 1 CD")
    vehicles.edit_vehicle(database, moved, VehicleDraft("B 9 ZZ"), on=date(2026, 8, 1))
    removed = make_vehicle(database, "AB 2 CD")
    vehicles.remove_vehicle(database, removed, datetime(2026, 8, 2))
    known = imports.find_known(database, {"AB1CD", "AB2CD"}, set(), set()).vehicles
    assert (known["AB1CD"].id, known["AB1CD"].in_bin) == (moved, False)
    assert (known["AB2CD"].id, known["AB2CD"].in_bin) == (removed, True)


def test_rows_added_in_bulk_are_taken_back_with_their_deed(database: Database) -> None:
    with perform(database, "book_imported", "book.xlsx") as deed:
        first = imports.first_free_id(database, "mechanic")
        rows = [(first + number, f"Montir {number}", f"montir {number}") for number in range(5)]
        imports.add_rows(deed, "mechanic", ("id", "name", "name_key"), rows)
    assert database.execute_sql("SELECT count(*) FROM mechanic").fetchone() == (5,)
    undo.undo_last(database, done(deed).deed_id)
    assert database.execute_sql("SELECT count(*) FROM mechanic").fetchone() == (0,)


def test_the_memory_for_a_bulk_write_is_given_back(database: Database) -> None:
    before = database.execute_sql("PRAGMA cache_size").fetchone()
    with bulk.memory_for_many(database):
        assert database.execute_sql("PRAGMA cache_size").fetchone() != before
    assert database.execute_sql("PRAGMA cache_size").fetchone() == before
