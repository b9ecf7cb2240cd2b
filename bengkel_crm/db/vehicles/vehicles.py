"""Vehicles and the plates they wear."""

from datetime import date
from typing import Any

from bengkel_crm.base import errors
from bengkel_crm.db.customers.owners import mark_sold, unmark_sold
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.record_rows import RecordRows
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.records.vehicles import Vehicle, VehicleDates, VehicleDraft
from bengkel_crm.trade.invisible import visible
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.plates import format_plate, plate_key, plate_spellings

VEHICLES, DATES = RecordRows(Vehicle, "vehicle"), RecordRows(VehicleDates, "vehicle")
_DRAFTS = RecordRows(VehicleDraft, "vehicle")
_ONE = f"""
SELECT {VEHICLES.columns("vehicle")}, {DATES.columns("vehicle")} FROM vehicle
WHERE id = ? AND removed_at IS NULL
"""
_MODELS = """
SELECT model, coalesce(brand, '') FROM vehicle WHERE removed_at IS NULL AND model <> ''
GROUP BY 1, 2 ORDER BY count(*) DESC, max(id) DESC LIMIT 1000
"""


def find_vehicle(database: Database, vehicle_id: int) -> Vehicle | None:
    """Return one vehicle that is not in the bin, or None."""
    row = database.execute_sql(_ONE, (vehicle_id,)).fetchone()
    if row is None:
        return None
    width = len(VEHICLES.names)
    return VEHICLES.read(row[:width], dates=DATES.read(row[width:]))


def list_models(database: Database) -> list[tuple[str, str]]:
    """Return (model, its make) of the shop's vehicles that are not in the bin, the commonest first."""
    rows = database.execute_sql(_MODELS).fetchall()
    return [(model, brand) for model, brand in rows]


def get_vehicle(database: Database, vehicle_id: int) -> Vehicle:
    """Return one vehicle.

    Raises:
        NotFound: it is not there, or lies in the bin.
    """
    vehicle = find_vehicle(database, vehicle_id)
    if vehicle is None:
        raise errors.NotFound("vehicle", str(vehicle_id))
    return vehicle


def find_vehicle_id(database: Database, key: str) -> int | None:
    """Return the id of the vehicle that wears a canonical plate today, or None."""
    row = database.execute_sql(
        "SELECT id FROM vehicle WHERE plate_key = ? AND removed_at IS NULL", (key,)
    ).fetchone()
    return None if row is None else int(row[0])


def find_same_plate(database: Database, key: str) -> int | None:
    """Return the id of the vehicle that wears a plate today; O for 0 and zeros before it are forgiven."""
    found = (find_vehicle_id(database, spelling) for spelling in plate_spellings(key))
    return next((one for one in found if one is not None), None)


def list_plate_keys(database: Database) -> set[str]:
    """Return the canonical plates of all vehicles, those in the bin as well."""
    return {key for (key,) in database.execute_sql("SELECT plate_key FROM vehicle").fetchall()}


def find_by_old_plate(database: Database, key: str) -> int | None:
    """Return the id of the vehicle that wore a canonical plate last, or None."""
    row = database.execute_sql(
        """
        SELECT o.vehicle_id FROM old_plate o JOIN vehicle v ON v.id = o.vehicle_id AND v.removed_at IS NULL
        WHERE o.plate_key = ? ORDER BY o.until DESC, o.id DESC LIMIT 1
        """,
        (key,),
    ).fetchone()
    return None if row is None else int(row[0])


def _columns_of(database: Database, draft: VehicleDraft, own_id: int | None) -> dict[str, Any]:
    key = plate_key(draft.plate)
    if not key:
        raise errors.MissingField("plate")
    holders = (find_vehicle_id(database, spelling) for spelling in plate_spellings(key))
    holder = next((one for one in holders if one not in (None, own_id)), None)
    if holder is not None:
        raise errors.DuplicatePlate(format_plate(draft.plate), holder)
    return {
        **_DRAFTS.values_of(draft),
        **({} if draft.dates is None else DATES.values_of(draft.dates)),
        "plate": visible(draft.plate),
        "plate_key": key,
        "kind": (draft.kind or VehicleKind.MOTORCYCLE).value,
    }


def add_vehicle(deed: Deed, draft: VehicleDraft) -> int:
    """Add a vehicle and return its id.

    Raises:
        MissingField: the plate has no letter and no digit.
        DuplicatePlate: another vehicle wears it.
    """
    vehicle_id = deed.add("vehicle", **_columns_of(deed.database, draft, None))
    deed.vehicle_ids.add(vehicle_id)
    return vehicle_id


def release_plate(deed: Deed, vehicle_id: int, on: date) -> None:
    """Let a vehicle that is sold or gone give its plate away; it is found by it as by any plate of before.

    Raises:
        NotFound
    """
    before = get_vehicle(deed.database, vehicle_id)
    number, key = 1, ""
    while not key or find_vehicle_id(deed.database, key) is not None:
        number += 1
        key = f"{before.plate_key}{number}"
    deed.add(
        "old_plate",
        vehicle_id=vehicle_id,
        plate=before.plate,
        plate_key=before.plate_key,
        until=on.isoformat(),
    )
    deed.edit("vehicle", vehicle_id, plate=f"{format_plate(before.plate)} ({number})", plate_key=key)
    deed.vehicle_ids.add(vehicle_id)


def edit_vehicle(deed: Deed, vehicle_id: int, draft: VehicleDraft, on: date) -> None:
    """Overwrite a vehicle; a new plate keeps the old one findable.

    Raises:
        MissingField, DuplicatePlate, NotFound
    """
    before = get_vehicle(deed.database, vehicle_id)
    values = _columns_of(deed.database, draft, vehicle_id)
    if values["plate_key"] != before.plate_key:
        deed.add(
            "old_plate",
            vehicle_id=vehicle_id,
            plate=before.plate,
            plate_key=before.plate_key,
            until=on.isoformat(),
        )
    if draft.dates is not None:
        if before.dates.sold_on is not None and draft.dates.sold_on is None:
            unmark_sold(deed, vehicle_id)
        elif before.dates.sold_on is None and draft.dates.sold_on is not None:
            mark_sold(deed, vehicle_id, draft.dates.sold_on)
    deed.edit("vehicle", vehicle_id, **values)
    deed.vehicle_ids.add(vehicle_id)


def count_vehicles(database: Database) -> int:
    """Return how many vehicles are not in the bin."""
    return int(database.execute_sql("SELECT count(*) FROM vehicle WHERE removed_at IS NULL").fetchone()[0])
