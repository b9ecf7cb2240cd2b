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
    label="Customers",
    title=("name",),
    title_order=("name_key",),
    journal=Journal.ROWS,
    anonymise=Anonymise.FIELDS,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        name=private(text(NAME, required=True, label="Name")),
        name_key=private(key_of("name", name_key, required=True)),
        honorific=private(text(40, label="Form of address")),
        kind=code(CustomerKind, required=True, label="Kind"),
        phones=shown(label="Phones"),
        contact_person=private(text(NAME, label="Contact person")),
        address=private(text(500, label="Address")),
        no_contact_since=day(label="No contact since"),
        promotion_consent_on=day(label="Consent to promotion"),
        removed_at=moment(label="Removed on"),
        id=row_id(),
    ),
)
CUSTOMER_PHONE = Table(
    name="customer_phone",
    label="Phones",
    journal=Journal.ROWS,
    anonymise=Anonymise.ROWS,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        owner=shown("customer_id.name", label="Owner"),
        typed=private(text(200, required=True, label="Phone")),
        wrong_since=day(label="Wrong number since"),
        e164=private(text(200, label="Phone, international")),
        match_key=private(key_of("e164", _phone_key)),
        position=number(required=True, label="Position"),
        customer_id=part_of("customer", label="Customer ID"),
        id=row_id(),
    ),
)
NOTE = Table(
    name="note",
    label="Notes",
    title=("vehicle_id.plate", "text"),
    journal=Journal.ROWS,
    anonymise=Anonymise.FIELDS,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        plate=shown("vehicle_id.plate", label="Plate"),
        written_on=day(required=True, label="Written on"),
        text=private(text(TEXT, required=True, blank=True, label="Text")),
        removed_at=moment(label="Removed on"),
        vehicle_id=refers("vehicle", KeptReason.NOTE, required=True, label="Vehicle ID"),
        id=row_id(),
    ),
)
