"""Every page and dialog on the screens and text sizes a shop has: nothing cut, nothing on top of another."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.exceptions import TimeoutError as QtBotTimeout
from pytestqt.qtbot import QtBot

from bengkel_crm import i18n
from bengkel_crm.reminder_records import Channel, Outcome
from bengkel_crm.ui.counter.card_view import CardView
from bengkel_crm.ui.dialogs.backups import BackupsDialog
from bengkel_crm.ui.dialogs.bin import BinDialog
from bengkel_crm.ui.dialogs.crash import CrashDialog
from bengkel_crm.ui.dialogs.export_log import ExportLogDialog
from bengkel_crm.ui.dialogs.help import HelpDialog
from bengkel_crm.ui.dialogs.intervals import IntervalsDialog
from bengkel_crm.ui.dialogs.paper import PaperDialog
from bengkel_crm.ui.dialogs.past_imports import PastImportsDialog
from bengkel_crm.ui.dialogs.staged import Staged
from bengkel_crm.ui.dialogs.text_editor import TextEditor
from bengkel_crm.ui.dialogs.vehicle_form import VehicleForm
from bengkel_crm.ui.dialogs.work_order_form import WorkOrderForm
from bengkel_crm.ui.main_window import MainWindow
from bengkel_crm.ui.pages import PAGES
from bengkel_crm.ui.pages.counter import CounterPage
from bengkel_crm.ui.pages.reminders import RemindersPage
from bengkel_crm.ui.theme import theme
from bengkel_crm.ui.tokens import Scheme
from bengkel_crm.ui.widgets import room
from bengkel_crm.workshop import backup, reminders
from bengkel_crm.workshop.demo import fill_demo
from bengkel_crm.workshop.notes import add_note
from bengkel_crm.workshop.shop_file import Database, close_shop, open_shop
from tests.factories import make_vehicle, make_work_order
from tests.ui.layout.measuring import faults

TODAY = date.today()
# The longest of what really stands in a shop's book.
PLATE, OWNER, OIL = "AB 1234 XYZ", "H. Bambang Kusumawardhana", "CASTROL MAGNATEC 5W-30 4L"
MECHANIC = "Muhammad Nanang"
FULL = "BENGKEL_CRM_EVERY_SCREEN" in os.environ


class Screen(NamedTuple):
    """What a window is looked at on; 40 pixels of the height belong to the desktop."""

    width: int
    height: int
    scale: int
    language: str
    scheme: Scheme = Scheme.LIGHT

    def __str__(self) -> str:
        return f"{self.width}x{self.height} {self.scale}% {self.language}"


# The tightest of each kind; BENGKEL_CRM_EVERY_SCREEN=1 looks at all of them.
TIGHT = (
    Screen(1024, 600, 130, "id"),
    Screen(1024, 600, 130, "en", Scheme.DARK),
    Screen(1024, 600, 100, "id"),
    Screen(1366, 768, 130, "id"),
)
EVERY = tuple(
    Screen(width, height, scale, language)
    for width, height in ((1024, 600), (1366, 768))
    for scale in (100, 115, 130)
    for language in i18n.LANGUAGES
)
SCREENS = [pytest.param(screen, id=str(screen)) for screen in (EVERY if FULL else TIGHT)]


@pytest.fixture(scope="module")
def full_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop in which every page has something to show, with one customer whose words are long."""
    path = tmp_path_factory.mktemp("full") / "toko.db"
    database = open_shop(path)
    fill_demo(database, 60, 4, today=TODAY)
    vehicle_id = make_vehicle(
        database,
        PLATE,
        OWNER,
        ["0812-8834-1907", "0274-592098"],
        color="Merah marun",
        model="Vario 125 CBS ISS",
    )
    for place, days in enumerate((900, 700, 500, 300)):
        make_work_order(
            database,
            vehicle_id,
            TODAY - timedelta(days=days),
            ("Ganti oli mesin", "Servis CVT"),
            OIL,
            MECHANIC,
            98_000 + 3_000 * place,
            symptom="rem bunyi",
        )
    add_note(database, vehicle_id, "Telepon dulu sebelum ganti sparepart", TODAY)
    month = reminders.list_month(database, TODAY.replace(day=1), TODAY)
    some = [person for person in month.people if person.phones][:8]
    now = datetime.combine(TODAY, datetime.min.time())
    reminders.record_sent(database, month, some[:4], Channel.WHATSAPP, "Halo", now)
    reminders.record_calls(database, month, some[4:], Outcome.WILL_COME, now)
    close_shop(database)
    return path


@pytest.fixture
def shop(full_shop: Path, tmp_path: Path) -> Iterator[Database]:
    database = open_shop(Path(shutil.copy(full_shop, tmp_path)))
    yield database
    close_shop(database)


class Eyes:
    """Opens everything and collects what can not be read."""

    def __init__(self, qtbot: QtBot, window: MainWindow, screen: Screen) -> None:
        self.qtbot, self.window, self.screen = qtbot, window, screen
        self.seen: dict[str, list[str]] = {}

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.jobs.is_busy(), timeout=20_000)
        # Once for what was put off, once for the layouts it asked for.
        QTest.qWait(0)
        QTest.qWait(0)

    def look(self, name: str, at: QWidget | None = None) -> None:
        """Measure the window, or a dialog, once it is quiet."""
        self.settle()
        window = at or self.window
        wrong = []
        # The desktop draws a frame around a window of its own.
        frame = 40 if at is not None and at.isWindow() else 0
        if window.width() > self.screen.width or window.height() > self.screen.height - frame:
            wrong.append(f"the window is {window.width()}x{window.height()}")
        with suppress(QtBotTimeout):  # a layout that was asked for late settles late; what stays is told
            self.qtbot.waitUntil(lambda: not faults(window), timeout=2_000)
        wrong += faults(window)
        if wrong:
            self.seen[name] = wrong

    def open(self, name: str, dialog: QDialog) -> None:
        """Show a dialog, measure it and close it."""
        if not dialog.isVisible():
            dialog.show()
        self.look(name, dialog)
        if not isinstance(dialog, CrashDialog):
            self._ask_for_help(name, dialog)
        dialog.done(0)
        QTest.qWait(0)

    def _ask_for_help(self, name: str, dialog: QDialog) -> None:
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(dialog, Qt.Key.Key_F1)
        helpers = [w for w in QApplication.topLevelWidgets() if isinstance(w, HelpDialog) and w.isVisible()]
        if not helpers:
            self.seen.setdefault(name, []).append("F1 is silent")
        for helper in helpers:
            if helper is not dialog:
                helper.close()

    def newest(self) -> QDialog:
        """Return the dialog that was opened last."""
        there = [*QApplication.topLevelWidgets(), *self.window.findChildren(Staged)]
        shown = [w for w in there if isinstance(w, QDialog) and w.isVisible()]
        (dialog,) = shown
        return dialog


@pytest.fixture
def eyes(
    qtbot: QtBot,
    settings: QSettings,
    shop: Database,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Eyes]:
    screen: Screen = request.param
    # The screen of the tests is another one; what a dialog may take is asked for in one place.
    monkeypatch.setattr(room, "available", lambda _: QSize(screen.width, screen.height))
    theme().apply(screen.scheme, screen.scale)
    i18n.set_language(screen.language)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.set_database(shop)
    window.resize(screen.width, screen.height)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Eyes(qtbot, window, screen)
    qtbot.waitUntil(lambda: not window.jobs.is_busy(), timeout=20_000)
    window.close()


def _card(eyes: Eyes) -> CardView:
    page = eyes.window.go("counter")
    assert isinstance(page, CounterPage)
    QTest.keyClicks(page.box.line, PLATE)
    QTest.keyClick(page.box.line, Qt.Key.Key_Return)
    return page.card_view


def _look_at_pages(eyes: Eyes) -> None:
    for entry in PAGES:
        eyes.window.go(entry.key)
        eyes.look(entry.key)
    page = eyes.window.go("reminders")
    assert isinstance(page, RemindersPage)
    for button in page._tabs.buttons():
        button.click()
        eyes.look(f"reminders: {page.stack.currentWidget().__class__.__name__}")


def _look_at_counter(eyes: Eyes) -> None:
    page = eyes.window.go("counter")
    assert isinstance(page, CounterPage)
    QTest.keyClicks(page.box.line, "ab12")
    eyes.look("hits")
    page.box.line.clear()
    QTest.keyClicks(page.box.line, "zz9999zz")
    eyes.look("not found")
    page.box.line.clear()
    view = _card(eyes)
    eyes.look("card")
    view.notes.begin_note()
    eyes.look("card with a note")


def _look_at_forms(eyes: Eyes) -> None:
    window = eyes.window
    card = _card(eyes).card()
    assert card is not None
    eyes.open("new work order", WorkOrderForm(window, card.vehicle.id, None, window))
    form = WorkOrderForm(window, card.vehicle.id, card.history[0].id, window)
    eyes.open("work order", form)
    eyes.open("new vehicle", VehicleForm(window, "AB 99 QQ", window))
    eyes.open("vehicle", VehicleForm.edit(window, card.vehicle.id, window))


def _look_at_dialogs(eyes: Eyes) -> None:
    window = eyes.window
    backup.back_up_now(window.database, datetime.now())
    eyes.open("backups", BackupsDialog(window, window))
    eyes.open("bin", BinDialog(window, window))
    eyes.open("export log", ExportLogDialog(window, window))
    eyes.open("past imports", PastImportsDialog(window, window))
    eyes.open("intervals", IntervalsDialog(window, window))
    eyes.open("help", HelpDialog("counter", window))
    eyes.open("crash", CrashDialog(Path("bengkel-crm.log"), window))


def _look_at_papers(eyes: Eyes) -> None:
    window = eyes.window
    page = window.go("reminders")
    assert isinstance(page, RemindersPage)
    eyes.settle()
    people = page.due.model.records()[:12]
    eyes.open("texts", TextEditor(window, people, TODAY))
    for place in (0, 1):
        page.due.model.toggle(place)
    acts: dict[str, Callable[[], None]] = {
        "whatsapp": page.due.send_whatsapp,
        "from the paper": page.due.type_back,
        "call sheet": page.due.print_call_sheet,
        "letters": page.due._on_letters,
        "labels": page.due._on_labels,
        "stickers": page.due._on_stickers,
    }
    for name, act in acts.items():
        page.due.model.tick_all()
        act()
        dialog = eyes.newest()
        if isinstance(dialog, PaperDialog):
            eyes.qtbot.waitUntil(lambda dialog=dialog: not dialog.is_writing(), timeout=20_000)  # type: ignore[misc]
        eyes.open(name, dialog)


@pytest.mark.parametrize("eyes", SCREENS[:2], indirect=True)
def test_nothing_is_cut_on_the_first_day(
    eyes: Eyes, qtbot: QtBot, settings: QSettings, new_shop: Path, tmp_path: Path
) -> None:
    database = open_shop(Path(shutil.copy(new_shop, tmp_path / "baru.db")))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.resize(eyes.screen.width, eyes.screen.height)
    window.set_database(database)
    first = Eyes(qtbot, window, eyes.screen)
    for entry in PAGES:
        window.go(entry.key)
        first.look(entry.key)
    window.close()
    close_shop(database)
    assert first.seen == {}


LOOKS = {
    "pages": _look_at_pages,
    "counter": _look_at_counter,
    "forms": _look_at_forms,
    "dialogs": _look_at_dialogs,
    "papers": _look_at_papers,
}


@pytest.mark.parametrize("eyes", SCREENS, indirect=True)
def test_nothing_is_cut_and_nothing_lies_on_another(eyes: Eyes) -> None:
    for look in LOOKS.values():
        look(eyes)
    eyes.window.show_demo()
    eyes.window.go("vehicles")
    eyes.look("the sample shop")
    lines = [f"{name}: {fault}" for name, wrong in eyes.seen.items() for fault in wrong]
    assert lines == [], "\n" + "\n".join(lines)
