"""A shop's picture: told by its bytes, kept as a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.base.pictures import ENDINGS, MOST_BYTES, ending_of, picture_from, text_of

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("beginning", "ending"),
    [
        (PNG, ".png"),
        (b"\xff\xd8\xff\xe0", ".jpg"),
        (b"GIF89a", ".gif"),
        (b"BM", ".bmp"),
        (b"RIFF\x24\x00\x00\x00WEBP", ".webp"),
    ],
)
def test_a_picture_is_told_by_how_it_begins(beginning: bytes, ending: str) -> None:
    assert ending_of(beginning + b"rest") == ending
    assert ending in ENDINGS


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"RIFF\x24\x00\x00\x00WAVE", PNG[:-1], b" " + PNG])
def test_what_begins_otherwise_is_no_picture(data: bytes) -> None:
    assert ending_of(data) is None
    assert picture_from(text_of(data)) is None


def test_a_picture_of_one_megabyte_is_taken_and_one_byte_more_is_not() -> None:
    assert ending_of(PNG.ljust(MOST_BYTES, b"x")) == ".png"
    assert ending_of(PNG.ljust(MOST_BYTES + 1, b"x")) is None


@given(st.binary(max_size=300))
def test_a_picture_comes_back_from_its_text_byte_for_byte(rest: bytes) -> None:
    assert picture_from(text_of(PNG + rest)) == PNG + rest


@pytest.mark.parametrize("text", ["", "not a picture", "iVBORw0KGgo", "Ä", "iVBOR\nw0KGgo="])
def test_a_text_that_holds_none_is_no_picture(text: str) -> None:
    assert picture_from(text) is None
