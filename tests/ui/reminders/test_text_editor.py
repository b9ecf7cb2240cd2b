"""The shop's own texts: fields, preview, wrong fields, and the way back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bengkel_crm.records.reminders import TextKind
from bengkel_crm.trade.templates import Placeholder
from bengkel_crm.ui.reminders.text_editor import TextEditor, make_text_editor
from bengkel_crm.workshop.reminders import reminder_texts
from bengkel_crm.workshop.settings.shop_details import NAME, keep_shop
from tests.ui.conftest import BareShell
from tests.ui.reminders.desk import Desk
from tests.ui.seen import button
from tests.ui.shown_words import english_shown, unnamed

TODAY = date(2026, 8, 12)


@pytest.fixture
def editor(qtbot: QtBot, shell: BareShell) -> TextEditor:
    """The editor as the settings open it, with a customer made up to try on."""
    keep_shop(shell.database, {NAME: "Bengkel Maju Jaya"})
    made = make_text_editor(shell, None, (), TODAY)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    shell.forms.show_form(made)
    return made


def kept(shell: BareShell, kind: TextKind = TextKind.WHATSAPP) -> str:
    return reminder_texts.read_template(shell.database, kind)


def write(editor: TextEditor, text: str) -> None:
    editor.edit.setPlainText(text)


def test_the_preview_is_the_text_as_one_customer_reads_it(editor: TextEditor) -> None:
    write(editor, "Halo {sapaan} {nama}, {plat} dari {bengkel}")
    assert editor.preview.text() == "Halo Bu Sri Wulandari, B 3472 KZR dari Bengkel Maju Jaya"


def test_a_click_on_a_field_writes_it_where_the_cursor_is(editor: TextEditor) -> None:
    write(editor, "Plat: ")
    editor.edit.moveCursor(editor.edit.textCursor().MoveOperation.End)
    editor.field_buttons[Placeholder.PLATE].click()
    assert editor.edit.toPlainText() == "Plat: {plat}"


@pytest.mark.parametrize(("text", "named"), [("{platt} {nma}", "{platt}, {nma}"), ("Halo {nama", "{")])
def test_a_wrong_field_is_named_and_not_saved(
    editor: TextEditor, shell: BareShell, text: str, named: str
) -> None:
    write(editor, text)
    assert editor.notice.text() == f"Isian ini tidak dikenal: {named}"
    editor.save()
    assert editor.isVisible()
    assert kept(shell) == reminder_texts.shipped_template(TextKind.WHATSAPP, "id")


def test_a_wrong_field_of_another_text_brings_that_text_to_the_front(editor: TextEditor) -> None:
    editor.show_kind(TextKind.LETTER)
    write(editor, "{platt}")
    editor.show_kind(TextKind.WHATSAPP)
    editor.save()
    assert editor.kind() is TextKind.LETTER


def test_control_enter_saves_all_that_was_changed(qtbot: QtBot, editor: TextEditor, shell: BareShell) -> None:
    write(editor, "WA {nama}")
    editor.show_kind(TextKind.LETTER)
    write(editor, "Surat {nama}")
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    QTest.keyClick(editor.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (kept(shell), kept(shell, TextKind.LETTER)) == ("WA {nama}", "Surat {nama}")
    assert shell.messages[-1][0] == "2 teks tersimpan"


def test_the_text_we_came_with_comes_back(editor: TextEditor, shell: BareShell) -> None:
    reminder_texts.keep_templates(shell.database, {TextKind.WHATSAPP: "WA {nama}"})
    again = make_text_editor(shell, None, (), TODAY)
    assert again.edit.toPlainText() == "WA {nama}"
    again.shipped.click()
    again.save()
    assert kept(shell) == reminder_texts.shipped_template(TextKind.WHATSAPP, "id")
    again.deleteLater()


def test_escape_asks_before_typing_is_thrown_away(editor: TextEditor, shell: BareShell) -> None:
    write(editor, "WA {nama}")
    editor.reject()
    assert editor.isVisible()
    assert [button.text() for button in editor.notice.answers()] == ["&Buang", "&Lanjut menulis"]
    editor.notice.answers()[0].click()
    assert not editor.isVisible()
    assert kept(shell) == reminder_texts.shipped_template(TextKind.WHATSAPP, "id")


def test_an_untouched_editor_closes_at_once(editor: TextEditor) -> None:
    editor.reject()
    assert not editor.isVisible()


def test_from_the_list_a_text_is_tried_on_real_customers(desk: Desk) -> None:
    desk.make_due("AB 1111 AA", "Bu Rina", late_days=9)
    desk.make_due("AB 2222 BB", "Tono")
    page = desk.open()
    page.due.model.tick_all()
    page.texts.click()
    editor = desk.dialog()
    assert isinstance(editor, TextEditor)
    assert "Bu Rina" in editor.preview.text()
    button(editor, "Pelanggan berikutnya").click()
    assert "Tono" in editor.preview.text()


def test_the_editor_is_indonesian_throughout_and_every_part_has_a_name(editor: TextEditor) -> None:
    assert english_shown(editor) == []
    assert unnamed(editor) == []


def test_a_text_that_does_not_fit_is_told_while_it_is_typed(editor: TextEditor) -> None:
    write(editor, "x" * 4_000)
    assert editor.notice.text() == ""
    write(editor, "x" * 4_001)
    assert editor.notice.text() == "4001 huruf, paling banyak 4000"
