"""The reminders page: month by month, who is due, who was told, and what came of it."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from bengkel_crm import i18n
from bengkel_crm.dates import add_months
from bengkel_crm.records import Change
from bengkel_crm.reminder_records import MonthList
from bengkel_crm.ui import icons
from bengkel_crm.ui.reminders.contacts_tab import ContactsTab
from bengkel_crm.ui.reminders.due_tab import DueTab
from bengkel_crm.ui.reminders.left_out_tab import LeftOutTab
from bengkel_crm.ui.reminders.loader import Loader
from bengkel_crm.ui.shell import Command, Page, Shell
from bengkel_crm.ui.theme import theme
from bengkel_crm.ui.tokens import Role
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.workshop.reminders import list_month


class RemindersPage(Page):
    """One month at a time; PageUp and PageDown turn to the next."""

    help_topic: ClassVar[str] = "reminders"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._today = date.today()
        self._month = self._today.replace(day=1)
        self._is_stale = True
        self._is_held = False
        self._list: MonthList | None = None
        self.loader = Loader(shell, "reminders.month", self)
        self.due = DueTab(shell, self._today)
        self.left_out = LeftOutTab(shell, self._today)
        self.contacts = ContactsTab(shell, self._today)
        self._month_label = TextLabel("", Role.TITLE)
        self._earlier, self._later = QToolButton(), QToolButton()
        self._waiting = TextLabel("", Role.BODY, "text2")
        self._tabs = QButtonGroup(self)
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self._restyle()
        self.retranslate()

    # What the window asks

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        found: dict[Command, Callable[[], None]] = {}
        if self.stack.currentWidget() is self.contacts:
            found[Command.BACK] = self.contacts.go_back
        if self.stack.currentWidget() is self.due:
            found[Command.BACK] = self.due.go_back
            found[Command.PRINT] = self.due.print_call_sheet
            found[Command.WHATSAPP] = self.due.send_whatsapp
        return found

    def shop_opened(self) -> None:
        self.shell.changed.connect(self._on_changed)
        if self.isVisible():
            self._load()

    def come_to_front(self) -> None:
        today = date.today()
        if today != self._today:
            # The program was left open over night.
            self._today = today
            self.due.set_today(today)
            self.left_out.set_today(today)
            self.contacts.set_today(today)
            self._is_stale = True
        if self._is_stale:
            self._load()
        self._take_focus()

    def put_away(self) -> None:
        for table in (self.due.table, self.left_out.table, self.contacts.table):
            table.save_columns(self.shell.settings)

    def is_reading(self) -> bool:
        """Tell whether a list is being read."""
        return self.loader.is_reading() or self.contacts.loader.is_reading()

    def month(self) -> date:
        return self._month

    def show_month(self, month: date) -> None:
        """Turn to the month of a day."""
        self._month = month.replace(day=1)
        self._month_label.setText(i18n.format_long_month(self._month))
        self._load()

    def retranslate(self) -> None:
        self._month_label.setText(i18n.format_long_month(self._month))
        for button, name in (
            (self._earlier, self.tr("The month before")),
            (self._later, self.tr("The next month")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._waiting.setText(self.tr("Reading the list…"))
        self._name_tabs()

    # What is shown

    def _load(self) -> None:
        if self.shell.is_open:
            self._is_stale = False
            month, today = self._month, self._today
            self.loader.load(lambda database: list_month(database, month, today))
            self.contacts.load(month)

    def _on_loaded(self, found: MonthList) -> None:
        self._list = found
        self.due.show_list(found)
        self.left_out.show_list(found)
        self._name_tabs()

    def _on_changed(self, _: Change) -> None:
        self._is_stale = True
        if self.isVisible() and not self._is_held:
            self._load()

    def _on_held(self, held: bool) -> None:
        self._is_held = held
        if not held and self._is_stale and self.isVisible():
            self._load()

    def _name_tabs(self) -> None:
        found = self._list
        counts = (0, 0) if found is None else (len(found.people), len(found.skipped))
        due, left_out = (i18n.format_number(count) for count in counts)
        names = (
            self.tr("Due ({0})").format(due),
            self.tr("Left out ({0})").format(left_out),
            self.tr("Contacts"),
        )
        for button, name in zip(self._tabs.buttons(), names, strict=True):
            button.setText(name)

    def _take_focus(self) -> None:
        tab = self.stack.currentWidget()
        assert isinstance(tab, DueTab | LeftOutTab | ContactsTab)
        tab.take_focus()

    def _on_tab(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self._take_focus()

    def _turn(self, months: int) -> None:
        self.show_month(add_months(self._month, months))

    # Building

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        for widget in (self._earlier, self._month_label, self._later):
            top.addWidget(widget)
        top.addSpacing(14)
        for place, tab in enumerate((self.due, self.left_out, self.contacts)):
            button = KeyButton()
            button.setCheckable(True)
            button.setChecked(place == 0)
            self._tabs.addButton(button, place)
            self.stack.addWidget(tab)
            top.addWidget(button)
        top.addStretch(1)
        top.addWidget(self._waiting)
        self._waiting.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self._earlier.clicked.connect(partial(self._turn, -1))
        self._later.clicked.connect(partial(self._turn, 1))
        self._tabs.idClicked.connect(self._on_tab)
        self.due.held.connect(self._on_held)
        self.due.next_month_wanted.connect(partial(self._turn, 1))
        self.contacts.list_wanted.connect(self._tabs.button(0).click)
        self.left_out.list_wanted.connect(self._tabs.button(0).click)
        self.loader.loaded.connect(self._on_loaded)
        self.loader.waiting.connect(self._waiting.setVisible)
        theme().changed.connect(self._restyle)

    def _restyle(self) -> None:
        side = theme().px(20)
        for button, icon in ((self._earlier, "chevron-left"), (self._later, "chevron-right")):
            button.setIcon(icons.icon(icon, "text", side))
            button.setIconSize(QSize(side, side))
            button.setFixedSize(theme().px(38), theme().px(38))
        self._month_label.setMinimumWidth(theme().px(190))
