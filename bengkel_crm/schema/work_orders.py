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
    label="Work orders",
    journal=Journal.ROWS,
    anonymise=Anonymise.FIELDS,
    in_data_copy=True,
    is_exchanged=True,
    unique=(("number",),),
    fields=fields(
        number=text(60, required=True, label="Number"),
        date=day(required=True, label="Date"),
        plate=shown("vehicle_id.plate", label="Plate"),
        owner=shown("customer_id.name", label="Owner"),
        brand=shown("vehicle_id.brand", label="Brand"),
        model=shown("vehicle_id.model", label="Model"),
        odometer_km=whole(least=0, label="Km"),
        symptom=private(text(TEXT, label="Symptom")),
        jobs=text(LINES, required=True, blank=True, label="Jobs"),
        oil=text(LINES, label="Engine oil"),
        mechanic=shown("mechanic_id.name", label="Mechanic"),
        total_rupiah=rupiah(required=True, label="Total"),
        status=code(WorkOrderStatus, required=True, label="Status"),
        remark=private(text(TEXT, label="Remark")),
        entered_at=moment(label="Written down"),
        removed_at=moment(label="Removed on"),
        vehicle_id=refers("vehicle", KeptReason.WORK_ORDER, required=True, label="Vehicle ID"),
        customer_id=refers("customer", KeptReason.WORK_ORDER, label="Customer ID"),
        mechanic_id=refers("mechanic", KeptReason.USED, label="Mechanic ID"),
        id=row_id(),
    ),
)
WORK_ORDER_LINE = Table(
    name="work_order_line",
    label="Work order lines",
    journal=Journal.ROWS,
    anonymise=Anonymise.NOTHING,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        number=shown("work_order_id.number", label="Number"),
        date=shown("work_order_id.date", label="Date"),
        plate=shown("work_order_id.vehicle_id.plate", label="Plate"),
        kind=code(LineKind, required=True, label="Kind"),
        text=text(LINE, required=True, blank=True, label="Text"),
        category=code(ProductCategory, label="Category"),
        job_name=shown("job_kind_id.name", label="Job kind"),
        quantity=real(required=True, label="Quantity"),
        price_rupiah=rupiah(required=True, label="Price"),
        mechanic=shown("mechanic_id.name", label="Mechanic"),
        position=number(required=True, label="Position"),
        job_kind_id=refers("job_kind", KeptReason.USED, taken_as="job_kind", label="Job kind code"),
        product_id=refers("product", KeptReason.USED, label="Product ID"),
        mechanic_id=refers("mechanic", KeptReason.USED, label="Mechanic ID"),
        work_order_id=part_of("work_order", label="Work order ID"),
        id=row_id(),
    ),
)
PRODUCT = Table(
    name="product",
    label="Products",
    journal=Journal.ROWS,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=True,
    unique=(("name_key",),),
    fields=fields(
        name=text(LINE, required=True, label="Name"),
        name_key=key_of("name", fold, required=True),
        category=code(ProductCategory, required=True, label="Category"),
        price_rupiah=rupiah(label="Price"),
        id=row_id(),
    ),
)
MECHANIC = Table(
    name="mechanic",
    label="Mechanics",
    journal=Journal.ROWS,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=True,
    unique=(("name_key",),),
    fields=fields(
        name=text(NAME, required=True, label="Name"),
        name_key=key_of("name", fold, required=True),
        active=code(required=True, default=1, label="Works here"),
        id=row_id(),
    ),
)
JOB_KIND = Table(
    name="job_kind",
    label="Job kinds",
    journal=Journal.ROWS,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=True,
    unique=(("code",),),
    sort=("position", "code"),
    fields=fields(
        name=text(NAME, required=True, label="Name"),
        keywords=text(TEXT, required=True, blank=True, label="Recognised by"),
        position=number(required=True, label="Position"),
        code=text(NAME, required=True, label="Code"),
        # Other shops number their job kinds otherwise: they are known by their codes.
        id=replace(row_id(), is_exchanged=False),
    ),
)
JOB_INTERVAL = Table(
    name="job_interval",
    label="Job intervals",
    key=("job_kind_id", "vehicle_kind"),
    sort=("job_kind_id.position", "job_kind_id.code", "vehicle_kind"),
    journal=Journal.WHOLE,
    anonymise=Anonymise.NOTHING,
    in_data_copy=False,
    is_exchanged=True,
    fields=fields(
        name=shown("job_kind_id.name", label="Name"),
        vehicle_kind=code(VehicleKind, required=True, label="Kind of vehicle"),
        months=whole(least=1, most=_MONTHS, label="Months"),
        km=whole(least=1, most=_KM, label="Km interval"),
        job_kind_id=refers("job_kind", KeptReason.USED, required=True, taken_as="code", label="Code"),
    ),
)
