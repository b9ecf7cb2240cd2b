"""Which known name a new one was probably meant to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.slips import find_meant, is_one_slip_away

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
