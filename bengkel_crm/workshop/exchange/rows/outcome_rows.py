"""What came of reminders, told by a table of the book: the form of a call sheet, or one like it."""

from datetime import datetime

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.workshop.exchange.rows.cells import CellReader
from bengkel_crm.workshop.exchange.rows.entries import Readings, Reason, RowFate
from bengkel_crm.workshop.exchange.rows.list_rows import Taker
from bengkel_crm.workshop.exchange.rows.row_doubts import Row
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.reminders.outcome_taking import NotTaken, OutcomeFault, OutcomeRow, OutcomeTaker

_LONGEST = 80
_REASONS = {
    OutcomeFault.NOBODY: Reason.NO_PLATE,
    OutcomeFault.UNKNOWN_PLATE: Reason.UNKNOWN_PLATE,
    OutcomeFault.UNKNOWN_NUMBER: Reason.UNKNOWN_NUMBER,
    OutcomeFault.DIFFERENT: Reason.DIFFERENT,
    OutcomeFault.UNKNOWN_OUTCOME: Reason.UNKNOWN_OUTCOME,
    OutcomeFault.NO_DATE: Reason.NO_UNTIL,
    OutcomeFault.WRONG_DATE: Reason.BAD_UNTIL,
    OutcomeFault.PAST_DATE: Reason.PAST_UNTIL,
    OutcomeFault.NOT_REMINDED: Reason.NOT_REMINDED,
    OutcomeFault.WHICH_VEHICLE: Reason.WHICH_VEHICLE,
    OutcomeFault.TWICE: Reason.TWICE,
}


def taker_of_outcomes(readings: Readings, table: BookTable, cells: CellReader) -> Taker:
    """Return what reads a row of outcomes into the readings; one without an outcome waits for it."""

    def take(number: int, row: Row) -> RowFate | None:
        outcome = cells.cell(row, ColumnRole.OUTCOME)
        if is_nothing(outcome):
            return None
        numbered = cells.cell(row, ColumnRole.ROW_NUMBER)
        if is_nothing(numbered):
            numbered = cells.cell(row, ColumnRole.NUMBER)
        readings.outcomes.append(
            OutcomeRow(
                table.sheet.name,
                number,
                None if is_nothing(numbered) else text_of(numbered),
                cells.plate(row)[0],
                text_of(outcome),
                None if is_nothing(until := cells.cell(row, ColumnRole.UNTIL)) else until,
                cells.text(row, ColumnRole.REMARK) or "",
            )
        )
        return RowFate.TAKEN

    return take


def plan_outcomes(database: Database, readings: Readings, at: datetime) -> OutcomeTaker | None:
    """Return the outcomes to be written down, None for none; what is known or not understood is marked so.

    The people are those of this month's list, and whoever was reminded lately.
    """
    if not readings.outcomes:
        return None
    places = {(row.sheet, row.row) for row in readings.outcomes}
    readings.problems = [
        problem for problem in readings.problems if (problem.sheet, problem.row) not in places
    ]
    taker = OutcomeTaker(database, reminders.list_month(database, at.date(), at.date()), at)
    for row in readings.outcomes:
        try:
            fate = RowFate.TAKEN if taker.take(row) else RowFate.KNOWN
        except NotTaken as problem:
            readings.refuse(row.sheet, row.row, _REASONS[problem.fault], problem.text[:_LONGEST])
        else:
            readings.fates[row.sheet][row.row - 1] = fate
    return taker if taker.count else None
