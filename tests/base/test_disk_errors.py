"""What a disk says, on every system, in the errors a shop knows."""

import errno
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.base.disk_errors import kind_of, named_error
from bengkel_crm.db.engine.connection import storage_errors
from bengkel_crm.reports.workbooks_out.new_file import new_file
from bengkel_crm.words.messages import describe_error

# (winerror, the errno that Windows' own runtime makes of it, what it is)
_WINDOWS = [
    (2, errno.ENOENT, errors.StorageFailed),
    (5, errno.EACCES, errors.ReadOnlyPlace),
    (19, errno.EACCES, errors.ReadOnlyPlace),
    (21, errno.EACCES, errors.DriveGone),
    (23, errno.EACCES, errors.StorageFailed),
    (27, errno.EACCES, errors.StorageFailed),
    (32, errno.EACCES, errors.FileBusy),
    (33, errno.EACCES, errors.FileBusy),
    (39, errno.EINVAL, errors.DiskFull),
    (55, errno.EINVAL, errors.DriveGone),
    (112, errno.ENOSPC, errors.DiskFull),
    (123, errno.EINVAL, errors.UnusableName),
    (161, errno.ENOENT, errors.UnusableName),
    (206, errno.ENOENT, errors.UnusableName),
    (223, errno.EINVAL, errors.DiskFull),
    (225, errno.EINVAL, errors.StoppedByScanner),
    (226, errno.EINVAL, errors.StoppedByScanner),
    (433, errno.EINVAL, errors.DriveGone),
    (1117, errno.EINVAL, errors.StorageFailed),
    (1167, errno.EINVAL, errors.DriveGone),
    (1295, errno.EINVAL, errors.DiskFull),
]
_POSIX = [
    ("ENOSPC", errors.DiskFull),
    ("EDQUOT", errors.DiskFull),
    ("EFBIG", errors.DiskFull),
    ("EACCES", errors.ReadOnlyPlace),
    ("EPERM", errors.ReadOnlyPlace),
    ("EROFS", errors.ReadOnlyPlace),
    ("ENODEV", errors.DriveGone),
    ("ENXIO", errors.DriveGone),
    ("ESTALE", errors.DriveGone),
    ("EBUSY", errors.FileBusy),
    ("ENAMETOOLONG", errors.UnusableName),
    ("EIO", errors.StorageFailed),
    ("EINVAL", errors.StorageFailed),
]


def refused(number: int, winerror: int | None = None) -> OSError:
    """Return what the system raises; the number of Windows stands beside its errno there."""
    problem = OSError(number, "refused")
    if winerror is not None:
        problem.winerror = winerror  # type: ignore[attr-defined, unused-ignore]
    return problem


@pytest.mark.parametrize(("winerror", "number", "kind"), _WINDOWS)
def test_windows_is_asked_by_its_own_number(
    winerror: int, number: int, kind: type[errors.ShopFileError]
) -> None:
    assert kind_of(refused(number, winerror)) is kind


@pytest.mark.parametrize(("name", "kind"), _POSIX)
def test_other_systems_are_asked_by_name(name: str, kind: type[errors.ShopFileError]) -> None:
    assert kind_of(refused(getattr(errno, name))) is kind


@pytest.mark.parametrize(("winerror", "number", "kind"), _WINDOWS)
def test_the_shop_file_and_a_new_file_say_the_same(
    tmp_path: Path, winerror: int, number: int, kind: type[errors.ShopFileError]
) -> None:
    if number == errno.ENOENT:
        return  # a new file names the folder that is missing
    path = tmp_path / "surat.pdf"
    with pytest.raises(errors.ShopFileError) as of_shop, storage_errors(path):
        raise refused(number, winerror)
    with pytest.raises(errors.ShopFileError) as of_new, new_file(path):
        raise refused(number, winerror)
    assert type(of_shop.value) is type(of_new.value) is kind
    assert not list(tmp_path.iterdir())


def test_each_kind_has_a_sentence_of_its_own() -> None:
    kinds = {kind for *_, kind in _WINDOWS} | {kind for _, kind in _POSIX}
    assert len({describe_error(kind("/media/flashdisk/toko.db")) for kind in kinds}) == len(kinds)


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    problem = named_error(FileNotFoundError(errno.ENOENT, "gone"), tmp_path / "tiada" / "surat.pdf")
    assert (type(problem), problem.path) == (errors.FileMissing, str(tmp_path / "tiada"))
