"""What is done when midnight passes while the window is open."""

from PySide6.QtCore import QObject, QTimer, Signal

from bengkel_crm.base.errors import Cancelled
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.workshop.shop_file.shop_file import begin_day

_NEXT_TRY_MS = 300_000


class NewDay(QObject):
    """Lets the visits of the new day count, then emits `begun`."""

    begun = Signal()

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._task = Task(shell, "new_day", self)
        today().changed.connect(self._begin)

    def watch(self) -> None:
        """From now on notice when it is another day."""
        today().start()

    def _begin(self) -> None:
        if not self._shell.is_open or self._shell.database.is_closed():
            return
        self._task.start(lambda database, _: begin_day(database), self._on_begun, self._on_failed)

    def _on_begun(self, _: object) -> None:
        self.begun.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        # An import may keep the file for a while; that nothing can be written is told when somebody wants to.
        QTimer.singleShot(_NEXT_TRY_MS, self, self._begin)
        self.begun.emit()
