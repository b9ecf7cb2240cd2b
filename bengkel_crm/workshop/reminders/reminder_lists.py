"""A month's list, narrowed to what is wanted: in memory, so that a filter answers at once."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bengkel_crm.records.reminders import Channel, DueItem, DuePerson, MonthList, OilNeed, ReminderFilter
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.plates import plate_key, split_plate

ENGINE_OIL_CODE = "engine_oil"
_LITRES = {VehicleKind.MOTORCYCLE: 0.8, VehicleKind.CAR: 4.0}
_LITRES_IN_NAME = re.compile(
    r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:l|lt|ltr|liter|litre)\b", re.IGNORECASE
)


def narrow(month_list: MonthList, wanted: ReminderFilter) -> MonthList:
    """Return the list with only the people and items that are wanted; counts and litres follow."""
    if wanted == ReminderFilter():
        return month_list
    people = tuple(_wanted_people(month_list.people, wanted))
    return MonthList(
        month=month_list.month,
        people=people,
        skipped=tuple(_wanted_people(month_list.skipped, wanted)),
        job_counts=job_counts(people),
        oils=oils(people),
    )


def list_areas(month_list: MonthList) -> list[tuple[str, int]]:
    """Return the region letters of the plates on a list, the commonest first, with their vehicles."""
    plates = {item.vehicle_id: item.plate for person in month_list.people for item in person.items}
    areas = Counter(area for area in map(area_of, plates.values()) if area is not None)
    return sorted(areas.items(), key=lambda pair: (-pair[1], pair[0]))


def area_of(plate: str) -> str | None:
    """Return the region letters of a plate, or None where it has an unusual shape."""
    parts = split_plate(plate_key(plate))
    return None if parts is None else parts[0]


def by_day(people: Iterable[DuePerson]) -> list[DuePerson]:
    """Return people by the day of their most urgent item, then by name."""
    return sorted(people, key=_day_and_name)


def _day_and_name(person: DuePerson) -> tuple[int, str, int]:
    first = person.items[0]
    # A day's number is compared much faster than the day.
    return first.due_by.toordinal(), person.name or "", first.vehicle_id


def is_reachable(person: DuePerson, channel: Channel) -> bool:
    """Return whether somebody can be told of it this way."""
    if channel is Channel.LETTER:
        return bool(person.address)
    if channel is Channel.WHATSAPP:
        return any(phone.e164 is not None for phone in person.phones)
    return bool(person.phones)


def job_counts(people: Sequence[DuePerson]) -> tuple[tuple[str, int], ...]:
    """Return how many vehicles are due for each thing, as `ranked`; subjects go by their code."""
    return ranked(
        Counter([item.job_kind or item.subject.value for person in people for item in person.items])
    )


def ranked(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return counts, the highest first, then by name."""
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def oils(people: Sequence[DuePerson]) -> tuple[OilNeed, ...]:
    """Return the litres of engine oil the due oil changes will take, as `oil_needs`."""
    return oil_needs(
        Counter(
            [
                (item.oil, item.kind is VehicleKind.CAR)
                for person in people
                for item in person.items
                if item.job_kind_code == ENGINE_OIL_CODE and item.oil
            ]
        )
    )


def oil_needs(changes: Mapping[tuple[str, bool], int]) -> tuple[OilNeed, ...]:
    """Return the litres that so many changes take, by oil and whether it is for a car, the most first.

    A vehicle takes what it took last time: as much as the oil's name says, else 0.8 l a motorcycle and 4 l
    a car.
    """
    vehicles: Counter[str] = Counter()
    litres: defaultdict[str, float] = defaultdict(float)
    for (oil, is_car), count in changes.items():
        vehicles[oil] += count
        litres[oil] += count * litres_of(oil, VehicleKind.CAR if is_car else VehicleKind.MOTORCYCLE)
    needs = [OilNeed(name, count, round(litres[name], 1)) for name, count in vehicles.items()]
    return tuple(sorted(needs, key=lambda need: (-need.litres, need.name)))


def litres_of(oil: str, kind: VehicleKind) -> float:
    """Return how many litres of an oil one change takes, by its name, else by the kind of vehicle."""
    named = _LITRES_IN_NAME.findall(oil)
    if named:
        return float(named[-1].replace(",", "."))
    return _LITRES[kind]


def _wanted_people(people: Iterable[DuePerson], wanted: ReminderFilter) -> list[DuePerson]:
    found = []
    for person in people:
        if person.value_rupiah < wanted.least_value_rupiah:
            continue
        if wanted.reachable_by is not None and not is_reachable(person, wanted.reachable_by):
            continue
        items = tuple(item for item in person.items if _fits(item, wanted))
        if items:
            found.append(person if len(items) == len(person.items) else replace(person, items=items))
    return by_day(found)


def _fits(item: DueItem, wanted: ReminderFilter) -> bool:
    if wanted.subject is not None and item.subject is not wanted.subject:
        return False
    if wanted.job_kind_id is not None and item.job_kind_id != wanted.job_kind_id:
        return False
    return wanted.area is None or area_of(item.plate) == wanted.area


def with_address(people: Iterable[DuePerson]) -> tuple[DuePerson, ...]:
    """Return those of some people to whom a letter can be sent."""
    return tuple(person for person in people if person.address)
