"""What the counter shows: the hits of a search, and a vehicle's card."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bengkel_crm.records.customers import Customer, Note
from bengkel_crm.records.vehicles import Vehicle
from bengkel_crm.records.work_orders import EngineOil, RegularMechanic, WorkOrderSummary
from bengkel_crm.trade.kinds import VehicleKind


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
