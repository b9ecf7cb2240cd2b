"""Text on the screen."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel, plain_tooltip

LONG = "Oli yang namanya sangat panjang dan tidak muat di kartu"


def point_at(label: ElidedLabel) -> None:
    QApplication.sendEvent(label, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))


def test_a_customer_s_name_is_never_taken_for_markup(qtbot: QtBot) -> None:
    label = TextLabel("<b>Budi</b> & <img src=x>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_text_that_fits_is_whole_and_needs_no_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Budi")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    point_at(label)
    assert not label.is_elided()
    assert label.toolTip() == ""


def test_a_text_without_room_ends_in_an_ellipsis_and_is_whole_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.resize(80, 20)
    point_at(label)
    assert label.is_elided()
    assert label.toolTip() == LONG
    assert label.text() == LONG
    label.resize(2000, 20)
    point_at(label)
    assert label.toolTip() == ""


def test_a_long_text_does_not_widen_its_page(qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 80


def test_markup_in_a_tooltip_is_shown_as_it_was_typed() -> None:
    assert plain_tooltip("Budi & Ani") == "Budi & Ani"
    assert plain_tooltip("<b>Budi</b> & Ani") == "<span>&lt;b&gt;Budi&lt;/b&gt; &amp; Ani</span>"


def test_the_ink_of_a_label_can_change(qtbot: QtBot) -> None:
    label = TextLabel("terlambat", ink="text2")
    qtbot.addWidget(label)
    label.show()
    label.set_ink("bad")
    assert label.palette().color(label.foregroundRole()).name().upper() == "#B42318"
