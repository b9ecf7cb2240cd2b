"""Every table and field of the shop file, declared once.

To add a field: append a migration (db/engine/migrations.py) and declare the field in the file of its
subject, at the place where the shop's own export shows it. To add a table: a migration, a `Table` there,
and its name below. What the mechanisms of the program need to know of it is derived from here.
tests/schema/test_tables.py compares this with a fresh shop file.
"""

from collections.abc import Mapping

from bengkel_crm.schema.customers import (
    CUSTOMER,
    CUSTOMER_PHONE,
    NOTE,
)
from bengkel_crm.schema.fields import Table
from bengkel_crm.schema.reminders import (
    CONTACT,
    DUE_SEEN,
    JOB_DUE,
    REMINDER,
)
from bengkel_crm.schema.shop import (
    BOOK_MAPPING,
    COUNTER,
    DEED,
    DRAFT,
    EXPORT_LOG,
    SETTING,
)
from bengkel_crm.schema.vehicles import (
    OLD_PLATE,
    OPENED_CARD,
    OWNERSHIP,
    VEHICLE,
    VEHICLE_SUMMARY,
)
from bengkel_crm.schema.work_orders import (
    JOB_INTERVAL,
    JOB_KIND,
    MECHANIC,
    PRODUCT,
    WORK_ORDER,
    WORK_ORDER_LINE,
)

# In the order in which the shop's own export shows them.
TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        CUSTOMER,
        CUSTOMER_PHONE,
        VEHICLE,
        OWNERSHIP,
        OLD_PLATE,
        WORK_ORDER,
        WORK_ORDER_LINE,
        NOTE,
        CONTACT,
        REMINDER,
        DUE_SEEN,
        PRODUCT,
        MECHANIC,
        JOB_KIND,
        JOB_INTERVAL,
        SETTING,
        VEHICLE_SUMMARY,
        JOB_DUE,
        OPENED_CARD,
        DEED,
        DRAFT,
        EXPORT_LOG,
        BOOK_MAPPING,
        COUNTER,
    )
}
