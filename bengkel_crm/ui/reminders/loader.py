"""Reads a month's list away from the window; what is shown stays until the new list is there."""

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from bengkel_crm.errors import Cancelled
from bengkel_crm.reminder_records import MonthList
from bengkel_crm.ui.jobs import Progress
from bengkel_crm.ui.shell import Shell
from bengkel_crm.workshop import reminders
from bengkel_crm.workshop.shop_file import own_connection

_JOB = "reminders.month"
# A list that is there at once asks nobody to wait.
_TOLD_AFTER_MS = 300


class MonthLoader(QObject):
    """Asks once at a time; what was asked meanwhile is asked after it."""

    loaded = Signal(object)
    waiting = Signal(bool)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._wanted: date | None = None
        self._today = date.min
        self._is_stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_still_reading)

    def load(self, month: date, today: date) -> None:
        """Read the list of the month of that first day."""
        self._wanted, self._today = month, today
        database = self._shell.database

        def work(progress: Progress) -> MonthList:
            with own_connection(database):
                found = reminders.list_month(database, month, today)
            progress(1, 1)
            return found

        job = self._shell.jobs.start(work, name=_JOB, on_done=self._on_done, on_failed=self._on_failed)
        self._is_stale = job is None
        if not self._timer.isActive():
            self._timer.start(_TOLD_AFTER_MS)

    def is_reading(self) -> bool:
        return self._shell.jobs.find(_JOB) is not None

    def _on_done(self, found: MonthList) -> None:
        if found.month == self._wanted:
            self.loaded.emit(found)
        self._finish()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._shell.show_error(error)
        self._finish()

    def _finish(self) -> None:
        self._timer.stop()
        self.waiting.emit(False)
        if self._is_stale and self._wanted is not None:
            self.load(self._wanted, self._today)

    def _on_still_reading(self) -> None:
        self.waiting.emit(self.is_reading())
