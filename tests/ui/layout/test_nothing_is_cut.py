"""Every page and dialog on the screens and text sizes a shop has: nothing cut, nothing on top of another."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.counter.card_view import CardView
from bengkel_crm.ui.counter.counter_page import CounterPage
from bengkel_crm.ui.exchange.export_log import ExportLogDialog
from bengkel_crm.ui.exchange.past_imports import PastImportsDialog
from bengkel_crm.ui.forms.help import HelpDialog
from bengkel_crm.ui.forms.paper_dialog import PaperDialog
from bengkel_crm.ui.journal.bin import BinDialog
from bengkel_crm.ui.reminders.reminders_page import RemindersPage
from bengkel_crm.ui.reminders.text_editor import TextEditor
from bengkel_crm.ui.settings.intervals import IntervalsDialog
from bengkel_crm.ui.shop_file.backups import BackupsDialog
from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm
from bengkel_crm.ui.window.crash_dialog import CrashDialog
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.ui.window.pages import PAGES
from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop
from tests.ui.layout.eyes import PLATE, SCREENS, TODAY, Eyes


def _card(eyes: Eyes) -> CardView:
    page = eyes.window.go("counter")
    assert isinstance(page, CounterPage)
    QTest.keyClicks(page.box.line, PLATE)
    QTest.keyClick(page.box.line, Qt.Key.Key_Return)
    return page.panes.card_view


def _look_at_pages(eyes: Eyes) -> None:
    for entry in PAGES:
        eyes.window.go(entry.key)
        eyes.look(entry.key)
    page = eyes.window.go("reminders")
    assert isinstance(page, RemindersPage)
    for button in page.tabs.buttons():
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
        "call sheet": page.due.papers.entry("call_sheet").trigger,
        "letters": page.due.papers.entry("letters").trigger,
        "labels": page.due.papers.entry("labels").trigger,
        "stickers": page.due.papers.entry("stickers").trigger,
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
