"""Lists as workbooks: as they are shown, with plates and phones as text."""

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from bengkel_crm.reminder_records import Channel, Outcome
from bengkel_crm.workshop import reminders
from tests.ui.reminders.desk import TODAY, Desk

NOW = datetime.combine(TODAY, datetime.min.time())


def saved(desk: Desk, path: Path) -> list[dict[str, Any]]:
    """Press Ctrl+E, name the file, and return the rows of the workbook by title."""
    desk.ctrl(Qt.Key.Key_E)
    (dialog,) = desk.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    desk.qtbot.waitUntil(lambda: not desk.window.jobs.is_busy())
    desk.qtbot.waitUntil(lambda: "tersimpan di daftar.xlsx" in desk.message())
    (sheet,) = openpyxl.load_workbook(path).worksheets
    titles, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return [dict(zip(titles, row, strict=True)) for row in rows if row[1] is not None]


@pytest.fixture(autouse=True)
def _plain_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's own file dialog: the desktop's would wait for a hand."""
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: None)


def test_the_list_is_written_as_shown(desk: Desk, tmp_path: Path) -> None:
    desk.make_due("AB 1111 AA", "Sri", late_days=9)
    desk.make_due("B 2222 BB", "Tono")
    page = desk.open()
    page.due.filters.area.set_value("B")
    page.due.filters.area.activated.emit(0)
    (row,) = saved(desk, tmp_path / "daftar.xlsx")
    assert (row["Plat"], row["Nama"], row["Telepon"]) == ("B 2222 BB", "Tono", "0812-8834-1907")
    assert row["Yang jatuh tempo"] == "Ganti oli mesin"
    assert row["Total belanja"] == 100_000


def test_only_the_ticked_are_written(desk: Desk, tmp_path: Path) -> None:
    desk.make_due("AB 1111 AA", "Sri", late_days=9)
    desk.make_due("B 2222 BB", "Tono")
    desk.open()
    desk.press(Qt.Key.Key_Space)
    assert [row["Nama"] for row in saved(desk, tmp_path / "daftar.xlsx")] == ["Sri"]


@pytest.mark.parametrize("name", ["=1+1", "+62", "@cmd"])
def test_a_name_that_looks_like_a_formula_stays_text(desk: Desk, tmp_path: Path, name: str) -> None:
    desk.make_due("AB 1111 AA", f"{name} Sri")
    desk.open()
    path = tmp_path / "daftar.xlsx"
    (row,) = saved(desk, path)
    assert row["Nama"] == f"{name} Sri"
    (sheet,) = openpyxl.load_workbook(path).worksheets
    assert {cell.data_type for cell in sheet[2]} <= {"s", "n", "d"}


def test_the_contact_log_is_written_with_what_followed(desk: Desk, tmp_path: Path) -> None:
    desk.make_due("AB 1111 AA", "Sri")
    month = reminders.list_month(desk.database, TODAY, TODAY)
    change = reminders.record_sent(desk.database, month, month.people, Channel.WHATSAPP, "Halo", NOW)
    assert change.record_id is not None
    reminders.record_outcome(desk.database, [change.record_id], Outcome.WILL_COME, NOW)
    page = desk.open()
    page._tabs.button(2).click()
    desk.settle()
    (row,) = saved(desk, tmp_path / "daftar.xlsx")
    assert (row["Lewat"], row["Soal"], row["Hasil"]) == ("WhatsApp", "Ganti oli mesin", "Akan datang")
    assert row["Isi pesan"] == "Halo"


def test_an_empty_list_asks_for_no_file(desk: Desk) -> None:
    desk.open()
    desk.page.setFocus()
    desk.ctrl(Qt.Key.Key_E)
    assert desk.window.findChildren(QFileDialog) == []
