"""Brings the list of copies: those beside the shop file at once, those on the stick when it has answered."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bengkel_crm.base.progress import Progress
from bengkel_crm.records.shop_file import BackupFile
from bengkel_crm.ui.frame.second_place_setting import find_second_place
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.workshop.shop_file import backup

_JOB = "copies"


class CopyLister(QObject):
    """Emits the whole list each time, the newest copy first."""

    listed = Signal(list)

    def __init__(self, shell: Shell, shop: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._shop = shop
        self._task = Task(shell, _JOB, self)
        self._is_outdated = False

    def bring(self) -> None:
        """List what lies beside the file now, and everything soon.

        Raises:
            ShopFileError: the folder beside the file can not be read.
        """
        self.listed.emit(backup.list_copies(self._shop))
        place = find_second_place(self._shell.settings)
        if place is None:
            return
        shop = self._shop

        def work(progress: Progress) -> list[BackupFile]:
            progress(0, 1)
            # Asked here: a computer that is switched off lets one wait for its answer.
            return backup.list_copies(shop, place)

        self._is_outdated = not self._task.start_bare(work, self._on_listed, self._on_failed)

    def _on_listed(self, copies: list[BackupFile]) -> None:
        if self._is_outdated:
            self.bring()
        else:
            self.listed.emit(copies)

    def _on_failed(self, _: Exception) -> None:
        """Leave what is listed: what is wrong with the folder is told when a copy is made."""
