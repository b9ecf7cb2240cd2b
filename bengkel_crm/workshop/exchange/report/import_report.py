"""What came of an import: counts, columns, and every row that was not taken."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bengkel_crm.workshop.exchange.plan.differences import Difference
from bengkel_crm.workshop.exchange.plan.look_alikes import LookAlike
from bengkel_crm.workshop.exchange.plan.planned import Plan
from bengkel_crm.workshop.exchange.report.unread import UnreadColumn, unread_columns
from bengkel_crm.workshop.exchange.rows.entries import CellDoubt, Readings, RowFate, RowProblem
from bengkel_crm.workshop.exchange.tables.columns import BookColumn
from bengkel_crm.workshop.exchange.tables.sheets import BookTable, TableKind


@dataclass(frozen=True, slots=True)
class TableReport:
    """One table that was recognised; rows count from 1."""

    sheet: str
    kind: TableKind
    header_row: int
    first_row: int
    last_row: int
    columns: tuple[BookColumn, ...]
    unread: tuple[UnreadColumn, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The outcome of an import or of its rehearsal; each row of the book is in one count of `rows`.

    `left_out` are rows that a clerk left out, each with what could not be read of it. `backup` is the copy of
    the shop file made before it was written. `is_own` says that the book was an export of this program,
    taken row by row into an empty file; it has no tables then.
    """

    path: str
    dry_run: bool
    deed_id: int | None
    vehicles_added: int
    vehicles_known: int
    customers_added: int
    customers_known: int
    work_orders_added: int
    work_orders_known: int
    rows_total: int
    rows: Mapping[RowFate, int]
    sheets: Mapping[str, Mapping[RowFate, int]]
    tables: tuple[TableReport, ...]
    problems: tuple[RowProblem, ...]
    doubts: tuple[CellDoubt, ...]
    differences: tuple[Difference, ...] = ()
    look_alikes: tuple[LookAlike, ...] = ()
    customers_changed: int = 0
    vehicles_changed: int = 0
    products_added: int = 0
    products_changed: int = 0
    backup: Path | None = None
    is_own: bool = False
    outcomes_recorded: int = 0
    left_out: tuple[RowProblem, ...] = ()


def make_report(
    path: str,
    dry_run: bool,
    deed_id: int | None,
    tables: Sequence[BookTable],
    readings: Readings,
    plan: Plan,
    backup: Path | None = None,
) -> ImportReport:
    """Return the report of a plan that was written, or of one that was only made."""
    sheets = {name: Counter(fates) for name, fates in readings.fates.items()}
    rows: Counter[RowFate] = sum(sheets.values(), Counter())
    return ImportReport(
        path=path,
        dry_run=dry_run,
        deed_id=deed_id,
        vehicles_added=plan.vehicles_added,
        vehicles_known=plan.vehicles_known,
        customers_added=len(plan.customers),
        customers_known=plan.customers_known,
        work_orders_added=len(plan.orders),
        work_orders_known=plan.orders_known,
        rows_total=sum(rows.values()),
        rows=dict(rows),
        sheets={name: dict(counts) for name, counts in sheets.items()},
        tables=tuple(map(_report_of, tables)),
        problems=tuple(sorted(readings.problems, key=lambda problem: (problem.sheet, problem.row))),
        doubts=tuple(readings.doubts),
        differences=plan.differences,
        look_alikes=plan.look_alikes,
        customers_changed=len(plan.customer_changes),
        vehicles_changed=plan.vehicles_changed,
        products_added=len(plan.products),
        products_changed=len(plan.prices),
        backup=backup,
        left_out=tuple(readings.left_out),
        outcomes_recorded=0 if plan.outcomes is None else plan.outcomes.count,
    )


def _report_of(table: BookTable) -> TableReport:
    """Return where a table stood and what its columns were taken for."""
    return TableReport(
        table.sheet.name,
        table.kind,
        table.header[0],
        table.first,
        table.last,
        table.columns,
        unread_columns(table),
    )
