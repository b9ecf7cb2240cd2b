"""A choice from a short list."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from bengkel_crm.ui.look.theme import set_role, theme
from bengkel_crm.ui.look.tokens import TextRole

# The paddings of the style sheet and the arrow.
_SIDES_PX = 56


class Combo(QComboBox):
    """Keeps its choice when a page is scrolled past it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, TextRole.BODY)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The combo box's own delegate draws a menu and does not read the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as usual, but end a choice that has no room in an ellipsis instead of cutting it."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        metrics = QFontMetricsF(self.font())
        option.currentText = metrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width() + 0.5
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        # What is chosen is read whole; the longest of the choices may need the list for that.
        least = super().minimumSizeHint()
        words = round(QFontMetricsF(self.font()).horizontalAdvance(self.currentText()) + 0.5)
        return QSize(words + theme().px(_SIDES_PX), least.height())

    def showPopup(self) -> None:
        # The list may be wider than the box; its words are never cut.
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width() + 12)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
