"""Who is due: the list, what is wanted of it, and what is done with those who are ticked."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.records.exports import ExportKind
from bengkel_crm.records.reminders import Channel, DuePerson, MonthList, Outcome
from bengkel_crm.trade.phones import Phone
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.frame.today import today as day_of_program
from bengkel_crm.ui.lists.list_sheet import ListSheet
from bengkel_crm.ui.lists.save_list import SaveList
from bengkel_crm.ui.lists.ticks import TickedModel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.reminders.fast_entry import FastEntry
from bengkel_crm.ui.reminders.filter_bar import FilterBar
from bengkel_crm.ui.reminders.groups import GroupBar, in_groups
from bengkel_crm.ui.reminders.outcome_bar import Answer, OutcomeBar
from bengkel_crm.ui.reminders.papers_menu import PapersMenu
from bengkel_crm.ui.reminders.people_columns import list_columns, person_key
from bengkel_crm.ui.reminders.people_table import PeopleTable
from bengkel_crm.ui.reminders.side_panel import SidePanel
from bengkel_crm.ui.reminders.whatsapp import WhatsAppDialog
from bengkel_crm.ui.reminders.whatsapp_run import messages_to, what_is_missing
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.empty_state import EmptyState
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import FittingLabel
from bengkel_crm.ui.widgets.layouts import Grow, in_column, in_row
from bengkel_crm.ui.widgets.staged import Staged
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.words.reminders import person_name
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.reminders.reminder_lists import narrow

_SIDE_PX, _NARROW_SIDE_PX = 276, 232
_WIDE_PX = 1060
_LEAST_PX = 780


class DueTab(Speaks, QWidget):
    """Acts on those who are ticked; on the one under the cursor when nobody is."""

    # Work on the list began or ended that must not see it change under its hands.
    held = Signal(bool)
    next_month_wanted = Signal()

    def __init__(self, shell: Shell, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._today = today
        self._whole: MonthList | None = None
        self._shown: MonthList | None = None
        # The list on which those stood who are being asked about.
        self._asked_of: MonthList | None = None
        self.filters = FilterBar()
        self.model: TickedModel[DuePerson] = TickedModel(list_columns(self.today), person_key, self)
        self.table = self.named(PeopleTable("reminders", self.model), "Who is due")
        self.outcomes = OutcomeBar(today)
        self.side = SidePanel()
        self.save = SaveList(shell, "reminders.due")
        self.groups = GroupBar()
        self.said = FittingLabel(TextRole.BODY, "text2")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.print_button = self.worded(KeyButton("", "print", "Ctrl+P"), "Print")
        self.papers = PapersMenu(shell, self._printed, self)
        self.paper = self.worded(KeyButton("", "edit", "F6"), "From the paper")
        self.whatsapp = self.worded(KeyButton("", "chat", "F8", ButtonKind.PRIMARY), "Send WhatsApp")
        self._sheet = ListSheet(
            self.table, EmptyState("check-circle", button_icon="arrow-right"), margins=(0, 4, 0, 4)
        )
        self._build()
        self._connect()
        self.put_again(self._show_count)

    def today(self) -> date:
        """Return the day from which the tab counts."""
        return self._today

    def set_today(self, today: date) -> None:
        """Count from another day: the program was left open over night."""
        self._today = today
        self.outcomes.set_today(today)

    def show_list(self, month_list: MonthList) -> None:
        """Show another list, with the filters that are set."""
        self._whole = month_list
        self.filters.offer(month_list)
        self._narrow()

    def people_meant(self) -> list[DuePerson]:
        """Return whom a button acts on: the ticked, else the one under the cursor."""
        current = self.table.current_record()
        return self.model.ticked() or ([] if current is None else [current])

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Esc: close the question, else take the ticks away."""
        if self.outcomes.is_asking():
            self.outcomes.close_question()
        else:
            self.model.clear_ticks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_WIDE_PX)
        self.side.setFixedWidth(theme().px(_SIDE_PX if wide else _NARROW_SIDE_PX))
        self.filters.set_narrow(not wide)
        # Beside a panel the list would lose its names; what the panel says stands on the card, an Enter away.
        self.side.setVisible(self.width() >= theme().px(_LEAST_PX))

    # What the clerk does

    def _on_outcome(self, outcome: Outcome) -> None:
        people = self.people_meant()
        if not people:
            return
        vehicles: dict[int, str] = {}
        phones: tuple[Phone, ...] = ()
        if len(people) == 1:
            vehicles = {item.vehicle_id: item.plate for item in people[0].items}
            phones = people[0].phones
        self._asked_of = self._whole
        self.outcomes.ask(outcome, list(vehicles.items()), people, phones)

    def _on_answered(self, answer: Answer) -> None:
        whole = self._asked_of
        people = [person for person in answer.asked if isinstance(person, DuePerson)]
        if whole is None or not people:
            return
        if answer.vehicle_id is not None:
            people = [reminders.only_vehicle(person, answer.vehicle_id) for person in people]
        with self._shell.showing_errors():
            change = reminders.record_calls(
                self._shell.database,
                whole,
                people,
                answer.outcome,
                day_of_program().now(),
                answer.snooze_until,
                answer.phone,
            )
            self.model.clear_ticks()
            show_change(self._shell, change)
        self.take_focus()

    def type_back(self) -> None:
        """Take what came of the calls from the call sheet, number by number."""
        if self._whole is None:
            return
        self._begin_run(FastEntry(self._shell, self._whole, self._today, self.window()))

    def _people_printed(self) -> list[DuePerson]:
        """Return whom a paper is about: the ticked, else everybody shown, in the order shown."""
        return self.model.ticked() or list(self.model.records())

    def _printed(self) -> tuple[list[DuePerson], MonthList] | None:
        people = self._people_printed()
        return (people, self._whole) if people and self._whole is not None else None

    def _on_letters_sent(self, people: list[DuePerson], whole: MonthList) -> None:
        with self._shell.showing_errors():
            change = reminders.record_sent(
                self._shell.database, whole, people, Channel.LETTER, "", day_of_program().now()
            )
            self.model.clear_ticks()
            show_change(self._shell, change)

    def save_list(self) -> None:
        """Save those who are ticked, else everybody shown, with the columns that are shown."""
        if self._whole is not None:
            self.save.ask_for(
                f"{self.tr('Reminders')} {i18n.format_long_month(self._whole.month)}",
                ExportKind.DUE,
                self.tr("Who is due"),
                self.table.chosen_columns(),
                self._people_printed(),
            )

    def send_whatsapp(self) -> None:
        """Go through the messages to those who are meant."""
        whole = self._whole
        people = self.people_meant()
        if whole is None or not people:
            return
        messages = messages_to(self._shell.database, whole, people)
        if not messages:
            self._shell.show_message(self.tr("None of them has a number for WhatsApp."), Tone.WARN)
            return
        remark = what_is_missing(self._shell.database)
        self._begin_run(WhatsAppDialog(self._shell, messages, self.window(), remark=remark))

    def _begin_run(self, run: Staged) -> None:
        """Hold the list while somebody goes through it; while the run waits, the list is anybody's again."""
        run.finished.connect(self._on_run_left)
        run.parked.connect(self._on_run_left)
        self.held.emit(True)
        self._shell.forms.show_form(run)

    def _on_run_left(self) -> None:
        # A run that waited ends over another page.
        if self.isVisible():
            self.model.clear_ticks()
        self.held.emit(False)

    def _on_activated(self, row: int) -> None:
        self._shell.open_card(self.model.record(row).items[0].vehicle_id)

    # What is shown

    def _narrow(self) -> None:
        if self._whole is None:
            return
        self._shown = narrow(self._whole, self.filters.wanted())
        people = in_groups(self._shown.people, self._today)
        self.groups.show_people(people, self._today)
        self.table.show_records(people)
        self.side.show_month(self._shown)
        self._sheet.show_whether(self._shown.people)
        self._show_count()

    def _on_group(self, row: int) -> None:
        self.table.selectRow(row)
        self.table.scrollTo(self.model.index(row, 0), PeopleTable.ScrollHint.PositionAtTop)
        self.take_focus()

    def _on_person(self, person: DuePerson | None) -> None:
        self.groups.mark(person, self._today)
        # What came of a call is asked where somebody is being called.
        self.outcomes.name_person(None if person is None else person_name(person))
        self.side.show_person(person, self._today)

    def _show_count(self) -> None:
        people = () if self._shown is None else self._shown.people
        vehicles = len({item.vehicle_id for person in people for item in person.items})
        ticked = len(self.model.ticked())
        said = [self.tr("%n people", "", len(people))]
        if ticked:
            said.insert(0, self.tr("{0} ticked").format(i18n.format_number(ticked)))
        said += [self.tr("%n vehicles", "", vehicles), self.tr("Space ticks, Ctrl+A all")]
        shorter = (" · ".join(said[:many]) for many in range(len(said), -1, -1))
        self.said.set_wordings(*shorter)
        if self._is_filtered():
            title, button = self.tr("Nobody fits these filters"), self.tr("Show all")
            text = self.tr("There are people who are due this month; the filters leave them out.")
        else:
            title, button = self.tr("Nobody is due this month"), self.tr("See the next month")
            text = self.tr(
                "Who is due follows from the work that was done and how often it returns. "
                "Those left out stand in the next tab, each with the reason."
            )
        self._sheet.empty.set_words(title, text, button)

    def _is_filtered(self) -> bool:
        return self._whole is not None and bool(self._whole.people)

    def _on_empty(self) -> None:
        if self._is_filtered():
            self.filters.clear()
        else:
            self.next_month_wanted.emit()

    def _build(self) -> None:
        beside = in_row(Grow(self.groups), self.filters.unfold, spacing=12)
        top = in_column(beside, self.filters, spacing=8)
        row = in_row(Grow(self._sheet), self.side, spacing=12)
        foot = in_row(Grow(self.said), self.paper, self.print_button, self.save, self.whatsapp, spacing=8)
        in_column(top, Grow(row), self.outcomes, foot, on=self, spacing=8, margins=(0, 0, 0, 0))

    def _connect(self) -> None:
        self.filters.changed.connect(self._narrow)
        self._sheet.empty.activated.connect(self._on_empty)
        self.model.ticks_changed.connect(self._show_count)
        self.table.record_changed.connect(self._on_person)
        self.table.outcome_typed.connect(self._on_outcome)
        self.table.activated_row.connect(self._on_activated)
        self.paper.clicked.connect(self.type_back)
        self.print_button.clicked.connect(lambda: self.papers.pop_up_above(self.print_button))
        self.papers.letters_sent.connect(self._on_letters_sent)
        self.groups.wanted.connect(self._on_group)
        self.save.asked.connect(self.save_list)
        self.whatsapp.clicked.connect(self.send_whatsapp)
        self.outcomes.pressed.connect(self._on_outcome)
        self.outcomes.answered.connect(self._on_answered)
        self.outcomes.closed.connect(self.take_focus)
        self.side.card_wanted.connect(self._shell.open_card)
