"""A line to type in leaves the window its keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.widgets.line_edit import LineEdit

CTRL = Qt.KeyboardModifier.ControlModifier


class Ground(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.edit = LineEdit()
        QVBoxLayout(self).addWidget(self.edit)
        self.heard: list[str] = []
        for key in ("Ctrl+Z", "Ctrl+K", "Ctrl+E"):
            QShortcut(QKeySequence(key), self).activated.connect(lambda key=key: self.heard.append(key))


def make_ground(qtbot: QtBot) -> Ground:
    ground = Ground()
    qtbot.addWidget(ground)
    ground.show()
    ground.edit.setFocus()
    qtbot.waitUntil(ground.edit.hasFocus)
    return ground


def test_ctrl_z_undoes_typing_first_and_is_the_window_s_after(qtbot: QtBot) -> None:
    ground = make_ground(qtbot)
    qtbot.keyClicks(ground.edit, "b3472")
    qtbot.keyClick(ground.edit, Qt.Key.Key_Z, CTRL)
    assert ground.edit.text() == ""
    assert ground.heard == []
    qtbot.keyClick(ground.edit, Qt.Key.Key_Z, CTRL)
    assert ground.heard == ["Ctrl+Z"]


def test_note_and_excel_keys_reach_the_window_while_typing(qtbot: QtBot) -> None:
    ground = make_ground(qtbot)
    qtbot.keyClicks(ground.edit, "b3472")
    qtbot.keyClick(ground.edit, Qt.Key.Key_K, CTRL)
    qtbot.keyClick(ground.edit, Qt.Key.Key_E, CTRL)
    assert ground.heard == ["Ctrl+K", "Ctrl+E"]
    assert ground.edit.text() == "b3472"
