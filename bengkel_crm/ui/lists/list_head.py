"""What stands above a list: its name, how many it has, how it is sorted, which columns it shows."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from bengkel_crm.ui.lists.table_model import Order, PagedTableModel
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import Stretch, in_row
from bengkel_crm.ui.widgets.texts import Speaks

_ARROWS = {True: "↓", False: "↑"}


class ListHead(Speaks, QWidget):
    """Sorting is here too, for hands that stay on the keyboard: choosing the same column again turns it."""

    order_chosen = Signal(object)
    columns_asked = Signal(QPoint)

    def __init__(self, model: PagedTableModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._title = TextLabel("", TextRole.TITLE)
        self._count = ElidedLabel("", TextRole.BODY, "text2")
        self._count_words: Callable[[int], str] = str
        self._found: int | None = None
        self._is_reading = self._is_counting = False
        self.sort = KeyButton("", kind=ButtonKind.LINK)
        self.columns = self.worded(KeyButton(kind=ButtonKind.LINK), "Columns…")
        self._row = in_row(
            self._title,
            self._count,
            Stretch(),
            self.sort,
            self.columns,
            on=self,
            spacing=8,
            margins=(0, 0, 0, 0),
        )
        self.sort.clicked.connect(self._on_sort_clicked)
        self.columns.clicked.connect(self._on_columns_clicked)
        self.put_again(self._show_count)
        self.put_again(self._show_texts)

    def set_words(self, title: str, count_words: Callable[[int], str]) -> None:
        """Say what the list is, and how its records are counted."""
        self._title.setText(title)
        self._count_words = count_words
        self._show_count()

    def add_beside_count(self, button: KeyButton) -> None:
        """Add what changes the count right behind it."""
        self._row.insertWidget(2, button)

    def add_button(self, button: QWidget) -> None:
        """Add a button at the right end."""
        self._row.addWidget(button)

    def count_text(self) -> str:
        """Return how many there are, in words."""
        return self._count.text()

    def show_count(self, found: int) -> None:
        """Say how many were found; None while nobody knows."""
        self._found = found
        self._show_count()

    def show_reading(self, is_reading: bool) -> None:
        """Say that the list is being read."""
        self._is_reading = is_reading
        self._show_count()

    def show_counting(self, is_counting: bool) -> None:
        """Say that it is being counted."""
        self._is_counting = is_counting
        self._show_count()

    def show_order(self, order: Order) -> None:
        """Say by what the list is sorted."""
        column = next(column for column in self._model.columns if column.key == order.key)
        words = self.tr("Sort: {0} {1}").format(column.title(), _ARROWS[order.descending])
        self.sort.setText(words)

    def _show_texts(self) -> None:
        self.show_order(self._model.order)

    def _show_count(self) -> None:
        if self._is_reading:
            text = self.tr("Searching…")
        elif self._is_counting:
            text = self.tr("Counting…")
        else:
            text = "" if self._found is None else self._count_words(self._found)
        self._count.setText(text)

    def _on_sort_clicked(self) -> None:
        menu = QMenu(self)
        present = self._model.order
        for column in self._model.columns:
            if column.sortable:
                arrow = f"  {_ARROWS[present.descending]}" if column.key == present.key else ""
                menu.addAction(column.title() + arrow).setData(column.key)
        menu.triggered.connect(lambda action: self._choose(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._below(self.sort))

    def _choose(self, key: str) -> None:
        present = self._model.order
        self.order_chosen.emit(Order(key, not present.descending if key == present.key else False))

    def _on_columns_clicked(self) -> None:
        self.columns_asked.emit(self._below(self.columns))

    def _below(self, button: KeyButton) -> QPoint:
        return button.mapToGlobal(QPoint(0, button.height() + 2))
