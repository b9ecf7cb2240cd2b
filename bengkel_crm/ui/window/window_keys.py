"""The keys that work everywhere in the window, and those that stay the window's while a form is in front."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.shell.shell import COMMAND_KEYS, Command

# They leave the form, which waits; all others are the form's own or nobody's.
_LEAVE_A_FORM = (Command.FIND, Command.NEW_VEHICLE, Command.GO_ON)


class WindowKeys:
    """Binds keys to what they ask for."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._shortcuts: dict[str, QShortcut] = {}
        self._leaving = {key for command in _LEAVE_A_FORM for key in COMMAND_KEYS[command]}
        self._is_left_to_form = False

    def bind(self, key: str, answer: Callable[[], object], *, leaves_a_form: bool = False) -> None:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.activated.connect(answer)
        self._shortcuts[key] = shortcut
        if leaves_a_form:
            self._leaving.add(key)
        self._set_enabled(key)

    def leave_to_form(self, is_left: bool) -> None:
        """Tell whether a form is in front: it has keys of its own, and takes nothing back but its typing."""
        self._is_left_to_form = is_left
        for key in self._shortcuts:
            self._set_enabled(key)

    def _set_enabled(self, key: str) -> None:
        self._shortcuts[key].setEnabled(not self._is_left_to_form or key in self._leaving)
