"""The lists whole, in their order: ids first, then all that is shown of them, block by block."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.paging import Check, PagePlan, read_every_id, watched
from bengkel_crm.db.vehicles import vehicle_lists
from bengkel_crm.db.work_orders import work_order_lists
from bengkel_crm.records.lists import VehicleQuery, VehicleRow, WorkOrderQuery, WorkOrderRow

R = TypeVar("R")
_BLOCK_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class Listed(Generic[R]):
    """All rows of a list; they are read as they are walked, once and on this thread."""

    count: int
    rows: Iterator[R]


def every_vehicle(database: Database, query: VehicleQuery, check: Check | None) -> Listed[VehicleRow]:
    """Return all vehicles of a query in the order asked.

    Raises:
        ExpectedError: what `check` raised.
    """
    return _every(database, lambda: vehicle_lists.plan_of(database, query), vehicle_lists.rows_of, check)


def every_work_order(database: Database, query: WorkOrderQuery, check: Check | None) -> Listed[WorkOrderRow]:
    """Return all work orders of a query in the order asked.

    Raises:
        ExpectedError: what `check` raised.
    """
    return _every(
        database, lambda: work_order_lists.plan_of(database, query), work_order_lists.rows_of, check
    )


def _every(
    database: Database,
    plan: Callable[[], PagePlan],
    rows_of: Callable[[Database, Sequence[int]], list[R]],
    check: Check | None,
) -> Listed[R]:
    with watched(database, check):
        ids = read_every_id(database, plan())

    def rows() -> Iterator[R]:
        for start in range(0, len(ids), _BLOCK_ROWS):
            yield from rows_of(database, ids[start : start + _BLOCK_ROWS])

    return Listed(len(ids), rows())
