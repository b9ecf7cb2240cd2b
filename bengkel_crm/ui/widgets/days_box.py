"""So many days: a number of the shop's to look at, to try and, by Enter or the button behind it, to keep."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from bengkel_crm.ui.look.theme import set_role
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.texts import Speaks

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DaysBox(Speaks, QSpinBox):
    """From `least` to `most` days; emits `entered` with another number than the kept one.

    Whoever keeps it calls `set_days`. A number that was not entered is forgotten when the page is left.
    """

    entered = Signal(int)

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = least
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, TextRole.NUMBER)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.button = self.worded(KeyButton("", "check", "Enter"), "Save")
        self.button.hide()
        self.button.clicked.connect(self._enter)
        self.valueChanged.connect(self._offer)
        self.put_text(self.setSuffix, " days")

    def set_days(self, days: int) -> None:
        """Show a number as it is kept."""
        self._kept = days
        self.setValue(days)
        self._offer()

    def is_changed(self) -> bool:
        """Return whether another number than the kept one stands there."""
        return self.value() != self._kept

    def event(self, event: QEvent) -> bool:
        """Keep Escape for the box: it brings the number of before back."""
        # Escape is the window's own key: while there is something to take back, it is this box's.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.is_changed()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.interpretText()
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and self.is_changed():
            self.set_days(self._kept)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Whoever scrolls past it changes nothing.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.set_days(self._kept)

    def _enter(self) -> None:
        if self.is_changed():
            self.entered.emit(self.value())

    def _offer(self) -> None:
        self.button.setVisible(self.is_changed() and self.isVisible())
