"""What a column of a book can be, and the names people give it in each language."""

import csv
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from bengkel_crm.base.i18n import in_every_language, translate
from bengkel_crm.base.languages import language_codes, language_file
from bengkel_crm.schema.exchanged import FROM_BOOKS, declared
from bengkel_crm.schema.fields import Field
from bengkel_crm.trade.names import fold


class ColumnRole(StrEnum):
    """What a column tells. Several columns of a table may be of one of the `SEVERAL`."""

    PLATE = "plate"
    PLATE_REGION = "plate_region"
    PLATE_DIGITS = "plate_digits"
    PLATE_SUFFIX = "plate_suffix"
    CUSTOMER = "customer"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    COMPANY = "company"
    HONORIFIC = "honorific"
    PHONE = "phone"
    ADDRESS = "address"
    CONTACT = "contact"
    VEHICLE = "vehicle"
    BRAND = "brand"
    MODEL = "model"
    YEAR = "year"
    VEHICLE_KIND = "vehicle_kind"
    DATE = "date"
    NUMBER = "number"
    ROW_NUMBER = "row_number"
    ODOMETER = "odometer"
    STATUS = "status"
    SYMPTOM = "symptom"
    WORK = "work"
    JOB = "job"
    PART = "part"
    OIL = "oil"
    OTHER_OIL = "other_oil"
    MARK = "mark"
    LINE_KIND = "line_kind"
    MECHANIC = "mechanic"
    QUANTITY = "quantity"
    PIECES = "pieces"
    PRICE = "price"
    AMOUNT = "amount"
    TOTAL = "total"
    COST = "cost"
    REMARK = "remark"
    CUSTOMER_ID = "customer_id"
    VEHICLE_ID = "vehicle_id"
    PRODUCT = "product"
    CATEGORY = "category"
    OUTCOME = "outcome"
    UNTIL = "until"
    OTHER = "other"
    # Each field that is declared to be taken from books as it stands.
    locals().update({name.upper(): name for names in FROM_BOOKS.values() for name in names})


# The roles of such fields, by the table that they lie in.
FIELD_ROLES: Mapping[str, tuple[ColumnRole, ...]] = {
    table: tuple(map(ColumnRole, names)) for table, names in FROM_BOOKS.items()
}
PLATE_ROLES = (ColumnRole.PLATE, ColumnRole.PLATE_REGION, ColumnRole.PLATE_DIGITS, ColumnRole.PLATE_SUFFIX)
NAME_ROLES = (
    ColumnRole.CUSTOMER,
    ColumnRole.FIRST_NAME,
    ColumnRole.MIDDLE_NAME,
    ColumnRole.LAST_NAME,
    ColumnRole.COMPANY,
)
PERSON_ROLES = (
    *(*NAME_ROLES, ColumnRole.HONORIFIC, ColumnRole.PHONE, ColumnRole.ADDRESS, ColumnRole.CONTACT),
    *FIELD_ROLES["customer"],
)
VEHICLE_ROLES = (
    *(ColumnRole.VEHICLE, ColumnRole.BRAND, ColumnRole.MODEL, ColumnRole.YEAR),
    *(*FIELD_ROLES["vehicle"], ColumnRole.VEHICLE_KIND),
)
SEVERAL = frozenset(
    {
        *(
            ColumnRole.PHONE,
            ColumnRole.WORK,
            ColumnRole.JOB,
            ColumnRole.PART,
            ColumnRole.OTHER_OIL,
            ColumnRole.MARK,
            ColumnRole.MECHANIC,
        ),
        *(ColumnRole.PIECES, ColumnRole.COST, ColumnRole.REMARK, ColumnRole.OTHER),
    }
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MONEY_UNIT = re.compile(r"\s*\b(?:rp|idr|rupiah|usd|inr|eur|myr|sgd|php|thb|vnd|gbp|aud)\b\s*")
_LONGEST_NAME = 60
_BETWEEN_NAMES = re.compile(r"[/&()|,+]")
_SURE, _OF_A_PART = 0.6, 0.7
# "Pekerjaan 1", "harga2": one of several of a kind.
_NUMBERED = re.compile(r"(.*[^\W\d])[ _.-]*(\d{1,2})")
_OF_NUMBERED = 0.9
_MONEY = frozenset({ColumnRole.PRICE, ColumnRole.AMOUNT, ColumnRole.TOTAL, ColumnRole.COST})
_NUMBERED_ROLES = frozenset(
    {
        ColumnRole.WORK,
        ColumnRole.JOB,
        ColumnRole.PART,
        ColumnRole.MECHANIC,
        ColumnRole.REMARK,
        ColumnRole.PHONE,
        ColumnRole.ADDRESS,
        ColumnRole.SYMPTOM,
    }
)
# Between the sheet a column comes from and its name there.
FROM = "›"
_JOINED = 1.2
_SIGNS: Mapping[str, Mapping[ColumnRole, float]] = {
    "#": {ColumnRole.ROW_NUMBER: 1.0},
    "@": {ColumnRole.PRICE: 0.6},
}


@lru_cache(maxsize=1)
def column_names() -> tuple[tuple[ColumnRole, float, re.Pattern[str]], ...]:
    """Return (role, how sure a name makes us, the names as whole folded texts), of every language together.

    A book may be written in any of them, whatever the screen speaks, and one title in several.
    """
    parts: dict[str, list[str]] = {}
    named: dict[tuple[str, str], list[str]] = {}
    for code in language_codes():
        for row in _rows_of(code):
            if row["role"].startswith("{"):
                parts.setdefault(row["role"], []).append(row["names"])
            else:
                named.setdefault((row["role"], row["sureness"]), []).append(row["names"])
    compiled = [
        (ColumnRole(role), float(sureness), re.compile(_filled("|".join(names), parts)))
        for (role, sureness), names in named.items()
    ]
    labels = [
        (role, 1.0, re.compile("|".join(re.escape(fold(word)) for word in field_titles(role))))
        for roles in FIELD_ROLES.values()
        for role in roles
    ]
    return (*compiled, *labels)


def _rows_of(code: str) -> tuple[Mapping[str, str], ...]:
    """Return what a language's table says: names of a role, or of a part that many names have in common."""
    file = language_file(code, "column_names.csv")
    if not file.is_file():
        return ()
    with file.open(encoding="utf-8", newline="") as table:
        return tuple(csv.DictReader(table))


def _filled(names: str, parts: Mapping[str, list[str]]) -> str:
    """Return the names with each {part} replaced by what it is in any language."""
    for part, words in parts.items():
        names = names.replace(part, f"(?:{'|'.join(words)})")
    return names


def field_titles(role: ColumnRole) -> tuple[str, ...]:
    """Return what the field of a role is called in each language, that of a new shop first."""
    return in_every_language("Export", _field_of(role).label)


def title_of_role(role: ColumnRole) -> str:
    """Return what the field of a role is called in the chosen language."""
    return translate("Export", _field_of(role).label)


def _field_of(role: ColumnRole) -> Field:
    return next(declared(table, role) for table, roles in FIELD_ROLES.items() if role in roles)


@lru_cache(maxsize=4096)
def name_strengths(header: str) -> Mapping[ColumnRole, float]:
    """Return how strongly a text names each role it can mean, above 0 to 1; nothing for most texts."""
    if FROM in header:
        # Put beside the columns of a sheet because its rows point there: what it says goes before theirs.
        own = name_strengths(header.rpartition(FROM)[2].strip())
        return {role: _JOINED * strength for role, strength in own.items()}
    if len(header) > _LONGEST_NAME:
        return {}
    if header.strip() in _SIGNS:
        return _SIGNS[header.strip()]
    found = _strengths_of(header)
    parts = [part for part in _BETWEEN_NAMES.split(header) if part.strip()]
    if len(parts) > 1 and max(found.values(), default=0.0) < _SURE:
        # "Mekanik/Montir", "Oli (merk)": what the parts say, though less surely.
        for role, strength in [pair for part in parts for pair in _strengths_of(part).items()]:
            found[role] = max(found.get(role, 0.0), _OF_A_PART * strength)
    stem, _ = parted_number(header)
    if stem and max(found.values(), default=0.0) < _SURE:
        for role, strength in _strengths_of(stem).items():
            said = of_one_of_several(role)
            if said is not role or said in _NUMBERED_ROLES:
                found[said] = max(found.get(said, 0.0), _OF_NUMBERED * strength)
    return found


def of_one_of_several(role: ColumnRole) -> ColumnRole:
    """Return what a column is that stands beside one of several columns of work.

    Each is a price or a quantity of its own job; the prices together are the visit's.
    """
    if role in _MONEY:
        return ColumnRole.COST
    return ColumnRole.PIECES if role is ColumnRole.QUANTITY else role


def parted_number(header: str) -> tuple[str, str]:
    """Return the name and the number of one of several columns: ("Pekerjaan", "1"); ("", "") of another."""
    found = _NUMBERED.fullmatch(header.strip())
    return (found[1].strip(" _.-"), found[2].lstrip("0")) if found is not None else ("", "")


def _strengths_of(text: str) -> dict[ColumnRole, float]:
    plain = fold(_CAMEL.sub(" ", text))
    found: dict[ColumnRole, float] = {}
    for spelling in {plain, " ".join(_MONEY_UNIT.sub(" ", plain).split())} - {""}:
        for role, strength, pattern in column_names():
            if found.get(role, 0.0) < strength and pattern.fullmatch(spelling):
                found[role] = strength
    return found
