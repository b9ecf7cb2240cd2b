"""From people who are due to the messages that are sent to them, one after another."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.counter import Card
from bengkel_crm.records.journal import Change
from bengkel_crm.records.reminders import Channel, Direction, DuePerson, MonthList, Shop, TextKind
from bengkel_crm.trade.phones import Phone
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.frame.today import today as day_of_program
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.reminders.contact_words import plates_of
from bengkel_crm.ui.reminders.whatsapp import Message, WhatsAppDialog
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.words.card_words import owner_name, vehicle_words, why_not_reminded
from bengkel_crm.words.reminders import person_name
from bengkel_crm.workshop.reminders import reminder_texts, reminders
from bengkel_crm.workshop.reminders.reminder_cards import greeting_to, list_of, person_of
from bengkel_crm.workshop.reminders.reminder_lists import is_reachable
from bengkel_crm.workshop.settings import shop_details
from bengkel_crm.workshop.shop_file.shop_file import Database


def messages_to(database: Database, month_list: MonthList, people: Sequence[DuePerson]) -> list[Message]:
    """Return a message for each of these people who can be reached by WhatsApp, in their order."""
    own = shop_details.read_shop(database)
    template = reminder_texts.read_template(database, TextKind.WHATSAPP)
    return [
        _message(database, month_list, person, own, template)
        for person in people
        if is_reachable(person, Channel.WHATSAPP)
    ]


def message_from_card(database: Database, card: Card, today: date) -> Message:
    """Return the message to a card's owner: what is due there, or a greeting where nothing is."""
    own = shop_details.read_shop(database)
    person = person_of(card, today)
    if person is not None:
        template = reminder_texts.read_template(database, TextKind.WHATSAPP)
        return _message(database, list_of(person, today), person, own, template)
    owner = card.owner

    def record(text: str, phone: Phone | None) -> Change:
        customer_id = None if owner is None else owner.id
        vehicle_id, at = card.vehicle.id, day_of_program().now()
        return reminders.record_contact(
            database, vehicle_id, customer_id, Channel.WHATSAPP, Direction.OUT, text, at, phone
        )

    return Message(
        name=owner_name(owner),
        about=_about(format_plate(card.vehicle.plate), vehicle_words(card.vehicle)),
        phones=() if owner is None else owner.good_phones,
        make_text=partial(greeting_to, card, own),
        record=record,
    )


def open_message(shell: Shell, card: Card, parent: QWidget | None) -> None:
    """Show the code of the message to a card's owner; say so where there is no number to send it to."""
    message = message_from_card(shell.database, card, today().day())
    if not any(phone.e164 is not None for phone in message.phones):
        shell.show_message(translate("Card", "The owner has no number for WhatsApp."), Tone.WARN)
        return
    remark = why_not_reminded(card) or what_is_missing(shell.database)
    shell.forms.show_form(WhatsAppDialog(shell, [message], parent, remark=remark))


def what_is_missing(database: Database) -> str:
    """Return what to tell before messages are sent without the shop's name, or nothing."""
    if shop_details.read_shop(database).name:
        return ""
    return translate("Reminders", "The name of the workshop is not filled in yet: see the settings.")


def _about(plates: str, vehicle: str) -> str:
    return " · ".join(part for part in (plates, vehicle) if part)


def _message(
    database: Database, month_list: MonthList, person: DuePerson, own: Shop, template: str
) -> Message:
    def record(text: str, phone: Phone | None) -> Change:
        at = day_of_program().now()
        return reminders.record_sent(database, month_list, [person], Channel.WHATSAPP, text, at, phone)

    return Message(
        name=person_name(person),
        about=_about(", ".join(plates_of(person)), person.items[0].vehicle),
        phones=person.phones,
        # On the day it is its turn.
        make_text=lambda: reminder_texts.message_to(person, own, template, day_of_program().day()),
        record=record,
    )
