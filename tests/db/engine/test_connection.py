"""With which settings a file is connected to, what a damaged one says, and what goes wrong while writing."""

import errno
import os
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from bengkel_crm.base import errors
from bengkel_crm.db.engine import connection, soundness
from bengkel_crm.db.engine.connection import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    first_sqlite_error,
    storage_errors,
)
from bengkel_crm.workshop.counter.lookup import count_vehicles
from bengkel_crm.workshop.shop_file.shop_file import (
    Database,
    claim_window,
    close_shop,
    open_shop,
    own_connection,
)
from tests.factories import make_vehicle


def _pragma(database: Database, name: str) -> Any:
    return database.execute_sql(f"PRAGMA {name}").fetchone()[0]


def test_a_shop_is_opened_with_the_settings_that_survive_a_power_cut(database: Database) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "mmap_size": 0}
    assert {name: _pragma(database, name) for name in wanted} == wanted
    assert (_pragma(database, "application_id"), _pragma(database, "user_version")) == (
        APPLICATION_ID,
        SCHEMA_VERSION,
    )


def test_every_thread_gets_the_same_settings(database: Database) -> None:
    found: list[Any] = []

    def look() -> None:
        with own_connection(database):
            found.extend((_pragma(database, "synchronous"), _pragma(database, "foreign_keys")))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert found == [2, 1]


def test_a_driver_that_does_not_take_a_setting_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_SETTINGS", (("journal_mode", "delete", "wal"),))
    with pytest.raises(errors.UnsafeSettings) as caught:
        open_shop(tmp_path / "toko.db")
    assert caught.value.detail == "journal_mode=delete"
    assert not (tmp_path / "toko.db").exists()


def test_the_driver_carries_a_sqlite_without_the_wal_reset_bug() -> None:
    assert dbapi2.sqlite_version_info >= (3, 51, 3)


def _damaged(path: Path) -> Path:
    """Make a shop with something in it and scribble over its middle pages."""
    shop = open_shop(path)
    for _ in range(30):
        make_vehicle(shop)
    close_shop(shop)
    data = bytearray(path.read_bytes())
    for at in range(8192, len(data) - 4096, 8192):
        data[at : at + 2048] = b"\xa5" * 2048
    path.write_bytes(data)
    return path


def test_a_damaged_file_is_told_when_it_is_checked(tmp_path: Path) -> None:
    path = _damaged(tmp_path / "toko.db")
    before = path.read_bytes()
    with pytest.raises(errors.DamagedFile):
        open_shop(path, check=True)
    assert path.read_bytes() == before


def test_a_full_disk_is_told_also_by_the_index_of_the_log(tmp_path: Path) -> None:
    problem = dbapi2.OperationalError("disk I/O error")
    problem.sqlite_errorcode = 4874  # SQLITE_IOERR_SHMSIZE
    with pytest.raises(errors.DiskFull), storage_errors(tmp_path / "toko.db"):
        raise problem


def test_nothing_is_written_into_a_damaged_file(tmp_path: Path) -> None:
    path = _damaged(tmp_path / "toko.db")
    before = path.read_bytes()

    def write() -> None:
        shop = open_shop(path)
        try:
            make_vehicle(shop)
        finally:
            shop.close()

    with pytest.raises(errors.DamagedFile):
        write()
    assert path.read_bytes() == before


def test_nothing_is_saved_into_a_file_that_was_deleted_meanwhile(database: Database) -> None:
    make_vehicle(database, "B 1 A")
    database.path.rename(database.path.with_name("dipindah.db"))
    with pytest.raises(errors.FileMissing):
        make_vehicle(database, "B 2 A")
    found: list[object] = []

    def look() -> None:
        with pytest.raises(errors.FileMissing), own_connection(database):
            found.append("opened")

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert found == []
    assert not database.path.exists()
    database.path.with_name("dipindah.db").rename(database.path)
    make_vehicle(database, "B 2 A")


def test_nothing_is_saved_when_another_file_took_the_name(database: Database) -> None:
    copy = database.path.with_name("lain.db")
    copy.write_bytes(database.path.read_bytes())
    copy.replace(database.path)
    with pytest.raises(errors.FileMissing):
        make_vehicle(database, "B 2 A")


def test_a_second_window_on_the_same_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "toko.db"
    lock = claim_window(path)
    with pytest.raises(errors.AlreadyOpen):
        claim_window(path)
    lock.release()
    claim_window(path).release()


def test_the_command_line_works_beside_the_window(tmp_path: Path) -> None:
    path = tmp_path / "toko.db"
    lock = claim_window(path)
    window = open_shop(path)
    beside = open_shop(path)
    make_vehicle(beside)
    assert count_vehicles(window) == 1
    close_shop(beside)
    close_shop(window)
    lock.release()


def test_a_file_another_program_keeps_locked_is_told_as_busy(database: Database) -> None:
    holder = dbapi2.connect(str(database.path), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    database.execute_sql("PRAGMA busy_timeout = 10")
    with pytest.raises(errors.FileBusy):
        make_vehicle(database)
    holder.execute("ROLLBACK")
    holder.close()
    make_vehicle(database)


def test_a_full_disk_is_told_and_the_deed_is_not_half_done(database: Database) -> None:
    make_vehicle(database, plate="B 1 A")
    pages = _pragma(database, "page_count")
    database.execute_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(errors.DiskFull):
        _ = [make_vehicle(database) for _ in range(200)]
    database.execute_sql("PRAGMA max_page_count = 1000000")
    assert count_vehicles(database) == database.execute_sql("SELECT count(*) FROM deed").fetchone()[0]
    assert _pragma(database, "integrity_check") == "ok"
    make_vehicle(database)


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, errors.DiskFull),
        (errno.EDQUOT, errors.DiskFull),
        (errno.EROFS, errors.ReadOnlyPlace),
        (errno.EACCES, errors.ReadOnlyPlace),
        (errno.EIO, errors.StorageFailed),
    ],
)
def test_what_the_file_system_says_is_told_in_the_shops_words(
    tmp_path: Path, number: int, error: type[errors.ShopFileError]
) -> None:
    with pytest.raises(error) as caught, storage_errors(tmp_path / "toko.db"):
        raise OSError(number, os.strerror(number))
    assert type(caught.value) is error
    assert caught.value.path == str(tmp_path / "toko.db")


def test_the_first_sqlite_error_in_the_chain_is_the_one_told(tmp_path: Path) -> None:
    shop = open_shop(tmp_path / "toko.db")
    pages = _pragma(shop, "page_count")
    shop.execute_sql(f"PRAGMA max_page_count = {pages}")

    def fill_up() -> None:
        with storage_errors(shop.path):
            try:
                shop.execute_sql("CREATE TABLE pile AS SELECT randomblob(100000) AS heap")
            except dbapi2.Error:
                shop.execute_sql("ROLLBACK")  # fails: there is no transaction; an echo of the first error

    with pytest.raises(errors.DiskFull) as caught:
        fill_up()
    assert "full" in caught.value.detail
    shop.close()


def test_without_a_sqlite_error_there_is_no_first_one() -> None:
    assert first_sqlite_error(ValueError("x")) is None


def test_a_bug_is_not_taken_for_a_problem_of_the_file(database: Database) -> None:
    with pytest.raises(dbapi2.IntegrityError), storage_errors(database.path):
        database.execute_sql("INSERT INTO work_order_line (work_order_id) VALUES (1)")


def test_a_failure_that_says_nothing_is_a_full_disk_where_there_is_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        with storage_errors(tmp_path / "toko.db"):
            raise dbapi2.OperationalError("disk I/O error")

    with pytest.raises(errors.StorageFailed):
        fail()
    usual = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usual._replace(free=8192))
    with pytest.raises(errors.DiskFull):
        fail()


@pytest.mark.parametrize(
    ("complaint", "is_unread"),
    [
        ("Tree 5 page 7: unable to get the page. error code=10", True),
        ("Tree 5 page 7: btreeInitPage() returns error code 266", True),
        ("unable to validate the inverted index for FTS5 table main.vehicle_search: disk I/O error", True),
        ("Tree 5 page 7: btreeInitPage() returns error code 11", False),
        ("row 3 missing from index vehicle_by_plate", False),
        ("ok", False),
    ],
)
def test_a_page_the_disk_did_not_give_is_not_taken_for_damage(complaint: str, is_unread: bool) -> None:
    assert soundness.is_unread(complaint) is is_unread
