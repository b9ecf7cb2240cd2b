"""The table of a long list: rows are chosen and copied, and a key that writes goes to the filter."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bengkel_crm.ui.lists.columns import ListColumn
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import Order, PagedTableModel
from bengkel_crm.ui.look.theme import theme

_LEAST_STRETCH_PX = 150
_FORMULA_STARTS = ("=", "+", "-", "@")


class LongTable(RecordTable):
    """`narrow_without` are the columns that step aside on a small screen, the first of them first."""

    copied = Signal(int)
    typed = Signal(object)
    left_upwards = Signal()

    def __init__(
        self,
        name: str,
        model: PagedTableModel[Any],
        narrow_without: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, model, parent)
        self._paged = model
        self._narrow_without = tuple(narrow_without)
        self._stepped_aside: set[int] = set()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().sortIndicatorChanged.connect(self._on_sort_indicator)

    def chosen_rows(self) -> list[int]:
        """Return the chosen rows from the top, else the row under the cursor."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return rows or ([self.current_row()] if self.current_row() >= 0 else [])

    def choose(self, rows: Collection[int], current: int) -> None:
        """Choose rows anew, the cursor on `current`."""
        model, last = self._paged, len(self._paged.columns) - 1
        selection = QItemSelection()
        for row in rows:
            selection.select(model.index(row, 0), model.index(row, last))
        keep = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(model.index(current, self._first_shown()), keep)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def chosen_columns(self, besides: Collection[str] = ()) -> tuple[ListColumn[Any], ...]:
        """Return the columns that were chosen, those that only a small screen hides among them."""
        aside = {self._paged.columns[place].key for place in self._stepped_aside}
        return super().chosen_columns({*besides, *aside})

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, the columns as they are shown."""
        columns = [self._paged.columns[place] for place in self._shown_places()]
        records = [self._paged.record(row) for row in self.chosen_rows()]
        if records:
            rows = [[column.text(record) for column in columns] for record in records]
            QGuiApplication.clipboard().setText(tab_separated([column.title() for column in columns], rows))
            self.copied.emit(len(records))

    def show_order(self, order: Order) -> None:
        """Show the arrow of an order that is already kept."""
        place = self._paged.place_of(order.key)
        way = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        with self._header_silent():
            self.horizontalHeader().setSortIndicator(place, way)

    def save_columns(self, settings: QSettings) -> None:
        """Keep the widths as they are where all columns fit."""
        with self._as_if_wide():
            super().save_columns(settings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.key() == Qt.Key.Key_Up and self.current_row() <= 0:
            self.left_upwards.emit()
            return
        if is_typing(event):
            self.typed.emit(event)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self._too_many()
        for place in wanted ^ self._stepped_aside:
            self.setColumnHidden(place, place in wanted)
        self._stepped_aside = wanted

    def _too_many(self) -> set[int]:
        """Return the columns that must step aside for the one that stretches to have its room."""
        header, columns = self.horizontalHeader(), self._paged.columns
        shown = {
            place: theme().px(column.width) if place in self._stepped_aside else header.sectionSize(place)
            for place, column in enumerate(columns)
            if place in self._stepped_aside or not self.isColumnHidden(place)
        }
        room = self.viewport().width()
        room -= sum(size for place, size in shown.items() if not columns[place].stretch)
        aside: set[int] = set()
        for key in self._narrow_without:
            place = self._paged.place_of(key)
            if room < theme().px(_LEAST_STRETCH_PX) and place in shown:
                aside.add(place)
                room += shown[place]
        return aside

    def _shown_places(self) -> list[int]:
        """Return the columns that are shown, from left to right."""
        header = self.horizontalHeader()
        places = [header.logicalIndex(visual) for visual in range(header.count())]
        return [place for place in places if not self.isColumnHidden(place)]

    def _first_shown(self) -> int:
        return self._shown_places()[0]

    def _on_sort_indicator(self, place: int, _: Qt.SortOrder) -> None:
        # A click on a column that can not be sorted by leaves the arrow where it was.
        if not self._paged.columns[place].sortable:
            self.show_order(self._paged.order)

    @contextmanager
    def _header_silent(self) -> Iterator[None]:
        header = self.horizontalHeader()
        was = header.blockSignals(True)
        try:
            yield
        finally:
            header.blockSignals(was)

    @contextmanager
    def _as_if_wide(self) -> Iterator[None]:
        """Have the columns that only a small screen hides shown again."""
        for place in self._stepped_aside:
            self.setColumnHidden(place, False)
        try:
            yield
        finally:
            for place in self._stepped_aside:
                self.setColumnHidden(place, True)


def is_typing(event: QKeyEvent) -> bool:
    """Return whether a key writes a letter or a digit."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return not held and bool(event.text().strip()) and event.text().isprintable()


def as_pasted(text: str) -> str:
    """Return a cell's text so that a spreadsheet shows it and computes nothing."""
    flat = " ".join(text.split())
    # The apostrophe says "this is text"; the spreadsheet does not show it.
    return "'" + flat if flat.startswith(_FORMULA_STARTS) else flat


def tab_separated(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as lines with a tab between cells, below their titles when there is more than one."""
    lines = ["\t".join(as_pasted(cell) for cell in row) for row in rows]
    if len(lines) > 1:
        lines.insert(0, "\t".join(titles))
    return "\n".join(lines)
