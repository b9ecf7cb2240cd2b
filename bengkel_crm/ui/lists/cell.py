"""One cell of a list under the brush."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName, TextRole
from bengkel_crm.ui.widgets.plate_badge import PlateSize, paint_plate, plate_size

_SIDE_PX, _HALF_LINE_PX = 13, 9


class Cell:
    """One line in its middle, or two; `above` is the record of the row above, None in the first.

    `is_here` says that its row has the cursor and the keys.
    """

    def __init__(self, painter: QPainter, box: QRectF, above: Any = None, *, is_here: bool = False) -> None:
        side = theme().px(_SIDE_PX)
        self.painter = painter
        self.box = box
        self.above = above
        self.is_here = is_here
        self.left = box.left() + side
        self.right = box.right() - side
        self.middle = box.center().y()
        self.upper = self.middle - theme().px(_HALF_LINE_PX)
        self.lower = self.middle + theme().px(_HALF_LINE_PX)

    def two_lines(
        self,
        first: str,
        second: str,
        role: TextRole = TextRole.BODY,
        ink: ColorName = "text2",
        *,
        right: bool = False,
    ) -> None:
        """Write a line and its caption; the line alone stands in the middle."""
        self.line(first, role, "text", self.upper if second else self.middle, right=right)
        self.line(second, TextRole.CAPTION, ink, self.lower, right=right)

    def line(
        self,
        text: str,
        role: TextRole,
        ink: ColorName,
        middle: float,
        *,
        right: bool = False,
        left: float | None = None,
    ) -> None:
        """Write a line, cut where its cell ends."""
        if not text:
            return
        font = theme().font(role)
        metrics = QFontMetricsF(font)
        left = self.left if left is None else left
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.right - left)
        if right:
            left = self.right - metrics.horizontalAdvance(shown)
        self.painter.setFont(font)
        self.painter.setPen(theme().color(ink))
        self.painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), shown)

    def plates(self, plates: Sequence[str]) -> None:
        """Paint the first plate, and how many more there are."""
        if not plates:
            return
        more = f"+{len(plates) - 1}" if len(plates) > 1 else ""
        size = plate_size(plates[0], PlateSize.SMALL)
        width = min(float(size.width()), self.right - self.left - (theme().px(22) if more else 0))
        box = QRectF(self.left, self.middle - size.height() / 2, width, size.height())
        paint_plate(self.painter, box, plates[0], PlateSize.SMALL)
        self.line(more, TextRole.CAPTION_STRONG, "text2", self.middle, left=box.right() + theme().px(5))

    def text_in(self, room: QRectF, text: str, ink: ColorName, font: QFont) -> None:
        """Write a line in the middle of a room, cut where that ends."""
        self.painter.setPen(theme().color(ink))
        self.painter.setFont(font)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        self.painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def icon(self, name: str, ink: ColorName, size_px: int, left: float, middle: float) -> None:
        """Paint an icon."""
        side = theme().px(size_px)
        picture = icons.pixmap(name, ink, side, self.painter.device().devicePixelRatioF())
        self.painter.drawPixmap(round(left), round(middle - side / 2), picture)

    def tick(self, *, is_ticked: bool) -> None:
        """Paint a box that is ticked or not."""
        painter, side = self.painter, theme().px(17)
        left, top = (self.left + self.right) / 2 - side / 2, self.middle - side / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("primary" if is_ticked else "edge"), 1))
        painter.setBrush(theme().color("primary" if is_ticked else "surface"))
        painter.drawRoundedRect(QRectF(round(left) + 0.5, round(top) + 0.5, side, side), 4, 4)
        if is_ticked:
            inner = theme().px(13)
            picture = icons.pixmap("check", "onprimary", inner, painter.device().devicePixelRatioF())
            inset = (side - inner) / 2
            painter.drawPixmap(round(left + inset) + 1, round(top + inset) + 1, picture)
