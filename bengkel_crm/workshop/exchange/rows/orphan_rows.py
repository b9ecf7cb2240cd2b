"""Rows of a table that name no plate: totals, notes, a header again, visits whose plate is missing."""

import re

from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.trade.names import fold
from bengkel_crm.workshop.exchange.rows.cells import CellReader
from bengkel_crm.workshop.exchange.rows.entries import RowFate
from bengkel_crm.workshop.exchange.rows.row_doubts import Row
from bengkel_crm.workshop.exchange.tables.profiles import is_failed, is_nothing, looks_like_work, text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable, is_header_like

_TOTAL = re.compile(
    r"(?:grand |sub )?(?:total|subtotal|jumlah|jml|saldo|rekap|omzet|omset|rata rata|average|sum|pendapatan"
    r"|pemasukan)\b.*"
)
_NOTE = re.compile(
    r"(?:catatan|nb|note|notes|ket|keterangan|dicetak|printed|mengetahui|hormat kami|halaman|hal|page)\b",
    re.IGNORECASE,
)
_MONEY_ROLES = (
    ColumnRole.TOTAL,
    ColumnRole.AMOUNT,
    ColumnRole.PRICE,
    ColumnRole.COST,
    ColumnRole.QUANTITY,
    ColumnRole.ROW_NUMBER,
)
_OWN_ROLES = (
    ColumnRole.DATE,
    ColumnRole.CUSTOMER,
    ColumnRole.PHONE,
    ColumnRole.VEHICLE,
    ColumnRole.BRAND,
    ColumnRole.MODEL,
    ColumnRole.ODOMETER,
    ColumnRole.NUMBER,
)
_NOTE_CELLS = 2


def decide_orphan(table: BookTable, reader: CellReader, row: Row) -> RowFate | None:
    """Return what a row without a plate is, or None when it looks like data whose plate is missing."""
    told = [(place, cell) for place, cell in enumerate(row) if not _is_blank(cell)]
    if not told:
        return RowFate.BLANK
    if _repeats_header(table, told) or is_header_like(row):
        return RowFate.HEADER
    if any(isinstance(cell, str) and _TOTAL.fullmatch(fold(cell)) for _, cell in told):
        return RowFate.TOTAL
    money = {place for role in _MONEY_ROLES for place in table.places(role)}
    if all(isinstance(cell, int | float) and place in money for place, cell in told):
        return RowFate.TOTAL
    if any(is_failed(row[place]) for place in table.places(ColumnRole.PLATE)):
        return None
    own = sum(not is_nothing(cell) for role in _OWN_ROLES for cell in reader.cells(row, role))
    if own == 0 or (own == 1 and len(told) <= _NOTE_CELLS):
        return RowFate.NOTE
    return None


def goes_on(reader: CellReader, row: Row) -> bool:
    """Return whether a row without a plate but with work belongs to the visit above it."""
    own = (ColumnRole.DATE, ColumnRole.CUSTOMER, ColumnRole.PHONE, ColumnRole.ODOMETER)
    return not _is_note(reader, row) and all(
        is_nothing(cell) for role in own for cell in reader.cells(row, role)
    )


def _is_note(reader: CellReader, row: Row) -> bool:
    """Return whether a row is a remark under the table, though it stands in a column of work."""
    told = [(place, cell) for place, cell in enumerate(row) if not _is_blank(cell)]
    if len(told) != 1:
        return False
    place, cell = told[0]
    text = text_of(cell)
    # People write notes where the table begins; there is work only where that is what the column holds.
    return bool(_NOTE.match(text)) or (place == reader.first_column and not looks_like_work(text))


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _repeats_header(table: BookTable, told: list[tuple[int, Cell]]) -> bool:
    headers = {column.index: fold(column.header) for column in table.columns}
    same = sum(1 for place, cell in told if isinstance(cell, str) and headers.get(place) == fold(cell))
    return same >= 2 and same * 2 >= len(told)
