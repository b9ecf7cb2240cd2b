"""Taking over a shop's Excel book."""

from bengkel_crm.workshop.exchange.choices import Choices, Field, FieldRule, PhoneRule, TableChoice
from bengkel_crm.workshop.exchange.differences import Difference
from bengkel_crm.workshop.exchange.importing import check_book, import_book, take_over
from bengkel_crm.workshop.exchange.look_alikes import LookAlike
from bengkel_crm.workshop.exchange.opening import (
    Book,
    ColumnProposal,
    TableProposal,
    look_again,
    open_book,
    propose,
)
from bengkel_crm.workshop.exchange.report import ImportReport
from bengkel_crm.workshop.exchange.roles import Role
from bengkel_crm.workshop.exchange.several_files import open_books
from bengkel_crm.workshop.exchange.table_kinds import TableKind
from bengkel_crm.workshop.exchange.telling import (
    prove_problems_place,
    report_lines,
    report_values,
    tell_doubt,
    tell_guess,
    tell_problem,
    write_problems,
)

__all__ = [
    "Book",
    "Choices",
    "ColumnProposal",
    "Difference",
    "Field",
    "FieldRule",
    "ImportReport",
    "LookAlike",
    "PhoneRule",
    "Role",
    "TableChoice",
    "TableKind",
    "TableProposal",
    "check_book",
    "import_book",
    "look_again",
    "open_book",
    "open_books",
    "propose",
    "prove_problems_place",
    "report_lines",
    "report_values",
    "take_over",
    "tell_doubt",
    "tell_guess",
    "tell_problem",
    "write_problems",
]
