"""Looking into a shop file that stands where nothing may be written, as on a stick with its lock on."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bengkel_crm.base import errors
from bengkel_crm.db.engine.connection import storage_errors
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop

# Somebody else may be writing: so often a copy is begun anew that he wrote into.
_TRIES = 3
_ENDS = ("", "-wal")


@contextmanager
def copy_to_look_at(path: Path) -> Iterator[Database]:
    """Open a copy of the shop file at `path`, with what its log holds; the copy goes at the end.

    Nothing is written beside the file, and no deed into the copy: it raises ReadOnlyPlace. The copy is
    brought up to date, so that a file of an older version can be looked at, too.

    Raises:
        FileBusy: it was written to while it was copied, again and again.
        ShopFileError: as `open_shop`; DiskFull where the copy has no room.
    """
    with TemporaryDirectory(prefix="bengkel-crm-") as folder:
        copy = Path(folder) / path.name
        with storage_errors(path):
            _copy(path, copy)
        database = open_shop(copy, create=False, check=True)
        # Told by every deed: what went into the copy would be gone with it.
        database.stands_for = path
        try:
            yield database
        finally:
            close_shop(database)


def _copy(path: Path, to: Path) -> None:
    for _ in range(_TRIES):
        before = _state(path)
        for end in _ENDS:
            source, copy = (place.with_name(place.name + end) for place in (path, to))
            copy.unlink(missing_ok=True)
            if source.exists():
                # The contents alone: a copy that kept its mode could not be written to.
                shutil.copyfile(source, copy)
        if _state(path) == before:
            return
    raise errors.FileBusy(str(path))


def _state(path: Path) -> list[tuple[int, int] | None]:
    """Return size and time of the file and of its log; None for one that is not there."""
    places = [path.with_name(path.name + end) for end in _ENDS]
    found = [place.stat() if place.exists() else None for place in places]
    return [None if one is None else (one.st_size, one.st_mtime_ns) for one in found]
