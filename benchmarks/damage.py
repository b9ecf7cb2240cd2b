"""`python -m benchmarks.damage 10000`: a damaged copy of a shop file works rightly or is told."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from peewee import PeeweeException
from sqlcipher3 import dbapi2

from bengkel_crm.base.errors import ExpectedError
from bengkel_crm.records.lists import VehicleQuery, WorkOrderQuery
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.customers import notes
from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.lists import lists
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.damage import explaining
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop

_TODAY = date(2026, 3, 2)
_NOW = datetime(2026, 3, 2, 9, 0)
_VEHICLES = 40
_INDEX_LEAF, _INDEX_INNER = 0x0A, 0x02
_BUGS = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError),
    *(MemoryError, OSError, PeeweeException, dbapi2.Error),
)
_Deed = Callable[[Database], object]


@dataclass
class Outcome:
    """What became of the damaged copies: told in a sentence, found by the check alone, or not met at all."""

    told: int = 0
    found: int = 0
    unmet: int = 0
    faults: list[str] = field(default_factory=list)


def make_shop(folder: Path) -> Path:
    """Make a small shop with visits, its log written back; return its path."""
    path = folder / "toko.db"
    database = open_shop(path)
    fill_demo(database, _VEHICLES, 1, today=_TODAY)
    close_shop(database)
    return path


def run(
    folder: Path, times: int, first: int = 0, progress: Callable[[int, int], None] | None = None
) -> Outcome:
    """Damage a copy in one way for each seed and use it as a clerk, a command and a nightly backup do."""
    shop = make_shop(folder)
    sound = shop.read_bytes()
    answers = _answers(shop)
    index_pages = _index_pages(shop, sound)
    outcome = Outcome()
    copy = folder / "copy" / "toko.db"
    copy.parent.mkdir()
    for seed in range(first, first + times):
        random = Random(seed)
        in_index = random.random() < 0.4
        damaged = damage_index(sound, index_pages, random) if in_index else damage(sound, random)
        copy.write_bytes(damaged)
        use(copy, answers, outcome, f"seed {seed}")
        for left in sorted(copy.parent.rglob("*"), reverse=True):
            if left.is_file():
                left.unlink()
        if progress is not None:
            progress(seed - first + 1, times)
    return outcome


def damage(sound: bytes, random: Random) -> bytes:
    """Return a copy with something that disks do to files."""
    content = bytearray(sound)
    match random.randrange(5):
        case 0:  # bits fall over
            for _ in range(random.choice((1, 3, 20))):
                content[random.randrange(len(content))] ^= 1 << random.randrange(8)
        case 1:  # a sector of nothing
            start = random.randrange(len(content) // 512) * 512
            content[start : start + 512] = bytes(512)
        case 2:  # a page of something else
            start = random.randrange(len(content) // 4096) * 4096
            content[start : start + 4096] = random.randbytes(4096)
        case 3:  # cut off
            del content[random.randrange(1, len(content)) :]
        case _:  # two pages in each other's place
            one, other = (random.randrange(len(content) // 4096) * 4096 for _ in range(2))
            content[one : one + 4096], content[other : other + 4096] = (
                content[other : other + 4096],
                content[one : one + 4096],
            )
    return bytes(content)


def damage_index(sound: bytes, pages: list[int], random: Random) -> bytes:
    """Return a copy with one letter or number flipped in what an index holds."""
    content = bytearray(sound)
    start = random.choice(pages) * 4096
    cells = int.from_bytes(content[start + 5 : start + 7], "big")
    place = random.randrange(start + cells, start + 4096)
    content[place] ^= random.randrange(1, 256)
    return bytes(content)


def _index_pages(shop: Path, sound: bytes) -> list[int]:
    """Return the pages that hold nothing but entries of the shop's own indexes."""
    with closing(dbapi2.connect(str(shop))) as connection:
        roots = [
            row[0]
            for row in connection.execute(
                "SELECT rootpage FROM sqlite_master WHERE type = 'index' AND name NOT GLOB 'sqlite_*'"
            )
        ]
    found = []
    waiting = [root - 1 for root in roots]
    while waiting:
        page = waiting.pop()
        start = page * 4096
        cells = _number(sound, start + 3, 2)
        if sound[start] == _INDEX_LEAF and cells:
            found.append(page)
        elif sound[start] == _INDEX_INNER:
            pointers = [_number(sound, start + 12 + 2 * cell, 2) for cell in range(cells)]
            waiting += [_number(sound, start + at, 4) - 1 for at in pointers]
            waiting.append(_number(sound, start + 8, 4) - 1)
    return found


def _number(content: bytes, start: int, length: int) -> int:
    return int.from_bytes(content[start : start + length], "big")


def _answers(shop: Path) -> dict[str, int]:
    """Return each vehicle's number by its plate, as the counter finds it."""
    database = open_shop(shop)
    plates = [row[0] for row in database.execute_sql("SELECT plate FROM vehicle WHERE removed_at IS NULL")]
    found = _looked_up(database, plates)
    close_shop(database)
    return found


def _looked_up(database: Database, plates: list[str]) -> dict[str, int]:
    cards = {plate: lookup.look_up_plate(database, plate) for plate in plates}
    return {plate: card.vehicle.id for plate, card in cards.items() if card is not None}


def use(copy: Path, answers: dict[str, int], outcome: Outcome, name: str) -> None:
    """Use a damaged copy; whatever is neither right nor told is a fault of the program."""
    sentences: list[str] = []
    found: dict[str, int] = {}
    complaints = 0
    with _telling(sentences, outcome, name):
        database = open_shop(copy)
        try:
            for deed in _DEEDS:
                with _telling(sentences, outcome, name), explaining(database):
                    deed(database)
            with _telling(sentences, outcome, name), explaining(database):
                found = _looked_up(database, list(answers))
            with _telling(sentences, outcome, name):
                complaints = len(backup.check(database))
            with _telling(sentences, outcome, name):
                backup.back_up(database, copy.with_name("backup.db"), _NOW)
            with _telling(sentences, outcome, name), explaining(database):
                notes.add_note(database, 1, "rem depan", _TODAY)
        finally:
            close_shop(database)
    if sentences:
        outcome.told += 1
    elif complaints:
        outcome.found += 1
    elif found == answers:
        outcome.unmet += 1
    else:
        outcome.faults.append(f"{name}: the counter answers otherwise, and nobody says so")


_DEEDS: tuple[_Deed, ...] = (
    lambda database: lookup.search_vehicles(database, "budi", 8),
    lambda database: lookup.list_due_soon(database, _TODAY),
    lambda database: lists.page_of_vehicles(database, VehicleQuery(_TODAY), limit=100),
    lambda database: lists.page_of_work_orders(database, WorkOrderQuery(), limit=1000),
    lambda database: reminders.list_month(database, _TODAY, _TODAY),
)


@contextmanager
def _telling(sentences: list[str], outcome: Outcome, name: str) -> Iterator[None]:
    """Keep what an expected error says; every other one is a fault."""
    try:
        yield
    except ExpectedError as told:
        sentences.append(describe_error(told))
    except _BUGS as problem:  # each is a traceback in somebody's face
        outcome.faults.append(f"{name}: {type(problem).__name__}: {problem}")
        sentences.append("")


def main() -> int:
    """Return 0 when every damaged copy worked rightly or was told."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.damage", description=__doc__)
    parser.add_argument("times", type=int, nargs="?", default=200)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        outcome = run(Path(folder), options.times, options.first, _show)
    print(f"{outcome.told} told, {outcome.found} found by the check, {outcome.unmet} not met")
    for fault in outcome.faults:
        print(fault)
    return 1 if outcome.faults else 0


def _show(done: int, total: int) -> None:
    if done % 100 == 0 or done == total:
        print(f"{done} of {total}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
