"""Reading single cells of a table's rows: each in the words of the shelf, the doubtful ones noted."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from operator import itemgetter
from typing import Any, TypeVar

from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.schema.lengths import LONGEST
from bengkel_crm.trade.dates import AmbiguousDate, DateOrder
from bengkel_crm.trade.money import read_rupiah
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.odometers import read_odometer
from bengkel_crm.trade.plates import format_plate, mend_plate_key, plate_key
from bengkel_crm.workshop.exchange.rows.cell_values import read_pieces, sound_value
from bengkel_crm.workshop.exchange.rows.entries import DoubtKind, More, Reason, VehicleFacts
from bengkel_crm.workshop.exchange.rows.facts import read_facts
from bengkel_crm.workshop.exchange.rows.field_cells import EARLIEST, LATEST, FieldCells
from bengkel_crm.workshop.exchange.rows.person_cells import PersonCells
from bengkel_crm.workshop.exchange.rows.row_doubts import LONGEST_TOLD, Row, RowDoubts
from bengkel_crm.workshop.exchange.tables.choices import PhoneRule
from bengkel_crm.workshop.exchange.tables.profiles import is_failed, is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import FIELD_ROLES, PLATE_ROLES, ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable

_T = TypeVar("_T")
_NO_COLUMN = -1

_SHORTEST_PLATE, _LONGEST_PLATE = 2, 12
_HIGHEST_NUMBER = 999_999
# Most amounts and readings are whole numbers, and no larger: there is nothing to read in them.
_PLAIN_NUMBER = 999_999
_BETWEEN_MECHANICS = re.compile(r"\s*(?:[/,&+;\n]|\bdan\b|\band\b)\s*", re.IGNORECASE)
_MOST_TEXTS = 5_000
_FACTS = (
    ColumnRole.VEHICLE,
    ColumnRole.BRAND,
    ColumnRole.MODEL,
    ColumnRole.YEAR,
    ColumnRole.VEHICLE_KIND,
)
_PLATE_PARTS = PLATE_ROLES[1:]


class Untaken(Exception):
    """A row can not be taken; never leaves this package."""

    def __init__(self, reason: Reason, value: str = "") -> None:
        super().__init__(reason, value)
        self.reason = reason
        self.value = value


class CellReader:
    """Reads the cells of one table's rows and remembers what it read: books repeat themselves.

    What it could not read of the present row is in `doubts`.
    """

    def __init__(
        self,
        table: BookTable,
        order: DateOrder | None,
        latest: date | None = None,
        phones: PhoneRule = PhoneRule.ALL,
    ) -> None:
        self._latest = latest or LATEST
        self.doubts = RowDoubts()
        self._fields = FieldCells(order, self.doubts, from_1904=table.sheet.from_1904)
        self._width = len(table.columns)
        self._places = {role: table.places(role) for role in ColumnRole}
        self._first = {role: next(iter(places), _NO_COLUMN) for role, places in self._places.items()}
        self.first_column = min((column.index for column in table.columns if column.header), default=0)
        self._plate = self._first[ColumnRole.PLATE]
        self._own_plate = (table.plate, plate_key(table.plate))
        self._called_date = next(
            (column.header for column in table.columns if column.role is ColumnRole.DATE), ""
        )
        self._odometer = self._first[ColumnRole.ODOMETER]
        self._people = PersonCells(table, self._first_of, phones, self.doubts, self._fields)
        # The customer a row names, with the number the book gives him, or None.
        self.person = self._people.read
        self._facts_cells = self._first_of((*_FACTS, *FIELD_ROLES["vehicle"]))
        self._visit_cells = self._first_of(FIELD_ROLES["work_order"])
        self._tells_more_of_visits = any(self._places[role] for role in FIELD_ROLES["work_order"])
        self._mechanic_cells = getter(self._places[ColumnRole.MECHANIC])
        self._plates: dict[Cell, tuple[str, str]] = {None: ("", "")}
        self._days: dict[Cell, date] = {}
        self._kms: dict[Cell, int | None] = {None: None}
        self._amounts: dict[Cell, int | None] = {None: None}
        self._quantities: dict[Cell, float | None] = {None: None}
        self._facts: dict[Row, VehicleFacts] = {}
        self._mechanics: dict[Row, tuple[str, ...]] = {}
        self._texts: dict[Row, str | None] = {}

    def _first_of(self, roles: Iterable[ColumnRole], more: Iterable[int] = ()) -> Callable[[Row], Row]:
        """Return what takes the first cell of each of these roles out of a row, then those of `more`."""
        return getter([*(self._first[role] for role in roles), *more])

    def row_of(self, cells: Row) -> Row:
        """Return a row of a sheet as this reader wants it."""
        return (*cells[: self._width], *(None,) * (self._width + 1 - len(cells[: self._width])))

    def has(self, role: ColumnRole) -> bool:
        """Return whether the table has a column of that role."""
        return bool(self._places[role])

    def cell(self, row: Row, role: ColumnRole) -> Cell:
        """Return the first cell of a role; None where the table has no such column."""
        return row[self._first[role]]

    def cells(self, row: Row, role: ColumnRole) -> list[Cell]:
        """Return the cells of a role, left to right."""
        return [row[place] for place in self._places[role]]

    def text(self, row: Row, role: ColumnRole) -> str | None:
        """Return the texts of a role's cells, joined; None where they say nothing."""
        places = self._places[role]
        if not places:
            return None
        cells = tuple([row[place] for place in places])
        if cells not in self._texts:
            if len(self._texts) >= _MOST_TEXTS:
                # Remarks, no two alike: kept beside the book they would double it.
                self._texts.clear()
            told = [text_of(cell) for cell in self.doubts.without_failed(cells) if not is_nothing(cell)]
            self._texts[cells] = " · ".join(told) if told else None
        self.doubts.again(cells)
        return self._texts[cells]

    def plate(self, row: Row) -> tuple[str, str]:
        """Return a plate as typed and its key; the key is empty where the text can be no plate."""
        if self._own_plate[1] and self._plate == _NO_COLUMN and not self.has(ColumnRole.PLATE_DIGITS):
            return self._own_plate if self._is_visit(row) else ("", "")
        cell = row[self._plate]
        if self._plate == _NO_COLUMN and self.has(ColumnRole.PLATE_DIGITS):
            told = [text_of(row[self._first[role]]) for role in _PLATE_PARTS]
            cell = " ".join(filter(None, told)) if told[1] else None
        if cell not in self._plates:
            text = text_of(cell)
            key = plate_key(text)
            if (mended := mend_plate_key(key)) != key:
                text, key = format_plate(mended), mended
            can_be = any(map(str.isdigit, key)) and _SHORTEST_PLATE <= len(key) <= _LONGEST_PLATE
            can_be = can_be and len(text) <= LONGEST["vehicle"]["plate"] and not is_failed(cell)
            # A bare number can be one (police, army), a sum of money in the total's row can not.
            can_be = can_be and not (isinstance(cell, int | float) and cell > _HIGHEST_NUMBER)
            self._plates[cell] = text, key if can_be else ""
        return self._plates[cell]

    def _is_visit(self, row: Row) -> bool:
        """Return whether a row of a table without plates is a visit: it has a day, and is no header again."""
        cell = row[self._first[ColumnRole.DATE]]
        return not is_nothing(cell) and text_of(cell) != self._called_date

    def day(self, cell: Cell) -> date:
        """Return the day of a row.

        Raises:
            Untaken: there is none, it is none, it could be two, or no visit can have been then.
        """
        if cell not in self._days:
            try:
                day = self._fields.day(cell)
            except AmbiguousDate as problem:
                raise Untaken(Reason.AMBIGUOUS_DATE, text_of(cell)) from problem
            except ValueError as problem:
                raise Untaken(Reason.BAD_DATE, text_of(cell)) from problem
            if day is None:
                raise Untaken(Reason.NO_DATE)
            if not EARLIEST <= day <= self._latest:
                raise Untaken(Reason.STRANGE_DATE, text_of(cell))
            self._days[cell] = day
        return self._days[cell]

    def number(self, row: Row) -> str | None:
        """Return the work order number of a row."""
        cell = row[self._first[ColumnRole.NUMBER]]
        if is_failed(cell):
            self.doubts.noted.append((DoubtKind.FAILED, text_of(cell)))
            return None
        return None if cell is None or is_nothing(cell) else text_of(cell)

    def odometer(self, row: Row) -> int | None:
        """Return the kilometres of a row; one that can not be read is a doubt."""
        cell = row[self._odometer]
        if type(cell) is int and 0 <= cell <= _PLAIN_NUMBER:
            # Programs write 0 for what nobody filled in.
            return cell or None
        return self._sure(cell, self._kms, read_odometer, DoubtKind.ODOMETER) or None

    def money(self, cell: Cell) -> int | None:
        """Return an amount; one that can not be read is a doubt."""
        if type(cell) is int and 0 <= cell <= _PLAIN_NUMBER:
            return cell
        return self._sure(cell, self._amounts, read_rupiah, DoubtKind.MONEY)

    def quantity(self, cell: Cell) -> float | None:
        """Return how many; "2 pcs" is two, and one that can not be read is a doubt."""
        return self._sure(cell, self._quantities, read_pieces, DoubtKind.QUANTITY)

    def _sure(
        self, cell: Cell, known: dict[Cell, _T | None], read: Callable[[Any], _T | None], doubt: DoubtKind
    ) -> _T | None:
        if cell not in known:
            try:
                known[cell] = None if is_nothing(cell) else read(sound_value(cell))
            except ValueError:
                # Not remembered: each row with it has the doubt.
                self.doubts.noted.append((doubt, text_of(cell)[:LONGEST_TOLD]))
                return None
        return known[cell]

    def mechanics(self, row: Row) -> tuple[str, ...]:
        """Return the mechanics of a row, each once."""
        cells = self._mechanic_cells(row)
        if cells not in self._mechanics:
            names = [
                " ".join(name.split())
                for cell in self.doubts.without_failed(cells)
                if isinstance(cell, str) and not is_nothing(cell)
                for name in _BETWEEN_MECHANICS.split(cell[:LONGEST_TOLD])
            ]
            once = {fold(name): name for name in reversed(names) if not is_nothing(name)}
            self._mechanics[cells] = tuple(reversed(once.values()))
        self.doubts.again(cells)
        return self._mechanics[cells]

    def facts(self, row: Row) -> VehicleFacts:
        """Return what a row tells of its vehicle; a year that can not be read is a doubt."""
        cells = self._facts_cells(row)
        if cells not in self._facts:
            sound = self.doubts.without_failed(cells)
            more = self._fields.more_of("vehicle", cells, sound[len(_FACTS) :])
            whole, brand, model, year, kind = sound[: len(_FACTS)]
            try:
                self._facts[cells] = read_facts(whole, brand, model, year, kind, more)
            except ValueError as problem:
                self.doubts.about(cells, DoubtKind.YEAR, str(problem))
                self._facts[cells] = read_facts(whole, brand, model, None, kind, more)
        self.doubts.again(cells)
        return self._facts[cells]

    def more_of_visit(self, row: Row) -> More:
        """Return what a row tells of the fields of its visit that are taken as they stand."""
        if not self._tells_more_of_visits:
            return ()
        cells = self._visit_cells(row)
        more = self._fields.more_of("work_order", cells, self.doubts.without_failed(cells))
        self.doubts.again(cells)
        return more


def getter(places: list[int] | tuple[int, ...]) -> Callable[[Row], Row]:
    """Return a function that takes these cells out of a row, always as a tuple."""
    # Of a single place itemgetter would return the bare cell.
    return itemgetter(*places, _NO_COLUMN, _NO_COLUMN)
