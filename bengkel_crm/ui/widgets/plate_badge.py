"""A number plate as it hangs on the vehicle, to look at and to press."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme, TextRole

# A real plate is white with black letters in any light.
_PLATE_GROUND = QColor("#FFFFFF")
_PLATE_INK = QColor("#17212B")


class PlateSize(StrEnum):
    """How large a plate is drawn."""

    BIG = "big"
    SMALL = "small"


def plate_size(text: str, size: PlateSize) -> QSize:
    """Return the room a plate needs; small plates of usual length are all equally wide."""
    spacing = QFontMetricsF(theme().font(_role(size))).horizontalAdvance(text)
    if size is PlateSize.BIG:
        return QSize(max(theme().px(206), round(spacing) + theme().px(36)), theme().px(62))
    return QSize(max(theme().px(130), round(spacing) + theme().px(18)), theme().px(30))


def paint_plate(
    painter: QPainter,
    box: QRectF,
    text: str,
    size: PlateSize,
    month: str = "",
    *,
    focused: bool = False,
    hovered: bool = False,
) -> None:
    """Draw a plate into `box`; delegates of lists use this too. `month` is the line under a big one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dark_small = theme().scheme is Scheme.DARK and size is PlateSize.SMALL
    ground = theme().color("sunken") if dark_small else _PLATE_GROUND
    ink = theme().color("text") if dark_small else _PLATE_INK
    edge = theme().color("edge") if dark_small else _PLATE_INK
    if hovered or focused:
        edge = theme().color("primary")
    width = 2.5 if size is PlateSize.BIG else 2.0
    radius = theme().px(9 if size is PlateSize.BIG else 7)
    painter.setPen(QPen(edge, width))
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)
    font = _fitting(theme().font(_role(size)), text, box.width() - 2 * (width + theme().px(3)))
    painter.setFont(font)
    painter.setPen(ink)
    metrics = QFontMetricsF(font)
    # Letter-spacing leaves a gap after the last letter, which would push the text to the left.
    is_spaced = font.letterSpacingType() is QFont.SpacingType.AbsoluteSpacing
    trailing = font.letterSpacing() if is_spaced else 0
    left = box.center().x() - (metrics.horizontalAdvance(text) - trailing) / 2
    middle = box.center().y() - (theme().px(9) if month else 0)
    painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), text)
    if month:
        painter.setFont(theme().font(TextRole.PLATE_MONTH))
        line = QRectF(box.left(), box.bottom() - theme().px(24), box.width(), theme().px(18))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, month)
    painter.restore()


class PlateBadge(QWidget):
    """A plate to look at."""

    def __init__(
        self, text: str = "", size: PlateSize = PlateSize.BIG, month: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._month = month
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return what stands on the plate."""
        return self._text

    def month(self) -> str:
        """Return what stands under the number: until when the plate is valid."""
        return self._month

    def set_plate(self, text: str, month: str = "") -> None:
        """Draw another plate, with the month of its expiry where that is known."""
        self._text, self._month = text, month
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return plate_size(self._text, self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_plate(painter, QRectF(self.rect()), self._text, self._size, self._month)
        painter.end()


class PlateButton(QAbstractButton):
    """A small plate that opens its card."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_plate(text)

    def set_plate(self, text: str) -> None:
        """Draw another plate."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return plate_size(self.text(), PlateSize.SMALL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_plate(
            painter,
            QRectF(self.rect()),
            self.text(),
            PlateSize.SMALL,
            focused=self.hasFocus(),
            hovered=self.underMouse(),
        )
        painter.end()


def _fitting(font: QFont, text: str, room: float) -> QFont:
    """Return the font, or as much of its width as there is room for: a plate stays within its frame."""
    needed = QFontMetricsF(font).horizontalAdvance(text)
    if needed > room > 0:
        font = QFont(font)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100)
        needed = QFontMetricsF(font).horizontalAdvance(text)
        font.setPointSizeF(font.pointSizeF() * min(1.0, room / needed))
    return font


def _role(size: PlateSize) -> TextRole:
    return TextRole.PLATE if size is PlateSize.BIG else TextRole.PLATE_SMALL
