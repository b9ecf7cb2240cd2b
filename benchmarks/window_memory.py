"""What the window holds in memory after a day's work: a process of its own, driven by keys."""

import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from benchmarks.figures import Figure
from bengkel_crm.ui.look.preferences import Preferences, apply_preferences
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.ui.window.pages import PAGES
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop

_LIMIT_MEGABYTES = 350
# As many customers as a busy shop has on a day, and every third of them pays for a work order.
_CARDS, _SAVES_EVERY = 120, 3
_ROUNDS, _SCREENS_DOWN = 3, 40
_PATIENCE_SECONDS = 60


def measure(shop: Path) -> list[Figure]:
    """Return the resident megabytes of a window on a copy of a shop, once a day's work is done."""
    child = subprocess.run(
        [sys.executable, "-m", __name__, str(shop)], capture_output=True, encoding="utf-8", check=True
    )
    fresh, after = (float(word) for word in child.stdout.split())
    detail = f"{_CARDS} cards, {_CARDS // _SAVES_EVERY} saves, every page; {fresh:.0f} MB before"
    return [Figure("memory of the window after a day", after, _LIMIT_MEGABYTES, "MB", detail)]


class _Day:
    """The real window on a shop file, and whoever sits before it."""

    def __init__(self, application: QApplication, shop: Path, folder: Path) -> None:
        self._application = application
        self.database = open_shop(shop)
        self.window = MainWindow(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
        self.window.resize(1366, 768)
        self.window.go("counter")
        self.window.set_database(self.database)
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window)
        self._wait()

    def work(self) -> None:
        rows = self.database.execute_sql("SELECT plate FROM vehicle ORDER BY id").fetchall()
        for number, (plate,) in enumerate(Random(5).sample(rows, _CARDS)):
            self._press(Qt.Key.Key_F3)
            self._type(plate.lower())
            self._press(Qt.Key.Key_Return)
            if number % _SAVES_EVERY == 0:
                self._record()
        for _ in range(_ROUNDS):
            for entry in PAGES:
                self._look_at(entry.key)

    def end(self) -> None:
        self.window.close()
        close_shop(self.database)

    def _record(self) -> None:
        self._press(Qt.Key.Key_F2)
        self._press(Qt.Key.Key_Tab)
        self._type("Budi")
        self._press(Qt.Key.Key_Tab)
        self._type("Stel rantai")
        self._press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def _look_at(self, page: str) -> None:
        shown = self.window.go(page)
        self._wait()
        for view in shown.findChildren(QAbstractItemView):
            if view.isVisible():
                for _ in range(_SCREENS_DOWN):
                    QTest.keyClick(view, Qt.Key.Key_PageDown)
                    self._wait()

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._in_front(), key, modifier)
        self._wait()

    def _type(self, text: str) -> None:
        QTest.keyClicks(self._in_front(), text)
        self._wait()

    def _in_front(self) -> QWidget:
        return self._application.focusWidget() or self.window

    def _wait(self) -> None:
        give_up = monotonic() + _PATIENCE_SECONDS
        QTest.qWait(0)
        while self.window.jobs.is_busy():
            assert monotonic() < give_up, "the window is still at work"
            QTest.qWait(1)


def _resident_megabytes() -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def main(shop: Path) -> None:
    """Print the resident megabytes with the window just open, and after a day's work."""
    application = QApplication([])
    apply_preferences(Preferences())
    with TemporaryDirectory() as folder:
        day = _Day(application, shop, Path(folder))
        fresh = _resident_megabytes()
        day.work()
        print(fresh, _resident_megabytes())
        day.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
