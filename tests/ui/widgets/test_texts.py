"""Texts are said once and follow the language."""

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.ui.widgets.texts import Speaks
from tests.ui.shown_words import say_again


class MessageBar(Speaks, QWidget):
    """Named as the one in the window, whose words it says."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = self.worded(QPushButton(self), "Undo")
        self.close_button = self.named(QPushButton(self), "Close message")
        self.times = 0
        self.put_again(self._count)

    def _count(self) -> None:
        self.times += 1


def test_a_text_follows_the_language(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert (bar.undo.text(), bar.close_button.accessibleName()) == ("Urungkan", "Tutup pesan")
    i18n.set_language("en")
    qtbot.waitUntil(lambda: bar.times == 2)
    assert (bar.undo.text(), bar.close_button.accessibleName()) == ("Undo", "Close message")


def test_what_is_shown_anew_is_shown_once_now_and_once_a_change(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.times == 1
    say_again(bar)
    assert bar.times == 2
