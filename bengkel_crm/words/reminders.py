"""What reminders are called, on paper, in the terminal and in workbooks, in the chosen language."""

from collections.abc import Sequence

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.reminders import Channel, DueItem, DuePerson, DueSubject, Outcome
from bengkel_crm.words.job_kinds import job_words

# The key each outcome is typed with, on the screen and in the form that comes back from paper.
OUTCOME_KEYS = {
    Outcome.WILL_COME: "1",
    Outcome.LATER: "2",
    Outcome.SOLD: "3",
    Outcome.WRONG_NUMBER: "4",
    Outcome.NO_CONTACT: "5",
    Outcome.NO_ANSWER: "6",
}

_MOST_NAMES = 3


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
    return subject_words(item.subject) if item.job_kind is None else job_words(item.job_kind)


def told_words(subject: str) -> str:
    """Return a subject as it is kept with a contact: a job by its name, anything else by its code."""
    return subject_words(DueSubject(subject)) if subject in set(DueSubject) else job_words(subject)


def channel_words(channel: Channel) -> str:
    """Return what a channel is called, in the present language."""
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
    """Return what an outcome is called, in the present language."""
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


def person_name(person: DuePerson) -> str:
    """Return how somebody is addressed."""
    if person.name is None:
        return translate("Reminders", "Owner not known")
    return " ".join(part for part in (person.honorific, person.name) if part)


def unprintable_words(people: Sequence[DuePerson]) -> str:
    """Return what is told, before a paper is printed, of people whose letters it does not have."""
    if not people:
        return ""
    names = ", ".join(person_name(person) for person in people[:_MOST_NAMES])
    if len(people) > _MOST_NAMES:
        names = translate("Reminders", "{0} and %n more", len(people) - _MOST_NAMES).format(names)
    words = translate(
        "Reminders",
        "Not all letters of these can be printed, □ stands there: {0}. Type them in Latin letters.",
    )
    return words.format(names)
