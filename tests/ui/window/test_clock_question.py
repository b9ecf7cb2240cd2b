"""A clock that the shop's own deeds speak against is asked about once."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.window.clock_question import open_clock_question
from bengkel_crm.workshop.shop_file.shop_file import ClockDoubt

AHEAD = ClockDoubt(now=datetime(2026, 11, 30, 9, 30), last=datetime(2027, 11, 30, 9, 0))


def test_both_days_are_said_and_the_answer_is_remembered(
    ground: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    box = open_clock_question(AHEAD, settings, ground)
    assert box is not None
    assert "2026" in box.text()
    assert "2027" in box.text()
    right, _ = box.buttons()
    right.click()
    assert open_clock_question(AHEAD, settings, ground) is None
    later = ClockDoubt(now=AHEAD.now, last=datetime(2027, 11, 30, 9, 5))
    assert open_clock_question(later, settings, ground) is not None


def test_whoever_sets_the_clock_first_leaves_the_program(
    ground: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    ground.show()
    box = open_clock_question(AHEAD, settings, ground)
    assert box is not None
    _, leave = box.buttons()
    leave.click()
    assert not ground.isVisible()
    assert open_clock_question(AHEAD, settings, ground) is not None
