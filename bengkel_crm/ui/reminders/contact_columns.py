"""What the list of contacts shows: when, how, with whom, about what, what was said and what followed."""

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.exports import Kind
from bengkel_crm.records.reminders import ContactRow, Direction, Outcome
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.lists.cell import Cell
from bengkel_crm.ui.lists.columns import DAY, MOMENT, ListColumn, SheetCell
from bengkel_crm.ui.look.tokens import TONE_INK, TextRole, Tone
from bengkel_crm.words.reminders import channel_words, outcome_words, told_words

_OUTCOME_TONES = {
    Outcome.WILL_COME: Tone.OK,
    Outcome.WRONG_NUMBER: Tone.BAD,
    Outcome.NO_CONTACT: Tone.BAD,
}


def contact_key(contact: ContactRow) -> int:
    """Return by what a contact is known again when the list is read anew."""
    return contact.contact_id


def about_words(contact: ContactRow) -> str:
    """Return what a contact was about: the things that were due, else its own words."""
    return ", ".join(map(told_words, contact.subjects)) or " ".join(contact.content.split())


def said_words(contact: ContactRow) -> str:
    """Return what came of it, with the day it was put off to."""
    if contact.outcome is None:
        return "—"
    if contact.snooze_until is None:
        return outcome_words(contact.outcome)
    until = i18n.format_date(contact.snooze_until)
    return translate("ContactList", "{0}, from {1}").format(outcome_words(contact.outcome), until)


def followed_words(contact: ContactRow) -> tuple[str, str]:
    """Return that they came with what they paid, or that they did not; nothing where nobody was reminded."""
    if contact.answered_on is not None:
        came = translate("ContactList", "came {0}").format(i18n.format_date(contact.answered_on))
        return came, i18n.format_rupiah(contact.answered_rupiah)
    return (translate("ContactList", "not come yet"), "") if contact.subjects else ("—", "")


def way_words(contact: ContactRow) -> str:
    """Return the channel, and that it came in where it did."""
    words = channel_words(contact.channel)
    if contact.direction is Direction.IN:
        return translate("ContactList", "{0}, incoming").format(words)
    return words


def said_tone(contact: ContactRow) -> Tone:
    """Return the tone of an outcome: good, bad, or neither."""
    return Tone.NEUTRAL if contact.outcome is None else _OUTCOME_TONES.get(contact.outcome, Tone.NEUTRAL)


def _plates(contact: ContactRow) -> list[str]:
    return [format_plate(plate) for plate in contact.plates]


def _paint_moment(cell: Cell, contact: ContactRow) -> None:
    cell.two_lines(i18n.format_date(contact.at.date()), i18n.format_time(contact.at), TextRole.NUMBER)


def _paint_outcome(cell: Cell, contact: ContactRow) -> None:
    tone = said_tone(contact)
    said = "—" if contact.outcome is None else outcome_words(contact.outcome)
    if contact.snooze_until is None:
        cell.line(said, TextRole.BODY, "text" if tone is Tone.NEUTRAL else TONE_INK[tone], cell.middle)
        return
    until = i18n.format_date(contact.snooze_until)
    cell.two_lines(said, translate("ContactList", "again from {0}").format(until))


def _paint_followed(cell: Cell, contact: ContactRow) -> None:
    came, paid = followed_words(contact)
    if contact.answered_on is None:
        cell.line(came, TextRole.BODY, "text2", cell.middle)
        return
    cell.line(came, TextRole.STRONG, "ok", cell.upper)
    cell.line(paid, TextRole.CAPTION, "text2", cell.lower)


CONTACT_COLUMNS: tuple[ListColumn[ContactRow], ...] = (
    ListColumn(
        "at",
        lambda: translate("ContactList", "When"),
        lambda contact: contact.at,
        MOMENT,
        width=118,
        least=108,
        paint=_paint_moment,
    ),
    ListColumn("way", lambda: translate("ContactList", "How"), way_words, width=112),
    ListColumn(
        "plate",
        lambda: translate("ContactList", "Plate"),
        lambda contact: ", ".join(_plates(contact)),
        width=156,
        least=156,
        nothing="",
        paint=lambda cell, contact: cell.plates(_plates(contact)),
    ),
    ListColumn(
        "what",
        lambda: translate("ContactList", "Who"),
        lambda contact: contact.name,
        words=lambda contact: ", ".join(part for part in (contact.name, about_words(contact)) if part),
        stretch=True,
        least=100,
        paint=lambda cell, contact: cell.two_lines(
            contact.name or "—", about_words(contact), TextRole.STRONG
        ),
        cells=(
            SheetCell(lambda contact: contact.name, title=lambda: translate("ContactList", "Name")),
            SheetCell(about_words, title=lambda: translate("ContactList", "About")),
        ),
    ),
    ListColumn(
        "outcome",
        lambda: translate("ContactList", "Outcome"),
        lambda contact: contact.outcome,
        words=said_words,
        width=150,
        least=114,
        paint=_paint_outcome,
        cells=(
            SheetCell(lambda contact: None if contact.outcome is None else outcome_words(contact.outcome)),
            SheetCell(
                lambda contact: contact.snooze_until,
                Kind.DAY,
                lambda: translate("ContactList", "Put off until"),
            ),
        ),
    ),
    ListColumn(
        "followed",
        lambda: translate("ContactList", "What followed"),
        lambda contact: contact.answered_on,
        DAY,
        lambda contact: ", ".join(part for part in followed_words(contact) if part),
        width=144,
        least=112,
        paint=_paint_followed,
        cells=(
            SheetCell(
                lambda contact: contact.answered_on, Kind.DAY, lambda: translate("ContactList", "Came on")
            ),
            SheetCell(
                lambda contact: contact.answered_rupiah or None,
                Kind.RUPIAH,
                lambda: translate("ContactList", "Paid then"),
                total=True,
            ),
        ),
    ),
    ListColumn(
        "content",
        lambda: translate("ContactList", "What was written"),
        lambda contact: contact.content,
        words=lambda contact: " ".join(contact.content.split()) or "—",
        width=260,
        shown=False,
        cells=(SheetCell(lambda contact: contact.content or None),),
    ),
)
