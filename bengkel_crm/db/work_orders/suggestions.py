"""What the shop wrote on work orders before, to complete what is being typed."""

from bengkel_crm.db.counter.cards import due_jobs
from bengkel_crm.db.derived import vehicle_summary
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.settings.job_kinds import list_job_kinds
from bengkel_crm.db.vehicles.vehicles import get_vehicle
from bengkel_crm.db.work_orders.work_orders import JobNamer
from bengkel_crm.records.counter import DueJob
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.trade.kinds import LineKind, ProductCategory, VehicleKind
from bengkel_crm.trade.names import fold

# Enough to know the shop's habits, little enough to be read while the form opens.
_LOOK_BACK = 10_000
_RECENT = f"""
SELECT l.kind, l.text, l.category, l.price_rupiah
FROM (
    SELECT id, work_order_id, kind, text, category, price_rupiah FROM work_order_line ORDER BY id DESC LIMIT ?
) l
{SQL.then_join} work_order w ON w.id = l.work_order_id AND w.removed_at IS NULL
{SQL.then_join} vehicle v ON v.id = w.vehicle_id AND v.kind = ?
ORDER BY l.id DESC
"""


def list_known_lines(database: Database, vehicle_kind: VehicleKind) -> list[Line]:
    """Return the distinct lines written lately for this kind of vehicle, the commonest first.

    Each has the price asked last. The job kinds nobody wrote yet follow, without a price.
    """
    uses: dict[str, int] = {}
    lines: dict[str, Line] = {}
    rows = database.execute_sql(_RECENT, (_LOOK_BACK, vehicle_kind.value)).fetchall()
    for kind, text, category, price_rupiah in rows:
        key = fold(text)
        uses[key] = uses.get(key, 0) + 1
        if key not in lines:
            lines[key] = Line(
                kind=LineKind(kind),
                text=text,
                quantity=1,
                price_rupiah=price_rupiah,
                category=None if category is None else ProductCategory(category),
            )
    known = sorted(lines, key=lambda key: -uses[key])
    shipped = [
        Line(kind=LineKind.JOB, text=kind.name, quantity=1, price_rupiah=0, job_kind_code=kind.code)
        for kind in list_job_kinds(database)
        if fold(kind.name) not in lines
    ]
    return [lines[key] for key in known] + shipped


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
