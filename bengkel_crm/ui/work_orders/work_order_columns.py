"""The columns of the work order list; their keys are what the list can be sorted by."""

from functools import lru_cache

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.exports import Kind
from bengkel_crm.records.lists import WorkOrderRow, WorkOrderSort
from bengkel_crm.trade.kinds import WorkOrderStatus
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.lists.table_model import NOTHING, Align, ListColumn, SheetCell
from bengkel_crm.ui.look.tokens import Tone

# What a small screen does without, the first of it first; the card says it.
NARROW_WITHOUT = ("odometer", "oil", "vehicle", "status", "mechanic", "owner")


def status_words(status: WorkOrderStatus) -> str:
    """Return how far a work order is, in a word."""
    match status:
        case WorkOrderStatus.OPEN:
            return translate("WorkOrderList", "In work")
        case WorkOrderStatus.DONE:
            return translate("WorkOrderList", "Done")
        case WorkOrderStatus.PAID:
            return translate("WorkOrderList", "Paid")


@lru_cache
def _status_in(_: str, status: WorkOrderStatus) -> str:
    """Return a status in a language; kept, because a million rows may ask for three words."""
    return status_words(status)


def status_tone(row: WorkOrderRow) -> Tone | None:
    """Return WARN for what still waits in the shop, None where no colour is wanted."""
    return Tone.WARN if row.status is WorkOrderStatus.OPEN else None


def columns() -> tuple[ListColumn[WorkOrderRow], ...]:
    return (
        ListColumn(
            WorkOrderSort.DATE.value,
            lambda: translate("WorkOrderList", "Date"),
            lambda row: row.date,
            lambda row: i18n.format_date(row.date),
            width=120,
            tabular=True,
            cells=(SheetCell(lambda row: row.date, Kind.DAY),),
        ),
        ListColumn(
            WorkOrderSort.PLATE.value,
            lambda: translate("WorkOrderList", "Plate"),
            lambda row: row.plate,
            lambda row: format_plate(row.plate),
            width=142,
            cells=(SheetCell(lambda row: format_plate(row.plate)),),
        ),
        ListColumn(
            WorkOrderSort.OWNER.value,
            lambda: translate("WorkOrderList", "Owner"),
            lambda row: row.owner,
            lambda row: row.owner or NOTHING,
            width=144,
            cells=(SheetCell(lambda row: row.owner),),
        ),
        ListColumn(
            WorkOrderSort.VEHICLE.value,
            lambda: translate("WorkOrderList", "Vehicle"),
            lambda row: row.vehicle,
            lambda row: row.vehicle or NOTHING,
            width=150,
            shown=False,
            cells=(SheetCell(lambda row: row.vehicle or None),),
        ),
        ListColumn(
            "jobs",
            lambda: translate("WorkOrderList", "Work done"),
            lambda row: row.jobs,
            lambda row: row.jobs or NOTHING,
            stretch=True,
            sortable=False,
            cells=(SheetCell(lambda row: row.jobs or None),),
        ),
        ListColumn(
            WorkOrderSort.ODOMETER.value,
            lambda: translate("WorkOrderList", "KM"),
            lambda row: row.odometer_km,
            lambda row: NOTHING if row.odometer_km is None else i18n.format_number(row.odometer_km),
            align=Align.RIGHT,
            width=84,
            tabular=True,
            cells=(SheetCell(lambda row: row.odometer_km, Kind.COUNT),),
        ),
        ListColumn(
            WorkOrderSort.OIL.value,
            lambda: translate("WorkOrderList", "Engine oil"),
            lambda row: row.oil,
            lambda row: row.oil or NOTHING,
            width=140,
            is_oil=True,
            cells=(SheetCell(lambda row: row.oil),),
        ),
        ListColumn(
            WorkOrderSort.MECHANIC.value,
            lambda: translate("WorkOrderList", "Mechanic"),
            lambda row: row.mechanic,
            lambda row: row.mechanic or NOTHING,
            width=90,
            cells=(SheetCell(lambda row: row.mechanic),),
        ),
        ListColumn(
            WorkOrderSort.TOTAL.value,
            lambda: translate("WorkOrderList", "Amount"),
            lambda row: row.total_rupiah,
            lambda row: i18n.format_rupiah(row.total_rupiah),
            align=Align.RIGHT,
            width=120,
            tabular=True,
            cells=(SheetCell(lambda row: row.total_rupiah, Kind.RUPIAH, total=True),),
        ),
        ListColumn(
            "status",
            lambda: translate("WorkOrderList", "Status"),
            lambda row: row.status,
            lambda row: status_words(row.status),
            width=108,
            sortable=False,
            cells=(SheetCell(lambda row: _status_in(i18n.language(), row.status)),),
        ),
        ListColumn(
            WorkOrderSort.NUMBER.value,
            lambda: translate("WorkOrderList", "Number"),
            lambda row: row.number,
            lambda row: row.number,
            width=114,
            tabular=True,
            shown=False,
            cells=(SheetCell(lambda row: row.number),),
        ),
    )
