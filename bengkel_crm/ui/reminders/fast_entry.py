"""From the paper: the number on the call sheet, Enter, and one key for what came of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bengkel_crm.base import errors
from bengkel_crm.records.journal import Change
from bengkel_crm.records.reminders import DuePerson, MonthList, Outcome, SkipReason
from bengkel_crm.ui.forms.form_parts import FormNotice
from bengkel_crm.ui.forms.help import offer_help
from bengkel_crm.ui.frame.today import today as day_of_program
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.reminders.contact_words import phone_words, plates_of, skip_words
from bengkel_crm.ui.reminders.outcome_bar import Answer, OutcomeBar
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.card import CardFrame, SectionTitle
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, in_column, in_row
from bengkel_crm.ui.widgets.line_edit import LineEdit
from bengkel_crm.ui.widgets.plate_badge import PlateBadge
from bengkel_crm.ui.widgets.staged import Staged
from bengkel_crm.ui.widgets.stretch_rows import drop_widgets
from bengkel_crm.words.messages import describe_error
from bengkel_crm.words.reminders import OUTCOME_KEYS, item_words, outcome_words, person_name
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.reminders.call_numbers import find_called, needs_sheet

_WIDTH_PX, _HEIGHT_PX = 900, 430
_LISTED = 6
_KEY_OUTCOMES = {key: outcome for outcome, key in OUTCOME_KEYS.items()}


class FastEntry(Staged):
    """The number box has the keys until Enter found somebody; then a digit is an outcome."""

    def __init__(
        self, shell: Shell, month_list: MonthList, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__("from paper:", _WIDTH_PX, _HEIGHT_PX, parent)
        offer_help(self, "reminders")
        self._shell = shell
        self._list = month_list
        self._person: DuePerson | None = None
        self._written: list[tuple[str, Change]] = []
        self.number = self.first_field = LineEdit(TextRole.PLATE_LINE)
        self.outcomes = OutcomeBar(today)
        self.notice = FormNotice()
        self._caption = TextLabel(self.tr("Number on the paper"), TextRole.CAPTION, "text2")
        self._hint = TextLabel(self.tr("Type the number and press Enter."), TextRole.BODY, "text2", wrap=True)
        self._sheet = CardFrame()
        self._badge = PlateBadge()
        self._name, self._reach = ElidedLabel("", TextRole.TITLE), ElidedLabel("", TextRole.BODY, "text2")
        self._what = ElidedLabel("", TextRole.BODY)
        self._title = SectionTitle(self.tr("Written down"))
        self._rows = QVBoxLayout()
        self._build()
        self._show_person(None)

    def person(self) -> DuePerson | None:
        """Return whom the number stood for, once it was entered."""
        return self._person

    def written(self) -> list[str]:
        """Return what was written down so far, the latest first."""
        return [words for words, _ in reversed(self._written)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While somebody is shown the digits are outcomes, whatever stands in the box.
        if (
            watched is self.number
            and self._person is not None
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.text() in _KEY_OUTCOMES
        ):
            self._on_outcome(_KEY_OUTCOMES[event.text()])
            return True
        return super().eventFilter(watched, event)

    def is_dirty(self) -> bool:
        """Return that nothing is lost by leaving: each line was saved when it was typed."""
        # What was entered is written down; whoever comes back needs the list as it is then.
        return False

    def discard(self) -> None:
        """Leave."""
        super().reject()

    def reject(self) -> None:
        """Esc closes the question, then forgets the number, then closes."""
        if self.outcomes.is_asking():
            self.outcomes.close_question()
        elif self._person is not None:
            self._show_person(None)
        else:
            super().reject()

    def _on_entered(self) -> None:
        text = self.number.text().strip()
        if not text.replace("-", "").isdecimal():
            self._say(self.tr("That is no number of the paper."))
            return
        if needs_sheet(self._shell.database, text):
            self._say(
                self.tr("Of which sheet? Its number stands at the top: type for example 3-{0}.").format(text)
            )
            return
        called = find_called(self._shell.database, text)
        person = None if called is None else _find(self._list, called.vehicle_ids)
        if called is None:
            self._say(self.tr("No paper that was printed has number {0}.").format(text))
        elif person is not None and called.knows_customer and person.customer_id != called.customer_id:
            self._say(self.tr("Number {0} has a new owner since the paper was printed.").format(text))
        elif person is None:
            self._say(self.tr("Number {0} is not due any more: the work was done since.").format(text))
        else:
            self._show_person(person)

    def _on_outcome(self, outcome: Outcome) -> None:
        person = self._person
        if person is not None:
            vehicles = {item.vehicle_id: item.plate for item in person.items}
            self.outcomes.ask(outcome, list(vehicles.items()), [person], person.phones)

    def _on_answered(self, answer: Answer) -> None:
        person = self._person
        if person is None:
            return
        meant = person if answer.vehicle_id is None else reminders.only_vehicle(person, answer.vehicle_id)
        try:
            change = reminders.record_calls(
                self._shell.database,
                self._list,
                [meant],
                answer.outcome,
                day_of_program().now(),
                answer.snooze_until,
                answer.phone,
            )
        except errors.ExpectedError as problem:
            self.notice.say(describe_error(problem), Tone.BAD)
            return
        words = f"{self.number.text()} · {person_name(person)}: {outcome_words(answer.outcome)}"
        self._written.append((words, change))
        self._shell.announce(change)
        self._show_person(None)
        self._list_written()

    def _take_back(self) -> None:
        words, change = self._written[-1]
        try:
            undone = undo_last(self._shell.database, change.deed_id)
        except errors.ExpectedError as problem:
            self.notice.say(describe_error(problem), Tone.BAD)
            return
        self._written.pop()
        self._shell.announce(undone)
        self._list_written()
        self.notice.say(self.tr("Undone: {0}").format(words), Tone.NEUTRAL)
        self.number.setFocus()

    def _say(self, text: str) -> None:
        self._show_person(None)
        self.notice.say(text, Tone.WARN)

    def _show_person(self, person: DuePerson | None) -> None:
        self._person = person
        self.notice.clear()
        self.outcomes.close_question()
        self.outcomes.setEnabled(person is not None)
        for part in (self._badge, self._name, self._reach, self._what):
            part.setVisible(person is not None)
        self._hint.setVisible(person is None)
        if person is None:
            self.number.clear()
        else:
            plates = plates_of(person)
            self._badge.set_plate(plates[0])
            self._name.setText(person_name(person))
            self._reach.setText(" · ".join(part for part in (phone_words(person), *plates[1:]) if part))
            what = ", ".join(dict.fromkeys(item_words(item) for item in person.items))
            first = person.items[0]
            told = skip_words(first) if first.skip in (SkipReason.REMINDED, SkipReason.SNOOZED) else ""
            self._what.setText(" · ".join(part for part in (what, told) if part))
        self.number.setFocus()

    def _list_written(self) -> None:
        drop_widgets(self._rows)
        for words, _ in list(reversed(self._written))[:_LISTED]:
            self._rows.addWidget(ElidedLabel(words, TextRole.BODY, "text2"))
        self._title.setVisible(bool(self._written))
        self._title.set_caption(self.tr("%n in all", "", len(self._written)))
        self._undo.setVisible(bool(self._written))

    def _build(self) -> None:
        self.setWindowTitle(self.tr("From the paper"))
        self.number.setAccessibleName(self._caption.text())
        self.number.setMaxLength(12)
        self.number.setFixedWidth(theme().px(150))
        self.number.installEventFilter(self)
        self.number.returnPressed.connect(self._on_entered)
        box = in_column(self._caption, self.number, Stretch(), spacing=4)
        lines = in_column(self._name, self._reach, self._what, spacing=1)
        head = in_row(box, Grow(self._hint), self._badge, Grow(lines), spacing=18)
        self._sheet.body.addLayout(head)
        self._sheet.setMinimumHeight(theme().px(112))
        self._undo = self._title.add_link("undo", self.tr("Undo the last"))
        self._title.link_activated.connect(self._take_back)
        self._title.hide()
        close = KeyButton(self.tr("Close"), key="Esc")
        close.clicked.connect(self.discard)
        foot = in_row(Stretch(), close)
        in_column(
            self._sheet,
            self.notice,
            self.outcomes,
            6,
            self._title,
            self._rows,
            Stretch(),
            foot,
            on=self,
            spacing=10,
            margins=(20, 18, 20, 14),
        )
        self.outcomes.pressed.connect(self._on_outcome)
        self.outcomes.answered.connect(self._on_answered)
        self.outcomes.closed.connect(self.number.setFocus)


def _find(month_list: MonthList, vehicles: Sequence[int]) -> DuePerson | None:
    """Return who on the list is about one of these vehicles; those who can be reminded first."""
    wanted = set(vehicles)
    for person in (*month_list.people, *month_list.skipped):
        if wanted.intersection(item.vehicle_id for item in person.items):
            return person
    return None
