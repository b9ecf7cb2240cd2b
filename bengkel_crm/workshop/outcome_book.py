"""Outcomes that come back from paper: a workbook an office filled in, understood row by row."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from bengkel_crm import errors
from bengkel_crm.dates import read_date
from bengkel_crm.db import vehicles
from bengkel_crm.db.connection import Database
from bengkel_crm.i18n import translate
from bengkel_crm.names import fold
from bengkel_crm.plates import plate_key
from bengkel_crm.reminder_records import DuePerson, MonthList, Outcome
from bengkel_crm.workshop import reminder_papers, reminders
from bengkel_crm.workshop.outcome_words import find_outcome

# "No. polisi" is asked before "No.".
_HEADERS: Mapping[str, tuple[str, ...]] = {
    "plate": ("plat", "plate", "nopol", "no polisi", "nomor polisi", "no pol", "kendaraan", "vehicle"),
    "outcome": ("hasil", "outcome", "jawaban", "result"),
    "until": ("sampai", "until", "tanggal tunda", "ditunda sampai", "tanggal", "tgl", "date"),
    "number": ("no", "nomor", "number"),
}
_HEADER_ROWS = 20


class Fault(StrEnum):
    """Why a row was not taken."""

    NOBODY = "nobody"
    UNKNOWN_PLATE = "unknown_plate"
    UNKNOWN_NUMBER = "unknown_number"
    DIFFERENT = "different"
    UNKNOWN_OUTCOME = "unknown_outcome"
    NO_DATE = "no_date"
    WRONG_DATE = "wrong_date"
    PAST_DATE = "past_date"
    NOT_REMINDED = "not_reminded"
    WHICH_VEHICLE = "which_vehicle"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was not taken, as the sheet numbers it, with what could not be understood."""

    sheet: str
    row: int
    fault: Fault
    text: str


@dataclass(frozen=True, slots=True)
class OutcomeReport:
    """How many outcomes were written down, how many rows had none yet, and those not taken."""

    recorded: int
    blank: int
    bad: tuple[BadRow, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    sheet: str
    row: int
    number: object
    plate: str
    outcome: str
    until: object


class _NotTaken(Exception):
    """This row can not be taken."""

    def __init__(self, fault: Fault, text: str) -> None:
        super().__init__(fault, text)
        self.fault = fault
        self.text = text


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
    taker = _Taker(database, month_list, at)
    blank = 0
    for row in _rows(path):
        if not row.outcome.strip():
            blank += 1
            continue
        taker.take(row)
    return OutcomeReport(taker.record(), blank, tuple(taker.bad))


class _Taker:
    """Understands row after row, and writes them all at the end."""

    def __init__(self, database: Database, month_list: MonthList, at: datetime) -> None:
        self.bad: list[BadRow] = []
        self._database = database
        self._month_list = month_list
        self._at = at
        self._people: dict[int, DuePerson] = {}
        for person in (*month_list.skipped, *month_list.people):
            for item in person.items:
                self._people[item.vehicle_id] = person
        self._answers: list[tuple[DuePerson, Outcome, date | None]] = []
        self._contacts: list[tuple[int, Outcome, date | None]] = []
        self._told: dict[object, Outcome] = {}

    def take(self, row: _Row) -> None:
        """Keep what the row says, or why it says nothing."""
        try:
            vehicle_ids = self._vehicles(row)
            outcome = _outcome(row.outcome)
            until = _until(row.until, self._at.date()) if outcome is Outcome.LATER else None
            self._keep(vehicle_ids, outcome, until, row)
        except _NotTaken as reason:
            self.bad.append(BadRow(row.sheet, row.row, reason.fault, reason.text[:80]))

    def record(self) -> int:
        """Write what was kept and return how many outcomes that were."""
        if self._answers:
            reminders.record_answers(self._database, self._month_list, self._answers, self._at)
        if self._contacts:
            reminders.record_outcomes(self._database, self._contacts, self._at)
        return len(self._answers) + len(self._contacts)

    def _vehicles(self, row: _Row) -> tuple[int, ...]:
        """Return the vehicles a row speaks of: the one of its plate, else those behind its number."""
        numbered = self._numbered(row.number)
        key = plate_key(row.plate.split(",")[0])
        if not key:
            if row.number is None or not str(row.number).strip():
                raise _NotTaken(Fault.NOBODY, "")
            if not numbered:
                raise _NotTaken(Fault.UNKNOWN_NUMBER, str(row.number))
            return numbered
        vehicle_id = vehicles.find_vehicle_id(self._database, key)
        vehicle_id = vehicle_id or vehicles.find_by_old_plate(self._database, key)
        if vehicle_id is None:
            raise _NotTaken(Fault.UNKNOWN_PLATE, row.plate)
        if numbered and vehicle_id not in numbered:
            raise _NotTaken(Fault.DIFFERENT, f"{row.number}, {row.plate}")
        # A form's row that names several plates speaks of them all.
        return numbered if numbered and "," in row.plate else (vehicle_id,)

    def _numbered(self, number: object) -> tuple[int, ...]:
        digits = str(number).strip().rstrip(".")
        if not digits.isdecimal() or len(digits) > 6:
            return ()
        return reminder_papers.vehicles_behind(self._database, int(digits))

    def _keep(self, vehicle_ids: Sequence[int], outcome: Outcome, until: date | None, row: _Row) -> None:
        person = next((self._people[key] for key in vehicle_ids if key in self._people), None)
        if person is None:
            contact_id = reminders.find_open_contact(self._database, vehicle_ids[0], self._at.date())
            if contact_id is None:
                raise _NotTaken(Fault.NOT_REMINDED, row.plate or str(row.number))
            self._once(contact_id, outcome, row)
            self._contacts.append((contact_id, outcome, until))
            return
        owned = {item.vehicle_id for item in person.items}
        if outcome is Outcome.SOLD and len(owned) > 1:
            # Only the vehicle that was named is gone, whatever else the person was called about.
            if len(vehicle_ids) > 1:
                raise _NotTaken(Fault.WHICH_VEHICLE, row.plate or str(row.number))
            items = [item for item in person.items if item.vehicle_id in vehicle_ids]
            person = replace(person, items=tuple(replace(item, skip=None) for item in items))
            self._once(vehicle_ids[0], outcome, row)
        else:
            self._once(min(owned), outcome, row)
        self._answers.append((person, outcome, until))

    def _once(self, key: int, outcome: Outcome, row: _Row) -> None:
        if key in self._told:
            raise _NotTaken(Fault.TWICE, row.plate or str(row.number))
        self._told[key] = outcome


def _outcome(text: str) -> Outcome:
    found = find_outcome(text)
    if found is None:
        raise _NotTaken(Fault.UNKNOWN_OUTCOME, text)
    return found


def _until(value: object, today: date) -> date:
    try:
        day = read_date(value)
    except ValueError as problem:
        raise _NotTaken(Fault.WRONG_DATE, str(value)) from problem
    if day is None:
        raise _NotTaken(Fault.NO_DATE, "")
    if day <= today:
        raise _NotTaken(Fault.PAST_DATE, str(value if isinstance(value, str) else day))
    return day


def _rows(path: Path) -> Iterator[_Row]:
    """Return the rows below each sheet's header; a sheet without a column of outcomes is left alone."""
    # Reading spreadsheets is needed by this action alone.
    from bengkel_crm.reports.workbook_reader import read_book

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
                yield _Row(
                    sheet.name,
                    place,
                    cell("number"),
                    _text(cell("plate")),
                    _text(cell("outcome")),
                    cell("until"),
                )
    if not recognised:
        raise errors.BookNotRecognised(str(path))


def _columns(cells: Sequence[object]) -> dict[str, int]:
    """Return where the columns of a header row stand; none when it does not say whose outcome it is."""
    found: dict[str, int] = {}
    for place, value in enumerate(cells):
        folded = fold(value) if isinstance(value, str) else ""
        for name, words in _HEADERS.items():
            if any(folded == word or folded.startswith(f"{word} ") for word in words):
                found.setdefault(name, place)
                break
    return found if "outcome" in found and ("plate" in found or "number" in found) else {}


def _text(value: object) -> str:
    return "" if value is None else str(value)


FAULT_WORDS: Mapping[Fault, Callable[[], str]] = {
    Fault.NOBODY: lambda: translate("Outcomes", "neither a number nor a plate"),
    Fault.UNKNOWN_PLATE: lambda: translate("Outcomes", "no vehicle has the plate {0}"),
    Fault.UNKNOWN_NUMBER: lambda: translate("Outcomes", "the last list had no number {0}"),
    Fault.DIFFERENT: lambda: translate("Outcomes", "number and plate are of different people: {0}"),
    Fault.UNKNOWN_OUTCOME: lambda: translate("Outcomes", "“{0}” is no outcome"),
    Fault.NO_DATE: lambda: translate("Outcomes", "“later” needs the day until when"),
    Fault.WRONG_DATE: lambda: translate("Outcomes", "“{0}” is no date"),
    Fault.PAST_DATE: lambda: translate("Outcomes", "the day {0} is not in the future"),
    Fault.NOT_REMINDED: lambda: translate("Outcomes", "{0} is not on the list and was not reminded lately"),
    Fault.WHICH_VEHICLE: lambda: translate("Outcomes", "which vehicle was sold? Write one plate: {0}"),
    Fault.TWICE: lambda: translate("Outcomes", "{0} has an outcome in a row above"),
}
