"""The steps of the wizard as a row of pills: where one stands, and what can be gone back to."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import set_role, theme
from bengkel_crm.ui.look.tokens import ColorName, TextRole
from bengkel_crm.ui.widgets.layouts import in_row

_HEIGHT_PX, _SIDE_PX, _GAP_PX, _ICON_PX = 28, 15, 8, 16


class Pill(QAbstractButton):
    """One step; it can be pressed when it lies behind."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = str(number)
        self._is_current = False
        self._is_done = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # Back has a key and a button; Tab goes to what there is to do.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_role(self, TextRole.STRONG)

    def set_words(self, text: str) -> None:
        """Say which step it is."""
        self.setText(text)
        self.setAccessibleName(f"{self._number} {text}")
        self.updateGeometry()

    def set_state(self, *, is_current: bool, is_done: bool, is_open: bool) -> None:
        """Show where the step stands; `is_open` lets it be pressed."""
        self._is_current, self._is_done = is_current, is_done
        self.setEnabled(is_open or is_current)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if is_open and not is_current else Qt.CursorShape.ArrowCursor
        )
        self.updateGeometry()
        self.update()

    def is_current(self) -> bool:
        """Return whether this step is in front."""
        return self._is_current

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        mark = theme().px(_ICON_PX) if self._is_done else metrics.horizontalAdvance(self._number)
        width = mark + metrics.horizontalAdvance(self.text()) + theme().px(_GAP_PX + 2 * _SIDE_PX)
        return QSize(round(width + 0.5), theme().px(_HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, ink = self._colors()
        painter.setPen(QPen(theme().color(edge), 1))
        painter.setBrush(theme().color(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(theme().color(ink))
        left = theme().px(_SIDE_PX)
        if self._is_done:
            side = theme().px(_ICON_PX)
            tick = icons.pixmap("check", "primary", side, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - side) // 2, tick)
            left += side
        else:
            painter.drawText(QRectF(left, 0, self.width(), self.height()), _MIDDLE, self._number)
            left += round(QFontMetricsF(self.font()).horizontalAdvance(self._number))
        left += theme().px(_GAP_PX)
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), _MIDDLE, self.text())
        painter.end()

    def _colors(self) -> tuple[ColorName, ColorName, ColorName]:
        if self._is_current:
            return "primary", "primary", "onprimary"
        if self.isEnabled():
            return ("tint" if self.underMouse() else "surface"), "line2", "text"
        return "surface", "line", "text2"


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class StepPills(QWidget):
    """Emits `chosen(place)` when a step that lies behind is pressed."""

    chosen = Signal(int)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pills = [Pill(place + 1) for place in range(count)]
        row = in_row(on=self, spacing=8, margins=(0, 0, 0, 0))
        for place, pill in enumerate(self.pills):
            pill.clicked.connect(partial(self._on_clicked, place))
            row.addWidget(pill)
        row.addStretch(1)

    def set_words(self, words: list[str]) -> None:
        """Name the steps, in their order."""
        for pill, text in zip(self.pills, words, strict=True):
            pill.set_words(text)

    def show_step(self, current: int, *, may_go_back: bool) -> None:
        """Mark a step as the present one; those before it are ticked, and open when one may go back."""
        for place, pill in enumerate(self.pills):
            pill.set_state(
                is_current=place == current,
                is_done=place < current,
                is_open=place < current and may_go_back,
            )

    def current(self) -> int:
        """Return the place of the present step, from 0."""
        return next(place for place, pill in enumerate(self.pills) if pill.is_current())

    def _on_clicked(self, place: int) -> None:
        if not self.pills[place].is_current():
            self.chosen.emit(place)
