"""What the list of contacts shows: when, how, with whom, about what, what was said and what followed."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.exports import Kind
from bengkel_crm.records.reminders import ContactRow, Direction, Outcome
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.lists.table_model import ListColumn, SheetCell
from bengkel_crm.ui.lists.tick_table import Cell, TickDelegate
from bengkel_crm.ui.lists.ticks import RECORD_ROLE
from bengkel_crm.ui.look.tokens import TONE_INK, TextRole, Tone
from bengkel_crm.ui.reminders.people_delegate import paint_plates
from bengkel_crm.words.reminders import channel_words, outcome_words, told_words

_OUTCOME_TONES = {
    Outcome.WILL_COME: Tone.OK,
    Outcome.WRONG_NUMBER: Tone.BAD,
    Outcome.NO_CONTACT: Tone.BAD,
}


def contact_key(contact: ContactRow) -> int:
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
    return Tone.NEUTRAL if contact.outcome is None else _OUTCOME_TONES.get(contact.outcome, Tone.NEUTRAL)


def contact_columns() -> tuple[ListColumn[ContactRow], ...]:
    return (
        ListColumn(
            "at",
            lambda: translate("ContactList", "When"),
            lambda contact: contact.at,
            lambda contact: i18n.format_moment(contact.at),
            width=118,
            least=108,
            cells=(SheetCell(lambda contact: contact.at, Kind.MOMENT),),
        ),
        ListColumn(
            "way",
            lambda: translate("ContactList", "How"),
            way_words,
            way_words,
            width=112,
            cells=(SheetCell(way_words),),
        ),
        ListColumn(
            "plate",
            lambda: translate("ContactList", "Plate"),
            lambda contact: contact.plates[0] if contact.plates else None,
            lambda contact: ", ".join(map(format_plate, contact.plates)),
            width=156,
            least=156,
            cells=(SheetCell(lambda contact: ", ".join(map(format_plate, contact.plates)) or None),),
        ),
        ListColumn(
            "what",
            lambda: translate("ContactList", "Who"),
            lambda contact: (contact.name or "").casefold() or None,
            lambda contact: ", ".join(part for part in (contact.name, about_words(contact)) if part),
            stretch=True,
            least=100,
            cells=(
                SheetCell(lambda contact: contact.name, title=lambda: translate("ContactList", "Name")),
                SheetCell(about_words, title=lambda: translate("ContactList", "About")),
            ),
        ),
        ListColumn(
            "outcome",
            lambda: translate("ContactList", "Outcome"),
            lambda contact: None if contact.outcome is None else contact.outcome.value,
            said_words,
            width=150,
            least=114,
            cells=(
                SheetCell(
                    lambda contact: None if contact.outcome is None else outcome_words(contact.outcome)
                ),
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
            lambda contact: ", ".join(part for part in followed_words(contact) if part),
            width=144,
            least=112,
            cells=(
                SheetCell(
                    lambda contact: contact.answered_on,
                    Kind.DAY,
                    lambda: translate("ContactList", "Came on"),
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
            lambda contact: contact.content.casefold() or None,
            lambda contact: " ".join(contact.content.split()) or "—",
            width=260,
            shown=False,
            cells=(SheetCell(lambda contact: contact.content or None),),
        ),
    )


class ContactDelegate(TickDelegate):
    """Two lines a contact."""

    def paint_cell(self, cell: Cell, key: str, index: QModelIndex | QPersistentModelIndex) -> None:
        contact: ContactRow = index.data(RECORD_ROLE)
        match key:
            case "at":
                cell.two_lines(
                    i18n.format_date(contact.at.date()), i18n.format_time(contact.at), TextRole.NUMBER
                )
            case "plate":
                paint_plates(cell, [format_plate(plate) for plate in contact.plates])
            case "what":
                cell.two_lines(contact.name or "—", about_words(contact), TextRole.STRONG)
            case "outcome":
                tone = said_tone(contact)
                ink = "text" if tone is Tone.NEUTRAL else TONE_INK[tone]
                said = "—" if contact.outcome is None else outcome_words(contact.outcome)
                if contact.snooze_until is None:
                    cell.line(said, TextRole.BODY, ink, cell.middle)
                else:
                    cell.two_lines(said, _until(contact.snooze_until))
            case "followed":
                came, paid = followed_words(contact)
                if contact.answered_on is None:
                    cell.line(came, TextRole.BODY, "text2", cell.middle)
                else:
                    cell.line(came, TextRole.STRONG, "ok", cell.upper)
                    cell.line(paid, TextRole.CAPTION, "text2", cell.lower)
            case _:
                super().paint_cell(cell, key, index)


def _until(day: date) -> str:
    return translate("ContactList", "again from {0}").format(i18n.format_date(day))
