"""What one line of the hits says, in words ready to be painted."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.counter import Hit
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.phones import format_phone, read_phones
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.counter.matches import Spans, mark_phone, mark_plate, mark_words, unmarked_words
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.words.dues import due_words, tone_of

_ICONS = {VehicleKind.MOTORCYCLE: "motorcycle", VehicleKind.CAR: "car"}


@dataclass(frozen=True, slots=True)
class HitWords:
    """What stays the same whatever was typed; `detail` is vehicle, phone and address.

    `owner` names the contact person of a company too, `phone_at` is where the phone begins in `detail`.
    """

    icon: str
    plate: str
    owner: str
    detail: str
    phone: str
    phone_at: int
    oil: str
    mechanic: str
    last: str
    ago: str
    due: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit's words, and which of their letters were typed."""

    hit: Hit
    words: HitWords
    plate_marks: Spans
    owner_marks: Spans
    detail_marks: Spans

    def spoken(self) -> str:
        """Return the row for a screen reader."""
        words = self.words
        said = (words.plate, words.owner, words.detail, words.last, words.oil, words.mechanic, words.due)
        return ", ".join(word for word in said if word)


def make_row(hit: Hit, typed: str, today: date) -> HitRow:
    """Return the line of one hit for what was typed."""
    words = _words(hit, today, i18n.language())
    phone = [(start + words.phone_at, length) for start, length in mark_phone(words.phone, typed)]
    rest = unmarked_words(words.owner, typed) if hit.owner else typed
    others = mark_words(words.detail, rest) if rest else ()
    return HitRow(
        hit=hit,
        words=words,
        plate_marks=mark_plate(words.plate, typed),
        owner_marks=mark_words(words.owner, typed) if hit.owner else (),
        detail_marks=tuple(sorted((*phone, *others))),
    )


# The same vehicles stay in the list from key to key.
@lru_cache(maxsize=256)
def _words(hit: Hit, today: date, language: str) -> HitWords:
    phone = _phone_words(hit.phone)
    old_plate = translate("Hits", "formerly {0}").format(format_plate(hit.old_plate)) if hit.old_plate else ""
    before = " · ".join(part for part in (old_plate, hit.vehicle) if part)
    return HitWords(
        icon=_ICONS[hit.kind],
        plate=format_plate(hit.plate),
        owner=" · ".join(part for part in (hit.owner, hit.contact_person) if part)
        or translate("Hits", "owner not known"),
        detail=" · ".join(part for part in (before, phone, hit.address) if part),
        phone=phone,
        phone_at=len(before) + len(" · ") if before else 0,
        oil=hit.oil or "",
        mechanic=hit.mechanic or "",
        last=i18n.format_date(hit.last_on) if hit.last_on else translate("Hits", "no visit yet"),
        ago=i18n.format_ago(hit.last_on, today) if hit.last_on else "",
        due=due_words(hit.next_due_by, today),
        tone=tone_of(hit.next_due_by, today),
    )


def _phone_words(phone: str | None) -> str:
    """Return a hit's phone as people write it."""
    read = read_phones(phone) if phone else ()
    return format_phone(read[0]) if read else phone or ""
