"""A response report as its readers ask for it: in all, by month, by channel, by kind of work."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bengkel_crm.records.reminders import Channel, ResponseReport, ResponseRow

_IN_ALL = (None, None, None)
# Of fewer cases that are over, one more or less would change what a figure says.
ENOUGH = 30


@dataclass(frozen=True, slots=True)
class Sums:
    """How many were due (and reminded), reached, came, still have time to, and what they paid."""

    due: int = 0
    reached: int = 0
    came: int = 0
    rupiah: int = 0
    waiting: int = 0

    @property
    def finished(self) -> int:
        """How many came, or did not come in time; who still has time counts as neither."""
        return self.due - self.waiting

    @property
    def is_enough(self) -> bool:
        """Return whether a percentage of them says anything."""
        return self.finished >= ENOUGH

    @property
    def rate(self) -> float:
        """How many of a hundred whose case is over came."""
        return 100 * self.came / self.finished if self.finished else 0.0

    @property
    def missed(self) -> int:
        """How many did not come in time."""
        return self.due - self.came - self.waiting


@dataclass(frozen=True, slots=True)
class Figures:
    """`months` hold reminded and untouched, the oldest first; channels and jobs begin with the most."""

    reminded: Sums
    untouched: Sums
    months: tuple[tuple[date, Sums, Sums], ...]
    channels: tuple[tuple[Channel, Sums], ...]
    jobs: tuple[tuple[str, Sums], ...]

    @property
    def is_enough(self) -> bool:
        """Return whether the two groups can be compared already."""
        return self.reminded.is_enough and self.untouched.is_enough


def read_figures(report: ResponseReport) -> Figures:
    """Return the figures of a report.

    A vehicle counts once a month in both groups, or they could not be compared; what it paid counts once.
    """
    reminded = {row.month: _sums_of(row) for row in report.sums if row.month is not None}
    untouched = {row.month: _sums_of(row) for row in report.untouched if row.month is not None}
    most_first = sorted(report.sums, key=lambda row: (-row.due, row.channel or "", row.job_kind or ""))
    paid = sum(row.rupiah for row in report.sums if (row.month, row.channel, row.job_kind) == _IN_ALL)
    return Figures(
        reminded=replace(_added(reminded.values()), rupiah=paid),
        untouched=_added(untouched.values()),
        months=tuple(
            (month, reminded.get(month, Sums()), untouched.get(month, Sums()))
            for month in sorted({*reminded, *untouched})
        ),
        channels=tuple((row.channel, _sums_of(row)) for row in most_first if row.channel is not None),
        jobs=tuple((row.job_kind, _sums_of(row)) for row in most_first if row.job_kind is not None),
    )


def _sums_of(row: ResponseRow) -> Sums:
    return Sums(row.due, row.reached, row.came, row.rupiah, row.waiting)


def _added(parts: Iterable[Sums]) -> Sums:
    parts = tuple(parts)
    return Sums(
        sum(part.due for part in parts),
        sum(part.reached for part in parts),
        sum(part.came for part in parts),
        sum(part.rupiah for part in parts),
        sum(part.waiting for part in parts),
    )
