"""Taking over a shop's Excel book."""

from bengkel_crm.reports.workbooks_in.csv_guess import ENCODINGS, SEPARATORS, CsvOptions
from bengkel_crm.workshop.exchange.import_run import check_book, goes_back, import_book, take_over
from bengkel_crm.workshop.exchange.plan.differences import Difference
from bengkel_crm.workshop.exchange.plan.look_alikes import LookAlike
from bengkel_crm.workshop.exchange.report.import_report import ImportReport
from bengkel_crm.workshop.exchange.report.report_text import (
    doubt_text,
    guess_text,
    problem_text,
    prove_problems_place,
    report_lines,
    write_problems,
)
from bengkel_crm.workshop.exchange.report.report_values import report_values
from bengkel_crm.workshop.exchange.run.open_book import Book, open_book, open_books
from bengkel_crm.workshop.exchange.run.proposals import (
    ColumnProposal,
    TableProposal,
    look_again,
    propose,
)
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
    "ENCODINGS",
    "SEPARATORS",
    "Book",
    "Choices",
    "ColumnProposal",
    "ColumnRole",
    "CsvOptions",
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
    "goes_back",
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
