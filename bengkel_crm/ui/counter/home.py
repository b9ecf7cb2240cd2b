"""What the counter shows before anything is typed: who is due, and who was here."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.records.counter import Hit
from bengkel_crm.records.reminders import DueRow
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.counter.vehicle_row import ROW_PX, VehicleRow
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import CardFrame, SectionTitle
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import At, Grow, fill, in_row
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.ui.words.dues import due_words, tone_of
from bengkel_crm.words.job_kinds import job_words


class _Rows(QWidget):
    """As many rows as fit, whole ones only: the list is a reminder, not a report."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[VehicleRow] = []
        self._used = 0
        self._empty = TextLabel("", TextRole.BODY, "text2", wrap=True, parent=self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def row(self, number: int) -> VehicleRow:
        """Return a row to fill in; `show_rows` says how many are in use."""
        while len(self._rows) <= number:
            made = VehicleRow(self)
            made.clicked.connect(lambda _checked=False, row=made: self.chosen.emit(row.vehicle_id))
            self._rows.append(made)
        return self._rows[number]

    def show_rows(self, used: int, empty: str) -> None:
        """Show so many of the rows, or words where there are none."""
        self._used = used
        self._empty.setText(empty)
        self._lay()

    def shown(self) -> list[VehicleRow]:
        """Return the rows that are seen."""
        return [row for row in self._rows if not row.isHidden()]

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme().px(ROW_PX) * 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        height = theme().px(ROW_PX)
        room = max(1, self.height() // height)
        for number, row in enumerate(self._rows):
            row.setVisible(number < min(self._used, room))
            row.setGeometry(QRect(0, number * height, self.width(), height))
        self._empty.setVisible(self._used == 0)
        self._empty.setGeometry(theme().px(9), theme().px(6), self.width() - theme().px(18), theme().px(60))


class _List(CardFrame):
    """A card with a title, rows, and a link to the page that has them all."""

    def __init__(self) -> None:
        super().__init__(margins=(8, 12, 8, 8))
        self.link = KeyButton(kind=ButtonKind.LINK)
        self.link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.title = SectionTitle()
        self.title.setContentsMargins(9, 0, 9, 0)
        self.rows = _Rows()
        fill(self.body, self.title, Grow(self.rows), At(self.link, Qt.AlignmentFlag.AlignLeft))


class Home(Speaks, QWidget):
    """Two lists side by side; a row opens its card."""

    chosen = Signal(int)
    all_due_wanted = Signal()
    all_vehicles_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due = _List()
        self._recent = _List()
        self._due_rows: Sequence[DueRow] = ()
        self._recent_hits: Sequence[tuple[Hit, datetime]] = ()
        self._due_count = 0
        self._today = date.min
        row = in_row(on=self, spacing=12, margins=(0, 0, 0, 0))
        for side in (self._due, self._recent):
            row.addWidget(side, 1)
            side.rows.chosen.connect(self.chosen)
        self._due.link.clicked.connect(self.all_due_wanted)
        self._recent.link.clicked.connect(self.all_vehicles_wanted)
        self._put_texts()

    def show_lists(
        self,
        due: Sequence[DueRow],
        due_count: int,
        recent: Sequence[tuple[Hit, datetime]],
        today: date,
    ) -> None:
        """Show the vehicles due and those opened last, with when that was."""
        self._due_rows, self._due_count, self._recent_hits, self._today = due, due_count, recent, today
        self._fill()

    def due_rows(self) -> list[VehicleRow]:
        """Return the rows of vehicles due that are shown."""
        return self._due.rows.shown()

    def recent_rows(self) -> list[VehicleRow]:
        """Return the rows of vehicles opened last that are shown."""
        return self._recent.rows.shown()

    def enter(self) -> None:
        """Give the first row the focus."""
        for row in (self.due_rows() + self.recent_rows())[:1]:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def _put_texts(self) -> None:
        self.put_text(self._due.title.set_title, "Due this week")
        self.put_text(self._recent.title.set_title, "Opened last")
        self.put_text(self._due.link.setText, "Open the reminders →")
        self.put_text(self._recent.link.setText, "All vehicles →")
        self.put_again(self._fill)

    def _opened_words(self, at: datetime) -> str:
        """Return when a card was opened: to the minute today, by the day before."""
        if at.date() == self._today:
            return self.tr("{0} today").format(i18n.format_time(at))
        return i18n.format_ago(at.date(), self._today)

    def _lay_tab_order(self) -> None:
        """Rows are made as they are needed; Tab goes through them before the link below them."""
        chain: list[QWidget] = []
        for side in (self._due, self._recent):
            chain += [*side.rows.shown(), side.link]
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _fill(self) -> None:
        if self._today == date.min:
            return
        self._show_rows()
        self._lay_tab_order()

    def _show_rows(self) -> None:
        caption = self.tr("{0} vehicles", "", self._due_count).format(i18n.format_number(self._due_count))
        self._due.title.set_caption(caption if self._due_count else "")
        for number, due in enumerate(self._due_rows):
            detail = " · ".join(part for part in (due.vehicle, job_words(due.job_kind)) if part)
            self._due.rows.row(number).set_vehicle(
                due.vehicle_id,
                format_plate(due.plate),
                due.owner or self.tr("Owner not known"),
                detail,
                due_words(due.due_by, self._today),
                tone_of(due.due_by, self._today),
            )
        self._due.rows.show_rows(len(self._due_rows), self.tr("Nothing falls due this week."))
        for number, (hit, opened_at) in enumerate(self._recent_hits):
            last = "" if hit.last_on is None else i18n.format_ago(hit.last_on, self._today)
            visit = self.tr("visit {0}").format(last) if last else self.tr("no visit yet")
            self._recent.rows.row(number).set_vehicle(
                hit.vehicle_id,
                format_plate(hit.plate),
                hit.owner or self.tr("Owner not known"),
                " · ".join(part for part in (hit.vehicle, visit) if part),
                self._opened_words(opened_at),
            )
        self._recent.rows.show_rows(
            len(self._recent_hits), self.tr("The cards you open are listed here, the latest first.")
        )
