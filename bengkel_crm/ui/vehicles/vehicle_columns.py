"""The columns of the customers-and-vehicles list; their keys are what the list can be sorted by."""

from datetime import date
from functools import lru_cache

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.exports import Kind
from bengkel_crm.records.lists import VehicleRow, VehicleSort
from bengkel_crm.trade.phones import format_phone, read_phones
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.lists.table_model import NOTHING, Align, ListColumn, SheetCell
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.words.dues import SOON_DAYS, due_words

# What a small screen does without, the first of it first; the card says it.
NARROW_WITHOUT = ("mechanic", "oil", "odometer", "vehicle", "last_visit")


@lru_cache(maxsize=4096)
def _phone_words(phone: str) -> str:
    """Return a phone for the eye; kept, because a row is drawn again and again."""
    phones = read_phones(phone)
    return format_phone(phones[0]) if phones else phone


def _phone(row: VehicleRow) -> str:
    return NOTHING if row.phone is None else _phone_words(row.phone)


def _sheet_phone(row: VehicleRow) -> str | None:
    """Return what the screen shows, or what was typed where that could not be read."""
    if row.phone is None:
        return None
    words = _phone_words(row.phone)
    return row.phone if words == NOTHING else words


def _day(day: date | None) -> str:
    return NOTHING if day is None else i18n.format_date(day)


def due_tone(row: VehicleRow) -> Tone | None:
    """Return how urgent the next visit is, None where no colour is wanted."""
    if row.next_due_by is None:
        return None
    days = (row.next_due_by - today().day()).days
    return Tone.BAD if days < 0 else Tone.WARN if days <= SOON_DAYS else None


def _due(row: VehicleRow) -> str:
    return _day(row.next_due_by) if due_tone(row) is None else due_words(row.next_due_by, today().day())


def columns() -> tuple[ListColumn[VehicleRow], ...]:
    return (
        ListColumn(
            VehicleSort.PLATE.value,
            lambda: translate("VehicleList", "Plate"),
            lambda row: row.plate,
            lambda row: format_plate(row.plate),
            width=142,
            cells=(SheetCell(lambda row: format_plate(row.plate)),),
        ),
        ListColumn(
            VehicleSort.OWNER.value,
            lambda: translate("VehicleList", "Owner"),
            lambda row: row.owner,
            lambda row: row.owner or NOTHING,
            stretch=True,
            cells=(SheetCell(lambda row: row.owner),),
        ),
        ListColumn(
            "phone",
            lambda: translate("VehicleList", "Phone"),
            lambda row: row.phone,
            _phone,
            width=150,
            tabular=True,
            sortable=False,
            cells=(SheetCell(_sheet_phone),),
        ),
        ListColumn(
            VehicleSort.VEHICLE.value,
            lambda: translate("VehicleList", "Vehicle"),
            lambda row: row.vehicle,
            lambda row: row.vehicle or NOTHING,
            width=150,
            cells=(SheetCell(lambda row: row.vehicle or None),),
        ),
        ListColumn(
            VehicleSort.YEAR.value,
            lambda: translate("VehicleList", "Year"),
            lambda row: row.year,
            lambda row: NOTHING if row.year is None else str(row.year),
            width=70,
            tabular=True,
            shown=False,
            cells=(SheetCell(lambda row: row.year, Kind.ID),),
        ),
        ListColumn(
            VehicleSort.LAST_VISIT.value,
            lambda: translate("VehicleList", "Last visit"),
            lambda row: row.last_on,
            lambda row: _day(row.last_on),
            width=128,
            tabular=True,
            cells=(SheetCell(lambda row: row.last_on, Kind.DAY),),
        ),
        ListColumn(
            VehicleSort.ODOMETER.value,
            lambda: translate("VehicleList", "KM"),
            lambda row: row.last_odometer_km,
            lambda row: NOTHING if row.last_odometer_km is None else i18n.format_number(row.last_odometer_km),
            align=Align.RIGHT,
            width=84,
            tabular=True,
            cells=(SheetCell(lambda row: row.last_odometer_km, Kind.COUNT),),
        ),
        ListColumn(
            VehicleSort.OIL.value,
            lambda: translate("VehicleList", "Engine oil"),
            lambda row: row.oil,
            lambda row: row.oil or NOTHING,
            width=136,
            is_oil=True,
            cells=(SheetCell(lambda row: row.oil),),
        ),
        ListColumn(
            VehicleSort.MECHANIC.value,
            lambda: translate("VehicleList", "Mechanic"),
            lambda row: row.mechanic,
            lambda row: row.mechanic or NOTHING,
            width=90,
            cells=(SheetCell(lambda row: row.mechanic),),
        ),
        ListColumn(
            VehicleSort.NEXT_DUE.value,
            lambda: translate("VehicleList", "Next due"),
            lambda row: row.next_due_by,
            _due,
            width=150,
            tabular=True,
            cells=(SheetCell(lambda row: row.next_due_by, Kind.DAY),),
        ),
        ListColumn(
            VehicleSort.VISITS.value,
            lambda: translate("VehicleList", "Visits"),
            lambda row: row.work_order_count,
            lambda row: i18n.format_number(row.work_order_count),
            align=Align.RIGHT,
            width=86,
            tabular=True,
            shown=False,
            cells=(SheetCell(lambda row: row.work_order_count, Kind.COUNT, total=True),),
        ),
    )
