"""Steps on the disk: waited for, and tried again where somebody holds the file for a moment."""

import errno
import os
import stat
from datetime import datetime
from pathlib import Path

import pytest

from bengkel_crm.base import disk
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop
from tests.factories import make_vehicle

fcntl = pytest.importorskip("fcntl")
_NOW = datetime(2026, 8, 12, 17, 5, 30)


class Held(PermissionError):
    """What Windows says of a file that another program has open."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "held")
        self.winerror = winerror


@pytest.fixture
def part(tmp_path: Path) -> Path:
    path = tmp_path / "baru.part"
    path.write_bytes(b"baru")
    return path


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_a_scanner_holds_for_a_moment_is_waited_for(
    part: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    replace, times = os.replace, []

    def held_twice(source: str, target: str) -> None:
        times.append(source)
        if len(times) < 3:
            raise Held(winerror)
        replace(source, target)

    monkeypatch.setattr(os, "replace", held_twice)
    disk.replace_file(part, tmp_path / "toko.db")
    assert len(times) == 3
    assert (tmp_path / "toko.db").read_bytes() == b"baru"


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_stays_held_is_told(
    part: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    def held(source: str, target: str) -> None:
        raise Held(winerror)

    monkeypatch.setattr(disk, "_PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(PermissionError):
        disk.replace_file(part, tmp_path / "toko.db")


@pytest.mark.parametrize("winerror", [2, 19, 112, None])
def test_what_will_not_pass_is_told_at_once(
    part: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    times = []

    def refuse(source: str, target: str) -> None:
        times.append(source)
        raise Held(winerror)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        disk.replace_file(part, tmp_path / "toko.db")
    assert len(times) == 1


def test_removing_what_is_not_there_says_so(part: Path) -> None:
    assert disk.remove_file(part) is True
    assert disk.remove_file(part) is False


def test_a_folder_that_can_not_be_synced_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int) -> None:
        raise OSError(errno.EINVAL, "no folders here")

    monkeypatch.setattr(os, "fsync", refuse)
    disk.sync_folder(tmp_path)


def test_every_file_that_is_synced_is_open_for_writing(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows syncs no other; so no backup and no restore worked there."""
    fsync, synced = os.fsync, []

    def look(handle: int) -> None:
        kind = os.fstat(handle).st_mode
        if not stat.S_ISDIR(kind):
            synced.append(fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", look)
    make_vehicle(database)
    copy = tmp_path / "cadangan.db"
    backup.back_up(database, copy, _NOW)
    backup.restore(database, copy, _NOW)
    close_shop(database)
    database.path.write_bytes(b"")
    backup.restore_file(database.path, copy, _NOW)
    assert synced
    assert os.O_RDONLY not in synced
