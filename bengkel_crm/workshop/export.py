"""Taking everything to Excel: one workbook, a sheet a list."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bengkel_crm.db import exports
from bengkel_crm.db.connection import Database
from bengkel_crm.i18n import translate
from bengkel_crm.plates import format_plate
from bengkel_crm.reports.list_workbook import Kind, Report, Sheet, SheetColumn, write_workbook

_SHEETS: Mapping[str, Callable[[], str]] = {
    "customer": lambda: translate("Export", "Customers"),
    "vehicle": lambda: translate("Export", "Vehicles"),
    "ownership": lambda: translate("Export", "Owners"),
    "old_plate": lambda: translate("Export", "Old plates"),
    "work_order": lambda: translate("Export", "Work orders"),
    "work_order_line": lambda: translate("Export", "Work order lines"),
    "note": lambda: translate("Export", "Notes"),
    "contact": lambda: translate("Export", "Contacts"),
    "reminder": lambda: translate("Export", "Reminders"),
    "product": lambda: translate("Export", "Products"),
    "mechanic": lambda: translate("Export", "Mechanics"),
    "job_interval": lambda: translate("Export", "Job intervals"),
}
_TITLES: Mapping[str, Callable[[], str]] = {
    "id": lambda: translate("Export", "ID"),
    "name": lambda: translate("Export", "Name"),
    "honorific": lambda: translate("Export", "Form of address"),
    "kind": lambda: translate("Export", "Kind"),
    "phones": lambda: translate("Export", "Phones"),
    "contact_person": lambda: translate("Export", "Contact person"),
    "address": lambda: translate("Export", "Address"),
    "no_contact_since": lambda: translate("Export", "No contact since"),
    "promotion_consent_on": lambda: translate("Export", "Consent to promotion"),
    "plate": lambda: translate("Export", "Plate"),
    "present_plate": lambda: translate("Export", "Present plate"),
    "brand": lambda: translate("Export", "Brand"),
    "model": lambda: translate("Export", "Model"),
    "year": lambda: translate("Export", "Year"),
    "color": lambda: translate("Export", "Colour"),
    "owner": lambda: translate("Export", "Owner"),
    "work_order_count": lambda: translate("Export", "Visits"),
    "last_on": lambda: translate("Export", "Last visit"),
    "last_odometer_km": lambda: translate("Export", "Last km"),
    "oil_name": lambda: translate("Export", "Engine oil"),
    "oil": lambda: translate("Export", "Engine oil"),
    "mechanic": lambda: translate("Export", "Mechanic"),
    "next_due_by": lambda: translate("Export", "Next due"),
    "next_due_km": lambda: translate("Export", "Next due km"),
    "sold_on": lambda: translate("Export", "Sold on"),
    "gone_on": lambda: translate("Export", "Gone since"),
    "stnk_tax_on": lambda: translate("Export", "STNK tax"),
    "plate_expires_on": lambda: translate("Export", "Plate valid until"),
    "since": lambda: translate("Export", "Since"),
    "until": lambda: translate("Export", "Until"),
    "number": lambda: translate("Export", "Number"),
    "date": lambda: translate("Export", "Date"),
    "odometer_km": lambda: translate("Export", "Km"),
    "symptom": lambda: translate("Export", "Symptom"),
    "jobs": lambda: translate("Export", "Jobs"),
    "total_rupiah": lambda: translate("Export", "Total"),
    "status": lambda: translate("Export", "Status"),
    "remark": lambda: translate("Export", "Remark"),
    "text": lambda: translate("Export", "Text"),
    "category": lambda: translate("Export", "Category"),
    "job_kind": lambda: translate("Export", "Job kind"),
    "quantity": lambda: translate("Export", "Quantity"),
    "price_rupiah": lambda: translate("Export", "Price"),
    "position": lambda: translate("Export", "Position"),
    "written_on": lambda: translate("Export", "Written on"),
    "at": lambda: translate("Export", "When"),
    "channel": lambda: translate("Export", "Channel"),
    "direction": lambda: translate("Export", "Direction"),
    "content": lambda: translate("Export", "Content"),
    "outcome": lambda: translate("Export", "Outcome"),
    "outcome_at": lambda: translate("Export", "Outcome noted"),
    "snooze_until": lambda: translate("Export", "Put off until"),
    "sent_on": lambda: translate("Export", "Sent on"),
    "subject": lambda: translate("Export", "Subject"),
    "due_by": lambda: translate("Export", "Due by"),
    "active": lambda: translate("Export", "Works here"),
    "code": lambda: translate("Export", "Code"),
    "vehicle_kind": lambda: translate("Export", "Kind of vehicle"),
    "months": lambda: translate("Export", "Months"),
    "km": lambda: translate("Export", "Km interval"),
    "vehicle_id": lambda: translate("Export", "Vehicle ID"),
    "customer_id": lambda: translate("Export", "Customer ID"),
    "work_order_id": lambda: translate("Export", "Work order ID"),
    "contact_id": lambda: translate("Export", "Contact ID"),
}
_DAYS = frozenset(
    {
        "no_contact_since",
        "promotion_consent_on",
        "last_on",
        "next_due_by",
        "sold_on",
        "gone_on",
        "stnk_tax_on",
        "plate_expires_on",
        "since",
        "until",
        "date",
        "written_on",
        "snooze_until",
        "sent_on",
        "due_by",
    }
)
_MOMENTS = frozenset({"at", "outcome_at"})
_RUPIAH = frozenset({"total_rupiah", "price_rupiah"})
_IDS = frozenset({"id", "year", "vehicle_id", "customer_id", "work_order_id", "contact_id"})
_NUMBERS = frozenset(
    {
        "work_order_count",
        "last_odometer_km",
        "next_due_km",
        "odometer_km",
        "quantity",
        "position",
        "months",
        "km",
        "active",
    }
)
_TOTALLED = frozenset({"total_rupiah"})
_WIDE = {
    "name": 28,
    "owner": 28,
    "address": 32,
    "jobs": 48,
    "text": 36,
    "content": 48,
    "phones": 26,
    "symptom": 28,
}
_PLATES = frozenset({"plate", "present_plate"})


def _column(name: str) -> SheetColumn:
    kind = Kind.PLAIN
    if name in _DAYS:
        kind = Kind.DAY
    elif name in _MOMENTS:
        kind = Kind.MOMENT
    elif name in _RUPIAH:
        kind = Kind.RUPIAH
    elif name in _IDS:
        kind = Kind.ID
    elif name in _NUMBERS:
        kind = Kind.NUMBER
    return SheetColumn(_TITLES[name](), kind, _WIDE.get(name, 14), name in _TOTALLED)


def _reader(name: str) -> Callable[[Any], Any] | None:
    """Return what turns a stored value into a cell's, or None where it is one already."""
    if name in _DAYS:
        return date.fromisoformat
    if name in _MOMENTS:
        return datetime.fromisoformat
    return format_plate if name in _PLATES else None


def _cells(listing: exports.Listing) -> Iterator[list[Any]]:
    readers = [
        (place, reader) for place, name in enumerate(listing.columns) if (reader := _reader(name)) is not None
    ]
    for row in listing.rows:
        cells = list(row)
        for place, reader in readers:
            if cells[place] is not None:
                cells[place] = reader(cells[place])
        yield cells


def export_everything(database: Database, path: Path, report: Report) -> None:
    """Write every list of the shop to one workbook, a sheet each, titles in the chosen language.

    Raises:
        DiskFull, ReadOnlyPlace, FileBusy, StorageFailed: whatever stood at `path` is untouched.
        Cancelled: `report` raised it; likewise.
    """
    listings = [exports.open_listing(database, table) for table in exports.TABLES]
    sheets = [
        Sheet(
            _SHEETS[listing.table](),
            [_column(name) for name in listing.columns],
            listing.count,
            _cells(listing),
        )
        for listing in listings
    ]
    write_workbook(path, sheets, report, translate("Export", "Total"))
