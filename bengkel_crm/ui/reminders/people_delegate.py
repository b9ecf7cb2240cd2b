"""Paints the cells of a list of people: plate, two lines of text, chips."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from bengkel_crm.base import i18n
from bengkel_crm.records.reminders import DuePerson, DueSubject
from bengkel_crm.ui.lists.table_model import ColumnsModel
from bengkel_crm.ui.lists.tick_table import Cell, TickDelegate
from bengkel_crm.ui.lists.ticks import RECORD_ROLE
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TONE_INK, ColorName, TextRole, Tone
from bengkel_crm.ui.reminders import contact_words
from bengkel_crm.ui.widgets.chip import chip_size, paint_chip
from bengkel_crm.ui.widgets.plate_badge import PlateSize, paint_plate, plate_size
from bengkel_crm.words.reminders import item_words, person_name


class PeopleDelegate(TickDelegate):
    def __init__(
        self, model: ColumnsModel[Any], today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(model, parent)
        self._today = today

    def paint_cell(self, cell: Cell, key: str, index: QModelIndex | QPersistentModelIndex) -> None:
        person: DuePerson = index.data(RECORD_ROLE)
        today = self._today()
        match key:
            case "due":
                row = index.row()
                same_day = row > 0 and self._model.record(row - 1).due_by == person.due_by
                _paint_due(cell, person, today, same_day=same_day)
            case "plate":
                paint_plates(cell, contact_words.plates_of(person))
            case "name":
                cell.two_lines(person_name(person), contact_words.phone_words(person), TextRole.STRONG)
            case "what":
                _paint_what(cell, person, today)
            case "km":
                item = person.items[0]
                km = contact_words.km_words(item)
                visits = i18n.translate("PeopleList", "%n visits", item.visits) if km else ""
                cell.two_lines(km or "—", visits, TextRole.NUMBER, right=True)
            case "value":
                paid = i18n.format_rupiah(person.value_rupiah)
                cell.two_lines(paid, contact_words.contact_words(person, today), TextRole.NUMBER, right=True)
            case _:
                super().paint_cell(cell, key, index)


def paint_plates(cell: Cell, plates: list[str]) -> None:
    """Paint the first plate, and how many more there are."""
    if not plates:
        return
    more = f"+{len(plates) - 1}" if len(plates) > 1 else ""
    size = plate_size(plates[0], PlateSize.SMALL)
    width = min(float(size.width()), cell.right - cell.left - (theme().px(22) if more else 0))
    box = QRectF(cell.left, cell.middle - size.height() / 2, width, size.height())
    paint_plate(cell.painter, box, plates[0], PlateSize.SMALL)
    cell.line(more, TextRole.CAPTION_STRONG, "text2", cell.middle, left=box.right() + theme().px(5))


def _paint_due(cell: Cell, person: DuePerson, today: date, *, same_day: bool) -> None:
    """Paint the day; further rows of the same day stand back."""
    ink: ColorName = "text3" if same_day else "text"
    role = TextRole.NUMBER if same_day else TextRole.STRONG
    cell.line(i18n.format_date(person.due_by), role, ink, cell.upper)
    tone = contact_words.item_tone(person.items[0], today)
    cell.line(i18n.format_until(person.due_by, today), TextRole.CAPTION, TONE_INK[tone], cell.lower)


def _paint_what(cell: Cell, person: DuePerson, today: date) -> None:
    """Paint a chip for each thing that is due, as many as fit, and the vehicle below."""
    below = person.items[0].vehicle
    slipping = next((item for item in person.items if item.subject is DueSubject.SLIPPING), None)
    if slipping is not None:
        below = contact_words.rhythm_words(slipping, today) or below
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
