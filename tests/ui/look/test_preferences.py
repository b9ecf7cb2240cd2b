"""Language, theme and text size."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from bengkel_crm.base import i18n
from bengkel_crm.ui.look.preferences import (
    Look,
    Preferences,
    apply_preferences,
    keep_preferences,
    open_settings,
    read_preferences,
)
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme


def test_a_new_shop_gets_indonesian_light_and_ordinary_size(settings: QSettings) -> None:
    assert read_preferences(settings) == Preferences("id", Look.LIGHT, 100)


def test_what_was_chosen_is_there_the_next_day() -> None:
    chosen = Preferences("en", Look.DARK, 115)
    keep_preferences(open_settings(), chosen)
    assert read_preferences(open_settings()) == chosen
    assert i18n.preferred_language() == "en"


@pytest.mark.parametrize(
    ("key", "rubbish"), [("language", "xx"), ("look", "pink"), ("text_size", "9000"), ("text_size", "big")]
)
def test_rubbish_in_the_file_is_as_if_nothing_was_chosen(settings: QSettings, key: str, rubbish: str) -> None:
    settings.setValue(key, rubbish)
    assert read_preferences(settings) == Preferences()


def test_a_choice_takes_hold_at_once(qapp: QApplication) -> None:
    apply_preferences(Preferences("en", Look.DARK, 130))
    assert i18n.language() == "en"
    assert theme().scheme is Scheme.DARK
    assert theme().scale_percent == 130


def test_the_computer_s_own_look_is_followed(qapp: QApplication) -> None:
    apply_preferences(Preferences("id", Look.SYSTEM, 100))
    assert theme().scheme in set(Scheme)


def test_a_program_that_starts_in_english_says_one_contact_not_one_contacts() -> None:
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from bengkel_crm.base import i18n\n"
        "from bengkel_crm.ui.look.preferences import apply_preferences, open_settings, read_preferences\n"
        "app = QApplication(['x'])\n"
        "apply_preferences(read_preferences(open_settings()))\n"
        "print(i18n.translate('ContactsTab', '%n contacts', 1))\n"
    )
    keep_preferences(open_settings(), Preferences("en", Look.DARK, 100))
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "1 contact"
