"""What stands under the box without a card: the two lists, the way to begin, the unknown plate."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QProcess, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.ui.counter.first_questions import FirstQuestions
from bengkel_crm.ui.exchange.wizard import ImportWizard
from bengkel_crm.ui.frame.second_place_setting import find_second_place
from bengkel_crm.ui.look.preferences import read_preferences
from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.plate_badge import PlateBadge
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.settings.shop_details import read_shop
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.vehicles.vehicles import remove_vehicle
from tests.factories import make_vehicle, make_work_order
from tests.ui.counter.kit import Counter
from tests.ui.seen import button
from tests.workshop.exchange.books import write_sheets

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

KEY = Qt.Key
TODAY = date.today()


def make_due(database: "Database", plate: str, in_days: int) -> int:
    """Make a motorcycle whose oil change (every two months) is due then, give or take a day."""
    vehicle_id = make_vehicle(database, plate=plate)
    done_on = TODAY + timedelta(days=in_days - 61)
    make_work_order(database, vehicle_id, on=done_on, jobs=("Ganti oli mesin",), oil="MPX 2 0,8")
    return vehicle_id


def test_a_new_file_shows_how_to_begin(counter: Counter) -> None:
    assert counter.page.panes.empty_start.isVisible()
    counter.ctrl(KEY.Key_N)
    assert isinstance(counter.dialog(), VehicleForm)


def test_the_first_vehicle_ends_the_beginning(counter: Counter, database: "Database") -> None:
    counter.ctrl(KEY.Key_N)
    counter.dialog()
    counter.type("b1234xy")
    counter.press(KEY.Key_Return)
    counter.type("Sri Wulandari")
    counter.ctrl(KEY.Key_Return)
    assert counter.card() == "B 1234 XY"
    assert counter.page.panes.card_view.head.owner.text() == "Sri Wulandari"


def test_vehicles_due_this_week_are_listed_the_latest_first(counter: Counter, database: "Database") -> None:
    make_due(database, "B 1 A", in_days=5)
    make_due(database, "B 2 A", in_days=-4)
    make_due(database, "B 3 A", in_days=90)
    counter.page.come_to_front()
    due = [row.accessibleName() for row in counter.page.panes.home.due_rows()]
    assert [row.split(",")[0] for row in due] == ["B 2 A", "B 1 A"]
    assert "terlambat" in due[0]
    assert "hari lagi" in due[1]


def test_the_cards_opened_last_are_listed_and_open_again(counter: Counter, database: "Database") -> None:
    for plate in ("B 1 A", "B 2 A"):
        make_vehicle(database, plate=plate)
        counter.open(plate)
        counter.wait_for_jobs()
    counter.press(KEY.Key_Escape)
    recent = counter.page.panes.home.recent_rows()
    assert [row.accessibleName().split(",")[0] for row in recent] == ["B 2 A", "B 1 A"]
    QTest.mouseClick(recent[1], Qt.MouseButton.LeftButton)
    assert counter.card() == "B 1 A"
    assert counter.has_focus_in_box()


def test_the_down_key_walks_from_the_empty_box_into_the_lists(counter: Counter, database: "Database") -> None:
    make_due(database, "B 1 A", in_days=2)
    counter.page.come_to_front()
    counter.press(KEY.Key_Down, KEY.Key_Return)
    assert counter.card() == "B 1 A"


def test_rows_that_do_not_fit_are_left_out_whole(counter: Counter, database: "Database") -> None:
    for number in range(12):
        make_due(database, f"B {number + 1} A", in_days=number - 6)
    counter.page.come_to_front()
    counter.window.resize(1024, 600)
    counter.settle()
    rows = counter.page.panes.home.due_rows()
    assert 3 < len(rows) < 12
    room = rows[0].parentWidget()
    assert room is not None
    assert all(room.rect().contains(row.geometry()) for row in rows)


@pytest.mark.parametrize("typed", ["B9999ZZZ", "b 9999 zzz", "B-9999-ZZZ"])
def test_a_plate_nobody_knows_is_shown_as_a_plate(counter: Counter, database: "Database", typed: str) -> None:
    make_vehicle(database, plate="AB 1 C")
    counter.type(typed)
    page = counter.page.panes.not_found
    assert page.isVisible()
    assert page.badge_text() == "B 9999 ZZZ"
    assert page.offers_registration()


def test_enter_on_an_unknown_plate_registers_it_with_the_plate_filled_in(
    counter: Counter, database: "Database"
) -> None:
    make_vehicle(database, plate="AB 1 C")
    counter.open("b9999zzz")
    form = counter.dialog()
    assert isinstance(form, VehicleForm)
    assert form.vehicle.draft().plate.replace(" ", "").upper() == "B9999ZZZ"


def test_a_plate_one_letter_beside_a_known_one_is_never_opened_by_enter(
    counter: Counter, database: "Database"
) -> None:
    make_vehicle(database, plate="B 3472 KZR", owner="Sri Wulandari")
    counter.type("b3472kzs")
    assert counter.listed() == ["B 3472 KZR"]
    assert counter.chosen() is None
    counter.press(KEY.Key_Return)
    assert counter.card() is None
    form = counter.dialog()
    assert isinstance(form, VehicleForm)
    assert form.vehicle.near.isVisible()
    assert form.vehicle.near.told() == "B 3472 KZR · Sri Wulandari · Honda Vario 125 · 2019"


@pytest.mark.parametrize("typed", ["AB1365BN", "ab 1365 bn", "AB 01365 BN"])
def test_a_plate_in_the_bin_is_put_back_with_its_history(
    counter: Counter, database: "Database", typed: str
) -> None:
    lost = make_vehicle(database, plate="AB 1365 BN")
    make_vehicle(database, plate="AB 1 C")
    for day in (1, 2):
        make_work_order(database, lost, date(2026, 8, day))
    remove_vehicle(database, lost)
    counter.type(typed)
    page = counter.page.panes.not_found
    assert page.isVisible()
    assert not page.offers_registration()
    counter.press(KEY.Key_Return)
    assert not counter.dialogs()
    assert counter.card() == "AB 1365 BN"
    card = find_card(database, lost)
    assert card is not None
    assert card.history_count == 2


def test_a_plate_in_the_bin_may_be_registered_anew(counter: Counter, database: "Database") -> None:
    lost = make_vehicle(database, plate="AB 1365 BN")
    make_vehicle(database, plate="AB 1 C")
    remove_vehicle(database, lost)
    counter.type("ab1365bn")
    button(counter.page.panes.not_found, "Daftarkan sebagai kendaraan baru").click()
    form = counter.dialog()
    assert isinstance(form, VehicleForm)
    assert form.vehicle.plate_edit.text() == "AB 1365 BN"


@pytest.mark.parametrize("typed", ["ab0123xy", "AB O123 XY", "ab 12o xy"])
def test_zeros_and_os_of_a_hurried_hand_find_the_plate(
    counter: Counter, database: "Database", typed: str
) -> None:
    make_vehicle(database, plate="AB 123 XY")
    make_vehicle(database, plate="AB 12 OXY")
    counter.open(typed)
    assert counter.card() == ("AB 12 OXY" if "12o" in typed else "AB 123 XY")


@pytest.mark.parametrize("typed", ["b3472kzs", "ab3472kzr", "b3472krz", "b4372kzr"])
def test_a_near_plate_is_a_row_with_its_answers_that_an_arrow_chooses(
    counter: Counter, database: "Database", typed: str
) -> None:
    make_vehicle(database, plate="B 3472 KZR", owner="Sri Wulandari")
    counter.type(typed)
    assert counter.page.panes.not_found.isVisible()
    assert "Sri Wulandari" in str(counter.page.hits.model.index(0, 0).data())
    assert counter.page.hits.mark().startswith("Nopol ini belum terdaftar")
    counter.press(KEY.Key_Down)
    assert counter.chosen() is not None
    counter.press(KEY.Key_Return)
    assert counter.card() == "B 3472 KZR"
    assert counter.box.text() == ""


def test_a_click_on_a_near_plate_opens_its_card(counter: Counter, database: "Database") -> None:
    make_vehicle(database, plate="B 3472 KZR")
    counter.type("b3472kzs")
    view = counter.page.hits.view
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert counter.card() == "B 3472 KZR"


def test_near_plates_do_not_cover_what_is_said_of_the_unknown_one(
    counter: Counter, database: "Database"
) -> None:
    for letter in "ABC":
        make_vehicle(database, plate=f"B 3472 KZ{letter}")
    counter.type("b3472kzs")
    counter.settle()
    page, hits = counter.page.panes.not_found, counter.page.hits
    foot = hits.mapTo(counter.page, hits.rect().bottomLeft()).y()
    badge = page.findChildren(PlateBadge)[0]
    assert badge.mapTo(counter.page, badge.rect().topLeft()).y() > foot


def test_a_plate_that_resembles_nothing_is_offered_nothing(counter: Counter, database: "Database") -> None:
    make_vehicle(database, plate="G 3653 ZZ")
    counter.type("zz9999zz")
    assert counter.page.panes.not_found.isVisible()
    assert counter.listed() == []


@pytest.mark.parametrize("typed", ["Zulkarnain", "0899 9999 999", "9999"])
def test_a_name_or_a_number_nobody_has_is_not_taken_for_a_plate(
    counter: Counter, database: "Database", typed: str
) -> None:
    make_vehicle(database, plate="AB 1 C", owner="Sri")
    counter.open(typed)
    assert counter.page.panes.not_found.isVisible()
    assert not counter.page.panes.not_found.offers_registration()
    assert not counter.dialogs()


def test_the_unknown_plate_leaves_when_the_box_is_emptied(counter: Counter, database: "Database") -> None:
    make_vehicle(database, plate="AB 1 C")
    counter.open("ab1c")
    counter.type("b9999zzz")
    assert counter.card() is None
    counter.press(KEY.Key_Escape)
    assert counter.card() == "AB 1 C"


def test_a_screen_has_one_primary_button(counter: Counter, database: "Database") -> None:
    assert counter.primary_buttons() == 1
    make_vehicle(database, plate="AB 1 C")
    counter.page.come_to_front()
    assert counter.primary_buttons() == 1
    counter.type("b9999zzz")
    assert counter.primary_buttons() == 1
    counter.press(KEY.Key_Escape)
    counter.open("ab1c")
    assert counter.primary_buttons() == 1


def test_the_lists_lead_to_the_pages_that_have_them_all(counter: Counter, database: "Database") -> None:
    make_vehicle(database, plate="AB 1 C")
    counter.page.come_to_front()
    for word, key in (("Semua kendaraan", "vehicles"), ("Buka daftar pengingat", "reminders")):
        links = counter.page.panes.home.findChildren(KeyButton)
        QTest.mouseClick(
            next(link for link in links if link.text().startswith(word)), Qt.MouseButton.LeftButton
        )
        assert counter.window.front_page() is counter.window.go(key)
        counter.window.go("counter")


def test_a_new_file_leads_to_the_import(counter: Counter) -> None:
    button = next(b for b in counter.page.panes.empty_start.findChildren(KeyButton) if "Excel" in b.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert counter.window.front_page() is counter.window.go("import")
    (dialog,) = counter.dialogs()
    assert isinstance(dialog, QFileDialog), "the button asks for the book at once"
    dialog.reject()


def questions(counter: Counter) -> FirstQuestions:
    (asked,) = counter.page.panes.empty_start.findChildren(FirstQuestions)
    return asked


def test_a_new_shop_is_asked_its_name_once_and_may_leave_it(counter: Counter, database: "Database") -> None:
    asked = questions(counter)
    assert asked.isVisible()
    asked.name.setFocus()
    counter.type("Bengkel Jaya")
    counter.press(KEY.Key_Return)
    counter.type("0274-592098")
    counter.press(KEY.Key_Return)
    assert asked.place.hasFocus()
    counter.press(KEY.Key_Tab, KEY.Key_Return)
    kept = read_shop(database)
    assert (kept.name, kept.phone) == ("Bengkel Jaya", "0274-592098")
    assert not asked.isVisible()
    assert counter.has_focus_in_box()


def test_the_place_of_the_backups_chosen_at_the_first_start_gets_the_first_one(
    counter: Counter, database: "Database", tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_place(counter, stick)
    counter.press(KEY.Key_Return)
    counter.wait_for_jobs()
    assert find_second_place(counter.window.settings) == stick
    assert [made.in_second_place for made in backup.list_copies(database.path, stick)] == [False, True]
    assert str(stick) in counter.message()


def test_a_place_of_the_backups_that_is_gone_is_told_and_the_rest_is_saved(
    counter: Counter, database: "Database", tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    questions(counter).name.setText("Bengkel Jaya")
    choose_place(counter, stick)
    stick.rmdir()
    counter.press(KEY.Key_Return)
    counter.wait_for_jobs()
    assert read_shop(database).name == "Bengkel Jaya"
    assert find_second_place(counter.window.settings) is None
    assert str(stick) in counter.message()


def choose_place(counter: Counter, folder: Path) -> None:
    """Choose a place on the welcome page; the focus is on the button that saves."""
    questions(counter).place.click()
    (chooser,) = counter.dialogs()
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(folder))
    chooser.reject()
    assert questions(counter).save.hasFocus()


def test_what_is_skipped_at_the_first_start_is_not_asked_again(
    counter: Counter, database: "Database", qtbot: QtBot
) -> None:
    skip = next(b for b in questions(counter).findChildren(KeyButton) if "Nanti" in b.text())
    QTest.mouseClick(skip, Qt.MouseButton.LeftButton)
    assert read_shop(database).name == ""
    again = MainWindow(counter.window.settings)
    qtbot.addWidget(again)
    again.go("counter")
    again.set_database(database)
    assert again.findChildren(FirstQuestions) == []


def test_the_language_chosen_at_the_first_start_is_spoken_at_once(counter: Counter) -> None:
    box = questions(counter).findChild(ChoiceBox)
    assert box.value() == "id"
    box.set_value("en")
    box.activated.emit(box.currentIndex())
    counter.settle()
    assert i18n.language() == "en"
    assert read_preferences(counter.window.settings).language == "en"


def test_a_book_dropped_on_the_welcome_page_is_imported(counter: Counter, tmp_path: Path) -> None:
    book = write_sheets(tmp_path / "buku.xlsx", {"Buku": (("Plat", "Nama"), ("B 1 A", "Sri"))})
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(book))])
    page = counter.page.panes.empty_start
    copy, left, plain = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(50, 50), copy, data, left, plain))
    QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), copy, data, left, plain))
    wizard = next(w for w in counter.dialogs() if isinstance(w, ImportWizard))
    counter.wait_for_jobs()
    wizard.reject()


def test_the_demo_is_a_program_of_its_own(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda program, arguments: started.append(arguments))
    button = next(b for b in counter.page.panes.empty_start.findChildren(KeyButton) if "contoh" in b.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert started == [["-P", "-m", "bengkel_crm", "--demo"]]
    assert counter.page.panes.empty_start.isVisible()
