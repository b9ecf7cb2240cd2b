"""What is wrong in a file by no deed of the program is found."""

import pytest

from bengkel_crm.db.checks import find_faults
from bengkel_crm.workshop.shop_file import Database
from tests.factories import make_vehicle, make_work_order


@pytest.fixture
def busy_shop(database: Database) -> Database:
    for plate in ("B 1 A", "B 2 A"):
        make_work_order(
            database,
            make_vehicle(database, plate, phones=("0812-8834-1907",)),
            oil="AHM MPX2",
            mechanic="Budi",
            odometer_km=12_000,
        )
    return database


def test_all_is_well_in_a_shop_that_was_left_to_the_program(busy_shop: Database) -> None:
    assert find_faults(busy_shop) == []


@pytest.mark.parametrize(
    ("deed", "what"),
    [
        ("UPDATE vehicle_standing SET last_odometer_km = 1 WHERE vehicle_id = 1", "standing"),
        ("UPDATE vehicle_standing SET last_on = 'soon' WHERE vehicle_id = 1", "standing"),
        ("UPDATE vehicle_standing SET oil_name = 'OIL FILTER' WHERE vehicle_id = 2", "standing"),
        ("UPDATE vehicle_standing SET mechanic_count = 9 WHERE vehicle_id = 2", "standing"),
        ("DELETE FROM vehicle_standing WHERE vehicle_id = 1", "standing"),
        ("UPDATE work_order SET odometer_km = 13000 WHERE id = 1", "standing"),
        ("UPDATE work_order SET removed_at = '2026-08-12T09:00:00' WHERE id = 1", "standing"),
        ("UPDATE job_due SET due_km = 1 WHERE vehicle_id = 1", "due"),
        ("DELETE FROM job_due WHERE vehicle_id = 2", "due"),
        ("DELETE FROM vehicle_search WHERE rowid = (SELECT min(rowid) FROM vehicle_search)", "search"),
        ("INSERT INTO vehicle_search (rowid, plate) VALUES (1, 'x')", "search"),
        ("UPDATE vehicle_standing SET search_place = search_place + 1 WHERE vehicle_id = 1", "search"),
        ("UPDATE customer_phone SET e164 = '+628111222333' WHERE id = 1", "search"),
        ("UPDATE vehicle SET plate = 'D 9 Z', plate_key = 'D9Z' WHERE id = 1", "search"),
        ("UPDATE vehicle SET plate = 'D 9 Z' WHERE id = 1", "key"),
        ("UPDATE customer SET name_key = 'agus' WHERE id = 1", "key"),
        ("DELETE FROM customer WHERE id = 1", "foreign_key"),
    ],
)
def test_what_was_changed_by_hand_is_found(busy_shop: Database, deed: str, what: str) -> None:
    busy_shop.execute_sql("PRAGMA foreign_keys = OFF")
    busy_shop.execute_sql(deed)
    assert what in {fault.what for fault in find_faults(busy_shop)}
