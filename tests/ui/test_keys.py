"""Keys are seen where they are, do what they say, and say so where they can do nothing."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.base.languages import language_codes
from bengkel_crm.ui.counter.counter_page import CounterPage
from bengkel_crm.ui.forms.help import KEYS, HelpDialog, read_topic
from bengkel_crm.ui.vehicles.vehicles_page import VehiclesPage
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.message_bar import MessageBar
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.workshop.customers.notes import add_note
from tests.factories import TODAY, make_vehicle, make_work_order

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, settings: QSettings, database: "Database") -> Iterator[MainWindow]:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1366, 768)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.set_database(database)
    yield window
    qtbot.waitUntil(lambda: not window.jobs.is_busy(), timeout=20_000)
    window.close()


def said(window: MainWindow) -> str:
    bars = [bar for bar in window.findChildren(MessageBar) if bar.isVisible()]
    return bars[0].text() if bars else ""


@pytest.mark.parametrize("page", ["counter", "vehicles", "work_orders", "settings"])
@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_P, CTRL),
        (Qt.Key.Key_E, CTRL),
        (Qt.Key.Key_K, CTRL),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_a_key_that_has_nothing_to_do_says_so(
    qtbot: QtBot, window: MainWindow, page: str, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    window.go(page)
    qtbot.waitUntil(lambda: not window.jobs.is_busy())
    QTest.keyClick(window, key, held)
    assert said(window)


def bound_keys(window: MainWindow) -> set[str]:
    """Return the keys that work everywhere in the window."""
    shortcuts = window.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return {shortcut.key().toString() for shortcut in shortcuts}


@pytest.mark.parametrize("language", language_codes())
def test_every_key_of_the_sheet_works_in_the_window(window: MainWindow, language: str) -> None:
    i18n.set_language(language)
    anywhere = read_topic(KEYS).split("## ")[1]
    keys = re.findall(r"\*\*([^*]+)\*\*", anywhere)
    assert len(keys) > 15
    assert {key for key in keys if QKeySequence(key).toString() not in bound_keys(window)} == set()


def test_no_key_of_the_window_is_missing_from_the_sheet(window: MainWindow) -> None:
    sheet = read_topic(KEYS)
    for key in bound_keys(window):
        shown = key.replace("Return", "Enter")
        assert f"**{shown}**" in sheet, shown


@pytest.mark.parametrize("presses", [("Ctrl+/",), ("F1", "F1")])
def test_the_sheet_of_all_keys_is_one_or_two_keys_away(
    qtbot: QtBot, window: MainWindow, presses: tuple[str, ...]
) -> None:
    for press in presses:
        combination = QKeySequence(press)[0]
        target = QApplication.activeWindow()
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), HelpDialog))
    (help_dialog,) = window.findChildren(HelpDialog)
    assert help_dialog.topic() == KEYS


def test_the_first_arrow_in_a_list_takes_its_first_row(
    qtbot: QtBot, window: MainWindow, database: "Database"
) -> None:
    for number in range(3):
        make_vehicle(database, f"B {number + 1} A")
    page = window.go("vehicles")
    assert isinstance(page, VehiclesPage)
    qtbot.waitUntil(lambda: page.pane.model.rowCount() == 3)
    table = page.pane.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert not table.selectionModel().hasSelection()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]


def open_card(window: MainWindow, database: "Database") -> CounterPage:
    vehicle_id = make_vehicle(database, "B 3472 KZR")
    for days in (30, 20, 10):
        make_work_order(database, vehicle_id, TODAY - timedelta(days=days))
    add_note(database, vehicle_id, "Telepon dulu", TODAY)
    window.open_card(vehicle_id)
    page = window.front_page()
    assert isinstance(page, CounterPage)
    return page


def test_the_first_arrow_in_the_history_takes_its_first_visit(
    window: MainWindow, database: "Database"
) -> None:
    table = open_card(window, database).panes.card_view.history.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_a_list_with_the_keys_shows_it(window: MainWindow, database: "Database") -> None:
    page = open_card(window, database)
    table = page.panes.card_view.history.table
    without = table.viewport().grab().toImage()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.viewport().grab().toImage() != without


def test_a_note_is_mended_and_removed_without_a_mouse(window: MainWindow, database: "Database") -> None:
    page = open_card(window, database)
    page.box.line.setFocus()
    buttons = [
        button for button in page.panes.card_view.notes.findChildren(QToolButton) if button.isVisible()
    ]
    assert len(buttons) == 2
    reached = set()
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert set(buttons) <= reached


def test_tab_goes_through_the_rows_of_the_home_page_before_the_link_below_them(
    qtbot: QtBot, window: MainWindow, database: "Database"
) -> None:
    for number in range(3):
        vehicle_id = make_vehicle(database, f"B {number + 1} A")
        make_work_order(database, vehicle_id, jobs=("Ganti oli mesin",))
        window.open_card(vehicle_id)
    qtbot.waitUntil(lambda: not window.jobs.is_busy())
    page = window.go("counter")
    assert isinstance(page, CounterPage)
    QTest.keyClick(page.box.line, Qt.Key.Key_Escape)
    rows = page.panes.home.recent_rows()
    assert len(rows) == 3
    page.new_vehicle.setFocus()
    order = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())
    places = [order.index(row) for row in rows]
    assert places == sorted(places)
    (link,) = (
        button for button in page.panes.home.findChildren(KeyButton) if button.text() == "Semua kendaraan →"
    )
    assert places[-1] < order.index(link)
