"""The owner's month on the Excel page: chosen, written away from the window, cancelled."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.exchange.excel_page import ExcelPage
from bengkel_crm.ui.exchange.month_book import MonthBook
from bengkel_crm.ui.exchange.past_imports import PastImportsDialog
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import TODAY, make_vehicle, make_work_order
from tests.ui.conftest import BareShell
from tests.ui.shown_words import english_shown, recording, say_again, unnamed


def make_book(qtbot: QtBot, shell: BareShell) -> MonthBook:
    book = MonthBook(shell, TODAY)
    qtbot.addWidget(book)
    book.resize(980, 120)
    book.show()
    return book


def settle(qtbot: QtBot, shell: BareShell) -> None:
    qtbot.waitUntil(lambda: not shell.jobs.is_busy(), timeout=30_000)


def test_the_last_whole_month_is_chosen_and_any_other_can_be(
    qtbot: QtBot, shell: BareShell, database: Database, tmp_path: Path
) -> None:
    make_work_order(database, make_vehicle(database), on=date(2026, 6, 5))
    book = make_book(qtbot, shell)
    assert book.month.currentText() == "Juli 2026"
    QTest.keyClick(book.month, Qt.Key.Key_Down)
    assert book.month.currentText() == "Juni 2026"
    book.save_to(str(tmp_path / "juni.xlsx"))
    assert not book.save.isEnabled()
    assert book.cancel.isVisible()
    settle(qtbot, shell)
    assert book.save.isEnabled()
    assert not book.bar.isVisible()
    assert "juni.xlsx" in shell.messages[-1][0]
    assert load_workbook(tmp_path / "juni.xlsx")["Rincian"].max_row == 2


def test_a_cancelled_month_leaves_no_file(qtbot: QtBot, shell: BareShell, tmp_path: Path) -> None:
    book = make_book(qtbot, shell)
    book.save.setFocus()
    book.save_to(str(tmp_path / "batal.xlsx"))
    assert book.focusWidget() is book.cancel
    book.cancel.click()
    settle(qtbot, shell)
    assert book.focusWidget() is book.save
    assert book.save.isEnabled()
    assert not (tmp_path / "batal.xlsx").exists()


def test_a_place_that_can_not_be_written_is_told(qtbot: QtBot, shell: BareShell, tmp_path: Path) -> None:
    book = make_book(qtbot, shell)
    book.save_to(str(tmp_path / "tidak ada" / "x.xlsx"))
    settle(qtbot, shell)
    assert shell.messages[-1][1] is Tone.BAD


def test_the_month_stands_in_the_name_that_is_offered(qtbot: QtBot, shell: BareShell) -> None:
    book = make_book(qtbot, shell)
    book.save.click()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible())
    assert Path(dialog.selectedFiles()[0]).name == "Buku bulanan 2026-07.xlsx"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_no_english_is_left_and_everything_has_a_name(qtbot: QtBot, shell: BareShell) -> None:
    with recording() as recorder:
        book = make_book(qtbot, shell)
        say_again(book)
    assert recorder.missing == set()
    assert english_shown(book) == []
    assert unnamed(book) == []


def test_the_excel_page_leads_to_past_imports(qtbot: QtBot, shell: BareShell) -> None:
    page = ExcelPage(shell)
    qtbot.addWidget(page)
    page.shop_opened()
    page.show()
    page.past.click()
    (dialog,) = page.findChildren(PastImportsDialog)
    assert dialog.isVisible()
    dialog.reject()
