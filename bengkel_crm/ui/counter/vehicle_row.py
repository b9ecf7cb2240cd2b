"""One vehicle in a list of the home page: plate, owner, a line of detail, and how it stands."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bengkel_crm.ui.counter.drawn import drawn
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.widgets.labels import plain_tooltip
from bengkel_crm.ui.widgets.plate_badge import PlateSize, paint_plate, plate_size

ROW_PX = 51
# In a narrower row what stands at the right steps down, so that the name is not cut.
_NARROW_PX = 480
_LEAST_DETAIL_PX = 60


class VehicleRow(QAbstractButton):
    """Pressed with the mouse, Enter or the space bar, it opens the vehicle's card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vehicle_id = 0
        self._plate = self._owner = self._detail = self._note = ""
        self._tone: Tone | None = None
        self._picture: QPixmap | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._forget)

    def set_vehicle(
        self, vehicle_id: int, plate: str, owner: str, detail: str, note: str, tone: Tone | None = None
    ) -> None:
        """Show a vehicle; `note` stands at the right, as a chip where it has a tone."""
        self.vehicle_id = vehicle_id
        before = (self._plate, self._owner, self._detail, self._note, self._tone)
        if before == (plate, owner, detail, note, tone):
            return
        self._plate, self._owner, self._detail, self._note, self._tone = plate, owner, detail, note, tone
        words = ", ".join(word for word in (plate, owner, detail, note) if word)
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip("\n".join(word for word in (owner, detail) if word)))
        self._forget()

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
        ratio = self.devicePixelRatioF()
        picture = self._picture
        if picture is None or picture.size() != self.size() * ratio:
            picture = self._picture = self._draw(ratio)
        painter = QPainter(self)
        self._paint_ground(painter)
        painter.drawPixmap(0, 0, picture)
        painter.end()

    def _draw(self, ratio: float) -> QPixmap:
        """Draw the row once: the hits uncover it at every key press."""
        px = theme().px
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        size = plate_size(self._plate, PlateSize.SMALL)
        middle = self.height() / 2
        badge = QRectF(px(9), middle - size.height() / 2, size.width(), size.height())
        paint_plate(painter, badge, self._plate, PlateSize.SMALL)
        left, right = badge.right() + px(14), self.width() - px(9)
        narrow = self.width() < px(_NARROW_PX)
        upper, lower = (middle - px(11), middle + px(11)) if narrow else (middle - px(8), middle + px(9))
        rest = self._paint_note(painter, right, lower if narrow else middle) - left
        owner_room = right - left if narrow else rest
        drawn().text(painter, self._owner, TextRole.STRONG, "text", left, upper, owner_room)
        if rest >= px(_LEAST_DETAIL_PX):
            drawn().text(painter, self._detail, TextRole.BODY, "text2", left, lower, rest)
        painter.end()
        return picture

    def _paint_ground(self, painter: QPainter) -> None:
        if not (self.hasFocus() or self.underMouse()):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("primary"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("tint" if self.isDown() else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_note(self, painter: QPainter, right: float, middle: float) -> float:
        """Paint what stands at the right; return where the text before it has to end."""
        if not self._note:
            return right
        if self._tone is not None:
            return drawn().chip(painter, self._note, self._tone, right, middle) - theme().px(12)
        left = right - drawn().width(TextRole.BODY, self._note)
        drawn().text(painter, self._note, TextRole.BODY, "text2", left, middle, right - left + 1)
        return left - theme().px(12)

    def _forget(self) -> None:
        self._picture = None
        self.updateGeometry()
        self.update()
