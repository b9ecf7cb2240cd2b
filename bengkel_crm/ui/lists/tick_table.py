"""A list worked through with the keys: Space ticks, a digit says what came of a call."""

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.records.reminders import Outcome
from bengkel_crm.ui.lists.cell import Cell
from bengkel_crm.ui.lists.delegate import RowDelegate
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.ticks import TICK_COLUMN, ListModel, TickedModel
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.words.reminders import OUTCOME_KEYS

R = TypeVar("R")

KEY_OUTCOMES: Mapping[str, Outcome] = {key: outcome for outcome, key in OUTCOME_KEYS.items()}
ROW_PX = 52
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class TickTable(RecordTable, Generic[R]):
    """Emits the record under the cursor whenever it is another one."""

    record_changed = Signal(object)
    outcome_typed = Signal(object)

    def __init__(self, name: str, model: ListModel[R], parent: QWidget | None = None) -> None:
        self.list_model = model
        super().__init__(name, model, parent, row_px=ROW_PX)
        self.setItemDelegate(RowDelegate(model, self, paint_text=_paint_text))
        self.setMouseTracking(True)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def current_record(self) -> R | None:
        """Return the record the keyboard is on, or None."""
        row = self.current_row()
        return self.list_model.record(row) if 0 <= row < self.list_model.rowCount() else None

    def show_records(self, records: Sequence[R]) -> None:
        """Show a list; the cursor stays on the record it was on, else on the same row."""
        model, current = self.list_model, self.current_record()
        row, top = self.current_row(), self.verticalScrollBar().value()
        model.set_records(records)
        if self.isSortingEnabled():
            header = self.horizontalHeader()
            model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        if records:
            found = model.find_row(model.key_of(current)) if current is not None else 0
            self.selectRow(found if found >= 0 else min(max(row, 0), len(records) - 1))
        self.verticalScrollBar().setValue(top)
        self.record_changed.emit(self.current_record())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        model = self.list_model
        if event.text() in KEY_OUTCOMES and event.modifiers() in _PLAIN:
            self.outcome_typed.emit(KEY_OUTCOMES[event.text()])
            return
        if isinstance(model, TickedModel):
            if event.key() == Qt.Key.Key_Space and row >= 0:
                model.toggle(row)
                return
            if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                model.clear_ticks() if model.all_ticked() else model.tick_all()
                return
            if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and row >= 0:
                step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
                if step:
                    self._tick_on(row, step)
                    return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._toggle_at(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick clicks on a tick are two clicks.
        if not self._toggle_at(event):
            super().mouseDoubleClickEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.record_changed.emit(self.current_record())

    def _tick_on(self, row: int, step: int) -> None:
        model = self.list_model
        assert isinstance(model, TickedModel)
        model.tick(row)
        if 0 <= row + step < model.rowCount():
            self.selectRow(row + step)
            model.tick(row + step)

    def _toggle_at(self, event: QMouseEvent) -> bool:
        index = self.indexAt(event.position().toPoint())
        model = self.list_model
        if not index.isValid() or not isinstance(model, TickedModel):
            return False
        if (
            event.button() is not Qt.MouseButton.LeftButton
            or model.columns[index.column()].key != TICK_COLUMN
        ):
            return False
        model.toggle(index.row())
        return True

    def _on_row_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        self.record_changed.emit(self.list_model.record(current.row()) if current.isValid() else None)


def _paint_text(cell: Cell, text: str) -> None:
    cell.line(text, TextRole.BODY, "text", cell.middle)
