"""What every dialog of a list has from its frame."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.forms.dialog_frame import DialogFrame
from bengkel_crm.ui.forms.help import HelpDialog
from tests.ui.shown_words import unnamed


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.show()
    return ground


@pytest.fixture
def dialog(ground: QWidget) -> DialogFrame:
    dialog = DialogFrame("backups", "backups", 640, 400, ground)
    table, more = QTableWidget(0, 1), QPushButton("Periksa")
    table.setAccessibleName("Salinan")
    dialog.close_button.setText("Tutup")
    dialog.add_table(table)
    dialog.lay_foot([more], [dialog.close_button])
    dialog.show_head("Salinan", "Dibuat sendiri.")
    dialog.open()
    assert QTest.qWaitForWindowExposed(dialog)
    return dialog


def test_esc_leaves(qtbot: QtBot, dialog: DialogFrame) -> None:
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_button_leaves(qtbot: QtBot, dialog: DialogFrame) -> None:
    with qtbot.waitSignal(dialog.rejected):
        QTest.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)


def test_its_title_is_its_head_and_all_in_it_has_a_name(dialog: DialogFrame) -> None:
    assert (dialog.windowTitle(), dialog.head()) == ("Salinan", "Salinan\nDibuat sendiri.")
    assert dialog.bar.accessibleName() == "Kemajuan"
    assert unnamed(dialog) == []


def test_help_opens_at_its_subject(dialog: DialogFrame) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    helper = dialog.findChild(HelpDialog)
    assert helper is not None
    assert helper.topic() == "backups"
