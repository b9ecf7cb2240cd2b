"""A soft shadow for what lies over the page, drawn from nine pieces that are painted once."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

# How far it reaches to the sides and below; there is none above.
SHADOW = 18
_RADIUS = 10
_CORNER = SHADOW + _RADIUS
_STRENGTH = 2

_pieces: dict[float, QPixmap] = {}


def paint_shadow(painter: QPainter, box: QRect) -> None:
    """Paint the shadow of a sheet that fills `box` but for `SHADOW` at the left, right and bottom."""
    ratio = painter.device().devicePixelRatioF()
    whole = _pieces.get(ratio)
    if whole is None:
        whole = _pieces[ratio] = _draw(ratio)
    side = 2 * _CORNER + 2
    middle = QRect(box.left() + _CORNER, box.top(), box.width() - 2 * _CORNER, box.height())
    foot = box.bottom() + 1 - _CORNER
    body = foot - box.top()

    def put(target: QRect, x: int, y: int, width: int, height: int) -> None:
        source = QRectF(x * ratio, y * ratio, width * ratio, height * ratio)
        painter.drawPixmap(QRectF(target), whole, source)

    right = box.right() + 1 - _CORNER
    put(QRect(box.left(), box.top(), _CORNER, body), 0, _CORNER, _CORNER, 1)
    put(QRect(right, box.top(), _CORNER, body), side - _CORNER, _CORNER, _CORNER, 1)
    put(QRect(box.left(), foot, _CORNER, _CORNER), 0, side - _CORNER, _CORNER, _CORNER)
    put(QRect(right, foot, _CORNER, _CORNER), side - _CORNER, side - _CORNER, _CORNER, _CORNER)
    put(QRect(middle.left(), foot, middle.width(), _CORNER), _CORNER, side - _CORNER, 1, _CORNER)


def _draw(ratio: float) -> QPixmap:
    side = 2 * _CORNER + 2
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, _STRENGTH))
    # Sheets of ever smaller size, each a breath of black, lie on each other.
    for inset in range(SHADOW):
        radius = _CORNER - inset
        painter.drawRoundedRect(QRectF(inset, inset, side - 2 * inset, side - 2 * inset), radius, radius)
    painter.end()
    return drawn
