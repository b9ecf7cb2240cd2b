"""A visit on a day still to come counts for nothing, until the day is there."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database, begin_day, close_shop, doubt_clock, open_shop
from bengkel_crm.workshop.work_orders.work_orders import remove_work_order
from tests.factories import make_vehicle, make_work_order

NOON = datetime(2026, 8, 12, 12, 0)
DAY = NOON.date()


def at(database: Database, day: date) -> None:
    """Let the PC's clock say noon of a day."""
    database.clock = lambda: datetime(day.year, day.month, day.day, 12)


def last_on(database: Database, vehicle_id: int) -> date | None:
    card = find_card(database, vehicle_id)
    assert card is not None
    return None if card.last_work_order is None else card.last_work_order.date


def test_a_year_mistyped_is_no_last_visit_and_no_due_date(database: Database) -> None:
    at(database, DAY)
    one = make_vehicle(database)
    make_work_order(database, one, DAY - timedelta(days=90), ["Ganti oli"], "MPX 2", odometer_km=9_000)
    before = find_card(database, one)
    wrong = make_work_order(database, one, date(2062, 11, 30), ["Ganti oli"], "MPX 2", odometer_km=9_100)
    card = find_card(database, one)
    assert card is not None
    assert before is not None
    assert (card.last_work_order, card.due, card.oil) == (before.last_work_order, before.due, before.oil)
    assert card.history[0].date == date(2062, 11, 30)
    make_work_order(database, one, DAY, ["Ganti oli"], "MPX 2", odometer_km=9_200)
    assert last_on(database, one) == DAY
    (fault,) = check(database)
    assert (fault.what, "2062-11-30" in fault.detail) == ("future", True)
    remove_work_order(database, wrong)
    assert check(database) == []


def test_a_visit_of_tomorrow_counts_tomorrow(database: Database) -> None:
    at(database, DAY)
    one = make_vehicle(database)
    make_work_order(database, one, DAY + timedelta(days=1), ["Ganti oli"])
    assert last_on(database, one) is None
    assert begin_day(database) == ()
    at(database, DAY + timedelta(days=1))
    assert begin_day(database) == (one,)
    assert last_on(database, one) == DAY + timedelta(days=1)
    assert check(database) == []
    assert begin_day(database) == ()


def test_what_was_saved_by_a_clock_that_was_ahead_counts_no_more_when_it_is_right(database: Database) -> None:
    one = make_vehicle(database)
    at(database, date(2027, 11, 30))
    make_work_order(database, one, date(2027, 11, 30), ["Ganti oli"])
    assert last_on(database, one) == date(2027, 11, 30)
    path = database.path
    close_shop(database)
    shop = open_shop(path)
    at(shop, DAY)
    begin_day(shop)
    assert last_on(shop, one) is None
    assert [fault.what for fault in check(shop)] == ["future"]
    close_shop(shop)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    visits=st.lists(st.integers(-40, 40), max_size=6),
    days=st.lists(st.integers(-40, 40), min_size=1, max_size=4),
)
def test_the_last_visit_is_never_after_today(database: Database, visits: list[int], days: list[int]) -> None:
    at(database, DAY)
    one = make_vehicle(database)
    for offset in visits:
        make_work_order(database, one, DAY + timedelta(days=offset), ["Ganti oli"])
    for offset in days:
        today = DAY + timedelta(days=offset)
        at(database, today)
        begin_day(database)
        past = [day for day in (DAY + timedelta(days=visit) for visit in visits) if day <= today]
        assert last_on(database, one) == max(past, default=None)
        assert all(fault.what == "future" for fault in check(database))


@pytest.mark.parametrize(
    ("moved", "behind"),
    [
        (timedelta(days=-365), True),
        (timedelta(hours=-1), True),
        (timedelta(days=31), False),
        (timedelta(days=366), False),
    ],
)
def test_a_clock_that_the_last_deed_speaks_against_is_doubted(
    database: Database, moved: timedelta, behind: bool
) -> None:
    database.clock = lambda: NOON
    make_vehicle(database)
    database.clock = lambda: NOON + moved
    doubt = doubt_clock(database)
    assert doubt is not None
    assert (doubt.is_behind, doubt.last, doubt.now) == (behind, NOON, NOON + moved)


@pytest.mark.parametrize("moved", [timedelta(minutes=-5), timedelta(), timedelta(days=29)])
def test_a_clock_that_goes_on_is_not_doubted(database: Database, moved: timedelta) -> None:
    database.clock = lambda: NOON
    assert doubt_clock(database) is None
    make_vehicle(database)
    database.clock = lambda: NOON + moved
    assert doubt_clock(database) is None
