"""The owner's month: everything counted, and taken to a workbook."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bengkel_crm.base.gc_pause import gc_paused
from bengkel_crm.base.i18n import format_weekday, translate
from bengkel_crm.base.progress import Progress, nobody_waits
from bengkel_crm.db.engine.connection import Database, own_connection
from bengkel_crm.db.owner_month import owner_month
from bengkel_crm.db.owner_month.owner_month import MonthHistory, MonthTally, Visits
from bengkel_crm.records.exports import ExportKind, Kind, SheetColumn
from bengkel_crm.records.owner_month import (
    CustomerState,
    MonthCustomer,
    MonthSums,
    OwnerMonth,
    Share,
    SoldLine,
)
from bengkel_crm.records.response_figures import read_figures
from bengkel_crm.trade.dates import add_months
from bengkel_crm.trade.kinds import LineKind
from bengkel_crm.words.job_kinds import job_words
from bengkel_crm.workshop.exchange.out.export_log import record_export
from bengkel_crm.workshop.exchange.own.own_words import words_of, wrong_number
from bengkel_crm.workshop.reminders.reminders import measure_response
from bengkel_crm.workshop.settings.shop_details import read_shop

MONTHS = 13
_EVERY = 500
_ORDER = list(CustomerState)


@dataclass(slots=True)
class _Sum:
    work_orders: int = 0
    rupiah: int = 0
    last_number: str | None = None

    def take(self, line: SoldLine) -> None:
        """Count a line; those of one work order come one after the other."""
        self.rupiah += line.rupiah
        if line.number != self.last_number:
            self.work_orders += 1
            self.last_number = line.number


def count_month(database: Database, month: date, today: date, progress: Progress | None = None) -> OwnerMonth:
    """Return all that is counted of the month of that day; `progress` may raise Cancelled."""
    return _count(database, month.replace(day=1), today, progress or nobody_waits)[0]


def _count(
    database: Database, first: date, today: date, progress: Progress
) -> tuple[OwnerMonth, dict[int, CustomerState]]:
    """Return all that is counted of a month, and by id what it made of each customer."""
    last = add_months(first, 1) - timedelta(days=1)
    before = add_months(first, -1)
    firsts = [add_months(first, -back) for back in range(MONTHS - 1, -1, -1)]

    def step() -> None:
        progress(0, 1)

    history = owner_month.read_history(database, firsts, last, today, step)
    tallies = [history.months[day.isoformat()[:7]] for day in firsts]
    lines = owner_month.list_lines(database, first, last, {})
    earlier = owner_month.list_lines(database, before, first - timedelta(days=1), {})
    kinds, jobs, mechanics = _shares(_stepping(lines, step), _stepping(earlier, step))
    answers = measure_response(database, first, last, today)
    response = read_figures(answers)
    states = _states(tallies[-1])
    counted = OwnerMonth(
        month=first,
        shop=read_shop(database).name,
        months=tuple(_sums(day, tally) for day, tally in zip(firsts, tallies, strict=True)),
        days=owner_month.read_days(database, first, last),
        days_before=owner_month.read_days(database, before, first - timedelta(days=1)),
        job_kinds=jobs,
        mechanics=mechanics,
        kinds=kinds,
        customers=_customers(database, history, tallies[-1], states),
        reminded=response.reminded,
        untouched=response.untouched,
        answer_days=answers.answer_days,
        line_count=owner_month.count_lines(database, first, last),
    )
    return counted, states


def _stepping(lines: Iterable[SoldLine], step: Callable[[], None]) -> Iterator[SoldLine]:
    for number, line in enumerate(lines):
        if number % _EVERY == 0:
            step()
        yield line


def _sums(month: date, tally: MonthTally) -> MonthSums:
    return MonthSums(
        month=month,
        work_orders=tally.work_orders,
        vehicles=len(tally.vehicles),
        rupiah=tally.rupiah,
        new=len(tally.new),
        returning=len(tally.customers - tally.new),
        lost=len(tally.lost),
        unknown=tally.unknown,
    )


def _states(tally: MonthTally) -> dict[int, CustomerState]:
    states = dict.fromkeys(tally.customers, CustomerState.RETURNING)
    states.update(dict.fromkeys(tally.new, CustomerState.NEW))
    states.update(dict.fromkeys(tally.lost, CustomerState.LOST))
    return states


def _customers(
    database: Database, history: MonthHistory, tally: MonthTally, states: Mapping[int, CustomerState]
) -> tuple[MonthCustomer, ...]:
    """Return the customers of a month: the new, the returning, the lost, by name."""
    names = owner_month.read_names(database, states, wrong_number())
    found = []
    for customer_id, state in states.items():
        name, phones = names[customer_id]
        visits = history.visits.get(customer_id, Visits())
        vehicle_ids = visits.vehicle_ids | tally.lost.get(customer_id, set())
        plates = tuple(sorted(history.plates[vehicle_id] for vehicle_id in vehicle_ids))
        last_on = date.fromisoformat(history.last_on[customer_id])
        found.append(MonthCustomer(state, name, phones, plates, visits.count, visits.rupiah, last_on))
    return tuple(sorted(found, key=lambda customer: (_ORDER.index(customer.state), customer.name.casefold())))


def _shares(
    lines: Iterable[SoldLine], earlier: Iterable[SoldLine]
) -> tuple[tuple[Share, ...], tuple[Share, ...], tuple[Share, ...]]:
    """Return what sorts of lines, kinds of work and mechanics brought, with the month before beside it."""
    now, before = _added_up(lines), _added_up(earlier)
    kinds, jobs, mechanics = (_paired(one, other) for one, other in zip(now, before, strict=True))
    return kinds, jobs, mechanics


def _added_up(lines: Iterable[SoldLine]) -> tuple[dict[str, _Sum], dict[str, _Sum], dict[str, _Sum]]:
    sorts = words_of("work_order_line", "kind")
    beyond = translate("OwnerMonth", "Beyond the lines")
    goods, other = translate("OwnerMonth", "Goods sold"), translate("OwnerMonth", "Other work")
    nobody = translate("OwnerMonth", "No mechanic")
    kinds: dict[str, _Sum] = {}
    jobs: dict[str, _Sum] = {}
    mechanics: dict[str, _Sum] = {}
    for line in lines:
        kind = beyond if line.kind is None else sorts[line.kind]
        unnamed = beyond if line.kind is None else other if line.kind == LineKind.JOB.value else goods
        kinds.setdefault(kind, _Sum()).take(line)
        job = unnamed if line.job_kind is None else job_words(line.job_kind)
        jobs.setdefault(job, _Sum()).take(line)
        mechanics.setdefault(line.mechanic or nobody, _Sum()).take(line)
    return kinds, jobs, mechanics


def _paired(now: Mapping[str, _Sum], before: Mapping[str, _Sum]) -> tuple[Share, ...]:
    nothing = _Sum()
    shares = [
        Share(
            name,
            now.get(name, nothing).work_orders,
            now.get(name, nothing).rupiah,
            before.get(name, nothing).rupiah,
        )
        for name in {**now, **before}
    ]
    return tuple(sorted(shares, key=lambda share: (-share.rupiah, -share.rupiah_before, share.name)))


# To a workbook


def write_month(
    database: Database, month: date, path: Path, at: datetime, progress: Progress | None = None
) -> int:
    """Write the owner's workbook of the month of that day, log it, and return how many lines it has.

    Raises:
        DiskFull, ReadOnlyPlace, FileBusy, StorageFailed: whatever stood at `path` is untouched.
        Cancelled: `progress` raised it; likewise.
    """
    # Imported here because pages name what saves them: a window must not wait for the writer.
    from bengkel_crm.reports.workbooks_out.owner_workbook import state_words, write_owner_workbook

    report = progress or nobody_waits
    first = month.replace(day=1)
    last = add_months(first, 1) - timedelta(days=1)
    # As the file is now, whatever is saved meanwhile.
    with own_connection(database), database.atomic(), gc_paused():
        counted, states = _count(database, first, at.date(), report)
        columns = line_columns()
        shape = _Shape(state_words)
        lines = map(shape.cells, owner_month.list_lines(database, first, last, states))
        count = write_owner_workbook(path, counted, columns, lines, at.date(), report)
    with own_connection(database):
        record_export(database, ExportKind.MONTH, path, count, at)
    return count


def line_columns() -> tuple[SheetColumn, ...]:
    """Return the columns of the sheet of lines: one plain row a line, made for pivot tables."""
    return (
        SheetColumn(translate("OwnerMonth", "Date"), Kind.DAY, 12),
        SheetColumn(translate("OwnerMonth", "Month"), Kind.PLAIN, 10),
        SheetColumn(translate("OwnerMonth", "Weekday"), Kind.PLAIN, 10),
        SheetColumn(translate("OwnerMonth", "Number"), Kind.PLAIN, 14),
        SheetColumn(translate("OwnerMonth", "Plate"), Kind.PLAIN, 13),
        SheetColumn(translate("OwnerMonth", "Kind of vehicle"), Kind.PLAIN, 14),
        SheetColumn(translate("OwnerMonth", "Brand"), Kind.PLAIN, 14),
        SheetColumn(translate("OwnerMonth", "Model"), Kind.PLAIN, 18),
        SheetColumn(translate("OwnerMonth", "Owner"), Kind.PLAIN, 28),
        SheetColumn(translate("OwnerMonth", "Customer"), Kind.PLAIN, 12),
        SheetColumn(translate("OwnerMonth", "Mechanic"), Kind.PLAIN, 16),
        SheetColumn(translate("OwnerMonth", "Sort"), Kind.PLAIN, 14),
        SheetColumn(translate("OwnerMonth", "Kind of work"), Kind.PLAIN, 24),
        SheetColumn(translate("OwnerMonth", "Category"), Kind.PLAIN, 16),
        SheetColumn(translate("OwnerMonth", "Text"), Kind.PLAIN, 34),
        SheetColumn(translate("OwnerMonth", "Quantity"), Kind.NUMBER, 10),
        SheetColumn(translate("OwnerMonth", "Price"), Kind.RUPIAH, 16),
        SheetColumn(translate("OwnerMonth", "Amount"), Kind.RUPIAH, 16),
        SheetColumn(translate("OwnerMonth", "Work orders"), Kind.NUMBER, 12),
    )


class _Shape:
    """Makes the cells of lines; the words of codes are looked up once."""

    def __init__(self, state_words: Callable[[CustomerState | None], str]) -> None:
        self._states = {state: state_words(state) for state in (None, *CustomerState)}
        self._vehicles = words_of("vehicle", "kind")
        self._sorts = words_of("work_order_line", "kind")
        self._categories = words_of("work_order_line", "category")
        self._beyond = translate("OwnerMonth", "Beyond the lines")
        self._weekdays: dict[int, str] = {}

    def cells(self, line: SoldLine) -> tuple[Any, ...]:
        """Return the values of one line in the order of `line_columns`; what is not known stays empty."""
        weekday = line.date.weekday()
        if weekday not in self._weekdays:
            self._weekdays[weekday] = format_weekday(line.date)
        return (
            line.date,
            f"{line.date:%Y-%m}",
            self._weekdays[weekday],
            line.number,
            line.plate,
            self._vehicles[line.vehicle_kind],
            line.brand,
            line.model,
            line.owner,
            self._states[line.state] or None,
            line.mechanic,
            self._beyond if line.kind is None else self._sorts[line.kind],
            None if line.job_kind is None else job_words(line.job_kind),
            None if line.category is None else self._categories[line.category],
            line.text or None,
            line.quantity,
            line.price_rupiah,
            line.rupiah,
            line.opens,
        )
