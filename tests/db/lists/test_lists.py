"""The lists over everything: every row once, in order, narrowed as asked, without reading the whole file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bengkel_crm.base import errors
from bengkel_crm.db.exchange import list_exports
from bengkel_crm.records.lists import (
    DueState,
    PageMark,
    RowPage,
    VehicleQuery,
    VehicleRow,
    VehicleSort,
    WorkOrderQuery,
    WorkOrderRow,
    WorkOrderSort,
)
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.trade.kinds import LineKind, VehicleKind, WorkOrderStatus
from bengkel_crm.trade.names import name_key
from bengkel_crm.trade.plates import plate_key
from bengkel_crm.workshop.lists import lists
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.vehicles.vehicles import remove_vehicle
from bengkel_crm.workshop.work_orders.work_orders import list_mechanics, record_work_order, remove_work_order
from tests.factories import TODAY, make_vehicle, make_work_order

_AT = datetime(2026, 8, 12, 9, 0)
_OWNERS = ("Sri Wulandari", "Budi Santoso", None, "Budi Santoso", "Wayan", None, "H. Ahmad")
_MAKES = (
    ("Honda", "Vario 125"),
    ("honda", "Beat"),
    (None, None),
    ("Toyota", "Avanza"),
    ("Honda", "Vario 125"),
)
_MECHANICS = ("Budi", None, "Anto", "Slamet", "Budi")
_OILS = ("MPX 2 0,8", None, "mpx 2 0,8", "Federal Matic 30", None)
_STATUSES = (WorkOrderStatus.DONE, WorkOrderStatus.OPEN, WorkOrderStatus.PAID)


def _fill(database: Database) -> None:
    """Make a shop with ties and gaps in every column, and something in the bin."""
    for number in range(41):
        brand, model = _MAKES[number % len(_MAKES)]
        vehicle_id = make_vehicle(
            database,
            f"AB {3000 + number * 37} X{chr(65 + number % 5)}",
            owner=_OWNERS[number % len(_OWNERS)],
            phones=(f"0812883419{number:02d}",) if number % 3 else (),
            kind=VehicleKind.CAR if number % 4 == 0 else VehicleKind.MOTORCYCLE,
            brand=brand,
            model=model,
            year=None if number % 6 == 0 else 2010 + number % 5,
        )
        for visit in range(number % 5):
            _record(database, vehicle_id, number, visit)
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-08-01' WHERE id % 5 = 0")
    gone = make_vehicle(database, "B 1 BIN", owner="Di Keranjang")
    make_work_order(database, gone)
    remove_vehicle(database, gone, _AT)
    dropped = make_work_order(database, make_vehicle(database, "B 2 BIN", owner=None), number="DROPPED")
    remove_work_order(database, dropped, _AT)


def _record(database: Database, vehicle_id: int, number: int, visit: int) -> None:
    oil = _OILS[(number + visit) % len(_OILS)]
    lines = [Line(LineKind.JOB, "Ganti kampas rem" if visit else "Servis ringan", 1, 40_000 + visit * 5_000)]
    if oil is not None:
        lines.append(Line(LineKind.OIL, oil, 1, 50_000))
    record_work_order(
        database,
        WorkOrderDraft(
            vehicle_id,
            TODAY - timedelta(days=(number * 7 + visit * 60) % 200),
            None if number % 4 == 1 else 10_000 + visit * 2_500,
            tuple(lines),
            mechanic=_MECHANICS[(number + visit) % len(_MECHANICS)],
            status=_STATUSES[(number + visit) % len(_STATUSES)],
        ),
    )


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = open_shop(Path(tmp_path_factory.mktemp("lists")) / "toko.db")
    _fill(database)
    yield database
    close_shop(database)


def _all_pages(read: Callable[[PageMark | None], RowPage[Any]]) -> list[Any]:
    page = read(None)
    rows = list(page.rows)
    while page.after is not None:
        page = read(page.after)
        rows += page.rows
    return rows


_VEHICLE_VALUES: dict[VehicleSort, Callable[[VehicleRow], Any]] = {
    VehicleSort.PLATE: lambda row: plate_key(row.plate),
    VehicleSort.OWNER: lambda row: row.owner and name_key(row.owner),
    VehicleSort.VEHICLE: lambda row: row.vehicle.lower() or None,
    VehicleSort.YEAR: lambda row: row.year,
    VehicleSort.LAST_VISIT: lambda row: row.last_on,
    VehicleSort.ODOMETER: lambda row: row.last_odometer_km,
    VehicleSort.OIL: lambda row: row.oil and row.oil.lower(),
    VehicleSort.MECHANIC: lambda row: row.mechanic and row.mechanic.lower(),
    VehicleSort.NEXT_DUE: lambda row: row.next_due_by,
    VehicleSort.VISITS: lambda row: row.work_order_count,
}
_ORDER_VALUES: dict[WorkOrderSort, Callable[[WorkOrderRow], Any]] = {
    WorkOrderSort.DATE: lambda row: row.date,
    WorkOrderSort.NUMBER: lambda row: (len(row.number), row.number),
    WorkOrderSort.PLATE: lambda row: plate_key(row.plate),
    WorkOrderSort.OWNER: lambda row: row.owner and name_key(row.owner),
    WorkOrderSort.VEHICLE: lambda row: row.vehicle.lower() or None,
    WorkOrderSort.ODOMETER: lambda row: row.odometer_km,
    WorkOrderSort.OIL: lambda row: row.oil and row.oil.lower(),
    WorkOrderSort.MECHANIC: lambda row: row.mechanic and row.mechanic.lower(),
    WorkOrderSort.TOTAL: lambda row: row.total_rupiah,
}


def _assert_ordered(values: list[Any], descending: bool) -> None:
    known = [value for value in values if value is not None]
    assert values == known + [None] * (len(values) - len(known)), "what is not known must come last"
    assert known == sorted(known, reverse=descending)


_TEXTS = st.sampled_from(
    ["", "budi", "AB 30", "vario", "0812", "kampas", "mpx", "%", "'\"*", "PKB-0000", "12", "zz"]
)
_vehicle_queries = st.builds(
    VehicleQuery,
    today=st.just(TODAY),
    text=_TEXTS,
    sort=st.sampled_from(VehicleSort),
    descending=st.booleans(),
    kind=st.none() | st.sampled_from(VehicleKind),
    due=st.none() | st.sampled_from(DueState),
    has_phone=st.none() | st.booleans(),
    brand=st.none() | st.sampled_from(["Honda", "Toyota", "Nobody's"]),
)
_order_queries = st.builds(
    WorkOrderQuery,
    text=_TEXTS,
    sort=st.sampled_from(WorkOrderSort),
    descending=st.booleans(),
    first=st.none() | st.just(TODAY - timedelta(days=120)),
    last=st.none() | st.just(TODAY - timedelta(days=20)),
    mechanic_id=st.none() | st.integers(1, 4),
    status=st.none() | st.sampled_from(WorkOrderStatus),
    job_kind_id=st.none() | st.integers(1, 14),
)
_few_at_once = st.sampled_from([1, 3, 7, 200])
_patient = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
# With nothing counted as few, indexes are walked instead of a few ids being sorted.
_walked = st.booleans()


def _walk(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    for name in ("_FEW", "_FEW_BY_WORD"):
        monkeypatch.setattr(f"bengkel_crm.db.{module}.{name}", -1, raising=False)


@given(query=_vehicle_queries, limit=_few_at_once, walked=_walked)
@_patient
def test_pages_hold_every_vehicle_once_and_in_order(
    shop: Database, query: VehicleQuery, limit: int, walked: bool
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        if walked:
            _walk(monkeypatch, "vehicles.vehicle_lists")
        rows = _all_pages(lambda after: lists.page_of_vehicles(shop, query, after, limit))
        count = lists.count_of_vehicles(shop, query)
        whole = list_exports.every_vehicle(shop, query, None)
    wanted = {row.vehicle_id for row in _every_vehicle(shop) if _wants_vehicle(query, row)}
    if query.text:
        wanted &= {row.vehicle_id for row in _every_vehicle(shop, text=query.text)}
    assert sorted(row.vehicle_id for row in rows) == sorted(wanted)
    assert count == whole.count == len(rows)
    assert list(whole.rows) == rows
    _assert_ordered([_VEHICLE_VALUES[query.sort](row) for row in rows], query.descending)


def _every_vehicle(shop: Database, text: str = "") -> tuple[VehicleRow, ...]:
    return lists.page_of_vehicles(shop, VehicleQuery(TODAY, text), limit=1_000).rows


def _wants_vehicle(query: VehicleQuery, row: VehicleRow) -> bool:
    month_end = date(2026, 8, 31)
    due = row.next_due_by or date.max
    state = DueState.OVERDUE if due < TODAY else DueState.THIS_MONTH if due <= month_end else DueState.NOT_DUE
    return (
        query.kind in (None, row.kind)
        and query.due in (None, state)
        and query.has_phone in (None, row.phone is not None)
        and (query.brand is None or row.vehicle.lower().startswith(query.brand.lower()))
    )


@given(query=_order_queries, limit=_few_at_once, walked=_walked)
@_patient
def test_pages_hold_every_work_order_once_and_in_order(
    shop: Database, query: WorkOrderQuery, limit: int, walked: bool
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        if walked:
            _walk(monkeypatch, "work_orders.work_order_lists")
        rows = _all_pages(lambda after: lists.page_of_work_orders(shop, query, after, limit))
        count = lists.count_of_work_orders(shop, query)
        whole = list_exports.every_work_order(shop, query, None)
    names = {mechanic.id: mechanic.name for mechanic in list_mechanics(shop)}
    wanted = {
        row.work_order_id
        for row in _every_order(shop)
        if (query.first is None or row.date >= query.first)
        and (query.last is None or row.date <= query.last)
        and (query.mechanic_id is None or row.mechanic == names.get(query.mechanic_id, "nobody"))
        and query.status in (None, row.status)
    }
    if query.text:
        wanted &= {row.work_order_id for row in _every_order(shop, text=query.text)}
    if query.job_kind_id is not None:
        wanted &= {row.work_order_id for row in _every_order(shop, job_kind_id=query.job_kind_id)}
    assert sorted(row.work_order_id for row in rows) == sorted(wanted)
    assert count == whole.count == len(rows)
    assert list(whole.rows) == rows
    _assert_ordered([_ORDER_VALUES[query.sort](row) for row in rows], query.descending)


def _every_order(shop: Database, **wish: Any) -> tuple[WorkOrderRow, ...]:
    return lists.page_of_work_orders(shop, replace(WorkOrderQuery(), **wish), limit=1_000).rows


def test_a_shop_without_filters_lists_all_but_the_bin(shop: Database) -> None:
    plates = {row.plate for row in _every_vehicle(shop)}
    numbers = {row.number for row in _every_order(shop)}
    assert len(plates) == 42
    assert "B 1 BIN" not in plates
    assert "DROPPED" not in numbers
    assert len(numbers) == 80


def test_a_wrong_number_is_not_the_one_of_the_list(database: Database) -> None:
    make_vehicle(database, "B 1 A", "Sri", ["0812-2777-3301, 0812-2777-3302"])
    make_vehicle(database, "B 2 A", "Agus", ["0812-2777-3303"])
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-08-01' WHERE typed NOT LIKE '%02'")
    assert {row.plate: row.phone for row in _every_vehicle(database)} == {
        "B 1 A": "+6281227773302",
        "B 2 A": None,
    }


def test_text_finds_vehicles_by_plate_owner_phone_and_model(database: Database) -> None:
    wanted = make_vehicle(database, "B 3472 KZR", "Sri Wulandari", ["0812-8834-1907"], model="Vario 125")
    make_vehicle(database, "D 1 A", "Budi", ["0813 0000 0001"], model="Beat")
    for text in (
        "b3472",
        "3472k",
        "72kz",
        "wulan",
        "bu sri",
        "0812 8834",
        "+62812-88341907",
        "1907",
        "vario",
    ):
        rows = lists.page_of_vehicles(database, VehicleQuery(TODAY, text)).rows
        assert [row.vehicle_id for row in rows] == [wanted], text


def test_text_finds_work_orders_by_plate_number_and_the_work_done(database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 3472 KZR", "Sri Wulandari")
    other = make_vehicle(database, "D 1 A", "Olivia")
    brakes = make_work_order(database, vehicle_id, jobs=["Ganti kampas rem"], number="PKB-00057")
    oil = make_work_order(database, other, oil="MPX 2 0,8", number="SO-9")
    cases = {
        "3472": {brakes},
        "57": {brakes},
        "pkb-000": {brakes},
        "so-9": {oil},
        "rem kampas": {brakes},
        "wulandari": {brakes},
        "mpx": {oil},
        "oli": {oil},
        "0,8": {oil},
        "%": set(),
    }
    for text, wanted in cases.items():
        assert {row.work_order_id for row in _every_order(database, text=text)} == wanted, text


def test_a_read_stops_when_its_asker_has_waited_enough(
    shop: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bengkel_crm.db.engine.paging._STEPS_BETWEEN_CHECKS", 1)

    def lose_patience() -> None:
        raise errors.TookTooLong

    with pytest.raises(errors.TookTooLong):
        lists.page_of_work_orders(shop, WorkOrderQuery(sort=WorkOrderSort.OIL), check=lose_patience)
    with pytest.raises(errors.TookTooLong):
        lists.count_of_vehicles(shop, VehicleQuery(TODAY, has_phone=True), check=lose_patience)
    assert lists.count_of_vehicles(shop, VehicleQuery(TODAY)) == 42


def _plan(shop: Database, read: Callable[[], object]) -> list[str]:
    statements: list[str] = []
    shop.connection().set_trace_callback(statements.append)
    try:
        read()
    finally:
        shop.connection().set_trace_callback(None)
    return [
        step[3]
        for statement in statements
        # The rows of one page and the vehicles of one owner may be sorted: they are few.
        if "picked" not in statement and "c.id = " not in statement
        for step in shop.execute_sql(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    ]


_WALKED_VEHICLES = (
    VehicleSort.PLATE,
    VehicleSort.OWNER,
    VehicleSort.VEHICLE,
    VehicleSort.LAST_VISIT,
    VehicleSort.NEXT_DUE,
)
_WALKED_ORDERS = (
    WorkOrderSort.DATE,
    WorkOrderSort.PLATE,
    WorkOrderSort.OWNER,
    WorkOrderSort.VEHICLE,
    WorkOrderSort.MECHANIC,
    WorkOrderSort.TOTAL,
)


def _assert_walks_an_index(steps: list[str]) -> None:
    assert steps
    for step in steps:
        if step.startswith("SCAN") and "VIRTUAL TABLE" not in step:
            assert "INDEX" in step, step
        assert "FOR ORDER BY" not in step, step


@pytest.mark.parametrize("sort", _WALKED_VEHICLES)
@pytest.mark.parametrize("descending", [True, False])
def test_vehicles_come_from_an_index_unsorted(shop: Database, sort: VehicleSort, descending: bool) -> None:
    query = VehicleQuery(TODAY, sort=sort, descending=descending)
    first = lists.page_of_vehicles(shop, query, limit=5)
    _assert_walks_an_index(_plan(shop, lambda: lists.page_of_vehicles(shop, query, limit=5)))
    _assert_walks_an_index(_plan(shop, lambda: lists.page_of_vehicles(shop, query, first.after, 5)))


@pytest.mark.parametrize("sort", _WALKED_ORDERS)
@pytest.mark.parametrize("descending", [True, False])
def test_work_orders_come_from_an_index_unsorted(
    shop: Database, sort: WorkOrderSort, descending: bool
) -> None:
    query = WorkOrderQuery(sort=sort, descending=descending)
    first = lists.page_of_work_orders(shop, query, limit=5)
    _assert_walks_an_index(_plan(shop, lambda: lists.page_of_work_orders(shop, query, limit=5)))
    _assert_walks_an_index(_plan(shop, lambda: lists.page_of_work_orders(shop, query, first.after, 5)))


def test_brands_are_listed_once_the_commonest_first(shop: Database) -> None:
    assert lists.list_brands(shop) == ["Honda", "Toyota"]
