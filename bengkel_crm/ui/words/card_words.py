"""What a card says, in words: the four facts, what is due, what the vehicle and its owner are called."""

from dataclasses import dataclass
from datetime import date

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.counter import Card, DueJob
from bengkel_crm.records.customers import Customer
from bengkel_crm.records.vehicles import Vehicle
from bengkel_crm.trade.odometers import estimate_km
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.words.dues import SOON_KM, due_words, tone_of
from bengkel_crm.words.card_text import phone_text
from bengkel_crm.words.job_kinds import job_words

# Estimates are told in steps of this many km: to the kilometre they would look like a reading.
_KM_STEP = 10
# A day further away than this is told by its month.
_FAR_DAYS = 60


@dataclass(frozen=True, slots=True)
class FactWords:
    """An answer of the card, where it comes from, and its tone."""

    value: str
    detail: str = ""
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class DueWords:
    """A job that falls due, when, and its tone."""

    job: str
    detail: str
    tone: Tone


def owner_name(owner: Customer | None) -> str:
    """Return "Bpk Sugeng", "PT Maju Bersama (Ibu Rina)", or that nobody is known."""
    if owner is None:
        return translate("CardWords", "Owner not known")
    name = f"{owner.honorific} {owner.name}" if owner.honorific else owner.name
    return f"{name} ({owner.contact_person})" if owner.contact_person else name


def vehicle_words(vehicle: Vehicle) -> str:
    """Return "Honda Vario 125 · 2019 · Merah", or as much of it as is known."""
    name = " ".join(part for part in (vehicle.brand, vehicle.model) if part)
    year = str(vehicle.year) if vehicle.year else ""
    return " · ".join(part for part in (name, year, vehicle.color or "") if part)


def plate_month(vehicle: Vehicle) -> str:
    """Return the month a plate is valid until as the plate itself says it: "11 · 28"."""
    until = vehicle.dates.plate_expires_on
    return "" if until is None else f"{until:%m} · {until:%y}"


def why_not_reminded(card: Card) -> str:
    """Return why nobody is to be reminded: sold, gone, or not to be contacted; nothing for all others."""
    dates = card.vehicle.dates
    if dates.sold_on is not None:
        return translate("CardWords", "Sold {0}").format(i18n.format_date(dates.sold_on))
    if dates.gone_on is not None:
        return translate("CardWords", "Gone since {0}").format(i18n.format_date(dates.gone_on))
    if card.owner is not None and card.owner.wishes.no_contact_since is not None:
        since = i18n.format_date(card.owner.wishes.no_contact_since)
        return translate("CardWords", "Not to be contacted since {0}").format(since)
    return ""


def reach_words(owner: Customer | None) -> str:
    """Return phones and address in one line."""
    if owner is None:
        return ""
    phones = [phone_text(phone) for phone in owner.phones]
    return "  ·  ".join(part for part in (*phones, owner.address or "") if part)


def last_reading(card: Card) -> tuple[date, int] | None:
    """Return the latest odometer reading with its day; none of a day still to come."""
    last = card.last_work_order
    return next(
        (
            (order.date, order.odometer_km)
            for order in card.history
            if order.odometer_km is not None and last is not None and order.date <= last.date
        ),
        None,
    )


def km_today(card: Card, today: date) -> int | None:
    """Return what the odometer may show today, or None where the history says nothing about it."""
    reading = last_reading(card)
    if reading is None or card.km_per_day is None:
        return None
    return _rounded(estimate_km(reading, card.km_per_day, today))


def km_today_words(card: Card, today: date) -> str:
    """Return "KM hari ini ± 45.430 (perkiraan)", or nothing."""
    reading, km = last_reading(card), km_today(card, today)
    if reading is not None and reading[0] == today:
        # Written down today: nothing to estimate.
        return translate("CardWords", "Today {0} km").format(i18n.format_number(reading[1]))
    return (
        ""
        if km is None
        else translate("CardWords", "Today about {0} km (estimated)").format(i18n.format_number(km))
    )


def km_basis_words(card: Card) -> str:
    """Return what the estimate of today's km rests on, or nothing."""
    reading = last_reading(card)
    if reading is None or card.km_per_day is None:
        return ""
    words = translate("CardWords", "Read {0} on {1}; this vehicle makes about {2} km a day.")
    a_day = i18n.format_number(max(1, round(card.km_per_day)))
    return words.format(i18n.format_km(reading[1]), i18n.format_date(reading[0]), a_day)


def last_visit(card: Card, today: date) -> FactWords:
    """Return when the vehicle was here last, and what was done; one still to come is told as such."""
    order = card.last_work_order
    to_come = next((visit for visit in reversed(card.history) if visit.date > today), None)
    if to_come is not None:
        words = translate("CardWords", "a visit is dated {0}, still to come: is that right?")
        told = words.format(i18n.format_date(to_come.date))
        return FactWords("—" if order is None else i18n.format_date(order.date), told, Tone.BAD)
    if order is None:
        return FactWords("—", translate("CardWords", "no visit yet"))
    km = "" if order.odometer_km is None else i18n.format_km(order.odometer_km)
    detail = " · ".join(part for part in (i18n.format_ago(order.date, today), km) if part)
    return FactWords(i18n.format_date(order.date), detail)


def next_visit(card: Card, today: date) -> FactWords:
    """Return what falls due first: by day (late in red), else by km."""
    if not card.due:
        return FactWords("—", translate("CardWords", "nothing is due"))
    due = card.due[0]
    tone = tone_of(due.due_by, today)
    shown = tone if tone is Tone.BAD else Tone.NEUTRAL
    km = "" if due.due_km is None else i18n.format_km(due.due_km)
    if due.due_by is None:
        return FactWords(km or "—", _km_left_words(due, card, today))
    value = i18n.format_date(due.due_by)
    if due.due_by_is_estimated:
        value = f"± {value}"
    detail = " · ".join(part for part in (due_words(due.due_by, today), km) if part)
    return FactWords(value, detail, shown)


def engine_oil(card: Card) -> FactWords:
    """Return which oil is in it, and since when."""
    if card.oil is None:
        return FactWords("—", translate("CardWords", "not recorded yet"))
    since = translate("CardWords", "since {0}").format(i18n.format_date(card.oil.date))
    km = "" if card.oil.odometer_km is None else i18n.format_km(card.oil.odometer_km)
    return FactWords(card.oil.name, " · ".join(part for part in (since, km) if part))


def regular_mechanic(card: Card) -> FactWords:
    """Return who mostly works on it, and how often he did."""
    if card.mechanic is None:
        return FactWords("—", translate("CardWords", "not recorded yet"))
    words = translate("CardWords", "{0} of {1} visits").format(card.mechanic.count, card.mechanic.of)
    return FactWords(card.mechanic.name, words)


def due_job(due: DueJob, card: Card, today: date) -> DueWords:
    """Return one line of what is due: the job, when or how far, and how urgent that is."""
    tone = tone_of(due.due_by, today)
    left = _km_left(due, card, today)
    if left is not None and tone in (Tone.OK, Tone.NEUTRAL) and left <= SOON_KM:
        tone = Tone.BAD if left < 0 else Tone.WARN
    return DueWords(job_words(due.job_kind), _due_detail(due, card, today, tone), tone)


def _due_detail(due: DueJob, card: Card, today: date, tone: Tone) -> str:
    if due.due_by is None:
        return _km_left_words(due, card, today)
    if not due.due_by_is_estimated:
        return f"{due_words(due.due_by, today)} · {i18n.format_date(due.due_by)}"
    left = _km_left(due, card, today)
    if tone is Tone.BAD and left is not None:
        return f"{due_words(due.due_by, today)} (± {i18n.format_km(_rounded(abs(left)))})"
    far = (due.due_by - today).days > _FAR_DAYS
    day = i18n.format_month(due.due_by) if far else i18n.format_date(due.due_by)
    return " · ".join(part for part in (f"± {day}", _km_left_words(due, card, today)) if part)


def _km_left(due: DueJob, card: Card, today: date) -> int | None:
    reading = last_reading(card)
    if due.due_km is None or reading is None:
        return None
    return due.due_km - estimate_km(reading, card.km_per_day, today)


def _km_left_words(due: DueJob, card: Card, today: date) -> str:
    """Return "sisa ± 1.300 km", "lewat ± 210 km", or at which km where nothing can be reckoned."""
    left = _km_left(due, card, today)
    if left is None:
        at = "" if due.due_km is None else i18n.format_km(due.due_km)
        return translate("CardWords", "at {0}").format(at) if at else ""
    km = i18n.format_km(_rounded(abs(left)))
    return (
        translate("CardWords", "about {0} left") if left >= 0 else translate("Card", "about {0} over")
    ).format(km)


def _rounded(km: int) -> int:
    return round(km / _KM_STEP) * _KM_STEP
