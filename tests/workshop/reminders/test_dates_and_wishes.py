"""When a vehicle was sold, when its tax is due, and whether its owner wants to be contacted."""

from datetime import date

from bengkel_crm.records.counter import Card
from bengkel_crm.records.customers import ContactWishes, CustomerDraft
from bengkel_crm.records.reminders import DueSubject, SkipReason
from bengkel_crm.records.vehicles import VehicleDates, VehicleDraft
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles import vehicles
from tests.factories import TODAY, make_vehicle, make_work_order

DATES = VehicleDates(stnk_tax_on=date(2026, 11, 28), plate_expires_on=date(2028, 11, 30))
WISHES = ContactWishes(no_contact_since=date(2026, 1, 2), promotion_consent_on=date(2025, 3, 4))


def card_of(database: Database, vehicle_id: int) -> Card:
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    return card


def edit(
    database: Database, vehicle_id: int, dates: VehicleDates | None, wishes: ContactWishes | None
) -> None:
    card = card_of(database, vehicle_id)
    assert card.owner is not None
    vehicles.edit_vehicle(
        database,
        vehicle_id,
        VehicleDraft(card.vehicle.plate, dates=dates),
        CustomerDraft(card.owner.name, ("081288341907",), wishes=wishes),
        customer_id=card.owner.id,
        on=None,
    )


def test_a_card_has_the_dates_and_wishes_that_were_kept(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    edit(database, vehicle_id, DATES, WISHES)
    card = card_of(database, vehicle_id)
    assert card.owner is not None
    assert (card.vehicle.dates, card.owner.wishes) == (DATES, WISHES)
    assert vehicles.get_vehicle(database, vehicle_id).dates == DATES


def test_a_new_card_has_none(database: Database) -> None:
    card = card_of(database, make_vehicle(database))
    assert card.owner is not None
    assert (card.vehicle.dates, card.owner.wishes) == (VehicleDates(), ContactWishes())


def test_whoever_does_not_speak_of_them_leaves_them_as_they_are(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    edit(database, vehicle_id, DATES, WISHES)
    edit(database, vehicle_id, None, None)
    card = card_of(database, vehicle_id)
    assert card.owner is not None
    assert (card.vehicle.dates, card.owner.wishes) == (DATES, WISHES)


def test_they_can_be_taken_back(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    edit(database, vehicle_id, DATES, WISHES)
    edit(database, vehicle_id, VehicleDates(), ContactWishes())
    assert card_of(database, vehicle_id).vehicle.dates == VehicleDates()
    undo.undo_last(database)
    assert card_of(database, vehicle_id).vehicle.dates == DATES


def test_the_yearly_tax_stands_on_the_list_of_its_month(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    edit(database, vehicle_id, DATES, None)
    listed = reminders.list_month(database, date(2027, 11, 1), TODAY)
    items = [item for person in listed.people for item in person.items]
    assert [(item.subject, item.due_by) for item in items] == [(DueSubject.STNK_TAX, date(2027, 11, 28))]


def test_a_sold_vehicle_is_left_out_and_asked_for_by_nobody(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    make_work_order(database, vehicle_id, date(2026, 6, 14), jobs=("Ganti oli mesin",))
    assert len(lookup.list_due_soon(database, TODAY)) == 1
    edit(database, vehicle_id, VehicleDates(sold_on=date(2026, 8, 1)), None)
    assert lookup.list_due_soon(database, TODAY) == []
    assert lookup.count_due_soon(database, TODAY) == 0
    listed = reminders.list_month(database, TODAY, TODAY)
    assert [person.items[0].skip for person in listed.skipped] == [SkipReason.SOLD]
