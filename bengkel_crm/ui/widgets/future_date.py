"""Lines for a day to come."""

import re
from datetime import date, timedelta

from bengkel_crm.trade.dates import add_months
from bengkel_crm.ui.widgets.date_edit import DateEdit

_MONTH_AND_YEAR = re.compile(r"(\d{1,2})\s*[-/.· ]\s*(\d{2})")
_MONTHS, _CENTURY = 12, 2000


class FutureDateEdit(DateEdit):
    """As a `DateEdit`, but "21" and "21/11" mean the next such day."""

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


class PlateExpiryEdit(FutureDateEdit):
    """As it stands on the plate: "11 · 28" is the end of November 2028."""

    def day(self) -> date | None:
        found = _MONTH_AND_YEAR.fullmatch(self.text().strip())
        if found is not None and 1 <= int(found[1]) <= _MONTHS < int(found[2]):
            return add_months(date(_CENTURY + int(found[2]), int(found[1]), 1), 1) - timedelta(days=1)
        return super().day()
