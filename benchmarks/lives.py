"""Processes that save work orders until they are killed, and what is found in the file afterwards."""

import multiprocessing
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path
from random import Random
from time import monotonic

from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.trade.kinds import LineKind
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.vehicles.vehicles import register_vehicle
from bengkel_crm.workshop.work_orders.work_orders import record_work_order

VEHICLES = 10
_LONGEST_SECONDS = 0.04
_STARTS_WITHIN_SECONDS = 60
DAY = date(2026, 8, 12)


@dataclass
class Outcome:
    """What was found after all kills; `faults` says in words what went wrong."""

    kills: int = 0
    told: int = 0
    kept_untold: int = 0
    faults: list[str] = field(default_factory=list)


def lines_of(sequence: int) -> tuple[Line, ...]:
    """Return lines that follow from the number, so that a torn work order shows."""
    return tuple(
        Line(LineKind.PART if place % 2 else LineKind.JOB, f"Baris {place}", 1, 1000 * (sequence + place))
        for place in range(1 + sequence % 5)
    )


def number_of(kill: int, sequence: int) -> str:
    return f"K{kill:05d}-{sequence:05d}"


def _save_for_ever(path: str, kill: int, told: Connection) -> None:
    """Save work orders and tell each number when its save has returned, until killed."""
    shop = open_shop(Path(path))
    sequence = 0
    while True:
        vehicle_id = 1 + sequence % VEHICLES
        number = number_of(kill, sequence)
        draft = WorkOrderDraft(vehicle_id, DAY, None, lines_of(sequence), mechanic="Budi", number=number)
        record_work_order(shop, draft)
        told.send_bytes(sequence.to_bytes(4, "big"))
        sequence += 1


def _context() -> BaseContext:
    # Forked from a server that has everything loaded: 200 starts cost less than 200 imports.
    return multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")


def _one_life(path: Path, kill: int, seconds: float) -> list[int]:
    """Start a saving process, kill it so many seconds after its first save; return what it told."""
    context = _context()
    heard, told = context.Pipe(duplex=False)
    process = context.Process(target=_save_for_ever, args=(str(path), kill, told))
    process.start()
    told.close()
    sequences = []
    try:
        if heard.poll(_STARTS_WITHIN_SECONDS):
            until = monotonic() + seconds
            while (left := until - monotonic()) > 0 and heard.poll(left):
                sequences.append(int.from_bytes(heard.recv_bytes(), "big"))
    finally:
        process.kill()
        process.join()
    # A pipe whose other end is dead says so as the end of a file, or, on Windows, as a broken pipe.
    with suppress(EOFError, BrokenPipeError):
        while heard.poll():
            sequences.append(int.from_bytes(heard.recv_bytes(), "big"))
    heard.close()
    process.close()
    return sequences


def examine(path: Path, kill: int, told: list[int], outcome: Outcome) -> None:
    """Open the file again and look at everything the killed process did."""
    shop = open_shop(path)
    rows = shop.execute_sql(
        """
        SELECT w.number, w.total_rupiah, count(l.id), coalesce(sum(l.price_rupiah), 0), w.jobs
        FROM work_order w LEFT JOIN work_order_line l ON l.work_order_id = w.id
        WHERE w.number LIKE ? GROUP BY w.id ORDER BY w.number
        """,
        (f"K{kill:05d}-%",),
    ).fetchall()
    saved = {row[0]: row[1:] for row in rows}
    for sequence in told:
        if number_of(kill, sequence) not in saved:
            outcome.faults.append(f"lost: {number_of(kill, sequence)}")
    for sequence, (number, *found) in enumerate(rows):
        lines = lines_of(sequence)
        total = sum(line.price_rupiah for line in lines)
        whole = [total, len(lines), total, ", ".join(line.text for line in lines)]
        if number != number_of(kill, sequence) or found != whole:
            outcome.faults.append(f"torn: {number} {found}")
    outcome.faults += [f"after kill {kill}: {fault}" for fault in backup.check(shop)]
    outcome.kills += 1
    outcome.told += len(told)
    outcome.kept_untold += len(rows) - len(told)
    close_shop(shop)


def _new_shop(path: Path) -> Database:
    shop = open_shop(path)
    for place in range(VEHICLES):
        register_vehicle(shop, VehicleDraft(f"B {1000 + place} KIL"), CustomerDraft("Budi"))
    return shop


def run(
    folder: Path, kills: int, seed: int = 1, progress: Callable[[int, int], None] | None = None
) -> Outcome:
    """Kill so many saving processes on one shop file in `folder` and return what was found."""
    path = folder / "toko.db"
    close_shop(_new_shop(path))
    _context().set_forkserver_preload([__name__])
    random, outcome = Random(seed), Outcome()
    for kill in range(kills):
        told = _one_life(path, kill, random.random() * _LONGEST_SECONDS)
        examine(path, kill, told, outcome)
        if progress is not None:
            progress(kill + 1, kills)
    return outcome
