"""A QR code, each module a whole number of pixels."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bengkel_crm.ui.look.theme import theme

# Black on white in either theme: not every phone reads a code turned inside out.
_INK, _GROUND = QColor("#000000"), QColor("#FFFFFF")
_MARGIN_MODULES = 4
_SIDE_PX = 344


class QrCode(QWidget):
    """Shows rows of modules; nothing until it is given some."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[bytes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_rows(self, rows: Sequence[bytes]) -> None:
        """Show a code, a byte (0 or 1) for each module; none for no code."""
        self._rows = tuple(rows)
        self.update()

    def rows(self) -> tuple[bytes, ...]:
        """The squares row by row, a byte each: 1 is dark."""
        return self._rows

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_SIDE_PX), theme().px(_SIDE_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_SIDE_PX) * 4 // 5, theme().px(_SIDE_PX) * 4 // 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        # In device pixels: a module of two and a half pixels would be grey at its edges.
        painter.scale(1 / ratio, 1 / ratio)
        modules = len(self._rows) + 2 * _MARGIN_MODULES
        module = max(1, int(min(self.width(), self.height()) * ratio) // modules)
        side = module * modules
        left, top = (int(self.width() * ratio) - side) // 2, (int(self.height() * ratio) - side) // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(left, top, side, side), 8 * ratio, 8 * ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        first = _MARGIN_MODULES * module
        for row, modules_of_row in enumerate(self._rows):
            for column, is_dark in enumerate(modules_of_row):
                if is_dark:
                    x, y = left + first + column * module, top + first + row * module
                    painter.fillRect(QRect(x, y, module, module), _INK)
        painter.end()
