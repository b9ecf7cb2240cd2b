"""Reading a long list a page at a time, by key: what a page costs does not depend on where it lies."""

import json
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from peewee import PeeweeException
from sqlcipher3 import dbapi2

from bengkel_crm.base import errors
from bengkel_crm.db.engine.connection import Database, storage_errors
from bengkel_crm.records.lists import PageMark

# Called now and then while a read lasts; an ExpectedError it raises ends the read.
Check = Callable[[], None]
_STEPS_BETWEEN_CHECKS = 4_000
_EVERY = -1  # SQLite's word for no limit


@dataclass(frozen=True, slots=True)
class Walk:
    """One order of a list: `source` yields the rows, sorted by `leads` and then `ties`, which end in the id.

    Rows without a value come last, whichever way the list is turned: `known` and `unknown` tell them
    apart, and the unknown ones are sorted by `unknown_ties`.
    """

    source: str
    leads: tuple[str, ...]
    ties: tuple[str, ...]
    known: str = "TRUE"
    unknown: str | None = None
    unknown_source: str | None = None
    unknown_ties: tuple[str, ...] | None = None


@dataclass(slots=True)
class Condition:
    """What the rows must fulfil, with its parameters."""

    parts: list[str] = field(default_factory=list)
    params: list[Any] = field(default_factory=list)

    def add(self, sql: str, *params: Any) -> None:
        """Ask for one thing more; the parameters stand in the order of their question marks."""
        self.parts.append(sql)
        self.params.extend(params)

    @property
    def sql(self) -> str:
        """The condition as it stands behind WHERE; TRUE where nothing is asked."""
        return " AND ".join(self.parts) or "TRUE"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a walk that is one range of its index."""

    source: str
    condition: str
    params: tuple[Any, ...]
    keys: tuple[str, ...]
    order: tuple[str, ...]
    known: bool


def _row(expressions: Sequence[str]) -> str:
    return expressions[0] if len(expressions) == 1 else f"({', '.join(expressions)})"


def _beyond(expressions: Sequence[str], descending: bool) -> str:
    marks = ["?"] * len(expressions)
    return f"{_row(expressions)} {'<' if descending else '>'} {_row(marks)}"


def _stretches(walk: Walk, descending: bool, after: PageMark | None) -> Iterator[_Stretch]:
    """Yield what follows `after`, in order: the rest of its group, the groups behind it, what is unknown."""
    leads, ties = walk.leads, walk.ties
    whole = (*leads, *ties)
    if after is None:
        yield _Stretch(walk.source, walk.known, (), whole, whole, True)
    elif after.known:
        lead_keys, tie_keys = after.keys[: len(leads)], after.keys[len(leads) :]
        same_group = " AND ".join(f"{lead} = ?" for lead in leads)
        rest = f"{walk.known} AND {same_group} AND {_beyond(ties, descending)}"
        yield _Stretch(walk.source, rest, (*lead_keys, *tie_keys), whole, ties, True)
        behind = f"{walk.known} AND {_beyond(leads, descending)}"
        yield _Stretch(walk.source, behind, lead_keys, whole, whole, True)
    if walk.unknown is None:
        return
    source, ties = walk.unknown_source or walk.source, walk.unknown_ties or ties
    if after is None or after.known:
        yield _Stretch(source, walk.unknown, (), ties, ties, False)
    else:
        beyond = f"{walk.unknown} AND {_beyond(ties, descending)}"
        yield _Stretch(source, beyond, after.keys, ties, ties, False)


def statements(
    walk: Walk, condition: Condition, descending: bool, after: PageMark | None
) -> Iterator[tuple[str, tuple[Any, ...], bool]]:
    """Yield (SQL without its limit, parameters, whether the rows have a value) for what follows `after`.

    Each row is the key of that row: leads and ties, or the ties alone where there is no value.
    """
    way = " DESC" if descending else ""
    for stretch in _stretches(walk, descending, after):
        sql = (
            f"SELECT {', '.join(stretch.keys)} FROM {stretch.source} "
            f"WHERE {stretch.condition} AND {condition.sql} "
            f"ORDER BY {', '.join(key + way for key in stretch.order)} LIMIT ?"
        )
        yield sql, (*stretch.params, *condition.params), stretch.known


@dataclass(frozen=True, slots=True)
class PagePlan:
    """How a query is read: its walk, its filters, and which way.

    `gathered` are the only rows in question when they are few: they are the first parameter of the source.
    """

    walk: Walk
    condition: Condition
    descending: bool
    gathered: Sequence[int] | None

    @property
    def first(self) -> tuple[str, ...]:
        """The parameters that stand before those of the condition: the ids that were gathered, if any."""
        return () if self.gathered is None else (json.dumps(self.gathered),)


def read_ids(
    database: Database, plan: PagePlan, after: PageMark | None, limit: int
) -> tuple[list[int], PageMark | None]:
    """Return the ids of at most `limit` rows that follow `after`, and where they end; None at the end."""
    ids: list[int] = []
    mark: PageMark | None = None
    for sql, params, known in statements(plan.walk, plan.condition, plan.descending, after):
        rows = database.execute_sql(sql, (*plan.first, *params, limit - len(ids))).fetchall()
        ids += [row[-1] for row in rows]
        if rows:
            mark = PageMark(tuple(rows[-1]), known)
        if len(ids) >= limit:
            return ids, mark
    return ids, None


def read_every_id(database: Database, plan: PagePlan) -> Sequence[int]:
    """Return the ids of all rows in their order: eight bytes each, so that a million fit any memory."""
    ids = array("q")
    for sql, params, _ in statements(plan.walk, plan.condition, plan.descending, None):
        ids.extend(row[-1] for row in database.execute_sql(sql, (*plan.first, *params, _EVERY)))
    return ids


@contextmanager
def watched(database: Database, check: Check | None) -> Iterator[None]:
    """Run reads that `check` may end.

    Raises:
        ExpectedError: whatever `check` raised; ShopFileError: the file could not be read.
    """
    if check is None:
        with storage_errors(database.path):
            yield
        return
    connection = database.connection()
    reasons: list[errors.ExpectedError] = []

    def look() -> int:
        # SQLite swallows what a callback raises, so the reason is kept until the read has stopped.
        try:
            check()
        except errors.ExpectedError as reason:
            reasons.append(reason)
            return 1
        return 0

    connection.set_progress_handler(look, _STEPS_BETWEEN_CHECKS)
    try:
        with storage_errors(database.path):
            try:
                yield
            except (dbapi2.Error, PeeweeException):
                if not reasons:
                    raise
                raise reasons[0] from None
    finally:
        connection.set_progress_handler(None, 0)
