"""Which table of a book is shown: a tab for each, or a list where there are many."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.layouts import Stretch, in_row
from bengkel_crm.ui.widgets.texts import Speaks

_MOST_TABS = 4


class TableTabs(Speaks, QWidget):
    """Is there when there is something to choose."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs: list[KeyButton] = []
        self.more: ChoiceBox[int] = self.named(ChoiceBox({0: ""}), "Tables")
        self._places: tuple[int, ...] = ()
        self._group = QButtonGroup(self)
        self._row = in_row(self.more, Stretch(), on=self, spacing=8, margins=(0, 0, 0, 0))
        self.more.activated.connect(lambda: self.chosen.emit(self.more.value()))
        self.hide()

    def show_tables(self, names: Mapping[int, str], current: int) -> None:
        """Offer these tables by their places; `current` is the one that is shown."""
        self._clear()
        self._places = tuple(names)
        self.setVisible(len(names) > 1)
        many = len(names) > _MOST_TABS
        self.more.setVisible(many)
        if many:
            with QSignalBlocker(self.more):
                self.more.start_anew(dict(names))
        elif len(names) > 1:
            for number, (place, name) in enumerate(names.items()):
                self._add_tab(number, place, name)
        self.show_chosen(current)

    def show_chosen(self, current: int) -> None:
        """Mark the table that is shown."""
        for place, tab in zip(self._places, self.tabs, strict=False):
            tab.setChecked(place == current)
        if not self.tabs and len(self._places) > 1:
            with QSignalBlocker(self.more):
                self.more.set_value(current)

    def _add_tab(self, number: int, place: int, name: str) -> None:
        tab = KeyButton(name.replace("&", "&&"))
        tab.setCheckable(True)
        tab.clicked.connect(partial(self.chosen.emit, place))
        self._group.addButton(tab)
        self._row.insertWidget(number, tab)
        self.tabs.append(tab)

    def _clear(self) -> None:
        for tab in self.tabs:
            self._group.removeButton(tab)
            tab.setParent(None)
            tab.deleteLater()
        self.tabs = []
