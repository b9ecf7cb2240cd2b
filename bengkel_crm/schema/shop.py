"""The shop itself: its settings, and what the program keeps of its own work."""

from bengkel_crm.schema.fields import (
    NAME,
    Anonymise,
    Journal,
    Table,
    fields,
    moment,
    number,
    private,
    row_id,
    text,
    whole,
)

SETTING = Table(
    name="setting",
    label="Settings",
    key=("key",),
    journal=Journal.WHOLE,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=True,
    sort=("key",),
    fields=fields(
        key=text(NAME, required=True, label="Setting"),
        value=text(required=True, blank=True, label="Value"),
    ),
)
# What was written, so that it can be taken back.
DEED = Table(
    name="deed",
    journal=Journal.NEVER,
    anonymise=Anonymise.FIELDS,
    in_data_copy=False,
    is_exchanged=False,
    fields=fields(
        id=row_id(),
        done_at=moment(required=True),
        kind=text(required=True),
        subject=private(text(required=True)),
        images=private(text(required=True)),
        undone_at=moment(),
        # Empty where it was done by an older version; nobody has a name of his own at the PC yet.
        done_by=number(),
        pc=text(NAME),
        schema_version=whole(),
    ),
)
# Numbers that are given once: `year` is 0 where they do not begin again with it.
COUNTER = Table(
    name="counter",
    key=("kind", "year"),
    journal=Journal.NEVER,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=False,
    fields=fields(
        kind=text(required=True), year=whole(required=True), next_value=whole(required=True, least=1)
    ),
)
DRAFT = Table(
    name="draft",
    key=("key",),
    journal=Journal.NEVER,
    anonymise=Anonymise.ROWS,
    in_data_copy=False,
    is_exchanged=False,
    fields=fields(
        key=text(required=True),
        data=private(text(required=True)),
        saved_at=moment(required=True),
    ),
)
EXPORT_LOG = Table(
    name="export_log",
    journal=Journal.NEVER,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=False,
    fields=fields(
        id=row_id(),
        at=moment(required=True),
        what=text(required=True),
        file_name=text(required=True),
        rows=whole(required=True),
    ),
)
# What the columns of a book with these headers were taken for the last time.
BOOK_MAPPING = Table(
    name="book_mapping",
    key=("headers",),
    journal=Journal.WHOLE,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=False,
    fields=fields(headers=text(required=True), mapping=text(required=True), used_at=moment(required=True)),
)
