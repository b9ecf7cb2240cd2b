"""The one who knows which day it is."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import bengkel_crm.ui
from bengkel_crm.ui.frame.today import Today

LATE = datetime(2026, 11, 30, 23, 59, 59, 990_000)
MORNING = datetime(2026, 12, 1, 8, 30)


class Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def test_midnight_is_told_by_itself(qtbot: QtBot) -> None:
    clock = Clock(LATE)
    today = Today(clock)
    with qtbot.waitSignal(today.changed) as told:
        today.start()
        clock.now = datetime(2026, 12, 1)
    assert told.args == [date(2026, 12, 1)]
    assert today.day() == date(2026, 12, 1)


def test_a_pc_that_slept_is_asked_when_the_window_is_looked_at(qtbot: QtBot, qapp: QApplication) -> None:
    clock = Clock(datetime(2026, 11, 30, 23, 50))
    today = Today(clock)
    today.start()
    clock.now = MORNING
    with qtbot.waitSignal(today.changed) as told:
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert told.args == [date(2026, 12, 1)]


@pytest.mark.parametrize("now", [datetime(2026, 11, 30), datetime(2026, 11, 30, 23, 59)])
def test_the_same_day_is_told_to_nobody(qtbot: QtBot, now: datetime) -> None:
    clock = Clock(datetime(2026, 11, 30, 12))
    today = Today(clock)
    today.start()
    clock.now = now
    with qtbot.assertNotEmitted(today.changed):
        today.look()


def test_nobody_else_in_the_window_asks_which_day_it_is() -> None:
    folder = Path(bengkel_crm.ui.__file__).parent
    asks = re.compile(r"\bdate\.today\(\)|\.now\(\)\.date\(\)")
    found = [
        f"{path.name}: {line.strip()}"
        for path in folder.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if asks.search(line)
    ]
    assert found == []
