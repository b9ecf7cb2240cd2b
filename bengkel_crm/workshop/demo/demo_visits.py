"""The years of a sample shop, day by day: who comes, what is done, what it costs."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush
from random import Random
from typing import Any

from bengkel_crm.db.engine.bulk import BulkWriter
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.db.work_orders.work_orders import NUMBER_PREFIX, Learner, category_of, jobs_and_oil
from bengkel_crm.records.work_orders import Line
from bengkel_crm.trade.kinds import LineKind, WorkOrderStatus
from bengkel_crm.workshop.demo import demo_words as words
from bengkel_crm.workshop.demo.demo_contacts import DAYS_BACK, Seen
from bengkel_crm.workshop.demo.demo_people import Member

_MEMBER_BITS = 24
_MEMBER_MASK = (1 << _MEMBER_BITS) - 1
_DAYS_A_YEAR = 365.25
_DEARER_A_YEAR = 0.955
_WEEK, _SUNDAY = 7, 0
_REPORT_EVERY = 4096
_LATELY = 8
_PAID, _DONE, _OPEN = (
    status.value for status in (WorkOrderStatus.PAID, WorkOrderStatus.DONE, WorkOrderStatus.OPEN)
)


@dataclass(frozen=True, slots=True)
class _Sold:
    """A line as it is written again and again; `row` is its columns from kind to quantity."""

    line: Line
    row: tuple[Any, ...]
    prices: tuple[int, ...]


class Catalogue:
    """Every line the sample shop writes, known to its products and job kinds, with the price of each year."""

    def __init__(self, deed: Deed, years: int) -> None:
        self._learner = Learner(deed)
        self._years = years
        self._sold: dict[tuple[LineKind, str], _Sold] = {}
        self._told: dict[tuple[str, ...], tuple[str, str | None]] = {}
        self._oil_change = self._learner.jobs.engine_oil_job()
        kind, text, price = words.OIL_CHANGE
        # What most people are reminded of.
        self.oil_change_id = self._learner.jobs.job_kind_id(Line(kind, text, 1, price))
        self.mechanic_ids = [self._learner.mechanic_id(name) for name in words.MECHANICS]

    def line(self, kind: LineKind, text: str, price: int) -> _Sold:
        """Return a line by its words."""
        key = (kind, text)
        if key not in self._sold:
            line = Line(kind, text, 1, price)
            category = category_of(line)
            row = (
                kind.value,
                text,
                None if category is None else category.value,
                self._learner.jobs.job_kind_id(line),
                None if category is None else self._learner.product_id(line, category),
                1.0,
            )
            prices = tuple(round(price * _DEARER_A_YEAR**year / 500) * 500 for year in range(self._years + 1))
            self._sold[key] = _Sold(line, row, prices)
        return self._sold[key]

    def told(self, lines: Sequence[_Sold]) -> tuple[str, str | None]:
        """Return the jobs and the engine oil of these lines as a work order tells them."""
        key = tuple(sold.line.text for sold in lines)
        found = self._told.get(key)
        if found is None:
            found = self._told[key] = jobs_and_oil([sold.line for sold in lines], self._oil_change)
        return found


@dataclass(frozen=True, slots=True)
class _Plan:
    oils: tuple[_Sold, ...]
    change: _Sold
    change_km: int
    upkeep: tuple[tuple[int, tuple[_Sold, ...]], ...]
    extras: tuple[tuple[_Sold, ...], ...]


def _plan_of(name: str, catalogue: Catalogue) -> _Plan:
    jobs = [
        (upkeep.km, tuple(catalogue.line(*line) for line in upkeep.lines)) for upkeep in words.PLANS[name]
    ]
    return _Plan(
        oils=tuple(catalogue.line(LineKind.OIL, text, price) for text, price in words.OILS[name]),
        change=catalogue.line(*words.OIL_CHANGE),
        change_km=words.OIL_CHANGE_KM[name],
        upkeep=tuple(job for job in jobs if job[0]),
        extras=tuple(lines for km, lines in jobs if not km),
    )


class DemoCalendar:
    """Plays the shop's days in order and writes what happens."""

    def __init__(
        self, random: Random, writer: BulkWriter, catalogue: Catalogue, members: Sequence[Member], today: date
    ) -> None:
        self._random = random
        self._writer = writer
        self._catalogue = catalogue
        self._members = members
        self._today = today.toordinal()
        self._plans = {name: _plan_of(name, catalogue) for name in words.PLANS}
        self._mechanics = catalogue.mechanic_ids[: max(3, min(len(words.MECHANICS), 3 + len(members) // 300))]
        self._next_km: dict[int, list[float]] = {}
        self._iso = ""
        self._iso_day = 0
        self.lately: deque[int] = deque(maxlen=_LATELY)
        # The visits of the last months, in their order, by vehicle.
        self.recent: dict[int, list[Seen]] = {}

    def play(self, report: Callable[[int], None]) -> None:
        """Play until today; `report` hears the day (as an ordinal) now and then."""
        days = [
            day << _MEMBER_BITS | place
            for place, member in enumerate(self._members)
            for day in (member.script or (member.joined,))
        ]
        heapify(days)
        played = 0
        while days:
            entry = heappop(days)
            day, place = entry >> _MEMBER_BITS, entry & _MEMBER_MASK
            member = self._members[place]
            if member.script:
                self._play_script(member, day)
                continue
            self._visit(member, place, day)
            following = self._next_day(member, day)
            if following <= self._today and self._random.random() < member.loyalty:
                heappush(days, following << _MEMBER_BITS | place)
            played += 1
            if not played % _REPORT_EVERY:
                report(day)

    def _next_day(self, member: Member, day: int) -> int:
        chance = self._random.random
        plan = self._plans[member.model.plan]
        if chance() < 0.1:
            wait = 3 + chance() * 30
        else:
            wait = min(plan.change_km / member.km_per_day, 200) * (
                0.6 + 0.7 * chance() + 0.4 * chance() * chance()
            )
        following = day + 1 + int(wait)
        return following + 1 if following % _WEEK == _SUNDAY else following

    def _visit(self, member: Member, place: int, day: int) -> None:
        chance = self._random.random
        if not member.visits:
            member.mechanic = int(chance() * len(self._mechanics))
            member.oil = int(chance() * len(self._plans[member.model.plan].oils))
        member.km += (day - member.seen) * member.km_per_day * (0.75 + 0.5 * chance())
        member.seen = day
        member.visits += 1
        km = round(member.km / 10) * 10 if chance() < 0.2 else int(member.km)
        preferred = member.mechanic if chance() < 0.74 else int(chance() * len(self._mechanics))
        lines = self._lines(member, place)
        symptom = self._random.choice(words.SYMPTOMS) if chance() < 0.15 else None
        remark = self._random.choice(words.REMARKS) if chance() < 0.1 else None
        self.write(member, day, km if chance() < 0.96 else None, lines, preferred, symptom, remark)
        if chance() < 0.012:
            self._write_note(member, self._random.choice(words.NOTES))

    def _play_script(self, member: Member, day: int) -> None:
        visit = member.script[day]
        plan = self._plans[member.model.plan]
        lines = [plan.change, plan.oils[0]] if visit.oil_changed else []
        lines += [sold for _, job in plan.upkeep for sold in job if sold.line.text in visit.others]
        helped = visit.symptom == words.SYMPTOMS[2]
        self.write(member, day, visit.km, lines, int(helped), visit.symptom)

    def _lines(self, member: Member, place: int) -> list[_Sold]:
        chance = self._random.random
        plan = self._plans[member.model.plan]
        due = self._next_km.get(place)
        if due is None:
            due = self._next_km[place] = [member.km + km * chance() for km, _ in plan.upkeep]
        lines: list[_Sold] = []
        if member.km - member.oil_km >= 0.6 * plan.change_km and chance() < 0.95:
            member.oil_km = member.km
            oil = member.oil if chance() < 0.88 else int(chance() * len(plan.oils))
            lines += (plan.change, plan.oils[oil])
        for index, (km, sold) in enumerate(plan.upkeep):
            if member.km >= due[index] and chance() < 0.85:
                due[index] = member.km + km * (0.85 + 0.3 * chance())
                lines += sold
        if not lines or chance() < 0.04:
            lines += plan.extras[int(chance() * len(plan.extras))]
        return lines

    def write(
        self,
        member: Member,
        day: int,
        km: int | None,
        lines: Sequence[_Sold],
        mechanic: int,
        symptom: str | None = None,
        remark: str | None = None,
    ) -> None:
        """Write one visit."""
        if day != self._iso_day:
            self._iso_day, self._iso = day, date.fromordinal(day).isoformat()
        writer = self._writer
        order_id = writer.take_id("work_order")
        age = int((self._today - day) / _DAYS_A_YEAR)
        jobs, oil = self._catalogue.told(lines)
        rows, total = [], 0
        for position, sold in enumerate(lines):
            price = sold.prices[age]
            total += price
            row = (writer.take_id("work_order_line"), order_id, position, *sold.row, price)
            rows.append(row)
        status = self._status_on(day)
        owner = member.earlier_owner_id if day < member.sold else member.owner_id
        number = f"{NUMBER_PREFIX}{order_id:05d}"
        mechanic_id = self._mechanics[mechanic % len(self._mechanics)]
        told = (self._iso, km, symptom, remark, mechanic_id, status, total, jobs, oil)
        order = (order_id, number, member.vehicle_id, owner, *told)
        writer.add("work_order", order)
        self.lately.append(member.vehicle_id)
        if day >= self._today - DAYS_BACK:
            self.recent.setdefault(member.vehicle_id, []).append(Seen(day, owner))
        writer.extend("work_order_line", rows)

    def _status_on(self, day: int) -> str:
        if day == self._today:
            return _OPEN if self._random.random() < 0.5 else _DONE
        return _DONE if self._random.random() < 0.004 else _PAID

    def _write_note(self, member: Member, text: str) -> None:
        row = (self._writer.take_id("note"), member.vehicle_id, text, self._iso)
        self._writer.add("note", row)
