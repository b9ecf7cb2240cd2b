"""A visit: recorded while the customer waits, or mended later."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from bengkel_crm.base import errors
from bengkel_crm.records.counter import Card
from bengkel_crm.records.journal import Change
from bengkel_crm.records.work_orders import WorkOrder, WorkOrderDraft
from bengkel_crm.trade.kinds import WorkOrderStatus
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.forms.doubts import Doubt
from bengkel_crm.ui.forms.draft_keeper import State, work_order_key
from bengkel_crm.ui.forms.form import Form
from bengkel_crm.ui.forms.meanwhile import Part
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.work_orders.line_book import LineBook
from bengkel_crm.ui.work_orders.next_due_bar import NextDueBar
from bengkel_crm.ui.work_orders.visit_fields import VisitFields
from bengkel_crm.ui.work_orders.work_entry import WorkEntry
from bengkel_crm.ui.work_orders.work_order_doubts import WorkOrderDoubts
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.work_orders import work_orders

_WIDTH_PX = 860
_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
_BOTTOM = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight


class WorkOrderForm(Form):
    """New when `work_order_id` is None.

    Raises:
        NotFound: the vehicle or the work order is no longer there.
    """

    help_topic = "work-orders"
    tables = ("work_order",)

    def __init__(
        self,
        shell: Shell,
        vehicle_id: int,
        work_order_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        # Asked first: a dialog that fails half made would stay with its parent.
        card = lookup.find_card(shell.database, vehicle_id)
        if card is None:
            raise errors.NotFound("vehicle", str(vehicle_id))
        order = None if work_order_id is None else work_orders.get_work_order(shell.database, work_order_id)
        super().__init__(shell, work_order_key(vehicle_id, work_order_id), _WIDTH_PX, parent)
        self._vehicle_id = vehicle_id
        self._order = order
        known = work_orders.list_known_lines(shell.database, card.vehicle.kind)
        mechanics = work_orders.list_mechanics(shell.database)
        others = [other for other in card.history if other.id != work_order_id]
        readings = [(other.date, other.odometer_km) for other in others if other.odometer_km is not None]
        self.visit = VisitFields(today().day(), readings, card.km_per_day, card.mechanic, mechanics)
        self.work = WorkEntry(LineBook(known), card.oil.name if card.oil else None, self.visit.find_mechanics)
        days = [other.date for other in others]
        self._doubts = WorkOrderDoubts(
            shell.database, vehicle_id, self.visit, self.work, days, self._give_owner
        )
        self.next_due = NextDueBar(
            self._draft, lambda draft: work_orders.preview_next_due(shell.database, draft, work_order_id)
        )
        self.detail_link = KeyButton("", kind=ButtonKind.LINK)
        # As high as the name of the field beside which it stands.
        self.detail_link.setFixedHeight(theme().px(19))
        self._build()
        self._fill(card)
        self._connect()
        title = self.tr("New work order") if self._order is None else self._order.number
        self.begin(
            f"{title} — {_told(card)}",
            self._tab_order(),
            self.visit.km_edit,
            format_plate(card.vehicle.plate),
        )
        self.next_due.count()

    # What the frame asks

    def state(self) -> State:
        """Return everything that is typed, to be kept as a draft."""
        return {
            **self.visit.state(),
            **self.work.state(),
        }

    def set_state(self, state: State) -> None:
        """Put a draft back."""
        self.visit.set_state(state)
        self.work.set_state(state)
        self.visit.tell()
        self._show_way()

    def doubts(self) -> Iterator[Doubt]:
        """Yield what is asked once before saving: a day to come, km that run backwards, an equal visit."""
        yield from self._doubts.find(self._draft(), self._order)

    def save_record(self) -> Change:
        """Write the work order as one deed and return it."""
        draft = self._draft()
        if self._order is None:
            return work_orders.record_work_order(
                self.shell.database, draft, owner_id=self._doubts.owner_id, draft_key=self.keeper.key
            )
        return work_orders.edit_work_order(
            self.shell.database, self._order.id, draft, draft_key=self.keeper.key, seen=self._order
        )

    def parts(self) -> list[Part]:
        """Return all fields as parts that may have changed meanwhile; a new work order has none."""
        if self._order is None:
            return []
        return [
            *self.visit.parts(),
            Part(self.work.jobs.label(), self.work.KEYS, self.work.shown),
            Part(self.work.status_box.accessibleName(), ("status",), self.work.status_shown),
        ]

    def show_present(self) -> None:
        """Show the work order as it is in the file by now."""
        assert self._order is not None  # a new work order can not have changed
        self._order = work_orders.get_work_order(self.shell.database, self._order.id)
        self._show_order(self._order)
        self._show_way()

    def remove_record(self) -> Change | None:
        """Put the work order into the bin and return the deed; None for a new one."""
        if self._order is None:
            return None
        return work_orders.remove_work_order(self.shell.database, self._order.id)

    def show_problem(self, problem: errors.ExpectedError) -> None:
        """Say why it was not saved, beside the line it is about."""
        if self.work.detailed and isinstance(problem, errors.MissingField) and problem.field == "lines":
            self.notice.say(describe_error(problem), Tone.BAD)
            self.work.lines_editor.rows[0].text.setFocus()
            return
        super().show_problem(problem)

    # The inside

    def _give_owner(self) -> None:
        """Leave the visit for a moment and write down who owns the vehicle now."""
        self.left_for_now.emit()
        self.shell.openers.edit_vehicle(self._vehicle_id)

    def _build(self) -> None:
        grid = self._grid = QGridLayout(self.content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        for place, field in enumerate((self.visit.date, self.visit.km, self.visit.mechanic)):
            grid.addWidget(field, 0, 2 * place, 1, 2)
        grid.addWidget(self.work.jobs, 1, 0, 1, 4)
        grid.addWidget(self.work.oil.field, 1, 4, 1, 2)
        grid.addWidget(self.work.lines_editor, 2, 0, 1, 6)
        grid.addWidget(self.visit.symptom, 3, 0, 1, 2)
        grid.addWidget(self.visit.remark, 3, 2, 1, 2)
        grid.addWidget(self.work.total, 3, 4, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(4, 1)
        self.add_below(self.next_due)
        if self._order is not None:
            self.foot.add_remove(self.tr("To the bin"))

    def _fill(self, card: Card) -> None:
        self.fields = {
            **self.visit.fields,
            "lines": self.work.jobs,
            "total_rupiah": self.work.total,
        }
        order = self._order
        if order is None:
            self.visit.date_edit.set_day(today().day())
            self.visit.mechanic_edit.setText(card.mechanic.name if card.mechanic else "")
            self.work.status_box.set_value(WorkOrderStatus.DONE)
        else:
            self._show_order(order)
        self.visit.tell()
        self.work.tell()
        self._show_way()

    def _show_order(self, order: WorkOrder) -> None:
        self.visit.date_edit.set_day(order.date)
        self.visit.km_edit.set_amount(order.odometer_km)
        self.visit.mechanic_edit.setText(order.mechanic or "")
        self.visit.show_text("symptom", order.symptom)
        self.visit.show_text("remark", order.remark)
        self.work.status_box.set_value(order.status)
        self.work.show_lines(order.lines, order.mechanic, order.total_rupiah)

    def _connect(self) -> None:
        for signal in (self.visit.changed, self.work.changed):
            signal.connect(self._on_changed)
        self.detail_link.clicked.connect(self._on_detail_link)
        self.work.lines_editor.rows_changed.connect(self._on_rows_changed)

    def _tab_order(self) -> list[QWidget]:
        return [
            self.visit.date_edit,
            self.visit.km_edit,
            self.visit.mechanic_edit,
            self.work.jobs_edit,
            self.work.oil.edit,
            *self.work.lines_editor.fields(),
            self.visit.symptom.editor,
            self.visit.remark.editor,
            self.work.total_edit,
            self.work.status_box,
            # Another way to write the same: not between two fields of this one.
            self.detail_link,
        ]

    def _draft(self) -> WorkOrderDraft:
        """Return what would be saved.

        Raises:
            MissingField, InvalidValue
        """
        return WorkOrderDraft(
            vehicle_id=self._vehicle_id,
            date=self.visit.day(),
            odometer_km=self.visit.odometer_km(),
            lines=self.work.lines(),
            mechanic=self.visit.mechanic_name(),
            symptom=self.visit.typed("symptom") or None,
            remark=self.visit.typed("remark") or None,
            status=self.work.status_box.value(),
            total_rupiah=self.work.total_rupiah(),
        )

    def _on_changed(self) -> None:
        self.touched()
        self.next_due.count_soon()

    def _on_detail_link(self) -> None:
        if not self.work.detailed:
            self.work.go_into_detail()
            self._show_way()
            self.work.lines_editor.rows[0].text.setFocus()
            return
        try:
            fits = self.work.go_back_to_short()
        except errors.ExpectedError as problem:
            self.show_problem(problem)
            return
        if not fits:
            self.notice.say(
                self.tr(
                    "These lines have quantities or mechanics of their own; a short entry can not show them."
                ),
                Tone.NEUTRAL,
            )
            return
        self._show_way()
        self.work.jobs_edit.setFocus()

    def _show_way(self) -> None:
        """Show the short entry or the lines, whichever is in use."""
        detailed = self.work.detailed
        self.work.jobs.setVisible(not detailed)
        self.work.oil.field.setVisible(not detailed)
        self.work.lines_editor.setVisible(detailed)
        self.detail_link.setText(self.tr("Short entry") if detailed else self.tr("Every line with its price"))
        row, span, corner = (2, 6, _BOTTOM) if detailed else (1, 4, _TOP)
        self._grid.addWidget(self.detail_link, row, 0, 1, span, corner)

    def _on_rows_changed(self) -> None:
        for first, second in pairwise(self._tab_order()):
            self.setTabOrder(first, second)


def _told(card: Card) -> str:
    """Return the owner and the vehicle in a few words."""
    vehicle = " ".join(filter(None, (card.vehicle.brand, card.vehicle.model)))
    owner = card.owner.name if card.owner is not None else ""
    return ", ".join(filter(None, (owner, vehicle))) or format_plate(card.vehicle.plate)
