"""Every deed can be taken back, whole, and in the order in which deeds were done."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from bengkel_crm.base import errors
from bengkel_crm.db.journal import deeds
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.journal import Change
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.schema.order import WRITABLE
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.customers import notes
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.vehicles import vehicles
from bengkel_crm.workshop.work_orders import work_orders
from tests.clerk import Clerk, everything_in
from tests.factories import TODAY, draft_work_order, make_vehicle, make_work_order

_NOW = datetime(2026, 8, 12, 9, 30)


class _Shop:
    """A vehicle with an owner, a visit and a note, and a second vehicle and owner."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.vehicle_id = make_vehicle(
            database, plate="B 3472 KZR", owner="Sri Wulandari", phones=["08128834190"]
        )
        self.order_id = make_work_order(
            database, self.vehicle_id, jobs=["Servis ringan"], oil="MPX2", mechanic="Budi", odometer_km=9000
        )
        change = notes.add_note(database, self.vehicle_id, "titip helm", TODAY)
        assert change.record_id is not None
        self.note_id = change.record_id
        other = make_vehicle(database, plate="AB 1 C", owner="Agus")
        card = lookup.find_card(database, other)
        assert card is not None
        assert card.owner is not None
        self.other_owner_id = card.owner.id


_DEEDS: dict[str, Callable[[_Shop], Change]] = {
    "vehicle_added": lambda shop: vehicles.register_vehicle(
        shop.database, VehicleDraft("D 5 E"), CustomerDraft("Dewi", ("0813",))
    ),
    "vehicle_edited": lambda shop: vehicles.edit_vehicle(
        shop.database, shop.vehicle_id, VehicleDraft("F 6 G"), CustomerDraft("Sri W."), on=TODAY
    ),
    "owner_changed": lambda shop: vehicles.change_owner(
        shop.database, shop.vehicle_id, shop.other_owner_id, TODAY
    ),
    "vehicle_removed": lambda shop: vehicles.remove_vehicle(shop.database, shop.vehicle_id, _NOW),
    "work_order_added": lambda shop: work_orders.record_work_order(
        shop.database,
        draft_work_order(shop.vehicle_id, jobs=["Ganti V-belt"], parts=["V-BELT"], mechanic="Baru"),
    ),
    "work_order_edited": lambda shop: work_orders.edit_work_order(
        shop.database, shop.order_id, draft_work_order(shop.vehicle_id, on=date(2026, 1, 2), oil="AX7")
    ),
    "work_order_removed": lambda shop: work_orders.remove_work_order(shop.database, shop.order_id, _NOW),
    "note_added": lambda shop: notes.add_note(shop.database, shop.vehicle_id, "sudah bayar", TODAY),
    "note_edited": lambda shop: notes.edit_note(shop.database, shop.note_id, "helm sudah diambil"),
    "note_removed": lambda shop: notes.remove_note(shop.database, shop.note_id, _NOW),
}


@pytest.mark.parametrize("kind", _DEEDS)
def test_a_change_names_every_table_that_was_written(database: Database, kind: str) -> None:
    shop = _Shop(database)
    before = everything_in(database)
    change = _DEEDS[kind](shop)
    after = everything_in(database)
    assert change.tables == {table for table in WRITABLE if before[table] != after[table]}


def test_a_deed_of_an_old_version_may_have_touched_everything(database: Database) -> None:
    change = _DEEDS["note_added"](_Shop(database))
    database.execute_sql(
        "UPDATE deed SET images = json_remove(images, '$.tables') WHERE id = ?", (change.deed_id,)
    )
    assert undo.undo_last(database, change.deed_id).touches(frozenset({"vehicle"}))


@pytest.mark.parametrize("kind", _DEEDS)
def test_a_deed_taken_back_leaves_nothing_behind(database: Database, kind: str) -> None:
    shop = _Shop(database)
    before = everything_in(database)
    change = _DEEDS[kind](shop)
    assert change.kind == kind
    assert everything_in(database) != before
    undone = undo.undo_last(database, change.deed_id)
    assert (undone.kind, undone.vehicle_ids, undone.tables) == (kind, change.vehicle_ids, change.tables)
    assert everything_in(database) == before
    assert check(database) == []


@pytest.mark.parametrize("kind", ["vehicle_removed", "work_order_removed", "note_removed"])
def test_what_was_removed_comes_back_from_the_bin(database: Database, kind: str) -> None:
    shop = _Shop(database)
    before = everything_in(database)
    _DEEDS[kind](shop)
    (entry,) = undo.list_bin(database)
    undo.restore_from_bin(database, entry)
    assert everything_in(database) == before
    assert undo.list_bin(database) == []


@pytest.mark.parametrize("kind", ["work_order_removed", "note_removed"])
def test_what_comes_back_from_the_bin_brings_its_vehicle_along(database: Database, kind: str) -> None:
    shop = _Shop(database)
    before = everything_in(database)
    _DEEDS[kind](shop)
    _DEEDS["vehicle_removed"](shop)
    entry = next(entry for entry in undo.list_bin(database) if entry.table != "vehicle")
    change = undo.restore_from_bin(database, entry)
    assert everything_in(database) == before
    assert change.record_id == entry.record_id


def test_a_vehicle_does_not_come_back_beside_another_with_its_plate(database: Database) -> None:
    vehicle_id = make_vehicle(database, plate="B 1 A")
    vehicles.remove_vehicle(database, vehicle_id, _NOW)
    newer = make_vehicle(database, plate="b1a")
    with pytest.raises(errors.DuplicatePlate) as caught:
        undo.restore_from_bin(database, undo.list_bin(database)[0])
    assert caught.value.vehicle_id == newer


def test_a_deed_that_something_was_built_on_is_not_taken_back(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    first = notes.add_note(database, vehicle_id, "satu", TODAY)
    notes.add_note(database, vehicle_id, "dua", TODAY)
    before = everything_in(database)
    with pytest.raises(errors.CannotUndo):
        undo.undo_last(database, first.deed_id)
    assert everything_in(database) == before


def test_a_deed_is_taken_back_once(database: Database) -> None:
    change = notes.add_note(database, make_vehicle(database), "satu", TODAY)
    undo.undo_last(database, change.deed_id)
    with pytest.raises(errors.CannotUndo):
        undo.undo_last(database, change.deed_id)


def test_in_a_new_shop_there_is_nothing_to_take_back(database: Database) -> None:
    with pytest.raises(errors.NothingToUndo):
        undo.undo_last(database)


def test_only_the_newest_deeds_are_remembered(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deeds, "KEPT_DEEDS", 3)
    for _ in range(5):
        make_vehicle(database)
    close_shop(database)
    shop = open_shop(database.path)
    for _ in range(3):
        undo.undo_last(shop)
    with pytest.raises(errors.NothingToUndo):
        undo.undo_last(shop)
    assert lookup.count_vehicles(shop) == 2
    close_shop(shop)


def test_a_deed_that_fails_half_way_writes_nothing(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    before = everything_in(database)
    with pytest.raises(errors.DuplicatePlate):
        vehicles.register_vehicle(
            database, VehicleDraft(vehicles.get_vehicle(database, vehicle_id).plate), CustomerDraft("Dewi")
        )
    with pytest.raises(errors.MissingField):
        vehicles.register_vehicle(database, VehicleDraft("B 2 A"), CustomerDraft("  "))
    with pytest.raises(errors.NotFound):
        work_orders.edit_work_order(database, 99, draft_work_order(vehicle_id))
    assert everything_in(database) == before


@pytest.mark.parametrize("seed", range(4))
def test_any_deeds_taken_back_lead_to_where_they_began(database: Database, seed: int) -> None:
    # What is tested here is not the disk; without waiting for it many more deeds fit into a second.
    database.execute_sql("PRAGMA synchronous = OFF")
    clerk = Clerk(database, seed)
    for _ in range(15):
        clerk.act()
    start = everything_in(database)
    states = []
    for _ in range(60):
        states.append(everything_in(database))
        clerk.act()
    assert check(database) == []
    while states:
        undo.undo_last(database)
        assert everything_in(database) == states.pop()
    assert everything_in(database) == start
