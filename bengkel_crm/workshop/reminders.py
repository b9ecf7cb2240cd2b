"""Who is due, who was told, and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bengkel_crm.collector import no_search_for_circles
from bengkel_crm.dates import add_months
from bengkel_crm.db import contacts, reminders, responses, settings
from bengkel_crm.db.connection import Database
from bengkel_crm.db.deeds import done, perform
from bengkel_crm.db.reminders import DueRow, Person
from bengkel_crm.records import Change
from bengkel_crm.reminder_records import (
    Channel,
    ContactRow,
    Direction,
    DueItem,
    DuePerson,
    MonthList,
    Outcome,
    ReminderDraft,
    ReminderFilter,
    ResponseReport,
    SkipReason,
)
from bengkel_crm.workshop.reminder_lists import by_day, job_counts, narrow, oils

ANSWER_DAYS = 30
REPEAT_DAYS = 21
# What was due longer ago than this before the month is told by "slipping away", not by the job.
OVERDUE_DAYS = 62


def answer_days(database: Database) -> int:
    """Return within how many days a visit counts as the answer to a reminder."""
    return int(settings.find_setting(database, "reminders.answer_days") or ANSWER_DAYS)


def repeat_days(database: Database) -> int:
    """Return for how many days somebody who was reminded is left in peace."""
    return int(settings.find_setting(database, "reminders.repeat_days") or REPEAT_DAYS)


def set_days(database: Database, answer: int, repeat: int) -> None:
    """Keep the shop's answer time and its peace time, both in days."""
    settings.set_setting(database, "reminders.answer_days", str(max(answer, 1)))
    settings.set_setting(database, "reminders.repeat_days", str(max(repeat, 0)))


def list_month(
    database: Database, month: date, today: date, wanted: ReminderFilter | None = None
) -> MonthList:
    """Return everybody due in the month of that first day, and whoever is late by less than two months.

    People come by the day of their most urgent item, then by name; those left out come apart.
    """
    with no_search_for_circles():
        return narrow(_whole_month(database, month.replace(day=1), today), wanted or ReminderFilter())


def _whole_month(database: Database, month: date, today: date) -> MonthList:
    last = add_months(month, 1) - timedelta(days=1)
    reminded_after = today - timedelta(days=repeat_days(database))
    rows = reminders.list_due_jobs(
        database, month - timedelta(days=OVERDUE_DAYS), last, today, reminded_after
    )
    rows += reminders.list_due_taxes(database, month, today, reminded_after)
    rows += reminders.list_slipping(database, month, last, today, reminded_after)
    known = reminders.list_people(database, (row.customer_id for row in rows if row.customer_id is not None))
    notes = reminders.last_notes(database, (row.item.vehicle_id for row in rows))
    people = _people(rows, known, notes)
    told = tuple(person for person in people if person.items[0].skip is None)
    return MonthList(
        month=month,
        people=told,
        skipped=tuple(person for person in people if person.items[0].skip is not None),
        job_counts=job_counts(told),
        oils=oils(told),
    )


def _people(rows: Iterable[DueRow], known: dict[int, Person], notes: dict[int, str]) -> list[DuePerson]:
    """Group by person; whoever has both items to tell and items left out appears once in each list."""
    groups: dict[tuple[int | None, int, bool], list[DueRow]] = {}
    for row in rows:
        person = None if row.customer_id is None else known.get(row.customer_id)
        item = _left_out(row, person)
        stranger = row.item.vehicle_id if row.customer_id is None else 0
        key = (row.customer_id, stranger, item.item.skip is not None)
        groups.setdefault(key, []).append(item)
    people = [_person(group, known.get(key[0]) if key[0] else None, notes) for key, group in groups.items()]
    return by_day(people)


def _left_out(row: DueRow, person: Person | None) -> DueRow:
    """Return the row marked with the person's own reasons, which go before the vehicle's."""
    skip, since = row.item.skip, row.item.skip_since
    if skip in (SkipReason.SOLD, SkipReason.GONE):
        return row
    if person is not None and person.no_contact_since is not None:
        skip, since = SkipReason.NO_CONTACT, person.no_contact_since
    elif skip is None and (person is None or not (person.phones or person.address)):
        skip, since = SkipReason.UNREACHABLE, None
    if skip is row.item.skip:
        return row
    return DueRow(_with_skip(row.item, skip, since), row.customer_id, row.paid_rupiah)


def _with_skip(item: DueItem, skip: SkipReason | None, since: date | None) -> DueItem:
    return replace(item, skip=skip, skip_since=since)


def _person(rows: list[DueRow], person: Person | None, notes: dict[int, str]) -> DuePerson:
    items = [row.item for row in rows]
    if len(items) > 1:
        items.sort(key=lambda item: (item.due_by, item.vehicle_id))
    paid = {row.item.vehicle_id: row.paid_rupiah for row in rows}
    return DuePerson(
        customer_id=None if person is None else person.customer_id,
        name=None if person is None else person.name,
        honorific=None if person is None else person.honorific,
        phones=() if person is None else person.phones,
        address=None if person is None else person.address,
        items=tuple(items),
        last_note=next((notes[item.vehicle_id] for item in items if item.vehicle_id in notes), None),
        last_contact_on=None if person is None else person.last_contact_on,
        value_rupiah=sum(paid.values()),
    )


def record_sent(
    database: Database,
    month_list: MonthList,
    people: Sequence[DuePerson],
    channel: Channel,
    content: str,
    at: datetime,
) -> Change:
    """Write down that these people of a month's list were reminded, one contact each, as one deed.

    The first time, everybody on the list is remembered: those nobody contacts are what the response is
    compared with.
    """
    with perform(database, "reminders_sent", str(len(people)), at) as deed:
        _remember(database, month_list)
        for person in people:
            draft = ReminderDraft(person.customer_id, person.items, channel, content)
            deed.record_id = contacts.add_reminder(deed, draft, at)
    return done(deed)


def record_calls(
    database: Database,
    month_list: MonthList,
    people: Sequence[DuePerson],
    outcome: Outcome,
    at: datetime,
    snooze_until: date | None = None,
) -> Change:
    """Write what these people of a month's list said, as one deed.

    Whoever was reminded lately answers that reminder; for the others the call itself is the reminder.

    Raises:
        NotFound
    """
    return record_answers(database, month_list, [(person, outcome, snooze_until) for person in people], at)


def record_answers(
    database: Database,
    month_list: MonthList,
    answers: Sequence[tuple[DuePerson, Outcome, date | None]],
    at: datetime,
) -> Change:
    """Write what people of a month's list said (who, what, put off until), as `record_calls`, in one deed.

    Raises:
        NotFound
    """
    with perform(database, "outcomes_recorded", str(len(answers)), at) as deed:
        _remember(database, month_list)
        for person, outcome, snooze_until in answers:
            contact_id = None
            if person.items[0].skip in (SkipReason.REMINDED, SkipReason.SNOOZED):
                contact_id = find_open_contact(database, person.items[0].vehicle_id, at.date())
            if contact_id is None:
                draft = ReminderDraft(person.customer_id, person.items, Channel.CALL, "")
                contact_id = contacts.add_reminder(deed, draft, at)
            contacts.record_outcome(deed, contact_id, outcome, at, snooze_until)
    return done(deed)


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
) -> Change:
    """Write what came of one or more contacts, with what it means for the data, as one deed.

    Raises:
        NotFound
    """
    with perform(database, "outcomes_recorded", str(len(contact_ids)), at) as deed:
        for contact_id in contact_ids:
            contacts.record_outcome(deed, contact_id, outcome, at, snooze_until)
    return done(deed)


def record_outcomes(
    database: Database, outcomes: Sequence[tuple[int, Outcome, date | None]], at: datetime
) -> Change:
    """Write different outcomes of several contacts (id, outcome, put off until) as one deed.

    Raises:
        NotFound
    """
    with perform(database, "outcomes_recorded", str(len(outcomes)), at) as deed:
        for contact_id, outcome, snooze_until in outcomes:
            contacts.record_outcome(deed, contact_id, outcome, at, snooze_until)
    return done(deed)


def record_contact(
    database: Database,
    vehicle_id: int,
    customer_id: int | None,
    channel: Channel,
    direction: Direction,
    content: str,
    at: datetime,
) -> Change:
    """Write down a contact that was no reminder."""
    with perform(database, "contact_added", content, at) as deed:
        deed.record_id = contacts.add_contact(
            deed,
            customer_id=customer_id,
            vehicle_id=vehicle_id,
            at=at,
            channel=channel,
            direction=direction,
            content=content,
        )
    return done(deed)


def find_open_contact(database: Database, vehicle_id: int, today: date) -> int | None:
    """Return the contact of a vehicle's latest reminder of the last 90 days, or None."""
    return contacts.find_open_contact(database, vehicle_id, today - timedelta(days=90))


def list_contacts_of_vehicle(database: Database, vehicle_id: int) -> list[ContactRow]:
    """Return the contacts about a vehicle with what followed, the latest first."""
    return contacts.list_of_vehicle(database, vehicle_id, answer_days(database))


def list_contacts_of_customer(database: Database, customer_id: int) -> list[ContactRow]:
    """Return the contacts with a customer with what followed, the latest first."""
    return contacts.list_of_customer(database, customer_id, answer_days(database))


def list_contacts(database: Database, first: date, last: date) -> list[ContactRow]:
    """Return the contacts of these days with what followed, the latest first."""
    return contacts.list_of_days(database, first, last, answer_days(database))


def measure_response(database: Database, first: date, last: date) -> ResponseReport:
    """Return what came of the reminders sent in these days, and of those who were due and not reminded."""
    days = answer_days(database)
    return ResponseReport(
        answer_days=days,
        reminded=tuple(responses.list_reminded(database, first, last, days)),
        untouched=tuple(
            responses.list_untouched(database, first.replace(day=1), last, days, repeat_days(database))
        ),
    )
