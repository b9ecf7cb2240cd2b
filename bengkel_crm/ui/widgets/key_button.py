"""A button that teaches its key: icon, text and a key cap."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import set_role, theme
from bengkel_crm.ui.look.tokens import ColorName, TextRole
from bengkel_crm.ui.widgets.labels import plain_tooltip

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ButtonKind(StrEnum):
    """How much a button asks to be pressed; one PRIMARY a screen."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    DANGER = "danger"
    LINK = "link"


def key_text(key: str) -> str:
    """Return a key as it is printed on the keyboard: "Ctrl+N", "Enter"."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def paint_key_cap(
    painter: QPainter, box: QRectF, text: str, ink: QColor, edge: QColor, ground: QColor | None
) -> None:
    """Draw a key cap into `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(theme().font(TextRole.KEY_CAP))
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def key_cap_size(text: str) -> QSize:
    """Return how large the drawing of a key with this text is, in pixels."""
    width = QFontMetricsF(theme().font(TextRole.KEY_CAP)).horizontalAdvance(text)
    return QSize(round(width) + theme().px(16), theme().px(20))


class KeyButton(QPushButton):
    """Draws its own inside, so that the key cap can step aside when the button is narrow.

    `key` is only shown ("F2", "Ctrl+N"); who listens to it is the window's business.
    """

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        key: str = "",
        kind: ButtonKind = ButtonKind.SECONDARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._key = key
        self._kind = kind
        self._is_compact = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_role(self, TextRole.STRONG)
        self._put_spoken_name()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._put_spoken_name()
        self.updateGeometry()

    def set_icon_name(self, icon: str) -> None:
        """Show another picture."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key."""
        if key != self._key:
            self._key = key
            self._put_spoken_name()
            self.updateGeometry()
            self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone where there is no room for words; what it does is in the tooltip."""
        if compact != self._is_compact:
            self._is_compact = compact
            self._put_spoken_name()
            self.updateGeometry()
            self.update()

    def kind(self) -> ButtonKind:
        """Return how much it asks to be pressed."""
        return self._kind

    def set_kind(self, kind: ButtonKind) -> None:
        """Draw it as another kind of button."""
        self._kind = kind
        self.update()

    def shows_key(self) -> bool:
        """Return whether the key cap has room at the present width."""
        return bool(self._key) and not self._is_compact and self.width() >= self.sizeHint().width()

    def sizeHint(self) -> QSize:
        cap = 0
        if self._key and not self._is_compact:
            cap = key_cap_size(key_text(self._key)).width() + theme().px(10)
        return QSize(self._text_part() + cap, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._text_part(), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt leaves Enter to dialogs; people press it on whatever has the focus.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _COMMANDS:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_frame(painter)
        cap = key_text(self._key) if self.shows_key() else ""
        gap = theme().px(10)
        icon_side = theme().px(18) if self._icon_name else 0
        text_width = QFontMetricsF(self.font()).horizontalAdvance(self._shown_text())
        cap_size = key_cap_size(cap) if cap else QSize(0, 0)
        used = (
            text_width
            + (icon_side + gap * bool(text_width) if icon_side else 0)
            + (cap_size.width() + gap if cap else 0)
        )
        left = max(theme().px(8), (self.width() - used) / 2)
        if icon_side:
            picture = icons.pixmap(self._icon_name, self._icon_ink(), icon_side, self.devicePixelRatioF())
            painter.drawPixmap(round(left), (self.height() - icon_side) // 2, picture)
            left += icon_side + gap
        painter.setPen(theme().color(self._ink()))
        room = min(text_width + 1, self.width() - left - theme().px(4))
        text_box = QRectF(left, 0, room, self.height())
        # A button squeezed below its minimum still shows where its text goes on.
        shown = QFontMetricsF(self.font()).elidedText(
            self._shown_text(), Qt.TextElideMode.ElideRight, room + 0.5
        )
        painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if cap:
            top = (self.height() - cap_size.height()) / 2
            box = QRectF(round(left + text_width + gap), round(top), cap_size.width(), cap_size.height())
            self._paint_cap(painter, box, cap)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        """Draw ground and edge; not the style sheet, whose QStyle costs a start ten milliseconds."""
        ground, edge = self._frame_colors()
        width = 2 if self.hasFocus() and self._kind is not ButtonKind.LINK else 1
        inset = width / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color(edge), width) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 7, 7)

    def _frame_colors(self) -> tuple[ColorName | None, ColorName | None]:
        hot = self.underMouse() and self.isEnabled()
        focused = self.hasFocus()
        match self._kind:
            case ButtonKind.LINK:
                ground: ColorName | None = "selection" if self.isChecked() else "tint" if hot else None
                return (ground, "primary" if focused else None)
            case ButtonKind.PRIMARY if not self.isEnabled():
                return ("line", "line")
            case ButtonKind.PRIMARY:
                ground = "hover" if hot or self.isDown() else "primary"
                return (ground, "text" if focused else ground)
            case ButtonKind.DANGER if hot:
                return ("badbg", "bad")
            case _ if not self.isEnabled():
                return ("bg", "line")
            case _:
                ground = "tint" if self.isDown() or self.isChecked() else "sunken" if hot else "surface"
                chosen = focused or self.isChecked()
                return (ground, "primary" if chosen else "edge" if hot else "line2")

    def _paint_cap(self, painter: QPainter, box: QRectF, cap: str) -> None:
        if self._kind is ButtonKind.PRIMARY and self.isEnabled():
            ink = theme().color("onprimary")
            veil = QColor(ink)
            veil.setAlphaF(0.18)
            paint_key_cap(painter, box, cap, ink, veil, veil)
        else:
            paint_key_cap(painter, box, cap, theme().color("text2"), theme().color("line2"), None)

    def _ink(self) -> ColorName:
        if not self.isEnabled():
            return "text3"
        if self._kind is ButtonKind.PRIMARY:
            return "onprimary"
        if self._kind is ButtonKind.LINK:
            return "hover" if self.underMouse() else "primary"
        return "bad" if self._kind is ButtonKind.DANGER else "text"

    def _icon_ink(self) -> ColorName:
        ink = self._ink()
        return "primary" if ink == "text" else ink

    def _bare_text(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _shown_text(self) -> str:
        return "" if self._is_compact and self._icon_name else self._bare_text()

    def _text_part(self) -> int:
        if self._is_compact and self._icon_name:
            return self._height()
        text = QFontMetricsF(self.font()).horizontalAdvance(self._bare_text())
        icon = theme().px(28) if self._icon_name else 0
        sides = theme().px(12 if self._kind is ButtonKind.LINK else 26)
        return round(text + 0.5) + icon + sides

    def _height(self) -> int:
        return theme().px(24 if self._kind is ButtonKind.LINK else 38)

    def _put_spoken_name(self) -> None:
        self.setAccessibleName(self._bare_text())
        told = f"{self._bare_text()}  {key_text(self._key)}".strip()
        self.setToolTip(plain_tooltip(told) if self._key or self._is_compact else "")
