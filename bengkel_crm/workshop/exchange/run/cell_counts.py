"""How many cells of a column can be read as what the column is taken for, by the reader of an import."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet, Cell
from bengkel_crm.trade.dates import DateOrder, infer_order
from bengkel_crm.workshop.exchange.rows.cells import CellReader, Untaken
from bengkel_crm.workshop.exchange.rows.entries import Reason
from bengkel_crm.workshop.exchange.rows.row_doubts import Row
from bengkel_crm.workshop.exchange.tables.columns import BookColumn
from bengkel_crm.workshop.exchange.tables.profiles import text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable
from bengkel_crm.workshop.exchange.tables.table_kinds import TableKind
from bengkel_crm.workshop.vehicles.vehicle_makes import read_vehicle_kind

# The roles whose cells are read in an order of day and month.
DATED = frozenset({ColumnRole.DATE, ColumnRole.UNTIL})
_READABLE, _DOUBTFUL, _UNREADABLE = range(3)


@dataclass(frozen=True, slots=True)
class CellCounts:
    """Cells that say something, of those the ones that can be read, and those that can not for sure."""

    filled: int
    readable: int
    doubtful: int


def count_cells(
    role: ColumnRole, cells: Mapping[Cell, int], order: DateOrder | None, check: Check | None = None
) -> CellCounts:
    """Return how well cells, each with how often it stands there, can be read as a role.

    `order` settles dates where the cells themselves do not.

    Raises:
        Cancelled: `check`, which is asked meanwhile, raised it.
    """
    filled = sum(cells.values())
    judge = _JUDGES.get(role)
    if judge is None:
        return CellCounts(filled, filled, 0)
    # A table of this one column, so that the cells are read just as they will be.
    table = BookTable(
        BookSheet("", True, ()), TableKind.VISITS, (1, 1), 2, 1, (BookColumn(0, "", role, 1.0),)
    )
    reader = CellReader(table, infer_order(cells) or order if role in DATED else None)
    told = [0, 0, 0]
    for cell, count in asking(cells.items(), check):
        told[judge(reader, reader.row_of((cell,)))] += count
        reader.doubts.noted.clear()
    return CellCounts(filled, told[_READABLE], told[_DOUBTFUL])


def _judge_plate(reader: CellReader, row: Row) -> int:
    return _READABLE if reader.plate(row)[1] else _UNREADABLE


def _judge_phone(reader: CellReader, row: Row) -> int:
    person = reader.person(row)
    if person is None:
        return _UNREADABLE
    return _READABLE if all(phone.e164 for phone in person.phones) else _DOUBTFUL


def _judge_date(reader: CellReader, row: Row) -> int:
    try:
        reader.day(row[0])
    except Untaken as problem:
        return _DOUBTFUL if problem.reason is Reason.AMBIGUOUS_DATE else _UNREADABLE
    return _READABLE


def _judge_by(read: Callable[[CellReader, Row], object]) -> Callable[[CellReader, Row], int]:
    def judge(reader: CellReader, row: Row) -> int:
        read(reader, row)
        return _UNREADABLE if reader.doubts.noted else _READABLE

    return judge


def _judge_kind(reader: CellReader, row: Row) -> int:
    return _READABLE if read_vehicle_kind(text_of(row[0])) else _UNREADABLE


_judge_money = _judge_by(lambda reader, row: reader.money(row[0]))
_JUDGES: Mapping[ColumnRole, Callable[[CellReader, Row], int]] = {
    ColumnRole.PLATE: _judge_plate,
    ColumnRole.PHONE: _judge_phone,
    ColumnRole.DATE: _judge_date,
    ColumnRole.UNTIL: _judge_date,
    ColumnRole.ODOMETER: _judge_by(lambda reader, row: reader.odometer(row)),
    **dict.fromkeys(
        (ColumnRole.QUANTITY, ColumnRole.PIECES), _judge_by(lambda reader, row: reader.quantity(row[0]))
    ),
    ColumnRole.YEAR: _judge_by(lambda reader, row: reader.facts(row)),
    ColumnRole.VEHICLE_KIND: _judge_kind,
    **dict.fromkeys((ColumnRole.TOTAL, ColumnRole.AMOUNT, ColumnRole.PRICE, ColumnRole.COST), _judge_money),
}
