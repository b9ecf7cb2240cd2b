"""What the reminders page says of people and what they are due for."""

from datetime import date

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.reminders import Certainty, DueItem, DuePerson, SkipReason
from bengkel_crm.trade.phones import format_phone
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.words.dues import tone_of

# Estimates are told in steps of this many km: to the kilometre they would look like a reading.
_KM_STEP = 10


def item_tone(item: DueItem, today: date) -> Tone:
    """Return how urgent an item is; what is far off asks for no colour."""
    tone = tone_of(item.due_by, today)
    return Tone.NEUTRAL if tone is Tone.OK else tone


def skip_words(item: DueItem) -> str:
    """Return why an item is left out, with the day it began or ends."""
    on = "" if item.skip_since is None else i18n.format_date(item.skip_since)
    match item.skip:
        case SkipReason.NO_CONTACT:
            text = translate("Reminders", "asked not to be contacted, {0}")
        case SkipReason.SOLD:
            text = translate("Reminders", "vehicle sold, {0}")
        case SkipReason.GONE:
            text = translate("Reminders", "vehicle gone, {0}")
        case SkipReason.REMINDED:
            text = translate("Reminders", "reminded already, {0}")
        case SkipReason.SNOOZED:
            text = translate("Reminders", "put off until {0}")
        case SkipReason.UNREACHABLE:
            return translate("Reminders", "no phone and no address")
        case None:
            return ""
    return text.format(on)


def reason_words(reason: SkipReason) -> str:
    """Return a reason as a heading of those it is true of."""
    match reason:
        case SkipReason.NO_CONTACT:
            return translate("Reminders", "Not to be contacted")
        case SkipReason.SOLD:
            return translate("Reminders", "Vehicle sold")
        case SkipReason.GONE:
            return translate("Reminders", "Vehicle gone")
        case SkipReason.REMINDED:
            return translate("Reminders", "Reminded already")
        case SkipReason.SNOOZED:
            return translate("Reminders", "Put off")
        case SkipReason.UNREACHABLE:
            return translate("Reminders", "No phone and no address")


def plates_of(person: DuePerson) -> list[str]:
    """Return the plates somebody is reminded of, the most urgent first."""
    return list(dict.fromkeys(format_plate(item.plate) for item in person.items))


def phone_words(person: DuePerson) -> str:
    """Return the first number, and how many more there are."""
    if not person.phones:
        return ""
    more = f"  +{len(person.phones) - 1}" if len(person.phones) > 1 else ""
    return format_phone(person.phones[0]) + more


def contact_words(person: DuePerson, today: date) -> str:
    """Return when somebody was contacted last."""
    if person.last_contact_on is None:
        return translate("Reminders", "not contacted yet")
    return i18n.format_ago(person.last_contact_on, today)


def rhythm_words(item: DueItem, today: date) -> str:
    """Return "biasanya tiap 62 hari, sekarang 140", or nothing where there is no rhythm yet."""
    if item.rhythm_days is None or item.last_on is None:
        return ""
    words = translate("Reminders", "usually every {0} days, now {1}")
    return words.format(item.rhythm_days, (today - item.last_on).days)


def km_words(item: DueItem) -> str:
    """Return "± 49.290 km", or nothing where nothing can be reckoned."""
    km = km_shown(item)
    return "" if km is None else f"± {i18n.format_km(km)}"


def km_shown(item: DueItem) -> int | None:
    """Return the km of today as they are told, None where nothing can be reckoned."""
    return None if item.km_today is None else round(item.km_today / _KM_STEP) * _KM_STEP


def certainty_words(item: DueItem) -> str:
    """Return what the km of today rest on."""
    if item.certainty is Certainty.ESTIMATED:
        return translate("Reminders", "estimated from %n visits", item.visits)
    return translate("Reminders", "too few visits to tell")
