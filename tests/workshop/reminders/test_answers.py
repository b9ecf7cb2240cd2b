"""An answer belongs to one person, one number, named vehicles; another answer takes just that back."""

from datetime import date, datetime

import pytest

from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.reminders import Channel, MonthList, Outcome, SkipReason
from bengkel_crm.records.vehicles import VehicleDates, VehicleDraft
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import edit_vehicle, get_vehicle
from bengkel_crm.workshop.work_orders.work_orders import record_work_order
from tests.factories import draft_work_order, make_vehicle, make_work_order

OIL = ("Ganti oli mesin",)
SENT, ANSWERED, CORRECTED = datetime(2026, 11, 10, 9), datetime(2026, 11, 11, 9), datetime(2026, 11, 12, 9)
MARKED = (Outcome.SOLD, Outcome.NO_CONTACT, Outcome.WRONG_NUMBER)


def due_vehicle(
    database: Database, plate: str = "B 3472 KZR", *phones: str, customer: int | None = None
) -> int:
    vehicle_id = make_vehicle(
        database, plate, phones=phones or ("081288341907", "081288341908"), customer_id=customer
    )
    make_work_order(database, vehicle_id, date(2026, 9, 10), OIL, odometer_km=10_000)
    return vehicle_id


def listed(database: Database, today: date = date(2026, 11, 22)) -> MonthList:
    return reminders.list_month(database, today.replace(day=1), today)


def remind(database: Database, at: datetime = SENT, channel: Channel = Channel.CALL) -> int:
    month = listed(database, at.date())
    change = reminders.record_sent(database, month, month.people, channel, "Halo", at)
    assert change.record_id is not None
    return change.record_id


def skips(database: Database, today: date = date(2027, 1, 20)) -> set[SkipReason | None]:
    month = reminders.list_month(database, date(2026, 11, 1), today)
    return {item.skip for person in (*month.people, *month.skipped) for item in person.items}


def marks(database: Database) -> list[object]:
    """Return every mark an answer can leave, asked of the file."""
    return [
        database.execute_sql(sql).fetchall()
        for sql in (
            "SELECT id, sold_on FROM vehicle ORDER BY id",
            "SELECT id, until FROM ownership ORDER BY id",
            "SELECT id, no_contact_since FROM customer ORDER BY id",
            "SELECT id, wrong_since FROM customer_phone ORDER BY id",
        )
    ]


def owner_of(database: Database, vehicle_id: int) -> str | None:
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    return None if card.owner is None else card.owner.name


def new_owner(database: Database, vehicle_id: int, name: str, on: date) -> None:
    vehicle = get_vehicle(database, vehicle_id)
    draft = VehicleDraft(vehicle.plate, vehicle.kind, vehicle.brand, vehicle.model, vehicle.year)
    edit_vehicle(database, vehicle_id, draft, CustomerDraft(name, ("081377779090",)), on=on)


@pytest.mark.parametrize("wrong", MARKED)
@pytest.mark.parametrize("right", [outcome for outcome in Outcome if outcome not in MARKED])
def test_a_corrected_answer_leaves_the_file_as_if_it_had_been_given_first(
    database: Database, wrong: Outcome, right: Outcome
) -> None:
    due_vehicle(database)
    contact = remind(database)
    before = marks(database)
    reminders.record_outcome(database, [contact], wrong, ANSWERED)
    assert marks(database) != before
    due_vehicle(database, "B 9 XYZ", "08129999888")  # other work in between
    reminders.record_outcome(database, [contact], right, CORRECTED)
    assert [rows[: len(known)] for rows, known in zip(marks(database), before, strict=True)] == before


@pytest.mark.parametrize("wrong", MARKED)
def test_a_mark_that_was_there_before_the_wrong_key_stays(database: Database, wrong: Outcome) -> None:
    due_vehicle(database, "B 1 A", "081288341907")
    first = remind(database, datetime(2026, 11, 3, 9))
    second = remind_again(database)
    reminders.record_outcome(database, [first], wrong, ANSWERED)
    marked = marks(database)
    reminders.record_outcome(database, [second], wrong, ANSWERED)
    reminders.record_outcome(database, [second], Outcome.WILL_COME, CORRECTED)
    assert marks(database) == marked
    # Only when the one that set it is corrected too, nobody says it any more.
    reminders.record_outcome(database, [first], Outcome.WILL_COME, CORRECTED)
    assert all(row[1] is None for rows in marks(database) for row in rows)


@pytest.mark.parametrize("wrong", MARKED)
def test_what_two_answers_said_stays_until_both_are_corrected(database: Database, wrong: Outcome) -> None:
    due_vehicle(database, "B 1 A", "081288341907")
    first = remind(database, datetime(2026, 11, 3, 9))
    second = remind_again(database)
    for contact in (first, second):
        reminders.record_outcome(database, [contact], wrong, ANSWERED)
    marked = marks(database)
    reminders.record_outcome(database, [first], Outcome.WILL_COME, CORRECTED)
    assert marks(database) == marked
    reminders.record_outcome(database, [second], Outcome.WILL_COME, CORRECTED)
    assert all(row[1] is None for rows in marks(database) for row in rows)


def remind_again(database: Database) -> int:
    month = reminders.list_month(database, date(2026, 11, 1), date(2026, 11, 28))
    change = reminders.record_sent(
        database, month, (*month.people, *month.skipped), Channel.CALL, "", datetime(2026, 11, 28, 9)
    )
    assert change.record_id is not None
    return change.record_id


def test_wrong_number_pressed_twice_marks_the_number_that_was_dialled(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    contact = remind(database)
    for _ in range(2):
        reminders.record_outcome(database, [contact], Outcome.WRONG_NUMBER, ANSWERED)
    rows = database.execute_sql("SELECT typed, wrong_since FROM customer_phone ORDER BY position").fetchall()
    assert rows == [("081288341907", "2026-11-11"), ("081288341908", None)]
    person = listed(database, date(2027, 1, 20)).people
    assert not person or [phone.typed for phone in person[0].phones] == ["081288341908"]
    assert owner_of(database, vehicle_id) == "Budi Santoso"


@pytest.mark.parametrize("named", [0, 1])
@pytest.mark.parametrize("channel", [Channel.CALL, Channel.WHATSAPP])
def test_of_two_numbers_the_one_that_was_chosen_is_kept_and_marked(
    database: Database, channel: Channel, named: int
) -> None:
    due_vehicle(database)
    month = listed(database, SENT.date())
    (person,) = month.people
    chosen = person.phones[named]
    change = reminders.record_sent(database, month, [person], channel, "Halo", SENT, chosen)
    assert change.record_id is not None
    kept = "SELECT p.typed FROM contact k JOIN customer_phone p ON p.id = k.phone_id"
    assert database.execute_sql(kept).fetchall() == [(chosen.typed,)]
    reminders.record_outcome(database, [change.record_id], Outcome.WRONG_NUMBER, ANSWERED)
    assert wrong_numbers(database) == [chosen.typed]


@pytest.mark.parametrize("reminded", [False, True])
def test_a_call_says_which_of_two_numbers_was_wrong(database: Database, reminded: bool) -> None:
    due_vehicle(database)
    if reminded:
        remind(database)
    month = listed(database, SENT.date())
    (person,) = (*month.people, *month.skipped)
    phone = person.phones[1]
    reminders.record_calls(database, month, [person], Outcome.WRONG_NUMBER, ANSWERED, dialled=phone)
    assert wrong_numbers(database) == [phone.typed]
    month = listed(database, CORRECTED.date())
    (person,) = (*month.people, *month.skipped)
    reminders.record_calls(database, month, [person], Outcome.WILL_COME, CORRECTED)
    assert wrong_numbers(database) == []


def test_words_instead_of_a_number_are_never_the_wrong_number(database: Database) -> None:
    due_vehicle(database, "B 3472 KZR", "tanya Pak RT", "081288341908")
    month = listed(database, SENT.date())
    reminders.record_calls(database, month, month.people, Outcome.WRONG_NUMBER, ANSWERED)
    assert wrong_numbers(database) == ["081288341908"]


def wrong_numbers(database: Database) -> list[str]:
    rows = database.execute_sql("SELECT typed FROM customer_phone WHERE wrong_since IS NOT NULL").fetchall()
    return [row[0] for row in rows]


def test_a_wrong_number_stays_the_one_that_was_dialled_when_phones_are_edited(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    contact = remind(database)
    vehicle = get_vehicle(database, vehicle_id)
    draft = VehicleDraft(vehicle.plate, vehicle.kind)
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    assert card.owner is not None
    phones = ("0811111111", "081288341908", "081288341907")
    edit_vehicle(database, vehicle_id, draft, CustomerDraft("Budi", phones), customer_id=card.owner.id)
    reminders.record_outcome(database, [contact], Outcome.WRONG_NUMBER, ANSWERED)
    edit_vehicle(
        database, vehicle_id, draft, CustomerDraft("Budi", (*phones, "0822222222")), customer_id=card.owner.id
    )
    rows = database.execute_sql("SELECT typed FROM customer_phone WHERE wrong_since IS NOT NULL").fetchall()
    assert rows == [("081288341907",)]


def test_sold_ends_the_ownership_of_that_vehicle_alone(database: Database) -> None:
    first = due_vehicle(database, "B 1 A")
    card = lookup.find_card(database, first)
    assert card is not None
    assert card.owner is not None
    second = due_vehicle(database, "B 2 A", customer=card.owner.id)
    contact = remind(database)
    reminders.record_outcome(database, [contact], Outcome.SOLD, ANSWERED, vehicle_ids=[second])
    assert (owner_of(database, first), owner_of(database, second)) == ("Budi Santoso", None)
    left_out = listed(database).skipped
    assert [(person.name, item.plate, item.skip) for person in left_out for item in person.items if
            item.skip is SkipReason.SOLD] == [("Budi Santoso", "B 2 A", SkipReason.SOLD)]  # fmt: skip


def test_a_new_owner_ends_sold_and_is_reminded(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    contact = remind(database)
    reminders.record_outcome(database, [contact], Outcome.SOLD, ANSWERED)
    new_owner(database, vehicle_id, "Melati", date(2026, 11, 15))
    make_work_order(database, vehicle_id, date(2026, 11, 15), OIL, odometer_km=14_000)
    people = reminders.list_month(database, date(2027, 1, 1), date(2027, 1, 2)).people
    assert [person.name for person in people] == ["Melati"]
    # And what the seller's answer is corrected to does not give it back to him.
    reminders.record_outcome(database, [contact], Outcome.WILL_COME, CORRECTED)
    assert owner_of(database, vehicle_id) == "Melati"


def test_the_new_owners_answer_is_not_written_on_the_former_owner(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    contact = remind(database)
    new_owner(database, vehicle_id, "Tono", date(2026, 11, 12))
    month = listed(database, date(2026, 11, 14))
    (tono,) = [person for person in (*month.people, *month.skipped) if person.name == "Tono"]
    reminders.record_calls(database, month, [tono], Outcome.NO_CONTACT, datetime(2026, 11, 14, 9))
    rows = database.execute_sql("SELECT name FROM customer WHERE no_contact_since IS NOT NULL").fetchall()
    assert rows == [("Tono",)]
    assert database.execute_sql("SELECT outcome FROM contact WHERE id = ?", (contact,)).fetchone() == (None,)


def test_a_later_visit_of_anybody_ends_gone(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    dates = VehicleDates(gone_on=date(2026, 10, 1))
    edit_vehicle(database, vehicle_id, VehicleDraft("B 3472 KZR", dates=dates))
    make_work_order(database, vehicle_id, date(2026, 9, 20))
    assert get_vehicle(database, vehicle_id).dates.gone_on == date(2026, 10, 1)
    make_work_order(database, vehicle_id, date(2026, 11, 1))
    assert get_vehicle(database, vehicle_id).dates.gone_on is None
    undo.undo_last(database)
    assert get_vehicle(database, vehicle_id).dates.gone_on == date(2026, 10, 1)


def test_a_day_of_sale_taken_out_of_the_form_gives_the_vehicle_back(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    before = marks(database)
    for day in (date(2026, 10, 1), None):
        draft = VehicleDraft("B 3472 KZR", dates=VehicleDates(sold_on=day))
        edit_vehicle(database, vehicle_id, draft)
        assert owner_of(database, vehicle_id) == (None if day else "Budi Santoso")
    assert marks(database) == before


def test_money_and_rhythm_are_the_present_owners_own(database: Database) -> None:
    vehicle_id = make_vehicle(database, "AB 1818 SH", "Agung", ("081277771818",))
    for month in range(1, 5):
        make_work_order(database, vehicle_id, date(2026, month, 10), OIL)
    new_owner(database, vehicle_id, "Nirmala", date(2026, 5, 1))
    make_work_order(database, vehicle_id, date(2026, 4, 20))  # an old slip, entered after the sale
    rows = database.execute_sql(
        "SELECT c.name FROM work_order w JOIN customer c ON c.id = w.customer_id WHERE w.date = '2026-04-20'"
    ).fetchall()
    assert rows == [("Agung",)]
    slipping = reminders.list_month(database, date(2026, 5, 1), date(2026, 5, 30))
    assert not [item for person in slipping.people for item in person.items if item.rhythm_days]
    people = reminders.list_month(database, date(2026, 6, 1), date(2026, 6, 2)).people
    assert [(person.name, person.value_rupiah) for person in people] == [("Nirmala", 0)]


def test_a_visit_after_the_answer_ends_what_was_put_off(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    contact = remind(database)
    reminders.record_outcome(database, [contact], Outcome.LATER, ANSWERED, date(2027, 9, 30))
    assert skips(database) == {SkipReason.SNOOZED}
    make_work_order(database, vehicle_id, date(2026, 11, 28), OIL, odometer_km=10_400)
    month = reminders.list_month(database, date(2027, 1, 1), date(2027, 1, 20))
    assert [item.due_by for person in month.people for item in person.items] == [date(2027, 1, 28)]


def test_of_two_days_put_off_to_the_later_word_counts(database: Database) -> None:
    due_vehicle(database)
    first = remind(database, datetime(2026, 11, 3, 9))
    second = remind_again(database)
    reminders.record_outcome(database, [first], Outcome.LATER, datetime(2026, 11, 4, 9), date(2027, 9, 30))
    reminders.record_outcome(database, [second], Outcome.LATER, datetime(2026, 11, 28, 9), date(2026, 12, 5))
    assert skips(database) == {None}


def test_tax_is_not_asked_for_before_the_day_that_was_written_down(database: Database) -> None:
    vehicle_id = make_vehicle(database, "AB 1290 PJ", phones=("081277771290",))
    dates = VehicleDates(stnk_tax_on=date(2027, 3, 10))
    edit_vehicle(database, vehicle_id, VehicleDraft("AB 1290 PJ", dates=dates))
    due = {
        year: [
            item.due_by
            for person in reminders.list_month(database, date(year, 3, 1), date(year, 3, 1)).people
            for item in person.items
        ]
        for year in (2026, 2027, 2028)
    }
    assert due == {2026: [], 2027: [date(2027, 3, 10)], 2028: [date(2028, 3, 10)]}


@pytest.mark.parametrize(
    ("channel", "saved", "came"),
    [
        (Channel.LETTER, datetime(2026, 11, 10, 9), 0),
        (Channel.CALL, datetime(2026, 11, 10, 9), 0),
        (Channel.CALL, datetime(2026, 11, 10, 17), 1),
    ],
)
def test_a_visit_of_the_morning_does_not_answer_the_afternoon(
    database: Database, channel: Channel, saved: datetime, came: int
) -> None:
    vehicle_id = due_vehicle(database)
    record_work_order(database, draft_work_order(vehicle_id, date(2026, 11, 10)), at=saved)
    contact = remind(database, datetime(2026, 11, 10, 16), channel)
    report = reminders.measure_response(database, date(2026, 11, 1), date(2026, 11, 30), date(2027, 1, 30))
    assert [row.came for row in report.reminded] == [came]
    (row,) = [
        row for row in reminders.list_contacts_of_vehicle(database, vehicle_id) if row.contact_id == contact
    ]
    assert (row.answered_on is not None) == bool(came)


def test_the_visit_of_the_new_owner_does_not_answer_the_former_ones_reminder(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    remind(database)
    new_owner(database, vehicle_id, "Tono", date(2026, 11, 12))
    make_work_order(database, vehicle_id, date(2026, 11, 13), OIL)
    report = reminders.measure_response(database, date(2026, 11, 1), date(2026, 11, 30), date(2027, 1, 30))
    assert [row.came for row in report.reminded] == [0]
