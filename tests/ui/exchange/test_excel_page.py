"""The Excel page: a book comes in, everything goes out."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.exchange.excel_page import ExcelPage
from bengkel_crm.ui.exchange.stages import Stage
from bengkel_crm.ui.exchange.wizard import ImportWizard
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Command
from bengkel_crm.ui.window.pages import PAGES
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle
from tests.ui.conftest import BareShell
from tests.ui.shown_words import english_shown, recording, say_again, unnamed
from tests.workshop.exchange.books import write_sheets

_LEFT, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction


def make_page(qtbot: QtBot, shell: BareShell) -> ExcelPage:
    page = ExcelPage(shell)
    qtbot.addWidget(page)
    page.resize(1268, 700)
    if shell.is_open:
        page.shop_opened()
    page.show()
    page.come_to_front()
    return page


def drop(page: ExcelPage, *paths: Path) -> bool:
    """Drop files on the page and return whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(QPoint(50, 50), _COPY, data, _LEFT, _PLAIN)
    QApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), _COPY, data, _LEFT, _PLAIN))
    return enter.isAccepted()


def test_the_empty_start_page_leads_here() -> None:
    assert "import" in {entry.key for entry in PAGES}


def test_a_book_dropped_on_the_page_is_read(qtbot: QtBot, shell: BareShell, tmp_path: Path) -> None:
    page = make_page(qtbot, shell)
    book = write_sheets(tmp_path / "buku.xlsx", {"Buku": (("Plat", "Nama"), ("B 1 A", "Sri"))})
    assert not drop(page, tmp_path / "foto.jpg")
    assert not drop(page, book, tmp_path / "foto.jpg")
    assert drop(page, book)
    wizards = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ImportWizard)]
    qtbot.waitUntil(lambda: wizards[0].stage is Stage.MAPPING, timeout=20_000)
    wizards[0].reject()


def test_everything_is_saved_as_one_workbook(
    qtbot: QtBot, shell: BareShell, database: Database, tmp_path: Path
) -> None:
    make_vehicle(database, "B 3472 KZR", "Sri Wulandari")
    page = make_page(qtbot, shell)
    page.save.setFocus()
    page.save_to(str(tmp_path / "semua.xlsx"))
    assert not page.save.isEnabled()
    assert page.focusWidget() is page.cancel
    qtbot.waitUntil(lambda: not shell.jobs.is_busy(), timeout=20_000)
    assert page.save.isEnabled()
    assert page.focusWidget() is page.save
    assert "semua.xlsx" in shell.messages[-1][0]
    assert "Kendaraan" in load_workbook(tmp_path / "semua.xlsx", read_only=True).sheetnames


def test_a_place_that_can_not_be_written_is_told(qtbot: QtBot, shell: BareShell, tmp_path: Path) -> None:
    page = make_page(qtbot, shell)
    page.save_to(str(tmp_path / "tidak ada" / "x.xlsx"))
    qtbot.waitUntil(lambda: not shell.jobs.is_busy(), timeout=20_000)
    assert shell.messages[-1][1] is Tone.BAD
    assert page.save.isEnabled()


def test_the_last_folder_is_offered_again(qtbot: QtBot, shell: BareShell, tmp_path: Path) -> None:
    page = make_page(qtbot, shell)
    page.save_to(str(tmp_path / "semua.xlsx"))
    qtbot.waitUntil(lambda: not shell.jobs.is_busy(), timeout=20_000)
    page.commands()[Command.TO_EXCEL]()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())
    assert Path(dialog.directory().absolutePath()) == tmp_path  # type: ignore[attr-defined]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_nothing_can_be_done_before_the_shop_file_is_open(qtbot: QtBot, closed_shell: BareShell) -> None:
    page = make_page(qtbot, closed_shell)
    assert not page.choose.isEnabled()
    assert page.commands() == {}


def test_no_english_is_left_and_everything_has_a_name(qtbot: QtBot, shell: BareShell) -> None:
    with recording() as recorder:
        page = make_page(qtbot, shell)
        say_again(page)
    assert recorder.missing == set()
    assert english_shown(page) == []
    assert unnamed(page) == []
