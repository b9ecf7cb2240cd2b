"""`python -m benchmarks`: measure everything, print a table, keep the figures as JSON."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import book, cards, dues, exports, fleet, keys, month, papers, saves, start, window_memory
from benchmarks.figures import Figure
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop

_RESULTS = Path(__file__).parent / "results"
_USUAL, _FULL = 20_000, 80_000


@contextmanager
def _opened(path: Path) -> Iterator[Database]:
    database = open_shop(path)
    try:
        yield database
    finally:
        close_shop(database)


_Parts = dict[str, Callable[[], list[Figure]]]


def _measure_all(vehicles: int, chosen: list[str]) -> Iterator[Figure]:
    whole = vehicles >= _FULL
    with TemporaryDirectory() as name:
        folder = Path(name)
        without_shop: _Parts = {
            "start": lambda: start.measure(folder),
            "import": lambda: book.measure(folder, whole=whole),
            "paper": lambda: papers.measure(folder, whole=whole),
        }
        yield from _measure(without_shop, chosen)
        if chosen and without_shop.keys() >= set(chosen):
            return  # the shop files take a while to make, and nobody asks for them
        begun = perf_counter()
        big, small = fleet.kept_fleet(vehicles), fleet.kept_fleet(vehicles // 10)
        yield Figure("making the shop files", perf_counter() - begun, None, "s", "kept for the next run")
        with (
            _opened(fleet.copy_of(big, folder)) as database,
            _opened(fleet.copy_of(small, folder)) as few,
        ):
            on_shop: _Parts = {
                "save": lambda: saves.measure(fleet.copy_of(big, folder), fleet.copy_of(big, folder)),
                "card": lambda: cards.measure(database),
                "key": lambda: keys.measure(database, few),
                "due": lambda: dues.measure(database),
                "month": lambda: month.measure(fleet.copy_of(big, folder)),
                "export": lambda: exports.measure(database, folder, whole=whole),
                "memory": lambda: window_memory.measure(fleet.copy_of(big, folder)),
            }
            yield from _measure(on_shop, chosen)


def _measure(parts: _Parts, chosen: list[str]) -> Iterator[Figure]:
    for name, part in parts.items():
        if not chosen or name in chosen:
            yield from part()


def _row(figure: Figure) -> str:
    limit = "" if figure.limit is None else f"{figure.limit:g}"
    verdict = "" if figure.limit is None else ("ok" if figure.passed else "MISSED")
    return f"{figure.name:<34}{figure.value:>10.3f} {figure.unit:<11}{limit:>6}  {verdict:<7}{figure.detail}"


def main() -> int:
    """Return 0 when every figure is within its limit."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--full", action="store_true", help="80,000 vehicles and 1,000,000 work orders")
    parser.add_argument("--vehicles", type=int, help="another size")
    parser.add_argument("--only", action="append", default=[], metavar="PART", help="card, due, ...")
    parser.add_argument("--results", type=Path, default=_RESULTS, help="where the figures are kept as JSON")
    options = parser.parse_args()
    vehicles = options.vehicles or (_FULL if options.full else _USUAL)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = perf_counter()
    print(f"{'figure':<34}{'value':>10} {'':<11}{'limit':>6}")
    figures = []
    for figure in _measure_all(vehicles, options.only):
        figures.append(figure)
        print(_row(figure), flush=True)
    missed = sum(not figure.passed for figure in figures)
    seconds = perf_counter() - begun
    print(f"{vehicles} vehicles, {seconds:.0f} s, {missed or 'no'} figure(s) missed")
    _keep(options.results, figures, vehicles, seconds)
    return 1 if missed else 0


def _keep(folder: Path, figures: list[Figure], vehicles: int, seconds: float) -> None:
    now = datetime.now()
    result = {
        "made_at": now.isoformat(timespec="seconds"),
        "vehicles": vehicles,
        "seconds": round(seconds, 1),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "figures": [
            {
                "name": figure.name,
                "value": round(figure.value, 4),
                "limit": figure.limit,
                "unit": figure.unit,
                "passed": figure.passed,
                "detail": figure.detail,
            }
            for figure in figures
        ],
    }
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{now:%Y%m%d-%H%M%S}-{vehicles}.json"
    path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
