"""Who is due in a span of days, and for what: indexed reads of kept rows, grouped by person."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from bengkel_crm.dates import add_months
from bengkel_crm.db.connection import Database
from bengkel_crm.db.search import vehicle_text
from bengkel_crm.odometers import estimate_km
from bengkel_crm.records import Phone, VehicleKind
from bengkel_crm.reminder_records import Certainty, DueItem, DueSubject, SkipReason

_VEHICLE_COLUMNS = """
    v.id, v.plate, v.kind, v.brand, v.model, v.year, v.sold_on, v.gone_on,
    s.last_on, s.last_odometer_km, s.reading_on, s.reading_km, s.km_per_day, s.work_order_count,
    s.rhythm_days, s.oil_name, s.paid_rupiah,
    (SELECT w.customer_id FROM ownership w
        WHERE w.vehicle_id = v.id AND w.until IS NULL ORDER BY w.id LIMIT 1),
    (SELECT max(r.sent_on) FROM reminder r WHERE r.vehicle_id = v.id),
    (SELECT max(k.snooze_until) FROM reminder r JOIN contact k ON k.id = r.contact_id
        AND k.removed_at IS NULL WHERE r.vehicle_id = v.id)"""
_JOBS = f"""
SELECT d.job_kind_id, j.name, d.due_by, d.due_on, d.due_km, {_VEHICLE_COLUMNS}, j.code
FROM job_due d
CROSS JOIN vehicle v ON v.id = d.vehicle_id
CROSS JOIN vehicle_standing s ON s.vehicle_id = v.id
CROSS JOIN job_kind j ON j.id = d.job_kind_id
WHERE d.due_by BETWEEN ? AND ?
ORDER BY d.due_by, d.vehicle_id
"""
_TAXES = f"""
SELECT NULL, NULL, v.stnk_tax_on, NULL, NULL, {_VEHICLE_COLUMNS}, NULL
FROM vehicle v CROSS JOIN vehicle_standing s ON s.vehicle_id = v.id
WHERE substr(v.stnk_tax_on, 6, 2) = ? AND v.stnk_tax_on IS NOT NULL AND v.removed_at IS NULL
"""
_PLATES = f"""
SELECT NULL, NULL, v.plate_expires_on, NULL, NULL, {_VEHICLE_COLUMNS}, NULL
FROM vehicle v CROSS JOIN vehicle_standing s ON s.vehicle_id = v.id
WHERE v.plate_expires_on BETWEEN ? AND ? AND v.removed_at IS NULL
"""
_SLIPPING = f"""
SELECT NULL, NULL, s.slips_on, NULL, NULL, {_VEHICLE_COLUMNS}, NULL
FROM vehicle_standing s CROSS JOIN vehicle v ON v.id = s.vehicle_id
WHERE s.slips_on BETWEEN ? AND ?
ORDER BY s.slips_on, s.vehicle_id
"""
_PEOPLE = """
SELECT c.id, c.name, c.honorific, c.address, c.no_contact_since,
    (SELECT json_group_array(json_array(p.typed, p.e164)) FROM (
        SELECT typed, e164 FROM customer_phone
        WHERE customer_id = c.id AND wrong_since IS NULL ORDER BY position) p),
    (SELECT max(k.at) FROM contact k WHERE k.customer_id = c.id AND k.removed_at IS NULL)
FROM json_each(?) ids CROSS JOIN customer c ON c.id = ids.value
"""
_NOTES = """
SELECT n.vehicle_id, n.text FROM json_each(?) ids
CROSS JOIN note n ON n.vehicle_id = ids.value AND n.removed_at IS NULL
ORDER BY n.vehicle_id, n.written_on, n.id
"""
STATEMENTS = (_JOBS, _TAXES, _PLATES, _SLIPPING, _PEOPLE, _NOTES)

_KINDS = {kind.value: kind for kind in VehicleKind}
_day = date.fromisoformat


@dataclass(frozen=True, slots=True)
class DueRow:
    """A due item with the id of who owns the vehicle and what the vehicle paid so far."""

    item: DueItem
    customer_id: int | None
    paid_rupiah: int


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of somebody who is due."""

    customer_id: int
    name: str
    honorific: str | None
    address: str | None
    no_contact_since: date | None
    phones: tuple[Phone, ...]
    last_contact_on: date | None


def _maybe(text: str | None) -> date | None:
    return None if text is None else _day(text)


def _skip(row: tuple[Any, ...], today: date, reminded_after: date) -> tuple[SkipReason | None, date | None]:
    sold_on, gone_on, reminded_on, snoozed_until = row[11], row[12], row[23], row[24]
    if sold_on is not None:
        return SkipReason.SOLD, _day(sold_on)
    if gone_on is not None:
        return SkipReason.GONE, _day(gone_on)
    if snoozed_until is not None and snoozed_until > today.isoformat():
        return SkipReason.SNOOZED, _day(snoozed_until)
    # A clock set back leaves reminders in the future; those count as sent today.
    if reminded_on is not None and reminded_on > reminded_after.isoformat():
        return SkipReason.REMINDED, _day(reminded_on)
    return None, None


def _row(
    row: tuple[Any, ...], subject: DueSubject, due_by: date, today: date, reminded_after: date
) -> DueRow:
    reading = None if row[15] is None else (_day(row[15]), row[16])
    rate = row[17]
    skip, since = _skip(row, today, reminded_after)
    item = DueItem(
        vehicle_id=row[5],
        plate=row[6],
        vehicle=vehicle_text(row[8], row[9], row[10]),
        kind=_KINDS[row[7]],
        subject=subject,
        job_kind_id=row[0],
        job_kind_code=row[25],
        job_kind=row[1],
        due_by=due_by,
        due_on=_maybe(row[3]),
        due_km=row[4],
        last_on=_maybe(row[13]),
        last_odometer_km=row[14],
        km_today=None if reading is None or rate is None else estimate_km(reading, rate, today),
        certainty=Certainty.UNKNOWN if rate is None else Certainty.ESTIMATED,
        visits=row[18],
        rhythm_days=row[19],
        oil=row[20],
        skip=skip,
        skip_since=since,
    )
    return DueRow(item, row[22], row[21])


def list_due_jobs(
    database: Database, first: date, last: date, today: date, reminded_after: date
) -> list[DueRow]:
    """Return the jobs that fall due from `first` to `last`, the earliest first.

    Vehicles reminded after `reminded_after` are marked as such, like those sold, gone or put off.
    """
    rows = database.execute_sql(_JOBS, (first.isoformat(), last.isoformat())).fetchall()
    return [_row(row, DueSubject.JOB, _day(row[2]), today, reminded_after) for row in rows]


def list_due_taxes(database: Database, month: date, today: date, reminded_after: date) -> list[DueRow]:
    """Return the vehicles whose yearly tax or five-yearly plate falls due in the month of that first day."""
    last = add_months(month, 1)
    found = []
    for row in database.execute_sql(_TAXES, (f"{month.month:02d}",)).fetchall():
        anchor = _day(row[2])
        due_by = add_months(anchor, 12 * (month.year - anchor.year))
        found.append(_row(row, DueSubject.STNK_TAX, due_by, today, reminded_after))
    rows = database.execute_sql(_PLATES, (month.isoformat(), last.isoformat())).fetchall()
    found += [
        _row(row, DueSubject.STNK_PLATE, _day(row[2]), today, reminded_after)
        for row in rows
        if _day(row[2]) < last
    ]
    return found


def list_slipping(
    database: Database, first: date, last: date, today: date, reminded_after: date
) -> list[DueRow]:
    """Return the vehicles whose usual pause between visits ran out in these days, the earliest first."""
    rows = database.execute_sql(_SLIPPING, (first.isoformat(), last.isoformat())).fetchall()
    return [_row(row, DueSubject.SLIPPING, _day(row[2]), today, reminded_after) for row in rows]


def list_people(database: Database, customer_ids: Iterable[int]) -> dict[int, Person]:
    """Return what is known of these customers by id; numbers known to be wrong are left out."""
    rows = database.execute_sql(_PEOPLE, (json.dumps(sorted(set(customer_ids))),)).fetchall()
    return {
        row[0]: Person(
            customer_id=row[0],
            name=row[1],
            honorific=row[2],
            address=row[3],
            no_contact_since=_maybe(row[4]),
            phones=tuple([Phone(typed, e164) for typed, e164 in json.loads(row[5])]),
            last_contact_on=None if row[6] is None else _day(row[6][:10]),
        )
        for row in rows
    }


def last_notes(database: Database, vehicle_ids: Iterable[int]) -> dict[int, str]:
    """Return the newest note of each of these vehicles that has one."""
    rows = database.execute_sql(_NOTES, (json.dumps(sorted(set(vehicle_ids))),)).fetchall()
    return dict(rows)
