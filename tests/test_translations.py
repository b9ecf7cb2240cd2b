"""The translations that are shipped belong to the code that is shipped."""

import csv
import re
import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

import bengkel_crm
from bengkel_crm.base.languages import language_file

sys.path.insert(0, str(Path(__file__).parent.parent / "packaging"))
from collect_words import Word, list_words

CODE = Path(bengkel_crm.__file__).parent
FILES = sorted(language_file(".").glob("*/*.ts"))
# What titles are called in files of the shop that are read again, whatever the screen says by then.
# What is written to customers names a field of the text, "{plat}", and says things as one says them there.
TITLES_OF_FILES = {"Export", "SampleBook", "ToCustomers"}
# A word, what is said instead, and where it means another thing: the plate of metal, the box's spoken name.
ONE_WORD = [
    (
        r"\bplat\b",
        "nopol",
        {
            ("DatesFields", "Plate valid until"),
            ("DatesFields", "as on the plate: 11/28"),
            ("Reminders", "New plate"),
            ("CounterPage", "Plate number"),
        },
    ),
    (r"ambil alih|\bdimasukkan\b.*\bbuku\b|pemasukan buku|buku dimasukkan", "impor", set()),
    (r"halaman pelanggan", "Meja depan", set()),
]
GLOSSARIES = sorted(language_file(".").glob("*/glossary.csv"))
NAMES = [file.relative_to(file.parent.parent).as_posix() for file in FILES]


def messages(file: Path) -> dict[Word, ElementTree.Element]:
    found = {}
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            counted = message.get("numerus") == "yes"
            text = message.findtext("source", "")
            found[Word(context.findtext("name", ""), text, counted)] = message
    return found


def test_every_text_of_the_code_is_in_the_indonesian_file_and_no_other() -> None:
    in_code, in_file = set(list_words(CODE)), set(messages(language_file("id", "messages.ts")))
    assert in_code - in_file == set(), "run packaging/translations.sh"
    assert in_file - in_code == set(), "run packaging/translations.sh"


def test_every_counted_text_has_its_english_plural() -> None:
    counted = {word for word in list_words(CODE) if word.counted}
    assert counted == set(messages(language_file("en", "messages.ts")))


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_no_message_is_unfinished(file: Path) -> None:
    unfinished = [
        word
        for word, message in messages(file).items()
        if (translation := message.find("translation")) is None
        or translation.get("type") is not None
        or not all(part for part in [*(form.text for form in translation), translation.text or "x"])
    ]
    assert unfinished == []


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_a_translation_keeps_the_places_that_are_filled_in(file: Path) -> None:
    for word, message in messages(file).items():
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation] or [translation.text or ""]
        for place in ("{0}", "{1}", "{2}", "%n", "%1", "%2"):
            # "1 day late" may say its number in words of its own.
            missing = [form for form in forms if place in word.text and place not in form]
            assert missing == [], word


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_the_compiled_file_is_as_new_as_its_source(file: Path, tmp_path: Path) -> None:
    release = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    fresh = tmp_path / "fresh.qm"
    subprocess.run([release, "-silent", file, "-qm", fresh], check=True)
    assert fresh.read_bytes() == file.with_suffix(".qm").read_bytes(), "run packaging/translations.sh"


@pytest.mark.parametrize("glossary", GLOSSARIES, ids=lambda file: file.parent.name)
def test_a_text_is_translated_once_unless_the_glossary_says_why_not(glossary: Path) -> None:
    with glossary.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    excepted = {(row["context"], row["source"]) for row in rows}
    said: dict[str, dict[str, list[str]]] = {}
    for word, message in messages(glossary.with_name("messages.ts")).items():
        translation = "".join(message.find("translation").itertext())
        said.setdefault(word.text, {}).setdefault(translation.strip(), []).append(word.context)
    twice = {
        text: translations
        for text, translations in said.items()
        if sum(any((name, text) not in excepted for name in names) for names in translations.values()) > 1
    }
    assert twice == {}, "say it as elsewhere, or give the reason in the glossary"
    apart = {
        (name, text)
        for text, translations in said.items()
        if len(translations) > 1
        for names in translations.values()
        for name in names
    }
    assert excepted - apart == set(), "the glossary names what is no exception"
    assert [row for row in rows if not row["reason"]] == []


@pytest.mark.parametrize(("word", "instead", "where"), ONE_WORD)
def test_a_thing_has_one_name_on_the_screen(word: str, instead: str, where: set[tuple[str, str]]) -> None:
    others = [
        (name, text)
        for (name, text, _), message in messages(language_file("id", "messages.ts")).items()
        for form in message.find("translation") or [message.find("translation")]
        if re.search(word, form.text or "", re.IGNORECASE) and name not in TITLES_OF_FILES
    ]
    assert [place for place in others if place not in where] == [], instead


def test_a_count_is_found_wherever_it_stands(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(
        "class Page:\n"
        "    def words(self, n):\n"
        '        self.tr("plain")\n'
        '        self.tr("%n counted", "", n)\n'
        'translate("Ctx", "%n rows", len(rows))\n'
        'translate("Ctx", "%n lines", n=3)\n'
        'translate("Ctx", "a " "b")\n'
        "class Dialog:\n"
        "    def texts(self):\n"
        '        self.put_text(self.empty.set_words, "title", "text")\n'
        '        self.table = self.named(Table("rows"), "name")\n'
        '        self.close = self.worded(Button("Esc"), "close")\n',
        encoding="utf-8",
    )
    assert set(list_words(tmp_path)) == {
        Word("Page", "plain", False),
        Word("Page", "%n counted", True),
        Word("Ctx", "%n rows", True),
        Word("Ctx", "%n lines", True),
        Word("Ctx", "a b", False),
        *(Word("Dialog", text, False) for text in ("title", "text", "name", "close")),
    }
