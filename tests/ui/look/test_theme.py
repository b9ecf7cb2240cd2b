"""Fonts, colours and sizes, and their change while the window is open."""

import subprocess
import sys
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from bengkel_crm.base.paths import resources
from bengkel_crm.ui.look.theme import TEXT_SCALES, Theme, font_file, set_role, theme
from bengkel_crm.ui.look.tokens import TYPE, Scheme, TextRole


def ink(font: QFont) -> int:
    """Return how much black a word in this font puts on white."""
    picture = QImage(400, 60, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.drawText(10, 40, "Servis berikutnya")
    painter.end()
    return sum(255 - value for value in bytes(picture.constBits()))


def weighted(weight: int) -> QFont:
    font = QFont(theme().font(TextRole.TITLE))
    font.setVariableAxis(QFont.Tag("wght"), weight)
    return font


def test_the_font_of_the_window_is_the_packaged_inter(qapp: QApplication) -> None:
    assert font_file().is_file()
    assert QApplication.font().family() == "Inter"


_UNDRESSED = """
from PySide6.QtWidgets import QApplication
from bengkel_crm.ui.look import theme
print(QApplication([]).style().name())
"""


def test_the_window_is_drawn_in_fusion_style() -> None:
    # The style sheet's style stands in front of it. Asked of a window that has none yet: Qt forgets which
    # widgets live when a sheet is taken away, and falls over those that are gone when the next one comes.
    told = subprocess.run(
        [sys.executable, "-P", "-c", _UNDRESSED], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip().casefold() == "fusion"


def test_every_weight_really_renders_differently() -> None:
    inks = [ink(weighted(weight)) for weight in (400, 500, 600, 700)]
    assert inks == sorted(inks)
    assert all(heavier > lighter * 1.03 for lighter, heavier in pairwise(inks))


def test_no_weight_is_smeared_by_qt() -> None:
    for role in TextRole:
        assert theme().font(role).weight() == QFont.Weight.Normal, role


def test_figures_of_plates_and_numbers_are_equally_wide() -> None:
    for role in (TextRole.NUMBER, TextRole.PLATE, TextRole.PLATE_BOX, TextRole.PLATE_SMALL):
        metrics = QFontMetricsF(theme().font(role))
        assert metrics.horizontalAdvance("1111") == pytest.approx(metrics.horizontalAdvance("0888"), abs=0.1)
    plain = QFontMetricsF(theme().font(TextRole.BODY))
    assert plain.horizontalAdvance("1111") < plain.horizontalAdvance("0888")


def test_a_zero_on_a_plate_is_not_an_o() -> None:
    assert "zero" in TYPE[TextRole.PLATE].features
    assert [tag.toString().data().decode() for tag in theme().font(TextRole.PLATE).featureTags()] != []


def test_no_hinting_spoils_the_spacing() -> None:
    assert theme().font(TextRole.BODY).hintingPreference() == QFont.HintingPreference.PreferNoHinting


@pytest.mark.parametrize("percent", TEXT_SCALES)
def test_one_setting_scales_every_text(qtbot: QtBot, percent: int) -> None:
    label = QLabel("Budi")
    qtbot.addWidget(label)
    set_role(label, TextRole.FACT)
    theme().apply(Scheme.LIGHT, percent)
    assert label.font().pointSizeF() == pytest.approx(12 * percent / 100)
    assert theme().px(36) == round(36 * percent / 100)


def test_an_open_window_follows_a_change_of_scheme(qtbot: QtBot) -> None:
    label = QLabel("Budi")
    qtbot.addWidget(label)
    label.show()
    with qtbot.waitSignal(theme().changed):
        theme().apply(Scheme.DARK, 100)
    assert label.palette().color(label.foregroundRole()).name().upper() == "#E8EDF1"


def test_applying_the_same_theme_again_changes_nothing(qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme().changed):
        theme().apply(Scheme.LIGHT, 100)


def test_the_style_sheet_names_no_font() -> None:
    sheet = (resources() / "themes" / "base.qss").read_text(encoding="utf-8")
    assert "font-" not in sheet


def test_qt_understands_the_whole_style_sheet(qapp: QApplication) -> None:
    # A mistake in it is a Qt warning, and a warning fails the test.
    for scheme in Scheme:
        theme().apply(scheme, 130)
        assert "$" not in qapp.styleSheet()


def test_the_font_of_the_whole_application_is_set_after_the_style_sheet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Windows gives lists, menus and message boxes fonts of its own when the first style sheet is set."""
    order: list[str] = []
    set_font, set_sheet = QApplication.setFont, QApplication.setStyleSheet

    def note_font(*arguments: object) -> None:
        order.append("font")
        set_font(*arguments)

    def note_sheet(app: QApplication, sheet: str) -> None:
        order.append("sheet")
        set_sheet(app, sheet)

    monkeypatch.setattr(QApplication, "setFont", staticmethod(note_font))
    monkeypatch.setattr(QApplication, "setStyleSheet", note_sheet)
    fresh = Theme()
    fresh.apply(Scheme.LIGHT, 100)
    assert order == ["sheet", "font"]
