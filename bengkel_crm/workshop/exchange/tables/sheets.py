"""Finding the tables of a book: on which sheet, under which row of names, telling what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet, Cell
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.plates import format_plate, plate_key, plate_remark
from bengkel_crm.workshop.exchange.tables.columns import BookColumn, labels_of, recognise
from bengkel_crm.workshop.exchange.tables.list_kinds import find_list_kind, fit_columns
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import VEHICLE_ROLES, ColumnRole, name_strengths
from bengkel_crm.workshop.exchange.tables.shipped_mappings import columns_of, find_shipped
from bengkel_crm.workshop.exchange.tables.table_kinds import TableKind as TableKind

_HEADER_WITHIN = 60
_TRIED = 4
_LEAST_NAMES = 2
_LEAST_UNTITLED = 3
_NAMED = 0.6
_TWO_ROWS_MALUS = 0.15
_AS_GOOD = 0.9
_WIDEST = 200
_TITLES = 5
_DIGITS_IN_NAME = 3
# "service_B1234XYZ", "AB 1234 XY repair": a plate with its last letters, or any year would be one.
_PLATE_IN_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{1,2}[ _.-]?\d{1,4}[ _.-]?[A-Za-z]{1,3}(?![A-Za-z0-9])")
_LISTS = frozenset({TableKind.CUSTOMERS, TableKind.PRODUCTS, TableKind.OUTCOMES})
_HARDLY_COUNT = frozenset({ColumnRole.OTHER, ColumnRole.ROW_NUMBER, ColumnRole.REMARK})
_PLATE_ROLES = frozenset({ColumnRole.PLATE, ColumnRole.PLATE_DIGITS})
_OF_LISTS = frozenset(
    {
        *(ColumnRole.CUSTOMER, ColumnRole.PHONE, ColumnRole.ADDRESS, ColumnRole.CUSTOMER_ID),
        *(ColumnRole.FIRST_NAME, ColumnRole.COMPANY, *VEHICLE_ROLES),
    }
)
_TEXT_ROLES = frozenset({ColumnRole.WORK, ColumnRole.JOB, ColumnRole.PART})
_VISIT_ROLES = frozenset(
    {
        *(
            ColumnRole.WORK,
            ColumnRole.JOB,
            ColumnRole.PART,
            ColumnRole.OIL,
            ColumnRole.OTHER_OIL,
            ColumnRole.MARK,
            ColumnRole.ODOMETER,
            ColumnRole.MECHANIC,
        ),
        *(
            ColumnRole.TOTAL,
            ColumnRole.COST,
            ColumnRole.PRICE,
            ColumnRole.AMOUNT,
            ColumnRole.SYMPTOM,
            ColumnRole.NUMBER,
        ),
    }
)


@dataclass(frozen=True, slots=True)
class BookTable:
    """A table of a sheet: rows `first` to `last` (numbered from 1) under a header of one or two rows.

    `plate` is that of all rows where no column tells it.
    """

    sheet: BookSheet
    kind: TableKind
    header: tuple[int, int]
    first: int
    last: int
    columns: tuple[BookColumn, ...]
    plate: str = ""

    def places(self, role: ColumnRole) -> tuple[int, ...]:
        """Return the columns of a role, from 0, left to right."""
        return tuple(column.index for column in self.columns if column.role is role)

    def place(self, role: ColumnRole) -> int | None:
        """Return the first column of a role, or None."""
        return next(iter(self.places(role)), None)


def find_tables(sheet: BookSheet, plate: str = "", check: Check | None = None) -> tuple[BookTable, ...]:
    """Return the tables of a sheet from top to bottom; none when no row names a plate or job lines.

    `plate` is that of visits whose plate neither a column nor the name of the sheet tells.

    Raises:
        Cancelled: `check`, which is asked meanwhile, raised it.
    """
    tables: list[BookTable] = []
    start = 0
    while (table := _find_table(sheet, start, _HEADER_WITHIN, plate, check)) is not None:
        later = _next_header(sheet, table, check)
        if later is None:
            return (*tables, table)
        tables.append(replace(table, last=later))
        start = later
    untitled = None if tables else _table_without_titles(sheet)
    return tuple(tables) if untitled is None else (untitled,)


def _table_without_titles(sheet: BookSheet) -> BookTable | None:
    """Return the table of a sheet that begins with its data, where columns show what they are, or None."""
    head = sheet.rows[:_HEADER_WITHIN]
    if sum(1 for row in head if len(row) >= _LEAST_UNTITLED) < _LEAST_UNTITLED or any(_candidates(head)):
        return None
    kind, columns = understand(sheet, labels_under(sheet, (0, 0)), (0, 0))
    if kind not in (TableKind.VISITS, TableKind.VEHICLES) or not any(
        column.role is ColumnRole.PLATE for column in columns
    ):
        return None
    return BookTable(sheet, kind, (0, 0), 1, len(sheet.rows), columns)


def _find_table(
    sheet: BookSheet, start: int, within: int, plate: str = "", check: Check | None = None
) -> BookTable | None:
    found: list[tuple[float, BookTable]] = []
    candidates = sorted(_candidates(sheet.rows[start : start + within]), reverse=True)[:_TRIED]
    for _, place in asking(sorted(candidates, key=lambda candidate: candidate[1]), check, every=1):
        under = [_table_under(sheet, start + place, height, plate) for height in (1, 2)]
        found += sorted((table for table in under if table is not None), key=lambda table: -table[0])[:1]
    best = max((score for score, _ in found), default=0.0)
    # Of header rows that are as good as each other the first is the header, the others repeat it.
    return next((table for score, table in found if score >= _AS_GOOD * best), None)


def _candidates(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[float, int]]:
    """Yield (strength of all names, place) of the rows that could be a header."""
    for place, row in enumerate(rows):
        strengths = [
            max(found.values())
            for cell in row
            if isinstance(cell, str) and (found := name_strengths(cell)) and max(found.values()) >= _NAMED
        ]
        if len(strengths) >= _LEAST_NAMES:
            yield sum(strengths), place


def _table_under(
    sheet: BookSheet, place: int, height: int, own_plate: str = ""
) -> tuple[float, BookTable] | None:
    """Return (score, table) with the header at `place` (from 0), or None when it is none."""
    below = place + height
    if below > len(sheet.rows) or (height == 2 and not _is_second_row(sheet.rows[below - 1])):
        return None
    kind, columns = understand(
        sheet, labels_under(sheet, (place + 1, below)), (place + 1, below), plate=own_plate
    )
    if kind is None:
        return None
    score = sum(
        column.confidence * (0.1 if column.role in _HARDLY_COUNT else 1.0) for column in columns
    ) - _TWO_ROWS_MALUS * (height - 1)
    plate = plate_of(sheet, columns, own_plate)
    return score, BookTable(sheet, kind, (place + 1, below), below + 1, len(sheet.rows), columns, plate)


def labels_under(sheet: BookSheet, header: tuple[int, int]) -> list[str]:
    """Return the names of the columns under a header of one or two rows, numbered from 1."""
    top, bottom = header
    if top == 0:
        return [""] * min(max(map(len, sheet.rows), default=0), _WIDEST)
    lower = sheet.rows[bottom - 1] if bottom > top else None
    return labels_of(_spread(sheet, top - 1), lower)[:_WIDEST]


def _is_second_row(row: Sequence[Cell]) -> bool:
    """Return whether a row can be the lower half of a header: names, and no data."""
    texts = [cell for cell in row if cell is not None]
    if not texts or not all(isinstance(cell, str) for cell in texts):
        return False
    return sum(1 for cell in texts if name_strengths(str(cell))) >= max(1, len(texts) / 2)


def _spread(sheet: BookSheet, place: int) -> list[Cell]:
    """Return a header row with merged cells filled to the right."""
    row = list(sheet.rows[place])
    for top, left, _, right in sheet.merged:
        if top == place + 1:
            for index in range(left, min(right, len(row))):
                row[index] = row[left - 1]
    return row


def understand(
    sheet: BookSheet,
    labels: Sequence[str],
    header: tuple[int, int],
    last: int | None = None,
    *,
    plate: str = "",
) -> tuple[TableKind | None, tuple[BookColumn, ...]]:
    """Return what the rows under a header are, None when they can be nothing, and what each column tells."""
    rows = sheet.rows[header[1] : last]
    shipped = find_shipped(labels)
    if shipped is not None:
        return shipped.kind, columns_of(shipped, labels)
    columns = recognise(labels, rows)
    over = max(0, header[0] - 1)
    above = [cell for row in sheet.rows[max(0, over - _TITLES) : over] for cell in row]
    titles = [sheet.name, *[cell for cell in above if isinstance(cell, str)]]
    kind = find_list_kind(columns, rows, titles)
    if kind is None:
        # The number of a row in another program tells of no visit.
        told = {column.role for column in columns if fold(column.header) != "id"}
        roles = {column.role for column in columns}
        if ColumnRole.DATE in roles and roles & _TEXT_ROLES and plate_of(sheet, columns, plate):
            return TableKind.VISITS, columns
        if told & _VISIT_ROLES == {ColumnRole.ODOMETER} and not _says_date(columns):
            told = told - {ColumnRole.ODOMETER}
        return _kind_of(roles, told), columns
    return kind, fit_columns(kind, columns)


def _says_date(columns: Sequence[BookColumn]) -> bool:
    """Return whether the title of the days says that they are days; cells alone may tell of any."""
    return any(
        column.role is ColumnRole.DATE and name_strengths(column.header).get(ColumnRole.DATE, 0.0) >= _NAMED
        for column in columns
    )


def plate_of(sheet: BookSheet, columns: Sequence[BookColumn], otherwise: str = "") -> str:
    """Return the plate a sheet or file is called after, else `otherwise`; "" where a column tells it."""
    if {column.role for column in columns} & {*_PLATE_ROLES, ColumnRole.VEHICLE_ID, ColumnRole.NUMBER}:
        return ""
    for found in _PLATE_IN_NAME.finditer(sheet.name):
        if plate_remark(plate_key(found[0])) is None:
            return format_plate(found[0])
    return otherwise


def _kind_of(roles: set[ColumnRole], told: set[ColumnRole]) -> TableKind | None:
    has_plate = bool(roles & _PLATE_ROLES)
    if has_plate and ColumnRole.DATE in roles and told & _VISIT_ROLES:
        return TableKind.VISITS
    if ColumnRole.NUMBER in roles and roles & _TEXT_ROLES:
        return TableKind.LINES
    if has_plate and (ColumnRole.DATE not in roles or roles & _OF_LISTS):
        # A day without anything that was done then is that of the registration or of the purchase.
        return TableKind.VEHICLES
    return None


def _next_header(sheet: BookSheet, table: BookTable, check: Check | None) -> int | None:
    """Return how many rows stand before a later header of other columns, or None."""
    if table.kind in _LISTS:
        return _next_header_of_list(sheet, table, check)
    plates = table.places(ColumnRole.PLATE) or table.places(ColumnRole.NUMBER)
    own = {(column.index, column.header) for column in table.columns if column.header}
    for place in asking(range(table.first - 1, len(sheet.rows)), check):
        row = sheet.rows[place]
        cell = row[plates[0]] if plates and plates[0] < len(row) else None
        # Most rows have a plate there; only the others are worth a closer look.
        if cell is not None and not (isinstance(cell, str) and not any(map(str.isdigit, cell))):
            continue
        if not is_header_like(row):
            continue
        told = {(index, text_of(item)) for index, item in enumerate(row) if item is not None}
        if len(told & own) * 2 < len(told) and _find_table(sheet, place, 1) is not None:
            return place
    return None


def _next_header_of_list(sheet: BookSheet, table: BookTable, check: Check | None) -> int | None:
    """Return how many rows stand before a later header: in a list one with room above, where titles stand."""
    for place in asking(range(table.first, len(sheet.rows)), check):
        if sum(1 for cell in sheet.rows[place - 1] if not is_nothing(cell)) > 1:
            continue
        row = sheet.rows[place]
        # Data has phones and prices; to ask for the meaning of each of them would take its time.
        if any(sum(map(str.isdigit, str(cell))) > _DIGITS_IN_NAME for cell in row if cell is not None):
            continue
        if is_header_like(row) and _find_table(sheet, place, 1) is not None:
            return place
    return None


def is_header_like(row: Sequence[Cell]) -> bool:
    """Return whether most cells of a row are names of columns."""
    told = [cell for cell in row if cell is not None]
    if len(told) <= _LEAST_NAMES or not all(isinstance(cell, str) for cell in told):
        return False
    named = sum(1 for cell in told if max(name_strengths(str(cell)).values(), default=0.0) >= _NAMED)
    return named * 3 >= len(told) * 2
