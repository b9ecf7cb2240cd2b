"""What looks at a window, and the screens it is looked at on."""

import os
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.exceptions import TimeoutError as QtBotTimeout
from pytestqt.qtbot import QtBot

from bengkel_crm.base.languages import language_codes
from bengkel_crm.ui.forms.help import HelpDialog
from bengkel_crm.ui.look.tokens import Scheme
from bengkel_crm.ui.widgets.staged import Staged
from bengkel_crm.ui.window.crash_dialog import CrashDialog
from bengkel_crm.ui.window.main_window import MainWindow
from tests.ui.layout.measuring import faults

TODAY = date.today()
# The longest of what really stands in a shop's book.
PLATE, OWNER, OIL = "AB 1234 XYZ", "H. Bambang Kusumawardhana", "CASTROL MAGNATEC 5W-30 4L"
MECHANIC = "Muhammad Nanang"
FULL = "BENGKEL_CRM_EVERY_SCREEN" in os.environ

# Where to keep a picture of everything that is looked at, to compare two states of the program.
PICTURES = os.environ.get("BENGKEL_CRM_PICTURES")


class Screen(NamedTuple):
    """What a window is looked at on; 40 pixels of the height belong to the desktop."""

    width: int
    height: int
    scale: int
    language: str
    scheme: Scheme = Scheme.LIGHT

    def __str__(self) -> str:
        return f"{self.width}x{self.height} {self.scale}% {self.language}"


# The tightest of each kind; BENGKEL_CRM_EVERY_SCREEN=1 looks at all of them.
TIGHT = (
    Screen(1024, 600, 130, "id"),
    Screen(1024, 600, 130, "en", Scheme.DARK),
    Screen(1024, 600, 100, "id"),
    Screen(1366, 768, 130, "id"),
)
EVERY = tuple(
    Screen(width, height, scale, language)
    for width, height in ((1024, 600), (1366, 768))
    for scale in (100, 115, 130)
    for language in language_codes()
)
SCREENS = [pytest.param(screen, id=str(screen)) for screen in (EVERY if FULL else TIGHT)]


class Eyes:
    """Opens everything and collects what can not be read."""

    def __init__(self, qtbot: QtBot, window: MainWindow, screen: Screen) -> None:
        self.qtbot, self.window, self.screen = qtbot, window, screen
        self.seen: dict[str, list[str]] = {}

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.jobs.is_busy(), timeout=20_000)
        # Once for what was put off, once for the layouts it asked for.
        QTest.qWait(0)
        QTest.qWait(0)

    def look(self, name: str, at: QWidget | None = None) -> None:
        """Measure the window, or a dialog, once it is quiet."""
        self.settle()
        window = at or self.window
        wrong = []
        # The desktop draws a frame around a window of its own.
        frame = 40 if at is not None and at.isWindow() else 0
        if window.width() > self.screen.width or window.height() > self.screen.height - frame:
            wrong.append(f"the window is {window.width()}x{window.height()}")
        with suppress(QtBotTimeout):  # a layout that was asked for late settles late; what stays is told
            self.qtbot.waitUntil(lambda: not faults(window), timeout=2_000)
        wrong += faults(window)
        if wrong:
            self.seen[name] = wrong
        if PICTURES:
            place = Path(PICTURES) / str(self.screen) / f"{self.screen.scheme}"
            place.mkdir(parents=True, exist_ok=True)
            window.grab().save(str(place / f"{name}.png".replace("/", "-")))

    def open(self, name: str, dialog: QDialog) -> None:
        """Show a dialog, measure it and close it."""
        if not dialog.isVisible():
            dialog.show()
        self.look(name, dialog)
        if not isinstance(dialog, CrashDialog):
            self._ask_for_help(name, dialog)
        dialog.done(0)
        QTest.qWait(0)

    def _ask_for_help(self, name: str, dialog: QDialog) -> None:
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(dialog, Qt.Key.Key_F1)
        helpers = [w for w in QApplication.topLevelWidgets() if isinstance(w, HelpDialog) and w.isVisible()]
        if not helpers:
            self.seen.setdefault(name, []).append("F1 is silent")
        for helper in helpers:
            if helper is not dialog:
                helper.close()

    def newest(self) -> QDialog:
        """Return the dialog that was opened last."""
        there = [*QApplication.topLevelWidgets(), *self.window.findChildren(Staged)]
        shown = [w for w in there if isinstance(w, QDialog) and w.isVisible()]
        (dialog,) = shown
        return dialog
