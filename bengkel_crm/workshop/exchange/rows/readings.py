"""Turning the rows of a book into visits and vehicles, and telling of every row what it was."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet, Cell
from bengkel_crm.schema.lengths import LONGEST
from bengkel_crm.trade.dates import infer_order
from bengkel_crm.trade.names import fold
from bengkel_crm.workshop.exchange.rows.cells import CellReader, Untaken
from bengkel_crm.workshop.exchange.rows.entries import (
    BETWEEN,
    BookVisit,
    CellDoubt,
    DoubtKind,
    Readings,
    Reason,
    RowFate,
    VehicleEntry,
    merged,
)
from bengkel_crm.workshop.exchange.rows.layout import layout_of, rows_of
from bengkel_crm.workshop.exchange.rows.lengths import RowLengths
from bengkel_crm.workshop.exchange.rows.list_rows import read_list, taker_of_customers
from bengkel_crm.workshop.exchange.rows.orphan_rows import decide_orphan, goes_on
from bengkel_crm.workshop.exchange.rows.outcome_rows import taker_of_outcomes
from bengkel_crm.workshop.exchange.rows.price_list import taker_of_products
from bengkel_crm.workshop.exchange.rows.row_doubts import Row
from bengkel_crm.workshop.exchange.rows.row_lines import RowLines
from bengkel_crm.workshop.exchange.rows.spellings import is_undone
from bengkel_crm.workshop.exchange.tables.choices import Choices
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import FIELD_ROLES, ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable, TableKind

_DOUBT_NAMES = {
    DoubtKind.ODOMETER: "KM",
    DoubtKind.MONEY: "Rp",
    DoubtKind.QUANTITY: "Qty",
    DoubtKind.YEAR: "Tahun",
}
_DOUBTED = {
    DoubtKind.ODOMETER: (ColumnRole.ODOMETER,),
    DoubtKind.MONEY: (ColumnRole.TOTAL, ColumnRole.AMOUNT, ColumnRole.PRICE, ColumnRole.COST),
    DoubtKind.QUANTITY: (ColumnRole.QUANTITY, ColumnRole.PIECES),
    DoubtKind.YEAR: (ColumnRole.YEAR,),
    DoubtKind.VALUE: tuple(role for roles in FIELD_ROLES.values() for role in roles),
    DoubtKind.PHONE: (ColumnRole.PHONE, ColumnRole.CUSTOMER),
    DoubtKind.PHONE_LETTERS: (ColumnRole.PHONE, ColumnRole.CUSTOMER),
    DoubtKind.PHONE_WORDS: (ColumnRole.PHONE,),
    DoubtKind.PHONE_OF_NOBODY: (ColumnRole.PHONE,),
    DoubtKind.LEAP: (ColumnRole.ODOMETER,),
    DoubtKind.FAILED: tuple(ColumnRole),
}
_STEP = 200
_YEAR = timedelta(days=366)
_TAKERS = {
    TableKind.CUSTOMERS: taker_of_customers,
    TableKind.PRODUCTS: taker_of_products,
    TableKind.OUTCOMES: taker_of_outcomes,
}


def read_tables(
    sheets: Sequence[BookSheet],
    tables: Sequence[BookTable],
    step: Callable[[int], None],
    choices: Choices | None = None,
    today: date | None = None,
) -> Readings:
    """Return all that the tables of a book say; `step(rows)` is called as rows are read.

    A visit later than a year after `today` is a slip of the pen.
    """
    latest = None if today is None else today + _YEAR
    choices = choices or Choices(())
    readings = Readings(tables=tuple(tables))
    for sheet in sheets:
        own = [table for table in tables if table.sheet.name == sheet.name]
        readings.fates[sheet.name] = _fates_around(sheet, own)
    orders = [infer_order(_date_cells(table)) for table in tables]
    book_order = (
        infer_order(cell for table in tables for cell in _date_cells(table)) if None in orders else None
    )
    # Lines that name no plate wait for the visits of the other sheets.
    ordered = sorted(zip(tables, orders, strict=True), key=lambda pair: pair[0].kind is TableKind.LINES)
    visits_by_number: dict[str, list[BookVisit]] = {}
    for table, order in ordered:
        order = order or book_order or choices.order_of(table.sheet.name, table.header)
        if table.kind in _TAKERS:
            cells = CellReader(table, order, phones=choices.phones)
            take = _TAKERS[table.kind](readings, table, cells)
            read_list(readings, table, cells, take, step, choices.left_out)
        else:
            cells = CellReader(table, order, latest, choices.phones)
            _TableReading(readings, table, cells, visits_by_number, choices.left_out).read(step)
    return readings


def _date_cells(table: BookTable) -> Iterable[Cell]:
    place = table.place(ColumnRole.DATE)
    if place is None:
        return ()
    return {
        row[place]
        for row in table.sheet.rows[table.first - 1 : table.last]
        if place < len(row) and isinstance(row[place], str)
    }


def _fates_around(sheet: BookSheet, tables: Sequence[BookTable]) -> list[RowFate]:
    """Return the fates of a sheet's rows as far as its tables alone tell them."""
    fates = [RowFate.UNUSED] * len(sheet.rows)
    above = tables[0].header[0] - 1 if tables else len(sheet.rows)
    for place in range(above):
        if all(is_nothing(cell) for cell in sheet.rows[place]):
            fates[place] = RowFate.BLANK
        elif tables:
            fates[place] = RowFate.ABOVE
    for table in tables:
        for row in range(max(1, table.header[0]), table.header[1] + 1):
            fates[row - 1] = RowFate.HEADER
    return fates


class _TableReading:
    """Reads one table from top to bottom."""

    def __init__(
        self,
        readings: Readings,
        table: BookTable,
        cells: CellReader,
        by_number: dict[str, list[BookVisit]],
        left_out: frozenset[tuple[str, int]],
    ) -> None:
        self._readings = readings
        self._table = table
        self._sheet = table.sheet.name
        self._cells = cells
        self._rows = rows_of(table, self._cells)
        self._layout = layout_of(table, self._cells, self._rows)
        self._lengths = RowLengths(table, self._cells)
        self._lines = RowLines(table, self._cells, self._layout)
        self._by_number = by_number
        self._fates = readings.fates[self._sheet]
        self._left_out = {row for name, row in left_out if name == self._sheet}
        self._has_status = table.kind is not TableKind.VEHICLES and self._cells.has(ColumnRole.STATUS)
        self._above: BookVisit | None = None
        self._day_above: Cell = None

    def read(self, step: Callable[[int], None]) -> None:
        """Read every row."""
        lists_vehicles = self._table.kind is TableKind.VEHICLES
        take = self._take_vehicle if lists_vehicles else self._take_visit
        for start in range(0, len(self._rows), _STEP):
            lot = self._rows.between(start, start + _STEP)
            for number, row in enumerate(lot, self._table.first + start):
                self._read_row(number, row, take)
            step(len(lot))

    def _read_row(self, number: int, row: Row, take: Callable[[int, Row, str, str], RowFate]) -> None:
        if number in self._left_out:
            self._leave_out(number, row)
            return
        plate, key = self._cells.plate(row)
        try:
            if self._has_status:
                self._refuse_undone(row)
            if key:
                self._prove_lengths(row)
            fate = take(number, row, plate, key) if key else self._take_stray(number, row, plate)
        except Untaken as problem:
            self._cells.doubts.noted.clear()
            self._readings.refuse(self._sheet, number, problem.reason, problem.value)
            fate = RowFate.NOT_TAKEN
        self._fates[number - 1] = fate
        if fate not in (RowFate.TAKEN, RowFate.BLANK):
            self._above = None

    def _prove_lengths(self, row: Row) -> None:
        self._lengths.prove(row)
        self._lines.prove_lengths(row)

    def _refuse_undone(self, row: Row) -> None:
        """Raise Untaken for a visit that was called off or is only booked."""
        status = self._cells.cell(row, ColumnRole.STATUS)
        if not is_nothing(status) and is_undone(text_of(status)):
            raise Untaken(Reason.NOT_DONE, text_of(status))

    def _leave_out(self, number: int, row: Row) -> None:
        cell = self._cells.cell(row, ColumnRole.DATE)
        if not is_nothing(cell):
            # The rows under it may be of its day.
            self._day_above = cell
        self._readings.leave_out(self._sheet, number, " · ".join(self._doubtful(row)))
        self._above = None

    def _doubtful(self, row: Row) -> list[str]:
        """Return what could not be read of a row."""
        cells = self._cells
        cells.odometer(row)
        for cell in (*cells.cells(row, ColumnRole.QUANTITY), *cells.cells(row, ColumnRole.PIECES)):
            cells.quantity(cell)
        cells.person(row)
        cells.facts(row)
        for role in _DOUBTED[DoubtKind.MONEY]:
            for cell in cells.cells(row, role):
                cells.money(cell)
        values = [value for _, value in cells.doubts.noted]
        cells.doubts.noted.clear()
        return values

    def _take_vehicle(self, number: int, row: Row, plate: str, key: str) -> RowFate:
        entry = VehicleEntry(self._sheet, number, plate, key, self._cells.facts(row), self._cells.person(row))
        self._readings.vehicles.append(entry)
        self._note_doubts(number)
        return RowFate.TAKEN

    def _take_visit(self, number: int, row: Row, plate: str, key: str) -> RowFate:
        cells = self._cells
        written = cells.number(row)
        cell = cells.cell(row, ColumnRole.DATE)
        if is_nothing(cell) and self._layout.date_once_a_day:
            cell = self._day_above
        self._day_above = cell
        visit = self._visit_to_join(written, key, cell)
        is_new = visit is None
        if visit is None:
            visit = self._new_visit(number, row, plate, key, cells.day(cell), written)
        elif visit.lines_from not in (None, self._sheet) or (
            visit.lines and self._lines.only_repeats(visit, row)
        ):
            # The same visit again: on the sheet of the year after that of the month, or copied twice.
            return RowFate.KNOWN
        self._add_row(visit, number, row)
        if is_new:
            self._keep_visit(visit)
        self._above = visit
        return RowFate.TAKEN

    def _visit_to_join(self, written: str | None, key: str, cell: Cell) -> BookVisit | None:
        """Return the visit that a row is another line of: the same number, plate and day."""
        if written is not None:
            candidates = self._by_number.get(_number_key(written), [])
        else:
            candidates = [self._above] if self._above is not None and self._layout.groups_by_day else []
        for visit in candidates:
            if visit.plate_key == key and (cell is None or self._cells.day(cell) == visit.date):
                return visit
        return None

    def _new_visit(
        self, number: int, row: Row, plate: str, key: str, day: date, written: str | None
    ) -> BookVisit:
        cells = self._cells
        return BookVisit(
            sheet=self._sheet,
            row=number,
            plate=plate,
            plate_key=key,
            facts=cells.facts(row),
            date=day,
            number=written,
            person=cells.person(row),
            symptom=cells.text(row, ColumnRole.SYMPTOM),
        )

    def _keep_visit(self, visit: BookVisit) -> None:
        self._readings.visits.append(visit)
        if visit.number is not None:
            self._by_number.setdefault(_number_key(visit.number), []).append(visit)

    def _take_stray(self, number: int, row: Row, plate: str) -> RowFate:
        """Return what a row without a plate is; one that goes on with another visit is added to it."""
        written = self._cells.number(row)
        if not plate:
            visit = self._visit_going_on(number, row, written)
            if visit is not None:
                self._prove_lengths(row)
                self._add_row(visit, number, row)
                return RowFate.TAKEN
        fate = decide_orphan(self._table, self._cells, row)
        if fate is None:
            vehicle = self._cells.cell(row, ColumnRole.VEHICLE_ID)
            if not plate and not is_nothing(vehicle):
                raise Untaken(Reason.NO_SUCH_ID, text_of(vehicle))
            if written is not None and self._table.kind is TableKind.LINES:
                raise Untaken(Reason.NO_SUCH_NUMBER, written)
            raise Untaken(Reason.BAD_PLATE if plate else Reason.NO_PLATE, plate)
        return fate

    def _visit_going_on(self, number: int, row: Row, written: str | None) -> BookVisit | None:
        """Return the visit that a row without a plate adds work to: of its number, or the one above."""
        if self._table.kind is TableKind.VEHICLES or not self._lines.has_text(row):
            return None
        if written is not None:
            of_number = self._by_number.get(_number_key(written))
            return of_number[-1] if of_number else None
        above = self._above
        if above is None or above.rows[-1] != (self._sheet, number - 1) or not goes_on(self._cells, row):
            return None
        return above if decide_orphan(self._table, self._cells, row) is RowFate.NOTE else None

    def _add_row(self, visit: BookVisit, number: int, row: Row) -> None:
        """Add what a row says of a visit: its work, and what the rows before left open.

        Raises:
            Untaken: a text of the visit grows too long with it; nothing was added.
        """
        cells = self._cells
        odometer_km = cells.odometer(row) if visit.odometer_km is None else visit.odometer_km
        remarks = self._remarks_with(visit, cells.text(row, ColumnRole.REMARK))
        names = cells.mechanics(row)
        self._lines.add(visit, row)
        visit.add_row(self._sheet, number)
        visit.odometer_km, visit.remarks = odometer_km, remarks
        if more := cells.more_of_visit(row):
            visit.more = merged((visit.more, more))
        if visit.lines:
            visit.lines_from = visit.lines_from or self._sheet
        if not visit.mechanics:
            visit.mechanics = names
        elif names != visit.mechanics:
            seen = {fold(name) for name in visit.mechanics}
            visit.mechanics += tuple(name for name in names if fold(name) not in seen)
        if cells.doubts.noted:
            doubted = tuple(
                f"{name}: {value}"
                for doubt, value in cells.doubts.noted
                if (name := self._name_of(number, doubt, value)) is not None
            )
            if _fits(visit.remarks + doubted):
                visit.remarks += doubted
            self._note_doubts(number)

    def _name_of(self, number: int, doubt: DoubtKind, value: str) -> str | None:
        """Return before what a doubtful value is kept among the remarks; None where it is not kept there."""
        place = self._place_of(number, doubt, value) if doubt is DoubtKind.VALUE else None
        return _DOUBT_NAMES.get(doubt) if place is None else self._table.columns[place].header

    def _remarks_with(self, visit: BookVisit, remark: str | None) -> tuple[str, ...]:
        if remark is None or remark in visit.remarks:
            return visit.remarks
        remarks = (*visit.remarks, remark)
        if not _fits(remarks):
            raise Untaken(Reason.TOO_LONG, str(len(BETWEEN.join(remarks))))
        return remarks

    def _note_doubts(self, number: int) -> None:
        doubts = self._cells.doubts.noted
        if doubts:
            self._readings.doubts += [
                CellDoubt(self._sheet, number, doubt, value, self._place_of(number, doubt, value))
                for doubt, value in doubts
            ]
            doubts.clear()

    def _place_of(self, number: int, doubt: DoubtKind, value: str) -> int | None:
        """Return the column that a doubtful value stands in."""
        row = self._rows[number - self._table.first]
        places = [place for role in _DOUBTED[doubt] for place in self._table.places(role)]
        return next((place for place in places if text_of(row[place]).startswith(value)), None)


def _fits(remarks: tuple[str, ...]) -> bool:
    return not remarks or len(BETWEEN.join(remarks)) <= LONGEST["work_order"]["remark"]


def _number_key(written: str) -> str:
    return "".join(written.upper().split())
