"""The reminders page on a real file, in a real window."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.window.main_window import MainWindow
from tests.ui.reminders.desk import Desk

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database


@pytest.fixture
def desk(qtbot: QtBot, settings: QSettings, database: "Database") -> Iterator[Desk]:
    """The window before the page is opened; `Desk.open` does that."""
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1366, 768)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.set_database(database)
    yield Desk(qtbot, window, database)
    qtbot.waitUntil(lambda: not window.jobs.is_busy())
    window.close()
