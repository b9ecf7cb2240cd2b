"""What is kept of each vehicle equals what its work orders say, whatever was done to them."""

from datetime import date, timedelta
from random import Random

import pytest

from bengkel_crm.base import errors
from bengkel_crm.db.derived import checks, vehicle_summary
from bengkel_crm.db.reminders import due
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.backup import check, rebuild
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.work_orders.work_orders import preview_next_due, remove_work_order
from tests.clerk import Clerk, everything_in
from tests.factories import TODAY, draft_work_order, make_vehicle, make_work_order

# The same facts as db/derived/vehicle_summary.py keeps, asked of the work orders in one go and written
# independently of it.
_IN_ONE_QUESTION = """
WITH
visit AS (
    SELECT w.*, v.kind AS vehicle_kind, row_number() OVER back AS newest, row_number() OVER forth AS place
    FROM work_order w JOIN vehicle v ON v.id = w.vehicle_id AND v.removed_at IS NULL
    WHERE w.removed_at IS NULL
    WINDOW back AS (PARTITION BY w.vehicle_id ORDER BY w.date DESC, w.id DESC),
        forth AS (PARTITION BY w.vehicle_id ORDER BY w.date, w.id)
),
reading AS (
    SELECT vehicle_id, date, odometer_km AS km,
        row_number() OVER (PARTITION BY vehicle_id ORDER BY place DESC) AS newest,
        row_number() OVER by_km AS place, lag(odometer_km) OVER by_km AS before,
        lead(odometer_km) OVER by_km AS after
    FROM visit WHERE odometer_km IS NOT NULL
    WINDOW by_km AS (PARTITION BY vehicle_id ORDER BY date, odometer_km)
),
-- without a digit too many or too few between two that fit each other
sound AS (
    SELECT vehicle_id, date, km, place, after,
        lag(km) OVER so AS before, lag(date) OVER so AS day_before
    FROM reading
    WHERE before IS NULL OR after IS NULL OR before > after OR km BETWEEN before AND after
    WINDOW so AS (PARTITION BY vehicle_id ORDER BY place)
),
leap AS (
    SELECT *, coalesce(km - before > 1000 * max(1, julianday(date) - julianday(day_before)), 0) AS leaps
    FROM sound
),
believed AS (
    SELECT *, row_number() OVER (PARTITION BY vehicle_id ORDER BY place DESC) AS newest
    FROM leap WHERE NOT (leaps AND after IS NULL)
),
since_reset AS (
    SELECT r.* FROM believed r
    WHERE r.place >= (
        SELECT coalesce(max(place), 1) FROM believed b
        WHERE b.vehicle_id = r.vehicle_id AND (b.km < b.before OR b.leaps))
),
long_pace AS (
    SELECT vehicle_id,
        julianday(last_value(date) OVER whole) - julianday(first_value(date) OVER whole) AS days,
        (last_value(km) OVER whole - first_value(km) OVER whole) * 1.0
            / (julianday(last_value(date) OVER whole) - julianday(first_value(date) OVER whole)) AS rate
    FROM since_reset
    WINDOW whole AS (
        PARTITION BY vehicle_id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
),
pace AS (SELECT vehicle_id, rate FROM long_pace WHERE days >= 28 AND rate <= 1000),
last_done AS (
    SELECT DISTINCT o.vehicle_id, o.vehicle_kind, l.job_kind_id,
        first_value(o.date) OVER latest AS done_on, first_value(o.odometer_km) OVER latest AS kept_km
    FROM visit o JOIN work_order_line l ON l.work_order_id = o.id AND l.job_kind_id IS NOT NULL
    WINDOW latest AS (PARTITION BY o.vehicle_id, l.job_kind_id ORDER BY o.date DESC, o.id DESC)
),
done AS (
    SELECT *, (SELECT km FROM believed b
        WHERE b.vehicle_id = d.vehicle_id AND b.date = d.done_on AND b.km = d.kept_km) AS done_km
    FROM last_done d
),
falls AS (
    SELECT d.vehicle_id, d.job_kind_id, d.done_on, d.done_km, d.kept_km,
        CASE WHEN i.months IS NOT NULL THEN date(d.done_on, '+' || i.months || ' months', 'floor') END
            AS due_on,
        d.done_km + i.km AS due_km, r.date AS read_on, r.km AS read_km,
        CASE WHEN p.rate > 0 THEN (d.done_km + i.km - r.km) / p.rate END AS days
    FROM done d
    JOIN job_interval i ON i.job_kind_id = d.job_kind_id AND i.vehicle_kind = d.vehicle_kind
    LEFT JOIN believed r ON r.vehicle_id = d.vehicle_id AND r.newest = 1
    LEFT JOIN (SELECT DISTINCT * FROM pace) p ON p.vehicle_id = d.vehicle_id
),
reached AS (
    SELECT *, CASE
        WHEN due_km IS NULL OR read_km < done_km THEN NULL
        WHEN read_km >= due_km THEN read_on
        WHEN days <= 3650
            THEN date(read_on, '+' || (CAST(days AS INTEGER) + (days > CAST(days AS INTEGER))) || ' days')
        END AS reached_on
    FROM falls
),
due AS (
    SELECT vehicle_id, job_kind_id, done_on, kept_km AS done_km, due_on, due_km,
        CASE WHEN due_on IS NULL OR reached_on < due_on THEN reached_on ELSE due_on END AS due_by
    FROM reached WHERE due_on IS NOT NULL OR due_km IS NOT NULL
),
next AS (
    SELECT *, row_number() OVER (PARTITION BY vehicle_id ORDER BY due_by, job_kind_id) AS place
    FROM due WHERE due_by IS NOT NULL
),
worked AS (
    SELECT vehicle_id, mechanic_id, count(*) AS count, max(place) AS latest FROM (
        SELECT o.vehicle_id, o.place, o.mechanic_id FROM visit o WHERE o.mechanic_id IS NOT NULL
        UNION
        SELECT o.vehicle_id, o.place, l.mechanic_id
        FROM visit o JOIN work_order_line l ON l.work_order_id = o.id
        WHERE l.mechanic_id IS NOT NULL
    ) GROUP BY vehicle_id, mechanic_id
),
-- each visit with who pays for it: nobody known is the owner, unless somebody owned the vehicle before him
owner AS (SELECT vehicle_id, min(id) AS id, customer_id, since FROM ownership WHERE until IS NULL GROUP BY 1),
owned_before AS (SELECT DISTINCT vehicle_id FROM ownership WHERE until IS NOT NULL),
paid AS (
    SELECT visit.vehicle_id, visit.total_rupiah FROM visit
    LEFT JOIN owner ON owner.vehicle_id = visit.vehicle_id
    WHERE visit.customer_id = owner.customer_id
    OR (visit.customer_id IS NULL AND (owner.id IS NULL OR visit.date >= ifnull(owner.since, '')
        OR visit.vehicle_id NOT IN (SELECT vehicle_id FROM owned_before)))
),
most AS (
    SELECT *, rank() OVER (PARTITION BY vehicle_id ORDER BY count DESC, latest DESC) AS place FROM worked
)
"""
_SUMMARY = """
SELECT v.id, (SELECT count(*) FROM visit WHERE vehicle_id = v.id), last.id, last.date, last.odometer_km,
    r.date, r.km, p.rate, oil.oil, oil.date, oil.odometer_km,
    (SELECT count FROM most WHERE vehicle_id = v.id AND place = 1 LIMIT 1),
    next.job_kind_id, next.due_on, next.due_km, next.due_by,
    (SELECT coalesce(sum(total_rupiah), 0) FROM paid WHERE vehicle_id = v.id)
FROM vehicle v
LEFT JOIN visit last ON last.vehicle_id = v.id AND last.newest = 1
LEFT JOIN reading r ON r.vehicle_id = v.id AND r.newest = 1
LEFT JOIN (SELECT DISTINCT * FROM pace WHERE rate > 0) p ON p.vehicle_id = v.id
LEFT JOIN visit oil ON oil.id =
    (SELECT id FROM visit WHERE vehicle_id = v.id AND oil IS NOT NULL ORDER BY date DESC, id DESC LIMIT 1)
LEFT JOIN next ON next.vehicle_id = v.id AND next.place = 1
WHERE v.removed_at IS NULL ORDER BY v.id
"""
_KEPT = """
SELECT vehicle_id, work_order_count, last_work_order_id, last_on, last_odometer_km, reading_on, reading_km,
    km_per_day, oil_name, oil_on, oil_km, mechanic_count,
    next_job_kind_id, next_due_on, next_due_km, next_due_by, paid_rupiah
FROM vehicle_summary ORDER BY vehicle_id
"""
_DUE = "SELECT vehicle_id, job_kind_id, done_on, done_km, due_on, due_km, due_by FROM due ORDER BY 1, 2"
_KEPT_DUE = """
SELECT vehicle_id, job_kind_id, last_done_on, last_done_km, due_on, due_km, due_by FROM job_due ORDER BY 1, 2
"""
_NEXT = """
SELECT next.vehicle_id, v.plate, k.name, next.due_by FROM next
JOIN vehicle v ON v.id = next.vehicle_id JOIN job_kind k ON k.id = next.job_kind_id
WHERE next.place = 1 AND next.due_by <= ? ORDER BY next.due_by, next.vehicle_id
"""
_MECHANICS = """
SELECT s.vehicle_id FROM vehicle_summary s WHERE s.mechanic_id IS NOT NULL
AND NOT EXISTS
    (SELECT 1 FROM most WHERE vehicle_id = s.vehicle_id AND mechanic_id = s.mechanic_id AND place = 1)
"""


def _ask(database: Database, question: str, *values: object) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = database.execute_sql(_IN_ONE_QUESTION + question, values).fetchall()
    return rows


@pytest.mark.parametrize("seed", [11, 12])
def test_kept_rows_equal_one_great_question_after_500_random_deeds(database: Database, seed: int) -> None:
    # What is tested here is not the disk; without waiting for it many more deeds fit into a second.
    database.execute_sql("PRAGMA synchronous = OFF")
    clerk, random = Clerk(database, seed), Random(seed)
    for _ in range(500):
        if random.random() < 0.15:
            try:
                undo.undo_last(database)
            except errors.NothingToUndo:
                clerk.act()
        else:
            clerk.act()
    assert _ask(database, _SUMMARY) == database.execute_sql(_KEPT).fetchall()
    assert _ask(database, _DUE) == database.execute_sql(_KEPT_DUE).fetchall()
    assert _ask(database, _MECHANICS) == []
    last = date(2026, 12, 31)
    listed = [
        (row.vehicle_id, row.plate, row.job_kind, row.due_by.isoformat())
        for row in due.list_due(database, date(1900, 1, 1), last)
    ]
    assert listed == _ask(database, _NEXT, last.isoformat())
    assert len(listed) > 10
    assert check(database) == []


def test_rebuilding_changes_nothing_that_was_kept_right(database: Database) -> None:
    database.execute_sql("PRAGMA synchronous = OFF")
    clerk = Clerk(database, 5)
    for _ in range(60):
        clerk.act()
    before = everything_in(database)
    rebuild(database)
    assert everything_in(database) == before


def test_rebuilding_mends_what_was_spoiled(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    make_work_order(database, vehicle_id, oil="MPX2", odometer_km=1000)
    before = everything_in(database)
    database.execute_sql("UPDATE vehicle_summary SET oil_name = 'AX7', work_order_count = 9")
    database.execute_sql("DELETE FROM job_due")
    assert {fault.what for fault in check(database)} == {"summary", "due"}
    rebuild(database)
    assert check(database) == []
    assert everything_in(database) == before


def test_a_check_finds_a_vehicle_the_search_has_lost(database: Database) -> None:
    make_vehicle(database)
    (place,) = database.execute_sql("SELECT search_place FROM vehicle_summary").fetchone()
    database.execute_sql("DELETE FROM vehicle_search WHERE rowid = ?", (place,))
    assert [fault.what for fault in check(database)] == ["search"]


def test_a_check_finds_what_points_nowhere(database: Database) -> None:
    make_work_order(database, make_vehicle(database))
    database.execute_sql("PRAGMA foreign_keys = OFF")
    database.execute_sql("UPDATE work_order_line SET work_order_id = 99")
    assert "foreign_key" in {fault.what for fault in checks.find_faults(database)}


def test_the_last_engine_oil_is_the_one_really_used_last(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    make_work_order(database, vehicle_id, on=date(2026, 1, 5), oil="MPX2", odometer_km=1000)
    make_work_order(database, vehicle_id, on=date(2026, 3, 5), jobs=["Servis ringan"], odometer_km=3000)
    make_work_order(database, vehicle_id, on=date(2026, 4, 5), parts=["OLI GARDAN AHM"], odometer_km=4000)
    card = find_card(database, vehicle_id)
    assert card is not None
    assert card.oil is not None
    assert (card.oil.name, card.oil.date, card.oil.odometer_km) == ("MPX2", date(2026, 1, 5), 1000)


def test_a_visit_written_down_late_does_not_become_the_last_one(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    newest = make_work_order(database, vehicle_id, on=date(2026, 5, 1), oil="AX7", odometer_km=5000)
    make_work_order(database, vehicle_id, on=date(2026, 4, 1), oil="MPX2", odometer_km=4000)
    card = find_card(database, vehicle_id)
    assert card is not None
    assert card.last_work_order is not None
    assert card.oil is not None
    assert (card.last_work_order.id, card.oil.name) == (newest, "AX7")


def test_the_regular_mechanic_is_counted_by_visit_and_the_latest_wins_a_tie(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    for month, mechanic in enumerate(("Budi", "Slamet", "Budi", "Slamet"), 1):
        make_work_order(
            database, vehicle_id, on=date(2026, month, 1), mechanic=mechanic, parts=["BUSI", "AKI"]
        )
    card = find_card(database, vehicle_id)
    assert card is not None
    assert card.mechanic is not None
    assert (card.mechanic.name, card.mechanic.count, card.mechanic.of) == ("Slamet", 2, 4)


def test_removing_the_last_visit_brings_back_the_one_before(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    make_work_order(database, vehicle_id, on=date(2026, 1, 5), oil="MPX2", odometer_km=1000)
    before = find_card(database, vehicle_id)
    order_id = make_work_order(database, vehicle_id, on=date(2026, 3, 5), oil="AX7", odometer_km=3000)
    assert find_card(database, vehicle_id) != before
    remove_work_order(database, order_id)
    assert find_card(database, vehicle_id) == before


def test_a_vehicle_without_visits_has_an_empty_summary(database: Database) -> None:
    card = find_card(database, make_vehicle(database))
    assert card is not None
    assert (card.last_work_order, card.oil, card.mechanic, card.due, card.history_count) == (
        None,
        None,
        None,
        (),
        0,
    )


@pytest.mark.parametrize("kind", list(VehicleKind))
def test_what_the_form_foretells_is_what_saving_gives(database: Database, kind: VehicleKind) -> None:
    vehicle_id = make_vehicle(database, kind=kind)
    make_work_order(database, vehicle_id, on=TODAY - timedelta(days=100), oil="MPX2", odometer_km=9000)
    draft = draft_work_order(vehicle_id, on=TODAY, jobs=["Servis ringan"], oil="AX7", odometer_km=12_000)
    foretold = preview_next_due(database, draft)
    order_id = make_work_order(
        database, vehicle_id, on=TODAY, jobs=["Servis ringan"], oil="AX7", odometer_km=12_000
    )
    card = find_card(database, vehicle_id)
    assert card is not None
    assert card.due == foretold
    # Editing a visit foretells without counting it twice.
    assert preview_next_due(database, draft, replacing=order_id) == foretold


def test_computing_says_nothing_of_vehicles_in_the_bin(database: Database) -> None:
    assert list(vehicle_summary.compute(database, [1, 2, 3])) == []
