"""What the reminders page says of people, items, channels and outcomes."""

from collections.abc import Mapping
from datetime import date

from bengkel_crm import i18n
from bengkel_crm.i18n import translate
from bengkel_crm.phones import format_phone
from bengkel_crm.plates import format_plate
from bengkel_crm.reminder_records import (
    Certainty,
    Channel,
    DueItem,
    DuePerson,
    DueSubject,
    Outcome,
    SkipReason,
)
from bengkel_crm.ui.counter.dues import tone_of
from bengkel_crm.ui.tokens import Tone

# Estimates are told in steps of this many km: to the kilometre they would look like a reading.
_KM_STEP = 10

# The key each outcome is typed with.
OUTCOME_KEYS: Mapping[str, Outcome] = {
    "1": Outcome.WILL_COME,
    "2": Outcome.LATER,
    "3": Outcome.SOLD,
    "4": Outcome.WRONG_NUMBER,
    "5": Outcome.NO_CONTACT,
    "6": Outcome.NO_ANSWER,
}


def subject_words(subject: DueSubject) -> str:
    """Return what somebody is reminded of where it is no job of the shop."""
    match subject:
        case DueSubject.STNK_TAX:
            return translate("Reminders", "STNK tax")
        case DueSubject.STNK_PLATE:
            return translate("Reminders", "New plate")
        case DueSubject.SLIPPING:
            return translate("Reminders", "Slipping away")
        case DueSubject.JOB:
            return translate("Reminders", "Job")


def item_words(item: DueItem) -> str:
    """Return what is due: the job, or the subject."""
    return item.job_kind or subject_words(item.subject)


def told_words(subject: str) -> str:
    """Return a subject as it is kept with a contact: a job by its name, anything else by its code."""
    return subject_words(DueSubject(subject)) if subject in set(DueSubject) else subject


def item_tone(item: DueItem, today: date) -> Tone:
    """Return how urgent an item is; what is far off asks for no colour."""
    tone = tone_of(item.due_by, today)
    return Tone.NEUTRAL if tone is Tone.OK else tone


def channel_words(channel: Channel) -> str:
    match channel:
        case Channel.CALL:
            return translate("Reminders", "Call")
        case Channel.WHATSAPP:
            return translate("Reminders", "WhatsApp")
        case Channel.LETTER:
            return translate("Reminders", "Letter")
        case Channel.VISIT:
            return translate("Reminders", "Visit")


def outcome_words(outcome: Outcome) -> str:
    match outcome:
        case Outcome.WILL_COME:
            return translate("Reminders", "Will come")
        case Outcome.LATER:
            return translate("Reminders", "Later")
        case Outcome.SOLD:
            return translate("Reminders", "Sold")
        case Outcome.WRONG_NUMBER:
            return translate("Reminders", "Wrong number")
        case Outcome.NO_CONTACT:
            return translate("Reminders", "Do not contact")
        case Outcome.NO_ANSWER:
            return translate("Reminders", "No answer")


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


def person_name(person: DuePerson) -> str:
    if person.name is None:
        return translate("Reminders", "Owner not known")
    return " ".join(part for part in (person.honorific, person.name) if part)


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
    return translate("Reminders", "contacted {0}").format(i18n.format_ago(person.last_contact_on, today))


def rhythm_words(item: DueItem, today: date) -> str:
    """Return "biasanya tiap 62 hari, sekarang 140", or nothing where there is no rhythm yet."""
    if item.rhythm_days is None or item.last_on is None:
        return ""
    words = translate("Reminders", "usually every {0} days, now {1}")
    return words.format(item.rhythm_days, (today - item.last_on).days)


def km_words(item: DueItem) -> str:
    """Return "± 49.290 km", or nothing where nothing can be reckoned."""
    if item.km_today is None:
        return ""
    return f"± {i18n.format_km(round(item.km_today / _KM_STEP) * _KM_STEP)}"


def certainty_words(item: DueItem) -> str:
    """Return what the km of today rest on."""
    if item.certainty is Certainty.ESTIMATED:
        return translate("Reminders", "estimated from %n visits", item.visits)
    return translate("Reminders", "too few visits to tell")
