"""Records for tests: state only what matters, the rest is a plain shop."""

from collections.abc import Sequence
from datetime import date
from itertools import count

from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.trade.kinds import LineKind, ProductCategory, VehicleKind
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import register_vehicle
from bengkel_crm.workshop.work_orders.work_orders import record_work_order

TODAY = date(2026, 8, 12)
_numbers = count(1001)


def make_vehicle(
    database: Database,
    plate: str | None = None,
    owner: str | None = "Budi Santoso",
    phones: Sequence[str] = (),
    kind: VehicleKind = VehicleKind.MOTORCYCLE,
    brand: str | None = "Honda",
    model: str | None = "Vario 125",
    year: int | None = 2019,
    color: str | None = None,
    *,
    customer_id: int | None = None,
) -> int:
    """Register a vehicle with its owner (None: without one) and return its id."""
    change = register_vehicle(
        database,
        VehicleDraft(plate or f"AB {next(_numbers)} XY", kind, brand, model, year, color),
        None if owner is None or customer_id is not None else CustomerDraft(owner, tuple(phones)),
        customer_id=customer_id,
    )
    assert change.record_id is not None
    return change.record_id


def make_lines(
    jobs: Sequence[str] = (), oil: str | None = None, parts: Sequence[str] = (), price_rupiah: int = 50_000
) -> tuple[Line, ...]:
    """Return the lines of a visit: work, parts, and an engine oil."""
    work = [Line(LineKind.JOB, text, 1, price_rupiah) for text in jobs]
    sold = [Line(LineKind.PART, text, 1, price_rupiah) for text in parts]
    oils = [Line(LineKind.OIL, oil, 1, price_rupiah, ProductCategory.ENGINE_OIL)] if oil else []
    return (*work, *sold, *oils)


def draft_work_order(
    vehicle_id: int,
    on: date = TODAY,
    jobs: Sequence[str] = (),
    oil: str | None = None,
    mechanic: str | None = None,
    odometer_km: int | None = None,
    parts: Sequence[str] = (),
    symptom: str | None = None,
    number: str | None = None,
) -> WorkOrderDraft:
    """Return a visit ready to be saved; one that names nothing is a tune-up."""
    lines = make_lines(jobs, oil, parts) or make_lines(jobs=("Servis ringan",))
    return WorkOrderDraft(
        vehicle_id, on, odometer_km, lines, mechanic=mechanic, symptom=symptom, number=number
    )


def make_work_order(
    database: Database,
    vehicle_id: int,
    on: date = TODAY,
    jobs: Sequence[str] = (),
    oil: str | None = None,
    mechanic: str | None = None,
    odometer_km: int | None = None,
    parts: Sequence[str] = (),
    symptom: str | None = None,
    number: str | None = None,
) -> int:
    """Record a visit and return its id."""
    draft = draft_work_order(vehicle_id, on, jobs, oil, mechanic, odometer_km, parts, symptom, number)
    change = record_work_order(database, draft)
    assert change.record_id is not None
    return change.record_id
