"""While the window is open: a backup every half hour, the stick when it appears, and what is amiss."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bengkel_crm.records.journal import Change
from bengkel_crm.ui.frame.second_place_setting import keep_second_place
from bengkel_crm.ui.window.background_backups import BackgroundBackups, bring_at_close
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.ui.window.pages import PageEntry
from bengkel_crm.workshop.settings.settings import change_settings
from bengkel_crm.workshop.shop_file import backup, second_place
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle

_NOW = datetime(2026, 8, 12, 17, 5)


@pytest.fixture
def window(qtbot: QtBot, settings: QSettings, database: Database) -> Iterator[MainWindow]:
    entry = PageEntry("counter", "search", lambda: "", "tests.ui.conftest:CountingPage")
    made = MainWindow(settings, (entry,))
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.first_painted):
        made.show()
    made.set_database(database)
    yield made
    qtbot.waitUntil(lambda: not made.jobs.is_busy())
    made.close()


def wait(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.jobs.is_busy())


def foot(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.status.findChildren(QLabel))


def test_a_backup_is_made_when_something_changed_and_only_then(
    qtbot: QtBot, window: MainWindow, database: Database
) -> None:
    backups = BackgroundBackups(window)
    make_vehicle(database)
    for _ in range(2):
        backups.back_up()
        wait(qtbot, window)
    assert len(backup.list_backups(database)) == 1
    assert "hari ini" in foot(window)
    change_settings(database, {"shop_name": "Maju"})
    backups.back_up()
    wait(qtbot, window)
    assert len(backup.list_backups(database)) == 2


def test_the_half_hour_passes_while_nobody_does_anything(
    qtbot: QtBot, window: MainWindow, database: Database
) -> None:
    backups = BackgroundBackups(window)
    make_vehicle(database)
    backups.begin()
    (half_hour,) = (timer for timer in backups.findChildren(QTimer) if timer.interval() == 30 * 60 * 1000)
    assert half_hour.isActive()
    half_hour.timeout.emit()
    qtbot.waitUntil(lambda: len(backup.list_backups(database)) == 1)


def test_an_imported_book_is_copied_at_once_and_the_foot_says_so(
    qtbot: QtBot, window: MainWindow, database: Database
) -> None:
    backups = BackgroundBackups(window)
    backups.begin()
    window.status.set_last_backup(None)
    make_vehicle(database)
    window.announce(Change(1, "vehicle_added", "B 1 A"))
    wait(qtbot, window)
    assert backup.list_backups(database) == []
    window.announce(Change(2, "book_imported", "buku.xlsx"))
    wait(qtbot, window)
    assert len(backup.list_backups(database)) == 1
    assert "Cadangan terakhir: hari ini" in foot(window)


def test_the_stick_gets_the_newest_copy_when_it_appears(
    qtbot: QtBot, window: MainWindow, database: Database, tmp_path: Path
) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    make_vehicle(database)
    second_place.choose_second_place(database, stick, _NOW)
    keep_second_place(window.settings, stick, datetime.now())
    stick.rename(away)
    backups = BackgroundBackups(window)
    make_vehicle(database)
    backups.back_up()
    wait(qtbot, window)
    backups.look()
    wait(qtbot, window)
    assert not stick.exists()
    away.rename(stick)
    backups.look()
    wait(qtbot, window)
    assert len(list(stick.glob("toko-*.db"))) == 2
    assert "flashdisk" not in foot(window)


def test_a_stick_that_was_away_for_three_days_is_told_until_it_is_back(
    qtbot: QtBot, window: MainWindow, database: Database, tmp_path: Path
) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    make_vehicle(database)
    second_place.choose_second_place(database, stick, _NOW)
    keep_second_place(window.settings, stick, datetime.now() - timedelta(days=3))
    stick.rename(away)
    backups = BackgroundBackups(window)
    backups.look()
    wait(qtbot, window)
    assert f"Flashdisk cadangan tidak ada: {stick}" in foot(window)
    away.rename(stick)
    backups.look()
    wait(qtbot, window)
    assert "Flashdisk" not in foot(window)


def test_at_close_the_stick_gets_the_last_copy(
    window: MainWindow, database: Database, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    make_vehicle(database)
    second_place.choose_second_place(database, stick, _NOW)
    keep_second_place(window.settings, stick, _NOW)
    make_vehicle(database)
    backup.back_up_when_changed(database, _NOW)
    bring_at_close(window)
    assert len(list(stick.glob("toko-*.db"))) == 2


def test_a_disk_that_is_nearly_full_is_told(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = SimpleNamespace(total=9 << 33, used=8 << 33, free=1 << 30)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    BackgroundBackups(window).look()
    assert "Disk hampir penuh" in foot(window)
