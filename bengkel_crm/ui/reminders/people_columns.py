"""One row a person: the columns of the month's list, how they read and how they are painted."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.exports import Kind
from bengkel_crm.records.reminders import DuePerson, DueSubject
from bengkel_crm.ui.lists.cell import Cell
from bengkel_crm.ui.lists.columns import COUNT, DAY, RUPIAH, ListColumn, SheetCell
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TONE_INK, ColorName, TextRole, Tone
from bengkel_crm.ui.reminders import contact_words
from bengkel_crm.ui.widgets.chip import chip_size, paint_chip
from bengkel_crm.words.reminders import item_words, person_name
from bengkel_crm.workshop.reminders.reminder_texts import phones_text

# Asked again for each row: the list may stay open over night.
Day = Callable[[], date]


def person_key(person: DuePerson) -> int:
    """Return what a row is recognised by when the list is read anew."""
    return person.customer_id if person.customer_id is not None else -person.items[0].vehicle_id


def what_text(person: DuePerson) -> str:
    """Return everything somebody is due for, each once."""
    return ", ".join(dict.fromkeys(item_words(item) for item in person.items))


def list_columns(today: Day) -> tuple[ListColumn[DuePerson], ...]:
    """Return the columns the list of the due and the list of those left out share."""
    return (*_first_columns(today), _paid_column(today), _contact_column(today), *_FURTHER_COLUMNS)


def _first_columns(today: Day) -> tuple[ListColumn[DuePerson], ...]:
    return (
        ListColumn(
            "due",
            lambda: translate("PeopleList", "Due"),
            lambda person: person.due_by,
            DAY,
            lambda person: f"{i18n.format_date(person.due_by)}, {i18n.format_until(person.due_by, today())}",
            width=128,
            least=120,
            paint=partial(_paint_due, today),
        ),
        _PLATE_COLUMN,
        _NAME_COLUMN,
        ListColumn(
            "what",
            lambda: translate("PeopleList", "What is due"),
            what_text,
            stretch=True,
            least=116,
            paint=partial(_paint_what, today),
            cells=(
                SheetCell(what_text),
                SheetCell(_vehicles, title=lambda: translate("PeopleList", "Vehicle")),
            ),
        ),
        _KM_COLUMN,
    )


def _vehicles(person: DuePerson) -> str:
    return ", ".join(dict.fromkeys(item.vehicle for item in person.items))


_PLATE_COLUMN: ListColumn[DuePerson] = ListColumn(
    "plate",
    lambda: translate("PeopleList", "Plate"),
    lambda person: contact_words.plates_of(person)[0],
    words=lambda person: ", ".join(contact_words.plates_of(person)),
    width=156,
    least=156,
    paint=lambda cell, person: cell.plates(contact_words.plates_of(person)),
)

_NAME_COLUMN: ListColumn[DuePerson] = ListColumn(
    "name",
    lambda: translate("PeopleList", "Name"),
    lambda person: person.name,
    words=lambda person: ", ".join(filter(None, (person_name(person), contact_words.phone_words(person)))),
    width=154,
    least=104,
    paint=lambda cell, person: cell.two_lines(
        person_name(person), contact_words.phone_words(person), TextRole.STRONG
    ),
    cells=(
        SheetCell(person_name),
        SheetCell(phones_text, title=lambda: translate("PeopleList", "Phone")),
    ),
)


def _paint_km(cell: Cell, person: DuePerson) -> None:
    item = person.items[0]
    km = contact_words.km_words(item)
    visits = translate("PeopleList", "%n visits", item.visits) if km else ""
    cell.two_lines(km or "—", visits, TextRole.NUMBER, right=True)


_KM_COLUMN: ListColumn[DuePerson] = ListColumn(
    "km",
    lambda: translate("PeopleList", "KM today"),
    lambda person: person.items[0].km_today,
    COUNT,
    lambda person: contact_words.km_words(person.items[0]) or "—",
    width=118,
    paint=_paint_km,
    cells=(
        SheetCell(lambda person: contact_words.km_shown(person.items[0]), Kind.COUNT),
        SheetCell(
            lambda person: person.items[0].visits, Kind.COUNT, lambda: translate("PeopleList", "Visits")
        ),
    ),
)


def _paid_column(today: Day) -> ListColumn[DuePerson]:
    def both(person: DuePerson) -> tuple[str, str]:
        return i18n.format_rupiah(person.value_rupiah), contact_words.contact_words(person, today())

    return ListColumn(
        "value",
        lambda: translate("PeopleList", "Paid · contact"),
        lambda person: person.value_rupiah,
        RUPIAH,
        lambda person: ", ".join(both(person)),
        width=134,
        paint=lambda cell, person: cell.two_lines(*both(person), TextRole.NUMBER, right=True),
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
    )


def _contact_column(today: Day) -> ListColumn[DuePerson]:
    return ListColumn(
        "contact",
        lambda: translate("PeopleList", "Last contact"),
        lambda person: person.last_contact_on,
        DAY,
        lambda person: contact_words.contact_words(person, today()),
        shown=False,
    )


def _one_line(text: str | None) -> str:
    return " ".join((text or "—").split())


# What the panel beside the list tells of one person, for whoever wants it of all.
_FURTHER_COLUMNS: tuple[ListColumn[DuePerson], ...] = (
    ListColumn(
        "address",
        lambda: translate("PeopleList", "Address"),
        lambda person: person.address,
        words=lambda person: _one_line(person.address),
        width=220,
        shown=False,
        cells=(SheetCell(lambda person: person.address),),
    ),
    ListColumn(
        "note",
        lambda: translate("PeopleList", "Last note"),
        lambda person: person.last_note,
        words=lambda person: _one_line(person.last_note),
        width=220,
        shown=False,
        cells=(SheetCell(lambda person: person.last_note),),
    ),
    ListColumn(
        "last_on",
        lambda: translate("PeopleList", "Last visit"),
        lambda person: person.items[0].last_on,
        DAY,
        shown=False,
    ),
    ListColumn(
        "last_km",
        lambda: translate("PeopleList", "Last KM"),
        lambda person: person.items[0].last_odometer_km,
        COUNT,
        width=110,
        shown=False,
    ),
    ListColumn(
        "due_km",
        lambda: translate("PeopleList", "Due at KM"),
        lambda person: person.items[0].due_km,
        COUNT,
        width=110,
        shown=False,
    ),
    ListColumn(
        "rhythm",
        lambda: translate("PeopleList", "Usual days between visits"),
        lambda person: person.items[0].rhythm_days,
        COUNT,
        width=110,
        shown=False,
    ),
)


def _paint_due(today: Day, cell: Cell, person: DuePerson) -> None:
    """Paint the day; further rows of the same day stand back."""
    same_day = isinstance(cell.above, DuePerson) and cell.above.due_by == person.due_by
    ink: ColorName = "text3" if same_day else "text"
    role = TextRole.NUMBER if same_day else TextRole.STRONG
    cell.line(i18n.format_date(person.due_by), role, ink, cell.upper)
    tone = contact_words.item_tone(person.items[0], today())
    cell.line(i18n.format_until(person.due_by, today()), TextRole.CAPTION, TONE_INK[tone], cell.lower)


def _paint_what(today: Day, cell: Cell, person: DuePerson) -> None:
    """Paint a chip for each thing that is due, as many as fit, and the vehicle below."""
    below = person.items[0].vehicle
    slipping = next((item for item in person.items if item.subject is DueSubject.SLIPPING), None)
    if slipping is not None:
        below = contact_words.rhythm_words(slipping, today()) or below
    # How late it is stands in the first column, in its colour; where every chip is red none is.
    _paint_chips(cell, list(dict.fromkeys(item_words(item) for item in person.items)))
    cell.line(below, TextRole.CAPTION, "text2", cell.middle + theme().px(15))


def _paint_chips(cell: Cell, chips: list[str]) -> None:
    left, middle = cell.left, cell.middle - theme().px(9)
    metrics = QFontMetricsF(theme().font(TextRole.CAPTION_STRONG))
    for place, text in enumerate(chips):
        rest = len(chips) - place - 1
        # The last one shown leaves room for "+2".
        room = cell.right - left - (theme().px(24) if rest else 0)
        size = chip_size(text)
        if size.width() > room and place:
            cell.line(f"+{rest + 1}", TextRole.CAPTION_STRONG, "text2", middle, left=left)
            break
        width = min(float(size.width()), max(room, 0.0))
        # A chip is rounded at both ends: its words need less than its width.
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - theme().px(16))
        box = QRectF(left, middle - size.height() / 2, width, size.height())
        paint_chip(cell.painter, box, shown, Tone.NEUTRAL)
        left += width + theme().px(5)
