"""A language nobody thought of, added as a folder: no line of the program knows it."""

import json
import re
import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n, paths
from bengkel_crm.base.languages import language_codes, language_file, list_languages
from bengkel_crm.cli.arguments import build_parser
from bengkel_crm.ui.forms.help import HelpDialog
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.ui.window.pages import PAGES
from bengkel_crm.workshop.reminders import reminder_papers, reminders
from bengkel_crm.workshop.reminders.reminder_papers import LetterLayout
from bengkel_crm.workshop.settings.shop_details import keep_customers_language, keep_shop
from tests.factories import make_vehicle, make_work_order
from tests.reports.paper.paper_kit import text_of
from tests.ui.shown_words import shown_texts, told_apart

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

CODE, NAME = "xx", "⟦Bengkelese⟧"


@pytest.fixture
def _added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add a language whose every text is the Indonesian one in brackets."""
    folder = Path(shutil.copytree(paths.resources(), tmp_path / "resources"))
    monkeypatch.setattr(paths, "resources", lambda: folder)
    list_languages.cache_clear()
    shutil.copytree(language_file("id"), language_file(CODE))
    words = {"name": NAME, "locale": "fr_FR", "clock": "%Hh%M", "thousands": "'"}
    language_file(CODE, "language.json").write_text(json.dumps(words), encoding="utf-8")
    release = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    for file in language_file(CODE).glob("*.ts"):
        tree = ElementTree.parse(file)
        for message in tree.iter("translation"):
            for form in [*message] or [message]:
                form.text = f"⟦{form.text}⟧"
        tree.write(file, encoding="utf-8")
        subprocess.run([release, "-silent", file, "-qm", file.with_suffix(".qm")], check=True)
    for file in language_file(CODE, "help").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("# ", "# ⟦", 1), encoding="utf-8")
    yield
    i18n.set_language("id")
    monkeypatch.undo()
    list_languages.cache_clear()


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


@pytest.mark.journey
@pytest.mark.usefixtures("_added")
def test_every_paper_speaks_an_added_language(database: "Database", tmp_path: Path) -> None:
    i18n.set_language(CODE)
    keep_shop(database, {"shop_name": "Maju", "shop_whatsapp": "0812-8834-1907"})
    keep_customers_language(database, CODE)
    vehicle_id = make_vehicle(database, "B 3472 KZR", "Sri", ["081234567890"])
    make_work_order(database, vehicle_id, date(2026, 9, 10), ["Ganti oli mesin"], odometer_km=9000)
    database.clock = lambda: datetime(2026, 10, 1, 9)
    month, day = date(2026, 11, 1), date(2026, 10, 1)
    people = reminders.list_month(database, month, day).people
    assert len(people) == 1
    written = {
        "letters": reminder_papers.write_letters(
            database, people, tmp_path / "a.pdf", LetterLayout.WINDOW, day
        ),
        "stickers": reminder_papers.write_stickers(database, people, tmp_path / "b.pdf", "2x7"),
        "call sheet": reminder_papers.write_call_sheet(database, people, tmp_path / "c.pdf", month, day),
        "funnel": reminder_papers.write_funnel(database, month, day, tmp_path / "d.pdf", day),
    }
    words = {
        "letters": ("⟦Hormat kami,⟧", "⟦Pindai untuk daftar servis⟧", "1 octobre 2026"),
        "stickers": ("berikutnya⟧", "10 nov. 2026"),
        "call sheet": ("⟦Daftar telepon", "⟦Kendaraan⟧"),
        "funnel": ("⟦Hasil pengingat⟧",),
    }
    for paper, expected in words.items():
        text = " ".join(text_of(written[paper]).split())
        for word in expected:
            # The papers' font has no such brackets, and shows a box for each letter it lacks.
            assert re.sub("[⟦⟧]", "□", word) in text, (paper, word, text)
