"""The stick gets every backup when it is there, and its absence is seen."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.db.engine import vacuum
from bengkel_crm.db.shop_file.manifests import read_manifest
from bengkel_crm.workshop.counter.lookup import count_vehicles
from bengkel_crm.workshop.shop_file import backup, second_place
from bengkel_crm.workshop.shop_file.copies import find_copies
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.factories import make_vehicle

_NOW = datetime(2026, 8, 12, 17, 5, 30)
_DAY = timedelta(days=1)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def _vehicles(folder: Path, database: Database) -> list[int | None]:
    return [copy.manifest.vehicles for copy in find_copies(folder, database.path)]


def test_a_chosen_place_has_a_copy_at_once_and_gets_each_newer_one_once(
    database: Database, stick: Path
) -> None:
    make_vehicle(database)
    made = second_place.choose_second_place(database, stick, _NOW)
    assert made.vehicles == 1
    assert second_place.is_second_place(stick)
    for _ in range(2):
        second_place.bring_newest(database, stick, _NOW)
    assert _vehicles(stick, database) == [1]
    make_vehicle(database)
    backup.back_up_when_changed(database, _NOW + _DAY)
    brought = second_place.bring_newest(database, stick, _NOW + _DAY)
    assert brought is not None
    assert (brought.number, brought.vehicles) == (2, 2)
    manifest = read_manifest(Path(brought.path))
    assert manifest is not None
    assert manifest.sha256 == vacuum.checksum(Path(brought.path))
    assert _vehicles(stick, database) == [2, 1]


def test_the_folder_in_which_a_stick_appears_is_not_the_stick(database: Database, stick: Path) -> None:
    make_vehicle(database)
    second_place.choose_second_place(database, stick, _NOW)
    pulled = stick.rename(stick.with_name("elsewhere"))
    assert not second_place.is_second_place(stick)
    stick.mkdir()
    assert not second_place.is_second_place(stick)
    stick.rmdir()
    with pytest.raises(errors.FileMissing):
        second_place.bring_newest(database, stick, _NOW)
    assert not stick.exists()
    pulled.rename(stick)
    assert second_place.is_second_place(stick)


def test_a_place_that_is_not_there_or_is_the_first_one_is_not_chosen(database: Database, stick: Path) -> None:
    make_vehicle(database)
    backup.back_up_when_changed(database, _NOW)
    with pytest.raises(errors.FileMissing):
        second_place.choose_second_place(database, stick / "nowhere", _NOW)
    with pytest.raises(errors.FileExists):
        second_place.choose_second_place(database, backup.own_folder(database.path), _NOW)


def test_a_stick_that_is_full_or_pulled_speaks_of_the_copy_alone(
    database: Database, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_vehicle(database)
    second_place.choose_second_place(database, stick, _NOW)
    make_vehicle(database)
    backup.back_up_when_changed(database, _NOW + _DAY)

    def full(source: Path, target: Path) -> None:
        Path(target).write_bytes(b"half")
        raise OSError(28, "no room")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(errors.BackupFailed):
        second_place.bring_newest(database, stick, _NOW)
    assert _vehicles(stick, database) == [1]
    assert list(stick.glob("*.part")) == []

    def pulled(source: Path, target: Path) -> None:
        stick.rename(stick.with_name("pulled"))
        raise OSError(5, "no device")

    monkeypatch.setattr(shutil, "copyfile", pulled)
    with pytest.raises(errors.FileMissing):
        second_place.bring_newest(database, stick, _NOW)


def test_a_copy_that_reads_back_otherwise_is_not_told(
    database: Database, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_vehicle(database)
    backup.back_up_when_changed(database, _NOW)

    def spoil(source: Path, target: Path) -> None:
        data = bytearray(Path(source).read_bytes())
        data[5000] ^= 1
        Path(target).write_bytes(data)

    monkeypatch.setattr(shutil, "copyfile", spoil)
    with pytest.raises(errors.BackupFailed):
        second_place.choose_second_place(database, stick, _NOW)
    assert _vehicles(stick, database) == []


@pytest.mark.parametrize(("days", "missed"), [(0, False), (2, False), (3, True), (400, True), (-400, False)])
def test_the_place_is_missed_after_three_days(days: int, missed: bool) -> None:
    assert second_place.is_missed(_NOW, _NOW + days * _DAY) is missed
    assert second_place.is_missed(None, _NOW)


def _made(database: Database, at: datetime) -> None:
    make_vehicle(database)
    backup.back_up_when_changed(database, at)


def _listed(database: Database, stick: Path) -> list[tuple[int | None, bool]]:
    return [(copy.vehicles, copy.in_second_place) for copy in backup.list_copies(database.path, stick)]


def test_every_copy_of_both_places_is_listed_the_newest_first(database: Database, stick: Path) -> None:
    _made(database, _NOW)
    second_place.choose_second_place(database, stick, _NOW)
    _made(database, _NOW + _DAY)
    _made(database, _NOW + 2 * _DAY)
    second_place.bring_newest(database, stick, _NOW + 2 * _DAY)
    _made(database, _NOW + 3 * _DAY)
    assert _listed(database, stick) == [
        (4, False),
        (3, False),
        (3, True),
        (2, False),
        (1, False),
        (1, True),
    ]
    assert _listed(database, stick.with_name("pulled")) == [(4, False), (3, False), (2, False), (1, False)]


def test_the_copies_themselves_tell_which_is_newer_and_not_a_clock_that_was_wrong(
    database: Database, stick: Path
) -> None:
    _made(database, _NOW + 400 * _DAY)
    _made(database, _NOW + 401 * _DAY)
    second_place.choose_second_place(database, stick, _NOW)
    _made(database, _NOW)
    second_place.bring_newest(database, stick, _NOW)
    for copy in find_copies(backup.own_folder(database.path), database.path)[:1]:
        copy.path.unlink()
    # The third lies on the stick alone, and was made before the first two by its clock.
    assert _listed(database, stick) == [(3, True), (2, False), (2, True), (1, False)]


def test_a_copy_saved_on_the_stick_by_hand_is_listed_and_another_shops_is_not(
    database: Database, stick: Path
) -> None:
    _made(database, _NOW)
    second_place.choose_second_place(database, stick, _NOW)
    make_vehicle(database)
    backup.back_up(database, stick / "sebelum lebaran.db", _NOW + _DAY)
    (stick / "toko-lain-20260812-170530.db").write_bytes(b"of another shop")
    (stick / "surat.db").write_bytes(b"no copy")
    assert _listed(database, stick) == [(2, True), (1, False), (1, True)]


def test_the_newest_copy_is_put_back_from_the_stick_where_nothing_lies_beside_the_file(
    database: Database, stick: Path
) -> None:
    _made(database, _NOW)
    second_place.choose_second_place(database, stick, _NOW)
    make_vehicle(database)
    close_shop(database)
    database.path.unlink()
    shutil.rmtree(backup.own_folder(database.path))
    with pytest.raises(errors.ShopFileLost):
        open_shop(database.path, second_place=stick)
    restored = backup.put_newest_back(database.path, _NOW, stick)
    assert (restored.copy.vehicles, restored.kept) == (1, None)
    again = open_shop(database.path, second_place=stick)
    assert count_vehicles(again) == 1
    close_shop(again)
