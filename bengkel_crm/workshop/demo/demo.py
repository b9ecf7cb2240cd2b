"""A plausible shop to try the program on: the same one for the same seed and day."""

from datetime import date, datetime, time, timedelta
from random import Random

from bengkel_crm.base.progress import Progress, nobody_waits
from bengkel_crm.db.counter import search
from bengkel_crm.db.derived import vehicle_summary
from bengkel_crm.db.engine import bulk, search_table
from bengkel_crm.db.engine.bulk import BulkWriter
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.db.settings import settings
from bengkel_crm.db.vehicles.vehicles import list_plate_keys
from bengkel_crm.workshop.demo.demo_contacts import CONTACT_COLUMNS, write_contacts
from bengkel_crm.workshop.demo.demo_people import Member, Registrar
from bengkel_crm.workshop.demo.demo_visits import Catalogue, DemoCalendar
from bengkel_crm.workshop.settings.shop_details import ADDRESS, NAME, PHONE, WHATSAPP, read_shop

_YEARS = 8
_COLUMNS = {
    "customer": ("id", "name", "name_key", "honorific", "kind", "contact_person", "address"),
    "customer_phone": ("id", "customer_id", "position", "typed", "e164", "match_key"),
    "vehicle": (
        *("id", "plate", "plate_key", "kind", "brand", "model", "year", "color"),
        *("stnk_tax_on", "plate_expires_on"),
    ),
    "ownership": ("id", "vehicle_id", "customer_id", "since", "until"),
    "old_plate": ("id", "vehicle_id", "plate", "plate_key", "until"),
    "work_order": (
        *("id", "number", "vehicle_id", "customer_id", "date", "odometer_km", "symptom", "remark"),
        *("mechanic_id", "status", "total_rupiah", "jobs", "oil"),
    ),
    "work_order_line": (
        *("id", "work_order_id", "position", "kind", "text", "category", "job_kind_id", "product_id"),
        *("quantity", "price_rupiah"),
    ),
    "note": ("id", "vehicle_id", "text", "written_on"),
    **CONTACT_COLUMNS,
}
_VEHICLES_A_FIRM = 150
_REFRESHED_AT_ONCE = 2000
_SHOP = {
    NAME: "Bengkel Maju Jaya",
    ADDRESS: "Jl. Kaliurang Km 7 No. 21, Sleman",
    PHONE: "0274-592098",
    WHATSAPP: "0812-8834-1907",
}
_WHOLE, _PLAYED = 1000, 600


def fill_demo(
    database: Database,
    vehicles: int,
    seed: int,
    progress: Progress | None = None,
    *,
    today: date,
) -> None:
    """Add a shop of so many vehicles, eight years old today, to the file; about twelve visits a vehicle.

    `progress(done, total)` is called often and may raise to stop; then nothing was written.

    Raises:
        ShopFileError: nothing was written.
    """
    report = progress or nobody_waits
    random = Random(seed)
    with bulk.big_transaction(database):
        writer = BulkWriter(database, _COLUMNS)
        members = _members(database, random, writer, vehicles, today)
        report(0, _WHOLE)
        opening = members[0].joined
        days = max(1, today.toordinal() - opening)
        catalogue = Catalogue(Deed(database), _YEARS)
        calendar = DemoCalendar(random, writer, catalogue, members, today)
        with bulk.indexes_made_at_the_end(database, ("work_order", "work_order_line")):
            calendar.play(lambda day: report((day - opening) * _PLAYED // days, _WHOLE))
            writer.write()
        write_contacts(database, writer, calendar.recent, seed, catalogue.oil_change_id, today)
        writer.write()
        ids = [member.vehicle_id for member in members]
        for start in range(0, len(ids), _REFRESHED_AT_ONCE):
            report(_PLAYED + start * (_WHOLE - _PLAYED) // len(ids), _WHOLE)
            vehicle_summary.refresh(database, ids[start : start + _REFRESHED_AT_ONCE])
        search_table.merge(database)
        _name_shop(database)
        morning = datetime.combine(today, time(8))
        for place, vehicle_id in enumerate(calendar.lately):
            search.touch_opened(database, vehicle_id, morning + timedelta(minutes=7 * place))
    report(_WHOLE, _WHOLE)


def _members(
    database: Database, random: Random, writer: BulkWriter, vehicles: int, today: date
) -> list[Member]:
    """Write the customers and vehicles; return the vehicles in the order they came first."""
    taken = list_plate_keys(database)
    registrar = Registrar(random, writer, taken, 1 + vehicles // _VEHICLES_A_FIRM, today)
    known = registrar.join_known() if vehicles else None
    # More come every year: the root leans towards the present.
    span = _YEARS * 365
    ages = sorted(
        (int(span * (1 - random.random() ** 0.95)) for _ in range(vehicles - (known is not None))),
        reverse=True,
    )
    days = [today.toordinal() - age for age in ages]
    members = [registrar.join(day if day % 7 else day - 1) for day in days]
    return members if known is None else [*members, known]


def _name_shop(database: Database) -> None:
    """Give the shop what its papers say of it, unless it has a name already."""
    if read_shop(database).name:
        return
    settings.fill_in(database, _SHOP)
