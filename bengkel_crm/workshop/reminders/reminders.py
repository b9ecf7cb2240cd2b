"""Who is due, who was told, and what came of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bengkel_crm.base.gc_pause import gc_paused
from bengkel_crm.db.customers import owners
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal.deeds import Deed, done, perform
from bengkel_crm.db.reminders import contacts, outcomes, responses
from bengkel_crm.db.settings import settings
from bengkel_crm.records.journal import Change, DeedKind
from bengkel_crm.records.reminders import (
    Channel,
    ContactRow,
    Direction,
    DuePerson,
    MonthList,
    Outcome,
    ReminderDraft,
    ReminderFilter,
    ResponseReport,
    SkipReason,
)
from bengkel_crm.schema.settings import ANSWER_DAYS, LATE_DAYS, REPEAT_DAYS
from bengkel_crm.trade.phones import Phone
from bengkel_crm.workshop.reminders.month_lists import list_whole_month
from bengkel_crm.workshop.reminders.reminder_lists import narrow
from bengkel_crm.workshop.settings.settings import change_number


def answer_days(database: Database) -> int:
    """Return within how many days a visit counts as the answer to a reminder."""
    return settings.read_number(database, ANSWER_DAYS)


def repeat_days(database: Database) -> int:
    """Return for how many days somebody who was reminded is left in peace."""
    return settings.read_number(database, REPEAT_DAYS)


def late_days(database: Database) -> int:
    """Return for how many days before its month a job that is late stays on the list."""
    return settings.read_number(database, LATE_DAYS)


def set_late_days(database: Database, days: int) -> Change | None:
    """Keep for how many days a late job stays on the list."""
    return change_number(database, LATE_DAYS, days)


def set_answer_days(database: Database, days: int) -> Change | None:
    """Keep the shop's answer time."""
    return change_number(database, ANSWER_DAYS, days)


def set_repeat_days(database: Database, days: int) -> Change | None:
    """Keep for how many days somebody who was reminded is left in peace."""
    return change_number(database, REPEAT_DAYS, days)


def list_month(
    database: Database, month: date, today: date, wanted: ReminderFilter | None = None
) -> MonthList:
    """Return everybody due in the month of that first day, and whoever is late by not too long.

    People come by the day of their most urgent item, then by name; those left out come apart.
    """
    with gc_paused():
        first = month.replace(day=1)
        whole = list_whole_month(database, first, today, repeat_days(database), late_days(database))
        return narrow(whole, wanted or ReminderFilter())


def record_sent(
    database: Database,
    month_list: MonthList,
    people: Sequence[DuePerson],
    channel: Channel,
    content: str,
    at: datetime,
    dialled: Phone | None = None,
) -> Change:
    """Write down that these people of a month's list were reminded, one contact each, as one deed.

    `dialled` is the number of a single person it went to, the first good one unless it is named. The first
    time, everybody on the list is remembered: those nobody contacts are what the response is compared with.
    """
    with perform(database, DeedKind.REMINDERS_SENT, str(len(people)), at) as deed:
        _remember(database, month_list)
        for person in people:
            draft = ReminderDraft(person.customer_id, person.items, channel, content, dialled)
            deed.record_id = contacts.add_reminder(deed, draft, at)
    return done(deed)


def record_calls(
    database: Database,
    month_list: MonthList,
    people: Sequence[DuePerson],
    outcome: Outcome,
    at: datetime,
    snooze_until: date | None = None,
    dialled: Phone | None = None,
) -> Change:
    """Write what these people of a month's list said, as one deed.

    Whoever was reminded lately answers that reminder; for the others the call itself is the reminder.
    `dialled` is the number of a single person that was called, where it is known.

    Raises:
        NotFound
    """
    answers = [(person, outcome, snooze_until) for person in people]
    return record_answers(database, month_list, answers, at, dialled)


def record_answers(
    database: Database,
    month_list: MonthList,
    answers: Sequence[tuple[DuePerson, Outcome, date | None]],
    at: datetime,
    dialled: Phone | None = None,
) -> Change:
    """Write what people of a month's list said (who, what, put off until), as `record_calls`, in one deed.

    Raises:
        NotFound
    """
    with perform(database, DeedKind.OUTCOMES_RECORDED, str(len(answers)), at) as deed:
        write_answers(deed, month_list, answers, at, dialled)
    return done(deed)


def write_answers(
    deed: Deed,
    month_list: MonthList,
    answers: Sequence[tuple[DuePerson, Outcome, date | None]],
    at: datetime,
    dialled: Phone | None = None,
) -> list[int]:
    """Write what people of a month's list said as part of a deed, and return the contacts it was said in.

    Raises:
        NotFound
    """
    _remember(deed.database, month_list)
    contact_ids = []
    for person, outcome, snooze_until in answers:
        contact_id = _answered_contact(deed.database, person, outcome, at.date())
        if contact_id is None:
            draft = ReminderDraft(person.customer_id, person.items, Channel.CALL, "", dialled)
            contact_id = contacts.add_reminder(deed, draft, at)
        vehicle_ids = tuple(dict.fromkeys(item.vehicle_id for item in person.items))
        outcomes.record_outcome(deed, contact_id, outcome, at, snooze_until, vehicle_ids, dialled)
        contact_ids.append(contact_id)
    return contact_ids


def _answered_contact(database: Database, person: DuePerson, outcome: Outcome, today: date) -> int | None:
    """Return the contact that what somebody says belongs to; None where saying it is a new one.

    Whoever is left out because of what he was told, or said, answers or corrects that. A second vehicle
    that was sold does not bring the first one back.
    """
    item = person.items[0]
    if item.skip in (None, SkipReason.GONE):
        return None
    contact_id = find_open_contact(database, item.vehicle_id, today)
    if contact_id is not None and outcome is Outcome.SOLD and item.skip is not SkipReason.SOLD:
        known, _ = contacts.what_came_of(database, contact_id)
        return None if known is Outcome.SOLD else contact_id
    return contact_id


def only_vehicle(person: DuePerson, vehicle_id: int) -> DuePerson:
    """Return a person with the items of one vehicle."""
    return replace(person, items=tuple(item for item in person.items if item.vehicle_id == vehicle_id))


def _remember(database: Database, month_list: MonthList) -> None:
    """Keep who stood on a month's list, inside the caller's transaction."""
    everybody = (*month_list.people, *month_list.skipped)
    responses.note_seen(
        database,
        month_list.month,
        ((item.vehicle_id, item.due_by) for person in everybody for item in person.items),
    )


def record_outcome(
    database: Database,
    contact_ids: Sequence[int],
    outcome: Outcome,
    at: datetime,
    snooze_until: date | None = None,
    vehicle_ids: Sequence[int] = (),
) -> Change:
    """Write what came of one or more contacts, with what it means for the data, as one deed.

    `vehicle_ids` are those that were sold, of all the contact was about unless they are named.

    Raises:
        NotFound
    """
    with perform(database, DeedKind.OUTCOMES_RECORDED, str(len(contact_ids)), at) as deed:
        for contact_id in contact_ids:
            outcomes.record_outcome(deed, contact_id, outcome, at, snooze_until, vehicle_ids)
    return done(deed)


def record_contact(
    database: Database,
    vehicle_id: int,
    customer_id: int | None,
    channel: Channel,
    direction: Direction,
    content: str,
    at: datetime,
    dialled: Phone | None = None,
) -> Change:
    """Write down a contact that was no reminder; `dialled` is the number, the first good one unless named."""
    with perform(database, DeedKind.CONTACT_ADDED, content, at) as deed:
        deed.record_id = contacts.add_contact(
            deed,
            customer_id=customer_id,
            vehicle_id=vehicle_id,
            at=at,
            channel=channel,
            direction=direction,
            content=content,
            dialled=dialled,
        )
    return done(deed)


def find_open_contact(database: Database, vehicle_id: int, today: date) -> int | None:
    """Return the contact in which a vehicle's owner was reminded last, within 90 days, or None.

    Of a vehicle that was sold it is the one with who owned it: he may correct what he said.
    """
    owner_id = owners.last_owner(database, vehicle_id)
    since = today - timedelta(days=90)
    return contacts.find_open_contact(database, vehicle_id, owner_id, since, today)


def list_contacts_of_vehicle(database: Database, vehicle_id: int) -> list[ContactRow]:
    """Return the contacts about a vehicle with what followed, the latest first."""
    return contacts.list_of_vehicle(database, vehicle_id, answer_days(database))


def list_contacts_of_customer(database: Database, customer_id: int) -> list[ContactRow]:
    """Return the contacts with a customer with what followed, the latest first."""
    return contacts.list_of_customer(database, customer_id, answer_days(database))


def list_contacts(database: Database, first: date, last: date) -> list[ContactRow]:
    """Return the contacts of these days with what followed, the latest first."""
    return contacts.list_of_days(database, first, last, answer_days(database))


def measure_response(database: Database, first: date, last: date, today: date) -> ResponseReport:
    """Return what came of the reminders sent in these days, and of those who were due and not reminded."""
    days = answer_days(database)
    silent = responses.list_untouched(
        database, first.replace(day=1), last, days, repeat_days(database), today
    )
    return ResponseReport(
        answer_days=days,
        reminded=tuple(responses.list_reminded(database, first, last, days, today)),
        untouched=tuple(silent),
        sums=tuple(responses.list_sums(database, first, last, days, today)),
    )
