"""The columns of the work order list; their keys are what the list can be sorted by."""

from functools import lru_cache

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.lists import WorkOrderRow
from bengkel_crm.trade.kinds import WorkOrderStatus
from bengkel_crm.ui.lists.columns import COUNT, DAY, DIGITS, OIL, PLATE, RUPIAH, ListColumn
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


def _status_tone(row: WorkOrderRow) -> Tone | None:
    """Return WARN for what still waits in the shop, None where no colour is wanted."""
    return Tone.WARN if row.status is WorkOrderStatus.OPEN else None


COLUMNS: tuple[ListColumn[WorkOrderRow], ...] = (
    ListColumn("date", lambda: translate("WorkOrderList", "Date"), lambda row: row.date, DAY),
    ListColumn("plate", lambda: translate("WorkOrderList", "Plate"), lambda row: row.plate, PLATE, width=142),
    ListColumn("owner", lambda: translate("WorkOrderList", "Owner"), lambda row: row.owner, width=144),
    ListColumn(
        "vehicle",
        lambda: translate("WorkOrderList", "Vehicle"),
        lambda row: row.vehicle,
        width=150,
        shown=False,
    ),
    ListColumn(
        "jobs",
        lambda: translate("WorkOrderList", "Work done"),
        lambda row: row.jobs,
        stretch=True,
        sortable=False,
    ),
    ListColumn(
        "odometer", lambda: translate("WorkOrderList", "KM"), lambda row: row.odometer_km, COUNT, width=84
    ),
    ListColumn("oil", lambda: translate("WorkOrderList", "Engine oil"), lambda row: row.oil, OIL, width=140),
    ListColumn(
        "mechanic", lambda: translate("WorkOrderList", "Mechanic"), lambda row: row.mechanic, width=90
    ),
    ListColumn(
        "total",
        lambda: translate("WorkOrderList", "Amount"),
        lambda row: row.total_rupiah,
        RUPIAH,
        total=True,
    ),
    ListColumn(
        "status",
        lambda: translate("WorkOrderList", "Status"),
        lambda row: row.status,
        words=lambda row: _status_in(i18n.language(), row.status),
        width=108,
        sortable=False,
        tone=_status_tone,
    ),
    ListColumn(
        "number",
        lambda: translate("WorkOrderList", "Number"),
        lambda row: row.number,
        DIGITS,
        width=114,
        shown=False,
    ),
)
