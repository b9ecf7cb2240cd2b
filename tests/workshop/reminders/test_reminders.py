"""Who is due, who is left out and why, and who came."""

from datetime import date, datetime

import pytest

from bengkel_crm.records.reminders import (
    Certainty,
    Channel,
    Direction,
    DueSubject,
    MonthList,
    Outcome,
    SkipReason,
)
from bengkel_crm.records.response_figures import read_figures
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import remove_vehicle
from tests.factories import make_vehicle, make_work_order

NOVEMBER = date(2026, 11, 1)
TODAY = date(2026, 11, 22)
OIL = ("Ganti oli mesin",)


def november(database: Database, today: date = TODAY) -> MonthList:
    return reminders.list_month(database, NOVEMBER, today)


def due_by(listed: MonthList, vehicle_id: int, subject: DueSubject = DueSubject.JOB) -> date:
    items = [item for person in listed.people for item in person.items]
    return next(item.due_by for item in items if (item.vehicle_id, item.subject) == (vehicle_id, subject))


def due_vehicle(database: Database, plate: str = "B 3472 KZR", phone: str = "081288341907") -> int:
    """A motorcycle whose two months end within November."""
    vehicle_id = make_vehicle(database, plate, phones=(phone,) if phone else ())
    make_work_order(database, vehicle_id, date(2026, 9, 10), OIL, odometer_km=10_000)
    return vehicle_id


def skipped(listed: MonthList) -> dict[int, SkipReason | None]:
    return {item.vehicle_id: item.skip for person in listed.skipped for item in person.items}


def remind(database: Database, at: datetime, channel: Channel = Channel.CALL) -> int:
    listed = reminders.list_month(database, at.date().replace(day=1), at.date())
    change = reminders.record_sent(database, listed, listed.people, channel, "Halo", at)
    assert change.record_id is not None
    return change.record_id


def test_a_job_is_due_on_its_day_already(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    assert due_by(november(database), vehicle_id) == date(2026, 11, 10)


@pytest.mark.parametrize(
    ("done", "due"),
    [
        (date(2026, 9, 1), date(2026, 11, 1)),
        (date(2026, 9, 30), date(2026, 11, 30)),
        (date(2026, 8, 31), date(2026, 10, 31)),
    ],
    ids=["first day", "last day", "the day before"],
)
def test_month_borders(database: Database, done: date, due: date) -> None:
    vehicle_id = make_vehicle(database, phones=("081288341907",))
    make_work_order(database, vehicle_id, done, OIL)
    assert due_by(november(database), vehicle_id) == due


def test_what_falls_due_next_month_is_not_this_months(database: Database) -> None:
    vehicle_id = make_vehicle(database, phones=("081288341907",))
    make_work_order(database, vehicle_id, date(2026, 10, 1), OIL)
    assert november(database).people == ()


@pytest.mark.parametrize(
    ("done", "due"),
    [(date(2025, 12, 31), date(2026, 2, 28)), (date(2023, 12, 31), date(2024, 2, 29))],
    ids=["short February", "leap year"],
)
def test_31_december_and_two_months_is_the_last_day_of_february(
    database: Database, done: date, due: date
) -> None:
    vehicle_id = make_vehicle(database, phones=("081288341907",))
    make_work_order(database, vehicle_id, done, OIL)
    listed = reminders.list_month(database, due.replace(day=1), due)
    assert due_by(listed, vehicle_id) == due


def test_31_january_and_two_months_is_31_march(database: Database) -> None:
    vehicle_id = make_vehicle(database, phones=("081288341907",))
    make_work_order(database, vehicle_id, date(2026, 1, 31), OIL)
    listed = reminders.list_month(database, date(2026, 3, 1), date(2026, 3, 1))
    assert due_by(listed, vehicle_id) == date(2026, 3, 31)


def test_29_february_taxes_are_due_on_the_28th_of_other_years(database: Database) -> None:
    vehicle_id = make_vehicle(database, phones=("081288341907",))
    database.execute_sql("UPDATE vehicle SET stnk_tax_on = '2024-02-29' WHERE id = ?", (vehicle_id,))
    listed = reminders.list_month(database, date(2027, 2, 1), date(2027, 2, 3))
    assert due_by(listed, vehicle_id, DueSubject.STNK_TAX) == date(2027, 2, 28)


def test_km_come_first_when_the_vehicle_drives_much(database: Database) -> None:
    vehicle_id = make_vehicle(database, phones=("081288341907",))
    make_work_order(database, vehicle_id, date(2026, 9, 1), odometer_km=8_000)
    make_work_order(database, vehicle_id, date(2026, 10, 1), OIL, odometer_km=11_000)
    item = november(database).people[0].items[0]
    assert item.due_by < date(2026, 12, 1), "two months are not over, the km are"
    assert (item.certainty, item.visits) == (Certainty.ESTIMATED, 2)
    assert item.km_today == 11_000 + 52 * 100, "100 km a day since 1 October"


def test_one_visit_says_nothing_about_todays_km(database: Database) -> None:
    due_vehicle(database)
    item = november(database).people[0].items[0]
    assert (item.km_today, item.certainty) == (None, Certainty.UNKNOWN)


def test_a_new_odometer_neither_hides_nor_hurries_a_reminder(database: Database) -> None:
    vehicle_id = make_vehicle(database, phones=("081288341907",))
    make_work_order(database, vehicle_id, date(2026, 7, 1), odometer_km=60_000)
    make_work_order(database, vehicle_id, date(2026, 9, 5), OIL, odometer_km=62_000)
    make_work_order(database, vehicle_id, date(2026, 9, 20), odometer_km=40)  # the odometer was changed
    assert due_by(november(database), vehicle_id) == date(2026, 11, 5)


def test_recording_the_work_closes_the_reminder_by_itself(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    make_work_order(database, vehicle_id, date(2026, 11, 20), OIL, odometer_km=12_000)
    assert november(database).people == ()


def test_an_overdue_job_does_not_push_itself_forward(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    remind(database, datetime(2026, 11, 11, 9))
    make_work_order(database, vehicle_id, date(2026, 11, 20), ("Tambal ban",))
    assert skipped(november(database)) == {vehicle_id: SkipReason.REMINDED}
    december = reminders.list_month(database, date(2026, 12, 1), date(2026, 12, 10))
    assert due_by(december, vehicle_id) == date(2026, 11, 10)


def test_whoever_breaks_the_own_rhythm_is_slipping_away(database: Database) -> None:
    vehicle_id = make_vehicle(database, phones=("081288341907",))
    for day in (date(2026, 6, 1), date(2026, 7, 31), date(2026, 9, 29)):
        make_work_order(database, vehicle_id, day, ("Cuci motor",))
    december = reminders.list_month(database, date(2026, 12, 1), date(2026, 12, 28))
    item = december.people[0].items[0]
    assert (item.subject, item.rhythm_days) == (DueSubject.SLIPPING, 60)
    assert item.due_by == date(2026, 12, 28)


def test_three_due_vehicles_of_one_person_are_one_call(database: Database) -> None:
    first = due_vehicle(database)
    owner = database.execute_sql("SELECT customer_id FROM ownership").fetchone()[0]
    for plate in ("AB 1 CD", "AB 2 CD"):
        make_work_order(
            database, make_vehicle(database, plate, customer_id=owner), date(2026, 9, 12), OIL, odometer_km=5
        )
    people = november(database).people
    assert len(people) == 1
    assert people[0].items[0].vehicle_id == first
    assert len(people[0].items) == 3


def test_a_person_may_not_be_reachable_at_all(database: Database) -> None:
    vehicle_id = due_vehicle(database, phone="")
    assert skipped(november(database)) == {vehicle_id: SkipReason.UNREACHABLE}


def test_who_was_reminded_is_left_in_peace_and_then_told_again(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    remind(database, datetime(2026, 11, 10, 9))
    assert skipped(november(database, date(2026, 11, 12))) == {vehicle_id: SkipReason.REMINDED}
    later = reminders.list_month(database, date(2026, 12, 1), date(2026, 12, 5))
    assert [person.items[0].vehicle_id for person in later.people] == [vehicle_id]


def test_a_reminder_of_a_day_to_come_leaves_nobody_out(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    contact_id = remind(database, datetime(2026, 11, 20, 9))
    reminders.record_outcome(
        database, [contact_id], Outcome.LATER, datetime(2026, 11, 20, 9), date(2027, 2, 1)
    )
    listed = november(database, date(2026, 11, 3))
    assert (skipped(listed), due_by(listed, vehicle_id)) == ({}, date(2026, 11, 10))


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [(Outcome.SOLD, SkipReason.SOLD), (Outcome.NO_CONTACT, SkipReason.NO_CONTACT)],
)
def test_what_the_clerk_was_told_acts_on_the_data_and_can_be_undone(
    database: Database, outcome: Outcome, reason: SkipReason
) -> None:
    vehicle_id = due_vehicle(database)
    contact_id = remind(database, datetime(2026, 11, 10, 9))
    reminders.record_outcome(database, [contact_id], outcome, datetime(2026, 11, 10, 9, 5))
    far = date(2026, 12, 20)
    listed = reminders.list_month(database, date(2026, 12, 1), far)
    assert skipped(listed) == {vehicle_id: reason}
    undo.undo_last(database)
    listed = reminders.list_month(database, date(2026, 12, 1), far)
    assert skipped(listed) == {}
    assert due_by(listed, vehicle_id) == date(2026, 11, 10)


def test_a_wrong_number_is_not_called_again(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    contact_id = remind(database, datetime(2026, 11, 10, 9))
    reminders.record_outcome(database, [contact_id], Outcome.WRONG_NUMBER, datetime(2026, 11, 10, 9, 5))
    listed = reminders.list_month(database, date(2026, 12, 1), date(2026, 12, 20))
    assert skipped(listed) == {vehicle_id: SkipReason.UNREACHABLE}


def test_put_off_until_a_day_is_quiet_until_that_day(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    contact_id = remind(database, datetime(2026, 11, 1, 9))
    reminders.record_outcome(
        database, [contact_id], Outcome.LATER, datetime(2026, 11, 1, 9), snooze_until=date(2026, 12, 15)
    )
    december = date(2026, 12, 1)
    assert skipped(reminders.list_month(database, december, date(2026, 12, 14))) == {
        vehicle_id: SkipReason.SNOOZED
    }
    assert reminders.list_month(database, december, date(2026, 12, 15)).people


def test_a_vehicle_in_the_bin_is_nobodys_reminder(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    remove_vehicle(database, vehicle_id)
    listed = november(database)
    assert (listed.people, listed.skipped) == ((), ())


def test_the_oil_to_buy_is_counted_by_what_was_used_last(database: Database) -> None:
    for plate, oil, kind in (
        ("AB 1 AA", "MPX 2 0,8", VehicleKind.MOTORCYCLE),
        ("AB 2 AA", "OIL HELIX HX7 5W-40 4LT", VehicleKind.CAR),
    ):
        vehicle_id = make_vehicle(database, plate, phones=("081288341907",), kind=kind)
        done = date(2026, 9, 10) if kind is VehicleKind.MOTORCYCLE else date(2026, 5, 10)
        make_work_order(database, vehicle_id, done, oil=oil, odometer_km=1_000)
    assert {need.name: need.litres for need in november(database).oils} == {
        "MPX 2 0,8": 0.8,
        "OIL HELIX HX7 5W-40 4LT": 4.0,
    }


def test_a_job_late_for_longer_than_the_shop_asks_about_is_off_the_list(database: Database) -> None:
    due_vehicle(database)
    january = date(2027, 1, 1)
    for days, listed in ((51, 0), (52, 1)):  # due on 10 November, 52 days before the month
        reminders.set_late_days(database, days)
        assert len(reminders.list_month(database, january, january).people) == listed


def test_who_came_within_the_answer_days_counts_with_what_it_brought(database: Database) -> None:
    came, stayed = due_vehicle(database, "AB 1 AA"), due_vehicle(database, "AB 2 AA", "081200000002")
    silent = due_vehicle(database, "AB 3 AA", "081200000003")
    at = datetime(2026, 11, 11, 9)
    listed = november(database)
    told = [person for person in listed.people if person.items[0].vehicle_id != silent]
    reminders.record_sent(database, listed, told, Channel.WHATSAPP, "Halo", at)
    make_work_order(database, came, date(2026, 11, 15), OIL, oil="MPX 2 0,8")
    make_work_order(database, stayed, date(2027, 1, 20), OIL)
    report = reminders.measure_response(database, NOVEMBER, date(2026, 11, 30), date(2027, 2, 1))
    (row,) = report.reminded
    assert (row.channel, row.due, row.reached, row.came) == (Channel.WHATSAPP, 2, 2, 1)
    assert row.rupiah == 100_000
    (comparison,) = report.untouched
    assert (comparison.due, comparison.came, comparison.rupiah) == (1, 0, 0)


def test_a_visit_on_the_last_answer_day_counts_and_one_a_day_later_does_not(database: Database) -> None:
    reminders.set_answer_days(database, 10)
    in_time, late = due_vehicle(database, "AB 1 AA"), due_vehicle(database, "AB 2 AA", "081200000002")
    remind(database, datetime(2026, 11, 5, 9))
    make_work_order(database, in_time, date(2026, 11, 15), OIL)
    make_work_order(database, late, date(2026, 11, 16), OIL)
    (row,) = reminders.measure_response(database, NOVEMBER, date(2026, 11, 30), date(2027, 2, 1)).reminded
    assert (row.due, row.came) == (2, 1)


def test_a_vehicle_reminded_of_two_jobs_counts_once_in_the_sums_and_pays_once(database: Database) -> None:
    vehicle_id = make_vehicle(database, "AB 1 AA", phones=("081288341907",))
    make_work_order(database, vehicle_id, date(2026, 7, 10), (*OIL, "Ganti oli gardan"), odometer_km=1_000)
    make_work_order(database, vehicle_id, date(2026, 9, 10), OIL, odometer_km=6_500)
    remind(database, datetime(2026, 11, 11, 9))
    remind(database, datetime(2026, 12, 6, 9))
    make_work_order(database, vehicle_id, date(2026, 12, 9), OIL, oil="MPX 2 0,8")
    report = reminders.measure_response(database, NOVEMBER, date(2026, 12, 31), date(2027, 2, 1))
    assert len({row.job_kind for row in report.reminded}) > 1
    figures = read_figures(report)
    assert [(month, told.due, told.came) for month, told, _ in figures.months] == [
        (NOVEMBER, 1, 1),
        (date(2026, 12, 1), 1, 1),
    ]
    assert figures.reminded.rupiah == 100_000


def test_who_still_has_time_is_not_counted_as_having_stayed_away(database: Database) -> None:
    due_vehicle(database)
    remind(database, datetime(2026, 11, 11, 9))
    for today, waiting, missed in ((date(2026, 12, 11), 1, 0), (date(2026, 12, 12), 0, 1)):
        told = read_figures(
            reminders.measure_response(database, NOVEMBER, date(2026, 11, 30), today)
        ).reminded
        assert (told.due, told.came, told.waiting, told.missed) == (1, 0, waiting, missed)


def test_the_history_of_a_vehicle_shows_what_was_sent_and_what_followed(database: Database) -> None:
    vehicle_id = due_vehicle(database)
    remind(database, datetime(2026, 11, 11, 9))
    make_work_order(database, vehicle_id, date(2026, 11, 13), OIL)
    reminders.record_contact(
        database, vehicle_id, None, Channel.CALL, Direction.IN, "Tanya harga ban", datetime(2026, 11, 14, 9)
    )
    asked, told = reminders.list_contacts_of_vehicle(database, vehicle_id)
    assert (asked.direction, asked.content, asked.answered_on) == (Direction.IN, "Tanya harga ban", None)
    assert (told.subjects, told.answered_on) == (("Ganti oli mesin",), date(2026, 11, 13))
