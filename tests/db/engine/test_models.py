"""A schema made from the models is the one that the migrations lead to; fields give what they hold."""

from datetime import date, datetime
from typing import Any

import pytest
from peewee import SqliteDatabase

from bengkel_crm.db.engine.models import model_of, models
from bengkel_crm.schema.tables import TABLES
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle, make_work_order


@pytest.fixture(scope="module")
def made() -> SqliteDatabase:
    database = SqliteDatabase(":memory:")
    with database.bind_ctx(list(models())):
        database.create_tables(list(models()), safe=False)
    return database


def described(database: Any, table: str) -> tuple[dict[str, Any], set[Any]]:
    """Return what a file says of the fields of a table: type, needed or not, default, place in the key."""
    key = TABLES[table].key
    columns = {
        # SQLite lets a lone key be named needed or not; it always is.
        name: (kind, bool(needed) or key == (name,), default, place)
        for _, name, kind, needed, default, place in database.execute_sql(
            f"PRAGMA table_info({table})"
        ).fetchall()
    }
    kept = {row[2:5] for row in database.execute_sql(f"PRAGMA foreign_key_list({table})").fetchall()}
    return columns, kept


@pytest.mark.parametrize("table", TABLES)
def test_a_table_made_from_its_model_has_the_fields_the_keys_and_the_references_of_a_shop_file(
    database: Database, made: SqliteDatabase, table: str
) -> None:
    assert described(made, table) == described(database, table)


def test_a_day_a_moment_a_kind_and_a_key_are_read_as_what_they_are(database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 1234 XY")
    make_work_order(database, vehicle_id, on=date(2026, 8, 1))
    vehicle, order = model_of("vehicle"), model_of("work_order")
    database.execute_sql("UPDATE vehicle SET stnk_tax_on = '2027-01-31'")
    database.execute_sql("UPDATE work_order SET removed_at = '2026-08-02T10:00:00'")

    def first(query: Any) -> Any:
        return next(iter(query.execute(database)))

    found = first(vehicle.select().where(vehicle.plate_key == "b-1234 xy"))
    assert (found.id, found.kind, found.stnk_tax_on) == (
        vehicle_id,
        VehicleKind.MOTORCYCLE,
        date(2027, 1, 31),
    )
    visit = first(order.select().where(order.date == date(2026, 8, 1)))
    assert (visit.vehicle_id, visit.removed_at) == (vehicle_id, datetime(2026, 8, 2, 10))
