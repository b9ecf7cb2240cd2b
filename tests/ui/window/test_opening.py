"""A file of an older version is prepared beside the window; what is typed meanwhile is not lost."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.counter.counter_page import CounterPage
from bengkel_crm.ui.widgets.labels import ElidedLabel
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.workshop.shop_file.shop_file import is_older

Start = Callable[[Path], MainWindow]
_RELEASED = Path(__file__).parents[2] / "released"


@pytest.fixture(params=[1, 3, 9])
def old_shop(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "toko.db"
    path.write_bytes(gzip.decompress((_RELEASED / f"schema_{request.param}.db.gz").read_bytes()))
    return path


def said_at_the_foot(window: MainWindow) -> list[str]:
    return [label.text() for label in window.status.findChildren(ElidedLabel)]


def test_an_old_file_is_prepared_beside_the_window_and_then_opened(
    qtbot: QtBot, old_shop: Path, started: Start
) -> None:
    assert is_older(old_shop)
    window = started(old_shop)
    # The work is under way, and the window has said so instead of standing still.
    assert not window.is_open
    assert said_at_the_foot(window) == ["Menyiapkan data bengkel untuk versi ini …"]
    qtbot.waitUntil(lambda: window.is_open and not window.jobs.is_busy())
    assert said_at_the_foot(window) != ["Menyiapkan data bengkel untuk versi ini …"]
    assert not is_older(old_shop)
    assert len(list(old_shop.parent.rglob("*-before-version-*"))) >= 1


def test_a_plate_typed_while_an_old_file_is_prepared_opens_its_card(
    qtbot: QtBot, old_shop: Path, started: Start
) -> None:
    window = started(old_shop)
    page = window.front_page()
    assert isinstance(page, CounterPage)
    plate = plate_in(old_shop)
    QTest.keyClicks(page.box.line, plate)
    QTest.keyClick(page.box.line, Qt.Key.Key_Return)
    assert not window.is_open
    qtbot.waitUntil(lambda: window.is_open and page.panes.card() is not None)
    assert page.panes.card_view.head.badge.text() == format_plate(plate)
    qtbot.waitUntil(lambda: not window.jobs.is_busy())


def test_a_file_of_this_version_is_opened_at_once(qtbot: QtBot, new_shop: Path, started: Start) -> None:
    assert not is_older(new_shop)
    window = started(new_shop)
    qtbot.waitUntil(lambda: window.is_open)
    assert "Menyiapkan" not in " ".join(said_at_the_foot(window))
    qtbot.waitUntil(lambda: not window.jobs.is_busy())


def plate_in(path: Path) -> str:
    """Return a plate of a shop file of any version, asked on a copy."""
    import sqlite3

    with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as database:
        (plate,) = database.execute(
            "SELECT plate FROM vehicle WHERE removed_at IS NULL ORDER BY id LIMIT 1"
        ).fetchone()
    return str(plate)
