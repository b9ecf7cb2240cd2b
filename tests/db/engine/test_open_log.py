"""What is saved goes into the log that the folder names, whatever else runs beside the window."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.customers import notes
from bengkel_crm.workshop.shop_file.shop_file import (
    Database,
    claim_window,
    close_shop,
    open_shop,
    window_is_open,
)
from tests.factories import make_vehicle
from tests.locks import LOCKS, locked_by_this_process

TODAY = date(2026, 3, 2)


@pytest.fixture
def window(database: Database) -> Iterator[Database]:
    """A shop file as a window has it open, with something in its log."""
    lock = claim_window(database.path)
    make_vehicle(database, "B 1 A")
    yield database
    lock.release()


def lose_locks(database: Database) -> None:
    """Do to the shop file what a program does that looks into every file of a folder."""
    for file in database.path.parent.glob(f"{database.path.name}*"):
        file.open("rb").close()


def log_of(database: Database) -> Path:
    return database.path.with_name(database.path.name + "-wal")


def run_command(database: Database, *words: str) -> None:
    """Run a command on the same file, as the night's backup does."""
    subprocess.run(
        [sys.executable, "-m", "bengkel_crm", "--database", str(database.path), *words],
        check=True,
        capture_output=True,
    )


def write_note(database: Database, text: str) -> None:
    notes.add_note(database, 1, text, TODAY)


def notes_in_the_file(database: Database) -> list[str]:
    """Return the notes that a program started afterwards finds."""
    close_shop(database)
    again = open_shop(database.path)
    found = [row[0] for row in again.execute_sql("SELECT text FROM note ORDER BY id")]
    close_shop(again)
    database.connect()
    return found


@pytest.mark.skipif(not LOCKS.exists(), reason="POSIX locks are lost on Linux only")
@pytest.mark.parametrize("command", [("backup", "{folder}"), ("lookup", "B1A"), ("check",), ("due",)])
def test_a_command_leaves_the_log_to_a_window_that_lost_its_locks(
    window: Database, tmp_path: Path, command: tuple[str, ...]
) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    before = log_of(window).stat().st_ino
    lose_locks(window)
    assert not locked_by_this_process(window.path)
    run_command(window, *(word.format(folder=copies) for word in command))
    assert log_of(window).stat().st_ino == before
    write_note(window, "rem depan berbunyi")
    assert notes_in_the_file(window) == ["rem depan berbunyi"]


def test_a_command_on_its_own_tidies_the_log_away(database: Database) -> None:
    make_vehicle(database, "B 1 A")
    close_shop(database)
    run_command(database, "lookup", "B1A")
    assert not log_of(database).exists()
    database.connect()


def test_only_the_window_of_this_file_counts_as_open(database: Database, tmp_path: Path) -> None:
    assert not window_is_open(database.path)
    lock = claim_window(database.path)
    assert window_is_open(database.path)
    assert not window_is_open(tmp_path / "other.db")
    lock.release()
    assert not window_is_open(database.path)


def take_away(database: Database) -> None:
    log_of(database).unlink()


def take_away_with_index(database: Database) -> None:
    log_of(database).unlink()
    log_of(database).with_name(f"{database.path.name}-shm").unlink()


def take_index_away(database: Database) -> None:
    log_of(database).with_name(f"{database.path.name}-shm").unlink()


def put_another_there(database: Database) -> None:
    take_away(database)
    log_of(database).touch()


def let_a_blind_program_close(database: Database) -> None:
    """Let a program that knows no windows be the last to close the file."""
    lose_locks(database)
    code = (
        "import sys; from sqlcipher3 import dbapi2; c = dbapi2.connect(sys.argv[1], isolation_level=None); "
        "c.execute('INSERT INTO setting VALUES (1, 2)').fetchall(); c.close()"
    )
    subprocess.run([sys.executable, "-c", code, str(database.path)], check=True)


@pytest.mark.skipif(not LOCKS.exists(), reason="elsewhere an open file can not be removed")
@pytest.mark.parametrize(
    "happens",
    [take_away, take_away_with_index, take_index_away, put_another_there, let_a_blind_program_close],
    ids=lambda deed: deed.__name__,
)
def test_a_log_that_was_taken_away_is_told_before_anything_counts_as_saved(
    window: Database, happens: Callable[[Database], None]
) -> None:
    write_note(window, "sebelumnya")
    happens(window)
    with pytest.raises(errors.LogTakenAway) as told:
        write_note(window, "rem depan berbunyi")
    assert describe_error(told.value)
    write_note(window, "rem depan berbunyi")  # what stayed in the form, saved again
    assert notes_in_the_file(window) == ["sebelumnya", "rem depan berbunyi"]


@pytest.mark.skipif(not LOCKS.exists(), reason="elsewhere an open file can not be removed")
def test_a_log_taken_away_during_a_deed_is_told_as_not_saved(window: Database) -> None:
    from bengkel_crm.db.journal import deeds

    with pytest.raises(errors.LogTakenAway), deeds.perform(window, "note_added", "B 1 A"):
        take_away(window)


@pytest.mark.skipif(not LOCKS.exists(), reason="elsewhere an open file can not be removed")
def test_what_only_a_lost_log_held_is_kept_as_a_copy_where_others_wrote_since(window: Database) -> None:
    write_note(window, "hanya di log")
    take_away_with_index(window)
    let_a_blind_program_close(window)
    with pytest.raises(errors.LogTakenAway) as told:
        write_note(window, "rem depan berbunyi")
    rescued = open_shop(Path(told.value.detail))
    assert rescued.execute_sql("SELECT text FROM note").fetchall() == [("hanya di log",)]
    close_shop(rescued)
    window.prove_log()
