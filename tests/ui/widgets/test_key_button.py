"""Buttons that teach their key."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton, key_text


def make_button(
    qtbot: QtBot, text: str = "Servis baru", key: str = "F2", kind: ButtonKind = ButtonKind.PRIMARY
) -> KeyButton:
    button = KeyButton(text, "plus", key, kind)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    return button


def test_the_key_is_shown_where_there_is_room(qtbot: QtBot) -> None:
    assert make_button(qtbot).shows_key()


def test_the_key_steps_aside_when_the_button_is_narrow(qtbot: QtBot) -> None:
    button = make_button(qtbot)
    button.resize(button.minimumSizeHint())
    assert not button.shows_key()
    button.grab()


def test_a_narrow_button_still_has_room_for_its_whole_text(qtbot: QtBot) -> None:
    button = make_button(qtbot)
    text = button.fontMetrics().horizontalAdvance("Servis baru")
    assert button.minimumSizeHint().width() >= text + theme().px(28)


def test_the_name_and_the_tooltip_tell_what_it_does(qtbot: QtBot) -> None:
    button = make_button(qtbot, "Simpan && cetak", "Ctrl+P")
    assert button.accessibleName() == "Simpan & cetak"
    assert button.toolTip() == "Simpan & cetak  Ctrl+P"
    button.setText("Cetak")
    assert button.accessibleName() == "Cetak"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, key: Qt.Key) -> None:
    button = make_button(qtbot)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, key, Qt.KeyboardModifier.ControlModifier)


def test_a_press_and_the_space_key_click(qtbot: QtBot) -> None:
    button = make_button(qtbot)
    clicks: list[int] = []
    button.clicked.connect(lambda: clicks.append(1))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert clicks == [1, 1]


def test_buttons_grow_with_the_text(qtbot: QtBot) -> None:
    button = make_button(qtbot)
    before = button.sizeHint()
    theme().apply(Scheme.LIGHT, 130)
    assert button.sizeHint().width() > before.width()
    assert button.sizeHint().height() == round(38 * 1.3)


def test_a_button_is_high_enough_for_a_finger(qtbot: QtBot) -> None:
    assert make_button(qtbot).sizeHint().height() >= 38


@pytest.mark.parametrize("kind", ButtonKind)
@pytest.mark.parametrize("enabled", [True, False])
def test_every_kind_is_drawn_in_both_schemes(qtbot: QtBot, kind: ButtonKind, enabled: bool) -> None:
    button = make_button(qtbot, kind=kind)
    button.setEnabled(enabled)
    light = button.grab().toImage()
    theme().apply(Scheme.DARK, 100)
    dark = button.grab().toImage()
    assert light != dark


def test_keys_are_written_as_on_the_keyboard() -> None:
    assert key_text("Ctrl+N") == "Ctrl+N"
    assert key_text("Esc") == "Esc"
    assert key_text("Del") == "Del"
