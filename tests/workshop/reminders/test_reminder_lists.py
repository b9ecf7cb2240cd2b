"""A month's list narrowed to what is wanted, and what is written of the calls that were made from it."""

from datetime import date, datetime

import pytest

from bengkel_crm.records.reminders import Channel, DueSubject, MonthList, Outcome, ReminderFilter
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.reminders.reminder_lists import area_of, list_areas, litres_of, narrow
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.clerk import everything_in
from tests.factories import make_vehicle, make_work_order

TODAY = date(2026, 8, 12)
NOW = datetime(2026, 8, 12, 9, 30)


def make_due(
    database: Database,
    plate: str,
    owner: str = "Sri",
    phones: tuple[str, ...] = ("081288341907",),
    jobs: tuple[str, ...] = ("Ganti oli mesin",),
    customer_id: int | None = None,
) -> int:
    vehicle_id = make_vehicle(database, plate, owner, phones, customer_id=customer_id)
    make_work_order(database, vehicle_id, date(2026, 6, 8), jobs=jobs, oil="MPX 2 0,8")
    return vehicle_id


def august(database: Database) -> MonthList:
    return reminders.list_month(database, TODAY, TODAY)


def plates(listed: MonthList) -> list[str]:
    return [person.items[0].plate for person in listed.people]


def test_no_wish_leaves_the_list_as_it_is(database: Database) -> None:
    make_due(database, "AB 1111 AA")
    listed = august(database)
    assert narrow(listed, ReminderFilter()) is listed


def test_an_area_is_the_letters_of_the_plate(database: Database) -> None:
    make_due(database, "AB 1111 AA")
    make_due(database, "b2222bb", "Tono")
    listed = august(database)
    assert list_areas(listed) == [("AB", 1), ("B", 1)]
    assert plates(narrow(listed, ReminderFilter(area="B"))) == ["b2222bb"]


@pytest.mark.parametrize(("plate", "area"), [("B 3472 KZR", "B"), ("ab-1234-xy", "AB"), ("1234-VII", None)])
def test_a_plate_of_unusual_shape_has_no_area(plate: str, area: str | None) -> None:
    assert area_of(plate) == area


def test_somebody_keeps_only_the_items_that_are_wanted(database: Database) -> None:
    make_due(database, "AB 1111 AA", jobs=("Ganti oli mesin", "Ganti oli gardan"))
    listed = august(database)
    (person,) = listed.people
    oil = next(item for item in person.items if item.job_kind_code == "engine_oil")
    (kept,) = narrow(listed, ReminderFilter(DueSubject.JOB, oil.job_kind_id)).people
    assert [item.job_kind_code for item in kept.items] == ["engine_oil"]


def test_the_counts_and_litres_are_of_those_who_are_left(database: Database) -> None:
    make_due(database, "AB 1111 AA")
    make_due(database, "B 2222 BB", "Tono")
    narrowed = narrow(august(database), ReminderFilter(area="B"))
    assert dict(narrowed.job_counts) == {"Ganti oli mesin": 1}
    assert [(need.name, need.litres) for need in narrowed.oils] == [("MPX 2 0,8", 0.8)]


@pytest.mark.parametrize(
    ("channel", "expected"),
    [(Channel.WHATSAPP, ["AB 1111 AA"]), (Channel.CALL, ["AB 1111 AA", "B 2222 BB"]), (Channel.LETTER, [])],
)
def test_a_way_to_reach_is_asked_of_each(database: Database, channel: Channel, expected: list[str]) -> None:
    make_due(database, "AB 1111 AA", "Ali")
    make_due(database, "B 2222 BB", "Tono", phones=("12345",))
    assert plates(narrow(august(database), ReminderFilter(reachable_by=channel))) == expected


def test_the_least_value_is_what_somebody_paid(database: Database) -> None:
    make_due(database, "AB 1111 AA", "Ali")
    vehicle_id = make_due(database, "B 2222 BB", "Tono")
    make_work_order(database, vehicle_id, date(2026, 6, 8), jobs=("Servis ringan",))
    least = ReminderFilter(least_value_rupiah=120_000)
    assert plates(narrow(august(database), least)) == ["B 2222 BB"]


@pytest.mark.parametrize(
    ("oil", "kind", "litres"),
    [
        ("MPX 2 0,8", VehicleKind.MOTORCYCLE, 0.8),
        ("YAMALUBE SPORT 1L", VehicleKind.MOTORCYCLE, 1.0),
        ("OIL HELIX HX7 5W-40 4LT", VehicleKind.CAR, 4.0),
        ("RIMULA R4 15W-40 6 Liter", VehicleKind.CAR, 6.0),
        ("TMO 10W-40 GALON", VehicleKind.CAR, 4.0),
    ],
)
def test_a_change_takes_the_litres_in_the_name_of_its_oil(oil: str, kind: VehicleKind, litres: float) -> None:
    assert litres_of(oil, kind) == litres


def test_a_call_is_a_reminder_with_its_outcome(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1111 AA")
    listed = august(database)
    reminders.record_calls(database, listed, listed.people, Outcome.WILL_COME, NOW)
    (contact,) = reminders.list_contacts_of_vehicle(database, vehicle_id)
    assert (contact.channel, contact.outcome, contact.subjects) == (
        Channel.CALL,
        Outcome.WILL_COME,
        ("Ganti oli mesin",),
    )


def test_whoever_was_sent_a_letter_lately_answers_that_letter(database: Database) -> None:
    vehicle_id = make_due(database, "AB 1111 AA")
    listed = august(database)
    reminders.record_sent(database, listed, listed.people, Channel.LETTER, "", NOW)
    again = august(database)
    reminders.record_calls(database, again, again.skipped, Outcome.NO_ANSWER, NOW)
    (contact,) = reminders.list_contacts_of_vehicle(database, vehicle_id)
    assert (contact.channel, contact.outcome) == (Channel.LETTER, Outcome.NO_ANSWER)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_call_taken_back_leaves_nothing_behind(database: Database, outcome: Outcome) -> None:
    make_due(database, "AB 1111 AA")
    listed = august(database)
    reminders.record_calls(database, listed, listed.people, Outcome.NO_ANSWER, NOW)
    undo.undo_last(database)
    before = everything_in(database)
    reminders.record_calls(database, listed, listed.people, outcome, NOW)
    assert everything_in(database) != before
    undo.undo_last(database)
    assert everything_in(database) == before


def test_one_sold_vehicle_is_not_all_of_them(database: Database) -> None:
    first = make_due(database, "AB 1111 AA")
    (person,) = august(database).people
    second = make_due(database, "AB 2222 BB", customer_id=person.customer_id)
    listed = august(database)
    sold = reminders.only_vehicle(listed.people[0], second)
    reminders.record_calls(database, listed, [sold], Outcome.SOLD, NOW)
    after = august(database)
    assert [item.vehicle_id for item in after.people[0].items] == [first]
    assert [item.vehicle_id for item in after.skipped[0].items] == [second]
