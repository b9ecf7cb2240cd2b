"""The shop's own intervals: what is due follows them, and nothing is left half done."""

from datetime import date

import pytest

from bengkel_crm.base import errors
from bengkel_crm.records.work_orders import JobKind
from bengkel_crm.trade.intervals import JobInterval
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.journal.undo import list_bin, restore_from_bin
from bengkel_crm.workshop.settings.job_kinds import (
    IntervalChange,
    list_job_kinds,
    set_intervals,
    shipped_intervals,
)
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import remove_vehicle
from tests.factories import make_vehicle, make_work_order

MOTOR, CAR = VehicleKind.MOTORCYCLE, VehicleKind.CAR


def kind(database: Database, code: str) -> JobKind:
    return next(kind for kind in list_job_kinds(database) if kind.code == code)


def oil(database: Database, months: int | None, km: int | None, on: VehicleKind = MOTOR) -> IntervalChange:
    return IntervalChange(kind(database, "engine_oil").id, JobInterval(on, months, km))


def due(database: Database, vehicle_id: int) -> list[tuple[str, date | None, int | None]]:
    card = find_card(database, vehicle_id)
    assert card is not None
    return [(job.job_kind, job.due_on, job.due_km) for job in card.due]


def with_oil(database: Database, on: VehicleKind = MOTOR) -> int:
    vehicle_id = make_vehicle(database, kind=on)
    make_work_order(database, vehicle_id, date(2026, 6, 1), oil="MPX2", odometer_km=10_000)
    return vehicle_id


def test_what_is_due_follows_the_new_interval(database: Database) -> None:
    motor = with_oil(database)
    assert due(database, motor) == [("Ganti oli mesin", date(2026, 8, 1), 12_000)]
    change = set_intervals(database, [oil(database, 3, 2500)])
    assert due(database, motor) == [("Ganti oli mesin", date(2026, 9, 1), 12_500)]
    assert (change.kind, change.touches_all) == ("intervals_changed", True)
    assert backup.check(database) == []


def test_an_interval_is_of_one_kind_of_vehicle(database: Database) -> None:
    car = with_oil(database, CAR)
    before = due(database, car)
    set_intervals(database, [oil(database, 1, 1000)])
    assert due(database, car) == before
    set_intervals(database, [oil(database, 12, None, CAR)])
    assert due(database, car) == [("Ganti oli mesin", date(2027, 6, 1), None)]
    assert backup.check(database) == []


def test_a_job_without_an_interval_is_never_due_and_one_given_an_interval_is(database: Database) -> None:
    motor = make_vehicle(database)
    make_work_order(database, motor, date(2026, 6, 1), jobs=("Ganti busi",), oil="MPX2", odometer_km=10_000)
    busi = kind(database, "spark_plug")
    set_intervals(
        database,
        [oil(database, None, None), IntervalChange(busi.id, JobInterval(MOTOR, None, 8_000))],
    )
    assert due(database, motor) == [("Ganti busi", None, 18_000)]
    assert kind(database, "engine_oil").intervals == tuple(
        interval for interval in shipped_intervals()["engine_oil"] if interval.vehicle_kind is CAR
    )
    assert backup.check(database) == []


def test_what_comes_back_from_the_bin_follows_too(database: Database) -> None:
    motor = with_oil(database)
    remove_vehicle(database, motor)
    set_intervals(database, [oil(database, 4, None)])
    restore_from_bin(database, list_bin(database)[0])
    assert due(database, motor) == [("Ganti oli mesin", date(2026, 10, 1), None)]
    assert backup.check(database) == []


def test_cancelled_half_way_nothing_is_written(database: Database) -> None:
    motors = [with_oil(database) for _ in range(3)]
    before = [due(database, motor) for motor in motors]
    intervals = kind(database, "engine_oil").intervals

    def enough(done: int, total: int) -> None:
        if done == total == 3:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        set_intervals(database, [oil(database, 9, None)], enough)
    assert [due(database, motor) for motor in motors] == before
    assert kind(database, "engine_oil").intervals == intervals
    assert backup.check(database) == []


@pytest.mark.parametrize(("months", "km"), [(0, None), (-1, None), (121, None), (None, 0), (None, 500_001)])
def test_a_number_nobody_means_is_refused(database: Database, months: int | None, km: int | None) -> None:
    before = list_job_kinds(database)
    with pytest.raises(errors.InvalidValue):
        set_intervals(database, [oil(database, 3, 2500), oil(database, months, km, CAR)])
    assert list_job_kinds(database) == before


def test_only_vehicles_that_had_the_work_done_are_worked_out(database: Database) -> None:
    with_oil(database)
    make_work_order(database, make_vehicle(database), jobs=("Ganti busi",))
    told: list[tuple[int, int]] = []
    set_intervals(database, [oil(database, 3, None)], lambda done, total: told.append((done, total)))
    assert told == [(0, 1), (1, 1)]
