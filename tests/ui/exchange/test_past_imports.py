"""Past imports: seen, and taken back with real keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.exchange.past_imports import PastImportsDialog
from bengkel_crm.workshop.counter.lookup import look_up_plate
from bengkel_crm.workshop.customers.notes import add_note
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import TODAY
from tests.ui.conftest import BareShell
from tests.ui.shown_words import english_shown, recording, unnamed
from tests.workshop.exchange.books import card_of, take_over, write_sheets


@pytest.fixture
def imported(database: Database, tmp_path: Path) -> Database:
    rows = [("Plat", "Nama", "HP"), ("B 1 A", "Sri", "081288341901"), ("B 2 A", "Agus", "081288341902")]
    take_over(database, write_sheets(tmp_path / "pelanggan lama.xlsx", {"Buku": rows}))
    return database


def opened(shell: BareShell, ground: QWidget) -> PastImportsDialog:
    dialog = PastImportsDialog(shell, ground)
    dialog.open()
    assert QTest.qWaitForWindowExposed(dialog)
    return dialog


def settle(qtbot: QtBot, shell: BareShell) -> None:
    qtbot.waitUntil(lambda: not shell.jobs.is_busy(), timeout=20_000)


def look(qtbot: QtBot, shell: BareShell, dialog: PastImportsDialog) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(qtbot, shell)
    assert dialog.take_back.isVisible() or dialog.all_goes.isVisible()


def test_what_stays_is_named_before_anything_goes(
    qtbot: QtBot, shell: BareShell, ground: QWidget, imported: Database
) -> None:
    add_note(imported, card_of(imported, "B 2 A").vehicle.id, "titip helm", TODAY)
    dialog = opened(shell, ground)
    assert not dialog.take_back.isVisible()
    look(qtbot, shell, dialog)
    assert [kept.title for kept in dialog.kept_model.records()] == ["B 2 A", "Agus"]
    assert look_up_plate(imported, "B 1 A") is not None
    dialog.take_back.click()
    settle(qtbot, shell)
    assert look_up_plate(imported, "B 1 A") is None
    assert look_up_plate(imported, "B 2 A") is not None
    assert dialog.model.rowCount() == 0
    assert "pelanggan lama.xlsx" in dialog.notice.text()
    dialog.close()


def test_taking_back_can_itself_be_undone(
    qtbot: QtBot, shell: BareShell, ground: QWidget, imported: Database
) -> None:
    announced: list[object] = []
    shell.changed.connect(announced.append)
    dialog = opened(shell, ground)
    look(qtbot, shell, dialog)
    dialog.all_goes.activated.emit()
    settle(qtbot, shell)
    dialog.notice.answers()[0].click()
    settle(qtbot, shell)
    assert look_up_plate(imported, "B 1 A") is not None
    assert dialog.model.rowCount() == 1
    assert len(announced) == 2
    dialog.close()


def test_escape_leads_back_to_the_list_and_then_away(
    qtbot: QtBot, shell: BareShell, ground: QWidget, imported: Database
) -> None:
    dialog = opened(shell, ground)
    look(qtbot, shell, dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.table.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert look_up_plate(imported, "B 1 A") is not None


def test_an_import_that_is_gone_meanwhile_is_told(
    qtbot: QtBot, shell: BareShell, ground: QWidget, imported: Database
) -> None:
    dialog = opened(shell, ground)
    imported.execute_sql("DELETE FROM deed")
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(qtbot, shell)
    assert dialog.notice.text()
    assert dialog.table.isEnabled()
    dialog.close()


def test_a_shop_without_imports_says_so(shell: BareShell, ground: QWidget) -> None:
    dialog = opened(shell, ground)
    assert dialog.none.isVisible()
    assert not dialog.look.isVisible()
    dialog.close()


def test_no_english_is_left_and_everything_has_a_name(
    qtbot: QtBot, shell: BareShell, ground: QWidget, imported: Database
) -> None:
    add_note(imported, card_of(imported, "B 2 A").vehicle.id, "titip helm", TODAY)
    with recording() as recorder:
        dialog = opened(shell, ground)
        assert english_shown(dialog) == []
        look(qtbot, shell, dialog)
        dialog.grab()
    assert recorder.missing == set()
    assert english_shown(dialog) == []
    assert unnamed(dialog) == []
    dialog.close()
