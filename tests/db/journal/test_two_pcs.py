"""Each PC takes back its own deeds, rows tell how often they were written, and numbers are given once."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bengkel_crm.base import errors
from bengkel_crm.db.engine.connection import SCHEMA_VERSION
from bengkel_crm.db.engine.row_numbers import take_number
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.customers.notes import add_note, edit_note
from bengkel_crm.workshop.journal.undo import redo_next, undo_last
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.factories import TODAY, make_vehicle, make_work_order
from tests.written_columns import written_columns


@pytest.fixture
def other(database: Database) -> Iterator[Database]:
    """The same file, opened on another PC."""
    shop = open_shop(database.path)
    shop.pc = "GUDANG"
    yield shop
    close_shop(shop)


def notes_of(shop: Database, vehicle_id: int) -> set[str]:
    card = find_card(shop, vehicle_id)
    assert card is not None
    return {note.text for note in card.notes}


def row(shop: Database, table: str, row_id: int) -> tuple[int, str | None]:
    found: tuple[int, str | None] = shop.execute_sql(
        f"SELECT version, changed_at FROM {table} WHERE id = ?", (row_id,)
    ).fetchone()
    return found


def test_a_deed_says_on_which_pc_and_in_which_schema_it_was_done(database: Database, other: Database) -> None:
    vehicle_id = make_vehicle(database)
    add_note(other, vehicle_id, "Dari gudang", TODAY)
    rows = database.execute_sql("SELECT pc, schema_version, done_by FROM deed ORDER BY id").fetchall()
    assert rows == [(database.pc, SCHEMA_VERSION, None), ("GUDANG", SCHEMA_VERSION, None)]
    assert database.pc


def test_each_pc_takes_back_its_own_newest_deed(database: Database, other: Database) -> None:
    first, second = make_vehicle(database, plate="B 1 A"), make_vehicle(other, plate="B 2 B")
    add_note(database, first, "Suka teh", TODAY)
    add_note(other, second, "Suka kopi", TODAY)
    assert undo_last(database).vehicle_ids == (first,)
    assert (notes_of(database, first), notes_of(database, second)) == (set(), {"Suka kopi"})
    assert check(database) == []


def test_what_another_pc_built_on_is_not_taken_back_and_its_pc_is_named(
    database: Database, other: Database
) -> None:
    vehicle_id = make_vehicle(database)
    add_note(other, vehicle_id, "Suka kopi", TODAY)
    with pytest.raises(errors.BuiltOnByAnother) as told:
        undo_last(database)
    assert told.value.pc == "GUDANG"
    assert notes_of(database, vehicle_id) == {"Suka kopi"}
    undo_last(other)
    assert undo_last(database).kind == "vehicle_added"
    assert check(database) == []


def test_a_product_that_another_pc_sold_since_keeps_the_deed_that_brought_it(
    database: Database, other: Database
) -> None:
    first, second = make_vehicle(database, plate="B 1 A"), make_vehicle(other, plate="B 2 B")
    make_work_order(database, first, jobs=[], parts=["Busi NGK"])
    make_work_order(other, second, jobs=[], parts=["Busi NGK"])
    with pytest.raises(errors.BuiltOnByAnother):
        undo_last(database)
    assert check(database) == []


def test_a_deed_of_an_older_version_is_anybodys(database: Database, other: Database) -> None:
    vehicle_id = make_vehicle(database)
    add_note(database, vehicle_id, "Suka teh", TODAY)
    database.execute_sql("UPDATE deed SET pc = NULL, schema_version = NULL")
    assert undo_last(other).kind == "note_added"


def test_a_row_tells_how_often_it_was_written_over_and_when(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    note_id = add_note(database, vehicle_id, "Suka teh", TODAY).record_id
    assert note_id is not None
    assert row(database, "note", note_id) == (1, None)
    edit_note(database, note_id, "Suka kopi")
    version, changed_at = row(database, "note", note_id)
    assert (version, changed_at) == (2, database.now().isoformat(timespec="seconds"))
    edit_note(database, note_id, "Suka kopi")
    assert row(database, "note", note_id)[0] == 2


def test_a_version_rises_also_when_a_row_gets_back_what_it_held(database: Database) -> None:
    vehicle_id = make_vehicle(database)
    note_id = add_note(database, vehicle_id, "Suka teh", TODAY).record_id
    assert note_id is not None
    edit_note(database, note_id, "Suka kopi")
    undo_last(database)
    assert (notes_of(database, vehicle_id), row(database, "note", note_id)[0]) == ({"Suka teh"}, 3)
    redo_next(database)
    assert (notes_of(database, vehicle_id), row(database, "note", note_id)[0]) == ({"Suka kopi"}, 4)


@given(acts=st.lists(st.tuples(st.booleans(), st.sampled_from(["write", "undo", "redo"])), max_size=12))
@settings(max_examples=25, deadline=None)
def test_whatever_two_pcs_write_and_take_back_only_own_deeds_are_taken_back(
    tmp_path_factory: pytest.TempPathFactory, new_shop: Path, acts: list[tuple[bool, str]]
) -> None:
    path = tmp_path_factory.mktemp("dua") / "toko.db"
    path.write_bytes(new_shop.read_bytes())
    shops = [open_shop(path), open_shop(path)]
    shops[1].pc = "GUDANG"
    try:
        vehicles = [make_vehicle(shop, plate=f"B {place + 1} AA") for place, shop in enumerate(shops)]
        written: list[list[str]] = [[], []]
        for number, (which, act) in enumerate(acts):
            mine, others = int(which), 1 - int(which)
            before = notes_of(shops[0], vehicles[others])
            if act == "write":
                add_note(shops[mine], vehicles[mine], f"catatan {number}", TODAY)
                written[mine].append(f"catatan {number}")
            elif act == "undo" and written[mine]:
                undo_last(shops[mine])
                written[mine].pop()
            elif act == "redo":
                try:
                    redo_next(shops[mine])
                except errors.NothingToRedo:
                    continue
                written[mine] = sorted(notes_of(shops[0], vehicles[mine]))
            assert notes_of(shops[0], vehicles[mine]) == set(written[mine])
            assert notes_of(shops[0], vehicles[others]) == before
        assert check(shops[0]) == []
    finally:
        for shop in shops:
            close_shop(shop)


_TAKER = """
import sys
from bengkel_crm.db.engine.row_numbers import take_number
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop
from pathlib import Path
shop = open_shop(Path(sys.argv[1]))
for _ in range(40):
    with shop.atomic("IMMEDIATE"):
        print(take_number(shop, "queue", year=2026))
close_shop(shop)
"""


def test_two_writers_are_never_given_the_same_number(database: Database) -> None:
    takers = [
        subprocess.Popen(
            [sys.executable, "-P", "-c", _TAKER, str(database.path)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    given_out = [int(line) for taker in takers for line in taker.communicate(timeout=60)[0].split()]
    assert sorted(given_out) == list(range(1, 121))


def test_the_number_of_a_work_order_is_not_given_again_when_it_was_taken_back(database: Database) -> None:
    vehicle_id = make_vehicle(database)

    def number() -> str:
        make_work_order(database, vehicle_id)
        found: tuple[str] = database.execute_sql(
            "SELECT number FROM work_order ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return found[0]

    first = number()
    undo_last(database)
    assert number() > first


def test_a_counter_begins_again_with_each_year_where_it_is_to(database: Database) -> None:
    assert [take_number(database, "nota", year=2026) for _ in range(2)] == [1, 2]
    assert take_number(database, "nota", year=2027) == 1
    assert take_number(database, "nota", year=2026, at_least=100) == 100


def test_the_file_itself_refuses_a_code_that_nobody_declared(database: Database) -> None:
    make_work_order(database, make_vehicle(database), jobs=["Ganti oli"], parts=["Busi NGK"])
    before = database.execute_sql(f"SELECT {written_columns('work_order')} FROM work_order").fetchall()
    for statement in (
        "UPDATE work_order SET status = 'lunas'",
        "UPDATE work_order_line SET kind = 'jasa'",
        "UPDATE work_order_line SET category = 'oli'",
        "UPDATE product SET category = 'oli'",
        "UPDATE job_interval SET vehicle_kind = 'truk'",
        "INSERT INTO contact (at, channel, direction, content) VALUES ('2026-08-01', 'fax', 'out', '')",
        "INSERT INTO contact (at, channel, direction, content) VALUES ('2026-08-01', 'call', 'up', '')",
    ):
        with pytest.raises(Exception, match="CHECK constraint failed"):
            database.execute_sql(statement)
    after: list[Any] = database.execute_sql(
        f"SELECT {written_columns('work_order')} FROM work_order"
    ).fetchall()
    assert after == before
