"""The line for a date."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.widgets.date_edit import DateEdit


@pytest.mark.parametrize(
    ("typed", "today", "meant"),
    [
        ("29/2", date(2026, 11, 30), date(2024, 2, 29)),
        ("29/2", date(2024, 2, 28), date(2020, 2, 29)),
        ("29.2", date(2024, 2, 29), date(2024, 2, 29)),
        ("29-2", date(1904, 2, 1), date(1896, 2, 29)),
        ("30/11", date(2026, 11, 30), date(2026, 11, 30)),
        ("1/12", date(2026, 11, 30), date(2025, 12, 1)),
        ("31", date(2026, 3, 5), date(2026, 1, 31)),
    ],
)
def test_a_day_without_its_year_is_the_latest_such_day(
    qtbot: QtBot, typed: str, today: date, meant: date
) -> None:
    edit = DateEdit(today)
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.day() == meant


@pytest.mark.parametrize("typed", ["31/2", "30/2", "31/4", "1/13", "0/1", "1/0", "32", "0"])
def test_a_day_no_calendar_has_is_refused(qtbot: QtBot, typed: str) -> None:
    edit = DateEdit(date(2026, 11, 30))
    qtbot.addWidget(edit)
    edit.setText(typed)
    with pytest.raises(ValueError, match=r".+"):
        edit.day()
