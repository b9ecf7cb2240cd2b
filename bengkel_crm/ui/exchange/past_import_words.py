"""Past imports, and what stays of one that is taken back, in words."""

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.imports import ImportUndoPreview, KeptReason, KeptRecord, PastImport
from bengkel_crm.ui.lists.columns import COUNT, MOMENT, ListColumn

IMPORT_COLUMNS: tuple[ListColumn[PastImport], ...] = (
    ListColumn("at", lambda: translate("PastImports", "When"), lambda past: past.at, MOMENT, width=170),
    ListColumn(
        "file_name", lambda: translate("PastImports", "File"), lambda past: past.file_name, stretch=True
    ),
    # The counts are of what an import added.
    ListColumn(
        "vehicles", lambda: translate("PastImports", "Vehicles"), lambda past: past.vehicles, COUNT, width=100
    ),
    ListColumn(
        "customers",
        lambda: translate("PastImports", "Customers"),
        lambda past: past.customers,
        COUNT,
        width=100,
    ),
    ListColumn(
        "work_orders",
        lambda: translate("PastImports", "Work orders"),
        lambda past: past.work_orders,
        COUNT,
        width=100,
    ),
    ListColumn(
        "products", lambda: translate("PastImports", "Products"), lambda past: past.products, COUNT, width=90
    ),
)

# What stays of an import that is taken back.
KEPT_COLUMNS: tuple[ListColumn[KeptRecord], ...] = (
    ListColumn("table", lambda: translate("PastImports", "What"), lambda kept: table_words(kept)),
    ListColumn("title", lambda: translate("PastImports", "Stays"), lambda kept: kept.title, stretch=True),
    ListColumn("reason", lambda: translate("PastImports", "Why"), lambda kept: reason_words(kept), width=330),
)


def table_words(kept: KeptRecord) -> str:
    """Return what kind of record stays."""
    match kept.table:
        case "vehicle":
            return translate("PastImports", "Vehicle")
        case "customer":
            return translate("PastImports", "Customer")
        case "work_order":
            return translate("PastImports", "Work order")
        case "note":
            return translate("PastImports", "Note")
        case "contact":
            return translate("PastImports", "Contact")
        case "product":
            return translate("PastImports", "Product")
        case "mechanic":
            return translate("PastImports", "Mechanic")
        case _:
            return translate("PastImports", "Kind of work")


def reason_words(kept: KeptRecord) -> str:
    """Return what was built on a record since its import."""
    match kept.reason:
        case KeptReason.WORK_ORDER:
            return translate("PastImports", "has a work order written or changed since")
        case KeptReason.NOTE:
            return translate("PastImports", "has a note written since")
        case KeptReason.CONTACT:
            return translate("PastImports", "was contacted or reminded since")
        case KeptReason.NEW_OWNER:
            return translate("PastImports", "its owner was changed or served since")
        case KeptReason.OWNS:
            return translate("PastImports", "owns a vehicle that stays")
        case KeptReason.USED:
            return translate("PastImports", "stands in a work order that stays")
        case _:
            return translate("PastImports", "was changed since")


def going_words(told: ImportUndoPreview) -> str:
    """Return one line that counts what goes: "12 vehicles · 9 customers · 40 work orders"."""
    counts = [
        translate("PastImports", "%n vehicles", told.going.get("vehicle", 0)),
        translate("PastImports", "%n customers", told.going.get("customer", 0)),
        translate("PastImports", "%n work orders", told.going.get("work_order", 0)),
    ]
    if told.going.get("product"):
        counts.append(translate("PastImports", "%n products", told.going["product"]))
    if told.going.get("contact"):
        counts.append(translate("PastImports", "%n contacts", told.going["contact"]))
    return " · ".join(counts)
