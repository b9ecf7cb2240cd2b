"""A file appears when it is complete, and the old one survives everything else."""

import errno
from pathlib import Path

import pytest

from bengkel_crm import errors
from bengkel_crm.reports.new_file import new_file


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
