"""From a path to the open shop file: claimed, made or brought up to date, opened, and looked over.

Loaded after the first paint: the ORM and the driver cost as much as the whole window. What few starts need is
loaded by them.
"""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from bengkel_crm.base.errors import Cancelled, ExpectedError, ReadOnlyPlace, ShopFileError, ShopFileLost
from bengkel_crm.base.i18n import translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.ui.frame.second_place_setting import find_second_place, has_had_copies_of
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import (
    bring_up_to_date,
    claim_window,
    examine,
    is_older,
    open_shop,
)

if TYPE_CHECKING:
    from bengkel_crm.ui.window.rescue import Rescue


class Opening(QObject):
    """`opened` says that the window has its file, after a rescue once more.

    What takes long is done while the window stays awake. A file that can not be opened is told in a box, and
    where a copy may stand in for it, that is offered.
    """

    opened = Signal()

    def __init__(self, window: MainWindow, path: Path, *, is_demo: bool) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        self._is_demo = is_demo
        self._lock: object = None
        self._rescue: Rescue | None = None
        self._preparing = Task(window, "prepare the shop file", self)
        self._examining = Task(window, "examine", self)
        # The copy of a file that can only be looked at.
        self._looking = ExitStack()

    def begin(self) -> None:
        """Claim the file for this window, then open it."""
        try:
            self._lock = claim_window(self._path)
        except ReadOnlyPlace as error:
            self._look(error)
        except ExpectedError as error:
            self._give_up(error)
        else:
            self._prepare()

    def stop_looking(self) -> None:
        """Throw the copy away that was only looked at."""
        self._looking.close()

    # What may take long

    def _prepare(self) -> None:
        """Make the sample shop, or bring a file of an older version up to date, before it is opened."""
        path = self._path
        try:
            if self._is_demo and not path.exists():
                from bengkel_crm.workshop.demo.demo_file import SEED, VEHICLES, make_demo

                words, day = translate("Session", "Preparing the sample shop …"), today().day()
                self._work(words, lambda _: make_demo(path, VEHICLES, SEED, day))
            elif is_older(path):
                words = translate("Session", "Preparing the shop file for this version …")
                self._work(words, lambda _: bring_up_to_date(path))
            else:
                self._open()
        except ReadOnlyPlace as error:
            self._look(error)
        except ExpectedError as error:
            self._offer_rescue(error)

    def _work(self, words: str, work: Callable[[Progress], object]) -> None:
        self._window.status.set_working_on(words)
        self._preparing.start_bare(work, self._on_prepared, self._on_not_prepared)

    def _on_prepared(self, _: object) -> None:
        self._window.status.set_working_on("")
        self._open()

    def _on_not_prepared(self, error: Exception) -> None:
        self._window.status.set_working_on("")
        if isinstance(error, ReadOnlyPlace):
            self._look(error)
        elif isinstance(error, ExpectedError) and not isinstance(error, Cancelled):
            self._offer_rescue(error)

    # Opening

    def _open(self) -> None:
        settings = self._window.settings
        try:
            if has_had_copies_of(settings, self._path) and not self._path.exists():
                # Whether the stick is plugged in or not.
                raise ShopFileLost(str(self._path))
            database = open_shop(self._path, second_place=find_second_place(settings))
        except ReadOnlyPlace as error:
            self._look(error)
        except ExpectedError as error:
            self._offer_rescue(error)
        else:
            self._window.set_database(database)
            if self._is_demo:
                self._window.show_demo()
            self._show_opened()

    def _show_opened(self) -> None:
        """Show what the open file holds, say where it came from, and ask it whether it is sound."""
        try:
            self._show_state()
        except ShopFileError as error:
            self._on_damage_found(error)
            return
        if self._rescue is not None:
            self._rescue.tell()
        self._window.status.set_warning("")
        self.opened.emit()
        database = self._window.database
        self._examining.start_bare(lambda _: examine(database), self._on_sound, self._on_damage_found)

    def _look(self, error: ReadOnlyPlace) -> None:
        """Show a copy of a file that stands where nothing may be written; no deed is taken there."""
        from bengkel_crm.workshop.shop_file.looking import copy_to_look_at

        if not self._path.is_file():
            self._give_up(error)
            return
        try:
            database = self._looking.enter_context(copy_to_look_at(self._path))
        except ExpectedError as problem:
            self._offer_rescue(problem)
            return
        self._window.set_database(database)
        self._window.show_looking(self._path)
        self._show_state()

    def _show_state(self) -> None:
        database = self._window.database
        self._window.status.set_vehicle_count(lookup.count_vehicles(database))
        self._window.status.set_last_backup(backup.last_backup_at(database))

    # What is wrong with it

    def _on_sound(self, _: object) -> None:
        self._window.status.set_warning("")

    def _on_damage_found(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        self._window.status.set_warning(translate("Session", "The file is damaged: nothing will be written"))
        if isinstance(error, ShopFileError):
            self._offer_rescue(error)
        else:
            self._window.show_error(error)

    def _offer_rescue(self, error: ExpectedError) -> None:
        """Offer the copies of a shop file that is missing or damaged; say what else is the matter."""
        from bengkel_crm.ui.shop_file.rescue_box import RESCUABLE

        if not isinstance(error, RESCUABLE):
            if self._window.is_open:
                self._window.show_error(error)
            else:
                self._give_up(error)
            return
        if self._rescue is None:
            from bengkel_crm.ui.window.rescue import Rescue

            self._rescue = Rescue(self._window, self._path)
            self._rescue.rescued.connect(self._on_rescued)
            self._rescue.given_up.connect(self._on_rescue_given_up)
        if not self._window.is_open:
            self._window.status.set_warning(translate("Session", "No shop file is open"))
        self._rescue.offer(error)

    def _on_rescued(self) -> None:
        if self._window.is_open:
            self._show_opened()
        else:
            self._prepare()

    def _on_rescue_given_up(self) -> None:
        # A damaged file that is open can be read on; a form may hold what is to be noted down.
        if not self._window.is_open:
            self._leave()

    def _give_up(self, error: ExpectedError) -> None:
        from bengkel_crm.ui.forms.message_box import MessageBox
        from bengkel_crm.words.messages import describe_error

        box = MessageBox(describe_error(error), "", self._window, topic="backups")
        box.add_leave(translate("Session", "Close"))
        box.set_details(f"{type(error).__name__}: {error}")
        box.finished.connect(self._leave)
        box.open()

    def _leave(self) -> None:
        QApplication.exit(1)
