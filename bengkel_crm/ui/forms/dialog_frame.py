"""The frame of every dialog that shows a list: head, body, how far a job is, a message, and the buttons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bengkel_crm.ui.forms.form_parts import FormNotice
from bengkel_crm.ui.forms.help import offer_help
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.progress_bar import ProgressBar
from bengkel_crm.ui.widgets.staged import Staged


class DialogFrame(Staged):
    """A subclass says its head, fills `stack`, and lays the foot; F1 shows its help, Esc leaves it.

    F3 leaves it for the counter: a list is closed, and waits only where it has something to lose.
    """

    def __init__(
        self, key: str, topic: str, width_px: int, height_px: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(key, width_px, height_px, parent)
        offer_help(self, topic)
        self.stack = QStackedWidget()
        self.bar = ProgressBar()
        self.notice = FormNotice()
        self.close_button = KeyButton(key="Esc")
        self.close_button.clicked.connect(self.reject)
        self._heading = ElidedLabel("", TextRole.TITLE)
        self._text = TextLabel("", TextRole.BODY, "text2", wrap=True)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(12)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 18, 22, 18)
        self._column.setSpacing(10)
        for widget in (self._heading, self._text, self.stack, self.bar, self.notice):
            self._column.addWidget(widget, int(widget is self.stack))
        self._column.addLayout(self._foot)

    def is_dirty(self) -> bool:
        """Return whether it is worth waiting for: a list that only shows is not."""
        return False

    def waiting_title(self) -> str:
        """Return what the chip says while it waits."""
        return self.windowTitle()

    def discard(self) -> None:
        """Leave without asking; a job under way goes on."""
        self.done(QDialog.DialogCode.Rejected)

    def close_unkept(self) -> None:
        """Close without a word: the shop's file is another one now."""
        self.discard()

    def show_head(self, title: str, text: str) -> None:
        """Say what the dialog is for, in its title too."""
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._text.setText(text)

    def head(self) -> str:
        """Return the title and the text below it."""
        return f"{self._heading.text()}\n{self._text.text()}"

    def add_table(self, table: QWidget, empty: QWidget | None = None) -> None:
        """Put a table on a sheet of the stack, and after it what stands there when it has no row."""
        sheet = CardFrame(margins=(1, 1, 1, 6))
        sheet.body.addWidget(table)
        self.stack.addWidget(sheet)
        if empty is not None:
            self.stack.addWidget(empty)

    def add_below(self, widget: QWidget) -> None:
        """Put a line under the body."""
        self._column.insertWidget(self._column.indexOf(self.stack) + 1, widget)

    def lay_foot(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Lay the buttons, in the order of Tab."""
        for widget in left:
            self._foot.addWidget(widget)
        self._foot.addStretch(1)
        for widget in right:
            self._foot.addWidget(widget)
