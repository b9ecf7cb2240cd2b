"""What was taken back can be done again, as long as nothing was written since."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bengkel_crm.base import errors
from bengkel_crm.db.journal.deeds import perform
from bengkel_crm.workshop.journal.undo import redo_next, undo_last
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.clerk import Clerk, everything_in
from tests.factories import make_vehicle


def test_nothing_is_done_again_that_was_not_taken_back(database: Database) -> None:
    with pytest.raises(errors.NothingToRedo):
        redo_next(database)
    make_vehicle(database)
    with pytest.raises(errors.NothingToRedo):
        redo_next(database)


def test_deeds_come_again_in_their_order(database: Database) -> None:
    states = [everything_in(database)]
    for _ in range(3):
        make_vehicle(database)
        states.append(everything_in(database))
    for state in reversed(states[:-1]):
        undo_last(database)
        assert everything_in(database) == state
    for state in states[1:]:
        redo_next(database)
        assert everything_in(database) == state
    with pytest.raises(errors.NothingToRedo):
        redo_next(database)


def test_what_was_written_since_ends_it(database: Database) -> None:
    make_vehicle(database)
    undo_last(database)
    make_vehicle(database)
    with pytest.raises(errors.NothingToRedo):
        redo_next(database)


def test_what_was_taken_back_before_a_new_deed_stays_ended(database: Database) -> None:
    make_vehicle(database, "B 1 A", "Sri")
    undo_last(database)
    second = make_vehicle(database, "B 1 A", "Agus")
    written = everything_in(database)
    undo_last(database)
    redo_next(database)
    assert everything_in(database) == written
    assert database.execute_sql("SELECT id FROM vehicle").fetchall() == [(second,)]
    with pytest.raises(errors.NothingToRedo):
        redo_next(database)


def test_a_large_import_is_not_skipped_over(database: Database) -> None:
    with perform(database, "book_imported", "besar") as deed:
        last = max(deed.add("mechanic", name=f"M {n}", name_key=f"m {n}") for n in range(2_001))
    with perform(database, "mechanic_renamed", "M") as deed:
        deed.edit("mechanic", last, name="Budi")
    undo_last(database)
    undo_last(database)
    with pytest.raises(errors.NothingToRedo):
        redo_next(database)


@given(st.integers(0, 10_000), st.lists(st.sampled_from(["undo", "undo", "redo", "deed"]), max_size=24))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undo_and_redo_walk_along_the_same_states(
    new_shop: Path, tmp_path: Path, seed: int, steps: list[str]
) -> None:
    database = open_shop(Path(shutil.copy(new_shop, tmp_path / "walk.bengkel")))
    try:
        _walk(database, Clerk(database, seed), ["deed"] * 8 + steps)
        assert check(database) == []
    finally:
        close_shop(database)
        shutil.rmtree(tmp_path)
        tmp_path.mkdir()


def _walk(database: Database, clerk: Clerk, steps: list[str]) -> None:
    states, at = [everything_in(database)], 0
    for step in steps:
        if step == "undo" and at > 0:
            undo_last(database)
            at -= 1
        elif step == "redo" and at < len(states) - 1:
            redo_next(database)
            at += 1
        elif step == "redo":
            with pytest.raises(errors.NothingToRedo):
                redo_next(database)
        elif step == "deed":
            try:
                clerk.act()
            except errors.DuplicatePlate:
                continue
            at += 1
            states[at:] = [everything_in(database)]
        assert everything_in(database) == states[at]
