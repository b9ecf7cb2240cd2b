"""Writing a plan into the shop file: one transaction, a few statements a table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from bengkel_crm.db.customers.customers import change_customer, end_ownership, present_ownerships
from bengkel_crm.db.customers.owners import unmark_sold
from bengkel_crm.db.engine.record_rows import RecordRows
from bengkel_crm.db.exchange.imports import add_rows, first_free_id
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.db.work_orders.work_orders import (
    NUMBER_PREFIX,
    Learner,
    came_back,
    category_of,
    jobs_and_oil,
)
from bengkel_crm.records.work_orders import Line
from bengkel_crm.schema.exchanged import FROM_BOOKS
from bengkel_crm.trade.kinds import WorkOrderStatus
from bengkel_crm.trade.names import fold, name_key
from bengkel_crm.trade.phones import match_key
from bengkel_crm.workshop.exchange.plan.apply_choices import best_spellings, settle_lines, total_of
from bengkel_crm.workshop.exchange.plan.people import BookCustomer
from bengkel_crm.workshop.exchange.plan.planned import Plan, PlannedVehicle
from bengkel_crm.workshop.exchange.rows.entries import BETWEEN, More, ProductEntry, VehicleFacts

_T = TypeVar("_T")
_STEP, _LOT = 200, 5_000
_CUSTOMER = (
    "id",
    "name",
    "name_key",
    "honorific",
    "kind",
    "contact_person",
    "address",
    *FROM_BOOKS["customer"],
)
_PHONE = ("id", "customer_id", "position", "typed", "e164", "match_key")
_PRODUCT = ("id", "name", "name_key", "category", "price_rupiah")
_FACTS = RecordRows(VehicleFacts, "vehicle")
_VEHICLE = ("id", "plate", "plate_key", *_FACTS.names, *FROM_BOOKS["vehicle"])
_OWNERSHIP = ("id", "vehicle_id", "customer_id", "since", "until")
_ORDER = (
    *("id", "number", "vehicle_id", "customer_id", "date", "odometer_km", "symptom", "remark", "mechanic_id"),
    *("status", "total_rupiah", "jobs", "oil", *FROM_BOOKS["work_order"]),
)
_LINE = (
    *("id", "work_order_id", "position", "kind", "text", "category", "job_kind_id", "product_id", "quantity"),
    *("price_rupiah", "mechanic_id"),
)


def write_plan(deed: Deed, plan: Plan, step: Callable[[int], None]) -> None:
    """Write everything of a plan as part of a deed; `step(rows)` is called as orders are written."""
    _change_records(deed, plan)
    _write_products(deed, plan.products)
    for customers in _lots(plan.customers, step):
        _write_customers(deed, customers)
    for vehicles in _lots(plan.vehicles, step):
        _write_vehicles(deed, vehicles)
    for vehicles in _lots(plan.vehicles, step):
        _write_owners(deed, vehicles)
    _write_orders(deed, plan, step)
    if plan.outcomes is not None:
        plan.outcomes.write(deed)


def _lots(records: Sequence[_T], step: Callable[[int], None]) -> Iterator[Sequence[_T]]:
    """Yield records in lots; `step` is asked before each, though no order is written yet."""
    for start in range(0, len(records), _LOT):
        step(0)
        yield records[start : start + _LOT]


def _change_records(deed: Deed, plan: Plan) -> None:
    for product_id, price in plan.prices.items():
        deed.edit("product", product_id, price_rupiah=price)
    for customer_id, change in plan.customer_changes.items():
        change_customer(deed, customer_id, change.columns, change.phones)


def _write_products(deed: Deed, products: Sequence[ProductEntry]) -> None:
    first = first_free_id(deed.database, "product")
    rows = [
        (product_id, entry.name, fold(entry.name), entry.category.value, entry.price_rupiah)
        for product_id, entry in enumerate(products, first)
    ]
    add_rows(deed, "product", _PRODUCT, rows)


def _write_customers(deed: Deed, customers: Sequence[BookCustomer]) -> None:
    first, first_phone = (
        first_free_id(deed.database, "customer"),
        first_free_id(deed.database, "customer_phone"),
    )
    rows: list[tuple[Any, ...]] = []
    phones: list[tuple[Any, ...]] = []
    for customer_id, customer in enumerate(customers, first):
        customer.id = customer_id
        rows.append(
            (
                customer_id,
                customer.name,
                name_key(customer.name),
                customer.honorific,
                customer.kind.value,
                customer.contact,
                customer.address,
                *_filled(customer.more, "customer"),
            )
        )
        for position, phone in enumerate(customer.phones):
            key = None if phone.e164 is None else match_key(phone.e164)
            phones.append((first_phone + len(phones), customer_id, position, phone.typed, phone.e164, key))
        deed.customer_ids.add(customer_id)
    add_rows(deed, "customer", _CUSTOMER, rows)
    add_rows(deed, "customer_phone", _PHONE, phones)


def _write_vehicles(deed: Deed, vehicles: Sequence[PlannedVehicle]) -> None:
    rows: list[tuple[Any, ...]] = []
    first = first_free_id(deed.database, "vehicle")
    for vehicle in vehicles:
        if vehicle.id is None:
            vehicle.id = first + len(rows)
            told = {**_FACTS.values_of(vehicle.facts), "kind": vehicle.kind.value}
            rows.append(
                (
                    vehicle.id,
                    vehicle.plate,
                    vehicle.plate_key,
                    *told.values(),
                    *_filled(vehicle.facts.more, "vehicle"),
                )
            )
            deed.vehicle_ids.add(vehicle.id)
        elif vehicle.changes:
            deed.edit("vehicle", vehicle.id, **vehicle.changes)
            deed.vehicle_ids.add(vehicle.id)
    add_rows(deed, "vehicle", _VEHICLE, rows)


def _filled(more: More, table: str) -> More:
    """Return the columns of the fields that are taken as they stand, of which a row may tell nothing."""
    return more or (None,) * len(FROM_BOOKS[table])


def _write_owners(deed: Deed, vehicles: Sequence[PlannedVehicle]) -> None:
    rows: list[tuple[Any, ...]] = []
    first = first_free_id(deed.database, "ownership")
    for vehicle in vehicles:
        if vehicle.id is not None and vehicle.is_his_after_all:
            unmark_sold(deed, vehicle.id)
        if not vehicle.owners:
            continue
        assert vehicle.id is not None  # given when the vehicles were written
        if vehicle.known is not None:
            _end_present_ownership(deed, vehicle.id, vehicle.owners[0].since)
            deed.edit("vehicle", vehicle.id, sold_on=None, gone_on=None)
        for position, owner in enumerate(vehicle.owners):
            following = vehicle.owners[position + 1] if position + 1 < len(vehicle.owners) else None
            since, until = owner.since, None if following is None else following.since
            rows.append(
                (
                    first + len(rows),
                    vehicle.id,
                    owner.customer.id,
                    None if since is None else since.isoformat(),
                    None if until is None else until.isoformat(),
                )
            )
        deed.vehicle_ids.add(vehicle.id)
    add_rows(deed, "ownership", _OWNERSHIP, rows)


def _end_present_ownership(deed: Deed, vehicle_id: int, on: date | None) -> None:
    for ownership_id, _ in present_ownerships(deed.database, vehicle_id):
        if on is not None:
            end_ownership(deed, ownership_id, on)


def _write_orders(deed: Deed, plan: Plan, step: Callable[[int], None]) -> None:
    first = first_free_id(deed.database, "work_order")
    next_line = first_free_id(deed.database, "work_order_line")
    numbers = _Numbers(first, plan)
    words = _Words(deed, best_spellings(order.visit for order in plan.orders))
    rows: list[tuple[Any, ...]] = []
    lines: list[tuple[Any, ...]] = []
    for order_id, order in enumerate(plan.orders, first):
        visit, vehicle_id = order.visit, order.vehicle.id
        assert vehicle_id is not None  # given when the vehicles were written
        mechanic, own_lines = settle_lines(visit)
        customer_id = None if order.customer is None else order.customer.id
        whose = (order_id, order.number or numbers.take(), vehicle_id, customer_id)
        told = (
            *(visit.date.isoformat(), visit.odometer_km, visit.symptom, BETWEEN.join(visit.remarks) or None),
            *(words.mechanic_id(mechanic), WorkOrderStatus.DONE.value, total_of(visit, own_lines)),
        )
        rows.append((*whose, *told, *words.told(own_lines), *_filled(visit.more, "work_order")))
        for position, columns in enumerate(words.columns_of(own_lines)):
            lines.append((next_line, order_id, position, *columns))
            next_line += 1
        deed.vehicle_ids.add(vehicle_id)
        if len(rows) == _STEP:
            _add_orders(deed, rows, lines)
            step(_STEP)
    _add_orders(deed, rows, lines)
    for vehicle in plan.vehicles:
        if vehicle.known is not None and vehicle.id is not None and vehicle.last_visit_on is not None:
            came_back(deed, vehicle.id, vehicle.last_visit_on)


def _add_orders(deed: Deed, rows: list[tuple[Any, ...]], lines: list[tuple[Any, ...]]) -> None:
    """Insert visits and their lines and empty both lists: all rows of a long book are never held at once."""
    add_rows(deed, "work_order", _ORDER, rows)
    add_rows(deed, "work_order_line", _LINE, lines)
    rows.clear()
    lines.clear()


class _Words:
    """The rows that words of a book stand for, each looked up once."""

    def __init__(self, deed: Deed, mechanics: Mapping[str, str]) -> None:
        self._learner = Learner(deed)
        self._oil_change = self._learner.jobs.engine_oil_job()
        self._mechanics = mechanics
        self._mechanic_ids: dict[str | None, int | None] = {None: None}
        # By the identity of the tuple, which visits of the same work share; the plan keeps them alive.
        self._told: dict[int, tuple[str, str | None]] = {}
        self._columns: dict[int, list[tuple[Any, ...]]] = {}
        self._kept: list[tuple[Line, ...]] = []

    def mechanic_id(self, name: str | None) -> int | None:
        """Return the id of a mechanic, under the best spelling of the name."""
        if name not in self._mechanic_ids:
            best = self._mechanics.get(fold(name or ""), name)
            self._mechanic_ids[name] = self._learner.mechanic_id(best)
        return self._mechanic_ids[name]

    def told(self, lines: tuple[Line, ...]) -> tuple[str, str | None]:
        """Return (the jobs in one line, the engine oil in one line or None)."""
        if id(lines) not in self._told:
            self._kept.append(lines)
            self._told[id(lines)] = jobs_and_oil(lines, self._oil_change)
        return self._told[id(lines)]

    def columns_of(self, lines: tuple[Line, ...]) -> list[tuple[Any, ...]]:
        """Return the columns of lines from `kind` on."""
        if id(lines) not in self._columns:
            self._kept.append(lines)
            self._columns[id(lines)] = [self._columns_of_line(line) for line in lines]
        return self._columns[id(lines)]

    def _columns_of_line(self, line: Line) -> tuple[Any, ...]:
        category = category_of(line)
        return (
            line.kind.value,
            line.text,
            None if category is None else category.value,
            self._learner.jobs.job_kind_id(line),
            None if category is None else self._learner.product_id(line, category),
            line.quantity,
            line.price_rupiah,
            self.mechanic_id(line.mechanic),
        )


class _Numbers:
    """Gives numbers to visits whose book has none."""

    def __init__(self, first: int, plan: Plan) -> None:
        self._next = first
        self._taken = plan.given_numbers | {order.number for order in plan.orders}

    def take(self) -> str:
        """Return a number nobody has."""
        while True:
            number = f"{NUMBER_PREFIX}{self._next:05d}"
            self._next += 1
            if number not in self._taken:
                return number
