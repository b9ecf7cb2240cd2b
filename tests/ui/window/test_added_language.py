"""A language nobody thought of, added as a folder: no line of the program knows it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.base.languages import language_codes, language_file
from bengkel_crm.cli.arguments import build_parser
from bengkel_crm.ui.forms.help import HelpDialog
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.ui.window.pages import PAGES
from tests.added_language import added_language
from tests.ui.shown_words import shown_texts, told_apart

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

CODE, NAME = "xx", "⟦Bengkelese⟧"


@pytest.fixture
def _added(tmp_path: Path) -> Iterator[None]:
    """Add a language whose every text is the Indonesian one in brackets."""
    words = {"name": NAME, "locale": "fr_FR", "clock": "%Hh%M", "thousands": "'"}
    with added_language(CODE, words, lambda text: f"⟦{text}⟧", tmp_path):
        for file in language_file(CODE, "help").glob("*.md"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("# ", "# ⟦", 1), encoding="utf-8")
        yield


@pytest.mark.usefixtures("_added")
def test_an_added_language_is_offered_and_writes_times_and_numbers_its_own_way() -> None:
    assert language_codes() == ("id", "en", CODE)
    assert build_parser().parse_args(["--language", CODE]).language == CODE
    i18n.set_language(CODE)
    assert i18n.translate("Pages", "Vehicles") == "⟦Kendaraan⟧"
    moment = datetime(2026, 8, 12, 8, 2)
    assert (i18n.format_time(moment), i18n.format_km(42180)) == ("08h02", "42'180 km")
    assert i18n.format_long_month(moment.date()) == "août 2026"


@pytest.mark.usefixtures("_added")
def test_every_page_speaks_an_added_language_and_no_other(
    qtbot: QtBot, settings: QSettings, database: "Database"
) -> None:
    others = told_apart(language_file("id", "messages.ts"))
    i18n.set_language(CODE)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.set_database(database)
    for entry in PAGES:
        window.go(entry.key)
    page = window.go("settings")
    offered = [box.itemText(at) for box in page.findChildren(QComboBox) for at in range(box.count())]
    assert NAME in offered
    helper = HelpDialog("counter", window)
    assert sorted({text for text in shown_texts(window) if text in others}) == []
    assert any(text.startswith("⟦") for text in shown_texts(helper))
    window.close()
