"""Due by months or by kilometres, whichever comes first."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.intervals import Due, is_due, next_due

DONE = date(2026, 1, 31)
MAYBE_KM = st.one_of(st.none(), st.integers(0, 300_000))


def test_by_months_it_falls_due_on_the_day_or_the_months_last() -> None:
    assert next_due(DONE, 10_000, 1, None, None, None) == Due(
        date(2026, 2, 28), None, date(2026, 2, 28), False
    )


def test_by_km_it_falls_due_on_the_day_the_odometer_should_show_it() -> None:
    due = next_due(DONE, 10_000, None, 2_000, (DONE, 10_000), 40.0)
    assert due == Due(None, 12_000, DONE + timedelta(days=50), True)


def test_the_estimate_goes_on_from_the_last_reading_not_from_the_job() -> None:
    read_on = DONE + timedelta(days=20)
    due = next_due(DONE, 10_000, None, 2_000, (read_on, 11_500), 50.0)
    assert due.due_by == read_on + timedelta(days=10)


def test_whichever_comes_first_wins_and_says_whether_it_is_an_estimate() -> None:
    by_km = next_due(DONE, 10_000, 6, 2_000, (DONE, 10_000), 40.0)
    assert (by_km.due_by, by_km.due_by_is_estimated) == (DONE + timedelta(days=50), True)
    by_month = next_due(DONE, 10_000, 1, 2_000, (DONE, 10_000), 40.0)
    assert (by_month.due_by, by_month.due_by_is_estimated) == (date(2026, 2, 28), False)


def test_a_tie_is_told_as_the_certain_date() -> None:
    due = next_due(DONE, 0, 1, 2_800, (DONE, 0), 100.0)
    assert (due.due_by, due.due_by_is_estimated) == (date(2026, 2, 28), False)


def test_km_already_read_make_it_due_on_the_day_of_that_reading() -> None:
    read_on = DONE + timedelta(days=12)
    assert next_due(DONE, 10_000, 6, 2_000, (read_on, 12_000), None).due_by == read_on


def test_without_km_or_pace_only_the_calendar_counts() -> None:
    assert next_due(DONE, None, 2, 2_000, (DONE, 10_000), 40.0) == Due(
        date(2026, 3, 31), None, date(2026, 3, 31), False
    )
    assert next_due(DONE, 10_000, 2, 2_000, (DONE, 10_000), None).due_by == date(2026, 3, 31)
    assert next_due(DONE, 10_000, None, 2_000, None, None) == Due(None, 12_000, None, False)


def test_an_odometer_that_went_back_says_nothing_about_the_job() -> None:
    later = DONE + timedelta(days=30)
    assert next_due(DONE, 50_000, 6, 2_000, (later, 300), 40.0).due_by == date(2026, 7, 31)


def test_a_vehicle_that_hardly_moves_is_due_by_the_calendar_only() -> None:
    assert next_due(DONE, 10_000, None, 2_000, (DONE, 10_000), 0.001).due_by is None


def test_it_is_due_on_its_day_already() -> None:
    assert is_due(DONE, DONE)
    assert is_due(DONE, DONE + timedelta(days=1))
    assert not is_due(DONE, DONE - timedelta(days=1))
    assert not is_due(None, DONE)


@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    MAYBE_KM,
    st.one_of(st.none(), st.integers(1, 60)),
    st.one_of(st.none(), st.integers(1, 100_000)),
    st.one_of(st.none(), st.tuples(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 400_000))),
    st.one_of(st.none(), st.floats(0, 1000)),
)
def test_due_by_is_never_later_than_the_date_and_says_so_truly(
    done_on: date,
    done_km: int | None,
    months: int | None,
    km: int | None,
    reading: tuple[date, int] | None,
    pace: float | None,
) -> None:
    due = next_due(done_on, done_km, months, km, reading, pace)
    if due.due_on is not None:
        assert due.due_by is not None
        assert due.due_by <= due.due_on
        assert due.due_by_is_estimated == (due.due_by < due.due_on)
    else:
        assert due.due_by_is_estimated == (due.due_by is not None)
    if due.due_by_is_estimated:
        assert due.due_km is not None
