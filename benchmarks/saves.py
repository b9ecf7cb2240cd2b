"""A saved work order: what reaches the disk, and what it costs beside bare inserts of the same rows."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from benchmarks.figures import Figure, Timing, ratio, take_turns
from benchmarks.fleet import TODAY
from bengkel_crm.db.derived import search_index
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.trade.kinds import LineKind, ProductCategory
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.work_orders.work_orders import record_work_order

_SAVES = 150
_COUNTED_SAVES = 20
_WRITTEN = ("work_order", "work_order_line", "vehicle_summary", "job_due", "vehicle_search", "deed")
_SYNC = re.compile(r"\b(?:fdatasync|fsync)\(")
# A system call the program never makes, to mark the beginning of a save in the trace.
_MARK = "getpriority("


def usual_draft(vehicle_id: int) -> WorkOrderDraft:
    """Return a visit as shops have most: an oil change, a job, a part."""
    lines = (
        Line(LineKind.JOB, "Ganti oli mesin", 1, 15_000),
        Line(LineKind.OIL, "AHM MPX2 10W-30 0,8 L", 1, 58_000, ProductCategory.ENGINE_OIL),
        Line(LineKind.JOB, "Servis ringan", 1, 65_000),
        Line(LineKind.PART, "BUSI NGK CPR8EA-9", 1, 28_000),
    )
    return WorkOrderDraft(vehicle_id, TODAY, 99_000, lines, mechanic="Budi")


def measure(first: Path, second: Path) -> list[Figure]:
    """Measure on two copies of the same shop file: one for the program, one for the bare inserts."""
    return [_cpu(first, second), *_syncs(first)]


class _BareInserts:
    """Writes the rows that a save of the program wrote, as they are, in one transaction."""

    def __init__(self, database: Database) -> None:
        self._connection = database.connection()
        self._sql: dict[str, str] = {}

    def write(self, rows: dict[str, list[tuple[Any, ...]]]) -> None:
        execute, many = self._connection.execute, self._connection.executemany
        execute("BEGIN IMMEDIATE")
        for table in _WRITTEN:
            many(self._insert(table, rows[table]), rows[table])
        execute("COMMIT")

    def _insert(self, table: str, rows: list[tuple[Any, ...]]) -> str:
        if table not in self._sql:
            columns = f"(rowid, {', '.join(search_index.COLUMNS)})" if table == "vehicle_search" else ""
            verb = "INSERT" if table == "vehicle_search" else "INSERT OR REPLACE"
            self._sql[table] = f"{verb} INTO {table} {columns} VALUES ({', '.join('?' * len(rows[0]))})"
        return self._sql[table]


def _written_rows(database: Database, vehicle_id: int) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows the newest save of a vehicle left in the file, table by table."""

    def rows(sql: str) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = database.execute_sql(sql, (vehicle_id,)).fetchall()
        return found

    order = "(SELECT max(id) FROM work_order WHERE vehicle_id = ?)"
    return {
        "work_order": rows(f"SELECT * FROM work_order WHERE id = {order}"),
        "work_order_line": rows(f"SELECT * FROM work_order_line WHERE work_order_id = {order}"),
        "vehicle_summary": rows("SELECT * FROM vehicle_summary WHERE vehicle_id = ?"),
        "job_due": rows("SELECT * FROM job_due WHERE vehicle_id = ?"),
        "vehicle_search": list(search_index.iterate_words(database, f"[{vehicle_id}]")),
        "deed": database.execute_sql("SELECT * FROM deed ORDER BY id DESC LIMIT 1").fetchall(),
    }


def _cpu(first: Path, second: Path) -> Figure:
    ours, bare = open_shop(first), open_shop(second)
    rows = ours.execute_sql("SELECT vehicle_id FROM vehicle_summary").fetchall()
    ids = Random(2).sample([row[0] for row in rows], min(len(rows), _SAVES))
    drafts = {vehicle_id: usual_draft(vehicle_id) for vehicle_id in ids}
    inserts = _BareInserts(bare)
    written: dict[int, dict[str, list[tuple[Any, ...]]]] = {}

    def save(vehicle_id: Any) -> None:
        record_work_order(ours, drafts[vehicle_id])

    def insert(vehicle_id: Any) -> None:
        inserts.write(written[vehicle_id])

    saved, inserted = [], []
    for vehicle_id in ids:
        saved += take_turns([vehicle_id], save, clock=process_time)[0].seconds
        written[vehicle_id] = _written_rows(ours, vehicle_id)
        inserted += take_turns([vehicle_id], insert, clock=process_time)[0].seconds
    close_shop(ours)
    close_shop(bare)
    return ratio("CPU of a save", Timing(saved), Timing(inserted), 3.0, "bare inserts of its rows")


def _syncs(path: Path) -> list[Figure]:
    """Count what one save asks of the disk, under strace where there is one."""
    tracer = shutil.which("strace")
    if tracer is None:
        return []
    trace = path.with_suffix(".trace")
    subprocess.run(
        [
            *(tracer, "-f", "-e", "trace=fdatasync,fsync,getpriority", "-o", str(trace)),
            *(sys.executable, "-m", "benchmarks.saves", str(path)),
        ],
        check=True,
    )
    counts = [len(_SYNC.findall(part)) for part in trace.read_text().split(_MARK)[1:-1]]
    worst = max(counts, key=lambda count: abs(count - 1))
    return [Figure("syncs of a save", worst, 1, "syncs", f"{len(counts)} saves counted", least=1)]


def _save_some(path: Path) -> None:
    """Save work orders with a mark before each; the first is not marked: a new log begins with it."""
    database = open_shop(path)
    ids = database.execute_sql(
        "SELECT vehicle_id FROM vehicle_summary LIMIT ?", (_COUNTED_SAVES + 1,)
    ).fetchall()
    for place, (vehicle_id,) in enumerate(ids):
        if place:
            os.getpriority(os.PRIO_PROCESS, 0)
        record_work_order(database, usual_draft(vehicle_id))
    os.getpriority(os.PRIO_PROCESS, 0)
    close_shop(database)


if __name__ == "__main__":
    _save_some(Path(sys.argv[1]))
