"""The vehicle form, used with real keys on a real shop file."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.base import errors
from bengkel_crm.records.counter import Card
from bengkel_crm.records.customers import Customer, CustomerDraft
from bengkel_crm.records.vehicles import VehicleDates, VehicleDraft
from bengkel_crm.trade.kinds import CustomerKind, VehicleKind
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.vehicles.owner_change import OwnerChange
from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles import vehicles
from tests.factories import make_vehicle
from tests.ui.conftest import BareShell
from tests.ui.forms.clerk import focused, opened, press, replace, save, tab, type_text
from tests.ui.seen import says
from tests.ui.shown_words import english_shown, recording, unnamed

Opener = Callable[..., VehicleForm]


@pytest.fixture
def register(shell: BareShell, ground: QWidget) -> Opener:
    return lambda plate="": opened(VehicleForm(shell, plate, ground))


@pytest.fixture
def edit(shell: BareShell, ground: QWidget) -> Opener:
    return lambda vehicle_id: opened(VehicleForm.edit(shell, vehicle_id, ground))


def card_of(database: Database, plate: str) -> Card:
    card = lookup.look_up_plate(database, plate)
    assert card is not None
    return card


def owner_of(database: Database, vehicle_id: int) -> Customer:
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    assert card.owner is not None
    return card.owner


def visible_lines(form: VehicleForm) -> list[str]:
    vehicle, owner = form.vehicle, form.owner
    fields = [
        *(vehicle.plate, owner.name, owner.phones, vehicle.brand, vehicle.model, vehicle.kind),
        *(vehicle.year, vehicle.color, owner.contact, owner.address),
    ]
    return [field.editor.accessibleName() for field in fields if field.isVisible()]


# Registering


@pytest.mark.parametrize(("name", "most"), [("name", 120), ("address", 500), ("color", 120), ("model", 120)])
def test_a_text_that_does_not_fit_is_told_while_it_is_typed_and_never_cut(
    register: Opener, name: str, most: int
) -> None:
    form = register("b9999zzz")
    field = form.fields[name]
    assert isinstance(field.editor, QLineEdit)
    field.editor.setText("x" * most)
    assert field.remark() == ""
    field.editor.insert("x")
    assert (field.remark(), field.tone()) == (f"{most + 1} huruf, paling banyak {most}", Tone.BAD)
    assert len(field.editor.text()) == most + 1
    field.set_remark("something else")
    assert str(most + 1) in field.remark()
    field.editor.backspace()
    assert str(most + 1) not in field.remark()


def test_a_long_text_of_an_old_file_is_no_fault_until_it_is_changed(edit: Opener, database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 1 A")
    database.execute_sql("UPDATE vehicle SET color = ?", ("x" * 130,))
    form = edit(vehicle_id)
    edited = form.vehicle.color.editor
    assert form.vehicle.color.remark() == ""
    edited.insert("y")
    assert "131" in form.vehicle.color.remark()
    edited.backspace()
    assert form.vehicle.color.remark() == ""


def test_three_fields_are_all_that_is_asked(register: Opener) -> None:
    assert visible_lines(register("b9999zzz")) == ["Nopol", "Nama pemilik", "Telepon"]


def test_a_known_plate_is_filled_in_and_the_name_is_typed_at_once(
    register: Opener, database: Database, qtbot: QtBot, shell: BareShell
) -> None:
    form = register("b9999zzz")
    assert form.vehicle.plate_edit.text() == "B 9999 ZZZ"
    with qtbot.waitSignal(form.saved) as told:
        type_text("SUGENG, BPK")
        tab()
        type_text("0812 8834 1907, (0274) 592098")
        save()
    card = card_of(database, "B 9999 ZZZ")
    assert told.args[0].record_id == card.vehicle.id
    assert card.owner is not None
    assert (card.owner.name, card.owner.honorific) == ("Sugeng", "Bpk")
    assert [phone.e164 for phone in card.owner.phones] == ["+6281288341907", "+62274592098"]
    assert shell.messages[-1] == ("B 9999 ZZZ: kendaraan terdaftar", Tone.OK)


@pytest.mark.parametrize(
    ("typed", "kept", "said"),
    [
        ("titip ke Pak RT", [("titip ke Pak RT", None)], "titip ke Pak RT"),
        ("0812345678x4", [("0812345678x4", None)], "0812345678x4"),
        ("0812345678O1", [("0812345678O1", "+6281234567801")], "0812-3456-7801"),
        (
            "titip RT, 0812-3456-7801",
            [("titip RT, 0812-3456-7801", "+6281234567801")],
            "",
        ),
    ],
)
def test_nothing_typed_as_a_phone_is_lost_and_what_is_not_read_is_said(
    register: Opener,
    database: Database,
    qtbot: QtBot,
    typed: str,
    kept: list[tuple[str, str | None]],
    said: str,
) -> None:
    form = register("ab1250tp")
    with qtbot.waitSignal(form.saved):
        type_text("Tini")
        tab()
        type_text(typed)
        assert said in form.owner.phones.remark()
        save()
    owner = card_of(database, "AB 1250 TP").owner
    assert owner is not None
    assert [(phone.typed, phone.e164) for phone in owner.phones] == kept


def test_without_a_plate_typing_begins_there(register: Opener) -> None:
    form = register()
    assert focused() is form.vehicle.plate_edit
    type_text("ab1234xy")
    tab()
    assert form.vehicle.plate_edit.text() == "AB 1234 XY"


@pytest.mark.parametrize("plate", ["CD 99 01", "1234-00", "ZZ 12 AB", "BARU"])
def test_an_unusual_plate_is_remarked_and_taken(register: Opener, database: Database, plate: str) -> None:
    form = register(plate)
    assert form.vehicle.plate.tone() is Tone.WARN
    type_text("Anto")
    save()
    assert card_of(database, plate).owner is not None


def test_a_usual_plate_has_no_remark(register: Opener) -> None:
    form = register("B 3472 KZR")
    assert (form.vehicle.plate.remark(), form.vehicle.plate.tone()) == ("", Tone.NEUTRAL)


def test_a_plate_somebody_wears_is_told_while_it_is_typed_and_opens_its_card(
    register: Opener, database: Database, shell: BareShell
) -> None:
    known = make_vehicle(database, "B 3472 KZR", "Sri Wulandari")
    form = register()
    type_text("b 3472 kz")
    assert not form.vehicle.holder_box.isVisible()
    type_text("r")
    assert form.vehicle.plate.tone() is Tone.BAD
    assert form.vehicle.holder_box.isVisible()
    form.vehicle.open_button.setFocus()
    press(Qt.Key.Key_Return)
    assert shell.opened_cards == [known]
    assert not form.isVisible()


def test_a_plate_somebody_wears_is_not_registered_twice(register: Opener, database: Database) -> None:
    make_vehicle(database, "B 3472 KZR", "Sri Wulandari")
    form = register("B 3472 KZR")
    type_text("Anto")
    save()
    assert form.isVisible()
    assert form.owner.name_edit.text() == "Anto"
    assert lookup.count_vehicles(database) == 1


def test_a_plate_worn_before_by_another_vehicle_is_remarked_and_taken(
    register: Opener, edit: Opener, database: Database
) -> None:
    vehicle_id = make_vehicle(database, "B 1 OLD")
    vehicle = vehicles.get_vehicle(database, vehicle_id)
    form = edit(vehicle_id)
    form.vehicle.plate_edit.setFocus()
    replace("B 2 NEW")
    save()
    form = register("B 1 OLD")
    assert form.vehicle.plate.remark() == "dulu dipakai B 2 NEW"
    type_text("Anto")
    save()
    assert card_of(database, "B 1 OLD").vehicle.id != vehicle.id


@pytest.mark.parametrize(("plate", "name", "field"), [("", "Anto", "plate"), ("B 1 A", "", "name")])
def test_plate_and_name_must_be_there(register: Opener, plate: str, name: str, field: str) -> None:
    form = register(plate)
    form.owner.name_edit.setFocus()
    type_text(name)
    save()
    assert form.isVisible()
    assert (form.fields[field].remark(), form.fields[field].tone()) == ("Mohon diisi", Tone.BAD)
    assert focused() is form.fields[field].editor


def test_a_number_that_is_not_whole_is_remarked_and_kept(register: Opener, database: Database) -> None:
    form = register("B 1 A")
    type_text("Anto")
    tab()
    type_text("0812-88")
    assert form.owner.phones.remark() == "nomor belum lengkap: 0812-88"
    save()
    owner = card_of(database, "B 1 A").owner
    assert owner is not None
    assert [(phone.typed, phone.e164) for phone in owner.phones] == [("0812-88", None)]


# Everything else


def test_more_fields_come_when_asked_for(register: Opener, database: Database) -> None:
    form = register("B 1 A")
    type_text("PT Maju Bersama")
    form.grid.more_link.setFocus()
    press(Qt.Key.Key_Return)
    assert focused() is form.vehicle.brand_edit
    for text in ("Toyota", "Avanza", None, "2019", "Hitam", "Pak Dedi", "Jl. Melati 14"):
        if text is not None:
            type_text(text)
        tab()
    save()
    card = card_of(database, "B 1 A")
    vehicle, owner = card.vehicle, card.owner
    assert owner is not None
    assert (vehicle.brand, vehicle.model, vehicle.year, vehicle.color) == ("Toyota", "Avanza", 2019, "Hitam")
    assert vehicle.kind is VehicleKind.CAR
    assert (owner.kind, owner.contact_person, owner.address) == (
        CustomerKind.COMPANY,
        "Pak Dedi",
        "Jl. Melati 14",
    )


def test_the_kind_is_guessed_until_it_is_chosen(register: Opener) -> None:
    form = register("B 1 A")
    form.grid.more_link.click()
    type_text("Toyota")
    assert form.vehicle.kind_box.value() is VehicleKind.CAR
    assert form.vehicle.kind.remark() == "ditebak dari merek dan tipe"
    form.vehicle.kind_box.setFocus()
    press(Qt.Key.Key_Up)
    form.vehicle.model_edit.setFocus()
    type_text("Avanza")
    assert form.vehicle.kind_box.value() is VehicleKind.MOTORCYCLE
    assert form.vehicle.kind.remark() == ""


def test_a_whole_vehicle_typed_into_the_first_field_is_spread(register: Opener) -> None:
    form = register("B 1 A")
    form.grid.more_link.click()
    type_text("honda vario 125 2019")
    tab()
    fields = (form.vehicle.brand_edit, form.vehicle.model_edit, form.vehicle.year_edit)
    assert [edit.text() for edit in fields] == ["Honda", "Vario 125", "2019"]
    assert form.vehicle.kind_box.value() is VehicleKind.MOTORCYCLE


def test_makes_and_models_are_completed(register: Opener) -> None:
    form = register("B 1 A")
    form.grid.more_link.click()
    type_text("yam")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    tab()
    type_text("aer")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (form.vehicle.brand_edit.text(), form.vehicle.model_edit.text()) == ("Yamaha", "Aerox")


def test_models_the_shop_has_written_are_completed_though_no_table_knows_them(
    register: Opener, database: Database
) -> None:
    make_vehicle(database, "B 2 B", model="Aerox 155 Connected")
    database.execute_sql("UPDATE vehicle SET brand = 'Yamaha'")
    form = register("B 1 A")
    form.grid.more_link.click()
    type_text("yam")
    tab()
    type_text("aer")
    tab()
    assert (form.vehicle.brand_edit.text(), form.vehicle.model_edit.text()) == (
        "Yamaha",
        "Aerox 155 Connected",
    )


def test_a_year_nobody_can_read_stays_and_nothing_is_saved(register: Opener, database: Database) -> None:
    form = register("B 1 A")
    type_text("Anto")
    form.grid.more_link.click()
    form.vehicle.year_edit.setFocus()
    type_text("dua ribu")
    save()
    assert form.isVisible()
    assert form.vehicle.year.tone() is Tone.BAD
    assert form.vehicle.year_edit.text() == "dua ribu"
    assert lookup.count_vehicles(database) == 0


# Customers the shop knows


def test_somebody_of_the_same_phone_is_offered_with_phone_and_vehicle(
    register: Opener, database: Database
) -> None:
    make_vehicle(database, "B 1234 XY", "Pak Budi Santoso", ["0812 8834 1907"])
    form = register("B 1 A")
    type_text("Anak Budi")
    tab()
    type_text("+62 812-8834-190")
    assert form.owner.known.texts() == []
    type_text("7")
    assert form.owner.known.texts() == ["Pak Budi Santoso · 0812-8834-1907 · punya B 1234 XY"]
    assert form.owner.known.isVisible()


def test_nobody_is_merged_unasked(register: Opener, database: Database) -> None:
    first = make_vehicle(database, "B 1234 XY", "Budi Santoso", ["0812 8834 1907"])
    form = register("B 1 A")
    type_text("Budi Santoso")
    assert len(form.owner.known.texts()) == 1
    save()
    second = card_of(database, "B 1 A").vehicle.id
    assert owner_of(database, first).id != owner_of(database, second).id


def test_a_known_customer_is_chosen_by_keys_and_gets_the_vehicle(
    register: Opener, database: Database
) -> None:
    make_vehicle(database, "B 1234 XY", "Budi Santoso", ["0812 8834 1907"])
    form = register("B 1 A")
    type_text("pak budi santoso")
    tab(2)
    press(Qt.Key.Key_Return)
    assert form.owner.phones_edit.text() == "0812 8834 1907"
    assert form.owner.name_edit.isReadOnly()
    assert form.owner.chosen_box.isVisible()
    save()
    owner = card_of(database, "B 1 A").owner
    assert owner is not None
    assert [vehicle.plate for vehicle in vehicles.list_vehicles_of(database, owner.id)] == [
        "B 1234 XY",
        "B 1 A",
    ]


def test_the_choice_of_a_known_customer_can_be_taken_back(register: Opener, database: Database) -> None:
    make_vehicle(database, "B 1234 XY", "Budi Santoso")
    form = register("B 1 A")
    type_text("Budi Santoso")
    form.owner.known.buttons[0].click()
    press(Qt.Key.Key_Return)
    assert not form.owner.chosen_box.isVisible()
    assert focused() is form.owner.name_edit
    type_text("Anto")
    save()
    owner = card_of(database, "B 1 A").owner
    assert owner is not None
    assert owner.name == "Anto"


# Mending


@pytest.fixture
def sold_by(database: Database) -> int:
    return make_vehicle(database, "B 3472 KZR", "Bu Sri Wulandari", ["0812-8834-1907", "0274 592098"])


def test_all_fields_are_there_to_be_mended(edit: Opener, sold_by: int) -> None:
    form = edit(sold_by)
    assert len(visible_lines(form)) == 10
    assert not form.is_dirty()
    assert form.owner.name_edit.text() == "Bu Sri Wulandari"
    assert form.owner.phones_edit.text() == "0812-8834-1907, 0274 592098"
    assert not form.owner.known.isVisible()


def test_saving_what_was_loaded_changes_nothing(edit: Opener, sold_by: int, database: Database) -> None:
    before = lookup.find_card(database, sold_by)
    edit(sold_by)
    save()
    assert lookup.find_card(database, sold_by) == before


def test_the_owners_data_are_corrected(edit: Opener, sold_by: int, database: Database) -> None:
    before = owner_of(database, sold_by)
    edit(sold_by)
    replace("Bu Sri Wulandari Putri")
    save()
    after = owner_of(database, sold_by)
    assert (after.id, after.name) == (before.id, "Sri Wulandari Putri")


def test_a_vehicle_is_sold_to_somebody_new_from_a_day_on(
    edit: Opener, sold_by: int, database: Database
) -> None:
    before = owner_of(database, sold_by)
    form = edit(sold_by)
    form.owner_change.box.setFocus()
    press(Qt.Key.Key_Down)
    assert form.owner.name_edit.text() == ""
    assert focused() is form.owner.name_edit
    type_text("Anto")
    form.owner_change.since_edit.setFocus()
    replace(f"{date.today() - timedelta(days=9):%d/%m/%Y}")
    save()
    after = owner_of(database, sold_by)
    assert (after.name, after.phones) == ("Anto", ())
    assert after.id != before.id
    assert vehicles.list_vehicles_of(database, before.id) == []


def test_a_vehicle_is_sold_to_a_customer_the_shop_knows(
    edit: Opener, sold_by: int, database: Database
) -> None:
    make_vehicle(database, "B 1234 XY", "Budi Santoso", ["0812 1111 2222"])
    form = edit(sold_by)
    form.owner_change.box.setFocus()
    press(Qt.Key.Key_Down)
    type_text("Budi Santoso")
    form.owner.known.buttons[0].click()
    save()
    (budi,) = vehicles.find_customers_like(database, CustomerDraft("Budi Santoso"))
    assert owner_of(database, sold_by) == budi
    assert len(vehicles.list_vehicles_of(database, budi.id)) == 2


def test_changing_ones_mind_about_a_sale_brings_the_owner_back(edit: Opener, sold_by: int) -> None:
    form = edit(sold_by)
    form.owner_change.box.setFocus()
    press(Qt.Key.Key_Down)
    form.owner_change.box.setFocus()
    press(Qt.Key.Key_Up)
    assert form.owner_change.box.value() is OwnerChange.CORRECTED
    assert form.owner.name_edit.text() == "Bu Sri Wulandari"
    assert not form.is_dirty()


def test_a_vehicle_without_an_owner_gets_one(edit: Opener, database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 1 A", owner=None)
    form = edit(vehicle_id)
    assert not form.owner_change.change.isVisible()
    save()
    edit(vehicle_id)
    type_text("Anto")
    save()
    assert owner_of(database, vehicle_id).name == "Anto"


def test_a_vehicle_that_is_gone_is_an_error_told_by_whoever_asked(shell: BareShell, ground: QWidget) -> None:
    with pytest.raises(errors.NotFound):
        VehicleForm.edit(shell, 4_711, ground)


def test_a_name_that_looks_like_markup_is_shown_as_it_is(register: Opener, database: Database) -> None:
    make_vehicle(database, "B 1234 XY", "<b>Budi</b> & Co")
    form = register("B 1234 XY")
    assert says(form.vehicle.holder_box, "<b>Budi</b> & Co")


# Words


def test_no_english_is_left_and_everything_has_a_name(
    register: Opener, edit: Opener, database: Database, sold_by: int
) -> None:
    with recording() as recorder:
        form = register("B 3472 KZR")
        form.grid.more_link.click()
        form.owner.name_edit.setFocus()
        type_text("Sri Wulandari")
        form.owner.known.buttons[0].click()
        press(Qt.Key.Key_Escape)
        edit_form = edit(sold_by)
        edit_form.owner_change.box.setFocus()
        press(Qt.Key.Key_Down)
        for shown in (form, edit_form):
            assert english_shown(shown) == []
            assert unnamed(shown) == []
    assert recorder.missing == set()


# The frame


def test_a_question_does_not_squeeze_the_buttons(register: Opener) -> None:
    form = register("zz1zz")
    type_text("Setengah")
    height = form.foot.save.height()
    press(Qt.Key.Key_Escape)
    assert form.notice.isVisible()
    QApplication.sendPostedEvents()
    assert form.foot.save.height() == height
    assert form.foot.save.height() >= form.foot.save.sizeHint().height()


# A known customer with another vehicle


@pytest.mark.parametrize("known_address", [None, "Jl. Lama 3"])
def test_what_was_typed_of_a_known_customer_is_added(
    register: Opener, database: Database, qtbot: QtBot, known_address: str | None
) -> None:
    first = make_vehicle(database, "AB 1001 AW", "Andi Wijaya", ["0812-2777-1001"])
    if known_address:
        vehicle = VehicleDraft("AB 1001 AW")
        vehicles.edit_vehicle(
            database,
            first,
            vehicle,
            CustomerDraft("Andi Wijaya", ("0812-2777-1001",), address=known_address),
            customer_id=owner_of(database, first).id,
        )
    form = register("ab2468aw")
    type_text("Andi Wijaya")
    tab()
    type_text("0813-9999-8888")
    form.owner.address_edit.setText("Jl. Baru 9")
    form.owner.known.buttons[0].click()
    assert "0813-9999-8888" in form.owner.phones.remark()
    assert ("Jl. Lama 3" in form.owner.address.remark()) == bool(known_address)
    assert form.owner.address_edit.text() == "Jl. Baru 9"
    form.keeper.keep_now()
    form.set_state(form.state())
    with qtbot.waitSignal(form.saved):
        save()
    owner = card_of(database, "AB 2468 AW").owner
    assert owner is not None
    assert owner.id == owner_of(database, first).id
    assert [phone.typed for phone in owner.phones] == ["0812-2777-1001", "0813-9999-8888"]
    assert owner.address == "Jl. Baru 9"


def test_the_same_phone_in_another_spelling_is_not_added_twice(
    register: Opener, database: Database, qtbot: QtBot
) -> None:
    make_vehicle(database, "AB 1001 AW", "Andi Wijaya", ["0812-2777-1001"])
    form = register("ab2468aw")
    type_text("Andi Wijaya")
    tab()
    type_text("+62 812 2777 1001")
    form.owner.known.buttons[0].click()
    with qtbot.waitSignal(form.saved):
        save()
    owner = card_of(database, "AB 2468 AW").owner
    assert owner is not None
    assert [phone.typed for phone in owner.phones] == ["0812-2777-1001"]


# A plate that is nearly a known one


@pytest.fixture
def near(database: Database) -> int:
    return make_vehicle(database, "B 5886 FZK", "Made Kusuma")


def test_a_near_plate_is_told_while_the_form_is_filled_in(register: Opener, near: int) -> None:
    form = register("ab5886fzk")
    type_text("Made")
    tab()
    type_text("0895")
    assert form.vehicle.near.isVisible()
    assert form.vehicle.near.told() == "B 5886 FZK · Made Kusuma · Honda Vario 125 · 2019"


def test_a_near_plate_is_asked_about_once_before_a_double_is_born(
    register: Opener, near: int, database: Database
) -> None:
    form = register("ab5886fzk")
    type_text("Made")
    save()
    assert "mirip B 5886 FZK · Made Kusuma" in form.notice.text()
    assert lookup.look_up_plate(database, "ab5886fzk") is None
    save()
    assert lookup.look_up_plate(database, "ab5886fzk") is not None


def test_who_says_that_it_is_another_vehicle_is_not_asked_again(
    register: Opener, near: int, database: Database
) -> None:
    form = register("ab5886fzk")
    form.vehicle.near.other_button.click()
    assert not form.vehicle.near.isVisible()
    form.owner.name_edit.setFocus()
    type_text("Wayan")
    save()
    assert lookup.look_up_plate(database, "ab5886fzk") is not None


def test_the_card_of_a_near_plate_is_one_press_away(register: Opener, near: int, shell: BareShell) -> None:
    form = register("ab5886fzk")
    form.vehicle.near.open_button.click()
    assert shell.opened_cards == [near]


def test_another_plate_typed_into_the_form_is_looked_at_anew(register: Opener, near: int) -> None:
    form = register("ab5886fzk")
    form.vehicle.plate_edit.setFocus()
    replace("zz9999zz")
    assert not form.vehicle.near.isVisible()
    replace("b5886fzt")
    assert form.vehicle.near.isVisible()


# A plate that was given out again


@pytest.mark.parametrize("gone", ["sold_on", "gone_on"])
def test_a_plate_of_a_vehicle_that_is_gone_can_be_given_to_another(
    register: Opener, database: Database, qtbot: QtBot, gone: str
) -> None:
    first = make_vehicle(database, "AB 1700 RE", "Hendri")
    vehicle = VehicleDraft("AB 1700 RE", dates=VehicleDates(**{gone: date(2026, 8, 1)}))
    vehicles.edit_vehicle(database, first, vehicle)
    form = register("ab1700re")
    assert form.vehicle.holder_box.isVisible()
    form.vehicle.anew_button.click()
    assert not form.vehicle.holder_box.isVisible()
    form.owner.name_edit.setText("Lestari")
    with qtbot.waitSignal(form.saved) as told:
        save()
    second = told.args[0].record_id
    card = card_of(database, "AB 1700 RE")
    assert (card.vehicle.id, card.owner is not None and card.owner.name) == (second, "Lestari")
    old = lookup.find_card(database, first)
    assert old is not None
    assert old.vehicle.plate == "AB 1700 RE (2)"
    assert [hit.vehicle_id for hit in lookup.search_vehicles(database, "ab1700re")] == [second, first]
    assert check(database) == []


def test_a_plate_of_a_vehicle_that_still_comes_is_not_given_away(
    register: Opener, database: Database
) -> None:
    make_vehicle(database, "AB 1700 RE", "Hendri")
    form = register("ab 01700 re")
    assert form.vehicle.holder_box.isVisible()
    assert not form.vehicle.anew_button.isVisible()
    form.owner.name_edit.setText("Lestari")
    save()
    assert form.isVisible()
    assert lookup.count_vehicles(database) == 1


@pytest.fixture
def misdialled(database: Database) -> int:
    """A vehicle whose owner has two numbers, the first of them wrong."""
    vehicle_id = make_vehicle(
        database, "B 1234 XY", owner="Sri Wulandari", phones=["0812-2777-3301, 0812-2777-3302"]
    )
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-11-01' WHERE position = 0")
    return vehicle_id


def wrong_numbers(database: Database, vehicle_id: int) -> list[str]:
    return [phone.typed for phone in owner_of(database, vehicle_id).phones if phone.wrong_since is not None]


def test_a_wrong_number_is_told_and_stays_wrong(edit: Opener, database: Database, misdialled: int) -> None:
    form = edit(misdialled)
    assert form.owner.wrong.isVisible()
    assert form.owner.wrong.remarks() == ["0812-2777-3301 salah nomor sejak 1 Nov 2026"]
    replace("Sri W")
    save()
    assert wrong_numbers(database, misdialled) == ["0812-2777-3301"]


def test_a_press_says_that_a_number_is_right(edit: Opener, database: Database, misdialled: int) -> None:
    form = edit(misdialled)
    (button,) = form.owner.wrong.buttons
    assert button.text() == "Nomor ini benar"
    form.owner.phones_edit.setFocus()
    tab()
    assert focused() is button
    press(Qt.Key.Key_Space)
    save()
    assert wrong_numbers(database, misdialled) == []
    undo_last(database)
    assert wrong_numbers(database, misdialled) == ["0812-2777-3301"]


def test_a_second_press_leaves_the_number_wrong(edit: Opener, database: Database, misdialled: int) -> None:
    form = edit(misdialled)
    form.owner.wrong.buttons[0].setFocus()
    press(Qt.Key.Key_Space, Qt.Key.Key_Space)
    save()
    assert wrong_numbers(database, misdialled) == ["0812-2777-3301"]


def test_a_wrong_number_that_is_typed_again_is_right(
    edit: Opener, database: Database, misdialled: int
) -> None:
    form = edit(misdialled)
    form.owner.phones_edit.setFocus()
    replace("081227773302, 081227773301")
    assert form.owner.wrong.remarks() == ["0812-2777-3301 benar: dipakai lagi setelah disimpan"]
    save()
    assert wrong_numbers(database, misdialled) == []


def test_nothing_is_told_of_a_wrong_number_that_was_taken_out(edit: Opener, misdialled: int) -> None:
    form = edit(misdialled)
    form.owner.phones_edit.setFocus()
    replace("081227773302")
    assert not form.owner.wrong.isVisible()


def test_a_half_typed_form_keeps_that_a_number_is_right(edit: Opener, misdialled: int) -> None:
    form = edit(misdialled)
    form.owner.wrong.buttons[0].click()
    state = form.state()
    form.owner.wrong.buttons[0].click()
    form.set_state(state)
    assert form.owner.wrong.confirmed() == ["+6281227773301"]


def test_a_known_customer_found_by_a_wrong_number_has_it_after_all(
    register: Opener, database: Database, misdialled: int
) -> None:
    form = register("B 77 A")
    form.owner.phones_edit.setFocus()
    type_text("081227773301")
    (told,) = form.owner.known.texts()
    assert "0812-2777-3301 (salah nomor), 0812-2777-3302" in told
    form.owner.known.buttons[0].click()
    save()
    assert wrong_numbers(database, misdialled) == []
