"""Taking over a book in the window: shown first, saved when asked, taken back when regretted."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from bengkel_crm.ui.dialogs.import_book import ImportDialog, Stage
from bengkel_crm.ui.dialogs.import_words import column_letter
from bengkel_crm.workshop.lookup import count_vehicles, look_up_plate
from bengkel_crm.workshop.shop_file import Database
from bengkel_crm.workshop.undo import find_last_deed
from tests.ui.conftest import BareShell
from tests.ui.words import english_shown, recording, unnamed
from tests.workshop.exchange.books import write_sheets

HEADER = ("Tgl", "No. Polisi", "Nama Pelanggan", "No HP", "KM", "Pekerjaan", "Montir", "Biaya")
VISITS = (
    (datetime(2026, 8, 12), "B 3472 KZR", "Sri Wulandari", "081288341907", 42180, "Ganti oli", "Budi", 58000),
    (datetime(2026, 8, 13), "AB 15 XY", "Budi Santoso", "081300000001", 12000, "Tune up", "Anto", 90000),
    (datetime(2026, 8, 14), "D 4374 YUP", "Wayan", "", 9000, "Ganti busi", "Anto", 35000),
)
WITHOUT_PLATE = (datetime(2026, 8, 15), "", "Tanpa Plat", "", 100, "Ganti ban", "Budi", 50000)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_sheets(tmp_path / "buku.xlsx", {"Buku": (HEADER, *VISITS, WITHOUT_PLATE)})


def is_gone(dialog: ImportDialog) -> bool:
    """Return whether a dialog has closed; it deletes itself then."""
    return not isValid(dialog) or not dialog.isVisible()


class Clerk:
    """Opens books and waits as a clerk would."""

    def __init__(self, qtbot: QtBot, shell: BareShell, ground: QWidget) -> None:
        self._qtbot, self._shell, self._ground = qtbot, shell, ground

    def open(self, book: Path) -> ImportDialog:
        dialog = ImportDialog(self._shell, book, self._ground)
        dialog.open()
        return dialog

    def read(self, book: Path) -> ImportDialog:
        dialog = self.open(book)
        self.wait_for(dialog, Stage.REVIEW)
        return dialog

    def wait_for(self, dialog: ImportDialog, stage: Stage) -> None:
        self._qtbot.waitUntil(lambda: dialog.stage is stage, timeout=20_000)

    def wait_until_idle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._shell.jobs.is_busy(), timeout=20_000)


@pytest.fixture
def clerk(qtbot: QtBot, shell: BareShell, ground: QWidget) -> Iterator[Clerk]:
    yield Clerk(qtbot, shell, ground)
    assert shell.jobs.cancel_all()


def test_a_book_is_shown_before_anything_is_saved(clerk: Clerk, book: Path, database: Database) -> None:
    dialog = clerk.read(book)
    assert count_vehicles(database) == 0
    assert dialog.review.vehicles.value() == "3 baru"
    assert dialog.review.work_orders.value() == "3 baru"
    assert dialog.review.rows.value() == "1"
    dialog.reject()
    assert count_vehicles(database) == 0


def test_columns_are_shown_with_what_they_are_taken_for(clerk: Clerk, book: Path) -> None:
    dialog = clerk.read(book)
    model = dialog.review.columns
    shown = [tuple(model.data(model.index(row, column)) for column in (1, 2, 3)) for row in range(3)]
    assert shown == [
        ("A", "Tgl", "Tanggal servis"),
        ("B", "No. Polisi", "Plat nomor"),
        ("C", "Nama Pelanggan", "Pelanggan"),
    ]
    dialog.reject()


def test_rows_that_can_not_be_taken_are_named_with_their_place_and_reason(clerk: Clerk, book: Path) -> None:
    dialog = clerk.read(book)
    model = dialog.review.problems
    assert [model.data(model.index(0, column)) for column in range(4)] == [
        "Buku",
        "5",
        "Platnya kosong.",
        "Tidak masuk",
    ]
    dialog.reject()


def test_ctrl_enter_takes_the_book_over_and_the_pages_hear_of_it(
    qtbot: QtBot, clerk: Clerk, shell: BareShell, book: Path, database: Database
) -> None:
    dialog = clerk.read(book)
    with qtbot.waitSignal(shell.changed, timeout=20_000) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    clerk.wait_for(dialog, Stage.DONE)
    card = look_up_plate(database, "B 3472 KZR")
    assert card is not None
    assert told.args is not None
    assert card.vehicle.id in told.args[0].vehicle_ids
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert is_gone(dialog)


def test_an_import_is_taken_back_from_where_it_was_made(
    clerk: Clerk, shell: BareShell, book: Path, database: Database
) -> None:
    dialog = clerk.read(book)
    dialog.save()
    clerk.wait_for(dialog, Stage.DONE)
    assert count_vehicles(database) == 3
    dialog.undo.click()
    clerk.wait_until_idle()
    assert count_vehicles(database) == 0
    assert find_last_deed(database) is None
    assert "diurungkan" in shell.messages[-1][0]


def test_a_book_that_is_known_already_offers_nothing_to_save(clerk: Clerk, book: Path) -> None:
    dialog = clerk.read(book)
    dialog.save()
    clerk.wait_for(dialog, Stage.DONE)
    dialog.accept()
    again = clerk.read(book)
    assert "sudah ada" in again.notice.text()
    assert again.go_on.text() == "Tutup"
    again.save()
    assert is_gone(again)


def test_esc_while_it_reads_leaves_and_saves_nothing(clerk: Clerk, book: Path, database: Database) -> None:
    dialog = clerk.open(book)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    clerk.wait_until_idle()
    assert is_gone(dialog)
    assert count_vehicles(database) == 0


def test_esc_while_it_saves_saves_nothing(
    qtbot: QtBot, clerk: Clerk, tmp_path: Path, database: Database
) -> None:
    many = [
        (datetime(2026, 8, 12), f"B {1000 + n} AA", f"Orang {n}", "", 1000, "Ganti oli", "Budi", 50000)
        for n in range(800)
    ]
    dialog = clerk.read(write_sheets(tmp_path / "besar.xlsx", {"Buku": (HEADER, *many)}))
    dialog.save()
    assert dialog.stage is Stage.SAVING
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.stage is Stage.SAVING, "it stays until the job has ended"
    clerk.wait_until_idle()
    assert is_gone(dialog)
    assert count_vehicles(database) == 0


def test_a_file_that_is_no_book_is_told_in_a_sentence(clerk: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "surat.xlsx"
    path.write_text("bukan Excel", encoding="utf-8")
    dialog = clerk.open(path)
    clerk.wait_for(dialog, Stage.FAILED)
    assert "surat.xlsx" in dialog.notice.text()
    assert dialog.go_on.text() == "Tutup"
    dialog.save()
    assert is_gone(dialog)


def test_rows_not_taken_are_saved_as_a_workbook_to_be_mended(
    qtbot: QtBot, clerk: Clerk, book: Path, tmp_path: Path
) -> None:
    dialog = clerk.read(book)
    assert dialog.save_problems.isVisible()
    dialog.write_problems_to(str(tmp_path / "perbaiki.xlsx"))
    clerk.wait_until_idle()
    qtbot.waitUntil(lambda: "perbaiki.xlsx" in dialog.notice.text())
    rows = list(load_workbook(tmp_path / "perbaiki.xlsx").active.iter_rows(values_only=True))
    assert rows[0][1] == "No. Polisi"
    assert rows[1][2] == "Tanpa Plat"
    dialog.reject()


def test_a_folder_that_can_not_be_written_is_told(clerk: Clerk, book: Path, tmp_path: Path) -> None:
    dialog = clerk.read(book)
    dialog.write_problems_to(str(tmp_path / "tidak ada" / "x.xlsx"))
    clerk.wait_until_idle()
    assert dialog.notice.text()
    assert dialog.stage is Stage.REVIEW
    dialog.reject()


def test_columns_are_named_as_excel_names_them() -> None:
    assert [column_letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_no_english_is_left_and_everything_has_a_name(clerk: Clerk, book: Path) -> None:
    with recording() as recorder:
        dialog = clerk.read(book)
        for model in (dialog.review.columns, dialog.review.problems):
            for row in range(model.rowCount()):
                for column in range(model.columnCount()):
                    model.data(model.index(row, column))
        dialog.save()
        clerk.wait_for(dialog, Stage.DONE)
    assert recorder.missing == set()
    assert english_shown(dialog) == []
    assert unnamed(dialog) == []
    dialog.accept()
