"""WhatsApp without internet: the code, the text, and one message after another."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bengkel_crm.records.reminders import Channel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme
from bengkel_crm.ui.reminders.whatsapp import WhatsAppDialog
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.settings.shop_details import NAME, keep_shop
from tests.factories import make_vehicle
from tests.ui.reminders.desk import TODAY, Desk
from tests.ui.shown_words import english_shown, unnamed


@pytest.fixture
def dialog(desk: Desk) -> Callable[..., WhatsAppDialog]:
    """Register people by plate and name, tick them all and press F8."""

    def begin(*people: tuple[str, str], phones: tuple[str, ...] = ("0812-8834-1907",)) -> WhatsAppDialog:
        keep_shop(desk.database, {NAME: "Bengkel Maju Jaya"})
        for place, (plate, name) in enumerate(people):
            desk.make_due(plate, name, phones, late_days=20 - place)
        desk.open()
        desk.ctrl(Qt.Key.Key_A)
        desk.press(Qt.Key.Key_F8)
        opened = desk.dialog()
        assert isinstance(opened, WhatsAppDialog)
        desk.qtbot.waitUntil(lambda: bool(opened.code.rows()))
        return opened

    return begin


def contents(desk: Desk) -> dict[str, str]:
    """Return what was sent, by plate."""
    month = reminders.list_month(desk.database, desk.page.month(), TODAY)
    found = {}
    for person in month.skipped:
        for contact in reminders.list_contacts_of_vehicle(desk.database, person.items[0].vehicle_id):
            assert contact.channel is Channel.WHATSAPP
            found[contact.plates[0]] = contact.content
    return found


def test_enter_goes_from_one_to_the_next_and_marks_each(
    desk: Desk, dialog: Callable[..., WhatsAppDialog]
) -> None:
    opened = dialog(("AB 1111 AA", "Sri"), ("AB 2222 BB", "Tono"), ("AB 3333 CC", "Ali"))
    seen = []
    for _ in range(3):
        seen.append((opened.progress(), opened.recipient()))
        desk.press(Qt.Key.Key_Return)
    assert seen == [("1 dari 3", "Sri"), ("2 dari 3", "Tono"), ("3 dari 3", "Ali")]
    desk.qtbot.waitUntil(lambda: desk.dialogs() == [])
    desk.settle()
    assert sorted(contents(desk)) == ["AB 1111 AA", "AB 2222 BB", "AB 3333 CC"]
    assert desk.message() == "3 pesan ditandai sudah dikirim"


def test_what_is_skipped_or_never_reached_is_not_marked(
    desk: Desk, dialog: Callable[..., WhatsAppDialog]
) -> None:
    dialog(("AB 1111 AA", "Sri"), ("AB 2222 BB", "Tono"), ("AB 3333 CC", "Ali"))
    desk.press(Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    desk.settle()
    assert sorted(contents(desk)) == ["AB 2222 BB"]
    assert desk.listed() == ["AB 1111 AA", "AB 3333 CC"]


def test_the_text_is_the_shops_and_what_is_changed_in_it_is_kept(
    desk: Desk, dialog: Callable[..., WhatsAppDialog]
) -> None:
    opened = dialog(("AB 1111 AA", "Bu Sri"))
    assert "Halo Bu Sri, Honda Vario 125 AB 1111 AA" in opened.text.toPlainText()
    assert "Bengkel Maju Jaya" in opened.text.toPlainText()
    desk.type(" Salam!")
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert contents(desk)["AB 1111 AA"].endswith(" Salam!")


def test_undo_takes_the_mark_back_and_shows_the_message_again(
    desk: Desk, dialog: Callable[..., WhatsAppDialog]
) -> None:
    opened = dialog(("AB 1111 AA", "Sri"), ("AB 2222 BB", "Tono"))
    desk.press(Qt.Key.Key_Return)
    (undo,) = opened.notice.answers()
    undo.click()
    assert (opened.progress(), opened.recipient()) == ("1 dari 2", "Sri")
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert contents(desk) == {}


@pytest.mark.parametrize("scheme", list(Scheme))
def test_a_phone_reads_number_and_text_from_the_screen(
    desk: Desk, dialog: Callable[..., WhatsAppDialog], tmp_path: Path, scheme: Scheme
) -> None:
    theme().apply(scheme, 100)
    opened = dialog(("AB 1111 AA", "Sri <b>& Co</b>"))
    picture = tmp_path / "code.png"
    assert opened.code.grab().save(str(picture))
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-Sbinary", str(picture)], capture_output=True, check=True
    )
    link = read.stdout.decode()
    assert link.startswith("https://wa.me/6281288341907?text=Halo%20Sri%20%3Cb%3E%26%20Co%3C%2Fb%3E")


def test_the_code_follows_the_text(desk: Desk, dialog: Callable[..., WhatsAppDialog]) -> None:
    opened = dialog(("AB 1111 AA", "Sri"))
    before = opened.code.rows()
    desk.type("!")
    desk.qtbot.waitUntil(lambda: opened.code.rows() != before)


def test_of_two_numbers_the_other_can_be_taken(desk: Desk, dialog: Callable[..., WhatsAppDialog]) -> None:
    opened = dialog(("AB 1111 AA", "Sri"), phones=("0812-8834-1907", "0857-1111-2222"))
    before = opened.code.rows()
    opened.number.setCurrentIndex(1)
    desk.qtbot.waitUntil(lambda: opened.code.rows() != before)


def test_the_number_that_was_chosen_by_keys_is_kept_and_the_next_message_has_its_own(
    desk: Desk, dialog: Callable[..., WhatsAppDialog]
) -> None:
    opened = dialog(
        ("AB 1111 AA", "Sri"), ("AB 2222 BB", "Tono"), phones=("0812-8834-1907", "0857-1111-2222")
    )
    opened.number.setFocus()
    desk.press(Qt.Key.Key_Down)
    opened.text.setFocus()
    desk.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    rows = desk.database.execute_sql(
        "SELECT p.typed FROM contact k JOIN customer_phone p ON p.id = k.phone_id ORDER BY k.id"
    ).fetchall()
    assert rows == [("0857-1111-2222",), ("0812-8834-1907",)]


def test_a_greeting_from_the_card_keeps_its_number_too(desk: Desk) -> None:
    phones = ("0812-8834-1907", "0857-1111-2222")
    desk.window.open_card(make_vehicle(desk.database, "AB 1111 AA", "Bu Sri", phones))
    desk.press(Qt.Key.Key_F8)
    opened = desk.dialog()
    assert isinstance(opened, WhatsAppDialog)
    opened.number.setCurrentIndex(1)
    desk.press(Qt.Key.Key_Return)
    rows = desk.database.execute_sql(
        "SELECT p.typed FROM contact k JOIN customer_phone p ON p.id = k.phone_id"
    ).fetchall()
    assert rows == [("0857-1111-2222",)]


def test_the_whole_text_is_copied_when_none_of_it_is_chosen(
    desk: Desk, dialog: Callable[..., WhatsAppDialog]
) -> None:
    opened = dialog(("AB 1111 AA", "Sri"))
    desk.ctrl(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == opened.text.toPlainText()


def test_shift_and_enter_begin_a_new_line(desk: Desk, dialog: Callable[..., WhatsAppDialog]) -> None:
    opened = dialog(("AB 1111 AA", "Sri"))
    desk.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ShiftModifier)
    assert opened.isVisible()
    assert opened.text.toPlainText().count("\n") == 1


def test_nobody_with_a_number_is_said_not_shown(desk: Desk) -> None:
    desk.make_due("AB 1111 AA", "Sri", phones=("12345",))
    desk.open()
    desk.press(Qt.Key.Key_F8)
    assert desk.dialogs() == []
    assert desk.message() == "Tidak satu pun punya nomor WhatsApp."


def test_the_missing_name_of_the_workshop_is_told(desk: Desk) -> None:
    desk.make_due("AB 1111 AA", "Sri")
    desk.open()
    desk.press(Qt.Key.Key_F8)
    opened = desk.dialog()
    assert isinstance(opened, WhatsAppDialog)
    assert opened.notice.text() == "Nama bengkel belum diisi: lihat Pengaturan."


def test_the_dialog_is_indonesian_throughout_and_every_part_has_a_name(
    desk: Desk, dialog: Callable[..., WhatsAppDialog]
) -> None:
    opened = dialog(("AB 1111 AA", "Sri"), ("AB 2222 BB", "Tono"))
    assert english_shown(opened) == []
    assert unnamed(opened) == []
    assert QApplication.focusWidget() is opened.text


def test_f8_on_a_card_sends_what_is_due_there_and_writes_it_down(desk: Desk) -> None:
    keep_shop(desk.database, {NAME: "Bengkel Maju Jaya"})
    vehicle_id = desk.make_due("AB 1111 AA", "Sri")
    desk.window.open_card(vehicle_id)
    desk.press(Qt.Key.Key_F8)
    opened = desk.dialog()
    assert isinstance(opened, WhatsAppDialog)
    assert "sudah waktunya ganti oli mesin" in opened.text.toPlainText()
    desk.press(Qt.Key.Key_Return)
    (contact,) = reminders.list_contacts_of_vehicle(desk.database, vehicle_id)
    assert contact.subjects == ("Ganti oli mesin",)


def test_f8_on_a_card_where_nothing_is_due_begins_with_a_greeting(desk: Desk) -> None:
    keep_shop(desk.database, {NAME: "Bengkel Maju Jaya"})
    vehicle_id = make_vehicle(desk.database, "AB 1111 AA", "Bu Sri", ("0812-8834-1907",))
    desk.window.open_card(vehicle_id)
    desk.press(Qt.Key.Key_F8)
    opened = desk.dialog()
    assert isinstance(opened, WhatsAppDialog)
    assert opened.text.toPlainText() == "Halo Bu Sri, dari Bengkel Maju Jaya tentang AB 1111 AA: "
    desk.type("sudah selesai")
    desk.press(Qt.Key.Key_Return)
    (contact,) = reminders.list_contacts_of_vehicle(desk.database, vehicle_id)
    assert (contact.content.endswith("sudah selesai"), contact.subjects) == (True, ())


def test_f8_on_a_card_without_a_number_says_so(desk: Desk) -> None:
    desk.window.open_card(make_vehicle(desk.database, "AB 1111 AA", "Sri"))
    desk.press(Qt.Key.Key_F8)
    assert desk.dialogs() == []
    assert desk.message() == "Pemilik belum punya nomor WhatsApp."
