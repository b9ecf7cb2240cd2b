"""What is probably a slip: asked about once, before it is saved."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bengkel_crm.base.i18n import format_date, format_number, format_rupiah, translate
from bengkel_crm.records.work_orders import Line
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.near_words import find_meant
from bengkel_crm.ui.forms.km_news import KmKind, KmNews

# No shop writes up visits of longer ago.
_LONG_AGO = timedelta(days=20 * 366)


@dataclass(frozen=True, slots=True)
class Doubt:
    """`key` says what was typed: the same is not asked twice. `mend` puts it right, or goes where it can be.

    With `saves`, saving goes on once it was put right. `keep_label` says what saving as it is means, and
    `elsewhere` is one more way out: its label, and what goes there.
    """

    key: str
    question: str
    mend_label: str
    mend: Callable[[], None]
    saves: bool = False
    keep_label: str = ""
    elsewhere: tuple[str, Callable[[], None]] | None = None


def doubt_name(what: str, typed: str, known: Iterable[str], take: Callable[[str], None]) -> Doubt | None:
    """Return a doubt about a new name that is nearly a known one; `what` names the field to the clerk."""
    meant = find_meant(typed, known)
    if meant is None:
        return None
    return Doubt(
        key=f"name {what} {fold(typed)}",
        question=translate("Doubts", "{0}: “{1}” is new. Did you mean {2}?").format(
            what, typed.strip(), meant
        ),
        mend_label=meant,
        mend=lambda: take(meant),
        saves=True,
    )


def doubt_km(news: KmNews, km: int, day: date, mend: Callable[[], None]) -> Doubt | None:
    """Return a doubt about a reading that does not go with the others."""
    other = format_number(news.other_km)
    match news.kind:
        case KmKind.LOWER:
            words = translate("Doubts", "{0} km is less than last time ({1}). Is that right?")
        case KmKind.ABOVE_LATER:
            words = translate("Doubts", "{0} km is more than at a later visit ({1}). Is that right?")
        case KmKind.JUMP:
            words = translate("Doubts", "{0} km, last time it was {1}. Is that right?")
        case _:
            return None
    return Doubt(
        key=f"km {km} {day}",
        question=words.format(format_number(km), other),
        mend_label=translate("Doubts", "&Mend the kilometres"),
        mend=mend,
    )


def doubt_day(day: date, today: date, others: Sequence[date], mend: Callable[[], None]) -> Doubt | None:
    """Return a doubt about the day of a visit; `others` are the days of all other visits of the vehicle.

    Tomorrow is not doubted: the form says beside it that it is still to come.
    """
    if day > today + timedelta(days=1):
        words = translate("Doubts", "{0} is still to come. Is the date right?")
    elif (others and day < min(others)) or day < today - _LONG_AGO:
        words = translate("Doubts", "{0} is before the first visit of this vehicle. Is the date right?")
    else:
        return None
    return Doubt(
        key=f"day {day}",
        question=words.format(format_date(day)),
        mend_label=translate("Doubts", "&Mend the date"),
        mend=mend,
    )


def doubt_total(total_rupiah: int, mend: Callable[[], None]) -> Doubt | None:
    """Return a doubt about a bill by which the shop would pay; a line below zero is a discount."""
    if total_rupiah >= 0:
        return None
    return Doubt(
        key=f"total {total_rupiah}",
        question=translate("Doubts", "The whole bill is {0}. Is that right?").format(
            format_rupiah(total_rupiah)
        ),
        mend_label=translate("Doubts", "&Mend the cost"),
        mend=mend,
    )


def doubt_owner(name: str, still_his: Callable[[], None], give_owner: Callable[[], None], key: str) -> Doubt:
    """Return the question whose a vehicle is that comes again after its owner sold it."""
    return Doubt(
        key=f"owner {key}",
        question=translate("Doubts", "{0} is said to have sold this vehicle. Whose is it now?").format(name),
        mend_label=translate("Doubts", "Still &{0}’s").format(name),
        mend=still_his,
        saves=True,
        keep_label=translate("Doubts", "Not &known"),
        elsewhere=(translate("Doubts", "A new &owner…"), give_owner),
    )


def doubt_twin(
    lines: Sequence[Line], others: Iterable[Sequence[Line]], day: date, mend: Callable[[], None]
) -> Doubt | None:
    """Return a doubt about a visit with the lines of another one of that day."""
    wanted = _what(lines)
    if not any(_what(other) == wanted for other in others):
        return None
    return Doubt(
        key=f"twin {day} {wanted}",
        question=translate("Doubts", "The same work was recorded that day already. Is this another visit?"),
        mend_label=translate("Doubts", "&Back to the form"),
        mend=mend,
    )


def _what(lines: Sequence[Line]) -> list[tuple[str, float]]:
    return sorted((fold(line.text), line.quantity) for line in lines)
