"""What lies in the bin is found by its plate."""

from datetime import datetime

from bengkel_crm.db.journal.bin import find_vehicle
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import remove_vehicle
from tests.factories import make_vehicle


def test_of_the_vehicles_of_these_plates_the_one_that_was_removed_last_is_found(database: Database) -> None:
    for number, day in ((1, 3), (2, 9), (3, 5)):
        remove_vehicle(database, make_vehicle(database, f"B {number} A"), datetime(2026, 8, day))
    make_vehicle(database, "B 4 A")
    found = find_vehicle(database, ["B1A", "B3A", "B4A"])
    assert found is not None
    assert (found.table, found.title, found.removed_at.day) == ("vehicle", "B 3 A", 5)
    assert find_vehicle(database, ["B4A"]) is None
