"""The shop's own intervals, typed with real keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.records.journal import Change
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.settings.intervals import IntervalsDialog
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.settings.job_kinds import list_job_kinds
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle, make_work_order
from tests.ui.conftest import BareShell
from tests.ui.forms.clerk import focused, press, save, type_text
from tests.ui.shown_words import english_shown, recording, unnamed

MOTOR_MONTHS, MOTOR_KM, CAR_MONTHS, CAR_KM = range(1, 5)


def opened(shell: BareShell, ground: QWidget) -> IntervalsDialog:
    dialog = IntervalsDialog(shell, ground)
    dialog.open()
    assert QTest.qWaitForWindowExposed(dialog)
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    return dialog


def cell(dialog: IntervalsDialog, row: int, column: int) -> str:
    return str(dialog.model.index(row, column).data())


def write(dialog: IntervalsDialog, text: str) -> None:
    """Type over the cell with the cursor and go on with Enter."""
    place = dialog.table.currentIndex()
    # One by one: the first opens the cell, and the others go into it.
    for letter in text:
        type_text(letter)
    press(Qt.Key.Key_Return)
    QTest.qWait(1)
    assert dialog.table.currentIndex().row() == place.row() + 1


def intervals(database: Database, code: str) -> dict[VehicleKind, tuple[int | None, int | None]]:
    kind = next(kind for kind in list_job_kinds(database) if kind.code == code)
    return {interval.vehicle_kind: (interval.months, interval.km) for interval in kind.intervals}


def test_typed_numbers_are_saved_and_what_is_due_follows(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database
) -> None:
    vehicle_id = make_vehicle(database)
    make_work_order(database, vehicle_id, date(2026, 6, 1), oil="MPX2", odometer_km=10_000)
    told: list[Change] = []
    shell.changed.connect(told.append)
    dialog = opened(shell, ground)
    write(dialog, "3")
    press(Qt.Key.Key_Up, Qt.Key.Key_Right)
    write(dialog, "2.500 km")
    assert [cell(dialog, 0, column) for column in range(5)] == ["Ganti oli mesin", "3", "2.500", "6", "5.000"]
    with qtbot.waitSignal(dialog.finished):
        save()
    assert [(change.kind, change.touches_all) for change in told] == [("intervals_changed", True)]
    assert shell.messages == [("Jarak servis tersimpan, semua jatuh tempo dihitung ulang", Tone.OK)]
    card = find_card(database, vehicle_id)
    assert card is not None
    assert [(job.due_on, job.due_km) for job in card.due] == [(date(2026, 9, 1), 12_500)]
    assert intervals(database, "engine_oil")[VehicleKind.CAR] == (6, 5000)
    assert backup.check(database) == []


def test_ctrl_enter_takes_the_number_that_is_being_typed(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database
) -> None:
    dialog = opened(shell, ground)
    type_text("4")
    with qtbot.waitSignal(dialog.finished):
        save()
    assert intervals(database, "engine_oil")[VehicleKind.MOTORCYCLE] == (4, 2000)


def test_a_blank_means_not_by_this_measure(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database
) -> None:
    dialog = opened(shell, ground)
    press(Qt.Key.Key_Delete, Qt.Key.Key_Right, Qt.Key.Key_Delete)
    with qtbot.waitSignal(dialog.finished):
        save()
    assert intervals(database, "engine_oil") == {VehicleKind.CAR: (6, 5000)}


@pytest.mark.parametrize(
    ("column", "typed", "said"),
    [
        (MOTOR_MONTHS, "abc", "Ganti oli mesin, Motor: bulan: “abc” bukan angka 1 sampai 120."),
        (MOTOR_KM, "0", "Ganti oli mesin, Motor: km: “0” bukan angka 1 sampai 500.000."),
        (CAR_MONTHS, "2.5", "Ganti oli mesin, Mobil: bulan: “2.5” bukan angka 1 sampai 120."),
        (CAR_KM, "900000", "Ganti oli mesin, Mobil: km: “900000” bukan angka 1 sampai 500.000."),
    ],
)
def test_a_wrong_number_is_named_and_nothing_is_saved(
    shell: BareShell, ground: QWidget, database: Database, column: int, typed: str, said: str
) -> None:
    before = list_job_kinds(database)
    dialog = opened(shell, ground)
    press(*[Qt.Key.Key_Right] * (column - 1))
    write(dialog, typed)
    assert dialog.notice.text().startswith(said)
    assert cell(dialog, 0, column) == typed
    save()
    assert dialog.isVisible()
    assert dialog.notice.text().startswith(said)
    assert list_job_kinds(database) == before
    press(Qt.Key.Key_Up)
    write(dialog, "7")
    assert dialog.notice.text() == ""
    dialog.done(0)


def test_many_wrong_numbers_are_counted(shell: BareShell, ground: QWidget) -> None:
    dialog = opened(shell, ground)
    for _ in range(5):
        write(dialog, "x")
    assert dialog.notice.text().count("\n") == 3
    assert dialog.notice.text().endswith("Dan 2 lagi.")
    dialog.done(0)


def test_the_shipped_values_come_back_when_saved(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database
) -> None:
    shipped = list_job_kinds(database)
    dialog = opened(shell, ground)
    write(dialog, "11")
    with qtbot.waitSignal(dialog.finished):
        save()
    assert list_job_kinds(database) != shipped
    dialog = opened(shell, ground)
    dialog.shipped.click()
    assert cell(dialog, 0, MOTOR_MONTHS) == "2"
    assert dialog.notice.text() == "Ini angka bawaan program. Simpan untuk memakainya."
    with qtbot.waitSignal(dialog.finished):
        save()
    assert intervals(database, "engine_oil")[VehicleKind.MOTORCYCLE] == (2, 2000)


def test_leaving_asks_only_when_something_was_typed(shell: BareShell, ground: QWidget) -> None:
    dialog = opened(shell, ground)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog = opened(shell, ground)
    write(dialog, "9")
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.notice.answers()[-1] is focused()
    press(Qt.Key.Key_Space)
    assert dialog.notice.text() == ""
    assert dialog.table is focused()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_cancelled_under_way_it_stays_and_nothing_is_saved(
    qtbot: QtBot, shell: BareShell, ground: QWidget, database: Database
) -> None:
    before = list_job_kinds(database)
    dialog = opened(shell, ground)
    write(dialog, "9")
    save()
    dialog.reject()
    qtbot.waitUntil(lambda: not shell.jobs.is_busy())
    assert dialog.isVisible()
    assert dialog.notice.text() == "Dibatalkan. Tidak ada yang berubah."
    assert cell(dialog, 0, MOTOR_MONTHS) == "9"
    assert list_job_kinds(database) == before
    dialog.done(0)


def test_the_model_keeps_the_rules_of_models(shell: BareShell, ground: QWidget) -> None:
    dialog = opened(shell, ground)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog.model.put_shipped()
    dialog.done(0)


def test_no_english_is_left_and_everything_has_a_name(shell: BareShell, ground: QWidget) -> None:
    with recording() as recorder:
        dialog = opened(shell, ground)
        dialog.shipped.click()
        write(dialog, "x")
    assert recorder.missing == set()
    assert english_shown(dialog) == []
    assert unnamed(dialog) == []
    dialog.done(0)
