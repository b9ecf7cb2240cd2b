"""What a page says when it has nothing to show: why, and the one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import At, Stretch, in_column

_TEXT_PX = 560


class EmptyState(QWidget):
    """What stands where a list has nothing: a picture, words, and what can be done about it."""

    activated = Signal()

    def __init__(
        self, icon: str, *, button_icon: str = "plus", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon, "text3", 40)
        self._title = TextLabel("", TextRole.TITLE)
        self._text = TextLabel("", TextRole.BODY, "text2", wrap=True)
        self._button = KeyButton("", button_icon, key, ButtonKind.PRIMARY)
        self._button.clicked.connect(self.activated)
        in_column(
            Stretch(),
            *(
                At(widget, Qt.AlignmentFlag.AlignHCenter)
                for widget in (self._icon, self._title, self._text, self._button)
            ),
            Stretch(),
            on=self,
            spacing=12,
        )
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def set_words(self, title: str, text: str, button: str = "") -> None:
        """Fill in the words; without `button` there is none."""
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        width = min(theme().px(_TEXT_PX), self._text.fontMetrics().horizontalAdvance(text) + 8)
        self._text.setFixedWidth(width)
        # In the middle of a page nobody asks the label how high it has to be for its width.
        self._text.setMinimumHeight(self._text.heightForWidth(width))
