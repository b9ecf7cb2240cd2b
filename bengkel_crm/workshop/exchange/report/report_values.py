"""What came of an import as plain values for JSON: rows and columns count from 1."""

from collections.abc import Mapping
from typing import Any

from bengkel_crm.workshop.exchange.report.import_report import ImportReport, TableReport
from bengkel_crm.workshop.exchange.report.report_text import problem_text
from bengkel_crm.workshop.exchange.rows.entries import RowFate


def report_values(report: ImportReport) -> dict[str, Any]:
    """Return a report as plain values; counts are of the book's rows."""
    return {
        "path": report.path,
        "dry_run": report.dry_run,
        "deed_id": report.deed_id,
        "vehicles": {"added": report.vehicles_added, "known": report.vehicles_known},
        "customers": {"added": report.customers_added, "known": report.customers_known},
        "filled_in": {"customers": report.customers_changed, "vehicles": report.vehicles_changed},
        "work_orders": {"added": report.work_orders_added, "known": report.work_orders_known},
        "products": {"added": report.products_added, "changed": report.products_changed},
        "outcomes": report.outcomes_recorded,
        "rows_total": report.rows_total,
        "rows": _counts(report.rows),
        "sheets": {name: _counts(counts) for name, counts in report.sheets.items()},
        "tables": [_table_values(table) for table in report.tables],
        "not_taken": [
            {
                "sheet": problem.sheet,
                "row": problem.row,
                "reason": problem.reason.value,
                "told": problem_text(problem),
                "cells": list(problem.cells),
            }
            for problem in report.problems
        ],
        "doubts": [
            {"sheet": doubt.sheet, "row": doubt.row, "cell": doubt.doubt.value, "value": doubt.value}
            for doubt in report.doubts
        ],
    }


def _table_values(table: TableReport) -> dict[str, Any]:
    """Return where a table stands, what its columns were taken for, and which were not taken."""
    return {
        "sheet": table.sheet,
        "kind": table.kind.value,
        "header_row": table.header_row,
        "first_row": table.first_row,
        "last_row": table.last_row,
        "columns": [
            {
                "column": column.index + 1,
                "header": column.header,
                "role": column.role.value,
                "confidence": column.confidence,
                "guess": column.guess,
            }
            for column in table.columns
        ],
        "not_taken_columns": [
            {
                "column": column.index + 1,
                "header": column.header,
                "filled": column.filled,
                "numbers": column.is_numbers,
            }
            for column in table.unread
        ],
    }


def _counts(rows: Mapping[RowFate, int]) -> dict[str, int]:
    return {fate.value: rows.get(fate, 0) for fate in RowFate}
