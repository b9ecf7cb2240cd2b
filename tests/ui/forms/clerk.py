"""Fingers on the keys of a form."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bengkel_crm.ui.forms.form import Form

F = TypeVar("F", bound=Form)


def opened(form: F) -> F:
    """Show a form and wait until it has the keys."""
    form.open()
    assert QTest.qWaitForWindowExposed(form)
    form.activateWindow()
    assert QTest.qWaitForWindowActive(form)
    return form


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_text(text: str) -> None:
    QTest.keyClicks(focused(), text)


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, held)


def tab(times: int = 1) -> None:
    press(*[Qt.Key.Key_Tab] * times)


def ctrl(key: Qt.Key) -> None:
    press(key, held=Qt.KeyboardModifier.ControlModifier)


def save() -> None:
    ctrl(Qt.Key.Key_Return)


def replace(text: str) -> None:
    """Type over what stands in the line."""
    ctrl(Qt.Key.Key_A)
    if text:
        type_text(text)
    else:
        press(Qt.Key.Key_Delete)
