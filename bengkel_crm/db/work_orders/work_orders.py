"""Work orders and their lines, with what they teach: mechanics, products, jobs."""

from collections.abc import Sequence
from datetime import date, datetime
from math import isfinite
from typing import Any

from bengkel_crm.base import errors
from bengkel_crm.db.customers.owners import owner_on
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.row_numbers import last_number, take_number
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.db.settings.job_kinds import kind_names
from bengkel_crm.records.work_orders import Line, Mechanic, WorkOrder, WorkOrderDraft
from bengkel_crm.trade.job_kinds import job_kind_for_product
from bengkel_crm.trade.kinds import LineKind, ProductCategory, WorkOrderStatus
from bengkel_crm.trade.money import MOST_RUPIAH
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.products import classify_product

NUMBER_PREFIX = "PKB-"
MOST_KM = 9_999_999

_ORDER = """
SELECT w.id, w.number, w.vehicle_id, v.plate, w.customer_id, w.date, w.odometer_km, w.symptom, w.remark,
    m.name, w.status, w.total_rupiah
FROM work_order w JOIN vehicle v ON v.id = w.vehicle_id LEFT JOIN mechanic m ON m.id = w.mechanic_id
WHERE w.id = ? AND w.removed_at IS NULL
"""
_LINES = """
SELECT l.kind, l.text, l.quantity, l.price_rupiah, l.category, m.name, k.code
FROM work_order_line l
LEFT JOIN mechanic m ON m.id = l.mechanic_id LEFT JOIN job_kind k ON k.id = l.job_kind_id
WHERE l.work_order_id = ? ORDER BY l.position
"""
_NUMBERED = "SELECT 1 FROM work_order WHERE number = ?"


class JobNamer:
    """Tells which job kind a line did."""

    def __init__(self, database: Database) -> None:
        self._names = kind_names(database)

    def job_kind_id(self, line: Line) -> int | None:
        """Return the id of the job kind a line did, or None when it names none."""
        code = line.job_kind_code
        if code is None:
            category = category_of(line)
            code = None if category is None else job_kind_for_product(category)
        if code is None:
            codes = self._names.recogniser.recognise(line.text)
            code = codes[0] if codes else None
        return None if code is None else self._names.ids.get(code)

    def engine_oil_job(self) -> str:
        """Return the shop's name for the engine oil change."""
        return self._names.engine_oil


class Learner:
    """Finds the rows that a work order's words name, and adds those the shop did not know yet.

    One learner serves one deed: it remembers what it looked up.
    """

    def __init__(self, deed: Deed) -> None:
        self._deed = deed
        self.jobs = JobNamer(deed.database)
        self._mechanics: dict[str, int] = {}
        self._products: dict[str, int] = {}

    def mechanic_id(self, name: str | None) -> int | None:
        """Return the id of the mechanic of that name, added when new."""
        key = fold(name or "")
        if not key or name is None:
            return None
        if key not in self._mechanics:
            known = self._find("SELECT id FROM mechanic WHERE name_key = ?", key)
            self._mechanics[key] = known or self._deed.add("mechanic", name=name.strip(), name_key=key)
        return self._mechanics[key]

    def product_id(self, line: Line, category: ProductCategory) -> int:
        """Return the id of the product a line sells, added when new."""
        key = fold(line.text)
        if key not in self._products:
            known = self._find("SELECT id FROM product WHERE name_key = ?", key)
            self._products[key] = known or self._deed.add(
                "product",
                name=line.text.strip(),
                name_key=key,
                category=category.value,
                price_rupiah=line.price_rupiah or None,
            )
        return self._products[key]

    def _find(self, sql: str, key: str) -> int | None:
        row = self._deed.database.execute_sql(sql, (key,)).fetchone()
        return None if row is None else int(row[0])


def category_of(line: Line) -> ProductCategory | None:
    """Return what a line sells, or None for work."""
    if line.kind is LineKind.JOB:
        return None
    return line.category or classify_product(line.text)


def jobs_and_oil(lines: Sequence[Line], oil_change: str) -> tuple[str, str | None]:
    """Return (the jobs in one line, the engine oil in one line or None) of a work order's lines."""
    oils = [line.text for line in lines if category_of(line) is ProductCategory.ENGINE_OIL]
    jobs = [line.text for line in lines if category_of(line) is not ProductCategory.ENGINE_OIL]
    return ", ".join(jobs) or (oil_change if oils else ""), ", ".join(oils) or None


def next_number(database: Database) -> str:
    """Return a work order number nobody has yet, and nobody is given again."""
    while True:
        # Books and older versions numbered by the rows.
        value = take_number(database, "work_order", at_least=last_number(database, "work_order") + 1)
        number = f"{NUMBER_PREFIX}{value:05d}"
        if database.execute_sql(_NUMBERED, (number,)).fetchone() is None:
            return number


def _check_figures(draft: WorkOrderDraft) -> None:
    """Refuse figures the file can not hold, or that no vehicle and no bill can have.

    Raises:
        InvalidValue
    """
    if (draft.odometer_km or 0) > MOST_KM:
        raise errors.InvalidValue("odometer_km", str(draft.odometer_km))
    if abs(draft.total_rupiah or 0) > MOST_RUPIAH:
        raise errors.InvalidValue("total_rupiah", str(draft.total_rupiah))
    for line in draft.lines:
        if not isfinite(line.quantity):
            raise errors.InvalidValue("quantity", str(line.quantity))
        if abs(line.price_rupiah) > MOST_RUPIAH or abs(line.quantity * line.price_rupiah) > MOST_RUPIAH:
            raise errors.InvalidValue("price_rupiah", str(line.price_rupiah))


def _columns_of(draft: WorkOrderDraft, learner: Learner) -> dict[str, Any]:
    if draft.odometer_km is not None and draft.odometer_km < 0:
        raise errors.InvalidValue("odometer_km", str(draft.odometer_km))
    if not draft.lines:
        raise errors.MissingField("lines")
    _check_figures(draft)
    jobs, oil = jobs_and_oil(draft.lines, learner.jobs.engine_oil_job())
    total = draft.total_rupiah
    return {
        "vehicle_id": draft.vehicle_id,
        "date": draft.date.isoformat(),
        "odometer_km": draft.odometer_km,
        "symptom": draft.symptom or None,
        "remark": draft.remark or None,
        "mechanic_id": learner.mechanic_id(draft.mechanic),
        "status": draft.status.value,
        "total_rupiah": sum(line.amount_rupiah for line in draft.lines) if total is None else total,
        "jobs": jobs,
        "oil": oil,
    }


def _line_columns(position: int, line: Line, learner: Learner) -> dict[str, Any]:
    category = category_of(line)
    return {
        "position": position,
        "kind": line.kind.value,
        "text": line.text,
        "category": None if category is None else category.value,
        "job_kind_id": learner.jobs.job_kind_id(line),
        "product_id": None if category is None else learner.product_id(line, category),
        "quantity": line.quantity,
        "price_rupiah": line.price_rupiah,
        "mechanic_id": learner.mechanic_id(line.mechanic),
    }


def _change_lines(deed: Deed, work_order_id: int, lines: Sequence[Line], learner: Learner) -> None:
    """Let a work order have these lines: each that says the same stays the row it is.

    What is left on both sides was written over, in the order in which it stands.
    """
    rows = deed.database.execute_sql(
        "SELECT id, kind, text FROM work_order_line WHERE work_order_id = ? ORDER BY position, id",
        (work_order_id,),
    ).fetchall()
    kept: dict[int, int] = {}
    for position, line in enumerate(lines):
        same = next((row for row in rows if row[1:] == (line.kind.value, line.text)), None)
        if same is not None:
            rows.remove(same)
            kept[position] = same[0]
    left = iter(rows)
    for position, line in enumerate(lines):
        columns = _line_columns(position, line, learner)
        line_id = kept[position] if position in kept else next((row[0] for row in left), None)
        if line_id is None:
            deed.add("work_order_line", work_order_id=work_order_id, **columns)
        else:
            deed.edit("work_order_line", line_id, **columns)
    for line_id, _, _ in left:
        deed.delete("work_order_line", line_id)


def add_work_order(
    deed: Deed,
    draft: WorkOrderDraft,
    learner: Learner,
    customer_id: int | None,
    entered_at: datetime | None = None,
) -> int:
    """Add a work order with its lines and return its id; a vehicle that came is no longer gone.

    Raises:
        MissingField: it has no line.
        InvalidValue: a negative odometer.
        DuplicateNumber: another one has the number, be it in the bin.
    """
    columns = _columns_of(draft, learner)
    number = draft.number or next_number(deed.database)
    if deed.database.execute_sql(_NUMBERED, (number,)).fetchone():
        raise errors.DuplicateNumber(number)
    work_order_id = deed.add(
        "work_order",
        number=number,
        customer_id=customer_id,
        entered_at=None if entered_at is None else entered_at.isoformat(timespec="seconds"),
        **columns,
    )
    came_back(deed, draft.vehicle_id, draft.date)
    _change_lines(deed, work_order_id, draft.lines, learner)
    deed.vehicle_ids.add(draft.vehicle_id)
    deed.record_id = work_order_id
    return work_order_id


def edit_work_order(deed: Deed, work_order_id: int, draft: WorkOrderDraft, learner: Learner) -> None:
    """Overwrite a work order and its lines; its number stays.

    Its customer stays too, unless it is moved to a day or a vehicle that was somebody else's.

    Raises:
        NotFound, MissingField, InvalidValue
    """
    before = get_work_order(deed.database, work_order_id)
    customer_id = before.customer_id
    is_moved = (before.vehicle_id, before.date) != (draft.vehicle_id, draft.date)
    if is_moved and customer_id == owner_on(deed.database, before.vehicle_id, before.date):
        customer_id = owner_on(deed.database, draft.vehicle_id, draft.date)
    deed.edit("work_order", work_order_id, customer_id=customer_id, **_columns_of(draft, learner))
    came_back(deed, draft.vehicle_id, draft.date)
    _change_lines(deed, work_order_id, draft.lines, learner)
    deed.vehicle_ids.update((before.vehicle_id, draft.vehicle_id))
    deed.record_id = work_order_id


def get_work_order(database: Database, work_order_id: int) -> WorkOrder:
    """Return one work order with its lines in order.

    Raises:
        NotFound: it is not there, or lies in the bin.
    """
    row = database.execute_sql(_ORDER, (work_order_id,)).fetchone()
    if row is None:
        raise errors.NotFound("work_order", str(work_order_id))
    lines = tuple(
        Line(
            kind=LineKind(kind),
            text=text,
            quantity=quantity,
            price_rupiah=price_rupiah,
            category=None if category is None else ProductCategory(category),
            mechanic=mechanic,
            job_kind_code=code,
        )
        for kind, text, quantity, price_rupiah, category, mechanic, code in database.execute_sql(
            _LINES, (work_order_id,)
        ).fetchall()
    )
    return WorkOrder(
        id=row[0],
        number=row[1],
        vehicle_id=row[2],
        plate=row[3],
        customer_id=row[4],
        date=date.fromisoformat(row[5]),
        odometer_km=row[6],
        symptom=row[7],
        remark=row[8],
        mechanic=row[9],
        status=WorkOrderStatus(row[10]),
        lines=lines,
        total_rupiah=row[11],
    )


def list_ids_on(database: Database, vehicle_id: int, day: date) -> list[int]:
    """Return the ids of a vehicle's work orders of one day, the oldest first."""
    rows = database.execute_sql(
        "SELECT id FROM work_order WHERE vehicle_id = ? AND date = ? AND removed_at IS NULL ORDER BY id",
        (vehicle_id, day.isoformat()),
    ).fetchall()
    return [row[0] for row in rows]


def list_mechanics(database: Database) -> list[Mechanic]:
    """Return the mechanics by name, those who left the shop last."""
    rows = database.execute_sql(
        "SELECT id, name, active FROM mechanic ORDER BY active DESC, name_key"
    ).fetchall()
    return [Mechanic(row[0], row[1], bool(row[2])) for row in rows]


def came_back(deed: Deed, vehicle_id: int, day: date) -> None:
    """Take back that a vehicle is gone (scrapped, moved away) when it came after that day."""
    (gone_on,) = deed.database.execute_sql(
        "SELECT gone_on FROM vehicle WHERE id = ?", (vehicle_id,)
    ).fetchone()
    if gone_on is not None and gone_on < day.isoformat():
        deed.edit("vehicle", vehicle_id, gone_on=None)
        deed.vehicle_ids.add(vehicle_id)
