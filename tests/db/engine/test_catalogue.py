"""References may lead nowhere for a while, and what leads nowhere at the end is told or refused."""

import pytest
from peewee import PeeweeException
from sqlcipher3 import dbapi2

from bengkel_crm.db.engine.catalogue import broken_references, defer_references, references_unenforced
from bengkel_crm.db.engine.scratch import list_run, scratch_lists
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle

_ORPHAN = (
    "INSERT INTO old_plate (vehicle_id, plate, plate_key, until) VALUES (99, 'B 1 A', 'B1A', '2026-01-01')"
)
_REFUSED = (dbapi2.IntegrityError, PeeweeException)
_MEND = "UPDATE old_plate SET vehicle_id = ?"


def test_a_reference_may_lead_nowhere_until_the_transaction_ends(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    with database.atomic():
        defer_references(database)
        database.execute_sql(_ORPHAN)
        database.execute_sql(_MEND, (vehicle_id,))
    assert broken_references(database, 5) == []


def test_one_that_still_leads_nowhere_at_the_end_is_refused(database: Database) -> None:
    def write() -> None:
        with database.atomic():
            defer_references(database)
            database.execute_sql(_ORPHAN)

    with pytest.raises(_REFUSED):
        write()
    assert database.execute_sql("SELECT count(*) FROM old_plate").fetchone() == (0,)


def test_what_was_let_be_while_tables_were_made_anew_is_told_and_enforced_after(database: Database) -> None:
    with references_unenforced(database):
        database.execute_sql(_ORPHAN)
    assert len(broken_references(database, 5)) == 1
    with pytest.raises(_REFUSED):
        database.execute_sql(_MEND, (98,))


def test_a_scratch_list_holds_each_row_of_its_runs_once_and_is_gone_afterwards(database: Database) -> None:
    first, second, third = (make_vehicle(database) for _ in range(3))
    with scratch_lists(database, ["vehicle"]):
        list_run(database, "vehicle", (first, second))
        list_run(database, "vehicle", (second, third + 5))
        rows = database.execute_sql("SELECT id, reason FROM own_vehicle ORDER BY id").fetchall()
    assert rows == [(first, None), (second, None), (third, None)]
    assert database.execute_sql("SELECT count(*) FROM sqlite_temp_schema").fetchone() == (0,)
