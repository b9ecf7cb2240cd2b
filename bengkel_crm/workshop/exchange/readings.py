"""Turning the rows of a book into visits and vehicles, and telling of every row what it was."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from bengkel_crm.dates import DateOrder, infer_order
from bengkel_crm.names import fold
from bengkel_crm.plates import plate_key
from bengkel_crm.records import Line, LineKind
from bengkel_crm.reports.workbook_reader import BookSheet, Cell
from bengkel_crm.workshop.exchange.cells import CellReader, Untaken, is_plate
from bengkel_crm.workshop.exchange.entries import (
    CellDoubt,
    Doubt,
    Readings,
    Reason,
    RowFate,
    VehicleEntry,
    Visit,
)
from bengkel_crm.workshop.exchange.layout import Layout, layout_of
from bengkel_crm.workshop.exchange.lines import (
    NO_DETAILS,
    line_kind_of,
    line_of,
    lines_of_cell,
    without_repeats,
)
from bengkel_crm.workshop.exchange.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.roles import Role
from bengkel_crm.workshop.exchange.sheets import Table, TableKind
from bengkel_crm.workshop.exchange.strays import fate_of_stray, goes_on

_TEXT_ROLES = (Role.WORK, Role.JOB, Role.PART, Role.OIL, Role.OTHER_OIL, Role.MARK)
_DOUBT_NAMES = {
    Doubt.ODOMETER: "KM",
    Doubt.MONEY: "Rp",
    Doubt.QUANTITY: "Qty",
    Doubt.PHONE: "HP",
    Doubt.YEAR: "Tahun",
}
_STEP = 200


def read_tables(
    sheets: Sequence[BookSheet], tables: Sequence[Table], step: Callable[[int], None]
) -> Readings:
    """Return all that the tables of a book say; `step(rows)` is called as rows are read."""
    readings = Readings(tables=tuple(tables))
    for sheet in sheets:
        own = [table for table in tables if table.sheet is sheet]
        readings.fates[sheet.name] = _fates_around(sheet, own)
    book_order = infer_order(cell for table in tables for cell in _date_cells(table))
    # Lines that name no plate wait for the visits of the other sheets.
    ordered = sorted(tables, key=lambda table: table.kind is TableKind.LINES)
    visits_by_number: dict[str, list[Visit]] = {}
    for table in ordered:
        order = infer_order(_date_cells(table)) or book_order
        _TableReading(readings, table, order, visits_by_number).read(step)
    return readings


def _date_cells(table: Table) -> Iterable[Cell]:
    place = table.place(Role.DATE)
    if place is None:
        return ()
    return (row[place] for row in table.sheet.rows[table.first - 1 : table.last] if place < len(row))


def _fates_around(sheet: BookSheet, tables: Sequence[Table]) -> list[RowFate]:
    """Return the fates of a sheet's rows as far as its tables alone tell them."""
    fates = [RowFate.BLANK if all(is_nothing(cell) for cell in row) else RowFate.UNUSED for row in sheet.rows]
    if not tables:
        return fates
    for place in range(tables[0].header[0] - 1):
        if fates[place] is not RowFate.BLANK:
            fates[place] = RowFate.ABOVE
    for table in tables:
        for row in range(table.header[0], table.header[1] + 1):
            fates[row - 1] = RowFate.HEADER
    return fates


class _TableReading:
    """Reads one table from top to bottom."""

    def __init__(
        self, readings: Readings, table: Table, order: DateOrder | None, by_number: dict[str, list[Visit]]
    ) -> None:
        self._readings = readings
        self._table = table
        self._cells = CellReader(table, order)
        self._layout: Layout = layout_of(table)
        self._by_number = by_number
        self._fates = readings.fates[table.sheet.name]
        self._headers = {column.index: column.header for column in table.columns}
        self._above: Visit | None = None
        self._day_above: Cell = None

    def read(self, step: Callable[[int], None]) -> None:
        """Read every row."""
        take = self._take_vehicle if self._table.kind is TableKind.VEHICLES else self._take_visit
        waiting = 0
        for number, row in enumerate(self._layout.rows, self._table.first):
            self._read_row(number, row, take)
            waiting += 1
            if waiting == _STEP:
                step(waiting)
                waiting = 0
        step(waiting)

    def _read_row(
        self, number: int, row: tuple[Cell, ...], take: Callable[[int, tuple[Cell, ...], str], None]
    ) -> None:
        plate = self._cells.plate(row)
        self._cells.doubts.clear()
        try:
            if is_plate(plate):
                take(number, row, plate)
                fate = RowFate.TAKEN
            else:
                fate = self._take_stray(number, row, plate)
        except Untaken as problem:
            self._readings.refuse(self._table.sheet.name, number, problem.reason, problem.value)
            self._above = None
            return
        self._fates[number - 1] = fate
        if fate not in (RowFate.TAKEN, RowFate.BLANK):
            self._above = None

    def _take_stray(self, number: int, row: tuple[Cell, ...], plate: str) -> RowFate:
        """Return what a row without a plate is; one that goes on with the visit above is added to it."""
        written = self._cells.number(row)
        if written is not None and self._table.kind is not TableKind.VEHICLES and not plate:
            known = self._by_number.get(_number_key(written), ())
            if known and self._has_text(row):
                self._add_row(known[-1], number, row)
                return RowFate.TAKEN
        if (
            not plate
            and self._above is not None
            and self._above.rows[-1] == number - 1
            and (written is None or written == self._above.number)
            and goes_on(self._cells, row)
            and fate_of_stray(self._table, self._cells, row) in (RowFate.NOTE, None)
        ):
            self._add_row(self._above, number, row)
            return RowFate.TAKEN
        fate = fate_of_stray(self._table, self._cells, row)
        if fate is None:
            if written is not None and self._table.kind is TableKind.LINES:
                raise Untaken(Reason.NO_SUCH_NUMBER, written)
            raise Untaken(Reason.BAD_PLATE if plate else Reason.NO_PLATE, plate)
        return fate

    def _has_text(self, row: tuple[Cell, ...]) -> bool:
        return any(not is_nothing(cell) for role in _TEXT_ROLES for cell in self._cells.cells(row, role))

    def _take_vehicle(self, number: int, row: tuple[Cell, ...], plate: str) -> None:
        facts, person = self._cells.vehicle(row, plate), self._cells.person(row)
        self._note_doubts(number)
        self._readings.vehicles.append(VehicleEntry(self._table.sheet.name, number, facts, person))

    def _take_visit(self, number: int, row: tuple[Cell, ...], plate: str) -> None:
        key = plate_key(plate)
        written = self._cells.number(row)
        cell = self._cells.cell(row, Role.DATE)
        if cell is None and self._layout.date_once_a_day:
            cell = self._day_above
        visit = self._visit_to_join(written, key, cell)
        if visit is not None:
            self._add_row(visit, number, row)
            self._above = visit
            return
        day = self._cells.day(cell)
        self._day_above = cell
        self._above = self._new_visit(number, row, plate, day, written)

    def _visit_to_join(self, written: str | None, key: str, cell: Cell) -> Visit | None:
        """Return the visit that a row is another line of: the same number, plate and day."""
        if written is None:
            above = self._above
            if self._layout.groups_by_day and above is not None and above.vehicle.plate_key == key:
                return above if cell is None or self._cells.day(cell) == above.date else None
            return None
        for visit in self._by_number.get(_number_key(written), ()):
            if visit.vehicle.plate_key == key and (cell is None or self._cells.day(cell) == visit.date):
                return visit
        return None

    def _new_visit(
        self, number: int, row: tuple[Cell, ...], plate: str, day: date, written: str | None
    ) -> Visit:
        cells = self._cells
        visit = Visit(
            sheet=self._table.sheet.name,
            rows=[],
            vehicle=cells.vehicle(row, plate),
            date=day,
            number=written,
            odometer_km=None,
            person=cells.person(row),
            symptom=cells.text(row, Role.SYMPTOM),
            remarks=[],
            lines=[],
            mechanics=[],
            total_rupiah=None,
        )
        self._readings.visits.append(visit)
        if written is not None:
            self._by_number.setdefault(_number_key(written), []).append(visit)
        self._add_row(visit, number, row)
        return visit

    def _add_row(self, visit: Visit, number: int, row: tuple[Cell, ...]) -> None:
        """Add what a row says of a visit: its lines, and what the rows before left open."""
        cells = self._cells
        visit.rows.append(number)
        if visit.odometer_km is None:
            visit.odometer_km = cells.odometer(row)
        remark = cells.text(row, Role.REMARK)
        if remark is not None and remark not in visit.remarks:
            visit.remarks.append(remark)
        names = cells.mechanics(row)
        if self._layout.a_line_a_row:
            self._add_line(visit, row, names)
        else:
            self._add_lines(visit, row)
        seen = {fold(name) for name in visit.mechanics}
        visit.mechanics += [name for name in names if fold(name) not in seen]
        for doubt, value in cells.doubts:
            visit.remarks.append(f"{_DOUBT_NAMES[doubt]}: {value}")
        self._note_doubts(number)

    def _note_doubts(self, number: int) -> None:
        self._readings.doubts += [
            CellDoubt(self._table.sheet.name, number, doubt, value) for doubt, value in self._cells.doubts
        ]
        self._cells.doubts.clear()

    def _add_lines(self, visit: Visit, row: tuple[Cell, ...]) -> None:
        """Add the work of a row that is a whole visit."""
        found: list[Line] = []
        for role in _TEXT_ROLES:
            for place in self._table.places(role):
                cell = row[place] if place < len(row) else None
                if cell is not None:
                    found += lines_of_cell(text_of(cell), role, self._headers[place])
        visit.lines = without_repeats(visit.lines + found)
        total = self._total_of(row)
        if total is not None:
            visit.total_rupiah = (visit.total_rupiah or 0) + total

    def _total_of(self, row: tuple[Cell, ...]) -> int | None:
        cells = self._cells
        for role in (Role.TOTAL, Role.AMOUNT):
            if cells.has(role) and not is_nothing(cells.cell(row, role)):
                return cells.money(cells.cell(row, role))
        parts = [cells.money(cell) for role in (Role.PRICE, Role.COST) for cell in cells.cells(row, role)]
        told = [part for part in parts if part is not None]
        return sum(told) if told else None

    def _add_line(self, visit: Visit, row: tuple[Cell, ...], names: list[str]) -> None:
        """Add the lines of a row that is one line of a visit."""
        cells = self._cells
        quantity = cells.quantity(row) or 1.0
        amount = cells.money(cells.cell(row, Role.AMOUNT))
        price = cells.money(cells.cell(row, Role.PRICE))
        if price is None and cells.has(Role.COST):
            told = [part for cell in cells.cells(row, Role.COST) if (part := cells.money(cell)) is not None]
            price = round(sum(told) / quantity) if told else None
        total = cells.money(cells.cell(row, Role.TOTAL))
        if self._layout.total_is_of_line:
            amount = total if amount is None else amount
        elif total is not None:
            visit.total_rupiah = max(visit.total_rupiah or 0, total)
        if price is None and amount is not None:
            price = round(amount / quantity)
        told_kind = line_kind_of(text_of(cells.cell(row, Role.LINE_KIND)))
        mechanic = names[0] if names else None
        for role, text in self._texts(row):
            kind = told_kind or _KIND_OF_ROLE[role]
            line = line_of(text, kind, quantity, price or 0)
            visit.lines.append(
                Line(line.kind, line.text, line.quantity, line.price_rupiah, line.category, mechanic)
            )
            price, quantity = None, 1.0

    def _texts(self, row: tuple[Cell, ...]) -> list[tuple[Role, str]]:
        return [
            (role, text_of(cell))
            for role in _TEXT_ROLES
            for cell in self._cells.cells(row, role)
            if not is_nothing(cell)
        ] or ([(Role.WORK, NO_DETAILS)] if self._cells.cell(row, Role.PRICE) else [])


_KIND_OF_ROLE: dict[Role, LineKind | None] = {
    Role.WORK: None,
    Role.JOB: LineKind.JOB,
    Role.PART: LineKind.PART,
    Role.OIL: LineKind.OIL,
    Role.OTHER_OIL: LineKind.OIL,
    Role.MARK: None,
}


def _number_key(written: str) -> str:
    return "".join(written.upper().split())
