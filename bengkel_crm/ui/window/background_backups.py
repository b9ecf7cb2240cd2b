"""Backups made while the window is open: every half hour when something changed, and onto the stick."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from bengkel_crm.base.errors import DamagedFile, ExpectedError
from bengkel_crm.base.i18n import translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.records.journal import Change
from bengkel_crm.records.shop_file import BackupFile
from bengkel_crm.ui.frame.second_place_setting import find_second_place, keep_second_place, second_place_at
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.shop_file import backup, second_place
from bengkel_crm.workshop.shop_file.copies import has_little_room
from bengkel_crm.workshop.shop_file.damage import prove_daily
from bengkel_crm.workshop.shop_file.shop_file import Database

_EVERY_MS = 30 * 60 * 1000
_LOOK_EVERY_MS = 60 * 1000
_JOB = "backup"


class BackgroundBackups(QObject):
    """Works as long as the window is open; what stands in the way is told, and told once."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._task = Task(window, "backup", self)
        self._told = ""
        self._half_hour = QTimer(self)
        self._half_hour.setInterval(_EVERY_MS)
        self._half_hour.timeout.connect(self.back_up)
        self._minute = QTimer(self)
        self._minute.setInterval(_LOOK_EVERY_MS)
        self._minute.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now, and go on looking."""
        self._window.changed.connect(self._on_changed)
        self._half_hour.start()
        self._minute.start()
        self.look()

    def back_up(self) -> None:
        """Make the automatic backup when something was changed, away from the window."""
        day = today().day()

        def work(database: Database, _: Progress) -> BackupFile | None:
            prove_daily(database, day)
            return backup.back_up_when_changed(database, datetime.now())

        self._task.start(work, self._on_backed_up, self._on_failed)

    def look(self) -> None:
        """Bring the newest backup to the second place when it is there, and say what is amiss."""
        place = find_second_place(self._window.settings)
        self._remark(place)
        if place is None:
            return
        database = self._window.database

        def work(_: Progress) -> BackupFile | None:
            # Asked here: a computer that is switched off lets one wait for its answer.
            there = second_place.is_second_place(place)
            return second_place.bring_newest(database, place, datetime.now()) if there else None

        self._task.start_bare(work, self._on_brought, self._on_failed)

    def _on_changed(self, change: Change) -> None:
        # So much at once is not left without a copy for half an hour.
        if change.kind == "book_imported":
            self.back_up()

    def _on_backed_up(self, made: BackupFile | None) -> None:
        if made is not None:
            self._window.status.set_last_backup(made.made_at)
        self.look()

    def _on_brought(self, made: BackupFile | None) -> None:
        place = find_second_place(self._window.settings)
        if made is not None and place is not None:
            keep_second_place(self._window.settings, place, datetime.now(), self._window.database.path)
            self._told = ""
            self._remark(place)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, DamagedFile):
            self._window.show_error(error)
            return
        self._tell(describe_error(error) if isinstance(error, ExpectedError) else "")

    def _remark(self, place: Path | None) -> None:
        """Say beside the last backup that the stick is missed, or that the disk is nearly full."""
        remark = ""
        last_at = second_place_at(self._window.settings)
        if place is not None and second_place.is_missed(last_at, datetime.now()):
            remark = translate("BackgroundBackups", "The stick for the backups is missing: {0}").format(place)
            self._tell(remark)
        elif has_little_room(self._window.database.path.parent):
            remark = translate("BackgroundBackups", "Disk nearly full: fewer backups are kept")
        self._window.status.set_backup_remark(remark)

    def _tell(self, words: str) -> None:
        if words and words != self._told:
            self._told = words
            self._window.show_message(words, Tone.WARN)


def bring_at_close(window: MainWindow) -> None:
    """Bring the newest backup to the second place once more, before the window is gone.

    Raises:
        ShopFileError: the place refused it.
    """
    place = find_second_place(window.settings)
    if place is None or not second_place.is_second_place(place):
        return
    now = datetime.now()
    if second_place.bring_newest(window.database, place, now) is not None:
        keep_second_place(window.settings, place, now, window.database.path)
