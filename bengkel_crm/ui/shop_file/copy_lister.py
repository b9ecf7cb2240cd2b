"""Brings the list of copies: those beside the shop file at once, those on the stick when it has answered."""

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from bengkel_crm.base.progress import Progress
from bengkel_crm.records.shop_file import BackupFile
from bengkel_crm.ui.frame.jobs import JobRunner
from bengkel_crm.ui.frame.second_place_setting import find_second_place
from bengkel_crm.workshop.shop_file import backup

_JOB = "copies"


class CopyLister(QObject):
    """Emits the whole list each time, the newest copy first."""

    listed = Signal(list)

    def __init__(self, shop: Path, jobs: JobRunner, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._shop = shop
        self._jobs = jobs
        self._settings = settings
        self._is_outdated = False

    def bring(self) -> None:
        """List what lies beside the file now, and everything soon.

        Raises:
            ShopFileError: the folder beside the file can not be read.
        """
        self.listed.emit(backup.list_copies(self._shop))
        place = find_second_place(self._settings)
        if place is None:
            return
        shop = self._shop

        def work(progress: Progress) -> list[BackupFile]:
            progress(0, 1)
            # Asked here: a computer that is switched off lets one wait for its answer.
            return backup.list_copies(shop, place)

        job = self._jobs.start(work, name=_JOB, on_done=self._on_listed, on_failed=self._on_failed)
        self._is_outdated = job is None

    def _on_listed(self, copies: list[BackupFile]) -> None:
        if self._is_outdated:
            self.bring()
        else:
            self.listed.emit(copies)

    def _on_failed(self, _: Exception) -> None:
        """Leave what is listed: what is wrong with the folder is told when a copy is made."""
