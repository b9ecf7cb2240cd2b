"""Bulk questions and bulk writes of an import: a few statements, however long the book."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.db.engine.bulk import insert_rows
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.row_numbers import last_number
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.db.work_orders.work_orders import NUMBER_PREFIX
from bengkel_crm.schema.exchanged import FROM_BOOKS
from bengkel_crm.trade.phones import Phone, is_words, match_key

_FACTS = ("brand", "model", "year", *FROM_BOOKS["vehicle"], "kind")
_FACTS_OF_V = ", ".join(f"v.{name}" for name in _FACTS)
_VEHICLES = f"""
SELECT v.plate_key, v.id, v.removed_at IS NOT NULL, {_FACTS_OF_V}
FROM {SQL.texts("keys")} {SQL.then_join} vehicle v {SQL.indexed_by("vehicle_by_plate")}
    ON v.plate_key = keys.value AND v.removed_at IS NULL
"""
_OLD_PLATES = f"""
SELECT o.plate_key, v.id, v.removed_at IS NOT NULL, {_FACTS_OF_V}
FROM {SQL.texts("keys")} {SQL.then_join} old_plate o ON o.plate_key = keys.value
JOIN vehicle v ON v.id = o.vehicle_id AND v.removed_at IS NULL ORDER BY o.until, o.id
"""
_IN_BIN = f"""
SELECT plate_key, id, 1, {", ".join(_FACTS)} FROM vehicle
WHERE removed_at IS NOT NULL AND plate_key IN {SQL.among_texts()} ORDER BY removed_at
"""
_OWNERS = f"""
SELECT w.vehicle_id, w.customer_id, w.since, w.until FROM {SQL.ids("ids")}
{SQL.then_join} ownership w ON w.vehicle_id = ids.value ORDER BY w.id DESC
"""
_ORDERS = f"""
SELECT w.id, w.vehicle_id, w.number, w.date, w.odometer_km, w.jobs, w.oil, w.total_rupiah, w.customer_id,
    w.removed_at IS NOT NULL
FROM {SQL.ids("ids")} {SQL.then_join} work_order w ON w.vehicle_id = ids.value ORDER BY w.id
"""
_NUMBERS = f"""
SELECT w.id, w.vehicle_id, w.number, w.date, w.odometer_km, w.jobs, w.oil, w.total_rupiah, w.customer_id,
    w.removed_at IS NOT NULL
FROM {SQL.texts("numbers")} {SQL.then_join} work_order w ON w.number = numbers.value
"""
_GIVEN_NUMBERS = "SELECT number FROM work_order WHERE number >= ? AND number < ?"
_BY_PHONE = f"""
SELECT DISTINCT p.customer_id FROM {SQL.texts("keys")}
{SQL.then_join} customer_phone p ON p.match_key = keys.value
"""
_OF_CUSTOMER = ("id", "name", "name_key", "contact_person", "address")
_BY_NAME = f"""
SELECT c.id FROM {SQL.texts("keys")}
{SQL.then_join} customer c {SQL.indexed_by("customer_by_name")} ON c.name_key = keys.value
WHERE c.removed_at IS NULL
"""
_CUSTOMERS = f"""
SELECT {", ".join(f"c.{name}" for name in (*_OF_CUSTOMER, *FROM_BOOKS["customer"]))}
FROM {SQL.ids("ids")} {SQL.then_join} customer c ON c.id = ids.value WHERE c.removed_at IS NULL
"""
_PHONES = f"""
SELECT p.customer_id, p.typed, p.e164 FROM {SQL.ids("ids")}
{SQL.then_join} customer_phone p ON p.customer_id = ids.value ORDER BY p.customer_id, p.position
"""
_PRODUCTS = f"""
SELECT p.name_key, p.id, p.name, p.price_rupiah FROM {SQL.texts("keys")}
{SQL.then_join} product p ON p.name_key = keys.value
"""


@dataclass(slots=True)
class KnownVehicle:
    """A vehicle of the shop file that a book names; owners newest first, the present one apart."""

    id: int
    in_bin: bool
    facts: dict[str, Any]
    owner_id: int | None = None
    owner_ids: list[int] = field(default_factory=list)
    # Who, since when, until when; newest first.
    spans: list[tuple[int, str, str | None]] = field(default_factory=list)

    @property
    def sold_until(self) -> str | None:
        """The day on which its last owner's time ended, None while it has an owner or never had one."""
        return None if self.owner_id is not None or not self.spans else self.spans[0][2]

    def owner_on(self, day: date) -> int | None:
        """Return who owned it on a day, as `db.owners.owner_on`."""
        on = day.isoformat()
        owned = [span for span in self.spans if span[1] <= on]
        then = [span for span in owned if span[2] is None or span[2] > on]
        if then:
            return min(then, key=lambda span: span[2] is not None)[0]
        return self.spans[-1][0] if self.spans and not owned else None


@dataclass(frozen=True, slots=True)
class KnownOrder:
    """A work order of the shop file, as far as it tells whether a book's row is the same visit."""

    id: int
    vehicle_id: int
    number: str
    date: str
    odometer_km: int | None
    jobs: str
    oil: str | None
    total_rupiah: int
    customer_id: int | None
    in_bin: int


@dataclass(frozen=True, slots=True)
class KnownCustomer:
    """A customer who owns or owned a vehicle of the book, or has one of its phone numbers or names."""

    id: int
    name: str
    name_key: str
    contact: str | None
    address: str | None
    phones: tuple[Phone, ...]
    more: Mapping[str, Any]

    @property
    def phone_keys(self) -> tuple[str, ...]:
        """By which the numbers are known to be the same, one that can not be dialled as it was typed."""
        return tuple(
            match_key(phone.e164) if phone.e164 else phone.typed
            for phone in self.phones
            if not is_words(phone)
        )


@dataclass(frozen=True, slots=True)
class KnownProduct:
    """A product of the shop file that a price list names."""

    id: int
    name: str
    price_rupiah: int | None


@dataclass(frozen=True, slots=True)
class Known:
    """What the shop file knows of the things a book names."""

    vehicles: Mapping[str, KnownVehicle]
    orders: Mapping[int, Sequence[KnownOrder]]
    by_number: Mapping[str, KnownOrder]
    customers: Mapping[int, KnownCustomer]
    given_numbers: frozenset[str]
    products: Mapping[str, KnownProduct]


def find_known(
    database: Database,
    plate_keys: Iterable[str],
    phone_keys: Iterable[str],
    numbers: Iterable[str],
    name_keys: Iterable[str] = (),
    product_keys: Iterable[str] = (),
    check: Check | None = None,
) -> Known:
    """Return all the shop file knows of these plates, phones (match keys), numbers, names and products.

    Raises:
        Cancelled: `check`, which is asked meanwhile, raised it.
    """
    vehicles = _known_vehicles(database, json.dumps(sorted(plate_keys)), check)
    wanted = json.dumps(sorted({vehicle.id for vehicle in vehicles.values()}))
    orders: dict[int, list[KnownOrder]] = {}
    customer_ids: set[int] = set()
    by_number: dict[str, KnownOrder] = {}
    for row in asking(database.execute_sql(_ORDERS, (wanted,)), check):
        order = KnownOrder(*row)
        orders.setdefault(order.vehicle_id, []).append(order)
        by_number[order.number] = order
    for row in asking(database.execute_sql(_NUMBERS, (json.dumps(sorted(numbers)),)), check):
        by_number.setdefault(row[2], KnownOrder(*row))
    customer_ids.update(order.customer_id for order in by_number.values() if order.customer_id is not None)
    customer_ids.update(owner for vehicle in vehicles.values() for owner in vehicle.owner_ids)
    for sql, keys in asking(((_BY_PHONE, phone_keys), (_BY_NAME, name_keys)), check, every=1):
        rows = database.execute_sql(sql, (json.dumps(sorted(keys)),)).fetchall()
        customer_ids.update(row[0] for row in rows)
    products = database.execute_sql(_PRODUCTS, (json.dumps(sorted(product_keys)),)).fetchall()
    given = database.execute_sql(_GIVEN_NUMBERS, (NUMBER_PREFIX, NUMBER_PREFIX + "\U0010ffff"))
    return Known(
        vehicles,
        orders,
        by_number,
        _known_customers(database, customer_ids, check),
        frozenset(row[0] for row in given.fetchall()),
        {row[0]: KnownProduct(*row[1:]) for row in products},
    )


def _known_vehicles(database: Database, keys: str, check: Check | None) -> dict[str, KnownVehicle]:
    found: dict[str, KnownVehicle] = {}
    # Later ones win: the plate a vehicle wears today before the one it wore, before one in the bin.
    for sql in (_IN_BIN, _OLD_PLATES, _VEHICLES):
        for key, vehicle_id, in_bin, *facts in asking(database.execute_sql(sql, (keys,)), check):
            found[key] = KnownVehicle(vehicle_id, bool(in_bin), dict(zip(_FACTS, facts, strict=True)))
    by_id: dict[int, list[KnownVehicle]] = {}
    for vehicle in found.values():
        by_id.setdefault(vehicle.id, []).append(vehicle)
    owned = database.execute_sql(_OWNERS, (json.dumps(sorted(by_id)),))
    for vehicle_id, customer_id, since, until in asking(owned, check):
        for vehicle in by_id[vehicle_id]:
            vehicle.owner_ids.append(customer_id)
            vehicle.spans.append((customer_id, since or "", until))
            if until is None:
                vehicle.owner_id = customer_id
    return found


def _known_customers(database: Database, ids: Iterable[int], check: Check | None) -> dict[int, KnownCustomer]:
    wanted = json.dumps(sorted(ids))
    phones: dict[int, list[Phone]] = {}
    for customer_id, typed, e164 in asking(database.execute_sql(_PHONES, (wanted,)), check):
        phones.setdefault(customer_id, []).append(Phone(typed, e164))
    known = {}
    for row in asking(database.execute_sql(_CUSTOMERS, (wanted,)), check):
        own, more = row[: len(_OF_CUSTOMER)], row[len(_OF_CUSTOMER) :]
        told = dict(zip(FROM_BOOKS["customer"], more, strict=True))
        known[row[0]] = KnownCustomer(*(*own, tuple(phones.get(row[0], ())), told))
    return known


def first_free_id(database: Database, table: str) -> int:
    """Return the id the next row of a table gets."""
    return last_number(database, table) + 1


def add_rows(deed: Deed, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows whose first column is the id, ids in one unbroken run, as part of a deed.

    Raises:
        TooLong: a text does not fit.
    """
    if not rows:
        return
    insert_rows(deed.database.connection(), table, columns, rows)
    deed.note_added(table, rows[0][0], rows[-1][0])
