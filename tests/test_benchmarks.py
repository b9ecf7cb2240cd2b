"""The benchmarks themselves work; what they measure depends on the machine and is not judged here."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.figures import Figure, Timing, ratio, take_turns

_CHECKOUT = Path(__file__).resolve().parent.parent


def test_a_figure_past_its_limit_is_missed() -> None:
    assert Figure("card", 1.3, 1.3, "x").passed
    assert not Figure("card", 1.31, 1.3, "x").passed
    assert not Figure("syncs", 0, 1, "syncs", least=1).passed
    assert Figure("making the files", 99.0, None, "s").passed


def test_tasks_take_turns_and_the_first_is_not_always_first() -> None:
    calls: list[str] = []
    first, second = take_turns(range(3), lambda _: calls.append("a"), lambda _: calls.append("b"))
    assert "".join(calls) == "abbaab"
    assert len(first.seconds) == len(second.seconds) == 3


def test_a_ratio_compares_medians() -> None:
    figure = ratio("card", Timing([2.0, 2.0, 90.0]), Timing([1.0, 1.0, 1.0]), 1.3, "bare")
    assert (figure.value, figure.passed) == (2.0, False)
    assert Timing([5.0, *[1.0] * 98, 3.0]).percentile(98) == 3.0


@pytest.mark.slow
def test_one_command_measures_and_keeps_the_figures(tmp_path: Path) -> None:
    parts = [word for part in ("card", "due", "month", "save", "key") for word in ("--only", part)]
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--vehicles", "400", "--results", str(tmp_path), *parts],
        cwd=_CHECKOUT,
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr
    (kept,) = tmp_path.glob("*-400.json")
    figures = {figure["name"]: figure for figure in json.loads(kept.read_text("utf-8"))["figures"]}
    assert figures["statements of a card"]["passed"]
    assert figures["scans in any plan"]["passed"]
    assert figures["scans in the plans of the list"]["passed"]
    assert figures["key press to painted hits"]["value"] > 1
    assert figures.get("syncs of a save", {"passed": True})["passed"]
    assert "key press to painted hits" in run.stdout
