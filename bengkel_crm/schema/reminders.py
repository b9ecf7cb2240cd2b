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
    label="Contacts",
    title=("customer_id.name", "vehicle_id.plate"),
    title_order=("at",),
    journal=Journal.ROWS,
    anonymise=Anonymise.FIELDS,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        at=moment(required=True, label="When"),
        owner=shown("customer_id.name", label="Owner"),
        plate=shown("vehicle_id.plate", label="Plate"),
        channel=code(Channel, required=True, label="Channel"),
        direction=code(Direction, required=True, label="Direction"),
        # What was sent, and what was answered over the years.
        content=private(text(2 * TEXT, required=True, blank=True, label="Content")),
        outcome=code(Outcome, label="Outcome"),
        outcome_at=moment(label="Outcome noted"),
        snooze_until=day(label="Put off until"),
        outcome_set=text(LINES, label="Marked by the outcome"),
        removed_at=moment(label="Removed on"),
        customer_id=refers("customer", KeptReason.CONTACT, label="Customer ID"),
        vehicle_id=refers("vehicle", KeptReason.CONTACT, label="Vehicle ID"),
        # A number that was dialled is named also when the customer has it no more.
        phone_id=number(label="Phone ID"),
        id=row_id(),
    ),
)
REMINDER = Table(
    name="reminder",
    label="Reminders",
    journal=Journal.ROWS,
    anonymise=Anonymise.NOTHING,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        sent_on=day(required=True, label="Sent on"),
        plate=shown("vehicle_id.plate", label="Plate"),
        subject=code(DueSubject, required=True, label="Subject"),
        job_name=shown("job_kind_id.name", label="Job kind"),
        due_by=day(required=True, label="Due by"),
        job_kind_id=refers("job_kind", KeptReason.USED, taken_as="job_kind", label="Job kind code"),
        contact_id=part_of("contact", label="Contact ID"),
        vehicle_id=refers("vehicle", KeptReason.CONTACT, required=True, label="Vehicle ID"),
        id=row_id(),
    ),
)
# Who stood on a month's list when work on it began: those nobody contacted are the honest comparison.
DUE_SEEN = Table(
    name="due_seen",
    label="Month lists",
    key=("month", "vehicle_id"),
    journal=Journal.BESIDE,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=True,
    sort=("month", "vehicle_id"),
    fields=fields(
        month=text(required=True, label="Month"),
        plate=shown("vehicle_id.plate", label="Plate"),
        due_by=day(required=True, label="Due by"),
        vehicle_id=refers("vehicle", required=True, enforced=False, label="Vehicle ID"),
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
