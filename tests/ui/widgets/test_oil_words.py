"""An oil's name where there is no room for all of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.oil_words import cut_oil


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("name", "grade"),
    [
        ("CASTROL MAGNATEC 5W-30 4L", "5W-30 4L"),
        ("OLI FASTRON TECHNO 10W-40", "10W-40"),
        ("Shell Helix HX7 SAE 10W40 1 liter", "10W40"),
        ("YAMALUBE 0.8L MATIC SPORT", "SPORT"),
    ],
)
def test_what_tells_an_oil_from_others_stays(name: str, grade: str) -> None:
    metrics = QFontMetricsF(theme().font(TextRole.CAPTION))
    assert cut_oil(name, metrics, 1_000) == name
    shown = cut_oil(name, metrics, metrics.horizontalAdvance(name) * 0.7)
    assert grade in shown
    assert "…" in shown


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40), st.integers(20, 300))
def test_it_never_takes_more_room_than_there_is(name: str, room: int) -> None:
    assert QApplication.instance() is not None
    metrics = QFontMetricsF(theme().font(TextRole.CAPTION))
    shown = cut_oil(name, metrics, room)
    assert metrics.horizontalAdvance(shown) <= room + 1
    if metrics.horizontalAdvance(name) <= room:
        assert shown == name
    elif grade := re.search(r"\b\d{1,2}W-\d{1,2}\b", name):
        assert metrics.horizontalAdvance(f"M…{grade[0]}") > room or grade[0] in shown
