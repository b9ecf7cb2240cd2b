"""One vehicle out of what many rows tell of it: its facts, and whether it is a motorcycle or a car."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from bengkel_crm.trade.kinds import LineKind, VehicleKind
from bengkel_crm.trade.plates import split_plate
from bengkel_crm.workshop.exchange.rows.entries import BookVisit, VehicleFacts, merged

_T = TypeVar("_T")


def merge_facts(told: Sequence[VehicleFacts]) -> VehicleFacts:
    """Return one vehicle out of what many rows tell: each thing as most rows have it, the later on a tie."""
    if all(facts is told[0] for facts in told):
        return told[0]
    latest_first = told[::-1]
    models = Counter((facts.brand, facts.model) for facts in latest_first if facts.brand or facts.model)
    brand, model = max(models, key=lambda pair: (all(pair), models[pair])) if models else (None, None)
    return VehicleFacts(
        _commonest([facts.kind for facts in latest_first]),
        brand,
        model,
        _commonest([facts.year for facts in latest_first]),
        merged((facts.more for facts in latest_first), _commonest),
    )


def _commonest(values: Sequence[_T | None]) -> _T | None:
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None


_OF_MOTORCYCLES = re.compile(
    r"\b(?:mpx ?\d?|spx ?\d?|ahm|yamalube|ecstar|matic|matik|federal|enduro|ax ?[57]|advance|power ?1|4t|2t"
    r"|0[.,]?8 ?(?:l|lt|ltr)?|800 ?ml|120 ?ml|100 ?ml|cvt|v ?belt|roller|rantai|gir set|gear set|skok depan"
    r"|karburator|kampas ganda|tromol)\b",
    re.IGNORECASE,
)
_OF_CARS = re.compile(
    r"\b(?:helix|hx ?\d|magnatec|gtx|tmo|tgmo|fastron|meditran|rimula|delvac"
    r"|[3-6](?:[.,]5)? ?(?:l|lt|ltr|liter)"
    r"|spooring|balancing|servis ac|freon|radiator|power steering|tie rod|ball joint|rack|wiper|kaki kaki"
    r"|timing belt|diesel|solar|80w ?90|diff gear)\b",
    re.IGNORECASE,
)
# Passenger cars are numbered to 1999, motorcycles to 6999, buses and trucks from there on.
_LAST_CAR, _LAST_MOTORCYCLE = 1999, 6999


def guess_kind(facts: VehicleFacts, plate_key: str, visits: Sequence[BookVisit]) -> VehicleKind:
    """Return what kind a vehicle most likely is."""
    if facts.kind is not None:
        return facts.kind
    motorcycle = car = 0
    for visit in visits:
        for line in visit.lines:
            weight = 2 if line.kind is LineKind.OIL else 1
            motorcycle += weight * bool(_OF_MOTORCYCLES.search(line.text))
            car += weight * bool(_OF_CARS.search(line.text))
    if motorcycle != car:
        return VehicleKind.MOTORCYCLE if motorcycle > car else VehicleKind.CAR
    parts = split_plate(plate_key)
    if parts is None:
        return VehicleKind.MOTORCYCLE
    return VehicleKind.MOTORCYCLE if _LAST_CAR < int(parts[1]) <= _LAST_MOTORCYCLE else VehicleKind.CAR
