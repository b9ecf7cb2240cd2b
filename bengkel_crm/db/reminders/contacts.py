"""The contact log: every call, letter and message, and what came of it."""

from datetime import date, datetime
from typing import Any

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.db.reminders.outcomes import dialled_phone
from bengkel_crm.db.reminders.responses import ANSWERS
from bengkel_crm.records.reminders import Channel, ContactRow, Direction, Outcome, ReminderDraft
from bengkel_crm.trade.phones import Phone

# A reminder is answered by a work order of its vehicle from the day it was sent, within the answer days.
_ROWS = f"""
SELECT k.id, k.at, k.channel, k.direction, k.customer_id, c.name, k.content, k.outcome, k.snooze_until,
    (SELECT string_agg(v.plate, '\x1f') FROM vehicle v
        WHERE v.id = k.vehicle_id
        OR v.id IN (SELECT r.vehicle_id FROM reminder r WHERE r.contact_id = k.id)),
    (SELECT string_agg(what, '\x1f') FROM (
        SELECT DISTINCT coalesce(j.name, r.subject) AS what FROM reminder r
        LEFT JOIN job_kind j ON j.id = r.job_kind_id WHERE r.contact_id = k.id) said),
    (SELECT min(w.date) FROM reminder r JOIN work_order w ON w.vehicle_id = r.vehicle_id
        AND w.removed_at IS NULL AND w.date BETWEEN r.sent_on AND {SQL.days_after("r.sent_on", "?1")}
        AND {ANSWERS} WHERE r.contact_id = k.id),
    (SELECT sum(o.total_rupiah) FROM work_order o WHERE o.removed_at IS NULL AND o.id IN (
        SELECT w.id FROM reminder r JOIN work_order w ON w.vehicle_id = r.vehicle_id
        AND w.date BETWEEN r.sent_on AND {SQL.days_after("r.sent_on", "?1")} AND {ANSWERS}
        WHERE r.contact_id = k.id)),
    (SELECT string_agg(v.id || '\x1e' || v.plate, '\x1f') FROM vehicle v
        WHERE v.removed_at IS NULL AND (v.id = k.vehicle_id
        OR v.id IN (SELECT r.vehicle_id FROM reminder r WHERE r.contact_id = k.id)))
FROM contact k LEFT JOIN customer c ON c.id = k.customer_id
WHERE k.removed_at IS NULL AND {{where}}
ORDER BY k.at DESC, k.id DESC LIMIT {{limit}}
"""
_OF_VEHICLE = _ROWS.format(
    where="k.id IN (SELECT contact_id FROM reminder WHERE vehicle_id = ?2 "
    "UNION SELECT id FROM contact WHERE vehicle_id = ?2)",
    limit=100,
)
_OF_CUSTOMER = _ROWS.format(where="k.customer_id = ?2", limit=100)
_OF_DAYS = _ROWS.format(where="k.at >= ?2 AND k.at < ?3", limit="?4")
STATEMENTS = (_OF_VEHICLE, _OF_CUSTOMER, _OF_DAYS)


def _contact_row(row: tuple[Any, ...]) -> ContactRow:
    return ContactRow(
        contact_id=row[0],
        at=datetime.fromisoformat(row[1]),
        channel=Channel(row[2]),
        direction=Direction(row[3]),
        customer_id=row[4],
        name=row[5],
        plates=tuple(row[9].split("\x1f")) if row[9] else (),
        subjects=tuple(row[10].split("\x1f")) if row[10] else (),
        content=row[6],
        outcome=None if row[7] is None else Outcome(row[7]),
        snooze_until=None if row[8] is None else date.fromisoformat(row[8]),
        answered_on=None if row[11] is None else date.fromisoformat(row[11]),
        answered_rupiah=row[12] or 0,
        vehicles=_vehicles(row[13]),
    )


def _vehicles(text: str | None) -> tuple[tuple[int, str], ...]:
    pairs = [] if text is None else [one.split("\x1e", 1) for one in text.split("\x1f")]
    return tuple((int(vehicle_id), plate) for vehicle_id, plate in pairs)


def _list(database: Database, sql: str, answer_days: int, *keys: object) -> list[ContactRow]:
    rows = database.execute_sql(sql, (answer_days, *keys)).fetchall()
    return [_contact_row(row) for row in rows]


def list_of_vehicle(database: Database, vehicle_id: int, answer_days: int) -> list[ContactRow]:
    """Return the contacts about a vehicle, the latest first, at most 100."""
    return _list(database, _OF_VEHICLE, answer_days, vehicle_id)


def list_of_customer(database: Database, customer_id: int, answer_days: int) -> list[ContactRow]:
    """Return the contacts with a customer, the latest first, at most 100."""
    return _list(database, _OF_CUSTOMER, answer_days, customer_id)


def list_of_days(database: Database, first: date, last: date, answer_days: int) -> list[ContactRow]:
    """Return the contacts from one day to another, both included, the latest first."""
    return _list(database, _OF_DAYS, answer_days, first.isoformat(), f"{last.isoformat()}T99", SQL.no_limit)


def add_contact(
    deed: Deed,
    *,
    customer_id: int | None,
    vehicle_id: int | None,
    at: datetime,
    channel: Channel,
    direction: Direction,
    content: str,
    outcome: Outcome | None = None,
    dialled: Phone | None = None,
) -> int:
    """Add one contact and return its id."""
    if customer_id is not None:
        deed.customer_ids.add(customer_id)
    if vehicle_id is not None:
        deed.vehicle_ids.add(vehicle_id)
    moment = at.isoformat(timespec="seconds")
    return deed.add(
        "contact",
        customer_id=customer_id,
        vehicle_id=vehicle_id,
        at=moment,
        channel=channel.value,
        direction=direction.value,
        content=content,
        outcome=None if outcome is None else outcome.value,
        outcome_at=None if outcome is None else moment,
        phone_id=_dialled(deed.database, customer_id, channel, dialled),
    )


def add_reminder(deed: Deed, draft: ReminderDraft, at: datetime) -> int:
    """Write down that somebody was reminded of some items and return the contact's id.

    The vehicles' derived rows do not change by it, so they are not named in the deed.
    """
    contact_id = deed.add(
        "contact",
        customer_id=draft.customer_id,
        vehicle_id=draft.items[0].vehicle_id if draft.customer_id is None else None,
        at=at.isoformat(timespec="seconds"),
        channel=draft.channel.value,
        direction=Direction.OUT.value,
        content=draft.content,
        outcome=None,
        outcome_at=None,
        phone_id=_dialled(deed.database, draft.customer_id, draft.channel, draft.dialled),
    )
    for item in draft.items:
        deed.add(
            "reminder",
            contact_id=contact_id,
            vehicle_id=item.vehicle_id,
            subject=item.subject.value,
            job_kind_id=item.job_kind_id,
            due_by=item.due_by.isoformat(),
            sent_on=at.date().isoformat(),
        )
    if draft.customer_id is not None:
        deed.customer_ids.add(draft.customer_id)
    return contact_id


def _dialled(
    database: Database, customer_id: int | None, channel: Channel, dialled: Phone | None
) -> int | None:
    """Return the id of the number somebody is told at; a letter has none."""
    if channel not in (Channel.CALL, Channel.WHATSAPP):
        return None
    return dialled_phone(database, customer_id, dialled)


def add_words(deed: Deed, contact_id: int, words: str) -> None:
    """Put words behind what a contact tells already, unless they stand there."""
    row = deed.database.execute_sql("SELECT content FROM contact WHERE id = ?", (contact_id,)).fetchone()
    if row is not None and words not in row[0]:
        deed.edit("contact", contact_id, content="\n".join(filter(None, (row[0], words))))


def what_came_of(database: Database, contact_id: int) -> tuple[Outcome | None, date | None]:
    """Return (the outcome of a contact, the day until which it was put off), None for what nobody wrote."""
    row = database.execute_sql(
        "SELECT outcome, snooze_until FROM contact WHERE id = ? AND removed_at IS NULL", (contact_id,)
    ).fetchone()
    outcome, until = row or (None, None)
    return outcome and Outcome(outcome), until and date.fromisoformat(until)


def find_open_contact(
    database: Database, vehicle_id: int, customer_id: int | None, since: date, today: date
) -> int | None:
    """Return the contact of the latest reminder about a vehicle to a customer in these days, or None.

    Whoever owns the vehicle today is not asked what its owner before was told.
    """
    row = database.execute_sql(
        """
        SELECT r.contact_id FROM reminder r JOIN contact k ON k.id = r.contact_id AND k.removed_at IS NULL
        WHERE r.vehicle_id = ? AND k.customer_id IS NOT DISTINCT FROM ? AND r.sent_on BETWEEN ? AND ?
        ORDER BY r.sent_on DESC, r.contact_id DESC LIMIT 1
        """,
        (vehicle_id, customer_id, since.isoformat(), today.isoformat()),
    ).fetchone()
    return None if row is None else int(row[0])
