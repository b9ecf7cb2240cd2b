"""What came of a call: a button with a key for each answer, and the one question some of them need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.records.reminders import Outcome
from bengkel_crm.trade.dates import add_months
from bengkel_crm.trade.phones import Phone, phone_with_words
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.frame.today import today as day_of_program
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.widgets.card import ToneBox
from bengkel_crm.ui.widgets.date_edit import FutureDateEdit
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel
from bengkel_crm.ui.widgets.layouts import Grow, fill, in_column, in_row
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.words.reminders import OUTCOME_KEYS, outcome_words

_WIDE_PX = 1000
_USUAL_PAUSE = timedelta(days=14)
_PAUSES: tuple[Callable[[date], date], ...] = (
    lambda today: today + timedelta(days=7),
    lambda today: today + timedelta(days=14),
    lambda today: add_months(today, 1),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said; `vehicle_id` is the one vehicle it is about, None for all, `phone` the wrong number.

    `asked` is what the question was put about: it stays that, whatever the list shows by then.
    """

    outcome: Outcome
    snooze_until: date | None = None
    vehicle_id: int | None = None
    asked: Sequence[object] = ()
    phone: Phone | None = None


class OutcomeBar(Speaks, QWidget):
    """Emits `answered` once everything is known; a question is put in a line above the buttons."""

    pressed = Signal(object)
    answered = Signal(object)
    closed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._name = ""
        self._asked: tuple[object, ...] = ()
        self._title = ElidedLabel("", TextRole.CAPTION, "text2", may_be_cut=True)
        self._buttons = {outcome: KeyButton("", key=key) for outcome, key in OUTCOME_KEYS.items()}
        self.date = self.named(FutureDateEdit(today), "Contact again on")
        self._question = ToneBox(Tone.NEUTRAL)
        self._row = QWidget()
        self._words = ElidedLabel("", TextRole.STRONG)
        self._date_parts: list[QWidget] = [self.date]
        self._choices: list[KeyButton] = []
        self._save, self._cancel = KeyButton("", key="Enter"), KeyButton("", key="Esc", kind=ButtonKind.LINK)
        self._pauses = [KeyButton("", kind=ButtonKind.LINK) for _ in range(3)]
        self._build()
        # A dialog over the list may stand open over midnight, too.
        day_of_program().changed.connect(self.set_today)
        self.put_text(self._save.setText, "Put off")
        self.put_text(self._cancel.setText, "Cancel")
        self.put_again(self._show_texts)

    def ask(
        self,
        outcome: Outcome,
        vehicles: Sequence[tuple[int, str]],
        asked: Sequence[object] = (),
        phones: Sequence[Phone] = (),
    ) -> None:
        """Take an outcome for vehicles (id, plate) of one person, or for several people's (none named).

        `asked` is whom, or which contacts, it is about; the answer carries it. `phones` are the numbers one
        person may have been called at.
        """
        self._asked = tuple(asked)
        if outcome is Outcome.LATER:
            self._ask_for_day()
        elif outcome is Outcome.SOLD and len(vehicles) > 1:
            self._ask_for_vehicle(vehicles)
        elif outcome is Outcome.WRONG_NUMBER and len(phones) > 1:
            self._ask_for_number(phones)
        else:
            self.close_question()
            self.answered.emit(Answer(outcome, asked=self._asked))

    def name_person(self, name: str | None) -> None:
        """Say whose call it is about; without anybody there is nothing to answer."""
        self._name = name or ""
        self._title.setText(self._title_text())
        self.setVisible(name is not None)

    def set_today(self, today: date) -> None:
        """Count from another day."""
        self._today = today
        self.date.set_today(today)

    def is_asking(self) -> bool:
        """Return whether a question about an outcome waits for its answer."""
        return not self._question.isHidden()

    def close_question(self) -> None:
        """Put the question away, unanswered."""
        if self.is_asking():
            self._show_question(shown=False)
            self.closed.emit()

    def plates(self) -> list[KeyButton]:
        """Return the buttons of the question which vehicle was sold, or which number is wrong."""
        return list(self._choices)

    def _show_texts(self) -> None:
        self._title.setText(self._title_text())
        for outcome, button in self._buttons.items():
            button.setText(outcome_words(outcome))
        for button, text in zip(
            self._pauses, (self.tr("1 week"), self.tr("2 weeks"), self.tr("1 month")), strict=True
        ):
            button.setText(text)

    def _title_text(self) -> str:
        if self._name:
            return self.tr("What came of the call: {0}").format(self._name)
        return self.tr("What came of the call")

    def _build(self) -> None:
        fill(self._question.row, Grow(self._words), self.date)
        for button, pause in zip(self._pauses, _PAUSES, strict=True):
            button.clicked.connect(partial(self._on_pause, pause))
            self._date_parts.append(button)
            self._question.row.addWidget(button)
        self._date_parts.append(self._save)
        fill(self._question.row, self._save, self._cancel)
        self._question.hide()
        row = in_row(self._title, on=self._row, spacing=6, margins=(0, 0, 0, 0))
        for outcome, button in self._buttons.items():
            # The keys go on belonging to the list.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.pressed.emit, outcome))
            row.addWidget(button)
        row.addStretch(1)
        in_column(self._question, self._row, on=self, spacing=8, margins=(0, 0, 0, 0))
        self.date.returnPressed.connect(self._on_saved)
        self._save.clicked.connect(self._on_saved)
        self._cancel.clicked.connect(self.close_question)
        theme().changed.connect(self._restyle)
        self._restyle()

    def _ask_for_day(self) -> None:
        self._drop_choices()
        for part in self._date_parts:
            part.show()
        self._words.setText(self.tr("Contact again on which day?"))
        self.date.set_day(self._today + _USUAL_PAUSE)
        self._show_question(shown=True)
        self.date.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.date.selectAll()

    def _ask_for_vehicle(self, vehicles: Sequence[tuple[int, str]]) -> None:
        choices = [
            (format_plate(plate), Answer(Outcome.SOLD, vehicle_id=known, asked=self._asked))
            for known, plate in vehicles
        ]
        choices.append((self.tr("All of them"), Answer(Outcome.SOLD, asked=self._asked)))
        self._ask_which(self.tr("Which vehicle was sold?"), choices)

    def _ask_for_number(self, phones: Sequence[Phone]) -> None:
        choices = [
            (phone_with_words(phone), Answer(Outcome.WRONG_NUMBER, asked=self._asked, phone=phone))
            for phone in phones
        ]
        self._ask_which(self.tr("Which number is wrong?"), choices)

    def _ask_which(self, question: str, choices: Sequence[tuple[str, Answer]]) -> None:
        self._drop_choices()
        for part in self._date_parts:
            part.hide()
        self._words.setText(question)
        place = self._question.row.indexOf(self._cancel)
        for text, answer in choices:
            button = KeyButton(text)
            button.clicked.connect(partial(self._on_chosen, answer))
            self._question.row.insertWidget(place, button)
            self._choices.append(button)
            place += 1
        self._show_question(shown=True)
        self._choices[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_question(self, *, shown: bool) -> None:
        # One line at a time: on a small screen the list needs the room.
        self._question.setVisible(shown)
        self._row.setVisible(not shown)

    def _drop_choices(self) -> None:
        for button in self._choices:
            self._question.row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._choices = []

    def _on_pause(self, pause: Callable[[date], date]) -> None:
        self.date.set_day(pause(self._today))
        self._on_saved()

    def _on_saved(self) -> None:
        day = self.date.find_day()
        if day is None or day <= self._today:
            self._words.setText(self.tr("A day to come, please"))
            self.date.setFocus()
            self.date.selectAll()
            return
        self._show_question(shown=False)
        self.answered.emit(Answer(Outcome.LATER, snooze_until=day, asked=self._asked))

    def _on_chosen(self, answer: Answer) -> None:
        self._show_question(shown=False)
        self.answered.emit(answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The keys teach more than the heading does.
        self._title.setVisible(self.width() >= theme().px(_WIDE_PX))

    def _restyle(self) -> None:
        self.date.setFixedWidth(theme().px(150))
