"""A figure, the limit it is held to, and timing that other programs on the machine disturb least."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` must be `least` to `limit` (in `unit`); without a limit it is told, not judged."""

    name: str
    value: float
    limit: float | None
    unit: str
    detail: str = ""
    least: float = 0

    @property
    def passed(self) -> bool:
        return self.limit is None or self.least <= self.value <= self.limit


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds each call of one task took."""

    seconds: Sequence[float]

    @property
    def middle(self) -> float:
        return median(self.seconds)

    def percentile(self, percent: float) -> float:
        """Return the time that so many percent of the calls did not pass."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def take_turns(
    rounds: Sequence[object], *tasks: Callable[..., object], clock: Callable[[], float] = perf_counter
) -> list[Timing]:
    """Run every task once a round, first one first and first one last in turn, and return their timings.

    Each task is called with the round's own value. A disturbance hits all tasks alike.
    """
    seconds: list[list[float]] = [[] for _ in tasks]
    places = list(range(len(tasks)))
    for value in rounds:
        for place in places:
            begun = clock()
            tasks[place](value)
            seconds[place].append(clock() - begun)
        places.reverse()
    return [Timing(times) for times in seconds]


def ratio(name: str, ours: Timing, base: Timing, limit: float | None, base_name: str) -> Figure:
    """Return how many times as long as its base something took, by the medians."""
    detail = f"{ours.middle * 1000:.3f} ms against {base.middle * 1000:.3f} ms {base_name}"
    return Figure(name, ours.middle / base.middle, limit, "x", detail)
