"""Half a year of reminders in a sample shop: who was written to or called, what they said, and who came."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from bengkel_crm.db.engine.bulk import BulkWriter
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.reminders import responses
from bengkel_crm.records.reminders import Channel, Direction, DueSubject, Outcome
from bengkel_crm.trade.dates import add_months

CONTACT_COLUMNS = {
    "contact": (
        *("id", "customer_id", "at", "channel", "direction", "content"),
        *("outcome", "outcome_at", "snooze_until"),
    ),
    "reminder": ("id", "contact_id", "vehicle_id", "subject", "job_kind_id", "due_by", "sent_on"),
}
# As far back as visits are needed.
DAYS_BACK = 220
_MONTHS, _DAYS_A_MONTH = 6, 30
_VEHICLES_A_PERSON_TOLD = 24
_FEWEST = 4
_TOLD_COME, _SILENT_COME = 0.38, 0.17
_MESSAGE = "Halo, kendaraan Anda sudah waktunya ganti oli. Kami tunggu di Bengkel Maju Jaya."
_CHANNELS = (*[Channel.WHATSAPP] * 5, *[Channel.CALL] * 4, Channel.LETTER)
_WHEN_COMING = (*[Outcome.WILL_COME] * 5, Outcome.LATER)
_WHEN_NOT = (Outcome.NO_ANSWER, Outcome.NO_ANSWER, Outcome.LATER, Outcome.WILL_COME)


class Seen(NamedTuple):
    """One visit of the last months."""

    day: int
    customer_id: int | None


Visits = Mapping[int, Sequence[Seen]]


def write_contacts(
    database: Database, writer: BulkWriter, visits: Visits, seed: int, job_kind_id: int | None, today: date
) -> None:
    """Write the reminders of the last months, and who stood on each month's list without being told.

    It throws dice of its own: the rest of a shop is the same with it as without.
    """
    random = Random(f"{seed} contacts")
    for back in range(_MONTHS - 1, -1, -1):
        month = add_months(today.replace(day=1), -back)
        _write_month(database, writer, visits, random, job_kind_id, month, today)


def _write_month(
    database: Database,
    writer: BulkWriter,
    visits: Visits,
    random: Random,
    job_kind_id: int | None,
    month: date,
    today: date,
) -> None:
    first = month.toordinal()
    last = min(add_months(month, 1).toordinal() - 1, today.toordinal())
    came, stayed = _who_came(visits, first, last)
    # A month that has just begun has not been worked through yet.
    days = (last - first + 1) / _DAYS_A_MONTH
    many = max(_FEWEST, round(len(visits) / _VEHICLES_A_PERSON_TOLD * min(1, days)))
    told = _mixed(random, came, stayed, many, _TOLD_COME)
    silent = _mixed(random, came, stayed, many, _SILENT_COME)
    seen = []
    for vehicle_id in told:
        visit = came.get(vehicle_id)
        sent = random.randint(first, last) if visit is None else max(first, visit.day - random.randint(1, 12))
        due_by = date.fromordinal(sent + random.randint(-3, 8))
        customer_id = visit.customer_id if visit is not None else visits[vehicle_id][-1].customer_id
        _write_reminder(writer, random, vehicle_id, customer_id, sent, due_by, job_kind_id, visit is not None)
        seen.append((vehicle_id, due_by))
    for vehicle_id in silent:
        if vehicle_id not in told:
            visit = came.get(vehicle_id)
            due = random.randint(first, last) if visit is None else visit.day - random.randint(0, 10)
            seen.append((vehicle_id, date.fromordinal(max(first, due))))
    responses.note_seen(database, month, seen)


def _who_came(visits: Visits, first: int, last: int) -> tuple[dict[int, Seen], list[int]]:
    """Return the first visit of who came in these days, and who did not come until well after them."""
    came: dict[int, Seen] = {}
    stayed = []
    for vehicle_id, days in visits.items():
        inside = [visit for visit in days if first + 2 <= visit.day <= last]
        if inside:
            came[vehicle_id] = inside[0]
        elif days[0].day < first and not any(first <= visit.day <= last + 31 for visit in days):
            stayed.append(vehicle_id)
    return came, stayed


def _mixed(
    random: Random, came: Mapping[int, Seen], stayed: Sequence[int], many: int, share: float
) -> list[int]:
    """Return so many vehicles, of which about a share came, in the order of their ids."""
    coming = min(len(came), round(many * share))
    staying = min(len(stayed), many - coming)
    return sorted([*random.sample(sorted(came), coming), *random.sample(sorted(stayed), staying)])


def _write_reminder(
    writer: BulkWriter,
    random: Random,
    vehicle_id: int,
    customer_id: int | None,
    sent: int,
    due_by: date,
    job_kind_id: int | None,
    is_coming: bool,
) -> None:
    day = date.fromordinal(sent)
    moment = datetime.combine(day, time(8 + random.randrange(8), random.randrange(60)))
    at = moment.isoformat(timespec="seconds")
    channel = random.choice(_CHANNELS)
    outcome: Outcome | None = random.choice(_WHEN_COMING if is_coming else _WHEN_NOT)
    if channel is Channel.LETTER or (channel is Channel.WHATSAPP and random.random() < 0.5):
        outcome = None
    put_off = (day + timedelta(days=14)).isoformat() if outcome is Outcome.LATER else None
    contact_id = writer.take_id("contact")
    content = "" if channel is Channel.CALL else _MESSAGE
    said = (None, None) if outcome is None else (outcome.value, at)
    row = (contact_id, customer_id, at, channel.value, Direction.OUT.value, content, *said, put_off)
    writer.add("contact", row)
    reminder = (writer.take_id("reminder"), contact_id, vehicle_id, DueSubject.JOB.value, job_kind_id)
    writer.add("reminder", (*reminder, due_by.isoformat(), day.isoformat()))
