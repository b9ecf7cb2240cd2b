"""An index that disagrees with its table is made anew, and the file as it was is kept."""

from datetime import date, datetime
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.counter.lookup import look_up_plate
from bengkel_crm.workshop.customers import notes
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.damage import prove_daily
from bengkel_crm.workshop.shop_file.damaged_files import list_damaged, repair_indexes
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.db.derived.test_checks import flip_in_index
from tests.factories import make_vehicle, make_work_order

_NOW = datetime(2026, 8, 12, 17, 5, 30)


@pytest.fixture
def harmed(database: Database) -> Database:
    """A shop in which the plate of one vehicle is another one in the index."""
    make_work_order(database, make_vehicle(database, "B 1 A"), date(2026, 3, 2), oil="MPX2")
    make_vehicle(database, "B 2 A")
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    close_shop(database)
    flip_in_index(database.path, "vehicle_by_plate", b"B1A", b"B1Q")
    database.connect()
    return database


def test_a_damaged_index_is_told_as_one_and_the_check_offers_the_repair(harmed: Database) -> None:
    assert [fault.what for fault in backup.check(harmed)] == ["index"]
    with pytest.raises(errors.DamagedIndex) as told:
        prove_daily(harmed, date(2026, 3, 3))
    assert "check --repair" in describe_error(told.value)


def test_the_repair_makes_all_well_and_the_shop_can_be_written_to_again(harmed: Database) -> None:
    with pytest.raises(errors.DamagedIndex):
        prove_daily(harmed, date(2026, 3, 3))
    kept = repair_indexes(harmed, _NOW)
    assert backup.check(harmed) == []
    assert look_up_plate(harmed, "B1A") is not None
    notes.add_note(harmed, 1, "rem depan", date(2026, 3, 3))
    assert list_damaged(harmed.path) == [kept]
    assert kept is not None
    before = open_shop(Path(kept.path), create=False)
    assert [fault.what for fault in backup.check(before)] == ["index"]
    close_shop(before)


def test_a_sound_file_is_left_as_it_is(database: Database) -> None:
    make_vehicle(database)
    assert repair_indexes(database, _NOW) is None
    assert list_damaged(database.path) == []


def test_where_the_table_itself_is_wrong_nothing_is_changed(harmed: Database) -> None:
    harmed.execute_sql("PRAGMA ignore_check_constraints = ON")
    harmed.execute_sql("UPDATE vehicle SET kind = 'kapal' WHERE id = 2")
    harmed.execute_sql("PRAGMA ignore_check_constraints = OFF")
    with pytest.raises(errors.DamagedFile) as told:
        repair_indexes(harmed, _NOW)
    assert not isinstance(told.value, errors.DamagedIndex)
    assert list_damaged(harmed.path) == []
    assert [fault.what for fault in backup.check(harmed)] == ["damaged"]
