"""Old files reach the newest schema whole, or stay as they were."""

import re
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from bengkel_crm.base import errors
from bengkel_crm.db.engine import migrations
from bengkel_crm.db.engine.connection import SCHEMA_VERSION
from bengkel_crm.db.shop_file import migrate
from bengkel_crm.trade.job_kinds import load_shipped
from bengkel_crm.workshop.counter.lookup import find_card, look_up_plate
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.factories import make_vehicle, make_work_order
from tests.old_shops import write_old_shop

_OLD_VERSIONS = range(1, SCHEMA_VERSION)


def _schema(path: Path) -> list[tuple[str, str]]:
    connection = dbapi2.connect(str(path))
    rows: list[tuple[str, str]] = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'vehicle_search_%'"
    ).fetchall()
    connection.close()
    return sorted((name, re.sub(r"\s+", " ", sql)) for name, sql in rows)


@pytest.mark.parametrize("version", _OLD_VERSIONS)
def test_an_old_file_reaches_the_newest_schema(tmp_path: Path, new_shop: Path, version: int) -> None:
    path = write_old_shop(tmp_path / "lama.db", version)
    close_shop(open_shop(path))
    assert _schema(path) == _schema(new_shop)


@pytest.mark.parametrize("version", _OLD_VERSIONS)
def test_an_old_file_keeps_what_it_held(tmp_path: Path, version: int) -> None:
    shop = open_shop(write_old_shop(tmp_path / "lama.db", version))
    make_work_order(shop, 1, jobs=["Servis ringan"])
    card = find_card(shop, 1)
    assert card is not None
    assert card.owner is not None
    assert (card.owner.name, card.history_count) == ("Budi", 2)
    assert check(shop) == []
    close_shop(shop)


@pytest.mark.parametrize("version", _OLD_VERSIONS)
def test_a_verified_copy_is_made_before_an_old_file_is_changed(tmp_path: Path, version: int) -> None:
    path = write_old_shop(tmp_path / "lama.db", version)
    close_shop(open_shop(path))
    (copy,) = (tmp_path / "backups").glob("lama-before-version-*.db")
    connection = dbapi2.connect(str(copy))
    assert connection.execute("PRAGMA user_version").fetchone()[0] == version
    assert connection.execute("SELECT plate FROM vehicle").fetchall() == [("B 1 A",)]
    connection.close()


def test_a_failing_step_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "toko.db"
    shop = open_shop(path)
    make_vehicle(shop, plate="B 1 A")
    close_shop(shop)
    schema = _schema(path)

    def broken(execute: migrations.Execute) -> None:
        execute("CREATE TABLE extra (id INTEGER)")
        execute("INSERT INTO extra VALUES (1)")
        execute("INSERT INTO nowhere VALUES (1)")

    monkeypatch.setattr(migrate, "MIGRATIONS", (*migrations.MIGRATIONS, broken))
    monkeypatch.setattr(migrate, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with pytest.raises(errors.StorageFailed):
        open_shop(path)
    assert _schema(path) == schema
    monkeypatch.undo()
    shop = open_shop(path)
    assert look_up_plate(shop, "B1A") is not None
    assert check(shop) == []
    close_shop(shop)


def test_a_step_that_orphans_rows_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "toko.db"
    shop = open_shop(path)
    vehicle_id = make_vehicle(shop)
    close_shop(shop)
    monkeypatch.setattr(
        migrate, "MIGRATIONS", (*migrations.MIGRATIONS, lambda execute: execute("DELETE FROM customer"))
    )
    monkeypatch.setattr(migrate, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with pytest.raises(errors.DamagedFile):
        open_shop(path)
    monkeypatch.undo()
    shop = open_shop(path)
    card = find_card(shop, vehicle_id)
    assert card is not None
    assert card.owner is not None
    close_shop(shop)


def test_foreign_keys_are_watched_again_after_a_migration(tmp_path: Path) -> None:
    shop = open_shop(write_old_shop(tmp_path / "lama.db", 1))
    assert shop.execute_sql("PRAGMA foreign_keys").fetchone()[0] == 1
    close_shop(shop)


def test_a_new_file_holds_the_job_kinds_shipped(database: Database) -> None:
    shipped = load_shipped()
    rows = database.execute_sql("SELECT code FROM job_kind ORDER BY position").fetchall()
    assert [row[0] for row in rows] == [kind.code for kind in shipped]
    intervals = database.execute_sql("SELECT count(*) FROM job_interval").fetchone()[0]
    assert intervals == sum(len(kind.intervals) for kind in shipped)


@pytest.mark.parametrize("version", [0, 1, 2])
def test_a_file_whose_number_lies_is_told_as_altered_and_left_alone(tmp_path: Path, version: int) -> None:
    path = tmp_path / "toko.db"
    shop = open_shop(path)
    make_vehicle(shop, plate="B 1 A")
    shop.execute_sql(f"PRAGMA user_version = {version}")
    close_shop(shop)
    schema = _schema(path)
    with pytest.raises(errors.AlteredFile):
        open_shop(path)
    assert _schema(path) == schema
