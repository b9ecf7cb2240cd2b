"""Typing at the counter: hits at every key, the right card at Enter."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bengkel_crm.records.counter import MatchKind
from tests.factories import make_vehicle, make_work_order
from tests.ui.counter.kit import Counter

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

KEY = Qt.Key


@pytest.fixture
def three(database: "Database") -> tuple[int, int, int]:
    """Three vehicles whose plates hold 34; the first was here last."""
    first = make_vehicle(database, plate="B 3472 KZR", owner="Sri Wulandari", phones=["0812-8834-1907"])
    second = make_vehicle(database, plate="B 3472 FRF", owner="Eko Pratama")
    third = make_vehicle(database, plate="AB 3433 YVA", owner="Zainal Pratama")
    for days, vehicle_id in enumerate((third, second, first), start=1):
        make_work_order(database, vehicle_id, on=date(2026, 8, days), oil="MPX 2 0,8", mechanic="Budi")
    return first, second, third


def test_the_box_has_the_focus_when_the_program_opens(counter: Counter) -> None:
    assert counter.has_focus_in_box()
    assert counter.box.accessibleName() == "Plat nomor"


def test_every_key_lists_what_fits_at_once(counter: Counter, three: tuple[int, int, int]) -> None:
    counter.type("3")
    assert len(counter.listed()) == 3
    counter.type("472")
    assert counter.listed() == ["B 3472 KZR", "B 3472 FRF"]
    counter.type("f")
    assert counter.listed() == ["B 3472 FRF"]
    counter.press(KEY.Key_Backspace)
    assert len(counter.listed()) == 2


def test_the_four_answers_stand_in_the_list(counter: Counter, three: tuple[int, int, int]) -> None:
    counter.type("3472k")
    spoken = counter.page.hits.view.model().index(0, 0).data()
    for answer in ("B 3472 KZR", "Sri Wulandari", "0812-8834-1907", "3 Agu 2026", "MPX 2 0,8", "Budi"):
        assert answer in spoken


def test_enter_opens_the_best_hit_empties_the_box_and_keeps_the_focus(
    counter: Counter, three: tuple[int, int, int]
) -> None:
    counter.open("3472")
    assert counter.card() == "B 3472 KZR"
    assert counter.box.text() == ""
    assert counter.listed() == []
    assert counter.has_focus_in_box()


def test_enter_opens_what_was_typed_before_anything_was_painted(
    counter: Counter, three: tuple[int, int, int]
) -> None:
    # One burst of key events, no turn of the event loop between them.
    for letter in "b3472frf":
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(counter.box, press)
    QTest.keyClick(counter.box, KEY.Key_Return)
    assert counter.card() == "B 3472 FRF"


def test_the_arrow_keys_walk_through_the_hits_while_the_box_keeps_the_focus(
    counter: Counter, three: tuple[int, int, int]
) -> None:
    counter.type("34")
    plates = counter.listed()
    seen = []
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Home, KEY.Key_End):
        counter.press(key)
        hit = counter.chosen()
        assert hit is not None
        seen.append(plates.index(hit.plate))
        assert counter.has_focus_in_box()
    assert seen == [1, 2, 0, 2, 0, 2]
    counter.press(KEY.Key_Return)
    assert counter.card() == plates[2]


def test_page_keys_reach_the_ends_of_a_long_list(counter: Counter, database: "Database") -> None:
    for number in range(8):
        make_vehicle(database, plate=f"B 77{number}0 X")
    counter.type("77")
    counter.press(KEY.Key_PageDown)
    hit = counter.chosen()
    assert hit is not None
    assert hit.plate == counter.listed()[-1]
    counter.press(KEY.Key_PageUp)
    hit = counter.chosen()
    assert hit is not None
    assert hit.plate == counter.listed()[0]


def test_escape_closes_the_hits_then_the_card(counter: Counter, three: tuple[int, int, int]) -> None:
    counter.open("3433")
    counter.type("3472")
    assert counter.listed()
    counter.press(KEY.Key_Escape)
    assert (counter.listed(), counter.box.text(), counter.card()) == ([], "", "AB 3433 YVA")
    counter.press(KEY.Key_Escape)
    assert counter.card() is None
    assert counter.page.panes.home.isVisible()
    assert counter.has_focus_in_box()


def test_a_click_opens_the_hit_under_the_mouse(counter: Counter, three: tuple[int, int, int]) -> None:
    counter.type("3472")
    view = counter.page.hits.view
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert counter.card() == "B 3472 FRF"
    assert counter.has_focus_in_box()


@pytest.mark.parametrize("typed", ["0812 8834 1907", "+62812-8834-1907", "1907", "sri", "wulandari sri"])
def test_a_phone_or_a_name_finds_as_a_plate_does(
    counter: Counter, three: tuple[int, int, int], typed: str
) -> None:
    counter.open(typed)
    assert counter.card() == "B 3472 KZR"


@pytest.mark.parametrize("pasted", ["B 3472 KZR\n", "\r\n  B3472KZR \r\nB 3472 FRF\r\n", "3472kzr\tSri"])
def test_a_cell_pasted_from_excel_is_one_line(
    counter: Counter, three: tuple[int, int, int], pasted: str
) -> None:
    QGuiApplication.clipboard().setText(pasted)
    counter.ctrl(KEY.Key_V)
    assert counter.box.text().isprintable()
    assert counter.listed() == ["B 3472 KZR"]


UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\u2066\u2069\u00ad\ufeff\ue000"
COPIED = [
    *(
        template.format(letter)
        for letter in UNSEEN
        for template in ("b3472{}kzr", "{}B 3472 KZR", "b3472kzr{}")
    ),
    "\u2068B 3472 KZR\u2069",
    "\u202a+62 812-8834-1907\u202c",
    "+62 812\u20118834\u20111907",
    "Sri Wul\u200bandari\u200e",
    "B\u00a03472\u00a0KZR",
]


@pytest.mark.parametrize("way", ["pasted", "typed", "composed", "dropped"])
def test_invisible_letters_never_mute_the_box(
    counter: Counter, three: tuple[int, int, int], way: str
) -> None:
    for copied in COPIED:
        counter.box.clear()
        if way == "pasted":
            QGuiApplication.clipboard().setText(copied)
            counter.ctrl(KEY.Key_V)
        elif way == "typed":
            for letter in copied:
                QApplication.sendEvent(
                    counter.box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                )
        elif way == "composed":
            settled = QInputMethodEvent("", [])
            settled.setCommitString(copied)
            QApplication.sendEvent(counter.box, settled)
        else:
            brought = QMimeData()
            brought.setText(copied)
            at, action = counter.box.rect().center(), Qt.DropAction.CopyAction
            held, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
            QApplication.sendEvent(counter.box, QDragEnterEvent(at, action, brought, button, held))
            QApplication.sendEvent(counter.box, QDropEvent(QPointF(at), action, brought, button, held))
        assert counter.listed()[:1] == ["B 3472 KZR"], (way, ascii(copied), ascii(counter.box.text()))
        counter.press(KEY.Key_Return)
        assert counter.card() == "B 3472 KZR"
        counter.press(KEY.Key_Escape)


def test_an_invisible_letter_in_the_middle_leaves_the_cursor_where_it_is(counter: Counter) -> None:
    counter.type("b34kzr")
    counter.box.setCursorPosition(3)
    QApplication.sendEvent(
        counter.box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "\u200b")
    )
    counter.type("72")
    assert counter.box.text() == "b3472kzr"


def test_letters_an_input_method_has_not_settled_are_searched_too(
    counter: Counter, three: tuple[int, int, int]
) -> None:
    counter.type("347")
    QApplication.sendEvent(counter.box, QInputMethodEvent("2f", []))
    assert counter.listed() == ["B 3472 FRF"]
    settled = QInputMethodEvent("", [])
    settled.setCommitString("2f")
    QApplication.sendEvent(counter.box, settled)
    assert counter.box.text() == "3472f"
    assert counter.listed() == ["B 3472 FRF"]


def test_a_guess_is_marked_and_never_opened_by_one_blind_enter(
    counter: Counter, three: tuple[int, int, int]
) -> None:
    counter.type("wulandaru")
    assert counter.listed() == ["B 3472 KZR"]
    assert counter.page.hits.model.row(0).hit.match is MatchKind.GUESS
    assert "Mungkin maksud Anda" in counter.page.hits.mark()
    counter.press(KEY.Key_Return)
    assert counter.card() is None
    counter.press(KEY.Key_Return)
    assert counter.card() == "B 3472 KZR"


def test_what_fits_is_not_marked_as_a_guess(counter: Counter, three: tuple[int, int, int]) -> None:
    counter.type("wulandaru")
    counter.press(KEY.Key_Backspace)
    assert counter.listed() == ["B 3472 KZR"]
    assert counter.page.hits.mark() == ""


def test_what_was_typed_before_the_file_was_open_is_answered_then(
    unopened: Counter, database: "Database", three: tuple[int, int, int]
) -> None:
    unopened.type("3472f")
    assert unopened.listed() == []
    unopened.window.set_database(database)
    assert unopened.listed() == ["B 3472 FRF"]


def test_enter_pressed_before_the_file_was_open_opens_the_card_then(
    unopened: Counter, database: "Database", three: tuple[int, int, int]
) -> None:
    unopened.open("3472f")
    unopened.window.set_database(database)
    assert unopened.card() == "B 3472 FRF"


@pytest.mark.parametrize("typed", ['"', "' OR 1=1 --", "%_*", "NEAR(", "🙂🙂", "   ", "\\", "-", "<b>x</b>"])
def test_any_text_at_all_is_safe(counter: Counter, three: tuple[int, int, int], typed: str) -> None:
    counter.box.setText(typed)
    counter.press(KEY.Key_Return)
    assert counter.card() is None


def test_f3_returns_to_the_box_and_the_next_plate_replaces_the_last(
    counter: Counter, three: tuple[int, int, int]
) -> None:
    counter.open("3472k")
    counter.page.panes.card_view.history.table.setFocus()
    counter.press(KEY.Key_F3)
    assert counter.has_focus_in_box()
    counter.type("3433")
    counter.ctrl(KEY.Key_L)
    counter.type("3472f")
    assert counter.listed() == ["B 3472 FRF"]


def test_letters_typed_elsewhere_on_the_page_go_to_the_box(
    counter: Counter, three: tuple[int, int, int]
) -> None:
    counter.open("3472k")
    counter.press(KEY.Key_Down)
    assert counter.page.panes.card_view.history.table.hasFocus()
    counter.type("3433")
    assert counter.has_focus_in_box()
    assert counter.listed() == ["AB 3433 YVA"]


def test_a_screen_reader_hears_what_enter_would_open(counter: Counter, three: tuple[int, int, int]) -> None:
    counter.type("3472")
    assert counter.box.accessibleDescription().startswith("B 3472 KZR, Sri Wulandari")
    counter.press(KEY.Key_Down)
    assert counter.box.accessibleDescription().startswith("B 3472 FRF, Eko Pratama")
    counter.press(KEY.Key_Escape)
    assert counter.box.accessibleDescription() == "Ketik nopol, nama, atau nomor HP…"


def test_ctrl_z_in_the_emptied_box_belongs_to_the_last_deed(
    counter: Counter, database: "Database", three: tuple[int, int, int]
) -> None:
    counter.open("3472k")
    counter.page.panes.card_view.head.remove_requested.emit()
    counter.ctrl(KEY.Key_Z)
    assert counter.box.text() == ""
    counter.type("3472k")
    assert counter.listed() == ["B 3472 KZR"]


# More than a list can show


@pytest.fixture
def sugengs(database: "Database") -> None:
    for number in range(27):
        make_vehicle(database, plate=f"B {number + 1} A", owner="Sugeng")


def test_the_list_says_how_many_more_there_are_and_opens_them_all(counter: Counter, sugengs: None) -> None:
    counter.type("sugeng")
    assert len(counter.listed()) == 8
    assert counter.page.hits.model.more() == "+19 lagi"
    counter.press(KEY.Key_End, KEY.Key_Return)
    assert len(counter.listed()) == 27
    assert counter.page.hits.model.more() == ""
    hit = counter.chosen()
    assert hit is not None
    assert hit.plate == counter.listed()[8]
    assert counter.has_focus_in_box()
    counter.press(KEY.Key_Return)
    assert counter.card() is not None


def test_a_click_on_the_last_line_opens_them_all_too(counter: Counter, sugengs: None) -> None:
    counter.type("sugeng")
    view = counter.page.hits.view
    place = view.visualRect(view.model().index(8, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(counter.listed()) == 27


def test_the_next_letter_shows_the_best_few_again(counter: Counter, sugengs: None) -> None:
    counter.type("sugen")
    counter.press(KEY.Key_End, KEY.Key_Return)
    counter.type("g")
    assert len(counter.listed()) == 8


def test_a_list_that_is_whole_says_nothing_of_more(
    counter: Counter, database: "Database", three: tuple[int, int, int]
) -> None:
    counter.type("34")
    assert counter.page.hits.model.more() == ""
    assert counter.page.hits.model.rowCount() == len(counter.listed())


def test_what_even_the_long_list_can_not_hold_is_shown_by_the_list_of_vehicles(
    counter: Counter, database: "Database"
) -> None:
    for number in range(301):
        make_vehicle(database, plate=f"B {number + 1} A", owner="Sugeng")
    counter.type("sugeng")
    assert counter.page.hits.model.more() == "lebih dari 292 lagi"
    counter.press(KEY.Key_End, KEY.Key_Return)
    assert len(counter.listed()) == 300
    counter.press(KEY.Key_End, KEY.Key_Return)
    assert counter.window.windowTitle().startswith("Kendaraan")
    assert counter.focused().property("text") == "sugeng"
