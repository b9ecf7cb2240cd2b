"""Kilometres of a book that no vehicle can have driven: a digit too many, or too few."""

from datetime import date

from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.db.exchange.imports import Known
from bengkel_crm.trade.odometers import believable
from bengkel_crm.workshop.exchange.rows.entries import BookVisit, CellDoubt, DoubtKind, Readings
from bengkel_crm.workshop.exchange.tables.profiles import text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole


def doubt_leaps(readings: Readings, known: Known, check: Check | None = None) -> None:
    """Tell as doubtful each reading that does not fit the vehicle's others, in book and shop file.

    All are taken.

    Raises:
        Cancelled: `check`, which is asked meanwhile, raised it.
    """
    by_plate: dict[str, list[BookVisit]] = {}
    for visit in readings.visits:
        if visit.odometer_km is not None:
            by_plate.setdefault(visit.plate_key, []).append(visit)
    for plate_key, visits in asking(by_plate.items(), check):
        read = [(visit.date, visit.odometer_km or 0) for visit in visits]
        believed = set(believable(list({*read, *_kept(known, plate_key)})))
        for visit, reading in zip(visits, read, strict=True):
            if reading not in believed:
                _doubt(readings, visit)


def _kept(known: Known, plate_key: str) -> list[tuple[date, int]]:
    """Return what the shop file has of a vehicle's kilometres."""
    vehicle = known.vehicles.get(plate_key)
    return [
        (date.fromisoformat(order.date), order.odometer_km)
        for order in (() if vehicle is None else known.orders.get(vehicle.id, ()))
        if order.odometer_km is not None and not order.in_bin
    ]


def _doubt(readings: Readings, visit: BookVisit) -> None:
    sheet, row = visit.sheet, visit.row
    for table in readings.tables:
        if table.sheet.name == sheet and table.first <= row <= table.last:
            place = table.place(ColumnRole.ODOMETER)
            cells = table.sheet.rows[row - 1]
            told = str(visit.odometer_km) if place is None else text_of(cells[place])
            readings.doubts.append(CellDoubt(sheet, row, DoubtKind.LEAP, told, place))
            return
