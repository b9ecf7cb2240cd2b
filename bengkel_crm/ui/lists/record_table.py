"""The one table every list is shown in."""

import math
from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from bengkel_crm.ui.lists.columns import ListColumn
from bengkel_crm.ui.lists.delegate import RowDelegate
from bengkel_crm.ui.lists.plain_table import PlainTable
from bengkel_crm.ui.lists.table_model import ColumnsModel, PagedTableModel
from bengkel_crm.ui.look.theme import theme

_ROW_PX, _RING_PX = 36, 2
_STEPS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class RecordTable(PlainTable):
    """Rows of one height, columns that keep the width, order and choice they were given.

    `name` is what the widths are remembered under.
    """

    activated_row = Signal(int)
    remove_requested = Signal(int)

    def __init__(
        self,
        name: str,
        model: ColumnsModel[Any],
        parent: QWidget | None = None,
        *,
        row_px: int = _ROW_PX,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._row_px = row_px
        self._scale = theme().scale_percent
        self._model = model
        # Columns that gave way: place to (width before, width since).
        self._gave_way: dict[int, tuple[int, int]] = {}
        self.setModel(model)
        self.setItemDelegate(RowDelegate(model, self))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        self.doubleClicked.connect(self._on_index_activated)
        theme().changed.connect(self._restyle)
        self._restyle()
        self._lay_columns()

    def set_sort(self, key: str, *, descending: bool) -> None:
        """Sort by a column and show its arrow; from then on a click on a title sorts."""
        place = self._model.place_of(key)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, order)
        self.setSortingEnabled(True)

    def current_row(self) -> int:
        """Return the row under the cursor, or -1."""
        return self.currentIndex().row()

    def make_room(self) -> None:
        """Let the other columns give way until the one that stretches has its least, too."""
        self._take_back()
        header = self.horizontalHeader()
        shown = [place for place in range(header.count()) if not self.isColumnHidden(place)]
        stretched = [place for place in shown if self._model.columns[place].stretch]
        others = [place for place in shown if place not in stretched]
        spare = {place: max(0, header.sectionSize(place) - self._least(place)) for place in others}
        least = sum(map(self._least, stretched))
        lacking = least + sum(map(header.sectionSize, others)) - self.viewport().width()
        if not stretched or not 0 < lacking <= sum(spare.values()):
            # With no room at all the table is as wide as it likes to be, and scrolls.
            return
        share = lacking / sum(spare.values())
        for place, much in spare.items():
            before = header.sectionSize(place)
            header.resizeSection(place, before - math.ceil(much * share))
            self._gave_way[place] = (before, header.sectionSize(place))

    def _least(self, place: int) -> int:
        """Return how wide a column must be: its title, or a plate, is shown whole."""
        return max(
            self.horizontalHeader().sectionSizeHint(place), theme().px(self._model.columns[place].least)
        )

    def save_columns(self, settings: QSettings) -> None:
        """Keep widths and order of the columns on this PC."""
        self._take_back()
        settings.setValue(f"columns/{self._name}", self.horizontalHeader().saveState())

    def restore_columns(self, settings: QSettings) -> None:
        """Lay the columns as they were left; a list that has gained a column starts anew.

        The order of the rows is not among it: what was looked for once is not what is wanted in the morning.
        """
        header = self.horizontalHeader()
        sort = header.sortIndicatorSection(), header.sortIndicatorOrder()
        state = settings.value(f"columns/{self._name}")
        if isinstance(state, QByteArray) and header.restoreState(state):
            header.setSortIndicator(*sort)
            return
        self._lay_columns()

    def chosen_columns(self, besides: Collection[str] = ()) -> tuple[ListColumn[Any], ...]:
        """Return the columns that are shown from left to right; those of `besides` count as shown."""
        header = self.horizontalHeader()
        places = [header.logicalIndex(visual) for visual in range(header.count())]
        columns = self._model.columns
        return tuple(
            columns[place]
            for place in places
            if columns[place].key in besides or not self.isColumnHidden(place)
        )

    def columns_menu(self) -> QMenu:
        """Return a menu that shows and hides columns; the last one stays."""
        menu = QMenu(self)
        shown = [n for n in range(len(self._model.columns)) if not self.isColumnHidden(n)]
        for number, column in enumerate(self._model.columns):
            action = menu.addAction(column.title())
            action.setCheckable(True)
            action.setChecked(number in shown)
            action.setEnabled(shown != [number])
            action.setData(number)
        menu.triggered.connect(lambda action: self.setColumnHidden(action.data(), not action.isChecked()))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.key() in _STEPS and not self.selectionModel().hasSelection() and self._model.rowCount():
            # Qt puts the cursor on the first row unseen, and would step past it.
            self.selectRow(max(row, 0))
            return
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated_row.emit(row)
            return
        if row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit(row)
            return
        # Home and End mean the list's ends; Qt would move along a row nobody edits.
        if event.key() == Qt.Key.Key_Home:
            self.selectRow(0)
            return
        if event.key() == Qt.Key.Key_End and not self._has_more():
            self.selectRow(self._model.rowCount() - 1)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme().color("primary"), _RING_PX))
            inset = _RING_PX // 2
            painter.drawRect(self.viewport().rect().adjusted(inset, inset, -inset, -inset))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._model.retranslate()

    def _take_back(self) -> None:
        """Give the columns their width again, but for those that were laid anew since."""
        header = self.horizontalHeader()
        for place, (before, since) in self._gave_way.items():
            if header.sectionSize(place) == since:
                header.resizeSection(place, before)
        self._gave_way = {}

    def _has_more(self) -> bool:
        return isinstance(self._model, PagedTableModel) and self._model.canFetchMore(QModelIndex())

    def _on_index_activated(self, index: QModelIndex) -> None:
        self.activated_row.emit(index.row())

    def _on_header_menu(self, at: QPoint) -> None:
        self.columns_menu().popup(self.horizontalHeader().mapToGlobal(at))

    def _restyle(self) -> None:
        self._take_back()
        header, before = self.horizontalHeader(), self._scale
        self._scale = theme().scale_percent
        if self._scale != before:
            for place, column in enumerate(self._model.columns):
                if not column.stretch and not self.isColumnHidden(place):
                    header.resizeSection(place, round(header.sectionSize(place) * self._scale / before))
        self.verticalHeader().setDefaultSectionSize(theme().px(self._row_px))
        self.horizontalHeader().setMinimumHeight(theme().px(_ROW_PX))

    def _lay_columns(self) -> None:
        header = self.horizontalHeader()
        for number, column in enumerate(self._model.columns):
            header.resizeSection(number, theme().px(column.width))
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(number, mode)
            self.setColumnHidden(number, not column.shown)
