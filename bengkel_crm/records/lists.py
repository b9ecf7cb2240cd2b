"""What the long lists are asked for, and their rows: queries, orders, pages."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from bengkel_crm.trade.kinds import VehicleKind, WorkOrderStatus

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class VehicleRow:
    """One line of the customers-and-vehicles list."""

    vehicle_id: int
    plate: str
    kind: VehicleKind
    vehicle: str
    year: int | None
    owner: str | None
    phone: str | None
    last_on: date | None
    last_odometer_km: int | None
    oil: str | None
    mechanic: str | None
    next_due_by: date | None
    work_order_count: int


@dataclass(frozen=True, slots=True)
class WorkOrderRow:
    """One line of the work order list."""

    work_order_id: int
    vehicle_id: int
    number: str
    date: date
    plate: str
    owner: str | None
    vehicle: str
    odometer_km: int | None
    jobs: str
    oil: str | None
    mechanic: str | None
    total_rupiah: int
    status: WorkOrderStatus


class DueState(StrEnum):
    """How a vehicle's next job stands on a day: late, due by the end of the month, or neither."""

    OVERDUE = "overdue"
    THIS_MONTH = "this_month"
    NOT_DUE = "not_due"


class VehicleSort(StrEnum):
    """What the customers-and-vehicles list can be ordered by."""

    PLATE = "plate"
    OWNER = "owner"
    VEHICLE = "vehicle"
    YEAR = "year"
    LAST_VISIT = "last_visit"
    ODOMETER = "odometer"
    OIL = "oil"
    MECHANIC = "mechanic"
    NEXT_DUE = "next_due"
    VISITS = "visits"


@dataclass(frozen=True, slots=True)
class VehicleQuery:
    """Which vehicles are wanted, in which order; None and "" ask for nothing. `today` tells what is due."""

    today: date
    text: str = ""
    sort: VehicleSort = VehicleSort.LAST_VISIT
    descending: bool = True
    kind: VehicleKind | None = None
    due: DueState | None = None
    has_phone: bool | None = None
    brand: str | None = None


class WorkOrderSort(StrEnum):
    """What the work order list can be ordered by."""

    DATE = "date"
    NUMBER = "number"
    PLATE = "plate"
    OWNER = "owner"
    VEHICLE = "vehicle"
    ODOMETER = "odometer"
    OIL = "oil"
    MECHANIC = "mechanic"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class WorkOrderQuery:
    """Which work orders are wanted, in which order; None and "" ask for nothing, both days belong to it."""

    text: str = ""
    sort: WorkOrderSort = WorkOrderSort.DATE
    descending: bool = True
    first: date | None = None
    last: date | None = None
    mechanic_id: int | None = None
    status: WorkOrderStatus | None = None
    job_kind_id: int | None = None


@dataclass(frozen=True, slots=True)
class PageMark:
    """Where a page ended; only the list that gave it understands it."""

    keys: tuple[str | int, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class RowPage(Generic[T]):
    """Some rows of a long list; `after` asks for those that follow, None at the end."""

    rows: tuple[T, ...]
    after: PageMark | None
