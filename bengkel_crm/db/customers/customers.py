"""Customers, their phones, and whom a vehicle belongs to."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from bengkel_crm.base import errors
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.record_rows import RecordRows
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.records.customers import ContactWishes, Customer, CustomerDraft
from bengkel_crm.trade.names import name_key, read_name
from bengkel_crm.trade.phones import Phone, match_key, read_phones_or_words

CUSTOMERS, WISHES = RecordRows(Customer, "customer"), RecordRows(ContactWishes, "customer")
_DRAFTS = RecordRows(CustomerDraft, "customer")
_ONE = f"""
SELECT {CUSTOMERS.columns("customer")}, {WISHES.columns("customer")} FROM customer
WHERE id = ? AND removed_at IS NULL
"""
_OWNED_SINCE = "SELECT since FROM ownership WHERE id = ?"
_PHONES = "SELECT typed, e164, wrong_since FROM customer_phone WHERE customer_id = ? ORDER BY position"


def _columns_of(draft: CustomerDraft) -> dict[str, Any]:
    """Return the customer row of what was typed.

    Raises:
        MissingField: there is no name.
    """
    name = read_name(draft.name)
    if not name.display:
        raise errors.MissingField("name")
    return {
        **_DRAFTS.values_of(draft),
        **({} if draft.wishes is None else WISHES.values_of(draft.wishes)),
        "name": name.display,
        "name_key": name_key(name.display),
        "honorific": name.honorific,
        "kind": (draft.kind or name.kind).value,
    }


def _numbers_of(draft: CustomerDraft) -> list[Phone]:
    return [phone for typed in draft.phones for phone in read_phones_or_words(typed)]


def _add_phones(deed: Deed, customer_id: int, phones: Iterable[Phone], first: int = 0) -> None:
    for position, phone in enumerate(phones, start=first):
        deed.add(
            "customer_phone",
            customer_id=customer_id,
            position=position,
            typed=phone.typed,
            e164=phone.e164,
            match_key=None if phone.e164 is None else match_key(phone.e164),
        )


def add_customer(deed: Deed, draft: CustomerDraft) -> int:
    """Add a customer with phones and return the id.

    Raises:
        MissingField: there is no name.
    """
    customer_id = deed.add("customer", **_columns_of(draft))
    _add_phones(deed, customer_id, _numbers_of(draft))
    deed.customer_ids.add(customer_id)
    return customer_id


def edit_customer(deed: Deed, customer_id: int, draft: CustomerDraft) -> None:
    """Overwrite a customer with what was typed; all the vehicles it owns are found anew.

    Raises:
        MissingField, NotFound
    """
    change_customer(deed, customer_id, _columns_of(draft), _numbers_of(draft))


def change_customer(
    deed: Deed, customer_id: int, columns: Mapping[str, Any], phones: Sequence[Phone] | None
) -> None:
    """Overwrite some columns of a customer, and all its phones unless None.

    Raises:
        NotFound: there is no such customer.
    """
    deed.edit("customer", customer_id, **columns)
    database = deed.database
    if phones is not None:
        _change_phones(deed, customer_id, phones)
    deed.customer_ids.add(customer_id)
    deed.vehicle_ids.update(vehicles_owned_by(database, customer_id))


def add_to_customer(deed: Deed, customer_id: int, draft: CustomerDraft) -> None:
    """Add the phones of a draft that a customer does not have yet; an address goes in the place of the old.

    Raises:
        NotFound: there is no such customer.
    """
    known = find_customer(deed.database, customer_id)
    if known is None:
        raise errors.NotFound("customer", str(customer_id))
    has = {phone.e164 or phone.typed for phone in known.phones}
    new = [phone for phone in _numbers_of(draft) if (phone.e164 or phone.typed) not in has]
    _add_phones(deed, customer_id, new, len(known.phones))
    if draft.address:
        deed.edit("customer", customer_id, address=draft.address)
    deed.customer_ids.add(customer_id)
    deed.vehicle_ids.update(vehicles_owned_by(deed.database, customer_id))


def _change_phones(deed: Deed, customer_id: int, phones: Sequence[Phone]) -> None:
    """Let a customer have these numbers: one he has already stays the row it is, with its mark."""
    kept: dict[tuple[str, str], int] = {}
    rows = deed.database.execute_sql(
        "SELECT id, typed, e164 FROM customer_phone WHERE customer_id = ? ORDER BY position", (customer_id,)
    ).fetchall()
    for phone_id, typed, e164 in rows:
        kept.setdefault(_same_number(typed, e164), phone_id)
    for position, phone in enumerate(phones):
        phone_id = kept.pop(_same_number(phone.typed, phone.e164), None)
        if phone_id is None:
            _add_phones(deed, customer_id, [phone], position)
        else:
            deed.edit("customer_phone", phone_id, position=position, typed=phone.typed, e164=phone.e164)
        rows = [row for row in rows if row[0] != phone_id]
    for phone_id, _, _ in rows:
        deed.delete("customer_phone", phone_id)


def _same_number(typed: str, e164: str | None) -> tuple[str, str]:
    return ("", e164) if e164 is not None else (typed, "")


def confirm_phones(deed: Deed, customer_id: int, numbers: Iterable[str]) -> None:
    """Take the mark "wrong number" off these numbers of a customer: somebody typed or confirmed them."""
    for typed in numbers:
        for phone in read_phones_or_words(typed):
            rows = deed.database.execute_sql(
                "SELECT id FROM customer_phone WHERE customer_id = ? AND wrong_since IS NOT NULL "
                "AND (e164 = ? OR typed = ?)",
                (customer_id, phone.e164, phone.typed),
            ).fetchall()
            for (phone_id,) in rows:
                deed.edit("customer_phone", phone_id, wrong_since=None)
    deed.customer_ids.add(customer_id)


def vehicles_owned_by(database: Database, customer_id: int) -> list[int]:
    """Return the ids of the vehicles a customer owns today."""
    rows = database.execute_sql(
        "SELECT vehicle_id FROM ownership WHERE customer_id = ? AND until IS NULL", (customer_id,)
    )
    return [row[0] for row in rows.fetchall()]


def find_customer(database: Database, customer_id: int) -> Customer | None:
    """Return a customer with phones in the order they were typed, or None."""
    row = database.execute_sql(_ONE, (customer_id,)).fetchone()
    if row is None:
        return None
    phones = tuple(
        Phone(typed, e164, None if wrong_since is None else date.fromisoformat(wrong_since))
        for typed, e164, wrong_since in database.execute_sql(_PHONES, (customer_id,)).fetchall()
    )
    width = len(CUSTOMERS.names)
    return CUSTOMERS.read(row[:width], phones=phones, wishes=WISHES.read(row[width:]))


def find_customers_like(database: Database, draft: CustomerDraft, limit: int = 5) -> list[Customer]:
    """Return customers who may be the one being typed: the same phone first, then the same name."""
    keys = [match_key(phone.e164) for phone in _numbers_of(draft) if phone.e164]
    rows = database.execute_sql(
        f"""
        SELECT id FROM (
            SELECT p.customer_id AS id, 0 AS place FROM customer_phone p
            WHERE p.match_key IN {SQL.among_texts()}
            UNION ALL
            SELECT c.id, 1 FROM customer c WHERE c.name_key = ? AND c.name_key <> ''
        ) found GROUP BY id ORDER BY min(place), id LIMIT ?
        """,
        (json.dumps(keys), name_key(draft.name), limit),
    ).fetchall()
    found = [find_customer(database, row[0]) for row in rows]
    return [customer for customer in found if customer is not None]


def present_ownerships(database: Database, vehicle_id: int) -> list[tuple[int, int]]:
    """Return (ownership, customer) of those who own a vehicle now, by their ids."""
    return [
        (ownership_id, customer_id)
        for ownership_id, customer_id in database.execute_sql(
            "SELECT id, customer_id FROM ownership WHERE vehicle_id = ? AND until IS NULL", (vehicle_id,)
        ).fetchall()
    ]


def end_ownership(deed: Deed, ownership_id: int, on: date) -> None:
    """Let somebody own a vehicle until a day, at the earliest the one from which he owned it."""
    (since,) = deed.database.execute_sql(_OWNED_SINCE, (ownership_id,)).fetchone()
    end = on.isoformat()
    deed.edit("ownership", ownership_id, until=max(end, since or end))


def set_owner(deed: Deed, vehicle_id: int, customer_id: int, on: date | None) -> None:
    """Make a customer the vehicle's present owner from a day on; the one before ends that day.

    With a new owner it is neither sold nor gone.
    """
    rows = present_ownerships(deed.database, vehicle_id)
    if [row[1] for row in rows] == [customer_id]:
        return
    day = None if on is None else on.isoformat()
    for ownership_id, _ in rows:
        end_ownership(deed, ownership_id, on or deed.database.today())
    deed.add("ownership", vehicle_id=vehicle_id, customer_id=customer_id, since=day)
    deed.edit("vehicle", vehicle_id, sold_on=None, gone_on=None)
    deed.vehicle_ids.add(vehicle_id)
    deed.customer_ids.add(customer_id)


_IN_USE = "SELECT vehicle_id, text FROM note WHERE id = ? AND removed_at IS NULL"


def _filled(text: str) -> str:
    if not text.strip():
        raise errors.MissingField("text")
    return text.strip()


def add_note(deed: Deed, vehicle_id: int, text: str, on: date) -> int:
    """Add a note and return its id.

    Raises:
        MissingField: the note is empty.
    """
    note_id = deed.add("note", vehicle_id=vehicle_id, text=_filled(text), written_on=on.isoformat())
    deed.vehicle_ids.add(vehicle_id)
    return note_id


def edit_note(deed: Deed, note_id: int, text: str, seen: str | None = None) -> None:
    """Overwrite a note's text; `seen` is what it said when somebody began to type.

    Raises:
        MissingField
        NotFound: there is none, or it lies in the bin.
        NoteChanged: it no longer says what was `seen`.
    """
    row = deed.database.execute_sql(_IN_USE, (note_id,)).fetchone()
    if row is None:
        raise errors.NotFound("note", str(note_id))
    if seen is not None and row[1] not in (seen, text.strip()):
        raise errors.NoteChanged(row[1])
    deed.edit("note", note_id, text=_filled(text))
    deed.vehicle_ids.add(row[0])
