"""The power gone at any moment of a shop's day: what was told is on the disk."""

from pathlib import Path

import pytest

from benchmarks import power
from benchmarks.disk import Recording, can_record

CUTS = 64

pytestmark = pytest.mark.skipif(not can_record(), reason="strace is not here")


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    return power.record_day(tmp_path_factory.mktemp("day"))


@pytest.mark.slow
def test_nothing_told_is_lost_when_the_power_goes(recording: Recording, tmp_path: Path) -> None:
    found = power.play(recording, tmp_path, CUTS)
    assert found.faults == []
    # Less would mean that it was cut before anything was told.
    assert found.saves > CUTS
    assert found.copies > CUTS


@pytest.mark.slow
def test_a_disk_that_lies_about_what_it_holds_is_found_out(recording: Recording, tmp_path: Path) -> None:
    assert power.play(recording, tmp_path, 8, obeys=False).faults
