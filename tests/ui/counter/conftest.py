"""A window with the counter in front, on a real file."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.window.main_window import MainWindow
from tests.ui.counter.kit import Counter

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database


@pytest.fixture
def unopened(qtbot: QtBot, settings: QSettings) -> Iterator[Counter]:
    """The counter before the shop file is open."""
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1366, 768)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Counter(window, qtbot)
    window.close()


@pytest.fixture
def counter(unopened: Counter, database: "Database") -> Counter:
    """The counter on a shop file that has no vehicle yet; see `Counter.begin`."""
    unopened.window.set_database(database)
    return unopened
