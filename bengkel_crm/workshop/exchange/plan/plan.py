"""Planning an import: what becomes of every reading, decided in full before anything is written."""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.exchange.imports import Known, KnownVehicle, find_known
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.phones import match_key
from bengkel_crm.workshop.exchange.plan.differences import Comparison, CustomerChange
from bengkel_crm.workshop.exchange.plan.kinds import guess_kind, merge_facts
from bengkel_crm.workshop.exchange.plan.look_alikes import find_look_alikes
from bengkel_crm.workshop.exchange.plan.matching import Matcher
from bengkel_crm.workshop.exchange.plan.people import BookCustomer, People
from bengkel_crm.workshop.exchange.plan.planned import Ownership, Plan, PlannedOrder, PlannedVehicle
from bengkel_crm.workshop.exchange.rows.entries import (
    BookVisit,
    CustomerEntry,
    ProductEntry,
    Readings,
    Reason,
    RowFate,
    VehicleEntry,
)
from bengkel_crm.workshop.exchange.rows.leaps import doubt_leaps
from bengkel_crm.workshop.exchange.tables.choices import Choices


def make_plan(
    database: Database,
    readings: Readings,
    choices: Choices | None = None,
    *,
    look_alikes: bool = False,
    check: Check | None = None,
) -> Plan:
    """Return what a book's readings add to the shop file; rows known already are marked as such.

    With `choices`, a clerk's, records of the shop file are compared with all that the book tells of them,
    not only with what is new; with `look_alikes` it is told which customers may be one.

    Raises:
        Cancelled: `check`, which is asked meanwhile, raised it.
    """
    readings.forget_known()
    known = _ask(database, readings, check, by_name=choices is not None)
    doubt_leaps(readings, known, check)
    matcher = Matcher(database, known)
    people = People()
    _mention_known(people, known, check)
    visits = sorted(readings.visits, key=lambda visit: visit.date)
    matched = matcher.match(visits, check)
    repeated = matcher.repeats(asking(visits, check))
    for visit in asking(visits, check):
        order = matched.get(id(visit))
        if order is not None and visit.person is not None and order.customer_id is not None:
            people.add_match(visit.person, visit.plate_key, order.customer_id)
    kept_out = repeated | set(matched)
    new = _new_visits(readings, known, asking(visits, check), kept_out)
    numbers = {id(visit): number for visit in new if (number := matcher.free_number(visit)) is not None}
    planner = _Planner(readings, known, people, new, numbers, choices, check)
    planner.add_mentions([visit for visit in visits if id(visit) not in repeated])
    alike = find_look_alikes(people, known.customers, check) if look_alikes else ()
    plan = planner.plan(len(kept_out))
    plan.look_alikes = alike
    return plan


def _new_visits(
    readings: Readings, known: Known, visits: Iterable[BookVisit], there_already: Set[int]
) -> list[BookVisit]:
    """Return the visits to be written; the rows of the others are marked as known, or refused."""
    new: list[BookVisit] = []
    for visit in visits:
        if id(visit) in there_already:
            for sheet, row in visit.rows:
                readings.fates[sheet][row - 1] = RowFate.KNOWN
        elif _lies_in_bin(known, visit):
            for sheet, row in visit.rows:
                readings.refuse(sheet, row, Reason.IN_BIN, visit.plate)
        else:
            new.append(visit)
    return new


def _lies_in_bin(known: Known, visit: BookVisit) -> bool:
    vehicle = known.vehicles.get(visit.plate_key)
    return vehicle is not None and vehicle.in_bin


def _ask(database: Database, readings: Readings, check: Check | None, *, by_name: bool) -> Known:
    entries: list[BookVisit | VehicleEntry] = [*readings.visits, *readings.vehicles]
    listed = [entry.person for entry in readings.customers]
    persons = [*[entry.person for entry in entries if entry.person is not None], *listed]
    return find_known(
        database,
        {entry.plate_key for entry in entries},
        {match_key(phone.e164) for person in persons for phone in person.phones if phone.e164},
        {visit.number for visit in readings.visits if visit.number is not None},
        {person.key for person in (persons if by_name else listed)},
        {fold(entry.name) for entry in readings.products},
        check,
    )


def _mention_known(people: People, known: Known, check: Check | None) -> None:
    plates: dict[int, set[str]] = {}
    for key, vehicle in asking(known.vehicles.items(), check):
        for customer_id in vehicle.owner_ids:
            plates.setdefault(customer_id, set()).add(key)
        for order in known.orders.get(vehicle.id, ()):
            if order.customer_id is not None:
                plates.setdefault(order.customer_id, set()).add(key)
    for customer in asking(known.customers.values(), check):
        beside = plates.get(customer.id, ())
        people.add_known(customer.id, customer.name_key, customer.phone_keys, beside, customer.address)


class _Planner:
    """Turns new visits and vehicle rows into vehicles, owners and orders."""

    def __init__(
        self,
        readings: Readings,
        known: Known,
        people: People,
        new: Sequence[BookVisit],
        numbers: Mapping[int, str],
        choices: Choices | None,
        check: Check | None,
    ) -> None:
        self._readings = readings
        self._check = check
        self._known = known
        self._people = people
        self._new = new
        # Of those that have one, by the `id()` of the visit.
        self._numbers = numbers
        self._choices = choices
        self._comparison = Comparison(choices or Choices(()))
        self._entries: dict[str, list[VehicleEntry]] = {}
        self._visits: dict[str, list[BookVisit]] = {}
        self._known_visits: dict[str, list[BookVisit]] = {}
        self._handles: dict[int, int] = {}
        for entry in readings.vehicles:
            self._entries.setdefault(entry.plate_key, []).append(entry)
        for visit in new:
            self._visits.setdefault(visit.plate_key, []).append(visit)

    def add_mentions(self, visits: Sequence[BookVisit]) -> None:
        """Take down who is named beside which plate, by visits from the oldest on that are no repeats."""
        tell = self._people.add_mention
        new = set(map(id, self._new))
        if self._choices is None:
            visits = [visit for visit in visits if id(visit) in new or self._names_owner(visit)]
        else:
            for visit in visits:
                if id(visit) not in new:
                    self._known_visits.setdefault(visit.plate_key, []).append(visit)
        for visit in asking(visits, self._check):
            if visit.person is not None:
                tell(visit.person, visit.plate_key, visit.sheet, visit.row)
        for entry in self._readings.vehicles:
            if entry.person is not None and (
                self._choices or not self._is_owned(entry.plate_key) or self._names_owner(entry)
            ):
                # A list of vehicles tells what is so today: after all visits.
                self._handles[id(entry)] = tell(entry.person, entry.plate_key, entry.sheet, entry.row)
            elif entry.person is not None and entry.person.ref is not None:
                # No news of the vehicle, but of who the customer of that number is.
                self._people.tie(entry.person, entry.plate_key)
        for listed in self._readings.customers:
            self._handles[id(listed)] = tell(listed.person, "", listed.sheet, listed.row)

    def plan(self, orders_known: int) -> Plan:
        """Return the plan."""
        if self._choices is not None:
            self._people.join_same(self._choices.same_customers)
        plates = [*self._entries, *self._visits]
        plates += [key for key in self._known_visits if key in self._known.vehicles]
        vehicles = {key: self._vehicle(key) for key in asking(dict.fromkeys(plates), self._check)}
        orders = [
            PlannedOrder(
                visit,
                vehicle := vehicles[visit.plate_key],
                self._customer_of(visit, vehicle),
                self._numbers.get(id(visit)),
            )
            for visit in asking(self._new, self._check)
        ]
        met = {id(order.customer): order.customer for order in orders if order.customer is not None}
        met |= {
            id(owner.customer): owner.customer for vehicle in vehicles.values() for owner in vehicle.owners
        }
        listed = [self._people.customer_of(self._handles[id(entry)]) for entry in self._readings.customers]
        met |= {id(customer): customer for customer in listed}
        known_ids = {customer.id for customer in met.values() if not customer.is_new}
        known_ids |= {vehicle.owner_id for vehicle in self._known.vehicles.values()} - {None}
        self._mark_known(listed)
        products, prices = self._products()
        return Plan(
            list(vehicles.values()),
            orders,
            [customer for customer in met.values() if customer.is_new],
            len({vehicle.id for vehicle in self._known.vehicles.values()}),
            len(known_ids),
            orders_known,
            self._known.given_numbers,
            products,
            self._customer_changes(),
            prices,
            tuple(self._comparison.found),
        )

    def _mark_known(self, listed: Sequence[BookCustomer]) -> None:
        """Mark the rows of lists whose record the shop file has."""
        known: list[VehicleEntry | CustomerEntry | ProductEntry] = [
            *[entry for entry in self._readings.vehicles if entry.plate_key in self._known.vehicles],
            *[
                entry
                for entry, customer in zip(self._readings.customers, listed, strict=True)
                if not customer.is_new
            ],
            *[entry for entry in self._readings.products if fold(entry.name) in self._known.products],
        ]
        for entry in known:
            self._readings.fates[entry.sheet][entry.row - 1] = RowFate.KNOWN

    def _customer_changes(self) -> dict[int, CustomerChange]:
        """Return what becomes of customers of the shop file that the book tells of, by their ids."""
        changes: dict[int, CustomerChange] = {}
        for group in asking(self._people.groups(), self._check):
            known = self._known.customers.get(min(group.known_ids, default=0))
            if known is not None and group.mentions:
                change = self._comparison.customer(known, group)
                if change is not None:
                    changes[known.id] = change
        return changes

    def _products(self) -> tuple[list[ProductEntry], dict[int, int]]:
        """Return (products to add, new prices by id); the later row of a price list has the last word."""
        latest = {fold(entry.name): entry for entry in self._readings.products}
        prices: dict[int, int] = {}
        for key, entry in latest.items():
            known = self._known.products.get(key)
            price = None if known is None else self._comparison.product(known, entry)
            if known is not None and price is not None:
                prices[known.id] = price
        return [entry for key, entry in latest.items() if key not in self._known.products], prices

    def _is_owned(self, key: str) -> bool:
        vehicle = self._known.vehicles.get(key)
        return vehicle is not None and vehicle.owner_id is not None

    def _names_owner(self, row: BookVisit | VehicleEntry) -> bool:
        """Return whether a row names the owner whom the shop file has; what it tells more is filled in."""
        vehicle = self._known.vehicles.get(row.plate_key)
        owner = None if vehicle is None else self._known.customers.get(vehicle.owner_id or 0)
        return row.person is not None and owner is not None and owner.name_key == row.person.key

    def _customer_named(self, row: BookVisit | VehicleEntry) -> BookCustomer | None:
        if isinstance(row, BookVisit):
            # Every new visit was told of; a handle for each would be held beside its mention.
            return None if row.person is None else self._people.customer_named(row.person, row.plate_key)
        handle = self._handles.get(id(row))
        return None if handle is None else self._people.customer_of(handle)

    def _vehicle(self, key: str) -> PlannedVehicle:
        entries, visits = self._entries.get(key, []), self._visits.get(key, [])
        told: list[BookVisit | VehicleEntry] = [*entries, *self._known_visits.get(key, ()), *visits]
        facts = merge_facts([row.facts for row in told])
        known = self._known.vehicles.get(key)
        vehicle = PlannedVehicle(
            plate=told[0].plate,
            plate_key=key,
            id=None if known is None else known.id,
            facts=facts,
            kind=guess_kind(facts, key, visits),
            known=known,
        )
        if known is None:
            vehicle.owners = self._owners(entries, visits)
        elif not known.in_bin:
            rows = [(_place_of(row), row.facts) for row in told]
            vehicle.changes = self._comparison.vehicle(vehicle.plate, known, facts, rows)
            if known.sold_until is not None:
                self._take_after_sale(vehicle, known, known.sold_until, entries, visits)
            else:
                vehicle.owners = self._new_owners(known, entries, visits)
            vehicle.last_visit_on = visits[-1].date if visits else None
        return vehicle

    def _owners(self, entries: Sequence[VehicleEntry], visits: Sequence[BookVisit]) -> list[Ownership]:
        """Return who owned a new vehicle, one after the other; the list of vehicles has the last word."""
        owners: list[Ownership] = []
        rows: list[tuple[BookVisit | VehicleEntry, date | None]] = [(visit, visit.date) for visit in visits]
        rows += [(entry, visits[-1].date if visits else None) for entry in entries[-1:]]
        for row, day in rows:
            customer = self._customer_named(row)
            if customer is not None and (not owners or owners[-1].customer is not customer):
                owners.append(Ownership(customer, day if owners else None))
        return owners

    def _new_owners(
        self, known: KnownVehicle, entries: Sequence[VehicleEntry], visits: Sequence[BookVisit]
    ) -> list[Ownership]:
        """Return the owners a known vehicle got since the shop file last saw it."""
        if known.owner_id is None:
            return self._owners(entries, visits)
        last = max((order.date for order in self._known.orders.get(known.id, ())), default="")
        owners: list[Ownership] = []
        for visit in visits:
            customer = self._customer_named(visit)
            if customer is None or visit.date.isoformat() <= last:
                continue
            is_same = owners[-1].customer is customer if owners else known.owner_id in customer.known_ids
            if not is_same:
                owners.append(Ownership(customer, visit.date))
        return owners

    def _take_after_sale(
        self,
        vehicle: PlannedVehicle,
        known: KnownVehicle,
        sold_on: str,
        entries: Sequence[VehicleEntry],
        visits: Sequence[BookVisit],
    ) -> None:
        """Find out whose a vehicle is that its last owner sold: who brought it since, else who is listed."""
        last_owner = known.owner_ids[0]
        for visit in visits:
            customer, on = self._customer_named(visit), visit.date.isoformat()
            if customer is None or on < sold_on:
                continue
            if last_owner in customer.known_ids and not vehicle.owners:
                vehicle.is_his_after_all |= on > sold_on
            elif not vehicle.owners or vehicle.owners[-1].customer is not customer:
                vehicle.owners.append(Ownership(customer, visit.date))
        if vehicle.owners or vehicle.is_his_after_all:
            return
        for customer in map(self._customer_named, entries[-1:]):
            if customer is not None and last_owner not in customer.known_ids:
                vehicle.owners.append(Ownership(customer, date.fromisoformat(sold_on)))

    def _customer_of(self, visit: BookVisit, vehicle: PlannedVehicle) -> BookCustomer | None:
        """Return who brought a vehicle: the person of the row, else the owner of that day."""
        named = self._customer_named(visit)
        if named is not None:
            return named
        for owner in reversed(vehicle.owners):
            if owner.since is None or owner.since <= visit.date:
                return owner.customer
        owner_id = None if vehicle.known is None else vehicle.known.owner_on(visit.date)
        return None if owner_id is None else BookCustomer(owner_id, frozenset({owner_id}))


def _place_of(row: BookVisit | VehicleEntry) -> tuple[str, int]:
    return row.sheet, row.row
