"""Customers and vehicles out of the cells of a row."""

import re
from datetime import date
from functools import lru_cache

from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.trade.names import fold, name_key
from bengkel_crm.trade.phones import Phone, is_words, read_phones, read_phones_or_words
from bengkel_crm.workshop.exchange.rows.entries import More, Person, VehicleFacts
from bengkel_crm.workshop.exchange.tables.choices import PhoneRule
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.vehicles.vehicle_makes import read_vehicle, read_vehicle_kind

# What stands for a customer whom nobody asked for a name.
_NOBODY = {
    *("umum", "cash", "tunai", "tamu", "customer", "pelanggan", "konsumen", "noname", "anonim", "x"),
    *("walk in", "no name", "tanpa nama", "pelanggan umum", "customer umum"),
}
_PHONE_BEHIND_NAME = re.compile(r"[\s(/,-]*((?:\+?62|0)[\d\s.-]{8,16}\d)\)?\s*$")
_ENDS_OF_PHONES = frozenset("0123456789)")
# Beyond that a cell holds a letter, whatever its column is called.
_LONGEST_NAME = 500
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_YEAR = re.compile(r"[0-9]{2}")
# No vehicle that comes to a workshop is from before 1940.
_LAST_OF_2000 = 39


def read_person(
    name: Cell, address: Cell, contact: Cell, *phones: Cell, rule: PhoneRule = PhoneRule.ALL, more: More = ()
) -> Person | None:
    """Return the customer a row names, None for nobody; one without a name goes by the phone number.

    `more` is read already.
    """
    most = 1 if rule is PhoneRule.FIRST else None
    text = "" if is_nothing(name) else text_of(name)[:_LONGEST_NAME]
    numbers: list[Phone] = [
        phone
        for cell in phones
        if cell is not None and not is_nothing(cell)
        for phone in phones_of(cell)[:most]
    ]
    beside = _PHONE_BEHIND_NAME.search(text) if text[-1:] in _ENDS_OF_PHONES else None
    if beside is not None and beside.start() > 0:
        numbers += read_phones(beside[1])
        text = text[: beside.start()].strip()
    if _is_nobody(text):
        text = next((phone.typed for phone in numbers if not is_words(phone)), "")
        if not text:
            return None
    if len(numbers) > 1:
        numbers = list({phone.e164 or phone.typed: phone for phone in reversed(numbers)}.values())[::-1]
        # What can be dialled is the first to be shown.
        numbers.sort(key=is_words)
    return Person(
        text, name_key(text), tuple(numbers), _text_or_none(address), _text_or_none(contact), more=more
    )


@lru_cache(maxsize=4096)
def _is_nobody(name: str) -> bool:
    return not any(map(str.isalnum, name)) or fold(name) in _NOBODY


@lru_cache(maxsize=4096, typed=True)
def phones_of(cell: Cell) -> tuple[Phone, ...]:
    """Return the numbers of a cell of phones; words alone ("tanya Pak RT") are kept as they are."""
    cell = _short(cell)
    return read_phones_or_words(cell) if isinstance(cell, str) else read_phones(cell)


def read_facts(
    whole: Cell, brand: Cell, model: Cell, year: Cell, kind: Cell, more: More = ()
) -> VehicleFacts:
    """Return what a row tells of its vehicle; `more` is read already.

    Raises:
        ValueError: the year is none.
    """
    told = [text for text in (_text_or_none(whole), _text_or_none(model)) if text]
    brand_text = (_text_or_none(brand) or "")[:_LONGEST_NAME] or None
    if not told and brand_text:
        # A column "Merk" often holds the model as well.
        told, brand_text = [brand_text], None
    name = read_vehicle(" ".join(dict.fromkeys(told))[:_LONGEST_NAME], brand_text)
    said_kind = _text_or_none(kind)
    return VehicleFacts(
        (read_vehicle_kind(said_kind) if said_kind else None) or name.kind,
        name.brand,
        name.model,
        _read_year(year) or name.year,
        more,
    )


def _text_or_none(cell: Cell) -> str | None:
    return None if cell is None or is_nothing(cell) else text_of(cell)


def _short(cell: Cell) -> Cell:
    return cell[:_LONGEST_NAME] if isinstance(cell, str) else cell


def _read_year(cell: Cell) -> int | None:
    if isinstance(cell, date):
        return cell.year
    text = _text_or_none(cell)
    if text is None:
        return None
    if _SHORT_YEAR.fullmatch(text):
        return int(text) + (2000 if int(text) <= _LAST_OF_2000 else 1900)
    if not _YEAR.fullmatch(text):
        raise ValueError(text)
    return int(text)
