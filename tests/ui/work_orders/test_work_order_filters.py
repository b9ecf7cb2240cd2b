"""The stretches of time a list is asked for."""

from datetime import date

import pytest

from bengkel_crm.ui.work_orders.work_order_filters import Period, days_of

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.TODAY, date(2026, 3, 31), date(2026, 3, 31)),
        (Period.SEVEN_DAYS, date(2026, 3, 25), date(2026, 3, 31)),
        (Period.THIS_MONTH, date(2026, 3, 1), date(2026, 3, 31)),
        (Period.LAST_MONTH, date(2026, 2, 1), date(2026, 2, 28)),
        (Period.THIS_YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_has_its_first_and_last_day(period: Period, first: date, last: date) -> None:
    assert days_of(period, TODAY) == (first, last)


def test_a_year_turns_with_its_months() -> None:
    assert days_of(Period.LAST_MONTH, date(2026, 1, 15)) == (date(2025, 12, 1), date(2025, 12, 31))
