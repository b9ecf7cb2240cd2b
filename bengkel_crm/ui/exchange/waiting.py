"""What is shown while a job runs: what it does, and how far it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.texts import Speaks


class WaitingPane(Speaks, QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = TextLabel("", TextRole.BODY, "text2")
        self.bar = self.named(QProgressBar(), "Progress")
        self.bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.bar)
        column.addStretch(2)

    def begin(self, words: str) -> None:
        """Say what is done; how far it is nobody knows yet."""
        self._words.setText(words)
        self.bar.setRange(0, 0)

    def say(self, words: str) -> None:
        self._words.setText(words)

    def show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * done / total))
