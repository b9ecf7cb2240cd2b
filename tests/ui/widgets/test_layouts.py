"""Rows and columns stand as they are said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.widgets.layouts import At, Grow, Stretch, fill, in_column, in_row

_FLAT = (0, 0, 0, 0)


def boxes(count: int) -> list[QWidget]:
    made = [QWidget() for _ in range(count)]
    for box in made:
        box.setFixedHeight(20)
        box.setMinimumWidth(40)
    return made


def shown(qtbot: QtBot, width: int, height: int) -> QWidget:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(width, height)
    ground.show()
    return ground


def test_parts_of_a_row_share_the_room_by_their_factor(qtbot: QtBot) -> None:
    ground, (first, second, third) = shown(qtbot, 400, 50), boxes(3)
    third.setFixedWidth(40)
    in_row(Grow(first), Grow(second, 2), 30, third, on=ground, spacing=0, margins=_FLAT)
    qtbot.waitUntil(lambda: third.x() == 360)
    assert [first.width(), second.width()] == [110, 220]


def test_a_row_in_a_column_comes_in_its_turn_for_tab_too(qtbot: QtBot) -> None:
    ground, (first, second, third, last) = shown(qtbot, 300, 200), boxes(4)
    in_column(first, in_row(second, third), Stretch(), last, on=ground, spacing=5, margins=_FLAT)
    qtbot.waitUntil(lambda: last.y() == 180)
    assert second.y() == third.y() == 25
    assert first.nextInFocusChain() is second
    assert third.nextInFocusChain() is last


def test_what_is_added_later_stands_at_its_side(qtbot: QtBot) -> None:
    ground, (first, last) = shown(qtbot, 300, 200), boxes(2)
    last.setFixedWidth(50)
    column = in_column(first, on=ground, margins=_FLAT)
    fill(column, Stretch(), At(last, Qt.AlignmentFlag.AlignRight))
    qtbot.waitUntil(lambda: last.x() == 250)
