"""Whatever is done in the window, the shop file keeps the locks that guard it from other programs."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from bengkel_crm.base.errors import ExpectedError
from bengkel_crm.reports.workbooks_out.new_file import new_file
from bengkel_crm.workshop.exchange import import_book
from bengkel_crm.workshop.exchange.out import export
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import Database, examine
from tests.factories import make_vehicle
from tests.locks import LOCKS, locked_by_this_process

_NOW = datetime(2026, 3, 2, 9)
Deed = Callable[[Database, Path], object]


def _write(path: Path) -> None:
    with new_file(path) as file:
        file.write(b"%PDF")


DEEDS: dict[str, Deed] = {
    "import the shop file": lambda shop, _: import_book(shop, shop.path, today=_NOW.date()),
    "export over the shop file": lambda shop, _: export.export_everything(shop, shop.path, lambda d, t: None),
    "write a paper over the shop file": lambda shop, _: _write(shop.path),
    "back up over the shop file": lambda shop, _: backup.back_up(shop, shop.path, _NOW),
    "restore the shop file": lambda shop, _: backup.restore(shop, shop.path, _NOW),
    "back up": lambda shop, folder: backup.back_up(shop, folder / "copy.db", _NOW),
    "back up by itself": lambda shop, _: backup.back_up_when_changed(shop, _NOW),
    "list the copies": lambda shop, _: backup.list_copies(shop.path),
    "check": lambda shop, _: backup.check(shop),
    "examine": lambda shop, _: examine(shop),
    "export": lambda shop, folder: export.export_everything(shop, folder / "x.xlsx", lambda d, t: None),
}


@pytest.mark.skipif(not LOCKS.exists(), reason="POSIX locks are lost on Linux only")
@pytest.mark.parametrize("name", DEEDS)
def test_the_shop_file_keeps_its_locks(database: Database, tmp_path: Path, name: str) -> None:
    make_vehicle(database, "B 1 A")
    assert locked_by_this_process(database.path)
    with suppress(ExpectedError):
        DEEDS[name](database, tmp_path)
    assert locked_by_this_process(database.path)
    make_vehicle(database, "B 2 A")


@pytest.mark.skipif(not LOCKS.exists(), reason="POSIX locks are lost on Linux only")
def test_a_restored_shop_file_keeps_its_locks(database: Database, tmp_path: Path) -> None:
    make_vehicle(database, "B 1 A")
    copy = tmp_path / "copy.db"
    backup.back_up(database, copy, _NOW)
    backup.restore(database, copy, _NOW)
    assert locked_by_this_process(database.path)
    make_vehicle(database, "B 2 A")
