"""The counter's hot read: all of one vehicle in five prepared statements."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from bengkel_crm.db.customers.customers import CUSTOMERS, WISHES
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.fast_builder import fast_builder, lock, locked
from bengkel_crm.db.vehicles.vehicles import DATES, VEHICLES
from bengkel_crm.records.counter import Card, DueJob
from bengkel_crm.records.customers import Note
from bengkel_crm.records.work_orders import EngineOil, RegularMechanic, WorkOrderSummary
from bengkel_crm.trade.kinds import WorkOrderStatus
from bengkel_crm.trade.phones import Phone
from bengkel_crm.trade.plates import plate_key

HISTORY_LIMIT = 200

_VEHICLE = f"""
SELECT {VEHICLES.columns("v")}, {DATES.columns("v")}, {CUSTOMERS.columns("c")}, {WISHES.columns("c")},
    s.work_order_count, s.oil_name, s.oil_on, s.oil_km, m.name, s.mechanic_count, s.km_per_day,
    (SELECT string_agg(o.plate, '\x1f') FROM old_plate o
        WHERE o.vehicle_id = v.id AND o.plate_key <> v.plate_key)
FROM vehicle v
JOIN vehicle_summary s ON s.vehicle_id = v.id
LEFT JOIN mechanic m ON m.id = s.mechanic_id
LEFT JOIN ownership w ON w.id =
    (SELECT id FROM ownership WHERE vehicle_id = v.id AND until IS NULL ORDER BY id LIMIT 1)
LEFT JOIN customer c ON c.id = w.customer_id
WHERE v.id = ? AND v.removed_at IS NULL
"""
_PHONES = "SELECT typed, e164, wrong_since FROM customer_phone WHERE customer_id = ? ORDER BY position"
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
WHERE d.vehicle_id = ? ORDER BY d.due_by IS NULL, d.due_by, d.job_kind_id
"""
_NOTES = """
SELECT id, text, written_on FROM note WHERE vehicle_id = ? AND removed_at IS NULL
ORDER BY written_on DESC, id DESC
"""

STATEMENTS = (_VEHICLE, _PHONES, _HISTORY, _DUE, _NOTES)

# A plain dictionary look-up costs a fraction of calling the enum.
_STATUSES = {status.value: status for status in WorkOrderStatus}
_day = date.fromisoformat
# Where the columns of the vehicle, its dates, its owner and his wishes end.
_OF_VEHICLE = len(VEHICLES.names)
_OF_DATES = _OF_VEHICLE + len(DATES.names)
_OF_OWNER = _OF_DATES + len(CUSTOMERS.names)
_OF_WISHES = _OF_OWNER + len(WISHES.names)
# The open twins of the records a card is made of (see fast_builder.py).
_Card = fast_builder(Card)
_Due = fast_builder(DueJob)
_Mechanic = fast_builder(RegularMechanic)
_Note = fast_builder(Note)
_Oil = fast_builder(EngineOil)
_Phone = fast_builder(Phone)
_Summary = fast_builder(WorkOrderSummary)


def due_jobs(rows: Iterable[tuple[Any, ...]]) -> tuple[DueJob, ...]:
    """Return the jobs that fall due from (job kind id, code, name, then the job_due columns), in order."""
    return locked(
        DueJob,
        [
            _Due(
                kind_id,
                code,
                name,
                _day(done_on),
                done_km,
                None if due_on is None else _day(due_on),
                due_km,
                None if due_by is None else _day(due_by),
                estimated == 1,
            )
            for kind_id, code, name, done_on, done_km, due_on, due_km, due_by, estimated in rows
        ],
    )


def _history(rows: Iterable[tuple[Any, ...]]) -> tuple[WorkOrderSummary, ...]:
    return locked(
        WorkOrderSummary,
        [
            _Summary(order_id, number, _day(day), km, jobs, oil, mechanic, symptom, total, _STATUSES[status])
            for order_id, number, day, km, jobs, oil, mechanic, symptom, total, status in rows
        ],
    )


def _each_once(plates: Iterable[str]) -> tuple[str, ...]:
    """Return the plates without those that are told already, in whatever spelling."""
    return tuple({plate_key(plate): plate for plate in plates}.values())


def find_card(database: Database, vehicle_id: int) -> Card | None:
    """Return the card of one vehicle, or None if there is no such vehicle outside the bin."""
    # One cursor, straight on the connection: five of them, or peewee's wrapping, cost as much as a question.
    execute = database.connection().cursor().execute
    key = (vehicle_id,)
    found = execute(_VEHICLE, key).fetchone()
    if found is None:
        return None
    count, oil_name, oil_on, oil_km, mechanic, mechanic_count, km_per_day, old_plates = found[_OF_WISHES:]
    owner_id = found[_OF_DATES]
    owner = None
    if owner_id is not None:
        phones = locked(
            Phone,
            [
                _Phone(typed, e164, None if wrong_since is None else _day(wrong_since))
                for typed, e164, wrong_since in execute(_PHONES, (owner_id,)).fetchall()
            ],
        )
        wishes = WISHES.read(found[_OF_OWNER:_OF_WISHES])
        owner = CUSTOMERS.read(found[_OF_DATES:_OF_OWNER], phones=phones, wishes=wishes)
    history = _history(execute(_HISTORY, key).fetchall())
    notes = [_Note(note_id, text, _day(on)) for note_id, text, on in execute(_NOTES, key).fetchall()]
    today = database.today()
    card = _Card(
        VEHICLES.read(found[:_OF_VEHICLE], dates=DATES.read(found[_OF_VEHICLE:_OF_DATES])),
        owner,
        next((visit for visit in history if visit.date <= today), None),
        None if oil_name is None else lock(EngineOil, _Oil(oil_name, _day(oil_on), oil_km)),
        None if mechanic is None else lock(RegularMechanic, _Mechanic(mechanic, mechanic_count, count)),
        km_per_day,
        due_jobs(execute(_DUE, key).fetchall()),
        history,
        count,
        locked(Note, notes),
        _each_once(old_plates.split("\x1f")) if old_plates else (),
    )
    return lock(Card, card)
