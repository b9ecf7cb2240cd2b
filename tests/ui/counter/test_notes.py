"""Notes on a card: written, mended and removed where they stand."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.customers.notes import add_note, edit_note
from bengkel_crm.workshop.drafts import drafts
from tests.factories import make_vehicle
from tests.ui.counter.kit import Counter

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

KEY = Qt.Key


@pytest.fixture
def vehicle_id(database: "Database") -> int:
    return make_vehicle(database, plate="B 3472 KZR")


def notes_of(database: "Database", vehicle_id: int) -> list[str]:
    card = find_card(database, vehicle_id)
    assert card is not None
    return [note.text for note in card.notes]


def press_button(counter: Counter, name: str) -> None:
    buttons = counter.page.panes.card_view.notes.findChildren(QToolButton)
    button = next(button for button in buttons if button.accessibleName() == name and button.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_ctrl_k_opens_the_editor_and_enter_saves_the_note(
    counter: Counter, database: "Database", vehicle_id: int
) -> None:
    counter.open("3472")
    counter.ctrl(KEY.Key_K)
    counter.type("Jangan pakai oli selain MPX2")
    counter.press(KEY.Key_Return)
    assert notes_of(database, vehicle_id) == ["Jangan pakai oli selain MPX2"]
    assert "MPX2" in counter.notes()[0]
    assert not counter.page.panes.card_view.notes.editor.isVisible()
    assert counter.has_focus_in_box()


def test_shift_enter_begins_a_new_line(counter: Counter, database: "Database", vehicle_id: int) -> None:
    counter.open("3472")
    counter.ctrl(KEY.Key_K)
    counter.type("satu")
    counter.press(KEY.Key_Return, held=Qt.KeyboardModifier.ShiftModifier)
    counter.type("dua")
    counter.ctrl(KEY.Key_Return)
    assert notes_of(database, vehicle_id) == ["satu\ndua"]


def test_an_empty_note_is_not_written(counter: Counter, database: "Database", vehicle_id: int) -> None:
    counter.open("3472")
    counter.ctrl(KEY.Key_K)
    counter.type("  ")
    counter.press(KEY.Key_Return)
    assert notes_of(database, vehicle_id) == []
    assert counter.page.panes.card_view.notes.editor.isVisible()


def test_escape_leaves_the_note_for_later_and_the_card_open(
    counter: Counter, database: "Database", vehicle_id: int
) -> None:
    counter.open("3472")
    counter.ctrl(KEY.Key_K)
    counter.type("salah")
    counter.press(KEY.Key_Escape)
    assert not counter.page.panes.card_view.notes.editor.isVisible()
    assert counter.card() == "B 3472 KZR"
    assert counter.has_focus_in_box()
    assert notes_of(database, vehicle_id) == []
    assert counter.page.left_work.row.titles() == ["Catatan B 3472 KZR"]
    counter.ctrl(KEY.Key_K)
    assert counter.page.panes.card_view.notes.editor.text() == "salah"


def test_a_note_is_mended_where_it_stands(counter: Counter, database: "Database", vehicle_id: int) -> None:
    add_note(database, vehicle_id, "Telepon sore", date(2026, 8, 1))
    counter.open("3472")
    press_button(counter, "Ubah catatan ini")
    counter.type(" saja")
    counter.press(KEY.Key_Return)
    assert notes_of(database, vehicle_id) == ["Telepon sore saja"]


def test_a_removed_note_can_be_taken_back(counter: Counter, database: "Database", vehicle_id: int) -> None:
    add_note(database, vehicle_id, "Telepon sore", date(2026, 8, 1))
    counter.open("3472")
    press_button(counter, "Pindahkan catatan ini ke tempat sampah")
    assert notes_of(database, vehicle_id) == []
    assert counter.notes() == []
    counter.undo_in_message()
    assert notes_of(database, vehicle_id) == ["Telepon sore"]
    assert "Telepon sore" in counter.notes()[0]


def test_a_half_typed_note_is_there_again_when_its_card_is(
    counter: Counter, database: "Database", vehicle_id: int
) -> None:
    make_vehicle(database, plate="AB 1 C")
    counter.open("3472")
    counter.ctrl(KEY.Key_K)
    counter.type("belum selesai")
    counter.press(KEY.Key_F3)
    counter.open("ab1c")
    assert not counter.page.panes.card_view.notes.editor.isVisible()
    counter.open("3472")
    assert counter.page.panes.card_view.notes.editor.isVisible()
    assert counter.page.panes.card_view.notes.editor.text() == "belum selesai"


def test_a_change_elsewhere_leaves_a_half_typed_note_alone(
    counter: Counter, database: "Database", vehicle_id: int
) -> None:
    counter.open("3472")
    counter.ctrl(KEY.Key_K)
    counter.type("belum selesai")
    counter.window.announce(add_note(database, vehicle_id, "lain", date(2026, 8, 1)))
    assert counter.page.panes.card_view.notes.editor.text() == "belum selesai"
    assert "lain" in counter.notes()[0]


def test_a_note_without_spaces_does_not_push_the_panel_wide(
    counter: Counter, database: "Database", vehicle_id: int
) -> None:
    add_note(database, vehicle_id, "x" * 300, date(2026, 8, 1))
    counter.open("3472")
    panel = counter.page.panes.card_view.notes
    assert panel.minimumSizeHint().width() < 280


# Half typed


def type_half(counter: Counter, text: str = "belum selesai") -> None:
    counter.open("3472")
    counter.ctrl(KEY.Key_K)
    counter.type(text)


def test_a_half_typed_note_survives_the_end_of_the_program(
    counter: Counter, database: "Database", vehicle_id: int
) -> None:
    type_half(counter)
    counter.window.close()
    half = drafts.find_draft(database, f"note:{vehicle_id}")
    assert half is not None
    assert half["text"] == "belum selesai"


def test_a_half_typed_note_is_kept_soon_after_the_last_key(
    counter: Counter, database: "Database", vehicle_id: int, qtbot: QtBot
) -> None:
    type_half(counter)
    key = f"note:{vehicle_id}"
    qtbot.waitUntil(lambda: drafts.find_draft(database, key) is not None, timeout=4_000)
    assert not counter.page.left_work.row.isVisible()  # it stands open on the card


def test_the_chip_of_a_note_leads_back_to_it(counter: Counter, database: "Database", vehicle_id: int) -> None:
    make_vehicle(database, plate="AB 1 C")
    type_half(counter)
    counter.press(KEY.Key_F3)
    counter.open("ab1c")
    assert counter.page.left_work.row.titles() == ["Catatan B 3472 KZR"]
    counter.press(KEY.Key_F7)
    assert counter.card() == "B 3472 KZR"
    counter.type("!")
    counter.press(KEY.Key_Return)
    assert notes_of(database, vehicle_id) == ["belum selesai!"]
    assert counter.page.left_work.row.titles() == []
    assert drafts.list_draft_keys(database) == []


def test_a_half_mended_note_is_still_that_note(
    counter: Counter, database: "Database", vehicle_id: int
) -> None:
    add_note(database, vehicle_id, "Telepon sore", date(2026, 8, 1))
    counter.open("3472")
    press_button(counter, "Ubah catatan ini")
    counter.type(" saja")
    counter.press(KEY.Key_Escape)
    counter.ctrl(KEY.Key_K)
    counter.press(KEY.Key_Return)
    assert notes_of(database, vehicle_id) == ["Telepon sore saja"]


def test_a_note_thrown_away_can_be_had_back(counter: Counter, database: "Database", vehicle_id: int) -> None:
    type_half(counter)
    buttons = counter.page.panes.card_view.notes.editor.findChildren(KeyButton)
    QTest.mouseClick(
        next(button for button in buttons if button.text() == "Buang"), Qt.MouseButton.LeftButton
    )
    assert not counter.page.panes.card_view.notes.editor.isVisible()
    assert drafts.list_draft_keys(database) == []
    counter.undo_in_message()
    assert counter.page.panes.card_view.notes.editor.text() == "belum selesai"


def test_an_opened_editor_leaves_nothing_behind(
    counter: Counter, database: "Database", vehicle_id: int
) -> None:
    type_half(counter, "")
    counter.press(KEY.Key_Escape)
    assert drafts.list_draft_keys(database) == []
    assert counter.has_focus_in_box()


def test_a_note_that_somebody_else_wrote_over_meanwhile_is_shown_and_asked_about(
    counter: Counter, database: "Database", vehicle_id: int
) -> None:
    note_id = add_note(database, vehicle_id, "Suka teh", date(2026, 8, 1)).record_id
    assert note_id is not None
    counter.open("3472")
    press_button(counter, "Ubah catatan ini")
    counter.press(KEY.Key_End)
    counter.type(" manis")
    edit_note(database, note_id, "Suka kopi")
    counter.press(KEY.Key_Return)
    assert notes_of(database, vehicle_id) == ["Suka kopi"]
    assert "“Suka kopi”" in counter.message()
    assert counter.page.panes.card_view.notes.editor.isVisible()
    counter.press(KEY.Key_Return)
    assert notes_of(database, vehicle_id) == ["Suka teh manis"]


def test_a_note_that_does_not_fit_is_told_while_it_is_typed(
    counter: Counter, database: "Database", vehicle_id: int
) -> None:
    add_note(database, vehicle_id, "x" * 1_998, date(2026, 8, 1))
    counter.open("3472")
    press_button(counter, "Ubah catatan ini")
    editor = counter.page.panes.card_view.notes.editor
    counter.type("yy")
    assert editor.remark() == ""
    counter.type("z")
    assert editor.remark() == "2001 huruf, paling banyak 2000"
    counter.press(KEY.Key_Return)
    assert editor.isVisible()
    counter.press(KEY.Key_Backspace)
    assert editor.remark() == ""
    counter.press(KEY.Key_Return)
    assert notes_of(database, vehicle_id) == ["x" * 1_998 + "yy"]
