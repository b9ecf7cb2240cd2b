"""Which copies are kept, whatever the clock does."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.db.shop_file.manifests import MOST_DAYS_AHEAD, next_day
from bengkel_crm.workshop.shop_file.copies import FEW, USUAL, Keeping, choose_kept

_DAY = date(2026, 8, 12)


def _run(clocks: list[date], keeping: Keeping = USUAL) -> list[list[tuple[int, date]]]:
    """Return what is kept after each copy, as (number, folder's day), the newest first."""
    kept: list[tuple[int, date]] = []
    day = clock = clocks[0]
    steps = []
    for number, now in enumerate(clocks, start=1):
        day = next_day(day, clock, now) if number > 1 else now
        clock = now
        kept.insert(0, (number, day))
        places = choose_kept([made for _, made in kept], keeping)
        kept = [copy for place, copy in enumerate(kept) if place in places]
        steps.append(list(kept))
    return steps


_jumps = st.one_of(
    st.integers(0, 3), st.integers(-4000, 4000), st.sampled_from([0, 1, 30, 40, 41, -1, -365, 365])
)


@given(st.lists(_jumps, min_size=1, max_size=80), st.sampled_from([USUAL, FEW]))
def test_the_newest_are_kept_and_every_late_day_has_a_copy(jumps: list[int], keeping: Keeping) -> None:
    clocks = [_DAY]
    for jump in jumps:
        clocks.append(clocks[-1] + timedelta(days=jump))
    steps = _run(clocks, keeping)
    seen: list[date] = []
    for number, kept in enumerate(steps, start=1):
        numbers = [made for made, _ in kept]
        newest = list(range(number, max(0, number - keeping.newest), -1))
        assert numbers[: len(newest)] == newest
        day = kept[0][1]
        assert not seen or day >= seen[-1]
        seen.append(day)
        late = sorted(set(seen))[-keeping.days :]
        assert set(late) <= {day for _, day in kept}
        assert len(kept) <= keeping.newest + keeping.days + keeping.weeks + keeping.months


@given(st.integers(1, 400), st.integers(1, 60))
def test_a_clock_that_is_wrong_for_a_while_costs_no_day_afterwards(ahead: int, wrong: int) -> None:
    """However long the clock was ahead, the seven days after it are seven days."""
    clocks = [_DAY + timedelta(days=day) for day in range(10)]
    clocks += [clocks[-1] + timedelta(days=MOST_DAYS_AHEAD + ahead + day) for day in range(wrong)]
    right = [_DAY + timedelta(days=9 + wrong + day) for day in range(9) for _ in range(3)]
    last = _run(clocks + right)[-1]
    days = sorted({day for number, day in last if number > len(clocks)})
    assert len(days) >= 7


def test_a_shop_that_was_shut_for_months_goes_on_from_day_to_day() -> None:
    clocks = [_DAY, _DAY + timedelta(days=90), _DAY + timedelta(days=91), _DAY + timedelta(days=92)]
    assert [day for _, day in _run(clocks)[-1]] == [
        _DAY + timedelta(days=92),
        _DAY + timedelta(days=91),
        _DAY,
        _DAY,
    ]


def test_a_year_of_days_keeps_days_weeks_and_months() -> None:
    clocks = [_DAY + timedelta(days=day) for day in range(400) for _ in range(5)]
    kept = _run(clocks)[-1]
    days = [day for _, day in kept]
    assert len(set(days)) >= 7 + 7 + 5
    assert days[-1].replace(day=1) == (clocks[-1] - timedelta(days=8 * 30.5)).replace(day=1)
    few = _run(clocks, FEW)[-1]
    assert 3 <= len(few) < len(kept) / 2


def test_many_copies_of_one_day_push_no_earlier_day_out() -> None:
    clocks = [_DAY - timedelta(days=1)] + [_DAY] * 40
    assert {day for _, day in _run(clocks)[-1]} == {_DAY, _DAY - timedelta(days=1)}


def test_the_end_of_the_calendar_is_no_fault() -> None:
    end = datetime.max.date()
    assert next_day(end, end - timedelta(days=3), end) == end
