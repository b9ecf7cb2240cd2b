"""What would fall due next if a visit were saved now."""

from bengkel_crm.db.counter.cards import due_jobs
from bengkel_crm.db.derived import vehicle_summary
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.settings.job_kinds import list_job_kinds
from bengkel_crm.db.vehicles.vehicles import get_vehicle
from bengkel_crm.db.work_orders.work_orders import JobNamer
from bengkel_crm.records.counter import DueJob
from bengkel_crm.records.work_orders import WorkOrderDraft

_NEWEST_ID = 1 << 62


def forecast(database: Database, draft: WorkOrderDraft, replacing: int | None) -> tuple[DueJob, ...]:
    """Return the jobs that would fall due, the earliest first; nothing is written.

    Raises:
        NotFound: the vehicle is gone.
    """
    vehicle = get_vehicle(database, draft.vehicle_id)
    namer = JobNamer(database)
    start = (
        vehicle.id,
        vehicle.kind.value,
        replacing or _NEWEST_ID,
        draft.date.isoformat(),
        draft.odometer_km,
    )
    done = [namer.job_kind_id(line) for line in draft.lines] or [None]
    visit = [(*start, None, None, 0, job_kind_id, None, 1) for job_kind_id in done]
    kinds = {kind.id: kind for kind in list_job_kinds(database)}
    rows = vehicle_summary.forecast(database, vehicle.id, visit, replacing)
    rows.sort(key=lambda row: (row[6] is None, row[6], row[1]))
    return due_jobs((row[1], kinds[row[1]].code, kinds[row[1]].name, *row[2:]) for row in rows)
