"""Reading single cells of a table: each in the words of the shelf, the doubtful ones noted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from bengkel_crm.dates import AmbiguousDate, DateOrder, read_date
from bengkel_crm.money import read_rupiah
from bengkel_crm.names import fold, name_key
from bengkel_crm.odometers import read_odometer
from bengkel_crm.phones import read_phones
from bengkel_crm.plates import plate_key
from bengkel_crm.records import Phone
from bengkel_crm.reports.workbook_reader import Cell
from bengkel_crm.workshop.exchange.entries import Doubt, Person, Reason, VehicleFacts
from bengkel_crm.workshop.exchange.makes import read_vehicle, read_vehicle_kind
from bengkel_crm.workshop.exchange.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.roles import Role
from bengkel_crm.workshop.exchange.sheets import Table

_LONGEST_PLATE = 12
_NOBODY = {
    *("umum", "cash", "tunai", "tamu", "customer", "pelanggan", "konsumen", "noname", "anonim", "x"),
    "walk in",
    "no name",
    "tanpa nama",
    "pelanggan umum",
    "customer umum",
}
_PHONE_IN_NAME = re.compile(r"[\s(/,-]*((?:\+?62|0)[\d\s.-]{8,16}\d)\)?\s*$")
_BETWEEN_MECHANICS = re.compile(r"\s*(?:[/,&+;\n]|\bdan\b|\band\b)\s*", re.IGNORECASE)
_QUANTITY = re.compile(r"(\d+(?:[.,]\d+)?)\s*[^\d]*")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Untaken(Exception):
    """A row can not be taken; never leaves this package."""

    def __init__(self, reason: Reason, value: str = "") -> None:
        super().__init__(reason, value)
        self.reason = reason
        self.value = value


@dataclass(slots=True)
class CellReader:
    """Reads the cells of one table's rows; what it could not read of the present row is in `doubts`."""

    table: Table
    order: DateOrder | None
    doubts: list[tuple[Doubt, str]] = field(default_factory=list)
    _persons: dict[tuple[Cell, ...], Person | None] = field(default_factory=dict)
    _facts: dict[tuple[Cell, ...], VehicleFacts] = field(default_factory=dict)
    _places: dict[Role, tuple[int, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for role in Role:
            self._places[role] = self.table.places(role)

    def cells(self, row: tuple[Cell, ...], role: Role) -> tuple[Cell, ...]:
        """Return the cells of a role, left to right."""
        return tuple([row[place] for place in self._places[role] if place < len(row)])

    def cell(self, row: tuple[Cell, ...], role: Role) -> Cell:
        """Return the first cell of a role; None where the table has no such column."""
        places = self._places[role]
        return row[places[0]] if places and places[0] < len(row) else None

    def text(self, row: tuple[Cell, ...], role: Role) -> str | None:
        """Return the texts of a role's cells, joined; None where they say nothing."""
        told = [text_of(cell) for cell in self.cells(row, role) if not is_nothing(cell)]
        return " · ".join(told) if told else None

    def has(self, role: Role) -> bool:
        """Tell whether the table has a column of that role."""
        return bool(self._places[role])

    def plate(self, row: tuple[Cell, ...]) -> str:
        """Return the plate as typed; empty where there is none."""
        if self._places[Role.PLATE]:
            return text_of(self.cell(row, Role.PLATE))
        parts = (Role.PLATE_REGION, Role.PLATE_DIGITS, Role.PLATE_SUFFIX)
        told = [text_of(self.cell(row, role)) for role in parts]
        return " ".join(filter(None, told)) if told[1] else ""

    def day(self, cell: Cell) -> date:
        """Return the day of a row.

        Raises:
            Untaken: there is none, it is none, or it could be two.
        """
        if type(cell) is datetime:
            return cell.date()
        try:
            day = read_date(cell, self.order)
        except AmbiguousDate as problem:
            raise Untaken(Reason.AMBIGUOUS_DATE, text_of(cell)) from problem
        except ValueError as problem:
            raise Untaken(Reason.BAD_DATE, text_of(cell)) from problem
        if day is None:
            raise Untaken(Reason.NO_DATE)
        return day

    def number(self, row: tuple[Cell, ...]) -> str | None:
        """Return the work order number of a row."""
        cell = self.cell(row, Role.NUMBER)
        return None if is_nothing(cell) else text_of(cell)

    def odometer(self, row: tuple[Cell, ...]) -> int | None:
        """Return the kilometres of a row; one that can not be read is a doubt."""
        cell = self.cell(row, Role.ODOMETER)
        try:
            return None if is_nothing(cell) else read_odometer(cell)
        except ValueError:
            self.doubts.append((Doubt.ODOMETER, text_of(cell)))
            return None

    def money(self, cell: Cell) -> int | None:
        """Return an amount; one that can not be read is a doubt."""
        if cell is None:
            return None
        try:
            return read_rupiah(cell)
        except ValueError:
            self.doubts.append((Doubt.MONEY, text_of(cell)))
            return None

    def quantity(self, row: tuple[Cell, ...]) -> float | None:
        """Return how many; "2 pcs" is two."""
        cell = self.cell(row, Role.QUANTITY)
        if is_nothing(cell):
            return None
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return float(cell)
        found = _QUANTITY.fullmatch(text_of(cell))
        if found is None:
            self.doubts.append((Doubt.QUANTITY, text_of(cell)))
            return None
        return float(found[1].replace(",", "."))

    def mechanics(self, row: tuple[Cell, ...]) -> list[str]:
        """Return the mechanics of a row, each once."""
        names = [
            " ".join(name.split())
            for cell in self.cells(row, Role.MECHANIC)
            if isinstance(cell, str) and not is_nothing(cell)
            for name in _BETWEEN_MECHANICS.split(cell)
        ]
        return list({fold(name): name for name in reversed(names) if not is_nothing(name)}.values())[::-1]

    def person(self, row: tuple[Cell, ...]) -> Person | None:
        """Return the customer a row names; one without a name goes by the phone number."""
        cells = (
            self.cell(row, Role.CUSTOMER),
            self.cell(row, Role.ADDRESS),
            self.cell(row, Role.CONTACT),
            *self.cells(row, Role.PHONE),
        )
        if cells not in self._persons:
            self._persons[cells] = self._read_person(*cells)
        return self._persons[cells]

    def _read_person(self, name: Cell, address: Cell, contact: Cell, *phones: Cell) -> Person | None:
        text = "" if is_nothing(name) else text_of(name)
        numbers: list[Phone] = [
            phone for cell in phones if not is_nothing(cell) for phone in read_phones(cell)
        ]
        beside = _PHONE_IN_NAME.search(text)
        if beside is not None and beside.start() > 0:
            numbers += read_phones(beside[1])
            text = text[: beside.start()].strip()
        if fold(text) in _NOBODY or not any(letter.isalnum() for letter in text):
            if not numbers:
                return None
            text = numbers[0].typed
        once = {phone.e164 or phone.typed: phone for phone in reversed(numbers)}
        return Person(
            text,
            name_key(text),
            tuple(reversed(once.values())),
            None if is_nothing(address) else text_of(address),
            None if is_nothing(contact) else text_of(contact),
        )

    def vehicle(self, row: tuple[Cell, ...], plate: str) -> VehicleFacts:
        """Return what a row tells of its vehicle."""
        roles = (Role.VEHICLE, Role.BRAND, Role.MODEL, Role.YEAR, Role.COLOR, Role.VEHICLE_KIND)
        cells = (plate, *[self.cell(row, role) for role in roles])
        if cells not in self._facts:
            self._facts[cells] = self._read_vehicle(plate, *cells[1:])
        return self._facts[cells]

    def _read_vehicle(
        self, plate: str, whole: Cell, brand: Cell, model: Cell, year: Cell, color: Cell, kind: Cell
    ) -> VehicleFacts:
        told = [text_of(cell) for cell in (whole, model) if not is_nothing(cell)]
        brand_text = None if is_nothing(brand) else text_of(brand)
        if not told and brand_text:
            # A column "Merk" often holds the model as well.
            told, brand_text = [brand_text], None
        name = read_vehicle(" ".join(dict.fromkeys(told)), brand_text)
        return VehicleFacts(
            plate,
            plate_key(plate),
            read_vehicle_kind(text_of(kind)) or name.kind,
            name.brand,
            name.model,
            self._year(year) or name.year,
            None if is_nothing(color) else text_of(color),
        )

    def _year(self, cell: Cell) -> int | None:
        if is_nothing(cell):
            return None
        if isinstance(cell, date):
            return cell.year
        found = _YEAR.fullmatch(text_of(cell))
        if found is None:
            self.doubts.append((Doubt.YEAR, text_of(cell)))
            return None
        return int(found[0])


def is_plate(text: str) -> bool:
    """Tell whether a text can be a plate at all: some digit, and not the length of something else."""
    key = plate_key(text)
    return any(letter.isdigit() for letter in key) and len(key) <= _LONGEST_PLATE


def first_filled(cells: Iterable[Cell]) -> Cell:
    """Return the first cell that says something, or None."""
    return next((cell for cell in cells if not is_nothing(cell)), None)
