"""A record is read from the row that was made of it."""

from datetime import date

from bengkel_crm.db.engine.record_rows import RecordRows
from bengkel_crm.records.vehicles import Vehicle, VehicleDates, VehicleDraft
from bengkel_crm.schema.fields import VERSIONED
from bengkel_crm.schema.tables import TABLES
from bengkel_crm.trade.kinds import VehicleKind

VEHICLES, DATES = RecordRows(Vehicle, "vehicle"), RecordRows(VehicleDates, "vehicle")


def test_days_and_kinds_come_back_as_what_they_were() -> None:
    dates = VehicleDates(sold_on=date(2026, 8, 1))
    vehicle = Vehicle(1, "B 1 A", "B1A", VehicleKind.CAR, "Honda", None, 2019, None, dates)
    kept = VEHICLES.values_of(vehicle)
    assert (kept["kind"], kept["brand"], kept["model"]) == ("car", "Honda", None)
    days = DATES.values_of(dates)
    assert days == {"sold_on": "2026-08-01", "gone_on": None, "stnk_tax_on": None, "plate_expires_on": None}
    assert VEHICLES.read(tuple(kept.values()), dates=DATES.read(tuple(days.values()))) == vehicle


def test_an_empty_text_is_nothing_where_nothing_may_stand() -> None:
    kept = RecordRows(VehicleDraft, "vehicle").values_of(VehicleDraft("", brand="", color=""))
    assert (kept["plate"], kept["brand"], kept["color"]) == ("", None, None)


def test_a_vehicle_is_read_with_every_field_that_its_record_and_its_table_share() -> None:
    names = {*VEHICLES.names, *DATES.names}
    assert set(TABLES["vehicle"].stored) - names - set(VERSIONED) == {"removed_at"}
    assert VEHICLES.columns("v").startswith("v.id, v.plate, ")
