"""start.bat read as text: nobody has a Windows at hand, and each rule here was broken once."""

import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
TEXT = (CHECKOUT / "start.bat").read_bytes().decode("ascii").replace("\r\n", "\n")
LINES = [line for line in TEXT.split("\n") if not line.startswith("rem ")]
# What a path of Windows may have, the disk and the end of the text included.
MOST_LETTERS = 260


def snippets() -> list[str]:
    """Return what is given to Python to run."""
    return [code for line in LINES for code in re.findall(r'-c "([^"]*)"', line)]


def test_every_label_that_is_jumped_to_is_there_once() -> None:
    labels = [line[1:].strip() for line in LINES if line.startswith(":")]
    wanted = set(re.findall(r"(?:goto|call) :?([a-z]\w+)", "\n".join(LINES)))
    assert wanted <= set(labels)
    assert len(labels) == len(set(labels))


def test_every_path_stands_in_quotes() -> None:
    for line in LINES:
        outside = "".join(line.split('"')[::2])
        assert "%HERE%" not in outside, line
        assert "%VENV%" not in outside, line
        assert "%LOCALAPPDATA%" not in outside, line


def test_no_path_goes_through_a_file_that_cmd_writes_or_reads() -> None:
    # Its code page lacks letters that a folder's name may have; what it reads back is another name.
    for line in LINES:
        assert not re.match(r"\s*set /p ", line), line
        assert not (
            re.search(r"\becho\b", line) and ">" in line and ("%HERE%" in line or "%VENV%" in line)
        ), line


@pytest.mark.parametrize(
    "name", ["bengkel", "Jok\u00f3 S\u00fcrya", "\u263a \u4e2d\u6587 & (1)", "50% !off!"]
)
def test_an_environment_is_known_again_whatever_the_letters_of_its_folder(tmp_path: Path, name: str) -> None:
    check, write = (code for code in snippets() if "made-from-place" in code)
    assert ("read_text" in check, "write_text" in write) == (True, True)
    venv = tmp_path / name
    venv.mkdir()

    def run(code: str, here: str) -> int:
        surroundings = {"HERE": here, "VENV": str(venv), "PYTHONUTF8": "0", "LC_ALL": "C"}
        return subprocess.run([sys.executable, "-I", "-c", code], env=surroundings).returncode

    here = f"{tmp_path / name}/"
    assert run(write, here) == 0
    assert run(check, here) == 0
    assert run(check, f"{tmp_path}/moved/") == 1
    # As the first version wrote it.
    (venv / "made-from-place").write_text(f'"{here}"\n', encoding="utf-8")
    assert run(check, here) == 0


def test_python_is_told_to_read_and_write_names_in_every_letter() -> None:
    assert 'set "PYTHONUTF8=1"' in LINES


def test_an_environment_in_a_deep_folder_lies_elsewhere_before_a_path_grows_too_long() -> None:
    deep = re.search(r'set "DEEP=%HERE:~(\d+),1%"', TEXT)
    assert deep is not None
    packages = Path(sysconfig.get_path("purelib"))
    inside = max(len(str(path.relative_to(packages))) for path in packages.rglob("*"))
    assert int(deep[1]) + len(".venv\\Lib\\site-packages\\") + inside < MOST_LETTERS
    # And not one letter too early for a folder as people have them.
    usual = "C:\\Users\\Nama Pemilik Bengkel\\Downloads\\bengkel-crm-main\\bengkel-crm-main\\"
    assert len(usual) <= int(deep[1])
