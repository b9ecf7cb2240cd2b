"""The lists over everything: vehicles with their owners, and work orders, a page at a time."""

from collections.abc import Callable

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.settings import job_kinds
from bengkel_crm.db.vehicles import vehicle_lists
from bengkel_crm.db.work_orders import work_order_lists
from bengkel_crm.records.lists import (
    PageMark,
    RowPage,
    VehicleQuery,
    VehicleRow,
    WorkOrderQuery,
    WorkOrderRow,
)
from bengkel_crm.records.work_orders import JobKind

PAGE_ROWS = 200

# Called now and then while a read lasts; an ExpectedError it raises (TookTooLong, Cancelled) ends the read.
Check = Callable[[], None]


def page_of_vehicles(
    database: Database,
    query: VehicleQuery,
    after: PageMark | None = None,
    limit: int = PAGE_ROWS,
    check: Check | None = None,
) -> RowPage[VehicleRow]:
    """Return at most `limit` vehicles in the order asked that follow `after`.

    Those that have no value to be ordered by come last, whichever way the list is turned.

    Raises:
        ExpectedError: what `check` raised.
    """
    return vehicle_lists.page_of_vehicles(database, query, after, limit, check)


def count_of_vehicles(database: Database, query: VehicleQuery, check: Check | None = None) -> int:
    """Return how many vehicles a query finds.

    Raises:
        ExpectedError: what `check` raised.
    """
    return vehicle_lists.count_vehicles(database, query, check)


def page_of_work_orders(
    database: Database,
    query: WorkOrderQuery,
    after: PageMark | None = None,
    limit: int = PAGE_ROWS,
    check: Check | None = None,
) -> RowPage[WorkOrderRow]:
    """Return at most `limit` work orders in the order asked that follow `after`.

    Those that have no value to be ordered by come last, whichever way the list is turned.

    Raises:
        ExpectedError: what `check` raised.
    """
    return work_order_lists.page_of_work_orders(database, query, after, limit, check)


def count_of_work_orders(database: Database, query: WorkOrderQuery, check: Check | None = None) -> int:
    """Return how many work orders a query finds.

    Raises:
        ExpectedError: what `check` raised.
    """
    return work_order_lists.count_work_orders(database, query, check)


def list_brands(database: Database) -> list[str]:
    """Return the brands the shop knows, the commonest first."""
    return vehicle_lists.list_brands(database)


def list_job_kinds(database: Database) -> tuple[JobKind, ...]:
    """Return the job kinds in the shop's order."""
    return job_kinds.list_job_kinds(database)
