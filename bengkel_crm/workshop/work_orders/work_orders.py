"""Recording, mending and removing work orders, and what the form wants to know before."""

from datetime import date, datetime

from bengkel_crm.base import errors
from bengkel_crm.db.customers import customers, owners
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal import bin as removed
from bengkel_crm.db.journal.deeds import done, perform
from bengkel_crm.db.settings import settings
from bengkel_crm.db.vehicles import vehicles
from bengkel_crm.db.work_orders import suggestions, work_orders
from bengkel_crm.records.counter import DueJob
from bengkel_crm.records.customers import Customer
from bengkel_crm.records.journal import Change, DeedKind
from bengkel_crm.records.work_orders import Line, Mechanic, WorkOrder, WorkOrderDraft
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.plates import format_plate


def record_work_order(
    database: Database,
    draft: WorkOrderDraft,
    *,
    owner_id: int | None = None,
    draft_key: str | None = None,
    at: datetime | None = None,
) -> Change:
    """Save a visit; what it does to the vehicle's card is saved with it, the half-typed form goes.

    It is paid for by who owned the vehicle that day. `owner_id` says whose a vehicle without an owner is.

    Raises:
        MissingField: no line; InvalidValue: a negative odometer; NotFound: the vehicle is gone.
    """
    vehicle = vehicles.get_vehicle(database, draft.vehicle_id)
    now = at or datetime.now()
    with perform(database, DeedKind.WORK_ORDER_ADDED, format_plate(vehicle.plate), now) as deed:
        if owner_id is not None:
            owners.settle_owner(deed, draft.vehicle_id, owner_id, draft.date)
        owner = owners.owner_on(database, draft.vehicle_id, draft.date)
        work_orders.add_work_order(deed, draft, work_orders.Learner(deed), owner, now)
        if draft_key is not None:
            settings.drop_draft(database, draft_key)
    return done(deed)


def whose_was_it(database: Database, vehicle_id: int, day: date) -> Customer | None:
    """Return who owned a vehicle until it was sold, None unless it comes without an owner that day."""
    owner_id = owners.former_owner(database, vehicle_id, day)
    return None if owner_id is None else customers.find_customer(database, owner_id)


def edit_work_order(
    database: Database,
    work_order_id: int,
    draft: WorkOrderDraft,
    *,
    draft_key: str | None = None,
    seen: WorkOrder | None = None,
) -> Change:
    """Overwrite a visit; `seen` is the visit as it was when somebody began to type.

    Raises:
        NotFound, MissingField, InvalidValue
        ChangedMeanwhile: it is no longer what was `seen`.
    """
    vehicle = vehicles.get_vehicle(database, draft.vehicle_id)
    with perform(database, DeedKind.WORK_ORDER_EDITED, format_plate(vehicle.plate)) as deed:
        if seen is not None and work_orders.get_work_order(database, work_order_id) != seen:
            raise errors.ChangedMeanwhile("work_order", str(work_order_id))
        work_orders.edit_work_order(deed, work_order_id, draft, work_orders.Learner(deed))
        if draft_key is not None:
            settings.drop_draft(database, draft_key)
    return done(deed)


def remove_work_order(database: Database, work_order_id: int, at: datetime | None = None) -> Change:
    """Put a visit into the bin.

    Raises:
        NotFound
    """
    order = work_orders.get_work_order(database, work_order_id)
    with perform(
        database, DeedKind.WORK_ORDER_REMOVED, f"{order.number} · {format_plate(order.plate)}"
    ) as deed:
        removed.remove(deed, "work_order", work_order_id, at or database.now())
    return done(deed)


def get_work_order(database: Database, work_order_id: int) -> WorkOrder:
    """Return one visit with its lines.

    Raises:
        NotFound
    """
    return work_orders.get_work_order(database, work_order_id)


def preview_next_due(
    database: Database, draft: WorkOrderDraft, replacing: int | None = None
) -> tuple[DueJob, ...]:
    """Return what would fall due next if this visit were saved now, the earliest first; nothing is written.

    `replacing` is the id of the work order being edited.
    """
    return suggestions.forecast(database, draft, replacing)


def list_known_lines(database: Database, vehicle_kind: VehicleKind) -> list[Line]:
    """Return the distinct lines the shop wrote for this kind of vehicle, the commonest first.

    Each has the price asked last; job kinds nobody wrote yet follow.
    """
    return suggestions.list_known_lines(database, vehicle_kind)


def list_lines_on(
    database: Database, vehicle_id: int, day: date, besides: int | None = None
) -> list[tuple[Line, ...]]:
    """Return the lines of each visit of a vehicle on one day, but for the work order `besides`."""
    ids = work_orders.list_ids_on(database, vehicle_id, day)
    return [work_orders.get_work_order(database, found).lines for found in ids if found != besides]


def list_mechanics(database: Database) -> list[Mechanic]:
    """Return the mechanics by name, those who left the shop last."""
    return work_orders.list_mechanics(database)
