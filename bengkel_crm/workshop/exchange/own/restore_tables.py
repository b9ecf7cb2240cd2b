"""What else a row of the shop's own export needs to be kept: keys made anew, and what must not be."""

from collections.abc import Callable, Mapping
from typing import Any

from bengkel_crm.trade.names import fold, name_key
from bengkel_crm.trade.phones import match_key, read_phones
from bengkel_crm.trade.plates import format_plate, plate_key
from bengkel_crm.workshop.exchange.own.own_cells import Value
from bengkel_crm.workshop.exchange.own.own_sheets import cell_text
from bengkel_crm.workshop.exchange.rows.entries import Reason

_SHORTEST_MATCH = 6


class Refused(Exception):
    """A row can not be taken; `column` is the cell it is for. Never leaves this package."""

    def __init__(self, reason: Reason, value: str, column: str) -> None:
        super().__init__(reason, value, column)
        self.reason, self.value, self.column = reason, value, column


def leave_as_it_is(values: dict[str, Any]) -> None:
    """Leave a row that has nothing to be settled."""


def _settle_customer(values: dict[str, Any]) -> None:
    values["name_key"] = name_key(values["name"])


def _settle_named(values: dict[str, Any]) -> None:
    values["name_key"] = fold(values["name"])
    if "active" in values:
        values["active"] = int(values["active"])


def _settle_plate(values: dict[str, Any]) -> None:
    """Take a plate as it was written, unless the one people read was changed."""
    written: str | None = values["plate_written"]
    if written is not None and cell_text(format_plate(written)) == values["plate"]:
        values["plate"] = written
    values["plate_key"] = plate_key(values["plate"])
    if not values["plate_key"]:
        raise Refused(Reason.BAD_VALUE, values["plate"], "plate")


def _settle_phone(values: dict[str, Any]) -> None:
    """Take a number as it was understood, unless what was typed was changed since."""
    typed, e164 = values["typed"], values["e164"]
    digits = "".join(filter(str.isdigit, typed))
    if e164 is not None and not (e164[0] == "+" and digits[-_SHORTEST_MATCH:] == e164[-_SHORTEST_MATCH:]):
        read = read_phones(typed)
        if len(read) == 1:
            e164 = read[0].e164
    values["e164"] = e164
    values["match_key"] = None if e164 is None else match_key(e164)


def _settle_ownership(values: dict[str, Any]) -> None:
    # One customer owns a vehicle once at a time; how often it was so before does not matter.
    values["present"] = True if values["until"] is None else None


def _settle_order(values: dict[str, Any]) -> None:
    _not_negative(values, "odometer_km")


def _settle_interval(values: dict[str, Any]) -> None:
    _not_negative(values, "months", 1)
    _not_negative(values, "km", 1)


def _not_negative(values: Mapping[str, Value], name: str, least: int = 0) -> None:
    value = values[name]
    if isinstance(value, int) and value < least:
        raise Refused(Reason.BAD_VALUE, str(value), name)


SETTLERS: Mapping[str, Callable[[dict[str, Any]], None]] = {
    "customer": _settle_customer,
    "mechanic": _settle_named,
    "product": _settle_named,
    "vehicle": _settle_plate,
    "old_plate": _settle_plate,
    "customer_phone": _settle_phone,
    "ownership": _settle_ownership,
    "work_order": _settle_order,
    "job_interval": _settle_interval,
}
