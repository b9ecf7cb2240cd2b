"""The owner's workbook of a month: a summary with two charts, its months, days, customers and every line."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart

from bengkel_crm.base.i18n import format_long_month, format_month, translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.records.exports import Kind, SheetColumn
from bengkel_crm.records.owner_month import CustomerState, MonthSums, OwnerMonth, Share
from bengkel_crm.records.response_figures import ENOUGH, Sums
from bengkel_crm.reports.workbooks_out.owner_charts import (
    GREEN,
    GREY,
    PRIMARY,
    RED,
    bars_and_line,
    line_chart,
)
from bengkel_crm.reports.workbooks_out.owner_sheets import (
    CHANGE,
    PERCENT,
    TITLE,
    OwnerListSheet,
    SheetPage,
    new_workbook,
)
from bengkel_crm.trade.dates import add_months

_SUMMARY_WIDTHS = (36, 18, 18, 18, 14, 18)
_EVERY = 200


def state_words(state: CustomerState | None) -> str:
    """Return what a customer is to the month; nothing where nobody is known."""
    match state:
        case CustomerState.NEW:
            return translate("OwnerMonth", "New")
        case CustomerState.RETURNING:
            return translate("OwnerMonth", "Returning")
        case CustomerState.LOST:
            return translate("OwnerMonth", "Lost")
        case _:
            return ""


def write_owner_workbook(
    path: Path,
    month: OwnerMonth,
    columns: Sequence[SheetColumn],
    lines: Iterable[Sequence[Any]],
    today: date,
    report: Progress,
) -> int:
    """Write a month's workbook, whole or not at all, and return how many lines it has.

    `lines` are walked once; a month under way is drawn up to `today`.

    Raises:
        DiskFull, ReadOnlyPlace, FileBusy, StorageFailed: whatever stood at `path` is untouched.
        Cancelled: `report` raised it; likewise.
    """
    with new_workbook(path) as book:
        summary = SheetPage(book, translate("OwnerMonth", "Summary"), _SUMMARY_WIDTHS)
        months = _write_months(book, month)
        days = _write_days(book, month, today)
        _write_customers(book, month)
        count = _write_lines(book, columns, lines, month.line_count, report)
        _write_summary(summary, month)
        summary.sheet.add_chart(_income_chart(days), "H2")
        summary.sheet.add_chart(_customer_chart(months), "H20")
    return count


def _income_chart(days: SheetPage) -> LineChart:
    return line_chart(
        days,
        translate("OwnerMonth", "Income so far, against the month before"),
        translate("OwnerMonth", "million rupiah"),
        columns=(4, 5),
        colors=(PRIMARY, GREY),
    )


def _customer_chart(months: SheetPage) -> BarChart:
    return bars_and_line(
        months,
        translate("OwnerMonth", "Customers: new, returning, lost"),
        (translate("OwnerMonth", "new, lost"), translate("OwnerMonth", "returning")),
        bars=(5, 7),
        line=6,
        colors=(GREEN, RED, PRIMARY),
    )


def _write_months(book: Workbook, month: OwnerMonth) -> OwnerListSheet:
    page = OwnerListSheet(
        book,
        translate("OwnerMonth", "Months"),
        (
            SheetColumn(translate("OwnerMonth", "Month"), Kind.PLAIN, 12),
            SheetColumn(translate("OwnerMonth", "Work orders"), Kind.COUNT, 13),
            SheetColumn(translate("OwnerMonth", "Vehicles"), Kind.COUNT, 13),
            SheetColumn(translate("OwnerMonth", "Income"), Kind.RUPIAH, 18),
            SheetColumn(translate("OwnerMonth", "New"), Kind.COUNT, 12),
            SheetColumn(translate("OwnerMonth", "Returning"), Kind.COUNT, 12),
            SheetColumn(translate("OwnerMonth", "Lost"), Kind.COUNT, 12),
            SheetColumn(translate("OwnerMonth", "Without a customer"), Kind.COUNT, 20),
            SheetColumn(translate("OwnerMonth", "First day"), Kind.DAY, 14),
        ),
    )
    for sums in month.months:
        page.add_record(
            (
                format_month(sums.month),
                sums.work_orders,
                sums.vehicles,
                sums.rupiah,
                sums.new,
                sums.returning,
                sums.lost,
                sums.unknown,
                sums.month,
            )
        )
    page.finish()
    return page


def _write_days(book: Workbook, month: OwnerMonth, today: date) -> OwnerListSheet:
    before = add_months(month.month, -1)
    now_title, before_title = format_month(month.month), format_month(before)
    page = OwnerListSheet(
        book,
        translate("OwnerMonth", "Days"),
        (
            SheetColumn(translate("OwnerMonth", "Day of the month"), Kind.COUNT, 18),
            SheetColumn(translate("OwnerMonth", "Income {0}").format(now_title), Kind.RUPIAH, 28),
            SheetColumn(translate("OwnerMonth", "Income {0}").format(before_title), Kind.RUPIAH, 28),
            SheetColumn(now_title, Kind.RUPIAH, 20),
            SheetColumn(before_title, Kind.RUPIAH, 20),
        ),
    )
    longest = max(_length(month.month), _length(before))
    sum_now = sum_before = 0
    for number in range(longest):
        day, day_before = month.month + timedelta(days=number), before + timedelta(days=number)
        now = month.days.get(day, 0) if number < _length(month.month) and day <= today else None
        then = month.days_before.get(day_before, 0) if number < _length(before) else None
        sum_now, sum_before = sum_now + (now or 0), sum_before + (then or 0)
        page.add_record(
            (number + 1, now, then, None if now is None else sum_now, None if then is None else sum_before)
        )
    page.finish()
    return page


def _length(month: date) -> int:
    return (add_months(month, 1) - month).days


def _write_customers(book: Workbook, month: OwnerMonth) -> None:
    page = OwnerListSheet(
        book,
        translate("OwnerMonth", "Customers"),
        (
            SheetColumn(translate("OwnerMonth", "State"), Kind.PLAIN, 12),
            SheetColumn(translate("OwnerMonth", "Name"), Kind.PLAIN, 30),
            SheetColumn(translate("OwnerMonth", "Phones"), Kind.PLAIN, 28),
            SheetColumn(translate("OwnerMonth", "Plates"), Kind.PLAIN, 24),
            SheetColumn(translate("OwnerMonth", "Work orders"), Kind.COUNT, 13),
            SheetColumn(translate("OwnerMonth", "Income"), Kind.RUPIAH, 18),
            SheetColumn(translate("OwnerMonth", "Last visit"), Kind.DAY, 14),
        ),
    )
    for customer in month.customers:
        page.add_record(
            (
                state_words(customer.state),
                customer.name,
                customer.phones,
                ", ".join(customer.plates),
                customer.visits,
                customer.rupiah,
                customer.last_on,
            )
        )
    page.finish()


def _write_lines(
    book: Workbook,
    columns: Sequence[SheetColumn],
    lines: Iterable[Sequence[Any]],
    total: int,
    report: Progress,
) -> int:
    page = OwnerListSheet(book, translate("OwnerMonth", "Lines"), columns)
    for number, line in enumerate(lines):
        if number % _EVERY == 0:
            report(min(number, total), max(total, 1))
        page.add_record(line)
    page.finish()
    report(max(total, 1), max(total, 1))
    return page.rows - 1


# The summary


def _write_summary(page: SheetPage, month: OwnerMonth) -> None:
    heading = translate("OwnerMonth", "The month of {0}").format(format_long_month(month.month))
    page.add(page.text(heading, TITLE))
    page.add(month.shop)
    page.skip()
    _write_figures(page, month)
    _write_reminders(page, month)
    before = format_month(month.months[-2].month)
    for title, shares in (
        (translate("OwnerMonth", "By sort"), month.kinds),
        (translate("OwnerMonth", "By kind of work"), month.job_kinds),
        (translate("OwnerMonth", "By mechanic"), month.mechanics),
    ):
        _write_shares(page, title, before, shares)
    page.note(translate("OwnerMonth", "New: the customer's first visit was in this month."))
    page.note(translate("OwnerMonth", "Returning: came in this month, and had come before."))
    page.note(
        translate(
            "OwnerMonth",
            "Lost: did not come, though the usual pause between visits of a vehicle ran out in this month "
            "(half as long again as usual, after three visits or more).",
        )
    )


def _write_figures(page: SheetPage, month: OwnerMonth) -> None:
    now, before, year_ago = month.months[-1], month.months[-2], month.months[0]
    page.head(
        translate("OwnerMonth", "Figures"),
        *(format_month(sums.month) for sums in (now, before, year_ago)),
        translate("OwnerMonth", "Change"),
    )
    _write_figure(page, translate("OwnerMonth", "Income"), *(sums.rupiah for sums in (now, before, year_ago)))
    _write_figure(
        page,
        translate("OwnerMonth", "Income a work order"),
        *(_mean(sums) for sums in (now, before, year_ago)),
    )
    for title, name in (
        (translate("OwnerMonth", "Work orders"), "work_orders"),
        (translate("OwnerMonth", "Vehicles that came"), "vehicles"),
        (translate("OwnerMonth", "New customers"), "new"),
        (translate("OwnerMonth", "Returning customers"), "returning"),
        (translate("OwnerMonth", "Lost customers"), "lost"),
        (translate("OwnerMonth", "Work orders without a customer"), "unknown"),
    ):
        counts = [getattr(sums, name) for sums in (now, before, year_ago)]
        page.add(title, *map(page.count, counts), _change(page, counts[0], counts[1]))
    page.skip()


def _write_figure(page: SheetPage, title: str, now: int, before: int, year_ago: int) -> None:
    page.add(title, *map(page.rupiah, (now, before, year_ago)), _change(page, now, before))


def _mean(sums: MonthSums) -> int:
    return round(sums.rupiah / sums.work_orders) if sums.work_orders else 0


def _change(page: SheetPage, now: int, before: int) -> Any:
    return page.number(round((now - before) / before, 4) if before else None, CHANGE)


def _write_reminders(page: SheetPage, month: OwnerMonth) -> None:
    page.head(
        translate("OwnerMonth", "Reminders"),
        translate("OwnerMonth", "Vehicles"),
        translate("OwnerMonth", "Came"),
        translate("OwnerMonth", "Still have time"),
        translate("OwnerMonth", "Came, %"),
        translate("OwnerMonth", "Income"),
    )
    is_enough = month.reminded.is_enough and month.untouched.is_enough
    _write_response(page, translate("OwnerMonth", "Reminded in this month"), month.reminded, is_enough)
    _write_response(page, translate("OwnerMonth", "Due and not reminded"), month.untouched, is_enough)
    if not is_enough:
        words = translate("OwnerMonth", "No percentage before {0} cases are over in each group.")
        page.note(words.format(ENOUGH))
    page.note(
        translate("OwnerMonth", "Came: within %n days of the reminder, or of the due day.", month.answer_days)
    )
    page.skip()


def _write_response(page: SheetPage, title: str, sums: Sums, is_enough: bool) -> None:
    rate = round(sums.rate / 100, 4) if is_enough else None
    page.add(
        title,
        *map(page.count, (sums.due, sums.came, sums.waiting)),
        page.number(rate, PERCENT),
        page.rupiah(sums.rupiah),
    )


def _write_shares(page: SheetPage, title: str, before: str, shares: Sequence[Share]) -> None:
    page.head(
        title,
        translate("OwnerMonth", "Work orders"),
        translate("OwnerMonth", "Income"),
        before,
        translate("OwnerMonth", "Change"),
    )
    for share in shares:
        page.add(
            share.name,
            page.count(share.work_orders),
            page.rupiah(share.rupiah),
            page.rupiah(share.rupiah_before),
            _change(page, share.rupiah, share.rupiah_before),
        )
    page.skip()
