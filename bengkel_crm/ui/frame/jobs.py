"""Longer work away from the window: it reports, can be cancelled, and answers on the GUI thread."""

import sys
import time
from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

from bengkel_crm.base.errors import Cancelled, ExpectedError
from bengkel_crm.base.progress import Progress

T = TypeVar("T")
_REPORT_EVERY_SECONDS = 0.05


Work = Callable[[Progress], T]


class Job(QObject):
    """One piece of work under way; `cancel()` takes effect at its next report."""

    _reported = Signal()
    _ended = Signal()

    def __init__(
        self,
        name: str,
        work: Work[object],
        on_done: Callable[[object], None],
        on_failed: Callable[[Exception], None],
        on_progress: Progress | None,
        on_over: Callable[["Job"], None],
    ) -> None:
        super().__init__()
        self.name = name
        self._work = work
        self._on_done = on_done
        self._on_failed = on_failed
        self._on_progress = on_progress
        self._on_over = on_over
        self._cancelled = Event()
        self._is_dropped = False
        self._latest = (0, 0)
        self._report_waits = False
        self._last_report = 0.0
        self._result: object = None
        self._error: Exception | None = None
        # Queued by name: a result that is there at once still arrives after start() has returned.
        self._reported.connect(self._deliver_progress, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._deliver_end, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self._cancelled.set()

    def drop(self) -> None:
        """Cancel, and answer nobody: something newer takes its place."""
        self._is_dropped = True
        self.cancel()

    def is_cancelled(self) -> bool:
        """Return whether it was asked to stop."""
        return self._cancelled.is_set()

    def run(self) -> None:
        """Do the work; called on the job's own thread."""
        try:
            self._report(0, 0)
            self._result = self._work(self._report)
        except Exception as error:
            self._error = error
        self._ended.emit()

    def _report(self, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self._latest = (done, total)
        now = time.monotonic()
        # A job may report a million times a second; the window hears of it twenty times.
        if self._report_waits or (done < total and now - self._last_report < _REPORT_EVERY_SECONDS):
            return
        self._last_report = now
        self._report_waits = True
        self._reported.emit()

    def _deliver_progress(self) -> None:
        self._report_waits = False
        done, total = self._latest
        if self._on_progress is not None and total and self._is_wanted(self._on_progress):
            self._on_progress(done, total)

    def _is_wanted(self, callback: Callable[..., object]) -> bool:
        return not self._is_dropped and is_there(callback)

    def _deliver_end(self) -> None:
        self._on_over(self)
        error, result, on_done, on_failed = self._error, self._result, self._on_done, self._on_failed
        # Whoever keeps the job does not keep what it brought.
        self._error = self._result = self._on_progress = None
        del self._work, self._on_done, self._on_failed, self._on_over
        if error is None:
            if self._is_wanted(on_done):
                on_done(result)
            return
        if self._is_wanted(on_failed):
            on_failed(error)
        if not isinstance(error, ExpectedError):
            # A bug: the page has cleared up, the crash dialog says the rest.
            sys.excepthook(type(error), error, error.__traceback__)


class JobRunner(QObject):
    """Starts jobs, at most one of a name at a time."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: dict[str, Job] = {}

    def start(
        self,
        work: Work[T],
        *,
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None],
        on_progress: Progress | None = None,
        name: str,
    ) -> Job | None:
        """Start a job and return it, or None if one of this name is still under way.

        The callbacks are called on the GUI thread, as long as the object they belong to is there.
        `on_failed` gets Cancelled, too.
        """
        if name in self._running:
            return None
        job = Job(name, work, on_done, on_failed, on_progress, self._forget)  # type: ignore[arg-type]
        self._running[name] = job
        self.busy_changed.emit(True)
        # Not a QRunnable of ours: its wrapper, and with it what the job holds, is not always freed.
        self._pool.start(job.run)
        return job

    def find(self, name: str) -> Job | None:
        """Return the job of a name that is under way, or None."""
        return self._running.get(name)

    def is_busy(self) -> bool:
        """Return whether any job is under way."""
        return bool(self._running)

    def cancel_all(self, wait_ms: int = 5_000) -> bool:
        """Ask every job to stop; return whether all did within `wait_ms`."""
        for job in self._running.values():
            job.cancel()
        return self._pool.waitForDone(wait_ms)

    def _forget(self, job: Job) -> None:
        self._running.pop(job.name, None)
        self.busy_changed.emit(bool(self._running))


def is_there(callback: Callable[..., object]) -> bool:
    """Return whether the widget a bound method belongs to still exists on the C++ side."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
