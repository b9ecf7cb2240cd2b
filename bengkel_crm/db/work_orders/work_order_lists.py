"""The list of all work orders, in any order and narrowed down; read as in `vehicle_lists`."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.paging import Check, Condition, PagePlan, Walk, read_ids, watched
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.lists.list_text import contains, find_vehicle_ids, has_digit
from bengkel_crm.db.vehicles.vehicle_lists import NAME
from bengkel_crm.db.work_orders.work_orders import NUMBER_PREFIX
from bengkel_crm.records.lists import PageMark, RowPage, WorkOrderQuery, WorkOrderRow, WorkOrderSort
from bengkel_crm.trade.kinds import WorkOrderStatus

# So many are sorted faster than an index is walked in search of them.
_FEW = 6_000
# A word in the work done has no index: finding many takes long, walking past what has it does not.
_FEW_BY_WORD = 1_000
_LAST_CHARACTER = "\U0010ffff"

_ORDER = "work_order w"
_EVERY_ORDER = f"work_order w {SQL.not_indexed}"
_DATE_THEN_ID = ("w.date", "w.id")
_BY_VEHICLE = f"vehicle v {SQL.then_join} work_order w ON w.vehicle_id = v.id AND v.removed_at IS NULL"
_GATHERED = (
    f"{SQL.ids('picked')} {SQL.then_join} work_order w ON w.id = picked.value "
    "LEFT JOIN vehicle v ON v.id = w.vehicle_id LEFT JOIN customer c ON c.id = w.customer_id "
    "LEFT JOIN mechanic m ON m.id = w.mechanic_id"
)
_WITH_OWNER = f"{_EVERY_ORDER} LEFT JOIN customer c ON c.id = w.customer_id"
# Those of a vehicle in the bin lie there with it; few do, so this asks a small list.
_LIVE = "w.removed_at IS NULL AND w.vehicle_id NOT IN (SELECT id FROM vehicle WHERE removed_at IS NOT NULL)"
_DID_JOB = (
    "EXISTS (SELECT 1 FROM work_order_line l WHERE l.work_order_id = w.id "
    f"AND {SQL.unindexed('l.job_kind_id')} = ?)"
)
_NAMED = (
    f"SELECT o.id FROM {SQL.ids('ids')} {SQL.then_join} work_order o ON o.vehicle_id = ids.value "
    f"UNION SELECT listed.value FROM {SQL.ids('listed')}"
)

_WALKS: dict[WorkOrderSort, Walk] = {
    WorkOrderSort.DATE: Walk(_ORDER, ("w.date",), ("w.id",)),
    WorkOrderSort.TOTAL: Walk(_ORDER, ("w.total_rupiah",), ("w.id",)),
    WorkOrderSort.PLATE: Walk(_BY_VEHICLE, ("v.plate_key",), _DATE_THEN_ID),
    WorkOrderSort.VEHICLE: Walk(
        _BY_VEHICLE,
        (NAME, "v.id"),
        _DATE_THEN_ID,
        f"{NAME} > ''",
        f"{NAME} = ''",
        unknown_ties=("v.id", *_DATE_THEN_ID),
    ),
    WorkOrderSort.OWNER: Walk(
        f"customer c {SQL.then_join} work_order w ON w.customer_id = c.id",
        ("c.name_key", "c.id"),
        _DATE_THEN_ID,
        "c.id IS NOT NULL",
        "w.customer_id IS NULL",
        _ORDER,
    ),
    WorkOrderSort.MECHANIC: Walk(
        f"mechanic m {SQL.then_join} work_order w ON w.mechanic_id = m.id",
        ("m.name_key",),
        _DATE_THEN_ID,
        "m.id IS NOT NULL",
        "w.mechanic_id IS NULL",
        _ORDER,
    ),
    # These have no index: they are asked for too seldom to pay for one at every visit saved.
    # The longer number is the later one: PKB-99999, PKB-100000.
    WorkOrderSort.NUMBER: Walk(_EVERY_ORDER, ("length(w.number)", "w.number"), ("w.id",)),
    WorkOrderSort.ODOMETER: Walk(
        _EVERY_ORDER, ("w.odometer_km",), ("w.id",), "w.odometer_km IS NOT NULL", "w.odometer_km IS NULL"
    ),
    WorkOrderSort.OIL: Walk(
        _EVERY_ORDER, (SQL.any_case("w.oil"),), ("w.id",), "w.oil IS NOT NULL", "w.oil IS NULL"
    ),
}

_ROWS = f"""
SELECT w.id, w.vehicle_id, w.number, w.date, v.plate, c.name, v.brand, v.model, w.odometer_km, w.jobs, w.oil,
    m.name, w.total_rupiah, w.status
FROM {_GATHERED}
ORDER BY picked.key
"""
_STATUSES = {status.value: status for status in WorkOrderStatus}


class _FoundByText:
    """What a text finds: vehicles and work orders by id, and, where it may mean the work done, words."""

    def __init__(self, database: Database, text: str) -> None:
        self.vehicles = find_vehicle_ids(database, text)
        self.orders = _numbered(database, text)
        # A text with a digit means a plate, a phone or a number when there is one.
        self.is_name = has_digit(text) and bool(self.vehicles or self.orders)
        self._text = text

    def condition(self) -> tuple[str, list[str]]:
        """Return the condition for the typed words and its parameters."""
        work, words = "FALSE", list[str]()
        if not self.is_name:
            work, words = contains("(w.jobs || ' ' || coalesce(w.oil, ''))", self._text)
        sql = (
            f"({SQL.unindexed('w.vehicle_id')} IN {SQL.among_ids()} "
            f"OR {SQL.unindexed('w.id')} IN {SQL.among_ids()} OR {work})"
        )
        return sql, [json.dumps(self.vehicles), json.dumps(self.orders), *words]


def _numbered(database: Database, text: str) -> list[int]:
    """Return the ids of the work orders whose number begins with a text; "57" is also PKB-00057."""
    start = text.upper()
    rows = database.execute_sql(
        "SELECT id FROM work_order WHERE number >= ? AND number < ? OR number = ? LIMIT ?",
        (start, start + _LAST_CHARACTER, f"{NUMBER_PREFIX}{text:0>5}", _FEW),
    ).fetchall()
    return [row[0] for row in rows]


def _filters(query: WorkOrderQuery, text: _FoundByText | None, walks: bool = False) -> Condition:
    """Return the filters; where it `walks`, the planner may not leave the walk for the index of a filter."""
    condition = Condition([_LIVE])
    read = SQL.unindexed if walks else str
    if query.first is not None:
        condition.add(f"{read('w.date')} >= ?", query.first.isoformat())
    if query.last is not None:
        condition.add(f"{read('w.date')} <= ?", query.last.isoformat())
    if query.mechanic_id is not None:
        condition.add(f"{read('w.mechanic_id')} = ?", query.mechanic_id)
    if query.status is not None:
        condition.add(f"{read('w.status')} = ?", query.status.value)
    if text is not None:
        sql, params = text.condition()
        condition.add(sql, *params)
    if query.job_kind_id is not None:
        condition.add(_DID_JOB, query.job_kind_id)
    return condition


def _text_of(database: Database, query: WorkOrderQuery) -> _FoundByText | None:
    return _FoundByText(database, query.text.strip()) if query.text.strip() else None


def _gather(database: Database, query: WorkOrderQuery, text: _FoundByText | None) -> list[int] | None:
    """Return the ids that fulfil a query when they are few, else None."""
    condition, few = _filters(query, text), _FEW
    first: tuple[str | int, ...] = ()
    if text is not None and text.is_name:
        source = f"({_NAMED}) named {SQL.then_join} work_order w ON w.id = named.id"
        first = (json.dumps(text.vehicles), json.dumps(text.orders))
    elif query.job_kind_id is not None:
        source = (
            "(SELECT DISTINCT work_order_id FROM work_order_line WHERE job_kind_id = ?) did "
            f"{SQL.then_join} work_order w ON w.id = did.work_order_id"
        )
        first = (query.job_kind_id,)
    elif text is not None:
        source, few = _EVERY_ORDER, _FEW_BY_WORD
    elif _is_all(query) or query.sort is WorkOrderSort.DATE:
        # In the order of the date, the indexes of the other filters are walked as they are.
        return None
    else:
        source = _ORDER
    rows = database.execute_sql(
        f"SELECT w.id FROM {source} WHERE {condition.sql} LIMIT ?", (*first, *condition.params, few + 1)
    ).fetchall()
    return [row[0] for row in rows] if len(rows) <= few else None


def _is_all(query: WorkOrderQuery) -> bool:
    return query == WorkOrderQuery(sort=query.sort, descending=query.descending)


def plan_of(database: Database, query: WorkOrderQuery) -> PagePlan:
    """Return how the work orders of a query are read in the order asked."""
    text = _text_of(database, query)
    gathered = _gather(database, query, text)
    walk, condition = _WALKS[query.sort], Condition()
    if gathered is not None:
        walk = replace(walk, source=_GATHERED, unknown_source=None)
    elif text is not None and query.sort is WorkOrderSort.OWNER and 0 < len(text.vehicles) <= _FEW:
        # A name is in one place among the owners: walking there takes longer than sorting what is found.
        walk = replace(walk, source=_WITH_OWNER, unknown_source=None)
        condition = _filters(query, text, walks=True)
    else:
        condition = _filters(query, text, walks=query.sort is not WorkOrderSort.DATE)
    return PagePlan(walk, condition, query.descending, gathered)


def rows_of(database: Database, ids: Sequence[int]) -> list[WorkOrderRow]:
    """Return what is shown of these work orders, in the order of their ids."""
    rows = database.execute_sql(_ROWS, (json.dumps(list(ids)),)).fetchall()
    return [_row(row) for row in rows]


def page_of_work_orders(
    database: Database, query: WorkOrderQuery, after: PageMark | None, limit: int, check: Check | None
) -> RowPage[WorkOrderRow]:
    """Return at most `limit` work orders that follow `after`; those without a value come last either way.

    Raises:
        ExpectedError: what `check` raised.
    """
    with watched(database, check):
        ids, mark = read_ids(database, plan_of(database, query), after, limit)
        return RowPage(tuple(rows_of(database, ids)), mark)


def _row(row: tuple[Any, ...]) -> WorkOrderRow:
    (
        order_id, vehicle_id, number, day, plate, owner, brand, model, odometer_km, jobs, oil,
        mechanic, total_rupiah, status,
    ) = row  # fmt: skip
    # By place, not by name: an export makes a million of them.
    return WorkOrderRow(
        order_id,
        vehicle_id,
        number,
        date.fromisoformat(day),
        plate,
        owner,
        f"{brand} {model}" if brand and model else brand or model or "",
        odometer_km,
        jobs,
        oil,
        mechanic,
        total_rupiah,
        _STATUSES[status],
    )


def count_work_orders(database: Database, query: WorkOrderQuery, check: Check | None) -> int:
    """Return how many work orders a query finds.

    Raises:
        ExpectedError: what `check` raised.
    """
    with watched(database, check):
        if _is_all(query):
            # The summaries have counted them vehicle by vehicle.
            sql = "SELECT coalesce(sum(work_order_count), 0) FROM vehicle_summary"
            return int(database.execute_sql(sql).fetchone()[0])
        text = _text_of(database, query)
        gathered = _gather(database, query, text)
        if gathered is not None:
            return len(gathered)
        condition = _filters(query, text)
        row = database.execute_sql(
            f"SELECT count(*) FROM {_ORDER} WHERE {condition.sql}", condition.params
        ).fetchone()
        return int(row[0])
