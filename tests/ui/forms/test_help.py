"""The help of each page, in both languages."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.base.languages import language_codes, language_file
from bengkel_crm.ui.forms.help import TOPICS, HelpDialog, find_topics, read_topic, title_of
from tests.ui.seen import named, says
from tests.ui.shown_words import english_shown, recording, unnamed


def make_dialog(qtbot: QtBot, topic: str = "") -> HelpDialog:
    dialog = HelpDialog(topic)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def shown(dialog: HelpDialog) -> QTextBrowser:
    return named(dialog, QTextBrowser, "Isi bantuan")


def subjects(dialog: HelpDialog) -> QListWidget:
    return named(dialog, QListWidget, "Pokok bahasan")


def search_line(dialog: HelpDialog) -> QLineEdit:
    return named(dialog, QLineEdit, "Cari di bantuan")


@pytest.mark.parametrize("language", language_codes())
def test_every_topic_is_written_in_every_language(language: str) -> None:
    written = {file.stem for file in language_file(language, "help").glob("*.md")}
    assert written == set(TOPICS)


@pytest.mark.parametrize("topic", TOPICS)
def test_both_languages_tell_the_same_in_the_same_order(topic: str) -> None:
    shapes = []
    for language in language_codes():
        i18n.set_language(language)
        marks = [line[:2] for line in read_topic(topic).splitlines() if line[:1] in "#-1234567"]
        keys = re.findall(r"\*\*((?:F\d+|Ctrl\+\w+|Esc|Enter))\*\*", read_topic(topic))
        shapes.append((marks, keys))
    assert shapes[0] == shapes[1]


def test_help_opens_at_the_page_it_was_asked_on(qtbot: QtBot) -> None:
    dialog = make_dialog(qtbot, "import")
    assert dialog.topic() == "import"
    assert "Memasukkan buku Excel" in shown(dialog).toPlainText()


def test_help_of_a_page_without_a_text_opens_at_the_counter(qtbot: QtBot) -> None:
    assert make_dialog(qtbot, "nowhere").topic() == "counter"


def test_another_topic_is_turned_to_with_the_arrow_keys(qtbot: QtBot) -> None:
    dialog = make_dialog(qtbot, "counter")
    qtbot.keyClick(subjects(dialog), Qt.Key.Key_Down)
    assert dialog.topic() == "vehicles"


def test_a_search_leaves_only_what_speaks_of_it_and_marks_it(qtbot: QtBot) -> None:
    dialog = make_dialog(qtbot)
    qtbot.keyClicks(search_line(dialog), "flashdisk")
    assert subjects(dialog).count() == 1
    assert dialog.topic() == "backups"
    text = shown(dialog).toPlainText().lower()
    assert len(shown(dialog).extraSelections()) == text.count("flashdisk") > 0


def test_a_search_without_result_says_so(qtbot: QtBot) -> None:
    dialog = make_dialog(qtbot)
    qtbot.keyClicks(search_line(dialog), "helikopter")
    assert says(dialog, "Tidak ada tentang ini")
    search_line(dialog).clear()
    assert not says(dialog, "Tidak ada tentang ini")
    assert subjects(dialog).count() == len(TOPICS)


def test_all_words_of_a_search_must_be_there() -> None:
    assert find_topics("") == list(TOPICS)
    assert "import" in find_topics("EXCEL baris")
    assert find_topics("excel helikopter") == []


def test_the_help_follows_the_language(qtbot: QtBot) -> None:
    dialog = make_dialog(qtbot, "settings")
    i18n.set_language("en")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Help")
    assert title_of(dialog.findChildren(QTextBrowser)[0].toPlainText()) == "Settings"


def test_the_help_is_all_indonesian_and_all_named(qtbot: QtBot) -> None:
    with recording() as recorder:
        dialog = make_dialog(qtbot)
    assert recorder.missing == set()
    assert english_shown(dialog) == []
    assert unnamed(dialog) == []
