"""The work and the money of one row, added to its visit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bengkel_crm.records.work_orders import Line
from bengkel_crm.schema.lengths import LONGEST
from bengkel_crm.trade.kinds import LineKind
from bengkel_crm.trade.names import fold
from bengkel_crm.workshop.exchange.rows.cells import CellReader, Untaken
from bengkel_crm.workshop.exchange.rows.entries import BETWEEN, BookVisit, Reason
from bengkel_crm.workshop.exchange.rows.layout import RowLayout
from bengkel_crm.workshop.exchange.rows.lines import NO_DETAILS, line_kind_of, line_of, lines_of_cell
from bengkel_crm.workshop.exchange.rows.row_doubts import Row
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole, name_strengths, parted_number
from bengkel_crm.workshop.exchange.tables.sheets import BookTable

TEXT_ROLES = (
    ColumnRole.WORK,
    ColumnRole.JOB,
    ColumnRole.PART,
    ColumnRole.OIL,
    ColumnRole.OTHER_OIL,
    ColumnRole.MARK,
)
# So many rows show whether a price is that of one piece.
_ENOUGH_ROWS = 2_000
_LONGEST_LINE = LONGEST["work_order_line"]["text"]
# All lines of a visit are told in one.
_LONGEST_TOGETHER = LONGEST["work_order"]["jobs"]
_KIND_OF_ROLE: dict[ColumnRole, LineKind | None] = {
    ColumnRole.WORK: None,
    ColumnRole.JOB: LineKind.JOB,
    ColumnRole.PART: LineKind.PART,
    ColumnRole.OIL: LineKind.OIL,
    ColumnRole.OTHER_OIL: LineKind.OIL,
    ColumnRole.MARK: None,
}


class RowLines:
    """Reads the work and the money of rows that are visits, or of rows that are lines."""

    def __init__(self, table: BookTable, cells: CellReader, layout: RowLayout) -> None:
        self._cells = cells
        self._layout = layout
        self._columns = [
            (column.index, column.role, column.header)
            for role in TEXT_ROLES
            for column in table.columns
            if column.role is role
        ]
        self._costs = table.places(ColumnRole.COST)
        # Under a title of its own a line is told with the title.
        headers = [len(header) for _, _, header in self._columns]
        self._surely_fits = _LONGEST_LINE - 1 - max(headers, default=0)
        self._prices = _beside_work(table, ColumnRole.COST)
        self._pieces = _beside_work(table, ColumnRole.PIECES)
        self._costs_are_of_one = bool(self._pieces) and self._say_costs_of_one(table)
        self._known: dict[Row, tuple[Line, ...]] = {}

    def prove_lengths(self, row: Row) -> None:
        """Make sure that each line a row names fits; a list of work is measured once it is taken apart.

        Raises:
            Untaken: one is too long; its length is told.
        """
        for place, role, header in self._columns:
            cell = row[place]
            if type(cell) is str and len(cell) > self._surely_fits:
                text = text_of(cell)
                named = [] if self._layout.a_line_a_row else lines_of_cell(text, role, header)
                length = max([len(line.text) for line in named] or [len(text)])
                if length > _LONGEST_LINE:
                    raise Untaken(Reason.TOO_LONG, str(length))

    def has_text(self, row: Row) -> bool:
        """Return whether a row names any work."""
        return any(not is_nothing(row[place]) for place, _, _ in self._columns)

    def add(self, visit: BookVisit, row: Row) -> None:
        """Add the work and the money of a row to its visit.

        Raises:
            Untaken: they come to more than can be told of a visit; nothing was added.
        """
        if self._layout.a_line_a_row:
            self._add_line(visit, row)
        else:
            self._add_lines(visit, row)

    def only_repeats(self, visit: BookVisit, row: Row) -> bool:
        """Return whether a row that is a visit says nothing that the visit has not already."""
        if self._layout.a_line_a_row:
            return False
        known = {fold(line.text) for line in visit.lines}
        return all(fold(line.text) in known for line in self._lines_of(row))

    def _lines_of(self, row: Row) -> tuple[Line, ...]:
        """Return the lines of a row that is a visit; the same cells give the same tuple."""
        cells = tuple([row[place] for place, _, _ in self._columns])
        if cells not in self._known:
            self._known[cells] = _without_repeats(
                [
                    line
                    for cell, (_, role, header) in zip(
                        self._cells.doubts.without_failed(cells), self._columns, strict=True
                    )
                    if cell is not None
                    for line in lines_of_cell(text_of(cell), role, header)
                ]
            )
        self._cells.doubts.again(cells)
        return self._priced(row) if self._prices or self._pieces else self._known[cells]

    def _priced(self, row: Row) -> tuple[Line, ...]:
        """Return the lines of a row in which prices stand beside the jobs, each job with its own."""
        lines: list[Line] = []
        told = self._cells.doubts.without_failed(tuple([row[place] for place, _, _ in self._columns]))
        for cell, (place, role, header) in zip(told, self._columns, strict=True):
            named = list(lines_of_cell(text_of(cell), role, header)) if cell is not None else []
            if (place in self._prices or place in self._pieces) and named:
                # Of several jobs in one cell the first bears the price of all.
                price = self._cells.money(row[self._prices[place]]) if place in self._prices else None
                quantity = self._pieces_beside(row, place)
                if price is not None and not self._costs_are_of_one:
                    price = round(price / quantity)
                named[0] = replace(named[0], quantity=quantity, price_rupiah=price or 0)
            lines += named
        return _without_repeats(lines)

    def _pieces_beside(self, row: Row, place: int) -> float:
        return (self._cells.quantity(row[self._pieces[place]]) if place in self._pieces else None) or 1.0

    def _say_costs_of_one(self, table: BookTable) -> bool:
        """Return whether a price beside a quantity is of one piece: as the totals say, else the title."""
        ones = alls = 0
        total = self._cells.cell
        for cells in table.sheet.rows[table.first - 1 : min(table.last, table.first + _ENOUGH_ROWS)]:
            row = self._cells.row_of(cells)
            told = self._cells.money(total(row, ColumnRole.TOTAL))
            of_one, of_all = self._sum_of_costs(row, of_one=True), self._sum_of_costs(row, of_one=False)
            if told is not None and of_one != of_all:
                ones += told == of_one
                alls += told == of_all
        self._cells.doubts.noted.clear()
        if ones != alls:
            return ones > alls
        titles = [parted_number(column.header)[0] or column.header for column in table.columns]
        prices = [name_strengths(titles[place]) for place in self._prices.values()]
        return any(said.get(ColumnRole.PRICE, 0.0) >= max(said.values(), default=1.0) for said in prices)

    def _sum_of_costs(self, row: Row, *, of_one: bool) -> int | None:
        """Return what the prices beside jobs come to, None where none is told."""
        places = {cost: place for place, cost in self._prices.items()}
        told = [
            round(cost * (self._pieces_beside(row, places[index]) if of_one and index in places else 1))
            for index in self._costs
            if (cost := self._cells.money(row[index])) is not None
        ]
        return sum(told) if told else None

    def _add_lines(self, visit: BookVisit, row: Row) -> None:
        lines = self._lines_of(row)
        if visit.lines:
            lines = _without_repeats([*visit.lines, *lines])
            _count_letters(visit, lines[len(visit.lines) :])
        visit.lines = lines
        total = self._total_of(row)
        if total is not None:
            visit.total_rupiah = (visit.total_rupiah or 0) + total

    def _total_of(self, row: Row) -> int | None:
        cells = self._cells
        for role in (ColumnRole.TOTAL, ColumnRole.AMOUNT):
            cell = cells.cell(row, role)
            if cell is not None and not is_nothing(cell):
                return cells.money(cell)
        price = cells.money(cells.cell(row, ColumnRole.PRICE))
        costs = self._sum_of_costs(row, of_one=self._costs_are_of_one)
        return price if costs is None else costs + (price or 0)

    def _add_line(self, visit: BookVisit, row: Row) -> None:
        cells = self._cells
        quantity = cells.quantity(cells.cell(row, ColumnRole.QUANTITY)) or 1.0
        price = self._price_of(visit, row, quantity)
        told_kind = line_kind_of(text_of(cells.cell(row, ColumnRole.LINE_KIND)))
        mechanics = cells.mechanics(row)
        written = tuple([row[place] for place, _, _ in self._columns])
        told = cells.doubts.without_failed(written)
        cells.doubts.again(written)
        texts = [
            (role, text_of(cell))
            for cell, (_, role, _) in zip(told, self._columns, strict=True)
            if not is_nothing(cell)
        ]
        if not texts and price:
            texts = [(ColumnRole.WORK, NO_DETAILS)]
        lines: list[Line] = []
        for role, text in texts:
            line = line_of(text, told_kind or _KIND_OF_ROLE[role])
            mechanic = mechanics[0] if mechanics else None
            lines.append(Line(line.kind, text, quantity, price or 0, line.category, mechanic))
            price, quantity = None, 1.0
        _count_letters(visit, lines)
        visit.lines += tuple(lines)

    def _price_of(self, visit: BookVisit, row: Row, quantity: float) -> int | None:
        """Return the price of a row that is one line; a total of the whole visit goes to the visit."""
        cells = self._cells
        amount = cells.money(cells.cell(row, ColumnRole.AMOUNT))
        price = cells.money(cells.cell(row, ColumnRole.PRICE))
        if price is None:
            told = [
                part for cell in cells.cells(row, ColumnRole.COST) if (part := cells.money(cell)) is not None
            ]
            price = round(sum(told) / quantity) if told else None
        total = cells.money(cells.cell(row, ColumnRole.TOTAL))
        if self._layout.total_is_of_line:
            amount = total if amount is None else amount
        elif total is not None:
            visit.total_rupiah = max(visit.total_rupiah or 0, total)
        return round(amount / quantity) if price is None and amount is not None else price


def _count_letters(visit: BookVisit, lines: Sequence[Line]) -> None:
    """Count the letters of lines that are about to be added to a visit.

    Raises:
        Untaken: the visit has too many then.
    """
    before = visit.letters or sum(len(line.text) for line in visit.lines)
    letters = before + sum(len(line.text) for line in lines)
    most = _LONGEST_TOGETHER - len(BETWEEN) * (len(visit.lines) + len(lines))
    if letters > most:
        raise Untaken(Reason.TOO_LONG, str(letters))
    visit.letters = letters


def _beside_work(table: BookTable, role: ColumnRole) -> dict[int, int]:
    """Return the places of prices, or of pieces, by those of their jobs, where they stand in pairs."""
    texts = [column for column in table.columns if column.role in TEXT_ROLES]
    told = [column for column in table.columns if column.role is role]
    others = {column.index for column in table.columns if column.role in (ColumnRole.COST, ColumnRole.PIECES)}
    pairs: dict[int, int] = {}
    repeated = Counter(fold(column.header) for column in (*texts, *told))
    for text in texts:
        _, number = parted_number(text.header)
        if number:
            beside = [column for column in told if parted_number(column.header)[1] == number]
        else:
            next_ones = {text.index + 1} | ({text.index + 2} if text.index + 1 in others else set())
            beside = [column for column in told if column.index in next_ones]
            beside = [column for column in beside if repeated[fold(column.header)] > 1]
        free = [column.index for column in beside if column.index not in pairs.values()]
        if free:
            pairs[text.index] = free[0]
    return pairs


def _without_repeats(lines: list[Line]) -> tuple[Line, ...]:
    """Return lines without those that only repeat another: an oil named in two columns."""
    if len(lines) < 2:
        return tuple(lines)
    once: dict[str, Line] = {}
    for line in lines:
        once.setdefault(fold(line.text), line)
    return tuple(once.values())
