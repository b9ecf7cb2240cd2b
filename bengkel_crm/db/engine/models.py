"""The tables as peewee models: for forms, lists and compiled writes. They never leave this room."""

from peewee import FloatField, IntegerField, Model, SmallIntegerField, TextField


class Setting(Model):
    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "setting"


class Customer(Model):
    name = TextField()
    name_key = TextField()
    honorific = TextField(null=True)
    kind = TextField()
    contact_person = TextField(null=True)
    address = TextField(null=True)
    removed_at = TextField(null=True)
    no_contact_since = TextField(null=True)
    promotion_consent_on = TextField(null=True)

    class Meta:
        table_name = "customer"


class CustomerPhone(Model):
    customer_id = IntegerField()
    position = SmallIntegerField()
    typed = TextField()
    e164 = TextField(null=True)
    match_key = TextField(null=True)
    wrong_since = TextField(null=True)

    class Meta:
        table_name = "customer_phone"


class Vehicle(Model):
    plate = TextField()
    plate_key = TextField()
    kind = TextField()
    brand = TextField(null=True)
    model = TextField(null=True)
    year = SmallIntegerField(null=True)
    color = TextField(null=True)
    removed_at = TextField(null=True)
    sold_on = TextField(null=True)
    gone_on = TextField(null=True)
    stnk_tax_on = TextField(null=True)
    plate_expires_on = TextField(null=True)

    class Meta:
        table_name = "vehicle"


class Ownership(Model):
    vehicle_id = IntegerField()
    customer_id = IntegerField()
    since = TextField(null=True)
    until = TextField(null=True)

    class Meta:
        table_name = "ownership"


class OldPlate(Model):
    vehicle_id = IntegerField()
    plate = TextField()
    plate_key = TextField()
    until = TextField(null=True)

    class Meta:
        table_name = "old_plate"


class Mechanic(Model):
    name = TextField()
    name_key = TextField()
    active = SmallIntegerField(default=1)

    class Meta:
        table_name = "mechanic"


class JobKind(Model):
    code = TextField()
    name = TextField()
    keywords = TextField()
    position = SmallIntegerField()

    class Meta:
        table_name = "job_kind"


class Product(Model):
    name = TextField()
    name_key = TextField()
    category = TextField()
    price_rupiah = IntegerField(null=True)

    class Meta:
        table_name = "product"


class WorkOrder(Model):
    number = TextField()
    vehicle_id = IntegerField()
    customer_id = IntegerField(null=True)
    date = TextField()
    odometer_km = IntegerField(null=True)
    symptom = TextField(null=True)
    remark = TextField(null=True)
    mechanic_id = IntegerField(null=True)
    status = TextField()
    total_rupiah = IntegerField()
    jobs = TextField()
    oil = TextField(null=True)
    removed_at = TextField(null=True)
    entered_at = TextField(null=True)

    class Meta:
        table_name = "work_order"


class WorkOrderLine(Model):
    work_order_id = IntegerField()
    position = SmallIntegerField()
    kind = TextField()
    text = TextField()
    category = TextField(null=True)
    job_kind_id = IntegerField(null=True)
    product_id = IntegerField(null=True)
    quantity = FloatField()
    price_rupiah = IntegerField()
    mechanic_id = IntegerField(null=True)

    class Meta:
        table_name = "work_order_line"


class Note(Model):
    vehicle_id = IntegerField()
    text = TextField()
    written_on = TextField()
    removed_at = TextField(null=True)

    class Meta:
        table_name = "note"


class Contact(Model):
    customer_id = IntegerField(null=True)
    vehicle_id = IntegerField(null=True)
    at = TextField()
    channel = TextField()
    direction = TextField()
    content = TextField()
    outcome = TextField(null=True)
    outcome_at = TextField(null=True)
    snooze_until = TextField(null=True)
    removed_at = TextField(null=True)
    phone_id = IntegerField(null=True)
    outcome_set = TextField(null=True)

    class Meta:
        table_name = "contact"


class Reminder(Model):
    contact_id = IntegerField()
    vehicle_id = IntegerField()
    subject = TextField()
    job_kind_id = IntegerField(null=True)
    due_by = TextField()
    sent_on = TextField()

    class Meta:
        table_name = "reminder"


class VehicleStanding(Model):
    vehicle_id = IntegerField(primary_key=True)
    work_order_count = IntegerField()
    last_work_order_id = IntegerField(null=True)
    last_on = TextField(null=True)
    last_odometer_km = IntegerField(null=True)
    reading_on = TextField(null=True)
    reading_km = IntegerField(null=True)
    km_per_day = FloatField(null=True)
    oil_name = TextField(null=True)
    oil_on = TextField(null=True)
    oil_km = IntegerField(null=True)
    mechanic_id = IntegerField(null=True)
    mechanic_count = IntegerField(null=True)
    next_job_kind_id = IntegerField(null=True)
    next_due_on = TextField(null=True)
    next_due_km = IntegerField(null=True)
    next_due_by = TextField(null=True)
    rhythm_days = IntegerField(null=True)
    slips_on = TextField(null=True)
    paid_rupiah = IntegerField()
    search_place = IntegerField(null=True)
    future_on = TextField(null=True)

    class Meta:
        table_name = "vehicle_standing"


# What a deed may write, by table, from parent to child: undoing runs backwards through it.
WRITABLE: dict[str, type[Model]] = {
    model._meta.table_name: model
    for model in (
        Customer,
        CustomerPhone,
        Vehicle,
        Ownership,
        OldPlate,
        Mechanic,
        JobKind,
        Product,
        WorkOrder,
        WorkOrderLine,
        Note,
        Contact,
        Reminder,
    )
}
