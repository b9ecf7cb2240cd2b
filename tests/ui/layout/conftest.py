"""A shop in which every page has something to show, and a window on it that is looked at."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.records.reminders import Channel, Outcome
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.widgets import room
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.workshop.customers.notes import add_note
from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.factories import make_vehicle, make_work_order
from tests.ui.layout.eyes import MECHANIC, OIL, OWNER, PLATE, TODAY, Eyes, Screen


@pytest.fixture(scope="module")
def full_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop in which every page has something to show, with one customer whose words are long."""
    path = tmp_path_factory.mktemp("full") / "toko.db"
    database = open_shop(path)
    fill_demo(database, 60, 4, today=TODAY)
    vehicle_id = make_vehicle(
        database,
        PLATE,
        OWNER,
        ["0812-8834-1907", "0274-592098"],
        color="Merah marun",
        model="Vario 125 CBS ISS",
    )
    for place, days in enumerate((900, 700, 500, 300)):
        make_work_order(
            database,
            vehicle_id,
            TODAY - timedelta(days=days),
            ("Ganti oli mesin", "Servis CVT"),
            OIL,
            MECHANIC,
            98_000 + 3_000 * place,
            symptom="rem bunyi",
        )
    add_note(database, vehicle_id, "Telepon dulu sebelum ganti sparepart", TODAY)
    month = reminders.list_month(database, TODAY.replace(day=1), TODAY)
    some = [person for person in month.people if person.phones][:8]
    now = datetime.combine(TODAY, datetime.min.time())
    reminders.record_sent(database, month, some[:4], Channel.WHATSAPP, "Halo", now)
    reminders.record_calls(database, month, some[4:], Outcome.WILL_COME, now)
    close_shop(database)
    return path


@pytest.fixture
def shop(full_shop: Path, tmp_path: Path) -> Iterator[Database]:
    database = open_shop(Path(shutil.copy(full_shop, tmp_path)))
    yield database
    close_shop(database)


@pytest.fixture
def eyes(
    qtbot: QtBot,
    settings: QSettings,
    shop: Database,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Eyes]:
    screen: Screen = request.param
    # The screen of the tests is another one; what a dialog may take is asked for in one place.
    monkeypatch.setattr(room, "available", lambda _: QSize(screen.width, screen.height))
    theme().apply(screen.scheme, screen.scale)
    i18n.set_language(screen.language)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.set_database(shop)
    window.resize(screen.width, screen.height)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Eyes(qtbot, window, screen)
    qtbot.waitUntil(lambda: not window.jobs.is_busy(), timeout=20_000)
    window.close()
