"""The program killed at any moment of saving: what was told as saved is there, whole."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 200


@pytest.mark.slow
def test_nothing_told_as_saved_is_lost_when_the_program_is_killed() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.kill", str(KILLS)],
        cwd=Path(__file__).resolve().parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    found = re.search(r"(\d+) kills, (\d+) saves told", run.stdout)
    assert found is not None, run.stdout
    kills, told = map(int, found.groups())
    assert kills == KILLS
    # Less would mean that it was killed before it had begun to save.
    assert told > KILLS
