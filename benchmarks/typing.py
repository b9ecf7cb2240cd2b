"""`python -m benchmarks.typing 200`: record visits as fast as keys can come; every one must be right.

Real keys in a real window, 20 ms apart and waiting for nothing: the plate, the form, what goes into it, the
next plate. With `--busy 3` the program, the screen and three busy processes share one core. Every tenth visit
is the first one after a start.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop
from bengkel_crm.workshop.vehicles import vehicles
from tests.journey.desktop import Desktop, until

_KEY_MS = "20"
_STARTS_EVERY = 10
_MECHANICS = ("Budi", "Nanang", "Slamet")

Visit = tuple[str, int, str]


def run(folder: Path, visits: int) -> list[str]:
    """Return what went wrong: nothing when every visit is in the file as it was typed."""
    shop = folder / "toko.db"
    plates = _make_shop(shop, visits)
    typed = _visits(plates)
    desktop = Desktop("1366x768", folder / "data")
    try:
        for start in range(0, visits, _STARTS_EVERY):
            some = typed[start : start + _STARTS_EVERY]
            desktop.open(shop)
            desktop.act(*(word for visit in some for word in _keys(visit)))
            _await(shop, start + len(some))
            desktop.close()
    except AssertionError as problem:
        return [str(problem), *_compare(shop, typed)]
    finally:
        desktop.shut_down()
    return _compare(shop, typed)


def _make_shop(shop: Path, vehicle_count: int) -> list[str]:
    """Make a shop with a vehicle for each visit: the same work twice on one day would be asked about."""
    database = open_shop(shop)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    plates = [f"AB{1234 + 37 * number}X{letters[number % 26]}" for number in range(vehicle_count)]
    for plate in plates:
        draft = VehicleDraft(plate, VehicleKind.MOTORCYCLE, "Honda", "Beat")
        vehicles.register_vehicle(database, draft, CustomerDraft(f"Pak {plate}"))
    close_shop(database)
    return plates


def _visits(plates: list[str]) -> list[Visit]:
    """Return plate, kilometres and mechanic of each visit."""
    random = Random(11)
    return [(plate.lower(), random.randrange(10_000, 90_000), random.choice(_MECHANICS)) for plate in plates]


def _keys(visit: Visit) -> tuple[str, ...]:
    plate, km, mechanic = visit
    typing, pressing = ("type", "--args", "1", "--delay", _KEY_MS), ("key", "--delay", _KEY_MS)
    return (
        *(*typing, plate, *pressing, "Return", "F2", *typing, str(km), *pressing, "Tab"),
        *(*typing, mechanic, *pressing, "Tab", *typing, "Stel rantai", *pressing, "ctrl+Return"),
    )


def _recorded(shop: Path) -> list[Visit]:
    """Return the visits of the file, the oldest first."""
    database = open_shop(shop)
    rows = database.execute_sql(
        "SELECT v.plate_key, w.odometer_km, m.name FROM work_order w JOIN vehicle v ON v.id = w.vehicle_id "
        "LEFT JOIN mechanic m ON m.id = w.mechanic_id WHERE w.removed_at IS NULL ORDER BY w.id"
    ).fetchall()
    close_shop(database)
    return [(plate.lower(), km, mechanic) for plate, km, mechanic in rows]


def _await(shop: Path, count: int) -> None:
    until(lambda: len(_recorded(shop)) >= count, f"{count} visits in the file")


def _compare(shop: Path, typed: list[Visit]) -> list[str]:
    recorded = _recorded(shop)
    faults = [
        f"{number}: typed {was}, recorded {found}"
        for number, (was, found) in enumerate(zip(typed, recorded, strict=False))
        if was != found
    ]
    if len(recorded) != len(typed):
        faults.append(f"{len(typed)} visits typed, {len(recorded)} recorded")
    return faults


@contextmanager
def _one_core(busy: int) -> Iterator[None]:
    """Let everything that is started share one core with so many busy processes."""
    if not busy:
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(busy)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()
        os.sched_setaffinity(0, before)


def main() -> int:
    """Return 0 when every visit is recorded as it was typed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.typing", description=__doc__)
    parser.add_argument("visits", type=int, nargs="?", default=200)
    parser.add_argument("--busy", type=int, default=0, help="busy processes on the one core of all")
    options = parser.parse_args()
    with TemporaryDirectory() as name, _one_core(options.busy):
        faults = run(Path(name), options.visits)
    for fault in faults:
        print(fault)
    print(f"{options.visits} visits typed, {len(faults) or 'no'} fault(s)")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
