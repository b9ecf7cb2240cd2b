"""A clerk who waits for nothing, in the real window."""

from pathlib import Path

import pytest

from benchmarks.typing import run

VISITS = 10


@pytest.mark.journey
@pytest.mark.timeout(180)
def test_visits_typed_without_a_pause_are_recorded_as_they_were_typed(tmp_path: Path) -> None:
    assert run(tmp_path, VISITS) == []
