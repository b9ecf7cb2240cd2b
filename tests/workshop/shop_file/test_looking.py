"""Looking into a shop file where nothing may be written: everything is answered, nothing is left there."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.workshop.journal.undo import redo_next, undo_last
from bengkel_crm.workshop.shop_file import looking
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.looking import copy_to_look_at
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop
from tests.factories import make_vehicle, make_work_order
from tests.needs import without_powers

_PLATE = "B 3472 KZR"


@pytest.fixture
def protected() -> Iterator[Path]:
    """A shop file with one vehicle in a folder that nobody may write to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "stik"
        folder.mkdir()
        path = _make_shop(folder / "toko.db")
        _lock(folder)
        yield path
        folder.chmod(0o755)


def _make_shop(path: Path) -> Path:
    shop = open_shop(path)
    make_work_order(shop, make_vehicle(shop, _PLATE, "Sri Wulandari"), date(2026, 8, 12))
    close_shop(shop)
    return path


def _lock(folder: Path) -> None:
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)


def _run(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody whom the modes of files bind."""
    command = [sys.executable, "-m", "bengkel_crm", "--database", str(path), "--language", "en", *words]
    return subprocess.run(without_powers(command), capture_output=True, encoding="utf-8", check=False)


def _contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lookup", _PLATE), "Sri Wulandari"),
        (("search", "3472"), "B 3472 KZR"),
        (("due", "--month", "2026-12"), ""),
        (("check",), "All is well"),
    ],
    ids=lambda words: words[0] if isinstance(words, tuple) else "",
)
def test_what_only_looks_is_answered_and_leaves_nothing_behind(
    protected: Path, words: tuple[str, ...], said: str
) -> None:
    before = _contents(protected.parent)
    run = _run(protected, *words)
    assert run.returncode == 0, run.stderr
    assert said in run.stdout
    assert "is write-protected: it is only looked at" in run.stderr
    assert _contents(protected.parent) == before


@pytest.mark.parametrize("command", ["backup", "export"])
def test_everything_can_be_taken_away_from_there(protected: Path, command: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        to = Path(name) / ("salinan.db" if command == "backup" else "semua.xlsx")
        run = _run(protected, command, str(to))
        assert run.returncode == 0, run.stderr
        assert to.stat().st_size > 0
        if command == "backup":
            shutil.copy(to, Path(name) / "buka.db")
            shop = open_shop(Path(name) / "buka.db")
            assert check(shop) == []
            close_shop(shop)


def test_what_would_write_is_refused_in_a_sentence(protected: Path) -> None:
    run = _run(protected, "imports", "--undo", "1")
    assert (run.returncode, run.stdout) == (1, "")
    assert "write-protected" in run.stderr
    assert "Traceback" not in run.stderr


def test_what_only_the_log_holds_is_seen_too(tmp_path: Path) -> None:
    living = open_shop(tmp_path / "toko.db")
    make_vehicle(living, _PLATE, "Sri Wulandari")
    assert (tmp_path / "toko.db-wal").stat().st_size > 0
    with copy_to_look_at(tmp_path / "toko.db") as copy:
        assert copy.execute_sql("SELECT plate FROM vehicle").fetchall() == [(_PLATE,)]
        assert copy.path.parent != tmp_path
    assert not copy.path.exists()
    close_shop(living)


def test_a_file_that_changes_under_the_copy_is_copied_anew_and_told_when_it_never_rests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _make_shop(tmp_path / "toko.db")
    copied = []

    def copy_while_somebody_writes(source: Path, to: Path) -> None:
        copied.append(datetime.now())
        to.write_bytes(source.read_bytes())
        source.write_bytes(source.read_bytes() + bytes(len(copied)))

    monkeypatch.setattr(shutil, "copyfile", copy_while_somebody_writes)
    with pytest.raises(errors.FileBusy), copy_to_look_at(path):
        pass
    assert len(copied) == looking._TRIES


def test_no_deed_goes_into_what_is_only_looked_at(tmp_path: Path) -> None:
    path = _make_shop(tmp_path / "toko.db")
    with copy_to_look_at(path) as copy:
        with pytest.raises(errors.ReadOnlyPlace) as told:
            make_vehicle(copy, "B 2 A")
        assert told.value.path == str(path)
        with pytest.raises(errors.ReadOnlyPlace):
            undo_last(copy)
        with pytest.raises(errors.NothingToRedo):
            redo_next(copy)
        assert check(copy) == []


_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from bengkel_crm import app
from bengkel_crm.base import errors
from bengkel_crm.ui.widgets.labels import FittingLabel
from bengkel_crm.ui.window.banners import LookingBanner

def look():
    window = next(one for one in QApplication.topLevelWidgets() if type(one).__name__ == "MainWindow")
    if not window.is_open:
        QTimer.singleShot(20, look)
        return
    (banner,) = window.findChildren(LookingBanner)
    print(banner.isVisible())
    card = window.go("counter")
    window.open_card(1)
    print(card.panes.card_view.head.badge.text())
    from tests.factories import make_vehicle
    try:
        make_vehicle(window.database, "B 9 Z")
    except errors.ReadOnlyPlace:
        print("refused")
    window.close()

real = QApplication.exec
def run(*words):
    QTimer.singleShot(20, look)
    return real()
QApplication.exec = run
print(app.run(Path(sys.argv[1]), "id", False))
"""


def test_the_window_shows_what_it_can_not_write_to_and_says_so(protected: Path, tmp_path: Path) -> None:
    before = _contents(protected.parent)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "BENGKEL_CRM_DATA": tempfile.mkdtemp(),
        "PYTHONPATH": str(Path(__file__).parents[3]),
    }
    Path(environment["BENGKEL_CRM_DATA"]).chmod(0o777)
    run = subprocess.run(
        without_powers([sys.executable, "-c", _WINDOW, str(protected)]),
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    shutil.rmtree(environment["BENGKEL_CRM_DATA"])
    assert run.stdout.split("\n")[:4] == ["True", _PLATE, "refused", "0"], run.stderr
    assert _contents(protected.parent) == before
