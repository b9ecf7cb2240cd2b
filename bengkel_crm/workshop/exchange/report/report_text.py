"""An import in words, in JSON, and its refused rows in a workbook to be mended and imported again."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import translate
from bengkel_crm.base.paths import is_file
from bengkel_crm.reports.workbooks_out.new_file import prove_writable
from bengkel_crm.workshop.exchange.report.import_report import ImportReport
from bengkel_crm.workshop.exchange.report.unread import UnreadColumn, column_letter
from bengkel_crm.workshop.exchange.rows.entries import CellDoubt, DoubtKind, Reason, RowFate, RowProblem
from bengkel_crm.workshop.exchange.tables.columns import Guess
from bengkel_crm.workshop.exchange.tables.table_kinds import TableKind
from bengkel_crm.workshop.reminders.outcome_book import FAULT_WORDS
from bengkel_crm.workshop.reminders.outcome_taking import OutcomeFault

_MOST_TOLD = 20
_MOST_TITLES = 60
_REASONS: Mapping[Reason, Callable[[], str]] = {
    Reason.NO_PLATE: lambda: translate("Import", "The plate is missing."),
    Reason.BAD_PLATE: lambda: translate("Import", "“{0}” is not a plate."),
    Reason.NO_DATE: lambda: translate("Import", "The date is missing."),
    Reason.BAD_DATE: lambda: translate("Import", "“{0}” is not a date."),
    Reason.AMBIGUOUS_DATE: lambda: translate(
        "Import", "“{0}” could be two days, and no other date of the column tells which."
    ),
    Reason.STRANGE_DATE: lambda: translate("Import", "“{0}” is a day on which this visit can not have been."),
    Reason.NO_SUCH_NUMBER: lambda: translate("Import", "No row says which vehicle {0} belongs to."),
    Reason.NO_SUCH_ID: lambda: translate("Import", "No row says which vehicle has the ID {0}."),
    Reason.IN_BIN: lambda: translate("Import", "{0} lies in the bin. Put it back first."),
    Reason.NOT_DONE: lambda: translate("Import", "“{0}”: this visit was not made, or is still to come."),
    Reason.LEFT_OUT: lambda: translate("Import", "Left out by hand."),
    Reason.NO_NAME: lambda: translate("Import", "The name is missing."),
    Reason.NO_PRICE: lambda: translate("Import", "“{0}” has no price. Or is it a heading?"),
    Reason.IS_WORK: lambda: translate("Import", "“{0}” is work: the price list is of goods."),
    Reason.UNKNOWN_PLATE: FAULT_WORDS[OutcomeFault.UNKNOWN_PLATE],
    Reason.UNKNOWN_NUMBER: FAULT_WORDS[OutcomeFault.UNKNOWN_NUMBER],
    Reason.DIFFERENT: FAULT_WORDS[OutcomeFault.DIFFERENT],
    Reason.UNKNOWN_OUTCOME: FAULT_WORDS[OutcomeFault.UNKNOWN_OUTCOME],
    Reason.NO_UNTIL: FAULT_WORDS[OutcomeFault.NO_DATE],
    Reason.BAD_UNTIL: FAULT_WORDS[OutcomeFault.WRONG_DATE],
    Reason.PAST_UNTIL: FAULT_WORDS[OutcomeFault.PAST_DATE],
    Reason.NOT_REMINDED: FAULT_WORDS[OutcomeFault.NOT_REMINDED],
    Reason.WHICH_VEHICLE: FAULT_WORDS[OutcomeFault.WHICH_VEHICLE],
    Reason.BAD_VALUE: lambda: translate("Import", "“{0}” can not stand in its column."),
    Reason.TOO_LONG: lambda: translate("Import", "A text of {0} letters is too long for its column."),
    Reason.EMPTY: lambda: translate("Import", "The column “{0}” is empty."),
    Reason.TWICE: lambda: translate("Import", "{0} is there twice."),
    Reason.NO_PARENT: lambda: translate("Import", "What it belongs to, {0}, is not in the workbook."),
    Reason.NO_COLUMN: lambda: translate(
        "Import", "The column “{0}” is missing: nothing of the sheet is taken."
    ),
}
_DOUBTS = {
    DoubtKind.ODOMETER: lambda: translate("Import", "“{0}” is not a number of kilometres"),
    DoubtKind.MONEY: lambda: translate("Import", "“{0}” is not an amount of money"),
    DoubtKind.QUANTITY: lambda: translate("Import", "“{0}” is not a quantity"),
    DoubtKind.YEAR: lambda: translate("Import", "“{0}” is not a year"),
    DoubtKind.VALUE: lambda: translate("Import", "“{0}” can not stand in its column."),
    DoubtKind.PARENT: lambda: translate("Import", "{0}, which it points to, is not in the workbook"),
    DoubtKind.PHONE: lambda: translate("Import", "“{0}” has lost digits of a phone number"),
    DoubtKind.LEAP: lambda: translate(
        "Import", "“{0}” km can not be right beside the other kilometres of this vehicle"
    ),
    DoubtKind.PHONE_LETTERS: lambda: translate(
        "Import", "“{0}” has letters among the digits of a phone number"
    ),
    DoubtKind.PHONE_WORDS: lambda: translate("Import", "“{0}” is no phone number and kept as words"),
    DoubtKind.PHONE_OF_NOBODY: lambda: translate(
        "Import", "“{0}” is no phone number, and no customer is named to keep it with"
    ),
    DoubtKind.FAILED: lambda: translate("Import", "“{0}” is a formula that failed"),
}

_GUESSES: Mapping[Guess, Callable[[], str]] = {
    Guess.SILENT: lambda: translate("Import", "its title does not tell, what stands there looks like it"),
    Guess.OTHERWISE: lambda: translate("Import", "its title says something else, what stands there fits"),
    Guess.VAGUE: lambda: translate("Import", "its title only hints at it"),
    Guess.CELLS: lambda: translate("Import", "its title says so, what stands there hardly looks like it"),
}


def problem_text(problem: RowProblem) -> str:
    """Return why a row was not taken, in one sentence."""
    if problem.reason is Reason.LEFT_OUT and problem.value:
        return translate("Import", "Left out by hand. This could not be read: {0}").format(problem.value)
    return _REASONS[problem.reason]().format(problem.value)


def doubt_text(doubt: CellDoubt) -> str:
    """Return which cell of a row could not be read, in a few words."""
    return _DOUBTS[doubt.doubt]().format(doubt.value)


def guess_text(guess: Guess) -> str:
    """Return why a column is only guessed, in a few words."""
    return _GUESSES[guess]()


def report_lines(report: ImportReport) -> list[str]:
    """Return what came of an import, a line each: counts, then the rows that were not taken."""
    lines = [*_count_lines(report), *_list_lines(report), _row_line(report)]
    if report.is_own:
        taken = {sheet: counts.get(RowFate.TAKEN, 0) for sheet, counts in report.sheets.items()}
        lists = ", ".join(f"{sheet} {count}" for sheet, count in taken.items() if count)
        lines.append(translate("Import", "Put back as it was exported: {0}").format(lists))
    problems = [(problem.sheet, problem.row, problem_text(problem)) for problem in report.problems]
    lines += _place_lines(translate("Import", "Not taken:"), problems)
    title = (
        translate("Import", "Taken without what a cell points to:")
        if report.is_own
        else translate("Import", "Taken without a cell that could not be read (it is kept as a remark):")
    )
    doubts = [(doubt.sheet, doubt.row, doubt_text(doubt)) for doubt in report.doubts]
    return [*lines, *_place_lines(title, doubts)]


def _count_lines(report: ImportReport) -> list[str]:
    """Return how many records are new, and how many were known already."""
    return [
        translate("Import", "Rehearsal: nothing was written.")
        if report.dry_run
        else translate("Import", "Imported: {0}").format(Path(report.path).name),
        translate("Import", "Vehicles: {0} new, {1} known already").format(
            report.vehicles_added, report.vehicles_known
        ),
        translate("Import", "Customers: {0} new, {1} known already").format(
            report.customers_added, report.customers_known
        ),
        translate("Import", "Work orders: {0} new, {1} known already").format(
            report.work_orders_added, report.work_orders_known
        ),
    ]


def _row_line(report: ImportReport) -> str:
    """Return what became of the rows of the book."""
    counts = [report.rows.get(fate, 0) for fate in (RowFate.TAKEN, RowFate.KNOWN, RowFate.NOT_TAKEN)]
    return translate(
        "Import",
        "Rows: {0} in all, {1} taken, {2} known already, {3} not taken, {4} titles, totals, notes and blanks",
    ).format(report.rows_total, *counts, report.rows_total - sum(counts))


def _place_lines(title: str, entries: Sequence[tuple[str, int, str]]) -> list[str]:
    """Return (sheet, row, text) a line each under a title, the first ones of many; nothing for none."""
    if not entries:
        return []
    place = translate("Import", "{0}, row {1}: {2}")
    lines = [title, *("  " + place.format(*entry) for entry in entries[:_MOST_TOLD])]
    if len(entries) > _MOST_TOLD:
        lines.append("  " + translate("Import", "and %n more", len(entries) - _MOST_TOLD))
    return lines


def _list_lines(report: ImportReport) -> list[str]:
    """Return what came of lists that tell of no work, and which of their columns have no place here."""
    lines = []
    if report.customers_changed or report.vehicles_changed:
        changed = translate("Import", "Filled in what was blank: {0} customers, {1} vehicles")
        lines.append(changed.format(report.customers_changed, report.vehicles_changed))
    if any(table.kind is TableKind.PRODUCTS for table in report.tables):
        products = translate("Import", "Products: {0} new, {1} with another price")
        lines.append(products.format(report.products_added, report.products_changed))
    if any(table.kind is TableKind.OUTCOMES for table in report.tables):
        lines.append(translate("Import", "Outcomes written down: {0}").format(report.outcomes_recorded))
    for table in report.tables:
        if table.unread:
            left = translate("Import", "{0}: columns not taken: {1}")
            titles = [*map(_column_words, table.unread[:_MOST_TITLES])]
            if len(table.unread) > _MOST_TITLES:
                titles.append(translate("Import", "and %n more", len(table.unread) - _MOST_TITLES))
            lines.append(left.format(table.sheet, ", ".join(titles)))
        guessed = [
            f"{column.header or f'({column_letter(column.index)})'} ({guess_text(column.guess)})"
            for column in table.columns
            if column.guess is not None
        ]
        if guessed:
            told = translate("Import", "{0}: taken by a guess, please look at it: {1}")
            lines.append(told.format(table.sheet, ", ".join(guessed)))
    return lines


def _column_words(column: UnreadColumn) -> str:
    if not column.is_numbers:
        return column.header
    return translate("Import", "{0} (numbers)").format(column.header)


def prove_problems_place(path: Path, books: Sequence[Path]) -> None:
    """Make sure, before the import, that the rows not taken can be written there, and not over the books.

    Raises:
        FileExists: it is one of the books.
        ReadOnlyPlace, FileMissing, DiskFull and their kin: it can not be written.
    """
    prove_writable(path)
    if is_file(path) and any(is_file(book) and book.samefile(path) for book in books):
        raise errors.FileExists(str(path), "the book itself")


def write_problems(report: ImportReport, path: Path) -> None:
    """Write the rows that were not taken or left out to a workbook: as they were, with row and reason behind.

    Mended, it can be imported as it is: a mapping that is remembered holds for it, too. All cells are text.

    Raises:
        FileExists: it is the book itself.
        ReadOnlyPlace, DiskFull, FileBusy and their kin: what stood there before is untouched.
    """
    # Here because it loads openpyxl, which reading a book does without.
    from bengkel_crm.reports.workbooks_out.text_workbook import TextSheet, write_text_workbook

    prove_problems_place(path, (Path(report.path),))
    behind = (translate("Import", "Row"), translate("Import", "Reason not taken"))
    sheets: dict[tuple[str, tuple[str, ...]], list[tuple[str, ...]]] = {}
    for problem in sorted((*report.problems, *report.left_out), key=lambda row: (row.sheet, row.row)):
        width = max(len(problem.header), len(problem.cells))
        header = problem.header + ("",) * (width - len(problem.header))
        cells = problem.cells + ("",) * (width - len(problem.cells))
        row = (*cells, str(problem.row), problem_text(problem))
        sheets.setdefault((problem.sheet, header), []).append(row)
    write_text_workbook(
        path,
        [TextSheet(sheet, (*header, *behind), rows) for (sheet, header), rows in sheets.items()]
        or [TextSheet(translate("Import", "Not taken"), behind, ())],
    )
