"""A month's work for its owner: its lines, its days, and which customers it won, kept and lost.

A visit's customer is the one on the work order, else the vehicle's owner of today. What lies in the bin does
not count; the visits of a vehicle in the bin do, their money was earned.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from bengkel_crm.db.customers import phone_marks
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.records.owner_month import CustomerState, SoldLine
from bengkel_crm.trade.intervals import rhythm_days, slips_on
from bengkel_crm.trade.plates import format_plate

_EVERY = 5_000
# Places in a row of _LINES.
_MECHANIC, _TOTAL = 9, 10
_OWNERS = "SELECT vehicle_id, customer_id FROM ownership WHERE until IS NULL ORDER BY id DESC"
_WORK_ORDERS = """
SELECT vehicle_id, date, customer_id, total_rupiah FROM work_order
WHERE removed_at IS NULL AND date <= ? ORDER BY vehicle_id, date, id
"""
_LINES = f"""
SELECT w.id, w.date, w.number, v.plate, v.kind, v.brand, v.model,
    coalesce(c.id, o.id), coalesce(c.name, o.name), wm.name, w.total_rupiah,
    l.kind, lm.name, j.name, l.category, l.text, l.quantity, l.price_rupiah
FROM work_order w {SQL.indexed_by("work_order_by_date")}
{SQL.then_join} vehicle v ON v.id = w.vehicle_id
LEFT JOIN customer c ON c.id = w.customer_id
LEFT JOIN customer o ON w.customer_id IS NULL AND o.id = (
    SELECT p.customer_id FROM ownership p WHERE p.vehicle_id = v.id AND p.until IS NULL ORDER BY p.id LIMIT 1)
LEFT JOIN mechanic wm ON wm.id = w.mechanic_id
LEFT JOIN work_order_line l ON l.work_order_id = w.id
LEFT JOIN mechanic lm ON lm.id = l.mechanic_id
LEFT JOIN job_kind j ON j.id = l.job_kind_id
WHERE w.removed_at IS NULL AND w.date BETWEEN ? AND ?
ORDER BY w.date, w.id, l.position
"""
_COUNT = """
SELECT count(*) FROM work_order w LEFT JOIN work_order_line l ON l.work_order_id = w.id
WHERE w.removed_at IS NULL AND w.date BETWEEN ? AND ?
"""
_DAYS = """
SELECT date, sum(total_rupiah) FROM work_order WHERE removed_at IS NULL AND date BETWEEN ? AND ? GROUP BY date
"""
_NAMES = f"""
SELECT c.id, c.name, (SELECT string_agg(typed, ', ') FROM (
    SELECT {phone_marks.MARKED} AS typed
    FROM customer_phone p WHERE p.customer_id = c.id ORDER BY position) numbers)
FROM {SQL.ids("ids")} {SQL.then_join} customer c ON c.id = ids.value
"""
_VEHICLES = f"""
SELECT v.id, v.plate,
    {SQL.earlier("coalesce(v.sold_on, v.gone_on)", "coalesce(v.gone_on, v.sold_on)")}, v.removed_at
FROM {SQL.ids("ids")} {SQL.then_join} vehicle v ON v.id = ids.value
"""


@dataclass(slots=True)
class Visits:
    """What one customer did in the month that is looked at."""

    count: int = 0
    rupiah: int = 0
    vehicle_ids: set[int] = field(default_factory=set)


@dataclass(slots=True)
class MonthTally:
    """What one month counts, by ids."""

    work_orders: int = 0
    rupiah: int = 0
    unknown: int = 0
    vehicles: set[int] = field(default_factory=set)
    customers: set[int] = field(default_factory=set)
    new: set[int] = field(default_factory=set)
    lost: dict[int, set[int]] = field(default_factory=dict)


@dataclass(slots=True)
class MonthHistory:
    """The tallies of some months, by month as "2026-11", and who came in the last of them."""

    months: dict[str, MonthTally]
    visits: dict[int, Visits]
    last_on: dict[int, str]
    plates: Mapping[int, str]


class _Slip(NamedTuple):
    vehicle_id: int
    customer_id: int | None
    on: date


def read_history(
    database: Database, firsts: list[date], last: date, today: date, step: Callable[[], None]
) -> MonthHistory:
    """Return what the months of these first days counted, the last of them until the day `last`.

    Somebody is lost to the month in which the usual pause of a vehicle ran out (see rhythms.py), if it was
    not seen again in that month, nor any other of theirs; vehicles sold or gone by then do not count, nor
    pauses that run out after `today`. `step` is called often.
    """
    history = MonthHistory({day.isoformat()[:7]: MonthTally() for day in firsts}, {}, {}, {})
    months = history.months
    newest = max(months)
    owners: dict[int, int] = dict(database.execute_sql(_OWNERS).fetchall())
    first_on: dict[int, str] = {}
    slips: list[_Slip] = []
    rows = database.execute_sql(_WORK_ORDERS, (last.isoformat(),))
    for vehicle_id, group in groupby(_stepping(rows, step), key=itemgetter(0)):
        by_day = _count_visits(history, newest, group, owners.get(vehicle_id), first_on)
        slips += _slips(vehicle_id, by_day, firsts[0], min(last, today))
    for customer_id, day in first_on.items():
        if day[:7] in months:
            months[day[:7]].new.add(customer_id)
    plates = _plates(database, {slip.vehicle_id for slip in slips}, history.visits.values())
    _note_lost(months, slips, plates)
    history.plates = {vehicle_id: plate for vehicle_id, (plate, _) in plates.items()}
    return history


def _count_visits(
    history: MonthHistory, newest: str, rows: Iterable[Any], owner_id: int | None, first_on: dict[int, str]
) -> dict[str, int | None]:
    """Count the visits of one vehicle, the oldest first, and return whose each day was."""
    by_day: dict[str, int | None] = {}
    months, last_on = history.months, history.last_on
    for vehicle_id, day, brought_by, rupiah in rows:
        customer_id = owner_id if brought_by is None else brought_by
        by_day[day] = customer_id
        if customer_id is not None:
            if day < first_on.get(customer_id, "9"):
                first_on[customer_id] = day
            if day > last_on.get(customer_id, ""):
                last_on[customer_id] = day
        tally = months.get(day[:7])
        if tally is None:
            continue
        tally.work_orders += 1
        tally.rupiah += rupiah
        tally.vehicles.add(vehicle_id)
        if customer_id is None:
            tally.unknown += 1
            continue
        tally.customers.add(customer_id)
        if day[:7] == newest:
            visit = history.visits.setdefault(customer_id, Visits())
            visit.count += 1
            visit.rupiah += rupiah
            visit.vehicle_ids.add(vehicle_id)
    return by_day


def _stepping(rows: Iterable[Any], step: Callable[[], None]) -> Iterator[Any]:
    for number, row in enumerate(rows):
        if number % _EVERY == 0:
            step()
        yield row


def _slips(vehicle_id: int, by_day: dict[str, int | None], first: date, last: date) -> Iterator[_Slip]:
    """Yield when the usual pause of a vehicle ran out and it was not seen until the end of that month.

    `by_day` are the customers of its visits, the oldest first; who came last is the one who stays away.
    """
    days, begin = list(by_day), first.isoformat()
    for place in range(2, len(days)):
        following = days[place + 1] if place + 1 < len(days) else None
        if following is not None and following <= begin:
            continue
        known = [date.fromisoformat(day) for day in days[: place + 1]]
        slipped = slips_on(known, rhythm_days(known))
        if slipped is None or not first <= slipped <= last:
            continue
        if following is None or following[:7] > slipped.isoformat()[:7]:
            yield _Slip(vehicle_id, by_day[days[place]], slipped)


def _plates(
    database: Database, slipped: set[int], visits: Iterable[Visits]
) -> dict[int, tuple[str, str | None]]:
    """Return by vehicle id the plate, and the day from which it is no longer a customer's: sold or gone."""
    wanted = slipped.union(*(visit.vehicle_ids for visit in visits))
    rows = database.execute_sql(_VEHICLES, (json.dumps(sorted(wanted)),)).fetchall()
    return {row[0]: (format_plate(row[1]), "" if row[3] is not None else row[2]) for row in rows}


def _note_lost(
    months: dict[str, MonthTally], slips: Iterable[_Slip], plates: Mapping[int, tuple[str, str | None]]
) -> None:
    for slip in slips:
        day = slip.on.isoformat()
        ended = plates[slip.vehicle_id][1]
        tally = months[day[:7]]
        if slip.customer_id is None or slip.customer_id in tally.customers:
            continue
        if ended is None or ended > day:
            tally.lost.setdefault(slip.customer_id, set()).add(slip.vehicle_id)


def read_days(database: Database, first: date, last: date) -> dict[date, int]:
    """Return the income of the days that had a visit."""
    rows = database.execute_sql(_DAYS, (first.isoformat(), last.isoformat())).fetchall()
    return {date.fromisoformat(day): rupiah for day, rupiah in rows}


def read_names(
    database: Database, customer_ids: Iterable[int], wrong_words: str
) -> dict[int, tuple[str, str]]:
    """Return (name, phones as typed, with words behind the wrong ones) of customers by id."""
    rows = database.execute_sql(_NAMES, (json.dumps(sorted(customer_ids)),)).fetchall()
    return {row[0]: (row[1], phone_marks.marks_in_words(row[2] or "", wrong_words)) for row in rows}


def count_lines(database: Database, first: date, last: date) -> int:
    """Return about how many lines `list_lines` gives for these days, a few less where totals differ."""
    return int(database.execute_sql(_COUNT, (first.isoformat(), last.isoformat())).fetchone()[0])


def list_lines(
    database: Database, first: date, last: date, states: Mapping[int, CustomerState]
) -> Iterator[SoldLine]:
    """Yield every line of the work orders of these days, read as they are walked.

    Where the total of a work order is not the sum of its lines one line more says the difference: the
    amounts always add up to the totals.
    """
    rows = database.execute_sql(_LINES, (first.isoformat(), last.isoformat()))
    for _, group in groupby(rows, key=itemgetter(0)):
        summed, opens = 0, 1
        for row in group:
            line = _line(row, states, opens)
            summed, opens = summed + line.rupiah, 0
            yield line
        rest = row[_TOTAL] - summed
        if rest:
            # The mechanic of the last line did not do what is beyond the lines.
            yield replace(
                line,
                mechanic=row[_MECHANIC],
                kind=None,
                job_kind=None,
                category=None,
                text="",
                quantity=1,
                price_rupiah=rest,
                rupiah=rest,
                opens=0,
            )


def _line(row: tuple[Any, ...], states: Mapping[int, CustomerState], opens: int) -> SoldLine:
    kind, mechanic, job_kind, category, text, quantity, price = row[11:]
    bare = kind is None
    return SoldLine(
        date=date.fromisoformat(row[1]),
        number=row[2],
        plate=format_plate(row[3]),
        vehicle_kind=row[4],
        brand=row[5],
        model=row[6],
        owner=row[8],
        state=states.get(row[7]),
        mechanic=mechanic or row[_MECHANIC],
        kind=kind,
        job_kind=job_kind,
        category=category,
        text="" if bare else text,
        quantity=1 if bare else quantity,
        price_rupiah=row[_TOTAL] if bare else price,
        rupiah=row[_TOTAL] if bare else round(quantity * price),
        opens=opens,
    )
