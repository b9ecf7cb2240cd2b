"""What falls due, who was contacted about it, and what came of it."""

from bengkel_crm.records.imports import KeptReason
from bengkel_crm.records.reminders import Channel, Direction, DueSubject, Outcome
from bengkel_crm.schema.fields import (
    LINES,
    TEXT,
    Anonymise,
    Journal,
    Table,
    code,
    day,
    fields,
    moment,
    number,
    part_of,
    private,
    refers,
    row_id,
    shown,
    text,
    whole,
)

CONTACT = Table(
    name="contact",
    journal=Journal.ROWS,
    anonymise=Anonymise.FIELDS,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        at=moment(required=True),
        owner=shown("customer_id.name"),
        plate=shown("vehicle_id.plate"),
        channel=code(Channel, required=True),
        direction=code(Direction, required=True),
        # What was sent, and what was answered over the years.
        content=private(text(2 * TEXT, required=True, blank=True)),
        outcome=code(Outcome),
        outcome_at=moment(),
        snooze_until=day(),
        outcome_set=text(LINES),
        removed_at=moment(),
        customer_id=refers("customer", KeptReason.CONTACT),
        vehicle_id=refers("vehicle", KeptReason.CONTACT),
        # A number that was dialled is named also when the customer has it no more.
        phone_id=number(),
        id=row_id(),
    ),
)
REMINDER = Table(
    name="reminder",
    journal=Journal.ROWS,
    anonymise=Anonymise.NOTHING,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        sent_on=day(required=True),
        plate=shown("vehicle_id.plate"),
        subject=code(DueSubject, required=True),
        job_name=shown("job_kind_id.name"),
        due_by=day(required=True),
        job_kind_id=refers("job_kind", KeptReason.USED, taken_as="job_kind"),
        contact_id=part_of("contact"),
        vehicle_id=refers("vehicle", KeptReason.CONTACT, required=True),
        id=row_id(),
    ),
)
# Who stood on a month's list when work on it began: those nobody contacted are the honest comparison.
DUE_SEEN = Table(
    name="due_seen",
    key=("month", "vehicle_id"),
    journal=Journal.BESIDE,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=True,
    sort=("month", "vehicle_id"),
    fields=fields(
        month=text(required=True),
        plate=shown("vehicle_id.plate"),
        due_by=day(required=True),
        vehicle_id=refers("vehicle", required=True, enforced=False),
    ),
)
JOB_DUE = Table(
    name="job_due",
    key=("vehicle_id", "job_kind_id"),
    journal=Journal.DERIVED,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=False,
    fields=fields(
        vehicle_id=refers("vehicle", required=True),
        job_kind_id=refers("job_kind", required=True),
        last_done_on=day(required=True),
        last_done_km=whole(),
        due_on=day(),
        due_km=whole(),
        due_by=day(),
        estimated=whole(required=True),
    ),
)
