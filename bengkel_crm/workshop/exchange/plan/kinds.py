"""Motorcycle or car: what the book says, else what its oils say, else the number on the plate."""

import re
from collections.abc import Sequence

from bengkel_crm.trade.kinds import LineKind, VehicleKind
from bengkel_crm.trade.plates import split_plate
from bengkel_crm.workshop.exchange.rows.entries import VehicleFacts, Visit

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


def guess_kind(facts: VehicleFacts, plate_key: str, visits: Sequence[Visit]) -> VehicleKind:
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
