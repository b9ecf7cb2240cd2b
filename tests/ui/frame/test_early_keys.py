"""Keys that come before the shop file is open are answered in their order once it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.window.main_window import MainWindow
from tests.factories import make_vehicle
from tests.ui.counter.kit import Counter

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

CTRL = Qt.KeyboardModifier.ControlModifier


def type_at(window: MainWindow, text: str) -> None:
    for letter in text:
        QTest.keyClick(window.windowHandle(), letter)


def test_a_form_asked_for_too_early_comes_with_all_that_was_typed_into_it(
    qtbot: QtBot, settings: QSettings, database: "Database"
) -> None:
    window = shown(qtbot, settings)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_N, CTRL)
    type_at(window, "b1a")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    type_at(window, "Sri")
    window.set_database(database)
    state = Counter(window, qtbot).form().state()
    assert (state["plate"], state["name"]) == ("B 1 A", "Sri")
    window.close()


def test_a_plate_and_a_whole_visit_typed_too_early_are_recorded(
    qtbot: QtBot, settings: QSettings, database: "Database"
) -> None:
    make_vehicle(database, "B 3472 KZR")
    window = shown(qtbot, settings)
    type_at(window, "3472kzr")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F2)
    type_at(window, "42180")
    window.set_database(database)
    assert Counter(window, qtbot).form().state()["km"] == "42180"
    window.close()


def test_what_is_typed_before_the_page_is_there_stands_in_the_box(
    qtbot: QtBot, settings: QSettings, database: "Database"
) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    for letter in "3472":
        QTest.keyClick(window, letter)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.set_database(database)
    assert Counter(window, qtbot).box.text() == "3472"
    window.close()


def shown(qtbot: QtBot, settings: QSettings) -> MainWindow:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
