"""Reads for a page: at once where that is quick, else away from the window; what is shown meanwhile stays."""

from collections.abc import Callable
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from bengkel_crm.base.errors import Cancelled, ExpectedError, TookTooLong
from bengkel_crm.base.progress import Progress
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.workshop.lists.lists import Check
from bengkel_crm.workshop.shop_file.shop_file import Database, own_connection

T = TypeVar("T")
# Nobody notices a window that stands still for so long.
PATIENCE_SECONDS = 0.05
# What is there so soon asks nobody to wait.
_UNSEEN_MS = 300

# What is read: it calls the check now and then, which may end it.
Read = Callable[[Database, Check], T]


class Query(QObject, Generic[T]):
    """Answers the newest question only; one that is overtaken by another is dropped."""

    answered = Signal(object)
    waiting = Signal(bool)

    def __init__(self, shell: Shell, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._name = name
        self._question = 0
        self._under_way = 0
        self._read: Read[T] | None = None
        self._unseen = QTimer(self)
        self._unseen.setSingleShot(True)
        self._unseen.timeout.connect(self._on_still_waiting)

    def ask(self, read: Read[T], *, patience_seconds: float = PATIENCE_SECONDS) -> None:
        """Read, and emit `answered`: before this returns, or once a job has done it."""
        self.forget()
        try:
            value = read(self._shell.database, _until(perf_counter() + patience_seconds))
        except TookTooLong:
            self._read = read
            self.waiting.emit(True)
            self._start()
        except ExpectedError as error:
            self._shell.show_error(error)
        else:
            self.answered.emit(value)

    def ask_away(self, read: Read[T]) -> None:
        """Read what is known to take its time away from the window, and emit `answered` then."""
        self._overtake()
        self._read = read
        if not self._unseen.isActive():
            self._unseen.start(_UNSEEN_MS)
        self._start()

    def forget(self) -> None:
        """Want no answer to what was asked any more."""
        self._overtake()
        self._settle()

    def is_waiting(self) -> bool:
        """Return whether a question is still to be answered."""
        return self._read is not None

    def _overtake(self) -> None:
        self._question += 1
        running = self._shell.jobs.find(self._name)
        if running is not None:
            running.cancel()

    def _start(self) -> None:
        read, question, database = self._read, self._question, self._shell.database
        if read is None:
            return

        def work(progress: Progress) -> tuple[int, T]:
            with own_connection(database):
                return question, read(database, lambda: progress(0, 1))

        job = self._shell.jobs.start(work, name=self._name, on_done=self._on_done, on_failed=self._on_failed)
        # Refused while the job it overtook still winds up; that one starts this one when it ends.
        if job is not None:
            self._under_way = question

    def _on_done(self, answer: tuple[int, T]) -> None:
        question, value = answer
        if question != self._question:
            self._start()
            return
        self._settle()
        self.answered.emit(value)

    def _on_failed(self, error: Exception) -> None:
        if self._under_way != self._question:
            self._start()
            return
        self._settle()
        if not isinstance(error, Cancelled):
            self._shell.show_error(error)

    def _settle(self) -> None:
        self._read = None
        self._unseen.stop()
        self.waiting.emit(False)

    def _on_still_waiting(self) -> None:
        self.waiting.emit(self.is_waiting())


def _until(end: float) -> Check:
    def check() -> None:
        if perf_counter() > end:
            raise TookTooLong

    return check
