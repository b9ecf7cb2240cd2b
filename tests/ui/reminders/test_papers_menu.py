"""Papers of the month's list: seen before they are printed, and typed back from the paper."""

import webbrowser
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox

from bengkel_crm.base import i18n
from bengkel_crm.records.reminders import Channel, Outcome
from bengkel_crm.ui.forms.paper_dialog import PaperDialog
from bengkel_crm.ui.reminders.fast_entry import FastEntry
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.reminders.call_numbers import keep_numbers
from tests.factories import make_work_order
from tests.needs import make_link
from tests.ui.reminders.desk import TODAY, Desk
from tests.ui.seen import button
from tests.ui.shown_words import english_shown, unnamed


@pytest.fixture
def opened_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to the program that prints; none is started."""
    opened: list[str] = []

    def open_file(address: str) -> bool:
        opened.append(unquote(address.removeprefix("file://")))
        return True

    monkeypatch.setattr(webbrowser, "open", open_file)
    return opened


def text_of(path: Path | str) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(document[page].get_textpage().get_text_range() for page in range(len(document)))
    finally:
        document.close()


def paper(desk: Desk, press: Callable[[], object]) -> PaperDialog:
    """Press a button and wait until its paper is shown."""
    press()
    dialog = desk.dialog()
    assert isinstance(dialog, PaperDialog)
    desk.qtbot.waitUntil(lambda: not dialog.is_writing(), timeout=20_000)
    return dialog


def handed_out(desk: Desk, dialog: PaperDialog) -> None:
    """Wait until the paper lies where it was to go."""
    desk.qtbot.waitUntil(lambda: not dialog.is_writing(), timeout=20_000)


def begin(desk: Desk, *people: str) -> None:
    for place, name in enumerate(people):
        desk.make_due(f"AB {place + 1}111 AA", name, late_days=20 - place)
    desk.database.execute_sql("UPDATE customer SET address = 'Jl. Mawar 1'")
    desk.open()


def test_the_call_sheet_has_everybody_shown_and_opens_as_a_file(desk: Desk, opened_files: list[str]) -> None:
    begin(desk, "Sri", "Tono")
    dialog = paper(desk, lambda: desk.ctrl(Qt.Key.Key_P))
    assert (dialog.look.view.page(), dialog.look.view.pages()) == (1, 1)
    desk.ctrl(Qt.Key.Key_O)
    handed_out(desk, dialog)
    (path,) = opened_files
    assert "Sri" in text_of(path)
    assert "Tono" in text_of(path)
    assert dialog.notice.text() == "Diserahkan ke program PDF. Kalau tidak muncul, cetak dari sini."


def test_the_button_that_was_pressed_has_the_keys_again_when_the_paper_is_handed_out(
    desk: Desk, opened_files: list[str]
) -> None:
    begin(desk, "Sri")
    dialog = paper(desk, lambda: desk.ctrl(Qt.Key.Key_P))
    dialog.open_button.setFocus()
    desk.press(Qt.Key.Key_Return)
    handed_out(desk, dialog)
    assert opened_files
    assert dialog.open_button.hasFocus()


@pytest.mark.parametrize("key", ["call_sheet", "letters", "labels"])
def test_a_name_the_paper_has_no_letters_for_is_told_before_it_is_printed(desk: Desk, key: str) -> None:
    begin(desk, "Sri", "王小明")
    dialog = paper(desk, desk.page.due.papers.entry(key).trigger)
    assert "王小明" in dialog.notice.text()
    assert "Sri" not in dialog.notice.text()
    assert dialog.print_button.isEnabled()


def test_latin_names_of_any_kind_are_no_news(desk: Desk) -> None:
    begin(desk, "Sri", "Nguyễn Žižek")
    assert paper(desk, desk.page.due.papers.entry("letters").trigger).notice.text() == ""


def test_a_paper_is_about_those_who_are_ticked(desk: Desk) -> None:
    begin(desk, "Sri", "Tono")
    desk.press(Qt.Key.Key_Space)
    dialog = paper(desk, desk.page.due.papers.entry("labels").trigger)
    assert "Sri" in text_of(dialog.file())
    assert "Tono" not in text_of(dialog.file())


def test_letters_ask_whether_they_were_printed_and_only_then_count_as_sent(
    desk: Desk, opened_files: list[str]
) -> None:
    begin(desk, "Sri", "Tono")
    dialog = paper(desk, desk.page.due.papers.entry("letters").trigger)
    desk.ctrl(Qt.Key.Key_O)
    handed_out(desk, dialog)
    assert desk.left_out() == []
    assert "Suratnya sudah dicetak?" in dialog.notice.text()
    desk.press(Qt.Key.Key_Return)
    desk.come_back()
    assert [plate for plate, _ in desk.left_out()] == ["AB 1111 AA", "AB 2111 AA"]
    contacts = reminders.list_contacts(desk.database, TODAY, TODAY)
    assert [contact.channel for contact in contacts] == [Channel.LETTER] * 2
    desk.ctrl(Qt.Key.Key_Z)
    desk.settle()
    assert len(desk.listed()) == 2


def test_another_layout_is_written_anew_and_remembered(desk: Desk) -> None:
    begin(desk, "Sri", "Tono")
    dialog = paper(desk, desk.page.due.papers.entry("letters").trigger)
    assert dialog.look.view.pages() == 1
    layout = dialog.choices[0].editor
    assert isinstance(layout, ChoiceBox)
    layout.setFocus()
    desk.press(Qt.Key.Key_Down)
    layout.activated.emit(1)
    desk.qtbot.waitUntil(lambda: dialog.look.view.pages() == 2, timeout=20_000)
    desk.press(Qt.Key.Key_Escape)
    assert paper(desk, desk.page.due.papers.entry("letters").trigger).look.view.pages() == 2


def test_labels_begin_where_the_sheet_has_its_first_free_one(desk: Desk) -> None:
    begin(desk, "Sri", "Tono")
    dialog = paper(desk, desk.page.due.papers.entry("labels").trigger)
    start = dialog.choices[2].editor
    assert isinstance(start, QSpinBox)
    start.setValue(21)
    desk.qtbot.waitUntil(lambda: dialog.look.view.pages() == 2, timeout=20_000)
    desk.press(Qt.Key.Key_PageDown)
    assert dialog.look.view.page() == 2


def test_stickers_are_written(desk: Desk) -> None:
    begin(desk, "Sri")
    assert "AB 1111 AA" in text_of(paper(desk, desk.page.due.papers.entry("stickers").trigger).file())


def test_a_paper_is_saved_where_the_clerk_wants_it(desk: Desk, tmp_path: Path) -> None:
    begin(desk, "Sri")
    dialog = paper(desk, desk.page.due.papers.entry("stickers").trigger)
    dialog.save_to(str(tmp_path / "stiker.pdf"))
    handed_out(desk, dialog)
    assert "AB 1111 AA" in text_of(tmp_path / "stiker.pdf")


def test_a_folder_that_can_not_be_written_is_told_and_the_paper_stays(desk: Desk, tmp_path: Path) -> None:
    begin(desk, "Sri")
    dialog = paper(desk, desk.page.due.papers.entry("stickers").trigger)
    (tmp_path / "berkas").write_text("x")
    dialog.save_to(str(tmp_path / "berkas" / "stiker.pdf"))
    handed_out(desk, dialog)
    assert dialog.isVisible()
    assert str(tmp_path / "berkas") in dialog.notice.text()


def test_closing_leaves_nothing_behind(desk: Desk) -> None:
    begin(desk, "Sri")
    folder = paper(desk, desk.page.due.papers.entry("stickers").trigger).file().parent
    desk.press(Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: not folder.exists())


def test_the_paper_is_indonesian_throughout_and_every_part_has_a_name(desk: Desk) -> None:
    begin(desk, "Sri")
    dialog = paper(desk, desk.page.due.papers.entry("letters").trigger)
    assert english_shown(dialog) == []
    assert unnamed(dialog) == []


def entry(desk: Desk) -> FastEntry:
    """Print a call sheet in the order of the list and open the entry with F6."""
    people = desk.page.due.model.records()
    keep_numbers(desk.database, people)
    desk.press(Qt.Key.Key_F6)
    dialog = desk.dialog()
    assert isinstance(dialog, FastEntry)
    return dialog


def test_enter_asks_the_system_for_the_printer(desk: Desk) -> None:
    begin(desk, "Sri")
    dialog = paper(desk, lambda: desk.ctrl(Qt.Key.Key_P))
    desk.press(Qt.Key.Key_Return)
    (asked,) = dialog.findChildren(QPrintDialog)
    assert asked.isVisible()
    assert asked.maxPage() == dialog.look.view.pages()
    asked.reject()


def test_what_is_printed_is_what_was_seen_and_is_told(desk: Desk, tmp_path: Path) -> None:
    begin(desk, "Sri", "Tono")
    dialog = paper(desk, desk.page.due.papers.entry("letters").trigger)
    desk.press(Qt.Key.Key_Return)
    (asked,) = dialog.findChildren(QPrintDialog)
    # As a person does in the system's own dialog: the printer, the file's name, "Cetak".
    printers, file_name = asked.findChild(QComboBox, "printers"), asked.findChild(QLineEdit, "filename")
    assert printers is not None
    assert file_name is not None
    printers.setCurrentText("Cetak ke berkas (PDF)")
    file_name.setText(str(tmp_path / "printed.pdf"))
    next(button for button in asked.findChildren(QPushButton) if button.text() == "&Cetak").click()
    desk.qtbot.waitUntil(lambda: not dialog.is_writing(), timeout=20_000)
    assert "Suratnya sudah dicetak?" in dialog.notice.text()
    printed, seen = pypdfium2.PdfDocument(tmp_path / "printed.pdf"), pypdfium2.PdfDocument(dialog.file())
    assert len(printed) == len(seen)
    assert printed[0].get_size() == pytest.approx(seen[0].get_size(), abs=2)
    for document in (printed, seen):
        document.close()


def test_a_paper_is_looked_at_closely(desk: Desk) -> None:
    begin(desk, "Sri")
    dialog = paper(desk, lambda: desk.ctrl(Qt.Key.Key_P))
    view = dialog.look.view
    whole = view.grab().toImage()
    view.setFocus()
    desk.type("+")
    assert view.zoom_percent() == 150
    close = view.grab().toImage()
    assert close != whole
    desk.press(Qt.Key.Key_Right)
    assert view.grab().toImage() != close
    desk.type("--")
    assert (view.zoom_percent(), view.grab().toImage()) == (100, whole)


def test_number_enter_and_one_key_write_down_a_call(desk: Desk) -> None:
    begin(desk, "Sri", "Tono", "Ali")
    dialog = entry(desk)
    desk.type("2")
    desk.press(Qt.Key.Key_Return)
    person = dialog.person()
    assert person is not None
    assert person.name == "Tono"
    desk.type("1")
    assert dialog.person() is None
    desk.type("3")
    desk.press(Qt.Key.Key_Return)
    desk.type("6")
    assert dialog.written() == ["3 · Ali: Tidak diangkat", "2 · Tono: Akan datang"]
    contacts = reminders.list_contacts(desk.database, TODAY, TODAY)
    assert {(contact.name, contact.outcome) for contact in contacts} == {
        ("Tono", Outcome.WILL_COME),
        ("Ali", Outcome.NO_ANSWER),
    }


def test_later_asks_for_the_day_and_the_number_box_is_ready_again(desk: Desk) -> None:
    begin(desk, "Sri")
    dialog = entry(desk)
    desk.type("1")
    desk.press(Qt.Key.Key_Return)
    desk.type("2")
    assert dialog.outcomes.is_asking()
    desk.press(Qt.Key.Key_Return)
    assert dialog.written() == ["1 · Sri: Nanti"]
    assert dialog.number.hasFocus()


def test_the_last_entry_is_taken_back(desk: Desk) -> None:
    begin(desk, "Sri")
    dialog = entry(desk)
    desk.type("1")
    desk.press(Qt.Key.Key_Return)
    desk.type("5")
    button(dialog, "Urungkan yang terakhir").click()
    assert dialog.written() == []
    assert reminders.list_contacts(desk.database, TODAY, TODAY) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [("9", "Tidak ada kertas dengan nomor 9."), ("x", "Itu bukan nomor di kertas.")],
)
def test_a_number_the_paper_does_not_have_is_told(desk: Desk, typed: str, said: str) -> None:
    begin(desk, "Sri")
    dialog = entry(desk)
    desk.type(typed)
    desk.press(Qt.Key.Key_Return)
    assert dialog.notice.text() == said
    assert dialog.person() is None


def test_a_number_of_a_paper_that_was_replaced_is_refused_until_the_sheet_is_said(desk: Desk) -> None:
    begin(desk, "Sri", "Tono", "Ali")
    people = desk.page.due.model.records()
    keep_numbers(desk.database, people)
    keep_numbers(desk.database, people[1:])
    desk.press(Qt.Key.Key_F6)
    dialog = desk.dialog()
    assert isinstance(dialog, FastEntry)
    desk.type("1")
    desk.press(Qt.Key.Key_Return)
    assert dialog.person() is None
    assert "Dari lembar" in dialog.notice.text()
    desk.press(Qt.Key.Key_1)
    assert dialog.written() == []
    for typed, meant in (("1-1", people[0]), ("2-1", people[1])):
        dialog.number.clear()
        desk.type(typed)
        desk.press(Qt.Key.Key_Return)
        assert dialog.person() == meant
        desk.press(Qt.Key.Key_Escape)


def test_whoever_came_since_the_paper_was_printed_is_told(desk: Desk) -> None:
    vehicle_id = desk.make_due("AB 1111 AA", "Sri")
    desk.make_due("AB 2222 BB", "Tono")
    desk.open()
    keep_numbers(desk.database, desk.page.due.model.records())
    number = desk.listed().index("AB 1111 AA") + 1
    make_work_order(desk.database, vehicle_id, TODAY, jobs=("Ganti oli mesin",), oil="MPX 2 0,8")
    desk.page.reload()
    desk.settle()
    desk.press(Qt.Key.Key_F6)
    dialog = desk.dialog()
    assert isinstance(dialog, FastEntry)
    desk.type(str(number))
    desk.press(Qt.Key.Key_Return)
    assert dialog.notice.text() == f"Nomor {number} sudah tidak jatuh tempo: servisnya sudah dikerjakan."


def test_escape_forgets_the_number_before_it_closes(desk: Desk) -> None:
    begin(desk, "Sri")
    dialog = entry(desk)
    desk.type("1")
    desk.press(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.person()) == (True, None)
    desk.press(Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: desk.dialogs() == [])


def test_the_entry_is_indonesian_throughout_and_every_part_has_a_name(desk: Desk) -> None:
    begin(desk, "Sri")
    dialog = entry(desk)
    desk.type("1")
    desk.press(Qt.Key.Key_Return)
    assert english_shown(dialog) == []
    assert unnamed(dialog) == []


@pytest.mark.parametrize("name", ["", "lain.db", "tautan.pdf"])
def test_a_paper_saved_under_the_name_of_a_database_leaves_it_and_says_so(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    begin(desk, "Sri")
    shop = desk.database.path
    target = tmp_path / name if name else shop
    if name.endswith(".db"):
        target.write_bytes(b"SQLite format 3\0 of another program")
    elif name:
        make_link(target, shop)
    before = target.read_bytes()
    dialog = paper(desk, desk.page.due.papers.entry("stickers").trigger)
    dialog.save_to(str(target))
    handed_out(desk, dialog)
    assert target.read_bytes() == before
    assert target.resolve().name in dialog.notice.text()
    assert not list(shop.parent.glob("*.part"))
    desk.press(Qt.Key.Key_Escape)
    assert len(desk.listed()) == 1


def test_a_saved_paper_takes_the_place_of_an_older_one(desk: Desk, tmp_path: Path) -> None:
    begin(desk, "Sri")
    (tmp_path / "stiker.pdf").write_bytes(b"%PDF old")
    dialog = paper(desk, desk.page.due.papers.entry("stickers").trigger)
    dialog.save_to(str(tmp_path / "stiker.pdf"))
    handed_out(desk, dialog)
    handed_out(desk, dialog)
    assert (tmp_path / "stiker.pdf").read_bytes() == dialog.file().read_bytes()
    assert dialog.notice.text() == "Tersimpan sebagai stiker.pdf"


def test_letters_are_for_those_with_an_address_and_the_others_are_named(
    desk: Desk, opened_files: list[str]
) -> None:
    begin(desk, "Sri", "Tono")
    desk.database.execute_sql("UPDATE customer SET address = NULL WHERE name = 'Tono'")
    desk.page.reload()
    desk.settle()
    dialog = paper(desk, desk.page.due.papers.entry("letters").trigger)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Tanpa alamat, tanpa surat: Tono" in said


def test_a_paper_that_nothing_opened_is_told_with_the_question_and_enter_does_not_say_sent(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bengkel_crm.ui.forms.paper_dialog.open_in_its_program", lambda path: False)
    begin(desk, "Sri")
    dialog = paper(desk, desk.page.due.papers.entry("letters").trigger)
    dialog.open_file()
    desk.qtbot.waitUntil(lambda: len(dialog.notice.answers()) == 2)
    assert "Tidak ada program" in dialog.notice.text()
    assert "tercetak" in dialog.notice.text() or "dicetak" in dialog.notice.text()
    assert not dialog.notice.answers()[-1].hasFocus()


def test_the_menu_of_papers_follows_the_language_and_keeps_its_keys(desk: Desk) -> None:
    begin(desk, "Sri")
    menu = desk.page.due.papers
    assert [action.text() for action in menu.actions()] == [
        "Lembar telepon\tCtrl+P",
        "Surat",
        "Label nama",
        "Stiker",
    ]
    i18n.set_language("en")
    desk.qtbot.waitUntil(lambda: menu.actions()[0].text() == "Call sheet\tCtrl+P")
    assert [action.text() for action in menu.actions()[1:]] == ["Letters", "Labels", "Stickers"]
