"""What is due on a vehicle, the most urgent first."""

from datetime import date

from PySide6.QtWidgets import QWidget

from bengkel_crm.records.counter import Card
from bengkel_crm.ui.look.tokens import TONE_INK, TextRole, Tone
from bengkel_crm.ui.widgets.card import SectionTitle, ToneBox
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, in_column, in_row
from bengkel_crm.ui.widgets.stretch_rows import drop_widgets
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.ui.words import card_words
from bengkel_crm.ui.words.card_words import DueWords

_ICONS = {Tone.BAD: "alert", Tone.WARN: "clock", Tone.OK: "check", Tone.NEUTRAL: "calendar"}


class DuePanel(Speaks, QWidget):
    """What falls due on the vehicle of a card: job, day and km, the first due first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._today = date.min
        self._jobs: list[DueWords] = []
        self._title = SectionTitle()
        self._km = TextLabel("", TextRole.CAPTION, "text2", wrap=True)
        self._empty = self.worded(
            TextLabel("", TextRole.BODY, "text2", wrap=True),
            "Nothing is due. What was done and how often it returns decide this.",
        )
        self._rows = in_column(spacing=6)
        in_column(self._title, self._km, self._empty, self._rows, on=self, spacing=4, margins=(0, 0, 0, 0))
        self.put_text(self._title.set_title, "Due")
        self.put_again(self._fill)

    def show_card(self, card: Card, today: date) -> None:
        """Show what is due on a card's vehicle, counted from a day."""
        self._card, self._today = card, today
        self._fill()

    def shown(self) -> list[DueWords]:
        """Return what is listed, the most urgent first."""
        return list(self._jobs)

    def km_words(self) -> str:
        """Return what is said of the odometer today, or nothing."""
        return self._km.text()

    def _fill(self) -> None:
        card = self._card
        if card is None:
            return
        self._km.setText(card_words.km_today_words(card, self._today))
        self._km.setVisible(bool(self._km.text()))
        self._km.setToolTip(card_words.km_basis_words(card))
        drop_widgets(self._rows)
        self._jobs = [card_words.due_job(due, card, self._today) for due in card.due]
        for job in self._jobs:
            self._rows.addWidget(_urgent(job) if job.tone in (Tone.BAD, Tone.WARN) else _fine(job))
        self._empty.setVisible(not self._jobs)


def _urgent(job: DueWords) -> QWidget:
    box = ToneBox(job.tone)
    box.row.addWidget(IconLabel(_ICONS[job.tone], TONE_INK[job.tone], 18))
    lines = in_column(
        TextLabel(job.job, TextRole.STRONG, wrap=True),
        TextLabel(job.detail, TextRole.CAPTION, TONE_INK[job.tone], wrap=True),
        spacing=0,
    )
    box.row.addLayout(lines, 1)
    box.setAccessibleName(f"{job.job}, {job.detail}")
    return box


def _fine(job: DueWords) -> QWidget:
    line = QWidget()
    lines = in_column(TextLabel(job.job, TextRole.BODY, "text2", wrap=True), spacing=0)
    if job.detail:
        lines.addWidget(TextLabel(job.detail, TextRole.CAPTION, "text2", wrap=True))
    in_row(
        IconLabel(_ICONS[job.tone], TONE_INK[job.tone], 18),
        Grow(lines),
        on=line,
        spacing=10,
        margins=(13, 2, 12, 2),
    )
    line.setAccessibleName(f"{job.job}, {job.detail}")
    return line
