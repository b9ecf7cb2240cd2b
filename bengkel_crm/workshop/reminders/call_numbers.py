"""The numbers on call sheets: each sheet keeps its own, so that what is typed back names whom it named."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.settings import settings
from bengkel_crm.records.reminders import DuePerson
from bengkel_crm.schema.settings import CALL_SHEETS, LAST_SHEET, UNNUMBERED_SHEET

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Called:
    """Whom a number on a sheet named; `customer_id` is also None for somebody not known."""

    customer_id: int | None
    vehicle_ids: tuple[int, ...]
    knows_customer: bool = True


def next_sheet(database: Database, people: Sequence[DuePerson]) -> int:
    """Return the number of the sheet these people would stand on: the last one's if they are just those."""
    last = _last(database)
    same = last and settings.find_setting(database, CALL_SHEETS.member(str(last))) == _written(people)
    return last if same else last + 1


def keep_numbers(database: Database, people: Sequence[DuePerson]) -> int:
    """Remember who stands behind each number of a sheet, for good; return the number of the sheet."""
    sheet = next_sheet(database, people)
    if sheet != _last(database):
        settings.set_setting(database, CALL_SHEETS.member(str(sheet)), _written(people))
        settings.set_setting(database, LAST_SHEET.key, str(sheet))
    return sheet


def find_called(database: Database, typed: str) -> Called | None:
    """Return whom "3-12" names, number 12 of sheet 3; "12" alone is enough while there is one paper.

    None for what no sheet has.
    """
    before, dash, after = typed.strip().rstrip(".").rpartition("-")
    if not after.isdecimal() or len(after) > _LONGEST or (dash and not before.isdecimal()):
        return None
    last = _last(database)
    if not dash and _has_several(database):
        return None
    text = settings.find_setting(database, CALL_SHEETS.member(str(int(before) if dash else last)))
    number = int(after)
    if text is not None:
        rows = json.loads(text)
        return Called(rows[number - 1][0], tuple(rows[number - 1][1])) if 0 < number <= len(rows) else None
    if dash or last:
        return None
    old = json.loads(settings.find_setting(database, UNNUMBERED_SHEET.key) or "[]")
    return Called(None, tuple(old[number - 1]), False) if 0 < number <= len(old) else None


def needs_sheet(database: Database, typed: str) -> bool:
    """Return whether a number alone does not say of which sheet it is."""
    return typed.strip().rstrip(".").isdecimal() and _has_several(database)


def _has_several(database: Database) -> bool:
    """Return whether more than one paper may lie on the desk, that of an older version counted too."""
    last = _last(database)
    return last > 1 or (last == 1 and settings.find_setting(database, UNNUMBERED_SHEET.key) is not None)


def _last(database: Database) -> int:
    return settings.read_number(database, LAST_SHEET)


def _written(people: Sequence[DuePerson]) -> str:
    rows = [[person.customer_id, sorted({item.vehicle_id for item in person.items})] for person in people]
    return json.dumps(rows, separators=(",", ":"))
