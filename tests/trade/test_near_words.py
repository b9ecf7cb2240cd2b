"""Which known name a new one was probably meant to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.near_words import begins_with_a_slip, find_meant, is_nearly, is_one_slip_away

WORDS = st.text("abcdef", min_size=1, max_size=8)


@pytest.mark.parametrize(
    "typed", ["nanangg", "nanng", "nanagn", "nanamg", "annang", "nanan", "na", "NANANGG"]
)
def test_a_slip_or_a_beginning_means_the_known_name(typed: str) -> None:
    assert find_meant(typed, ["Budi", "Nanang"]) == "Nanang"


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("nanang", "Nanang"),  # known already
        ("Wahid", "Nanang"),
        ("AHM MPX2 10W-40", "AHM MPX2 10W-30"),  # two oils
        ("AHM MPX1 10W-30", "AHM MPX2 10W-30"),
        ("", "Nanang"),
        ("Nanang S", "Nanang"),
        ("Edi", "Adi"),  # too short to be called a slip
    ],
)
def test_another_name_is_nobodys_slip(typed: str, known: str) -> None:
    assert find_meant(typed, [known]) is None


def test_a_name_that_is_known_is_no_slip_of_another() -> None:
    assert find_meant("Budi", ["Budin", "Budi"]) is None


def test_words_may_be_begun_anywhere_in_the_name() -> None:
    assert find_meant("mpx2 10w", ["SHELL AX7", "AHM MPX2 10W-30"]) == "AHM MPX2 10W-30"


@given(WORDS, WORDS)
def test_one_slip_is_one_edit(first: str, second: str) -> None:
    assert is_one_slip_away(first, second) == (second in _edits(first) - {first})


def _edits(word: str) -> set[str]:
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    return {
        *(left + right[1:] for left, right in cuts if right),
        *(left + letter + right[1:] for left, right in cuts if right for letter in "abcdef"),
        *(left + letter + right for left, right in cuts for letter in "abcdef"),
        *(left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1),
    }


@pytest.mark.parametrize(
    ("typed", "known", "is_meant"),
    [
        ("ganti olu", "Ganti oli mesin", False),  # three letters are too short to be called a slip
        ("gnati oli", "Ganti oli mesin", True),
        ("ganti oli mesni", "Ganti oli mesin", True),
        ("serivs", "Servis CVT", True),
        ("kampass", "Kampas rem depan", True),
        ("kamps rem dpean", "Kampas rem depan", True),
        ("kampas", "Kampas rem depan", False),  # right so far
        ("rantai", "Kampas rem depan", False),
        ("MPX2 10W-40", "MPX2 10W-30", False),  # two oils
        ("", "Servis CVT", False),
    ],
)
def test_a_slip_in_what_is_being_typed_is_seen(typed: str, known: str, is_meant: bool) -> None:
    assert begins_with_a_slip(typed, known) is is_meant


@pytest.mark.parametrize(
    ("typed", "known", "is_meant"),
    [
        ("Gnati oli mesni", "Ganti oli mesin", True),
        ("servisCVT", "Servis CVT", True),
        ("Servis CVT", "servis cvt", False),
        ("Servis", "Servis CVT", False),  # a job of its own
        ("Ganti oli", "Ganti oli mesin", False),
        ("Rem depan", "Rem depan kiri", False),
        ("MPX2 10W-40", "MPX2 10W-30", False),
    ],
)
def test_a_whole_text_is_nearly_another_one(typed: str, known: str, is_meant: bool) -> None:
    assert is_nearly(typed, known) is is_meant


@given(WORDS, WORDS)
def test_nothing_is_nearly_itself(one: str, other: str) -> None:
    assert not is_nearly(f"{one} {other}", f"{one} {other}")
    assert not begins_with_a_slip(f"{one} {other}", f"{one} {other}")
