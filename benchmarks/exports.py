"""A long list as a workbook, beside the same rows as CSV; and the memory a process needs that writes it."""

import csv
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, ratio, take_turns
from bengkel_crm.db.exchange import list_exports
from bengkel_crm.records.exports import ExportKind, ListLayout, Target
from bengkel_crm.records.lists import WorkOrderQuery, WorkOrderRow
from bengkel_crm.reports.workbooks_out.list_workbook import Sheet, write_workbook
from bengkel_crm.ui.lists.columns import layout_of
from bengkel_crm.ui.work_orders.work_order_columns import COLUMNS
from bengkel_crm.workshop.exchange.out.list_export import export_work_orders
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop

LIMIT, MEGABYTES = 3.0, 200
_ROUNDS = 3
_USUAL, _WHOLE = 50_000, 1_000_000
_SAMPLE = 5_000
_AT = datetime(2026, 11, 21, 17, 0)
# What the list shows, read as one reads it who wants nothing else.
_BARE = """
SELECT w.date, v.plate, c.name, v.brand, v.model, w.jobs, w.odometer_km, w.oil, m.name, w.total_rupiah,
    w.status, w.number
FROM work_order w JOIN vehicle v ON v.id = w.vehicle_id LEFT JOIN customer c ON c.id = w.customer_id
LEFT JOIN mechanic m ON m.id = w.mechanic_id
WHERE w.removed_at IS NULL ORDER BY w.date DESC, w.id DESC
"""


def measure(database: Database, folder: Path, *, whole: bool) -> list[Figure]:
    """Measure the writer alone; in a full run the way of all work orders into a workbook, and its memory."""
    figures = [_writer(database, folder, whole=whole)]
    return [*figures, _way(database, folder), _memory(database, folder)] if whole else figures


def _layout() -> ListLayout[WorkOrderRow]:
    return layout_of(ExportKind.WORK_ORDERS, "Work orders", COLUMNS)


def _writer(database: Database, folder: Path, *, whole: bool) -> Figure:
    count, layout = (_WHOLE if whole else _USUAL), _layout()
    found = list_exports.every_work_order(database, WorkOrderQuery(), None).rows
    sample = [layout.cells(row) for row in islice(found, _SAMPLE)]

    def rows() -> Iterator[Sequence[Any]]:
        return islice(cycle(sample), count)

    def write_ours(_: object) -> None:
        sheet = Sheet(layout.title, layout.columns, count, rows())
        write_workbook(folder / "ours.xlsx", [sheet], lambda done, total: None, "Total")

    def write_bare(_: object) -> None:
        with (folder / "bare.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows())

    ours, bare = take_turns(range(_ROUNDS), write_ours, write_bare, clock=time.process_time)
    return ratio(f"workbook of {count:,} rows", ours, bare, LIMIT, "the same rows as CSV")


def _way(database: Database, folder: Path) -> Figure:
    layout = _layout()
    rows: list[int] = []

    def export(_: object) -> None:
        target = Target(folder / "ours.xlsx", _AT)
        rows.append(export_work_orders(database, WorkOrderQuery(), layout, target, lambda done, total: None))

    def read_and_write(_: object) -> None:
        with (folder / "bare.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(database.execute_sql(_BARE))

    ours, bare = take_turns(range(_ROUNDS), export, read_and_write, clock=time.process_time)
    return ratio(f"export of {rows[0]:,} work orders", ours, bare, LIMIT, "one statement into CSV")


def _memory(database: Database, folder: Path) -> Figure:
    """Return how much memory a process of its own ever held that exports all work orders."""
    child = subprocess.run(
        [sys.executable, "-m", __name__, str(database.path), str(folder / "many.xlsx")],
        capture_output=True,
        check=True,
        text=True,
    )
    peak, before, rows = child.stdout.split()
    detail = f"{int(rows):,} work orders; {float(before):.0f} MB before the first row"
    return Figure("memory of an export", float(peak), MEGABYTES, "MB", detail)


def _report_peak(shop: Path, path: Path) -> None:
    database = open_shop(shop)
    before = _peak_megabytes()
    rows = export_work_orders(
        database, WorkOrderQuery(), _layout(), Target(path, _AT), lambda done, total: None
    )
    print(_peak_megabytes(), before, rows)
    close_shop(database)


def _peak_megabytes() -> float:
    # Linux; getrusage() would tell the parent's peak too, which lives on in the child it starts.
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    _report_peak(Path(sys.argv[1]), Path(sys.argv[2]))
