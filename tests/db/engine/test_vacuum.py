"""What proves a copy looks at every table of the file."""

from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from sqlcipher3 import dbapi2

from bengkel_crm.base import errors
from bengkel_crm.db.engine import vacuum
from bengkel_crm.db.engine.reading import sqlite_uri
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle, make_work_order

_NOW = datetime(2026, 8, 12, 17, 5, 30)
_OWN_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE TABLE ''vehicle_search%'"
)


def _tables(database: Database) -> set[str]:
    return {row[0] for row in database.execute_sql(_OWN_TABLES).fetchall()}


def test_every_table_is_counted(database: Database) -> None:
    counts = vacuum.row_counts(database.connection())
    assert set(counts) == _tables(database)
    database.execute_sql("CREATE TABLE of_tomorrow (id INTEGER PRIMARY KEY)")
    assert "of_tomorrow" in vacuum.row_counts(database.connection())


@pytest.mark.parametrize(
    "table", ["contact", "reminder", "product", "mechanic", "old_plate", "setting", "deed"]
)
def test_a_copy_that_lost_the_rows_of_any_table_is_refused(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    vehicle = make_vehicle(database)
    make_work_order(database, vehicle, oil="MPX2", mechanic="Joko")
    now = "'2026-08-12'"
    for sql in (
        f"INSERT INTO contact (id, at, channel, direction, content) VALUES (1, {now}, 'call', 'out', '')",
        "INSERT INTO reminder (contact_id, vehicle_id, subject, due_by, sent_on) "
        f"VALUES (1, 1, 'job', {now}, {now})",
        "INSERT INTO old_plate (vehicle_id, plate, plate_key) VALUES (1, 'B 2 A', 'B2A')",
        "INSERT INTO product (name, name_key, category) VALUES ('Oli', 'oli', 'engine_oil')",
        "INSERT OR REPLACE INTO setting VALUES ('shop.name', 'Maju')",
    ):
        database.execute_sql(sql)
    verify = vacuum.verify_copy

    def lose(path: Path, version: int, counts: dict[str, int] | None) -> dict[str, int]:
        connection = dbapi2.connect(str(path), isolation_level=None)
        assert connection.execute(f"DELETE FROM {table}").rowcount > 0
        connection.close()
        return verify(path, version, counts)

    monkeypatch.setattr(vacuum, "verify_copy", lose)
    with pytest.raises(errors.BackupFailed):
        backup.back_up(database, tmp_path / "cadangan.db", _NOW)
    assert not (tmp_path / "cadangan.db").exists()


def test_a_copy_made_while_somebody_saves_is_made_once_more(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verify, times = vacuum.verify_copy, []

    def save_meanwhile(path: Path, version: int, counts: dict[str, int] | None) -> dict[str, int]:
        times.append(path)
        counted = verify(path, version, counts)
        if len(times) > 1:
            return counted
        other = dbapi2.connect(str(database.path), isolation_level=None)
        other.execute("INSERT INTO draft VALUES ('x', '{}', '')")
        other.close()
        return {**counted, "draft": counted["draft"] + 1}

    monkeypatch.setattr(vacuum, "verify_copy", save_meanwhile)
    made = backup.back_up(database, tmp_path / "cadangan.db", _NOW)
    assert len(times) == 2
    assert Path(made.path).exists()


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PureWindowsPath(r"\\server\data bengkel\toko.db"), "file:////server/data%20bengkel/toko.db"),
        (PureWindowsPath(r"C:\Jokó\toko.db"), "file:///C:/Jok%C3%B3/toko.db"),
        (PurePosixPath("/rumah/joko/toko?.db"), "file:///rumah/joko/toko%3F.db"),
    ],
)
def test_a_path_becomes_what_sqlite_reads(path: PurePosixPath | PureWindowsPath, uri: str) -> None:
    assert sqlite_uri(path) == uri
