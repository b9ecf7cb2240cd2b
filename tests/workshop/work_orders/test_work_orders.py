"""Recording visits: what is learned from them, what is refused, what becomes of what was half typed."""

from datetime import date, datetime

import pytest

from bengkel_crm.base import errors
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.trade.kinds import LineKind, ProductCategory, VehicleKind, WorkOrderStatus
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.drafts import drafts
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import remove_vehicle
from bengkel_crm.workshop.work_orders import work_orders
from tests.clerk import everything_in
from tests.factories import TODAY, draft_work_order, make_vehicle, make_work_order

_NOW = datetime(2026, 8, 12, 9)


def _lines_in(database: Database) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = database.execute_sql(
        "SELECT l.text, l.category, k.code FROM work_order_line l "
        "LEFT JOIN job_kind k ON k.id = l.job_kind_id ORDER BY l.id"
    ).fetchall()
    return rows


def test_a_visit_comes_back_as_it_was_saved(database: Database) -> None:
    lines = (
        Line(LineKind.JOB, "Servis ringan", 1, 65_000, mechanic="Anto"),
        Line(LineKind.OIL, "AHM MPX2", 0.8, 72_500, ProductCategory.ENGINE_OIL),
        Line(LineKind.PART, "BUSI NGK", 2, 28_000, ProductCategory.PART),
    )
    vehicle_id = make_vehicle(database, "B 1 A")
    change = work_orders.record_work_order(
        database,
        WorkOrderDraft(
            vehicle_id,
            TODAY,
            12_345,
            lines,
            mechanic="Budi",
            symptom="rem bunyi",
            remark="ditunggu",
            status=WorkOrderStatus.PAID,
        ),
    )
    assert change.record_id is not None
    order = work_orders.get_work_order(database, change.record_id)
    assert (order.plate, order.date, order.odometer_km, order.mechanic) == ("B 1 A", TODAY, 12_345, "Budi")
    assert (order.symptom, order.remark, order.status) == ("rem bunyi", "ditunggu", WorkOrderStatus.PAID)
    assert [
        (line.kind, line.text, line.quantity, line.price_rupiah, line.category, line.mechanic)
        for line in order.lines
    ] == [
        (line.kind, line.text, line.quantity, line.price_rupiah, line.category, line.mechanic)
        for line in lines
    ]
    assert order.total_rupiah == 65_000 + 58_000 + 56_000


def test_totals_past_two_billion_are_kept(database: Database) -> None:
    line = Line(LineKind.PART, "MESIN", 3, 1_500_000_000)
    change = work_orders.record_work_order(
        database, WorkOrderDraft(make_vehicle(database), TODAY, None, (line,))
    )
    assert change.record_id is not None
    assert work_orders.get_work_order(database, change.record_id).total_rupiah == 4_500_000_000


def test_a_line_learns_its_job_and_its_kind_of_product(database: Database) -> None:
    make_work_order(
        database,
        make_vehicle(database),
        jobs=["Ganti oli mesin"],
        parts=["OLI GARDAN AHM", "OIL FILTER DENSO", "BAUT TAP OLI", "OLI SKOK"],
    )
    assert _lines_in(database) == [
        ("Ganti oli mesin", None, "engine_oil"),
        ("OLI GARDAN AHM", "gear_oil", "gear_oil"),
        ("OIL FILTER DENSO", "oil_filter", "oil_filter"),
        ("BAUT TAP OLI", "part", None),
        ("OLI SKOK", "fork_oil", "fork_oil"),
    ]


def test_mechanics_and_products_are_learned_once(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    for mechanic, part in (("Budi", "BUSI NGK"), ("budi ", "Busi  NGK"), ("BUDI", "busi ngk")):
        make_work_order(database, vehicle_id, parts=[part], mechanic=mechanic)
    assert [mechanic.name for mechanic in work_orders.list_mechanics(database)] == ["Budi"]
    assert database.execute_sql("SELECT count(*) FROM product").fetchone()[0] == 1


def test_numbers_follow_each_other_and_never_meet(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    make_work_order(database, vehicle_id, number="PKB-00003")
    orders = [make_work_order(database, vehicle_id) for _ in range(3)]
    numbers = [work_orders.get_work_order(database, order_id).number for order_id in orders]
    assert numbers == ["PKB-00002", "PKB-00004", "PKB-00005"]


def test_a_visit_belongs_to_who_owned_the_vehicle_then(database: Database) -> None:
    vehicle_id = make_vehicle(database, owner="Sri")
    order_id = make_work_order(database, vehicle_id)
    card = find_card(database, vehicle_id)
    assert card is not None
    assert card.owner is not None
    assert work_orders.get_work_order(database, order_id).customer_id == card.owner.id


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"lines": ()}, errors.MissingField),
        ({"odometer_km": -1}, errors.InvalidValue),
        ({"vehicle_id": 99}, errors.NotFound),
    ],
)
def test_what_can_not_be_saved_is_refused_whole(
    database: Database, change: dict[str, object], error: type[errors.ExpectedError]
) -> None:
    vehicle_id = make_vehicle(database)
    values = {
        "vehicle_id": vehicle_id,
        "odometer_km": 100,
        "lines": draft_work_order(vehicle_id).lines,
        **change,
    }
    before = everything_in(database)
    with pytest.raises(error):
        work_orders.record_work_order(database, WorkOrderDraft(date=TODAY, mechanic="Baru", **values))  # type: ignore[arg-type]
    assert everything_in(database) == before


def test_a_removed_vehicle_gets_no_more_visits(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    remove_vehicle(database, vehicle_id)
    with pytest.raises(errors.NotFound):
        make_work_order(database, vehicle_id)


def test_an_odometer_that_runs_backwards_is_kept_as_it_was_read(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    make_work_order(database, vehicle_id, on=date(2026, 1, 1), odometer_km=50_000)
    make_work_order(database, vehicle_id, on=date(2026, 3, 1), odometer_km=120)
    card = find_card(database, vehicle_id)
    assert card is not None
    assert [summary.odometer_km for summary in card.history] == [120, 50_000]


def test_an_edited_visit_keeps_its_number_and_its_customer(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    order_id = make_work_order(database, vehicle_id, jobs=["Servis ringan"])
    before = work_orders.get_work_order(database, order_id)
    work_orders.edit_work_order(
        database, order_id, draft_work_order(vehicle_id, jobs=["Tambal ban"], mechanic="Budi")
    )
    after = work_orders.get_work_order(database, order_id)
    assert (after.id, after.number, after.customer_id) == (before.id, before.number, before.customer_id)
    assert ([line.text for line in after.lines], after.mechanic) == (["Tambal ban"], "Budi")


def test_a_visit_written_under_the_wrong_plate_moves_to_the_right_one(database: Database) -> None:
    wrong, right = make_vehicle(database), make_vehicle(database)
    order_id = make_work_order(database, wrong, oil="MPX2")
    work_orders.edit_work_order(database, order_id, draft_work_order(right, oil="MPX2"))
    counts = []
    for vehicle_id in (wrong, right):
        card = find_card(database, vehicle_id)
        assert card is not None
        counts.append((card.history_count, card.oil is not None))
    assert counts == [(0, False), (1, True)]


def test_a_removed_visit_is_gone_until_it_is_put_back(database: Database) -> None:
    order_id = make_work_order(database, make_vehicle(database))
    work_orders.remove_work_order(database, order_id, _NOW)
    with pytest.raises(errors.NotFound):
        work_orders.get_work_order(database, order_id)
    with pytest.raises(errors.NotFound):
        work_orders.remove_work_order(database, order_id, _NOW)


def test_what_was_half_typed_goes_when_it_is_saved(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    drafts.save_draft(database, "work_order/1", {"km": "12"}, _NOW)
    drafts.save_draft(database, "vehicle/new", {"plate": "B"}, _NOW)
    work_orders.record_work_order(database, draft_work_order(vehicle_id), draft_key="work_order/1")
    assert drafts.list_draft_keys(database) == ["vehicle/new"]


def test_what_was_half_typed_stays_when_it_is_not_saved(database: Database) -> None:
    drafts.save_draft(database, "work_order/1", {"km": "12", "lines": [1, None]}, _NOW)
    with pytest.raises(errors.NotFound):
        work_orders.record_work_order(database, draft_work_order(99), draft_key="work_order/1")
    assert drafts.find_draft(database, "work_order/1") == {"km": "12", "lines": [1, None]}
    drafts.drop_draft(database, "work_order/1")
    assert drafts.find_draft(database, "work_order/1") is None


def test_the_shops_own_lines_are_offered_the_commonest_first_with_the_latest_price(
    database: Database,
) -> None:
    motorcycle, car = make_vehicle(database), make_vehicle(database, kind=VehicleKind.CAR)
    for price in (50_000, 55_000, 60_000):
        line = Line(LineKind.JOB, "Servis ringan", 1, price)
        work_orders.record_work_order(database, WorkOrderDraft(motorcycle, TODAY, None, (line,)))
    make_work_order(database, motorcycle, parts=["BUSI NGK"])
    make_work_order(database, car, parts=["BUSI DENSO"])
    known = work_orders.list_known_lines(database, VehicleKind.MOTORCYCLE)
    assert [(line.text, line.price_rupiah) for line in known[:2]] == [
        ("Servis ringan", 60_000),
        ("BUSI NGK", 50_000),
    ]
    assert "BUSI DENSO" not in {line.text for line in known}
    assert {line.price_rupiah for line in known[2:]} == {0}


def test_a_number_that_is_taken_is_refused_also_by_one_in_the_bin(database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 1 A")
    first = work_orders.record_work_order(database, draft_work_order(vehicle_id, number="A-1"))
    assert first.record_id is not None
    with pytest.raises(errors.DuplicateNumber):
        work_orders.record_work_order(database, draft_work_order(vehicle_id, number="A-1"))
    work_orders.remove_work_order(database, first.record_id, at=_NOW)
    before = everything_in(database)
    with pytest.raises(errors.DuplicateNumber):
        work_orders.record_work_order(database, draft_work_order(vehicle_id, number="A-1"))
    assert everything_in(database) == before


def test_what_lies_in_the_bin_is_not_put_there_again(database: Database) -> None:
    order_id = make_work_order(database, make_vehicle(database, "B 1 A"))
    work_orders.remove_work_order(database, order_id, at=_NOW)
    before = everything_in(database)
    with pytest.raises(errors.NotFound):
        work_orders.remove_work_order(database, order_id, at=datetime(2026, 8, 13, 9))
    assert everything_in(database) == before
