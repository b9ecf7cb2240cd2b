"""The open card: the answers, the visits, and what can be done from here."""

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm
from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm
from bengkel_crm.workshop.counter.lookup import find_card, list_recently_opened
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop
from bengkel_crm.workshop.vehicles.vehicles import edit_vehicle, get_vehicle
from bengkel_crm.workshop.work_orders.work_orders import get_work_order
from tests.factories import make_vehicle, make_work_order
from tests.ui.counter.kit import Counter

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

KEY = Qt.Key
TODAY = date.today()


@pytest.fixture
def vario(database: "Database") -> int:
    """A motorcycle with three visits, the oil change of the last one long due again."""
    vehicle_id = make_vehicle(
        database, plate="b3472kzr", owner="SUGENG, BPK", phones=["081288341907"], color="Merah"
    )
    for days, km, mechanic in ((400, 20_000, "Budi"), (300, 24_000, "Slamet"), (200, 28_000, "Budi")):
        make_work_order(
            database,
            vehicle_id,
            on=TODAY - timedelta(days=days),
            odometer_km=km,
            jobs=("Ganti oli mesin",),
            oil="AHM MPX2",
            mechanic=mechanic,
            symptom="Tarikan berat" if days == 200 else None,
        )
    return vehicle_id


def test_the_card_says_whose_vehicle_it_is(counter: Counter, vario: int) -> None:
    counter.open("3472")
    head = counter.page.panes.card_view.head
    assert counter.card() == "B 3472 KZR"
    assert head.owner.text() == "Bpk Sugeng"
    assert head.vehicle.text() == "Honda Vario 125 · 2019 · Merah"
    assert head.reach.text() == "0812-8834-1907"


def test_the_four_answers_stand_on_the_card(counter: Counter, vario: int) -> None:
    counter.open("3472")
    head = counter.page.panes.card_view.head
    assert "28.000 km" in head.last.detail()
    assert head.next.detail().startswith("terlambat")
    assert head.oil.value() == "AHM MPX2"
    assert head.oil.detail().startswith("sejak")
    assert (head.mechanic.value(), head.mechanic.detail()) == ("Budi", "2 dari 3 servis")


def test_a_vehicle_that_was_never_here_says_so(counter: Counter, database: "Database") -> None:
    make_vehicle(database, plate="B 1 A", owner=None)
    counter.open("b1a")
    head = counter.page.panes.card_view.head
    assert head.owner.text() == "Pemilik belum diketahui"
    assert head.last.detail() == "belum pernah servis"
    assert head.oil.value() == "—"
    assert not counter.page.panes.card_view.history.table.isVisible()


def test_what_is_due_is_listed_with_its_urgency_and_the_km_of_today_are_said_to_be_estimated(
    counter: Counter, vario: int
) -> None:
    counter.open("3472")
    assert [tone for _, _, tone in counter.due_rows()] == [Tone.BAD]
    assert counter.due_rows()[0][0] == "Ganti oli mesin"
    assert "perkiraan" in counter.page.panes.card_view.due.km_words()


def test_the_complaint_of_a_visit_stands_among_the_notes_and_in_the_history(
    counter: Counter, vario: int
) -> None:
    counter.open("3472")
    assert "Tarikan berat" in counter.notes()[0]
    model = counter.page.panes.card_view.history.model
    jobs = next(n for n, column in enumerate(model.columns) if column.key == "jobs")
    assert "Tarikan berat" in model.index(0, jobs).data()


def test_f2_starts_a_work_order_of_the_open_card(counter: Counter, vario: int) -> None:
    counter.open("3472")
    counter.press(KEY.Key_F2)
    assert isinstance(counter.dialog(), WorkOrderForm)


def test_f2_on_a_chosen_hit_opens_its_card_and_starts_its_work_order(
    counter: Counter, database: "Database", vario: int
) -> None:
    make_vehicle(database, plate="AB 1 C")
    counter.open("ab1c")
    counter.type("3472")
    counter.press(KEY.Key_F2)
    assert counter.card() == "B 3472 KZR"
    assert isinstance(counter.dialog(), WorkOrderForm)


def test_f2_without_a_vehicle_asks_for_one(counter: Counter, vario: int) -> None:
    counter.press(KEY.Key_F2)
    assert "Cari kendaraannya dulu" in counter.message()
    assert counter.page.box.line.shown_hint().startswith("Cari")
    counter.type("zz")
    counter.press(KEY.Key_Escape)
    assert not counter.page.box.line.shown_hint().startswith("Cari")
    assert counter.has_focus_in_box()


def test_f4_edits_the_vehicle_of_the_open_card(counter: Counter, vario: int) -> None:
    counter.open("3472")
    counter.press(KEY.Key_F4)
    assert isinstance(counter.dialog(), VehicleForm)


def test_enter_on_a_visit_edits_it(counter: Counter, vario: int) -> None:
    counter.open("3472")
    counter.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    form = counter.dialog()
    assert isinstance(form, WorkOrderForm)
    assert form.keeper.key.endswith(f":{counter.page.panes.card_view.history.model.record(1).id}")


def test_a_double_click_on_a_visit_edits_it(counter: Counter, vario: int) -> None:
    counter.open("3472")
    table = counter.page.panes.card_view.history.table
    place = table.visualRect(table.model().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(counter.dialog(), WorkOrderForm)


def test_del_moves_a_visit_to_the_bin_and_the_message_takes_it_back(
    counter: Counter, database: "Database", vario: int
) -> None:
    counter.open("3472")
    gone = counter.page.panes.card_view.history.model.record(0).id
    counter.press(KEY.Key_Down, KEY.Key_Delete)
    assert counter.page.panes.card_view.history.model.rowCount() == 2
    assert "24.000 km" in counter.page.panes.card_view.head.last.detail()
    counter.undo_in_message()
    assert counter.page.panes.card_view.history.model.rowCount() == 3
    assert get_work_order(database, gone).odometer_km == 28_000


def test_ctrl_z_takes_the_removal_back(counter: Counter, vario: int) -> None:
    counter.open("3472")
    counter.press(KEY.Key_Down, KEY.Key_Delete)
    counter.ctrl(KEY.Key_Z)
    assert counter.page.panes.card_view.history.model.rowCount() == 3


def test_a_removed_vehicle_leaves_the_counter_and_comes_back(
    counter: Counter, database: "Database", vario: int
) -> None:
    make_vehicle(database, plate="AB 1 C")
    counter.open("3472")
    counter.page.panes.card_view.head.remove_requested.emit()
    assert counter.card() is None
    assert counter.page.panes.home.isVisible()
    counter.ctrl(KEY.Key_Z)
    counter.open("3472")
    assert counter.card() == "B 3472 KZR"


def test_the_card_shows_what_was_changed_elsewhere(
    counter: Counter, database: "Database", vario: int
) -> None:
    counter.open("3472")
    vehicle = get_vehicle(database, vario)
    draft = VehicleDraft("B 3472 KZS", vehicle.kind, "Honda", "Beat", 2020, None)
    counter.window.announce(edit_vehicle(database, vario, draft))
    assert counter.card() == "B 3472 KZS"
    assert counter.page.panes.card_view.head.vehicle.text() == "Honda Beat · 2020"
    assert counter.page.panes.card_view.old_plates() == "Dulu B 3472 KZR"


def test_opening_a_card_is_remembered(counter: Counter, database: "Database", vario: int) -> None:
    other = make_vehicle(database, plate="AB 1 C")
    counter.open("ab1c")
    counter.open("3472")
    counter.wait_for_jobs()
    assert [hit.vehicle_id for hit in list_recently_opened(database)][:2] == [vario, other]


def test_a_vehicle_of_the_same_owner_is_one_press_away(counter: Counter, database: "Database") -> None:
    first = make_vehicle(database, plate="B 1 A", owner="Sri Wulandari")
    card = find_card(database, first)
    assert card is not None
    assert card.owner is not None
    make_vehicle(database, plate="B 2 A", kind=VehicleKind.CAR, customer_id=card.owner.id)
    counter.open("b1a")
    counter.page.panes.card_view.others.buttons()[0].click()
    assert counter.card() == "B 2 A"
    assert counter.has_focus_in_box()


def test_a_name_that_looks_like_markup_is_shown_as_it_is(counter: Counter, database: "Database") -> None:
    make_vehicle(database, plate="B 1 A", owner="PT <b>Maju</b> & Co")
    counter.open("b1a")
    owner = counter.page.panes.card_view.head.owner
    assert owner.text() == "PT <b>Maju</b> & Co"
    assert owner.textFormat() is Qt.TextFormat.PlainText


def test_a_card_that_is_gone_by_now_is_told(counter: Counter, vario: int) -> None:
    counter.window.open_card(vario + 999)
    assert counter.card() is None
    assert "tidak ada" in counter.message()


def test_a_card_opens_at_once_while_an_import_keeps_the_file(
    counter: Counter, database: "Database", vario: int
) -> None:
    other = open_shop(database.path)
    other.execute_sql("BEGIN IMMEDIATE")
    begun = time.monotonic()
    counter.open("3472")
    assert counter.card() == "B 3472 KZR"
    assert time.monotonic() - begun < 2
    other.execute_sql("COMMIT")
    close_shop(other)
    counter.wait_for_jobs()
    assert [hit.vehicle_id for hit in list_recently_opened(database)] == [vario]


def test_a_fleet_lists_some_of_its_vehicles_and_says_how_many_more(
    counter: Counter, database: "Database"
) -> None:
    card = find_card(database, make_vehicle(database, plate="B 1 A", owner="PT Maju"))
    assert card is not None
    assert card.owner is not None
    for number in range(2, 11):
        make_vehicle(database, plate=f"B {number} A", customer_id=card.owner.id)
    counter.open("b1a")
    others = counter.page.panes.card_view.others
    assert len(others.buttons()) == 6
    assert others.more() == "dan 3 lagi; ketik nama pemilik untuk melihatnya"


def test_the_card_tells_which_number_is_wrong(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 1 A", owner="Sri", phones=["0812-2777-3301, 0812-2777-3302"])
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-11-01' WHERE position = 0")
    counter.open("B 1 A")
    head = counter.page.panes.card_view.head
    assert head.reach.text() == "0812-2777-3301 (salah nomor)  ·  0812-2777-3302"
    assert head.message.isVisible()


def test_no_message_is_offered_to_wrong_numbers_only(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 1 A", owner="Sri", phones=["0812-2777-3301"])
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-11-01'")
    counter.open("B 1 A")
    assert not counter.page.panes.card_view.head.message.isVisible()
