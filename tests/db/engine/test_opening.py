"""Which files are opened, and what is said of those that are not."""

import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.db.engine.connection import (
    SCHEMA_VERSION,
)
from bengkel_crm.workshop.counter.lookup import count_vehicles
from bengkel_crm.workshop.shop_file.shop_file import (
    close_shop,
    open_shop,
)
from tests.factories import make_vehicle
from tests.needs import GIVE_UP_POWERS, longest_file, make_pipe, needs_other_users


def _shop_bytes(path: Path) -> bytes:
    close_shop(open_shop(path))
    return path.read_bytes()


def _patched(path: Path, at: int, value: bytes) -> Path:
    """Make a shop file and overwrite some bytes of it."""
    data = bytearray(_shop_bytes(path))
    data[at : at + len(value)] = value
    path.write_bytes(data)
    return path


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    path = _patched(tmp_path / "toko.db", 60, (SCHEMA_VERSION + 1).to_bytes(4, "big"))
    before = path.read_bytes()
    with pytest.raises(errors.NewerFile):
        open_shop(path)
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE photo (id INTEGER)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(errors.ForeignDatabase):
        open_shop(path)
    assert path.read_bytes() == before
    assert [child.name for child in tmp_path.iterdir()] == ["photos.db"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", errors.EmptyFile),
        (b"nopol;nama;hp\nB 1 A;Budi;0812\n" * 9, errors.NotADatabase),
        (b"PK\x03\x04" + bytes(200), errors.NotADatabase),
        (b"SQLite format 3\x00", errors.NotADatabase),
    ],
)
def test_what_is_no_shop_file_is_refused_and_left_alone(
    tmp_path: Path, content: bytes, error: type[errors.ShopFileError]
) -> None:
    path = tmp_path / "toko.db"
    path.write_bytes(content)
    with pytest.raises(error):
        open_shop(path)
    assert path.read_bytes() == content
    assert [child.name for child in tmp_path.iterdir()] == ["toko.db"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.NotADatabase):
        open_shop(tmp_path)


def test_a_missing_file_is_not_made_where_it_must_exist(tmp_path: Path) -> None:
    with pytest.raises(errors.FileMissing):
        open_shop(tmp_path / "toko.db", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lost", [1, 700, 4096, 9000])
def test_a_file_that_was_cut_off_is_told_before_it_is_opened(tmp_path: Path, lost: int) -> None:
    path = tmp_path / "toko.db"
    path.write_bytes(_shop_bytes(path)[:-lost])
    before = path.read_bytes()
    with pytest.raises(errors.DamagedFile):
        open_shop(path)
    assert path.read_bytes() == before
    assert [child.name for child in tmp_path.iterdir()] == ["toko.db"]


def test_a_file_whose_end_is_still_in_its_log_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "toko.db"
    shop = open_shop(path)
    for _ in range(40):
        make_vehicle(shop)
    # As a power cut leaves it in the middle of copying the log into the file: the first page is there.
    log = (tmp_path / "toko.db-wal").read_bytes()
    frames = [log[at : at + 4120] for at in range(32, len(log), 4120)]
    first = [frame[24:] for frame in frames if frame[:4] == b"\0\0\0\1"][-1]
    old = path.read_bytes()
    assert first[28:32] > old[28:32], "the log does not make the file longer"
    (tmp_path / "lain.db-wal").write_bytes(log)
    (tmp_path / "lain.db").write_bytes(first + old[4096:])
    close_shop(shop)
    other = open_shop(tmp_path / "lain.db", check=True)
    assert count_vehicles(other) == 40
    close_shop(other)


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    make_pipe(tmp_path / "toko.db")
    with pytest.raises(errors.NotADatabase):
        open_shop(tmp_path / "toko.db")


def test_a_new_file_that_can_not_be_made_is_told_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"no folder")
    with pytest.raises(errors.ShopFileError) as caught:
        open_shop(tmp_path / "folder" / "toko.db")
    assert caught.value.path == str(tmp_path / "folder" / "toko.db")


_OPEN_AND_CLAIM = """
import sys
from pathlib import Path
from bengkel_crm.base import errors
from bengkel_crm.workshop.shop_file.shop_file import claim_window, close_shop, open_shop
"""


_TELL = """
for act in (open_shop, claim_window):
    try:
        act(Path(sys.argv[1]))
    except errors.ExpectedError as error:
        print(type(error).__name__)
    else:
        print("done")
"""


@needs_other_users
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "said"),
    [
        (0o444, 0o777, ["ReadOnlyPlace", "done"]),
        (0o666, 0o555, ["ReadOnlyPlace", "ReadOnlyPlace"]),
        (None, 0o555, ["ReadOnlyPlace", "ReadOnlyPlace"]),
    ],
)
def test_a_read_only_place_is_told_and_left_alone(
    file_mode: int | None, folder_mode: int, said: list[str]
) -> None:
    # Not pytest's own folder: nobody but its owner may pass through that.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "toko.db"
        before = b""
        if file_mode is not None:
            before = _shop_bytes(path)
            path.chmod(file_mode)
        folder.chmod(folder_mode)
        run = subprocess.run(
            [sys.executable, "-c", _OPEN_AND_CLAIM + GIVE_UP_POWERS + _TELL, str(path)],
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.split() == said
        assert file_mode is None or path.read_bytes() == before
        folder.chmod(0o777)


def test_a_new_shop_file_that_can_not_be_made_leaves_nothing_behind(tmp_path: Path) -> None:
    with longest_file(1_000), pytest.raises(errors.ShopFileError):
        open_shop(tmp_path / "toko.db")
    assert list(tmp_path.iterdir()) == []
