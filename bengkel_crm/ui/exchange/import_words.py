"""The words of the import wizard: what a column is taken for, what rows are, what becomes of a field."""

from collections.abc import Callable, Iterable, Mapping

from bengkel_crm.base.i18n import translate
from bengkel_crm.workshop.exchange import Field, FieldRule, Role, TableKind
from bengkel_crm.workshop.exchange.tables.roles import SEVERAL

_ROLES: Mapping[Role, Callable[[], str]] = {
    Role.PLATE: lambda: translate("ImportBook", "Plate"),
    Role.PLATE_REGION: lambda: translate("ImportBook", "Plate, letters in front"),
    Role.PLATE_DIGITS: lambda: translate("ImportBook", "Plate, digits"),
    Role.PLATE_SUFFIX: lambda: translate("ImportBook", "Plate, letters behind"),
    Role.CUSTOMER: lambda: translate("ImportBook", "Customer"),
    Role.FIRST_NAME: lambda: translate("ImportBook", "First name"),
    Role.MIDDLE_NAME: lambda: translate("ImportBook", "Middle name"),
    Role.LAST_NAME: lambda: translate("ImportBook", "Last name"),
    Role.COMPANY: lambda: translate("ImportBook", "Company"),
    Role.HONORIFIC: lambda: translate("ImportBook", "Form of address"),
    Role.PHONE: lambda: translate("ImportBook", "Phone"),
    Role.ADDRESS: lambda: translate("ImportBook", "Address"),
    Role.CONTACT: lambda: translate("ImportBook", "Contact person"),
    Role.VEHICLE: lambda: translate("ImportBook", "Vehicle"),
    Role.BRAND: lambda: translate("ImportBook", "Brand"),
    Role.MODEL: lambda: translate("ImportBook", "Model"),
    Role.YEAR: lambda: translate("ImportBook", "Year"),
    Role.COLOR: lambda: translate("ImportBook", "Colour"),
    Role.VEHICLE_KIND: lambda: translate("ImportBook", "Motorcycle or car"),
    Role.DATE: lambda: translate("ImportBook", "Date of the visit"),
    Role.NUMBER: lambda: translate("ImportBook", "Work order number"),
    Role.ROW_NUMBER: lambda: translate("ImportBook", "Row number: not used"),
    Role.ODOMETER: lambda: translate("ImportBook", "Kilometres"),
    Role.STATUS: lambda: translate("ImportBook", "Made, booked or called off"),
    Role.SYMPTOM: lambda: translate("ImportBook", "Complaint about the vehicle"),
    Role.WORK: lambda: translate("ImportBook", "Work and parts"),
    Role.JOB: lambda: translate("ImportBook", "Work"),
    Role.PART: lambda: translate("ImportBook", "Parts"),
    Role.OIL: lambda: translate("ImportBook", "Engine oil"),
    Role.OTHER_OIL: lambda: translate("ImportBook", "Other oil"),
    Role.MARK: lambda: translate("ImportBook", "Work, ticked"),
    Role.LINE_KIND: lambda: translate("ImportBook", "Work or part"),
    Role.MECHANIC: lambda: translate("ImportBook", "Mechanic"),
    Role.QUANTITY: lambda: translate("ImportBook", "Quantity"),
    Role.PRICE: lambda: translate("ImportBook", "Price"),
    Role.AMOUNT: lambda: translate("ImportBook", "Amount"),
    Role.TOTAL: lambda: translate("ImportBook", "Total"),
    Role.COST: lambda: translate("ImportBook", "Part of the total"),
    Role.REMARK: lambda: translate("ImportBook", "Remark"),
    Role.CUSTOMER_ID: lambda: translate("ImportBook", "Number of the customer in the old program"),
    Role.VEHICLE_ID: lambda: translate("ImportBook", "Number of the vehicle in the old program"),
    Role.PRODUCT: lambda: translate("ImportBook", "Name of the product"),
    Role.CATEGORY: lambda: translate("ImportBook", "Category of the product"),
    Role.OUTCOME: lambda: translate("ImportBook", "What came of the reminder"),
    Role.UNTIL: lambda: translate("ImportBook", "Contact again on"),
    Role.OTHER: lambda: translate("ImportBook", "Do not import"),
}
_KINDS: Mapping[TableKind, Callable[[], str]] = {
    TableKind.VISITS: lambda: translate("ImportBook", "Visits"),
    TableKind.LINES: lambda: translate("ImportBook", "Lines of visits"),
    TableKind.VEHICLES: lambda: translate("ImportBook", "Vehicles"),
    TableKind.CUSTOMERS: lambda: translate("ImportBook", "Customers"),
    TableKind.PRODUCTS: lambda: translate("ImportBook", "Prices of products"),
    TableKind.OUTCOMES: lambda: translate("ImportBook", "Answers to reminders"),
}
_FIELDS: Mapping[Field, Callable[[], str]] = {
    Field.NAME: lambda: translate("ImportBook", "Name"),
    Field.PHONES: lambda: translate("ImportBook", "Phone"),
    Field.ADDRESS: lambda: translate("ImportBook", "Address"),
    Field.CONTACT: lambda: translate("ImportBook", "Contact person"),
    Field.KIND: lambda: translate("ImportBook", "Motorcycle or car"),
    Field.BRAND: lambda: translate("ImportBook", "Brand"),
    Field.MODEL: lambda: translate("ImportBook", "Model"),
    Field.YEAR: lambda: translate("ImportBook", "Year"),
    Field.COLOR: lambda: translate("ImportBook", "Colour"),
    Field.PRICE: lambda: translate("ImportBook", "Price"),
}
_RULES: Mapping[FieldRule, Callable[[], str]] = {
    FieldRule.FILL: lambda: translate("ImportBook", "Fill in only where ours is blank"),
    FieldRule.KEEP: lambda: translate("ImportBook", "Keep ours"),
    FieldRule.TAKE: lambda: translate("ImportBook", "Take theirs"),
}
_PLATE = (Role.PLATE, Role.PLATE_REGION, Role.PLATE_DIGITS, Role.PLATE_SUFFIX)
_NAMES = (Role.CUSTOMER, Role.FIRST_NAME, Role.MIDDLE_NAME, Role.LAST_NAME, Role.COMPANY)
_PERSON = (*_NAMES, Role.HONORIFIC, Role.PHONE, Role.ADDRESS, Role.CONTACT)
_VEHICLE = (Role.VEHICLE, Role.BRAND, Role.MODEL, Role.YEAR, Role.COLOR, Role.VEHICLE_KIND)
_WORK = (
    *(Role.WORK, Role.JOB, Role.PART, Role.OIL, Role.OTHER_OIL, Role.MARK, Role.LINE_KIND, Role.MECHANIC),
    *(Role.QUANTITY, Role.PRICE, Role.AMOUNT),
)
_LAST = (Role.REMARK, Role.ROW_NUMBER)
_FIELDS_OF_PERSON = (Field.NAME, Field.PHONES, Field.ADDRESS, Field.CONTACT)
_FIELDS_OF_VEHICLE = (Field.KIND, Field.BRAND, Field.MODEL, Field.YEAR, Field.COLOR)
_FIELDS_OF: Mapping[TableKind, tuple[Field, ...]] = {
    TableKind.VISITS: (*_FIELDS_OF_PERSON, *_FIELDS_OF_VEHICLE),
    TableKind.VEHICLES: (*_FIELDS_OF_PERSON, *_FIELDS_OF_VEHICLE),
    TableKind.CUSTOMERS: _FIELDS_OF_PERSON,
    TableKind.PRODUCTS: (Field.PRICE,),
}
_IDS = (Role.VEHICLE_ID, Role.CUSTOMER_ID)
# What a column of such rows can be, in the order in which it is offered.
_ROLES_OF: Mapping[TableKind, tuple[Role, ...]] = {
    TableKind.VISITS: (
        *(*_PLATE, Role.DATE, Role.NUMBER, Role.ODOMETER, *_PERSON, *_VEHICLE, Role.STATUS, Role.SYMPTOM),
        *_WORK,
        *(Role.TOTAL, Role.COST, *_IDS, *_LAST),
    ),
    TableKind.LINES: (Role.NUMBER, *_WORK, Role.STATUS, *_LAST),
    TableKind.VEHICLES: (*_PLATE, *_PERSON, *_VEHICLE, *_IDS, *_LAST),
    TableKind.CUSTOMERS: (*_PERSON, Role.CUSTOMER_ID, Role.ROW_NUMBER),
    TableKind.PRODUCTS: (Role.PRODUCT, Role.PRICE, Role.CATEGORY, Role.ROW_NUMBER),
    TableKind.OUTCOMES: (*_PLATE, Role.NUMBER, Role.OUTCOME, Role.UNTIL, *_LAST),
}
_ANY_PLATE = frozenset({Role.PLATE, Role.PLATE_DIGITS})
_LISTED = frozenset({Role.NUMBER, Role.ROW_NUMBER})
# One of each of these sets must be among the columns.
_NEEDED: Mapping[TableKind, tuple[frozenset[Role], ...]] = {
    TableKind.VISITS: (_ANY_PLATE | {Role.VEHICLE_ID}, frozenset({Role.DATE})),
    TableKind.LINES: (frozenset({Role.NUMBER}), frozenset({Role.WORK, Role.JOB, Role.PART})),
    TableKind.VEHICLES: (_ANY_PLATE,),
    TableKind.CUSTOMERS: (frozenset(_NAMES) - {Role.MIDDLE_NAME},),
    TableKind.PRODUCTS: (frozenset({Role.PRODUCT}), frozenset({Role.PRICE})),
    TableKind.OUTCOMES: (_ANY_PLATE | _LISTED, frozenset({Role.OUTCOME})),
}


def role_words(role: Role, kind: TableKind) -> str:
    """Return what a column of such rows is taken for: "Plate", "Do not import"."""
    if kind is TableKind.OUTCOMES and role in _LISTED:
        return translate("ImportBook", "Number on the call sheet")
    return _ROLES[role]()


def is_unused(role: Role, kind: TableKind) -> bool:
    """Return whether nothing of such a column is kept."""
    return role is Role.OTHER or (role is Role.ROW_NUMBER and kind is not TableKind.OUTCOMES)


def kind_words(kind: TableKind) -> str:
    """Return what the rows of a table are: "Visits"."""
    return _KINDS[kind]()


def field_words(field: Field) -> str:
    return _FIELDS[field]()


def rule_words(rule: FieldRule) -> str:
    return _RULES[rule]()


def all_kinds() -> tuple[TableKind, ...]:
    return tuple(_KINDS)


def roles_for(kind: TableKind) -> tuple[Role, ...]:
    """Return what a column of such rows can be; not to be imported stands first."""
    return (Role.OTHER, *_ROLES_OF[kind])


def may_repeat(role: Role) -> bool:
    """Return whether several columns of a table can be of this role."""
    return role in SEVERAL or role in (Role.OTHER, Role.ROW_NUMBER)


def fields_of(kinds: Iterable[TableKind]) -> list[Field]:
    """Return what rows of these kinds can tell differently from what is known."""
    told = {field for kind in kinds for field in _FIELDS_OF.get(kind, ())}
    return [field for field in Field if field in told]


def missing_role(kind: TableKind, roles: tuple[Role, ...]) -> Role | None:
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
