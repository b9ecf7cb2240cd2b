"""A slip is asked about once before it is saved; a hurried Tab writes no rubbish into the lists."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bengkel_crm.records.counter import Card
from bengkel_crm.records.vehicles import VehicleDates, VehicleDraft
from bengkel_crm.ui.forms.form import Form
from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm
from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles import vehicles
from bengkel_crm.workshop.work_orders import work_orders
from tests.factories import make_vehicle, make_work_order
from tests.ui.conftest import BareShell
from tests.ui.forms.clerk import focused, opened, press, replace, save, tab, type_text

TODAY = date.today()
OIL = "AHM MPX2 10W-30"

Opener = Callable[..., WorkOrderForm]


@pytest.fixture
def vehicle_id(database: Database) -> int:
    """A motorcycle that was here a month ago and a week ago, and a shop with two mechanics."""
    vehicle_id = make_vehicle(database, "B 3472 KZR")
    for days, km, mechanic in ((30, 40_000, "Nanang"), (7, 41_000, "Budi")):
        on = TODAY - timedelta(days=days)
        make_work_order(database, vehicle_id, on, ("Ganti oli mesin",), OIL, mechanic, km)
    return vehicle_id


@pytest.fixture
def visit(shell: BareShell, ground: QWidget, vehicle_id: int) -> Opener:
    def open_form(work_order_id: int | None = None) -> WorkOrderForm:
        return opened(WorkOrderForm(shell, vehicle_id, work_order_id, ground))

    return open_form


@pytest.fixture
def register(shell: BareShell, ground: QWidget) -> Callable[[str], VehicleForm]:
    return lambda plate: opened(VehicleForm(shell, plate, ground))


def card_of(database: Database, plate: str = "B 3472 KZR") -> Card:
    card = lookup.look_up_plate(database, plate)
    assert card is not None
    return card


def is_saved(form: Form) -> bool:
    return form.is_leaving


def fill(
    form: WorkOrderForm, *, km: str = "41500", mechanic: str = "Budi", jobs: str = "Stel rantai"
) -> None:
    """Fill a visit in, leaving each line as it was typed."""
    for edit, text in (
        (form.visit.km_edit, km),
        (form.visit.mechanic_edit, mechanic),
        (form.work.jobs_edit, jobs),
    ):
        edit.setFocus()
        replace(text)


# Completion


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_tab_and_enter_take_the_completion_that_is_shown(visit: Opener, key: Qt.Key) -> None:
    form = visit()
    form.visit.mechanic_edit.setFocus()
    replace("na")
    press(key)
    assert form.visit.mechanic_edit.text() == "Nanang"
    assert focused() is form.work.jobs_edit
    type_text("ganti oli")
    press(key)
    assert form.work.jobs_edit.text() == "Ganti oli mesin"
    replace_in(form.work.oil.edit, "ahm")
    press(key)
    assert form.work.oil.edit.text() == OIL


def replace_in(edit: QWidget, text: str) -> None:
    edit.setFocus()
    replace(text)


def test_escape_leaves_what_was_typed_as_it_is(visit: Opener) -> None:
    form = visit()
    form.visit.mechanic_edit.setFocus()
    replace("na")
    press(Qt.Key.Key_Escape, Qt.Key.Key_Tab)
    assert form.visit.mechanic_edit.text() == "na"


def test_a_whole_word_is_not_completed_into_a_longer_one(visit: Opener, database: Database) -> None:
    make_work_order(database, make_vehicle(database), mechanic="Budiman")
    form = visit()
    form.visit.mechanic_edit.setFocus()
    replace("Budi")
    tab()
    assert form.visit.mechanic_edit.text() == "Budi"


def test_a_completion_takes_the_spelling_of_the_shop(visit: Opener) -> None:
    form = visit()
    form.visit.mechanic_edit.setFocus()
    replace("budi")
    tab()
    assert form.visit.mechanic_edit.text() == "Budi"


def test_tab_takes_make_and_model(register: Callable[[str], VehicleForm]) -> None:
    form = register("b1a")
    form.grid.more_link.click()
    type_text("ho")
    tab()
    assert form.vehicle.brand_edit.text() == "Honda"
    type_text("va")
    tab()
    assert form.vehicle.model_edit.text().startswith("Vario")


@pytest.mark.parametrize(
    ("typed", "model"), [("vario 125", "Vario 125"), ("vari", "Vario"), ("nmax", "NMAX")]
)
def test_a_model_brings_its_make_along(
    register: Callable[[str], VehicleForm], typed: str, model: str
) -> None:
    form = register("b1a")
    form.grid.more_link.click()
    tab()
    type_text(typed)
    tab()
    make = "Yamaha" if typed == "nmax" else "Honda"
    assert (form.vehicle.brand_edit.text(), form.vehicle.model_edit.text().casefold()) == (
        make,
        model.casefold(),
    )


def test_the_first_line_takes_a_model_too(register: Callable[[str], VehicleForm]) -> None:
    form = register("b1a")
    form.grid.more_link.click()
    type_text("vario 125")
    tab()
    assert (form.vehicle.brand_edit.text(), form.vehicle.model_edit.text()) == ("Honda", "Vario 125")


# Names that are nearly known


@pytest.mark.parametrize("typed", ["nanangg", "naanng", "bu"])
def test_a_new_mechanic_close_to_a_known_one_is_asked_about(
    visit: Opener, database: Database, typed: str
) -> None:
    form = visit()
    fill(form, mechanic=typed)
    save()
    meant = "Budi" if typed == "bu" else "Nanang"
    assert form.notice.text() == f"Montir: “{typed}” belum ada. Maksud Anda {meant}?"
    press(Qt.Key.Key_Return)
    assert is_saved(form)
    assert card_of(database).history[0].mechanic == meant


def test_saving_again_says_that_the_new_name_is_right(visit: Opener, database: Database) -> None:
    form = visit()
    fill(form, mechanic="Nanangg")
    save()
    save()
    assert card_of(database).history[0].mechanic == "Nanangg"


def test_a_new_oil_close_to_a_known_one_is_asked_about(visit: Opener) -> None:
    form = visit()
    fill(form)
    replace_in(form.work.oil.edit, "mpx")
    save()
    assert form.notice.text() == f"Oli: “mpx” belum ada. Maksud Anda {OIL}?"


def test_a_new_make_close_to_a_known_one_is_asked_about(
    register: Callable[[str], VehicleForm], database: Database
) -> None:
    form = register("b1a")
    type_text("Sri")
    form.grid.more_link.click()
    type_text("Hondaa")
    save()
    assert form.notice.text() == "Merek: “Hondaa” belum ada. Maksud Anda Honda?"
    press(Qt.Key.Key_Return)
    assert card_of(database, "b1a").vehicle.brand == "Honda"


def test_a_name_nobody_resembles_is_saved_unasked(visit: Opener, database: Database) -> None:
    form = visit()
    fill(form, mechanic="Wahid")
    save()
    assert is_saved(form)


# Kilometres


@pytest.mark.parametrize("km", ["321", "40999", "4150", "415000"])
def test_kilometres_that_do_not_fit_are_asked_about_once(visit: Opener, database: Database, km: str) -> None:
    form = visit()
    fill(form, km=km)
    save()
    assert "Benar begitu?" in form.notice.text()
    assert not is_saved(form)
    save()
    assert card_of(database).history[0].odometer_km == int(km)


def test_enter_goes_back_to_the_kilometres_to_mend_them(visit: Opener, database: Database) -> None:
    form = visit()
    fill(form, km="321")
    save()
    press(Qt.Key.Key_Return)
    assert focused() is form.visit.km_edit
    replace("41321")
    save()
    assert is_saved(form)
    assert card_of(database).history[0].odometer_km == 41_321


def test_other_kilometres_that_do_not_fit_are_asked_about_again(visit: Opener) -> None:
    form = visit()
    fill(form, km="321")
    save()
    replace_in(form.visit.km_edit, "322")
    save()
    assert not is_saved(form)


def test_kilometres_above_those_of_a_later_visit_are_asked_about(visit: Opener) -> None:
    form = visit()
    form.visit.date_edit.setFocus()
    replace((TODAY - timedelta(days=20)).strftime("%d/%m/%Y"))
    fill(form, km="41001")
    save()
    assert "kunjungan sesudahnya" in form.notice.text() or "servis sesudahnya" in form.notice.text()
    assert not is_saved(form)


def test_an_old_visit_is_mended_without_questions_about_what_was_left_alone(
    visit: Opener, database: Database, vehicle_id: int
) -> None:
    odd = make_work_order(database, vehicle_id, TODAY, ("Cek rem",), mechanic="Budi", odometer_km=12)
    form = visit(odd)
    form.visit.remark.editor.setFocus()
    type_text("lampu juga")
    save()
    assert is_saved(form)
    assert work_orders.get_work_order(database, odd).remark == "lampu juga"


# The same visit twice


def test_an_equal_visit_of_the_same_day_is_asked_about_once(visit: Opener, database: Database) -> None:
    fill(visit())
    save()
    form = visit()
    fill(form, km="41501")
    save()
    assert form.notice.text() == "Pekerjaan yang sama sudah dicatat hari itu. Ini kunjungan lain?"
    assert len(card_of(database).history) == 3
    save()
    assert len(card_of(database).history) == 4


def test_other_work_on_the_same_day_is_another_visit(visit: Opener, database: Database) -> None:
    fill(visit())
    save()
    form = visit()
    fill(form, jobs="Cek lampu")
    save()
    assert is_saved(form)


def test_mending_a_visit_does_not_ask_whether_it_is_its_own_twin(
    visit: Opener, database: Database, vehicle_id: int
) -> None:
    own = make_work_order(database, vehicle_id, TODAY, ("Cek rem",), odometer_km=41_600)
    form = visit(own)
    fill(form, km="41700", jobs="Cek rem depan")
    save()
    assert is_saved(form)


# The question itself


def test_escape_goes_back_to_what_was_typed_and_asks_again_at_the_next_slip(visit: Opener) -> None:
    form = visit()
    fill(form, km="321")
    save()
    press(Qt.Key.Key_Escape)
    assert form.notice.text() == ""
    assert not is_saved(form)
    assert form.visit.km_edit.text() in ("321", "321 km")


def test_what_is_missing_is_told_before_anything_is_asked(visit: Opener) -> None:
    form = visit()
    fill(form, km="321", jobs="")
    save()
    assert form.notice.text() == "" or "Benar begitu?" not in form.notice.text()
    assert focused() is form.work.jobs_edit


@pytest.mark.parametrize(("answer", "owner"), [(0, None), (2, "Budi Santoso")], ids=["unknown", "still his"])
def test_the_next_visit_after_a_sale_asks_whose_the_vehicle_is(
    database: Database, visit: Opener, vehicle_id: int, answer: int, owner: str | None
) -> None:
    sold = VehicleDraft("B 3472 KZR", dates=VehicleDates(sold_on=TODAY - timedelta(days=3)))
    vehicles.edit_vehicle(database, vehicle_id, sold)
    form = visit()
    fill(form)
    save()
    assert not is_saved(form)
    assert "Budi Santoso" in form.notice.text()
    form.notice.answers()[answer].click()
    card = card_of(database)
    assert is_saved(form)
    assert (None if card.owner is None else card.owner.name) == owner
    assert (card.vehicle.dates.sold_on is None) == (owner is not None)


def test_a_slip_from_before_the_sale_asks_nothing(database: Database, visit: Opener, vehicle_id: int) -> None:
    vehicles.edit_vehicle(database, vehicle_id, VehicleDraft("B 3472 KZR", dates=VehicleDates(sold_on=TODAY)))
    form = visit()
    form.visit.date_edit.set_day(TODAY - timedelta(days=6))
    fill(form)
    save()
    assert is_saved(form)
