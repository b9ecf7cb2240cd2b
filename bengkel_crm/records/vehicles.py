"""Vehicles and their dates."""

from dataclasses import dataclass
from datetime import date

from bengkel_crm.trade.kinds import VehicleKind


@dataclass(frozen=True, slots=True)
class VehicleDates:
    """When a vehicle was sold or is gone; of `stnk_tax_on` day and month count, as the tax returns yearly."""

    sold_on: date | None = None
    gone_on: date | None = None
    stnk_tax_on: date | None = None
    plate_expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Vehicle:
    """`plate` is as written; `plate_key` is its canonical form."""

    id: int
    plate: str
    plate_key: str
    kind: VehicleKind
    brand: str | None
    model: str | None
    year: int | None
    color: str | None
    dates: VehicleDates = VehicleDates()


@dataclass(frozen=True, slots=True)
class VehicleDraft:
    """A vehicle as typed; None for `dates` leaves them as they are."""

    plate: str
    kind: VehicleKind | None = None
    brand: str | None = None
    model: str | None = None
    year: int | None = None
    color: str | None = None
    dates: VehicleDates | None = None
