"""One row a person: what the columns of the month's list show."""

from collections.abc import Callable
from datetime import date

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.exports import Kind
from bengkel_crm.records.reminders import DuePerson
from bengkel_crm.ui.lists.table_model import Align, ListColumn, SheetCell
from bengkel_crm.ui.reminders import contact_words
from bengkel_crm.words.reminders import item_words, person_name
from bengkel_crm.workshop.reminders.reminder_texts import phones_text


def person_key(person: DuePerson) -> int:
    """Return what a row is recognised by when the list is read anew."""
    return person.customer_id if person.customer_id is not None else -person.items[0].vehicle_id


def what_text(person: DuePerson) -> str:
    """Return everything somebody is due for, each once."""
    return ", ".join(dict.fromkeys(item_words(item) for item in person.items))


def _vehicles(person: DuePerson) -> str:
    return ", ".join(dict.fromkeys(item.vehicle for item in person.items))


def _further_columns() -> tuple[ListColumn[DuePerson], ...]:
    """Return what the panel beside the list tells of one person, for whoever wants it of all."""
    return (
        _text("address", lambda: translate("PeopleList", "Address"), lambda person: person.address, 220),
        _text("note", lambda: translate("PeopleList", "Last note"), lambda person: person.last_note, 220),
        _day(
            "last_on", lambda: translate("PeopleList", "Last visit"), lambda person: person.items[0].last_on
        ),
        _number(
            "last_km",
            lambda: translate("PeopleList", "Last KM"),
            lambda person: person.items[0].last_odometer_km,
        ),
        _number(
            "due_km", lambda: translate("PeopleList", "Due at KM"), lambda person: person.items[0].due_km
        ),
        _number(
            "rhythm",
            lambda: translate("PeopleList", "Usual days between visits"),
            lambda person: person.items[0].rhythm_days,
        ),
    )


def _text(
    key: str, title: Callable[[], str], value: Callable[[DuePerson], str | None], width: int
) -> ListColumn[DuePerson]:
    return ListColumn(
        key,
        title,
        lambda person: (value(person) or "").casefold() or None,
        lambda person: " ".join((value(person) or "—").split()),
        width=width,
        shown=False,
        cells=(SheetCell(value),),
    )


def _day(
    key: str, title: Callable[[], str], value: Callable[[DuePerson], date | None]
) -> ListColumn[DuePerson]:
    def shown(person: DuePerson) -> str:
        day = value(person)
        return "—" if day is None else i18n.format_date(day)

    return ListColumn(key, title, value, shown, width=120, shown=False, cells=(SheetCell(value, Kind.DAY),))


def _number(
    key: str, title: Callable[[], str], value: Callable[[DuePerson], int | None]
) -> ListColumn[DuePerson]:
    def shown(person: DuePerson) -> str:
        number = value(person)
        return "—" if number is None else i18n.format_number(number)

    return ListColumn(
        key,
        title,
        value,
        shown,
        align=Align.RIGHT,
        width=110,
        shown=False,
        cells=(SheetCell(value, Kind.COUNT),),
    )


def list_columns(today: Callable[[], date]) -> tuple[ListColumn[DuePerson], ...]:
    """Return the columns the list of the due and the list of those left out share."""

    def due(person: DuePerson) -> str:
        return f"{i18n.format_date(person.due_by)}, {i18n.format_until(person.due_by, today())}"

    def contacted(person: DuePerson) -> str:
        return contact_words.contact_words(person, today())

    return (
        ListColumn(
            "due",
            lambda: translate("PeopleList", "Due"),
            lambda person: person.due_by,
            due,
            width=128,
            least=120,
            cells=(SheetCell(lambda person: person.due_by, Kind.DAY),),
        ),
        ListColumn(
            "plate",
            lambda: translate("PeopleList", "Plate"),
            lambda person: contact_words.plates_of(person)[0],
            lambda person: ", ".join(contact_words.plates_of(person)),
            width=156,
            least=156,
            cells=(SheetCell(lambda person: ", ".join(contact_words.plates_of(person))),),
        ),
        ListColumn(
            "name",
            lambda: translate("PeopleList", "Name"),
            lambda person: (person.name or "").casefold() or None,
            lambda person: ", ".join(filter(None, (person_name(person), contact_words.phone_words(person)))),
            width=154,
            least=104,
            cells=(
                SheetCell(person_name),
                SheetCell(phones_text, title=lambda: translate("PeopleList", "Phone")),
            ),
        ),
        ListColumn(
            "what",
            lambda: translate("PeopleList", "What is due"),
            lambda person: what_text(person).casefold(),
            what_text,
            stretch=True,
            least=116,
            cells=(
                SheetCell(what_text),
                SheetCell(_vehicles, title=lambda: translate("PeopleList", "Vehicle")),
            ),
        ),
        ListColumn(
            "km",
            lambda: translate("PeopleList", "KM today"),
            lambda person: person.items[0].km_today,
            lambda person: contact_words.km_words(person.items[0]) or "—",
            align=Align.RIGHT,
            width=118,
            cells=(
                SheetCell(lambda person: contact_words.km_shown(person.items[0]), Kind.COUNT),
                SheetCell(
                    lambda person: person.items[0].visits,
                    Kind.COUNT,
                    lambda: translate("PeopleList", "Visits"),
                ),
            ),
        ),
        ListColumn(
            "value",
            lambda: translate("PeopleList", "Paid · contact"),
            lambda person: person.value_rupiah,
            lambda person: f"{i18n.format_rupiah(person.value_rupiah)}, {contacted(person)}",
            align=Align.RIGHT,
            width=134,
            cells=(
                SheetCell(
                    lambda person: person.value_rupiah,
                    Kind.RUPIAH,
                    lambda: translate("PeopleList", "Paid so far"),
                    total=True,
                ),
                SheetCell(
                    lambda person: person.last_contact_on,
                    Kind.DAY,
                    lambda: translate("PeopleList", "Last contact"),
                ),
            ),
        ),
        ListColumn(
            "contact",
            lambda: translate("PeopleList", "Last contact"),
            lambda person: person.last_contact_on,
            contacted,
            width=120,
            shown=False,
            cells=(SheetCell(lambda person: person.last_contact_on, Kind.DAY),),
        ),
        *_further_columns(),
    )
