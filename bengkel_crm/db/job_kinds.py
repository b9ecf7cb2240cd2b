"""Job kinds and their intervals: shipped filled, the shop's own to change."""

import json

from bengkel_crm.db.connection import Database
from bengkel_crm.job_kinds import load_shipped
from bengkel_crm.records import JobInterval, JobKind, VehicleKind


def fill_shipped(database: Database) -> None:
    """Write the job kinds that come with the program into a new file."""
    for position, kind in enumerate(load_shipped()):
        cursor = database.execute_sql(
            "INSERT INTO job_kind (code, name, keywords, position) VALUES (?, ?, ?, ?)",
            (kind.code, kind.name_id, json.dumps(kind.keywords), position),
        )
        for interval in kind.intervals:
            database.execute_sql(
                "INSERT INTO job_interval VALUES (?, ?, ?, ?)",
                (cursor.lastrowid, interval.vehicle_kind.value, interval.months, interval.km),
            )


def list_job_kinds(database: Database) -> tuple[JobKind, ...]:
    """Return every job kind with its intervals, in the order of the list shipped."""
    intervals: dict[int, list[JobInterval]] = {}
    rows = database.execute_sql("SELECT job_kind_id, vehicle_kind, months, km FROM job_interval")
    for job_kind_id, vehicle_kind, months, km in rows.fetchall():
        intervals.setdefault(job_kind_id, []).append(JobInterval(VehicleKind(vehicle_kind), months, km))
    kinds = database.execute_sql("SELECT id, code, name, keywords FROM job_kind ORDER BY position").fetchall()
    return tuple(
        JobKind(kind_id, code, name, tuple(json.loads(keywords)), tuple(intervals.get(kind_id, ())))
        for kind_id, code, name, keywords in kinds
    )


def set_interval(database: Database, job_kind_id: int, interval: JobInterval) -> None:
    """Overwrite how often a job kind is due; the caller rebuilds the derived rows in the same transaction."""
    database.execute_sql(
        "DELETE FROM job_interval WHERE job_kind_id = ? AND vehicle_kind = ?",
        (job_kind_id, interval.vehicle_kind.value),
    )
    if interval.months is not None or interval.km is not None:
        database.execute_sql(
            "INSERT INTO job_interval VALUES (?, ?, ?, ?)",
            (job_kind_id, interval.vehicle_kind.value, interval.months, interval.km),
        )
