"""How often a vehicle usually comes, and when it slips away."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.intervals import rhythm_days, slips_on

START = date(2026, 1, 1)


def days_after(*gaps: int) -> list[date]:
    days = [START]
    for gap in gaps:
        days.append(days[-1] + timedelta(days=gap))
    return days


def test_two_visits_are_no_rhythm() -> None:
    assert rhythm_days(days_after(60)) is None


def test_the_rhythm_is_the_middle_pause_so_that_one_long_holiday_changes_nothing() -> None:
    assert rhythm_days(days_after(60, 62, 400, 61, 62)) == 62


def test_two_visits_on_one_day_are_one() -> None:
    assert rhythm_days(days_after(0, 60, 0)) is None


def test_a_vehicle_slips_away_after_half_as_long_again_as_usual() -> None:
    days = days_after(60, 60)
    assert slips_on(days, 60) == days[-1] + timedelta(days=90)


def test_who_comes_every_week_gets_two_weeks_of_grace() -> None:
    days = days_after(7, 7)
    assert slips_on(days, 7) == days[-1] + timedelta(days=21)


def test_without_a_rhythm_nobody_slips_away() -> None:
    assert slips_on([START], None) is None


@given(st.lists(st.dates(date(2000, 1, 1), date(2030, 1, 1)), max_size=12))
def test_the_order_of_the_visits_does_not_matter_and_nobody_slips_before_the_last(days: list[date]) -> None:
    rhythm = rhythm_days(days)
    assert rhythm == rhythm_days(sorted(days, reverse=True))
    slip = slips_on(days, rhythm)
    assert slip is None or slip >= max(days) + timedelta(days=14)
