"""Paints the cells of a list of people: plate, two lines of text, chips, a tick."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bengkel_crm import i18n
from bengkel_crm.money import format_rupiah
from bengkel_crm.reminder_records import DuePerson, DueSubject
from bengkel_crm.reminder_words import item_words, person_name
from bengkel_crm.ui import icons
from bengkel_crm.ui.reminders import words
from bengkel_crm.ui.reminders.people_model import PERSON_ROLE, TICK_COLUMN, PeopleModel
from bengkel_crm.ui.theme import theme
from bengkel_crm.ui.tokens import TONE_INK, ColorName, Role, Tone
from bengkel_crm.ui.widgets.chip import chip_size, paint_chip
from bengkel_crm.ui.widgets.plate_badge import PlateSize, paint_plate, plate_size

ROW_PX = 52
_SIDE_PX = 13


class PeopleDelegate(QStyledItemDelegate):
    """Reads the person from the model under `PERSON_ROLE`; the style sheet draws ground and rule."""

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme().px(ROW_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        ground.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style = QApplication.style() if option.widget is None else option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
        person: DuePerson = index.data(PERSON_ROLE)
        key = self._model.columns[index.column()].key
        box = QRectF(option.rect)
        painter.save()
        cell = _Cell(painter, box, self._model.today)
        if key == TICK_COLUMN:
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            _paint_tick(painter, box, ticked=ticked)
        elif key == "due":
            row = index.row()
            same_day = row > 0 and self._model.record(row - 1).due_by == person.due_by
            cell.paint_due(person, same_day=same_day)
        elif key == "plate":
            cell.paint_plate(person)
        elif key == "name":
            cell.two_lines(person_name(person), Role.STRONG, words.phone_words(person))
        elif key == "what":
            cell.paint_what(person)
        elif key == "km":
            cell.paint_km(person)
        elif key == "value":
            cell.paint_value(person)
        else:
            cell.one_line(str(index.data()))
        painter.restore()


class _Cell:
    """One cell under the brush."""

    def __init__(self, painter: QPainter, box: QRectF, today: date) -> None:
        side = theme().px(_SIDE_PX)
        self._painter = painter
        self._today = today
        self._left = box.left() + side
        self._right = box.right() - side
        self._middle = box.center().y()
        self._upper = self._middle - theme().px(9)
        self._lower = self._middle + theme().px(9)

    def paint_due(self, person: DuePerson, *, same_day: bool) -> None:
        """Paint the day; further rows of the same day stand back."""
        tone = words.item_tone(person.items[0], self._today)
        ink: ColorName = "text3" if same_day else "text"
        self._line(
            i18n.format_date(person.due_by), Role.NUMBER if same_day else Role.STRONG, ink, self._upper
        )
        until = i18n.format_until(person.due_by, self._today)
        self._line(until, Role.CAPTION, TONE_INK[tone], self._lower)

    def paint_plate(self, person: DuePerson) -> None:
        plates = words.plates_of(person)
        more = f"+{len(plates) - 1}" if len(plates) > 1 else ""
        size = plate_size(plates[0], PlateSize.SMALL)
        width = min(float(size.width()), self._right - self._left - (theme().px(22) if more else 0))
        top = self._middle - size.height() / 2
        box = QRectF(self._left, top, width, size.height())
        paint_plate(self._painter, box, plates[0], PlateSize.SMALL)
        self._line(more, Role.CAPTION_STRONG, "text2", self._middle, left=box.right() + theme().px(5))

    def two_lines(self, first: str, role: Role, second: str) -> None:
        self._line(first, role, "text", self._upper if second else self._middle)
        self._line(second, Role.CAPTION, "text2", self._lower)

    def one_line(self, text: str) -> None:
        self._line(text, Role.BODY, "text", self._middle)

    def paint_what(self, person: DuePerson) -> None:
        """Paint a chip for each thing that is due, as many as fit, and the vehicle below."""
        first = person.items[0]
        below = first.vehicle
        slipping = next((item for item in person.items if item.subject is DueSubject.SLIPPING), None)
        if slipping is not None:
            below = words.rhythm_words(slipping, self._today) or below
        tones: dict[str, Tone] = {}
        for item in person.items:
            tones.setdefault(item_words(item), words.item_tone(item, self._today))
        self._paint_chips(list(tones.items()))
        self._line(below, Role.CAPTION, "text2", self._middle + theme().px(15))

    def paint_km(self, person: DuePerson) -> None:
        item = person.items[0]
        km = words.km_words(item)
        self._line(km or "—", Role.NUMBER, "text", self._upper if km else self._middle, right=True)
        if km:
            told = i18n.translate("PeopleList", "%n visits", item.visits)
            self._line(told, Role.CAPTION, "text2", self._lower, right=True)

    def paint_value(self, person: DuePerson) -> None:
        self._line(format_rupiah(person.value_rupiah), Role.NUMBER, "text", self._upper, right=True)
        self._line(words.contact_words(person, self._today), Role.CAPTION, "text2", self._lower, right=True)

    def _paint_chips(self, chips: list[tuple[str, Tone]]) -> None:
        left, middle = self._left, self._middle - theme().px(9)
        gap = theme().px(5)
        for place, (text, tone) in enumerate(chips):
            rest = len(chips) - place - 1
            # The last one shown leaves room for "+2".
            room = self._right - left - (theme().px(24) if rest else 0)
            size = chip_size(text)
            if size.width() > room and place:
                self._line(f"+{rest + 1}", Role.CAPTION_STRONG, "text2", middle, left=left)
                break
            width = min(float(size.width()), max(room, 0.0))
            metrics = QFontMetricsF(theme().font(Role.CAPTION_STRONG))
            # A chip is rounded at both ends: its words need less than its width.
            inside = width - theme().px(16)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside)
            box = QRectF(left, middle - size.height() / 2, width, size.height())
            paint_chip(self._painter, box, shown, tone)
            left += width + gap

    def _line(
        self,
        text: str,
        role: Role,
        ink: ColorName,
        middle: float,
        *,
        right: bool = False,
        left: float | None = None,
    ) -> None:
        if not text:
            return
        font = theme().font(role)
        metrics = QFontMetricsF(font)
        left = self._left if left is None else left
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._right - left)
        if right:
            left = self._right - metrics.horizontalAdvance(shown)
        self._painter.setFont(font)
        self._painter.setPen(theme().color(ink))
        self._painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), shown)


def _paint_tick(painter: QPainter, box: QRectF, *, ticked: bool) -> None:
    side = theme().px(17)
    left, top = box.center().x() - side / 2, box.center().y() - side / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("primary" if ticked else "edge"), 1))
    painter.setBrush(theme().color("primary" if ticked else "surface"))
    painter.drawRoundedRect(QRectF(round(left) + 0.5, round(top) + 0.5, side, side), 4, 4)
    if ticked:
        inner = theme().px(13)
        picture = icons.pixmap("check", "onprimary", inner, painter.device().devicePixelRatioF())
        painter.drawPixmap(round(left + (side - inner) / 2) + 1, round(top + (side - inner) / 2) + 1, picture)
