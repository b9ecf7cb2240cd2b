"""Odometers: what a cell says, and the pace a vehicle's own readings show."""

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.odometers import MOST_KM_A_DAY, believable, estimate_km, km_per_day, read_odometer

START = date(2026, 1, 1)
READINGS = st.lists(
    st.tuples(st.dates(START, START + timedelta(days=3000)), st.integers(0, 500_000)), max_size=12
)


@pytest.mark.parametrize(
    ("written", "km"),
    [
        ("43334 km", 43_334),
        ("43334KM", 43_334),
        ("KM 43.334", 43_334),
        ("km: 43334", 43_334),
        ("16.479", 16_479),
        ("16,479", 16_479),
        ("16 479", 16_479),
        ("123.456", 123_456),
        ("1.234.567", 1_234_567),
        ("881", 881),
        ("0", 0),
        ("43rb", 43_000),
        ("43,5 rb km", 43_500),
        ("43334,5", 43_334),
        ("43.334,5 km", 43_334),
        (16_479, 16_479),
        (16_479.0, 16_479),
        (16_479.4, 16_479),
        (0.0, 0),
    ],
)
def test_a_reading_is_read(written: object, km: int) -> None:
    assert read_odometer(written) == km


@pytest.mark.parametrize("written", [None, "", " ", "-", "km", "tidak ada"])
def test_a_blank_is_no_reading(written: object) -> None:
    assert read_odometer(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "abc",
        "mati",
        "12/08/2026",
        "16.47",
        "16,4",
        "1.2345",
        "-5",
        "4333 4",
        "٤٣",
        16.479,
        16.5,
        -1,
        10**8,
        "9" * 12,
        True,
        math.nan,
        math.inf,
        [],
        "43334 km 44000 km",
    ],
)
def test_what_is_no_reading_or_could_be_two_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_odometer(written)


@given(st.integers(0, 9_999_999))
def test_a_reading_comes_back_from_every_way_to_write_it(km: int) -> None:
    grouped = f"{km:,}"
    for written in (km, float(km), str(km), grouped, grouped.replace(",", "."), f"{km} km", f"KM {grouped}"):
        assert read_odometer(written) == km


@given(st.one_of(st.text(), st.floats(), st.integers(), st.text("0123456789., kmrb", max_size=16)))
def test_no_cell_does_worse_than_be_refused(cell: object) -> None:
    try:
        km = read_odometer(cell)
    except ValueError:
        return
    assert km is None or 0 <= km <= 9_999_999


def test_the_pace_is_the_distance_over_the_days() -> None:
    assert km_per_day([(START, 1_000), (START + timedelta(days=100), 4_000)]) == 30.0
    assert km_per_day([(START + timedelta(days=100), 4_000), (START, 1_000)]) == 30.0


@pytest.mark.parametrize(
    "readings",
    [
        [],
        [(START, 1_000)],
        [(START, 1_000), (START, 1_500)],
        [(START, 1_000), (START + timedelta(days=30), 1_000)],
        [(START, 90_000), (START + timedelta(days=30), 500)],
        [(START, 1_000), (START + timedelta(days=27), 2_000)],
        [(START, 199_105), (START + timedelta(days=93), 1_999_105)],
        [(START, 19_910), (START + timedelta(days=93), 200_000), (START + timedelta(days=103), 200_500)],
    ],
)
def test_readings_that_show_no_pace_give_none(readings: list[tuple[date, int]]) -> None:
    assert km_per_day(readings) is None


def test_only_readings_since_the_odometer_went_back_count() -> None:
    readings = [
        (START + timedelta(days=day), km) for day, km in [(0, 80_000), (50, 90_000), (60, 100), (160, 2_100)]
    ]
    assert km_per_day(readings) == 20.0


@given(READINGS)
def test_a_pace_is_always_forward(readings: list[tuple[date, int]]) -> None:
    pace = km_per_day(readings)
    assert pace is None or 0 < pace <= MOST_KM_A_DAY


@given(
    st.lists(st.tuples(st.integers(1, 200), st.integers(0, 20_000)), min_size=3, max_size=8),
    st.integers(150_000, 300_000),
    st.data(),
)
def test_a_digit_too_many_or_too_few_between_two_readings_changes_nothing(
    steps: list[tuple[int, int]], km: int, data: st.DataObject
) -> None:
    day, readings = START, [(START, km)]
    for days, more in steps:
        day, km = day + timedelta(days=days), km + min(more, MOST_KM_A_DAY * days)
        readings.append((day, km))
    place = data.draw(st.integers(1, len(readings) - 2))
    right = readings[place][1]
    wrong = data.draw(st.sampled_from([right * 10, right * 10 + 7, right // 10]))
    if readings[place - 1][1] <= wrong <= readings[place + 1][1]:
        return
    slipped = [*readings[:place], (readings[place][0], wrong), *readings[place + 1 :]]
    assert believable(slipped) == readings[:place] + readings[place + 1 :]


def test_a_leap_is_believed_when_the_next_reading_bears_it_out() -> None:
    leap = [(START, 10_000), (START + timedelta(days=10), 150_000)]
    assert believable(leap) == leap[:1]
    borne_out = [*leap, (START + timedelta(days=50), 152_000)]
    assert believable(borne_out) == borne_out
    assert km_per_day(borne_out) == 50.0


def test_an_estimate_goes_on_from_the_last_reading() -> None:
    assert estimate_km((START, 10_000), 30.5, START + timedelta(days=10)) == 10_305


@given(st.integers(0, 500_000), st.one_of(st.none(), st.floats(0, 500)), st.integers(-1000, 1000))
def test_an_estimate_is_never_less_than_was_read(km: int, pace: float | None, days: int) -> None:
    assert estimate_km((START, km), pace, START + timedelta(days=days)) >= km
