"""The reminders page under test: people who are due, and fingers on the keys."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.ui.reminders import contact_words
from bengkel_crm.ui.reminders.reminders_page import RemindersPage
from bengkel_crm.ui.widgets.message_bar import MessageBar
from bengkel_crm.ui.widgets.staged import Staged
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle, make_work_order

TODAY = date.today()
_OIL_MONTHS = {VehicleKind.MOTORCYCLE: 61, VehicleKind.CAR: 183}


class Desk:
    """Says what a clerk sees on the page and does what a clerk does."""

    def __init__(self, qtbot: QtBot, window: MainWindow, database: Database) -> None:
        self.qtbot = qtbot
        self.window = window
        self.database = database

    def make_due(
        self,
        plate: str,
        owner: str | None = "Budi Santoso",
        phones: tuple[str, ...] = ("0812-8834-1907",),
        *,
        late_days: int = 3,
        oil: str = "MPX 2 0,8",
        kind: VehicleKind = VehicleKind.MOTORCYCLE,
        customer_id: int | None = None,
    ) -> int:
        """Register a vehicle whose oil is due since some days (at least that many) and return its id."""
        vehicle_id = make_vehicle(self.database, plate, owner, phones, kind=kind, customer_id=customer_id)
        on = TODAY - timedelta(days=_OIL_MONTHS[kind] + late_days)
        make_work_order(self.database, vehicle_id, on, jobs=("Ganti oli mesin",), oil=oil)
        return vehicle_id

    def open(self) -> RemindersPage:
        """Turn to the page and wait for its list."""
        page = self.window.go("reminders")
        assert isinstance(page, RemindersPage)
        self.settle()
        return page

    def settle(self) -> None:
        """Wait until no list is being read."""
        self.qtbot.waitUntil(lambda: not self.page.is_reading())
        QTest.qWait(0)

    @property
    def page(self) -> RemindersPage:
        page = self.window.front_page()
        assert isinstance(page, RemindersPage)
        return page

    def listed(self) -> list[str]:
        """Return the first plate of each row."""
        return [contact_words.plates_of(person)[0] for person in self.page.due.model.records()]

    def left_out(self) -> list[tuple[str, str]]:
        """Return plate and reason of those left out."""
        people = self.page.left_out.model.records()
        return [
            (contact_words.plates_of(person)[0], contact_words.skip_words(person.items[0]))
            for person in people
        ]

    def ticked(self) -> list[str]:
        return [contact_words.plates_of(person)[0] for person in self.page.due.model.ticked()]

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClick(widget, key, held)

    def ctrl(self, key: Qt.Key) -> None:
        self.press(key, held=Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, text)

    def dialog(self) -> QDialog:
        """Return what was opened, once it has the keys: on the window at once."""
        (dialog,) = self.dialogs()
        if not dialog.isWindow():
            return dialog
        assert QTest.qWaitForWindowExposed(dialog)
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        return dialog

    def come_back(self) -> None:
        """Wait until the window has the keys again, and its list is read."""
        self.qtbot.waitUntil(lambda: self.dialogs() == [])
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()

    def dialogs(self) -> list[QDialog]:
        widgets = [*QApplication.topLevelWidgets(), *self.window.findChildren(Staged)]
        return [widget for widget in widgets if isinstance(widget, QDialog) and widget.isVisible()]

    def message(self) -> str:
        """Return what the line at the foot says, or nothing."""
        bars = self.window.findChildren(MessageBar)
        return bars[0].text() if bars and bars[0].isVisible() else ""
