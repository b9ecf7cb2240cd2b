"""Which letters of a hit are marked as typed."""

import pytest

from bengkel_crm.ui.counter.matches import Spans, mark_phone, mark_plate, mark_words


def marked(text: str, spans: Spans) -> list[str]:
    return [text[start : start + length] for start, length in spans]


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("b34", ["B", "34"]),
        ("B-34", ["B", "34"]),
        ("3472k", ["3472", "K"]),
        ("kzr", ["KZR"]),
        ("72", ["72"]),
        ("kzr b", ["B", "KZR"]),
        ("sri", []),
        ("", []),
        ("9", []),
    ],
)
def test_the_typed_letters_of_a_plate_are_marked_wherever_they_stand(typed: str, letters: list[str]) -> None:
    assert marked("B 3472 KZR", mark_plate("B 3472 KZR", typed)) == letters


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("wul", ["Wul"]),
        ("bu sri wul", ["Sri", "Wul"]),
        ("SRI", ["Sri"]),
        ("ri", []),
        ("s 12", []),
        ("s", ["S"]),
        ("0812", []),
    ],
)
def test_the_typed_beginnings_of_a_name_are_marked(typed: str, letters: list[str]) -> None:
    assert marked("Sri Wulandari", mark_words("Sri Wulandari", typed)) == letters


def test_an_accent_does_not_hide_a_match() -> None:
    assert marked("José Núñez", mark_words("José Núñez", "nunez jose")) == ["José", "Núñez"]


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("0812", ["0812"]),
        ("+62 812-88", ["0812", "88"]),
        ("1907", ["1907"]),
        ("341907", ["34", "1907"]),
        ("34", []),
        ("b812", []),
    ],
)
def test_the_typed_digits_of_a_phone_are_marked_in_any_notation(typed: str, letters: list[str]) -> None:
    assert marked("0812-8834-1907", mark_phone("0812-8834-1907", typed)) == letters
