"""The box everything at the counter begins with."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from bengkel_crm.trade.invisible import visible
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import key_cap_size, key_text, paint_key_cap
from bengkel_crm.ui.widgets.labels import repolish
from bengkel_crm.ui.widgets.layouts import Grow, in_row
from bengkel_crm.ui.widgets.line_edit import LineEdit

BOX_PX = 56
_HINT_AT = 3
_LONGEST = 80


class Step(StrEnum):
    """Where the arrow keys want to go in the list below."""

    UP = "up"
    DOWN = "down"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    FIRST = "first"
    LAST = "last"


_STEPS = {
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_PageUp: Step.PAGE_UP,
    Qt.Key.Key_PageDown: Step.PAGE_DOWN,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}
_LINE_STEPS = frozenset({Step.FIRST, Step.LAST})
_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def first_line(text: str) -> str:
    """Return the first line of a text that says something, its tabs as spaces.

    A cell copied from Excel ends in a line break, a row of cells is cut by tabs; what is copied from a phone
    has letters nobody sees.
    """
    lines = [" ".join(line.split()) for line in visible(text).splitlines()]
    return next((line for line in lines if line), "")


def is_typing(event: QKeyEvent) -> bool:
    """Return whether a key writes a letter or a digit."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return not held and bool(event.text().strip()) and event.text().isprintable()


class _Line(LineEdit):
    """Keeps the focus while the arrow keys walk through the list below."""

    stepped = Signal(object)
    composed = Signal()

    def __init__(self) -> None:
        super().__init__(TextRole.PLATE_BOX)
        self.setMaxLength(_LONGEST)
        # Fills its own ground, so that the window below is not painted again at every key.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Spelling help would keep the letters back from the search until a word is through.
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase)
        self.preedit = ""
        # The same in several wordings, the longest first.
        self.hints: tuple[str, ...] = ("",)
        self.list_is_shown = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key())) if event.modifiers() in _BARE else None
        # Home and End are the line's own keys as long as no list is there to walk through.
        if step is not None and (self.list_is_shown or step not in _LINE_STEPS):
            self.stepped.emit(step)
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if self.preedit != event.preeditString():
            self.preedit = event.preeditString()
            self.composed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().color("surface"))
        painter.end()
        super().paintEvent(event)
        if self.text() or self.preedit:
            return
        # Qt's own placeholder would stand there as large and bold as a plate.
        painter = QPainter(self)
        painter.setFont(self._hint_font())
        painter.setPen(theme().color("text3"))
        room = QRectF(self.rect()).adjusted(_HINT_AT, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown_hint())
        painter.end()

    def shown_hint(self) -> str:
        """Return the longest wording of the hint that has room, the shortest cut where none has."""
        metrics, room = QFontMetricsF(self._hint_font()), self.width() - _HINT_AT
        fitting = (hint for hint in self.hints if metrics.horizontalAdvance(hint) <= room)
        return next(fitting, metrics.elidedText(self.hints[-1], Qt.TextElideMode.ElideRight, room))

    def _hint_font(self) -> QFont:
        font = QFont(theme().font(TextRole.PLATE_BOX_HINT))
        # What a font leaves open a painter takes from its widget, here the wide letters of a plate.
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)
        return font


class PlateBox(QFrame):
    """Emits `typed` with the whole text at every change, however it came in."""

    typed = Signal(str)
    entered = Signal()
    stepped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plate_box")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line = _Line()
        in_row(
            IconLabel("search", "primary", 24),
            Grow(self.line),
            _KeyCap("F3"),
            on=self,
            spacing=12,
            margins=(16, 0, 14, 0),
        )
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._on_text_changed)
        self.line.composed.connect(self._tell)
        self.line.returnPressed.connect(self.entered)
        self.line.stepped.connect(self.stepped)
        self.line.installEventFilter(self)
        theme().changed.connect(self._restyle)
        self._restyle()

    def text(self) -> str:
        """Return what stands in the box, with what an input method has not settled yet."""
        text = self.line.text()
        at = self.line.cursorPosition()
        return text[:at] + self.line.preedit + text[at:]

    def clear(self) -> None:
        """Empty the box."""
        # QLineEdit.clear() could be undone; Ctrl+Z belongs to the last deed once a plate is answered.
        self.line.setText("")

    def set_words(self, name: str, *hints: str) -> None:
        """Name the box; the longest of the hints that has room is shown, the first is read out."""
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(hints[0])
        self.line.hints = hints
        self.line.update()

    def is_hint_cut(self) -> bool:
        """Return whether an empty box says less than the shortest of its hints."""
        return not self.line.text() and self.line.shown_hint() not in self.line.hints

    def set_answer(self, answer: str) -> None:
        """Describe the box by what Enter would open; by its hint when that is nothing."""
        self.line.setAccessibleDescription(answer or self.line.hints[0])

    def set_list_shown(self, shown: bool) -> None:
        """Say whether hits stand below: arrows then belong to them."""
        self.line.list_is_shown = shown

    def take_focus(self) -> None:
        """Put the cursor into the box with its text selected: the next plate overwrites it."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def take_key(self, event: QKeyEvent) -> None:
        """Go on typing here with a letter that was pressed elsewhere on the page."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.insert(event.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_focus(event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def _on_text_changed(self, text: str) -> None:
        tidied = text if text.isprintable() else first_line(text)
        if tidied == text:
            self._tell()
            return
        at = len(first_line(text[: self.line.cursorPosition()]))
        self.line.setText(tidied)
        self.line.setCursorPosition(at)

    def _tell(self) -> None:
        self.typed.emit(self.text())

    def _show_focus(self, focused: bool) -> None:
        if self.property("focused") != focused:
            self.setProperty("focused", focused)
            repolish(self)

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(BOX_PX))


class _KeyCap(QWidget):
    """The key that leads here from anywhere."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return key_cap_size(key_text(self._key))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink, edge, ground = (theme().color(name) for name in ("text2", "line2", "sunken"))
        paint_key_cap(painter, QRectF(self.rect()), key_text(self._key), ink, edge, ground)
        painter.end()
