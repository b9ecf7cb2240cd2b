"""Who is due in a span of days, and for what: indexed reads of kept rows, each vehicle and person read once.

Thousands of rows leave here as plain tuples; what they mean is in the named ones.
"""

import json
from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from typing import Any

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.records.reminders import DueSubject
from bengkel_crm.trade.dates import add_months

_JOBS = """
SELECT d.due_by, d.vehicle_id, d.job_kind_id, d.due_on, d.due_km
FROM job_due d WHERE d.due_by BETWEEN ? AND ?
ORDER BY d.due_by, d.vehicle_id
"""
_TAXES = """
SELECT v.stnk_tax_on, v.id FROM vehicle v
WHERE substr(v.stnk_tax_on, 6, 2) = ? AND v.stnk_tax_on IS NOT NULL AND v.removed_at IS NULL
"""
_PLATES = """
SELECT v.plate_expires_on, v.id FROM vehicle v
WHERE v.plate_expires_on BETWEEN ? AND ? AND v.removed_at IS NULL
"""
_SLIPPING = """
SELECT s.slips_on, s.vehicle_id FROM vehicle_summary s
WHERE s.slips_on BETWEEN ? AND ?
ORDER BY s.slips_on, s.vehicle_id
"""
# Read apart from what is due: a vehicle with three jobs is read once, and in the order of the file.
# What counts is what its present owner was told, and of that the last word unless a visit came after it.
# What was sent on days to come is the clock's fault: it keeps nobody off the list.
_VEHICLES = f"""
SELECT v.id, v.plate, v.kind, v.brand, v.model, v.year, v.sold_on, v.gone_on,
    s.last_on, s.last_odometer_km, s.reading_on, s.reading_km, s.km_per_day, s.work_order_count,
    s.rhythm_days, s.oil_name, s.paid_rupiah, w.customer_id,
    (SELECT max(r.sent_on) FROM reminder r JOIN contact k ON k.id = r.contact_id AND k.removed_at IS NULL
        WHERE r.vehicle_id = v.id AND r.sent_on <= ?2 AND k.customer_id IS NOT DISTINCT FROM w.customer_id),
    (SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM work_order o WHERE o.vehicle_id = v.id
            AND o.removed_at IS NULL AND o.date BETWEEN substr(coalesce(k.outcome_at, k.at), 1, 10) AND ?2
            AND (o.date > substr(coalesce(k.outcome_at, k.at), 1, 10)
                OR o.entered_at > coalesce(k.outcome_at, k.at)))
            THEN k.snooze_until END
        FROM reminder r JOIN contact k ON k.id = r.contact_id AND k.removed_at IS NULL
        WHERE r.vehicle_id = v.id AND r.sent_on <= ?2 AND k.customer_id IS NOT DISTINCT FROM w.customer_id
        ORDER BY r.sent_on DESC, k.at DESC, k.id DESC LIMIT 1),
    (SELECT n.text FROM note n WHERE n.vehicle_id = v.id AND n.removed_at IS NULL
        ORDER BY n.written_on DESC, n.id DESC LIMIT 1)
FROM {SQL.ids("ids", "?1")}
{SQL.then_join} vehicle v ON v.id = ids.value
{SQL.then_join} vehicle_summary s ON s.vehicle_id = v.id
LEFT JOIN ownership w ON w.id =
    (SELECT p.id FROM ownership p WHERE p.vehicle_id = v.id AND (p.until IS NULL OR p.until = v.sold_on)
        ORDER BY p.until IS NOT NULL, p.id LIMIT 1)
"""
# A row a number: cheaper than numbers put together here and taken apart there.
_PEOPLE = f"""
SELECT c.id, c.name, c.honorific, c.address, c.no_contact_since,
    (SELECT max(k.at) FROM contact k WHERE k.customer_id = c.id AND k.removed_at IS NULL),
    p.typed, p.e164
FROM {SQL.ids("ids")} {SQL.then_join} customer c ON c.id = ids.value
LEFT JOIN customer_phone p ON p.customer_id = c.id AND p.wrong_since IS NULL
ORDER BY c.id, p.position
"""
_JOB_KINDS = "SELECT j.id, j.code, j.name FROM job_kind j"
STATEMENTS = (_JOBS, _TAXES, _PLATES, _SLIPPING, _VEHICLES, _PEOPLE, _JOB_KINDS)

_URGENCY = itemgetter(0, 1)

# By when (ISO), the vehicle, what for (the id of a job kind, else why), on which day, at how many km.
DueRow = tuple[str, int, int | DueSubject, str | None, int | None]
# The columns of the statement, in its order.
VehicleRow = tuple[Any, ...]
PersonRow = tuple[Any, ...]


def list_due(database: Database, first: date, month: date, last: date) -> list[DueRow]:
    """Return what falls due by `last`, the earliest first: jobs from `first` on, all else from `month` on."""
    execute = database.execute_sql
    found: list[DueRow] = execute(_JOBS, (first.isoformat(), last.isoformat())).fetchall()
    for text, vehicle_id in execute(_TAXES, (f"{month.month:02d}",)).fetchall():
        anchor = date.fromisoformat(text)
        due_by = add_months(anchor, 12 * (month.year - anchor.year)).isoformat()
        if due_by >= text:  # the years before the day that was typed are paid
            found.append((due_by, vehicle_id, DueSubject.STNK_TAX, None, None))
    span = (month.isoformat(), last.isoformat())
    for statement, subject in ((_PLATES, DueSubject.STNK_PLATE), (_SLIPPING, DueSubject.SLIPPING)):
        rows = execute(statement, span).fetchall()
        found += [(due_by, vehicle_id, subject, None, None) for due_by, vehicle_id in rows]
    found.sort(key=_URGENCY)
    return found


def list_job_kinds(database: Database) -> list[tuple[int, str, str]]:
    """Return the id, code and name of every kind of job."""
    rows: list[tuple[int, str, str]] = database.execute_sql(_JOB_KINDS).fetchall()
    return rows


def list_vehicles(database: Database, vehicle_ids: Iterable[int], today: date) -> list[VehicleRow]:
    """Return what a reminder says of these vehicles: the columns of `_VEHICLES`."""
    wanted = (_as_json(vehicle_ids), today.isoformat())
    rows: list[VehicleRow] = database.execute_sql(_VEHICLES, wanted).fetchall()
    return rows


def list_people(database: Database, customer_ids: Iterable[int]) -> list[PersonRow]:
    """Return what is known of these customers: the columns of `_PEOPLE`, a row for each of their numbers.

    Numbers known to be wrong are left out.
    """
    rows: list[PersonRow] = database.execute_sql(_PEOPLE, (_as_json(customer_ids),)).fetchall()
    return rows


def _as_json(ids: Iterable[int]) -> str:
    return json.dumps(sorted(ids))
