"""A few words on a coloured ground: how a thing stands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TONE_GROUND, TONE_INK, TextRole, Tone


class Chip(QWidget):
    """A short word on a coloured ground."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_chip(text, tone)

    def set_chip(self, text: str, tone: Tone) -> None:
        """Show a word in a tone."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the word."""
        return self._text

    def tone(self) -> Tone:
        """Return the tone."""
        return self._tone

    def sizeHint(self) -> QSize:
        return chip_size(self._text)

    def minimumSizeHint(self) -> QSize:
        return chip_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._text, self._tone)
        painter.end()


def chip_size(text: str) -> QSize:
    """Return the room `paint_chip` needs."""
    width = QFontMetricsF(theme().font(TextRole.CAPTION_STRONG)).horizontalAdvance(text)
    return QSize(round(width) + theme().px(28), theme().px(24))


def paint_chip(painter: QPainter, box: QRectF, text: str, tone: Tone) -> None:
    """Draw a chip into `box`, for the delegates of lists."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = theme().color("line" if tone is Tone.NEUTRAL else TONE_GROUND[tone])
    painter.setPen(QPen(edge, 1))
    painter.setBrush(theme().color(TONE_GROUND[tone]))
    box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(theme().font(TextRole.CAPTION_STRONG))
    painter.setPen(theme().color(TONE_INK[tone]))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
