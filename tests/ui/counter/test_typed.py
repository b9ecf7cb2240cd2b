"""Telling a plate from a name and a phone, before anything is known about it."""

import pytest

from bengkel_crm.trade.plates import reads_as_plate
from bengkel_crm.ui.counter.plate_box import first_line


@pytest.mark.parametrize(
    "text",
    ["b1234xy", "AB-1234-XY", "AB. 1234 XY", "RI 1", "CD 99 01", "1234-00", "1234-VII", "XX 1 Y", "B 12"],
)
def test_a_plate_is_worth_registering(text: str) -> None:
    assert reads_as_plate(text)


@pytest.mark.parametrize(
    "text", ["", "3472", "3472k", "sri", "Sri Wulandari", "0812-8834-1907", "081288341907", "-", "Vario 125"]
)
def test_a_name_a_phone_or_bare_digits_are_not(text: str) -> None:
    assert not reads_as_plate(text)


@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("B 1234 XY\n", "B 1234 XY"),
        ("\n\n B 1\tXY \nB 2", "B 1 XY"),
        ("\u2028B 1\u2028", "B 1"),
        ("\u202aB\u200b 1\u202c", "B 1"),
        ("\n", ""),
        ("", ""),
    ],
)
def test_of_a_pasted_text_the_first_line_counts(pasted: str, line: str) -> None:
    assert first_line(pasted) == line
