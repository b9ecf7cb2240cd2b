"""Beside the list: the person under the cursor, what to buy for the month, and what is due how often."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.records.reminders import DueItem, DuePerson, MonthList
from bengkel_crm.trade.phones import phone_with_words
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.look.tokens import TONE_INK, ColorName, TextRole
from bengkel_crm.ui.reminders import contact_words
from bengkel_crm.ui.widgets.card import CardFrame, SectionTitle
from bengkel_crm.ui.widgets.column_scroll import ColumnScroll
from bengkel_crm.ui.widgets.labels import TextLabel, breakable
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, in_column, in_row
from bengkel_crm.ui.widgets.plate_badge import PlateButton
from bengkel_crm.ui.widgets.stretch_rows import drop_widgets
from bengkel_crm.ui.words.dues import due_words
from bengkel_crm.words.reminders import item_words, person_name, told_words

_OILS_SHOWN = 12


class SidePanel(CardFrame):
    """Shows what it is given; a plate opens its card."""

    card_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 8, 0, 8), parent=parent)
        self._person: DuePerson | None = None
        self._list: MonthList | None = None
        self._today = date.min
        self._person_title = SectionTitle()
        self._person_rows = _rows(6)
        self._oil_title, self._job_title = SectionTitle(), SectionTitle()
        self._oil_rows, self._job_rows = _rows(2), _rows(2)
        inside = QWidget()
        in_column(
            self._person_title,
            self._person_rows,
            10,
            self._oil_title,
            self._oil_rows,
            10,
            self._job_title,
            self._job_rows,
            Stretch(),
            on=inside,
            spacing=6,
            margins=(15, 4, 13, 4),
        )
        self._scroll = ColumnScroll(inside)
        self.body.addWidget(self._scroll)
        self._put_texts()

    def show_person(self, person: DuePerson | None, today: date) -> None:
        """Show what is due for a person and what was said to him; nobody with None."""
        if person is self._person:
            return
        self._person, self._today = person, today
        self._fill_person()
        self._scroll.verticalScrollBar().setValue(0)

    def show_month(self, month_list: MonthList) -> None:
        """Show what the month needs: oils, and who is on the list."""
        self._list = month_list
        self._fill_month()

    def oils(self) -> list[str]:
        """Return the oils that are listed, as a screen reader says them."""
        return _spoken(self._oil_rows)

    def _put_texts(self) -> None:
        self.put_text(self._oil_title.set_title, "Oil to buy")
        self.put_text(self._job_title.set_title, "Due this month")
        self.put_again(self._fill_person)
        self.put_again(self._fill_month)

    def _fill_person(self) -> None:
        drop_widgets(self._person_rows)
        person = self._person
        self._person_title.setVisible(person is not None)
        if person is None:
            return
        self._person_title.set_title(person_name(person))
        reach = [phone_with_words(phone) for phone in person.phones]
        reach += [person.address] if person.address else []
        for line in reach or [self.tr("No phone and no address")]:
            self._person_rows.addWidget(TextLabel(breakable(line), TextRole.BODY, "text2", wrap=True))
        for vehicle_id in dict.fromkeys(item.vehicle_id for item in person.items):
            self._add_vehicle([item for item in person.items if item.vehicle_id == vehicle_id])
        if person.last_note:
            self._person_rows.addWidget(_small(self.tr("Note: {0}").format(breakable(person.last_note))))
        if person.last_contact_on is not None:
            told = self.tr("Last contact {0}").format(i18n.format_date(person.last_contact_on))
            self._person_rows.addWidget(_small(told))

    def _add_vehicle(self, items: list[DueItem]) -> None:
        first = items[0]
        line = QWidget()
        button = PlateButton(format_plate(first.plate))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleDescription(first.vehicle)
        button.clicked.connect(lambda: self.card_wanted.emit(first.vehicle_id))
        in_row(
            button,
            Grow(TextLabel(first.vehicle, TextRole.CAPTION, "text2", wrap=True)),
            on=line,
            spacing=8,
            margins=(0, 4, 0, 0),
        )
        self._person_rows.addWidget(line)
        for item in items:
            self._person_rows.addWidget(self._item_line(item))
        if first.skip is not None:
            self._person_rows.addWidget(_small(contact_words.skip_words(first)))
        about = [contact_words.km_words(first), contact_words.certainty_words(first)]
        self._person_rows.addWidget(_small(" · ".join(part for part in about if part)))
        rhythm = contact_words.rhythm_words(first, self._today)
        if rhythm:
            self._person_rows.addWidget(_small(rhythm))
        if first.last_on is not None:
            last = self.tr("Last visit {0}").format(i18n.format_date(first.last_on))
            km = "" if first.last_odometer_km is None else i18n.format_km(first.last_odometer_km)
            self._person_rows.addWidget(_small(" · ".join(part for part in (last, km) if part)))

    def _item_line(self, item: DueItem) -> QWidget:
        ink = TONE_INK[contact_words.item_tone(item, self._today)]
        detail = due_words(item.due_by, self._today)
        return pair_line(item_words(item), detail, TextRole.STRONG, ink)

    def _fill_month(self) -> None:
        drop_widgets(self._oil_rows)
        drop_widgets(self._job_rows)
        month_list = self._list
        oils = () if month_list is None else month_list.oils
        self._oil_title.setVisible(bool(oils))
        self._oil_title.set_caption(
            self.tr("{0} l").format(i18n.format_tenths(sum(need.litres for need in oils))) if oils else ""
        )
        for need in oils[:_OILS_SHOWN]:
            litres = self.tr("{0} l").format(i18n.format_tenths(need.litres))
            self._oil_rows.addWidget(pair_line(need.name, litres))
        if len(oils) > _OILS_SHOWN:
            rest = sum(need.litres for need in oils[_OILS_SHOWN:])
            more = self.tr("%n more", "", len(oils) - _OILS_SHOWN)
            self._oil_rows.addWidget(
                pair_line(more, self.tr("{0} l").format(i18n.format_tenths(rest)), TextRole.BODY, "text2")
            )
        counts = () if month_list is None else month_list.job_counts
        self._job_title.setVisible(bool(counts))
        for name, count in counts:
            told = told_words(name)
            self._job_rows.addWidget(pair_line(told, i18n.format_number(count)))


def _rows(spacing: int) -> QVBoxLayout:
    return in_column(spacing=spacing)


def _small(text: str) -> TextLabel:
    return TextLabel(text, TextRole.CAPTION, "text2", wrap=True)


def _spoken(layout: QVBoxLayout) -> list[str]:
    items = (layout.itemAt(place) for place in range(layout.count()))
    widgets = (item.widget() for item in items if item is not None)
    return [widget.accessibleName() for widget in widgets if widget is not None]


def pair_line(left: str, right: str, role: TextRole = TextRole.BODY, ink: ColorName = "text") -> QWidget:
    """Return one line: words at the left, a figure or a day at the right."""
    line = QWidget()
    in_row(
        Grow(TextLabel(breakable(left), role, "text", wrap=True)),
        TextLabel(right, TextRole.NUMBER, ink),
        on=line,
        spacing=8,
        margins=(0, 0, 0, 0),
    )
    line.setAccessibleName(f"{left}, {right}")
    return line
