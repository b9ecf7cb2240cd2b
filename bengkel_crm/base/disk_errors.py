"""What a disk says of a file, in the errors the shop knows: one table for every system."""

import errno
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.paths import is_folder

# By the number of Windows, where one errno stands for many things: 13 for a pulled stick, too.
_OF_WINDOWS: dict[int, type[errors.ShopFileError]] = {
    # The drive is gone: not ready, no such device, not connected any more.
    **dict.fromkeys((21, 55, 433, 1006, 1167), errors.DriveGone),
    **dict.fromkeys((225, 226), errors.StoppedByScanner),
    # Full, or this user's share of it is; a file too large for the disk is no better.
    **dict.fromkeys((39, 112, 223, 1295), errors.DiskFull),
    **dict.fromkeys((5, 19), errors.ReadOnlyPlace),
    **dict.fromkeys((32, 33), errors.FileBusy),
    **dict.fromkeys((123, 161, 206), errors.UnusableName),
    # A bad sector, a broken device.
    **dict.fromkeys((23, 27, 1117), errors.StorageFailed),
}
# By name: the numbers differ between systems, and some systems lack a few.
_BY_NAME: dict[str, type[errors.ShopFileError]] = {
    **dict.fromkeys(("ENOSPC", "EDQUOT", "EFBIG"), errors.DiskFull),
    **dict.fromkeys(("EACCES", "EPERM", "EROFS"), errors.ReadOnlyPlace),
    **dict.fromkeys(
        ("ENODEV", "ENXIO", "ENOMEDIUM", "ESTALE", "ENOTCONN", "EHOSTDOWN", "ESHUTDOWN"), errors.DriveGone
    ),
    **dict.fromkeys(("EBUSY", "ETXTBSY"), errors.FileBusy),
    **dict.fromkeys(("ENAMETOOLONG", "EILSEQ"), errors.UnusableName),
}
_OF_ERRNO = {getattr(errno, name): kind for name, kind in _BY_NAME.items() if hasattr(errno, name)}


def kind_of(problem: OSError) -> type[errors.ShopFileError]:
    """Return the class of the shop's error that says what a disk said."""
    told = _OF_WINDOWS.get(getattr(problem, "winerror", None) or 0)
    return told or _OF_ERRNO.get(problem.errno or 0, errors.StorageFailed)


def named_error(problem: OSError, path: Path) -> errors.ShopFileError:
    """Return what a disk said of a file that was to be written as the error the shop knows."""
    kind = kind_of(problem)
    if kind is errors.StorageFailed or kind is errors.ReadOnlyPlace:
        if isinstance(problem, FileExistsError):
            kind = errors.FileExists
        elif isinstance(problem, (FileNotFoundError, NotADirectoryError)):
            return errors.FileMissing(str(path.parent), str(problem))
        elif is_folder(path):
            kind = errors.ReadOnlyPlace
    return kind(str(path), str(problem))
