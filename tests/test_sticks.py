"""A stick that is pulled, full, failing or write-protected while a copy is written to it."""

from pathlib import Path

import pytest

from benchmarks import sticks
from benchmarks.disk import can_record

PULLS = 16


@pytest.mark.slow
@pytest.mark.skipif(not can_record(), reason="strace is not here")
def test_there_is_a_good_copy_whatever_happens_to_the_stick(tmp_path: Path) -> None:
    found = sticks.run(tmp_path, PULLS)
    assert found.faults == []
    assert found.told > 0
    assert found.refused.total() > PULLS / 2
