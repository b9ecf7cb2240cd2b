"""How a record is kept in rows of a table: by the fields that both have under one name."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast

from bengkel_crm.db.engine.fast_builder import fast_builder, lock
from bengkel_crm.schema.fields import Field, Holds
from bengkel_crm.schema.tables import TABLES

R = TypeVar("R")


class RecordRows(Generic[R]):
    """Reads records of a kind from rows of a table, and says what a row holds of one."""

    def __init__(self, record: type[R], table: str) -> None:
        stored = TABLES[table].stored
        self._record, self._twin = record, fast_builder(record)
        self.names = tuple(one.name for one in fields(cast(Any, record)) if one.name in stored)
        self._readers = [
            (place, read)
            for place, name in enumerate(self.names)
            if (read := _reader_of(stored[name])) is not None
        ]
        self._may_be_empty = frozenset(name for name in self.names if not stored[name].required)

    def columns(self, table: str) -> str:
        """Return what a statement selects from a table, or from what it is called there."""
        return ", ".join(f"{table}.{name}" for name in self.names)

    def read(self, row: Sequence[Any], **others: Any) -> R:
        """Return the record of a row of these columns, its first fields; `others` lie elsewhere."""
        values = list(row)
        for place, reader in self._readers:
            if values[place] is not None:
                values[place] = reader(values[place])
        return lock(self._record, self._twin(*values, **others))

    def values_of(self, record: object) -> dict[str, Any]:
        """Return the fields of a row that hold a record; a text that may be empty is none then."""
        return {
            name: None if kept == "" and name in self._may_be_empty else kept
            for name in self.names
            for kept in [_kept(getattr(record, name))]
        }


def _reader_of(one: Field) -> Callable[[Any], Any] | None:
    if one.choices is not None:
        # A plain dictionary look-up costs a fraction of calling the enum.
        return {choice.value: choice for choice in one.choices}.__getitem__
    return {Holds.DAY: date.fromisoformat, Holds.MOMENT: datetime.fromisoformat}.get(one.holds)


def _kept(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value
