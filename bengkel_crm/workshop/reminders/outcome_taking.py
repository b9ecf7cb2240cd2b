"""Taking what a row says of a call: whom it speaks of, what came of it, and whether that is known already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bengkel_crm.db.customers import owners
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.db.reminders import contacts, outcomes
from bengkel_crm.db.vehicles import vehicles
from bengkel_crm.records.reminders import DuePerson, MonthList, Outcome
from bengkel_crm.trade.dates import read_date
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.plates import plate_key
from bengkel_crm.words.reminders import OUTCOME_KEYS, outcome_words
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.reminders.call_numbers import find_called

# What people write, folded, beside the outcome's number on the paper.
_WRITTEN: Mapping[Outcome, tuple[str, ...]] = {
    Outcome.WILL_COME: (
        "d",
        "w",
        "datang",
        "akan datang",
        "mau datang",
        "bersedia",
        "ya",
        "will come",
        "yes",
    ),
    Outcome.LATER: ("n", "l", "nanti", "nanti dulu", "tunda", "ditunda", "lain kali", "later"),
    Outcome.SOLD: ("j", "jual", "terjual", "dijual", "sudah dijual", "sold"),
    Outcome.WRONG_NUMBER: ("s", "salah", "salah nomor", "nomor salah", "salah sambung", "wrong number"),
    Outcome.NO_CONTACT: ("x", "jangan", "jangan dihubungi", "jangan hubungi", "do not contact", "stop"),
    Outcome.NO_ANSWER: ("t", "tidak diangkat", "tdk diangkat", "tidak dijawab", "tidak aktif", "no answer"),
}
_OUTCOMES = {word: outcome for outcome, words in _WRITTEN.items() for word in words}
_OUTCOMES |= {key: outcome for outcome, key in OUTCOME_KEYS.items()}
_LONGEST = 60


def find_outcome(text: str) -> Outcome | None:
    """Return the outcome a text names, or None: "1", "1 Akan datang", "akan datang", "Will come"."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text)
    first, _, rest = folded.partition(" ")
    # "1 Akan datang", as the form offers it; "6.0" is a spreadsheet's six.
    known = _OUTCOMES.get(folded) or (_OUTCOMES.get(first) if first.isdecimal() and rest else None)
    # As the form says it in the present language, whichever that is.
    return known or next((outcome for outcome in Outcome if fold(outcome_words(outcome)) == folded), None)


class OutcomeFault(StrEnum):
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
class OutcomeRow:
    """A row that tells what came of a call, as the sheet numbers it."""

    sheet: str
    row: int
    number: object
    plate: str
    outcome: str
    until: object
    note: str = ""


class NotTaken(Exception):
    """This row can not be taken; never leaves the workshop."""

    def __init__(self, fault: OutcomeFault, text: str) -> None:
        super().__init__(fault, text)
        self.fault = fault
        self.text = text


class OutcomeTaker:
    """Understands row after row, and writes them all at the end."""

    def __init__(self, database: Database, month_list: MonthList, at: datetime) -> None:
        self._database = database
        self._month_list = month_list
        self._at = at
        self._people: dict[int, DuePerson] = {}
        for person in (*month_list.skipped, *month_list.people):
            for item in person.items:
                self._people[item.vehicle_id] = person
        self._answers: list[tuple[DuePerson, Outcome, date | None]] = []
        self._contacts: list[tuple[int, Outcome, date | None]] = []
        self._notes: list[str] = []
        self._notes_of_contacts: list[str] = []
        self._told: dict[object, Outcome] = {}

    @property
    def count(self) -> int:
        """How many outcomes there are to write."""
        return len(self._answers) + len(self._contacts)

    def take(self, row: OutcomeRow) -> bool:
        """Keep what the row says; return False when the shop file has just that already.

        Raises:
            NotTaken: the row says nothing that can be understood.
        """
        vehicle_ids = self._vehicles(row)
        outcome = _outcome(row.outcome)
        person = next((self._people[key] for key in vehicle_ids if key in self._people), None)
        if self._is_known(person, vehicle_ids[0], outcome, row.until):
            return False
        until = _until(row.until, self._at.date()) if outcome is Outcome.LATER else None
        self._keep(person, vehicle_ids, outcome, until, row)
        return True

    def write(self, deed: Deed) -> None:
        """Write what was kept as part of a deed.

        Raises:
            NotFound
        """
        told = list(
            zip([contact_id for contact_id, _, _ in self._contacts], self._notes_of_contacts, strict=True)
        )
        if self._answers:
            contact_ids = reminders.write_answers(deed, self._month_list, self._answers, self._at)
            told += zip(contact_ids, self._notes, strict=True)
        for contact_id, outcome, until in self._contacts:
            outcomes.record_outcome(deed, contact_id, outcome, self._at, until)
        for contact_id, note in told:
            if note:
                contacts.add_words(deed, contact_id, note)

    def _is_known(self, person: DuePerson | None, vehicle_id: int, outcome: Outcome, until: object) -> bool:
        """Return whether the last reminder has this outcome; who is to be called again may repeat it."""
        if person is not None and any(item.skip is None for item in person.items):
            return False
        contact_id = reminders.find_open_contact(self._database, vehicle_id, self._at.date())
        if contact_id is None:
            return False
        known, put_off = contacts.what_came_of(self._database, contact_id)
        if known is not outcome:
            return False
        return outcome is not Outcome.LATER or put_off == _day(until)

    def _vehicles(self, row: OutcomeRow) -> tuple[int, ...]:
        """Return the vehicles a row speaks of: the one of its plate, else those behind its number."""
        numbered = self._numbered(row.number)
        key = plate_key(row.plate.split(",")[0])
        if not key:
            if row.number is None or not str(row.number).strip():
                raise NotTaken(OutcomeFault.NOBODY, "")
            if not numbered:
                raise NotTaken(OutcomeFault.UNKNOWN_NUMBER, str(row.number))
            return numbered
        vehicle_id = vehicles.find_vehicle_id(self._database, key)
        vehicle_id = vehicle_id or vehicles.find_by_old_plate(self._database, key)
        if vehicle_id is None:
            raise NotTaken(OutcomeFault.UNKNOWN_PLATE, row.plate)
        if numbered and vehicle_id not in numbered:
            raise NotTaken(OutcomeFault.DIFFERENT, f"{row.number}, {row.plate}")
        # A form's row that names several plates speaks of them all.
        return numbered if numbered and "," in row.plate else (vehicle_id,)

    def _numbered(self, number: object) -> tuple[int, ...]:
        called = find_called(self._database, str(number))
        if called is None:
            return ()
        owner_id = owners.last_owner(self._database, called.vehicle_ids[0])
        if called.knows_customer and owner_id != called.customer_id:
            # It has a new owner since: what the sheet brought back is not his word.
            raise NotTaken(OutcomeFault.NOT_REMINDED, str(number))
        return called.vehicle_ids

    def _keep(
        self,
        person: DuePerson | None,
        vehicle_ids: Sequence[int],
        outcome: Outcome,
        until: date | None,
        row: OutcomeRow,
    ) -> None:
        if person is None:
            contact_id = reminders.find_open_contact(self._database, vehicle_ids[0], self._at.date())
            if contact_id is None:
                raise NotTaken(OutcomeFault.NOT_REMINDED, row.plate or str(row.number))
            self._once(contact_id, outcome, row)
            self._contacts.append((contact_id, outcome, until))
            self._notes_of_contacts.append(row.note)
            return
        owned = {item.vehicle_id for item in person.items}
        if outcome is Outcome.SOLD and len(owned) > 1:
            # Only the vehicle that was named is gone, whatever else the person was called about.
            if len(vehicle_ids) > 1:
                raise NotTaken(OutcomeFault.WHICH_VEHICLE, row.plate or str(row.number))
            items = [item for item in person.items if item.vehicle_id in vehicle_ids]
            person = replace(person, items=tuple(replace(item, skip=None) for item in items))
            self._once(vehicle_ids[0], outcome, row)
        else:
            self._once(min(owned), outcome, row)
        self._answers.append((person, outcome, until))
        self._notes.append(row.note)

    def _once(self, key: int, outcome: Outcome, row: OutcomeRow) -> None:
        if key in self._told:
            raise NotTaken(OutcomeFault.TWICE, row.plate or str(row.number))
        self._told[key] = outcome


def _outcome(text: str) -> Outcome:
    found = find_outcome(text)
    if found is None:
        raise NotTaken(OutcomeFault.UNKNOWN_OUTCOME, text)
    return found


def _until(value: object, today: date) -> date:
    day = _day(value)
    if day is None:
        raise NotTaken(OutcomeFault.NO_DATE, "")
    if day <= today:
        raise NotTaken(OutcomeFault.PAST_DATE, str(value if isinstance(value, str) else day))
    return day


def _day(value: object) -> date | None:
    try:
        return read_date(value)
    except ValueError as problem:
        raise NotTaken(OutcomeFault.WRONG_DATE, str(value)) from problem
