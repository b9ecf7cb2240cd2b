"""The contact log of a month: what was sent, what was said, what followed; outcomes are typed here, too."""

from collections import Counter
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.records.exports import ExportKind
from bengkel_crm.records.reminders import ContactRow, Outcome
from bengkel_crm.trade.dates import add_months
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.frame.today import today as day_of_program
from bengkel_crm.ui.lists.list_sheet import ListSheet
from bengkel_crm.ui.lists.save_list import SaveList
from bengkel_crm.ui.lists.tick_table import TickTable
from bengkel_crm.ui.lists.ticks import TickedModel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.reminders.contact_calendar import ContactCalendar
from bengkel_crm.ui.reminders.contact_columns import CONTACT_COLUMNS, contact_key
from bengkel_crm.ui.reminders.outcome_bar import Answer, OutcomeBar
from bengkel_crm.ui.reminders.side_panel import pair_line
from bengkel_crm.ui.shell.query import Query
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.card import CardFrame, SectionTitle
from bengkel_crm.ui.widgets.column_scroll import ColumnScroll
from bengkel_crm.ui.widgets.empty_state import EmptyState
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, fill, in_column, in_row
from bengkel_crm.ui.widgets.stretch_rows import drop_widgets
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.words.reminders import channel_words
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.reminders import reminders

_SIDE_PX, _NARROW_SIDE_PX = 300, 216
_WIDE_PX = 1060
# With less than this the list needs all of it, and the calendar leaves.
_BESIDE_PX = 884


class ContactsTab(Speaks, QWidget):
    """Acts on the contacts that are ticked; on the one under the cursor when none is."""

    list_wanted = Signal()

    def __init__(self, shell: Shell, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._today = today
        self.query: Query[tuple[date, list[ContactRow]]] = Query(shell, "reminders.contacts", self)
        self._contacts: list[ContactRow] = []
        self._is_wide: bool | None = None
        self.model: TickedModel[ContactRow] = TickedModel(CONTACT_COLUMNS, contact_key, self)
        self.table: TickTable[ContactRow] = self.named(TickTable("contacts", self.model), "Contacts")
        self.outcomes = OutcomeBar(today)
        self.calendar = ContactCalendar(today.replace(day=1), today)
        self.save = SaveList(shell, "reminders.contacts")
        self._side = CardFrame(margins=(0, 8, 0, 8))
        self._channels_title = SectionTitle()
        self._beside = QVBoxLayout()
        self._channels = QVBoxLayout()
        self._content_title = SectionTitle()
        self._content = TextLabel("", TextRole.BODY, "text2", wrap=True)
        self._count = ElidedLabel("", TextRole.BODY, "text2")
        self._sheet = ListSheet(
            self.table, EmptyState("phone", button_icon="arrow-right"), margins=(0, 4, 0, 4)
        )
        self._build()
        self._connect()
        self.put_text(self._channels_title.set_title, "How")
        self.put_text(self._content_title.set_title, "What was written")
        self.put_again(self._show_count)

    def today(self) -> date:
        """Return the day from which the tab counts."""
        return self._today

    def set_today(self, today: date) -> None:
        """Count from another day."""
        self._today = today
        self.outcomes.set_today(today)

    def load(self, month: date) -> None:
        """Read the contacts of the month of that first day."""
        last = add_months(month, 1) - timedelta(days=1)
        self.query.ask_away(lambda database, _: (month, reminders.list_contacts(database, month, last)))

    def _on_loaded(self, found: tuple[date, list[ContactRow]]) -> None:
        month, self._contacts = found
        counts = Counter(contact.at.date() for contact in self._contacts)
        self.calendar.show_month(month, counts, self._today)
        self._fill()

    def contacts_meant(self) -> list[ContactRow]:
        """Return which contacts a key acts on: the ticked, else the one under the cursor."""
        current = self.table.current_record()
        return self.model.ticked() or ([] if current is None else [current])

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Esc: close the question, else show the whole month, else take the ticks away."""
        if self.outcomes.is_asking():
            self.outcomes.close_question()
        elif self.calendar.day() is not None:
            self.calendar.choose(None)
        else:
            self.model.clear_ticks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_WIDE_PX)
        beside = self.width() >= theme().px(_BESIDE_PX)
        if not beside:
            # A day that can not be seen is not chosen.
            self.calendar.choose(None)
        self._side.setVisible(beside)
        self._side.setFixedWidth(theme().px(_SIDE_PX if wide else _NARROW_SIDE_PX))
        if wide == self._is_wide:
            return
        self._is_wide = wide
        # The calendar shows all seven days of a week beside a list that keeps its titles whole.
        left, right = (12, 12) if wide else (6, 4)
        self._beside.setContentsMargins(left, 2, right, 2)
        for place, column in enumerate(self.model.columns):
            if column.key == "way":
                self.table.setColumnHidden(place, not wide)

    # What the clerk does

    def _on_outcome(self, outcome: Outcome) -> None:
        contacts = self.contacts_meant()
        if contacts:
            vehicles = contacts[0].vehicles if len(contacts) == 1 else ()
            self.outcomes.ask(outcome, vehicles, contacts)

    def _on_answered(self, answer: Answer) -> None:
        ids = [contact.contact_id for contact in answer.asked if isinstance(contact, ContactRow)]
        vehicle_ids = () if answer.vehicle_id is None else (answer.vehicle_id,)
        with self._shell.showing_errors():
            change = reminders.record_outcome(
                self._shell.database,
                ids,
                answer.outcome,
                day_of_program().now(),
                answer.snooze_until,
                vehicle_ids,
            )
            self.model.clear_ticks()
            show_change(self._shell, change)
        self.take_focus()

    def save_list(self) -> None:
        """Save the contacts that are ticked, else all that are shown, with the columns that are chosen."""
        contacts = self.model.ticked() or list(self.model.records())
        if contacts:
            aside = () if self._is_wide else ("way",)
            self.save.ask_for(
                f"{self.tr('Contacts')} {i18n.format_long_month(contacts[0].at.date())}",
                ExportKind.CONTACTS,
                self.tr("Contacts"),
                self.table.chosen_columns(aside),
                contacts,
            )

    def _on_activated(self, row: int) -> None:
        for plate in self.model.record(row).plates[:1]:
            card = lookup.look_up_plate(self._shell.database, plate)
            if card is not None:
                self._shell.open_card(card.vehicle.id)

    # What is shown

    def _fill(self) -> None:
        day = self.calendar.day()
        shown = [contact for contact in self._contacts if day in (None, contact.at.date())]
        self.table.show_records(shown)
        self._sheet.show_whether(shown)
        drop_widgets(self._channels)
        for channel, count in Counter(contact.channel for contact in shown).most_common():
            self._channels.addWidget(pair_line(channel_words(channel), i18n.format_number(count)))
        self._channels_title.setVisible(bool(shown))
        self._show_count()

    def _on_contact(self, contact: ContactRow | None) -> None:
        content = "" if contact is None else contact.content
        self._content.setText(content)
        self._content.setVisible(bool(content))
        self._content_title.setVisible(bool(content))

    def _show_count(self) -> None:
        contacts = self.model.records()
        came = sum(contact.answered_on is not None for contact in contacts)
        ticked = len(self.model.ticked())
        said = [self.tr("%n contacts", "", len(contacts)), self.tr("%n followed by a visit", "", came)]
        if ticked:
            said.insert(0, self.tr("{0} ticked").format(i18n.format_number(ticked)))
        self._count.setText(" · ".join(said))
        if self.calendar.day() is None:
            self._sheet.empty.set_words(
                self.tr("No contacts this month"),
                self.tr("Calls, messages and letters to customers are listed here with what followed."),
                self.tr("Show who is due"),
            )
        else:
            self._sheet.empty.set_words(
                self.tr("No contacts on this day"), "", self.tr("Show the whole month")
            )

    def _on_empty(self) -> None:
        if self.calendar.day() is not None:
            self.calendar.choose(None)
        else:
            self.list_wanted.emit()

    def _build(self) -> None:
        self._channels.setSpacing(2)
        inside = QWidget()
        inside.setLayout(self._beside)
        fill(self._beside, self.calendar, 6, self._channels_title, self._channels)
        fill(self._beside, 6, self._content_title, self._content, Stretch())
        self._side.body.addWidget(ColumnScroll(inside))
        row = in_row(Grow(self._sheet), self._side, spacing=12)
        foot = in_row(Grow(self._count), self.save)
        in_column(Grow(row), self.outcomes, foot, on=self, spacing=10, margins=(0, 0, 0, 0))

    def _connect(self) -> None:
        self.query.answered.connect(self._on_loaded)
        self.save.asked.connect(self.save_list)
        self.calendar.chosen.connect(self._fill)
        self.model.ticks_changed.connect(self._show_count)
        self.table.record_changed.connect(self._on_contact)
        self.table.outcome_typed.connect(self._on_outcome)
        self.table.activated_row.connect(self._on_activated)
        self.outcomes.pressed.connect(self._on_outcome)
        self.outcomes.answered.connect(self._on_answered)
        self.outcomes.closed.connect(self.take_focus)
        self._sheet.empty.activated.connect(self._on_empty)
