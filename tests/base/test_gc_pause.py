"""The garbage collector stays out of work on many records, and is as it was afterwards."""

import gc
from collections.abc import Iterator

import pytest

from bengkel_crm.base.gc_pause import gc_paused


@pytest.fixture(autouse=True)
def collector_on() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_it_is_out_inside_and_back_afterwards() -> None:
    with gc_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_back_after_work_that_failed() -> None:
    with pytest.raises(KeyError), gc_paused():
        raise KeyError
    assert gc.isenabled()


def test_a_pause_inside_another_ends_with_the_outer_one() -> None:
    with gc_paused():
        with gc_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_stays_from_the_pause_can_still_be_thrown_away() -> None:
    with gc_paused():
        circle: list[object] = []
        circle.append(circle)
    assert gc.get_freeze_count() == 0
    del circle
    assert gc.collect() >= 1
