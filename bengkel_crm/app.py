"""The window's entrance: paint first, open the shop file after, back it up at the end."""

import ctypes
import gc
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from bengkel_crm import __version__
from bengkel_crm.base import paths
from bengkel_crm.base.errors import ExpectedError
from bengkel_crm.base.i18n import preferred_language, set_language, translate
from bengkel_crm.ui.look.preferences import Preferences, apply_preferences, open_settings, read_preferences
from bengkel_crm.ui.window.crash import CrashReporter
from bengkel_crm.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    # The ORM is loaded after the first paint, and so are the records.
    from bengkel_crm.records.journal import Change
    from bengkel_crm.ui.window.background_backups import BackgroundBackups
    from bengkel_crm.ui.window.opening import Opening


def has_display() -> bool:
    """Return whether a window can appear: Qt ends the process where it can not."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM", "").startswith(
        ("offscreen", "minimal", "vnc")
    ):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class AppSession(QObject):
    """One window on one shop file, from the first paint to the last backup."""

    def __init__(self, window: MainWindow, path: Path, is_demo: bool) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        self._is_demo = is_demo
        self._opening: Opening | None = None
        self._backups: BackgroundBackups | None = None
        self._usual_hook = sys.excepthook
        sys.excepthook = self._on_exception
        window.first_painted.connect(self._on_first_painted)
        window.changed.connect(self._on_changed)
        window.about_to_close.connect(self._on_about_to_close)
        window.demo_left.connect(self._on_demo_left)

    def _on_first_painted(self) -> None:
        gc.enable()  # the entrance has turned it off
        # Imported after the first paint: the ORM and the driver cost as much as the whole window.
        from bengkel_crm.ui.window.opening import Opening

        self._opening = Opening(self._window, self._path, is_demo=self._is_demo)
        self._opening.opened.connect(self._on_opened)
        self._opening.begin()

    def _on_demo_left(self) -> None:
        """Close the sample shop and open the own one, unless its window is there already."""
        from bengkel_crm.ui.window.banners import start_own_shop  # as above
        from bengkel_crm.workshop.shop_file.shop_file import claim_window

        try:
            claim_window(paths.default_database()).release()
        except ExpectedError:
            pass
        else:
            start_own_shop(sys.executable)
        self._window.close()

    def _on_opened(self) -> None:
        self._doubt_clock()
        if self._backups is None and not self._is_demo:
            from bengkel_crm.ui.window.background_backups import BackgroundBackups  # as above

            self._backups = BackgroundBackups(self._window)
            self._backups.begin()

    def _doubt_clock(self) -> None:
        """Ask once about a clock that the shop's own deeds speak against; the sample shop's are made up."""
        from bengkel_crm.workshop.shop_file.shop_file import doubt_clock  # as above

        doubt = None if self._is_demo else doubt_clock(self._window.database)
        if doubt is not None:
            from bengkel_crm.ui.window.clock_question import open_clock_question  # as above

            open_clock_question(doubt, self._window.settings, self._window)

    def _on_changed(self, _: "Change") -> None:
        from bengkel_crm.workshop.counter import lookup  # loaded by now

        self._window.status.set_vehicle_count(lookup.count_vehicles(self._window.database))

    def _on_about_to_close(self) -> None:
        if not self._window.is_open:
            return
        if self._window.database.stands_for is not None:
            assert self._opening is not None  # it has opened what is looked at
            self._opening.stop_looking()
            return
        from datetime import datetime

        from bengkel_crm.ui.window.background_backups import bring_at_close  # loaded by now
        from bengkel_crm.workshop.shop_file import backup
        from bengkel_crm.workshop.shop_file.shop_file import close_shop

        self._window.hide()
        try:
            backup.back_up_when_changed(self._window.database, datetime.now())
            if not self._is_demo:
                bring_at_close(self._window)
        except ExpectedError as error:
            from bengkel_crm.ui.forms.message_box import MessageBox
            from bengkel_crm.words.messages import describe_error

            box = MessageBox(describe_error(error), "")
            box.add_leave(translate("Session", "Close"))
            box.exec()
        finally:
            close_shop(self._window.database)
            sys.excepthook = self._usual_hook

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell an expected problem that no page caught in the message line; all else is a bug."""
        told = error if isinstance(error, ExpectedError) else self._explain()
        if told is not None:
            self._window.show_error(told)
        else:
            self._usual_hook(kind, error, trace)

    def _explain(self) -> ExpectedError | None:
        """Return what is wrong in the shop file that may have led to an error nobody foresaw."""
        if not self._window.is_open:
            return None
        from bengkel_crm.workshop.shop_file import damage  # loaded with the file

        return damage.find_damage(self._window.database)


def _name_on_the_taskbar() -> None:
    """Let Windows put the window under a name of its own: else it stands, and is pinned, as Python."""
    windows = getattr(ctypes, "windll", None)
    if windows is not None:
        windows.shell32.SetCurrentProcessExplicitAppUserModelID("BengkelCRM.BengkelCRM")


def run(database: Path | None, chosen_language: str | None, demo: bool) -> int:
    """Open the window on a shop file and return the exit code once it is closed."""
    if not has_display():
        set_language(chosen_language or preferred_language())
        print(
            translate(
                "Session",
                "There is no display to open the window on. A card in the terminal: "
                "bengkel-crm lookup B3472KZR --demo",
            ),
            file=sys.stderr,
        )
        return 1
    QApplication.setOrganizationName("Bengkel CRM")
    QApplication.setApplicationName("Bengkel CRM")
    QApplication.setApplicationVersion(__version__)
    _name_on_the_taskbar()
    app = QApplication(sys.argv[:1])
    app.setWindowIcon(QIcon(str(paths.resources() / "pictures" / "app.svg")))
    settings = open_settings()
    preferences = read_preferences(settings)
    apply_preferences(
        Preferences(chosen_language or preferences.language, preferences.look, preferences.scale_percent)
    )
    reporter = CrashReporter(paths.log_file(), app)
    reporter.install()
    path = database or (paths.demo_database() if demo else paths.default_database())
    window = MainWindow(settings)
    session = AppSession(window, path, path == paths.demo_database())
    window.show()
    code = app.exec()
    del session
    reporter.uninstall()
    return code
