"""Customers, their phones, and what was said about their vehicles."""

from bengkel_crm.records.imports import KeptReason
from bengkel_crm.schema.fields import (
    NAME,
    TEXT,
    Anonymise,
    Journal,
    Table,
    code,
    day,
    fields,
    key_of,
    moment,
    number,
    part_of,
    private,
    refers,
    row_id,
    shown,
    text,
)
from bengkel_crm.trade.kinds import CustomerKind
from bengkel_crm.trade.names import name_key
from bengkel_crm.trade.phones import match_key


def _phone_key(e164: str | None) -> str | None:
    return None if e164 is None else match_key(e164)


CUSTOMER = Table(
    name="customer",
    journal=Journal.ROWS,
    anonymise=Anonymise.FIELDS,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        name=private(text(NAME, required=True)),
        name_key=private(key_of("name", name_key, required=True)),
        honorific=private(text(40)),
        kind=code(CustomerKind, required=True, checked=True),
        phones=shown(),
        contact_person=private(text(NAME)),
        address=private(text(500)),
        no_contact_since=day(),
        promotion_consent_on=day(),
        removed_at=moment(),
        id=row_id(),
    ),
)
CUSTOMER_PHONE = Table(
    name="customer_phone",
    journal=Journal.ROWS,
    anonymise=Anonymise.ROWS,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        owner=shown("customer_id.name"),
        typed=private(text(200, required=True)),
        wrong_since=day(),
        e164=private(text(200)),
        match_key=private(key_of("e164", _phone_key)),
        position=number(required=True),
        customer_id=part_of("customer"),
        id=row_id(),
    ),
)
NOTE = Table(
    name="note",
    journal=Journal.ROWS,
    anonymise=Anonymise.FIELDS,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        plate=shown("vehicle_id.plate"),
        written_on=day(required=True),
        text=private(text(TEXT, required=True, blank=True)),
        removed_at=moment(),
        vehicle_id=refers("vehicle", KeptReason.NOTE, required=True),
        id=row_id(),
    ),
)
