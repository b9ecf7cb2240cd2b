"""Step 2: columns are matched by keys and by hand, and the match is remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bengkel_crm.ui.exchange.mapping_lines import ROLE
from bengkel_crm.ui.exchange.stages import Stage
from bengkel_crm.ui.exchange.wizard import ImportWizard
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.workshop.counter.lookup import look_up_plate
from bengkel_crm.workshop.exchange import ColumnRole, FieldRule, ImportField
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.ui.exchange.conftest import HEADER, VISITS, Clerk, press
from tests.workshop.exchange.books import write_sheets

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def shown(wizard: ImportWizard, row: int) -> tuple[str, ...]:
    """Return the cells of a row as they stand on the screen."""
    model = wizard.mapping.model
    return tuple(model.index(row, column).data() for column in range(model.columnCount()))


def role_at(wizard: ImportWizard, row: int) -> ColumnRole:
    session = wizard.session
    return session.tables[session.current].choice.roles[row]


def test_every_column_is_shown_with_samples_role_and_count(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    assert shown(wizard, 1)[:3] == ("No. Polisi", "B 3472 KZR · AB 15 XY · D 4374 YUP", "Nopol")
    assert shown(wizard, 2)[3] == "5 terbaca"
    assert shown(wizard, 4)[3] == "4 sah, 1 perlu diperiksa"
    assert wizard.frame.go_on.text() == "Periksa 5 baris"
    wizard.reject()


def test_del_leaves_a_column_out_and_a_letter_chooses_a_role(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    wizard.mapping.table.go_to(4)
    press(wizard, Qt.Key.Key_Delete)
    assert role_at(wizard, 4) is ColumnRole.OTHER
    assert shown(wizard, 4)[2:4] == ("Jangan diimpor", "dilewati")
    press(wizard, Qt.Key.Key_K)
    assert role_at(wizard, 4) is ColumnRole.ODOMETER
    clerk.wait_until_idle()
    assert shown(wizard, 4)[3] == "4 sah, 1 perlu diperiksa"
    assert shown(wizard, 4)[4] == "pilihan Anda"


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_f2_opens_the_box_and_enter_in_it_chooses(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    table = wizard.mapping.table
    table.go_to(7)
    press(wizard, Qt.Key.Key_F2)
    box = table.indexWidget(table.currentIndex())
    assert isinstance(box, ChoiceBox)
    assert box.view().isVisible()
    assert box.accessibleName() == "Biaya"
    box.setCurrentIndex(0)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert role_at(wizard, 7) is ColumnRole.OTHER
    assert wizard.stage is Stage.MAPPING, "the key that chose did not go on"


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_box_that_is_only_looked_at_changes_nothing(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    table = wizard.mapping.table
    place = table.visualRect(wizard.mapping.model.index(2, wizard.mapping.model.place_of(ROLE))).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    box = table.indexWidget(table.currentIndex())
    assert isinstance(box, ChoiceBox)
    QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    assert role_at(wizard, 2) is ColumnRole.CUSTOMER
    assert not wizard.session.by_hand
    wizard.reject()


def test_a_role_there_is_one_of_moves_from_the_column_that_had_it(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    wizard.mapping.table.role_chosen.emit(6, ColumnRole.CUSTOMER)
    assert role_at(wizard, 6) is ColumnRole.CUSTOMER
    assert role_at(wizard, 2) is ColumnRole.OTHER


def test_rows_that_lack_what_they_need_can_not_be_checked(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    wizard.mapping.table.go_to(1)
    press(wizard, Qt.Key.Key_Delete)
    assert "Nopol" in wizard.mapping.missing.text()
    assert wizard.mapping.missing.isVisible()
    press(wizard, Qt.Key.Key_Return)
    assert wizard.stage is Stage.MAPPING
    assert not wizard.frame.go_on.isEnabled()


def test_a_match_made_by_hand_is_taken_and_remembered(
    clerk: Clerk, tmp_path: Path, database: Database
) -> None:
    header = ("Waktu", "Nomor", "Orang", "Hubungi", "Angka", "Catatan kerja", "Siapa", "Rp")
    path = write_sheets(tmp_path / "lain.xlsx", {"Buku": (header, *VISITS)})
    wizard = clerk.open(path)
    clerk.wait_for(wizard, Stage.FILE)
    press(wizard, Qt.Key.Key_Return)
    assert wizard.stage is Stage.MAPPING
    roles = (
        *(
            ColumnRole.DATE,
            ColumnRole.PLATE,
            ColumnRole.CUSTOMER,
            ColumnRole.PHONE,
            ColumnRole.ODOMETER,
            ColumnRole.WORK,
        ),
        *(ColumnRole.MECHANIC, ColumnRole.TOTAL),
    )
    for row, role in enumerate(roles):
        wizard.mapping.table.role_chosen.emit(row, role)
    clerk.wait_until_idle()
    wizard.go_on()
    clerk.wait_for(wizard, Stage.CHECK)
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    wizard.accept()
    card = look_up_plate(database, "B 3472 KZR")
    assert card is not None
    assert card.owner is not None
    assert card.owner.name == "Sri Wulandari"
    assert card.last_work_order is not None
    assert card.last_work_order.odometer_km == 42180
    again = clerk.read(path)
    assert [role_at(again, row) for row in range(8)] == list(roles)
    assert shown(again, 1)[4] == "diingat"
    assert "terakhir kali" in again.frame.caption.text()
    again.reject()


def test_back_keeps_what_was_matched(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    wizard.mapping.table.go_to(7)
    press(wizard, Qt.Key.Key_Delete)
    clerk.wait_until_idle()
    press(wizard, Qt.Key.Key_Left, _ALT)
    assert wizard.stage is Stage.FILE
    press(wizard, Qt.Key.Key_Return)
    assert wizard.stage is Stage.MAPPING
    assert role_at(wizard, 7) is ColumnRole.OTHER


def test_esc_asks_once_before_a_match_is_lost(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    wizard.mapping.table.go_to(7)
    press(wizard, Qt.Key.Key_Delete)
    clerk.wait_until_idle()
    press(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    assert len(wizard.notice.answers()) == 2
    wizard.notice.answers()[1].click()
    assert wizard.notice.text() == ""
    assert QApplication.focusWidget() is wizard.mapping.table
    press(wizard, Qt.Key.Key_Escape)
    wizard.notice.answers()[0].click()
    assert not wizard.isVisible()


def test_several_tables_are_gone_through_by_keys(clerk: Clerk, tmp_path: Path) -> None:
    vehicles = (("Plat Nomor", "Nama Pemilik", "No HP"), ("B 1 A", "Sri Wulandari", "081288341907"))
    path = write_sheets(tmp_path / "dua.xlsx", {"Servis": (HEADER, *VISITS), "Motor": vehicles})
    wizard = clerk.read(path)
    assert [tab.text() for tab in wizard.mapping.tables.tabs] == ["Servis (3)", "Motor (1)"]
    press(wizard, Qt.Key.Key_PageDown, _CTRL)
    assert shown(wizard, 0)[0] == "Plat Nomor"
    assert ColumnRole.DATE not in wizard.mapping.table.roles()
    press(wizard, Qt.Key.Key_PageDown, _CTRL)
    assert shown(wizard, 0)[0] == "Tgl"
    wizard.reject()


def test_a_rule_for_what_is_known_holds_for_every_field_or_for_one(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    known = wizard.mapping.known
    known.set_value(FieldRule.TAKE)
    known.activated.emit(known.currentIndex())
    assert wizard.session.choices().rule_of(ImportField.ADDRESS) is FieldRule.TAKE
    dialog = wizard.mapping.open_rules()
    box = dialog.boxes[ImportField.PHONES]
    box.set_value(FieldRule.KEEP)
    box.activated.emit(box.currentIndex())
    dialog.accept()
    assert wizard.session.choices().rule_of(ImportField.PHONES) is FieldRule.KEEP
    assert wizard.session.choices().rule_of(ImportField.NAME) is FieldRule.TAKE
    assert known.currentText() == "Berbeda per data"
    wizard.reject()


def test_sheets_with_the_same_titles_are_matched_at_once(clerk: Clerk, tmp_path: Path) -> None:
    months = dict.fromkeys(("Jan", "Feb", "Mar", "Apr", "Mei", "Jun"), (HEADER, *VISITS))
    wizard = clerk.read(write_sheets(tmp_path / "setahun.xlsx", months))
    assert wizard.mapping.tables.tabs == []
    assert wizard.mapping.tables.more.count() == 6
    wizard.mapping.table.go_to(7)
    press(wizard, Qt.Key.Key_Delete)
    clerk.wait_until_idle()
    assert {table.choice.roles[7] for table in wizard.session.tables} == {ColumnRole.OTHER}
    press(wizard, Qt.Key.Key_PageDown, _CTRL)
    assert wizard.mapping.tables.more.currentText() == "Feb (3)"
    assert shown(wizard, 7)[4] == "pilihan Anda"


def test_a_guess_is_shown_with_its_reason_until_it_is_settled(clerk: Clerk, tmp_path: Path) -> None:
    header = ("Tgl", "No. Polisi", "Nama Pelanggan", "No HP", "KM", "Keterangan", "Montir", "Biaya")
    wizard = clerk.read(write_sheets(tmp_path / "buku.xlsx", {"Buku": (header, *VISITS)}), Stage.FILE)
    press(wizard, Qt.Key.Key_Return)
    told = wizard.mapping.guesses.text()
    assert wizard.mapping.guesses.isVisible()
    assert "“Keterangan” → Pekerjaan" in told
    assert "judulnya" in told
    wizard.mapping.table.role_chosen.emit(5, ColumnRole.REMARK)
    clerk.wait_until_idle()
    assert not wizard.mapping.guesses.isVisible()
    wizard.reject()


def test_the_guess_of_the_present_row_goes_first_and_the_others_are_counted(
    clerk: Clerk, tmp_path: Path
) -> None:
    header = ("Tgl", "No. Polisi", "x", "No HP", "KM", "Keterangan", "Montir", "Biaya")
    visits = [(*visit[:2], f"Bpk {visit[2]}", *visit[3:]) for visit in VISITS]
    wizard = clerk.read(write_sheets(tmp_path / "buku.xlsx", {"Buku": (header, *visits)}), Stage.FILE)
    press(wizard, Qt.Key.Key_Return)
    assert "“x” → Pelanggan" in wizard.mapping.guesses.text()
    assert "1 lagi" in wizard.mapping.guesses.text()
    wizard.mapping.table.go_to(5)
    assert "“Keterangan” → Pekerjaan" in wizard.mapping.guesses.text()
    wizard.reject()


def test_a_book_that_is_clear_has_no_guesses(clerk: Clerk, book: Path) -> None:
    wizard = clerk.read(book)
    assert not wizard.mapping.guesses.isVisible()
    wizard.reject()


def test_a_doubtful_cell_is_counted_once(clerk: Clerk, tmp_path: Path) -> None:
    phones = ("0811", "081288341907", "081300000001")
    rows = [(*visit[:3], phone, *visit[4:]) for visit, phone in zip(VISITS, phones, strict=True)]
    wizard = clerk.read(write_sheets(tmp_path / "buku.xlsx", {"Buku": (HEADER, *rows)}))
    assert shown(wizard, 3)[3] == "2 sah, 1 perlu diperiksa"
    wizard.reject()
