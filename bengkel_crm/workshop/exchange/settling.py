"""The last touch on visits before they are written: whose work it was, and where the money stands."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from bengkel_crm.names import fold
from bengkel_crm.records import Line
from bengkel_crm.workshop.exchange.entries import Visit
from bengkel_crm.workshop.exchange.lines import NO_DETAILS, line_of


def settle_lines(visit: Visit) -> tuple[str | None, list[Line]]:
    """Return (the mechanic of a visit, its lines); a line keeps a mechanic only where it is another one."""
    lines = visit.lines or [line_of(NO_DETAILS, None)]
    counts = Counter(fold(line.mechanic) for line in lines if line.mechanic)
    names = {fold(name): name for name in visit.mechanics}
    regular = counts.most_common(1)[0][0] if counts else next(iter(names), None)
    own = [replace(line, mechanic=_other(line.mechanic, regular)) for line in lines]
    if not counts:
        # "Budi/Anto" in a book with one row a visit: the second has to stand somewhere, too.
        others = [name for key, name in names.items() if key != regular]
        own = [
            replace(line, mechanic=others[place]) if place < len(others) else line
            for place, line in enumerate(own)
        ]
    if len(own) == 1 and not own[0].price_rupiah and visit.total_rupiah and visit.total_rupiah > 0:
        # One line can only have cost the total. A total of several is not split: nobody wrote down how.
        own = [replace(own[0], quantity=1.0, price_rupiah=visit.total_rupiah)]
    return None if regular is None else names.get(regular, regular), own


def total_of(visit: Visit, lines: Iterable[Line]) -> int:
    """Return the total as written, or what the lines come to."""
    if visit.total_rupiah is not None:
        return visit.total_rupiah
    return sum(line.amount_rupiah for line in lines)


def best_spellings(visits: Iterable[Visit]) -> dict[str, str]:
    """Return how each mechanic is written best, by folded name: "Budi" before "BUDI"."""
    counts: dict[str, Counter[str]] = {}
    for visit in visits:
        for name in visit.mechanics:
            counts.setdefault(fold(name), Counter())[name] += 1
    return {
        key: max(names, key=lambda name: (not name.isupper() and not name.islower(), names[name]))
        for key, names in counts.items()
    }


def _other(mechanic: str | None, regular: str | None) -> str | None:
    return None if mechanic is None or fold(mechanic) == regular else mechanic
