"""The line a list is narrowed down with, letter by letter."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.line_edit import LineEdit

_LONGEST = 80
# The magnifier, the button that clears, and the paddings.
_SIDES_PX = 64
_INTO_THE_LIST = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterLine(LineEdit):
    """Down and Enter go into the list."""

    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TextRole.BODY, parent)
        self.setMaxLength(_LONGEST)
        self.setClearButtonEnabled(True)
        self._picture = self.addAction(icons.icon("search"), LineEdit.ActionPosition.LeadingPosition)
        theme().changed.connect(self._restyle)
        self._restyle()

    def set_words(self, name: str, placeholder: str) -> None:
        """Say what the line is, and what can be typed there."""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def take_key(self, event: QKeyEvent) -> None:
        """Go on typing here with a letter that was pressed elsewhere on the page."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.insert(event.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _INTO_THE_LIST and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left_downwards.emit()
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        # What can be asked for is read whole before anything is typed.
        words = round(self.fontMetrics().horizontalAdvance(self.placeholderText()) + 0.5)
        return QSize(words + theme().px(_SIDES_PX), super().minimumSizeHint().height())

    def _restyle(self) -> None:
        self._picture.setIcon(icons.icon("search"))
