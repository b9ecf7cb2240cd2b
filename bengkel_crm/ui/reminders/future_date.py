"""A line for a day to come."""

from datetime import date

from bengkel_crm.dates import add_months
from bengkel_crm.ui.widgets.date_edit import DateEdit


class FutureDateEdit(DateEdit):
    """As a `DateEdit`, but "21" and "21/11" mean the next such day."""

    def set_today(self, today: date) -> None:
        """Count from another day."""
        self._today = today

    def _latest(self, day: int, month: int | None) -> date:
        if month is not None:
            this_year = date(self._today.year, month, day)
            return this_year if this_year > self._today else this_year.replace(year=self._today.year + 1)
        for ahead in range(3):
            start = add_months(self._today.replace(day=1), ahead)
            try:
                found = start.replace(day=day)
            except ValueError:
                continue
            if found > self._today:
                return found
        raise ValueError(f"no such day: {day}")
