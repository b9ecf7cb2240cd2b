"""Whatever is wrong in the file becomes a sentence that names it, wherever it is met."""

from datetime import date

import pytest
from sqlcipher3 import dbapi2

from bengkel_crm.base import errors
from bengkel_crm.db.derived import checks
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.customers import notes
from bengkel_crm.workshop.shop_file.damage import explaining, find_damage, prove_daily
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.db.derived.test_checks import flip_in_index
from tests.factories import make_vehicle, make_work_order


@pytest.fixture
def shop(database: Database) -> Database:
    make_work_order(database, make_vehicle(database, "B 1 A"), date(2026, 3, 2), oil="MPX2")
    return database


def test_a_shop_left_to_the_program_has_no_damage(shop: Database) -> None:
    assert find_damage(shop) is None


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE vehicle_summary SET last_on = 'kemarin'",
        "UPDATE work_order SET date = 'kemarin'",
        "UPDATE work_order SET status = '??'",
        "UPDATE customer SET name = x'ff00'",
    ],
)
def test_a_row_nobody_can_read_is_named_instead_of_an_error_nobody_foresaw(shop: Database, deed: str) -> None:
    # Another program may write what the file checks.
    shop.execute_sql("PRAGMA ignore_check_constraints = ON")
    shop.execute_sql(deed)
    with pytest.raises(errors.UnreadableRow) as told:
        show_card(shop)
    assert deed.split()[1] in describe_error(told.value)


def show_card(shop: Database) -> None:
    with explaining(shop):
        card = lookup.look_up_plate(shop, "B1A")
        assert card is not None
        assert card.owner is not None
        raise TypeError("as the words of a card would")


def test_an_error_of_the_programs_own_flies_on(shop: Database) -> None:
    with pytest.raises(ZeroDivisionError), explaining(shop):
        _ = 1 / 0


def test_text_that_is_no_text_is_told_as_damage_at_the_read(shop: Database) -> None:
    shop.execute_sql("UPDATE customer SET name = CAST(x'ff41' AS TEXT)")
    with pytest.raises(errors.DamagedFile):
        lookup.look_up_plate(shop, "B1A")


def test_a_file_that_is_cut_while_it_is_open_is_told_as_damage_by_every_read(
    shop: Database,
) -> None:
    close_shop(shop)
    again = open_shop(shop.path)
    size = again.path.stat().st_size
    with again.path.open("r+b") as file:
        file.truncate(size // 3)
    again.close()
    with pytest.raises(errors.DamagedFile):
        read_everything(again)
    again.close()
    shop.path.unlink()
    shop = open_shop(shop.path)
    close_shop(shop)


def read_everything(database: Database) -> None:
    database.connect()
    for table in ("vehicle", "work_order", "customer", "deed", "contact", "reminder"):
        database.execute_sql(f"SELECT * FROM {table}").fetchall()


def test_a_table_that_is_gone_is_told_as_altered_and_a_wrong_statement_of_ours_is_a_bug(
    shop: Database,
) -> None:
    with pytest.raises(dbapi2.OperationalError):
        shop.execute_sql("SELECT * FROM nowhere")
    shop.execute_sql("DROP TABLE note")
    with pytest.raises(errors.AlteredFile):
        lookup.look_up_plate(shop, "B1A")


def test_a_damaged_index_is_found_once_a_day_and_nothing_is_written_after(shop: Database) -> None:
    day = date(2026, 3, 2)
    prove_daily(shop, day)
    close_shop(shop)
    flip_in_index(shop.path, "vehicle_by_plate", b"B1A", b"B1Q")
    again = open_shop(shop.path)
    prove_daily(again, day)  # not twice a day
    with pytest.raises(errors.DamagedFile):
        prove_daily(again, date(2026, 3, 3))
    with pytest.raises(errors.DamagedFile):
        notes.add_note(again, 1, "rem depan", day)
    assert [fault.what for fault in checks.find_faults(again)] == ["index"]
    again.close()
    shop.connect()


def test_a_note_in_the_bin_is_not_edited(shop: Database) -> None:
    note_id = notes.add_note(shop, 1, "rem depan", date(2026, 3, 2)).record_id
    assert note_id is not None
    notes.remove_note(shop, note_id)
    with pytest.raises(errors.NotFound):
        notes.edit_note(shop, note_id, "rem belakang")
