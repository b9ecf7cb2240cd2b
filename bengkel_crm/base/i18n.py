"""The language of the program: words, dates and distances as its people write them.

Works without an application object, so the command line speaks as the window does.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QSettings, QTranslator

from bengkel_crm.base.languages import FIRST_LANGUAGE, get_language, language_codes, language_file
from bengkel_crm.base.paths import data_folder

if TYPE_CHECKING:
    # Only to be named: the window is painted before any date is.
    from datetime import date, datetime

# Qt's own words first: a translator installed later is asked earlier, and ours are asked most.
_FILES: Final = ("qtbase.qm", "messages.qm")
# As many of a unit as one would say, before the next larger one.
_DAYS_SAID: Final = 60
_MONTHS_SAID: Final = 24

_language = get_language("en")
_translators: list[QTranslator] = []


def translate(context: str, text: str, n: int = -1) -> str:
    """Return `text` in the chosen language; `%n` in it becomes `n`, in the right plural."""
    if QCoreApplication.instance() is not None:
        return QCoreApplication.translate(context, text, None, n)
    for translator in reversed(_translators):
        found = translator.translate(context, text, None, n)
        if found:
            return _with_number(found, n)
    return _with_number(text, n)


def translate_in(context: str, text: str, code: str) -> str:
    """Return `text` in a language, whatever the screen speaks: for what goes to customers."""
    return _words_of(code).translate(context, text) or text


def in_every_language(context: str, text: str) -> tuple[str, ...]:
    """Return what a text is in each language, that of a new shop first."""
    return tuple(translate_in(context, text, code) for code in language_codes())


@cache
def _words_of(code: str) -> QTranslator:
    translator = QTranslator()
    translator.load(str(language_file(code, _FILES[-1])))
    return translator


def set_language(code: str) -> None:
    """Speak `code` ("id", "en") from now on; open windows are told to fetch their words again.

    Raises:
        ValueError: there is no such language.
    """
    global _language
    chosen = get_language(code)
    running = QCoreApplication.instance() is not None
    if running:
        for translator in _translators:
            QCoreApplication.removeTranslator(translator)
    _translators.clear()
    _language = chosen
    QLocale.setDefault(QLocale(chosen.locale))
    for name in _FILES:
        translator = QTranslator()
        if translator.load(str(language_file(code, name))):
            _translators.append(translator)
            if running:
                QCoreApplication.installTranslator(translator)


def language() -> str:
    """Return the code of the language spoken."""
    return _language.code


def is_spoken(code: str) -> bool:
    """Return whether `code` is the language spoken, its words loaded: English, too, has plurals to load."""
    return code == _language.code and bool(_translators)


def settings_file() -> Path:
    """Return the file of what the window remembers: language, theme, its place on the screen."""
    return data_folder() / "window.ini"


def preferred_language() -> str:
    """Return the language chosen in the window's settings; Indonesian where nothing was chosen."""
    chosen = QSettings(str(settings_file()), QSettings.Format.IniFormat).value("language", FIRST_LANGUAGE)
    return str(chosen) if chosen in language_codes() else FIRST_LANGUAGE


def format_date(day: "date") -> str:
    """Return "12 Agu 2026"."""
    return _format(day, "d MMM yyyy")


def format_long_date(day: "date") -> str:
    """Return "Rabu, 12 Agustus 2026"."""
    return _format(day, "dddd, d MMMM yyyy")


def format_paper_date(day: "date", code: str) -> str:
    """Return "12 Agustus 2026" in a language, whatever the screen speaks: papers go to customers."""
    return QLocale(get_language(code).locale).toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def format_paper_day(day: "date", code: str) -> str:
    """Return "12 Agu 2026" in a language, whatever the screen speaks, where a paper has little room."""
    return QLocale(get_language(code).locale).toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def format_month(day: "date") -> str:
    """Return "Agu 2026"."""
    return _format(day, "MMM yyyy")


def format_short_month(day: "date") -> str:
    """Return "Agu"."""
    return _format(day, "MMM")


def format_long_month(day: "date") -> str:
    """Return "Agustus 2026"."""
    return _format(day, "MMMM yyyy")


def format_weekday(day: "date") -> str:
    """Return "Rabu"."""
    return _format(day, "dddd")


def format_time(moment: "datetime") -> str:
    """Return "08.02", as Indonesian clocks are written; "08:02" in English."""
    return format(moment, _language.clock)


def format_moment(moment: "datetime") -> str:
    """Return "12 Agu 2026 17.05"."""
    return f"{format_date(moment.date())} {format_time(moment)}"


def format_number(number: int) -> str:
    """Return "42.180"; "42,180" in English, where a dot would begin a fraction."""
    return f"{number:,}".replace(",", _language.thousands)


def format_tenths(number: float) -> str:
    """Return a number to the tenth, "14,4" or "32"; "14.4" in English."""
    mark = QLocale(_language.locale).decimalPoint()
    return f"{number:.1f}".removesuffix(".0").replace(".", mark)


def format_km(km: int) -> str:
    """Return "42.180 km"."""
    return f"{format_number(km)} km"


def format_rupiah(rupiah: int) -> str:
    """Return "Rp 1.234.567"."""
    return f"Rp {format_number(rupiah)}" if rupiah >= 0 else f"-Rp {format_number(-rupiah)}"


def format_paper_km(km: int, code: str) -> str:
    """Return "42.180 km" as a language writes it, whatever the screen speaks."""
    return f"{km:,} km".replace(",", get_language(code).thousands)


def format_ago(day: "date", today: "date") -> str:
    """Return how long ago a day was, in the unit one would say: "3 bulan lalu"."""
    days = (today - day).days
    if days < 0:
        return format_until(day, today)
    if days == 0:
        return translate("Dates", "today")
    if days == 1:
        return translate("Dates", "yesterday")
    if days < 14:
        return translate("Dates", "%n days ago", days)
    months = _whole_months(day, today)
    if months < 2:
        return translate("Dates", "%n weeks ago", days // 7)
    if months < _MONTHS_SAID:
        return translate("Dates", "%n months ago", months)
    return translate("Dates", "%n years ago", months // 12)


def format_until(day: "date", today: "date") -> str:
    """Return how long until a day, or how late it is: "5 hari lagi", "terlambat 9 hari"."""
    days = (day - today).days
    if days < 0:
        return _late(day, today)
    if days == 0:
        return translate("Dates", "today")
    if days == 1:
        return translate("Dates", "tomorrow")
    if days < _DAYS_SAID:
        return translate("Dates", "in %n days", days)
    months = _whole_months(today, day)
    if months < _MONTHS_SAID:
        return translate("Dates", "in %n months", months)
    return translate("Dates", "in {0} years").format(_years(months))


def _late(day: "date", today: "date") -> str:
    """Return how late a day is in the unit one would say: nobody counts 933 days."""
    days, months = (today - day).days, _whole_months(day, today)
    if days < _DAYS_SAID:
        return translate("Dates", "%n days late", days)
    if months < _MONTHS_SAID:
        return translate("Dates", "%n months late", months)
    return translate("Dates", "{0} years late").format(_years(months))


def _years(months: int) -> str:
    """Return whole and half years: "2½"."""
    return f"{months // 12}½" if months % 12 >= 6 else str(months // 12)


def _format(day: "date", pattern: str) -> str:
    return QLocale(_language.locale).toString(QDate(day.year, day.month, day.day), pattern)


def _whole_months(earlier: "date", later: "date") -> int:
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)


def _with_number(text: str, n: int) -> str:
    return text.replace("%n", str(n)) if n >= 0 else text
