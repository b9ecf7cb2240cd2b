"""The due list of the whole fleet, against an indexed read of the kept rows."""

from datetime import date, timedelta
from time import process_time
from typing import Any

from benchmarks.figures import Figure, ratio, take_turns
from benchmarks.fleet import TODAY
from bengkel_crm.db.reminders import due
from bengkel_crm.workshop.shop_file.shop_file import Database

_ROUNDS = 7
_LONG_AGO = date(1900, 1, 1)


def measure(database: Database) -> list[Figure]:
    execute = database.connection().execute
    (statement,) = due.STATEMENTS
    last = TODAY + timedelta(days=31)
    span = (_LONG_AGO.isoformat(), last.isoformat(), -1)

    def read_raw(_: Any) -> None:
        execute(statement, span).fetchall()

    def list_due(_: Any) -> None:
        due.list_due(database, _LONG_AGO, last)

    ours, raw = take_turns(range(_ROUNDS), list_due, read_raw, clock=process_time)
    figure = ratio("due list of the fleet", ours, raw, 2.0, "the kept rows as tuples")
    count = len(due.list_due(database, _LONG_AGO, last))
    return [
        Figure(figure.name, figure.value, figure.limit, figure.unit, f"{count} vehicles, {figure.detail}")
    ]
