"""What the packages for Windows and Debian are made of, as far as it can be told without building them."""

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from bengkel_crm import __version__
from bengkel_crm.db.engine.connection import SCHEMA_VERSION

ROOT = Path(__file__).parents[1]
WINDOWS = ROOT / "packaging" / "windows"
sys.path.insert(0, str(WINDOWS))

import write_includes  # noqa: E402 -- lies beside the installer it is for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the installer is built on Debian")


def told_by_bash(words: str) -> str:
    ran = subprocess.run(
        ["bash", "-c", f". packaging/common.sh; {words}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


@pytest.mark.parametrize("system", ["windows", "debian"])
def test_the_pinned_wheels_are_the_versions_that_the_tests_passed_with(system: str) -> None:
    program = (ROOT / "constraints.txt").read_text("utf-8").split("# building it")[0]
    wanted = set(re.findall(r"^(\S+==\S+)$", program, re.MULTILINE))
    pins = (ROOT / "packaging" / system / "wheels.txt").read_text("utf-8")
    assert set(re.findall(r"^(\S+==\S+) --hash=sha256:[0-9a-f]{64}$", pins, re.MULTILINE)) == wanted
    assert len(wanted) > 15


def test_version_and_schema_are_read_from_where_they_stand_once() -> None:
    assert told_by_bash("program_version") == __version__
    assert told_by_bash("program_schema") == str(SCHEMA_VERSION)
    assert told_by_bash("numbers_of 2.11") == "2,11,0,0"


def test_the_installer_says_everything_in_both_languages_and_nothing_it_does_not_have() -> None:
    script = (WINDOWS / "setup.nsi").read_text("utf-8")
    with (WINDOWS / "words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert set(re.findall(r"\$\((\w+)\)", script)) == {row["name"] for row in rows}
    for row in rows:
        assert row["Indonesian"]
        assert row["English"]
        assert row["Indonesian"] != row["English"]


def test_the_mark_of_a_whole_program_is_laid_down_last(tmp_path: Path) -> None:
    for name in ("complete", "python313.dll", "Lib/site-packages/a.py", "z.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    lines = write_includes.list_files(tmp_path)
    files = [line.split('"')[1] for line in lines if line.startswith("File")]
    assert len(files) == 4
    assert files[-1].endswith("/complete")
    assert lines[0] == 'SetOutPath "$INSTDIR\\app.part"'
    assert 'SetOutPath "$INSTDIR\\app.part\\Lib\\site-packages"' in lines


def test_the_icon_holds_its_pictures(tmp_path: Path) -> None:
    for side in (16, 256):
        Image.new("RGBA", (side, side), (11, 100, 120, 255)).save(tmp_path / f"{side}.png")
    made = write_includes.make_icon([tmp_path / "16.png", tmp_path / "256.png"])
    with Image.open(io.BytesIO(made)) as icon:
        assert icon.info["sizes"] == {(16, 16), (256, 256)}
