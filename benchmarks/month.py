"""A month's list of the fleet with everything it shows, against a bare indexed read of the very same rows."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.cards import scans_of
from benchmarks.figures import Figure, ratio, take_turns
from benchmarks.fleet import TODAY
from bengkel_crm.db.reminders import month as questions
from bengkel_crm.records.reminders import Channel
from bengkel_crm.trade.dates import add_months
from bengkel_crm.workshop.reminders.reminders import late_days, list_month, record_sent
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop

_ROUNDS = 5
_LETTERS = 2000
_MONTH = TODAY.replace(day=1)
_LIMIT = 2.0


def measure(path: Path) -> list[Figure]:
    """Measure on a shop that sent letters the month before: what was sent is read too."""
    database = open_shop(path)
    try:
        _send_letters(database, TODAY - timedelta(days=30))
        return [_speed(database), _scans(database)]
    finally:
        close_shop(database)


def _send_letters(database: Database, on: date) -> None:
    listed = list_month(database, on, on)
    at = datetime(on.year, on.month, on.day, 9)
    record_sent(database, listed, listed.people[:_LETTERS], Channel.LETTER, "Yth. Ibu Sri", at)


def _speed(database: Database) -> Figure:
    execute = database.connection().execute
    reads = _bare_reads(database)

    def read_bare(_: Any) -> None:
        _ = [execute(statement, values).fetchall() for statement, values in reads]

    def list_people(_: Any) -> None:
        list_month(database, _MONTH, TODAY)

    take_turns(range(1), list_people, read_bare)
    ours, bare = take_turns(range(_ROUNDS), list_people, read_bare, clock=process_time)
    figure = ratio("month's list of the fleet", ours, bare, _LIMIT, "the same rows as tuples")
    listed = list_month(database, _MONTH, TODAY)
    everybody = (*listed.people, *listed.skipped)
    items = sum(len(person.items) for person in everybody)
    detail = f"{len(everybody)} people, {items} items, {figure.detail}"
    return Figure(figure.name, figure.value, figure.limit, figure.unit, detail)


def _bare_reads(database: Database) -> list[tuple[str, tuple[str, ...]]]:
    """Return every statement the list asks, with the same values: nothing is left to find out in between."""
    jobs, taxes, plates, slipping, vehicles, people, job_kinds = questions.STATEMENTS
    last = add_months(_MONTH, 1) - timedelta(days=1)
    first = _MONTH - timedelta(days=late_days(database))
    span = (_MONTH.isoformat(), last.isoformat())
    vehicle_ids = {row[1] for row in questions.list_due(database, first, _MONTH, last)}
    owners = {row[17] for row in questions.list_vehicles(database, vehicle_ids, TODAY)} - {None}
    return [
        (jobs, (first.isoformat(), last.isoformat())),
        (taxes, (f"{_MONTH.month:02d}",)),
        (plates, span),
        (slipping, span),
        (vehicles, (json.dumps(sorted(vehicle_ids)), TODAY.isoformat())),
        (people, (json.dumps(sorted(owners)),)),
        (job_kinds, ()),
    ]


def _scans(database: Database) -> Figure:
    *statements, _ = questions.STATEMENTS  # of the kinds of job, a handful, all are read
    found = scans_of(database, statements)
    return Figure("scans in the plans of the list", len(found), 0, "scans", "; ".join(found))
