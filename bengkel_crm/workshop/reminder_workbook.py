"""The month's list and the contact log as workbooks, as they are shown."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bengkel_crm.i18n import translate
from bengkel_crm.plates import format_plate
from bengkel_crm.reminder_records import ContactRow, DuePerson
from bengkel_crm.reminder_words import channel_words, item_words, outcome_words, person_name, told_words
from bengkel_crm.reports.list_workbook import Kind, Report, Sheet, SheetColumn, write_workbook
from bengkel_crm.workshop.reminder_texts import phones_text


def write_people(path: Path, people: Sequence[DuePerson], progress: Report) -> int:
    """Write a row for each of these people in their order and return how many; plates and phones are text.

    Raises:
        ShopFileError: the disk refused; whatever stood at `path` is untouched.
        Cancelled: `progress` raised it; likewise.
    """
    columns = (
        SheetColumn(translate("ReminderList", "Due by"), Kind.DAY, 12),
        SheetColumn(translate("ReminderList", "Plate"), Kind.PLAIN, 20),
        SheetColumn(translate("ReminderList", "Name"), Kind.PLAIN, 26),
        SheetColumn(translate("ReminderList", "Phone"), Kind.PLAIN, 26),
        SheetColumn(translate("ReminderList", "Address"), Kind.PLAIN, 32),
        SheetColumn(translate("ReminderList", "Vehicle"), Kind.PLAIN, 30),
        SheetColumn(translate("ReminderList", "What is due"), Kind.PLAIN, 36),
        SheetColumn(translate("ReminderList", "Due at km"), Kind.NUMBER, 12),
        SheetColumn(translate("ReminderList", "Km today (estimated)"), Kind.NUMBER, 12),
        SheetColumn(translate("ReminderList", "Visits"), Kind.NUMBER, 9),
        SheetColumn(translate("ReminderList", "Last visit"), Kind.DAY, 12),
        SheetColumn(translate("ReminderList", "Last km"), Kind.NUMBER, 12),
        SheetColumn(translate("ReminderList", "Usual days between visits"), Kind.NUMBER, 12),
        SheetColumn(translate("ReminderList", "Last contact"), Kind.DAY, 12),
        SheetColumn(translate("ReminderList", "Paid so far"), Kind.RUPIAH, 16, total=True),
        SheetColumn(translate("ReminderList", "Last note"), Kind.PLAIN, 40),
    )
    sheet = Sheet(translate("ReminderList", "Due"), columns, len(people), _people_rows(people))
    write_workbook(path, [sheet], progress, translate("ReminderList", "Total"))
    return len(people)


def write_contacts(path: Path, contacts: Sequence[ContactRow], progress: Report) -> int:
    """Write a row for each of these contacts in their order and return how many.

    Raises:
        ShopFileError, Cancelled: as `write_people`.
    """
    columns = (
        SheetColumn(translate("ReminderList", "When"), Kind.MOMENT, 17),
        SheetColumn(translate("ReminderList", "How"), Kind.PLAIN, 12),
        SheetColumn(translate("ReminderList", "Plate"), Kind.PLAIN, 20),
        SheetColumn(translate("ReminderList", "Name"), Kind.PLAIN, 26),
        SheetColumn(translate("ReminderList", "About"), Kind.PLAIN, 36),
        SheetColumn(translate("ReminderList", "What came of it"), Kind.PLAIN, 18),
        SheetColumn(translate("ReminderList", "Put off until"), Kind.DAY, 12),
        SheetColumn(translate("ReminderList", "Came on"), Kind.DAY, 12),
        SheetColumn(translate("ReminderList", "Paid then"), Kind.RUPIAH, 16, total=True),
        SheetColumn(translate("ReminderList", "What was written"), Kind.PLAIN, 60),
    )
    rows = (
        (
            contact.at,
            channel_words(contact.channel),
            ", ".join(map(format_plate, contact.plates)),
            contact.name,
            ", ".join(map(told_words, contact.subjects)),
            None if contact.outcome is None else outcome_words(contact.outcome),
            contact.snooze_until,
            contact.answered_on,
            contact.answered_rupiah or None,
            contact.content or None,
        )
        for contact in contacts
    )
    sheet = Sheet(translate("ReminderList", "Contacts"), columns, len(contacts), rows)
    write_workbook(path, [sheet], progress, translate("ReminderList", "Total"))
    return len(contacts)


def _people_rows(people: Sequence[DuePerson]) -> Iterator[tuple[Any, ...]]:
    for person in people:
        items, first = person.items, person.items[0]
        yield (
            person.due_by,
            ", ".join(dict.fromkeys(format_plate(item.plate) for item in items)),
            person_name(person),
            phones_text(person),
            person.address,
            ", ".join(dict.fromkeys(item.vehicle for item in items)),
            ", ".join(dict.fromkeys(item_words(item) for item in items)),
            first.due_km,
            first.km_today,
            first.visits,
            first.last_on,
            first.last_odometer_km,
            first.rhythm_days,
            person.last_contact_on,
            person.value_rupiah,
            person.last_note,
        )
