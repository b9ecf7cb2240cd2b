"""The history of exports: the newest first, read in one query."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bengkel_crm.records.exports import ExportEntry, ExportKind
from bengkel_crm.ui.exchange.excel_page import ExcelPage
from bengkel_crm.ui.exchange.export_log import ExportLogDialog, what_words
from bengkel_crm.workshop.exchange.out.export_log import list_exports, record_export
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.ui.conftest import BareShell
from tests.ui.shown_words import english_shown, recording, say_again, unnamed

NOW = datetime(2026, 8, 12, 14, 30)


def opened(qtbot: QtBot, shell: BareShell) -> ExportLogDialog:
    dialog = ExportLogDialog(shell)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def test_the_newest_stands_first(qtbot: QtBot, shell: BareShell, database: Database) -> None:
    record_export(database, ExportKind.EVERYTHING, Path("semua.xlsx"), 12_345, NOW)
    record_export(database, ExportKind.DUE, Path("pengingat.csv"), 3, NOW + timedelta(days=1))
    dialog = opened(qtbot, shell)
    model = dialog.model
    assert [[model.data(model.index(row, column)) for column in range(4)] for row in range(2)] == [
        ["13 Agu 2026 14.30", "Yang jatuh tempo", "pengingat.csv", "3"],
        ["12 Agu 2026 14.30", "Semua data", "semua.xlsx", "12.345"],
    ]


def test_it_is_read_in_one_query(database: Database) -> None:
    for number in range(30):
        record_export(database, ExportKind.DUE, Path("a.xlsx"), number, NOW)
    asked: list[str] = []
    database.connection().set_trace_callback(asked.append)
    assert len(list_exports(database)) == 30
    database.connection().set_trace_callback(None)
    assert len(asked) == 1


def test_the_page_leads_there_and_esc_leads_back(qtbot: QtBot, shell: BareShell) -> None:
    page = ExcelPage(shell)
    qtbot.addWidget(page)
    page.shop_opened()
    page.show()
    page.log.click()
    (dialog,) = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, ExportLogDialog) and w.isVisible()
    ]
    assert dialog.empty.isVisible(), "nothing was exported yet"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("kind", [*ExportKind, None])
def test_every_kind_has_its_words(kind: ExportKind | None) -> None:
    assert what_words(ExportEntry(NOW, kind, "a.xlsx", 1))


def test_a_kind_of_a_newer_version_is_shown_all_the_same(database: Database) -> None:
    database.execute_sql(
        "INSERT INTO export_log (at, what, file_name, rows) VALUES (?, 'moon', 'a.xlsx', 1)",
        (NOW.isoformat(),),
    )
    (entry,) = list_exports(database)
    assert (entry.what, entry.file_name) == (None, "a.xlsx")


def test_no_english_is_left_and_everything_has_a_name(
    qtbot: QtBot, shell: BareShell, database: Database
) -> None:
    for kind in ExportKind:
        record_export(database, kind, Path("a.xlsx"), 1, NOW)
    with recording() as recorder:
        dialog = opened(qtbot, shell)
        say_again(dialog)
    assert recorder.missing == set()
    assert english_shown(dialog) == []
    assert unnamed(dialog) == []
