"""The card: complete, in few statements, none of which reads a whole table."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from bengkel_crm.db.counter import cards, search
from bengkel_crm.db.engine import search_table
from bengkel_crm.db.engine.fast_builder import fast_builder, lock, locked
from bengkel_crm.db.reminders import due
from bengkel_crm.records.counter import Card, DueJob
from bengkel_crm.records.customers import CustomerDraft, Note
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.records.work_orders import WorkOrderSummary
from bengkel_crm.trade.kinds import CustomerKind, VehicleKind, WorkOrderStatus
from bengkel_crm.trade.phones import Phone
from bengkel_crm.workshop.counter.lookup import find_card, list_due_soon, look_up_plate
from bengkel_crm.workshop.customers import notes
from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import edit_vehicle, register_vehicle, remove_vehicle
from tests.factories import TODAY, make_vehicle, make_work_order

LONG_AGO = date(1900, 1, 1)


def test_a_card_holds_all_there_is_to_know(database: Database) -> None:
    change = register_vehicle(
        database,
        VehicleDraft("b 3472 kzr", VehicleKind.MOTORCYCLE, "Honda", "Vario 125", 2019, "Merah marun"),
        CustomerDraft("Bu Sri Wulandari", ("0812-8834-1907", "(0274) 592098"), address="Jl. Melati 14"),
    )
    vehicle_id = change.record_id
    assert vehicle_id is not None
    make_work_order(database, vehicle_id, on=date(2026, 5, 9), jobs=["Servis ringan"], mechanic="Slamet")
    last = make_work_order(
        database,
        vehicle_id,
        on=date(2026, 8, 12),
        oil="AHM MPX2",
        parts=["BUSI"],
        mechanic="Budi",
        odometer_km=42_180,
        symptom="tarikan berat",
    )
    notes.add_note(database, vehicle_id, "lama", date(2026, 1, 1))
    notes.add_note(database, vehicle_id, "baru", date(2026, 2, 1))
    edit_vehicle(database, vehicle_id, VehicleDraft("B 3473 KZR", VehicleKind.MOTORCYCLE), on=TODAY)
    card = find_card(database, vehicle_id)
    assert card is not None
    assert (card.vehicle.plate, card.vehicle.plate_key) == ("B 3473 KZR", "B3473KZR")
    assert card.old_plates == ("b 3472 kzr",)
    assert card.owner is not None
    assert (card.owner.name, card.owner.honorific, card.owner.kind) == (
        "Sri Wulandari",
        "Bu",
        CustomerKind.PERSON,
    )
    assert card.owner.phones == (
        Phone("0812-8834-1907", "+6281288341907"),
        Phone("(0274) 592098", "+62274592098"),
    )
    assert card.history_count == len(card.history) == 2
    assert card.history[0] == card.last_work_order
    summary = card.history[0]
    assert (summary.id, summary.date, summary.odometer_km) == (last, date(2026, 8, 12), 42_180)
    assert (summary.jobs, summary.oil, summary.mechanic) == ("BUSI", "AHM MPX2", "Budi")
    assert (summary.symptom, summary.total_rupiah, summary.status) == (
        "tarikan berat",
        100_000,
        WorkOrderStatus.DONE,
    )
    assert [note.text for note in card.notes] == ["baru", "lama"]
    assert [job.job_kind_code for job in card.due][:1] == ["engine_oil"]


def test_what_falls_due_first_stands_first_and_what_has_no_day_last(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    make_work_order(
        database, vehicle_id, on=TODAY, oil="MPX2", jobs=["Ganti V-belt", "Servis CVT"], odometer_km=9000
    )
    card = find_card(database, vehicle_id)
    assert card is not None
    days = [job.due_by for job in card.due]
    assert len(days) > 1
    known = [day for day in days if day is not None]
    assert days == [*sorted(known), *[None] * (len(days) - len(known))]


def test_an_unknown_or_removed_vehicle_has_no_card(database: Database) -> None:
    assert find_card(database, 1) is None
    vehicle_id = make_vehicle(database, "B 1 A")
    remove_vehicle(database, vehicle_id)
    assert find_card(database, vehicle_id) is None
    assert look_up_plate(database, "B 1 A") is None
    assert look_up_plate(database, "") is None


def test_a_vehicle_without_owner_has_a_card(database: Database) -> None:
    card = find_card(database, make_vehicle(database, owner=None))
    assert card is not None
    assert (card.owner, card.history, card.notes, card.old_plates) == (None, (), (), ())


def test_a_card_takes_at_most_six_statements(database: Database) -> None:
    vehicle_id = make_vehicle(database, phones=["0812-8834-1907"])
    make_work_order(database, vehicle_id, oil="MPX2", mechanic="Budi")
    seen: list[str] = []
    connection = database.connection()
    connection.set_trace_callback(seen.append)
    find_card(database, vehicle_id)
    connection.set_trace_callback(None)
    assert 0 < len(seen) <= 6


@pytest.mark.parametrize(
    "statement", [*cards.STATEMENTS, *search.STATEMENTS, *search_table.STATEMENTS, *due.STATEMENTS]
)
@pytest.mark.parametrize("vehicles", [0, 150])
def test_no_statement_of_the_counter_reads_a_whole_table(
    database: Database, vehicles: int, statement: str
) -> None:
    if vehicles:
        fill_demo(database, vehicles, 1, today=TODAY)
    blanks = (1,) * statement.count("?")
    plan = [row[3] for row in database.execute_sql(f"EXPLAIN QUERY PLAN {statement}", blanks).fetchall()]
    assert plan
    # A virtual table (the search, a list of ids) is "scanned" by an index of its own.
    assert [step for step in plan if step.startswith("SCAN") and "VIRTUAL TABLE INDEX" not in step] == []


@pytest.mark.parametrize("record", [Card, DueJob, Note, Phone, WorkOrderSummary])
def test_a_record_filled_fast_is_the_record_itself(record: Any) -> None:
    assert is_dataclass(record)
    values = [object() for _ in fields(record)]
    filled, (other,) = (
        lock(record, fast_builder(record)(*values)),
        locked(record, [fast_builder(record)(*values)]),
    )
    made = record(*values)
    assert type(filled) is record
    assert filled == other == made
    assert (hash(filled), repr(filled)) == (hash(made), repr(made))
    with pytest.raises(FrozenInstanceError):
        setattr(filled, fields(record)[0].name, 1)


def test_the_due_list_holds_who_is_due_in_order(database: Database) -> None:
    for plate, ago in (("B 1 A", 400), ("B 2 A", 30), ("B 3 A", 200), ("B 4 A", 0)):
        make_work_order(database, make_vehicle(database, plate), on=TODAY - timedelta(days=ago), oil="MPX2")
    make_work_order(
        database, make_vehicle(database, "B 5 A"), on=TODAY - timedelta(days=900), jobs=["Tambal ban"]
    )
    assert [row.plate for row in due.list_due(database, LONG_AGO, TODAY)] == ["B 1 A", "B 3 A"]
    assert [row.plate for row in due.list_due(database, LONG_AGO, date(2030, 1, 1))] == [
        "B 1 A",
        "B 3 A",
        "B 2 A",
        "B 4 A",
    ]
    row = due.list_due(database, LONG_AGO, TODAY)[0]
    assert (row.owner, row.vehicle, row.due_by) == ("Budi Santoso", "Honda Vario 125 · 2019", row.due_on)


def test_a_vehicle_is_due_on_its_day_already(database: Database) -> None:
    make_work_order(database, make_vehicle(database, "B 1 A"), on=date(2026, 6, 12), oil="MPX2")
    (row,) = due.list_due(database, LONG_AGO, date(2030, 1, 1))
    assert due.list_due(database, LONG_AGO, row.due_by - timedelta(days=1)) == []
    assert due.list_due(database, LONG_AGO, row.due_by) == [row]
    assert list_due_soon(database, row.due_by) == [row]
