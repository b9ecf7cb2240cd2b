"""The line above every page: that the shop is a sample, or that its file can only be looked at."""

from pathlib import Path

from PySide6.QtCore import QProcess, Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.widgets.card import ToneBox
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.labels import FittingLabel


class DemoBanner(ToneBox):
    """Says that everything here is made up, and leads to the shop's own file."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.WARN, parent)
        self._words = FittingLabel(TextRole.STRONG, "warn")
        self._back = self.worded(KeyButton("", "arrow-right"), "To my own shop")
        self.row.setContentsMargins(20, 4, 20, 4)
        self.row.addWidget(IconLabel("info", "warn", 18))
        self.row.addWidget(self._words, 1)
        self.row.addWidget(self._back)
        self._back.clicked.connect(self.left)
        self.put_text(
            self._words.set_wordings,
            "Sample shop: all of it is made up. What you enter here never reaches your own shop.",
            "Sample shop: all of it is made up.",
            "Sample shop",
        )


class LookingBanner(ToneBox):
    """Says that nothing can be written where the shop's file stands, and so nothing is saved."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(Tone.WARN, parent)
        words = FittingLabel(TextRole.STRONG, "warn")
        self.row.setContentsMargins(20, 4, 20, 4)
        self.row.addWidget(IconLabel("info", "warn", 18))
        self.row.addWidget(words, 1)

        def say() -> None:
            whole = self.tr("{0} is write-protected: it can be looked at, and nothing you enter is saved.")
            words.set_wordings(whole.format(path), self.tr("Write-protected: nothing you enter is saved."))

        self.put_again(say)


def start_own_shop(program: str) -> None:
    """Start the program on the own shop, in a process of its own; one that is open already says so itself."""
    QProcess.startDetached(program, ["-P", "-m", "bengkel_crm"])
