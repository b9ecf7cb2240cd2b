"""Charts of few bars, drawn by hand: how many became fewer, and how groups compare."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName, TextRole

_ROW_PX, _BAR_PX, _SPLIT_PX = 29, 18, 10
_LABEL_PX, _VALUE_PX, _GAP_PX, _LEAST_BAR_PX = 148, 104, 10, 60
_COLUMN_PX, _COLUMNS_HIGH_PX = 34, 150
# A single month would be a wall, not a bar.
_WIDEST_COLUMN_PX = 64


@dataclass(frozen=True, slots=True)
class Bar:
    """`text` stands behind the bar, `detail` behind the text; `apart` leaves a gap above."""

    label: str
    value: float
    text: str
    detail: str = ""
    ink: ColorName = "primary"
    apart: bool = False

    def spoken(self) -> str:
        """What a screen reader says of the bar."""
        return f"{self.label}: {self.text} {self.detail}".strip()


class BarChart(QWidget):
    """Bars one below the other on one scale; a dashed line marks a value to compare with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._most = 1.0
        self._mark: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_bars(self, bars: Sequence[Bar], most: float, mark: float | None = None) -> None:
        """Show bars on a scale that ends at `most`."""
        self._bars, self._most, self._mark = tuple(bars), max(most, 1e-9), mark
        self.setAccessibleDescription(", ".join(bar.spoken() for bar in bars))
        self.updateGeometry()
        self.update()

    def bars(self) -> tuple[Bar, ...]:
        """Return the bars that are drawn."""
        return self._bars

    def cut_labels(self) -> list[str]:
        """Return the labels that have no room to be shown whole."""
        room = self._label_room() - theme().px(_GAP_PX)
        metrics = QFontMetricsF(theme().font(TextRole.BODY))
        return [bar.label for bar in self._bars if metrics.horizontalAdvance(bar.label) > room + 1]

    def _label_room(self) -> int:
        """Return where the bars begin: after the longest label, unless that leaves too little for them."""
        metrics = QFontMetricsF(theme().font(TextRole.BODY))
        widest = max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=0.0)
        wanted = max(theme().px(_LABEL_PX), math.ceil(widest) + theme().px(_GAP_PX))
        return min(wanted, max(self.width() * 2 // 5, self.width() - theme().px(_VALUE_PX + _LEAST_BAR_PX)))

    def sizeHint(self) -> QSize:
        splits = sum(bar.apart for bar in self._bars)
        height = theme().px(_ROW_PX) * len(self._bars) + theme().px(_SPLIT_PX) * splits
        return QSize(theme().px(380), max(height, 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(250), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = float(self._label_room())
        room = max(self.width() - left - px(_VALUE_PX), 8.0)
        top = 0.0
        for bar in self._bars:
            top += px(_SPLIT_PX) if bar.apart else 0
            middle = top + px(_ROW_PX) / 2
            _text(painter, bar.label, TextRole.BODY, "text", 0, middle, left - px(_GAP_PX))
            length = room * min(bar.value / self._most, 1.0)
            if bar.value > 0:
                box = QRectF(left, middle - px(_BAR_PX) / 2, max(length, 3.0), px(_BAR_PX))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme().color(bar.ink))
                painter.drawRoundedRect(box, min(4.0, box.width() / 2), 4)
            else:
                length = 0
            # A mark would run through words that follow their bars.
            end = left + px(8) + (length if self._mark is None else room)
            end = _text(painter, bar.text, TextRole.STRONG, "text", end, middle, self.width() - end)
            _text(
                painter, bar.detail, TextRole.BODY, "text2", end + px(6), middle, self.width() - end - px(6)
            )
            top += px(_ROW_PX)
        if self._mark is not None and self._bars:
            x = round(left + room * min(self._mark / self._most, 1.0)) + 0.5
            pen = QPen(theme().color("text2"), 1.5, Qt.PenStyle.DashLine)
            painter.setPen(QPen(theme().color("surface"), 4))
            painter.drawLine(QPointF(x, 0), QPointF(x, top))
            painter.setPen(pen)
            painter.drawLine(QPointF(x, 0), QPointF(x, top))
        painter.end()


@dataclass(frozen=True, slots=True)
class FunnelColumn:
    """One bar that stands, with a line across where it is compared with `mark`."""

    label: str
    value: float
    text: str
    mark: float | None = None

    def spoken(self) -> str:
        """What a screen reader says of the column."""
        return f"{self.label}: {self.text}"


class ColumnChart(QWidget):
    """Bars beside each other; the last is the present and stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[FunnelColumn, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_columns(self, columns: Sequence[FunnelColumn]) -> None:
        """Draw these columns."""
        self._columns = tuple(columns)
        self.setAccessibleDescription(", ".join(column.spoken() for column in columns))
        self.update()

    def columns(self) -> tuple[FunnelColumn, ...]:
        """Return the columns that are drawn."""
        return self._columns

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_COLUMN_PX) * 12, theme().px(_COLUMNS_HIGH_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(_COLUMNS_HIGH_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._columns:
            return
        px = theme().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = self.height() - px(22)
        head = px(20)
        most = max(
            [column.value for column in self._columns] + [column.mark or 0 for column in self._columns]
        )
        step = min(self.width() / len(self._columns), px(_WIDEST_COLUMN_PX) * 1.5)
        wide = step * 0.64
        for place, column in enumerate(self._columns):
            middle = step * (place + 0.5)
            last = place == len(self._columns) - 1
            high = (foot - head) * column.value / max(most, 1e-9)
            box = QRectF(middle - wide / 2, foot - high, wide, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("primary" if last else "selection"))
            if high >= 1:
                painter.drawRoundedRect(box, 4, min(4.0, high / 2))
            if column.mark is not None:
                y = round(foot - (foot - head) * column.mark / max(most, 1e-9)) + 0.5
                painter.setPen(QPen(theme().color("text2"), 2))
                painter.drawLine(QPointF(box.left() - 4, y), QPointF(box.right() + 4, y))
            role = TextRole.CAPTION_STRONG if last else TextRole.CAPTION
            above = QRectF(middle - step / 2, foot - high - px(20), step, px(18))
            _centred(painter, column.text, role, "text" if last else "text2", above)
            below = QRectF(middle - step / 2, foot + px(3), step, px(18))
            _centred(painter, column.label, role, "text" if last else "text2", below)
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawLine(QPointF(0, foot + 0.5), QPointF(self.width(), foot + 0.5))
        painter.end()


def _centred(painter: QPainter, text: str, role: TextRole, ink: ColorName, box: QRectF) -> None:
    painter.setFont(theme().font(role))
    painter.setPen(theme().color(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _text(
    painter: QPainter, text: str, role: TextRole, ink: ColorName, left: float, middle: float, room: float
) -> float:
    """Draw a line and return where it ends."""
    font = theme().font(role)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 0.5)
    painter.setFont(font)
    painter.setPen(theme().color(ink))
    painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), shown)
    return left + metrics.horizontalAdvance(shown)
