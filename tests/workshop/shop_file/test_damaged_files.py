"""What a rescue sets aside is seen, never forgotten by itself, and thrown away by a person alone."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.db.shop_file.manifests import manifest_of
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.damaged_files import list_damaged, throw_away
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop
from tests.factories import make_vehicle

_NOW = datetime(2026, 8, 12, 17, 5, 30)


@pytest.fixture
def shop(database: Database) -> Path:
    """A closed shop file with one copy."""
    make_vehicle(database)
    backup.back_up_when_changed(database, _NOW)
    close_shop(database)
    return database.path


def rescue(shop: Path, at: datetime, content: bytes = b"\xa5" * 9000) -> Path:
    """Damage the shop file, put the newest copy back, and return where the damaged one lies."""
    shop.write_bytes(content)
    kept = backup.put_newest_back(shop, at).kept
    assert kept is not None
    return Path(kept.path)


def test_each_damaged_file_is_listed_the_newest_first_and_none_is_forgotten(shop: Path) -> None:
    kept = [rescue(shop, _NOW + timedelta(minutes=minute)) for minute in range(5)]
    assert [Path(made.path) for made in list_damaged(shop)] == kept[::-1]
    assert {made.why for made in list_damaged(shop)} == {"damaged"}
    assert len(backup.list_copies(shop)) == 1, "they are no copies that could be put back"


def test_its_size_is_that_of_the_file_and_its_log(shop: Path) -> None:
    kept = rescue(shop, _NOW)
    kept.with_name(kept.name + "-wal").write_bytes(b"x" * 500)
    assert [made.bytes for made in list_damaged(shop)] == [9500]


def test_one_without_a_manifest_is_listed_and_one_of_another_shop_is_not(shop: Path) -> None:
    kept = rescue(shop, _NOW)
    manifest_of(kept).unlink()
    other = shop.with_name("lain.db")
    other.write_bytes(shop.read_bytes())
    other.write_bytes(b"\xa5" * 9000)
    backup.put_back(other, Path(backup.list_copies(shop)[0].path), _NOW)
    assert [Path(made.path) for made in list_damaged(shop)] == [kept]


def test_what_is_thrown_away_goes_whole_and_nothing_else_can_be(shop: Path) -> None:
    kept, stays = rescue(shop, _NOW), rescue(shop, _NOW)
    kept.with_name(kept.name + "-wal").write_bytes(b"x")
    throw_away(shop, kept)
    assert [Path(made.path) for made in list_damaged(shop)] == [stays]
    assert list(kept.parent.glob(f"{kept.name}*")) == []
    copy = Path(backup.list_copies(shop)[0].path)
    for other in (kept, copy, shop):
        with pytest.raises(errors.FileMissing):
            throw_away(shop, other)
    assert copy.exists()
    assert shop.exists()
