"""./start on computers that lack something: made of a copied checkout and stand-ins on PATH, no network."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.needs import make_link, needs_unix

pytestmark = needs_unix
CHECKOUT = Path(__file__).resolve().parent.parent


class Computer:
    """A computer with a fresh checkout on it; `calls` tells which stand-ins were run, with what words."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "bengkel crm"
        self.checkout.mkdir()
        for name in ("start", "pyproject.toml", "constraints.txt"):
            shutil.copy(CHECKOUT / name, self.checkout)
        self._stand_ins = folder / "bin"
        self._stand_ins.mkdir()
        self._journal = folder / "calls"
        self._journal.touch()
        self.stand_in("id", "echo 1000")
        self.stand_in("sudo", "exit 1")
        self.stand_in("apt-get", "exit 0")

    def stand_in(self, name: str, script: str) -> None:
        """Put a program called `name` before the computer's own."""
        program = self._stand_ins / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >>"{self._journal}"\n{script}\n', encoding="utf-8")
        program.chmod(0o755)

    def stand_in_python(self, missing: str = "", refused: str = "nothing") -> None:
        """A Python without the libraries `missing`, that fails at what is `refused` and does nothing else."""
        made = self._stand_ins / "made-python"
        made.write_text(
            f'#!/bin/sh\necho "python $*" >>"{self._journal}"\n'
            f'case "$*" in *"{refused}"*) exit 1;; *"for pair"*) echo "{missing}";; esac\n',
            encoding="utf-8",
        )
        made.chmod(0o755)
        venv = f'*"-m venv"*) for last; do :; done; mkdir -p "$last/bin"; cp "{made}" "$last/bin/python";;'
        script = f'case "$*" in *"for pair"*) echo "{missing}";; {venv} esac'
        for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
            self.stand_in(name, script)

    def start(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run ./start with nothing in the environment but PATH, HOME, a language and what is given."""
        return self.run([str(self.checkout / "start"), *words], **environment)

    def run(self, command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
        """Run any command in the same surroundings."""
        path = f"{self._stand_ins}:/usr/bin:/bin"
        surroundings = {"PATH": path, "HOME": str(self.checkout.parent), "LANG": "id_ID.UTF-8"}
        return subprocess.run(
            command, env=surroundings | environment, capture_output=True, encoding="utf-8", check=False
        )

    def calls(self) -> list[str]:
        """What the stand-ins were called with since the last time, oldest first."""
        lines = self._journal.read_text("utf-8").splitlines()
        self._journal.write_text("", encoding="utf-8")
        return lines


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    computer = Computer(tmp_path)
    computer.stand_in_python()
    return computer


@pytest.mark.parametrize("words", [(), ("--demo",), ("--database", "lookup"), ("--language", "en", "--demo")])
def test_without_a_display_one_sentence_names_the_command_line(
    computer: Computer, words: tuple[str, ...]
) -> None:
    run = computer.start(*words)
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1
    assert "./start lookup B3472KZR --demo" in run.stderr
    assert computer.calls() == []


def test_a_computer_that_does_not_speak_indonesian_is_told_in_english_too(computer: Computer) -> None:
    assert "There is no display" in computer.start(LANG="C.UTF-8").stderr


@pytest.mark.parametrize("words", [("lookup", "B 1"), ("--database", "a.db", "check"), ("--help",)])
def test_commands_need_no_display(computer: Computer, words: tuple[str, ...]) -> None:
    assert computer.start(*words).returncode == 0
    assert computer.calls()[-1] == f"python -P -m bengkel_crm {' '.join(words)}"


def test_a_user_is_told_the_one_line_that_installs_what_is_missing(computer: Computer) -> None:
    computer.stand_in_python(missing="libegl1\nlibgl1")
    run = computer.start("test")
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].strip() == (
        "sudo apt-get update && sudo apt-get install -y libegl1 libgl1"
    )
    assert not any(call.startswith(("apt-get", "sudo")) for call in computer.calls())


def test_root_gets_what_is_missing_installed(computer: Computer) -> None:
    computer.stand_in("id", "echo 0")
    computer.stand_in_python(missing="libegl1")
    assert computer.start("lookup", "B1").returncode == 0
    apt = [call for call in computer.calls() if call.startswith("apt-get")]
    assert apt[:2] == ["apt-get -q update", "apt-get -q -y --no-install-recommends install libegl1"]


def test_only_a_window_needs_the_libraries_of_a_window(computer: Computer) -> None:
    computer.start("lookup", "B1")
    assert not any("libxcb" in call for call in computer.calls())
    computer.start(DISPLAY=":7")
    assert any("libxcb-cursor0" in call for call in computer.calls())


def test_a_display_that_does_not_answer_is_no_display(computer: Computer) -> None:
    computer.stand_in_python(refused="xcb_connect")
    run = computer.start(DISPLAY=":7")
    assert run.returncode == 1
    assert "./start lookup B3472KZR --demo" in run.stderr.splitlines()[-1]
    assert not any("bengkel_crm" in call for call in computer.calls())


def test_the_environment_is_made_once(computer: Computer) -> None:
    computer.start("lookup", "B1")
    assert any("-m pip install" in call for call in computer.calls())
    computer.start("lookup", "B1")
    assert not any("-m pip" in call or "-m venv" in call for call in computer.calls())


@pytest.mark.parametrize("recipe", ["pyproject.toml", "constraints.txt"])
def test_a_changed_recipe_is_installed_into_the_same_environment(computer: Computer, recipe: str) -> None:
    computer.start("lookup", "B1")
    computer.calls()
    with (computer.checkout / recipe).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    computer.start("lookup", "B1")
    calls = computer.calls()
    assert any("-m pip install" in call for call in calls)
    assert not any("-m venv" in call for call in calls)


def test_what_tests_need_is_added_and_stays(computer: Computer) -> None:
    computer.start("lookup", "B1")
    computer.calls()
    computer.start("test")
    assert any("--editable .[test]" in call for call in computer.calls())
    computer.start("lookup", "B1")
    computer.start("test", "-k", "plates")
    assert not any("-m pip" in call for call in computer.calls())


def test_the_lowest_versions_are_the_bounds_of_the_project_in_an_environment_of_their_own(
    computer: Computer,
) -> None:
    computer.start("lookup", "B1")
    computer.calls()
    computer.start("test-lowest")
    environment = computer.checkout / ".cache" / "lowest"
    [install] = [call for call in computer.calls() if "-m pip install" in call]
    assert f"--constraint {environment / 'lowest.txt'}" in install
    assert "constraints.txt" not in install
    project = tomllib.loads((computer.checkout / "pyproject.toml").read_text("utf-8"))["project"]
    bounded = {re.split("[>=]+", line)[0] for line in project["dependencies"]}
    kept = dict(line.split("==") for line in (environment / "lowest.txt").read_text("utf-8").splitlines())
    assert bounded <= kept.keys()
    assert all(
        f"{name}>={version}," in (computer.checkout / "pyproject.toml").read_text("utf-8")
        for name, version in kept.items()
    )
    computer.start("test-lowest")
    assert not any("-m pip" in call for call in computer.calls())


def test_a_half_made_environment_is_made_again(computer: Computer) -> None:
    computer.stand_in_python(refused="-m pip")
    run = computer.start("lookup", "B1")
    assert run.returncode == 1
    assert "packaging/README.md" in run.stderr
    computer.stand_in_python()
    computer.calls()
    assert computer.start("lookup", "B1").returncode == 0
    assert any("-m venv" in call for call in computer.calls())


def test_a_moved_checkout_gets_a_new_environment(computer: Computer) -> None:
    computer.start("lookup", "B1")
    computer.calls()
    computer.checkout = computer.checkout.rename(computer.checkout.with_name("elsewhere"))
    computer.start("lookup", "B1")
    assert any("-m venv" in call for call in computer.calls())


def test_a_wheelhouse_is_installed_from_without_network(computer: Computer) -> None:
    (computer.checkout / "wheelhouse").mkdir()
    computer.start("lookup", "B1")
    (pip,) = [call for call in computer.calls() if "-m pip" in call]
    assert "--no-index --find-links wheelhouse" in pip


def test_answers_stay_clean_while_the_environment_is_made(computer: Computer) -> None:
    run = computer.start("lookup", "B1", "--json")
    assert "Menyiapkan" in run.stderr
    assert run.stdout == ""


def test_without_a_screen_of_its_own_the_journey_is_left_out_and_said_so(computer: Computer) -> None:
    computer.stand_in_python(missing="")
    computer.start("test")
    computer.calls()
    made = computer.checkout / ".venv" / "bin" / "python"
    made.write_text(made.read_text("utf-8").replace('echo ""', "case $* in *xcb*) echo libxcb-shape0;; esac"))
    run = computer.start("test", "-x")
    assert "libxcb-shape0" in run.stderr
    assert computer.calls()[-1] == "python -P -m pytest -m not journey -x"


def test_start_may_be_reached_by_a_link(computer: Computer, tmp_path: Path) -> None:
    link = tmp_path / "bin" / "bengkel"
    make_link(link, computer.checkout / "start")
    assert computer.run([str(link), "lookup", "B1"]).returncode == 0
    assert (computer.checkout / ".venv" / "made-from").exists()
