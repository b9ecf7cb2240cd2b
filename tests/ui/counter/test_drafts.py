"""Half-typed forms survive: kept while somebody types, offered again, dropped with the record."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.base import errors
from bengkel_crm.ui.counter import drafts
from bengkel_crm.ui.counter.drafts import Restorable, find_restorable
from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm
from bengkel_crm.ui.window.openers import form_of
from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.drafts import drafts as kept
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.vehicles import vehicles
from bengkel_crm.workshop.work_orders import work_orders
from tests.factories import make_vehicle, make_work_order
from tests.ui.conftest import BareShell
from tests.ui.forms.clerk import opened, press, save, tab, type_text

# Longer than the pause after which a draft is written.
SOON_MS = 4_000


@pytest.fixture
def vehicle_id(database: Database) -> int:
    vehicle_id = make_vehicle(database, "B 3472 KZR", "Sri Wulandari")
    make_work_order(database, vehicle_id, jobs=("Servis ringan",), mechanic="Budi", odometer_km=42_180)
    return vehicle_id


def wait_for_draft(qtbot: QtBot, database: Database, key: str) -> None:
    qtbot.waitUntil(lambda: kept.find_draft(database, key) is not None, timeout=SOON_MS)


def lose(form: QWidget) -> None:
    """Let a form go as a crash would: nobody is asked, nothing is cleared up."""
    form.setParent(None)
    form.hide()
    form.deleteLater()


def test_a_draft_is_written_about_a_second_after_the_last_key(
    shell: BareShell, ground: QWidget, vehicle_id: int, qtbot: QtBot, database: Database
) -> None:
    opened(WorkOrderForm(shell, vehicle_id, None, ground))
    type_text("45380")
    assert kept.find_draft(database, f"work_order:{vehicle_id}") is None
    wait_for_draft(qtbot, database, f"work_order:{vehicle_id}")


def test_a_form_nobody_typed_in_leaves_no_draft(
    shell: BareShell, ground: QWidget, vehicle_id: int, database: Database
) -> None:
    form = opened(WorkOrderForm(shell, vehicle_id, None, ground))
    form.keeper.keep_now()
    assert kept.list_draft_keys(database) == []


def test_a_work_order_is_gone_on_with_where_it_was_left(
    shell: BareShell, ground: QWidget, vehicle_id: int, database: Database
) -> None:
    form = opened(WorkOrderForm(shell, vehicle_id, None, ground))
    type_text("45380")
    tab(2)
    type_text("Ganti oli mesin, Cek CVT")
    form.detail_link.click()
    tab(2)
    type_text("0")
    form.work.total_edit.setFocus()
    type_text("143000")
    form.visit.symptom.editor.setFocus()
    type_text("Tarikan berat")
    form.keeper.keep_now()
    typed = form.state()
    lose(form)
    again = opened(WorkOrderForm(shell, vehicle_id, None, ground))
    assert again.state() == typed
    assert again.work.lines_editor.isVisible()
    assert again.is_dirty()
    assert again.notice.text() != ""


def test_starting_anew_forgets_the_draft(
    shell: BareShell, ground: QWidget, vehicle_id: int, database: Database
) -> None:
    form = opened(WorkOrderForm(shell, vehicle_id, None, ground))
    type_text("45380")
    form.keeper.keep_now()
    lose(form)
    again = opened(WorkOrderForm(shell, vehicle_id, None, ground))
    again.notice.answers()[0].click()
    assert again.visit.km_edit.text() == ""
    assert not again.is_dirty()
    assert kept.list_draft_keys(database) == []


def test_saving_drops_the_draft_with_the_same_stroke(
    shell: BareShell, ground: QWidget, vehicle_id: int, database: Database, qtbot: QtBot
) -> None:
    form = opened(WorkOrderForm(shell, vehicle_id, None, ground))
    tab(2)
    type_text("Servis")
    form.keeper.keep_now()
    type_text(" ringan")
    save()
    assert kept.list_draft_keys(database) == []
    qtbot.wait(1_200)
    assert kept.list_draft_keys(database) == []


def test_a_failed_save_keeps_the_draft(
    shell: BareShell, ground: QWidget, vehicle_id: int, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise errors.DiskFull("toko.db")

    monkeypatch.setattr(work_orders, "record_work_order", refuse)
    form = opened(WorkOrderForm(shell, vehicle_id, None, ground))
    type_text("45380")
    form.keeper.keep_now()
    save()
    assert kept.find_draft(database, f"work_order:{vehicle_id}") is not None


def test_throwing_away_drops_the_draft(
    shell: BareShell, ground: QWidget, vehicle_id: int, database: Database
) -> None:
    form = opened(WorkOrderForm(shell, vehicle_id, None, ground))
    type_text("45380")
    form.keeper.keep_now()
    press(Qt.Key.Key_Escape)
    form.notice.answers()[0].click()
    assert kept.list_draft_keys(database) == []


def test_taking_everything_back_drops_the_draft(
    shell: BareShell, ground: QWidget, vehicle_id: int, database: Database
) -> None:
    form = opened(WorkOrderForm(shell, vehicle_id, None, ground))
    type_text("4")
    form.keeper.keep_now()
    press(Qt.Key.Key_Backspace)
    form.keeper.keep_now()
    assert kept.list_draft_keys(database) == []


def test_a_draft_that_can_not_be_written_is_said_and_typing_goes_on(
    shell: BareShell, ground: QWidget, vehicle_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise errors.DiskFull("toko.db")

    monkeypatch.setattr(kept, "save_draft", refuse)
    form = opened(WorkOrderForm(shell, vehicle_id, None, ground))
    type_text("453")
    form.keeper.keep_now()
    assert "penuh" in form.notice.text()
    type_text("80")
    assert form.visit.km_edit.text() == "45380"


def test_two_work_orders_of_one_vehicle_keep_their_own_drafts(
    shell: BareShell, ground: QWidget, vehicle_id: int, database: Database
) -> None:
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    for work_order_id, km in ((None, "45380"), (card.history[0].id, "42200")):
        form = opened(WorkOrderForm(shell, vehicle_id, work_order_id, ground))
        type_text(km)
        form.keeper.keep_now()
        lose(form)
    assert opened(WorkOrderForm(shell, vehicle_id, None, ground)).visit.km_edit.text() == "45380"


# Registrations, which have no number yet


def test_a_registration_of_the_same_plate_is_gone_on_with(
    shell: BareShell, ground: QWidget, database: Database
) -> None:
    form = opened(VehicleForm(shell, "B 1 A", ground))
    type_text("Anto")
    form.keeper.keep_now()
    lose(form)
    other = opened(VehicleForm(shell, "B 2 B", ground))
    assert other.owner.name_edit.text() == ""
    press(Qt.Key.Key_Escape)
    same = opened(VehicleForm(shell, "b1a", ground))
    assert same.owner.name_edit.text() == "Anto"
    save()
    assert kept.list_draft_keys(database) == []


def test_a_second_registration_does_not_write_over_the_first(
    shell: BareShell, ground: QWidget, database: Database
) -> None:
    for plate, name in (("B 1 A", "Anto"), ("B 2 B", "Beni")):
        form = opened(VehicleForm(shell, plate, ground))
        type_text(name)
        form.keeper.keep_now()
        lose(form)
    titles = {restorable.title for restorable in find_restorable(shell)}
    assert titles == {"Kendaraan baru B 1 A", "Kendaraan baru B 2 B"}


def test_a_known_customer_stays_chosen(shell: BareShell, ground: QWidget, database: Database) -> None:
    make_vehicle(database, "B 1234 XY", "Budi Santoso")
    form = opened(VehicleForm(shell, "B 1 A", ground))
    type_text("Budi Santoso")
    form.owner.known.buttons[0].click()
    form.keeper.keep_now()
    chosen = form.owner.customer_id
    lose(form)
    again = opened(VehicleForm(shell, "B 1 A", ground))
    assert again.owner.customer_id == chosen
    assert again.owner.chosen_box.isVisible()


# At the next start


def test_what_was_left_half_typed_is_found_with_its_title_the_latest_first(
    shell: BareShell, vehicle_id: int, database: Database
) -> None:
    keys = ("vehicle:new", f"vehicle:{vehicle_id}", f"work_order:{vehicle_id}")
    for second, key in enumerate(keys):
        kept.save_draft(database, key, {"plate": "b1a"}, datetime(2026, 8, 12, 9, 0, second))
    assert [restorable.title for restorable in find_restorable(shell)] == [
        "Servis B 3472 KZR",
        "Data B 3472 KZR",
        "Kendaraan baru B 1 A",
    ]


def test_a_draft_of_a_vehicle_in_the_bin_is_not_offered(
    shell: BareShell, vehicle_id: int, database: Database
) -> None:
    kept.save_draft(database, f"work_order:{vehicle_id}", {}, datetime(2026, 8, 12))
    vehicles.remove_vehicle(database, vehicle_id)
    assert find_restorable(shell) == []


def test_each_kind_of_draft_opens_its_form_with_what_was_typed(
    shell: BareShell, ground: QWidget, vehicle_id: int, database: Database
) -> None:
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    forms = (
        WorkOrderForm(shell, vehicle_id, None, ground),
        WorkOrderForm(shell, vehicle_id, card.history[0].id, ground),
        VehicleForm(shell, "B 1 A", ground),
        VehicleForm.edit(shell, vehicle_id, ground),
    )
    states = {}
    for form in forms:
        opened(form)
        type_text("12345")
        form.keeper.keep_now()
        states[form.keeper.key] = form.state()
        lose(form)
    found = find_restorable(shell)
    assert len(found) == len(forms)
    for restorable in found:
        assert form_of(shell, restorable.key, ground).state() == states[restorable.key]


def test_a_draft_is_thrown_away_from_the_offer(shell: BareShell, database: Database) -> None:
    kept.save_draft(database, "vehicle:new", {"plate": "B 1 A"}, datetime(2026, 8, 12))
    drafts.discard(shell, Restorable("vehicle:new", ""))
    assert find_restorable(shell) == []


def test_a_draft_of_a_work_order_in_the_bin_is_not_offered(
    shell: BareShell, vehicle_id: int, database: Database
) -> None:
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    key = f"work_order:{vehicle_id}:{card.history[0].id}"
    kept.save_draft(database, key, {}, datetime(2026, 8, 12))
    assert [restorable.key for restorable in find_restorable(shell)] == [key]
    work_orders.remove_work_order(database, card.history[0].id)
    assert find_restorable(shell) == []


def test_a_draft_of_an_older_program_does_not_stop_the_form(
    shell: BareShell, ground: QWidget, vehicle_id: int, database: Database
) -> None:
    kept.save_draft(database, f"work_order:{vehicle_id}", {"km": "45380"}, datetime(2026, 8, 12))
    form = opened(WorkOrderForm(shell, vehicle_id, None, ground))
    assert form.visit.km_edit.text() == "45380"
    assert form.visit.mechanic_edit.text() == "Budi"


_HALF_TYPED = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm
from bengkel_crm.workshop.shop_file.shop_file import open_shop
from tests.ui.conftest import BareShell

app = QApplication([])
shell = BareShell(QSettings(), open_shop(Path(sys.argv[1])))
form = WorkOrderForm(shell, 1)
form.open()
QTest.keyClicks(form.visit.km_edit, "45380")
QTest.qWait(1500)
print("kept", flush=True)
QTest.qWait(60000)
"""


def test_what_was_typed_survives_a_power_cut(vehicle_id: int, database: Database, tmp_path: Path) -> None:
    close_shop(database)
    program = subprocess.Popen(
        [sys.executable, "-c", _HALF_TYPED, str(database.path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[3],
    )
    assert program.stdout is not None
    assert program.stdout.readline().strip() == b"kept"
    program.kill()
    program.wait()
    program.stdout.close()
    again = open_shop(database.path)
    draft = kept.find_draft(again, f"work_order:{vehicle_id}")
    close_shop(again)
    assert draft is not None
    assert draft["km"] == "45380"
