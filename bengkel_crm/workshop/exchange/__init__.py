"""Taking over a shop's Excel book."""

from bengkel_crm.workshop.exchange.importing import import_book
from bengkel_crm.workshop.exchange.report import ImportReport
from bengkel_crm.workshop.exchange.telling import (
    report_lines,
    report_values,
    tell_doubt,
    tell_problem,
    write_problems,
)

__all__ = [
    "ImportReport",
    "import_book",
    "report_lines",
    "report_values",
    "tell_doubt",
    "tell_problem",
    "write_problems",
]
