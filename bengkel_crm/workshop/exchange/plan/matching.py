"""Telling which visits of a book the shop file has already, also after some of them were mended there."""

from collections.abc import Callable, Iterable, Sequence

from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.exchange.imports import Known, KnownOrder
from bengkel_crm.db.work_orders.work_orders import JobNamer, jobs_and_oil
from bengkel_crm.workshop.exchange.plan.apply_choices import WITHOUT_DETAILS
from bengkel_crm.workshop.exchange.rows.entries import BookVisit


class Matcher:
    """Pairs visits with work orders; each work order is the same as one visit only."""

    def __init__(self, database: Database, known: Known) -> None:
        self._known = known
        self._oil_change = JobNamer(database).engine_oil_job()
        self._numbers = set(known.by_number)
        self._used: set[int] = set()
        self._found: dict[int, KnownOrder] = {}
        # By the identity of the tuple, which visits of the same work share; it lives as long as they do.
        self._works: dict[int, tuple[str, str | None]] = {}

    def match(self, visits: Sequence[BookVisit], check: Check | None = None) -> dict[int, KnownOrder]:
        """Return the work order of each visit the shop file has, by the visit's `id()`.

        Raises:
            Cancelled: `check`, which is asked meanwhile, raised it.
        """
        open_visits = [visit for visit in visits if visit.number is not None or self._orders_of(visit)]
        # The surest first, over the whole book, so that no doubtful pair takes what belongs to a sure one.
        for is_same in (_same_work_and_km, _same_km, _same_work, _same_total, _same_on_another_day):
            if is_same is _same_work_and_km:
                self._match_numbers(open_visits)
            for visit in asking(open_visits, check):
                if id(visit) not in self._found:
                    self._take(visit, self._orders_of(visit), is_same)
        return self._found

    def repeats(self, visits: Iterable[BookVisit]) -> set[int]:
        """Return the `id()` of visits that only repeat another of the book, above or on another sheet."""
        seen: set[tuple[object, ...]] = set()
        repeated = set()
        for visit in visits:
            if visit.number is None:
                mark = (visit.plate_key, visit.date, visit.odometer_km, *self._work_of(visit))
                if mark in seen:
                    repeated.add(id(visit))
                seen.add(mark)
        return repeated

    def free_number(self, visit: BookVisit) -> str | None:
        """Return the number a new visit can have: its own, with a mark where another work order has that."""
        if visit.number is None:
            return None
        number, again = visit.number, 1
        while number in self._numbers:
            again += 1
            number = f"{visit.number}-{again}"
        self._numbers.add(number)
        return number

    def _match_numbers(self, visits: Sequence[BookVisit]) -> None:
        for visit in visits:
            order = self._known.by_number.get(visit.number) if visit.number is not None else None
            if order is not None and order.id not in self._used and self._is_same_number(visit, order):
                self._pair(visit, order)

    def _is_same_number(self, visit: BookVisit, order: KnownOrder) -> bool:
        """Return whether equal numbers mean one visit: numbers that begin anew each month do not."""
        vehicle = self._known.vehicles.get(visit.plate_key)
        if vehicle is not None and vehicle.id == order.vehicle_id:
            return True
        work_here = self._work_of(visit)
        return visit.date.isoformat() == order.date and (
            _same_km(visit, order, work_here) or _same_work(visit, order, work_here)
        )

    def _orders_of(self, visit: BookVisit) -> Sequence[KnownOrder]:
        vehicle = self._known.vehicles.get(visit.plate_key)
        return () if vehicle is None else self._known.orders.get(vehicle.id, ())

    def _take(
        self,
        visit: BookVisit,
        orders: Sequence[KnownOrder],
        is_same: Callable[[BookVisit, KnownOrder, tuple[str, str | None]], bool],
    ) -> None:
        day = visit.date.isoformat()
        any_day = is_same is _same_on_another_day
        for order in orders:
            if (
                order.id not in self._used
                and (any_day or order.date == day)
                and is_same(visit, order, self._work_of(visit))
            ):
                self._pair(visit, order)
                return

    def _pair(self, visit: BookVisit, order: KnownOrder) -> None:
        self._found[id(visit)] = order
        self._used.add(order.id)

    def _work_of(self, visit: BookVisit) -> tuple[str, str | None]:
        lines = visit.lines or WITHOUT_DETAILS
        key = id(lines)
        if key not in self._works:
            self._works[key] = jobs_and_oil(lines, self._oil_change)
        return self._works[key]


def _same_work_and_km(visit: BookVisit, order: KnownOrder, work_here: tuple[str, str | None]) -> bool:
    return visit.odometer_km == order.odometer_km and work_here == (order.jobs, order.oil)


def _same_km(visit: BookVisit, order: KnownOrder, work_here: tuple[str, str | None]) -> bool:
    return visit.odometer_km is not None and visit.odometer_km == order.odometer_km


def _same_work(visit: BookVisit, order: KnownOrder, work_here: tuple[str, str | None]) -> bool:
    return work_here == (order.jobs, order.oil)


def _same_total(visit: BookVisit, order: KnownOrder, work_here: tuple[str, str | None]) -> bool:
    return bool(visit.total_rupiah) and visit.total_rupiah == order.total_rupiah


def _same_on_another_day(visit: BookVisit, order: KnownOrder, work_here: tuple[str, str | None]) -> bool:
    """Return whether only the date was mended: nobody does the same work at the same kilometre twice."""
    return (
        visit.number is None and visit.odometer_km is not None and _same_work_and_km(visit, order, work_here)
    )
