"""From a key press at the counter to the painted hits, against the bare repaint of the same list."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Figure, Timing, ratio
from bengkel_crm.trade.phones import national_digits
from bengkel_crm.trade.plates import split_plate
from bengkel_crm.ui.counter.counter_page import CounterPage
from bengkel_crm.ui.look.preferences import Preferences, apply_preferences
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.workshop.counter.lookup import search_vehicles
from bengkel_crm.workshop.shop_file.shop_file import Database

_VEHICLES_TYPED = 20
_WIDTH, _HEIGHT = 1366, 768
_FRAME_MS = 16.0


@dataclass
class _Times:
    """Seconds from each key press to the painted hits, and of the bare repaint right after it.

    By the processor's clock: nothing is waited for on the way, and other programs must not count. What the
    clock on the wall said stands beside it.
    """

    pressed: list[float] = field(default_factory=list)
    pressed_by_wall: list[float] = field(default_factory=list)
    repainted: list[float] = field(default_factory=list)


class _PaintCounter(QObject):
    """Counts what is painted: a key press that paints nothing must not look fast."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class _Counter:
    """The real window on a shop file, its counter in front."""

    def __init__(self, database: Database, settings: QSettings) -> None:
        self.window = MainWindow(settings)
        self.window.resize(_WIDTH, _HEIGHT)
        page = self.window.go("counter")
        assert isinstance(page, CounterPage)
        self.page = page
        self.window.set_database(database)
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window)
        self.painted = _PaintCounter(page.hits.view.viewport())
        self._settle()

    def type(self, text: str, times: _Times) -> None:
        """Press the keys of `text` in the empty box and note how long each took."""
        line = self.page.box.line
        line.setText("")
        self._settle()
        for letter in text:
            before = self.painted.count
            begun, begun_by_wall = process_time(), perf_counter()
            QTest.keyClick(line, letter)
            self._settle()
            pressed, pressed_by_wall = process_time() - begun, perf_counter() - begun_by_wall
            if self.painted.count == before:
                continue  # nothing fits any more: there is no list to compare with
            times.pressed.append(pressed)
            times.pressed_by_wall.append(pressed_by_wall)
            begun = process_time()
            self.page.hits.view.viewport().update()
            self._settle()
            times.repainted.append(process_time() - begun)

    def _settle(self) -> None:
        """Deliver what waits, painting included: the work between two turns of the event loop."""
        QCoreApplication.sendPostedEvents(None, 0)


@contextmanager
def _counters(*databases: Database) -> Iterator[list[_Counter]]:
    application = QApplication.instance() or QApplication([])
    apply_preferences(Preferences())
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "window.ini")
        settings = QSettings(path, QSettings.Format.IniFormat)
        counters = [_Counter(database, settings) for database in databases]
        yield counters
        for counter in counters:
            counter.window.close()
            counter.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    del application


def typed_texts(database: Database) -> list[str]:
    """Return what a clerk may type for some vehicles: digits first, from the start, a name, a phone."""
    rows = database.execute_sql(
        """
        SELECT v.plate_key, c.name, p.e164 FROM vehicle v
        JOIN ownership w ON w.vehicle_id = v.id AND w.until IS NULL
        JOIN customer c ON c.id = w.customer_id
        JOIN customer_phone p ON p.customer_id = c.id AND p.position = 0
        """
    ).fetchall()
    texts = []
    for place, (key, name, phone) in enumerate(Random(3).sample(rows, _VEHICLES_TYPED)):
        parts = split_plate(key)
        assert parts is not None
        ways = (parts[1] + parts[2].lower(), key.lower(), name.lower(), national_digits(phone))
        texts.append(ways[(0, 0, 1, 2, 3)[place % 5]])
    return texts


def measure(big: Database, small: Database) -> list[Figure]:
    """Measure on a big shop and on one with a tenth of its vehicles, in turns."""
    with _counters(big, small) as counters:
        many, few = _Times(), _Times()
        pairs = list(zip(typed_texts(big), typed_texts(small), strict=True))
        for counter, text in zip(counters, pairs[0], strict=True):
            counter.type(text, _Times())  # fonts, icons and the database's pages are warm from here on
        for text, other in pairs:
            counters[0].type(text, many)
            counters[1].type(other, few)
    pressed, repainted = Timing(many.pressed), Timing(many.repainted)
    slowest = pressed.percentile(99) * 1000
    by_wall = Timing(many.pressed_by_wall).percentile(99) * 1000
    detail = f"{len(many.pressed)} key presses, {by_wall:.1f} ms by the clock on the wall"
    return [
        ratio("key press to painted hits", pressed, repainted, 2.0, "a bare repaint of the list"),
        Figure("key press, 99th percentile", slowest, _FRAME_MS, "ms", detail),
        ratio("key press, ten times the shop", pressed, Timing(few.pressed), 3.0, "with a tenth"),
        *_search_alone(big, small),
    ]


def _search_alone(big: Database, small: Database) -> list[Figure]:
    """Tell the search's own part: the median over all beginnings of what was typed."""
    seconds = []
    for database in (big, small):
        times = []
        for text in typed_texts(database):
            for end in range(1, len(text) + 1):
                begun = perf_counter()
                search_vehicles(database, text[:end])
                times.append(perf_counter() - begun)
        seconds.append(Timing(times))
    many, few = seconds
    worst = Figure("search alone, 99th percentile", many.percentile(99) * 1000, None, "ms")
    return [ratio("search alone, ten times the shop", many, few, 3.0, "with a tenth"), worst]
