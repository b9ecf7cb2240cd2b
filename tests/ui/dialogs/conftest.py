"""A place for forms to stand on."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """The window a form belongs to: a form deletes itself when it is done."""
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    return window
