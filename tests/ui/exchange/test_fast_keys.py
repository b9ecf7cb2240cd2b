"""A clerk who presses keys faster than the wizard works."""

from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bengkel_crm.workshop.counter.lookup import count_vehicles
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.ui.exchange.conftest import Clerk, is_gone

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KEYS = (
    *((Qt.Key.Key_Return, _NONE),) * 3,
    (Qt.Key.Key_Return, _CTRL),
    (Qt.Key.Key_Left, _ALT),
    (Qt.Key.Key_Escape, _NONE),
    (Qt.Key.Key_Tab, _NONE),
    (Qt.Key.Key_Z, _CTRL),
    (Qt.Key.Key_Space, _NONE),
)


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_pressed_the_book_is_in_or_not(
    clerk: Clerk, book: Path, database: Database, seed: int
) -> None:
    random = Random(seed)
    wizard = clerk.open(book)
    for _ in range(60):
        if is_gone(wizard):
            break
        if QApplication.activeModalWidget() not in (None, wizard):
            break  # a dialog of files
        key, modifiers = random.choice(_KEYS)
        # To the window, as a keyboard does: a widget may be gone before its key is let go.
        window = QApplication.focusWindow()
        if window is not None:
            QTest.keyClick(window, key, modifiers)
        QTest.qWait(random.choice((0, 5, 30)))
    clerk.wait_until_idle()
    assert count_vehicles(database) in (0, 4)
    assert check(database) == []
    for _ in range(3):
        if not is_gone(wizard):
            wizard.reject()
            clerk.wait_until_idle()
    assert is_gone(wizard)
