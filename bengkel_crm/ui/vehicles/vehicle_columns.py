"""The columns of the customers-and-vehicles list; their keys are what the list can be sorted by."""

from functools import lru_cache

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.exports import Kind
from bengkel_crm.records.lists import VehicleRow
from bengkel_crm.trade.phones import format_phone, read_phones
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.lists.columns import COUNT, DAY, DIGITS, NOTHING, OIL, PLATE, ListColumn, SheetCell
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


def due_tone(row: VehicleRow) -> Tone | None:
    """Return how urgent the next visit is, None where no colour is wanted."""
    if row.next_due_by is None:
        return None
    days = (row.next_due_by - today().day()).days
    return Tone.BAD if days < 0 else Tone.WARN if days <= SOON_DAYS else None


def _due(row: VehicleRow) -> str:
    if row.next_due_by is None:
        return NOTHING
    if due_tone(row) is None:
        return i18n.format_date(row.next_due_by)
    return due_words(row.next_due_by, today().day())


COLUMNS: tuple[ListColumn[VehicleRow], ...] = (
    ListColumn("plate", lambda: translate("VehicleList", "Plate"), lambda row: row.plate, PLATE, width=142),
    ListColumn("owner", lambda: translate("VehicleList", "Owner"), lambda row: row.owner, stretch=True),
    ListColumn(
        "phone",
        lambda: translate("VehicleList", "Phone"),
        lambda row: row.phone,
        DIGITS,
        _phone,
        width=150,
        sortable=False,
        cells=(SheetCell(_sheet_phone),),
    ),
    ListColumn("vehicle", lambda: translate("VehicleList", "Vehicle"), lambda row: row.vehicle, width=150),
    ListColumn(
        "year",
        lambda: translate("VehicleList", "Year"),
        lambda row: row.year,
        DIGITS,
        width=70,
        shown=False,
        cells=(SheetCell(lambda row: row.year, Kind.ID),),
    ),
    ListColumn(
        "last_visit", lambda: translate("VehicleList", "Last visit"), lambda row: row.last_on, DAY, width=128
    ),
    ListColumn(
        "odometer", lambda: translate("VehicleList", "KM"), lambda row: row.last_odometer_km, COUNT, width=84
    ),
    ListColumn("oil", lambda: translate("VehicleList", "Engine oil"), lambda row: row.oil, OIL, width=136),
    ListColumn("mechanic", lambda: translate("VehicleList", "Mechanic"), lambda row: row.mechanic, width=90),
    ListColumn(
        "next_due",
        lambda: translate("VehicleList", "Next due"),
        lambda row: row.next_due_by,
        DAY,
        _due,
        width=150,
        tone=due_tone,
    ),
    ListColumn(
        "visits",
        lambda: translate("VehicleList", "Visits"),
        lambda row: row.work_order_count,
        COUNT,
        width=86,
        shown=False,
        total=True,
    ),
)
