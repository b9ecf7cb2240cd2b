"""What is wrong in a file by no deed of the program is found."""

import tracemalloc
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from bengkel_crm.base.errors import AlteredFile
from bengkel_crm.db.derived import vehicle_summary
from bengkel_crm.db.derived.checks import find_faults
from bengkel_crm.trade.names import name_key
from bengkel_crm.workshop.customers.notes import add_note
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
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
        ("UPDATE vehicle_summary SET last_odometer_km = 1 WHERE vehicle_id = 1", "summary"),
        ("UPDATE vehicle_summary SET last_on = 'soon' WHERE vehicle_id = 1", "summary"),
        ("UPDATE vehicle_summary SET oil_name = 'OIL FILTER' WHERE vehicle_id = 2", "summary"),
        ("UPDATE vehicle_summary SET mechanic_count = 9 WHERE vehicle_id = 2", "summary"),
        ("DELETE FROM vehicle_summary WHERE vehicle_id = 1", "summary"),
        ("UPDATE work_order SET odometer_km = 13000 WHERE id = 1", "summary"),
        ("UPDATE work_order SET removed_at = '2026-08-12T09:00:00' WHERE id = 1", "summary"),
        ("UPDATE job_due SET due_km = 1 WHERE vehicle_id = 1", "due"),
        ("DELETE FROM job_due WHERE vehicle_id = 2", "due"),
        ("DELETE FROM vehicle_search WHERE rowid = (SELECT min(rowid) FROM vehicle_search)", "search"),
        ("INSERT INTO vehicle_search (rowid, plate) VALUES (1, 'x')", "search"),
        ("UPDATE vehicle_summary SET search_place = search_place + 1 WHERE vehicle_id = 1", "search"),
        ("UPDATE customer_phone SET e164 = '+628111222333' WHERE id = 1", "phone"),
        ("UPDATE vehicle SET plate = 'D 9 Z', plate_key = 'D9Z' WHERE id = 1", "search"),
        ("UPDATE vehicle SET plate = 'D 9 Z' WHERE id = 1", "key"),
        ("UPDATE customer SET name_key = 'agus' WHERE id = 1", "key"),
        ("UPDATE mechanic SET name_key = 'agus' WHERE id = 1", "key"),
        ("UPDATE product SET name_key = 'agus' WHERE id = 1", "key"),
        ("INSERT INTO old_plate (vehicle_id, plate, plate_key) VALUES (1, 'B 9 A', 'X')", "key"),
        ("UPDATE customer_phone SET match_key = '1' WHERE id = 1", "key"),
        ("UPDATE customer_phone SET e164 = '+628111222333', match_key = '111222333' WHERE id = 1", "phone"),
        ("UPDATE customer_phone SET e164 = 'satu', match_key = 'satu' WHERE id = 1", "phone"),
        (
            "INSERT INTO work_order_line (work_order_id, position, kind, text, quantity, price_rupiah) "
            "VALUES (1, 9, 'job', 'Ganti ban', 1, 0)",
            "words",
        ),
        ("UPDATE work_order SET oil = NULL WHERE id = 1", "words"),
        ("UPDATE work_order_line SET text = 'OLI LAIN' WHERE kind = 'oil'", "words"),
        ("DELETE FROM work_order_line WHERE work_order_id = 1 AND kind = 'oil'", "words"),
        ("DELETE FROM work_order_line WHERE work_order_id = 1", "words"),
        ("UPDATE ownership SET since = '2026-03-02', until = '2019-01-01' WHERE id = 1", "owner"),
        ("DELETE FROM customer WHERE id = 1", "foreign_key"),
    ],
)
def test_what_was_changed_by_hand_is_found(busy_shop: Database, deed: str, what: str) -> None:
    busy_shop.execute_sql("PRAGMA foreign_keys = OFF")
    busy_shop.execute_sql(deed)
    assert what in {fault.what for fault in find_faults(busy_shop)}


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("UPDATE work_order SET date = 'kemarin' WHERE id = 2", "work_order 2: date = 'kemarin' (text)"),
        (
            "UPDATE job_interval SET months = 4611686018427387904 WHERE job_kind_id = 1 "
            "AND vehicle_kind = 'motorcycle'",
            "job_interval 1/motorcycle: months = '4611686018427387904' (integer)",
        ),
        (
            "UPDATE work_order SET date = '2026-02-30' WHERE id = 2",
            "work_order 2: date = '2026-02-30' (text)",
        ),
        ("UPDATE work_order SET status = '??' WHERE id = 1", "work_order 1: status = '??' (text)"),
        (
            "UPDATE work_order_line SET quantity = 'many' WHERE id = 1",
            "work_order_line 1: quantity = 'many' (text)",
        ),
        ("UPDATE customer SET name = x'00ff' WHERE id = 1", "customer 1: name = '00FF' (blob)"),
        ("UPDATE note SET written_on = '?' WHERE id = 1", "note 1: written_on = '?' (text)"),
        ("UPDATE vehicle SET kind = 'kapal' WHERE id = 1", "vehicle 1: kind = 'kapal' (text)"),
        ("UPDATE deed SET done_at = 'pagi' WHERE id = 1", "deed 1: done_at = 'pagi' (text)"),
    ],
)
def test_a_row_that_nobody_can_read_is_named(busy_shop: Database, deed: str, told: str) -> None:
    busy_shop.execute_sql("PRAGMA ignore_check_constraints = ON")
    add_note(busy_shop, 1, "rem", date(2026, 3, 2))
    busy_shop.execute_sql(deed)
    busy_shop.execute_sql("PRAGMA ignore_check_constraints = OFF")
    assert told in {fault.detail for fault in find_faults(busy_shop)} | damage_told(busy_shop, told)


def damage_told(database: Database, told: str) -> set[str]:
    """Return `told` where the database itself says the row breaks a rule of its table."""
    complaint = database.execute_sql("PRAGMA integrity_check").fetchone()[0]
    return {told} if complaint.startswith(f"CHECK constraint failed in {told.split()[0]}") else set()


VALUES = (None, "kemarin", "", b"\x00\xff", -1, 3.5, 2**62, "2026-02-30", "x" * 5000, "\ud7ff\u0000")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_the_check_survives_any_value_in_any_column(busy_shop: Database, data: st.DataObject) -> None:
    columns = busy_shop.execute_sql(
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' "
        "AND c.pk = 0 AND m.name NOT GLOB 'vehicle_search*' AND m.name NOT GLOB 'sqlite_*'"
    ).fetchall()
    table, column = data.draw(st.sampled_from(columns))
    value = data.draw(st.sampled_from(VALUES))
    for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
        busy_shop.execute_sql(f"PRAGMA {pragma}")
    busy_shop.execute_sql("SAVEPOINT before")
    with suppress(dbapi2.IntegrityError):
        busy_shop.execute_sql(f"UPDATE {table} SET {column} = ?", (value,))
    for fault in find_faults(busy_shop):
        assert len(fault.detail) < 1000
    busy_shop.execute_sql("ROLLBACK TO before")
    busy_shop.execute_sql("RELEASE before")


@pytest.mark.parametrize(
    "deed",
    [
        "CREATE TRIGGER pintu AFTER INSERT ON note BEGIN DELETE FROM customer_phone; END",
        "DROP INDEX vehicle_by_plate",
        "DROP INDEX customer_by_name",
        "CREATE INDEX mine ON note (text)",
        "CREATE VIEW lihat AS SELECT * FROM note",
        "CREATE TABLE titipan (x)",
        "ALTER TABLE note ADD COLUMN lagi TEXT",
        "ALTER TABLE vehicle DROP COLUMN color",
        "DROP TABLE due_seen",
        "ALTER TABLE note RENAME TO notes",
    ],
)
def test_a_schema_of_another_hand_is_told_and_nothing_is_written(busy_shop: Database, deed: str) -> None:
    busy_shop.execute_sql(deed)
    assert [fault.what for fault in find_faults(busy_shop)] == ["schema"]
    close_shop(busy_shop)
    with pytest.raises(AlteredFile):
        open_shop(busy_shop.path, check=True)
    busy_shop._sound = False
    busy_shop.connect()
    with pytest.raises(AlteredFile):
        add_note(busy_shop, 1, "rem", date(2026, 3, 2))


def test_a_flipped_letter_in_an_index_is_found(busy_shop: Database) -> None:
    busy_shop.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    close_shop(busy_shop)
    flip_in_index(busy_shop.path, "vehicle_by_plate", b"B2A", b"B2Q")
    again = open_shop(busy_shop.path, check=True)
    assert [fault.what for fault in find_faults(again)] == ["index"]
    close_shop(again)
    busy_shop.connect()


def flip_in_index(path: Path, index: str, old: bytes, new: bytes) -> None:
    """Change what an index holds, and not the table."""
    with closing(dbapi2.connect(str(path))) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (index,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    start = (root - 1) * size
    place = content.index(old, start, start + size)
    content[place : place + len(old)] = new
    path.write_bytes(content)


def test_a_name_of_thousands_of_words_on_many_vehicles_takes_little_memory(database: Database) -> None:
    """It asked for all its words at once, of two thousand vehicles at a time: 4.2 GB."""
    words, vehicles = 2_000, 40
    owner = " ".join(f"kata{number}" for number in range(words))
    for number in range(vehicles):
        make_vehicle(database, f"B {number + 1} A", "Budi", ())
    # As a version without longest lengths let it in.
    database.execute_sql("UPDATE customer SET name = ?, name_key = ?", (owner, name_key(owner)))
    vehicle_summary.rebuild(database)
    tracemalloc.start()
    assert find_faults(database) == []
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10 * words * vehicles


def test_a_number_that_an_older_version_read_otherwise_is_told_with_how_many_there_are(
    database: Database,
) -> None:
    for typed in ("0812345678O1", "081288341907", "tanya Pak RT", "istri 0812-8834-1908"):
        make_vehicle(database, phones=(typed,))
    assert find_faults(database) == []
    database.execute_sql(
        "UPDATE customer_phone SET e164 = '+62812345678', match_key = '812345678' WHERE typed LIKE '%O1'"
    )
    vehicle_summary.rebuild(database)
    (fault,) = find_faults(database)
    assert fault.what == "reading"
    assert fault.detail.startswith("1: '0812345678O1'")
