"""Keeps what is half typed in a form, so that a power cut costs no typing."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer

from bengkel_crm.base.errors import ExpectedError
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.workshop.drafts import drafts

NEW_VEHICLE: Final = "vehicle:new"
VEHICLE: Final = "vehicle:"
WORK_ORDER: Final = "work_order:"
NOTE: Final = "note:"
TEXTS: Final = "texts:"
_AFTER_LAST_KEY_MS = 1_000
_AT_MOST_MS = 5_000

# What a form holds, as JSON values.
State = dict[str, Any]


def new_vehicle_key(shell: Shell) -> str:
    """Return a key no half-typed registration has yet."""
    taken = set(drafts.list_draft_keys(shell.database))
    key, number = NEW_VEHICLE, 1
    while key in taken:
        number += 1
        key = f"{NEW_VEHICLE}:{number}"
    return key


def find_new_vehicle_keys(shell: Shell) -> list[str]:
    """Return the keys of the half-typed registrations, the latest first."""
    return [key for key in drafts.list_draft_keys(shell.database) if key.startswith(NEW_VEHICLE)]


def vehicle_key(vehicle_id: int) -> str:
    """Return under which key a half-typed form of a vehicle is kept."""
    return f"{VEHICLE}{vehicle_id}"


def note_key(vehicle_id: int) -> str:
    """Return under which key a half-typed note of a vehicle is kept."""
    return f"{NOTE}{vehicle_id}"


def work_order_key(vehicle_id: int, work_order_id: int | None) -> str:
    """Return under which key a half-typed visit is kept, a new one or one that is changed."""
    key = f"{WORK_ORDER}{vehicle_id}"
    return key if work_order_id is None else f"{key}:{work_order_id}"


class DraftKeeper(QObject):
    """Writes a form's state down shortly after the last key, and at the latest every few seconds."""

    def __init__(
        self,
        shell: Shell,
        key: str,
        read_state: Callable[[], State | None],
        on_failed: Callable[[ExpectedError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._shell = shell
        self._read_state = read_state
        self._on_failed = on_failed
        self._kept = drafts.find_draft(shell.database, key) is not None
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.keep_now)
        # Logging off closes the program without asking its windows.
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.keep_now)

    def touch(self) -> None:
        """Something was typed."""
        if not self._since.isValid():
            self._since.start()
        rest = _AT_MOST_MS - self._since.elapsed()
        self._timer.start(max(0, min(_AFTER_LAST_KEY_MS, rest)))

    def keep_now(self) -> None:
        """Write the state down, or forget it when nothing is left to keep."""
        self.stop()
        if self._shell.database.is_closed():
            return
        state = self._read_state()
        try:
            if state is not None:
                drafts.save_draft(self._shell.database, self.key, state, datetime.now())
                self._kept = True
            elif self._kept:
                self.forget()
        except ExpectedError as error:
            self._on_failed(error)

    def find(self) -> State | None:
        """Return what was kept, or None."""
        return drafts.find_draft(self._shell.database, self.key)

    def forget(self) -> None:
        """Drop what was kept.

        Raises:
            ShopFileError
        """
        self.stop()
        if self._kept:
            drafts.drop_draft(self._shell.database, self.key)
            self._kept = False

    def stop(self) -> None:
        """Write nothing more; the draft was saved with the record, or thrown away."""
        self._timer.stop()
        self._since.invalidate()
