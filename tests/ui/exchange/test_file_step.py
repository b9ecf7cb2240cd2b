"""Step 1: the file, the tables in it, and the row with the titles."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bengkel_crm.ui.exchange.stages import Stage
from bengkel_crm.workshop.counter.lookup import count_vehicles, look_up_plate
from bengkel_crm.workshop.exchange import CsvOptions, TableKind
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.ui.exchange.conftest import HEADER, VISITS, Clerk, press
from tests.workshop.exchange.books import write_sheets

_ALT = Qt.KeyboardModifier.AltModifier


def test_a_sheet_without_a_table_is_used_by_pointing_at_its_titles(
    clerk: Clerk, tmp_path: Path, database: Database
) -> None:
    rows = (
        ("Bengkel Maju",),
        ("daftar", "motor"),
        ("apa", "siapa"),
        ("B 3472 KZR", "Sri Wulandari"),
        ("AB 15 XY", "Budi Santoso"),
    )
    wizard = clerk.read(write_sheets(tmp_path / "aneh.xlsx", {"Lembar1": rows}), Stage.FILE)
    wizard.file.preview.setFocus()
    wizard.file.preview.selectRow(2)
    press(wizard, Qt.Key.Key_Space)
    clerk.wait_until_idle()
    choice = wizard.session.tables[0].choice
    assert choice.header == (3, 3)
    assert choice.taken
    kind = wizard.file.kind
    kind.set_value(TableKind.VEHICLES)
    kind.activated.emit(kind.currentIndex())
    clerk.wait_until_idle()
    press(wizard, Qt.Key.Key_Return)
    assert wizard.stage is Stage.MAPPING
    assert [column.header for column in wizard.session.tables[0].columns] == ["apa", "siapa"]
    for row, letter in ((0, Qt.Key.Key_P), (1, Qt.Key.Key_P)):
        wizard.mapping.table.go_to(row)
        for _ in range(9):
            if wizard.mapping.may_go_on() and wizard.session.missing(0) is None:
                break
            press(wizard, letter)
    clerk.wait_until_idle()
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_for(wizard, Stage.CHECK)
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    assert look_up_plate(database, "AB 15 XY") is not None
    wizard.accept()


def test_a_table_is_left_out_with_space(clerk: Clerk, tmp_path: Path, database: Database) -> None:
    vehicles = (("Plat Nomor", "Nama Pemilik", "No HP"), ("B 1 A", "Sri Wulandari", "081288341907"))
    path = write_sheets(tmp_path / "dua.xlsx", {"Servis": (HEADER, *VISITS), "Motor": vehicles})
    wizard = clerk.read(path)
    press(wizard, Qt.Key.Key_Left, _ALT)
    assert QApplication.focusWidget() is wizard.file.tables
    assert "4 baris" in wizard.frame.caption.text()
    press(wizard, Qt.Key.Key_Down)
    press(wizard, Qt.Key.Key_Space)
    assert "3 baris" in wizard.frame.caption.text()
    press(wizard, Qt.Key.Key_Return)
    assert wizard.mapping.tables.tabs == []
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_for(wizard, Stage.CHECK)
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    assert count_vehicles(database) == 3
    wizard.accept()


def test_without_a_table_there_is_nothing_to_go_on_with(clerk: Clerk, tmp_path: Path) -> None:
    wizard = clerk.read(write_sheets(tmp_path / "surat.xlsx", {"Surat": (("Halo",), ("Salam",))}), Stage.FILE)
    assert not wizard.frame.go_on.isEnabled()
    press(wizard, Qt.Key.Key_Return)
    assert wizard.stage is Stage.FILE
    wizard.reject()


def test_the_titles_are_shown_where_they_stand(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    wizard.go_back()
    preview = wizard.file.preview.model()
    assert [preview.index(0, column).data() for column in range(3)] == ["Tgl", "No. Polisi", "Nama Pelanggan"]
    assert preview.rowCount() == 6
    wizard.reject()


def test_a_text_file_is_read_as_guessed_and_as_the_clerk_says(clerk: Clerk, tmp_path: Path) -> None:
    path = tmp_path / "motor.csv"
    path.write_bytes(
        "Plat Nomor;Nama Pemilik;No HP\nB 1 A;Sri Wulandari;081288341907\nB 2 A;André;081300000001\n".encode(
            "cp1252"
        )
    )
    wizard = clerk.open(path)
    clerk.qtbot.waitUntil(lambda: wizard.stage in (Stage.FILE, Stage.MAPPING), timeout=20_000)
    if wizard.stage is Stage.MAPPING:
        wizard.go_back()
    assert wizard.file.csv.isVisible()
    assert wizard.file.csv.options() == CsvOptions("cp1252", ";")
    preview = wizard.file.preview.model()
    assert preview.index(2, 1).data() == "André"
    separator = wizard.file.csv.separator
    separator.set_value(",")
    separator.activated.emit(separator.currentIndex())
    clerk.wait_for(wizard, Stage.FILE)
    clerk.wait_until_idle()
    assert wizard.file.preview.model().columnCount() == 1
    separator.set_value(";")
    separator.activated.emit(separator.currentIndex())
    clerk.wait_until_idle()
    assert wizard.file.preview.model().columnCount() == 3
    assert wizard.stage is Stage.FILE
    wizard.reject()
