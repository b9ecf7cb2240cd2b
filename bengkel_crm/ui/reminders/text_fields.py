"""The editor of a text with fields: they stand out, and the wrong ones more than the others."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.trade.templates import Placeholder, list_tokens
from bengkel_crm.ui.look.theme import set_role, theme
from bengkel_crm.ui.look.tokens import TextRole

_NAMES = {
    Placeholder.PLATE: lambda: translate("TextFields", "plate"),
    Placeholder.HONORIFIC: lambda: translate("TextFields", "form of address"),
    Placeholder.NAME: lambda: translate("TextFields", "name"),
    Placeholder.VEHICLE: lambda: translate("TextFields", "vehicle"),
    Placeholder.JOBS: lambda: translate("TextFields", "what is due"),
    Placeholder.TIME_COME: lambda: translate("TextFields", "it is time, or soon"),
    Placeholder.WHEN: lambda: translate("TextFields", "since or on a day"),
    Placeholder.HISTORY: lambda: translate("TextFields", "a sentence on the last visit"),
    Placeholder.DUE_ON: lambda: translate("TextFields", "due by"),
    Placeholder.DUE_KM: lambda: translate("TextFields", "due at km"),
    Placeholder.LAST_ON: lambda: translate("TextFields", "last visit"),
    Placeholder.LAST_KM: lambda: translate("TextFields", "km of the last visit"),
    Placeholder.SHOP: lambda: translate("TextFields", "the workshop"),
    Placeholder.SHOP_PHONE: lambda: translate("TextFields", "its phone"),
    Placeholder.SHOP_ADDRESS: lambda: translate("TextFields", "its address"),
    Placeholder.TODAY: lambda: translate("TextFields", "today"),
}


def field_words(field: Placeholder) -> str:
    """Return what a field stands for."""
    return _NAMES[field]()


class TextEdit(QPlainTextEdit):
    """Tab goes on to the next widget; Ctrl+Enter is the dialog's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        set_role(self, TextRole.BODY)
        self._marks = _Marks(self.document())
        theme().changed.connect(self._marks.rehighlight)

    def insert_field(self, field: Placeholder) -> None:
        """Write a field where the cursor is."""
        self.insertPlainText(f"{{{field.value}}}")
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Left to the dialog, which saves with it.
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class _Marks(QSyntaxHighlighter):
    def highlightBlock(self, text: str) -> None:
        for token in list_tokens(text):
            look = QTextCharFormat()
            look.setForeground(theme().color("primary" if token.is_known else "bad"))
            self.setFormat(token.start, len(token.text), look)
