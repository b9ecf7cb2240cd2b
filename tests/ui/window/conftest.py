"""Windows that open a shop file as the program does when it starts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from bengkel_crm.app import AppSession
from bengkel_crm.ui.window.main_window import MainWindow


@pytest.fixture
def started(qtbot: QtBot, settings: QSettings) -> Iterator[Callable[[Path], MainWindow]]:
    windows = []

    def start(path: Path) -> MainWindow:
        window = MainWindow(settings)
        windows.append(window)
        AppSession(window, path, is_demo=False)
        window.resize(1366, 700)
        with qtbot.waitSignal(window.first_painted):
            window.show()
        return window

    yield start
    for window in windows:
        for box in window.findChildren(QDialog):
            box.done(0)
        qtbot.waitUntil(lambda window=window: not window.jobs.is_busy())
        window.close()
