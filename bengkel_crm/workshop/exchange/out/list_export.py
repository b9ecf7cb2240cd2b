"""A list as it is shown, as a workbook or as CSV: all its rows, in its order, with the columns asked for."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from bengkel_crm.base.i18n import translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.db.engine.connection import Database, own_connection
from bengkel_crm.db.exchange import list_exports
from bengkel_crm.records.exports import ListLayout, Target
from bengkel_crm.records.lists import VehicleQuery, VehicleRow, WorkOrderQuery, WorkOrderRow
from bengkel_crm.workshop.exchange.out.export_log import record_export

R = TypeVar("R")
_CSV = ".csv"


def export_vehicles(
    database: Database,
    query: VehicleQuery,
    layout: ListLayout[VehicleRow],
    target: Target,
    progress: Progress,
) -> int:
    """Write every vehicle of a query, log it, and return how many there were.

    Raises:
        ShopFileError, OpenElsewhere among them: whatever stood at the target is untouched.
        Cancelled: `progress` raised it; likewise.
    """
    with _one_moment(database):
        found = list_exports.every_vehicle(database, query, lambda: progress(0, 1))
        rows = _write(layout, found.rows, found.count, target, progress)
    return _logged(database, layout, target, rows)


def export_work_orders(
    database: Database,
    query: WorkOrderQuery,
    layout: ListLayout[WorkOrderRow],
    target: Target,
    progress: Progress,
) -> int:
    """Write every work order of a query, log it, and return how many there were.

    Raises:
        ShopFileError, Cancelled: as `export_vehicles`.
    """
    with _one_moment(database):
        found = list_exports.every_work_order(database, query, lambda: progress(0, 1))
        rows = _write(layout, found.rows, found.count, target, progress)
    return _logged(database, layout, target, rows)


def export_records(
    database: Database, records: Sequence[R], layout: ListLayout[R], target: Target, progress: Progress
) -> int:
    """Write these records in their order, log it, and return how many there were.

    Raises:
        ShopFileError, Cancelled: as `export_vehicles`.
    """
    rows = _write(layout, records, len(records), target, progress)
    return _logged(database, layout, target, rows)


@contextmanager
def _one_moment(database: Database) -> Iterator[None]:
    """See the file as it is now, whatever is saved while a long list is written."""
    with own_connection(database), database.atomic():
        yield


def _write(
    layout: ListLayout[R], records: Iterable[R], count: int, target: Target, progress: Progress
) -> int:
    # Imported here because pages name what saves them: a window must not wait for the writer.
    from bengkel_crm.reports.workbooks_out.list_workbook import Sheet, write_csv, write_workbook

    sheet = Sheet(layout.title, layout.columns, count, map(layout.cells, records))
    if target.path.suffix.lower() == _CSV:
        return write_csv(target.path, sheet, progress)
    return write_workbook(target.path, [sheet], progress, translate("Export", "Total"))


def _logged(database: Database, layout: ListLayout[R], target: Target, rows: int) -> int:
    with own_connection(database):
        record_export(database, layout.what, target.path, rows, target.at)
    return rows
