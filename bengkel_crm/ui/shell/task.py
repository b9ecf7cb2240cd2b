"""Long work of a page or dialog, away from the window: how far it is, a way to stop it, and an end."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from bengkel_crm.base.progress import Progress
from bengkel_crm.ui.frame.jobs import Job, Work, is_there
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.progress_bar import ProgressBar
from bengkel_crm.workshop.shop_file.shop_file import Database, own_connection

T = TypeVar("T")


class Task(QObject):
    """One piece of work at a time; of one `name` there is only one in the whole window.

    `changed` says that one began, and that it is over, before its answer. Who is gone is not answered.
    """

    changed = Signal(bool)
    # Done and total: more than an int of Qt's may hold.
    progressed = Signal(object, object)

    def __init__(self, shell: Shell, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._name = name
        self._dropped = 0
        self._job: Job | None = None
        self._on_done: Callable[[Any], None]
        self._on_failed: Callable[[Exception], None]

    def start(
        self,
        work: Callable[[Database, Progress], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None] | None = None,
    ) -> bool:
        """Begin work on the shop file, on a connection of its own; see `start_bare`."""
        database = self._shell.database

        def connected(progress: Progress) -> T:
            with own_connection(database):
                return work(database, progress)

        return self.start_bare(connected, on_done, on_failed)

    def start_bare(
        self,
        work: Work[T],
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None] | None = None,
    ) -> bool:
        """Begin work that needs no shop file; return False while one of its name is under way.

        `on_failed` gets Cancelled, too; what failed is told in a message where it is not given.
        """
        job = self._shell.jobs.start(
            work,
            name=self._name,
            on_done=self._on_job_done,
            on_failed=self._on_job_failed,
            on_progress=self.progressed.emit,
        )
        if job is None:
            return False
        self._job, self._on_done = job, on_done
        self._on_failed = on_failed or self._shell.show_error
        self.changed.emit(True)
        return True

    def is_under_way(self) -> bool:
        """Return whether the work runs."""
        return self._job is not None

    def cancel(self) -> None:
        """Let what is under way stop at its next report."""
        if self._job is not None:
            self._job.cancel()

    def drop(self) -> None:
        """Cancel, and want no answer: the next begins without waiting for the end of this one."""
        if self._job is not None:
            self._job.drop()
            self._job = None
            self._dropped += 1
            self._name = f"{self._name.partition('#')[0]}#{self._dropped}"

    def show_on(self, bar: ProgressBar) -> None:
        """Let a bar say how far it is; the bar is there meanwhile."""
        self.changed.connect(bar.set_under_way)
        self.progressed.connect(bar.show_progress)

    def _on_job_done(self, result: object) -> None:
        on_done = self._on_done
        self._over()
        if is_there(on_done):
            on_done(result)

    def _on_job_failed(self, error: Exception) -> None:
        on_failed = self._on_failed
        self._over()
        if is_there(on_failed):
            on_failed(error)

    def _over(self) -> None:
        self._job = None
        del self._on_done, self._on_failed
        self.changed.emit(False)
