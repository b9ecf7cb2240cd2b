"""Who is due and left out, each with the reason."""

from collections import Counter
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.exports import ExportKind
from bengkel_crm.records.reminders import DuePerson, MonthList, SkipReason
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.lists.columns import ListColumn
from bengkel_crm.ui.lists.list_sheet import ListSheet
from bengkel_crm.ui.lists.save_list import SaveList
from bengkel_crm.ui.lists.ticks import ListModel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.reminders import contact_words
from bengkel_crm.ui.reminders.people_columns import list_columns, person_key
from bengkel_crm.ui.reminders.people_table import PeopleTable
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.days_box import DaysBox
from bengkel_crm.ui.widgets.empty_state import EmptyState
from bengkel_crm.ui.widgets.labels import FittingLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import At, Grow, in_column, in_row
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.workshop.reminders import reminders

# Ten years: nobody is late for longer than the shop has its book.
_MOST_DAYS = 3650


REASON_COLUMN: ListColumn[DuePerson] = ListColumn(
    "reason",
    lambda: translate("PeopleList", "Left out because"),
    lambda person: contact_words.skip_words(person.items[0]),
    width=230,
    least=106,
    nothing="",
)


class LeftOutTab(Speaks, QWidget):
    """Shows them all, or those of one reason."""

    list_wanted = Signal()
    # Who is due follows from them.

    def __init__(self, shell: Shell, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._month: date | None = None
        self._people: tuple[DuePerson, ...] = ()
        self.reason: ChoiceBox[SkipReason | None] = self.named(ChoiceBox({None: ""}), "Reason")
        self._today = today
        columns = (REASON_COLUMN, *list_columns(self.today))
        self.model: ListModel[DuePerson] = ListModel(columns, person_key, self)
        self.table = self.named(PeopleTable("reminders_left_out", self.model), "Left out")
        self._hint = FittingLabel(TextRole.BODY, "text2")
        self._late_words = self.worded(TextLabel("", TextRole.BODY, "text2"), "Off the list when late for")
        self.late_days = DaysBox(0, _MOST_DAYS)
        self.save = SaveList(shell, "reminders.left_out")
        self._sheet = ListSheet(
            self.table, EmptyState("check-circle", button_icon="arrow-right"), margins=(0, 4, 0, 4)
        )
        top = in_row(
            self.reason, Grow(self._hint), self._late_words, self.late_days, self.late_days.button, spacing=12
        )
        in_column(
            top,
            Grow(self._sheet),
            At(self.save, Qt.AlignmentFlag.AlignRight),
            on=self,
            spacing=10,
            margins=(0, 0, 0, 0),
        )
        self.save.asked.connect(self.save_list)
        self.reason.activated.connect(self._fill)
        self.late_days.entered.connect(self._on_late_days)
        self._sheet.empty.activated.connect(self.list_wanted)
        self.table.activated_row.connect(self._on_activated)
        theme().changed.connect(self._restyle)
        self._restyle()
        self._put_texts()

    def today(self) -> date:
        """Return the day from which the tab counts."""
        return self._today

    def set_today(self, today: date) -> None:
        """Count from another day."""
        self._today = today

    def shop_opened(self) -> None:
        """Show the shop's own number of days."""
        self.late_days.set_days(reminders.late_days(self._shell.database))

    def save_list(self) -> None:
        """Save those who are shown, with the columns that are."""
        month = self._month
        if month is not None:
            self.save.ask_for(
                f"{self.tr('Left out')} {i18n.format_long_month(month)}",
                ExportKind.LEFT_OUT,
                self.tr("Left out"),
                self.table.chosen_columns(),
                self.model.records(),
            )

    def show_list(self, month_list: MonthList) -> None:
        """Show who was left out of a month, and why."""
        self._month = month_list.month
        self._people = month_list.skipped
        self._offer()
        self._fill()

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_texts(self) -> None:
        self.put_again(
            lambda: self._hint.set_wordings(
                self.tr("Enter opens the card, where most of these can be put right."), ""
            )
        )
        self.put_text(
            self._sheet.empty.set_words,
            "Nobody is left out",
            "Everybody who is due is on the list.",
            "Back to the list",
        )
        self.put_again(self._offer)
        self.put_again(self._show_texts)

    def _show_texts(self) -> None:
        self.late_days.setAccessibleName(self._late_words.text())

    def _offer(self) -> None:
        counts = Counter(reason for person in self._people if (reason := person.items[0].skip) is not None)
        choices: dict[SkipReason | None, str] = {None: self.tr("All reasons ({0})").format(len(self._people))}
        choices |= {
            reason: f"{contact_words.reason_words(reason)} ({count})"
            for reason, count in counts.most_common()
        }
        self.reason.set_choices(choices)

    def _fill(self) -> None:
        wanted = self.reason.value()
        people = tuple(person for person in self._people if wanted in (None, person.items[0].skip))
        self.table.show_records(people)
        self._sheet.show_whether(people)

    def _on_late_days(self, days: int) -> None:
        with self._shell.showing_errors():
            change = reminders.set_late_days(self._shell.database, days)
            self.late_days.set_days(days)
            if change is not None:
                said = self.tr("Saved: off the list when late for %n days", "", days)
                show_change(self._shell, change, said)

    def _on_activated(self, row: int) -> None:
        self._shell.open_card(self.model.record(row).items[0].vehicle_id)

    def _restyle(self) -> None:
        self.reason.setMinimumWidth(theme().px(260))
