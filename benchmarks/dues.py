"""The due list of the whole fleet, against an indexed read of the kept rows."""

from datetime import timedelta
from time import process_time
from typing import Any

from benchmarks.figures import Figure, ratio, take_turns
from benchmarks.fleet import TODAY
from bengkel_crm.db.reminders import due
from bengkel_crm.workshop.counter.lookup import list_due_until
from bengkel_crm.workshop.shop_file.shop_file import Database

_ROUNDS = 7


def measure(database: Database) -> list[Figure]:
    execute = database.connection().execute
    (statement,) = due.STATEMENTS
    last = TODAY + timedelta(days=31)
    span = ("1900-01-01", last.isoformat(), -1)

    def read_raw(_: Any) -> None:
        execute(statement, span).fetchall()

    def list_due(_: Any) -> None:
        list_due_until(database, last)

    ours, raw = take_turns(range(_ROUNDS), list_due, read_raw, clock=process_time)
    figure = ratio("due list of the fleet", ours, raw, 2.0, "the kept rows as tuples")
    count = len(list_due_until(database, last))
    return [
        Figure(figure.name, figure.value, figure.limit, figure.unit, f"{count} vehicles, {figure.detail}")
    ]
