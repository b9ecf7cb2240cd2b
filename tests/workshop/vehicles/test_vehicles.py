"""Registering and mending vehicles and their owners."""

from datetime import date

import pytest

from bengkel_crm.base import errors
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.trade.kinds import CustomerKind, VehicleKind
from bengkel_crm.workshop.counter.lookup import count_vehicles, find_card, look_up_plate
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles import vehicles
from tests.factories import TODAY, make_vehicle


def _owner_of(database: Database, vehicle_id: int) -> tuple[int, str]:
    card = find_card(database, vehicle_id)
    assert card is not None
    assert card.owner is not None
    return card.owner.id, card.owner.name


def test_plate_and_name_are_enough(database: Database) -> None:
    change = vehicles.register_vehicle(database, VehicleDraft("b3472kzr"), CustomerDraft("BPK. AGUS"))
    assert (change.kind, change.subject) == ("vehicle_added", "B 3472 KZR")
    card = look_up_plate(database, "B-3472-KZR")
    assert card is not None
    assert card.owner is not None
    assert (card.vehicle.plate, card.vehicle.kind) == ("b3472kzr", VehicleKind.MOTORCYCLE)
    assert (card.owner.name, card.owner.honorific, card.owner.phones) == ("Agus", "Bpk", ())


def test_a_plate_that_is_known_is_refused_with_its_vehicle(database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 3472 KZR")
    with pytest.raises(errors.DuplicatePlate) as caught:
        vehicles.register_vehicle(database, VehicleDraft("b-3472-kzr"), CustomerDraft("Agus"))
    assert (caught.value.plate, caught.value.vehicle_id) == ("B 3472 KZR", vehicle_id)


@pytest.mark.parametrize("plate", ["", "  ", "---"])
def test_a_plate_needs_a_letter_or_a_digit(database: Database, plate: str) -> None:
    with pytest.raises(errors.MissingField) as caught:
        vehicles.register_vehicle(database, VehicleDraft(plate), CustomerDraft("Agus"))
    assert caught.value.field == "plate"
    assert count_vehicles(database) == 0


def test_an_owner_needs_a_name(database: Database) -> None:
    with pytest.raises(errors.MissingField) as caught:
        vehicles.register_vehicle(database, VehicleDraft("B 1 A"), CustomerDraft(" "))
    assert caught.value.field == "name"
    assert count_vehicles(database) == 0


def test_a_second_vehicle_of_a_known_customer_shares_the_customer(database: Database) -> None:
    first = make_vehicle(database, owner="Sri")
    owner_id, _ = _owner_of(database, first)
    second = make_vehicle(database, customer_id=owner_id)
    assert _owner_of(database, second) == (owner_id, "Sri")
    assert [vehicle.id for vehicle in vehicles.list_vehicles_of(database, owner_id)] == [first, second]


def test_several_phones_in_one_field_are_several_phones(database: Database) -> None:
    vehicle_id = make_vehicle(database, phones=["0812-8834-1907 / (0274) 592098", "tidak ada"])
    card = find_card(database, vehicle_id)
    assert card is not None
    assert card.owner is not None
    assert [phone.e164 for phone in card.owner.phones] == ["+6281288341907", "+62274592098"]


def test_a_new_plate_keeps_the_old_one(database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 1 A")
    for plate in ("B 2 A", "B 3 A"):
        vehicles.edit_vehicle(database, vehicle_id, VehicleDraft(plate), on=TODAY)
    card = find_card(database, vehicle_id)
    assert card is not None
    assert (card.vehicle.plate, sorted(card.old_plates)) == ("B 3 A", ["B 1 A", "B 2 A"])


def test_another_spelling_of_the_plate_is_no_new_plate(database: Database) -> None:
    vehicle_id = make_vehicle(database, "b1a")
    vehicles.edit_vehicle(database, vehicle_id, VehicleDraft("B 1 A"), on=TODAY)
    card = find_card(database, vehicle_id)
    assert card is not None
    assert (card.vehicle.plate, card.old_plates) == ("B 1 A", ())


def test_a_plate_another_vehicle_wears_is_not_taken(database: Database) -> None:
    make_vehicle(database, "B 1 A")
    vehicle_id = make_vehicle(database, "B 2 A")
    with pytest.raises(errors.DuplicatePlate):
        vehicles.edit_vehicle(database, vehicle_id, VehicleDraft("b1a"), on=TODAY)


def test_mending_an_owner_mends_all_their_vehicles(database: Database) -> None:
    first = make_vehicle(database, "B 1 A", owner="Srii", phones=["0812-8834-1907"])
    owner_id, _ = _owner_of(database, first)
    second = make_vehicle(database, "B 2 A", customer_id=owner_id)
    vehicles.edit_vehicle(
        database,
        first,
        VehicleDraft("B 1 A"),
        CustomerDraft("Sri Wulandari", ("0857-1111-2222",)),
        customer_id=owner_id,
        on=TODAY,
    )
    assert _owner_of(database, second) == (owner_id, "Sri Wulandari")


def test_a_sold_vehicle_keeps_who_owned_it_until_when(database: Database) -> None:
    vehicle_id = make_vehicle(database, owner="Sri")
    before, _ = _owner_of(database, vehicle_id)
    buyer, _ = _owner_of(database, make_vehicle(database, owner="Agus"))
    vehicles.change_owner(database, vehicle_id, buyer, date(2026, 5, 1))
    assert _owner_of(database, vehicle_id) == (buyer, "Agus")
    rows = database.execute_sql(
        "SELECT customer_id, since, until FROM ownership WHERE vehicle_id = ? ORDER BY id", (vehicle_id,)
    ).fetchall()
    assert rows == [(before, None, "2026-05-01"), (buyer, "2026-05-01", None)]


def test_giving_a_vehicle_to_its_owner_changes_nothing(database: Database) -> None:
    vehicle_id = make_vehicle(database, owner="Sri")
    owner_id, _ = _owner_of(database, vehicle_id)
    vehicles.change_owner(database, vehicle_id, owner_id, TODAY)
    assert database.execute_sql("SELECT count(*) FROM ownership").fetchone()[0] == 1


def test_who_may_be_the_one_being_typed_is_found_by_phone_first_then_by_name(database: Database) -> None:
    by_name = make_vehicle(database, owner="Sri Wulandari", phones=["0857-1111-2222"])
    by_phone = make_vehicle(database, owner="Bu Sri", phones=["081288341907"])
    make_vehicle(database, owner="Agus", phones=["0813-5550-1234"])
    found = vehicles.find_customers_like(
        database, CustomerDraft("SRI WULANDARI, IBU", ("+62 812-8834-1907",))
    )
    assert [customer.id for customer in found] == [
        _owner_of(database, by_phone)[0],
        _owner_of(database, by_name)[0],
    ]
    assert vehicles.find_customers_like(database, CustomerDraft("", ())) == []


def test_a_company_is_told_by_its_name(database: Database) -> None:
    vehicle_id = make_vehicle(database, owner="PT. maju jaya")
    card = find_card(database, vehicle_id)
    assert card is not None
    assert card.owner is not None
    assert card.owner.kind is CustomerKind.COMPANY


def test_a_removed_plate_may_be_registered_anew(database: Database) -> None:
    vehicles.remove_vehicle(database, make_vehicle(database, "B 1 A"))
    make_vehicle(database, "B 1 A")
    assert count_vehicles(database) == 1


def test_what_is_not_there_can_not_be_changed(database: Database) -> None:
    for act in (
        lambda: vehicles.get_vehicle(database, 9),
        lambda: vehicles.remove_vehicle(database, 9),
        lambda: vehicles.edit_vehicle(database, 9, VehicleDraft("B 1 A"), on=TODAY),
        lambda: vehicles.change_owner(database, 9, 1, TODAY),
    ):
        with pytest.raises(errors.NotFound):
            act()


@pytest.mark.parametrize("said", ["081227773301", "+6281227773301", "0812-2777-3301"])
def test_a_confirmed_number_is_wrong_no_more_until_that_is_taken_back(database: Database, said: str) -> None:
    vehicle_id = make_vehicle(database, "B 1 A", owner="Sri", phones=["0812-2777-3301, 0812-2777-3302"])
    owner_id, _ = _owner_of(database, vehicle_id)
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-11-01'")
    owner = CustomerDraft("Sri", ("0812-2777-3301, 0812-2777-3302",))
    vehicles.edit_vehicle(
        database, vehicle_id, VehicleDraft("B 1 A"), owner, customer_id=owner_id, confirmed=[said]
    )
    assert _wrong(database) == ["0812-2777-3302"]
    undo.undo_last(database)
    assert _wrong(database) == ["0812-2777-3301", "0812-2777-3302"]


def test_a_number_confirmed_for_one_stays_wrong_for_another(database: Database) -> None:
    first = make_vehicle(database, "B 1 A", owner="Sri", phones=["0812-2777-3301"])
    make_vehicle(database, "B 2 A", owner="Agus", phones=["0812-2777-3301"])
    owner_id, _ = _owner_of(database, first)
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-11-01'")
    vehicles.register_vehicle(
        database, VehicleDraft("B 3 A"), customer_id=owner_id, confirmed=["+6281227773301"]
    )
    assert _wrong(database) == ["0812-2777-3301"]
    vehicles.edit_vehicle(
        database, first, VehicleDraft("B 1 A"), new_owner_id=owner_id + 1, confirmed=["+6281227773301"]
    )
    assert _wrong(database) == []


def _wrong(database: Database) -> list[str]:
    rows = database.execute_sql(
        "SELECT typed FROM customer_phone WHERE wrong_since IS NOT NULL ORDER BY position"
    )
    return [row[0] for row in rows.fetchall()]


def test_the_commonest_model_comes_first_with_its_make(database: Database) -> None:
    for model, brand, how_many in (("Beat", "Honda", 1), ("NMax", "Yamaha", 2), (None, "Suzuki", 3)):
        for _ in range(how_many):
            make_vehicle(database, brand=brand, model=model)
    assert vehicles.list_models(database) == [("NMax", "Yamaha"), ("Beat", "Honda")]
