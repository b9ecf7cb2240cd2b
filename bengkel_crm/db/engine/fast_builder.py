"""Making many frozen records fast.

The `__init__` of a frozen dataclass writes every field through `object.__setattr__`, which for a card's
history cost as much as reading it from the file. So hot reads fill an open twin with the same slots, and lock
it by giving it the record's class.
"""

from collections.abc import Iterable
from dataclasses import fields, make_dataclass
from typing import Any, TypeVar, cast

R = TypeVar("R")


def fast_builder(record: type[R]) -> type[R]:
    """Return a class like the frozen, slotted dataclass `record` whose instances are filled fast."""
    names = [field.name for field in fields(cast(Any, record))]
    return cast(type[R], make_dataclass(record.__name__, names, slots=True, eq=False))


def locked(record: type[R], opened: Iterable[R]) -> tuple[R, ...]:
    """Turn filled twins into records, in the same order."""
    records = tuple(opened)
    for one in records:
        one.__class__ = record
    return records


def lock(record: type[R], opened: R) -> R:
    """Turn one filled twin into a record."""
    opened.__class__ = record
    return opened
