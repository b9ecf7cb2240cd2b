"""A line to type in that leaves the window its keys, and a box for a few lines."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from bengkel_crm.ui.look.theme import set_role, theme
from bengkel_crm.ui.look.tokens import TextRole

# Qt knows one key for redo on each system; here it is either of two, on every system.
_REDO = QKeySequence("Ctrl+Y")
# Qt on X11 gives Ctrl+E and Ctrl+K to every line edit (end of line, delete to the end).
_WINDOW_KEYS = tuple(QKeySequence(key) for key in ("Ctrl+E", "Ctrl+K"))

_BOX_HEIGHT_PX = 64


class LineEdit(QLineEdit):
    """Takes Ctrl+Z only while it has typing of its own to take back."""

    def __init__(self, role: TextRole = TextRole.BODY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, role)

    def event(self, event: QEvent) -> bool:
        """Leave to the window the keys that are the window's."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if self._is_the_windows(event):
                event.ignore()
                return False
        return super().event(event)

    def _is_the_windows(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.isUndoAvailable()
        key = QKeySequence(event.keyCombination())
        if event.matches(QKeySequence.StandardKey.Redo) or key == _REDO:
            return not self.isRedoAvailable()
        return key in _WINDOW_KEYS


class TextBox(QPlainTextEdit):
    """Spoken to like a line edit; Tab leaves it, and what is longer than its two lines and a half scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme().px(_BOX_HEIGHT_PX))
        set_role(self, TextRole.BODY)

    def text(self) -> str:
        """Return all that is typed."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show a text in the place of what is there."""
        self.setPlainText(text)
