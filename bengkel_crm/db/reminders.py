"""Who is due in a span of days, and for what: indexed reads of kept rows, grouped by person."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from bengkel_crm.dates import add_months
from bengkel_crm.db.connection import Database
from bengkel_crm.db.filling import lock, locked, open_twin
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
    (SELECT group_concat(p.typed || char(31) || coalesce(p.e164, ''), char(30)) FROM (
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
# The open twins of what there are thousands of (see filling.py).
_Item = open_twin(DueItem)
_Phone = open_twin(Phone)


class DueRow(NamedTuple):
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


class _Maker:
    """Makes due items from rows, for one day: thousands of them, so what is the same for all is done once."""

    def __init__(self, today: date, reminded_after: date) -> None:
        self._today = today
        self._now = today.isoformat()
        self._reminded_after = reminded_after.isoformat()

    def make(self, row: tuple[Any, ...], subject: DueSubject, due_by: date) -> DueRow:
        """Return the due item of one row of the questions above."""
        kind_id, job_kind, _, due_on, due_km, vehicle_id, plate, kind, brand, model, year = row[:11]
        sold_on, gone_on, last_on, last_km, read_on, read_km, rate, visits, rhythm, oil, paid = row[11:22]
        owner_id, reminded_on, snoozed_until, code = row[22:]
        skip, since = None, None
        if sold_on or gone_on or snoozed_until or reminded_on:
            skip, since = self._skip(sold_on, gone_on, reminded_on, snoozed_until)
        km_today = None
        if rate is not None and read_on is not None:
            km_today = estimate_km((_day(read_on), read_km), rate, self._today)
        item = _Item(
            vehicle_id,
            plate,
            vehicle_text(brand, model, year),
            _KINDS[kind],
            subject,
            kind_id,
            code,
            job_kind,
            due_by,
            None if due_on is None else _day(due_on),
            due_km,
            None if last_on is None else _day(last_on),
            last_km,
            km_today,
            Certainty.UNKNOWN if rate is None else Certainty.ESTIMATED,
            visits,
            rhythm,
            oil,
            skip,
            since,
        )
        return DueRow(lock(DueItem, item), owner_id, paid)

    def _skip(
        self, sold_on: str | None, gone_on: str | None, reminded_on: str | None, snoozed_until: str | None
    ) -> tuple[SkipReason | None, date | None]:
        if sold_on is not None:
            return SkipReason.SOLD, _day(sold_on)
        if gone_on is not None:
            return SkipReason.GONE, _day(gone_on)
        if snoozed_until is not None and snoozed_until > self._now:
            return SkipReason.SNOOZED, _day(snoozed_until)
        # A clock set back leaves reminders in the future; those count as sent today.
        if reminded_on is not None and reminded_on > self._reminded_after:
            return SkipReason.REMINDED, _day(reminded_on)
        return None, None


def list_due_jobs(
    database: Database, first: date, last: date, today: date, reminded_after: date
) -> list[DueRow]:
    """Return the jobs that fall due from `first` to `last`, the earliest first.

    Vehicles reminded after `reminded_after` are marked as such, like those sold, gone or put off.
    """
    rows = database.execute_sql(_JOBS, (first.isoformat(), last.isoformat())).fetchall()
    make = _Maker(today, reminded_after).make
    return [make(row, DueSubject.JOB, _day(row[2])) for row in rows]


def list_due_taxes(database: Database, month: date, today: date, reminded_after: date) -> list[DueRow]:
    """Return the vehicles whose yearly tax or five-yearly plate falls due in the month of that first day."""
    last = add_months(month, 1)
    make = _Maker(today, reminded_after).make
    found = []
    for row in database.execute_sql(_TAXES, (f"{month.month:02d}",)).fetchall():
        anchor = _day(row[2])
        due_by = add_months(anchor, 12 * (month.year - anchor.year))
        found.append(make(row, DueSubject.STNK_TAX, due_by))
    rows = database.execute_sql(_PLATES, (month.isoformat(), last.isoformat())).fetchall()
    found += [make(row, DueSubject.STNK_PLATE, _day(row[2])) for row in rows if _day(row[2]) < last]
    return found


def list_slipping(
    database: Database, first: date, last: date, today: date, reminded_after: date
) -> list[DueRow]:
    """Return the vehicles whose usual pause between visits ran out in these days, the earliest first."""
    rows = database.execute_sql(_SLIPPING, (first.isoformat(), last.isoformat())).fetchall()
    make = _Maker(today, reminded_after).make
    return [make(row, DueSubject.SLIPPING, _day(row[2])) for row in rows]


def _phones(text: str | None) -> tuple[Phone, ...]:
    if text is None:
        return ()
    pairs = [pair.partition("\x1f") for pair in text.split("\x1e")]
    return locked(Phone, [_Phone(typed, e164 or None) for typed, _, e164 in pairs])


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
            phones=_phones(row[5]),
            last_contact_on=None if row[6] is None else _day(row[6][:10]),
        )
        for row in rows
    }


def last_notes(database: Database, vehicle_ids: Iterable[int]) -> dict[int, str]:
    """Return the newest note of each of these vehicles that has one."""
    rows = database.execute_sql(_NOTES, (json.dumps(sorted(set(vehicle_ids))),)).fetchall()
    return dict(rows)
