"""Phones, judged by libphonenumber itself."""

import math
import random
import subprocess
import sys

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.phones import (
    Phone,
    format_phone,
    has_letters_inside,
    has_lost_digits,
    looks_like_phone,
    match_key,
    national_digits,
    read_phones,
    read_phones_or_words,
)

PREFIXES = ["08", "8", "628", "+628", "+6208"]


def numbers_in(value: object) -> list[str | None]:
    return [phone.e164 for phone in read_phones(value)]


def judged(text: str) -> str | None:
    """What libphonenumber says of one number typed in Indonesia."""
    try:
        number = phonenumbers.parse(text, "ID")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@pytest.mark.parametrize(
    "cell",
    [
        "0812-8834-1907",
        "081288341907",
        "+62 812 8834 1907",
        "6281288341907",
        "+62 0812-8834-1907",
        "81288341907",
        81288341907,
        "81288341907.0",
        81288341907.0,
        "(0812) 88341907",
        "0812.8834.1907",
        " 081288341907 ",
        "WA 0812 8834 1907",
        "0812-8834-1907 (istri)",
        "HP: 081288341907",
        "0812–8834–1907",
    ],
)
def test_every_notation_of_a_number_is_one_number(cell: object) -> None:
    assert numbers_in(cell) == ["+6281288341907"]


@pytest.mark.parametrize(
    "cell",
    [
        "085288011931 / 0274592098",
        "085288011931/(0274) 592098",
        "085288011931, 0274-592098",
        "085288011931; 0274592098",
        "085288011931 & 0274592098",
        "085288011931\n0274592098",
        "085288011931 dan 0274592098",
        "085288011931 0274592098",
        "0852 8801 1931 0274 592098",
        "085288011931 / 0274592098 / 085288011931",
    ],
)
def test_two_numbers_in_a_cell_are_two(cell: str) -> None:
    assert numbers_in(cell) == ["+6285288011931", "+62274592098"]


@pytest.mark.parametrize(
    "cell",
    [
        None,
        "",
        " ",
        "-",
        "tidak ada",
        "Tdk ada",
        "kosong",
        0,
        "0",
        "000",
        math.nan,
        math.inf,
        True,
        "/",
        "- / -",
    ],
)
def test_a_cell_without_a_number_holds_none(cell: object) -> None:
    assert read_phones(cell) == ()


@pytest.mark.parametrize("cell", ["8.12E+11", "0812", "592098", "12345678901234567890", "0804123", "08-1"])
def test_what_can_not_be_dialled_is_kept_as_typed(cell: str) -> None:
    assert read_phones(cell) == (Phone(cell, None),)


@pytest.mark.parametrize("cell", ["0812 0345 0678", "0812 0034 0678", "0812-0345-0678 / -", "0274 059 2098"])
def test_a_group_that_begins_with_a_zero_is_no_second_number(cell: str) -> None:
    assert len(read_phones(cell)) == 1
    assert read_phones(cell)[0].typed == cell.removesuffix(" / -")


def test_a_letter_in_the_phone_column_is_no_phone() -> None:
    assert read_phones("telepon saja ke rumah, tanya Pak RT. " * 10 + "081288341907") == ()


def test_a_scrap_behind_a_number_is_not_lost() -> None:
    assert read_phones("0812-8834-1907/08") == (Phone("0812-8834-1907/08", "+6281288341907"),)


def test_a_foreign_number_needs_its_plus() -> None:
    (phone,) = read_phones("+65 9123 4567")
    assert phone.e164 == "+6591234567"
    assert format_phone(phone) == "+65 9123 4567"
    assert national_digits("+6591234567") == "6591234567"


def test_ten_thousand_mobiles_are_read_as_libphonenumber_reads_them() -> None:
    chance = random.Random(20260812)
    for _ in range(10_000):
        text = chance.choice(PREFIXES) + "".join(chance.choices("0123456789", k=chance.randint(6, 12)))
        assert numbers_in(text) in ([judged(text)], [])


@given(st.from_regex(r"(\+?62|0)?[1-9][0-9]{5,12}", fullmatch=True))
def test_any_bare_number_is_read_as_libphonenumber_reads_it(text: str) -> None:
    assert numbers_in(text) == [judged(text)]


@given(
    st.from_regex(r"8[1-35-9][0-9]{7,10}|2[124][0-9]{7}|274[0-9]{6}|61[0-9]{7}|361[0-9]{6}", fullmatch=True)
)
def test_an_indonesian_number_is_shown_as_libphonenumber_shows_it(digits: str) -> None:
    for phone in read_phones("0" + digits):
        assert phone.e164 == judged("0" + digits)
        if phone.e164 is not None:
            national = phonenumbers.format_number(
                phonenumbers.parse(phone.e164), phonenumbers.PhoneNumberFormat.NATIONAL
            )
            assert format_phone(phone) == national
            assert national_digits(phone.e164) == "0" + digits


@given(st.one_of(st.text(), st.integers(), st.floats(), st.text("0123456789+-()/, .eE", max_size=40)))
def test_no_cell_is_too_strange(cell: object) -> None:
    phones = read_phones(cell)
    assert all(phone.typed.strip() == phone.typed != "" for phone in phones)
    assert len({phone.e164 or phone.typed for phone in phones}) == len(phones)
    for phone in phones:
        assert format_phone(phone)
    assert looks_like_phone(cell) == any(phone.e164 for phone in phones)


@given(
    st.from_regex(r"8[1-35-9][0-9]{8,9}", fullmatch=True).filter(lambda digits: not has_lost_digits(digits))
)
def test_spellings_of_one_number_match_on_nine_digits(digits: str) -> None:
    keys = {
        match_key(phone.e164 or "") for start in ("0", "+62", "") for phone in read_phones(start + digits)
    }
    assert keys == {digits[-9:]}


@pytest.mark.parametrize(
    "cell", ["Dedi Lestari", "B 1234 XY", "12/08/2026", "43334 km", 16479, "Rp 45.000", "2026", None]
)
def test_other_cells_do_not_look_like_phones(cell: object) -> None:
    assert not looks_like_phone(cell)


def test_reading_mobiles_does_not_load_libphonenumber() -> None:
    code = (
        "import sys; from bengkel_crm.trade.phones import format_phone, read_phones\n"
        "phone = read_phones('0812-8834-1907')[0]; assert format_phone(phone) == '0812-8834-1907'\n"
        "sys.exit('phonenumbers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "rounded", ["8.12E+11", "8,12E+11", "8.12883E+10", 812000000000, 812883000000.0, "6.28E+12", 628120000000]
)
def test_a_number_whose_last_digits_are_lost_is_never_made_up(rounded: object) -> None:
    (phone,) = read_phones(rounded)
    assert phone.e164 is None
    assert has_lost_digits(phone.typed)


@pytest.mark.parametrize("whole", ["0812 1000 000", 81288341900, "081210000000", 8121000000, "0274-600000"])
def test_zeros_at_the_end_of_a_number_that_was_typed_are_its_own(whole: object) -> None:
    (phone,) = read_phones(whole)
    assert phone.e164 is not None


SEPARATORS = ["", "-", " ", ".", "‑", "‐", "−", "–"]


@st.composite
def spelled_numbers(draw: st.DrawFn) -> tuple[str, str]:
    """A mobile as somebody wrote it, and what it is."""
    rest = draw(st.from_regex(r"[1-35-9][0-9]{8,9}", fullmatch=True))
    start = draw(st.sampled_from(["0", "+62", "+62 ", "62"]))
    sign = draw(st.sampled_from(SEPARATORS))
    digits = "8" + rest
    groups = [digits[:3], digits[3:7], digits[7:]]
    around = draw(
        st.sampled_from([("", ""), ("WA ", ""), ("", " (istri)"), ("\u202a", "\u202c"), ("hp: ", "")])
    )
    return around[0] + start + sign.join(groups) + around[1], "+62" + digits


@given(spelled_numbers())
def test_a_number_is_read_whatever_stands_between_its_groups(spelled: tuple[str, str]) -> None:
    text, meant = spelled
    if not has_lost_digits(text):
        assert numbers_in(text) == [meant]


@pytest.mark.parametrize("text", ["+xx 81288341907", "+AB 8128-834-1907", "+xx 812 8834 1907 (istri)"])
def test_a_number_of_a_country_that_can_not_be_read_is_nobodys(text: str) -> None:
    assert numbers_in(text) == [None]
    assert numbers_in(text.replace("+xx", "WA").replace("+AB", "hp:")) == ["+6281288341907"]
    assert numbers_in("081288341907 +istri") == ["+6281288341907"]


@given(spelled_numbers(), st.data())
def test_a_letter_among_the_digits_never_makes_another_number(
    spelled: tuple[str, str], data: st.DataObject
) -> None:
    text, meant = spelled
    places = [place for place, letter in enumerate(text) if letter.isdigit()]
    for place in sorted(data.draw(st.sets(st.sampled_from(places), min_size=1, max_size=3)), reverse=True):
        digit = text[place]
        like = {"0": "Oo", "1": "lI"}.get(digit, "")
        other = data.draw(st.sampled_from([*like, *"xXsSBbZzAeEé?*#", "x ", " x", " x ", "ab"]))
        text = text[:place] + other + text[place + 1 :]
    read = numbers_in(text)
    assert set(read) <= {None, meant}
    if meant in read:
        assert all(has_letters_inside(phone) for phone in read_phones(text))


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("0812345678O1", "+6281234567801"),
        ("08l2 3456 7802", "+6281234567802"),
        ("0812-3456-78O3", "+6281234567803"),
        ("O812-3456-7803 (istri)", "+6281234567803"),
        ("0812345678x4", None),
        ("0812 3456 78 x 04", None),
        ("0812-3456-780x", None),
        ("x0812-3456-780", None),
    ],
)
def test_letters_like_digits_are_told_and_others_leave_nothing_to_dial(cell: str, meant: str | None) -> None:
    (phone,) = read_phones(cell)
    assert phone == Phone(cell, meant)
    assert has_letters_inside(phone)


@pytest.mark.parametrize(
    "cell",
    [
        "0812-8834-1907 A. Budi",
        "HP1: 0812-8834-1907",
        "WA08128834-1907",
        "wa.me/6281288341907",
        "tel:+6281288341907",
    ],
)
def test_words_beside_a_number_are_no_letters_inside(cell: str) -> None:
    (phone,) = read_phones(cell)
    assert phone.e164 == "+6281288341907"
    assert not has_letters_inside(phone)


@pytest.mark.parametrize(
    "cell",
    ["085288011931 ::: 0274592098", "WA 085288011931 kantor 0274592098", "HP1 085288011931; HP2 0274-592098"],
)
def test_two_numbers_with_more_between_them_are_two(cell: str) -> None:
    assert numbers_in(cell) == ["+6285288011931", "+62274592098"]


@pytest.mark.parametrize(
    "cell", ["0812345678/01", "0812-3456,7801", "081234567801, 5 anak", "5 anak 081234567801"]
)
def test_digits_beside_a_number_are_not_left_out_in_silence(cell: str) -> None:
    assert numbers_in(cell) == [None]


def test_an_extension_is_not_dialled() -> None:
    assert numbers_in("(0274) 592098 ext. 12") == ["+62274592098"]


@pytest.mark.parametrize("words", ["titip ke Pak RT", "​titip  ke Pak RT‎"])
def test_words_typed_for_a_phone_are_kept(words: str) -> None:
    assert read_phones(words) == ()
    assert read_phones_or_words(words) == (Phone("titip ke Pak RT", None),)


@pytest.mark.parametrize("nothing", ["", " ", "-", "tidak ada", "Kosong"])
def test_nothing_typed_for_a_phone_is_nothing(nothing: str) -> None:
    assert read_phones_or_words(nothing) == ()
