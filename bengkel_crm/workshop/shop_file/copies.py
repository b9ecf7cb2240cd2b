"""The copies of a shop file that lie in a folder: found, put in order, and forgotten when there are many."""

import re
import shutil
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.db.engine.connection import storage_errors
from bengkel_crm.db.shop_file.copies import STAMP, own_folder
from bengkel_crm.db.shop_file.manifests import Manifest, manifest_of, next_day, read_manifest
from bengkel_crm.records.shop_file import BackupFile


@dataclass(frozen=True, slots=True)
class Keeping:
    """How many copies are kept: the newest by number, and the last of each of so many days, weeks, months."""

    newest: int
    days: int
    weeks: int
    months: int


USUAL = Keeping(newest=12, days=7, weeks=10, months=9)
# When the disk is nearly full.
FEW = Keeping(newest=3, days=3, weeks=2, months=2)


def choose_kept(days: Sequence[date], keeping: Keeping) -> set[int]:
    """Return the places of the copies to be kept, from the folder's days of all of them, the newest first."""
    kept = set(range(min(len(days), keeping.newest)))
    spans: tuple[tuple[Callable[[date], Hashable], int], ...] = (
        (date.toordinal, keeping.days),
        (_week, keeping.weeks),
        (_month, keeping.months),
    )
    for span_of, most in spans:
        last: dict[Hashable, int] = {}
        for place, day in enumerate(days):
            last.setdefault(span_of(day), place)
        kept.update(list(last.values())[:most])
    return kept


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


BEFORE_RESTORE = "before-restore"
DAMAGED = "damaged"
BY_HAND = "by-hand"
# What ended a name of a copy before this program gave numbers, and still does.
_STAMP = re.compile(r"-(?P<stamp>\d{8}-\d{6})(-\d+)?\.db")
_LITTLE_ROOM = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a shop file and what its manifest tells."""

    path: Path
    made_at: datetime
    bytes: int
    why: str
    manifest: Manifest
    in_second_place: bool = False

    def record(self) -> BackupFile:
        """Return what is shown of the copy."""
        told = self.manifest
        return BackupFile(
            str(self.path),
            self.made_at,
            self.bytes,
            self.why,
            told.number,
            told.vehicles,
            told.work_orders,
            told.last_on,
            self.in_second_place,
        )


def find_copies(folder: Path, shop: Path) -> list[Copy]:
    """Return every copy of a shop file in a folder, the one made last first; none where there is no folder.

    Raises:
        ShopFileError: the folder can not be read.
    """
    with storage_errors(folder):
        if not folder.is_dir():
            return []
        found = [copy for path in folder.glob("*.db") if (copy := _copy_of(path, shop)) is not None]
    return _in_order(found)


def _in_order(copies: Iterable[Copy]) -> list[Copy]:
    # A number is the order they were made in, whatever the clock said; those without one are older.
    return sorted(
        copies,
        key=lambda copy: (copy.manifest.number, copy.made_at, len(copy.path.name), copy.path),
        reverse=True,
    )


def find_all_copies(shop: Path, second_place: Path | None) -> list[Copy]:
    """Return the copies beside a shop file and those in the second place, if that is there, the newest first.

    Raises:
        ShopFileError: the folder beside it can not be read.
    """
    own = find_copies(own_folder(shop), shop)
    return own if second_place is None else _merged(own, _find_second_copies(second_place, shop))


def _find_second_copies(folder: Path, shop: Path) -> list[Copy]:
    """Return the copies of a shop file on the stick, those saved there by hand too; none where it is not."""
    try:
        found = find_copies(folder, shop) + _saved_by_hand(folder, shop)
    except (errors.ShopFileError, OSError):
        return []
    return [replace(copy, in_second_place=True) for copy in _in_order(found)]


def _saved_by_hand(folder: Path, shop: Path) -> list[Copy]:
    """Return the copies under names that a person gave, known by their manifests.

    Raises:
        OSError
    """
    found = []
    for path in folder.glob("*.db"):
        told = read_manifest(path)
        if told is None or told.of != shop.name or told.made_at is None or path.name.startswith(DAMAGED):
            continue
        if _copy_of(path, shop) is None:
            found.append(Copy(path, told.made_at, path.stat().st_size, BY_HAND, told))
    return found


def _merged(own: Sequence[Copy], second: Sequence[Copy]) -> list[Copy]:
    """Return the copies of two folders, the newest first, each folder in its own order.

    A copy that lies in both tells which of the others are older; only without one the clock is asked.
    """
    merged: list[Copy] = []
    left, right = list(own), list(second)
    while left and right:
        if _has_twin(left[0], right):
            is_own_next = _are_twins(left[0], right[0])
        elif _has_twin(right[0], left):
            is_own_next = True
        else:
            is_own_next = left[0].made_at >= right[0].made_at
        merged.append((left if is_own_next else right).pop(0))
    return merged + left + right


def _has_twin(copy: Copy, others: Sequence[Copy]) -> bool:
    return any(_are_twins(copy, other) for other in others)


def _are_twins(copy: Copy, other: Copy) -> bool:
    return copy.manifest.sha256 is not None and copy.manifest.sha256 == other.manifest.sha256


def describe_copy(path: Path) -> BackupFile:
    """Return what its manifest tells of a copy that lies anywhere, under any name.

    Raises:
        ShopFileError: there is no such file.
    """
    with storage_errors(path):
        present = path.stat()
    manifest = read_manifest(path) or Manifest()
    made_at = manifest.made_at or datetime.fromtimestamp(present.st_mtime)
    return Copy(path, made_at, present.st_size, "", manifest).record()


def lost_shop_left_traces(shop: Path, second_place: Path | None = None) -> bool:
    """Return whether a shop file has been there: a copy of it, or it itself, damaged, lies about."""
    folder = own_folder(shop)
    return (
        bool(find_all_copies(shop, second_place))
        or shop.with_name(shop.name + ".restored").exists()
        or any(manifest.of == shop.name for manifest in _damaged(folder))
    )


def _damaged(folder: Path) -> Iterator[Manifest]:
    for path in folder.glob(f"{DAMAGED}-*.db"):
        manifest = read_manifest(path)
        if manifest is not None:
            yield manifest


def has_little_room(folder: Path) -> bool:
    """Return whether the disk of a folder is so full that fewer copies are kept."""
    with suppress(OSError):
        return shutil.disk_usage(folder).free < _LITTLE_ROOM
    return False


def forget_old(folder: Path, shop: Path, made: Manifest, why: str) -> None:
    """Remove the copies of this shop and kind that are too many; never the one just made.

    One that a virus scanner holds stays until the next time.

    Raises:
        ShopFileError: the folder can not be read.
    """
    # Those of another shop that had this file's name are not ours to throw away.
    mine = [
        copy
        for copy in find_copies(folder, shop)
        if copy.why == why and copy.manifest.shop in ("", made.shop)
    ]
    keeping = FEW if has_little_room(folder) else USUAL
    kept = choose_kept(folder_days(mine), keeping)
    for place, copy in enumerate(mine):
        if place not in kept and copy.manifest.number != made.number:
            with suppress(OSError):
                copy.path.unlink(missing_ok=True)
                manifest_of(copy.path).unlink(missing_ok=True)


def folder_days(copies: Sequence[Copy]) -> list[date]:
    """Return the folder's day of each copy, in the order given: the newest first."""
    days: list[date] = []
    clock = date.min
    for copy in reversed(copies):
        now = copy.made_at.date()
        computed = next_day(days[-1], clock, now) if days else now
        days.append(copy.manifest.day or computed)
        clock = now
    return days[::-1]


def parts_of_name(path: Path) -> tuple[str, datetime] | None:
    """Return how the name of a copy begins and the moment that it ends with, or None of another name."""
    found = _STAMP.search(path.name)
    if found is None or found.end() != len(path.name):
        return None
    try:
        return path.name[: found.start()], datetime.strptime(found["stamp"], STAMP)
    except ValueError:
        return None


def _copy_of(path: Path, shop: Path) -> Copy | None:
    """Return the copy at a path, or None when its name is not one of this shop's copies."""
    parts = parts_of_name(path)
    if parts is None:
        return None
    beginning, stamp = parts
    why = _why(beginning, shop.stem)
    if why is None:
        return None
    try:
        size = path.stat().st_size
    except FileNotFoundError:  # gone since it was listed
        return None
    manifest = read_manifest(path) or Manifest()
    if why == BEFORE_RESTORE and manifest.of not in ("", shop.name):
        return None
    return Copy(path, manifest.made_at or stamp, size, why, manifest)


def _why(beginning: str, stem: str) -> str | None:
    """Return why a copy of that beginning was made, empty for the usual ones, or None when it is another's.

    The next shop in this folder may be called this one's name and more.
    """
    if beginning in (stem, BEFORE_RESTORE):
        return "" if beginning == stem else BEFORE_RESTORE
    what = beginning.removeprefix(f"{stem}-")
    return what if what != beginning and re.fullmatch(r"before-[a-z]+(-\d+)?", what) else None
