"""Work orders with their lines, and what a line speaks of."""

from dataclasses import dataclass
from datetime import date

from bengkel_crm.trade.intervals import JobInterval
from bengkel_crm.trade.kinds import LineKind, ProductCategory, WorkOrderStatus


@dataclass(frozen=True, slots=True)
class WorkOrderSummary:
    """One row of a vehicle's history: what was done, told in one line."""

    id: int
    number: str
    date: date
    odometer_km: int | None
    jobs: str
    oil: str | None
    mechanic: str | None
    symptom: str | None
    total_rupiah: int
    status: WorkOrderStatus


@dataclass(frozen=True, slots=True)
class EngineOil:
    """The engine oil really used last."""

    name: str
    date: date
    odometer_km: int | None


@dataclass(frozen=True, slots=True)
class RegularMechanic:
    """Who did most of a vehicle's work orders: `count` of `of`."""

    name: str
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class JobKind:
    """`keywords` are lower-case phrases that name it in a free text line."""

    id: int
    code: str
    name: str
    keywords: tuple[str, ...]
    intervals: tuple[JobInterval, ...]


@dataclass(frozen=True, slots=True)
class Mechanic:
    """Somebody who works on vehicles; one who left is not active."""

    id: int
    name: str
    active: bool


@dataclass(frozen=True, slots=True)
class Product:
    """A part or an oil the shop sells, with the last price in whole rupiah."""

    id: int
    name: str
    category: ProductCategory
    price_rupiah: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a work order; `amount_rupiah` of it is quantity times price, rounded to a rupiah."""

    kind: LineKind
    text: str
    quantity: float
    price_rupiah: int
    category: ProductCategory | None = None
    mechanic: str | None = None
    job_kind_code: str | None = None

    @property
    def amount_rupiah(self) -> int:
        """Quantity times price, in whole rupiah."""
        return round(self.quantity * self.price_rupiah)


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """One visit, whole, as the form edits it."""

    id: int
    number: str
    vehicle_id: int
    plate: str
    customer_id: int | None
    date: date
    odometer_km: int | None
    symptom: str | None
    remark: str | None
    mechanic: str | None
    status: WorkOrderStatus
    lines: tuple[Line, ...]
    total_rupiah: int


@dataclass(frozen=True, slots=True)
class WorkOrderDraft:
    """What the form hands over to be saved; the number is given by the shop file when None."""

    vehicle_id: int
    date: date
    odometer_km: int | None
    lines: tuple[Line, ...]
    mechanic: str | None = None
    symptom: str | None = None
    remark: str | None = None
    status: WorkOrderStatus = WorkOrderStatus.DONE
    number: str | None = None
    total_rupiah: int | None = None
