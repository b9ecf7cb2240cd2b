"""What one line of the hits says, in words ready to be painted."""

from dataclasses import dataclass
from datetime import date

from bengkel_crm import i18n
from bengkel_crm.i18n import translate
from bengkel_crm.phones import format_phone, read_phones
from bengkel_crm.plates import format_plate
from bengkel_crm.records import Hit, VehicleKind
from bengkel_crm.ui.counter.dues import due_words, tone_of
from bengkel_crm.ui.counter.matches import Spans, mark_phone, mark_plate, mark_words
from bengkel_crm.ui.tokens import Tone

_ICONS = {VehicleKind.MOTORCYCLE: "motorcycle", VehicleKind.CAR: "car"}


@dataclass(frozen=True, slots=True)
class HitRow:
    """`detail` is vehicle and phone; spans say which letters were typed."""

    hit: Hit
    icon: str
    plate: str
    plate_marks: Spans
    owner: str
    owner_marks: Spans
    detail: str
    detail_marks: Spans
    oil: str
    mechanic: str
    last: str
    ago: str
    due: str
    tone: Tone

    def spoken(self) -> str:
        """Return the row for a screen reader."""
        words = (self.plate, self.owner, self.detail, self.last, self.oil, self.mechanic, self.due)
        return ", ".join(word for word in words if word)


def make_row(hit: Hit, typed: str, today: date) -> HitRow:
    """Return the line of one hit for what was typed."""
    plate = format_plate(hit.plate)
    phone = phone_text(hit.phone)
    worn_before = (
        translate("Hits", "formerly {0}").format(format_plate(hit.old_plate)) if hit.old_plate else ""
    )
    detail = " · ".join(part for part in (worn_before, hit.vehicle, phone) if part)
    return HitRow(
        hit=hit,
        icon=_ICONS[hit.kind],
        plate=plate,
        plate_marks=mark_plate(plate, typed),
        owner=hit.owner or translate("Hits", "owner not known"),
        owner_marks=mark_words(hit.owner, typed) if hit.owner else (),
        detail=detail,
        detail_marks=_shifted(mark_phone(phone, typed), len(detail) - len(phone)),
        oil=hit.oil or "",
        mechanic=hit.mechanic or "",
        last=i18n.format_date(hit.last_on) if hit.last_on else translate("Hits", "no visit yet"),
        ago=i18n.format_ago(hit.last_on, today) if hit.last_on else "",
        due=due_words(hit.next_due_by, today),
        tone=tone_of(hit.next_due_by, today),
    )


def phone_text(phone: str | None) -> str:
    """Return a hit's phone as people write it."""
    return format_phone(read_phones(phone)[0]) if phone and read_phones(phone) else phone or ""


def _shifted(spans: Spans, by: int) -> Spans:
    return tuple((start + by, length) for start, length in spans)
