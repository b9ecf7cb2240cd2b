"""What an import's report says, as two lists: columns that were recognised, rows with a problem."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bengkel_crm.i18n import translate
from bengkel_crm.ui.table_model import Align, Column
from bengkel_crm.ui.tokens import ColorName
from bengkel_crm.workshop.exchange import ImportReport, tell_doubt, tell_problem
from bengkel_crm.workshop.exchange.roles import Role

_ROLES: Mapping[Role, Callable[[], str]] = {
    Role.PLATE: lambda: translate("ImportBook", "Plate"),
    Role.PLATE_REGION: lambda: translate("ImportBook", "Plate, letters in front"),
    Role.PLATE_DIGITS: lambda: translate("ImportBook", "Plate, digits"),
    Role.PLATE_SUFFIX: lambda: translate("ImportBook", "Plate, letters behind"),
    Role.CUSTOMER: lambda: translate("ImportBook", "Customer"),
    Role.HONORIFIC: lambda: translate("ImportBook", "Form of address"),
    Role.PHONE: lambda: translate("ImportBook", "Phone"),
    Role.ADDRESS: lambda: translate("ImportBook", "Address"),
    Role.CONTACT: lambda: translate("ImportBook", "Contact person"),
    Role.VEHICLE: lambda: translate("ImportBook", "Vehicle"),
    Role.BRAND: lambda: translate("ImportBook", "Brand"),
    Role.MODEL: lambda: translate("ImportBook", "Model"),
    Role.YEAR: lambda: translate("ImportBook", "Year"),
    Role.COLOR: lambda: translate("ImportBook", "Colour"),
    Role.VEHICLE_KIND: lambda: translate("ImportBook", "Motorcycle or car"),
    Role.DATE: lambda: translate("ImportBook", "Date of the visit"),
    Role.NUMBER: lambda: translate("ImportBook", "Work order number"),
    Role.ROW_NUMBER: lambda: translate("ImportBook", "Row number: not used"),
    Role.ODOMETER: lambda: translate("ImportBook", "Kilometres"),
    Role.SYMPTOM: lambda: translate("ImportBook", "Complaint about the vehicle"),
    Role.WORK: lambda: translate("ImportBook", "Work and parts"),
    Role.JOB: lambda: translate("ImportBook", "Work"),
    Role.PART: lambda: translate("ImportBook", "Parts"),
    Role.OIL: lambda: translate("ImportBook", "Engine oil"),
    Role.OTHER_OIL: lambda: translate("ImportBook", "Other oil"),
    Role.MARK: lambda: translate("ImportBook", "Work, ticked"),
    Role.LINE_KIND: lambda: translate("ImportBook", "Work or part"),
    Role.MECHANIC: lambda: translate("ImportBook", "Mechanic"),
    Role.QUANTITY: lambda: translate("ImportBook", "Quantity"),
    Role.PRICE: lambda: translate("ImportBook", "Price"),
    Role.AMOUNT: lambda: translate("ImportBook", "Amount"),
    Role.TOTAL: lambda: translate("ImportBook", "Total"),
    Role.COST: lambda: translate("ImportBook", "Part of the total"),
    Role.REMARK: lambda: translate("ImportBook", "Remark"),
    Role.OTHER: lambda: translate("ImportBook", "Not used"),
}
_UNUSED = frozenset({Role.OTHER, Role.ROW_NUMBER})


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column of a book's table; `letter` is its name in Excel."""

    sheet: str
    letter: str
    place: int
    header: str
    role: Role


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One row of a book and what is the matter with it."""

    sheet: str
    row: int
    text: str
    is_taken: bool


def column_letter(index: int) -> str:
    """Return what Excel calls the column of an index that counts from 0: A, Z, AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_lines(report: ImportReport) -> list[ColumnLine]:
    """Return the columns of all tables that were recognised, as they stand in the book."""
    return [
        ColumnLine(table.sheet, column_letter(column.index), column.index, column.header, column.role)
        for table in report.tables
        for column in table.columns
        if column.header or column.role not in _UNUSED
    ]


def problem_lines(report: ImportReport) -> list[ProblemLine]:
    """Return the rows that were not taken, then those taken without one of their cells."""
    refused = [
        ProblemLine(problem.sheet, problem.row, tell_problem(problem), False) for problem in report.problems
    ]
    return refused + [ProblemLine(doubt.sheet, doubt.row, tell_doubt(doubt), True) for doubt in report.doubts]


def columns_of_columns() -> tuple[Column[ColumnLine], ...]:
    def ink(line: ColumnLine) -> ColorName | None:
        return "text3" if line.role in _UNUSED else None

    return (
        Column(
            "sheet",
            lambda: translate("ImportBook", "Sheet"),
            lambda line: line.sheet,
            lambda line: line.sheet,
            width=150,
            ink=ink,
        ),
        Column(
            "letter",
            lambda: translate("ImportBook", "Column"),
            lambda line: line.place,
            lambda line: line.letter,
            width=84,
            ink=ink,
        ),
        Column(
            "header",
            lambda: translate("ImportBook", "Title in the book"),
            lambda line: line.header,
            lambda line: " ".join(line.header.split()) or "—",
            width=250,
            ink=ink,
        ),
        Column(
            "role",
            lambda: translate("ImportBook", "Taken as"),
            lambda line: _ROLES[line.role](),
            lambda line: _ROLES[line.role](),
            stretch=True,
            ink=ink,
        ),
    )


def columns_of_problems() -> tuple[Column[ProblemLine], ...]:
    def fate(line: ProblemLine) -> str:
        if line.is_taken:
            return translate("ImportBook", "Taken without this cell")
        return translate("ImportBook", "Not taken")

    return (
        Column(
            "sheet",
            lambda: translate("ImportBook", "Sheet"),
            lambda line: line.sheet,
            lambda line: line.sheet,
            width=150,
        ),
        Column(
            "row",
            lambda: translate("ImportBook", "Row"),
            lambda line: line.row,
            lambda line: str(line.row),
            align=Align.RIGHT,
            width=80,
            tabular=True,
        ),
        Column(
            "reason",
            lambda: translate("ImportBook", "Reason"),
            lambda line: line.text,
            lambda line: line.text,
            stretch=True,
        ),
        Column("fate", lambda: translate("ImportBook", "What became of it"), fate, fate, width=200),
    )
