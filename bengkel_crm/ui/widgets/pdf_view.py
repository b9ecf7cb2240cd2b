"""A look at the very PDF that will be printed, one page at a time."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.widgets.texts import Speaks

_MARGIN_PX = 10
_ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0)
_STEP = 60.0
_ARROWS = {
    Qt.Key.Key_Down: QPointF(0, _STEP),
    Qt.Key.Key_Up: QPointF(0, -_STEP),
    Qt.Key.Key_Right: QPointF(_STEP, 0),
    Qt.Key.Key_Left: QPointF(-_STEP, 0),
}


class PdfView(Speaks, QWidget):
    """PageUp, PageDown and the wheel turn the pages, + and - zoom; nothing is shown until there is a file."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._page = 0
        self._pages = 0
        self._image = QImage()
        self._zoom = 1.0
        # How far the page is moved up and left, where it is larger than its place.
        self._moved = QPointF()
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.put_text(self.setAccessibleName, "Preview")

    def show_file(self, path: Path) -> None:
        """Show a file, from its first page."""
        # Imported here: the library is needed by whoever looks at a paper, and by nobody else.
        import pypdfium2

        document = pypdfium2.PdfDocument(path)
        self._pages = len(document)
        document.close()
        self._path, self._page = path, 0
        self._draw()
        self.turned.emit()

    def clear(self) -> None:
        """Show nothing."""
        self._path, self._pages, self._image = None, 0, QImage()
        self.update()
        self.turned.emit()

    def page(self) -> int:
        """Return the number of the page shown, from 1; 0 for none."""
        return self._page + 1 if self._pages else 0

    def pages(self) -> int:
        """Return how many pages the paper has."""
        return self._pages

    def turn(self, by: int) -> None:
        """Show another page, as many further as `by` says."""
        page = min(max(self._page + by, 0), max(self._pages - 1, 0))
        if page != self._page:
            self._page = page
            self._draw()
            self.turned.emit()

    def zoom(self, by: int) -> None:
        """Show the page larger (1) or smaller (-1); never smaller than whole."""
        place = _ZOOMS.index(self._zoom) + by
        if 0 <= place < len(_ZOOMS):
            self._zoom = _ZOOMS[place]
            self._draw()
            self._move(QPointF())
            self.turned.emit()

    def zoom_percent(self) -> int:
        """Return how large the page is shown; 100 is whole."""
        return round(self._zoom * 100)

    def _move(self, by: QPointF) -> None:
        """Move the page under its window."""
        size = self._image.deviceIndependentSize()
        most = QPointF(
            max(0.0, size.width() - self.width() + 2 * _MARGIN_PX),
            max(0.0, size.height() - self.height() + 2 * _MARGIN_PX),
        )
        x = min(max(self._moved.x() + by.x(), 0.0), most.x())
        y = min(max(self._moved.y() + by.y(), 0.0), most.y())
        self._moved = QPointF(x, y)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(440), theme().px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(240))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(-1 if event.key() == Qt.Key.Key_Minus else 1)
        elif self._zoom > 1 and Qt.Key(event.key()) in _ARROWS:
            self._move(_ARROWS[Qt.Key(event.key())])
        elif step is None:
            super().keyPressEvent(event)
        else:
            self.turn(step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if turned > 0 else -1)
        elif self._zoom > 1:
            self._move(QPointF(0, -turned))
        else:
            self.turn(-1 if turned > 0 else 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._move(self._held - event.position())
            self._held = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._held = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(theme().color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if not self._image.isNull():
            painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
            size = self._image.deviceIndependentSize()
            box = QRectF(
                round(max((self.width() - size.width()) / 2, _MARGIN_PX) - self._moved.x()),
                round(max((self.height() - size.height()) / 2, _MARGIN_PX) - self._moved.y()),
                size.width(),
                size.height(),
            )
            painter.drawImage(box, self._image)
            painter.setPen(QPen(theme().color("line2"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()

    def _draw(self) -> None:
        """Draw the page at the size it is shown in."""
        if self._path is None or not self._pages:
            return
        import pypdfium2  # as above

        room_wide = self.width() - 2 * theme().px(_MARGIN_PX)
        room_high = self.height() - 2 * theme().px(_MARGIN_PX)
        if room_wide < 40 or room_high < 40:
            return
        # Opened for each page: on Windows an open file could not be written anew.
        document = pypdfium2.PdfDocument(self._path)
        try:
            page = document[self._page]
            ratio = self.devicePixelRatioF()
            scale = min(room_wide / page.get_width(), room_high / page.get_height()) * ratio * self._zoom
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            image.setDevicePixelRatio(ratio)
        finally:
            document.close()
        self._image = image
        self.update()
