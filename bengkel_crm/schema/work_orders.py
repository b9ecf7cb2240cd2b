"""Work orders with their lines, and the lists that lines name: products, mechanics, job kinds."""

from dataclasses import replace

from bengkel_crm.records.imports import KeptReason
from bengkel_crm.schema.fields import (
    LINE,
    LINES,
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
    real,
    refers,
    row_id,
    rupiah,
    shown,
    text,
    whole,
)
from bengkel_crm.trade.kinds import LineKind, ProductCategory, VehicleKind, WorkOrderStatus
from bengkel_crm.trade.names import fold

# More than these and no calendar has the day on which the job is due.
_MONTHS, _KM = 1_200, 10**9

WORK_ORDER = Table(
    name="work_order",
    journal=Journal.ROWS,
    anonymise=Anonymise.FIELDS,
    in_data_copy=True,
    is_exchanged=True,
    unique=(("number",),),
    fields=fields(
        number=text(60, required=True),
        date=day(required=True),
        plate=shown("vehicle_id.plate"),
        owner=shown("customer_id.name"),
        brand=shown("vehicle_id.brand"),
        model=shown("vehicle_id.model"),
        odometer_km=whole(least=0),
        symptom=private(text(TEXT)),
        jobs=text(LINES, required=True, blank=True),
        oil=text(LINES),
        mechanic=shown("mechanic_id.name"),
        total_rupiah=rupiah(required=True),
        status=code(WorkOrderStatus, required=True),
        remark=private(text(TEXT)),
        entered_at=moment(),
        removed_at=moment(),
        vehicle_id=refers("vehicle", KeptReason.WORK_ORDER, required=True),
        customer_id=refers("customer", KeptReason.WORK_ORDER),
        mechanic_id=refers("mechanic", KeptReason.USED),
        id=row_id(),
    ),
)
WORK_ORDER_LINE = Table(
    name="work_order_line",
    journal=Journal.ROWS,
    anonymise=Anonymise.NOTHING,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        number=shown("work_order_id.number"),
        date=shown("work_order_id.date"),
        plate=shown("work_order_id.vehicle_id.plate"),
        kind=code(LineKind, required=True),
        text=text(LINE, required=True, blank=True),
        category=code(ProductCategory),
        job_name=shown("job_kind_id.name"),
        quantity=real(required=True),
        price_rupiah=rupiah(required=True),
        mechanic=shown("mechanic_id.name"),
        position=number(required=True),
        job_kind_id=refers("job_kind", KeptReason.USED, taken_as="job_kind"),
        product_id=refers("product", KeptReason.USED),
        mechanic_id=refers("mechanic", KeptReason.USED),
        work_order_id=part_of("work_order"),
        id=row_id(),
    ),
)
PRODUCT = Table(
    name="product",
    journal=Journal.ROWS,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=True,
    unique=(("name_key",),),
    fields=fields(
        name=text(LINE, required=True),
        name_key=key_of("name", fold, required=True),
        category=code(ProductCategory, required=True),
        price_rupiah=rupiah(),
        id=row_id(),
    ),
)
MECHANIC = Table(
    name="mechanic",
    journal=Journal.ROWS,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=True,
    unique=(("name_key",),),
    fields=fields(
        name=text(NAME, required=True),
        name_key=key_of("name", fold, required=True),
        active=code(required=True, default=1),
        id=row_id(),
    ),
)
JOB_KIND = Table(
    name="job_kind",
    journal=Journal.ROWS,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=True,
    unique=(("code",),),
    sort=("position", "code"),
    fields=fields(
        name=text(NAME, required=True),
        keywords=text(TEXT, required=True, blank=True),
        position=number(required=True),
        code=text(NAME, required=True),
        # Other shops number their job kinds otherwise: they are known by their codes.
        id=replace(row_id(), is_exchanged=False),
    ),
)
JOB_INTERVAL = Table(
    name="job_interval",
    key=("job_kind_id", "vehicle_kind"),
    sort=("job_kind_id.position", "job_kind_id.code", "vehicle_kind"),
    journal=Journal.WHOLE,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=True,
    fields=fields(
        name=shown("job_kind_id.name"),
        vehicle_kind=code(VehicleKind, required=True),
        months=whole(least=1, most=_MONTHS),
        km=whole(least=1, most=_KM),
        job_kind_id=refers("job_kind", KeptReason.USED, required=True, taken_as="code"),
    ),
)
