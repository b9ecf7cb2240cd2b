"""The words of the import wizard: what a column is taken for, what rows are, what becomes of a field."""

from collections.abc import Callable, Iterable, Mapping

from bengkel_crm.base.i18n import translate
from bengkel_crm.workshop.exchange import ColumnRole, FieldRule, ImportField, TableKind
from bengkel_crm.workshop.exchange.tables.roles import (
    FIELD_ROLES,
    NAME_ROLES,
    PERSON_ROLES,
    PLATE_ROLES,
    SEVERAL,
    VEHICLE_ROLES,
    title_of_role,
)

_ROLES: Mapping[ColumnRole, Callable[[], str]] = {
    ColumnRole.PLATE: lambda: translate("ImportBook", "Plate"),
    ColumnRole.PLATE_REGION: lambda: translate("ImportBook", "Plate, letters in front"),
    ColumnRole.PLATE_DIGITS: lambda: translate("ImportBook", "Plate, digits"),
    ColumnRole.PLATE_SUFFIX: lambda: translate("ImportBook", "Plate, letters behind"),
    ColumnRole.CUSTOMER: lambda: translate("ImportBook", "Customer"),
    ColumnRole.FIRST_NAME: lambda: translate("ImportBook", "First name"),
    ColumnRole.MIDDLE_NAME: lambda: translate("ImportBook", "Middle name"),
    ColumnRole.LAST_NAME: lambda: translate("ImportBook", "Last name"),
    ColumnRole.COMPANY: lambda: translate("ImportBook", "Company"),
    ColumnRole.HONORIFIC: lambda: translate("ImportBook", "Form of address"),
    ColumnRole.PHONE: lambda: translate("ImportBook", "Phone"),
    ColumnRole.ADDRESS: lambda: translate("ImportBook", "Address"),
    ColumnRole.CONTACT: lambda: translate("ImportBook", "Contact person"),
    ColumnRole.VEHICLE: lambda: translate("ImportBook", "Vehicle"),
    ColumnRole.BRAND: lambda: translate("ImportBook", "Brand"),
    ColumnRole.MODEL: lambda: translate("ImportBook", "Model"),
    ColumnRole.YEAR: lambda: translate("ImportBook", "Year"),
    ColumnRole.VEHICLE_KIND: lambda: translate("ImportBook", "Motorcycle or car"),
    ColumnRole.DATE: lambda: translate("ImportBook", "Date of the visit"),
    ColumnRole.NUMBER: lambda: translate("ImportBook", "Work order number"),
    ColumnRole.ROW_NUMBER: lambda: translate("ImportBook", "Row number: not used"),
    ColumnRole.ODOMETER: lambda: translate("ImportBook", "Kilometres"),
    ColumnRole.STATUS: lambda: translate("ImportBook", "Made, booked or called off"),
    ColumnRole.SYMPTOM: lambda: translate("ImportBook", "Complaint about the vehicle"),
    ColumnRole.WORK: lambda: translate("ImportBook", "Work and parts"),
    ColumnRole.JOB: lambda: translate("ImportBook", "Work"),
    ColumnRole.PART: lambda: translate("ImportBook", "Parts"),
    ColumnRole.OIL: lambda: translate("ImportBook", "Engine oil"),
    ColumnRole.OTHER_OIL: lambda: translate("ImportBook", "Other oil"),
    ColumnRole.MARK: lambda: translate("ImportBook", "Work, ticked"),
    ColumnRole.LINE_KIND: lambda: translate("ImportBook", "Work or part"),
    ColumnRole.MECHANIC: lambda: translate("ImportBook", "Mechanic"),
    ColumnRole.QUANTITY: lambda: translate("ImportBook", "Quantity"),
    ColumnRole.PIECES: lambda: translate("ImportBook", "Quantity of each"),
    ColumnRole.PRICE: lambda: translate("ImportBook", "Price"),
    ColumnRole.AMOUNT: lambda: translate("ImportBook", "Amount"),
    ColumnRole.TOTAL: lambda: translate("ImportBook", "Total"),
    ColumnRole.COST: lambda: translate("ImportBook", "Part of the total"),
    ColumnRole.REMARK: lambda: translate("ImportBook", "Remark"),
    ColumnRole.CUSTOMER_ID: lambda: translate("ImportBook", "Number of the customer in the old program"),
    ColumnRole.VEHICLE_ID: lambda: translate("ImportBook", "Number of the vehicle in the old program"),
    ColumnRole.PRODUCT: lambda: translate("ImportBook", "Name of the product"),
    ColumnRole.CATEGORY: lambda: translate("ImportBook", "Category of the product"),
    ColumnRole.OUTCOME: lambda: translate("ImportBook", "What came of the reminder"),
    ColumnRole.UNTIL: lambda: translate("ImportBook", "Contact again on"),
    ColumnRole.OTHER: lambda: translate("ImportBook", "Do not import"),
}
_KINDS: Mapping[TableKind, Callable[[], str]] = {
    TableKind.VISITS: lambda: translate("ImportBook", "Visits"),
    TableKind.LINES: lambda: translate("ImportBook", "Lines of visits"),
    TableKind.VEHICLES: lambda: translate("ImportBook", "Vehicles"),
    TableKind.CUSTOMERS: lambda: translate("ImportBook", "Customers"),
    TableKind.PRODUCTS: lambda: translate("ImportBook", "Prices of products"),
    TableKind.OUTCOMES: lambda: translate("ImportBook", "Answers to reminders"),
}
_FIELDS: Mapping[ImportField, Callable[[], str]] = {
    ImportField.NAME: lambda: translate("ImportBook", "Name"),
    ImportField.PHONES: lambda: translate("ImportBook", "Phone"),
    ImportField.ADDRESS: lambda: translate("ImportBook", "Address"),
    ImportField.CONTACT: lambda: translate("ImportBook", "Contact person"),
    ImportField.KIND: lambda: translate("ImportBook", "Motorcycle or car"),
    ImportField.BRAND: lambda: translate("ImportBook", "Brand"),
    ImportField.MODEL: lambda: translate("ImportBook", "Model"),
    ImportField.YEAR: lambda: translate("ImportBook", "Year"),
    ImportField.PRICE: lambda: translate("ImportBook", "Price"),
}
_RULES: Mapping[FieldRule, Callable[[], str]] = {
    FieldRule.FILL: lambda: translate("ImportBook", "Fill in only where ours is blank"),
    FieldRule.KEEP: lambda: translate("ImportBook", "Keep ours"),
    FieldRule.TAKE: lambda: translate("ImportBook", "Take theirs"),
}
_WORK = (
    *(
        ColumnRole.WORK,
        ColumnRole.JOB,
        ColumnRole.PART,
        ColumnRole.OIL,
        ColumnRole.OTHER_OIL,
        ColumnRole.MARK,
        ColumnRole.LINE_KIND,
        ColumnRole.MECHANIC,
    ),
    *(ColumnRole.QUANTITY, ColumnRole.PIECES, ColumnRole.PRICE, ColumnRole.AMOUNT),
)
_LAST = (ColumnRole.REMARK, ColumnRole.ROW_NUMBER)
_FIELDS_OF_PERSON = (
    *(ImportField.NAME, ImportField.PHONES, ImportField.ADDRESS, ImportField.CONTACT),
    *map(ImportField, FIELD_ROLES["customer"]),
)
_FIELDS_OF_VEHICLE = (
    *(ImportField.KIND, ImportField.BRAND, ImportField.MODEL, ImportField.YEAR),
    *map(ImportField, FIELD_ROLES["vehicle"]),
)
_FIELDS_OF: Mapping[TableKind, tuple[ImportField, ...]] = {
    TableKind.VISITS: (*_FIELDS_OF_PERSON, *_FIELDS_OF_VEHICLE),
    TableKind.VEHICLES: (*_FIELDS_OF_PERSON, *_FIELDS_OF_VEHICLE),
    TableKind.CUSTOMERS: _FIELDS_OF_PERSON,
    TableKind.PRODUCTS: (ImportField.PRICE,),
}
_IDS = (ColumnRole.VEHICLE_ID, ColumnRole.CUSTOMER_ID)
# What a column of such rows can be, in the order in which it is offered.
_ROLES_OF: Mapping[TableKind, tuple[ColumnRole, ...]] = {
    TableKind.VISITS: (
        *(
            *PLATE_ROLES,
            ColumnRole.DATE,
            ColumnRole.NUMBER,
            ColumnRole.ODOMETER,
            *PERSON_ROLES,
            *VEHICLE_ROLES,
            ColumnRole.STATUS,
            ColumnRole.SYMPTOM,
        ),
        *FIELD_ROLES["work_order"],
        *_WORK,
        *(ColumnRole.TOTAL, ColumnRole.COST, *_IDS, *_LAST),
    ),
    TableKind.LINES: (ColumnRole.NUMBER, *_WORK, ColumnRole.STATUS, *_LAST),
    TableKind.VEHICLES: (*PLATE_ROLES, *PERSON_ROLES, *VEHICLE_ROLES, *_IDS, *_LAST),
    TableKind.CUSTOMERS: (*PERSON_ROLES, ColumnRole.CUSTOMER_ID, ColumnRole.ROW_NUMBER),
    TableKind.PRODUCTS: (ColumnRole.PRODUCT, ColumnRole.PRICE, ColumnRole.CATEGORY, ColumnRole.ROW_NUMBER),
    TableKind.OUTCOMES: (*PLATE_ROLES, ColumnRole.NUMBER, ColumnRole.OUTCOME, ColumnRole.UNTIL, *_LAST),
}
_ANY_PLATE = frozenset({ColumnRole.PLATE, ColumnRole.PLATE_DIGITS})
_LISTED = frozenset({ColumnRole.NUMBER, ColumnRole.ROW_NUMBER})
# One of each of these sets must be among the columns.
_NEEDED: Mapping[TableKind, tuple[frozenset[ColumnRole], ...]] = {
    TableKind.VISITS: (_ANY_PLATE | {ColumnRole.VEHICLE_ID}, frozenset({ColumnRole.DATE})),
    TableKind.LINES: (
        frozenset({ColumnRole.NUMBER}),
        frozenset({ColumnRole.WORK, ColumnRole.JOB, ColumnRole.PART}),
    ),
    TableKind.VEHICLES: (_ANY_PLATE,),
    TableKind.CUSTOMERS: (frozenset(NAME_ROLES) - {ColumnRole.MIDDLE_NAME},),
    TableKind.PRODUCTS: (frozenset({ColumnRole.PRODUCT}), frozenset({ColumnRole.PRICE})),
    TableKind.OUTCOMES: (_ANY_PLATE | _LISTED, frozenset({ColumnRole.OUTCOME})),
}


def role_words(role: ColumnRole, kind: TableKind) -> str:
    """Return what a column of such rows is taken for: "Plate", "Do not import"."""
    if kind is TableKind.OUTCOMES and role in _LISTED:
        return translate("ImportBook", "Number on the call sheet")
    return _ROLES[role]() if role in _ROLES else title_of_role(role)


def is_unused(role: ColumnRole, kind: TableKind) -> bool:
    """Return whether nothing of such a column is kept."""
    return role is ColumnRole.OTHER or (role is ColumnRole.ROW_NUMBER and kind is not TableKind.OUTCOMES)


def kind_words(kind: TableKind) -> str:
    """Return what the rows of a table are: "Visits"."""
    return _KINDS[kind]()


def field_words(field: ImportField) -> str:
    """Return what a field of the shop, or a column's role, is called."""
    return _FIELDS[field]() if field in _FIELDS else title_of_role(ColumnRole(field))


def rule_words(rule: FieldRule) -> str:
    """Return what a rule for doubtful cells does."""
    return _RULES[rule]()


def all_kinds() -> tuple[TableKind, ...]:
    """Return every kind of table a book may hold, in the order in which they are offered."""
    return tuple(_KINDS)


def roles_for(kind: TableKind) -> tuple[ColumnRole, ...]:
    """Return what a column of such rows can be; not to be imported stands first."""
    return (ColumnRole.OTHER, *_ROLES_OF[kind])


def may_repeat(role: ColumnRole) -> bool:
    """Return whether several columns of a table can be of this role."""
    return role in SEVERAL or role in (ColumnRole.OTHER, ColumnRole.ROW_NUMBER)


def fields_of(kinds: Iterable[TableKind]) -> list[ImportField]:
    """Return what rows of these kinds can tell differently from what is known."""
    told = {field for kind in kinds for field in _FIELDS_OF.get(kind, ())}
    return [field for field in ImportField if field in told]


def missing_role(kind: TableKind, roles: tuple[ColumnRole, ...]) -> ColumnRole | None:
    """Return what no column is taken for though rows of this kind can not do without it, or None."""
    for needed in _NEEDED[kind]:
        if not needed & set(roles):
            return next(role for role in _ROLES_OF[kind] if role in needed)
    return None


def column_letter(index: int) -> str:
    """Return what Excel calls the column of an index that counts from 0: A, Z, AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
