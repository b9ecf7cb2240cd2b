"""The translations that are shipped belong to the code that is shipped."""

import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

import bengkel_crm
from bengkel_crm.paths import resources

sys.path.insert(0, str(Path(__file__).parent.parent / "packaging"))
from collect_words import Word, list_words

CODE = Path(bengkel_crm.__file__).parent
FOLDER = resources() / "i18n"
FILES = ("bengkel_crm_id", "bengkel_crm_en", "qtbase_id")


def messages(name: str) -> dict[Word, ElementTree.Element]:
    found = {}
    for context in ElementTree.parse(FOLDER / f"{name}.ts").iter("context"):
        for message in context.iter("message"):
            counted = message.get("numerus") == "yes"
            text = message.findtext("source", "")
            found[Word(context.findtext("name", ""), text, counted)] = message
    return found


def test_every_text_of_the_code_is_in_the_indonesian_file_and_no_other() -> None:
    in_code, in_file = set(list_words(CODE)), set(messages("bengkel_crm_id"))
    assert in_code - in_file == set(), "run packaging/translations.sh"
    assert in_file - in_code == set(), "run packaging/translations.sh"


def test_every_counted_text_has_its_english_plural() -> None:
    counted = {word for word in list_words(CODE) if word.counted}
    assert counted == set(messages("bengkel_crm_en"))


@pytest.mark.parametrize("name", FILES)
def test_no_message_is_unfinished(name: str) -> None:
    unfinished = [
        word
        for word, message in messages(name).items()
        if (translation := message.find("translation")) is None
        or translation.get("type") is not None
        or not all(part for part in [*(form.text for form in translation), translation.text or "x"])
    ]
    assert unfinished == []


@pytest.mark.parametrize("name", FILES)
def test_a_translation_keeps_the_places_that_are_filled_in(name: str) -> None:
    for word, message in messages(name).items():
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation] or [translation.text or ""]
        for place in ("{0}", "{1}", "{2}", "%n", "%1", "%2"):
            # "1 day late" may say its number in words of its own.
            missing = [form for form in forms if place in word.text and place not in form]
            assert missing == [], word


@pytest.mark.parametrize("name", FILES)
def test_the_compiled_file_is_as_new_as_its_source(name: str, tmp_path: Path) -> None:
    release = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    fresh = tmp_path / "fresh.qm"
    subprocess.run([release, "-silent", FOLDER / f"{name}.ts", "-qm", fresh], check=True)
    assert fresh.read_bytes() == (FOLDER / f"{name}.qm").read_bytes(), "run packaging/translations.sh"


def test_a_count_is_found_wherever_it_stands(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(
        "class Page:\n"
        "    def words(self, n):\n"
        '        self.tr("plain")\n'
        '        self.tr("%n counted", "", n)\n'
        'translate("Ctx", "%n rows", len(rows))\n'
        'translate("Ctx", "%n lines", n=3)\n'
        'translate("Ctx", "a " "b")\n',
        encoding="utf-8",
    )
    assert set(list_words(tmp_path)) == {
        Word("Page", "plain", False),
        Word("Page", "%n counted", True),
        Word("Ctx", "%n rows", True),
        Word("Ctx", "%n lines", True),
        Word("Ctx", "a b", False),
    }
