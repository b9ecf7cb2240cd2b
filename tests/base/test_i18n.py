"""The language of the program."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.base import i18n
from bengkel_crm.base.languages import language_codes
from bengkel_crm.trade.money import read_rupiah
from bengkel_crm.trade.odometers import read_odometer

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def _indonesian() -> None:
    i18n.set_language("id")


def test_a_date_is_written_as_indonesians_write_it() -> None:
    assert i18n.format_date(date(2026, 8, 12)) == "12 Agu 2026"
    assert i18n.format_long_date(date(2026, 8, 12)) == "Rabu, 12 Agustus 2026"
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
        (date(2026, 9, 23), "terlambat 59 hari"),
        (date(2026, 8, 21), "terlambat 3 bulan"),
        (date(2024, 11, 21), "terlambat 2 tahun"),
        (date(2024, 5, 12), "terlambat 2½ tahun"),
        (date(2022, 10, 18), "terlambat 4 tahun"),
        (date(2031, 10, 18), "4½ tahun lagi"),
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


def test_numbers_are_grouped_as_the_chosen_language_groups_them() -> None:
    assert (i18n.format_number(3001), i18n.format_km(42180)) == ("3.001", "42.180 km")
    assert (i18n.format_rupiah(1_580_000), i18n.format_rupiah(-500)) == ("Rp 1.580.000", "-Rp 500")
    i18n.set_language("en")
    assert (i18n.format_number(3001), i18n.format_km(1_000_000)) == ("3,001", "1,000,000 km")
    assert (i18n.format_rupiah(1_580_000), i18n.format_rupiah(-1500)) == ("Rp 1,580,000", "-Rp 1,500")


def test_tenths_stand_behind_the_mark_of_the_chosen_language() -> None:
    assert (i18n.format_tenths(14.4), i18n.format_tenths(32.0)) == ("14,4", "32")
    i18n.set_language("en")
    assert (i18n.format_tenths(14.4), i18n.format_tenths(0.04)) == ("14.4", "0")


@pytest.mark.parametrize("code", language_codes())
@given(number=st.integers(0, 9_999_999))
def test_what_is_shown_is_read_back_as_the_same_number(code: str, number: int) -> None:
    i18n.set_language(code)
    assert read_odometer(i18n.format_number(number)) == number
    assert read_odometer(i18n.format_km(number)) == number
    assert read_rupiah(i18n.format_rupiah(number)) == number


@pytest.mark.parametrize("screen", ["id", "en"])
def test_papers_for_customers_group_as_their_language_does_whatever_the_screen_speaks(screen: str) -> None:
    i18n.set_language(screen)
    assert i18n.format_paper_km(42180, "id") == "42.180 km"
    assert i18n.format_paper_km(42180, "en") == "42,180 km"


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
