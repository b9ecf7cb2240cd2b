"""What is done with the shop's copies and with its file, away from the window; nothing is shown here."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from bengkel_crm.base.errors import ExpectedError
from bengkel_crm.base.i18n import translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.records.shop_file import BackupFile, Restored
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.ui.shop_file.rescue_box import is_of_shop_file, restored_words
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.damaged_files import repair_indexes
from bengkel_crm.workshop.shop_file.second_place import choose_second_place
from bengkel_crm.workshop.shop_file.shop_file import Database

T = TypeVar("T")
_JOB = "backups"


class BackupWork(QObject):
    """One thing at a time; what writes is waited for, a check may be left."""

    # What is done now, or why it can not begin.
    said = Signal(str)
    made = Signal(object)
    second_place_made = Signal(object)
    # In words: what is in the file now, and where what it held before is kept.
    restored = Signal(str)
    checked = Signal(object)
    repaired = Signal(object)
    failed = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._may_leave = True
        self.task = Task(shell, _JOB, self)
        self.task.changed.connect(self._on_task_changed)

    def may_leave(self) -> bool:
        """Return whether nothing would be broken off by leaving."""
        return self._may_leave

    def back_up(self, to: Path) -> None:
        """Write a proved copy to a file."""
        words = translate("BackupsDialog", "Backing up…")
        self._write(lambda database, _: backup.back_up(database, to, datetime.now()), self.made.emit, words)

    def bring_to_second_place(self, folder: Path) -> None:
        """Make a folder the second place, and bring the first copy there."""
        self._write(
            lambda database, _: choose_second_place(database, folder, datetime.now()),
            self.second_place_made.emit,
            translate("BackupsDialog", "Backing up…"),
        )

    def restore(self, copy: Path) -> None:
        """Put a copy into the shop file; where that is damaged or gone, in its place."""
        path = self._shell.database.path

        def on_failed(error: Exception) -> None:
            if is_of_shop_file(error, path):
                self._restore_instead(copy)
            else:
                self.failed.emit(error)

        self._write(
            lambda database, _: backup.restore(database, copy, datetime.now()),
            self._on_restored,
            translate("BackupsDialog", "Restoring…"),
            on_failed,
        )

    def check(self) -> None:
        """Ask the shop file whether everything in it holds; `checked` brings what does not."""
        words = translate("BackupsDialog", "Checking every entry…")
        self._start(lambda database, _: _faults(database), self.checked.emit, words, self.failed.emit)

    def repair(self) -> None:
        """Make the indexes of the file anew, and check it again."""

        def work(database: Database, _: Progress) -> list[str]:
            repair_indexes(database, datetime.now())
            return _faults(database)

        self._write(work, self.repaired.emit, translate("BackupsDialog", "Making the indexes anew…"))

    def rebuild(self) -> None:
        """Work out anew what is derived, and check it again."""

        def work(database: Database, _: Progress) -> list[str]:
            backup.rebuild(database)
            return _faults(database)

        self._write(work, self.checked.emit, translate("BackupsDialog", "Working everything out anew…"))

    def _restore_instead(self, copy: Path) -> None:
        """Put a copy in the place of a shop file that is damaged or gone, and open it anew."""
        path = self._shell.database.path
        self._shell.database.close()
        self._may_leave = False
        self.task.start_bare(
            lambda _: backup.put_back(path, copy, datetime.now()),
            self._on_restored_instead,
            self.failed.emit,
        )

    def _on_restored_instead(self, restored: Restored) -> None:
        try:
            self._shell.database.open_anew()
        except ExpectedError as error:
            self.failed.emit(error)
            return
        self.restored.emit(restored_words(restored))

    def _on_restored(self, before: BackupFile) -> None:
        words = translate("BackupsDialog", "Restored. What the file held before is kept in {0}.")
        self.restored.emit(words.format(before.path))

    def _write(
        self,
        work: Callable[[Database, Progress], T],
        on_done: Callable[[T], None],
        words: str,
        on_failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._may_leave = False
        self._start(work, on_done, words, on_failed or self.failed.emit)

    def _start(
        self,
        work: Callable[[Database, Progress], T],
        on_done: Callable[[T], None],
        words: str,
        on_failed: Callable[[Exception], None],
    ) -> None:
        if self.task.start(work, on_done, on_failed):
            self.said.emit(words)
            return
        # A check that was left under way when the dialog was closed.
        self._may_leave = True
        self.said.emit(
            translate("BackupsDialog", "The last check is still under way. Try again in a moment.")
        )

    def _on_task_changed(self, is_under_way: bool) -> None:
        self._may_leave = self._may_leave or not is_under_way


def _faults(database: Database) -> list[str]:
    """Return what does not hold in the shop file."""
    return [fault.what for fault in backup.check(database)]
