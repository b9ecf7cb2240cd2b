"""The stretches of time a list is asked for."""

from datetime import date, timedelta
from enum import StrEnum

from bengkel_crm.trade.dates import add_months


class Period(StrEnum):
    TODAY = "today"
    SEVEN_DAYS = "seven_days"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    CHOSEN = "chosen"


def days_of(period: Period, today: date) -> tuple[date, date]:
    """Return the first and the last day of a period other than CHOSEN."""
    month = today.replace(day=1)
    match period:
        case Period.TODAY:
            return today, today
        case Period.SEVEN_DAYS:
            return today - timedelta(days=6), today
        case Period.LAST_MONTH:
            return add_months(month, -1), month - timedelta(days=1)
        case Period.THIS_YEAR:
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case _:
            return month, add_months(month, 1) - timedelta(days=1)
