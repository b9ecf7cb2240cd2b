"""No save that was acknowledged is lost, whatever else runs: three lines of defence, in the real window."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop
from tests.factories import make_vehicle, make_work_order
from tests.journey.desktop import Desktop, ask, until
from tests.locks import LOCKS, locked_by

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(180),
    pytest.mark.skipif(not LOCKS.exists(), reason="POSIX locks are lost on Linux only"),
]
CARELESS = ("-m", "tests.journey.careless_window")


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    desk = Desktop("1366x768", tmp_path / "data")
    yield desk
    desk.shut_down()


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A shop with one vehicle that was here once, in a folder with other files."""
    folder = tmp_path / "Dokumen"
    folder.mkdir()
    path = folder / "bengkel.db"
    database = open_shop(path)
    make_work_order(database, make_vehicle(database, "B 3472 KZR"), date(2025, 11, 3))
    close_shop(database)
    return path


def visits(shop: Path) -> int:
    """Return how many visits a command finds in the file."""
    return int(ask(shop, "lookup", "B3472KZR")[0]["history_count"])


def record_visit(desktop: Desktop, odometer_km: str) -> None:
    """Look the vehicle up and save a visit; the form is still there when it could not be saved."""
    desktop.type("b3472kzr")
    desktop.press("Return", "F2")
    desktop.await_form()
    desktop.type(odometer_km)
    desktop.press("Tab", "Tab")
    desktop.type("Ganti oli mesin")
    desktop.press("ctrl+Return")


def list_the_shops_folder(desktop: Desktop) -> None:
    """Open the dialog that asks where a list goes, and close it again."""
    desktop.press("alt+2")
    until(lambda: desktop.colours() > 50, "the list")
    desktop.open_dialog("ctrl+e")
    desktop.type("x")
    desktop.press("Escape")
    desktop.await_page()
    desktop.press("alt+1")


def run_nightly_backup(shop: Path) -> None:
    to = shop.parent / "malam"
    to.mkdir()
    words = [sys.executable, "-m", "bengkel_crm", "--database", str(shop), "backup", str(to)]
    subprocess.run(words, check=True, capture_output=True)


def open_window(desktop: Desktop, shop: Path, *program: str) -> Path:
    """Open the program with the shop's folder as the one exports went to, and return where the log lies."""
    data = shop.parent.parent / "data"
    data.mkdir()
    (data / "window.ini").write_text(f"[export]\nfolder={shop.parent}\n", encoding="utf-8")
    desktop.open(shop, program=program or ("-m", "bengkel_crm"))
    log = shop.with_name(f"{shop.name}-wal")
    until(log.exists, "the log of the open window")
    return log


def test_no_visit_is_lost_when_a_dialog_listed_the_folder_and_a_command_ran(
    desktop: Desktop, shop: Path
) -> None:
    log = open_window(desktop, shop)
    list_the_shops_folder(desktop)
    assert locked_by(desktop.process_id(), shop)
    before = log.stat().st_ino
    run_nightly_backup(shop)
    assert log.stat().st_ino == before
    record_visit(desktop, "42180")
    desktop.await_page()
    assert desktop.close() == 0
    assert visits(shop) == 2


def test_no_visit_is_lost_when_the_window_has_no_locks_and_a_command_ran(
    desktop: Desktop, shop: Path
) -> None:
    log = open_window(desktop, shop, *CARELESS)
    desktop.signal("SIGUSR1")
    until(lambda: not locked_by(desktop.process_id(), shop), "the locks lost")
    before = log.stat().st_ino
    run_nightly_backup(shop)
    assert log.stat().st_ino == before
    record_visit(desktop, "42180")
    desktop.await_page()
    assert desktop.close() == 0
    assert visits(shop) == 2


def test_a_visit_is_not_told_as_saved_when_the_log_is_gone_and_stays_in_the_form(
    desktop: Desktop, shop: Path
) -> None:
    log = open_window(desktop, shop, *CARELESS)
    desktop.type("b3472kzr")
    desktop.press("Return", "F2")
    desktop.await_form()
    desktop.type("42180")
    desktop.press("Tab", "Tab")
    desktop.type("Ganti oli mesin")
    # All of it: a draft that is written after the log is gone would notice that before the visit does.
    typed = json.dumps({"jobs": "Ganti oli mesin"}).strip("{}").encode()
    until(lambda: typed in log.read_bytes(), "the half-typed form in the log")
    log.unlink()
    desktop.press("ctrl+Return")
    until(log.exists, "the shop file taken up again")
    desktop.await_form()  # it stays, with all that was typed
    assert visits(shop) == 1
    desktop.press("ctrl+Return")
    desktop.await_page()
    assert desktop.close() == 0
    assert visits(shop) == 2
    assert ask(shop, "lookup", "B3472KZR")[0]["last_work_order"]["odometer_km"] == 42180


def test_a_row_nobody_can_read_is_told_in_the_window_and_opens_no_crash_dialog(
    desktop: Desktop, shop: Path
) -> None:
    database = open_shop(shop)
    database.execute_sql("UPDATE work_order SET date = 'kemarin'")
    close_shop(database)
    open_window(desktop, shop)
    desktop.type("b3472kzr")
    before = desktop.picture(shop.parent / "before.png").read_bytes()
    desktop.press("Return")
    until(lambda: desktop.picture(shop.parent / "after.png").read_bytes() != before, "an answer")
    desktop.press("alt+3", "alt+1")
    assert len(desktop.windows()) == 1
    assert desktop.close() == 0
    assert not list(shop.parent.parent.glob("data/**/*.log"))
