"""The lists of the reminders page as workbooks: as they are shown, with plates and phones as text."""

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from bengkel_crm.records.exports import ExportKind
from bengkel_crm.records.reminders import Channel, Outcome
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import ColumnsModel
from bengkel_crm.workshop.exchange.out.export_log import list_exports
from bengkel_crm.workshop.reminders import reminders
from tests.ui.reminders.desk import TODAY, Desk
from tests.ui.seen import button

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


def show(table: RecordTable, *keys: str) -> None:
    """Show columns, or hide those that are shown, by the menu of the titles."""
    model = table.model()
    assert isinstance(model, ColumnsModel)
    menu = table.columns_menu()
    for place, column in enumerate(model.columns):
        if column.key in keys:
            next(action for action in menu.actions() if action.data() == place).trigger()
    menu.deleteLater()


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
    assert (row["Nopol"], row["Nama"], row["Telepon"]) == ("B 2222 BB", "Tono", "0812-8834-1907")
    assert row["Yang jatuh tempo"] == "Ganti oli mesin"
    assert "Alamat" not in row
    assert row["Total belanja"] == 100_000


def test_columns_are_shown_hidden_and_moved_on_the_way(desk: Desk, tmp_path: Path) -> None:
    vehicle_id = desk.make_due("AB 1111 AA", "Sri")
    # A window that was never left anywhere fills the screen, which here is a small one.
    desk.window.showNormal()
    desk.window.resize(1366, 768)
    page = desk.open()
    show(page.due.table, "km", "value", "due_km", "last_on", "address")
    header = page.due.table.horizontalHeader()
    header.moveSection(header.visualIndex(3), 1)
    (row,) = saved(desk, tmp_path / "daftar.xlsx")
    assert list(row) == [
        *("Nama", "Telepon", "Jatuh tempo", "Nopol", "Yang jatuh tempo", "Kendaraan"),
        *("Alamat", "Servis terakhir", "Jatuh tempo pada KM"),
    ]
    assert row["Servis terakhir"].date() == page.due.model.record(0).items[0].last_on
    assert page.due.model.record(0).items[0].vehicle_id == vehicle_id


def test_those_left_out_are_saved_with_the_reason(desk: Desk, tmp_path: Path) -> None:
    desk.make_due("AB 1111 AA", "Sri")
    month = reminders.list_month(desk.database, TODAY, TODAY)
    reminders.record_sent(desk.database, month, month.people, Channel.WHATSAPP, "Halo", NOW)
    page = desk.open()
    button(page, "Dilewati").click()
    desk.settle()
    assert page.left_out.model.rowCount() == 1
    (row,) = saved(desk, tmp_path / "daftar.xlsx")
    assert row["Dilewati karena"].startswith("sudah diingatkan")
    assert (row["Nama"], row["Telepon"]) == ("Sri", "0812-8834-1907")
    assert list_exports(desk.database)[0].what is ExportKind.LEFT_OUT


def test_the_figures_of_the_response_are_saved(desk: Desk, tmp_path: Path) -> None:
    desk.make_due("AB 1111 AA", "Sri")
    month = reminders.list_month(desk.database, TODAY, TODAY)
    reminders.record_sent(desk.database, month, month.people, Channel.WHATSAPP, "Halo", NOW)
    page = desk.open()
    button(page, "Respons").click()
    desk.settle()
    (row, *_) = saved(desk, tmp_path / "daftar.xlsx")
    assert row["Bulan"] == datetime(TODAY.year, TODAY.month, 1)
    assert (row["Lewat"], row["Jatuh tempo"], row["Datang"], row["Dibayar"]) == ("WhatsApp", 1, 0, 0)
    assert list_exports(desk.database)[0].what is ExportKind.RESPONSE


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
    button(page, "Kontak").click()
    desk.settle()
    show(page.contacts.table, "content")
    (row,) = saved(desk, tmp_path / "daftar.xlsx")
    assert (row["Lewat"], row["Soal"], row["Hasil"]) == ("WhatsApp", "Ganti oli mesin", "Akan datang")
    assert (row["Nama"], row["Nopol"], row["Waktu"]) == ("Sri", "AB 1111 AA", NOW)
    assert row["Isi pesan"] == "Halo"


def test_an_empty_list_asks_for_no_file(desk: Desk) -> None:
    desk.open()
    desk.page.setFocus()
    desk.ctrl(Qt.Key.Key_E)
    assert desk.window.findChildren(QFileDialog) == []
