"""One vehicle in a list of the home page: plate, owner, a line of detail, and how it stands."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bengkel_crm.ui.theme import theme
from bengkel_crm.ui.tokens import ColorName, Role, Tone
from bengkel_crm.ui.widgets.chip import chip_size, paint_chip
from bengkel_crm.ui.widgets.labels import plain_tooltip
from bengkel_crm.ui.widgets.plate_badge import PlateSize, paint_plate, plate_size

ROW_PX = 51


class VehicleRow(QAbstractButton):
    """Pressed with the mouse, Enter or the space bar, it opens the vehicle's card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vehicle_id = 0
        self._plate = self._owner = self._detail = self._note = ""
        self._tone: Tone | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_vehicle(
        self, vehicle_id: int, plate: str, owner: str, detail: str, note: str, tone: Tone | None = None
    ) -> None:
        """Show a vehicle; `note` stands at the right, as a chip where it has a tone."""
        self.vehicle_id = vehicle_id
        self._plate, self._owner, self._detail, self._note, self._tone = plate, owner, detail, note, tone
        words = ", ".join(word for word in (plate, owner, detail, note) if word)
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip("\n".join(word for word in (owner, detail) if word)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(ROW_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme().px(ROW_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        painter = QPainter(self)
        self._paint_ground(painter)
        size = plate_size(self._plate, PlateSize.SMALL)
        left = float(px(9))
        badge = QRectF(left, (self.height() - size.height()) / 2, size.width(), size.height())
        paint_plate(painter, badge, self._plate, PlateSize.SMALL)
        left = badge.right() + px(14)
        right = self._paint_note(painter, float(self.width() - px(9)))
        middle = self.height() / 2
        self._text(painter, self._owner, Role.STRONG, "text", left, middle - px(8), right - left)
        self._text(painter, self._detail, Role.BODY, "text2", left, middle + px(9), right - left)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        if not (self.hasFocus() or self.underMouse()):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(theme().color("primary"), 2) if self.hasFocus() else Qt.PenStyle.NoPen
        painter.setPen(edge)
        painter.setBrush(theme().color("tint" if self.isDown() else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_note(self, painter: QPainter, right: float) -> float:
        """Paint what stands at the right; return where the text before it has to end."""
        if not self._note:
            return right
        if self._tone is None:
            width = QFontMetricsF(theme().font(Role.BODY)).horizontalAdvance(self._note)
            self._text(painter, self._note, Role.BODY, "text2", right - width, self.height() / 2, width + 1)
            return right - width - theme().px(12)
        size = chip_size(self._note)
        top = (self.height() - size.height()) / 2
        box = QRectF(right - size.width(), top, size.width(), size.height())
        paint_chip(painter, box, self._note, self._tone)
        return box.left() - theme().px(12)

    def _text(
        self,
        painter: QPainter,
        text: str,
        role: Role,
        ink: ColorName,
        left: float,
        middle: float,
        room: float,
    ) -> None:
        font = theme().font(role)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme().color(ink))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), shown)
