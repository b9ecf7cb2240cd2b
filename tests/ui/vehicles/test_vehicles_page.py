"""The page of customers and vehicles."""

from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.base.errors import TookTooLong
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.journal import Change
from bengkel_crm.records.lists import DueState
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.trade.kinds import LineKind, VehicleKind
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Command
from bengkel_crm.ui.vehicles.vehicles_page import VehiclesPage
from bengkel_crm.workshop.customers.notes import add_note
from bengkel_crm.workshop.lists import lists
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import register_vehicle
from bengkel_crm.workshop.work_orders.work_orders import record_work_order
from tests.factories import make_vehicle, make_work_order
from tests.ui.conftest import BareShell
from tests.ui.lists.kit import ListUser
from tests.ui.shown_words import english_shown, recording, say_again, unnamed

TODAY = date.today()
DOWN, UP, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

# The offscreen platform says so of every menu it shows.
_offscreen_menu = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def user(qtbot: QtBot, shell: BareShell, database: Database) -> ListUser[VehiclesPage]:
    """A clerk before a list of three vehicles, the latest visit first: Sri's, Budi's, Wayan's."""
    sri = make_vehicle(database, "B 3472 KZR", "Sri Wulandari", ["0812-8834-1907"])
    budi = make_vehicle(database, "AB 15 XY", "Budi", kind=VehicleKind.CAR, brand="Toyota", model="Avanza")
    make_vehicle(database, "D 4374 YUP", "Wayan Wijaya", brand=None, model=None)
    make_work_order(database, sri, TODAY - timedelta(days=200), oil="MPX 2 0,8", odometer_km=42_180)
    make_work_order(database, budi, TODAY - timedelta(days=400), jobs=["Tune up"], mechanic="Slamet")
    return ListUser(qtbot, VehiclesPage(shell))


def test_all_vehicles_are_listed_the_latest_visit_first(user: ListUser[VehiclesPage]) -> None:
    assert user.texts("plate") == ["B 3472 KZR", "AB 15 XY", "D 4374 YUP"]
    assert user.texts("owner") == ["Sri Wulandari", "Budi", "Wayan Wijaya"]
    assert user.texts("phone") == ["0812-8834-1907", "—", "—"]
    assert user.texts("odometer") == ["42.180", "—", "—"]
    assert user.pane.head.count_text() == "3 kendaraan"


def test_typing_narrows_the_list_at_once(user: ListUser[VehiclesPage]) -> None:
    user.type("wul")
    assert user.texts("owner") == ["Sri Wulandari"]
    assert user.pane.head.count_text() == "1 kendaraan"
    user.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert len(user.texts("owner")) == 3


def test_choices_narrow_the_list_together_and_are_taken_back_at_once(user: ListUser[VehiclesPage]) -> None:
    filters = user.page.filters
    user.choose(filters.kind, VehicleKind.MOTORCYCLE)
    assert user.texts("plate") == ["B 3472 KZR", "D 4374 YUP"]
    user.choose(filters.due, DueState.OVERDUE)
    assert user.texts("plate") == ["B 3472 KZR"]
    user.choose(filters.phone, False)
    assert user.texts("plate") == []
    assert filters.reset.isVisible()
    filters.reset.click()
    assert len(user.texts("plate")) == 3
    assert not filters.reset.isVisible()


def test_a_brand_is_chosen_from_those_the_shop_has(user: ListUser[VehiclesPage]) -> None:
    user.choose(user.page.filters.brand, "Toyota")
    assert user.texts("owner") == ["Budi"]


def test_nothing_found_says_so_and_shows_the_way_back(user: ListUser[VehiclesPage]) -> None:
    user.type("zzzz")
    assert user.pane.empty.isVisible()
    assert user.pane.head.count_text() == "0 kendaraan"
    user.pane.empty.activated.emit()
    assert not user.pane.empty.isVisible()
    assert len(user.texts("owner")) == 3


def test_an_empty_shop_shows_where_vehicles_come_from(qtbot: QtBot, shell: BareShell) -> None:
    user = ListUser(qtbot, VehiclesPage(shell))
    assert user.pane.empty.isVisible()
    user.pane.empty.activated.emit()
    assert shell.went_to == ["counter"]


def test_a_click_on_a_title_sorts_and_another_turns_it(user: ListUser[VehiclesPage]) -> None:
    user.click_title("owner")
    assert user.texts("owner") == ["Budi", "Sri Wulandari", "Wayan Wijaya"]
    user.click_title("owner")
    assert user.texts("owner") == ["Wayan Wijaya", "Sri Wulandari", "Budi"]
    user.click_title("odometer")
    assert user.texts("odometer") == ["42.180", "—", "—"]


def test_a_column_that_can_not_be_sorted_leaves_the_arrow_where_it_was(user: ListUser[VehiclesPage]) -> None:
    header = user.pane.table.horizontalHeader()
    user.click_title("phone")
    assert header.sortIndicatorSection() == user.place("last_visit")
    assert user.texts("plate")[0] == "B 3472 KZR"


@_offscreen_menu
def test_the_list_is_sorted_without_a_mouse(user: ListUser[VehiclesPage]) -> None:
    user.pane.head.sort.setFocus()
    user.press(Qt.Key.Key_Space)
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    QTest.keyClick(menu, DOWN)
    QTest.keyClick(menu, ENTER)
    assert user.texts("plate") == ["AB 15 XY", "B 3472 KZR", "D 4374 YUP"]
    assert "Nopol ↑" in user.pane.head.sort.text()


def test_down_goes_into_the_list_and_enter_opens_the_card(
    user: ListUser[VehiclesPage], shell: BareShell, database: Database
) -> None:
    user.press(DOWN, DOWN, ENTER)
    wanted = lists.page_of_vehicles(database, user.page.filters.query(user.pane.model.order, TODAY)).rows[1]
    assert shell.opened_cards == [wanted.vehicle_id]
    user.press(UP, UP)
    assert user.page.filters.line.hasFocus()


def test_a_double_click_opens_the_card(user: ListUser[VehiclesPage], shell: BareShell) -> None:
    table = user.pane.table
    at = table.visualRect(user.pane.model.index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(shell.opened_cards) == 1


def test_letters_typed_on_the_list_go_to_the_filter(user: ListUser[VehiclesPage]) -> None:
    user.press(DOWN)
    assert user.pane.table.hasFocus()
    user.type("way")
    assert user.page.filters.line.text() == "way"
    assert user.texts("owner") == ["Wayan Wijaya"]


@pytest.mark.parametrize("typed", ["way\u200ban", "\u202awayan\u202c", "wayan\u200e"])
def test_invisible_letters_in_the_filter_change_nothing(user: ListUser[VehiclesPage], typed: str) -> None:
    user.page.filters.line.setText(typed)
    user.settle()
    assert user.texts("owner") == ["Wayan Wijaya"]


def test_esc_takes_the_filters_back(user: ListUser[VehiclesPage]) -> None:
    user.type("way")
    user.page.commands()[Command.BACK]()
    assert len(user.texts("owner")) == 3
    assert user.page.filters.line.hasFocus()


def test_del_moves_a_vehicle_to_the_bin_and_undo_brings_it_back(
    user: ListUser[VehiclesPage], shell: BareShell
) -> None:
    user.press(DOWN, Qt.Key.Key_Delete)
    assert user.texts("plate") == ["AB 15 XY", "D 4374 YUP"]
    assert user.chosen("plate") == ["AB 15 XY"], "the next row is chosen"
    assert "tempat sampah" in shell.messages[-1][0]
    assert shell.undo is not None
    shell.undo()
    assert user.texts("plate") == ["B 3472 KZR", "AB 15 XY", "D 4374 YUP"]
    assert user.chosen("plate") == ["AB 15 XY"], "the same vehicle stays chosen"


def test_several_are_moved_to_the_bin_and_come_back_together(
    user: ListUser[VehiclesPage], shell: BareShell
) -> None:
    user.press(DOWN)
    user.press(DOWN, held=SHIFT)
    user.press(Qt.Key.Key_Delete)
    assert user.texts("plate") == ["D 4374 YUP"]
    assert shell.messages[-1][0].startswith("2 ")
    assert shell.undo is not None
    shell.undo()
    assert len(user.texts("plate")) == 3
    assert shell.messages[-1][1] is Tone.NEUTRAL


def test_a_slip_of_the_hand_does_not_empty_the_book(
    user: ListUser[VehiclesPage], shell: BareShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bengkel_crm.ui.lists.removing._MOST_AT_ONCE", 2)
    user.press(DOWN)
    user.press(Qt.Key.Key_A, held=CTRL)
    user.press(Qt.Key.Key_Delete)
    assert len(user.texts("plate")) == 3
    assert shell.messages[-1][1] is Tone.WARN


def test_chosen_rows_are_copied_as_they_are_shown(user: ListUser[VehiclesPage], shell: BareShell) -> None:
    user.press(DOWN)
    user.press(DOWN, held=SHIFT)
    user.press(Qt.Key.Key_C, held=CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:3] == ["Nopol", "Pemilik", "Telepon"]
    assert lines[1].split("\t")[:3] == ["B 3472 KZR", "Sri Wulandari", "0812-8834-1907"]
    assert len(lines) == 3
    assert shell.messages[-1][0] == "2 baris disalin"


def test_f4_mends_the_chosen_vehicle_and_the_list_shows_it(user: ListUser[VehiclesPage]) -> None:
    user.press(DOWN)
    user.page.commands()[Command.EDIT]()
    form = user.dialog()
    assert "B 3472 KZR" in form.windowTitle()
    form.reject()


def test_f2_starts_a_work_order_for_the_chosen_vehicle(user: ListUser[VehiclesPage]) -> None:
    user.press(DOWN)
    user.page.commands()[Command.NEW_WORK_ORDER]()
    form = user.dialog()
    assert "B 3472 KZR" in form.windowTitle()
    form.reject()


def test_nothing_is_offered_while_no_row_is_chosen(user: ListUser[VehiclesPage]) -> None:
    assert set(user.page.commands()) == {Command.BACK, Command.TO_EXCEL}
    user.press(DOWN)
    assert Command.REMOVE in user.page.commands()
    user.page.filters.line.setFocus()
    assert Command.REMOVE not in user.page.commands(), "Del belongs to the line while one types"


def test_what_others_write_is_shown_and_the_row_stays_chosen(
    user: ListUser[VehiclesPage], shell: BareShell, database: Database
) -> None:
    user.press(DOWN, DOWN)
    assert user.chosen("plate") == ["AB 15 XY"]
    wayan = lists.page_of_vehicles(database, user.page.filters.query(user.pane.model.order, TODAY)).rows[2]
    draft = WorkOrderDraft(wayan.vehicle_id, TODAY, 100, (Line(LineKind.JOB, "Tune up", 1, 50_000),))
    shell.announce(record_work_order(database, draft))
    user.settle()
    assert user.texts("plate") == ["D 4374 YUP", "B 3472 KZR", "AB 15 XY"]
    assert user.chosen("plate") == ["AB 15 XY"]


def test_a_page_behind_another_reads_only_when_it_comes_to_the_front(
    user: ListUser[VehiclesPage], shell: BareShell, database: Database
) -> None:
    user.page.hide()
    make_vehicle(database, "H 1 NEW", "Baru")
    changes = lists.count_of_vehicles(database, user.page.filters.query(user.pane.model.order, TODAY))
    assert changes == 4
    shell.announce(Change(0, "book_imported", "", touches_all=True))
    assert user.pane.model.rowCount() == 3
    user.page.show()
    user.page.come_to_front()
    user.settle()
    assert user.pane.model.rowCount() == 4


def test_a_deed_that_the_list_does_not_show_makes_it_read_nothing(
    user: ListUser[VehiclesPage], shell: BareShell, database: Database
) -> None:
    # Not announced: seen only when the list is read again.
    hidden = make_vehicle(database, "H 1 NEW", "Baru")
    shell.announce(add_note(database, hidden, "titip helm", TODAY))
    user.settle()
    assert user.pane.model.rowCount() == 3
    shell.announce(register_vehicle(database, VehicleDraft("L 2 NEW"), CustomerDraft("Baru juga")))
    user.settle()
    assert user.pane.model.rowCount() == 5


def test_a_long_list_is_read_as_it_is_scrolled(
    qtbot: QtBot, shell: BareShell, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bengkel_crm.ui.lists.pane.PAGE_ROWS", 25)
    for number in range(70):
        make_vehicle(database, f"B {1000 + number} AA", f"Pemilik {number:02d}")
    user = ListUser(qtbot, VehiclesPage(shell))
    assert user.pane.model.rowCount() < 70
    assert user.pane.head.count_text() == "70 kendaraan"
    bar = user.pane.table.verticalScrollBar()
    for _ in range(5):
        bar.setValue(bar.maximum())
        user.settle()
        QTest.qWait(0)
    assert len(set(user.texts("plate"))) == 70


def test_old_rows_stay_while_a_slow_list_is_read(
    user: ListUser[VehiclesPage], shell: BareShell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, waited, is_slow = lists.page_of_vehicles, [], False

    def slow(database: Database, query: object, *rest: object) -> object:
        if is_slow and not waited:
            waited.append(query)
            raise TookTooLong
        return real(database, query, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(lists, "page_of_vehicles", slow)
    user.page.put_away()
    user = ListUser(qtbot, VehiclesPage(shell))
    is_slow = True
    user.pane.reload()
    assert user.pane.head.count_text() == "Mencari…"
    assert len(user.texts("plate")) == 3
    user.settle()
    assert user.pane.head.count_text() == "3 kendaraan"


def test_a_list_that_was_sorted_once_begins_in_its_own_order_the_next_time(
    user: ListUser[VehiclesPage], shell: BareShell, qtbot: QtBot
) -> None:
    before = user.texts("plate")
    user.click_title("plate")
    assert user.texts("plate") != before
    user.page.put_away()
    again = ListUser(qtbot, VehiclesPage(shell))
    assert again.texts("plate") == before
    assert again.pane.table.horizontalHeader().sortIndicatorSection() == again.place("last_visit")


def test_columns_are_chosen_and_remembered(
    user: ListUser[VehiclesPage], qtbot: QtBot, shell: BareShell
) -> None:
    menu = user.pane.table.columns_menu()
    action = next(action for action in menu.actions() if action.text() == "Tahun")
    action.trigger()
    assert not user.pane.table.isColumnHidden(user.place("year"))
    user.page.put_away()
    again = ListUser(qtbot, VehiclesPage(shell))
    assert not again.pane.table.isColumnHidden(again.place("year"))
    assert again.texts("plate")[0] == "B 3472 KZR"


def test_a_small_screen_does_without_some_columns_and_a_wide_one_has_them_back(
    user: ListUser[VehiclesPage], qtbot: QtBot, shell: BareShell
) -> None:
    table, place = user.pane.table, user.place("oil")
    user.page.resize(886, 560)
    qtbot.waitUntil(partial(table.isColumnHidden, place))
    user.page.put_away()
    user.page.resize(1268, 700)
    qtbot.waitUntil(lambda: not table.isColumnHidden(place))
    again = ListUser(qtbot, VehiclesPage(shell))
    assert not again.pane.table.isColumnHidden(place), "what the screen hid is not remembered as a choice"


@_offscreen_menu
def test_a_row_s_menu_has_what_its_keys_do(user: ListUser[VehiclesPage]) -> None:
    user.press(DOWN)
    user.pane.table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    texts = [action.text() for action in menu.actions()]
    assert texts == [
        "Buka kartu\tEnter",
        "Servis baru\tF2",
        "Ubah\tF4",
        "Pindahkan ke tempat sampah\tDel",
        "Salin\tCtrl+C",
    ]
    menu.close()


def test_the_page_waits_for_the_shop_file(qtbot: QtBot, closed_shell: BareShell) -> None:
    user = ListUser(qtbot, VehiclesPage(closed_shell))
    user.type("b")
    assert user.pane.model.rowCount() == 0


def test_no_english_is_left_and_everything_has_a_name(user: ListUser[VehiclesPage]) -> None:
    with recording() as recorder:
        say_again(user.page)
        user.type("zz")
    assert recorder.missing == set()
    assert english_shown(user.page) == []
    assert unnamed(user.page) == []


def test_the_page_speaks_english_at_once_when_asked(user: ListUser[VehiclesPage]) -> None:
    i18n.set_language("en")
    QTest.qWait(0)
    assert user.pane.head.count_text() == "3 vehicles"
    assert user.page.filters.kind.itemText(1) == "Motorcycles"
