"""What of all work orders is wanted: a text, and choices of time, mechanic, kind of work and status."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.lists import WorkOrderQuery, WorkOrderSort
from bengkel_crm.records.work_orders import JobKind, Mechanic
from bengkel_crm.trade.dates import add_months
from bengkel_crm.trade.kinds import WorkOrderStatus
from bengkel_crm.ui.lists.filter_line import FilterLine
from bengkel_crm.ui.lists.table_model import Order
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.date_edit import DateEdit
from bengkel_crm.ui.widgets.flow import FlowLayout
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Stretch, in_column, in_row
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.ui.work_orders.work_order_columns import status_words
from bengkel_crm.words.job_kinds import job_words


class Period(StrEnum):
    """The stretches of time a list is asked for."""

    TODAY = "today"
    SEVEN_DAYS = "seven_days"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    CHOSEN = "chosen"


def days_of(period: Period, today: date) -> tuple[date, date]:
    """Return the first and the last day of a period other than CHOSEN."""
    month = today.replace(day=1)
    match period:
        case Period.TODAY:
            return today, today
        case Period.SEVEN_DAYS:
            return today - timedelta(days=6), today
        case Period.LAST_MONTH:
            return add_months(month, -1), month - timedelta(days=1)
        case Period.THIS_YEAR:
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case _:
            return month, add_months(month, 1) - timedelta(days=1)


class WorkOrderFilters(Speaks, QWidget):
    """Days of one's own are asked for in a line below, which is there only then.

    `reset` stands where the page wants it.
    """

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FilterLine()
        self.period: ChoiceBox[Period | None] = self.named(ChoiceBox({None: ""}), "Time")
        self.mechanic: ChoiceBox[int | None] = self.named(ChoiceBox({None: ""}), "Mechanic")
        self.job_kind: ChoiceBox[int | None] = self.named(ChoiceBox({None: ""}), "Kind of work")
        self.status: ChoiceBox[WorkOrderStatus | None] = ChoiceBox({None: ""})
        self.reset = self.worded(KeyButton("", "close", kind=ButtonKind.LINK), "Show all")
        self.first, self.last = DateEdit(today), DateEdit(today)
        self._from, self._to = TextLabel("", TextRole.BODY, "text2"), TextLabel("", TextRole.BODY, "text2")
        self._days = QWidget()
        self._mechanics: Sequence[Mechanic] = ()
        self._job_kinds: Sequence[JobKind] = ()
        self._build()
        self.line.textChanged.connect(self._on_changed)
        self.period.activated.connect(self._on_period_chosen)
        for edit in (self.first, self.last):
            edit.day_changed.connect(self._on_changed)
        self.reset.clicked.connect(self.clear)
        self._put_texts()

    def query(self, order: Order, today: date) -> WorkOrderQuery:
        """Return what is asked for, in an order whose key is a `WorkOrderSort`."""
        first, last = self._asked_days(today)
        return WorkOrderQuery(
            text=self.line.text().strip(),
            sort=WorkOrderSort(order.key),
            descending=order.descending,
            first=first,
            last=last,
            mechanic_id=self.mechanic.value(),
            status=self.status.value(),
            job_kind_id=self.job_kind.value(),
        )

    def is_narrowed(self) -> bool:
        """Return whether the list shows less than every work order."""
        boxes = (self.period, self.mechanic, self.job_kind, self.status)
        return bool(self.line.text().strip()) or any(box.value() is not None for box in boxes)

    def clear(self) -> None:
        """Want all work orders again."""
        for box in (self.period, self.mechanic, self.job_kind, self.status):
            box.setCurrentIndex(0)
        self._days.hide()
        self.line.clear()
        self._on_changed()

    def offer(self, mechanics: Sequence[Mechanic], job_kinds: Sequence[JobKind]) -> None:
        """Fill the choices from the shop's lists; what is chosen stays."""
        self._mechanics, self._job_kinds = tuple(mechanics), tuple(job_kinds)
        nobody: dict[int | None, str] = {None: self.tr("All mechanics")}
        self.mechanic.set_choices(nobody | {mechanic.id: mechanic.name for mechanic in mechanics})
        nothing: dict[int | None, str] = {None: self.tr("All work")}
        self.job_kind.set_choices(nothing | {kind.id: job_words(kind.name) for kind in job_kinds})

    def _put_texts(self) -> None:
        self.put_text(self.line.set_words, "Narrow the list down", "Plate, name, phone, number or work…")
        self.put_again(lambda: self.status.setAccessibleName(translate("WorkOrderList", "Status")))
        self.put_text(self.first.setAccessibleName, "From")
        self.put_text(self.last.setAccessibleName, "Until")
        self.put_text(self._from.setText, "From")
        self.put_text(self._to.setText, "until")
        self.put_again(
            lambda: self.period.set_choices(
                {
                    None: self.tr("All days"),
                    Period.TODAY: self.tr("Today"),
                    Period.SEVEN_DAYS: self.tr("Last 7 days"),
                    Period.THIS_MONTH: self.tr("This month"),
                    Period.LAST_MONTH: self.tr("Last month"),
                    Period.THIS_YEAR: self.tr("This year"),
                    Period.CHOSEN: self.tr("Choose days…"),
                }
            )
        )
        self.put_again(self._show_texts)

    def _show_texts(self) -> None:
        every: dict[WorkOrderStatus | None, str] = {None: self.tr("Every status")}
        self.status.set_choices(every | {status: status_words(status) for status in WorkOrderStatus})
        self.offer(self._mechanics, self._job_kinds)
        self.reset.setVisible(self.is_narrowed())

    def _asked_days(self, today: date) -> tuple[date | None, date | None]:
        period = self.period.value()
        if period is None:
            return None, None
        if period is not Period.CHOSEN:
            return days_of(period, today)
        first, last = self.first.find_day(), self.last.find_day()
        # Whoever writes the days the wrong way round means the days between them all the same.
        return (last, first) if first and last and last < first else (first, last)

    def _on_period_chosen(self) -> None:
        chosen = self.period.value() is Period.CHOSEN
        self._days.setVisible(chosen)
        if chosen:
            self.first.setFocus()
        self._on_changed()

    def _on_changed(self) -> None:
        self.reset.setVisible(self.is_narrowed())
        self.changed.emit()

    def _build(self) -> None:
        row = FlowLayout(8)
        row.addWidget(self.line)
        for box in (self.period, self.mechanic, self.job_kind, self.status):
            row.addWidget(box)
            if box is not self.period:
                box.activated.connect(self._on_changed)
        in_row(
            self._from,
            self.first,
            self._to,
            self.last,
            Stretch(),
            on=self._days,
            spacing=8,
            margins=(0, 0, 0, 0),
        )
        self._days.hide()
        in_column(row, self._days, on=self, spacing=8, margins=(0, 0, 0, 0))
