"""The way through the wizard: opened, matched, checked, taken over, taken back."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bengkel_crm.base import errors
from bengkel_crm.ui.exchange.stages import Stage
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.counter.lookup import count_vehicles, look_up_plate
from bengkel_crm.workshop.exchange.out.export import export_everything
from bengkel_crm.workshop.journal.undo import find_last_deed
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.factories import make_vehicle
from tests.reports.workbooks_in import hostile
from tests.ui.conftest import BareShell
from tests.ui.exchange.conftest import HEADER, VISITS, Clerk, is_gone, press
from tests.workshop.exchange.books import write_sheets

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_a_book_that_is_recognised_opens_on_its_columns(clerk: Clerk, book: Path, database: Database) -> None:
    wizard = clerk.read(book)
    assert wizard.frame.pills.current() == 1
    assert "buku.xlsx" in wizard.frame.caption.text()
    assert "Buku" in wizard.frame.caption.text()
    press(wizard, Qt.Key.Key_Left, _ALT)
    assert wizard.stage is Stage.FILE
    press(wizard, Qt.Key.Key_Escape)
    assert is_gone(wizard)
    assert count_vehicles(database) == 0


def test_enter_goes_from_step_to_step_and_ctrl_enter_takes_the_book_over(
    qtbot: QtBot, clerk: Clerk, shell: BareShell, book: Path, database: Database
) -> None:
    wizard = clerk.check(book)
    assert count_vehicles(database) == 0
    assert wizard.check.facts.vehicles.value() == "4 baru"
    assert wizard.check.facts.rows.value() == "1"
    with qtbot.waitSignal(shell.changed, timeout=20_000) as told:
        press(wizard, Qt.Key.Key_Return, _CTRL)
    clerk.wait_for(wizard, Stage.RESULT)
    card = look_up_plate(database, "B 3472 KZR")
    assert card is not None
    assert told.args is not None
    assert card.vehicle.id in told.args[0].vehicle_ids
    assert wizard.frame.go_on.text() == "Cari kendaraan pertama"
    press(wizard, Qt.Key.Key_Return)
    assert is_gone(wizard)
    assert shell.went_to == ["counter"]


def test_a_copy_of_the_shop_file_is_made_first_and_named(
    clerk: Clerk, book: Path, database: Database
) -> None:
    wizard = clerk.check(book)
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    report = wizard.session.report
    assert report is not None
    assert report.backup is not None
    assert report.backup.is_file()
    assert str(report.backup) in wizard.result_step.copy.text()
    wizard.accept()


def test_the_wizard_is_no_wider_than_a_small_screen_at_any_step(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    small_screen_px = 1024 / 1.3
    assert wizard.minimumSizeHint().width() < small_screen_px
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_for(wizard, Stage.CHECK)
    assert wizard.minimumSizeHint().width() < small_screen_px
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    assert wizard.minimumSizeHint().width() < small_screen_px
    wizard.accept()


def test_columns_that_were_not_taken_are_named_in_the_result(clerk: Clerk, tmp_path: Path) -> None:
    visits = [(*visit, 7, "rak A") for visit in VISITS]
    rows = ((*HEADER, "Poin", "Xyzzy"), *visits)
    empty = ((*HEADER, "Kosong"), *VISITS)
    path = write_sheets(tmp_path / "buku.xlsx", {"Juli": rows, "Agustus": rows, "Lain": empty})
    wizard = clerk.check(path)
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    lines = wizard.result_step.lines
    told = [[lines.index(row, place).data() for place in range(5)] for row in range(lines.rowCount())]
    assert [line[:4] for line in told] == [
        ["Juli, Agustus", "", "Poin", "6 sel"],
        ["Juli, Agustus", "", "Xyzzy", "6 sel"],
    ]
    assert ["angka" in line[4] for line in told] == [True, False]
    assert wizard.result_step.table.isVisible()
    wizard.resize(wizard.minimumSizeHint())
    assert wizard.frame.go_on.height() >= wizard.frame.go_on.sizeHint().height()
    wizard.accept()


def test_an_import_is_taken_back_from_where_it_was_made(
    clerk: Clerk, shell: BareShell, book: Path, database: Database
) -> None:
    wizard = clerk.check(book)
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    assert count_vehicles(database) == 4
    wizard.frame.undo.click()
    clerk.wait_until_idle()
    assert count_vehicles(database) == 0
    assert find_last_deed(database) is None
    assert "diurungkan" in shell.messages[-1][0]


def test_a_book_that_is_known_already_offers_nothing_to_save(clerk: Clerk, book: Path) -> None:
    wizard = clerk.check(book)
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    wizard.accept()
    again = clerk.check(book)
    assert again.frame.go_on.text() == "Tutup"
    again.go_on()
    assert is_gone(again)


def test_esc_while_it_reads_leaves_and_saves_nothing(clerk: Clerk, book: Path, database: Database) -> None:
    wizard = clerk.open(book)
    press(wizard, Qt.Key.Key_Escape)
    clerk.wait_until_idle()
    assert is_gone(wizard)
    assert count_vehicles(database) == 0


def test_esc_while_it_saves_saves_nothing_and_keeps_what_was_decided(
    clerk: Clerk, tmp_path: Path, database: Database
) -> None:
    many = [
        (datetime(2026, 8, 12), f"B {1000 + n} AA", f"Orang {n}", "", 1000, "Ganti oli", "Budi", 50000)
        for n in range(800)
    ]
    wizard = clerk.check(write_sheets(tmp_path / "besar.xlsx", {"Buku": (HEADER, *many)}))
    wizard.go_on()
    assert wizard.stage is Stage.SAVING
    press(wizard, Qt.Key.Key_Escape)
    clerk.wait_until_idle()
    assert wizard.stage is Stage.CHECK
    assert "dibatalkan" in wizard.notice.text().casefold()
    assert count_vehicles(database) == 0
    press(wizard, Qt.Key.Key_Escape)
    assert is_gone(wizard)


def test_esc_while_it_checks_goes_back_to_the_columns(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    press(wizard, Qt.Key.Key_Return)
    assert wizard.stage is Stage.CHECKING
    press(wizard, Qt.Key.Key_Escape)
    clerk.wait_until_idle()
    assert wizard.stage in (Stage.MAPPING, Stage.CHECK)
    wizard.reject()


def test_a_file_that_is_no_book_is_told_in_a_sentence(clerk: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "surat.xlsx"
    path.write_bytes(b"PK\x03\x04 bukan buku")
    wizard = clerk.read(path, Stage.FILE)
    assert "surat.xlsx" in wizard.notice.text()
    assert wizard.frame.go_on.text() == "Pilih berkas lain…"
    press(wizard, Qt.Key.Key_Escape)
    assert is_gone(wizard)


def test_another_file_may_be_chosen_where_the_first_was_none(
    clerk: Clerk, tmp_path: Path, book: Path
) -> None:
    path = tmp_path / "surat.xlsx"
    path.write_bytes(b"PK\x03\x04 bukan buku")
    wizard = clerk.read(path, Stage.FILE)
    wizard.open_file(book)
    clerk.wait_for(wizard, Stage.MAPPING)
    assert "buku.xlsx" in wizard.frame.caption.text()
    wizard.reject()


def test_a_file_that_vanished_is_told_and_what_was_read_stays(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    wizard.go_back()
    book.unlink()
    wizard.open_file(book)
    clerk.wait_for(wizard, Stage.FILE)
    assert "buku.xlsx" in wizard.notice.text()
    wizard.go_on()
    assert wizard.stage is Stage.MAPPING
    wizard.reject()


def test_rows_not_taken_are_saved_as_a_workbook_to_be_mended(
    qtbot: QtBot, clerk: Clerk, book: Path, tmp_path: Path
) -> None:
    wizard = clerk.check(book)
    assert wizard.frame.save_problems.isVisible()
    wizard.files.write_problems_to(str(tmp_path / "perbaiki.xlsx"))
    clerk.wait_until_idle()
    qtbot.waitUntil(lambda: "perbaiki.xlsx" in wizard.notice.text())
    rows = list(load_workbook(tmp_path / "perbaiki.xlsx").active.iter_rows(values_only=True))
    assert rows[0][1] == "No. Polisi"
    assert rows[1][2] == "Tanpa Plat"
    wizard.reject()


def test_a_folder_that_can_not_be_written_is_told(clerk: Clerk, book: Path, tmp_path: Path) -> None:
    wizard = clerk.check(book)
    wizard.files.write_problems_to(str(tmp_path / "tidak ada" / "x.xlsx"))
    clerk.wait_until_idle()
    assert wizard.notice.text()
    assert wizard.stage is Stage.CHECK
    wizard.reject()


def test_the_size_of_the_window_is_remembered(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    wizard.resize(wizard.width(), 555)
    wizard.reject()
    again = clerk.read(book)
    assert again.height() == 555
    again.reject()


def test_a_copy_that_can_not_be_made_is_told_and_nothing_is_saved(
    clerk: Clerk, book: Path, database: Database
) -> None:
    wizard = clerk.check(book)
    (database.path.parent / "backups").write_text("in the way", encoding="utf-8")
    wizard.go_on()
    assert wizard.stage is Stage.SAVING
    clerk.wait_for(wizard, Stage.CHECK)
    assert wizard.notice.text()
    assert count_vehicles(database) == 0
    (database.path.parent / "backups").unlink()
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    assert count_vehicles(database) == 4
    wizard.accept()


def test_what_the_shop_wrote_meanwhile_is_not_doubled(clerk: Clerk, book: Path, database: Database) -> None:
    wizard = clerk.check(book)
    make_vehicle(database, "B 3472 KZR", "Sri Wulandari")
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    assert count_vehicles(database) == 4
    wizard.accept()


_BROKEN = (b"PK\x03\x04 half a book", errors.BookUnreadable)
_WEB_PAGE = (b"<html><body><table><tr><td>B 1 A</td></tr></table></body></html>", errors.BookIsWebPage)
_PROTECTED = (hostile.ole("EncryptedPackage"), errors.BookProtected)
_LARGE = (hostile.TOO_LARGE["a million cells without a place"](), errors.BookTooLarge)
_BOMB = (hostile.bomb(), errors.BookHostile)


@pytest.mark.parametrize(
    ("content", "error"),
    [_BROKEN, _WEB_PAGE, _PROTECTED, _LARGE, _BOMB],
    ids=["broken", "web page", "protected", "a million cells", "bomb"],
)
def test_every_reason_a_file_is_refused_for_is_told_in_place(
    clerk: Clerk, tmp_path: Path, content: bytes, error: type[errors.BookError]
) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(content)
    wizard = clerk.read(path, Stage.FILE)
    assert wizard.notice.text() == describe_error(error(str(path)))
    assert not wizard.file.tables.isVisible()
    press(wizard, Qt.Key.Key_Escape)
    assert is_gone(wizard)


def test_an_export_of_the_program_goes_back_into_an_empty_file(
    clerk: Clerk, tmp_path: Path, database: Database, new_shop: Path
) -> None:
    other = open_shop(Path(shutil.copy(new_shop, tmp_path / "lain.db")))
    make_vehicle(other, "B 3472 KZR", "Sri Wulandari")
    export_everything(other, tmp_path / "semua.xlsx", lambda done, total: None)
    close_shop(other)
    wizard = clerk.read(tmp_path / "semua.xlsx", Stage.CHECK)
    press(wizard, Qt.Key.Key_Left, _ALT)
    assert wizard.stage is Stage.FILE
    assert "ekspor program ini" in wizard.frame.caption.text()
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_for(wizard, Stage.CHECK)
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    assert look_up_plate(database, "B 3472 KZR") is not None
    wizard.accept()


def test_what_a_closed_wizard_still_does_does_not_stand_in_the_way_of_the_next(
    clerk: Clerk, book: Path
) -> None:
    closed = clerk.check(book)
    reports: list[object] = []
    closed.stage_changed.connect(reports.append)
    closed.check.recheck_wanted.emit()
    closed.reject()
    assert is_gone(closed)
    assert clerk.shell.jobs.is_busy()
    following = clerk.read(book)
    clerk.wait_until_idle()
    assert following.stage is Stage.MAPPING
    assert reports == []
    press(following, Qt.Key.Key_Escape)


def test_another_file_opened_during_a_check_is_what_comes_of_it(
    clerk: Clerk, book: Path, tmp_path: Path
) -> None:
    wizard = clerk.check(book)
    other = write_sheets(tmp_path / "lain.xlsx", {"Lain": (HEADER,)})
    wizard.check.recheck_wanted.emit()
    wizard.open_file(other)
    clerk.wait_for(wizard, Stage.FILE)
    clerk.wait_until_idle()
    assert wizard.stage is Stage.FILE
    assert wizard.session.book is not None
    assert wizard.session.book.path == other
    wizard.reject()
