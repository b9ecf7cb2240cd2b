"""Rupiah: read in every spelling, never guessed, written one way."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.money import format_number, format_rupiah, read_rupiah


@pytest.mark.parametrize(
    ("written", "rupiah"),
    [
        ("1.234.567", 1_234_567),
        ("1234567", 1_234_567),
        ("Rp1.234.567,00", 1_234_567),
        ("Rp 1.234.567", 1_234_567),
        ("rp. 45.000,-", 45_000),
        ("45.000,-", 45_000),
        ("45.000,--", 45_000),
        ("IDR 45,000", 45_000),
        ("1,234,567.00", 1_234_567),
        ("1 234 567", 1_234_567),
        ("45.000.", 45_000),
        ("150rb", 150_000),
        ("150 ribu", 150_000),
        ("150K", 150_000),
        ("1.250rb", 1_250_000),
        ("7,5rb", 7_500),
        ("1,2jt", 1_200_000),
        ("1.2 juta", 1_200_000),
        ("1,25jt", 1_250_000),
        ("1,250 jt", 1_250_000),
        ("2jt", 2_000_000),
        ("1,5 miliar", 1_500_000_000),
        ("-45.000", -45_000),
        ("(45.000)", -45_000),
        ("Rp -45.000", -45_000),
        ("45000.0", 45_000),
        ("1.234,50", 1_235),
        (45_000, 45_000),
        (45_000.0, 45_000),
        (33_333.333, 33_333),
        (0, 0),
        ("0", 0),
        ("3.000.000.000", 3_000_000_000),
    ],
)
def test_an_amount_is_read(written: object, rupiah: int) -> None:
    assert read_rupiah(written) == rupiah


@pytest.mark.parametrize("written", [None, "", "  ", "-", "Rp", "Rp -", "Rp.", "tidak ada"])
def test_a_blank_is_no_amount(written: object) -> None:
    assert read_rupiah(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "abc",
        "Rp abc",
        "12/08/2026",
        "1.23.456",
        "1,2",
        "1.5",
        "1.250jt",
        "1,250rb",
        "5M",
        "1..000",
        "..",
        "1.234,567.8",
        True,
        math.nan,
        math.inf,
        1e30,
        "9" * 30,
        "45.000 per liter",
        "+45",
        [],
        "1.2.3",
    ],
)
def test_what_is_no_amount_or_could_be_two_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_rupiah(written)


@given(st.integers(-(10**12), 10**12))
def test_what_is_written_is_read_back(rupiah: int) -> None:
    for written in (format_rupiah(rupiah), format_number(rupiah), str(rupiah), rupiah, float(rupiah)):
        assert read_rupiah(written) == rupiah


@given(st.one_of(st.text(), st.floats(), st.text("0123456789.,-() rbjtRpk", max_size=20)))
def test_no_cell_does_worse_than_be_refused(cell: object) -> None:
    try:
        rupiah = read_rupiah(cell)
    except ValueError:
        return
    assert rupiah is None or read_rupiah(format_rupiah(rupiah)) == rupiah


def test_amounts_are_written_as_on_a_bill() -> None:
    assert format_rupiah(1_234_567) == "Rp 1.234.567"
    assert format_rupiah(0) == "Rp 0"
    assert format_rupiah(-45_000) == "-Rp 45.000"
    assert format_number(42_180) == "42.180"
