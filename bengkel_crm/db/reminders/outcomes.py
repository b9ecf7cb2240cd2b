"""What came of a contact, and what that means for the data: a sale, a wrong number, no more contact.

A contact keeps what it set, so that another answer takes back just that. What somebody else wrote before
or since stays.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from bengkel_crm.base import errors
from bengkel_crm.db.customers import owners
from bengkel_crm.db.customers.customers import present_ownerships
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.records.reminders import Outcome
from bengkel_crm.trade.phones import Phone

# Kept as words "table:id:day", one for each column that was blank before. With a "-" in front it was not:
# the answer says the same as another one, and carries the mark on when that one is corrected.
_COLUMNS = {"vehicle": "sold_on", "customer": "no_contact_since", "customer_phone": "wrong_since"}
_CONTACT = """
SELECT customer_id, phone_id, outcome_set FROM contact WHERE id = ? AND removed_at IS NULL
"""
_FIRST_GOOD_PHONE = """
SELECT id FROM customer_phone WHERE customer_id = ? AND wrong_since IS NULL
ORDER BY e164 IS NULL, position, id LIMIT 1
"""
_DIALLED = """
SELECT id FROM customer_phone
WHERE customer_id = ?1 AND e164 IS NOT DISTINCT FROM ?2 AND (?2 IS NOT NULL OR typed = ?3)
ORDER BY position LIMIT 1
"""
_SAYING_THE_SAME = f"""
SELECT id, outcome_set FROM contact
WHERE removed_at IS NULL AND id <> ? AND customer_id IS NOT DISTINCT FROM ?
    AND {SQL.holds("' ' || outcome_set", "?")}
ORDER BY outcome_at, id LIMIT 1
"""

_Mark = tuple[str, int, str]


def record_outcome(
    deed: Deed,
    contact_id: int,
    outcome: Outcome,
    at: datetime,
    snooze_until: date | None,
    vehicle_ids: Sequence[int] = (),
    dialled: Phone | None = None,
) -> None:
    """Write what came of a contact in the place of what it said before.

    SOLD ends the ownership of these vehicles, else of all it was about; WRONG_NUMBER marks the number that
    is named, else the one that was dialled; NO_CONTACT closes the customer for reminders. What the answer
    before had set is taken back.

    Raises:
        NotFound: there is no such contact.
    """
    row = deed.database.execute_sql(_CONTACT, (contact_id,)).fetchone()
    if row is None:
        raise errors.NotFound("contact", str(contact_id))
    customer_id, phone_id, kept = row
    for mark in _read(kept):
        if not _hand_over(deed, contact_id, customer_id, mark):
            _take_back(deed, *mark)
    values: dict[str, Any] = {"outcome": outcome.value, "outcome_at": at.isoformat(timespec="seconds")}
    values["snooze_until"] = None if snooze_until is None else snooze_until.isoformat()
    if outcome is Outcome.WRONG_NUMBER and customer_id is not None:
        if dialled is not None or phone_id is None:
            phone_id = dialled_phone(deed.database, customer_id, dialled)
        values["phone_id"] = phone_id
    sold = vehicle_ids or (vehicles_of(deed.database, contact_id) if outcome is Outcome.SOLD else ())
    marks = _marks_of(deed, outcome, customer_id, phone_id, sold, at.date())
    values["outcome_set"] = " ".join(marks) or None
    deed.edit("contact", contact_id, **values)
    deed.record_id = contact_id
    if customer_id is not None:
        deed.customer_ids.add(customer_id)


def _marks_of(
    deed: Deed,
    outcome: Outcome,
    customer_id: int | None,
    phone_id: int | None,
    sold: Sequence[int],
    day: date,
) -> list[str]:
    """Set what an outcome sets beside its contact, and return the marks by which it is taken back."""
    if outcome is Outcome.SOLD:
        return [mark for sold_id in sold for mark in _sell(deed, sold_id, customer_id, day)]
    if outcome is Outcome.WRONG_NUMBER and customer_id is not None:
        return _mark(deed, "customer_phone", phone_id, day)
    return _mark(deed, "customer", customer_id, day) if outcome is Outcome.NO_CONTACT else []


def vehicles_of(database: Database, contact_id: int) -> list[int]:
    """Return the ids of the vehicles a contact was about."""
    rows = database.execute_sql(
        "SELECT vehicle_id FROM reminder WHERE contact_id = ?1 "
        "UNION SELECT vehicle_id FROM contact WHERE id = ?1 AND vehicle_id IS NOT NULL ORDER BY 1",
        (contact_id,),
    ).fetchall()
    return [row[0] for row in rows]


def dialled_phone(database: Database, customer_id: int | None, dialled: Phone | None) -> int | None:
    """Return the id of the number a customer is called at: the one named, else the first not known wrong."""
    if customer_id is None:
        return None
    if dialled is None:
        return _first_good_phone(database, customer_id)
    row = database.execute_sql(_DIALLED, (customer_id, dialled.e164, dialled.typed)).fetchone()
    return _first_good_phone(database, customer_id) if row is None else int(row[0])


def _first_good_phone(database: Database, customer_id: int) -> int | None:
    row = database.execute_sql(_FIRST_GOOD_PHONE, (customer_id,)).fetchone()
    return None if row is None else int(row[0])


def _sell(deed: Deed, vehicle_id: int, customer_id: int | None, on: date) -> list[str]:
    """End what this customer owns of a vehicle; return the words to be kept of it."""
    owner_ids = [owner for _, owner in present_ownerships(deed.database, vehicle_id)]
    if owner_ids and customer_id is not None and customer_id not in owner_ids:
        return []  # it has a new owner already
    sold_on = _value(deed.database, "vehicle", vehicle_id)
    if sold_on is None:
        owners.mark_sold(deed, vehicle_id, on)
    return [_word(("vehicle", vehicle_id, sold_on or on.isoformat()), is_own=sold_on is None)]


def _mark(deed: Deed, table: str, row_id: int | None, on: date) -> list[str]:
    if row_id is None or not _exists(deed.database, table, row_id):
        return []
    marked = _value(deed.database, table, row_id)
    if marked is None:
        deed.edit(table, row_id, **{_COLUMNS[table]: on.isoformat()})
    return [_word((table, row_id, marked or on.isoformat()), is_own=marked is None)]


def _word(mark: _Mark, *, is_own: bool) -> str:
    return ("" if is_own else "-") + ":".join(map(str, mark))


def _hand_over(deed: Deed, contact_id: int, customer_id: int | None, mark: _Mark) -> bool:
    """Let another contact of the customer that says the same carry a mark; return whether there is one."""
    word = _word(mark, is_own=True)
    row = deed.database.execute_sql(_SAYING_THE_SAME, (contact_id, customer_id, f" -{word}")).fetchone()
    if row is None:
        return False
    words = [word if kept == f"-{word}" else kept for kept in row[1].split()]
    deed.edit("contact", row[0], outcome_set=" ".join(words))
    return True


def _take_back(deed: Deed, table: str, row_id: int, day: str) -> None:
    """Take a mark back, unless it is no longer the one that was set."""
    if _value(deed.database, table, row_id) != day:
        return
    if table == "vehicle":
        owners.unmark_sold(deed, row_id)
    else:
        deed.edit(table, row_id, **{_COLUMNS[table]: None})


def _value(database: Database, table: str, row_id: int) -> str | None:
    row = database.execute_sql(f"SELECT {_COLUMNS[table]} FROM {table} WHERE id = ?", (row_id,)).fetchone()
    return None if row is None else row[0]


def _exists(database: Database, table: str, row_id: int) -> bool:
    return database.execute_sql(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).fetchone() is not None


def _read(kept: str | None) -> Iterator[_Mark]:
    """Return the marks a contact keeps; a word that is none is left alone."""
    for word in (kept or "").split():
        table, _, rest = word.partition(":")
        row_id, _, day = rest.partition(":")
        if table in _COLUMNS and row_id.isdecimal():
            yield table, int(row_id), day
