"""Texts for paper: what is shown of anything, and lines that never leave their room."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bengkel_crm.reports.paper.pdf_fonts import Face, letters_of
from bengkel_crm.reports.paper.pdf_text import (
    break_lines,
    fit,
    lacks_letters,
    lines_that_fit,
    printable,
    width_of,
)
from tests.reports.paper.paper_kit import HOSTILE_NAMES


def joined(lines: tuple[tuple[tuple[Face, str], ...], ...]) -> str:
    return " ".join("".join(text for _, text in line) for line in lines).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Budi Santoso", "Budi Santoso"),
        ("Žižek Çelik Łukasz", "Žižek Çelik Łukasz"),
        ("Budi 😀 Santoso", "Budi Santoso"),
        ("Budi 👨‍👩‍👧 S", "Budi S"),
        ("a\x00b\x07c", "abc"),
        ("baris\nsatu\t dua", "baris satu dua"),
        ("محمد", "□□□□"),
        ("山田", "□□"),
        ("𝓑𝓾𝓭𝓲 Ｂ１ ﬁ", "Budi B1 fi"),
        ("Nguyễn", "Nguyễn"),
        ("e\u0301", "é"),
        ("\u202eterbalik\u202c", "terbalik"),
        ("😀🔥", "□"),
        ("\ud800x", "x"),
        ("", ""),
        ("  ", "  "),
    ],
)
def test_what_can_not_be_drawn_is_dropped_or_seen(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("王小明", True),
        ("Budi محمد", True),
        ("Jl. Raya 1\nגבעתיים", True),
        ("สมชาย", True),
        ("김철수", True),
        ("राम", True),
        ("😀🔥", True),
        ("Budi 😀", False),
        ("Žižek Nguyễn Пётр", False),
        ("□ Budi", False),
        ("Jl. Raya 1\nSleman", False),
        ("", False),
        ("\n \n", False),
    ],
)
def test_letters_the_paper_does_not_have_are_known_before_it_is_drawn(text: str, lacks: bool) -> None:
    assert lacks_letters(text) is lacks


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.sampled_from(list(Face)))
def test_nothing_is_drawn_that_the_face_does_not_have(text: str, face: Face) -> None:
    assert {ord(letter) for letter in printable(text, face)} <= letters_of(face)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.floats(30, 400), st.floats(6, 30))
def test_a_line_that_is_cut_fits_its_room(text: str, room: float, size: float) -> None:
    assert width_of(fit(text, Face.STRONG, size, room), Face.STRONG, size) <= room + 0.01


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=600), st.floats(40, 400), st.integers(1, 12))
def test_broken_lines_fit_and_are_no_more_than_asked(text: str, room: float, most: int) -> None:
    lines = break_lines(text, 9, room, most, text.split()[:2])
    assert len(lines) <= most
    for line in lines:
        assert sum(width_of(run.text, run.face, 9) for run in line) <= room + 0.01


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet="abcdefghijklm", min_size=1, max_size=9), max_size=80))
def test_every_word_is_kept_in_its_order(words: list[str]) -> None:
    lines = break_lines(" ".join(words), 9, 200, 200, words[3:5])
    assert joined(lines).split() == words


def test_a_text_too_long_ends_with_an_ellipsis() -> None:
    lines = break_lines("kata " * 500, 9, 200, 4)
    assert len(lines) == 4
    assert lines[-1][-1].text.endswith("…")
    assert sum(joined(lines).count(word) for word in ("kata",)) > 10


def test_a_phrase_stands_out_once_and_only_as_whole_words() -> None:
    (line,) = break_lines("Budiman dan Budi, lalu Budi lagi", 9, 400, 2, ["Budi"])
    assert [(run.face, run.text) for run in line] == [
        (Face.REGULAR, "Budiman dan "),
        (Face.STRONG, "Budi"),
        (Face.REGULAR, ", lalu Budi lagi"),
    ]


def test_a_plate_is_not_torn_apart() -> None:
    for room in range(60, 200, 7):
        lines = break_lines("Terima kasih atas Vario B 3472 KZR Anda", 9, room, 20, (), ["B 3472 KZR"])
        assert any("B 3472 KZR" in joined((line,)) for line in lines), room


def test_paragraphs_are_parted_by_one_empty_line() -> None:
    lines = break_lines("\n\nsatu\n\n\n\ndua\r\n\r\n", 9, 200, 9)
    assert [joined((line,)) for line in lines] == ["satu", "", "dua"]


def test_the_largest_size_that_fits_is_taken() -> None:
    short = lines_that_fit("satu dua", (10, 8), 200, 40, 1.4, (), ())
    longer = lines_that_fit("satu dua tiga empat lima " * 6, (10, 8), 200, 40, 1.4, (), ())
    hopeless = lines_that_fit("satu dua tiga " * 400, (10, 8), 200, 40, 1.4, (), ())
    assert (short[0], longer[0], hopeless[0]) == (10, 8, 8)
    assert (len(hopeless[1]) - 1) * 8 * 1.4 <= 40
    assert hopeless[1][-1][-1].text.endswith("…")


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_become_lines_all_the_same(name: str) -> None:
    assert len(break_lines(name, 9, 150, 3, (name,))) <= 3
    assert width_of(fit(name, Face.PLATE, 12, 90), Face.PLATE, 12) <= 90
