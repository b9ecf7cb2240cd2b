"""What else a row of the shop's own export needs to be kept: keys made anew, and what must not be."""

from collections.abc import Callable, Mapping
from typing import Any

from bengkel_crm.schema.exchanged import OwnList
from bengkel_crm.schema.fields import Field, Holds
from bengkel_crm.schema.tables import TABLES
from bengkel_crm.trade.phones import read_phones
from bengkel_crm.trade.plates import format_plate, plate_key
from bengkel_crm.workshop.exchange.own.own_sheets import cell_text
from bengkel_crm.workshop.exchange.rows.entries import Reason

_SHORTEST_MATCH = 6


class Refused(Exception):
    """A row can not be taken; `column` is the cell it is for. Never leaves this package."""

    def __init__(self, reason: Reason, value: str, column: str) -> None:
        super().__init__(reason, value, column)
        self.reason, self.value, self.column = reason, value, column


Settler = Callable[[dict[str, Any]], None]


def settlers_of(own: OwnList) -> tuple[Settler, ...]:
    """Return what settles a row of a list, one after the other: each may raise `Refused`."""
    table = TABLES[own.table]
    return (
        *_SPECIAL.get(own.table, ()),
        *(_is_at_least(name, one.least) for name, one in table.stored.items() if one.least is not None),
        *(
            _as_number(name)
            for name, one in table.stored.items()
            if one.holds is Holds.CODE and one.sql_type == "INTEGER"
        ),
        *(_keyed(name, one) for name, one in table.stored.items() if one.make is not None),
    )


def _keyed(name: str, one: Field) -> Settler:
    """Make a key from what it is a key of."""
    written, make = one.made_from, one.make
    assert written is not None
    assert make is not None

    def settle(values: dict[str, Any]) -> None:
        values[name] = make(values[written])

    return settle


def _as_number(name: str) -> Settler:
    def settle(values: dict[str, Any]) -> None:
        values[name] = int(values[name])

    return settle


def _is_at_least(name: str, least: int) -> Settler:
    def settle(values: dict[str, Any]) -> None:
        value = values[name]
        if isinstance(value, int) and value < least:
            raise Refused(Reason.BAD_VALUE, str(value), name)

    return settle


def _settle_plate(values: dict[str, Any]) -> None:
    """Take a plate as it was written, unless the one people read was changed."""
    written: str | None = values["plate_written"]
    if written is not None and cell_text(format_plate(written)) == values["plate"]:
        values["plate"] = written
    if not plate_key(values["plate"]):
        raise Refused(Reason.BAD_VALUE, values["plate"], "plate")


def _settle_phone(values: dict[str, Any]) -> None:
    """Take a number as it was understood, unless what was typed was changed since."""
    typed, e164 = values["typed"], values["e164"]
    digits = "".join(filter(str.isdigit, typed))
    if e164 is not None and not (e164[0] == "+" and digits[-_SHORTEST_MATCH:] == e164[-_SHORTEST_MATCH:]):
        read = read_phones(typed)
        if len(read) == 1:
            values["e164"] = read[0].e164


def _settle_ownership(values: dict[str, Any]) -> None:
    # One customer owns a vehicle once at a time; how often it was so before does not matter.
    values["present"] = True if values["until"] is None else None


_SPECIAL: Mapping[str, tuple[Settler, ...]] = {
    "vehicle": (_settle_plate,),
    "old_plate": (_settle_plate,),
    "customer_phone": (_settle_phone,),
    "ownership": (_settle_ownership,),
}
