"""A box of few choices, each with a value of its own."""

from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.widgets.combo import Combo

V = TypeVar("V")


class ChoiceBox(Combo, Generic[V]):
    """Hands out the value, shows the words.

    The values stay in Python: Qt would hand a tuple back as a list, and an enum as its text.
    """

    def __init__(self, choices: dict[V, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = list(choices)
        self.addItems(list(choices.values()))

    def value(self) -> V:
        """Return the value that is chosen, the first where none is."""
        return self._values[max(0, self.currentIndex())]

    def set_value(self, value: V) -> None:
        """Choose a value that is offered."""
        self.setCurrentIndex(self._values.index(value))

    def text_of(self, value: V) -> str:
        """Return the words of one of the values."""
        return self.itemText(self._values.index(value))

    def set_choices(self, choices: dict[V, str]) -> None:
        """Offer other choices; what is chosen stays, at the end of them if need be."""
        chosen, shown = self.value(), self.currentText()
        offered = choices if chosen in choices else {**choices, chosen: shown}
        with QSignalBlocker(self):
            self.start_anew(offered)
            self.set_value(chosen)

    def start_anew(self, choices: dict[V, str]) -> None:
        """Offer other choices; the first of them is chosen."""
        self.clear()
        self._values = list(choices)
        self.addItems(list(choices.values()))
