"""What an import would add to a shop file, and change in it."""

from dataclasses import dataclass, field
from datetime import date

from bengkel_crm.db.exchange.imports import KnownVehicle
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.workshop.exchange.plan.differences import CustomerChange, Difference
from bengkel_crm.workshop.exchange.plan.look_alikes import LookAlike
from bengkel_crm.workshop.exchange.plan.people import BookCustomer
from bengkel_crm.workshop.exchange.rows.entries import BookVisit, ProductEntry, VehicleFacts
from bengkel_crm.workshop.reminders.outcome_taking import OutcomeTaker


@dataclass(slots=True)
class Ownership:
    """Who owns a vehicle from a day on; None from the beginning."""

    customer: BookCustomer
    since: date | None


@dataclass(slots=True)
class PlannedVehicle:
    """One vehicle of the book; `id` is known for one of the shop file, and given when written."""

    plate: str
    plate_key: str
    id: int | None
    facts: VehicleFacts
    kind: VehicleKind
    known: KnownVehicle | None = None
    owners: list[Ownership] = field(default_factory=list)
    changes: dict[str, object] = field(default_factory=dict)
    # Its last owner was said to have sold it, and brought it himself since.
    is_his_after_all: bool = False
    last_visit_on: date | None = None


@dataclass(slots=True)
class PlannedOrder:
    """One work order to add."""

    visit: BookVisit
    vehicle: PlannedVehicle
    customer: BookCustomer | None
    number: str | None


@dataclass(slots=True)
class Plan:
    """All that will be added or changed, and what was known already.

    `customer_changes` and `prices` are of records of the shop file, by id.
    """

    vehicles: list[PlannedVehicle]
    orders: list[PlannedOrder]
    customers: list[BookCustomer]
    vehicles_known: int
    customers_known: int
    orders_known: int
    given_numbers: frozenset[str]
    products: list[ProductEntry] = field(default_factory=list)
    customer_changes: dict[int, CustomerChange] = field(default_factory=dict)
    prices: dict[int, int] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    look_alikes: tuple[LookAlike, ...] = ()
    outcomes: OutcomeTaker | None = None

    @property
    def is_empty(self) -> bool:
        """Return whether nothing at all would be written."""
        added = self.orders or self.customers or self.products or self.customer_changes or self.prices
        return not (added or self.outcomes or any(_is_touched(vehicle) for vehicle in self.vehicles))

    @property
    def vehicles_added(self) -> int:
        """How many vehicles the shop did not know."""
        return sum(1 for vehicle in self.vehicles if vehicle.known is None)

    @property
    def vehicles_changed(self) -> int:
        """How many vehicles the shop knows get something new."""
        return sum(1 for vehicle in self.vehicles if vehicle.known is not None and _is_touched(vehicle))


def _is_touched(vehicle: PlannedVehicle) -> bool:
    return bool(vehicle.known is None or vehicle.owners or vehicle.changes or vehicle.is_his_after_all)
