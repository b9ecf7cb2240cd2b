"""The page of customers and vehicles."""

from datetime import datetime
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from bengkel_crm.records.exports import ExportKind
from bengkel_crm.records.journal import Change
from bengkel_crm.records.lists import VehicleQuery, VehicleRow, VehicleSort
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.lists.list_page import EmptyWords, ListPage
from bengkel_crm.ui.lists.pane import ListPane, ListSource
from bengkel_crm.ui.lists.table_model import Order
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.vehicles.vehicle_columns import COLUMNS, NARROW_WITHOUT
from bengkel_crm.ui.vehicles.vehicle_filters import VehicleFilters
from bengkel_crm.workshop.exchange.out import list_export
from bengkel_crm.workshop.lists import lists
from bengkel_crm.workshop.vehicles import vehicles


class VehiclesPage(ListPage[VehicleQuery, VehicleRow]):
    """The latest visit first, until another order is asked for."""

    help_topic: ClassVar[str] = "vehicles"
    shows = frozenset(
        {
            *("vehicle", "old_plate", "ownership", "customer", "customer_phone"),
            *("work_order", "work_order_line", "product", "job_kind", "job_interval"),
        }
    )

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.filters: VehicleFilters = VehicleFilters()
        self.pane = ListPane(
            shell,
            "vehicles",
            COLUMNS,
            Order(VehicleSort.LAST_VISIT.value, descending=True),
            ListSource(
                lists.page_of_vehicles,
                lists.count_of_vehicles,
                self.vehicle_id,
                ExportKind.VEHICLES,
                list_export.export_vehicles,
            ),
            lambda order: self.filters.query(order, today().day()),
            empty_icon="vehicles",
            narrow_without=NARROW_WITHOUT,
        )
        self.begin(self.filters)

    def title(self) -> str:
        """Return what the list is called."""
        return self.tr("Vehicles")

    def count_words(self, count: int) -> str:
        """Return so many vehicles, in words."""
        return self.tr("%n vehicles", "", count)

    def empty_words(self, is_narrowed: bool) -> EmptyWords:
        """Return what is said where the list is empty."""
        if is_narrowed:
            return EmptyWords(
                self.tr("No vehicle fits"),
                self.tr("Nothing has all of what is asked for above."),
                self.tr("Show all vehicles"),
            )
        return EmptyWords(
            self.tr("No vehicle yet"),
            self.tr("Vehicles are registered at the counter, or come with the Excel book."),
            self.tr("To the counter"),
        )

    def vehicle_id(self, row: VehicleRow) -> int:
        """Return whose card a row opens."""
        return row.vehicle_id

    def edit(self, row: VehicleRow) -> None:
        """Open the form of a row's vehicle."""
        self.shell.openers.edit_vehicle(row.vehicle_id)

    def remove(self, row: VehicleRow) -> Change:
        """Put a row's vehicle into the bin and return the deed."""
        return vehicles.remove_vehicle(self.shell.database, row.vehicle_id, datetime.now())

    def offer_choices(self) -> None:
        """Offer in the filters what the shop has."""
        self.filters.offer_brands(lists.list_brands(self.shell.database))
