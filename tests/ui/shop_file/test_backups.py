"""Backups from the window: made, put back, and the file asked whether all is well."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.records.journal import Change
from bengkel_crm.ui.frame.second_place_setting import find_second_place, keep_second_place
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shop_file.backup_words import check_words
from bengkel_crm.ui.shop_file.backups import BackupsDialog
from bengkel_crm.workshop.counter.lookup import look_up_plate
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.second_place import choose_second_place
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.db.derived.test_checks import flip_in_index
from tests.factories import make_vehicle, make_work_order
from tests.ui.conftest import BareShell
from tests.ui.forms.clerk import focused, press
from tests.ui.shown_words import english_shown, recording, unnamed

_FAULTS = (
    *("damaged", "index", "schema", "row", "foreign_key", "key", "words"),
    *("phone", "owner", "summary", "due", "search", "future"),
)
EARLIER, LATER = datetime(2026, 8, 11, 17, 5), datetime(2026, 8, 12, 17, 5)


def opened(shell: BareShell, ground: QWidget) -> BackupsDialog:
    dialog = BackupsDialog(shell, ground)
    dialog.open()
    assert QTest.qWaitForWindowExposed(dialog)
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    return dialog


def wait_for(qtbot: QtBot, shell: BareShell, dialog: BackupsDialog, words: str) -> None:
    qtbot.waitUntil(lambda: not shell.jobs.is_busy() and words in dialog.notice.text())


def test_the_automatic_backups_are_listed_the_newest_first(
    shell: BareShell, ground: QWidget, database: Database
) -> None:
    make_vehicle(database)
    backup.back_up_when_changed(database, EARLIER)
    make_work_order(database, make_vehicle(database), on=LATER.date())
    backup.back_up_when_changed(database, LATER)
    dialog = opened(shell, ground)
    rows = [
        [dialog.table.copies.index(row, column).data() for column in (1, 2, 3, 4, 5, 7)]
        for row in range(dialog.table.copies.rowCount())
    ]
    assert rows == [
        ["otomatis", "2", "1", "12 Agu 2026", "komputer ini", "toko-20260812-170500.db"],
        ["otomatis", "1", "0", "", "komputer ini", "toko-20260811-170500.db"],
    ]
    assert dialog.table.copies.index(0, 6).data().endswith(" KB")
    assert dialog.table is focused()
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_without_backups_it_says_when_the_first_is_made(shell: BareShell, ground: QWidget) -> None:
    dialog = opened(shell, ground)
    assert dialog.empty.isVisible()
    assert not dialog.restore_button.isVisible()
    assert not dialog.back_up_button.isVisible()
    dialog.close()


def test_a_backup_is_made_where_it_is_wanted(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database, tmp_path: Path
) -> None:
    make_vehicle(database, "B 3472 KZR")
    dialog = opened(shell, ground)
    dialog.empty.activated.emit()
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    to = tmp_path / "usb" / "cadangan.db"
    to.parent.mkdir()
    chooser.fileSelected.emit(str(to))
    chooser.close()
    wait_for(qtbot, shell, dialog, f"Sudah dicadangkan dan diperiksa: {to}")
    assert backup.manifest_of(to).exists()
    dialog.close()


def test_a_file_that_is_no_backup_is_not_written_over(
    qtbot: QtBot, shell: BareShell, ground: QWidget, tmp_path: Path
) -> None:
    letter = tmp_path / "surat.db"
    letter.write_text("Yth. Bapak Budi")
    dialog = opened(shell, ground)
    dialog.back_up_to(str(letter))
    wait_for(qtbot, shell, dialog, str(letter))
    assert letter.read_text() == "Yth. Bapak Budi"
    dialog.ask_to_restore(str(letter))
    dialog.notice.answers()[0].click()
    wait_for(qtbot, shell, dialog, "bukan data program ini")
    assert shell.messages == []
    dialog.close()


def test_a_chosen_backup_is_put_back_after_a_plain_question(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database, tmp_path: Path
) -> None:
    make_vehicle(database, "B 3472 KZR")
    backup.back_up_when_changed(database, EARLIER)
    make_vehicle(database, "D 1 A")
    told: list[Change] = []
    shell.changed.connect(told.append)
    dialog = opened(shell, ground)
    press(Qt.Key.Key_Return)
    assert "Isi yang sekarang dicadangkan dulu" in dialog.notice.text()
    assert look_up_plate(database, "D 1 A") is not None
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.notice.text() == ""
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.restored):
        press(Qt.Key.Key_Backtab)
        press(Qt.Key.Key_Space)
    assert look_up_plate(database, "D 1 A") is None
    assert look_up_plate(database, "B 3472 KZR") is not None
    assert [(change.kind, change.touches_all) for change in told] == [("backup_restored", True)]
    assert shell.messages == [("Cadangan dipulihkan", Tone.OK)]
    (before,) = backup.backup_folder(database).glob("before-restore-*.db")
    assert str(before) in dialog.notice.text()
    # Within the same second the next such backup takes this name.
    kept = before.rename(tmp_path / "sebelumnya.db")
    dialog.ask_to_restore(str(kept))
    with qtbot.waitSignal(dialog.restored):
        dialog.notice.answers()[0].click()
    assert look_up_plate(database, "D 1 A") is not None
    dialog.close()


def test_copies_made_before_something_are_listed_with_their_occasion(
    shell: BareShell, ground: QWidget, database: Database
) -> None:
    make_vehicle(database)
    backup.back_up_before(database, "import", backup.backup_folder(database), EARLIER)
    backup.back_up_when_changed(database, EARLIER)
    backup.restore(database, Path(backup.list_backups(database)[0].path), LATER)
    dialog = opened(shell, ground)
    occasions = [dialog.table.copies.index(row, 1).data() for row in range(dialog.table.copies.rowCount())]
    assert occasions == ["pemulihan", "otomatis", "impor"]
    dialog.close()


def _gone(path: Path) -> None:
    path.unlink()


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _first_page_gone(path: Path) -> None:
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])


@pytest.mark.parametrize("harm", [_gone, _emptied, _first_page_gone])
def test_a_copy_is_put_back_over_a_file_that_is_gone_or_damaged(
    qtbot: QtBot,
    shell: BareShell,
    ground: QWidget,
    database: Database,
    harm: Callable[[Path], None],
) -> None:
    make_vehicle(database, "B 3472 KZR")
    backup.back_up_when_changed(database, EARLIER)
    dialog = opened(shell, ground)
    database.close()
    harm(database.path)
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.restored):
        dialog.notice.answers()[0].click()
    assert look_up_plate(database, "B 3472 KZR") is not None
    make_vehicle(database, "D 1 A")
    assert backup.check(database) == []
    dialog.close()


def test_a_second_place_is_chosen_once_and_can_be_given_up(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    make_vehicle(database)
    dialog = opened(shell, ground)
    dialog.second_place.choose.click()
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    assert chooser.fileMode() is QFileDialog.FileMode.Directory
    chooser.fileSelected.emit(str(stick))
    chooser.close()
    wait_for(qtbot, shell, dialog, "Sudah dicadangkan dan diperiksa")
    assert str(stick) in dialog.second_place.words.text()
    assert len(list(stick.glob("toko-*.db"))) == 1
    assert find_second_place(shell.settings) == stick
    dialog.second_place.stop.click()
    assert find_second_place(shell.settings) is None
    dialog.close()


def test_the_copies_on_the_stick_are_listed_and_one_of_them_is_put_back(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    make_vehicle(database, "B 3472 KZR")
    choose_second_place(database, stick, EARLIER)
    keep_second_place(shell.settings, stick, EARLIER)
    shutil.rmtree(backup.own_folder(database.path))
    make_vehicle(database, "D 1 A")
    dialog = opened(shell, ground)
    qtbot.waitUntil(lambda: dialog.table.copies.rowCount() == 1 and not shell.jobs.is_busy())
    assert dialog.table.copies.index(0, 2).data() == "1"
    assert dialog.table.copies.index(0, 5).data() == "tempat kedua"
    dialog.table.setFocus()
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.restored):
        dialog.notice.answers()[0].click()
    assert look_up_plate(database, "D 1 A") is None
    assert look_up_plate(database, "B 3472 KZR") is not None
    qtbot.waitUntil(lambda: not shell.jobs.is_busy())
    dialog.close()


def test_a_damaged_file_that_was_set_aside_is_listed_with_its_size_and_thrown_away_when_confirmed(
    shell: BareShell, ground: QWidget, database: Database
) -> None:
    make_vehicle(database)
    copy = backup.back_up_when_changed(database, EARLIER)
    assert copy is not None
    database.close()
    database.path.write_bytes(b"\xa5" * 9_000)
    backup.put_newest_back(database.path, LATER)
    database.open_anew()
    dialog = opened(shell, ground)
    row = [dialog.table.copies.index(1, column).data() for column in (0, 1, 2, 6)]
    assert row == ["12 Agu 2026 17.05", "berkas rusak", "", "9 KB"]
    assert dialog.restore_button.text() == "Pulihkan"
    press(Qt.Key.Key_Down)
    assert dialog.restore_button.text() == "Buang…"
    press(Qt.Key.Key_Return)
    assert "tidak bisa kembali" in dialog.notice.text()
    press(Qt.Key.Key_Escape)
    assert dialog.table.copies.rowCount() == 2
    press(Qt.Key.Key_Return)
    dialog.notice.answers()[0].click()
    assert [made.path for made in dialog.table.copies.records()] == [copy.path]
    assert list(backup.own_folder(database.path).glob("damaged*")) == []
    assert dialog.restore_button.text() == "Pulihkan"
    dialog.close()


def test_a_sound_file_is_said_to_be_sound(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database
) -> None:
    make_work_order(database, make_vehicle(database), oil="MPX2")
    dialog = opened(shell, ground)
    dialog.check_button.click()
    wait_for(qtbot, shell, dialog, "Semua beres")
    dialog.close()


def test_what_was_worked_out_wrongly_is_named_and_worked_out_anew(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database
) -> None:
    make_work_order(database, make_vehicle(database), oil="MPX2")
    database.execute_sql("UPDATE job_due SET due_on = '2030-01-01'")
    dialog = opened(shell, ground)
    dialog.check_button.click()
    wait_for(qtbot, shell, dialog, "tanggal jatuh tempo berbeda dari servisnya")
    press(Qt.Key.Key_Space)
    wait_for(qtbot, shell, dialog, "Semua beres")
    assert backup.check(database) == []
    dialog.close()


def test_a_damaged_index_is_repaired_by_a_button(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database
) -> None:
    make_vehicle(database, "B 1 A")
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    flip_in_index(database.path, "vehicle_by_plate", b"B1A", b"B1Q")
    database.open_anew()
    dialog = opened(shell, ground)
    dialog.check_button.click()
    wait_for(qtbot, shell, dialog, "indeks")
    press(Qt.Key.Key_Space)
    wait_for(qtbot, shell, dialog, "Semua beres")
    assert [made.why for made in dialog.table.copies.records()] == ["damaged"]
    assert look_up_plate(database, "B 1 A") is not None
    dialog.close()


@pytest.mark.parametrize("what", _FAULTS)
def test_each_fault_has_words_of_its_own(what: str) -> None:
    words = [check_words([other])[0] for other in _FAULTS]
    assert words.count(check_words([what])[0]) == 1


def test_a_wrong_key_sends_to_the_backups(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database
) -> None:
    make_vehicle(database)
    database.execute_sql("UPDATE customer SET name_key = 'siapa'")
    dialog = opened(shell, ground)
    dialog.check_button.click()
    wait_for(qtbot, shell, dialog, "Pulihkan cadangan terakhir")
    assert dialog.notice.answers() == []
    dialog.close()


def test_no_english_is_left_and_everything_has_a_name(
    shell: BareShell, ground: QWidget, database: Database
) -> None:
    make_vehicle(database)
    backup.back_up_when_changed(database, EARLIER)
    with recording() as recorder:
        dialog = opened(shell, ground)
        dialog.table.copies.index(0, 0).data()
        press(Qt.Key.Key_Return)
    assert recorder.missing == set()
    assert english_shown(dialog) == []
    assert unnamed(dialog) == []
    dialog.close()
