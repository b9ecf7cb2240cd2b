"""An answer belongs to one person, one number and named vehicles; another answer takes just that back."""

from datetime import date, datetime

import pytest

from bengkel_crm.db.reminders import contacts
from bengkel_crm.records.customers import Customer, CustomerDraft
from bengkel_crm.records.reminders import Channel, DuePerson, MonthList, Outcome, SkipReason
from bengkel_crm.records.vehicles import VehicleDates, VehicleDraft
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import edit_vehicle
from bengkel_crm.workshop.work_orders.work_orders import edit_work_order, get_work_order, record_work_order
from tests.factories import draft_work_order, make_vehicle, make_work_order

OIL = ("Ganti oli mesin",)
FIRST, SECOND = "081227773301", "081227773302"
MAY = date(2026, 5, 20)
ASKED = datetime(2026, 11, 25, 9)
ASKED_ON = ASKED.date()


def make_due(database: Database, plate: str, phones: tuple[str, ...] = (FIRST, SECOND), **owner: int) -> int:
    vehicle_id = make_vehicle(database, plate, "Wulan", phones, **owner)
    make_work_order(database, vehicle_id, date(2026, 9, 20), OIL)
    return vehicle_id


def listed(database: Database, on: date = ASKED_ON) -> MonthList:
    return reminders.list_month(database, on.replace(day=1), on)


def somebody(database: Database, vehicle_id: int, on: date = ASKED_ON) -> DuePerson:
    month = listed(database, on)
    everybody = (*month.people, *month.skipped)
    return next(p for p in everybody if vehicle_id in {item.vehicle_id for item in p.items})


def told(database: Database, vehicle_id: int, at: datetime = ASKED, channel: Channel = Channel.CALL) -> int:
    person = somebody(database, vehicle_id, at.date())
    change = reminders.record_sent(database, listed(database, at.date()), [person], channel, "", at)
    assert change.record_id is not None
    return change.record_id


def says(database: Database, contact_id: int, outcome: Outcome, at: datetime = ASKED) -> None:
    reminders.record_outcome(database, [contact_id], outcome, at)


def skip(database: Database, vehicle_id: int, on: date = date(2026, 12, 20)) -> SkipReason | None:
    return somebody(database, vehicle_id, on).items[0].skip


def owner(database: Database, vehicle_id: int) -> str | None:
    card = find_card(database, vehicle_id)
    assert card is not None
    return None if card.owner is None else card.owner.name


def owner_card(database: Database, vehicle_id: int) -> Customer:
    card = find_card(database, vehicle_id)
    assert card is not None
    assert card.owner is not None
    return card.owner


def wrong(database: Database, vehicle_id: int) -> list[str]:
    phones = owner_card(database, vehicle_id).phones
    return [phone.typed for phone in phones if phone.wrong_since is not None]


def new_owner(database: Database, vehicle_id: int, name: str, on: date, phone: str = "081327779090") -> None:
    plate = str(database.execute_sql("SELECT plate FROM vehicle WHERE id = ?", (vehicle_id,)).fetchone()[0])
    edit_vehicle(database, vehicle_id, VehicleDraft(plate), CustomerDraft(name, (phone,)), on=on)


@pytest.mark.parametrize("wrong_key", [Outcome.SOLD, Outcome.NO_CONTACT, Outcome.WRONG_NUMBER, Outcome.LATER])
@pytest.mark.parametrize("between", [False, True], ids=["at once", "after other work"])
def test_the_right_answer_takes_the_wrong_one_back(
    database: Database, wrong_key: Outcome, between: bool
) -> None:
    vehicle_id = make_due(database, "AB 1521 QN", (FIRST,))
    contact_id = told(database, vehicle_id)
    reminders.record_outcome(database, [contact_id], wrong_key, ASKED, date(2027, 3, 1))
    if between:
        make_work_order(database, make_vehicle(database, owner="Guntur"))
    says(database, contact_id, Outcome.WILL_COME, datetime(2026, 11, 26, 9))
    assert (skip(database, vehicle_id), owner(database, vehicle_id)) == (None, "Wulan")
    assert wrong(database, vehicle_id) == []


def test_marks_that_stood_there_before_stay(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1521 QN", (FIRST,))
    contact_id = told(database, vehicle_id)
    database.execute_sql("UPDATE customer SET no_contact_since = '2026-11-25'")
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-11-25'")
    for outcome in (Outcome.NO_CONTACT, Outcome.WRONG_NUMBER, Outcome.WILL_COME):
        says(database, contact_id, outcome)
    assert skip(database, vehicle_id) is SkipReason.NO_CONTACT
    assert wrong(database, vehicle_id) == [FIRST]


def test_a_correction_typed_from_the_list_finds_the_answer_it_corrects(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1521 QN")
    for outcome in (Outcome.SOLD, Outcome.NO_CONTACT, Outcome.WILL_COME):
        month, person = listed(database), somebody(database, vehicle_id)
        reminders.record_calls(database, month, [person], outcome, ASKED)
    assert (skip(database, vehicle_id), owner(database, vehicle_id)) == (None, "Wulan")
    assert len(reminders.list_contacts(database, ASKED.date(), ASKED.date())) == 1


def test_a_wrong_number_pressed_twice_is_one_number(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1521 QN")
    contact_id = told(database, vehicle_id)
    says(database, contact_id, Outcome.WRONG_NUMBER)
    says(database, contact_id, Outcome.WRONG_NUMBER, datetime(2026, 11, 25, 9, 1))
    assert wrong(database, vehicle_id) == [FIRST]
    assert somebody(database, vehicle_id).phones[0].typed == SECOND


def test_the_number_that_was_dialled_is_the_wrong_one_whatever_became_of_the_others(
    database: Database,
) -> None:
    vehicle_id = make_due(database, "AB 1521 QN")
    contact_id = told(database, vehicle_id)
    edit_vehicle(
        database,
        vehicle_id,
        VehicleDraft("AB 1521 QN"),
        CustomerDraft("Wulan", (SECOND, FIRST, "081200001111")),
        customer_id=owner_card(database, vehicle_id).id,
    )
    says(database, contact_id, Outcome.WRONG_NUMBER)
    assert wrong(database, vehicle_id) == [FIRST]


def test_editing_phones_keeps_the_rows_and_the_marks_of_those_that_stay(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1521 QN")
    says(database, told(database, vehicle_id), Outcome.WRONG_NUMBER)
    before = database.execute_sql("SELECT id, e164 FROM customer_phone ORDER BY id").fetchall()
    owner_id = owner_card(database, vehicle_id).id
    edit_vehicle(
        database,
        vehicle_id,
        VehicleDraft("AB 1521 QN"),
        CustomerDraft("Wulan", ("081200001111", "+62 812-2777-3301", SECOND)),
        customer_id=owner_id,
    )
    assert wrong(database, vehicle_id) == ["+62 812-2777-3301"]
    after = database.execute_sql("SELECT id, e164 FROM customer_phone ORDER BY id").fetchall()
    assert after[:2] == before


def test_who_sold_one_vehicle_keeps_the_others(database: Database) -> None:
    first = make_due(database, "AB 1 A")
    second = make_due(database, "AB 2 B", customer_id=owner_card(database, first).id)
    contact_id = told(database, first)
    reminders.record_outcome(database, [contact_id], Outcome.SOLD, ASKED, vehicle_ids=[second])
    assert (owner(database, first), owner(database, second)) == ("Wulan", None)
    person = reminders.only_vehicle(somebody(database, first), first)
    reminders.record_calls(database, listed(database), [person], Outcome.SOLD, ASKED)
    assert (owner(database, first), owner(database, second)) == (None, None)


def test_a_new_owner_ends_what_was_said_of_the_vehicle(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1733 LK")
    says(database, told(database, vehicle_id), Outcome.SOLD)
    new_owner(database, vehicle_id, "Melati", date(2026, 12, 5))
    assert (skip(database, vehicle_id), owner(database, vehicle_id)) == (None, "Melati")
    undo.undo_last(database)
    assert (skip(database, vehicle_id), owner(database, vehicle_id)) == (SkipReason.SOLD, None)


def test_the_former_owner_never_gets_the_new_owners_answer(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1733 LK")
    contact_id = told(database, vehicle_id)
    new_owner(database, vehicle_id, "Tono", date(2026, 11, 26))
    at = datetime(2026, 11, 27, 9)
    person = somebody(database, vehicle_id, at.date())
    reminders.record_calls(database, listed(database, at.date()), [person], Outcome.NO_CONTACT, at)
    rows = database.execute_sql("SELECT name, no_contact_since FROM customer ORDER BY id").fetchall()
    assert rows == [("Wulan", None), ("Tono", "2026-11-27")]
    says(database, contact_id, Outcome.SOLD)
    assert owner(database, vehicle_id) == "Tono", "what the former owner says of it is no news"
    assert contacts.what_came_of(database, contact_id)[0] is Outcome.SOLD


def test_a_correction_does_not_take_the_vehicle_from_its_new_owner(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1733 LK")
    contact_id = told(database, vehicle_id)
    says(database, contact_id, Outcome.SOLD)
    new_owner(database, vehicle_id, "Tono", date(2026, 11, 26))
    says(database, contact_id, Outcome.WILL_COME, datetime(2026, 11, 27, 9))
    assert owner(database, vehicle_id) == "Tono"


def test_after_a_sale_the_next_visit_says_whose_it_is(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1733 LK")
    former = owner_card(database, vehicle_id).id
    says(database, told(database, vehicle_id), Outcome.SOLD)
    draft = draft_work_order(vehicle_id, date(2026, 12, 3))
    unknown = record_work_order(database, draft)
    assert unknown.record_id is not None
    assert get_work_order(database, unknown.record_id).customer_id is None
    assert owner(database, vehicle_id) is None
    undo.undo_last(database)
    still_his = record_work_order(database, draft, owner_id=former)
    assert still_his.record_id is not None
    assert get_work_order(database, still_his.record_id).customer_id == former
    assert (owner(database, vehicle_id), skip(database, vehicle_id)) == ("Wulan", None)
    undo.undo_last(database)
    assert (owner(database, vehicle_id), skip(database, vehicle_id)) == (None, SkipReason.SOLD)


def test_a_later_visit_ends_gone_and_an_older_slip_does_not(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1733 LK")
    dates = VehicleDates(gone_on=date(2026, 10, 1))
    edit_vehicle(database, vehicle_id, VehicleDraft("AB 1733 LK", dates=dates))
    make_work_order(database, vehicle_id, date(2026, 9, 30))
    assert skip(database, vehicle_id) is SkipReason.GONE
    make_work_order(database, vehicle_id, date(2026, 10, 2))
    assert skip(database, vehicle_id) is None
    undo.undo_last(database)
    assert skip(database, vehicle_id) is SkipReason.GONE


def test_sold_on_in_the_form_ends_the_ownership_and_without_it_he_owns_it_again(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1733 LK")
    sold = VehicleDraft("AB 1733 LK", dates=VehicleDates(sold_on=date(2026, 10, 1)))
    edit_vehicle(database, vehicle_id, sold)
    assert (owner(database, vehicle_id), skip(database, vehicle_id)) == (None, SkipReason.SOLD)
    edit_vehicle(database, vehicle_id, VehicleDraft("AB 1733 LK", dates=VehicleDates()))
    assert (owner(database, vehicle_id), skip(database, vehicle_id)) == ("Wulan", None)


def test_an_old_slip_is_his_who_owned_the_vehicle_that_day(database: Database) -> None:
    vehicle_id = make_vehicle(database, "AB 1818 SH", "Agung")
    for month in (1, 2, 3, 4):
        make_work_order(database, vehicle_id, date(2026, month, 10))
    new_owner(database, vehicle_id, "Nirmala", date(2026, 5, 1))
    made = record_work_order(database, draft_work_order(vehicle_id, date(2026, 4, 20), OIL)).record_id
    assert made is not None
    agung, nirmala = (
        get_work_order(database, made).customer_id,
        reminders.owners.last_owner(database, vehicle_id),
    )
    assert agung != nirmala
    may, october = (
        reminders.list_month(database, day, day) for day in (date(2026, 5, 30), date(2026, 10, 1))
    )
    assert all(item.rhythm_days is None for person in (*may.people, *october.people) for item in person.items)
    assert {person.value_rupiah for person in (*may.people, *october.people)} <= {0}
    edit_work_order(database, made, draft_work_order(vehicle_id, date(2026, 5, 2), OIL))
    assert get_work_order(database, made).customer_id == nirmala


def test_a_visit_or_a_later_word_ends_what_was_put_off(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1680 TT")
    contact_id = told(database, vehicle_id)
    reminders.record_outcome(database, [contact_id], Outcome.LATER, ASKED, date(2027, 9, 30))
    assert skip(database, vehicle_id) is SkipReason.SNOOZED
    make_work_order(database, vehicle_id, date(2026, 11, 28), OIL)
    assert skip(database, vehicle_id, date(2027, 1, 28)) is None


def test_the_later_word_counts_also_when_it_names_an_earlier_day(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1680 TT")
    first = told(database, vehicle_id)
    reminders.record_outcome(database, [first], Outcome.LATER, ASKED, date(2027, 9, 30))
    later = datetime(2026, 12, 10, 9)
    second = told(database, vehicle_id, later)
    reminders.record_outcome(database, [second], Outcome.LATER, later, date(2026, 12, 15))
    assert skip(database, vehicle_id, date(2026, 12, 14)) is SkipReason.SNOOZED
    assert skip(database, vehicle_id, date(2026, 12, 31)) is None


@pytest.mark.parametrize(("hour", "came"), [(9, 0), (17, 1)], ids=["before the letter", "after it"])
def test_only_a_visit_after_the_letter_answers_it(database: Database, hour: int, came: int) -> None:
    vehicle_id = make_due(database, "AB 1606 LT")
    day = date(2026, 11, 20)
    visits = [datetime(2026, 11, 20, hour)]
    letter = datetime(2026, 11, 20, 16)
    for at in sorted([*visits, letter]):
        if at == letter:
            told(database, vehicle_id, letter, Channel.LETTER)
        else:
            record_work_order(database, draft_work_order(vehicle_id, day, ("Tambal ban",)), at=at)
    report = reminders.measure_response(database, day.replace(day=1), day, day)
    assert [row.came for row in report.reminded] == [came]
    (contact,) = reminders.list_contacts(database, day, day)
    assert (contact.answered_on is not None) == bool(came)


def test_a_tax_day_to_come_is_not_asked_for_before(database: Database) -> None:
    vehicle_id = make_vehicle(database, "AB 1290 PJ")
    dates = VehicleDates(stnk_tax_on=date(2027, 3, 10))
    edit_vehicle(database, vehicle_id, VehicleDraft("AB 1290 PJ", dates=dates))
    due = {
        year: [
            item.due_by
            for person in reminders.list_month(database, date(year, 3, 1), date(year, 3, 1)).skipped
            for item in person.items
        ]
        for year in (2026, 2027, 2028)
    }
    assert due == {2026: [], 2027: [date(2027, 3, 10)], 2028: [date(2028, 3, 10)]}
