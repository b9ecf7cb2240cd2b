"""None of what is opened at the reminders locks the counter: it waits with all that was done in it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from bengkel_crm.records.reminders import TextKind
from bengkel_crm.ui.counter.counter_page import CounterPage
from bengkel_crm.ui.forms.draft_keeper import TEXTS
from bengkel_crm.ui.forms.paper_dialog import PaperDialog
from bengkel_crm.ui.reminders.fast_entry import FastEntry
from bengkel_crm.ui.reminders.text_editor import TextEditor
from bengkel_crm.ui.reminders.whatsapp import WhatsAppDialog
from bengkel_crm.ui.widgets.staged import Staged
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.workshop.drafts import drafts
from bengkel_crm.workshop.reminders import reminder_texts, reminders
from bengkel_crm.workshop.settings.shop_details import NAME, keep_shop
from tests.factories import make_vehicle
from tests.ui.reminders.desk import TODAY, Desk


@pytest.fixture
def three(desk: Desk) -> Desk:
    """The month's list with three people on it."""
    keep_shop(desk.database, {NAME: "Bengkel Maju Jaya"})
    for place, name in enumerate(("Sri", "Tono", "Ali")):
        desk.make_due(f"AB {place + 1}111 AA", name, late_days=20 - place)
    desk.database.execute_sql("UPDATE customer SET address = 'Jl. Mawar 1'")
    desk.open()
    return desk


def counter(window: MainWindow) -> CounterPage:
    page = window.front_page()
    assert isinstance(page, CounterPage)
    return page


def text_box() -> QPlainTextEdit:
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    return box


OPENERS: dict[str, Callable[[Desk], object]] = {
    "whatsapp": lambda desk: desk.page.due.whatsapp.click(),
    "call sheet": lambda desk: desk.page.due.papers.entry("call_sheet").trigger(),
    "letters": lambda desk: desk.page.due.papers.entry("letters").trigger(),
    "labels": lambda desk: desk.page.due.papers.entry("labels").trigger(),
    "stickers": lambda desk: desk.page.due.papers.entry("stickers").trigger(),
    "from paper": lambda desk: desk.page.due.paper.click(),
    "texts": lambda desk: desk.page.texts.click(),
    "response": lambda desk: desk.page.response.print_page(),
}


@pytest.mark.parametrize("name", OPENERS)
def test_with_anything_open_a_customer_is_found_by_f3_and_his_plate(three: Desk, name: str) -> None:
    make_vehicle(three.database, "B 3472 KZR", "Dewi")
    OPENERS[name](three)
    assert isinstance(three.dialog(), Staged)
    three.press(Qt.Key.Key_F3)
    three.type("3472")
    three.press(Qt.Key.Key_Return)
    assert counter(three.window).panes.card_view.head.badge.text() == "B 3472 KZR"
    assert three.dialogs() == []


def test_a_run_of_messages_goes_on_where_it_was_left(three: Desk) -> None:
    three.ctrl(Qt.Key.Key_A)
    three.press(Qt.Key.Key_F8, Qt.Key.Key_Return)
    three.type(" Sampai jumpa")
    three.press(Qt.Key.Key_F3)
    assert counter(three.window).left_work.row.titles() == ["WhatsApp: 2 dari 3"]
    three.press(Qt.Key.Key_F7)
    run = three.dialog()
    assert isinstance(run, WhatsAppDialog)
    assert run.recipient() == "Tono"
    assert text_box().toPlainText().endswith(" Sampai jumpa")
    three.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert three.dialogs() == []
    assert counter(three.window).left_work.row.titles() == []
    three.open()
    assert three.listed() == []


def test_while_a_run_waits_the_list_is_read_anew(three: Desk) -> None:
    three.ctrl(Qt.Key.Key_A)
    three.press(Qt.Key.Key_F8, Qt.Key.Key_Return, Qt.Key.Key_F3)
    three.open()
    assert len(three.listed()) == 2
    assert three.ticked() == []


def test_the_same_people_asked_for_again_come_back_to_the_run_that_waits(three: Desk) -> None:
    vehicle_id = reminders.list_month(three.database, three.page.month(), TODAY).people[0]
    three.window.open_card(vehicle_id.items[0].vehicle_id)
    three.press(Qt.Key.Key_F8)
    three.type("!!")
    three.press(Qt.Key.Key_F3)
    three.window.open_card(vehicle_id.items[0].vehicle_id)
    three.press(Qt.Key.Key_F8)
    assert text_box().toPlainText().endswith("!!")
    three.press(Qt.Key.Key_Escape)
    assert three.dialogs() == []
    assert counter(three.window).left_work.row.titles() == []


def test_a_paper_comes_back_with_what_was_chosen_on_it(three: Desk) -> None:
    three.ctrl(Qt.Key.Key_P)
    first = three.dialog()
    assert isinstance(first, PaperDialog)
    three.press(Qt.Key.Key_F3)
    assert counter(three.window).left_work.row.titles() == ["Lembar telepon"]
    three.qtbot.waitUntil(lambda: not first.is_writing(), timeout=20_000)
    # The paper was finished behind the counter, which kept the keys.
    three.type("ab1")
    assert counter(three.window).box.text() == "ab1"
    three.press(Qt.Key.Key_F7)
    assert three.dialog() is first
    assert QApplication.focusWidget() is first.print_button


def test_f6_does_not_reach_the_list_under_a_paper(three: Desk) -> None:
    three.press(Qt.Key.Key_F6)
    assert isinstance(three.dialog(), FastEntry)
    three.press(Qt.Key.Key_Escape)
    three.ctrl(Qt.Key.Key_P)
    three.press(Qt.Key.Key_F6)
    assert isinstance(three.dialog(), PaperDialog)


def test_a_half_written_text_is_there_after_the_program_was_killed(
    three: Desk, qtbot: QtBot, settings: QSettings
) -> None:
    three.page.texts.click()
    three.ctrl(Qt.Key.Key_End)
    three.type(" Terima kasih")
    three.press(Qt.Key.Key_F3)
    assert counter(three.window).left_work.row.titles() == ["Teks untuk pelanggan"]
    # What a kill leaves is the file.
    again = MainWindow(settings)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.first_painted):
        again.show()
    again.set_database(three.database)
    assert counter(again).left_work.row.titles() == ["Teks untuk pelanggan"]
    counter(again).left_work.row.chip(0).click()
    (editor,) = again.findChildren(TextEditor)
    assert editor.edit.toPlainText().endswith(" Terima kasih")
    editor.save()
    assert reminder_texts.read_template(three.database, TextKind.WHATSAPP).endswith(" Terima kasih")
    assert TEXTS not in drafts.list_draft_keys(three.database)
    again.close()
