"""What the counter needs of a vehicle, computed from its work orders and kept beside them."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.db.derived import search_index
from bengkel_crm.db.engine import search_table
from bengkel_crm.db.engine.connection import Database, writing_alone
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.trade.intervals import Due, next_due, rhythm_days, slips_on
from bengkel_crm.trade.odometers import believable, km_per_day

# (job kind id, vehicle kind) -> (months, km)
Intervals: TypeAlias = dict[tuple[int, str], tuple[int | None, int | None]]

_CHUNK = 2000
# Progress is told, and Cancel heard, between two of these.
_SMALL_CHUNK = 500

# The vehicle comes first, so that one without work orders gets its (empty) summary too.
# What was paid and how often somebody comes is his who owns the vehicle now; of a visit that nobody is known
# to have paid for, his from when he owned it, or all when nobody did before him.
_WORK_ORDERS = f"""
SELECT v.id, v.kind, w.id, w.date, w.odometer_km, w.mechanic_id, w.oil, w.total_rupiah,
    l.job_kind_id, l.mechanic_id,
    CASE WHEN w.customer_id IS NOT NULL OR p.customer_id IS NULL
        THEN w.customer_id IS NOT DISTINCT FROM p.customer_id
        ELSE w.date >= coalesce(p.since, '') OR NOT EXISTS (
            SELECT 1 FROM ownership b WHERE b.vehicle_id = v.id AND b.until IS NOT NULL) END
FROM {{source}} {SQL.then_join} vehicle v ON v.id = {{vehicle_id}}
LEFT JOIN work_order w ON w.vehicle_id = v.id AND w.removed_at IS NULL
LEFT JOIN work_order_line l ON l.work_order_id = w.id
LEFT JOIN ownership p ON p.id = (
    SELECT o.id FROM ownership o WHERE o.vehicle_id = v.id AND o.until IS NULL ORDER BY o.id LIMIT 1)
WHERE v.removed_at IS NULL
ORDER BY v.id, w.date, w.id
"""
_WORK_ORDERS_OF_SOME = _WORK_ORDERS.format(source=SQL.ids("ids"), vehicle_id="ids.value")
_VEHICLES_WITH = f"""
SELECT DISTINCT v.id
FROM work_order_line l
{SQL.then_join} work_order w ON w.id = l.work_order_id AND w.removed_at IS NULL
{SQL.then_join} vehicle v ON v.id = w.vehicle_id AND v.kind = ? AND v.removed_at IS NULL
WHERE l.job_kind_id = ?
"""
COLUMNS = (
    "vehicle_id, work_order_count, last_work_order_id, last_on, last_odometer_km, reading_on, reading_km, "
    "km_per_day, oil_name, oil_on, oil_km, mechanic_id, mechanic_count, "
    "next_job_kind_id, next_due_on, next_due_km, next_due_by, rhythm_days, slips_on, paid_rupiah, future_on"
)
_UPDATED = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS.split(", ")[1:])
_WRITE_SUMMARY = (
    f"INSERT INTO vehicle_summary ({COLUMNS}) VALUES ({', '.join('?' * 21)}) "
    f"ON CONFLICT (vehicle_id) DO UPDATE SET {_UPDATED}"
)
_WRITE_DUE = "INSERT INTO job_due VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_FORGET_DUE = f"DELETE FROM job_due WHERE vehicle_id IN {SQL.among_ids()}"
_FORGET_REMOVED = f"""
DELETE FROM vehicle_summary WHERE vehicle_id IN {SQL.among_ids()}
AND NOT EXISTS (SELECT 1 FROM vehicle v WHERE v.id = vehicle_id AND v.removed_at IS NULL)
"""

_MOVED_BY_A_DAY = """
SELECT vehicle_id FROM vehicle_summary WHERE future_on <= ?
UNION SELECT vehicle_id FROM vehicle_summary WHERE last_on > ?
"""


@dataclass(slots=True)
class _Running:
    """A vehicle's work orders, read oldest first, boiled down as they pass."""

    vehicle_id: int
    kind: str
    count: int = 0
    last: tuple[int, str, int | None] | None = None
    readings: list[tuple[date, int]] = field(default_factory=list)
    oil: tuple[str, str, int | None] | None = None
    mechanics: Counter[int] = field(default_factory=Counter)
    mechanic_seen: dict[int, int] = field(default_factory=dict)
    jobs: dict[int, tuple[str, int | None]] = field(default_factory=dict)
    days: list[date] = field(default_factory=list)
    paid_rupiah: int = 0
    future_on: str | None = None


def load_intervals(database: Database) -> Intervals:
    """Return the shop's intervals by job kind and vehicle kind: (months, km)."""
    rows = database.execute_sql("SELECT job_kind_id, vehicle_kind, months, km FROM job_interval")
    return {(job_kind_id, kind): (months, km) for job_kind_id, kind, months, km in rows.fetchall()}


def _summarize(vehicle_id: int, rows: Iterable[Sequence[Any]], today: str) -> _Running:
    seen: _Running | None = None
    present = None
    for (
        _, kind, order_id, day, odometer_km, mechanic_id, oil, paid, job_kind_id, line_mechanic_id, is_own,
    ) in rows:  # fmt: skip
        if seen is None:
            seen = _Running(vehicle_id, kind)
        if order_id is None:
            continue
        if order_id != present:
            present = order_id
            seen.count += 1
            visited_on = date.fromisoformat(day)
            if is_own:
                seen.paid_rupiah += paid
            if day > today:
                seen.future_on = seen.future_on or day
                continue
            seen.last = (order_id, day, odometer_km)
            if is_own:
                seen.days.append(visited_on)
            if odometer_km is not None:
                seen.readings.append((visited_on, odometer_km))
            if oil is not None:
                seen.oil = (oil, day, odometer_km)
            counted: set[int] = set()
        if day > today:
            # Nobody was here on a day still to come: the clock was ahead, or the year a slip.
            continue
        for worker in (mechanic_id, line_mechanic_id):
            if worker is not None and worker not in counted:
                counted.add(worker)
                seen.mechanics[worker] += 1
                seen.mechanic_seen[worker] = seen.count
        if job_kind_id is not None:
            seen.jobs[job_kind_id] = (day, odometer_km)
    assert seen is not None  # groupby never yields an empty group
    return seen


def _due_jobs(
    seen: _Running, rate: float | None, intervals: Intervals
) -> list[tuple[int, str, int | None, Due]]:
    believed = believable(seen.readings)
    reading = believed[-1] if believed else None
    doubted = set(seen.readings).difference(believed)
    found = []
    for job_kind_id, (done_on, done_km) in seen.jobs.items():
        interval = intervals.get((job_kind_id, seen.kind))
        if interval is None:
            continue
        day = date.fromisoformat(done_on)
        known_km = None if done_km is None or (day, done_km) in doubted else done_km
        due = next_due(day, known_km, *interval, reading, rate)
        if due.due_on is not None or due.due_km is not None:
            found.append((job_kind_id, done_on, done_km, due))
    return found


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _rows_of(seen: _Running, intervals: Intervals) -> tuple[tuple[Any, ...], list[tuple[Any, ...]]]:
    """Return the summary row and the job_due rows of one vehicle."""
    rate = km_per_day(seen.readings)
    due_jobs = _due_jobs(seen, rate, intervals)
    dated = [entry for entry in due_jobs if entry[3].due_by is not None]
    first = min(dated, key=lambda entry: (entry[3].due_by, entry[0])) if dated else None
    regular = max(
        seen.mechanics, key=lambda worker: (seen.mechanics[worker], seen.mechanic_seen[worker]), default=None
    )
    rhythm = rhythm_days(seen.days)
    reading_on, reading_km = seen.readings[-1] if seen.readings else (None, None)
    summary = (
        seen.vehicle_id,
        seen.count,
        *(seen.last or (None, None, None)),
        _iso(reading_on),
        reading_km,
        rate,
        *(seen.oil or (None, None, None)),
        regular,
        None if regular is None else seen.mechanics[regular],
        *(
            (first[0], _iso(first[3].due_on), first[3].due_km, _iso(first[3].due_by))
            if first
            else (None,) * 4
        ),
        rhythm,
        _iso(slips_on(seen.days, rhythm)),
        seen.paid_rupiah,
        seen.future_on,
    )
    return summary, [(seen.vehicle_id, *_due_columns(*job)) for job in due_jobs]


def _due_columns(job_kind_id: int, done_on: str, done_km: int | None, due: Due) -> tuple[Any, ...]:
    estimated = int(due.due_by_is_estimated)
    return job_kind_id, done_on, done_km, _iso(due.due_on), due.due_km, _iso(due.due_by), estimated


def compute(
    database: Database, vehicle_ids: Sequence[int]
) -> Iterator[tuple[tuple[Any, ...], list[tuple[Any, ...]]]]:
    """Yield (summary row, job_due rows) of each vehicle not in the bin by id, from the work orders alone."""
    intervals, today = load_intervals(database), database.today().isoformat()
    rows = database.execute_sql(_WORK_ORDERS_OF_SOME, (json.dumps(list(vehicle_ids)),)).fetchall()
    for vehicle_id, group in groupby(rows, key=itemgetter(0)):
        yield _rows_of(_summarize(vehicle_id, group, today), intervals)


def forecast(
    database: Database, vehicle_id: int, visit: Sequence[Sequence[Any]], without: int | None
) -> list[tuple[Any, ...]]:
    """Return the job_due rows a vehicle would have with one more visit (its rows as in `_WORK_ORDERS`).

    `without` is the id of a work order to leave out.
    """
    rows = database.execute_sql(_WORK_ORDERS_OF_SOME, (json.dumps([vehicle_id]),)).fetchall()
    kept = [row for row in rows if row[2] is not None and row[2] != without] + list(visit)
    kept.sort(key=lambda row: (row[3], row[2]))
    # As it will be on the day of the last visit, should that still be to come.
    latest = max([database.today().isoformat(), *(row[3] for row in visit)])
    return _rows_of(_summarize(vehicle_id, kept, latest), load_intervals(database))[1]


def refresh(database: Database, vehicle_ids: Iterable[int], check: Check | None = None) -> None:
    """Rewrite the derived rows and the search words of these vehicles, inside the caller's transaction.

    Raises:
        Cancelled: `check`, which is asked before each lot, raised it.
    """
    ids = sorted(set(vehicle_ids))
    for start in asking(range(0, len(ids), _CHUNK), check, every=1):
        chunk = ids[start : start + _CHUNK]
        wanted = json.dumps(chunk)
        if _rewrite(database, chunk) < len(chunk):
            search_index.forget_removed(database, wanted)
            database.connection().execute(_FORGET_REMOVED, (wanted,))
        search_index.refresh(database, wanted)


def refresh_for_today(database: Database) -> tuple[int, ...]:
    """Derive anew what a new day changes, or a clock put right, and return the vehicles.

    Raises:
        ShopFileError
    """
    today = database.today().isoformat()
    ids = [row[0] for row in database.execute_sql(_MOVED_BY_A_DAY, (today, today)).fetchall()]
    if ids:
        with writing_alone(database):
            refresh(database, ids)
    return tuple(ids)


def refresh_due(database: Database, vehicle_ids: Sequence[int], progress: Callable[[int, int], None]) -> None:
    """Rewrite what is due on these vehicles, none of them in the bin, inside the caller's transaction.

    Their visits are as they were, so the search words are left alone: those are most of the work.
    """
    for start in range(0, len(vehicle_ids), _SMALL_CHUNK):
        progress(start, len(vehicle_ids))
        _rewrite(database, vehicle_ids[start : start + _SMALL_CHUNK])
    progress(len(vehicle_ids), len(vehicle_ids))


def refresh_dues_of(
    database: Database, kinds: Iterable[tuple[int, str]], progress: Callable[[int, int], None]
) -> None:
    """Rewrite what is due on every vehicle of a kind that had a job kind done; `kinds` are pairs of both."""
    found: set[int] = set()
    for job_kind_id, vehicle_kind in kinds:
        rows = database.execute_sql(_VEHICLES_WITH, (vehicle_kind, job_kind_id)).fetchall()
        found.update(row[0] for row in rows)
    refresh_due(database, sorted(found), progress)


def _rewrite(database: Database, vehicle_ids: Sequence[int]) -> int:
    """Write the derived rows of these vehicles anew; return how many of them are not in the bin."""
    summaries, dues = [], []
    for summary, due_rows in compute(database, vehicle_ids):
        summaries.append(summary)
        dues.extend(due_rows)
    connection = database.connection()
    connection.execute(_FORGET_DUE, (json.dumps(list(vehicle_ids)),))
    connection.executemany(_WRITE_SUMMARY, summaries)
    connection.executemany(_WRITE_DUE, dues)
    return len(summaries)


def rebuild(database: Database) -> None:
    """Compute every derived row and the whole search index anew, in one transaction."""
    with writing_alone(database):
        for table in ("job_due", "vehicle_summary"):
            database.execute_sql(f"DELETE FROM {table}")
        search_table.clear(database)
        ids = [row[0] for row in database.execute_sql("SELECT id FROM vehicle WHERE removed_at IS NULL")]
        refresh(database, ids)
        search_table.merge(database)
