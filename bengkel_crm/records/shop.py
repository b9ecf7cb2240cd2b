"""What the rooms hand each other: frozen, complete, free of SQL and widgets.

Money is whole rupiah, odometers whole kilometres, dates `date`; absent is None.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class VehicleKind(StrEnum):
    MOTORCYCLE = "motorcycle"
    CAR = "car"


class CustomerKind(StrEnum):
    PERSON = "person"
    COMPANY = "company"


class LineKind(StrEnum):
    """What a work order line sells: work, a part, or oil of any sort."""

    JOB = "job"
    PART = "part"
    OIL = "oil"


class ProductCategory(StrEnum):
    """What a product is; only ENGINE_OIL answers "which oil is in it"."""

    ENGINE_OIL = "engine_oil"
    GEAR_OIL = "gear_oil"
    FORK_OIL = "fork_oil"
    TWO_STROKE_OIL = "two_stroke_oil"
    BRAKE_FLUID = "brake_fluid"
    COOLANT = "coolant"
    OIL_FILTER = "oil_filter"
    PART = "part"


class WorkOrderStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    PAID = "paid"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it was typed, and as E.164 where it could be read."""

    typed: str
    e164: str | None
    wrong_since: date | None = None


@dataclass(frozen=True, slots=True)
class ContactWishes:
    """Since when a customer does not want to be contacted, and since when promotion is allowed."""

    no_contact_since: date | None = None
    promotion_consent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Customer:
    id: int
    name: str
    honorific: str | None
    kind: CustomerKind
    contact_person: str | None
    address: str | None
    phones: tuple[Phone, ...]
    wishes: ContactWishes = ContactWishes()

    @property
    def good_phones(self) -> tuple[Phone, ...]:
        """Return the numbers that are not known to be wrong."""
        return tuple(phone for phone in self.phones if phone.wrong_since is None)


@dataclass(frozen=True, slots=True)
class VehicleDates:
    """When a vehicle was sold or is gone; of `stnk_tax_on` day and month count, as the tax returns yearly."""

    sold_on: date | None = None
    gone_on: date | None = None
    stnk_tax_on: date | None = None
    plate_expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Vehicle:
    """`plate` is as written; `plate_key` is its canonical form."""

    id: int
    plate: str
    plate_key: str
    kind: VehicleKind
    brand: str | None
    model: str | None
    year: int | None
    color: str | None
    dates: VehicleDates = VehicleDates()


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
class DueJob:
    """A job kind that falls due by date or km, whichever first.

    `due_by` is the earlier of `due_on` and the day the vehicle is expected to reach `due_km`;
    `due_by_is_estimated` says that it came from the km.
    """

    job_kind_id: int
    job_kind_code: str
    job_kind: str
    last_done_on: date
    last_done_km: int | None
    due_on: date | None
    due_km: int | None
    due_by: date | None
    due_by_is_estimated: bool


@dataclass(frozen=True, slots=True)
class Note:
    id: int
    text: str
    written_on: date


@dataclass(frozen=True, slots=True)
class Card:
    """All the counter shows of one vehicle; history newest first, at most `cards.HISTORY_LIMIT` rows.

    `due` is ordered by what comes first. `old_plates` are what the vehicle wore before.
    """

    vehicle: Vehicle
    owner: Customer | None
    last_work_order: WorkOrderSummary | None
    oil: EngineOil | None
    mechanic: RegularMechanic | None
    km_per_day: float | None
    due: tuple[DueJob, ...]
    history: tuple[WorkOrderSummary, ...]
    history_count: int
    notes: tuple[Note, ...]
    old_plates: tuple[str, ...]


class MatchKind(StrEnum):
    """Why a hit is in the list, best first."""

    EXACT = "exact"
    PREFIX = "prefix"
    CONTAINED = "contained"
    TEXT = "text"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the counter's list: enough to answer before Enter is pressed."""

    vehicle_id: int
    plate: str
    plate_key: str
    kind: VehicleKind
    owner: str | None
    phone: str | None
    vehicle: str
    last_on: date | None
    next_due_by: date | None
    oil: str | None
    mechanic: str | None
    match: MatchKind
    old_plate: str | None = None
    contact_person: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class FoundHits:
    """The best hits, and how many fit in all: at most as many as were counted."""

    hits: tuple[Hit, ...]
    count: int


@dataclass(frozen=True, slots=True)
class JobInterval:
    """How often a job kind is due on one kind of vehicle; None means "not by this measure"."""

    vehicle_kind: VehicleKind
    months: int | None
    km: int | None


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
    id: int
    name: str
    active: bool


@dataclass(frozen=True, slots=True)
class Product:
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


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """A customer as typed; `phones` as typed, one number each. None for `wishes` leaves them as they are."""

    name: str
    phones: tuple[str, ...] = ()
    kind: CustomerKind | None = None
    contact_person: str | None = None
    address: str | None = None
    wishes: ContactWishes | None = None


@dataclass(frozen=True, slots=True)
class VehicleDraft:
    """A vehicle as typed; None for `dates` leaves them as they are."""

    plate: str
    kind: VehicleKind | None = None
    brand: str | None = None
    model: str | None = None
    year: int | None = None
    color: str | None = None
    dates: VehicleDates | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One deed that was written, so that pages can reload and the clerk can take it back.

    `kind` names the deed ("work_order_added"); the ids say whom it touched, `touches_all` that there are
    too many to name. Such a deed has no number, and is not taken back by undoing.
    """

    deed_id: int
    kind: str
    subject: str
    vehicle_ids: tuple[int, ...] = ()
    customer_ids: tuple[int, ...] = ()
    record_id: int | None = None
    touches_all: bool = False


@dataclass(frozen=True, slots=True)
class DueRow:
    """One vehicle whose next job falls due."""

    vehicle_id: int
    plate: str
    owner: str | None
    phone: str | None
    vehicle: str
    job_kind: str
    due_by: date
    due_on: date | None
    due_km: int | None


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A copy of the shop file; `why` is empty for one made at the end of the work or in the midst of it.

    `number` counts the copies of its folder in the order they were made, 0 is unknown; what nobody wrote down
    of an old copy is None. One `in_second_place` lies on the stick, not beside the shop file.
    """

    path: str
    made_at: datetime
    bytes: int
    why: str = ""
    number: int = 0
    vehicles: int | None = None
    work_orders: int | None = None
    last_on: date | None = None
    in_second_place: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """A copy that was put back, and where what the shop file held before is kept, if there was anything."""

    copy: BackupFile
    kept: BackupFile | None


@dataclass(frozen=True, slots=True)
class BinEntry:
    """Something removed that can still be put back."""

    table: str
    record_id: int
    title: str
    removed_at: datetime
