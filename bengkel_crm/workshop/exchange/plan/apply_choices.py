"""The last touch on visits before they are written: whose work it was, and where the money stands."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from bengkel_crm.records.work_orders import Line
from bengkel_crm.trade.money import MOST_RUPIAH
from bengkel_crm.trade.names import fold
from bengkel_crm.workshop.exchange.rows.entries import BookVisit
from bengkel_crm.workshop.exchange.rows.lines import NO_DETAILS, line_of

# What a visit of which nobody wrote down the work is said to have been.
WITHOUT_DETAILS = (line_of(NO_DETAILS, None),)


def settle_lines(visit: BookVisit) -> tuple[str | None, tuple[Line, ...]]:
    """Return (the mechanic of a visit, its lines); a line keeps a mechanic only where it is another one."""
    lines = visit.lines or WITHOUT_DETAILS
    mechanic: str | None
    if any(line.mechanic for line in lines):
        mechanic, lines = _own_mechanics(lines)
    else:
        mechanic = visit.mechanics[0] if visit.mechanics else None
        # "Budi/Anto" in a book with one row a visit: the second has to stand somewhere, too.
        others = visit.mechanics[1 : 1 + len(lines)]
        if others:
            helped = [replace(line, mechanic=other) for line, other in zip(lines, others, strict=False)]
            lines = (*helped, *lines[len(others) :])
    if len(lines) == 1 and not lines[0].price_rupiah and visit.total_rupiah and visit.total_rupiah > 0:
        # One line can only have cost the total. A total of several is not split: nobody wrote down how.
        lines = (replace(lines[0], quantity=1.0, price_rupiah=visit.total_rupiah),)
    return mechanic, lines


def _own_mechanics(lines: tuple[Line, ...]) -> tuple[str, tuple[Line, ...]]:
    """Return the mechanic of most lines, and the lines with only the others named."""
    counts = Counter(line.mechanic for line in lines if line.mechanic)
    mechanic = counts.most_common(1)[0][0]
    return mechanic, tuple(
        replace(line, mechanic=None) if line.mechanic and fold(line.mechanic) == fold(mechanic) else line
        for line in lines
    )


def total_of(visit: BookVisit, lines: Iterable[Line]) -> int:
    """Return the total as written, or what the lines come to, at most what an amount can be."""
    if visit.total_rupiah is not None:
        return visit.total_rupiah
    return min(sum(line.amount_rupiah for line in lines), MOST_RUPIAH)


def best_spellings(visits: Iterable[BookVisit]) -> dict[str, str]:
    """Return how each mechanic is written best, by folded name: "Budi" before "BUDI"."""
    counts: dict[str, Counter[str]] = {}
    for name, count in Counter(name for visit in visits for name in visit.mechanics).items():
        counts.setdefault(fold(name), Counter())[name] += count
    return {
        key: max(names, key=lambda name: (not name.isupper() and not name.islower(), names[name]))
        for key, names in counts.items()
    }
