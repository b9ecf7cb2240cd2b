"""What is the shop's is closed to other users of the PC, and what somebody chose stays as it is."""

import os
from datetime import datetime
from pathlib import Path
from stat import S_IMODE

import pytest

from bengkel_crm.base import disk
from bengkel_crm.ui.window.crash import open_log
from bengkel_crm.workshop.exchange.out.export import export_everything
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import claim_window, close_shop, open_shop
from tests.factories import make_vehicle
from tests.needs import is_writable_handle

# Windows has no such modes; a user's folders are closed there by themselves.
_HAS_MODES = os.name == "posix"
_NOW = datetime(2026, 8, 12, 9, 30)


def mode_of(path: Path) -> int:
    return S_IMODE(path.stat().st_mode) if _HAS_MODES else 0


@pytest.fixture(autouse=True)
def usual_mask() -> object:
    """Files are readable by all unless somebody says otherwise, as on most PCs."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_the_shops_own_folder_and_files_are_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "Bengkel CRM"
    path = folder / "bengkel.db"
    shop = open_shop(path)
    lock = claim_window(path)
    make_vehicle(shop)
    made = backup.back_up_when_changed(shop, _NOW)
    assert made is not None
    files = [found for found in folder.rglob("*") if found.is_file()]
    assert {found.name for found in files} >= {"bengkel.db", "bengkel.db-wal", "bengkel.db-shm"}
    assert [found.name for found in files if mode_of(found) & 0o077] == []
    assert [mode_of(found) & 0o077 for found in (folder, folder / "backups")] == [0, 0]
    lock.release()
    close_shop(shop)


def test_an_open_file_of_before_is_closed_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "toko.db"
    close_shop(open_shop(path))
    path.chmod(0o644)
    close_shop(open_shop(path))
    assert not mode_of(path) & 0o077


def test_a_folder_somebody_chose_and_what_is_saved_there_stay_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "berkas bersama"
    folder.mkdir(mode=0o775)
    before = mode_of(folder)
    shop = open_shop(folder / "toko.db")
    make_vehicle(shop)
    export_everything(shop, folder / "semua.xlsx", lambda done, total: None)
    close_shop(shop)
    assert mode_of(folder) == before
    assert not _HAS_MODES or mode_of(folder / "semua.xlsx") == 0o644


def test_a_file_that_may_only_be_read_does_not_become_one_that_may_be_written(tmp_path: Path) -> None:
    path = tmp_path / "toko.db"
    path.write_bytes(b"x")
    path.chmod(0o444)
    disk.make_private(path)
    assert not _HAS_MODES or mode_of(path) == 0o400


def test_the_log_is_closed_to_others(tmp_path: Path) -> None:
    log = open_log(tmp_path / "data" / "bengkel-crm.log")
    for handler in log.handlers:
        handler.close()
    log.handlers.clear()
    disk.append_to_log(tmp_path / "data" / "lain.log", "Qt6Svg.dll\n")
    disk.append_to_log(tmp_path / "data" / "lain.log", "lagi\n")
    assert (tmp_path / "data" / "lain.log").read_text() == "Qt6Svg.dll\nlagi\n"
    assert [mode_of(path) & 0o077 for path in (tmp_path / "data").iterdir()] == [0, 0]


def test_every_synced_handle_is_writable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows syncs no handle that may only read: every backup failed there."""
    synced: list[bool] = []
    sync = os.fsync

    def ask(handle: int) -> None:
        is_folder = os.path.isdir(f"/proc/self/fd/{handle}")  # noqa: PTH112
        synced.append(is_folder or is_writable_handle(handle))
        sync(handle)

    monkeypatch.setattr(os, "fsync", ask)
    shop = open_shop(tmp_path / "toko.db")
    make_vehicle(shop)
    made = backup.back_up_when_changed(shop, _NOW)
    assert made is not None
    backup.back_up(shop, tmp_path / "salinan.db", _NOW)
    export_everything(shop, tmp_path / "semua.xlsx", lambda done, total: None)
    close_shop(shop)
    backup.restore_file(tmp_path / "toko.db", tmp_path / "salinan.db", _NOW)
    assert len(synced) > 4
    assert all(synced)
