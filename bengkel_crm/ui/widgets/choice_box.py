"""A box of few fixed choices, each with a value of its own."""

from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.widgets.combo import Combo

V = TypeVar("V")


class ChoiceBox(Combo, Generic[V]):
    """Hands out the value, shows the words."""

    def __init__(self, choices: dict[V, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = list(choices)
        self.addItems(list(choices.values()))

    def value(self) -> V:
        return self._values[max(0, self.currentIndex())]

    def set_value(self, value: V) -> None:
        self.setCurrentIndex(self._values.index(value))
