"""Language, theme and text size: read at the start, kept when chosen, applied to the open window."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QSettings

from bengkel_crm.base import i18n
from bengkel_crm.base.disk import private_folder
from bengkel_crm.base.languages import FIRST_LANGUAGE, language_codes
from bengkel_crm.ui.look.theme import TEXT_SCALES, system_scheme, theme
from bengkel_crm.ui.look.tokens import Scheme


class Look(StrEnum):
    """Which colours are asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Preferences(NamedTuple):
    """What this PC was told of its window: language, colours, size of the text in percent."""

    language: str = FIRST_LANGUAGE
    look: Look = Look.LIGHT
    scale_percent: int = 100


def open_settings() -> QSettings:
    """Return the file of what the window remembers."""
    # The shop's own folder, too, unless another was named.
    private_folder(i18n.settings_file().parent)
    return QSettings(str(i18n.settings_file()), QSettings.Format.IniFormat)


def read_preferences(settings: QSettings) -> Preferences:
    """Return what was chosen; whatever can not be read is as it was at first."""
    plain = Preferences()
    language = str(settings.value("language", plain.language))
    look = str(settings.value("look", plain.look.value))
    scale = str(settings.value("text_size", plain.scale_percent))
    return Preferences(
        language if language in language_codes() else plain.language,
        Look(look) if look in set(Look) else plain.look,
        int(scale) if scale.isdecimal() and int(scale) in TEXT_SCALES else plain.scale_percent,
    )


def keep_preferences(settings: QSettings, chosen: Preferences) -> None:
    """Keep on this PC what was chosen."""
    settings.setValue("language", chosen.language)
    settings.setValue("look", chosen.look.value)
    settings.setValue("text_size", chosen.scale_percent)
    settings.sync()


def apply_preferences(chosen: Preferences) -> None:
    """Dress the application and speak its language; an open window follows at once."""
    scheme = system_scheme() if chosen.look is Look.SYSTEM else Scheme(chosen.look.value)
    theme().apply(scheme, chosen.scale_percent)
    if not i18n.is_spoken(chosen.language):
        i18n.set_language(chosen.language)
