"""Books of a shop, and a clerk who takes them over."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from bengkel_crm.ui.exchange.stages import Stage
from bengkel_crm.ui.exchange.wizard import ImportWizard
from tests.ui.conftest import BareShell
from tests.workshop.exchange.books import write_sheets

HEADER = ("Tgl", "No. Polisi", "Nama Pelanggan", "No HP", "KM", "Pekerjaan", "Montir", "Biaya")
VISITS = (
    (datetime(2026, 8, 12), "B 3472 KZR", "Sri Wulandari", "081288341907", 42180, "Ganti oli", "Budi", 58000),
    (datetime(2026, 8, 13), "AB 15 XY", "Budi Santoso", "081300000001", 12000, "Tune up", "Anto", 90000),
    (datetime(2026, 8, 14), "D 4374 YUP", "Wayan", "", 9000, "Ganti busi", "Anto", 35000),
)
WITHOUT_PLATE = (datetime(2026, 8, 15), "", "Tanpa Plat", "", 100, "Ganti ban", "Budi", 50000)
BAD_KM = (datetime(2026, 8, 16), "F 1234 AB", "Lina", "", "banyak", "Ganti ban", "Budi", 50000)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of visits: three sound rows, one without a plate, one with kilometres nobody can read."""
    return write_sheets(tmp_path / "buku.xlsx", {"Buku": (HEADER, *VISITS, WITHOUT_PLATE, BAD_KM)})


class Clerk:
    """Opens books and waits as a clerk would."""

    def __init__(self, qtbot: QtBot, shell: BareShell, ground: QWidget) -> None:
        self.qtbot, self.shell, self._ground = qtbot, shell, ground

    def open(self, book: Path) -> ImportWizard:
        """Open the wizard, which is reading then."""
        wizard = ImportWizard(self.shell, book, self._ground)
        wizard.open()
        return wizard

    def read(self, book: Path, stage: Stage = Stage.MAPPING) -> ImportWizard:
        """Open the wizard and wait until the book is read."""
        wizard = self.open(book)
        self.wait_for(wizard, stage)
        return wizard

    def check(self, book: Path) -> ImportWizard:
        """Open a book and go on to the check."""
        wizard = self.read(book)
        press(wizard, Qt.Key.Key_Return)
        self.wait_for(wizard, Stage.CHECK)
        return wizard

    def wait_for(self, wizard: ImportWizard, stage: Stage) -> None:
        self.qtbot.waitUntil(lambda: wizard.stage is stage, timeout=20_000)

    def wait_until_idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.shell.jobs.is_busy(), timeout=20_000)


def press(
    wizard: ImportWizard,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or wizard, key, modifiers)


def type_text(wizard: ImportWizard, text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(QApplication.focusWidget() or wizard, text)


def is_gone(wizard: ImportWizard) -> bool:
    """Return whether a wizard has closed; it deletes itself then."""
    return not isValid(wizard) or not wizard.isVisible()


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """The window a wizard belongs to."""
    window = QWidget()
    window.resize(1268, 740)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def clerk(qtbot: QtBot, shell: BareShell, ground: QWidget) -> Iterator[Clerk]:
    yield Clerk(qtbot, shell, ground)
    assert shell.jobs.cancel_all()
