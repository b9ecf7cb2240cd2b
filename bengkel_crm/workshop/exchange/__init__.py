"""Taking over a shop's Excel book."""

from bengkel_crm.workshop.exchange.plan.differences import Difference
from bengkel_crm.workshop.exchange.plan.look_alikes import LookAlike
from bengkel_crm.workshop.exchange.report.import_report import ImportReport
from bengkel_crm.workshop.exchange.report.report_text import (
    doubt_text,
    guess_text,
    problem_text,
    prove_problems_place,
    report_lines,
    report_values,
    write_problems,
)
from bengkel_crm.workshop.exchange.run.importing import check_book, import_book, take_over
from bengkel_crm.workshop.exchange.run.opening import (
    Book,
    ColumnProposal,
    TableProposal,
    look_again,
    open_book,
    propose,
)
from bengkel_crm.workshop.exchange.run.several_files import open_books
from bengkel_crm.workshop.exchange.tables.choices import (
    Choices,
    FieldRule,
    ImportField,
    PhoneRule,
    TableChoice,
)
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.table_kinds import TableKind

__all__ = [
    "Book",
    "Choices",
    "ColumnProposal",
    "ColumnRole",
    "Difference",
    "FieldRule",
    "ImportField",
    "ImportReport",
    "LookAlike",
    "PhoneRule",
    "TableChoice",
    "TableKind",
    "TableProposal",
    "check_book",
    "doubt_text",
    "guess_text",
    "import_book",
    "look_again",
    "open_book",
    "open_books",
    "problem_text",
    "propose",
    "prove_problems_place",
    "report_lines",
    "report_values",
    "take_over",
    "write_problems",
]
