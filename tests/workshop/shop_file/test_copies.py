"""The newest copy is the one made last, whatever the clock said, and it is never thrown away."""

import json
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bengkel_crm.db.shop_file.manifests import manifest_of
from bengkel_crm.workshop.counter.lookup import count_vehicles
from bengkel_crm.workshop.settings.settings import change_settings
from bengkel_crm.workshop.shop_file import backup, copies
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, make_shop, open_shop
from tests.factories import make_vehicle

_NOW = datetime(2026, 8, 12, 17, 5, 30)
_DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _much_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9 << 33, 1 << 33, 8 << 33))


def _numbers(database: Database) -> list[int]:
    return [made.number for made in backup.list_backups(database)]


def test_backups_after_a_clock_that_was_a_year_ahead_are_kept_and_stand_first(database: Database) -> None:
    for day in range(13):
        make_vehicle(database)
        backup.back_up_when_changed(database, datetime(2027, 12, 1, 8) + day * _DAY)
    make_vehicle(database)
    made = backup.back_up_when_changed(database, datetime(2026, 12, 1, 9))
    listed = backup.list_backups(database)
    assert listed[0] == made
    assert (listed[0].vehicles, Path(listed[0].path).exists()) == (14, True)
    assert [copy.number for copy in listed[:12]] == list(range(14, 2, -1))


def test_one_copy_of_a_day_to_come_does_not_stand_first_for_ever(database: Database) -> None:
    for at in (_NOW, _NOW + 4000 * _DAY, _NOW + _DAY, _NOW - 4000 * _DAY):
        make_vehicle(database)
        backup.back_up_when_changed(database, at)
        assert backup.list_backups(database)[0].made_at == at
    assert _numbers(database) == [4, 3, 2, 1]


def test_restoring_an_old_copy_does_not_take_the_numbers_back(database: Database) -> None:
    for day in range(3):
        make_vehicle(database)
        backup.back_up_when_changed(database, _NOW + day * _DAY)
    oldest = backup.list_backups(database)[-1]
    backup.restore(database, Path(oldest.path), _NOW + 3 * _DAY)
    assert backup.last_backup_at(database) == _NOW + 2 * _DAY
    make_vehicle(database)
    made = backup.back_up_when_changed(database, _NOW + 4 * _DAY)
    assert made is not None
    assert backup.last_backup_at(database) == _NOW + 4 * _DAY
    assert (made.number, made.vehicles) == (5, 2)
    assert [copy.number for copy in backup.list_copies(database.path)] == [5, 4, 3, 2, 1]


def test_the_copy_made_before_a_restore_is_listed_with_what_is_in_it(database: Database) -> None:
    make_vehicle(database)
    backup.back_up_when_changed(database, _NOW)
    make_vehicle(database)
    backup.back_up_before(database, "import", backup.backup_folder(database), _NOW)
    (first,) = backup.list_backups(database)
    backup.restore(database, Path(first.path), _NOW)
    assert [(copy.why, copy.vehicles) for copy in backup.list_copies(database.path)] == [
        ("before-restore", 2),
        ("before-import", 2),
        ("", 1),
    ]


def test_the_copies_before_a_restore_are_forgotten_too(database: Database, tmp_path: Path) -> None:
    copy = tmp_path / "cadangan.db"
    backup.back_up(database, copy, _NOW)
    for minute in range(20):
        backup.restore(database, copy, _NOW + timedelta(minutes=minute))
    assert len(list(backup.backup_folder(database).glob("before-restore-*.db"))) == 12


def test_copies_of_an_older_program_come_before_those_with_a_number(database: Database) -> None:
    make_vehicle(database)
    made = backup.back_up_when_changed(database, _NOW)
    assert made is not None
    for day in range(1, 4):
        old = Path(made.path).with_name(f"toko-2027080{day}-170000.db")
        shutil.copy(made.path, old)
        manifest_of(old).write_text(
            json.dumps({"made_at": f"2027-08-0{day}T17:00:00", "rows": {"vehicle": 7}})
        )
    listed = backup.list_backups(database)
    assert listed[0] == made
    assert [(copy.made_at.day, copy.vehicles) for copy in listed[1:]] == [(3, 7), (2, 7), (1, 7)]


def test_a_copy_that_a_scanner_holds_is_no_error(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    for minute in range(12):
        make_vehicle(database)
        backup.back_up_when_changed(database, _NOW + timedelta(minutes=minute))
    make_vehicle(database)
    unlink = os.unlink

    def held(path: Path, **named: int | None) -> None:
        if str(path).endswith(".db"):
            raise PermissionError(13, "held")
        unlink(path, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "unlink", held)
        made = backup.back_up_when_changed(database, _NOW + timedelta(minutes=13))
    assert made is not None
    assert len(_numbers(database)) == 13
    make_vehicle(database)
    backup.back_up_when_changed(database, _NOW + timedelta(minutes=14))
    assert _numbers(database) == list(range(14, 2, -1))


def test_on_a_disk_that_is_nearly_full_fewer_are_kept(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9 << 33, 8 << 33, 1 << 30))
    for minute in range(6):
        make_vehicle(database)
        backup.back_up_when_changed(database, _NOW + timedelta(minutes=minute))
    assert copies.has_little_room(backup.backup_folder(database))
    assert _numbers(database) == [6, 5, 4]


def test_the_copies_of_a_shop_that_was_lost_are_not_pushed_out_by_a_new_one(database: Database) -> None:
    make_vehicle(database)
    lost = backup.back_up_when_changed(database, _NOW)
    assert lost is not None
    close_shop(database)
    database.path.unlink()
    make_shop(database.path)
    anew = open_shop(database.path)
    for minute in range(1, 20):
        change_settings(anew, {"shop_name": str(minute)})
        backup.back_up_when_changed(anew, _NOW + timedelta(minutes=minute))
    listed = backup.list_backups(anew)
    assert (listed[-1], len(listed)) == (lost, 13)
    close_shop(anew)


def test_settings_and_drafts_are_something_that_was_changed(database: Database) -> None:
    make_vehicle(database)
    backup.back_up_when_changed(database, _NOW)
    assert backup.back_up_when_changed(database, _NOW) is None
    for number, sql in enumerate(
        (
            "INSERT INTO setting VALUES ('shop.name', 'Maju')",
            "UPDATE setting SET value = 'Maju Jaya' WHERE key = 'shop.name'",
            "UPDATE job_interval SET months = months + 1",
            "UPDATE job_kind SET keywords = 'oli' WHERE id = 1",
            "INSERT INTO draft VALUES ('vehicle', '{}', '')",
            "INSERT INTO book_mapping VALUES ('a', 'b', '')",
            "DELETE FROM book_mapping",
        )
    ):
        database.execute_sql(sql)
        assert backup.back_up_when_changed(database, _NOW + timedelta(hours=number)) is not None, sql
    database.execute_sql("INSERT INTO opened_card VALUES (1, '2026-08-12')")
    assert backup.back_up_when_changed(database, _NOW + _DAY) is None


def test_a_shop_in_which_nothing_was_entered_makes_no_copy(database: Database) -> None:
    assert backup.back_up_when_changed(database, _NOW) is None
    assert count_vehicles(database) == 0
    assert not backup.backup_folder(database).exists()
