"""What is asked once before a work order is saved."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.work_orders import WorkOrder, WorkOrderDraft
from bengkel_crm.ui.forms.doubts import (
    Doubt,
    doubt_day,
    doubt_km,
    doubt_name,
    doubt_owner,
    doubt_total,
    doubt_twin,
)
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.work_orders.visit_fields import VisitFields
from bengkel_crm.ui.work_orders.work_entry import WorkEntry
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.work_orders import work_orders


class WorkOrderDoubts:
    """Looks at what is typed for one vehicle; what was so before it was opened is not doubted."""

    def __init__(
        self,
        database: Database,
        vehicle_id: int,
        visit: VisitFields,
        work: WorkEntry,
        other_days: Sequence[date],
        give_owner: Callable[[], None],
    ) -> None:
        self._database = database
        self._vehicle_id = vehicle_id
        self._visit = visit
        self._work = work
        self._other_days = other_days
        self._give_owner = give_owner
        # Whose the vehicle is still, once that was asked.
        self.owner_id: int | None = None

    def find(self, draft: WorkOrderDraft, before: WorkOrder | None) -> Iterator[Doubt]:
        """Yield the doubts, in the order in which they are asked; none where lines are missing."""
        if not draft.lines:
            return  # saving says that something is missing
        found = (
            self._doubt_day(draft, before),
            self._doubt_owner(draft, before),
            self._doubt_mechanic(),
            *self._doubt_lines(),
            self._doubt_total(draft, before),
            self._doubt_km(draft, before),
            self._doubt_twin(draft, before),
        )
        yield from (doubt for doubt in found if doubt is not None)

    def _doubt_day(self, draft: WorkOrderDraft, before: WorkOrder | None) -> Doubt | None:
        if before is not None and before.date == draft.date:
            return None
        return doubt_day(draft.date, today().day(), self._other_days, self._visit.date_edit.setFocus)

    def _doubt_owner(self, draft: WorkOrderDraft, before: WorkOrder | None) -> Doubt | None:
        """Return the question whose the vehicle is, when it comes after its owner sold it."""
        if before is not None or self.owner_id is not None:
            return None
        owner = work_orders.whose_was_it(self._database, self._vehicle_id, draft.date)
        if owner is None:
            return None

        def still_his() -> None:
            self.owner_id = owner.id

        return doubt_owner(owner.name, still_his, self._give_owner, str(owner.id))

    def _doubt_mechanic(self) -> Doubt | None:
        edit = self._visit.mechanic_edit
        return doubt_name(
            translate("WorkOrderForm", "Mechanic"), edit.text(), self._visit.known_mechanics(), edit.setText
        )

    def _doubt_lines(self) -> list[Doubt | None]:
        """Return the doubts about the oil, or about the mechanics of single lines."""
        if not self._work.detailed:
            edit = self._work.oil.edit
            words = translate("WorkOrderForm", "Oil")
            return [doubt_name(words, edit.text(), self._work.known_oils(), edit.setText)]
        words, known = translate("WorkOrderForm", "Mechanic"), self._visit.known_mechanics()
        return [
            doubt_name(words, row.mechanic.text(), known, row.mechanic.setText)
            for row in self._work.lines_editor.rows
        ]

    def _doubt_total(self, draft: WorkOrderDraft, before: WorkOrder | None) -> Doubt | None:
        total = sum(line.amount_rupiah for line in draft.lines)
        billed = total if draft.total_rupiah is None else draft.total_rupiah
        if before is not None and before.total_rupiah == billed:
            return None
        return doubt_total(billed, self._work.total_edit.setFocus)

    def _doubt_km(self, draft: WorkOrderDraft, before: WorkOrder | None) -> Doubt | None:
        now = (draft.odometer_km, draft.date)
        news = self._visit.km_news()
        unchanged = before is not None and (before.odometer_km, before.date) == now
        if news is None or draft.odometer_km is None or unchanged:
            return None
        return doubt_km(news, draft.odometer_km, draft.date, self._visit.km_edit.setFocus)

    def _doubt_twin(self, draft: WorkOrderDraft, before: WorkOrder | None) -> Doubt | None:
        if before is not None and (before.lines, before.date) == (draft.lines, draft.date):
            return None
        own = None if before is None else before.id
        others = work_orders.list_lines_on(self._database, self._vehicle_id, draft.date, own)
        return doubt_twin(draft.lines, others, draft.date, lambda: None)
