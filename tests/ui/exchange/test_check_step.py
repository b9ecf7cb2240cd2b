"""Step 3: doubtful rows are mended, left out or settled by a rule; what is different is decided."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bengkel_crm.trade.dates import DateOrder
from bengkel_crm.ui.exchange.check_step import COLUMNS, DIFFERENCES, LOOK_ALIKES
from bengkel_crm.ui.exchange.doubt_lines import FATE, VALUE, Fate
from bengkel_crm.ui.exchange.stages import Stage
from bengkel_crm.ui.exchange.wizard import ImportWizard
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.workshop.counter.lookup import count_vehicles, look_up_plate
from bengkel_crm.workshop.exchange import FieldRule, PhoneRule
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.ui.exchange.conftest import HEADER, VISITS, WITHOUT_PLATE, Clerk, press, type_text
from tests.workshop.exchange.books import card_of, phones_of, write_sheets

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
VEHICLES = ("No. Polisi", "Nama Pemilik", "No HP", "Alamat", "Merk", "Tipe")


def lines(wizard: ImportWizard) -> list[tuple[int, str, Fate]]:
    """Return (row, value, fate) of the doubtful rows as they stand on the screen."""
    return [(line.row, line.value, line.fate) for line in wizard.check.doubts.table.doubts().records()]


def choose(box: ChoiceBox[object], value: object) -> None:
    """Choose as a clerk does."""
    box.set_value(value)
    box.activated.emit(box.currentIndex())


def take_over(clerk: Clerk, wizard: ImportWizard) -> None:
    press(wizard, Qt.Key.Key_Return, _CTRL)
    clerk.wait_for(wizard, Stage.RESULT)
    wizard.accept()


def test_doubtful_rows_are_named_with_their_cell_and_reason(clerk: Clerk, book: Path) -> None:
    wizard = clerk.check(book)
    assert lines(wizard) == [(5, "", Fate.NOT_TAKEN), (6, "banyak", Fate.WITHOUT_CELL)]
    model = wizard.check.doubts.table.doubts()
    cells = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert cells == ["Buku", "5", "No. Polisi", "", "Platnya kosong.", "Tidak masuk"]
    assert wizard.check.tabs[0].text() == "Perlu diperiksa (2)"
    wizard.reject()


def test_titles_totals_and_blank_lines_are_not_counted_as_rows(clerk: Clerk, tmp_path: Path) -> None:
    rows = (("Buku 2026",), (), HEADER, *VISITS, (), (), WITHOUT_PLATE)
    wizard = clerk.read(write_sheets(tmp_path / "buku.xlsx", {"Buku": rows}))
    assert wizard.mapping.go_on_words() == "Periksa 4 baris"
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_for(wizard, Stage.CHECK)
    assert wizard.check.facts.told().endswith("baris tidak masuk: 1 dari 4 baris")
    wizard.reject()


def test_a_cell_is_mended_by_typing_and_the_place_is_kept(
    clerk: Clerk, book: Path, database: Database
) -> None:
    wizard = clerk.check(book)
    assert QApplication.focusWidget() is wizard.check.doubts.table
    type_text(wizard, "B")
    type_text(wizard, " 77 PLT")
    press(wizard, Qt.Key.Key_Return)
    assert wizard.check.doubts.table.current_row() == 1
    clerk.wait_until_idle()
    assert lines(wizard)[0] == (5, "B 77 PLT", Fate.MENDED)
    assert wizard.check.doubts.table.current_row() == 1
    assert wizard.check.facts.vehicles.value() == "5 baru"
    press(wizard, Qt.Key.Key_F2)
    type_text(wizard, "9100")
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_until_idle()
    assert lines(wizard)[1] == (6, "9100", Fate.MENDED)
    assert wizard.check.tabs[0].text() == "Perlu diperiksa (0)"
    take_over(clerk, wizard)
    assert look_up_plate(database, "B 77 PLT") is not None
    card = card_of(database, "F 1234 AB")
    assert card.last_work_order is not None
    assert card.last_work_order.odometer_km == 9100


def test_what_is_mended_wrongly_is_named_again(clerk: Clerk, book: Path) -> None:
    wizard = clerk.check(book)
    press(wizard, Qt.Key.Key_F2)
    type_text(wizard, "entah apa")
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_until_idle()
    assert lines(wizard)[0] == (5, "entah apa", Fate.NOT_TAKEN)
    model = wizard.check.doubts.table.doubts()
    assert "entah apa" in model.data(model.index(0, model.place_of("reason")))
    wizard.session.mended.clear()
    wizard.reject()


def test_esc_in_a_cell_leaves_the_cell_and_not_the_wizard(clerk: Clerk, book: Path) -> None:
    wizard = clerk.check(book)
    press(wizard, Qt.Key.Key_F2)
    type_text(wizard, "entah apa")
    press(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    assert wizard.session.mended == {}
    wizard.reject()


def test_space_leaves_a_row_out_and_takes_it_back(clerk: Clerk, book: Path, database: Database) -> None:
    wizard = clerk.check(book)
    press(wizard, Qt.Key.Key_End)
    press(wizard, Qt.Key.Key_Space)
    assert lines(wizard)[1] == (6, "banyak", Fate.LEFT_OUT), "shown before it is checked"
    clerk.wait_until_idle()
    assert lines(wizard)[1] == (6, "banyak", Fate.LEFT_OUT)
    assert wizard.check.facts.vehicles.value() == "3 baru"
    assert wizard.check.doubts.table.current_row() == 1
    press(wizard, Qt.Key.Key_Space)
    clerk.wait_until_idle()
    assert lines(wizard)[1] == (6, "banyak", Fate.WITHOUT_CELL)
    press(wizard, Qt.Key.Key_Delete)
    clerk.wait_until_idle()
    take_over(clerk, wizard)
    assert count_vehicles(database) == 3
    assert look_up_plate(database, "F 1234 AB") is None


def test_back_keeps_what_was_mended(clerk: Clerk, book: Path) -> None:
    wizard = clerk.check(book)
    press(wizard, Qt.Key.Key_F2)
    type_text(wizard, "B 77 PLT")
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_until_idle()
    press(wizard, Qt.Key.Key_Left, _ALT)
    assert wizard.stage is Stage.MAPPING
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_for(wizard, Stage.CHECK)
    assert lines(wizard)[0] == (5, "B 77 PLT", Fate.MENDED)
    assert wizard.check.facts.vehicles.value() == "5 baru"


def test_a_rule_settles_all_dates_that_could_be_two_days(
    clerk: Clerk, tmp_path: Path, database: Database
) -> None:
    rows = [(f"0{n}/0{n + 1}/2026", f"B {n} AA", "Sri", "", 100, "Ganti oli", "Budi", 5000) for n in (3, 5)]
    wizard = clerk.check(write_sheets(tmp_path / "dua-arti.xlsx", {"Buku": (HEADER, *rows)}))
    assert [fate for _, _, fate in lines(wizard)] == [Fate.NOT_TAKEN, Fate.NOT_TAKEN]
    rules = wizard.check.doubts.rules
    assert rules.dates.isVisible()
    choose(rules.dates, DateOrder.MONTH_FIRST)
    clerk.wait_until_idle()
    assert lines(wizard) == []
    assert rules.dates.isVisible(), "it can be taken back"
    take_over(clerk, wizard)
    card = card_of(database, "B 3 AA")
    assert card.last_work_order is not None
    assert card.last_work_order.date == date(2026, 3, 4)


def test_a_rule_takes_the_first_of_several_phones(clerk: Clerk, tmp_path: Path, database: Database) -> None:
    row = ("B 1 AA", "Sri Wulandari", "0812-8834-1907 / 0813-5512-0001", "", "Honda", "Beat")
    wizard = clerk.check(write_sheets(tmp_path / "hp.xlsx", {"Motor": (VEHICLES, row)}))
    choose(wizard.check.doubts.rules.phones, PhoneRule.FIRST)
    clerk.wait_until_idle()
    take_over(clerk, wizard)
    assert phones_of(card_of(database, "B 1 AA")) == ["+6281288341907"]


def test_what_the_book_tells_differently_is_shown_and_decided_by_field(
    clerk: Clerk, tmp_path: Path, database: Database
) -> None:
    ours = ("B 1 AA", "Sri Wulandari", "081288341907", "Jl. Lama 1", "Honda", "Beat")
    theirs = ("B 1 AA", "Sri Wulandari", "081288341907", "Jl. Baru 2", "Honda", "Vario")
    wizard = clerk.check(write_sheets(tmp_path / "lama.xlsx", {"Motor": (VEHICLES, ours)}))
    take_over(clerk, wizard)
    wizard = clerk.check(write_sheets(tmp_path / "baru.xlsx", {"Motor": (VEHICLES, theirs)}))
    assert wizard.check.current_tab() == DIFFERENCES
    told = {(line.ours, line.theirs, line.rule) for line in wizard.check.differences.records()}
    assert told == {
        ("Jl. Lama 1", "Jl. Baru 2", FieldRule.FILL),
        ("Beat", "Vario", FieldRule.FILL),
    }
    table = wizard.check.differences_table
    table.setFocus()
    table.selectRow(
        next(n for n, line in enumerate(wizard.check.differences.records()) if line.ours == "Beat")
    )
    choose(wizard.check.rule, FieldRule.TAKE)
    clerk.wait_until_idle()
    take_over(clerk, wizard)
    card = card_of(database, "B 1 AA")
    assert card.vehicle.model == "Vario"
    assert card.owner is not None
    assert card.owner.address == "Jl. Lama 1"


def test_customers_who_look_alike_are_one_when_the_clerk_says_so(
    clerk: Clerk, tmp_path: Path, database: Database
) -> None:
    rows = (
        ("B 1 AA", "Sugeng Prihatin", "081288341907", "", "Honda", "Beat"),
        ("B 2 AA", "Sugeng Prihatin", "", "", "Honda", "Vario"),
    )
    wizard = clerk.check(write_sheets(tmp_path / "mirip.xlsx", {"Motor": (VEHICLES, *rows)}))
    assert wizard.check.look_alikes.model.rowCount() == 1
    wizard.check.show_tab(LOOK_ALIKES)
    wizard.check.look_alikes.table.setFocus()
    wizard.check.look_alikes.table.selectRow(0)
    assert wizard.check.facts.customers.value() == "2 baru"
    assert "081288341907" in wizard.check.look_alikes.details[0].text()
    press(wizard, Qt.Key.Key_Space)
    clerk.wait_until_idle()
    assert wizard.check.facts.customers.value() == "1 baru"
    take_over(clerk, wizard)
    one, two = card_of(database, "B 1 AA"), card_of(database, "B 2 AA")
    assert one.owner is not None
    assert two.owner is not None
    assert one.owner.id == two.owner.id


def test_a_decision_during_a_check_is_checked_after_it(clerk: Clerk, tmp_path: Path) -> None:
    many = [
        (datetime(2026, 8, 12), f"B {1000 + n} AA" if n % 9 else "", f"Orang {n}", "", 1, "Servis", "Budi", 1)
        for n in range(900)
    ]
    wizard = clerk.check(write_sheets(tmp_path / "besar.xlsx", {"Buku": (HEADER, *many)}))
    for plate in ("B 1 PLT", "B 2 PLT", "B 3 PLT"):
        press(wizard, Qt.Key.Key_F2)
        type_text(wizard, plate)
        press(wizard, Qt.Key.Key_Return)
    assert not wizard.frame.go_on.isEnabled()
    clerk.wait_until_idle()
    assert wizard.frame.go_on.isEnabled()
    assert [line[1:] for line in lines(wizard)[:3]] == [
        ("B 1 PLT", Fate.MENDED),
        ("B 2 PLT", Fate.MENDED),
        ("B 3 PLT", Fate.MENDED),
    ]
    assert wizard.check.facts.vehicles.value() == "803 baru"


def test_the_columns_of_the_list_are_where_the_delegate_looks(clerk: Clerk, book: Path) -> None:
    wizard = clerk.check(book)
    model = wizard.check.doubts.table.doubts()
    assert {VALUE, FATE} <= {column.key for column in model.columns}
    assert model.flags(model.index(0, model.place_of(VALUE))) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, model.place_of(FATE))) & Qt.ItemFlag.ItemIsEditable
    wizard.reject()


def test_another_role_for_a_column_keeps_what_was_mended(clerk: Clerk, book: Path) -> None:
    wizard = clerk.check(book)
    press(wizard, Qt.Key.Key_F2)
    type_text(wizard, "B 77 PLT")
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_until_idle()
    press(wizard, Qt.Key.Key_Left, _ALT)
    wizard.mapping.table.go_to(7)
    press(wizard, Qt.Key.Key_Delete)
    press(wizard, Qt.Key.Key_Return)
    clerk.wait_for(wizard, Stage.CHECK)
    assert lines(wizard)[0] == (5, "B 77 PLT", Fate.MENDED)


def test_rows_left_out_are_named_at_the_end(clerk: Clerk, book: Path) -> None:
    wizard = clerk.check(book)
    press(wizard, Qt.Key.Key_End)
    press(wizard, Qt.Key.Key_Space)
    clerk.wait_until_idle()
    wizard.go_on()
    clerk.wait_for(wizard, Stage.RESULT)
    told = [(line.row, line.fate) for line in wizard.result_step.lines.records()]
    assert told == [(5, Fate.NOT_TAKEN), (6, Fate.LEFT_OUT)]
    wizard.accept()


def test_a_price_list_speaks_of_products_alone(clerk: Clerk, tmp_path: Path) -> None:
    rows = (("Nama Barang", "Kategori", "Harga"), ("MPX 2 0,8", "Oli mesin", 58000))
    wizard = clerk.check(write_sheets(tmp_path / "harga.xlsx", {"Daftar harga": rows}))
    facts = wizard.check.facts
    assert facts.products.value() == "1 baru"
    assert facts.products.isVisible()
    assert not facts.vehicles.isVisible()
    assert wizard.mapping.model.rowCount() == 3
    wizard.reject()


def test_whoever_is_known_and_changed_is_counted_once(clerk: Clerk, tmp_path: Path) -> None:
    rows = (("Nama", "No HP", "Alamat"), ("Sri Wulandari", "081288341907", ""), ("Lina", "081300000001", ""))
    take_over(clerk, clerk.check(write_sheets(tmp_path / "lama.xlsx", {"Pelanggan": rows})))
    rows = (rows[0], (*rows[1][:2], "Jl. Melati 5"), rows[2])
    wizard = clerk.check(write_sheets(tmp_path / "baru.xlsx", {"Pelanggan": rows}))
    assert wizard.check.facts.customers.detail() == "2 sudah ada (1 diubah)"
    wizard.reject()


def test_every_column_that_is_not_taken_is_named_before_anything_is_written(
    clerk: Clerk, tmp_path: Path, database: Database
) -> None:
    header = (*HEADER, "Nomor Rangka", "Warna Velg")
    rows = [(*visit, f"MH1KF{n}", "emas", "" if n else "tanpa judul") for n, visit in enumerate(VISITS)]
    cars = (("No. Polisi", "Pemilik", "Merk", "Tipe", "KM"), ("B 9 ZZ", "Lina", "Honda", "Beat", 4100))
    wizard = clerk.check(
        write_sheets(tmp_path / "lebar.xlsx", {"Buku": (header, *rows, WITHOUT_PLATE), "Motor": cars})
    )
    assert count_vehicles(database) == 0
    check = wizard.check
    assert check.current_tab() != COLUMNS
    assert check.unread.isVisible()
    assert check.unread.text() == "Kolom yang tidak diambil: Nomor Rangka, Warna Velg, (K), KM"
    assert check.tabs[COLUMNS].text() == "Semua kolom (4 tidak diambil)"
    model = check.columns
    told = [tuple(model.data(model.index(row, place)) for place in (0, 2, 3, 4)) for row in range(4)]
    assert told == [
        ("Buku", "I", "Nomor Rangka", "Tidak diambil: 3 sel"),
        ("Buku", "J", "Warna Velg", "Tidak diambil: 3 sel"),
        ("Buku", "K", "—", "Tidak diambil: 1 sel"),
        ("Motor", "E", "KM", "Tidak diambil: 1 sel"),
    ]
    wizard.reject()


def test_a_book_of_which_all_is_taken_names_no_column(clerk: Clerk, book: Path) -> None:
    wizard = clerk.check(book)
    assert wizard.check.unread.isHidden()
    assert wizard.check.tabs[COLUMNS].text() == "Semua kolom"
    wizard.reject()
