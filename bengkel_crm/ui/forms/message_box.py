"""What the program has to say before anything else: a few sentences, and buttons that answer them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.forms.help import offer_help
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.flow import FlowLayout
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.room import room_for

_WIDTH_PX = 620


class MessageBox(QDialog):
    """Every button closes it and is told then; Esc is the button that was given for it."""

    answered = Signal(object)

    def __init__(self, title: str, text: str, parent: QWidget | None = None, *, topic: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle("Bengkel CRM")
        self._title = TextLabel(title, TextRole.CARD_TITLE, wrap=True)
        self._text = TextLabel(text, TextRole.BODY, wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.hide()
        self._buttons: list[KeyButton] = []
        self._leave: KeyButton | None = None
        self._foot = FlowLayout(10)
        self._build()
        if topic:
            offer_help(self, topic)

    def add_button(self, text: str, icon: str = "", kind: ButtonKind = ButtonKind.SECONDARY) -> KeyButton:
        """Add one more answer; the primary one is what Enter presses."""
        button = KeyButton(text, icon, kind=kind)
        self._take(button)
        button.setDefault(kind is ButtonKind.PRIMARY)
        if kind is ButtonKind.PRIMARY:
            button.setFocus()
        return button

    def add_leave(self, text: str) -> KeyButton:
        """Add the answer that Esc gives."""
        self._leave = KeyButton(text, key="Esc")
        self._take(self._leave)
        return self._leave

    def set_details(self, details: str) -> None:
        """Offer what only somebody who looks after the program wants to read."""
        self._details.setPlainText(details)
        self._details.setAccessibleName(translate("CrashDialog", "Details"))
        more = KeyButton(translate("CrashDialog", "Details"), kind=ButtonKind.LINK)
        more.clicked.connect(self._on_more)
        self._foot.addWidget(more)

    def text(self) -> str:
        """Return the title and the sentences below it."""
        return f"{self._title.text()}\n{self._text.text()}".strip()

    def buttons(self) -> list[KeyButton]:
        """Return the answers, in their order."""
        return list(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The words have their font now.
        self.resize(self.width(), self._height())

    def reject(self) -> None:
        """Answer with what leaves everything as it is."""
        if self._leave is not None:
            self._on_clicked(self._leave)
        else:
            super().reject()

    def _take(self, button: KeyButton) -> None:
        button.clicked.connect(lambda: self._on_clicked(button))
        self._buttons.append(button)
        self._foot.addWidget(button)
        self.resize(self.width(), self._height())

    def _on_clicked(self, button: KeyButton) -> None:
        self.done(int(button is not self._leave))
        self.answered.emit(button)

    def _on_more(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self.resize(self.width(), self._height())

    def _height(self) -> int:
        return min(self._column.totalHeightForWidth(self.width()), room_for(self).height())

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self._text.setVisible(bool(self._text.text()))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconLabel("alert", "warn", 28), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(16)
        column.addLayout(row)
        column.addWidget(self._details)
        column.addStretch(1)
        column.addLayout(self._foot)
        self.resize(min(theme().px(_WIDTH_PX), room_for(self).width()), self._height())
