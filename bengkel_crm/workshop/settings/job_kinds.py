"""How often each kind of work is due: shipped filled, the shop's own to change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bengkel_crm.base import errors
from bengkel_crm.base.progress import Progress, nobody_waits
from bengkel_crm.db.derived import vehicle_summary
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal.deeds import Deed, done, perform
from bengkel_crm.db.settings import job_kinds
from bengkel_crm.records.journal import Change, DeedKind
from bengkel_crm.records.work_orders import JobKind
from bengkel_crm.trade.intervals import JobInterval
from bengkel_crm.trade.job_kinds import load_shipped

MOST_MONTHS = 120
MOST_KM = 500_000


@dataclass(frozen=True, slots=True)
class IntervalChange:
    """What an interval is to be; one with neither months nor km is never due."""

    job_kind_id: int
    interval: JobInterval


def list_job_kinds(database: Database) -> tuple[JobKind, ...]:
    """Return every job kind with the shop's intervals, in the order of the list shipped."""
    return job_kinds.list_job_kinds(database)


def shipped_intervals() -> Mapping[str, tuple[JobInterval, ...]]:
    """Return by job kind code what the program came with."""
    return {kind.code: kind.intervals for kind in load_shipped()}


def set_intervals(
    database: Database,
    changes: Sequence[IntervalChange],
    progress: Progress | None = None,
) -> Change:
    """Write intervals and work out anew what is due on every vehicle they touch, all or nothing.

    Raises:
        InvalidValue: a number is out of bounds.
        Cancelled, ShopFileError: nothing was written.
    """
    for change in changes:
        _check("months", change.interval.months, MOST_MONTHS)
        _check("km", change.interval.km, MOST_KM)
    touched = [(change.job_kind_id, change.interval.vehicle_kind.value) for change in changes]
    with perform(database, DeedKind.INTERVALS_CHANGED, "") as deed:
        for change in changes:
            _set_interval(deed, change.job_kind_id, change.interval)
        vehicle_summary.refresh_dues_of(database, touched, progress or nobody_waits)
    return replace(done(deed), touches_all=True)


def _set_interval(deed: Deed, job_kind_id: int, interval: JobInterval) -> None:
    never = interval.months is None and interval.km is None
    deed.keep(
        "job_interval",
        {"job_kind_id": job_kind_id, "vehicle_kind": interval.vehicle_kind.value},
        None if never else {"months": interval.months, "km": interval.km},
    )


def _check(field: str, number: int | None, most: int) -> None:
    if number is not None and not 1 <= number <= most:
        raise errors.InvalidValue(field, str(number))
