"""The settings page: every choice works at once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.ui.look.preferences import Look, Preferences, read_preferences
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme, Tone
from bengkel_crm.ui.settings.settings_page import SettingsPage
from bengkel_crm.ui.settings.shop_card import SHOP_NAME
from bengkel_crm.workshop.settings.settings import change_settings
from bengkel_crm.workshop.settings.shop_details import find_setting, read_shop
from tests.ui.conftest import BareShell
from tests.ui.seen import named, says
from tests.ui.shown_words import english_shown, recording, unnamed


def make_page(qtbot: QtBot, shell: BareShell) -> SettingsPage:
    page = SettingsPage(shell)
    qtbot.addWidget(page)
    if shell.is_open:
        page.shop_opened()
    page.show()
    return page


def test_a_chosen_language_is_spoken_and_kept(qtbot: QtBot, shell: BareShell) -> None:
    page = make_page(qtbot, shell)
    box = named(page, QComboBox, "Bahasa")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert i18n.language() == "en"
    assert read_preferences(shell.settings).language == "en"
    qtbot.waitUntil(lambda: says(page, "Settings"))


def test_a_chosen_look_is_worn_and_kept(qtbot: QtBot, shell: BareShell) -> None:
    page = make_page(qtbot, shell)
    box = named(page, QComboBox, "Warna")
    box.setFocus()
    qtbot.keyClicks(box, "Gelap")
    assert theme().scheme is Scheme.DARK
    assert read_preferences(shell.settings) == Preferences("id", Look.DARK, 100)


def test_a_chosen_size_is_worn(qtbot: QtBot, shell: BareShell) -> None:
    page = make_page(qtbot, shell)
    box = named(page, QComboBox, "Ukuran huruf")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    assert theme().scale_percent == 130


def test_the_name_of_the_workshop_is_kept_and_said(qtbot: QtBot, shell: BareShell) -> None:
    page = make_page(qtbot, shell)
    qtbot.keyClicks(page.shop.edits[SHOP_NAME], "Bengkel <Maju> & Jaya")
    qtbot.keyClick(page.shop.edits[SHOP_NAME], Qt.Key.Key_Return)
    assert find_setting(shell.database, SHOP_NAME) == "Bengkel <Maju> & Jaya"
    assert shell.messages == [("Nama bengkel tersimpan", Tone.OK)]


def test_a_name_left_as_it_was_is_not_saved_again(qtbot: QtBot, shell: BareShell) -> None:
    change_settings(shell.database, {SHOP_NAME: "Maju Jaya"})
    page = make_page(qtbot, shell)
    assert page.shop.edits[SHOP_NAME].text() == "Maju Jaya"
    page.shop.edits[SHOP_NAME].editingFinished.emit()
    assert shell.messages == []


def test_the_page_works_before_the_file_is_open(qtbot: QtBot, closed_shell: BareShell) -> None:
    page = make_page(qtbot, closed_shell)
    page.shop.edits[SHOP_NAME].setText("Maju Jaya")
    page.shop.edits[SHOP_NAME].editingFinished.emit()
    assert closed_shell.messages == []


def test_the_page_is_all_indonesian_and_all_named(qtbot: QtBot, shell: BareShell) -> None:
    with recording() as recorder:
        page = make_page(qtbot, shell)
    assert recorder.missing == set()
    assert english_shown(page) == []
    assert unnamed(page) == []


def test_what_the_papers_say_of_the_workshop_is_kept(qtbot: QtBot, shell: BareShell) -> None:
    page = make_page(qtbot, shell)
    for key, text in (
        ("shop_address", "Jl. Melati 3"),
        ("shop_phone", "0274-555"),
        ("shop_whatsapp", "0812"),
    ):
        qtbot.keyClicks(page.shop.edits[key], text)
        qtbot.keyClick(page.shop.edits[key], Qt.Key.Key_Return)
        assert find_setting(shell.database, key) == text
    assert page.shop.fields["shop_whatsapp"].tone() is Tone.WARN
    page.shop.edits["shop_whatsapp"].setText("081288341907")
    assert page.shop.fields["shop_whatsapp"].remark() == "0812-8834-1907"


def test_a_logo_is_taken_into_the_shops_file_and_can_be_taken_away(
    qtbot: QtBot, shell: BareShell, tmp_path: Path
) -> None:
    page = make_page(qtbot, shell)
    picture = QPixmap(40, 20)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(tmp_path / "gambar.png"))
    kept = (tmp_path / "gambar.png").read_bytes()
    page.shop.take_logo(str(tmp_path / "gambar.png"))
    (tmp_path / "gambar.png").unlink()
    assert read_shop(shell.database).logo == kept
    assert not page.shop.drop_logo.isHidden()
    page.shop.drop_logo.click()
    assert read_shop(shell.database).logo is None
    assert page.shop.drop_logo.isHidden()


def test_a_picture_that_is_too_large_is_told_with_its_size(
    qtbot: QtBot, shell: BareShell, tmp_path: Path
) -> None:
    page = make_page(qtbot, shell)
    (tmp_path / "besar.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5 << 19))
    page.shop.take_logo(str(tmp_path / "besar.png"))
    assert read_shop(shell.database).logo is None
    ((said, tone),) = shell.messages
    assert (tone, "besar.png" in said, "3 MB" in said) == (Tone.BAD, True, True)


def test_what_is_no_picture_is_no_logo(qtbot: QtBot, shell: BareShell, tmp_path: Path) -> None:
    page = make_page(qtbot, shell)
    (tmp_path / "surat.png").write_text("Halo")
    page.shop.take_logo(str(tmp_path / "surat.png"))
    assert read_shop(shell.database).logo is None
    ((said, tone),) = shell.messages
    assert (tone, "surat.png" in said) == (Tone.BAD, True)
