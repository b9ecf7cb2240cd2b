"""Outcomes that come back from paper: a workbook an office filled in, understood row by row."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import in_every_language, translate
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal.deeds import perform
from bengkel_crm.records.journal import DeedKind
from bengkel_crm.records.reminders import MonthList
from bengkel_crm.trade.names import fold
from bengkel_crm.workshop.reminders.outcome_taking import NotTaken, OutcomeFault, OutcomeRow, OutcomeTaker

# What people write above such columns; "No. polisi" is asked before "No.".
_HEADERS: Mapping[str, tuple[str, ...]] = {
    "plate": ("plat", "plate", "nopol", "no polisi", "nomor polisi", "no pol", "kendaraan", "vehicle"),
    "outcome": ("hasil", "outcome", "jawaban", "result"),
    "until": ("sampai", "until", "tanggal tunda", "ditunda sampai", "tanggal", "tgl", "date"),
    "number": ("no", "nomor", "number"),
    "note": ("catatan", "keterangan", "ket", "note", "notes", "remark"),
}
# What the form of this program writes there, in whatever language it was written.
_OF_THE_FORM: Mapping[str, str] = {
    "plate": "Plate",
    "outcome": "Outcome (1 to 6)",
    "until": "Until (for 2)",
    "number": "No.",
    "note": "Note",
}
_HEADER_ROWS = 20


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was not taken, as the sheet numbers it, with what could not be understood."""

    sheet: str
    row: int
    fault: OutcomeFault
    text: str


@dataclass(frozen=True, slots=True)
class OutcomeReport:
    """How many outcomes were written down, how many rows had none yet, and those not taken."""

    recorded: int
    blank: int
    bad: tuple[BadRow, ...]


def fault_words(bad: BadRow) -> str:
    """Return why a row was not taken: "Lembar 1, baris 5: hasil "mungkin" tidak dikenal"."""
    place = translate("Outcomes", "{0}, row {1}").format(bad.sheet, bad.row)
    return f"{place}: {FAULT_WORDS[bad.fault]().format(bad.text)}"


def record_outcome_book(database: Database, month_list: MonthList, path: Path, at: datetime) -> OutcomeReport:
    """Write down the outcomes a workbook tells about the people of a month's list, or reminded lately.

    Rows are found by plate, or by their number on the paper handed out last. Rows that are not understood
    are left out and told; the others are taken.

    Raises:
        FileMissing, BookError: the workbook can not be read, or has no column of outcomes.
        ShopFileError: nothing was written.
    """
    taker = OutcomeTaker(database, month_list, at)
    bad: list[BadRow] = []
    blank = 0
    for row in _rows(path):
        if not row.outcome.strip():
            blank += 1
            continue
        try:
            taker.take(row)
        except NotTaken as reason:
            bad.append(BadRow(row.sheet, row.row, reason.fault, reason.text[:80]))
    if taker.count:
        with perform(database, DeedKind.OUTCOMES_RECORDED, str(taker.count), at) as deed:
            taker.write(deed)
    return OutcomeReport(taker.count, blank, tuple(bad))


def _rows(path: Path) -> Iterator[OutcomeRow]:
    """Return the rows below each sheet's header; a sheet without a column of outcomes is left alone."""
    # Reading spreadsheets is needed by this action alone.
    from bengkel_crm.reports.workbooks_in.workbook_reader import read_book

    recognised = False
    for sheet in read_book(path):
        columns: dict[str, int] = {}
        for place, cells in enumerate(sheet.rows, 1):
            if not columns:
                if place <= _HEADER_ROWS:
                    columns = _columns(cells)
                    recognised = recognised or bool(columns)
                continue

            def cell(name: str, cells: Sequence[object] = cells, at: dict[str, int] = columns) -> object:
                place = at.get(name, len(cells))
                return cells[place] if place < len(cells) else None

            if any(value is not None for value in cells):
                yield OutcomeRow(
                    sheet.name,
                    place,
                    cell("number"),
                    _text(cell("plate")),
                    _text(cell("outcome")),
                    cell("until"),
                    _text(cell("note")),
                )
    if not recognised:
        raise errors.BookNotRecognised(str(path))


def _columns(cells: Sequence[object]) -> dict[str, int]:
    """Return where the columns of a header row stand; none when it does not say whose outcome it is."""
    found: dict[str, int] = {}
    of_the_form = _titles_of_the_form()
    for place, value in enumerate(cells):
        folded = fold(value) if isinstance(value, str) else ""
        if folded in of_the_form:
            found.setdefault(of_the_form[folded], place)
            continue
        for name, words in _HEADERS.items():
            if any(folded == word or folded.startswith(f"{word} ") for word in words):
                found.setdefault(name, place)
                break
    return found if "outcome" in found and ("plate" in found or "number" in found) else {}


def _titles_of_the_form() -> Mapping[str, str]:
    """Return which column each title means that the form has in any language, by the folded title."""
    return {
        fold(title): name
        for name, caption in _OF_THE_FORM.items()
        for title in in_every_language("Outcomes", caption)
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)


FAULT_WORDS: Mapping[OutcomeFault, Callable[[], str]] = {
    OutcomeFault.NOBODY: lambda: translate("Outcomes", "neither a number nor a plate"),
    OutcomeFault.UNKNOWN_PLATE: lambda: translate("Outcomes", "no vehicle has the plate {0}"),
    OutcomeFault.UNKNOWN_NUMBER: lambda: translate("Outcomes", "the last list had no number {0}"),
    OutcomeFault.DIFFERENT: lambda: translate("Outcomes", "number and plate are of different people: {0}"),
    OutcomeFault.UNKNOWN_OUTCOME: lambda: translate("Outcomes", "“{0}” is no outcome"),
    OutcomeFault.NO_DATE: lambda: translate("Outcomes", "“later” needs the day until when"),
    OutcomeFault.WRONG_DATE: lambda: translate("Outcomes", "“{0}” is no date"),
    OutcomeFault.PAST_DATE: lambda: translate("Outcomes", "the day {0} is not in the future"),
    OutcomeFault.NOT_REMINDED: lambda: translate(
        "Outcomes", "{0} is not on the list and was not reminded lately"
    ),
    OutcomeFault.WHICH_VEHICLE: lambda: translate("Outcomes", "which vehicle was sold? Write one plate: {0}"),
    OutcomeFault.TWICE: lambda: translate("Outcomes", "{0} has an outcome in a row above"),
}
