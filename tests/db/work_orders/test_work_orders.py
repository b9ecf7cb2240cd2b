"""Figures that no vehicle and no bill can have are refused before anything is written."""

from datetime import date, timedelta

import pytest

from bengkel_crm.base import errors
from bengkel_crm.db.work_orders.work_orders import list_ids_on
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.trade.kinds import LineKind
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.work_orders.work_orders import record_work_order, remove_work_order
from tests.factories import make_vehicle, make_work_order


@pytest.mark.parametrize(
    ("km", "quantity", "price", "field"),
    [
        (2**63, 1.0, 1, "odometer_km"),
        (-1, 1.0, 1, "odometer_km"),
        (1, float("nan"), 1, "quantity"),
        (1, float("inf"), 1, "quantity"),
        (1, 1.0, 2**63, "price_rupiah"),
        (1, 1e30, 50_000, "price_rupiah"),
    ],
)
def test_impossible_figures_are_named_and_nothing_is_written(
    database: Database, km: int, quantity: float, price: int, field: str
) -> None:
    vehicle_id = make_vehicle(database)
    draft = WorkOrderDraft(
        vehicle_id, date(2026, 8, 12), km, (Line(LineKind.JOB, "Servis", quantity, price),)
    )
    with pytest.raises(errors.InvalidValue) as refused:
        record_work_order(database, draft)
    assert refused.value.field == field
    card = find_card(database, vehicle_id)
    assert card is not None
    assert card.history == ()


def test_the_visits_of_one_day_are_those_of_the_vehicle_that_are_not_in_the_bin(database: Database) -> None:
    day = date(2026, 8, 12)
    vehicle_id, other = make_vehicle(database, "B 1 A"), make_vehicle(database, "B 2 A")
    first, second, removed = (
        make_work_order(database, vehicle_id, on=day, number=f"N-{n}") for n in (1, 2, 3)
    )
    make_work_order(database, vehicle_id, on=day + timedelta(days=1), number="N-4")
    make_work_order(database, other, on=day, number="N-5")
    remove_work_order(database, removed)
    assert list_ids_on(database, vehicle_id, day) == [first, second]
