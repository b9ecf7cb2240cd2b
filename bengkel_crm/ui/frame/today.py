"""The day it is, asked in one place: told to every page when it changes while the window is open."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

# A PC that slept, or whose clock was put right, is asked again this often.
_AT_MOST_MS = 60_000


class Today(QObject):
    """Emits `changed` with the new day within a minute after midnight, and when the window is looked at."""

    changed = Signal(object)

    def __init__(self, clock: Callable[[], datetime] = datetime.now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self._day = clock().date()
        self._is_watching = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def day(self) -> date:
        """Return the day it is."""
        return self.clock().date()

    def now(self) -> datetime:
        """Return the moment it is."""
        return self.clock()

    def start(self) -> None:
        """Watch the clock from now on."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and not self._is_watching:
            self._is_watching = True
            app.applicationStateChanged.connect(self._on_application_state)
            app.aboutToQuit.connect(self._timer.stop)
        self.look()

    def look(self) -> None:
        """Look at the clock, and tell when it is another day."""
        now = self.clock()
        day = now.date()
        midnight = datetime.combine(day + timedelta(days=1), datetime.min.time())
        self._timer.start(min(_AT_MOST_MS, int((midnight - now).total_seconds() * 1000) + 1))
        if day != self._day:
            self._day = day
            self.changed.emit(day)

    def _on_application_state(self, _: object) -> None:
        self.look()


@cache
def today() -> Today:
    """Return the one of the program."""
    return Today()
