"""Keys that are pressed before the window can answer them."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class EarlyKeys(QObject):
    """Keeps them in their order and presses them again once `release` is called."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._kept: deque[QKeyEvent | Callable[[], object]] = deque()
        self._is_holding = False

    @property
    def is_holding(self) -> bool:
        """Return whether keys are kept back for a form that is still to come."""
        return self._is_holding

    def hold(self) -> None:
        """From now on every key waits."""
        handle = self._window.windowHandle()
        if not self._is_holding and handle is not None:
            self._is_holding = True
            handle.installEventFilter(self)

    def keep(self, what: QKeyEvent | Callable[[], object]) -> None:
        """Put a key, or what a key asked for, behind those that wait already."""
        self._kept.append(what.clone() if isinstance(what, QKeyEvent) else what)

    def release(self) -> None:
        """Press again what was kept, and keep nothing more."""
        handle = self._window.windowHandle()
        if self._is_holding and handle is not None:
            handle.removeEventFilter(self)
        self._is_holding = False
        while self._kept:
            kept = self._kept.popleft()
            if isinstance(kept, QKeyEvent):
                _press(self._window, kept)
            else:
                kept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in _KEYS:
            self.keep(event)
            return True
        return super().eventFilter(watched, event)


def _press(window: QWidget, event: QKeyEvent) -> None:
    """Give a key to whoever has the focus now, shortcuts first."""
    focus = window.focusWidget() or window
    if event.type() == QEvent.Type.KeyPress:
        shortcut = _find_shortcut(focus, QKeySequence(event.keyCombination()))
        if shortcut is not None:
            shortcut.activated.emit()
            return
    QApplication.sendEvent(focus, event)


def _find_shortcut(focus: QWidget, keys: QKeySequence) -> QShortcut | None:
    """Return the nearest shortcut of these keys, from the focus outwards."""
    at: QWidget | None = focus
    while at is not None:
        for child in at.children():
            if isinstance(child, QShortcut) and child.isEnabled() and child.key() == keys:
                return child
        at = at.parentWidget()
    return None
