"""The rules of the house: who imports whom, what is never written, what is shipped."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tokenize
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6 import QtCore, QtGui, QtWidgets

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGE = CHECKOUT / "bengkel_crm"
OUR_FOLDERS = ("bengkel_crm", "tests", "benchmarks", "packaging")
SOURCES = sorted(PACKAGE.rglob("*.py"))
# A job must report whatever stopped it, or its page would wait for ever.
MAY_CATCH_ALL = {PACKAGE / "ui" / "frame" / "jobs.py"}
# What a test takes from these would stop the whole suite on another system, or fail there.
UNIX_MODULES = {"resource", "fcntl", "pwd", "grp", "pty", "tty", "termios", "syslog", "posix", "readline"}
UNIX_NAMES = {
    *("mkfifo", "mknod", "symlink", "symlink_to", "fork", "forkpty", "wait3", "wait4", "statvfs", "chown"),
    *("getuid", "geteuid", "getgid", "setuid", "setgid", "setgroups", "killpg", "AF_UNIX", "uname"),
    *("SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGSTOP", "SIGCONT", "SIGALRM", "SIGPIPE", "SIGCHLD"),
}
MAY_NEED_UNIX = CHECKOUT / "tests" / "needs.py"
MAY_IMPORT_QT = {PACKAGE / "app.py", PACKAGE / "base/i18n.py"}
# A public class whose name another one has, too, and what both are.
ONE_NAME_TWICE = {
    "Field": "of a table, and the line of a form in which it is typed",
    "NotFound": "the error, and what the counter shows of a plate that nobody knows",
    "Step": "of the import's wizard, and of the arrow keys at the counter",
    "VehicleRow": "of a list, and its widget at the counter",
}


def _name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def _walk(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text("utf-8")))


def _is_blind(handler: ast.ExceptHandler) -> bool:
    """Tell whether this handler swallows everything; one that only cleans up and raises again does not."""
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {item.id for item in caught if isinstance(item, ast.Name)}
    last = handler.body[-1]
    raises_again = isinstance(last, ast.Raise) and last.exc is None
    return (handler.type is None or bool(names & {"Exception", "BaseException"})) and not raises_again


def _is_built_text(argument: ast.expr) -> bool:
    return isinstance(argument, ast.JoinedStr | ast.BinOp | ast.Call)


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _fetches_words(call: ast.Call) -> bool:
    """Tell whether a call asks for a translation; a painter's `translate` moves its pen."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr == "tr"
    return _called(call) == "translate"


def _check_contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts on the package in `folder`."""
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )


def test_no_room_imports_what_it_must_not() -> None:
    run = _check_contracts(CHECKOUT)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("module", "wrong_import"),
    [
        ("records/shop.py", "import bengkel_crm.db"),
        ("db/__init__.py", "import bengkel_crm.reports"),
        ("db/__init__.py", "import bengkel_crm.workshop"),
        ("reports/__init__.py", "import peewee"),
        ("workshop/__init__.py", "from PySide6 import QtCore"),
        ("workshop/__init__.py", "import openpyxl"),
        ("ui/__init__.py", "import bengkel_crm.db"),
        ("ui/__init__.py", "import sqlcipher3"),
        ("brand_new.py", "import os"),
    ],
)
def test_a_wrong_import_breaks_a_contract(tmp_path: Path, module: str, wrong_import: str) -> None:
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    shutil.copytree(PACKAGE, tmp_path / "bengkel_crm")
    with (tmp_path / "bengkel_crm" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{wrong_import}\n")
    run = _check_contracts(tmp_path)
    assert (run.returncode, "BROKEN" in run.stdout) == (1, True), run.stdout + run.stderr


def test_qt_is_imported_by_the_window_only() -> None:
    guilty = [
        _name(path)
        for path in SOURCES
        if not path.is_relative_to(PACKAGE / "ui") and path not in MAY_IMPORT_QT
        for node in _walk(path)
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"))
        or (isinstance(node, ast.Import) and any(name.name.startswith("PySide6") for name in node.names))
    ]
    assert guilty == []


def test_only_db_speaks_to_the_shop_file() -> None:
    callers = [
        f"{_name(path)}:{node.lineno}"
        for path in SOURCES
        if PACKAGE / "db" not in path.parents
        for node in _walk(path)
        if isinstance(node, ast.Call) and _called(node) in ("execute_sql", "executemany")
    ]
    assert callers == []


def test_every_module_says_what_lives_there() -> None:
    modules = [path for folder in OUR_FOLDERS for path in (CHECKOUT / folder).rglob("*.py")]
    silent = [_name(path) for path in modules if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_nobody_catches_everything() -> None:
    guilty = [
        f"{_name(path)}:{node.lineno}"
        for path in SOURCES
        if path not in MAY_CATCH_ALL
        for node in _walk(path)
        if isinstance(node, ast.ExceptHandler) and _is_blind(node)
    ]
    assert guilty == []


def test_texts_to_translate_are_not_built_before_they_are_translated() -> None:
    guilty = [
        f"{_name(path)}:{node.lineno}"
        for path in SOURCES
        for node in _walk(path)
        if isinstance(node, ast.Call)
        and _fetches_words(node)
        and any(_is_built_text(argument) for argument in node.args[:2])
    ]
    assert guilty == []


def test_nobody_sleeps_or_turns_the_event_loop_by_hand() -> None:
    guilty = [
        f"{_name(path)}:{node.lineno}"
        for path in SOURCES
        for node in _walk(path)
        if isinstance(node, ast.Call) and _called(node) in {"sleep", "processEvents"}
    ]
    assert guilty == []


def test_no_two_public_classes_have_one_name() -> None:
    named = Counter(
        node.name
        for path in SOURCES
        for node in _walk(path)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert {name for name, count in named.items() if count > 1} == set(ONE_NAME_TWICE)


def test_a_visit_is_a_work_order() -> None:
    guilty = []
    for path in SOURCES:
        with tokenize.open(path) as file:
            names = (
                token for token in tokenize.generate_tokens(file.readline) if token.type == tokenize.NAME
            )
            guilty += [
                f"{_name(path)}:{token.start[0]}" for token in names if "service" in token.string.lower()
            ]
    assert guilty == []


def _only_on_unix(tree: ast.AST) -> list[str]:
    """Return what is imported or named that only Unix has, also in code that is a text of this code."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names if name.name in UNIX_MODULES]
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module in UNIX_MODULES:
            found.append(node.module)
        elif isinstance(node, ast.Attribute) and node.attr in UNIX_NAMES:
            found.append(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "import " in node.value:
            with suppress(SyntaxError):
                found += _only_on_unix(ast.parse(node.value)) if "\n" in node.value else []
    return found


def test_what_only_unix_has_is_asked_of_one_module() -> None:
    paths = [path for folder in ("tests", "benchmarks") for path in (CHECKOUT / folder).rglob("*.py")]
    guilty = {
        _name(path): named
        for path in paths
        if path != MAY_NEED_UNIX and (named := _only_on_unix(ast.parse(path.read_text("utf-8"))))
    }
    assert guilty == {}


@pytest.mark.parametrize(
    "code",
    [
        "import resource",
        "from fcntl import flock",
        "os.kill(1, signal.SIGKILL)",
        "link.symlink_to(path)",
        "_CODE = '''\\nimport os\\nos.{}()\\n'''".format("mkfifo"),
    ],
)
def test_what_only_unix_has_is_seen_wherever_it_stands(code: str) -> None:
    assert len(_only_on_unix(ast.parse(code))) == 1


def test_there_is_no_room_for_odds_and_ends() -> None:
    assert [
        _name(path) for path in SOURCES if path.stem in {"utils", "util", "helpers", "common", "misc"}
    ] == []


def test_only_overrides_of_qt_are_camel_case() -> None:
    # Asked one by one: PySide6 makes a class when it is first asked for, vars() alone sees none.
    kinds = [getattr(module, name) for module in (QtCore, QtGui, QtWidgets) for name in dir(module)]
    qt_names = {name for kind in kinds if isinstance(kind, type) for name in dir(kind)}
    guilty = [
        f"{_name(path)}:{node.lineno} {node.name}"
        for path in SOURCES
        for node in _walk(path)
        if isinstance(node, ast.FunctionDef)
        and re.search("[a-z][A-Z]", node.name)
        and node.name not in qt_names
    ]
    assert guilty == []


def test_nothing_is_left_unfinished() -> None:
    word = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    texts = [
        path
        for folder in (*OUR_FOLDERS, "resources")
        for path in (CHECKOUT / folder).rglob("*")
        if path.suffix in {".py", ".sh", ".md", ".qss", ".csv", ".ts"}
    ]
    assert [_name(path) for path in texts if word.search(path.read_text("utf-8"))] == []


def test_every_requirement_is_pinned_within_its_bounds() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(line for extra in project["project"]["optional-dependencies"].values() for line in extra),
    ]
    lines = (CHECKOUT / "constraints.txt").read_text("utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if line and not line.startswith("#"))
    pinned = {canonicalize_name(name): version for name, version in pins.items()}
    for requirement in map(Requirement, wanted):
        assert any("<" in bound.operator for bound in requirement.specifier), (
            f"{requirement} has no upper bound"
        )
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), requirement


def test_an_installed_program_finds_its_resources(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(CHECKOUT)).build(directory=str(tmp_path), versions=["standard"])
    place = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    run = subprocess.run(
        [sys.executable, "-P", "-c", "from bengkel_crm.base.paths import resources; print(resources())"],
        env={**os.environ, "PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(run.stdout.strip()) == place / "bengkel_crm" / "resources"
    shipped = {path.relative_to(CHECKOUT / "resources") for path in (CHECKOUT / "resources").rglob("*.*")}
    carried = {
        path.relative_to(place / "bengkel_crm" / "resources") for path in place.rglob("resources/**/*.*")
    }
    assert shipped
    assert carried == shipped
