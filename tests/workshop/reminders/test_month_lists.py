"""How a month's list is put together: whose things stand where, and that nothing of them gets lost."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from bengkel_crm.records.reminders import MonthList, SkipReason
from bengkel_crm.workshop.customers.notes import add_note
from bengkel_crm.workshop.reminders.reminder_lists import job_counts, oils
from bengkel_crm.workshop.reminders.reminders import list_month
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle, make_work_order

TODAY = date(2026, 11, 22)
OIL = ("Ganti oli mesin",)


def november(database: Database) -> MonthList:
    return list_month(database, date(2026, 11, 1), TODAY)


def due_vehicle(database: Database, owner: str | None, done: date, customer_id: int | None = None) -> int:
    vehicle_id = make_vehicle(database, owner=owner, phones=("081288341907",), customer_id=customer_id)
    make_work_order(database, vehicle_id, done, OIL, oil="MPX 2 0,8")
    return vehicle_id


def sell(database: Database, vehicle_id: int) -> None:
    database.execute_sql("UPDATE vehicle SET sold_on = '2026-11-02' WHERE id = ?", (vehicle_id,))


def test_people_come_by_day_and_then_by_name(database: Database) -> None:
    for owner, done in (("Tono", date(2026, 9, 5)), ("Sri", date(2026, 9, 20)), ("Ali", date(2026, 9, 20))):
        due_vehicle(database, owner, done)
    assert [person.name for person in november(database).people] == ["Tono", "Ali", "Sri"]


def test_somebodys_most_urgent_item_comes_first_whichever_vehicle_is_older(database: Database) -> None:
    later = due_vehicle(database, "Sri", date(2026, 9, 20))
    (person,) = november(database).people
    sooner = due_vehicle(database, None, date(2026, 9, 5), person.customer_id)
    (person,) = november(database).people
    assert [item.vehicle_id for item in person.items] == [sooner, later]
    assert person.due_by == date(2026, 11, 5)


def test_all_numbers_come_in_their_order_without_the_wrong_ones(database: Database) -> None:
    numbers = ("081288341907", "0218834190", "081355512345")
    vehicle_id = make_vehicle(database, phones=numbers)
    make_work_order(database, vehicle_id, date(2026, 9, 20), OIL)
    assert [phone.typed for phone in november(database).people[0].phones] == list(numbers)
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-11-01' WHERE position = 1")
    assert [phone.typed for phone in november(database).people[0].phones] == [numbers[0], numbers[2]]


def test_the_newest_note_of_the_first_vehicle_that_has_one_is_told(database: Database) -> None:
    urgent = due_vehicle(database, "Sri", date(2026, 9, 5))
    (person,) = november(database).people
    other = due_vehicle(database, None, date(2026, 9, 20), person.customer_id)
    add_note(database, other, "rem bunyi", date(2026, 9, 20))
    assert november(database).people[0].last_note == "rem bunyi"
    add_note(database, urgent, "ban aus", date(2026, 9, 5))
    add_note(database, urgent, "minta ditelepon", date(2026, 10, 1))
    assert november(database).people[0].last_note == "minta ditelepon"


def test_what_is_left_out_of_somebody_keeps_its_own_worth_and_note(database: Database) -> None:
    kept = due_vehicle(database, "Sri", date(2026, 9, 5))
    (person,) = november(database).people
    sold = due_vehicle(database, None, date(2026, 9, 20), person.customer_id)
    add_note(database, sold, "dijual ke tetangga", date(2026, 11, 2))
    sell(database, sold)
    listed = november(database)
    (told,), (left_out,) = listed.people, listed.skipped
    assert [item.vehicle_id for item in told.items] == [kept]
    assert [(item.vehicle_id, item.skip) for item in left_out.items] == [(sold, SkipReason.SOLD)]
    assert (told.last_note, left_out.last_note) == (None, "dijual ke tetangga")
    assert (told.value_rupiah, left_out.value_rupiah) == (100_000, 100_000)
    assert (left_out.name, left_out.phones) == (told.name, told.phones)


def test_somebody_all_of_whose_vehicles_are_sold_is_only_among_those_left_out(database: Database) -> None:
    sell(database, due_vehicle(database, "Sri", date(2026, 9, 5)))
    listed = november(database)
    assert (len(listed.people), len(listed.skipped)) == (0, 1)


def test_vehicles_without_an_owner_are_not_one_persons(database: Database) -> None:
    for _ in range(2):
        due_vehicle(database, None, date(2026, 9, 5))
    listed = november(database)
    assert [person.items[0].skip for person in listed.skipped] == [SkipReason.UNREACHABLE] * 2


def test_counts_and_litres_made_on_the_way_are_those_of_the_people(database: Database) -> None:
    for place in range(3):
        due_vehicle(database, f"Sri {place}", date(2026, 9, 5 + place))
    sell(database, due_vehicle(database, "Tono", date(2026, 9, 5)))
    listed = november(database)
    assert listed.job_counts == job_counts(listed.people) == (("Ganti oli mesin", 3),)
    assert listed.oils == oils(listed.people)
    assert [(need.vehicles, need.litres) for need in listed.oils] == [(3, 2.4)]


def test_what_is_handed_out_is_locked(database: Database) -> None:
    due_vehicle(database, "Sri", date(2026, 9, 5))
    (person,) = november(database).people
    for record, name in ((person, "name"), (person.items[0], "plate"), (person.phones[0], "typed")):
        with pytest.raises(FrozenInstanceError):
            setattr(record, name, "")
    assert hash(person)
