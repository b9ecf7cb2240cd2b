"""A response report added up: in all, by month, by channel, by kind of work."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from bengkel_crm.reminder_records import Channel, ResponseReport, ResponseRow

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Sums:
    """How many were due (and reminded), reached, came, and what they paid."""

    due: int = 0
    reached: int = 0
    came: int = 0
    rupiah: int = 0

    @property
    def rate(self) -> float:
        """How many of a hundred came."""
        return 100 * self.came / self.due if self.due else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """`months` hold reminded and untouched, the oldest first; channels and jobs begin with the most."""

    reminded: Sums
    untouched: Sums
    months: tuple[tuple[date, Sums, Sums], ...]
    channels: tuple[tuple[Channel, Sums], ...]
    jobs: tuple[tuple[str, Sums], ...]


def add_up(report: ResponseReport) -> Figures:
    """Return the sums of a report's own rows."""
    reminded = _by(report.reminded, lambda row: row.month)
    untouched = _by(report.untouched, lambda row: row.month)
    return Figures(
        reminded=_sum(report.reminded),
        untouched=_sum(report.untouched),
        months=tuple(
            (month, reminded.get(month, Sums()), untouched.get(month, Sums()))
            for month in sorted({*reminded, *untouched})
        ),
        channels=_most_first(_by(report.reminded, lambda row: row.channel)),
        jobs=_most_first(_by(report.reminded, lambda row: row.job_kind)),
    )


def _by(rows: Iterable[ResponseRow], key: Callable[[ResponseRow], Key | None]) -> dict[Key, Sums]:
    groups: dict[Key, list[ResponseRow]] = {}
    for row in rows:
        name = key(row)
        if name is not None:
            groups.setdefault(name, []).append(row)
    return {name: _sum(group) for name, group in groups.items()}


def _sum(rows: Iterable[ResponseRow]) -> Sums:
    rows = tuple(rows)
    return Sums(
        sum(row.due for row in rows),
        sum(row.reached for row in rows),
        sum(row.came for row in rows),
        sum(row.rupiah for row in rows),
    )


def _most_first(groups: dict[Key, Sums]) -> tuple[tuple[Key, Sums], ...]:
    return tuple(sorted(groups.items(), key=lambda pair: (-pair[1].due, str(pair[0]))))
