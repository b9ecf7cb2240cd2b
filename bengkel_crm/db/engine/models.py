"""Peewee models, made from what is declared of the tables: for the schema and for the rarer queries.

Hot reads are written SQL. No model leaves the layer that knows SQL.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
    Check,
    CompositeKey,
    DoubleField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from bengkel_crm.schema.fields import Field, Holds, Table
from bengkel_crm.schema.order import PARENTS_FIRST
from bengkel_crm.schema.tables import TABLES


class DayField(TextField):
    """A `date`, kept as an ISO text."""

    def db_value(self, value: date | None) -> str | None:
        """Return the ISO text of a day."""
        return None if value is None else value.isoformat()

    def python_value(self, value: str | None) -> date | None:
        """Return the day of an ISO text."""
        return None if value is None else date.fromisoformat(value)


class MomentField(TextField):
    """A `datetime`, kept as an ISO text to the second."""

    def db_value(self, value: datetime | None) -> str | None:
        """Return the ISO text of a moment."""
        return None if value is None else value.isoformat(timespec="seconds")

    def python_value(self, value: str | None) -> datetime | None:
        """Return the moment of an ISO text."""
        return None if value is None else datetime.fromisoformat(value)


class ChoiceField(TextField):
    """One of the values of an enum."""

    def __init__(self, kind: type[StrEnum], **more: Any) -> None:
        super().__init__(**more)
        self.kind = kind

    def python_value(self, value: str | None) -> StrEnum | None:
        """Return the value of the enum that is kept as a text."""
        return None if value is None else self.kind(value)


class KeyField(TextField):
    """A key to search by: whatever it is compared with becomes such a key first."""

    def __init__(self, make: Callable[[Any], object], **more: Any) -> None:
        super().__init__(**more)
        self.make = make

    def db_value(self, value: str | None) -> object:
        """Return the key of a text, also of one that is a key already."""
        return None if value is None else self.make(value)


class RupiahField(BigIntegerField):
    """Whole rupiah; a fleet's years are more than two billion."""


class KmField(IntegerField):
    """Whole kilometres, or whatever else is counted in whole numbers."""


def models() -> Iterator[Any]:
    """Yield a model of every table, parents before children."""
    return (model_of(table.name) for table in PARENTS_FIRST)


@cache
def model_of(name: str) -> Any:
    """Return the model of a table."""
    table = TABLES[name]
    fields = {_named(table, field): _field(table, field, one) for field, one in table.stored.items()}
    meta: dict[str, Any] = {"table_name": name}
    if len(table.key) > 1:
        meta["primary_key"] = CompositeKey(*(_named(table, field) for field in table.key))
    if len(table.key) > 1 or table.stored[table.key[0]].sql_type == "TEXT":
        meta["without_rowid"] = True
    return type(name.title().replace("_", ""), (Model,), {**fields, "Meta": type("Meta", (), meta)})


def _field(table: Table, name: str, one: Field) -> Any:
    is_key = table.key == (name,)
    if is_key and name == "id":
        return AutoField()
    more: dict[str, Any] = {
        "column_name": name,
        "null": not one.required and not is_key,
        "constraints": _rules(name, one),
        "primary_key": is_key,
    }
    if one.refers_to is not None and one.enforced:
        return ForeignKeyField(model_of(one.refers_to), object_id_name=name, index=False, **more)
    if one.make is not None:
        return KeyField(one.make, **more)
    if one.choices is not None:
        return ChoiceField(one.choices, **more)
    if one.holds is Holds.CODE and one.sql_type == "INTEGER":
        return IntegerField(**more)
    return _KINDS[one.holds](**more)


def _named(table: Table, name: str) -> str:
    """Return what a model calls a field: by a reference it reaches the other row."""
    one = table.stored[name]
    return name.removesuffix("_id") if one.refers_to is not None and one.enforced else name


def _rules(name: str, one: Field) -> list[Any]:
    rules: list[Any] = []
    if one.default is not None:
        rules.append(SQL(f"DEFAULT {one.default}"))
    if one.choices is not None:
        words = ", ".join(f"'{choice.value}'" for choice in one.choices)
        rules.append(Check(f"{name} IN ({words})"))
    if one.least is not None:
        rules.append(Check(f"{name} >= {one.least}"))
    return rules


_KINDS: dict[Holds, Any] = {
    Holds.TEXT: TextField,
    Holds.CODE: TextField,
    Holds.DAY: DayField,
    Holds.MOMENT: MomentField,
    Holds.NUMBER: DoubleField,
    Holds.RUPIAH: RupiahField,
    Holds.WHOLE: KmField,
    Holds.ID: IntegerField,
}
