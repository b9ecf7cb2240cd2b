"""Registering and mending vehicles and their owners."""

from collections.abc import Sequence
from datetime import date, datetime

from bengkel_crm.base import errors
from bengkel_crm.db.customers import customers, owners
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal import bin as removed
from bengkel_crm.db.journal.deeds import Deed, done, perform
from bengkel_crm.db.settings import settings
from bengkel_crm.db.vehicles import vehicles
from bengkel_crm.records.customers import Customer, CustomerDraft
from bengkel_crm.records.journal import Change, DeedKind
from bengkel_crm.records.vehicles import Vehicle, VehicleDraft
from bengkel_crm.trade.plates import format_plate


def register_vehicle(
    database: Database,
    vehicle: VehicleDraft,
    owner: CustomerDraft | None = None,
    *,
    customer_id: int | None = None,
    addition: CustomerDraft | None = None,
    confirmed: Sequence[str] = (),
    instead_of: int | None = None,
    draft_key: str | None = None,
) -> Change:
    """Add a vehicle and its owner (new, or the known `customer_id`); the half-typed form goes with it.

    `addition` is what was typed of the known customer: phones to be added, and the address of today;
    `confirmed` are numbers of this one that are no longer wrong.
    `instead_of` is the vehicle, sold or gone, that wore the plate before it was given out again.

    Raises:
        MissingField: no plate, or an owner without a name.
        DuplicatePlate: the plate is known.
    """
    with perform(database, DeedKind.VEHICLE_ADDED, format_plate(vehicle.plate)) as deed:
        if instead_of is not None:
            vehicles.release_plate(deed, instead_of, database.today())
        vehicle_id = vehicles.add_vehicle(deed, vehicle)
        if customer_id is None and owner is not None:
            customer_id = customers.add_customer(deed, owner)
        if customer_id is not None:
            if addition is not None:
                customers.add_to_customer(deed, customer_id, addition)
            customers.confirm_phones(deed, customer_id, confirmed)
            customers.set_owner(deed, vehicle_id, customer_id, None)
        if draft_key is not None:
            settings.drop_draft(database, draft_key)
        deed.record_id = vehicle_id
    return done(deed)


def list_models(database: Database) -> list[tuple[str, str]]:
    """Return (model, its make) of the shop's own vehicles, the commonest first."""
    return vehicles.list_models(database)


def edit_vehicle(
    database: Database,
    vehicle_id: int,
    vehicle: VehicleDraft,
    owner: CustomerDraft | None = None,
    *,
    customer_id: int | None = None,
    new_owner_id: int | None = None,
    addition: CustomerDraft | None = None,
    confirmed: Sequence[str] = (),
    on: date | None = None,
    draft_key: str | None = None,
    seen: tuple[Vehicle, Customer | None] | None = None,
) -> Change:
    """Overwrite a vehicle and, when given, its owner's data, as one deed.

    `customer_id` is the customer the owner's data are for; None with an `owner` makes a new customer the
    owner from `on` (today when None). `new_owner_id` makes a known customer the owner from that day.
    `addition` is what was typed of the known customer: phones to be added, and the address of today.
    `confirmed` are numbers, of the customer that the data are for, that are no longer wrong.
    `seen` is the vehicle with its owner as they were when somebody began to type.

    Raises:
        MissingField, DuplicatePlate, NotFound
        ChangedMeanwhile: they are no longer what was `seen`.
    """
    day = on or database.today()
    with perform(database, DeedKind.VEHICLE_EDITED, format_plate(vehicle.plate)) as deed:
        _prove_unchanged(database, vehicle_id, seen)
        vehicles.edit_vehicle(deed, vehicle_id, vehicle, day)
        if owner is not None:
            _write_owner(deed, vehicle_id, customer_id, owner, confirmed, day)
        if new_owner_id is not None:
            _hand_over(deed, vehicle_id, new_owner_id, addition, confirmed, day)
        if draft_key is not None:
            settings.drop_draft(database, draft_key)
        deed.record_id = vehicle_id
    return done(deed)


def _prove_unchanged(
    database: Database, vehicle_id: int, seen: tuple[Vehicle, Customer | None] | None
) -> None:
    if seen is not None and _present(database, vehicle_id) != seen:
        raise errors.ChangedMeanwhile("vehicle", str(vehicle_id))


def _write_owner(
    deed: Deed,
    vehicle_id: int,
    customer_id: int | None,
    owner: CustomerDraft,
    confirmed: Sequence[str],
    day: date,
) -> None:
    if customer_id is None:
        customers.set_owner(deed, vehicle_id, customers.add_customer(deed, owner), day)
    else:
        customers.edit_customer(deed, customer_id, owner)
        customers.confirm_phones(deed, customer_id, confirmed)


def _hand_over(
    deed: Deed,
    vehicle_id: int,
    customer_id: int,
    addition: CustomerDraft | None,
    confirmed: Sequence[str],
    day: date,
) -> None:
    if addition is not None:
        customers.add_to_customer(deed, customer_id, addition)
    customers.confirm_phones(deed, customer_id, confirmed)
    customers.set_owner(deed, vehicle_id, customer_id, day)


def _present(database: Database, vehicle_id: int) -> tuple[Vehicle, Customer | None]:
    owner_id = owners.present_owner(database, vehicle_id)
    owner = None if owner_id is None else customers.find_customer(database, owner_id)
    return vehicles.get_vehicle(database, vehicle_id), owner


def change_owner(database: Database, vehicle_id: int, customer_id: int, on: date) -> Change:
    """Make a known customer the owner from a day on.

    Raises:
        NotFound
    """
    subject = vehicles.get_vehicle(database, vehicle_id).plate
    with perform(database, DeedKind.OWNER_CHANGED, format_plate(subject)) as deed:
        customers.set_owner(deed, vehicle_id, customer_id, on)
        deed.record_id = vehicle_id
    return done(deed)


def remove_vehicle(database: Database, vehicle_id: int, at: datetime | None = None) -> Change:
    """Put a vehicle with its history into the bin.

    Raises:
        NotFound
    """
    subject = vehicles.get_vehicle(database, vehicle_id).plate
    with perform(database, DeedKind.VEHICLE_REMOVED, format_plate(subject)) as deed:
        removed.remove(deed, "vehicle", vehicle_id, at or database.now())
    return done(deed)


def get_vehicle(database: Database, vehicle_id: int) -> Vehicle:
    """Return one vehicle.

    Raises:
        NotFound
    """
    return vehicles.get_vehicle(database, vehicle_id)


def find_customers_like(database: Database, draft: CustomerDraft) -> list[Customer]:
    """Return customers who may be the one being typed: the same phone first, then the same name."""
    return customers.find_customers_like(database, draft)


def list_vehicles_of(database: Database, customer_id: int) -> list[Vehicle]:
    """Return the vehicles a customer owns today, without those in the bin."""
    found = (
        vehicles.find_vehicle(database, vehicle_id)
        for vehicle_id in customers.vehicles_owned_by(database, customer_id)
    )
    return [vehicle for vehicle in found if vehicle is not None]
