"""How well the cells of a column fit each role, and what they prove without a name."""

from collections.abc import Callable, Mapping

from bengkel_crm.schema.exchanged import declared
from bengkel_crm.schema.fields import Holds
from bengkel_crm.workshop.exchange.tables.profiles import Profile
from bengkel_crm.workshop.exchange.tables.roles import FIELD_ROLES, ColumnRole


def _work(look: Profile) -> float:
    return 0.0 if look.money > 0.6 else max(look.work, 0.5 * look.text)


def _money(look: Profile) -> float:
    return look.money if look.money >= 0.5 else 0.0


def _days(look: Profile) -> float:
    return min(1.0, look.date + look.serial) if look.date + look.serial >= 0.3 else 0.0


def _dates(look: Profile) -> float:
    share = look.date + look.serial + look.moment
    return min(1.0, share) if share >= 0.3 else 0.0


def _number(look: Profile) -> float:
    if look.date >= 0.5 or look.name >= 0.5:
        return 0.0
    if look.plate >= 0.5:
        return 0.3  # "N-7" could be a plate of Malang; its name decides
    if look.number >= 0.8 and look.counts_up:
        return 0.5
    return 1.0 if look.runs >= 0.1 or look.variety >= 0.8 else 0.4


# Of a field that is taken as it stands: by what it holds, others are texts.
_FITS_OF_FIELD: Mapping[Holds, Callable[[Profile], float]] = {
    Holds.DAY: _days,
    Holds.RUPIAH: _money,
    Holds.WHOLE: lambda look: look.number,
    Holds.NUMBER: lambda look: look.number,
}
# How well cells fit a role, 0..1; 0 refuses it whatever its name.
FITS: Mapping[ColumnRole, Callable[[Profile], float]] = {
    ColumnRole.PLATE: lambda look: look.plate if look.plate >= 0.2 else 0.0,
    ColumnRole.CUSTOMER: lambda look: (
        max(look.name, 0.6 * look.text) if look.text >= 0.3 and look.plate < 0.5 and look.phone < 0.5 else 0.0
    ),
    **dict.fromkeys(
        (ColumnRole.FIRST_NAME, ColumnRole.MIDDLE_NAME, ColumnRole.LAST_NAME),
        lambda look: max(look.name, 0.6 * look.text) if look.text >= 0.3 and look.phone < 0.5 else 0.0,
    ),
    ColumnRole.COMPANY: lambda look: look.text if look.plate < 0.5 and look.phone < 0.5 else 0.0,
    ColumnRole.STATUS: lambda look: max(0.7, look.text) if look.text >= 0.5 and look.plate < 0.5 else 0.0,
    ColumnRole.HONORIFIC: lambda look: max(look.title, look.name if look.variety < 0.3 else 0.0),
    ColumnRole.PHONE: lambda look: look.phone if look.phone >= 0.2 else 0.0,
    ColumnRole.ADDRESS: lambda look: look.text,
    # The same few names on every row are the shop's own people.
    ColumnRole.CONTACT: lambda look: look.name if look.variety >= 0.1 else 0.0,
    ColumnRole.VEHICLE: lambda look: (
        max(look.vehicle, look.brand, 0.6 * look.text) if look.plate < 0.5 and look.kind < 0.6 else 0.0
    ),
    ColumnRole.BRAND: lambda look: max(look.brand, look.vehicle, 0.6 * look.text) if look.kind < 0.6 else 0.0,
    ColumnRole.MODEL: lambda look: (
        max(0.7, look.vehicle)
        if look.text + look.number >= 0.5 and look.kind < 0.6 and look.line_kind < 0.6
        else 0.0
    ),
    ColumnRole.YEAR: lambda look: (
        min(1.0, look.year + look.short_year) if look.year + look.short_year >= 0.4 else 0.0
    ),
    ColumnRole.VEHICLE_KIND: lambda look: look.kind if look.kind >= 0.5 else 0.0,
    ColumnRole.DATE: _dates,
    ColumnRole.NUMBER: _number,
    ColumnRole.ROW_NUMBER: lambda look: (
        1.0 if look.counts_up else (look.number * 0.7 if look.runs < 0.2 else 0.0)
    ),
    ColumnRole.ODOMETER: lambda look: look.km if look.km >= 0.3 else 0.0,
    ColumnRole.SYMPTOM: lambda look: look.text,
    ColumnRole.WORK: _work,
    ColumnRole.JOB: _work,
    ColumnRole.PART: _work,
    ColumnRole.OIL: lambda look: max(look.engine_oil, 0.5 * look.text) if look.mark < 0.7 else 0.0,
    ColumnRole.OTHER_OIL: lambda look: max(look.product, 0.5 * look.text) if look.mark < 0.7 else 0.0,
    ColumnRole.MARK: lambda look: look.mark if look.mark >= 0.9 else 0.0,
    ColumnRole.LINE_KIND: lambda look: look.line_kind if look.line_kind >= 0.6 else 0.0,
    ColumnRole.MECHANIC: lambda look: (
        look.name * (1.0 if look.variety < 0.5 else 0.8) if look.name >= 0.3 else 0.0
    ),
    **dict.fromkeys(
        (ColumnRole.QUANTITY, ColumnRole.PIECES), lambda look: look.small if look.small >= 0.5 else 0.0
    ),
    ColumnRole.PRICE: _money,
    ColumnRole.AMOUNT: _money,
    ColumnRole.TOTAL: _money,
    ColumnRole.COST: _money,
    ColumnRole.CUSTOMER_ID: lambda look: 1.0 if look.name < 0.5 else 0.0,
    ColumnRole.VEHICLE_ID: lambda look: 1.0 if look.plate < 0.5 and look.vehicle < 0.5 else 0.0,
    ColumnRole.OUTCOME: lambda look: look.outcome if look.outcome >= 0.6 else 0.0,
    ColumnRole.UNTIL: _days,
    ColumnRole.REMARK: lambda look: 0.7,
    ColumnRole.OTHER: lambda look: 0.8,
    **{
        role: _FITS_OF_FIELD.get(declared(table, role).holds, lambda look: look.text)
        for table, roles in FIELD_ROLES.items()
        for role in roles
    },
}
# What cells prove under any title that they do not belie.
ALONE_ANYWHERE = frozenset({ColumnRole.PLATE, ColumnRole.DATE})
# What cells alone can prove, with the score they can reach without a name.
ALONE: Mapping[ColumnRole, Callable[[Profile], float]] = {
    ColumnRole.PLATE: lambda look: 0.7 if look.plate >= 0.8 else 0.0,
    ColumnRole.CUSTOMER: lambda look: 0.42 if look.name >= 0.8 and look.honorific >= 0.15 else 0.0,
    ColumnRole.PHONE: lambda look: 0.5 if look.phone >= 0.8 and look.date < 0.2 else 0.0,
    ColumnRole.DATE: lambda look: 0.45 if look.date >= 0.9 else 0.0,
    ColumnRole.OIL: lambda look: 0.5 if look.engine_oil >= 0.7 else 0.0,
    ColumnRole.VEHICLE: lambda look: 0.5 if look.vehicle >= 0.8 else 0.0,
    ColumnRole.WORK: lambda look: 0.45 if look.work >= 0.85 and look.engine_oil < 0.7 else 0.0,
}
