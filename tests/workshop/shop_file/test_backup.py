"""Backups are proved before anybody trusts them, and restoring loses nothing."""

import json
import shutil
import subprocess
import sys
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from bengkel_crm.base import errors
from bengkel_crm.db.engine import vacuum
from bengkel_crm.db.engine.connection import APPLICATION_ID, SCHEMA_VERSION
from bengkel_crm.workshop.counter.lookup import count_vehicles, look_up_plate
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import Database, claim_window, close_shop, open_shop
from tests.factories import make_vehicle, make_work_order
from tests.old_shops import write_old_shop

_NOW = datetime(2026, 8, 12, 17, 5, 30)


def _rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = dbapi2.connect(str(path))
    rows: list[tuple[object, ...]] = connection.execute(sql).fetchall()
    connection.close()
    return rows


def test_a_backup_is_a_whole_shop_file_with_a_manifest(database: Database, tmp_path: Path) -> None:
    make_work_order(database, make_vehicle(database, "B 1 A"), oil="MPX2")
    to = tmp_path / "cadangan.db"
    made = backup.back_up(database, to, _NOW)
    assert (made.path, made.made_at, made.bytes) == (str(to), _NOW, to.stat().st_size)
    manifest = json.loads(backup.manifest_of(to).read_text("utf-8"))
    assert manifest["sha256"] == vacuum.checksum(to)
    assert (manifest["bytes"], manifest["version"]) == (made.bytes, SCHEMA_VERSION)
    assert manifest["made_at"] == "2026-08-12T17:05:30"
    assert manifest["rows"]["vehicle"] == manifest["rows"]["work_order"] == 1
    assert _rows(to, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert _rows(to, "PRAGMA integrity_check") == [("ok",)]
    copy = open_shop(to)
    assert look_up_plate(copy, "B1A") is not None
    assert backup.check(copy) == []
    close_shop(copy)


def test_a_backup_holds_what_only_stands_in_the_log_so_far(database: Database, tmp_path: Path) -> None:
    make_vehicle(database, "B 1 A")
    assert (tmp_path / "toko.db-wal").stat().st_size > 0
    backup.back_up(database, tmp_path / "cadangan.db", _NOW)
    assert _rows(tmp_path / "cadangan.db", "SELECT plate FROM vehicle") == [("B 1 A",)]


def test_nothing_is_left_beside_a_backup(database: Database, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    for _ in range(2):
        backup.back_up(database, tmp_path / "usb" / "cadangan.db", _NOW)
    assert sorted(path.name for path in (tmp_path / "usb").iterdir()) == ["cadangan.db", "cadangan.db.json"]


def test_the_shop_file_is_not_backed_up_onto_itself(database: Database) -> None:
    make_vehicle(database)
    with pytest.raises(errors.FileExists):
        backup.back_up(database, database.path, _NOW)
    assert count_vehicles(database) == 1


def test_a_copy_with_rows_missing_is_refused_and_the_old_backup_stays(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        make_vehicle(database)
    to = tmp_path / "cadangan.db"
    backup.back_up(database, to, _NOW)
    before = to.read_bytes()
    verify = vacuum.verify_copy

    def lose_a_row(path: Path, version: int, counts: dict[str, int] | None) -> dict[str, int]:
        connection = dbapi2.connect(str(path), isolation_level=None)
        connection.execute("DELETE FROM customer WHERE id = 1")
        connection.close()
        return verify(path, version, counts)

    monkeypatch.setattr(vacuum, "verify_copy", lose_a_row)
    with pytest.raises(errors.BackupFailed):
        backup.back_up(database, to, _NOW)
    assert to.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_a_copy_that_broke_on_the_way_is_refused(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(20):
        make_vehicle(database)
    verify = vacuum.verify_copy

    def scribble(path: Path, version: int, counts: dict[str, int] | None) -> dict[str, int]:
        data = bytearray(path.read_bytes())
        for at in range(8192, len(data) - 4096, 8192):
            data[at : at + 2048] = b"\xa5" * 2048
        path.write_bytes(data)
        return verify(path, version, counts)

    monkeypatch.setattr(vacuum, "verify_copy", scribble)
    with pytest.raises(errors.DamagedFile):
        backup.back_up(database, tmp_path / "cadangan.db", _NOW)
    assert not (tmp_path / "cadangan.db").exists()


def test_at_close_a_backup_is_made_only_when_something_changed(database: Database) -> None:
    assert backup.back_up_when_changed(database, _NOW) is None
    make_vehicle(database)
    assert backup.last_backup_at(database) is None
    made = backup.back_up_when_changed(database, _NOW)
    assert made is not None
    assert Path(made.path).parent == backup.backup_folder(database)
    assert backup.last_backup_at(database) == _NOW
    assert backup.back_up_when_changed(database, _NOW + timedelta(days=1)) is None
    undo_last(database)
    assert backup.back_up_when_changed(database, _NOW + timedelta(days=2)) is not None


def test_the_newest_backups_and_the_last_of_the_week_before_are_kept(database: Database) -> None:
    for day in range(16):
        make_vehicle(database)
        backup.back_up_when_changed(database, _NOW + timedelta(days=day))
    kept = backup.list_backups(database)
    assert [made.path[-18:-10] for made in kept] == [f"202608{day:02}" for day in range(27, 15, -1)]
    names = {path.name for path in backup.backup_folder(database).iterdir()}
    assert names == {Path(file.path).name + end for file in kept for end in ("", ".json")}


def test_restoring_brings_back_what_was_and_keeps_what_is(database: Database, tmp_path: Path) -> None:
    make_vehicle(database, "B 1 A")
    copy = tmp_path / "cadangan.db"
    backup.back_up(database, copy, _NOW)
    make_vehicle(database, "B 2 A")
    before = backup.restore(database, copy, _NOW)
    assert look_up_plate(database, "B 2 A") is None
    assert look_up_plate(database, "B 1 A") is not None
    assert backup.check(database) == []
    backup.restore(database, Path(before.path), _NOW + timedelta(minutes=1))
    assert look_up_plate(database, "B 2 A") is not None


def test_a_restored_file_is_as_safe_against_a_power_cut_as_before(database: Database, tmp_path: Path) -> None:
    copy = tmp_path / "cadangan.db"
    backup.back_up(database, copy, _NOW)
    backup.restore(database, copy, _NOW)
    settings = {name: _pragma(database, name) for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    close_shop(database)
    shop = open_shop(database.path)
    assert _pragma(shop, "journal_mode") == "wal"
    close_shop(shop)


def _pragma(database: Database, name: str) -> object:
    return database.execute_sql(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (lambda path: path.unlink(), errors.FileMissing),
        (lambda path: path.write_bytes(b""), errors.EmptyFile),
        (lambda path: path.write_bytes(b"nopol;nama\n" * 50), errors.NotADatabase),
        (lambda path: path.write_bytes(path.read_bytes()[:-4096]), errors.DamagedFile),
        (lambda path: _overwrite(path, 4096, b"\xa5" * 8192), errors.DamagedFile),
        (lambda path: _overwrite(path, 60, (999).to_bytes(4, "big")), errors.NewerFile),
        (lambda path: _overwrite(path, 68, (1).to_bytes(4, "big")), errors.ForeignDatabase),
    ],
)
@pytest.mark.parametrize("with_manifest", [True, False])
def test_a_spoiled_backup_is_refused_and_the_shop_is_untouched(
    database: Database, tmp_path: Path, spoil: object, error: type[errors.ExpectedError], with_manifest: bool
) -> None:
    for _ in range(20):
        make_vehicle(database)
    copy = tmp_path / "cadangan.db"
    backup.back_up(database, copy, _NOW)
    assert callable(spoil)
    spoil(copy)
    if not with_manifest:
        backup.manifest_of(copy).unlink()
    make_vehicle(database, "B 9 Z")
    with pytest.raises(error):
        backup.restore(database, copy, _NOW)
    assert count_vehicles(database) == 21
    assert backup.check(database) == []


def _overwrite(path: Path, at: int, value: bytes) -> None:
    data = bytearray(path.read_bytes())
    data[at : at + len(value)] = value
    path.write_bytes(data)


def test_a_backup_of_an_older_program_is_brought_up_to_date(database: Database, tmp_path: Path) -> None:
    copy = write_old_shop(tmp_path / "lama.db", 1)
    backup.restore(database, copy, _NOW)
    assert _pragma(database, "user_version") == SCHEMA_VERSION
    assert look_up_plate(database, "B 1 A") is not None
    assert backup.check(database) == []


_BACK_UP_FOR_EVER = """
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import open_shop
shop = open_shop(Path(sys.argv[1]))
while True:
    backup.back_up(shop, Path(sys.argv[2]), datetime.now())
    print("made", flush=True)
"""


def test_a_backup_cut_short_leaves_the_old_one(database: Database, tmp_path: Path) -> None:
    for _ in range(30):
        make_vehicle(database)
    to = tmp_path / "cadangan.db"
    for wait in (0, 3, 7, 12, 20, 30):
        child = subprocess.Popen(
            [sys.executable, "-c", _BACK_UP_FOR_EVER, str(database.path), str(to)], stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        child.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            child.wait(wait / 1000)
        child.kill()
        child.wait()
        child.stdout.close()
        assert vacuum.verify_copy(to, SCHEMA_VERSION, None)["vehicle"] == 30
    assert backup.check(database) == []


def test_what_only_stands_in_the_log_of_a_copy_is_restored_too(tmp_path: Path, new_shop: Path) -> None:
    # Killed, a program leaves its log; somebody carries both files over.
    other = open_shop(Path(shutil.copy(new_shop, tmp_path / "lain.db")))
    make_vehicle(other, "B 777 K")
    copy = tmp_path / "usb.db"
    shutil.copy(tmp_path / "lain.db", copy)
    shutil.copy(tmp_path / "lain.db-wal", tmp_path / "usb.db-wal")
    close_shop(other)
    path = Path(shutil.copy(new_shop, tmp_path / "toko.db"))
    backup.restore_file(path, copy, _NOW)
    assert _plates(path) == ["B 777 K"]


def _plates(path: Path) -> list[object]:
    return [row[0] for row in _rows(path, "SELECT plate FROM vehicle ORDER BY id")]


@pytest.mark.parametrize(
    ("spoil", "kept_bytes"),
    [
        (lambda path: path.write_bytes(b""), 0),
        (lambda path: path.write_bytes(path.read_bytes()[:9000]), 9000),
        (lambda path: _overwrite(path, 4096, b"\xa5" * 8192), None),
    ],
)
def test_a_damaged_file_is_replaced_by_a_backup_and_kept(
    database: Database, tmp_path: Path, spoil: object, kept_bytes: int | None
) -> None:
    make_vehicle(database, "B 1 A")
    copy = tmp_path / "cadangan.db"
    backup.back_up(database, copy, _NOW)
    close_shop(database)
    assert callable(spoil)
    spoil(database.path)
    spoiled = database.path.read_bytes()
    kept = Path(backup.restore_file(database.path, copy, _NOW).path)
    assert kept.read_bytes() == spoiled
    assert kept_bytes in (None, len(spoiled))
    assert _plates(database.path) == ["B 1 A"]
    assert not list(tmp_path.glob("*.restored*"))


def test_nothing_is_restored_under_an_open_window(tmp_path: Path, new_shop: Path) -> None:
    path = Path(shutil.copy(new_shop, tmp_path / "toko.db"))
    copy = Path(shutil.copy(new_shop, tmp_path / "cadangan.db"))
    lock = claim_window(path)
    with pytest.raises(errors.AlreadyOpen):
        backup.restore_file(path, copy, _NOW)
    lock.release()
    backup.restore_file(path, copy, _NOW)


def test_the_shop_file_is_not_restored_from_itself(tmp_path: Path, new_shop: Path) -> None:
    path = Path(shutil.copy(new_shop, tmp_path / "toko.db"))
    with pytest.raises(errors.FileExists):
        backup.restore_file(path, path, _NOW)
    assert not (tmp_path / "backups").exists()


@pytest.mark.parametrize("manifest", ["{", "{}", "[]", "", "null"])
def test_half_a_manifest_does_not_speak_against_a_sound_backup(
    database: Database, tmp_path: Path, manifest: str
) -> None:
    copy = tmp_path / "cadangan.db"
    backup.back_up(database, copy, _NOW)
    backup.manifest_of(copy).write_text(manifest, encoding="utf-8")
    make_vehicle(database)
    backup.restore(database, copy, _NOW)
    assert count_vehicles(database) == 0


@pytest.mark.parametrize("name", ["skripsi.docx", "toko.db-wal", "toko.db-shm", "folder", "kosong"])
def test_a_backup_replaces_nothing_but_an_older_backup(database: Database, tmp_path: Path, name: str) -> None:
    (tmp_path / "skripsi.docx").write_bytes(b"PK" * 90)
    (tmp_path / "kosong").touch()
    (tmp_path / "folder").mkdir()
    make_vehicle(database)
    with pytest.raises(errors.FileExists):
        backup.back_up(database, tmp_path / name, _NOW)
    assert (tmp_path / "skripsi.docx").read_bytes() == b"PK" * 90
    assert count_vehicles(database) == 1


def test_a_backup_at_close_that_fails_does_not_say_the_work_was_lost(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(shop: Database, to: Path) -> dict[str, int]:
        raise errors.DiskFull(str(to))

    make_vehicle(database)
    monkeypatch.setattr(vacuum, "write_verified_copy", refuse)
    with pytest.raises(errors.BackupFailed):
        backup.back_up_when_changed(database, _NOW)


def test_the_backups_of_a_shop_with_a_longer_name_are_left_alone(database: Database, tmp_path: Path) -> None:
    folder = backup.backup_folder(database)
    folder.mkdir()
    (folder / "toko-lama-20260812-170530.db").touch()
    (folder / "toko-my-own.db").touch()
    assert backup.list_backups(database) == []


def test_copies_before_an_import_are_kept_by_the_same_rule_beside_the_others(database: Database) -> None:
    folder = backup.backup_folder(database)
    make_vehicle(database, plate="B 1 A")
    usual = backup.back_up_when_changed(database, datetime(2026, 8, 1, 17))
    assert usual is not None
    for day in range(1, 15):
        backup.back_up_before(database, "import", folder, datetime(2026, 8, day, 9))
    kept = sorted(path.name for path in folder.glob("*-before-import-*.db"))
    assert [name.rpartition("-before-import-")[2][:8] for name in kept] == [
        # The twelve newest, and the last of the week before.
        f"202608{day:02}"
        for day in range(2, 15)
    ]
    assert len(list(folder.glob("*-before-import-*.json"))) == 13
    assert [listed.path for listed in backup.list_backups(database)] == [usual.path]
