"""A file appears when it is complete, and the old one survives everything else."""

import errno
import os
import sqlite3
import time
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.reports.workbooks_out.new_file import new_file, prove_writable
from tests.needs import make_link, make_pipe


def write_half(path: Path, problem: BaseException) -> None:
    with new_file(path) as file:
        file.write(b"half")
        raise problem


def test_a_block_that_ends_well_replaces_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"old")
    with new_file(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("problem", "named"),
    [
        (OSError(errno.ENOSPC, "full"), errors.DiskFull),
        (OSError(errno.EACCES, "no"), errors.ReadOnlyPlace),
        (OSError(errno.EIO, "broken"), errors.StorageFailed),
        (errors.Cancelled(), errors.Cancelled),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_whatever_goes_wrong_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, problem: BaseException, named: type[BaseException]
) -> None:
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"old")
    with pytest.raises(named):
        write_half(path, problem)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(errors.FileMissing) as caught, new_file(tmp_path / "tidak ada" / "surat.pdf"):
        pass
    assert caught.value.path == str(tmp_path / "tidak ada")


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "surat.pdf").mkdir()
    with pytest.raises(errors.ReadOnlyPlace), new_file(tmp_path / "surat.pdf") as file:
        file.write(b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["surat.pdf"]


def test_a_file_held_open_by_a_viewer_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"old")

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(errors.OpenElsewhere), new_file(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mark", ["~$daftar.xlsx", ".~lock.daftar.xlsx#"])
def test_a_file_open_in_a_spreadsheet_program_is_named_before_anything_is_written(
    tmp_path: Path, mark: str
) -> None:
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(b"old")
    (tmp_path / mark).write_bytes(b"")
    with pytest.raises(errors.OpenElsewhere) as caught, new_file(path):
        raise AssertionError("the work began")
    assert (caught.value.path, caught.value.detail) == (str(path), mark)
    assert path.read_bytes() == b"old"
    with new_file(tmp_path / "lain.xlsx") as file:
        file.write(b"another name will do")


def test_two_who_write_the_same_file_do_not_write_into_each_other(tmp_path: Path) -> None:
    path = tmp_path / "surat.pdf"
    with new_file(path) as first:
        first.write(b"first")
        with new_file(path) as second:
            second.write(b"2")
        assert path.read_bytes() == b"2"
    assert path.read_bytes() == b"first"


@pytest.mark.parametrize("letter", ["W", "م", "😀"])
def test_a_name_as_long_as_a_disk_allows_is_written(tmp_path: Path, letter: str) -> None:
    path = tmp_path / (letter * (240 // len(letter.encode())) + ".pdf")
    with new_file(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"


def test_a_name_longer_than_a_disk_allows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.UnusableName), new_file(tmp_path / ("x" * 300)):
        raise AssertionError("the work began")


def test_the_shop_file_is_never_replaced(tmp_path: Path) -> None:
    shop = tmp_path / "bengkel.db"
    connection = sqlite3.connect(shop)
    connection.execute("CREATE TABLE vehicle (id)")
    connection.close()
    before = shop.read_bytes()
    link = tmp_path / "daftar.xlsx"
    make_link(link, shop)
    for path in (shop, link):
        with pytest.raises(errors.FileExists), new_file(path):
            raise AssertionError("the work began")
        with pytest.raises(errors.FileExists):
            prove_writable(path)
    assert shop.read_bytes() == before


def test_what_is_no_file_is_left_as_it_is(tmp_path: Path) -> None:
    pipe, circle = tmp_path / "pipa", tmp_path / "lingkar"
    make_pipe(pipe)
    make_link(circle, circle)
    for path in (pipe, circle):
        with pytest.raises(errors.FileExists), new_file(path):
            raise AssertionError("the work began")
    assert pipe.is_fifo()
    assert circle.is_symlink()


@pytest.mark.parametrize("is_there", [True, False])
def test_what_a_link_points_to_is_written_and_the_link_stays(tmp_path: Path, is_there: bool) -> None:
    folder = tmp_path / "di sana"
    folder.mkdir()
    path, link = folder / "daftar.xlsx", tmp_path / "daftar.xlsx"
    if is_there:
        path.write_bytes(b"old")
    make_link(link, path)
    with new_file(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_what_a_killed_writer_left_is_gone_a_day_later(tmp_path: Path) -> None:
    path = tmp_path / "daftar [1].xlsx"
    old, fresh = tmp_path / f".{path.name}.77-0.part", tmp_path / f".{path.name}.78-0.part"
    for part in (old, fresh):
        part.write_bytes(b"half")
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(old, (two_days_ago, two_days_ago))
    with new_file(path) as file:
        file.write(b"new")
    assert {found.name for found in tmp_path.iterdir()} == {path.name, fresh.name}


def test_a_place_is_proved_without_a_trace(tmp_path: Path) -> None:
    prove_writable(tmp_path / "baris.xlsx")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(errors.FileMissing):
        prove_writable(tmp_path / "tidak ada" / "baris.xlsx")
    with pytest.raises(errors.ReadOnlyPlace):
        prove_writable(tmp_path)


def test_a_place_below_a_file_is_told_as_missing(tmp_path: Path) -> None:
    (tmp_path / "surat.pdf").write_bytes(b"old")
    with pytest.raises(errors.FileMissing), new_file(tmp_path / "surat.pdf" / "surat.pdf"):
        raise AssertionError("the work began")
