"""Whose a vehicle was on a day, that its owner sold it, and that it is his after all."""

from datetime import date

from bengkel_crm.db.customers.customers import end_ownership, present_ownerships, set_owner
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal.deeds import Deed

_ON_A_DAY = """
SELECT customer_id FROM ownership
WHERE vehicle_id = ?1 AND coalesce(since, '') <= ?2 AND (until IS NULL OR until > ?2)
ORDER BY until IS NULL DESC, id LIMIT 1
"""
_BEFORE_ALL = """
SELECT customer_id FROM ownership WHERE vehicle_id = ?1
AND NOT EXISTS (SELECT 1 FROM ownership o WHERE o.vehicle_id = ?1 AND coalesce(o.since, '') <= ?2)
ORDER BY since, id LIMIT 1
"""
_LAST = "SELECT id, customer_id, until FROM ownership WHERE vehicle_id = ? ORDER BY id DESC LIMIT 1"


def owner_on(database: Database, vehicle_id: int, day: date) -> int | None:
    """Return the id of the customer who owned a vehicle on a day, None after its owner sold it.

    Nobody is known from before the first: what is older is his.
    """
    for statement in (_ON_A_DAY, _BEFORE_ALL):
        row = database.execute_sql(statement, (vehicle_id, day.isoformat())).fetchone()
        if row is not None:
            return int(row[0])
    return None


def present_owner(database: Database, vehicle_id: int) -> int | None:
    """Return the id of who owns a vehicle, None when nobody does."""
    present = present_ownerships(database, vehicle_id)
    return min(present)[1] if present else None


def last_owner(database: Database, vehicle_id: int) -> int | None:
    """Return the id of who owns a vehicle, or owned it last; None when nobody ever did."""
    present = present_owner(database, vehicle_id)
    if present is not None:
        return present
    row = database.execute_sql(_LAST, (vehicle_id,)).fetchone()
    return None if row is None else int(row[1])


def former_owner(database: Database, vehicle_id: int, day: date) -> int | None:
    """Return whose a vehicle was until a day or before, None unless it has no owner from then on."""
    row = database.execute_sql(_LAST, (vehicle_id,)).fetchone()
    if row is None or present_ownerships(database, vehicle_id) or row[2] > day.isoformat():
        return None
    return int(row[1])


def mark_sold(deed: Deed, vehicle_id: int, on: date) -> None:
    """Write down that a vehicle was sold to nobody knows whom: its owner owned it until that day."""
    for ownership_id, customer_id in present_ownerships(deed.database, vehicle_id):
        end_ownership(deed, ownership_id, on)
        deed.customer_ids.add(customer_id)
    deed.edit("vehicle", vehicle_id, sold_on=on.isoformat())
    deed.vehicle_ids.add(vehicle_id)


def unmark_sold(deed: Deed, vehicle_id: int) -> None:
    """Take back that a vehicle was sold: it is its last owner's again, unless it has a new one."""
    deed.edit("vehicle", vehicle_id, sold_on=None)
    deed.vehicle_ids.add(vehicle_id)
    row = deed.database.execute_sql(_LAST, (vehicle_id,)).fetchone()
    if row is not None and not present_ownerships(deed.database, vehicle_id):
        deed.edit("ownership", row[0], until=None)
        deed.customer_ids.add(row[1])


def settle_owner(deed: Deed, vehicle_id: int, customer_id: int, on: date) -> None:
    """Write down whose a vehicle without an owner is, as it came on a day: its last owner's, or another's."""
    if former_owner(deed.database, vehicle_id, on) == customer_id:
        unmark_sold(deed, vehicle_id)
    else:
        set_owner(deed, vehicle_id, customer_id, on)
