"""Reads a list away from the window; what is shown stays until the new one is there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from bengkel_crm.base.errors import Cancelled
from bengkel_crm.base.progress import Progress
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.workshop.shop_file.shop_file import Database, own_connection

# A list that is there at once asks nobody to wait.
_TOLD_AFTER_MS = 300

Read = Callable[[Database], object]


class Loader(QObject):
    """Asks once at a time; of what is asked meanwhile only the last is read, and only that is handed out."""

    loaded = Signal(object)
    waiting = Signal(bool)

    def __init__(self, shell: Shell, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._name = name
        self._wanted: Read | None = None
        self._under_way: Read | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_still_reading)

    def load(self, read: Read) -> None:
        """Read, and emit `loaded` with what came of it."""
        self._wanted = read
        if self._under_way is None:
            self._start(read)
        if not self._timer.isActive():
            self._timer.start(_TOLD_AFTER_MS)

    def is_reading(self) -> bool:
        return self._under_way is not None

    def _start(self, read: Read) -> None:
        database = self._shell.database

        def work(progress: Progress) -> object:
            with own_connection(database):
                found = read(database)
            progress(1, 1)
            return found

        self._under_way = read
        self._shell.jobs.start(work, name=self._name, on_done=self._on_done, on_failed=self._on_failed)

    def _on_done(self, found: object) -> None:
        if self._under_way is self._wanted:
            self.loaded.emit(found)
        self._finish()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._shell.show_error(error)
        self._finish()

    def _finish(self) -> None:
        read, self._under_way = self._under_way, None
        if self._wanted is not None and read is not self._wanted:
            self._start(self._wanted)
            return
        self._timer.stop()
        self.waiting.emit(False)

    def _on_still_reading(self) -> None:
        self.waiting.emit(self.is_reading())
