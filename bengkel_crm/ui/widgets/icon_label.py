"""An icon that stands beside text, in a colour of the theme."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName


class IconLabel(QWidget):
    """Decoration: says nothing to a screen reader and takes no focus."""

    def __init__(
        self, name: str, color: ColorName = "primary", size: int = 22, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._color: ColorName = color
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, color: ColorName | None = None) -> None:
        """Show another picture, in another colour where one is given."""
        self._name = name
        if color is not None:
            self._color = color
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = theme().px(self._size)
        picture = icons.pixmap(self._name, self._color, side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)
        painter.end()
