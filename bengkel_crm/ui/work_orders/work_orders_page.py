"""The page of work orders."""

from datetime import datetime
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from bengkel_crm.records.exports import ExportKind
from bengkel_crm.records.journal import Change
from bengkel_crm.records.lists import WorkOrderQuery, WorkOrderRow, WorkOrderSort
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.lists.list_page import EmptyWords, ListPage
from bengkel_crm.ui.lists.pane import ListPane, ListSource
from bengkel_crm.ui.lists.table_model import Order
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.work_orders.work_order_columns import COLUMNS, NARROW_WITHOUT
from bengkel_crm.ui.work_orders.work_order_filters import WorkOrderFilters
from bengkel_crm.workshop.exchange.out import list_export
from bengkel_crm.workshop.lists import lists
from bengkel_crm.workshop.work_orders import work_orders


class WorkOrdersPage(ListPage[WorkOrderQuery, WorkOrderRow]):
    """The latest visit first, until another order is asked for; the bin is reached from here."""

    help_topic: ClassVar[str] = "work-orders"
    shows = frozenset(
        {
            *("vehicle", "old_plate", "ownership", "customer", "customer_phone"),
            *("work_order", "work_order_line", "product", "job_kind", "mechanic"),
        }
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.filters: WorkOrderFilters = WorkOrderFilters(today().day())
        self.pane = ListPane(
            shell,
            "work_orders",
            COLUMNS,
            Order(WorkOrderSort.DATE.value, descending=True),
            ListSource(
                lists.page_of_work_orders,
                lists.count_of_work_orders,
                lambda row: row.work_order_id,
                ExportKind.WORK_ORDERS,
                list_export.export_work_orders,
            ),
            lambda order: self.filters.query(order, today().day()),
            empty_icon="work-order",
            narrow_without=NARROW_WITHOUT,
        )
        self.bin = self.worded(KeyButton("", "bin", kind=ButtonKind.LINK), "Bin…")
        self.bin.clicked.connect(self._on_bin_clicked)
        self.pane.head.add_button(self.bin)
        self.begin(self.filters)

    def title(self) -> str:
        """Return what the list is called."""
        return self.tr("Work orders")

    def count_words(self, count: int) -> str:
        """Return so many work orders, in words."""
        return self.tr("%n work orders", "", count)

    def empty_words(self, is_narrowed: bool) -> EmptyWords:
        """Return what is said where the list is empty."""
        if is_narrowed:
            return EmptyWords(
                self.tr("No work order fits"),
                self.tr("Nothing has all of what is asked for above."),
                self.tr("Show all work orders"),
            )
        return EmptyWords(
            self.tr("No work order yet"),
            self.tr("Find the vehicle at the counter; F2 then starts its work order."),
            self.tr("To the counter"),
        )

    def vehicle_id(self, row: WorkOrderRow) -> int:
        """Return whose card a row opens."""
        return row.vehicle_id

    def edit(self, row: WorkOrderRow) -> None:
        """Open the form of a row's work order."""
        self.shell.openers.edit_work_order(row.vehicle_id, row.work_order_id)

    def remove(self, row: WorkOrderRow) -> Change:
        """Put a row's work order into the bin and return the deed."""
        return work_orders.remove_work_order(self.shell.database, row.work_order_id, datetime.now())

    def offer_choices(self) -> None:
        """Offer in the filters the mechanics and jobs that the shop has."""
        database = self.shell.database
        self.filters.offer(work_orders.list_mechanics(database), lists.list_job_kinds(database))

    def _on_bin_clicked(self) -> None:
        self.shell.openers.show_bin()
