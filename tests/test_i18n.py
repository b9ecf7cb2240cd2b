"""The language of the program."""

from datetime import date, datetime

import pytest

from bengkel_crm import i18n

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def _indonesian() -> None:
    i18n.set_language("id")


def test_a_date_is_written_as_indonesians_write_it() -> None:
    assert i18n.format_date(date(2026, 8, 12)) == "12 Agu 2026"
    assert i18n.format_long_date(date(2026, 8, 12)) == "Rabu, 12 Agustus 2026"
    assert i18n.format_short_date(date(2026, 8, 12)) == "12/08/2026"
    assert i18n.format_month(date(2026, 5, 1)) == "Mei 2026"
    assert i18n.format_time(datetime(2026, 8, 12, 8, 2)) == "08.02"
    assert i18n.format_moment(datetime(2026, 8, 12, 17, 5)) == "12 Agu 2026 17.05"


def test_a_date_is_written_in_english_once_english_is_chosen() -> None:
    i18n.set_language("en")
    assert i18n.format_date(date(2026, 9, 12)) == "12 Sep 2026"
    assert i18n.format_time(datetime(2026, 8, 12, 8, 2)) == "08:02"
    assert i18n.format_moment(datetime(2026, 8, 12, 17, 5)) == "12 Aug 2026 17:05"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 21), "hari ini"),
        (date(2026, 11, 20), "kemarin"),
        (date(2026, 11, 12), "9 hari lalu"),
        (date(2026, 10, 25), "3 minggu lalu"),
        (date(2026, 8, 21), "3 bulan lalu"),
        (date(2026, 8, 22), "2 bulan lalu"),
        (date(2024, 11, 21), "2 tahun lalu"),
        (date(2026, 11, 25), "4 hari lagi"),
    ],
)
def test_the_past_is_told_in_the_unit_one_would_say(day: date, words: str) -> None:
    assert i18n.format_ago(day, TODAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 12), "terlambat 9 hari"),
        (date(2026, 11, 21), "hari ini"),
        (date(2026, 11, 22), "besok"),
        (date(2026, 11, 28), "7 hari lagi"),
        (date(2027, 2, 21), "3 bulan lagi"),
    ],
)
def test_what_is_to_come_says_how_long_or_how_late(day: date, words: str) -> None:
    assert i18n.format_until(day, TODAY) == words


def test_english_has_its_singular() -> None:
    i18n.set_language("en")
    assert i18n.format_until(date(2026, 11, 20), TODAY) == "1 day late"
    assert i18n.format_until(date(2026, 11, 19), TODAY) == "2 days late"


def test_kilometres_are_grouped_with_dots_in_both_languages() -> None:
    assert i18n.format_km(42180) == "42.180 km"
    i18n.set_language("en")
    assert i18n.format_km(1_000_000) == "1.000.000 km"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        i18n.set_language("fr")


def test_indonesian_is_spoken_where_nothing_was_chosen() -> None:
    assert i18n.preferred_language() == "id"


def test_a_chosen_language_is_remembered_for_the_command_line() -> None:
    i18n.settings_file().parent.mkdir(parents=True)
    i18n.settings_file().write_text("[General]\nlanguage=en\n", encoding="utf-8")
    assert i18n.preferred_language() == "en"


def test_a_spoilt_choice_falls_back_to_indonesian() -> None:
    i18n.settings_file().parent.mkdir(parents=True)
    i18n.settings_file().write_text("[General]\nlanguage=klingon\n", encoding="utf-8")
    assert i18n.preferred_language() == "id"
