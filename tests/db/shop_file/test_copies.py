"""A copy is good at every moment, whatever step fails and wherever the program is ended."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bengkel_crm.base import errors
from bengkel_crm.db.engine import vacuum
from bengkel_crm.db.engine.connection import SCHEMA_VERSION
from bengkel_crm.db.settings import settings
from bengkel_crm.db.shop_file import copies
from bengkel_crm.db.shop_file.manifests import manifest_of, read_manifest
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.factories import make_vehicle

_NOW = datetime(2026, 8, 12, 17, 5, 30)
_STEPS = ("replace", "fsync", "unlink", "link", "open", "mkdir", "stat")


class _Fail:
    """Let the nth step on the disk fail, once or from then on, and count the steps."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, step: str, nth: int, lasting: bool) -> None:
        self.count = 0
        plain: Callable[..., Any] = getattr(os, step)

        def wrapped(*args: Any, **named: Any) -> Any:
            self.count += 1
            if self.count == nth or (lasting and self.count > nth > 0):
                raise OSError(errno.EIO, "the disk failed")
            return plain(*args, **named)

        monkeypatch.setattr(os, step, wrapped)


def _is_good(copy: Path) -> bool:
    """Tell whether restoring would take the copy."""
    manifest = read_manifest(copy)
    assert manifest is None or manifest.sha256 in (None, vacuum.checksum(copy))
    vacuum.verify_copy(copy, SCHEMA_VERSION, None)
    return True


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("step", _STEPS)
def test_whatever_step_fails_there_is_one_good_copy(
    database: Database, tmp_path: Path, step: str, lasting: bool
) -> None:
    to = tmp_path / "cadangan.db"
    for nth in range(1, 40):
        make_vehicle(database)
        if nth == 1:
            backup.back_up(database, to, _NOW)
        with pytest.MonkeyPatch.context() as patch:
            fail = _Fail(patch, step, nth, lasting)
            try:
                backup.back_up(database, to, _NOW)
            except errors.ExpectedError:
                told = False
            else:
                told = True
        assert _is_good(to)
        if told:
            manifest = read_manifest(to)
            assert manifest is not None
            assert manifest.vehicles == nth
        if fail.count < nth:
            break
    assert told
    assert not lasting or step == "stat" or not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("step", [step for step in _STEPS if step != "stat"])
def test_whatever_step_fails_a_damaged_file_or_the_restored_one_is_there(
    tmp_path: Path, new_shop: Path, step: str
) -> None:
    path = Path(shutil.copy(new_shop, tmp_path / "toko.db"))
    shop = open_shop(path)
    make_vehicle(shop, "B 1 A")
    copy = tmp_path / "cadangan.db"
    backup.back_up(shop, copy, _NOW)
    close_shop(shop)
    damaged = b"\0" * 4096 + path.read_bytes()[4096:]
    for nth in range(1, 80):
        path.write_bytes(damaged)
        with pytest.MonkeyPatch.context() as patch:
            fail = _Fail(patch, step, nth, lasting=False)
            try:
                backup.restore_file(path, copy, _NOW)
            except errors.ExpectedError:
                done = False
            else:
                done = True
        is_restored = path.read_bytes() != damaged
        assert is_restored or not done
        if is_restored:
            restored = open_shop(path, create=False, check=True)
            assert backup.check(restored) == []
            close_shop(restored)
            kept = (tmp_path / "backups").glob("damaged-*.db")
            assert damaged in [file.read_bytes() for file in kept]
        if fail.count < nth:
            break
    assert done


_KILLED_AT = """
import os, sys
from datetime import datetime
from pathlib import Path
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import open_shop
shop = open_shop(Path(sys.argv[1]))
steps = 0
def killing(plain):
    def step(*args, **named):
        global steps
        steps += 1
        if steps == int(sys.argv[3]):
            os._exit(9)
        return plain(*args, **named)
    return step
for name in ("replace", "fsync", "unlink"):
    setattr(os, name, killing(getattr(os, name)))
backup.back_up(shop, Path(sys.argv[2]), datetime.now())
print(steps)
"""


def test_a_program_killed_between_any_two_steps_leaves_a_good_copy(
    database: Database, tmp_path: Path
) -> None:
    to = tmp_path / "cadangan.db"
    backup.back_up(database, to, _NOW)
    for nth in range(1, 40):
        make_vehicle(database)
        run = subprocess.run(
            [sys.executable, "-c", _KILLED_AT, str(database.path), str(to), str(nth)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode in (0, 9), run.stderr
        assert _is_good(to)
        if run.returncode == 0:
            break
    assert run.returncode == 0
    # What is made next is made over what was left behind.
    backup.back_up(database, to, _NOW)
    manifest = read_manifest(to)
    assert manifest is not None
    assert manifest.vehicles == nth


def test_an_old_log_and_manifest_go_before_the_new_copy_comes(database: Database, tmp_path: Path) -> None:
    to = tmp_path / "cadangan.db"
    backup.back_up(database, to, _NOW)
    make_vehicle(database, "B 1 A")
    for end in ("-wal", "-shm"):
        shutil.copy(tmp_path / f"toko.db{end}", tmp_path / f"cadangan.db{end}")
    backup.back_up(database, to, _NOW)
    assert sorted(path.name for path in tmp_path.glob("cadangan*")) == ["cadangan.db", "cadangan.db.json"]
    assert _is_good(to)


def test_a_log_that_lies_where_a_new_copy_comes_goes(database: Database, tmp_path: Path) -> None:
    make_vehicle(database, "B 1 A")
    shutil.copy(tmp_path / "toko.db-wal", tmp_path / "cadangan.db-wal")
    backup.back_up(database, tmp_path / "cadangan.db", _NOW)
    assert not (tmp_path / "cadangan.db-wal").exists()


def test_a_copy_of_this_shop_is_known_with_its_manifest_or_without(
    database: Database, tmp_path: Path
) -> None:
    to = tmp_path / "cadangan.db"
    backup.back_up(database, to, _NOW)
    shop = settings.shop_id(database)
    assert copies.is_copy_of(to, shop)
    manifest_of(to).unlink()
    assert copies.is_copy_of(to, shop)
    assert not copies.is_copy_of(to, "another")


def _broken_off(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:9000])


def _empty(copy: Path) -> None:
    copy.write_bytes(b"")


def _first_page_gone(copy: Path) -> None:
    copy.write_bytes(b"\0" * 4096 + copy.read_bytes()[4096:])


@pytest.mark.parametrize("spoil", [_broken_off, _empty, _first_page_gone])
def test_a_copy_that_broke_off_is_made_anew(
    database: Database, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    to = tmp_path / "cadangan.db"
    backup.back_up(database, to, _NOW)
    spoil(to)
    backup.back_up(database, to, _NOW)
    assert _is_good(to)


def _opened(copy: Path) -> None:
    close_shop(open_shop(copy))


def _has_a_window(copy: Path) -> None:
    copy.with_name(copy.name + ".lock").touch()


def _is_a_letter(copy: Path) -> None:
    copy.write_bytes(b"%PDF-1.4 a letter of the owner")


def _is_another_program_s(copy: Path) -> None:
    data = bytearray(copy.read_bytes())
    data[68:72] = b"\0\0\0\1"
    copy.write_bytes(data)


def _belongs_to_another_shop(copy: Path) -> None:
    other = open_shop(copy.with_name("lain.db"))
    copy.unlink()
    manifest = manifest_of(copy).read_bytes()
    backup.back_up(other, copy, _NOW)
    manifest_of(copy).write_bytes(manifest)
    close_shop(other)


@pytest.mark.parametrize(
    "become", [_opened, _has_a_window, _is_a_letter, _is_another_program_s, _belongs_to_another_shop]
)
def test_what_has_become_something_else_under_the_name_of_a_copy_stays(
    database: Database, tmp_path: Path, become: Callable[[Path], None]
) -> None:
    to = tmp_path / "cadangan.db"
    backup.back_up(database, to, _NOW)
    become(to)
    before = to.read_bytes()
    with pytest.raises(errors.FileExists):
        backup.back_up(database, to, _NOW)
    assert to.read_bytes() == before


def test_two_copies_of_one_second_get_two_names(tmp_path: Path) -> None:
    first = copies.free_name(tmp_path, "toko", _NOW)
    first.touch()
    second = copies.free_name(tmp_path, "toko", _NOW)
    manifest_of(second).touch()
    third = copies.free_name(tmp_path, "toko", _NOW)
    assert len({first, second, third}) == 3


def test_a_part_left_behind_long_ago_is_removed(database: Database, tmp_path: Path) -> None:
    old, new = tmp_path / "toko-1.db.77.part", tmp_path / "toko-2.db.json.78.part"
    for path in (old, new, tmp_path / "my.part"):
        path.touch()
    os.utime(old, (1, 1))
    os.utime(tmp_path / "my.part", (1, 1))
    backup.back_up(database, tmp_path / "cadangan.db", _NOW)
    assert sorted(path.name for path in tmp_path.glob("*.part")) == ["my.part", new.name]


def test_a_copy_beside_the_manifest_of_an_older_one_is_not_put_back(
    database: Database, tmp_path: Path
) -> None:
    copy = tmp_path / "stick" / "cadangan.db"
    copy.parent.mkdir()
    backup.back_up(database, copy, _NOW)
    older = manifest_of(copy).read_bytes()
    make_vehicle(database)
    backup.back_up(database, copy, _NOW)
    manifest_of(copy).write_bytes(older)
    with pytest.raises(errors.ShopFileError):
        backup.restore_file(tmp_path / "kembali.db", copy, _NOW)
    manifest_of(copy).unlink()
    backup.restore_file(tmp_path / "kembali.db", copy, _NOW)
    shop = open_shop(tmp_path / "kembali.db", create=False)
    assert lookup.count_vehicles(shop) == 1
    close_shop(shop)
