"""Job kinds and their intervals: shipped filled, the shop's own to change."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.records.work_orders import JobKind
from bengkel_crm.trade.intervals import JobInterval
from bengkel_crm.trade.job_kinds import JobRecogniser, job_kind_for_product, load_shipped
from bengkel_crm.trade.kinds import ProductCategory, VehicleKind

_KINDS = "SELECT id, code, name, keywords FROM job_kind ORDER BY position"
_Rows: TypeAlias = tuple[tuple[Any, ...], ...]


def fill_shipped(database: Database) -> None:
    """Write the job kinds that come with the program into a new file."""
    for position, kind in enumerate(load_shipped()):
        ((kind_id,),) = database.execute_sql(
            "INSERT INTO job_kind (code, name, keywords, position) VALUES (?, ?, ?, ?) RETURNING id",
            (kind.code, kind.name, json.dumps(kind.keywords), position),
        ).fetchall()
        for interval in kind.intervals:
            database.execute_sql(
                "INSERT INTO job_interval VALUES (?, ?, ?, ?)",
                (kind_id, interval.vehicle_kind.value, interval.months, interval.km),
            )


@dataclass(frozen=True, slots=True)
class KindNames:
    """What a line's words are held against: ids by code, the recogniser, and the engine oil change's name."""

    ids: dict[str, int]
    recogniser: JobRecogniser
    engine_oil: str


def kind_names(database: Database) -> KindNames:
    """Return the names of the job kinds; taken apart again only when the table has changed."""
    return _names_of(tuple(database.execute_sql(_KINDS).fetchall()))


@lru_cache(maxsize=4)
def _names_of(rows: _Rows) -> KindNames:
    kinds = _kinds_of(rows, ())
    oil_code = job_kind_for_product(ProductCategory.ENGINE_OIL)
    return KindNames(
        {kind.code: kind.id for kind in kinds},
        JobRecogniser(kinds),
        next((kind.name for kind in kinds if kind.code == oil_code), ""),
    )


def list_job_kinds(database: Database) -> tuple[JobKind, ...]:
    """Return every job kind with its intervals, in the order of the list shipped."""
    intervals = database.execute_sql(
        "SELECT job_kind_id, vehicle_kind, months, km FROM job_interval"
    ).fetchall()
    return _kinds_of(tuple(database.execute_sql(_KINDS).fetchall()), tuple(intervals))


@lru_cache(maxsize=4)
def _kinds_of(kinds: _Rows, intervals: _Rows) -> tuple[JobKind, ...]:
    intervals_of: dict[int, list[JobInterval]] = {}
    for job_kind_id, vehicle_kind, months, km in intervals:
        intervals_of.setdefault(job_kind_id, []).append(JobInterval(VehicleKind(vehicle_kind), months, km))
    return tuple(
        JobKind(kind_id, code, name, tuple(json.loads(keywords)), tuple(intervals_of.get(kind_id, ())))
        for kind_id, code, name, keywords in kinds
    )
