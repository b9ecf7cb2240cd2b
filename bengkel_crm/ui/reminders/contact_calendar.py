"""A month of days, each with how many contacts it had; a day can be chosen."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.trade.dates import add_months
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName, TextRole
from bengkel_crm.ui.widgets.texts import Speaks

_DAYS = 7
_WEEKS = 6
_HEAD_PX, _CELL_PX, _LEAST_CELL_PX = 26, 40, 27
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class ContactCalendar(Speaks, QWidget):
    """Emits the day that was chosen, or None for the whole month."""

    chosen = Signal(object)

    def __init__(self, month: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month, self._today = month, today
        self._counts: Mapping[date, int] = {}
        self._chosen: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self.updateGeometry)
        self.put_text(self.setAccessibleName, "Calendar of contacts")
        self.put_again(self._describe)

    def show_month(self, month: date, counts: Mapping[date, int], today: date) -> None:
        """Show a month with how many contacts each day had; a day chosen in another month is let go."""
        if month != self._month:
            self._chosen = None
        self._month, self._counts, self._today = month, counts, today
        self._describe()

    def day(self) -> date | None:
        """Return the day that is chosen, None for all."""
        return self._chosen

    def choose(self, day: date | None) -> None:
        """Choose a day, or the whole month with None."""
        if day != self._chosen:
            self._chosen = day
            self._describe()
            self.chosen.emit(day)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_CELL_PX) * _DAYS, theme().px(_HEAD_PX) + theme().px(_CELL_PX) * _WEEKS)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST_CELL_PX) * _DAYS, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        last = add_months(self._month, 1) - timedelta(days=1)
        day = self._chosen + timedelta(days=step) if self._chosen is not None else self._month
        self.choose(min(max(day, self._month), last))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        if day is not None:
            self.choose(None if day == self._chosen else day)

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what a day had."""
        if event.type() == QEvent.Type.ToolTip:
            at = self.mapFromGlobal(self.cursor().pos())
            day = self._day_at(at)
            words = "" if day is None else self._words(day)
            QToolTip.showText(self.cursor().pos(), words, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(TextRole.CAPTION))
        painter.setPen(theme().color("text2"))
        width, head = self.width() / _DAYS, theme().px(_HEAD_PX)
        locale = QLocale()
        for column in range(_DAYS):
            name = locale.standaloneDayName(column + 1, QLocale.FormatType.ShortFormat)
            box = QRectF(column * width, 0, width, head)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        day = self._month
        while day.month == self._month.month:
            self._paint_day(painter, day)
            day += timedelta(days=1)
        painter.end()

    def _paint_day(self, painter: QPainter, day: date) -> None:
        box = self.box_of(day).adjusted(2, 2, -2, -2)
        count = self._counts.get(day, 0)
        ground: ColorName | None = "primary" if day == self._chosen else "tint" if count else None
        painter.setPen(QPen(theme().color("primary"), 1.5) if day == self._today else Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(ground) if ground else Qt.BrushStyle.NoBrush)
        if ground or day == self._today:
            painter.drawRoundedRect(box, 6, 6)
        ink: ColorName = "onprimary" if day == self._chosen else "text" if count else "text3"
        painter.setPen(theme().color(ink))
        painter.setFont(theme().font(TextRole.NUMBER))
        middle = box.center().y()
        top = middle - theme().px(8) if count else middle
        line = QRectF(box.left(), top - theme().px(9), box.width(), theme().px(18))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if count:
            painter.setFont(theme().font(TextRole.CAPTION_STRONG))
            painter.setPen(theme().color("onprimary" if day == self._chosen else "primary"))
            line.translate(0, theme().px(16))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, i18n.format_number(count))
        if day == self._chosen and self.hasFocus():
            painter.setPen(QPen(theme().color("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)

    def box_of(self, day: date) -> QRectF:
        """Return where the cell of a day of its month stands: weeks begin on Monday."""
        place = self._month.weekday() + day.day - 1
        width, height = self.width() / _DAYS, theme().px(_CELL_PX)
        row, column = divmod(place, _DAYS)
        return QRectF(column * width, theme().px(_HEAD_PX) + row * height, width, height)

    def _day_at(self, at: QPoint) -> date | None:
        row = (at.y() - theme().px(_HEAD_PX)) // theme().px(_CELL_PX)
        column = int(at.x() * _DAYS / max(self.width(), 1))
        if at.y() < theme().px(_HEAD_PX) or not 0 <= column < _DAYS:
            return None
        number = row * _DAYS + column - self._month.weekday()
        day = self._month + timedelta(days=number)
        return day if number >= 0 and day.month == self._month.month else None

    def _words(self, day: date) -> str:
        count = self.tr("%n contacts", "", self._counts.get(day, 0))
        return f"{i18n.format_long_date(day)}: {count}"

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self._chosen is None else self._words(self._chosen))
        self.update()
