"""Quantities are read by the grammar of every other number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.odometers import read_odometer
from bengkel_crm.trade.quantities import format_quantity, read_quantity, read_whole


@pytest.mark.parametrize(
    ("typed", "quantity"),
    [
        ("1", 1),
        ("0,8", 0.8),
        ("0.8", 0.8),
        ("2,5", 2.5),
        ("2.50", 2.5),
        ("1.500", 1500),
        ("1,500", 1500),
        ("10.000", 10_000),
        ("1.500,5", 1500.5),
        ("1,500.25", 1500.25),
        ("0,800", 0.8),
        ("0,0001", 0.0001),
        ("1,1250", 1.125),
        (" 4 ", 4),
        ("", None),
    ],
)
def test_a_quantity_is_read(typed: str, quantity: float | None) -> None:
    assert read_quantity(typed) == quantity


@pytest.mark.parametrize(
    "typed",
    [
        "1e3",
        "1_000",
        "inf",
        "nan",
        "-1",
        "+1",
        "0",
        "0,0000001",
        "٣",
        "１",
        "100000",
        "1.500.000",
        "1,2,3",
        "1.5.2",
        "x",
        "1 000",
    ],
)
def test_what_is_no_quantity_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_quantity(typed)


@given(st.integers(1, 99_999_999_999).map(lambda millionths: millionths / 1_000_000))
def test_a_quantity_that_is_shown_is_read_as_the_same(quantity: float) -> None:
    assert read_quantity(format_quantity(quantity)) == pytest.approx(quantity, abs=1e-9)


@given(st.integers(1_000, 99_999), st.sampled_from(".,"))
def test_thousands_are_grouped_as_in_kilometres(whole: int, mark: str) -> None:
    text = f"{whole:,}".replace(",", mark)
    assert read_quantity(text) == read_odometer(text) == whole


@given(st.text("0123456789.,eE_+- ²٣", max_size=8))
def test_no_text_does_worse_than_be_refused(text: str) -> None:
    for read in (read_quantity, read_whole):
        try:
            read(text)
        except ValueError:
            continue
