"""Tax, plate, sale and the wish to be contacted, in the form and on the card."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.records.customers import ContactWishes
from bengkel_crm.records.vehicles import VehicleDates
from bengkel_crm.ui.counter.card_head import CardHead
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle
from tests.ui.conftest import BareShell
from tests.ui.forms.clerk import opened, save, type_text

Opener = Callable[[int], VehicleForm]


@pytest.fixture
def edit(shell: BareShell, ground: QWidget) -> Opener:
    return lambda vehicle_id: opened(VehicleForm.edit(shell, vehicle_id, ground))


def saved(database: Database, vehicle_id: int) -> tuple[VehicleDates, ContactWishes]:
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    assert card.owner is not None
    return card.vehicle.dates, card.owner.wishes


def unfold(form: VehicleForm) -> None:
    assert not form.dates.edit("stnk_tax_on").isVisible()
    form.grid.dates_link.click()
    assert form.dates.edit("stnk_tax_on").hasFocus()


def test_the_days_come_when_they_are_asked_for_and_are_saved(edit: Opener, database: Database) -> None:
    vehicle_id = make_vehicle(database, "AB 1 C")
    form = edit(vehicle_id)
    unfold(form)
    type_text("28/11/2027")
    form.dates.edit("plate_expires_on").setText("11/28")
    form.dates.edit("no_contact_since").setText("2 Jan 2026")
    save()
    assert saved(database, vehicle_id) == (
        VehicleDates(stnk_tax_on=date(2027, 11, 28), plate_expires_on=date(2028, 11, 30)),
        ContactWishes(no_contact_since=date(2026, 1, 2)),
    )


def test_days_that_are_kept_are_shown_at_once_and_can_be_taken_away(edit: Opener, database: Database) -> None:
    vehicle_id = make_vehicle(database, "AB 1 C")
    form = edit(vehicle_id)
    unfold(form)
    form.dates.edit("sold_on").setText("2/1/2026")
    save()
    again = edit(vehicle_id)
    assert again.dates.edit("sold_on").isVisible()
    again.dates.edit("sold_on").clear()
    save()
    assert saved(database, vehicle_id)[0] == VehicleDates()


def test_a_day_nobody_can_read_is_told_under_its_field(edit: Opener, database: Database) -> None:
    vehicle_id = make_vehicle(database, "AB 1 C")
    form = edit(vehicle_id)
    unfold(form)
    form.dates.edit("gone_on").setText("entah")
    form.save()
    assert form.isVisible()
    assert form.dates.fields["gone_on"].tone() is Tone.BAD


def test_a_new_owner_begins_without_the_wishes_of_the_old(edit: Opener, database: Database) -> None:
    vehicle_id = make_vehicle(database, "AB 1 C", "Sri")
    form = edit(vehicle_id)
    unfold(form)
    form.dates.edit("no_contact_since").setText("2/1/2026")
    save()
    form = edit(vehicle_id)
    form.owner_change.box.setCurrentIndex(1)
    form.owner_change.box.activated.emit(1)
    form.owner.name_edit.setText("Tono")
    save()
    assert saved(database, vehicle_id)[1] == ContactWishes()


def test_a_half_typed_day_is_offered_again(edit: Opener, database: Database) -> None:
    vehicle_id = make_vehicle(database, "AB 1 C")
    form = edit(vehicle_id)
    unfold(form)
    type_text("28/11/2027")
    form.keeper.keep_now()
    again = edit(vehicle_id)
    assert again.dates.edit("stnk_tax_on").text() == "28/11/2027"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("11/28", date(2028, 11, 30)), ("2 · 28", date(2028, 2, 29)), ("30/11/2028", date(2028, 11, 30))],
)
def test_a_plates_month_is_read_as_it_stands_on_it(
    edit: Opener, database: Database, typed: str, expected: date
) -> None:
    form = edit(make_vehicle(database, "AB 1 C"))
    form.dates.edit("plate_expires_on").setText(typed)
    assert form.dates.edit("plate_expires_on").find_day() == expected


def test_the_card_says_why_nobody_is_reminded(qtbot: QtBot, edit: Opener, database: Database) -> None:
    vehicle_id = make_vehicle(database, "AB 1 C")
    form = edit(vehicle_id)
    unfold(form)
    form.dates.edit("plate_expires_on").setText("11/28")
    form.dates.edit("no_contact_since").setText("2/1/2026")
    save()
    head = CardHead()
    qtbot.addWidget(head)
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    head.show_card(card, date.today() + timedelta(days=1))
    assert head.standing.text() == "Minta tidak dihubungi sejak 2 Jan 2026"
    assert head.badge.month() == "11 · 28"
