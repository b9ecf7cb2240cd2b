"""`python -m benchmarks.sticks 1000`: the stick is pulled, full or failing while a copy is written to it.

A copy lies there already. A good copy is wanted at every end, the new one when it was told, and a sentence
when it was not. strace lets every call on the stick fail from a chosen one on, as such a stick does.
"""

import argparse
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bengkel_crm.base.errors import ExpectedError
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop
from bengkel_crm.workshop.vehicles.vehicles import register_vehicle

_COPY = "salinan.db"
_FIRST, _SECOND, _LATER = (datetime(2026, 8, 12, hour) for hour in (9, 10, 11))
# What a pulled, a full and a failing stick say, and to which calls.
_EVERY_CALL = (
    "openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat2,link,linkat,unlink,unlinkat,pread64,read,"
    "newfstatat,statx,lseek"
)
_WRITING_CALLS = "write,pwrite64,ftruncate"
TROUBLES = {
    "pulled": ("ENODEV", _EVERY_CALL),
    "failing": ("EIO", "write,pwrite64,fsync,fdatasync,pread64,read,rename,renameat2,link,linkat"),
    "full": ("ENOSPC", _WRITING_CALLS),
    "write-protected": ("EROFS", "openat,write,pwrite64,rename,renameat2,link,linkat,unlink,unlinkat"),
}


@dataclass
class Found:
    """What was found; `told` counts the copies that were told, `refused` those that were refused in words."""

    told: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def _copy(stick: Path, shop: Path) -> None:
    """Write the copy again and say what came of it: this is the process that meets the trouble."""
    database = open_shop(shop)
    try:
        backup.back_up(database, stick / _COPY, _SECOND)
    except ExpectedError as problem:
        print("refused", type(problem).__name__, flush=True)
    else:
        print("told", flush=True)
    close_shop(database)


def _make(folder: Path) -> tuple[Path, Path]:
    """Return (a shop file with two vehicles, a folder with a copy of when it had one)."""
    shop, stick = folder / "toko.db", folder / "stick"
    stick.mkdir(parents=True)
    database = open_shop(shop)
    register_vehicle(database, VehicleDraft("B 1 ABC"), CustomerDraft("Budi"))
    backup.back_up(database, stick / _COPY, _FIRST)
    register_vehicle(database, VehicleDraft("B 2 ABC"), CustomerDraft("Wulan"))
    close_shop(database)
    return shop, stick


def _command(stick: Path, shop: Path) -> list[str]:
    return [sys.executable, "-m", "benchmarks.sticks", "--copy", str(stick), str(shop)]


def _strace(log: Path, *words: str) -> list[str]:
    return ["strace", "-o", str(log), "-s", "4096", *words]


def _names(folder: Path) -> list[str]:
    """Return the names that a copy has or gets on the stick while it is made, the stick's own among them."""
    shop, stick = _make(folder)
    log = folder / "names.txt"
    words = _strace(log, "-e", "trace=file", *_command(stick, shop))
    subprocess.run(words, capture_output=True, check=True)
    told = re.findall(rf'"{re.escape(str(stick))}([^"]*)"', log.read_text(encoding="utf-8", errors="replace"))
    return sorted({name.lstrip("/") for name in told})


def _watching(stick: Path, names: Sequence[str]) -> list[str]:
    return [word for name in names for word in ("-P", str(stick / name))]


def _calls(folder: Path, names: Sequence[str]) -> list[str]:
    """Return the calls that a copy makes on the stick when it meets no trouble, in order."""
    shop, stick = _make(folder)
    log = folder / "calls.txt"
    words = _strace(log, "-e", f"trace={_EVERY_CALL}", *_watching(stick, names), *_command(stick, shop))
    subprocess.run(words, capture_output=True, check=True)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line.partition("(")[0] for line in lines if "(" in line and not line.startswith(("+", "-"))]


def run(folder: Path, pulls: int, seed: int = 1, progress: Callable[[int, int], None] | None = None) -> Found:
    """Let so many copies meet trouble and return what was found."""
    random, found = Random(seed), Found()
    names = _names(folder / "names")
    calls = _calls(folder / "calls", names)
    for pull in range(pulls):
        trouble = list(TROUBLES)[pull % len(TROUBLES)]
        before = Counter(calls[: random.randint(0, len(calls) * 11 // 10)])
        error, failing = TROUBLES[trouble]
        injections = [
            f"--inject={call}:error={error}:when={before[call] + 1}+" for call in failing.split(",")
        ]
        shop, stick = _make(folder / f"{pull}")
        words = _strace(folder / "last.txt", *_watching(stick, names), *injections)
        done = subprocess.run([*words, *_command(stick, shop)], capture_output=True, text=True, check=False)
        _judge(stick, done, f"pull {pull} ({trouble} after {before.total()} calls)", found)
        if progress is not None:
            progress(pull + 1, pulls)
    return found


def _judge(stick: Path, done: "subprocess.CompletedProcess[str]", pull: str, found: Found) -> None:
    said = done.stdout.split()
    if done.returncode or not said:
        found.faults.append(f"{pull}: {done.stderr[-300:]}")
        return
    told = said[0] == "told"
    found.told += told
    if not told:
        found.refused[said[1]] += 1
    back = stick.parent / "kembali" / "toko.db"
    back.parent.mkdir()
    try:
        backup.restore_file(back, stick / _COPY, _LATER)
        database = open_shop(back, create=False)
        count = lookup.count_vehicles(database)
        close_shop(database)
    except (ExpectedError, OSError) as problem:
        found.faults.append(f"{pull}: {said}, and no good copy: {type(problem).__name__} {problem}")
        return
    if told and count != 2:
        found.faults.append(f"{pull}: told, and the copy is the one before")


def _show(done: int, total: int) -> None:
    if done % 50 == 0 or done == total:
        print(f"{done} of {total}", flush=True)


def main() -> int:
    """Return 0 when there was a good copy at every end."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sticks", description=__doc__)
    parser.add_argument("pulls", type=int, nargs="?", default=100)
    parser.add_argument("--copy", nargs=2, type=Path, metavar=("STICK", "SHOP"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.copy:
        _copy(*options.copy)
        return 0
    with TemporaryDirectory() as name:
        found = run(Path(name), options.pulls, progress=_show)
    print(f"{options.pulls} pulls, {found.told} copies told, refused: {dict(found.refused)}")
    for fault in found.faults:
        print(fault)
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
