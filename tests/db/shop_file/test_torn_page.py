"""A first page that a power cut tore while a log lay beside it costs nothing."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.db.derived import checks
from bengkel_crm.workshop.counter.lookup import count_vehicles
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.factories import make_vehicle


def _torn(path: Path, torn: Callable[[bytes], bytes]) -> Path:
    """Copy a shop as a power cut leaves it: its log whole, the first sector of the file torn."""
    cut = path.with_name("cut.db")
    for end in ("", "-wal"):
        shutil.copy(path.with_name(path.name + end), cut.with_name(cut.name + end))
    data = cut.read_bytes()
    cut.write_bytes(torn(data[:512]) + data[512:])
    return cut


_TEARS = [
    lambda sector: bytes(512),
    lambda sector: b"\xff" * 512,
    lambda sector: sector[:16] + bytes(496),
    lambda sector: bytes(16) + sector[16:],
    lambda sector: sector[:64] + os.urandom(448),
]


@pytest.mark.parametrize("torn", _TEARS)
def test_a_torn_first_sector_is_read_from_the_log(database: Database, torn: Callable[[bytes], bytes]) -> None:
    # A log holds the first page when the file grew, as it does with the first rows of a shop.
    for _ in range(60):
        make_vehicle(database)
    cut = _torn(database.path, torn)
    shop = open_shop(cut, check=True)
    assert count_vehicles(shop) == 60
    assert checks.find_faults(shop) == []
    close_shop(shop)


@pytest.mark.parametrize("text", [b"nopol;nama\n" * 60, bytes(4096)])
def test_what_is_no_shop_file_is_none_with_a_log_beside_it(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "toko.db"
    path.write_bytes(text)
    (tmp_path / "toko.db-wal").write_bytes(b"no log either" * 9)
    with pytest.raises(errors.NotADatabase):
        open_shop(path)
    assert path.read_bytes() == text
    assert (tmp_path / "toko.db-wal").read_bytes() == b"no log either" * 9
