"""The counter's hot read: all of one vehicle in five prepared statements."""

from datetime import date
from typing import Any

from bengkel_crm.db.connection import Database
from bengkel_crm.records import (
    Card,
    Customer,
    CustomerKind,
    DueJob,
    EngineOil,
    Note,
    Phone,
    RegularMechanic,
    Vehicle,
    VehicleKind,
    WorkOrderStatus,
    WorkOrderSummary,
)

HISTORY_LIMIT = 200

_VEHICLE = """
SELECT v.id, v.plate, v.plate_key, v.kind, v.brand, v.model, v.year, v.color,
    s.work_order_count, s.oil_name, s.oil_on, s.oil_km, m.name, s.mechanic_count, s.km_per_day,
    c.id, c.name, c.honorific, c.kind, c.contact_person, c.address,
    (SELECT group_concat(o.plate, char(31)) FROM old_plate o WHERE o.vehicle_id = v.id)
FROM vehicle v
JOIN vehicle_standing s ON s.vehicle_id = v.id
LEFT JOIN mechanic m ON m.id = s.mechanic_id
LEFT JOIN ownership w ON w.id =
    (SELECT id FROM ownership WHERE vehicle_id = v.id AND until IS NULL ORDER BY id LIMIT 1)
LEFT JOIN customer c ON c.id = w.customer_id
WHERE v.id = ? AND v.removed_at IS NULL
"""
_PHONES = "SELECT typed, e164 FROM customer_phone WHERE customer_id = ? ORDER BY position"
_HISTORY = f"""
SELECT w.id, w.number, w.date, w.odometer_km, w.jobs, w.oil, m.name, w.symptom, w.total_rupiah, w.status
FROM work_order w LEFT JOIN mechanic m ON m.id = w.mechanic_id
WHERE w.vehicle_id = ? AND w.removed_at IS NULL
ORDER BY w.date DESC, w.id DESC LIMIT {HISTORY_LIMIT}
"""
_DUE = """
SELECT d.job_kind_id, k.code, k.name,
    d.last_done_on, d.last_done_km, d.due_on, d.due_km, d.due_by, d.estimated
FROM job_due d JOIN job_kind k ON k.id = d.job_kind_id
WHERE d.vehicle_id = ?
"""
_NOTES = """
SELECT id, text, written_on FROM note WHERE vehicle_id = ? AND removed_at IS NULL
ORDER BY written_on DESC, id DESC
"""

STATEMENTS = (_VEHICLE, _PHONES, _HISTORY, _DUE, _NOTES)

# A plain dictionary look-up costs a fraction of calling the enum.
_VEHICLE_KINDS = {kind.value: kind for kind in VehicleKind}
_CUSTOMER_KINDS = {kind.value: kind for kind in CustomerKind}
_STATUSES = {status.value: status for status in WorkOrderStatus}
_day = date.fromisoformat
_NEVER = date.max


def _maybe_day(text: str | None) -> date | None:
    return None if text is None else _day(text)


def due_job(row: tuple[Any, ...]) -> DueJob:
    """Return one job that falls due from (job kind id, code, name, then the job_due columns)."""
    return DueJob(
        row[0],
        row[1],
        row[2],
        _day(row[3]),
        row[4],
        _maybe_day(row[5]),
        row[6],
        _maybe_day(row[7]),
        bool(row[8]),
    )


def find_card(database: Database, vehicle_id: int) -> Card | None:
    """Return the card of one vehicle, or None if there is no such vehicle outside the bin."""
    execute = database.execute_sql
    key = (vehicle_id,)
    row = execute(_VEHICLE, key).fetchone()
    if row is None:
        return None
    owner = None
    if row[15] is not None:
        phones = tuple([Phone(typed, e164) for typed, e164 in execute(_PHONES, (row[15],)).fetchall()])
        owner = Customer(row[15], row[16], row[17], _CUSTOMER_KINDS[row[18]], row[19], row[20], phones)
    history = tuple(
        [
            WorkOrderSummary(
                order_id,
                number,
                _day(day),
                odometer_km,
                jobs,
                oil,
                mechanic,
                symptom,
                total,
                _STATUSES[status],
            )
            for order_id, number, day, odometer_km, jobs, oil, mechanic, symptom, total, status in execute(
                _HISTORY, key
            ).fetchall()
        ]
    )
    due = [due_job(due_row) for due_row in execute(_DUE, key).fetchall()]
    due.sort(key=lambda job: job.due_by or _NEVER)
    notes = tuple([Note(note_id, text, _day(on)) for note_id, text, on in execute(_NOTES, key).fetchall()])
    return Card(
        vehicle=Vehicle(row[0], row[1], row[2], _VEHICLE_KINDS[row[3]], row[4], row[5], row[6], row[7]),
        owner=owner,
        last_work_order=history[0] if history else None,
        oil=None if row[9] is None else EngineOil(row[9], _day(row[10]), row[11]),
        mechanic=None if row[12] is None else RegularMechanic(row[12], row[13], row[8]),
        km_per_day=row[14],
        due=tuple(due),
        history=history,
        history_count=row[8],
        notes=notes,
        old_plates=tuple(row[21].split("\x1f")) if row[21] else (),
    )
