"""The bin: what was removed, and the way back."""

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.journal.bin import BinDialog
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.workshop.counter.lookup import look_up_plate
from bengkel_crm.workshop.customers.notes import add_note, remove_note
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import remove_vehicle
from bengkel_crm.workshop.work_orders.work_orders import remove_work_order
from tests.factories import make_vehicle, make_work_order
from tests.ui.conftest import BareShell
from tests.ui.shown_words import english_shown, recording, unnamed

EARLIER, LATER = datetime(2026, 8, 11, 9, 5), datetime(2026, 8, 12, 9, 5)


def opened(shell: BareShell, ground: QWidget) -> BinDialog:
    dialog = BinDialog(shell, ground)
    dialog.open()
    assert QTest.qWaitForWindowExposed(dialog)
    return dialog


def texts(dialog: BinDialog, column: int) -> list[str]:
    model = dialog.model
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_what_was_removed_is_listed_the_latest_first(
    shell: BareShell, ground: QWidget, database: Database
) -> None:
    vehicle_id = make_vehicle(database, "B 3472 KZR")
    order_id = make_work_order(database, vehicle_id, number="PKB-00009")
    note = add_note(database, vehicle_id, "Hubungi sore", date(2026, 8, 1))
    assert note.record_id is not None
    remove_note(database, note.record_id, EARLIER)
    remove_work_order(database, order_id, LATER)
    dialog = opened(shell, ground)
    assert texts(dialog, 0) == ["Servis", "Catatan"]
    assert "PKB-00009" in texts(dialog, 1)[0]
    assert texts(dialog, 2)[0] == "12 Agu 2026 09.05"
    dialog.close()


def test_enter_puts_the_chosen_entry_back_and_undo_removes_it_again(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database
) -> None:
    remove_vehicle(database, make_vehicle(database, "B 3472 KZR"), EARLIER)
    remove_vehicle(database, make_vehicle(database, "D 1 A"), LATER)
    dialog = opened(shell, ground)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert look_up_plate(database, "B 3472 KZR") is not None
    assert dialog.model.rowCount() == 1
    assert dialog.table.current_row() == 0
    assert shell.undo is not None
    shell.undo()
    assert look_up_plate(database, "B 3472 KZR") is None
    assert dialog.model.rowCount() == 2
    dialog.close()


def test_a_plate_that_is_worn_again_is_told_and_stays_in_the_bin(
    shell: BareShell, ground: QWidget, database: Database
) -> None:
    remove_vehicle(database, make_vehicle(database, "B 3472 KZR"), EARLIER)
    make_vehicle(database, "B 3472 KZR", "Pemilik baru")
    dialog = opened(shell, ground)
    dialog.restore.click()
    assert "B 3472 KZR" in dialog.notice.text()
    assert dialog.model.rowCount() == 1
    assert all(tone is not Tone.OK for _, tone in shell.messages)
    dialog.close()


def test_an_empty_bin_says_so_and_offers_nothing(shell: BareShell, ground: QWidget) -> None:
    dialog = opened(shell, ground)
    assert dialog.empty.isVisible()
    assert not dialog.restore.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_no_english_is_left_and_everything_has_a_name(
    shell: BareShell, ground: QWidget, database: Database
) -> None:
    remove_vehicle(database, make_vehicle(database, "B 3472 KZR"), EARLIER)
    with recording() as recorder:
        dialog = opened(shell, ground)
        texts(dialog, 0)
    assert recorder.missing == set()
    assert english_shown(dialog) == []
    assert unnamed(dialog) == []
    dialog.close()
