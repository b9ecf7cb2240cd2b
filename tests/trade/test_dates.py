"""Dates: every spelling of a book, and no guess where a date could be two days."""

import calendar
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.dates import AmbiguousDate, DateOrder, add_months, infer_order, read_date

DAYS = st.dates(date(1980, 1, 1), date(2079, 12, 31))
INDONESIAN_MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]


@pytest.mark.parametrize(
    "written",
    [
        "12/08/2026",
        "12/8/2026",
        "12/08/26",
        "12-8-2026",
        "12-08-26",
        "12.08.2026",
        "12 08 2026",
        "2026-08-12",
        "2026/8/12",
        "20260812",
        "12082026",
        20260812,
        "12 Agu 2026",
        "12 Agustus 2026",
        "12-Agu-26",
        "12Agu2026",
        "12 Agt 2026",
        "12 Ags. 2026",
        "12 August 2026",
        "Aug 12, 2026",
        "August 12th 2026",
        "12 AGU '26",
        "Rabu, 12 Agustus 2026",
        "Wed 12 Aug 2026",
        "RABU 12/08/2026",
        " 12/08/2026 ",
        "12/08/2026 10:15",
        "12/08/2026 10.15 WIB",
        "2026-08-12T10:15:00Z",
        "2026-08-12 10:15:00.000",
        "12 Agu 2026, pukul 10.15",
        date(2026, 8, 12),
        datetime(2026, 8, 12, 23, 59),
        46246,
        46246.75,
    ],
)
def test_every_spelling_of_a_day_is_that_day(written: object) -> None:
    assert read_date(written) == date(2026, 8, 12)


@pytest.mark.parametrize("written", [None, "", "  ", "-", "tidak ada"])
def test_a_blank_is_no_day(written: object) -> None:
    assert read_date(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "abc",
        "31/02/2026",
        "12/08",
        "Agustus 2026",
        "2026",
        "12 Foo 2026",
        "0/8/2026",
        "32/13/2026",
        "12/08/0026",
        "46246",
        "123",
        "TOTAL",
        True,
        0,
        -1,
        60,
        3000000,
        1e300,
        float("nan"),
        time(10, 15),
        "12/08/2026 dan 13/08/2026",
    ],
)
def test_what_is_no_day_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_date(written)


@pytest.mark.parametrize("written", ["1/1/26 10:15", "1/1/26, 10.15", "1 1 26", "1.1.26 jam 7.05"])
def test_a_short_date_may_have_a_time_behind_it(written: str) -> None:
    assert read_date(written) == date(2026, 1, 1)


def test_the_order_settles_what_could_be_two_days() -> None:
    assert read_date("03/04/2026", DateOrder.DAY_FIRST) == date(2026, 4, 3)
    assert read_date("03/04/2026", DateOrder.MONTH_FIRST) == date(2026, 3, 4)
    with pytest.raises(AmbiguousDate):
        read_date("03/04/2026", None)


@pytest.mark.parametrize("order", [DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, None])
@pytest.mark.parametrize("written", ["13/04/2026", "04/13/2026", "13 Apr 2026", "2026-04-13"])
def test_what_can_be_only_one_day_is_that_day_in_any_order(written: str, order: DateOrder | None) -> None:
    assert read_date(written, order) == date(2026, 4, 13)


def test_a_day_and_month_of_one_number_is_not_two_days() -> None:
    assert read_date("05/05/2026", None) == date(2026, 5, 5)
    assert read_date("5/05/2026", None) == date(2026, 5, 5)


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["03/04/2026", "13/04/2026"], DateOrder.DAY_FIRST),
        (["03/04/2026", "04/13/26"], DateOrder.MONTH_FIRST),
        (["03/04/2026", "05/06/2026"], None),
        (["13/04/2026", "04/13/2026"], None),
        (["12 Agu 2026", "2026-08-13", datetime(2026, 8, 14), None, 5, "Total", "45/99/2026"], None),
        ([], None),
    ],
)
def test_a_column_proves_its_own_order(column: list[object], order: DateOrder | None) -> None:
    assert infer_order(column) is order


@pytest.mark.parametrize(
    ("serial", "day"),
    [(1, date(1900, 1, 1)), (59, date(1900, 2, 28)), (61, date(1900, 3, 1)), (36526, date(2000, 1, 1))],
)
def test_a_serial_is_read_as_excel_reads_it(serial: int, day: date) -> None:
    assert read_date(serial) == day


def test_a_serial_of_the_old_macintosh_counts_from_1904() -> None:
    assert read_date(44784, from_1904=True) == date(2026, 8, 12)


@given(DAYS)
def test_a_day_comes_back_from_every_way_to_write_it(day: date) -> None:
    month = INDONESIAN_MONTHS[day.month - 1]
    for written in (
        f"{day:%d/%m/%Y}",
        f"{day:%d-%m-%y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day} {month} {day.year}",
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day:%d%m%Y}",
        (day - date(1899, 12, 30)).days,
    ):
        assert read_date(written) == day
    assert read_date(f"{day:%m/%d/%Y}", DateOrder.MONTH_FIRST) == day


@given(
    st.one_of(st.text(), st.integers(), st.floats(), st.text("0123456789/-. AgusMei,:", max_size=24)),
    st.sampled_from([DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, None]),
)
def test_no_cell_does_worse_than_be_refused(cell: object, order: DateOrder | None) -> None:
    try:
        day = read_date(cell, order)
    except ValueError:
        return
    assert day is None or read_date(day) == day
    infer_order([cell])


def test_a_month_without_that_day_ends_on_its_last() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert add_months(date(2026, 12, 15), 2) == date(2027, 2, 15)
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)


@given(DAYS, st.integers(-240, 240))
def test_months_are_added_without_losing_a_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, calendar.monthrange(later.year, later.month)[1])


def test_a_year_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="no such year"):
        add_months(date.max - timedelta(days=1), 12)
