"""The card: how much the program adds to the bare reads of a vehicle, and whether those reads stay small."""

import re
from collections.abc import Iterable
from random import Random
from typing import Any

from benchmarks.figures import Figure, ratio, take_turns
from bengkel_crm.db.counter import cards, search
from bengkel_crm.db.reminders import due
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.shop_file.shop_file import Database

_CARDS = 600
_MOST_STATEMENTS = 6


def measure(database: Database) -> list[Figure]:
    return [_speed(database), _statements(database), _scans(database)]


def _speed(database: Database) -> Figure:
    rows = database.execute_sql("SELECT vehicle_id FROM vehicle_summary").fetchall()
    ids = Random(1).sample([row[0] for row in rows], min(len(rows), _CARDS))
    execute = database.connection().execute
    vehicle, phones, *others = cards.STATEMENTS

    def read_raw(vehicle_id: Any) -> None:
        key = (vehicle_id,)
        row = execute(vehicle, key).fetchone()
        execute(phones, (row[15],)).fetchall()
        for statement in others:
            execute(statement, key).fetchall()

    def read_card(vehicle_id: Any) -> None:
        find_card(database, vehicle_id)

    take_turns(ids, read_card, read_raw)
    ours, raw = take_turns(ids * 3, read_card, read_raw)
    return ratio("card", ours, raw, 1.3, "the same statements as tuples")


def _statements(database: Database) -> Figure:
    (vehicle_id,) = database.execute_sql("SELECT max(vehicle_id) FROM vehicle_summary").fetchone()
    seen: list[str] = []
    connection = database.connection()
    connection.set_trace_callback(seen.append)
    find_card(database, vehicle_id)
    connection.set_trace_callback(None)
    return Figure("statements of a card", len(seen), _MOST_STATEMENTS, "statements")


def plan_of(database: Database, statement: str) -> list[str]:
    """Return the steps of a statement's query plan."""
    numbers = [int(number) for number in re.findall(r"\?(\d+)", statement)]
    blanks = (1,) * max(numbers, default=statement.count("?"))
    rows = database.execute_sql(f"EXPLAIN QUERY PLAN {statement}", blanks).fetchall()
    return [row[3] for row in rows]


def _is_scan(step: str) -> bool:
    # A virtual table's plan is always called a scan; it is one only where no index of its own answers.
    return step.startswith("SCAN") and "VIRTUAL TABLE INDEX" not in step


def scans_of(database: Database, statements: Iterable[str]) -> list[str]:
    """Return the plan steps of these statements that read a whole table."""
    return [step for statement in statements for step in plan_of(database, statement) if _is_scan(step)]


def scans(database: Database) -> list[str]:
    """Return such steps of the counter's statements."""
    return scans_of(database, (*cards.STATEMENTS, *search.STATEMENTS, *due.STATEMENTS))


def _scans(database: Database) -> Figure:
    found = scans(database)
    return Figure("scans in any plan", len(found), 0, "scans", "; ".join(found))
