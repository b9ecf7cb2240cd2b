"""The floors of the lines that the tests run: below one, or far above one, is told and fails."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent


def _floors() -> dict[str, int]:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    floors: dict[str, int] = project["tool"]["bengkel_crm"]["floors"]
    return floors


def _judge(tmp_path: Path, below_ui: int, ui: int) -> subprocess.CompletedProcess[str]:
    """Judge a report in which so many of a hundred lines were run."""
    names = {"bengkel_crm/db/x.py": below_ui, "bengkel_crm/ui/x.py": ui}
    files = {
        name: {"summary": {"num_statements": 100, "covered_lines": covered}}
        for name, covered in names.items()
    }
    report = tmp_path / "report.json"
    report.write_text(json.dumps({"files": files}), "utf-8")
    return subprocess.run(
        [sys.executable, ".ci/floors", str(report)],
        cwd=CHECKOUT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_floors_never_fall_below_where_they_began() -> None:
    floors = _floors()
    assert floors["below_ui"] >= 95
    assert floors["ui"] >= 95


def test_at_the_floors_all_is_well(tmp_path: Path) -> None:
    run = _judge(tmp_path, _floors()["below_ui"], _floors()["ui"])
    assert run.returncode == 0
    assert "below" not in run.stdout.replace("below_ui", "")


@pytest.mark.parametrize("part", ["below_ui", "ui"])
def test_a_figure_below_its_floor_fails(tmp_path: Path, part: str) -> None:
    floors = _floors()
    run = _judge(tmp_path, **(floors | {part: floors[part] - 1}))
    assert run.returncode == 1
    assert f"below the floor: {part}" in run.stdout


@pytest.mark.parametrize("part", ["below_ui", "ui"])
def test_a_floor_that_was_left_behind_is_to_be_raised(tmp_path: Path, part: str) -> None:
    floors = _floors()
    run = _judge(tmp_path, **(floors | {part: floors[part] + 2}))
    assert run.returncode == 1
    assert f"raise the floor of {part}" in run.stdout
