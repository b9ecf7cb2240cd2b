"""Putting a copy in the place of a shop file that is missing or damaged, from the window itself."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.records.journal import Change
from bengkel_crm.records.shop_file import Restored
from bengkel_crm.ui.frame.second_place_setting import find_second_place
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.ui.shop_file.copy_lister import CopyLister
from bengkel_crm.ui.shop_file.rescue_box import RescueBox, restored_words
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import make_shop


class Rescue(QObject):
    """Offers what can be done and does it; `rescued` says that there is a shop file to be opened again."""

    rescued = Signal()
    given_up = Signal()

    def __init__(self, window: MainWindow, path: Path) -> None:
        super().__init__(window)
        self._window = window
        self._task = Task(window, "rescue", self)
        self._path = path
        self._error: errors.ShopFileError | None = None
        self._words = ""

    def offer(self, error: errors.ShopFileError) -> None:
        """Ask what is to be done about a shop file that can not be opened, or is damaged."""
        self._error = error
        box = RescueBox(self._path, error, self._window)
        lister = CopyLister(self._window, self._path, box)
        lister.listed.connect(box.show_copies)
        lister.bring()
        box.copy_chosen.connect(self._put_back)
        box.anew_chosen.connect(self._begin_anew)
        box.left.connect(self.given_up)
        box.open()

    def tell(self) -> None:
        """Say what was put back, once the file is open."""
        if self._words:
            self._window.show_message(self._words, Tone.OK)
            self._words = ""

    def _put_back(self, copy: Path | None) -> None:
        path, place = self._path, find_second_place(self._window.settings)

        def work(progress: Progress) -> Restored:
            progress(0, 1)
            now = datetime.now()
            if copy is None:
                return backup.put_newest_back(path, now, place)
            return backup.put_back(path, copy, now)

        self._window.jobs.cancel_all()
        if self._window.is_open:
            self._window.database.close()
        self._window.setEnabled(False)
        self._window.status.set_working_on(translate("Rescue", "Restoring…"))
        self._task.start_bare(work, self._on_put_back, self._on_failed)

    def _on_put_back(self, restored: Restored) -> None:
        self._over()
        self._words = restored_words(restored)
        if not self._window.is_open:
            self.rescued.emit()
            return
        try:
            self._window.database.open_anew()
        except errors.ShopFileError as error:
            self.offer(error)
            return
        self._window.announce(Change(0, "backup_restored", "", touches_all=True))
        self.rescued.emit()

    def _on_failed(self, error: Exception) -> None:
        self._over()
        self._window.show_error(error)
        if self._error is not None:
            self.offer(self._error)

    def _over(self) -> None:
        self._window.setEnabled(True)
        self._window.status.set_working_on("")

    def _begin_anew(self) -> None:
        try:
            make_shop(self._path)
        except errors.ShopFileError as error:
            self.offer(error)
            return
        self.rescued.emit()
