"""Forms at the counter: no key is lost on the way into one, and none of them locks the counter."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bengkel_crm.records.journal import Change
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.drafts import drafts
from tests.factories import make_vehicle
from tests.ui.counter.kit import Counter

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def type_blindly(counter: Counter, text: str) -> None:
    """Type into the window, whoever of it has the keys, without waiting for anything."""
    for letter in text:
        QTest.keyClick(counter.window.windowHandle(), letter)


def press_blindly(
    counter: Counter, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in keys:
        QTest.keyClick(counter.window.windowHandle(), key, held)


def test_what_is_typed_right_after_the_key_of_a_form_stands_in_the_form(
    counter: Counter, database: "Database"
) -> None:
    vehicle_id = make_vehicle(database, "B 3472 KZR")
    type_blindly(counter, "3472kzr")
    press_blindly(counter, Qt.Key.Key_Return, Qt.Key.Key_F2)
    type_blindly(counter, "54321")
    press_blindly(counter, Qt.Key.Key_Tab)
    type_blindly(counter, "Budi")
    press_blindly(counter, Qt.Key.Key_Tab)
    type_blindly(counter, "Stel rantai")
    press_blindly(counter, Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    type_blindly(counter, "b1")
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    assert [(order.odometer_km, order.mechanic) for order in card.history] == [(54321, "Budi")]
    assert counter.box.text() == "b1"


def test_each_form_of_the_counter_takes_the_keys_at_once(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 3472 KZR", "Sri")
    press_blindly(counter, Qt.Key.Key_N, held=Qt.KeyboardModifier.ControlModifier)
    type_blindly(counter, "ab1234xy")
    assert counter.form().state()["plate"] == "ab1234xy"
    press_blindly(counter, Qt.Key.Key_F3)
    type_blindly(counter, "3472")
    press_blindly(counter, Qt.Key.Key_Return, Qt.Key.Key_F4)
    type_blindly(counter, "Dewi")
    assert counter.form().state()["name"] == "SriDewi"
    press_blindly(counter, Qt.Key.Key_F3)
    press_blindly(counter, Qt.Key.Key_K, held=Qt.KeyboardModifier.ControlModifier)
    type_blindly(counter, "bocor")
    assert counter.page.panes.card_view.notes.editor.text() == "bocor"


def test_a_form_is_left_with_f3_and_found_again_by_its_chip(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 3472 KZR")
    make_vehicle(database, "AB 5109 KW")
    counter.open("3472")
    counter.press(Qt.Key.Key_F2)
    counter.type("45380")
    counter.press(Qt.Key.Key_F3)
    assert not counter.has_form()
    assert counter.has_focus_in_box()
    assert counter.page.left_work.row.titles() == ["Servis B 3472 KZR"]
    counter.open("5109")
    assert counter.card() == "AB 5109 KW"
    QTest.mouseClick(counter.page.left_work.row.chip(0), Qt.MouseButton.LeftButton)
    assert counter.form().state()["km"] == "45.380"
    counter.type("9")
    assert counter.form().state()["km"] == "45.3809"


def test_one_key_returns_to_what_was_left_last_and_turns_through_the_others(
    counter: Counter, database: "Database"
) -> None:
    for plate in ("B 1111 AA", "B 2222 BB", "B 3333 CC"):
        make_vehicle(database, plate)
        counter.open(plate)
        counter.press(Qt.Key.Key_F2)
        counter.type(plate.split()[1])
        counter.press(Qt.Key.Key_F3)
    seen = []
    for _ in range(4):
        counter.press(Qt.Key.Key_F7)
        seen.append(counter.form().state()["km"])
    assert seen == ["3.333", "1.111", "2.222", "3.333"]
    counter.press(Qt.Key.Key_F3)
    # The page of the tests has room for two; the third is in the menu.
    assert counter.page.left_work.row.titles() == ["Servis B 3333 CC", "Servis B 2222 BB"]


def test_a_form_nobody_typed_in_leaves_nothing_behind(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 3472 KZR")
    counter.open("3472")
    counter.press(Qt.Key.Key_F2, Qt.Key.Key_F3)
    assert not counter.has_form()
    assert drafts.list_draft_keys(database) == []
    assert counter.has_focus_in_box()


def test_a_second_form_of_the_same_visit_is_the_first_one(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 3472 KZR")
    counter.open("3472")
    counter.press(Qt.Key.Key_F2)
    counter.type("45380")
    first = counter.form()
    counter.press(Qt.Key.Key_F3, Qt.Key.Key_F2)
    assert counter.form() is first


def test_another_registration_begins_empty_while_one_waits(counter: Counter) -> None:
    counter.ctrl(Qt.Key.Key_N)
    counter.type("b1a")
    counter.ctrl(Qt.Key.Key_N)
    assert counter.form().state()["plate"] == ""
    counter.type("b2b")
    counter.press(Qt.Key.Key_F3)
    assert counter.page.left_work.row.titles() == ["Kendaraan baru B 2 B", "Kendaraan baru B 1 A"]


def test_turning_to_another_page_leaves_the_form_behind(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 3472 KZR")
    counter.open("3472")
    counter.press(Qt.Key.Key_F2)
    counter.type("45380")
    counter.press(Qt.Key.Key_2, held=ALT)
    assert not counter.has_form()
    assert counter.window.windowTitle().startswith("Kendaraan")
    counter.press(Qt.Key.Key_F7)
    assert counter.form().state()["km"] == "45.380"


def test_a_press_beside_the_form_leaves_it(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 3472 KZR")
    counter.open("3472")
    counter.press(Qt.Key.Key_F2)
    counter.type("45380")
    stage = counter.form().parentWidget()
    assert stage is not None
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=stage.rect().topLeft())
    assert not counter.has_form()
    assert counter.has_focus_in_box()


def test_the_keys_of_a_form_stay_in_it(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 3472 KZR")
    counter.open("3472")
    counter.press(Qt.Key.Key_F2)
    form = counter.form()
    for _ in range(30):
        counter.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert form.isAncestorOf(focus)


def test_undo_in_a_form_takes_back_no_deed(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 3472 KZR")
    counter.open("3472")
    counter.press(Qt.Key.Key_F2)
    counter.ctrl(Qt.Key.Key_Z)
    assert lookup.count_vehicles(database) == 1


def test_a_saved_form_takes_its_chip_along(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 3472 KZR")
    counter.open("3472")
    counter.press(Qt.Key.Key_F2)
    counter.type("45380")
    counter.press(Qt.Key.Key_F3, Qt.Key.Key_F7, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    counter.type("Stel rantai")
    counter.ctrl(Qt.Key.Key_Return)
    assert not counter.page.left_work.row.isVisible()
    assert counter.has_focus_in_box()
    assert drafts.list_draft_keys(database) == []


def test_what_is_thrown_away_from_its_chip_can_be_had_back(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 3472 KZR")
    counter.open("3472")
    counter.press(Qt.Key.Key_F2)
    counter.type("45380")
    counter.press(Qt.Key.Key_F3)
    QTest.mouseClick(counter.page.left_work.row.discard_button(0), Qt.MouseButton.LeftButton)
    assert counter.page.left_work.row.titles() == []
    counter.undo_in_message()
    counter.press(Qt.Key.Key_F7)
    assert counter.form().state()["km"] == "45380"


def test_a_window_that_closes_keeps_every_form(counter: Counter, database: "Database") -> None:
    for plate in ("B 1111 AA", "B 2222 BB"):
        make_vehicle(database, plate)
        counter.press(Qt.Key.Key_F3)
        counter.open(plate)
        counter.press(Qt.Key.Key_F2)
        counter.type("100")
    assert counter.window.close()
    assert len(drafts.list_draft_keys(database)) == 2


def test_a_file_put_back_under_the_window_is_not_written_to_by_forms_of_before(
    counter: Counter, database: "Database"
) -> None:
    make_vehicle(database, "B 3472 KZR")
    counter.open("3472")
    counter.press(Qt.Key.Key_F2)
    counter.type("45380")
    counter.press(Qt.Key.Key_F3)
    drafts.drop_draft(database, drafts.list_draft_keys(database)[0])
    counter.window.announce(Change(0, "backup_restored", "", touches_all=True))
    assert counter.page.left_work.row.titles() == []
    assert counter.window.close()
    assert drafts.list_draft_keys(database) == []


@pytest.mark.parametrize("held", [CTRL, CTRL | Qt.KeyboardModifier.ShiftModifier])
def test_what_was_undone_is_done_again_by_key(
    counter: Counter, database: "Database", held: Qt.KeyboardModifier
) -> None:
    make_vehicle(database, "B 3472 KZR")
    counter.press(Qt.Key.Key_Z, held=CTRL)
    assert lookup.count_vehicles(database) == 0
    counter.press(Qt.Key.Key_Y if held == CTRL else Qt.Key.Key_Z, held=held)
    assert lookup.count_vehicles(database) == 1
    assert "B 3472 KZR" in counter.message()
    counter.press(Qt.Key.Key_Y, held=CTRL)
    assert counter.message() == "Tidak ada yang bisa dikerjakan lagi."


def test_a_field_in_focus_keeps_its_own_undo_and_redo(counter: Counter, database: "Database") -> None:
    make_vehicle(database, "B 3472 KZR")
    counter.type("99")
    counter.press(Qt.Key.Key_Z, held=CTRL)
    assert counter.box.text() == ""
    counter.press(Qt.Key.Key_Y, held=CTRL)
    assert counter.box.text() == "99"
    assert lookup.count_vehicles(database) == 1
