"""The sample shop: the same for the same seed, plausible, and nothing the program itself would not write."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bengkel_crm.base.errors import Cancelled
from bengkel_crm.records.response_figures import read_figures
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.trade.dates import add_months
from bengkel_crm.trade.kinds import LineKind
from bengkel_crm.trade.names import name_key, read_name
from bengkel_crm.trade.plates import plate_remark
from bengkel_crm.workshop.counter.lookup import count_vehicles, find_card, look_up_plate, search_vehicles
from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.reminders.reminders import list_contacts, list_month, measure_response
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.work_orders.work_orders import edit_work_order, get_work_order
from tests.factories import TODAY

VEHICLES = 300


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Any:
    database = open_shop(tmp_path_factory.mktemp("demo") / "demo.db")
    fill_demo(database, VEHICLES, 7, today=TODAY)
    yield database
    close_shop(database)


def _one(database: Database, sql: str) -> Any:
    return database.execute_sql(sql).fetchone()[0]


def _dump(path: Path, seed: int) -> list[list[tuple[Any, ...]]]:
    database = open_shop(path)
    fill_demo(database, 60, seed, today=TODAY)
    tables = ("customer", "customer_phone", "vehicle", "ownership", "old_plate", "work_order_line", "note")
    rows = [database.execute_sql(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables]
    rows.append(database.execute_sql("SELECT * FROM work_order ORDER BY id").fetchall())
    for table in ("contact", "reminder", "due_seen"):
        rows.append(database.execute_sql(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall())
    rows.append(database.execute_sql("SELECT * FROM vehicle_summary ORDER BY vehicle_id").fetchall())
    close_shop(database)
    return rows


def test_the_same_seed_gives_the_same_shop(tmp_path: Path) -> None:
    first, again, other = (_dump(tmp_path / f"{place}.db", seed) for place, seed in enumerate((1, 1, 2)))
    assert first == again
    assert first != other


def test_a_sample_shop_holds_together(shop: Database) -> None:
    assert count_vehicles(shop) == VEHICLES
    assert check(shop) == []


def test_every_page_of_reminders_has_something_to_show(shop: Database) -> None:
    for back in range(6):
        month = add_months(TODAY.replace(day=1), -back)
        contacts = list_contacts(shop, month, min(add_months(month, 1), TODAY))
        assert len({contact.channel for contact in contacts}) > 1, month
        assert any(contact.outcome is not None for contact in contacts), month
        assert all(contact.at.date() <= TODAY for contact in contacts)
    report = measure_response(shop, add_months(TODAY.replace(day=1), -5), TODAY, TODAY)
    figures = read_figures(report)
    told, silent = figures.reminded, figures.untouched
    assert told.due >= 30
    assert silent.due >= 30
    assert told.rate > silent.rate > 0
    assert told.rupiah > 0
    assert list_month(shop, TODAY.replace(day=1), TODAY).skipped


def test_nobody_is_reminded_after_the_visit_that_answers_it(shop: Database) -> None:
    for contact in list_contacts(shop, TODAY - timedelta(days=200), TODAY):
        assert contact.answered_on is None or contact.answered_on >= contact.at.date()


def test_every_vehicle_came_about_twelve_times(shop: Database) -> None:
    assert 9 < _one(shop, "SELECT count(*) FROM work_order") / VEHICLES < 16


def test_nobody_comes_tomorrow_and_no_odometer_runs_backwards(shop: Database) -> None:
    assert _one(shop, "SELECT max(date) FROM work_order") <= TODAY.isoformat()
    rows = shop.execute_sql(
        "SELECT vehicle_id, odometer_km FROM work_order WHERE odometer_km > 0 ORDER BY vehicle_id, date, id"
    ).fetchall()
    steps = [after[1] - before[1] for before, after in pairwise(rows) if before[0] == after[0]]
    assert min(steps) > -10  # a rounded reading may be a little above the next one


def test_names_and_plates_are_written_as_the_program_writes_them(shop: Database) -> None:
    for name, key, honorific, kind in shop.execute_sql(
        "SELECT name, name_key, honorific, kind FROM customer"
    ).fetchall():
        read = read_name(f"{honorific} {name}" if honorific else name)
        assert (read.display, read.honorific, read.kind.value) == (name, honorific, kind)
        assert key == name_key(name)
    assert [
        key for (key,) in shop.execute_sql("SELECT plate_key FROM vehicle").fetchall() if plate_remark(key)
    ] == []


def test_a_work_order_saved_again_unchanged_stays_as_it_was(shop: Database) -> None:
    ids = shop.execute_sql("SELECT id FROM work_order ORDER BY total_rupiah DESC LIMIT 20").fetchall()
    for (order_id,) in ids:
        before = shop.execute_sql("SELECT * FROM work_order WHERE id = ?", (order_id,)).fetchone()
        order = get_work_order(shop, order_id)
        lines = tuple(
            Line(LineKind(line.kind), line.text, line.quantity, line.price_rupiah) for line in order.lines
        )
        draft = WorkOrderDraft(
            order.vehicle_id,
            order.date,
            order.odometer_km,
            lines,
            order.mechanic,
            order.symptom,
            order.remark,
            order.status,
        )
        kinds = """
            SELECT position, kind, category, job_kind_id, product_id
            FROM work_order_line WHERE work_order_id = ?
        """
        lines_before = shop.execute_sql(kinds, (order_id,)).fetchall()
        edit_work_order(shop, order_id, draft)
        assert shop.execute_sql("SELECT * FROM work_order WHERE id = ?", (order_id,)).fetchone() == before
        assert shop.execute_sql(kinds, (order_id,)).fetchall() == lines_before


def test_the_card_of_the_readme_is_there(shop: Database) -> None:
    card = look_up_plate(shop, "b-3472-kzr")
    assert card is not None
    assert card.owner is not None
    assert (card.owner.name, card.history_count) == ("Sri Wulandari", 7)
    assert card.mechanic is not None
    assert (card.mechanic.name, card.mechanic.count, card.mechanic.of) == ("Budi", 6, 7)
    assert card.oil is not None
    assert card.oil.name.startswith("AHM MPX2")
    assert card.due[0].due_by is not None
    assert timedelta(0) < TODAY - card.due[0].due_by < timedelta(days=30)


def test_the_shop_has_its_odd_cases(shop: Database) -> None:
    for sql in (
        "SELECT count(*) FROM old_plate",
        "SELECT count(*) FROM note",
        "SELECT count(*) FROM ownership WHERE until IS NOT NULL",
        "SELECT count(*) FROM customer WHERE kind = 'company' AND contact_person IS NOT NULL",
        "SELECT count(*) FROM customer WHERE id NOT IN (SELECT customer_id FROM customer_phone)",
        "SELECT count(*) FROM (SELECT 1 FROM customer_phone GROUP BY match_key HAVING count(*) > 1)",
        "SELECT count(*) FROM (SELECT 1 FROM ownership GROUP BY customer_id HAVING count(*) > 1)",
        "SELECT count(*) FROM vehicle_summary WHERE last_on < '2025-08-12'",
        "SELECT count(*) FROM work_order WHERE odometer_km IS NULL",
        "SELECT count(*) FROM vehicle WHERE plate <> upper(plate) OR plate NOT LIKE '% % %'",
        "SELECT count(*) FROM opened_card",
        "SELECT count(*) FROM vehicle WHERE stnk_tax_on IS NULL",
        "SELECT count(*) FROM vehicle WHERE plate_expires_on > stnk_tax_on",
    ):
        assert _one(shop, sql) > 0, sql


def test_a_second_sample_goes_beside_what_is_there(tmp_path: Path) -> None:
    database = open_shop(tmp_path / "twice.db")
    for _ in range(2):
        fill_demo(database, 40, 3, today=TODAY)
    assert count_vehicles(database) == 80
    assert check(database) == []
    close_shop(database)


def test_a_cancelled_sample_leaves_nothing(database: Database) -> None:
    calls: list[tuple[int, int]] = []

    def stop_late(done: int, total: int) -> None:
        calls.append((done, total))
        if done > total // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        fill_demo(database, 60, 1, stop_late, today=date(2026, 11, 21))
    assert count_vehicles(database) == 0
    assert _one(database, "SELECT count(*) FROM vehicle_search") == 0
    assert calls == sorted(calls)


def test_what_the_sample_holds_is_found(shop: Database) -> None:
    plate, vehicle_id = shop.execute_sql("SELECT plate_key, id FROM vehicle ORDER BY id LIMIT 1").fetchone()
    assert search_vehicles(shop, plate)[0].vehicle_id == vehicle_id
    assert find_card(shop, vehicle_id) is not None
