"""`python -m benchmarks.power 3000`: let the power go at any moment of a shop's day; nothing told is lost.

The day is recorded call by call, and each cut is played back on a disk that keeps any part of what it was
not yet told to keep (`benchmarks/disk.py`). `--deaf` plays the same cuts on a disk that lies about every
fsync: that one must lose something, or the cuts prove nothing.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks import day, lives
from benchmarks.disk import RULES, Disk, Recording, record
from bengkel_crm.base.errors import ExpectedError
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop

_SAVES = 40
_LATER = datetime(2026, 8, 20, 9)


@dataclass
class Found:
    """What was found after all cuts; `faults` says in words what went wrong."""

    cuts: int = 0
    saves: int = 0
    copies: int = 0
    faults: list[str] = field(default_factory=list)


def record_day(folder: Path, saves: int = _SAVES) -> Recording:
    """Return the recording of a day's work done below `folder`."""
    root = folder / "hari"
    root.mkdir()
    command = [sys.executable, "-m", "benchmarks.day", str(saves)]
    return record(command, root, folder / "calls.txt")


def play(
    recording: Recording,
    folder: Path,
    cuts: int,
    seed: int = 1,
    *,
    obeys: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> Found:
    """Cut the power so many times and return what was found; a disk that does not obey ignores fsync."""
    random, found = Random(seed), Found()
    first = next(place for place, event in enumerate(recording.events) if event.kind == "told")
    for number in range(cuts):
        rule = RULES[number % len(RULES)]
        disk = Disk(rule, random, obeys=obeys)
        end = random.randint(first, len(recording.events))
        for event in recording.events[:end]:
            disk.take(event)
        disk.cut()
        place = folder / f"sesudah-{number}"
        disk.lay_out(recording.root, place)
        _judge(place, disk.told, f"cut {number} at {end} ({rule.name})", found)
        if progress is not None:
            progress(number + 1, cuts)
    return found


def _judge(place: Path, told: list[bytes], cut: str, found: Found) -> None:
    lines = [line.decode().split() for line in told]
    found.cuts += 1
    saved = [int(words[1]) for words in lines if words[0] == "saved"]
    found.saves += len(saved)
    try:
        _judge_shop(
            place / day.SHOP, saved, [int(words[1]) for words in lines if words[0] == "imported"], cut, found
        )
    except ExpectedError as problem:
        found.faults.append(f"{cut}: the shop file: {type(problem).__name__} {problem}")
    copies = {}
    for words in lines:
        if words[0] == "copied":
            # Of a name only the last one is there; of the automatic ones the last one was made for this.
            copies[words[1]] = (place / words[1] / words[2], int(words[3]))
    for copy, sequence in copies.values():
        found.copies += 1
        _judge_copy(copy, sequence, cut, found)


def _judge_shop(path: Path, saved: list[int], imported: list[int], cut: str, found: Found) -> None:
    if not path.exists():
        found.faults.append(f"{cut}: the shop file is gone")
        return
    outcome = lives.Outcome()
    lives.examine(path, 0, saved, outcome)
    found.faults += [f"{cut}: {fault}" for fault in outcome.faults]
    shop = open_shop(path)
    for number in range(max(imported, default=0) + 2):
        there = sum(lookup.look_up_plate(shop, plate) is not None for plate in day.plates_of_book(number))
        if there not in (0, day.BOOK_ROWS) or (number in imported and not there):
            found.faults.append(f"{cut}: {there} rows of book {number}")
    close_shop(shop)


def _judge_copy(copy: Path, sequence: int, cut: str, found: Found) -> None:
    """Put a copy that was told back into a place of its own and look for the last save it must hold."""
    back = copy.parent.parent / f"kembali-{copy.parent.name}" / day.SHOP
    back.parent.mkdir(parents=True)
    try:
        backup.restore_file(back, copy, _LATER)
        shop = open_shop(back, create=False)
        numbers = {row[0] for row in shop.execute_sql("SELECT number FROM work_order").fetchall()}
        close_shop(shop)
    except (ExpectedError, OSError) as problem:
        found.faults.append(f"{cut}: {copy.name}: {type(problem).__name__} {problem}")
        return
    if lives.number_of(0, sequence) not in numbers:
        found.faults.append(f"{cut}: {copy.name} holds {len(numbers)} work orders, not number {sequence}")


def _show(done: int, total: int) -> None:
    if done % 100 == 0 or done == total:
        print(f"{done} of {total}", flush=True)


def main() -> int:
    """Return 0 when nothing that was told was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.power", description=__doc__)
    parser.add_argument("cuts", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--deaf", action="store_true", help="on a disk that ignores every fsync")
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        recording = record_day(Path(name))
        found = play(
            recording, Path(name), options.cuts, options.seed, obeys=not options.deaf, progress=_show
        )
    print(
        f"{found.cuts} cuts, {found.saves} saves told, {found.copies} copies told, {len(found.faults)} faults"
    )
    for fault in found.faults[:50]:
        print(fault)
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
