"""Every paper and workbook speaks one language: the customers', or the screen's, and no word of another."""

import csv
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from PySide6.QtCore import QLocale

from bengkel_crm.base import i18n
from bengkel_crm.base.languages import get_language, language_codes, language_file
from bengkel_crm.reports.workbooks_in.workbook_reader import read_book
from bengkel_crm.trade.kind_names import shipped_names
from bengkel_crm.workshop.exchange.own.own_sheets import MARKER_SHEET
from bengkel_crm.workshop.exchange.own.own_words import sheet_title
from bengkel_crm.workshop.reminders.outcome_book import record_outcome_book
from bengkel_crm.workshop.settings.shop_details import keep_customers_language
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.added_language import added_language
from tests.every_paper import NOW, OF_THE_SHOP, TO_CUSTOMERS, Filled, Make, fill_shop, write_form_of
from tests.reports.paper.paper_kit import text_of

CODE = "xp"
_WORD = re.compile(r"[^\W\d_]{3,}")
_FILLED_IN = re.compile(r"(\{\w+\}|%n|%\d|<[^>]*>|&\w+;)")
_GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπϙρστθωςχυζ")
# What no language says otherwise: names of the trade, and data, made up so that they are no words.
_DATA = """
    bengkel crm whatsapp stnk cvt mpx pkb tnkb kzr
    zzuri qorvex yyttra xylox wubbo vrrik kklimbo
    budi depok honda melati sri vario wulandari
"""
DATA = frozenset(_DATA.split())
# Tables of which only the titles are for people: the rest is what the file keeps, to be read again.
KEPT = ("job_kind", "job_interval", "setting")


def _greek(text: str) -> str:
    """Return a text in letters of another alphabet; what is filled in later stays as it is."""
    parts = _FILLED_IN.split(text)
    return "".join(part if at % 2 else part.lower().translate(_GREEK) for at, part in enumerate(parts))


@pytest.fixture
def filled(database: Database, tmp_path: Path) -> Filled:
    folder = tmp_path / "out"
    folder.mkdir()
    return fill_shop(database, folder)


@pytest.fixture(autouse=True)
def _made_up_language(tmp_path: Path) -> Iterator[None]:
    """Add a language in Greek letters: whatever is Latin on its papers is a word of another one."""
    words = {"name": "Ελλ", "locale": "el_GR", "clock": "%H:%M", "thousands": "'"}
    with added_language(CODE, words, _greek, tmp_path):
        yield


def _said(path: Path) -> str:
    """Return every word of a paper, a workbook or a folder of lists, titles of the file among them."""
    if path.is_dir():
        return _said_in_cells({file.stem: _csv_rows(file) for file in path.glob("*.csv")})
    if path.suffix == ".pdf":
        described = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
        title = re.search(r"^Title:\s+(.*)", described, re.MULTILINE)
        assert title is not None
        return f"{title[1]} {text_of(path)}"
    if path.suffix == ".xlsx":
        return _said_in_cells({sheet.name: sheet.rows for sheet in read_book(path)})
    return path.read_text(encoding="utf-8")


def _csv_rows(file: Path) -> Sequence[Sequence[object]]:
    return list(csv.reader(file.read_text("utf-8-sig").splitlines(), delimiter=";"))


def _said_in_cells(sheets: Mapping[str, Sequence[Sequence[object]]]) -> str:
    """Return what sheets say to people: not what the file keeps in its own words, to be read again."""
    kept = {sheet_title(table, is_bin=False) for table in KEPT}
    named = shipped_names("id")
    said = []
    for name, rows in sheets.items():
        if name != MARKER_SHEET:
            cells = [cell for row in (rows[:1] if name in kept else rows) for cell in row]
            said += [name, *(cell for cell in cells if isinstance(cell, str))]
    return "\n".join(cell for cell in said if cell not in (*named, *named.values()))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _vocabulary(code: str) -> set[str]:
    """Return every word that a language has: of its messages, its kinds of work and its calendar."""
    found: set[str] = set()
    part = "source" if code == "en" else "translation"
    for message in ElementTree.parse(language_file("id" if code == "en" else code, "messages.ts")).iter(part):
        found |= _words(_FILLED_IN.sub(" ", " ".join(message.itertext())))
    found |= _words(" ".join(shipped_names(code).values()))
    calendar = QLocale(get_language(code).locale)
    shape = QLocale.FormatType
    for number in range(1, 13):
        found |= _words(f"{calendar.monthName(number)} {calendar.monthName(number, shape.ShortFormat)}")
    for number in range(1, 8):
        found |= _words(calendar.dayName(number))
    return found


def _words_alone(code: str) -> set[str]:
    """Return the words that a language has and no other one."""
    others = set().union(*(_vocabulary(other) for other in language_codes() if other != code))
    return _vocabulary(code) - others - DATA


def _is_latin(word: str) -> bool:
    return any("a" <= letter <= "z" for letter in word)


def _foreign(said: set[str], code: str) -> list[str]:
    """Return the words that no text of this language has, but one of another."""
    others = set().union(*(_words_alone(other) for other in language_codes() if other != code))
    latin = {word for word in said if _is_latin(word)} - DATA if code == CODE else set()
    return sorted((said & others) | latin)


def _judge(papers: dict[str, Make], code: str, shop: Filled) -> dict[str, object]:
    """Return what is wrong with papers that are to speak a language, by their names."""
    own, wrong = _vocabulary(code), dict[str, object]()
    for name, make in papers.items():
        path = make(shop)
        said = _words(_said(path))
        if foreign := _foreign(said, code):
            wrong[name] = foreign
        elif not said & own:
            wrong[name] = f"no word of it: {sorted(said)}"
        elif path.suffix == ".pdf" and f"/Lang ({code})".encode() not in path.read_bytes():
            wrong[name] = "read aloud as another language"
    return wrong


@pytest.mark.parametrize(("screen", "customers"), [("en", "id"), ("id", CODE), (CODE, "en")])
def test_a_paper_speaks_to_customers_in_their_language_and_to_the_shop_in_that_of_the_screen(
    filled: Filled, screen: str, customers: str
) -> None:
    i18n.set_language(screen)
    keep_customers_language(filled.database, customers)
    assert _judge(TO_CUSTOMERS, customers, filled) == {}
    assert _judge(OF_THE_SHOP, screen, filled) == {}


def test_a_form_filled_in_comes_back_whatever_the_screen_speaks_by_then(filled: Filled) -> None:
    i18n.set_language(CODE)
    path = write_form_of(filled)
    book = openpyxl.load_workbook(path)
    book.active.cell(4, 7).value = "1"
    book.save(path)
    i18n.set_language("id")
    report = record_outcome_book(filled.database, filled.month_list, path, NOW)
    assert (report.recorded, report.bad) == (1, ())
