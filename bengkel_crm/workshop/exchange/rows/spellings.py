"""Spellings of one name: which two are the same, and which one is the best."""

import re
from collections import Counter
from functools import lru_cache

from bengkel_crm.trade.kinds import CustomerKind
from bengkel_crm.trade.names import fold, read_name
from bengkel_crm.workshop.exchange.rows.entries import Person

_SHORTEST_WITH_SLIP = 6


def is_part(some: str, whole: str) -> bool:
    """Return whether a name is some words of a longer one: "Andi" of "Andi Gunawan"."""
    words = set(some.split())
    return words < set(whole.split()) and any(len(word) > 2 for word in words)


def is_slip(one: str, other: str) -> bool:
    """Return whether two names differ by a letter missing or too many, or by two neighbours swapped."""
    left, right = _without_common_start(one, other)
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:] and len(left) > 1
    return min(len(one), len(other)) >= _SHORTEST_WITH_SLIP and (
        left[1:] == right or left == right[1:] or swapped
    )


def is_wrong_letter(one: str, other: str) -> bool:
    """Return whether one letter of a long word is wrong; in a short one it is another name: Dedi and Dewi."""
    left, right = _without_common_start(one, other)
    word = next((word for word, twin in zip(one.split(), other.split(), strict=False) if word != twin), "")
    return left[1:] == right[1:] and len(word) >= _SHORTEST_WITH_SLIP


def _without_common_start(one: str, other: str) -> tuple[str, str]:
    start = 0
    for letter, twin in zip(one, other, strict=False):
        if letter != twin:
            break
        start += 1
    return one[start:], other[start:]


def best_name(mentions: list[Person]) -> tuple[str, str | None, CustomerKind]:
    """Return the display name, the commonest way to address, and whether it is a company."""
    if not mentions:
        return "", None, CustomerKind.PERSON
    key_of = {person.name: person.key for person in mentions}
    if len(key_of) == 1:
        name = read_name(mentions[0].name)
        return name.display, name.honorific, name.kind
    counts = Counter([person.name for person in mentions])
    names = {text: read_name(text) for text in counts}
    keys: Counter[str] = Counter()
    honorifics: Counter[str] = Counter()
    for text, count in counts.items():
        keys[key_of[text]] += count
        if (honorific := names[text].honorific) is not None:
            honorifics[honorific] += count
    fullest = next(iter(keys))
    if len(keys) > 1:
        fullest = max(keys, key=lambda key: (sum(is_part(other, key) for other in keys), keys[key]))
    spellings = [text for text in counts if key_of[text] == fullest]
    best = max(spellings, key=lambda text: (_case_kept(text), counts[text]))
    commonest = honorifics.most_common(1)
    return names[best].display, commonest[0][0] if commonest else None, names[best].kind


@lru_cache(maxsize=4096)
def _case_kept(text: str) -> float:
    """Return the share of words that are neither all capitals nor all small, and so keep their own case."""
    words = [word for word in text.split(",")[0].split() if len(word) > 2]
    kept = sum(1 for word in words if not word.isupper() and not word.islower())
    return kept / len(words) if words else 0.0


_UNDONE = re.compile(
    r"(?:di)?batal(?:kan)?|pembatalan|cancel(?:l?ed)?|void(?:ed)?|retur|ditolak|rejected|declined|gagal|failed"
    r"|tidak jadi|gak jadi|ga jadi|tdk jadi|no show|tidak (?:datang|hadir)|deleted|dihapus"
    r"|booking|booked|(?:di)?pesan|reserv(?:asi|ed|ation)|(?:ter|di)?jadwal(?:kan)?|scheduled|appointment|janji"
    r"|planned|rencana|direncanakan|upcoming|draft|estimasi|estimate|penawaran|quotation|quote|antri|antrian|antrean"
    r"|queued?|belum (?:datang|dikerjakan|servis|mulai|diproses|masuk)"
    r"|menunggu(?: (?:antrian|konfirmasi|kedatangan))?"
    r"|waiting(?: list)?|pending|expired|kadaluarsa|not started|open booking|ditunda|postponed|rescheduled"
)


def is_undone(status: str) -> bool:
    """Return whether a status says that there was no visit, or none yet; words nobody knows say nothing."""
    plain = fold(status)
    return any(
        _UNDONE.fullmatch(spelling) for spelling in (plain, plain.partition(" oleh ")[0], _first_of(plain))
    )


def _first_of(plain: str) -> str:
    """Return the first word of "batal pelanggan tidak datang"."""
    word = plain.partition(" ")[0]
    return word if _CALLED_OFF.fullmatch(word) else plain


_CALLED_OFF = re.compile(r"(?:di)?batal(?:kan)?|cancel(?:l?ed)?|void|booking|booked")
