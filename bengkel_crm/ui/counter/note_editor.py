"""The few lines a note is typed in: Enter saves, Shift+Enter begins a new line, Esc leaves it for later."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bengkel_crm.schema.lengths import LONGEST
from bengkel_crm.ui.look.theme import set_role, theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.field import too_long_words
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Stretch, in_column, in_row
from bengkel_crm.ui.widgets.texts import Speaks

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HEIGHT_PX = 72


class _Text(QPlainTextEdit):
    entered = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        set_role(self, TextRole.BODY)

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Escape for the editor, before the window's shortcuts take them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class NoteEditor(Speaks, QWidget):
    """Emits `saved` with a text that says something."""

    saved = Signal(str)
    cancelled = Signal()
    left = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = self.named(_Text(), "Note")
        self._save = self.worded(KeyButton(key="Enter", kind=ButtonKind.SECONDARY), "Save note")
        self._cancel = self.worded(KeyButton(kind=ButtonKind.LINK), "Discard")
        self._remark = TextLabel("", TextRole.CAPTION, "bad", wrap=True)
        self._remark.hide()
        # What stands there when the editor opens may stay, however long.
        self._begun_with = ""
        buttons = in_row(Stretch(), self._cancel, self._save, spacing=8)
        in_column(self._text, self._remark, buttons, on=self, spacing=6, margins=(0, 0, 0, 4))
        self._text.entered.connect(self._on_entered)
        self._text.given_up.connect(self.left)
        self._text.textChanged.connect(self._on_text_changed)
        self._save.clicked.connect(self._on_entered)
        self._cancel.clicked.connect(self.cancelled)
        theme().changed.connect(self._restyle)
        self._restyle()
        self.put_text(self._text.setPlaceholderText, "What should be known next time?")

    def begin(self, text: str) -> None:
        """Start with a text."""
        self._begun_with = text.strip()
        self._text.setPlainText(text)
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._on_text_changed()

    def text(self) -> str:
        """Return what is typed, without blanks around it."""
        return self._text.toPlainText().strip()

    def remark(self) -> str:
        """Return what is said below the text: that it does not fit."""
        return self._remark.text()

    def take_focus(self) -> None:
        """Put the cursor into the text."""
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_text_changed(self) -> None:
        text = self.text()
        told = "" if text == self._begun_with else too_long_words(text, LONGEST["note"]["text"])
        self._remark.setText(told)
        self._remark.setVisible(bool(told))
        self._text.setAccessibleDescription(told)
        self._save.setEnabled(bool(text) and not told)
        self.changed.emit()

    def _on_entered(self) -> None:
        if self._save.isEnabled():
            self.saved.emit(self.text())

    def _restyle(self) -> None:
        self._text.setFixedHeight(theme().px(_HEIGHT_PX))


def _is_ours(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape or event.key() in _ENTER
