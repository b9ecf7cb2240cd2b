"""A line for a date in any spelling, with a calendar for those who would rather look."""

import re
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QTransform
from PySide6.QtWidgets import QApplication, QCalendarWidget, QFrame, QToolButton, QWidget

from bengkel_crm.base.i18n import format_date, translate
from bengkel_crm.trade.dates import add_months, read_date
from bengkel_crm.ui.frame.today import today as day_of_program
from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.layouts import in_column
from bengkel_crm.ui.widgets.line_edit import LineEdit

_MOST_YEARS_BACK = 9
_DAY = re.compile(r"(\d{1,2})")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})")


class DateEdit(LineEdit):
    """Up and Down are a day, PageUp and PageDown a month, Alt+Down the calendar."""

    day_changed = Signal()
    # Midnight has passed: the day is counted from another one.
    today_changed = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(TextRole.NUMBER, parent)
        self._today = today
        self._calendar: _Calendar | None = None
        self._picture = self.addAction(icons.icon("calendar"), LineEdit.ActionPosition.TrailingPosition)
        self._picture.triggered.connect(self.open_calendar)
        self._picture.setToolTip(translate("DateEdit", "Calendar"))
        self.textChanged.connect(self.day_changed)
        self.editingFinished.connect(self.tidy)
        day_of_program().changed.connect(self.set_today)
        theme().changed.connect(self._restyle)

    def day(self) -> date | None:
        """Return the day, or None for an empty line; "21" and "21/11" mean the latest such day.

        Raises:
            ValueError: the text can not be read.
        """
        text = self.text().strip()
        if found := _DAY.fullmatch(text):
            return self._latest(int(found[1]), None)
        if found := _DAY_AND_MONTH.fullmatch(text):
            return self._latest(int(found[1]), int(found[2]))
        return read_date(text)

    def find_day(self) -> date | None:
        """Return the day, or None while there is none that can be read."""
        try:
            return self.day()
        except ValueError:
            return None

    def set_today(self, today: date) -> None:
        """Count from another day; what stands in the line stays."""
        self._today = today
        self.today_changed.emit(today)

    def set_day(self, day: date) -> None:
        """Show a day as it is typed here."""
        self.setText(format_date(day))

    def tidy(self) -> None:
        """Write a date that could be read as dates are written here."""
        day = self.find_day()
        if day is not None and format_date(day) != self.text():
            self.set_day(day)

    def open_calendar(self) -> None:
        """Open the calendar below the field, at its day."""
        if self._calendar is None:
            self._calendar = _Calendar(self)
            self._calendar.chosen.connect(self._on_day_chosen)
        self._calendar.open_at(self.find_day() or self._today)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        leaps = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
        day = self.find_day()
        if day is not None and key in steps:
            self._move_to(day + timedelta(days=steps[Qt.Key(key)]))
        elif day is not None and key in leaps:
            self._move_to(add_months(day, leaps[Qt.Key(key)]))
        else:
            super().keyPressEvent(event)

    def _latest(self, day: int, month: int | None) -> date:
        """Return the last day of that number that is not after today.

        Raises:
            ValueError: the calendar has no such day.
        """
        months = range(3)
        if month is not None:
            if not 1 <= month <= 12:
                raise ValueError(f"no such month: {month}")
            # 29 February comes every four years, or eight.
            first = (self._today.month - month) % 12
            months = range(first, 12 * _MOST_YEARS_BACK, 12)
        for back in months:
            start = add_months(self._today.replace(day=1), -back)
            try:
                found = start.replace(day=day)
            except ValueError:
                continue
            if found <= self._today:
                return found
        raise ValueError(f"no such day: {day}")

    def _move_to(self, day: date) -> None:
        self.set_day(day)
        self.selectAll()

    def _on_day_chosen(self, day: object) -> None:
        assert isinstance(day, date)
        self.set_day(day)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _restyle(self) -> None:
        self._picture.setIcon(icons.icon("calendar"))


class _Calendar(QFrame):
    """A month to choose from, laid over the form under its line; goes when the focus leaves it."""

    chosen = Signal(object)

    def __init__(self, edit: DateEdit) -> None:
        super().__init__(edit.window())
        self._edit = edit
        self.setProperty("frame", "overlay")
        self._month = QCalendarWidget()
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setAccessibleName(self.tr("Calendar"))
        plain = self._month.weekdayTextFormat(Qt.DayOfWeek.Monday)
        # Red Sundays would be the only colour that asks for nothing.
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._month.setWeekdayTextFormat(weekday, plain)
        self._month.setMinimumSize(theme().px(300), theme().px(250))
        self._dress_arrows()
        self._month.clicked.connect(self._on_day_chosen)
        self._month.activated.connect(self._on_day_chosen)
        in_column(self._month, on=self, margins=(6, 6, 6, 6))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def open_at(self, day: date) -> None:
        """Come up below the field, inside the window, at a day."""
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        window = self._edit.window()
        at = self._edit.mapTo(window, QPoint(0, self._edit.height() + 3))
        at.setY(max(4, min(at.y(), window.height() - self.height() - 4)))
        at.setX(max(4, min(at.x(), window.width() - self.width() - 4)))
        self.move(at)
        self.show()
        self.raise_()
        self._month.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._edit.setFocus(Qt.FocusReason.PopupFocusReason)
            return
        super().keyPressEvent(event)

    def _dress_arrows(self) -> None:
        """Put our own icons where Qt draws black triangles in any scheme."""
        next_month = icons.pixmap("chevron-right", "text2", 18, self.devicePixelRatioF())
        pictures = {
            "qt_calendar_nextmonth": (next_month, self.tr("Next month")),
            "qt_calendar_prevmonth": (
                next_month.transformed(QTransform().scale(-1, 1)),
                self.tr("Month before"),
            ),
        }
        for name, (picture, told) in pictures.items():
            arrow = self._month.findChild(QToolButton, name)
            assert isinstance(arrow, QToolButton)
            arrow.setIcon(QIcon(picture))
            arrow.setAccessibleName(told)
            arrow.setToolTip(told)

    def _on_day_chosen(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.hide()

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        # No widget has it while another window is in front.
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self.hide()


_MONTH_AND_YEAR = re.compile(r"(\d{1,2})\s*[-/.· ]\s*(\d{2})")
_MONTHS, _CENTURY = 12, 2000


class FutureDateEdit(DateEdit):
    """As a `DateEdit`, but "21" and "21/11" mean the next such day."""

    def _latest(self, day: int, month: int | None) -> date:
        if month is not None:
            this_year = date(self._today.year, month, day)
            return this_year if this_year > self._today else this_year.replace(year=self._today.year + 1)
        for ahead in range(3):
            start = add_months(self._today.replace(day=1), ahead)
            try:
                found = start.replace(day=day)
            except ValueError:
                continue
            if found > self._today:
                return found
        raise ValueError(f"no such day: {day}")


class PlateExpiryEdit(FutureDateEdit):
    """As it stands on the plate: "11 · 28" is the end of November 2028."""

    def day(self) -> date | None:
        """Return the last day of the month and year on the plate, or what `DateEdit` reads."""
        found = _MONTH_AND_YEAR.fullmatch(self.text().strip())
        if found is not None and 1 <= int(found[1]) <= _MONTHS < int(found[2]):
            return add_months(date(_CENTURY + int(found[2]), int(found[1]), 1), 1) - timedelta(days=1)
        return super().day()
