"""A choice from a short list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from bengkel_crm.ui.theme import dress
from bengkel_crm.ui.tokens import Role


class Combo(QComboBox):
    """Keeps its choice when a page is scrolled past it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Role.BODY)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The combo box's own delegate draws a menu and does not read the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
