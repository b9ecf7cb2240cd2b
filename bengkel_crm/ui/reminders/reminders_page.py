"""The reminders page: month by month, who is due, who was told, and what came of it."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QToolButton, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.records.journal import Change
from bengkel_crm.records.reminders import MonthList
from bengkel_crm.trade.dates import add_months
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.reminders.contacts_tab import ContactsTab
from bengkel_crm.ui.reminders.due_tab import DueTab
from bengkel_crm.ui.reminders.left_out_tab import LeftOutTab
from bengkel_crm.ui.reminders.response_tab import ResponseTab
from bengkel_crm.ui.shell.query import Query
from bengkel_crm.ui.shell.shell import Command, Page, Shell
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, in_column, in_row
from bengkel_crm.workshop.reminders.reminders import list_month

# As many people a text is tried on.
_SAMPLES = 20
# From this width on (at 100 %) the month is written out.
_ROOMY_PX = 900
_SHOWS = frozenset(
    {
        "vehicle",
        "ownership",
        "customer",
        "customer_phone",
        "note",
        "contact",
        "reminder",
        "work_order",
        "work_order_line",
        "product",
        "mechanic",
        "job_kind",
        "job_interval",
        "setting",
    }
)


class _Part(StrEnum):
    """What is read apart from the rest."""

    LIST = "list"
    CONTACTS = "contacts"
    RESPONSE = "response"


class RemindersPage(Page):
    """One month at a time: the due, those left out, what was sent, and what came of it."""

    help_topic: ClassVar[str] = "reminders"
    shows = _SHOWS

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._today = today().day()
        self._month = self._today.replace(day=1)
        self._stale = set(_Part)
        self._is_held = False
        self._list: MonthList | None = None
        self.query: Query[MonthList] = Query(shell, "reminders.month", self)
        self.due = DueTab(shell, self._today)
        self.left_out = LeftOutTab(shell, self._today)
        self.contacts = ContactsTab(shell, self._today)
        self.response = ResponseTab(shell, self._today)
        self._month_label = TextLabel("", TextRole.TITLE)
        self._earlier, self._later = QToolButton(), QToolButton()
        self._waiting = self.worded(TextLabel("", TextRole.BODY, "text2"), "Reading the list…")
        self.texts = self.worded(KeyButton("", "edit", kind=ButtonKind.LINK), "Texts…")
        self.tabs = QButtonGroup(self)
        self.stack = QStackedWidget()
        # What the tabs show, in their order.
        self._parts = (_Part.LIST, _Part.LIST, _Part.CONTACTS, _Part.RESPONSE)
        self._build()
        self._connect()
        self._restyle()
        self.put_again(self._name_month)
        self.put_again(self._name_tabs)
        self.put_again(self._show_texts)

    # What the window asks

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        """Return what the keys do on the tab in front."""
        found: dict[Command, Callable[[], None]] = {}
        if self.stack.currentWidget() is self.response:
            found[Command.PRINT] = self.response.print_page
            found[Command.TO_EXCEL] = self.response.save_list
        if self.stack.currentWidget() is self.left_out:
            found[Command.TO_EXCEL] = self.left_out.save_list
        if self.stack.currentWidget() is self.contacts:
            found[Command.BACK] = self.contacts.go_back
            found[Command.TO_EXCEL] = self.contacts.save_list
        if self.stack.currentWidget() is self.due:
            found[Command.BACK] = self.due.go_back
            found[Command.PRINT] = self.due.papers.entry("call_sheet").trigger
            found[Command.TO_EXCEL] = self.due.save_list
            found[Command.WHATSAPP] = self.due.send_whatsapp
            found[Command.FROM_PAPER] = self.due.type_back
        return found

    def shop_opened(self) -> None:
        """Begin to follow the shop, and read the month if the page is seen."""
        self.response.shop_opened()
        self.left_out.shop_opened()
        self.shell.changed.connect(self._on_changed)
        if self.isVisible():
            self._load()

    def come_to_front(self) -> None:
        """Read what changed meanwhile and put the keyboard on the list."""
        self._follow_day()
        self._load()
        self._take_focus()

    def day_began(self) -> None:
        """Count everything from the new day."""
        # Another visit may count, even where the page has seen the day already.
        self._stale = set(_Part)
        self._follow_day()
        if self.isVisible():
            self._load()

    def put_away(self) -> None:
        """Keep the widths of columns."""
        for table in (self.due.table, self.left_out.table, self.contacts.table):
            table.save_columns(self.shell.settings)

    def is_reading(self) -> bool:
        """Return whether a list is being read."""
        queries = (self.query, self.contacts.query, self.response.query)
        return any(query.is_waiting() for query in queries)

    def month(self) -> date:
        """Return the first day of the month that is shown."""
        return self._month

    def show_month(self, month: date) -> None:
        """Turn to the month of a day."""
        self._month = month.replace(day=1)
        self._name_month()
        self.reload()

    def _show_texts(self) -> None:
        for button, name in (
            (self._earlier, self.tr("The month before")),
            (self._later, self.tr("The next month")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)

    # What is shown

    def _load(self) -> None:
        """Read what the tab in front shows, if something may have changed it."""
        part = self._parts[self.stack.currentIndex()]
        if part not in self._stale or self._is_held or not self.shell.is_open:
            return
        self._stale.discard(part)
        month, today = self._month, self._today
        match part:
            case _Part.LIST:
                self.query.ask_away(lambda database, _: list_month(database, month, today))
            case _Part.CONTACTS:
                self.contacts.load(month)
            case _Part.RESPONSE:
                self.response.load(month)

    def reload(self) -> None:
        """Read everything anew, each part when it is looked at."""
        self._stale = set(_Part)
        if self.isVisible():
            self._load()

    def _on_loaded(self, found: MonthList) -> None:
        self._list = found
        self.due.show_list(found)
        self.left_out.show_list(found)
        self._name_tabs()

    def _on_changed(self, change: Change) -> None:
        if change.touches(self.shows):
            self.reload()

    def _follow_day(self) -> None:
        """Count from the present day; the month goes along if it was the present one."""
        day = today().day()
        # Work on the list must not see it change under its hands.
        if day == self._today or self._is_held:
            return
        if self._month == self._today.replace(day=1):
            self._month = day.replace(day=1)
            self._name_month()
        self._today = day
        for tab in (self.due, self.left_out, self.contacts, self.response):
            tab.set_today(day)
        self._stale = set(_Part)

    def _on_held(self, held: bool) -> None:
        self._is_held = held
        if not held:
            self._follow_day()
        if self.isVisible():
            self._load()

    def _name_tabs(self) -> None:
        found = self._list
        counts = (0, 0) if found is None else (len(found.people), len(found.skipped))
        due, left_out = (i18n.format_number(count) for count in counts)
        names = (
            self.tr("Due ({0})").format(due),
            self.tr("Left out ({0})").format(left_out),
            self.tr("Contacts"),
            self.tr("Response"),
        )
        for button, name in zip(self.tabs.buttons(), names, strict=True):
            button.setText(name)

    def _on_texts(self) -> None:
        if self.shell.is_open:
            people = self.due.people_meant() or list(self.due.model.records()[:_SAMPLES])
            self.shell.openers.edit_texts(people, self._today)

    def _take_focus(self) -> None:
        tab = self.stack.currentWidget()
        assert isinstance(tab, DueTab | LeftOutTab | ContactsTab | ResponseTab)
        tab.take_focus()

    def _on_tab(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self._load()
        self._take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_month()

    def _name_month(self) -> None:
        roomy = self.width() >= theme().px(_ROOMY_PX)
        name = i18n.format_long_month if roomy else i18n.format_month
        self._month_label.setText(name(self._month))
        self._month_label.setMinimumWidth(theme().px(190) if roomy else 0)
        self.texts.set_compact(not roomy)

    def _turn(self, months: int) -> None:
        self.show_month(add_months(self._month, months))

    # Building

    def _build(self) -> None:
        top = in_row(self._earlier, self._month_label, self._later, 14, spacing=6)
        for place, tab in enumerate((self.due, self.left_out, self.contacts, self.response)):
            button = KeyButton()
            button.setCheckable(True)
            button.setChecked(place == 0)
            self.tabs.addButton(button, place)
            self.stack.addWidget(tab)
            top.addWidget(button)
        top.addStretch(1)
        top.addWidget(self._waiting)
        top.addWidget(self.texts)
        self._waiting.hide()
        in_column(top, Grow(self.stack), on=self, spacing=10, margins=(20, 14, 20, 12))

    def _connect(self) -> None:
        self._earlier.clicked.connect(partial(self._turn, -1))
        self._later.clicked.connect(partial(self._turn, 1))
        self.texts.clicked.connect(self._on_texts)
        self.tabs.idClicked.connect(self._on_tab)
        self.due.held.connect(self._on_held)
        self.due.next_month_wanted.connect(partial(self._turn, 1))
        self.contacts.list_wanted.connect(self.tabs.button(0).click)
        self.left_out.list_wanted.connect(self.tabs.button(0).click)
        self.query.answered.connect(self._on_loaded)
        self.query.waiting.connect(self._waiting.setVisible)
        theme().changed.connect(self._restyle)

    def _restyle(self) -> None:
        side = theme().px(20)
        for button, icon in ((self._earlier, "chevron-left"), (self._later, "chevron-right")):
            button.setIcon(icons.icon(icon, "text", side))
            button.setIconSize(QSize(side, side))
            button.setFixedSize(theme().px(38), theme().px(38))
        self._name_month()
