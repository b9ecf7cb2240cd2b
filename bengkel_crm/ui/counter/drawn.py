"""What the lists of the counter draw again and again, kept ready: shaped texts and chips."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap, QStaticText, QTransform

from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName, TextRole, Tone
from bengkel_crm.ui.widgets.chip import chip_size, paint_chip
from bengkel_crm.ui.widgets.oil_words import cut_oil

_MOST_KEPT = 2_000


class Drawn:
    """Ask `drawn()` for the one there is; all is measured anew when the theme changes."""

    def __init__(self) -> None:
        self._metrics: dict[TextRole, QFontMetricsF] = {}
        self._texts: dict[tuple[TextRole, str, int], QStaticText] = {}
        self._widths: dict[tuple[TextRole, str], float] = {}
        self._icons: dict[tuple[str, ColorName, int, float], QPixmap] = {}
        self._chips: dict[tuple[str, Tone, float], QPixmap] = {}
        theme().changed.connect(self._forget)

    def metrics(self, role: TextRole) -> QFontMetricsF:
        """Return the measures of a font at the present text size."""
        found = self._metrics.get(role)
        if found is None:
            found = self._metrics[role] = QFontMetricsF(theme().font(role))
        return found

    def text(
        self,
        painter: QPainter,
        text: str,
        role: TextRole,
        ink: ColorName,
        left: float,
        middle: float,
        room: float,
    ) -> str:
        """Draw one line around `middle`, cut to `room`; return what could be shown of it."""
        metrics = self.metrics(role)
        # Most texts fit with room to spare: measuring each would cost a fifth of drawing it.
        fits = len(text) * metrics.maxWidth() <= room or self.width(role, text) <= room
        shown = text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(theme().font(role))
        painter.setPen(theme().color(ink))
        painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), shown)
        return shown

    def often(
        self,
        painter: QPainter,
        text: str,
        role: TextRole,
        ink: ColorName,
        left: float,
        middle: float,
        room: float,
        *,
        is_oil: bool = False,
    ) -> None:
        """Draw a line as `text` does, kept shaped: a day, an oil, a mechanic stands in many rows."""
        ready = self._shaped(role, text, int(room), is_oil=is_oil)
        metrics = self.metrics(role)
        painter.setFont(theme().font(role))
        painter.setPen(theme().color(ink))
        # A static text hangs from its top; the letters' own middle is what stands in line.
        top = middle + metrics.capHeight() / 2 - metrics.ascent()
        painter.drawStaticText(QPointF(left, top), ready)

    def width(self, role: TextRole, text: str) -> float:
        """Return how wide a text is in a font, in pixels."""
        key = (role, text)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > _MOST_KEPT:
                self._widths.clear()
            found = self._widths[key] = self.metrics(role).horizontalAdvance(text)
        return found

    def icon(self, painter: QPainter, name: str, ink: ColorName, size: int, left: int, middle: float) -> None:
        """Draw an icon, `size` pixels square at 100 %, around `middle`."""
        ratio = painter.device().devicePixelRatioF()
        picture = self._icons.get((name, ink, size, ratio))
        if picture is None:
            picture = icons.pixmap(name, ink, theme().px(size), ratio)
            self._icons[name, ink, size, ratio] = picture
        painter.drawPixmap(left, round(middle - theme().px(size) / 2), picture)

    def chip(self, painter: QPainter, text: str, tone: Tone, right: float, middle: float) -> float:
        """Draw a chip that ends at `right`; return where it begins."""
        ratio = painter.device().devicePixelRatioF()
        picture = self._chips.get((text, tone, ratio))
        if picture is None:
            if len(self._chips) > _MOST_KEPT:
                self._chips.clear()
            picture = self._chips[text, tone, ratio] = _draw_chip(text, tone, ratio)
        size: QSizeF = picture.deviceIndependentSize()
        left = round(right - size.width())
        painter.drawPixmap(QPointF(left, round(middle - size.height() / 2)), picture)
        return left

    def _shaped(self, role: TextRole, text: str, room: int, *, is_oil: bool) -> QStaticText:
        key = (role, text, room)
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) > _MOST_KEPT:
                self._texts.clear()
            found = _shape(text, role)
            if found.size().width() > room:
                metrics = self.metrics(role)
                shown = (
                    cut_oil(text, metrics, room)
                    if is_oil
                    else metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
                )
                found = _shape(shown, role)
            self._texts[key] = found
        return found

    def _forget(self) -> None:
        self._metrics.clear()
        self._texts.clear()
        self._widths.clear()
        self._chips.clear()
        self._icons.clear()


_drawn: list[Drawn] = []


def drawn() -> Drawn:
    """Return the measures and pictures that all rows are painted with."""
    if not _drawn:
        _drawn.append(Drawn())
    return _drawn[0]


def _shape(text: str, role: TextRole) -> QStaticText:
    ready = QStaticText(text)
    ready.setTextFormat(Qt.TextFormat.PlainText)
    ready.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    ready.prepare(QTransform(), theme().font(role))
    return ready


def _draw_chip(text: str, tone: Tone, ratio: float) -> QPixmap:
    size = chip_size(text)
    picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_chip(painter, QRectF(0, 0, size.width(), size.height()), text, tone)
    painter.end()
    return picture
