"""A box for a few lines of text, spoken to like a line edit; Tab leaves it."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bengkel_crm.ui.look.theme import set_role, theme
from bengkel_crm.ui.look.tokens import TextRole

_HEIGHT_PX = 64


class TextBox(QPlainTextEdit):
    """Always as high as two lines and a half: what is longer scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme().px(_HEIGHT_PX))
        set_role(self, TextRole.BODY)

    def text(self) -> str:
        """Return all that is typed."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show a text in the place of what is there."""
        self.setPlainText(text)
