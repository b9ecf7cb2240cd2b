"""Everybody who is due in a month: tens of thousands of records while the clerk waits.

So each vehicle and each person is read and looked at once, and each text that comes again is understood once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from copy import copy
from datetime import date, timedelta
from typing import Any

from bengkel_crm.db.counter.search import vehicle_text
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.fast_builder import fast_builder
from bengkel_crm.db.reminders import month as reminders
from bengkel_crm.db.reminders.month import DueRow, PersonRow, VehicleRow
from bengkel_crm.records.reminders import Certainty, DueItem, DuePerson, DueSubject, MonthList, SkipReason
from bengkel_crm.trade.dates import add_months
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.odometers import estimate_km
from bengkel_crm.trade.phones import Phone
from bengkel_crm.workshop.reminders.reminder_lists import ENGINE_OIL_CODE, oil_needs, ranked

_KINDS = {kind.value: kind for kind in VehicleKind}
# The open twins of what there are thousands of (see db/filling.py): filled here, locked before they leave.
_Item: Any = fast_builder(DueItem)
_Person: Any = fast_builder(DuePerson)
_Phone: Any = fast_builder(Phone)


# What somebody is due for: why, and of a job kind its id, code and name. No named tuple: a plain one is taken
# apart three times as fast.
_What = tuple[DueSubject, int | None, str | None, str | None]


class _Days(dict[str | None, Any]):
    """Days by their ISO text, and none by None: a list has thousands of texts of some hundred days."""

    def __missing__(self, text: str) -> date:
        day = self[text] = date.fromisoformat(text)
        return day


class _Names(dict[tuple[str | None, str | None, int | None], str]):
    """What vehicles are called, by brand, model and year."""

    def __missing__(self, parts: tuple[str | None, str | None, int | None]) -> str:
        name = self[parts] = vehicle_text(*parts)
        return name


def list_whole_month(
    database: Database, month: date, today: date, repeat_days: int, late_days: int
) -> MonthList:
    """Return everybody due in the month of that first day, and apart whoever is to be left in peace.

    Jobs that were late by more than `late_days` when the month began are not listed: whoever has not come
    for as long is told by "slipping away".
    """
    last = add_months(month, 1) - timedelta(days=1)
    due = reminders.list_due(database, month - timedelta(days=late_days), month, last)
    vehicles = reminders.list_vehicles(database, {row[1] for row in due}, today)
    maker = _Maker(today, today - timedelta(days=repeat_days))
    maker.take_people(reminders.list_people(database, {row[17] for row in vehicles} - {None}))
    maker.take_vehicles(vehicles)
    maker.take_due(due, reminders.list_job_kinds(database))
    return maker.finish(month)


class _Maker:
    """Makes the people of a list: takes who there is, then their vehicles, then what those are due for."""

    def __init__(self, today: date, reminded_after: date) -> None:
        self._today = today
        self._reminded_after = reminded_after.isoformat()
        self._days = _Days({None: None})
        # By customer; somebody unknown is somebody else for each vehicle, so by the vehicle, negative.
        self._told: dict[int, Any] = {}
        self._left_out: dict[int, Any] = {}
        # Where people stand on the list: by the day of their first item (ISO), name and vehicle.
        self._told_places: list[tuple[str, str, int, Any]] = []
        self._left_out_places: list[tuple[str, str, int, Any]] = []
        self._jobs: Counter[str] = Counter()
        self._oil_changes: Counter[tuple[str, bool]] = Counter()
        self._not_to_contact: dict[int, date] = {}
        # What all items of a vehicle say, by its id; last who is told of them.
        self._vehicles: dict[int, tuple[Any, ...]] = {}
        self._notes: dict[int, str] = {}

    def take_people(self, rows: Iterable[PersonRow]) -> None:
        """Take who owns the vehicles, a row for each of their numbers."""
        told, days = self._told, self._days
        for customer_id, name, honorific, address, no_contact_since, contact_at, typed, e164 in rows:
            phones: tuple[Phone, ...] = ()
            if typed is not None:
                phone = _Phone(typed, e164, None)
                phone.__class__ = Phone
                phones = (phone,)
                if customer_id in told:
                    told[customer_id].phones += phones
                    continue
            contact_on = None if contact_at is None else days[contact_at[:10]]
            told[customer_id] = _Person(
                customer_id, name, honorific, phones, address, [], None, contact_on, 0
            )
            if no_contact_since is not None:
                self._not_to_contact[customer_id] = days[no_contact_since]

    def take_vehicles(self, rows: Iterable[VehicleRow]) -> None:
        """Take what all items of a vehicle say, and find out whether they are left out."""
        days, names, told, vehicles, notes = self._days, _Names(), self._told, self._vehicles, self._notes
        today, reminded_after, not_to_contact = self._today, self._reminded_after, self._not_to_contact
        for (
            vehicle_id, plate, kind, brand, model, year, sold_on, gone_on, last_on, last_km, read_on, read_km,
            rate, visits, rhythm, oil, paid, owner_id, reminded_on, snoozed_until, note,
        ) in rows:  # fmt: skip
            person: Any = told.get(owner_id)
            skip, since = None, None
            if (
                sold_on
                or gone_on
                or snoozed_until
                or (reminded_on and reminded_on > reminded_after)
                or person is None
                or owner_id in not_to_contact
                or not (person.phones or person.address)
            ):
                skip, since = self._why_not(person, sold_on, gone_on, snoozed_until, reminded_on)
                if skip is not None:
                    person = self._left_out_person(vehicle_id, person)
            person.value_rupiah += paid
            if note is not None:
                notes[vehicle_id] = note
                person.last_note = note
            km_today = None
            if rate is not None and read_on is not None:
                km_today = estimate_km((days[read_on], read_km), rate, today)
            certainty = Certainty.UNKNOWN if rate is None else Certainty.ESTIMATED
            vehicles[vehicle_id] = (
                plate, names[brand, model, year], _KINDS[kind], days[last_on], last_km, km_today, certainty,
                visits, rhythm, oil, skip, since, person,
            )  # fmt: skip

    def _why_not(
        self,
        person: Any,
        sold_on: str | None,
        gone_on: str | None,
        snoozed_until: str | None,
        reminded_on: str | None,
    ) -> tuple[SkipReason | None, date | None]:
        """Return why and since when a vehicle is left out, if it is: the weightiest reason."""
        days = self._days
        if sold_on is not None:
            return SkipReason.SOLD, days[sold_on]
        if gone_on is not None:
            return SkipReason.GONE, days[gone_on]
        if person is not None and person.customer_id in self._not_to_contact:
            return SkipReason.NO_CONTACT, self._not_to_contact[person.customer_id]
        if snoozed_until is not None and snoozed_until > self._today.isoformat():
            return SkipReason.SNOOZED, days[snoozed_until]
        if reminded_on is not None and reminded_on > self._reminded_after:
            return SkipReason.REMINDED, days[reminded_on]
        if person is None or not (person.phones or person.address):
            return SkipReason.UNREACHABLE, None
        return None, None

    def _left_out_person(self, vehicle_id: int, person: Any) -> Any:
        """Return who carries what is left out of a vehicle: once a person, whatever else they are told."""
        key = -vehicle_id if person is None else person.customer_id
        left_out = self._left_out.get(key)
        if left_out is None:
            if person is None:
                left_out = _Person(None, None, None, (), None, [], None, None, 0)
            else:
                left_out = copy(person)
                left_out.items, left_out.last_note, left_out.value_rupiah = [], None, 0
            self._left_out[key] = left_out
        return left_out

    def take_due(self, rows: Iterable[DueRow], job_kinds: Iterable[tuple[int, str, str]]) -> None:
        """Give each thing due to whom it concerns; the rows come in the order their items are to have."""
        whats: dict[int | DueSubject, _What] = {
            subject: (subject, None, None, None) for subject in DueSubject
        }
        for one in job_kinds:
            whats[one[0]] = (DueSubject.JOB, *one)
        new, days, vehicles = object.__new__, self._days, self._vehicles
        told, left_out, changes = self._told_places, self._left_out_places, self._oil_changes
        jobs: defaultdict[int | DueSubject, int] = defaultdict(int)
        for due_by, vehicle_id, what, due_on, due_km in rows:
            known = vehicles.get(vehicle_id)
            if known is None:
                continue  # put into the bin between the two reads
            # Field by field: a call with twenty arguments takes as long again.
            item = new(_Item)
            item.vehicle_id, item.due_km = vehicle_id, due_km
            item.due_by, item.due_on = days[due_by], days[due_on]
            (
                item.plate, item.vehicle, item.kind, item.last_on, item.last_odometer_km, item.km_today,
                item.certainty, item.visits, item.rhythm_days, item.oil, item.skip, item.skip_since, person,
            ) = known  # fmt: skip
            item.subject, item.job_kind_id, item.job_kind_code, item.job_kind = whats[what]
            item.__class__ = DueItem
            items = person.items
            if not items:
                places = told if item.skip is None else left_out
                places.append((due_by, person.name or "", vehicle_id, person))
            items.append(item)
            if item.skip is None:
                jobs[what] += 1
                if item.job_kind_code == ENGINE_OIL_CODE and item.oil:
                    changes[item.oil, item.kind is VehicleKind.CAR] += 1
        for what, count in jobs.items():
            subject, _, _, job_kind = whats[what]
            self._jobs[job_kind or subject.value] += count

    def finish(self, month: date) -> MonthList:
        """Return the list with its people by day and name, locked."""
        return MonthList(
            month,
            self._locked(self._told_places),
            self._locked(self._left_out_places),
            ranked(self._jobs),
            oil_needs(self._oil_changes),
        )

    def _locked(self, places: list[tuple[str, str, int, Any]]) -> tuple[DuePerson, ...]:
        notes = self._notes
        places.sort()  # no two places name the same vehicle, so people themselves are never compared
        people = []
        for _, _, _, person in places:
            if person.last_note is not None:
                person.last_note = next(notes[i.vehicle_id] for i in person.items if i.vehicle_id in notes)
            person.items = tuple(person.items)
            person.__class__ = DuePerson
            people.append(person)
        return tuple(people)
