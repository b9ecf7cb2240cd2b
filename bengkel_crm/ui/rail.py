"""The pages at the left edge: an icon, a word and Alt with a number each."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from bengkel_crm.ui import icons
from bengkel_crm.ui.theme import dress, theme
from bengkel_crm.ui.tokens import ColorName, Role, Scheme

RAIL_PX = 98


def chosen_ink() -> ColorName:
    """Return the lightest ink of the scheme: the rail is dark in both."""
    return "surface" if theme().scheme is Scheme.LIGHT else "text"


class RailButton(QAbstractButton):
    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        dress(self, Role.RAIL)

    def set_words(self, title: str, key: str) -> None:
        self.setText(title)
        self.setAccessibleName(title)
        self.setToolTip(f"{title}  {key}")

    def sizeHint(self) -> QSize:
        return QSize(theme().px(80), theme().px(57))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            ground = QColor(theme().color("railselected"))
            ground.setAlphaF(1.0 if chosen else 0.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("railtext"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 8, 8)
        side = theme().px(22)
        icon_ink: ColorName = chosen_ink() if chosen else "railtext"
        picture = icons.pixmap(self._icon, icon_ink, side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, theme().px(9), picture)
        painter.setPen(theme().color(icon_ink))
        text = QFontMetricsF(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 4.0
        )
        line = QRectF(0, theme().px(32), self.width(), theme().px(20))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class Rail(QWidget):
    """Emits the key of a page when its button is pressed; shows which one is in front."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(9, 12, 9, 12)
        self._column.setSpacing(4)
        self._column.addWidget(_Mark(), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(10)
        self._stretch_at = self._column.count()
        self._column.addStretch(1)
        theme().changed.connect(self._restyle)
        self._restyle()

    def add_page(self, key: str, icon: str, *, at_bottom: bool = False) -> None:
        button = RailButton(icon)
        button.clicked.connect(lambda: self.page_chosen.emit(key))
        self._buttons[key] = button
        self._group.addButton(button)
        if at_bottom:
            self._column.addWidget(button)
        else:
            self._column.insertWidget(self._stretch_at, button)
            self._stretch_at += 1

    def set_words(self, key: str, title: str, shortcut: str) -> None:
        self._buttons[key].set_words(title, shortcut)

    def show_chosen(self, key: str) -> None:
        self._buttons[key].setChecked(True)

    def _restyle(self) -> None:
        self.setFixedWidth(theme().px(RAIL_PX))


class _Mark(QWidget):
    """The program's wrench."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(28, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        picture = icons.pixmap("wrench", chosen_ink(), 28, self.devicePixelRatioF())
        painter.drawPixmap(0, 0, picture)
        painter.end()
