"""What of all work orders is wanted: a text, and choices of time, mechanic, kind of work and status."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.lists import WorkOrderQuery, WorkOrderSort
from bengkel_crm.records.work_orders import JobKind, Mechanic
from bengkel_crm.trade.kinds import WorkOrderStatus
from bengkel_crm.ui.lists.filter_line import FilterLine
from bengkel_crm.ui.lists.periods import Period, days_of
from bengkel_crm.ui.lists.table_model import Order
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.date_edit import DateEdit
from bengkel_crm.ui.widgets.flow import FlowLayout
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.work_orders.work_order_columns import status_words


class WorkOrderFilters(QWidget):
    """Days of one's own are asked for in a line below, which is there only then.

    `reset` stands where the page wants it.
    """

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FilterLine()
        self.period: ChoiceBox[Period | None] = ChoiceBox({None: ""})
        self.mechanic: ChoiceBox[int | None] = ChoiceBox({None: ""})
        self.job_kind: ChoiceBox[int | None] = ChoiceBox({None: ""})
        self.status: ChoiceBox[WorkOrderStatus | None] = ChoiceBox({None: ""})
        self.reset = KeyButton("", "close", kind=ButtonKind.LINK)
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
        self.retranslate()

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
        self.job_kind.set_choices(nothing | {kind.id: kind.name for kind in job_kinds})

    def retranslate(self) -> None:
        self.line.set_words(self.tr("Narrow the list down"), self.tr("Plate, name, phone, number or work…"))
        self.period.setAccessibleName(self.tr("Time"))
        self.mechanic.setAccessibleName(self.tr("Mechanic"))
        self.job_kind.setAccessibleName(self.tr("Kind of work"))
        self.status.setAccessibleName(translate("WorkOrderList", "Status"))
        self.first.setAccessibleName(self.tr("From"))
        self.last.setAccessibleName(self.tr("Until"))
        self._from.setText(self.tr("From"))
        self._to.setText(self.tr("until"))
        self.reset.setText(self.tr("Show all"))
        self.period.set_choices(
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
        every: dict[WorkOrderStatus | None, str] = {None: self.tr("Every status")}
        self.status.set_choices(every | {status: status_words(status) for status in WorkOrderStatus})
        self.offer(self._mechanics, self._job_kinds)
        self.reset.setVisible(self.is_narrowed())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

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
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(8)
        for widget in (self._from, self.first, self._to, self.last):
            days.addWidget(widget)
        days.addStretch(1)
        self._days.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._days)
