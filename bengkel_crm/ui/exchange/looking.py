"""Looking at a table again after the clerk changed it, away from the window; the newest change wins."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from bengkel_crm.base.progress import Progress
from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.workshop.exchange import TableChoice, TableProposal, look_again

_JOB = "import.look"


class Looker(QObject):
    """Emits `looked(place)` when the session has what came of it, `failed(error)` when nothing did."""

    looked = Signal(int)
    failed = Signal(object)

    def __init__(self, shell: Shell, session: ImportSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: dict[int, TableChoice] = {}
        self._place: int | None = None
        # Of its own name: what a wizard that was closed still looks at must not stand in the way.
        self._task = Task(shell, f"{_JOB}.{id(self)}", self)

    def ask(self, place: int, choice: TableChoice) -> None:
        """Take a choice at once, and what it makes of the cells as soon as they are counted."""
        session = self._session
        table = session.tables[place]
        if len(choice.roles) == len(table.columns):
            columns = tuple(
                replace(column, role=role) for column, role in zip(table.columns, choice.roles, strict=True)
            )
            session.tables[place] = replace(table, choice=choice, columns=columns)
        self._waiting[place] = choice
        self._go_on()

    def is_busy(self) -> bool:
        """Return whether a table is looked at just now."""
        return self._place is not None

    def _go_on(self) -> None:
        book = self._session.book
        if self._place is not None or not self._waiting or book is None:
            return
        place, choice = self._waiting.popitem()
        order = self._session.date_order

        def work(progress: Progress) -> TableProposal:
            progress(0, 1)
            return look_again(book, choice, order)

        self._place = place
        self._task.start_bare(work, self._on_looked, self._on_failed)

    def _on_looked(self, table: TableProposal) -> None:
        place, self._place = self._place, None
        assert place is not None
        if place not in self._waiting and place < len(self._session.tables):
            self._session.tables[place] = table
            self.looked.emit(place)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._place = None
        self.failed.emit(error)
        self._go_on()
