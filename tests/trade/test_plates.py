"""Plates: every spelling has one key, and nothing that is typed is refused."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.plates import (
    PlateRemark,
    format_plate,
    looks_like_plate,
    mend_plate_key,
    plate_key,
    plate_remark,
    plate_spellings,
    split_plate,
)

CIVIL_PLATES = st.builds(
    lambda region, digits, suffix: (region, str(digits), suffix),
    st.sampled_from(["B", "AB", "AD", "D", "L", "DK", "KH", "PA"]),
    st.integers(1, 9999),
    st.text(string.ascii_uppercase, max_size=3),
)


@pytest.mark.parametrize(
    "written",
    [
        "B 3472 KZR",
        "b3472kzr",
        "B-3472-KZR",
        "B. 3472 KZR",
        " b 3472  kzr ",
        "B.3472.KZR",
        "Ｂ ３４７２ ＫＺＲ",
        "B–3472–KZR",
    ],
)
def test_every_spelling_has_one_key(written: str) -> None:
    assert plate_key(written) == "B3472KZR"
    assert format_plate(written) == "B 3472 KZR"


@pytest.mark.parametrize("written", ["", " ", "-", "...", "–"])
def test_a_blank_has_no_key(written: str) -> None:
    assert plate_key(written) == ""


@given(CIVIL_PLATES, st.sampled_from(["", " ", "-", ". ", "  "]), st.booleans())
def test_a_civil_plate_comes_back_whole(parts: tuple[str, str, str], gap: str, lower: bool) -> None:
    written = gap.join(parts)
    key = plate_key(written.lower() if lower else written)
    assert split_plate(key) == parts
    assert plate_remark(key) is None
    assert format_plate(key) == " ".join(part for part in parts if part)


@given(st.text())
def test_any_text_has_a_key_that_is_its_own_key(text: str) -> None:
    key = plate_key(text)
    assert plate_key(key) == key
    assert set(key) <= set(string.ascii_uppercase + string.digits)


@given(st.text())
def test_formatting_twice_changes_nothing_and_keeps_an_ascii_key(text: str) -> None:
    shown = format_plate(text)
    assert format_plate(shown) == shown
    if text.isascii():
        assert plate_key(shown) == plate_key(text)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("1234-00", "1234-00"),
        (" 7021-vii ", "7021-VII"),
        ("cd 99 01", "CD 99 01"),
        ("ri 1", "RI 1"),
        ("baru", "BARU"),
    ],
)
def test_what_fits_no_grammar_is_shown_as_typed(written: str, shown: str) -> None:
    assert format_plate(written) == shown


@pytest.mark.parametrize(
    "key", ["", "123400", "7021VII", "CD9901", "BARU", "B", "1234", "B12345X", "B0123XY", "B1ABCD"]
)
def test_an_odd_shape_is_remarked_on(key: str) -> None:
    assert split_plate(key) is None
    assert plate_remark(key) is PlateRemark.ODD_SHAPE


@pytest.mark.parametrize("key", ["XY1234AB", "Q1A", "C99", "O12"])
def test_an_unknown_region_is_remarked_on_and_still_formatted(key: str) -> None:
    assert plate_remark(key) is PlateRemark.UNKNOWN_REGION
    assert " " in format_plate(key)


@pytest.mark.parametrize("region", ["A", "B", "AG", "BA", "DK", "EA", "KT", "PY", "Z"])
def test_regions_in_use_draw_no_remark(region: str) -> None:
    assert plate_remark(f"{region}1234XY") is None


@pytest.mark.parametrize("text", ["AB 1704 GR", "ab6112juk", "L 1", "B. 12 X"])
def test_a_plate_looks_like_one(text: str) -> None:
    assert looks_like_plate(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dedi Lestari",
        "081288341907",
        "Honda Beat",
        "AX7",
        "MPX2",
        "DXE-1001",
        "WO-00001",
        "16.479",
        "43334 km",
        "12/08/2026",
        "Rp 45.000",
        "KM 1234",
        "Jl. Melati No. 81",
        "B 1234 XY dan B 1235 XY",
    ],
)
def test_other_cells_do_not_look_like_plates(text: str) -> None:
    assert not looks_like_plate(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("AB 0123 XY", "AB123XY"),
        ("AB O123 XY", "AB123XY"),
        ("AB 12O3 XY", "AB1203XY"),
        ("B 3472 K0R", "B3472KOR"),
        ("B 001 A", "B1A"),
        ("AB 120 XY", "AB120XY"),
        ("AB 12 OXY", "AB12OXY"),
        ("AB 0 XY", "AB0XY"),
        ("AB 01234 XY", "AB1234XY"),
        ("AB 0123456 XY", "AB0123456XY"),
        ("CD 09 01", "CD0901"),
        ("1234-00", "123400"),
        ("0812", "0812"),
    ],
)
def test_zeros_and_os_are_put_where_the_office_writes_them(written: str, meant: str) -> None:
    assert mend_plate_key(plate_key(written)) == meant


@given(st.from_regex(r"(AB|D|BE)[1-9][0-9]{0,3}[A-Z]{0,3}", fullmatch=True), st.data())
def test_a_plate_with_zeros_before_it_or_os_in_it_is_the_same_plate(key: str, data: st.DataObject) -> None:
    region, digits, suffix = split_plate(key) or ("", "", "")
    zeros = data.draw(st.text("0", max_size=4 - len(digits)))
    within = "".join(data.draw(st.sampled_from("0O")) if d == "0" else d for d in digits[:-1]) + digits[-1:]
    written = region + zeros + within + suffix
    assert mend_plate_key(key) == key
    assert mend_plate_key(written) == key
    assert key in plate_spellings(written)
    assert region + zeros + digits + suffix in plate_spellings(key)
