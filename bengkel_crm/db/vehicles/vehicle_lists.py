"""The list of all vehicles with their owners, in any order and narrowed down.

A page is read in two steps: the ids in the order wanted, then all that is shown of them.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.paging import Check, Condition, PagePlan, Walk, read_ids, watched
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.lists.list_text import contains, find_vehicle_ids
from bengkel_crm.records.lists import DueState, PageMark, RowPage, VehicleQuery, VehicleRow, VehicleSort
from bengkel_crm.trade.dates import add_months
from bengkel_crm.trade.kinds import VehicleKind

# So many are sorted faster than an index is walked in search of them.
_FEW = 3_000

NAME = SQL.any_case("trim(coalesce(v.brand, '') || ' ' || coalesce(v.model, ''))")
_OWNERSHIP = "(SELECT id FROM ownership WHERE vehicle_id = v.id AND until IS NULL ORDER BY id LIMIT 1)"
# A vehicle in the bin has no summary, so what is read from the summaries needs no look at the vehicle.
_SUMMARY = "vehicle_summary s"
_EVERY_SUMMARY = f"vehicle_summary s {SQL.not_indexed}"
_EVERY_VEHICLE = f"vehicle v {SQL.not_indexed}"
_JOIN_SUMMARY = f" {SQL.then_join} vehicle_summary s ON s.vehicle_id = v.id"
_JOIN_VEHICLE = f" {SQL.then_join} vehicle v ON v.id = s.vehicle_id"
_BY_OWNER = (
    f"customer c {SQL.then_join} ownership o ON o.customer_id = c.id AND o.until IS NULL "
    f"{SQL.then_join} vehicle v ON v.id = o.vehicle_id AND o.id = {_OWNERSHIP}"
)
_NO_OWNER = "NOT EXISTS (SELECT 1 FROM ownership WHERE vehicle_id = v.id AND until IS NULL)"
_GATHERED = (
    f"{SQL.ids('picked')} {SQL.then_join} vehicle v ON v.id = picked.value"
    f"{_JOIN_SUMMARY} LEFT JOIN ownership o ON o.id = {_OWNERSHIP} "
    "LEFT JOIN customer c ON c.id = o.customer_id LEFT JOIN mechanic m ON m.id = s.mechanic_id"
)


def _of_summary(name: str, source: str = _SUMMARY, lead: str | None = None) -> Walk:
    return Walk(source, (lead or name,), ("s.vehicle_id",), f"{name} IS NOT NULL", f"{name} IS NULL")


_WALKS: dict[VehicleSort, Walk] = {
    VehicleSort.PLATE: Walk("vehicle v", ("v.plate_key",), ("v.id",)),
    VehicleSort.OWNER: Walk(
        _BY_OWNER, ("c.name_key", "c.id"), ("v.id",), "c.id IS NOT NULL", _NO_OWNER, "vehicle v"
    ),
    VehicleSort.VEHICLE: Walk("vehicle v", (NAME,), ("v.id",), f"{NAME} > ''", f"{NAME} = ''"),
    VehicleSort.YEAR: Walk(_EVERY_VEHICLE, ("v.year",), ("v.id",), "v.year IS NOT NULL", "v.year IS NULL"),
    VehicleSort.LAST_VISIT: _of_summary("s.last_on"),
    VehicleSort.NEXT_DUE: _of_summary("s.next_due_by"),
    # These have no index: each saved visit would have to move the vehicle in all of them.
    VehicleSort.ODOMETER: _of_summary("coalesce(s.last_odometer_km,s.reading_km)", _EVERY_SUMMARY),
    VehicleSort.OIL: _of_summary("s.oil_name", _EVERY_SUMMARY, SQL.any_case("s.oil_name")),
    VehicleSort.VISITS: _of_summary("s.work_order_count", _EVERY_SUMMARY),
    VehicleSort.MECHANIC: Walk(
        f"{_EVERY_SUMMARY} {SQL.then_join} mechanic m ON m.id = s.mechanic_id",
        ("m.name_key",),
        ("s.vehicle_id",),
        "m.id IS NOT NULL",
        "s.mechanic_id IS NULL",
        _EVERY_SUMMARY,
    ),
}

_ROWS = f"""
SELECT v.id, v.plate, v.kind, v.brand, v.model, v.year, c.name,
    (SELECT coalesce(p.e164, p.typed) FROM customer_phone p
        WHERE p.customer_id = c.id AND p.wrong_since IS NULL ORDER BY p.position LIMIT 1),
    s.last_on, coalesce(s.last_odometer_km, s.reading_km), s.oil_name, m.name, s.next_due_by,
    s.work_order_count
FROM {_GATHERED}
ORDER BY picked.key
"""
_HAS_PHONE = (
    "EXISTS (SELECT 1 FROM ownership w JOIN customer_phone p ON p.customer_id = w.customer_id "
    "WHERE w.vehicle_id = {id} AND w.until IS NULL AND p.wrong_since IS NULL)"
)
_KINDS = {kind.value: kind for kind in VehicleKind}


class _Filters:
    """The filters of a query as SQL, for a source that begins with the summaries or with the vehicles."""

    def __init__(self, query: VehicleQuery, text_ids: list[int] | None, on_summary: bool) -> None:
        self.condition = Condition()
        self._id = "s.vehicle_id" if on_summary else "v.id"
        self.joins = ""
        self._join_vehicle = _JOIN_VEHICLE if on_summary else ""
        self._join_summary = "" if on_summary else _JOIN_SUMMARY
        if not on_summary:
            self.condition.add("v.removed_at IS NULL")
        if query.kind is not None:
            self._add_vehicle("v.kind = ?", query.kind.value)
        if query.brand is not None:
            self._add_vehicle(f"{SQL.any_case('v.brand')} = {SQL.any_case('?')}", query.brand)
        if query.due is not None:
            self._add_due(query.due, query.today)
        if text_ids is not None:
            # Else the planner loops over the ids instead of walking the index.
            self.condition.add(f"{SQL.unindexed(self._id)} IN {SQL.among_ids()}", json.dumps(text_ids))
        if query.has_phone is not None:
            self.condition.add(("" if query.has_phone else "NOT ") + _HAS_PHONE.format(id=self._id))

    def _add_vehicle(self, sql: str, value: str) -> None:
        self.joins = self.joins or self._join_vehicle
        self.condition.add(sql, value)

    def _add_due(self, due: DueState, today: date) -> None:
        self.joins = self.joins or self._join_summary
        month_end = add_months(today.replace(day=1), 1) - timedelta(days=1)
        if due is DueState.OVERDUE:
            self.condition.add("s.next_due_by < ?", today.isoformat())
        elif due is DueState.THIS_MONTH:
            self.condition.add("s.next_due_by BETWEEN ? AND ?", today.isoformat(), month_end.isoformat())
        else:
            self.condition.add("(s.next_due_by > ? OR s.next_due_by IS NULL)", month_end.isoformat())


def _is_narrowed(query: VehicleQuery) -> bool:
    return bool(query.text.strip()) or any(
        wish is not None for wish in (query.kind, query.brand, query.due, query.has_phone)
    )


def _text_ids(database: Database, query: VehicleQuery) -> list[int] | None:
    return find_ids(database, query.text) if query.text.strip() else None


def _gather(database: Database, query: VehicleQuery, text_ids: list[int] | None) -> list[int] | None:
    """Return the ids that fulfil a query when they are few, else None."""
    if not _is_narrowed(query):
        return None
    if text_ids is not None and len(text_ids) <= _FEW:
        filters = _Filters(query, None, on_summary=False)
        source = f"{SQL.ids('picked')} {SQL.then_join} vehicle v ON v.id = picked.value{filters.joins}"
        first: tuple[str, ...] = (json.dumps(text_ids),)
    elif query.due is not None:
        filters = _Filters(query, text_ids, on_summary=True)
        source, first = _SUMMARY + filters.joins, ()
    else:
        filters = _Filters(query, text_ids, on_summary=False)
        source, first = _EVERY_VEHICLE + filters.joins, ()
    name = "s.vehicle_id" if source.startswith(_SUMMARY) else "v.id"
    rows = database.execute_sql(
        f"SELECT {name} FROM {source} WHERE {filters.condition.sql} LIMIT ?",
        (*first, *filters.condition.params, _FEW + 1),
    ).fetchall()
    return [row[0] for row in rows] if len(rows) <= _FEW else None


def find_ids(database: Database, text: str) -> list[int]:
    """Return the ids of the vehicles whose plate, owner, phone, brand or model has what was typed."""
    named, params = contains(NAME, text)
    rows = database.execute_sql(
        f"SELECT v.id FROM vehicle v WHERE v.removed_at IS NULL AND {named}", params
    ).fetchall()
    return sorted({*find_vehicle_ids(database, text), *(row[0] for row in rows)})


def plan_of(database: Database, query: VehicleQuery) -> PagePlan:
    """Return how the vehicles of a query are read in the order asked."""
    text_ids = _text_ids(database, query)
    gathered = _gather(database, query, text_ids)
    walk = _WALKS[query.sort]
    if gathered is not None:
        walk = replace(walk, source=_GATHERED, unknown_source=None)
        return PagePlan(walk, Condition(), query.descending, gathered)
    filters = _Filters(query, text_ids, walk.source.startswith(_SUMMARY))
    unknown = (walk.unknown_source or walk.source) + filters.joins
    walk = replace(walk, source=walk.source + filters.joins, unknown_source=unknown)
    return PagePlan(walk, filters.condition, query.descending, None)


def rows_of(database: Database, ids: Sequence[int]) -> list[VehicleRow]:
    """Return what is shown of these vehicles, in the order of their ids."""
    rows = database.execute_sql(_ROWS, (json.dumps(list(ids)),)).fetchall()
    return [_row(row) for row in rows]


def page_of_vehicles(
    database: Database, query: VehicleQuery, after: PageMark | None, limit: int, check: Check | None
) -> RowPage[VehicleRow]:
    """Return at most `limit` vehicles that follow `after`; those without a value come last either way.

    Raises:
        ExpectedError: what `check` raised.
    """
    with watched(database, check):
        ids, mark = read_ids(database, plan_of(database, query), after, limit)
        return RowPage(tuple(rows_of(database, ids)), mark)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _row(row: tuple[Any, ...]) -> VehicleRow:
    (
        vehicle_id, plate, kind, brand, model, year, owner, phone,
        last_on, last_odometer_km, oil, mechanic, next_due_by, visits,
    ) = row  # fmt: skip
    return VehicleRow(
        vehicle_id=vehicle_id,
        plate=plate,
        kind=_KINDS[kind],
        vehicle=f"{brand} {model}" if brand and model else brand or model or "",
        year=year,
        owner=owner,
        phone=phone,
        last_on=_day(last_on),
        last_odometer_km=last_odometer_km,
        oil=oil,
        mechanic=mechanic,
        next_due_by=_day(next_due_by),
        work_order_count=visits,
    )


def count_vehicles(database: Database, query: VehicleQuery, check: Check | None) -> int:
    """Return how many vehicles a query finds.

    Raises:
        ExpectedError: what `check` raised.
    """
    with watched(database, check):
        text_ids = _text_ids(database, query)
        gathered = _gather(database, query, text_ids)
        if gathered is not None:
            return len(gathered)
        filters = _Filters(query, text_ids, on_summary=True)
        row = database.execute_sql(
            f"SELECT count(*) FROM {_SUMMARY}{filters.joins} WHERE {filters.condition.sql}",
            filters.condition.params,
        ).fetchone()
        return int(row[0])


def list_brands(database: Database) -> list[str]:
    """Return the brands the shop knows, the commonest first, each in its commonest spelling."""
    rows = database.execute_sql(
        "SELECT brand, count(*) FROM vehicle WHERE removed_at IS NULL AND brand IS NOT NULL "
        "GROUP BY brand ORDER BY count(*) DESC, brand"
    ).fetchall()
    commonest: dict[str, str] = {}
    vehicles: Counter[str] = Counter()
    for brand, count in rows:
        vehicles[brand.lower()] += count
        commonest.setdefault(brand.lower(), brand)
    return [commonest[key] for key in sorted(vehicles, key=lambda key: (-vehicles[key], commonest[key]))]
