"""One row a person: what the columns of the month's list show."""

from collections.abc import Callable
from datetime import date

from bengkel_crm import i18n
from bengkel_crm.i18n import translate
from bengkel_crm.money import format_rupiah
from bengkel_crm.reminder_records import DuePerson
from bengkel_crm.reminder_words import item_words, person_name
from bengkel_crm.ui.reminders import words
from bengkel_crm.ui.table_model import Align, Column


def person_key(person: DuePerson) -> int:
    """Return what a row is recognised by when the list is read anew."""
    return person.customer_id if person.customer_id is not None else -person.items[0].vehicle_id


def what_text(person: DuePerson) -> str:
    """Return everything somebody is due for, each once."""
    return ", ".join(dict.fromkeys(item_words(item) for item in person.items))


def list_columns(today: Callable[[], date]) -> tuple[Column[DuePerson], ...]:
    """Return the columns the list of the due and the list of those left out share."""

    def due(person: DuePerson) -> str:
        return f"{i18n.format_date(person.due_by)}, {i18n.format_until(person.due_by, today())}"

    def contacted(person: DuePerson) -> str:
        return words.contact_words(person, today())

    return (
        Column("due", lambda: translate("PeopleList", "Due"), lambda person: person.due_by, due, width=128),
        Column(
            "plate",
            lambda: translate("PeopleList", "Plate"),
            lambda person: words.plates_of(person)[0],
            lambda person: ", ".join(words.plates_of(person)),
            width=156,
        ),
        Column(
            "name",
            lambda: translate("PeopleList", "Name"),
            lambda person: (person.name or "").casefold() or None,
            lambda person: ", ".join(filter(None, (person_name(person), words.phone_words(person)))),
            width=154,
        ),
        Column(
            "what",
            lambda: translate("PeopleList", "What is due"),
            lambda person: what_text(person).casefold(),
            what_text,
            stretch=True,
        ),
        Column(
            "km",
            lambda: translate("PeopleList", "KM today"),
            lambda person: person.items[0].km_today,
            lambda person: words.km_words(person.items[0]) or "—",
            align=Align.RIGHT,
            width=118,
        ),
        Column(
            "value",
            lambda: translate("PeopleList", "Paid · contact"),
            lambda person: person.value_rupiah,
            lambda person: f"{format_rupiah(person.value_rupiah)}, {contacted(person)}",
            align=Align.RIGHT,
            width=134,
        ),
        Column(
            "contact",
            lambda: translate("PeopleList", "Last contact"),
            lambda person: person.last_contact_on,
            contacted,
            width=120,
            shown=False,
        ),
    )
