"""Names: who it is, how to address them, and one key for every spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.kinds import CustomerKind
from bengkel_crm.trade.names import fold, name_key, read_name


@pytest.mark.parametrize(
    ("written", "display", "honorific"),
    [
        ("SUGENG, BPK", "Sugeng", "Bpk"),
        ("Dedi Lestari,IBU", "Dedi Lestari", "Ibu"),
        ("H. Rahmat Simanjuntak ", "Rahmat Simanjuntak", "H."),
        ("H.Rahmat", "Rahmat", "H."),
        ("Hj. Siti", "Siti", "Hj."),
        ("Bpk. Yanti Lestari ", "Yanti Lestari", "Bpk"),
        ("PAK EKO SUSANTO", "Eko Susanto", "Pak"),
        ("Maya Fauzi, KAK ", "Maya Fauzi", "Kak"),
        ("Bpk. H. Rahmat", "Rahmat", "Bpk H."),
        ("H. RATNA, IBU", "Ratna", "Ibu H."),
        ("Sugeng (Bpk)", "Sugeng", "Bpk"),
        ("SUGENG BPK", "Sugeng", "Bpk"),
        ("  Budi   Santoso ", "Budi Santoso", None),
        ("budi santoso", "Budi Santoso", None),
        ("McDonald Halim", "McDonald Halim", None),
        ("O'NEIL ABDUL-RAHMAN", "O'Neil Abdul-Rahman", None),
        ("I MADE WIJAYA", "I Made Wijaya", None),
        ("Bu", "Bu", None),
        ("Pak Min", "Min", "Pak"),
        ("", "", None),
    ],
)
def test_a_person_is_shown_without_the_honorific(written: str, display: str, honorific: str | None) -> None:
    name = read_name(written)
    assert (name.display, name.honorific, name.kind) == (display, honorific, CustomerKind.PERSON)


@pytest.mark.parametrize(
    ("written", "display"),
    [
        ("PT Maju Bersama", "PT Maju Bersama"),
        ("PT. Maju Bersama", "PT Maju Bersama"),
        ("pt.maju bersama", "PT maju bersama"),
        ("SINAR JAYA, CV", "CV SINAR JAYA"),
        ("UD Tani Makmur", "UD Tani Makmur"),
        ("Koperasi Sejahtera", "Koperasi Sejahtera"),
        ("Toko ABC", "Toko ABC"),
        ("PT XYZ Tbk", "PT XYZ Tbk"),
    ],
)
def test_a_company_keeps_its_form_and_its_capitals(written: str, display: str) -> None:
    name = read_name(written)
    assert (name.display, name.kind) == (display, CustomerKind.COMPANY)


@pytest.mark.parametrize(
    "written",
    [
        "Sugeng Hartono",
        "SUGENG HARTONO, BPK",
        "Bpk. Sugeng Hartono",
        "H. Sugeng  Hartono",
        "Pak sugeng hartono",
        "Sugéng Hartono",
        "Sugeng-Hartono",
        "SUGENG HARTONO (IBU)",
        "PT Sugeng Hartono",
        "Sugeng Hartono, CV",
    ],
)
def test_every_spelling_of_a_name_has_one_key(written: str) -> None:
    assert name_key(written) == "sugeng hartono"


@pytest.mark.parametrize(
    ("written", "key"), [("Pak", "pak"), ("", ""), ("H. M. Ali", "m ali"), ("Bambang Mas", "bambang mas")]
)
def test_a_key_never_loses_the_name_itself(written: str, key: str) -> None:
    assert name_key(written) == key


def test_folding_keeps_honorifics_and_drops_accents_case_and_punctuation() -> None:
    assert fold("  Bpk. JOSÉ  d'Arc-Ñu ") == "bpk jose darc nu"


@given(st.text())
def test_any_text_is_a_name_and_reading_it_again_changes_nothing(text: str) -> None:
    display = read_name(text).display
    assert read_name(display).display == display
    assert fold(fold(text)) == fold(text)
    assert name_key(name_key(text)) == name_key(text)


# What names are made of in a book, in every wrong order.
SCRAPS = st.lists(
    st.sampled_from(
        [
            "Pak",
            "H.",
            "PT",
            ",",
            "(Bpk)",
            "CV",
            " ibu",
            "SUGENG",
            "h",
            "-",
            ", IBU",
            "PT.",
            "Hj.Siti",
            "(",
            " Tbk",
            "ß",
            " ",
        ]
    ),
    max_size=6,
)


@given(SCRAPS)
def test_a_name_and_what_is_shown_of_it_have_one_key(scraps: list[str]) -> None:
    text = "".join(scraps)
    display = read_name(text).display
    assert read_name(display).display == display
    assert name_key(display) == name_key(text) == name_key(name_key(text))


WORDS = st.lists(st.sampled_from(["Sugeng", "ayu", "HARTONO", "Siti", "Nur", "Made"]), min_size=1, max_size=3)


@given(
    WORDS,
    st.sampled_from(["", "Pak ", "Bpk. ", "H. ", "BU "]),
    st.sampled_from(["", ", BPK", ",IBU", ", KAK "]),
)
def test_an_honorific_changes_neither_name_nor_key(words: list[str], before: str, behind: str) -> None:
    plain = " ".join(words)
    assert read_name(before + plain + behind).display == read_name(plain).display
    assert name_key(before + plain + behind) == name_key(plain)


@pytest.mark.parametrize("letter", "\u200b\u200c\u200d\u200e\u202a\u202c\u2060\u2068\u2069\u00ad\ufeff")
def test_letters_nobody_sees_are_no_part_of_a_name(letter: str) -> None:
    assert read_name(f"Pras{letter}etyo {letter}") == read_name("Prasetyo")
    assert fold(f"Pras{letter}etyo") == "prasetyo"
    assert name_key(f"{letter}Bpk Pras{letter}etyo") == "prasetyo"
